// Names on gold tokens: exact spans with their type, all (micro) and by type, as conlleval counts them.
import type { LanguageModel, NameSpan, NameType } from "../../../src/learn/annotation.js";
import { type NamedSentence, namesOfTags, type TaggedName } from "../../../src/learn/iob2.js";
import { genreOf } from "../corpora.js";
import { type F1Figure, f1Of } from "../figures.js";

export const nameTypes: readonly NameType[] = ["PER", "ORG", "LOC"];

/** A sentence with the names of the gold and ours. */
export type ToldSentence = {
  readonly sentence: NamedSentence;
  readonly gold: readonly TaggedName[];
  readonly own: readonly TaggedName[];
};

/** Consecutive sentences of one document. */
function documentsOf(sentences: readonly NamedSentence[]): readonly (readonly NamedSentence[])[] {
  const documents: NamedSentence[][] = [];
  for (const sentence of sentences) {
    const last = documents.at(-1);
    if (last && last[0]?.document === sentence.document) last.push(sentence);
    else documents.push([sentence]);
  }
  return documents;
}

const keyOf = ({ first, last, type }: TaggedName): string => `${first}-${last} ${type}`;

/** The same span said twice counts once. */
const distinct = (names: readonly TaggedName[]): readonly TaggedName[] => [
  ...new Map(names.map((name) => [keyOf(name), name])).values(),
];

/** The model's names of every document, which it sees whole, beside the gold's. */
export function tellNames(sentences: readonly NamedSentence[], model: LanguageModel): readonly ToldSentence[] {
  return documentsOf(sentences).flatMap((document) => {
    const own = new Map<number, NameSpan[]>();
    for (const name of model.names(document.map(({ forms }) => model.analyse(forms))))
      own.set(name.sentence, [...(own.get(name.sentence) ?? []), name]);
    return document.map((sentence, index) => ({
      sentence,
      gold: namesOfTags(sentence.tags),
      own: distinct((own.get(index) ?? []).map(({ first, last, type }) => ({ first, last, type }))),
    }));
  });
}

/** Whether the other side has the very same name. */
export const isAmong = (name: TaggedName, names: readonly TaggedName[]): boolean =>
  names.some((each) => keyOf(each) === keyOf(name));

function figure(name: string, told: readonly ToldSentence[], keep: (name: TaggedName) => boolean): F1Figure {
  let [right, said, total] = [0, 0, 0];
  for (const { gold, own } of told) {
    const ours = own.filter(keep);
    right += ours.filter((each) => isAmong(each, gold)).length;
    said += ours.length;
    total += gold.filter(keep).length;
  }
  return f1Of(name, right, said, total);
}

/** Figures of all names and of each type. */
export const nameFigures = (told: readonly ToldSentence[]): readonly F1Figure[] => [
  figure("names: all", told, () => true),
  ...nameTypes.map((type) => figure(`names: ${type}`, told, (name) => name.type === type)),
];

/** All names, genre by genre; none where document ids carry no genre. */
export function genreFigures(told: readonly ToldSentence[]): readonly F1Figure[] {
  const genres = [...new Set(told.map(({ sentence }) => genreOf(sentence.document)))].filter((genre) => genre !== "");
  return genres.sort().map((genre) =>
    figure(
      `  ${genre}`,
      told.filter(({ sentence }) => genreOf(sentence.document) === genre),
      () => true,
    ),
  );
}
