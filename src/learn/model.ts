// A trained language layer from its image: tagger, parser, relations, lemmas, names behind one small interface.
import type { LanguageModel, NameSpan, NameType, TaggedWord, Upos, Word } from "./annotation.js";
import type { Image } from "./image.js";
import { lemmaOf, readLemmaRules } from "./lemmatiser.js";
import { edge, type Lexeme, type Lexicon, lexemes } from "./lexeme.js";
import { memoryOf, NameTagger, namesOf, remember } from "./names.js";
import { parseInput, placeHeads, type TagKinds } from "./parse-features.js";
import { Parser } from "./parser.js";
import { type PhraseTree, phraseHits } from "./phrases.js";
import { marksOf, PunctuationHanger } from "./punctuation.js";
import { Labeller } from "./relations.js";
import { Tagger } from "./tagger.js";
import { Scorer } from "./weights.js";

/** What the numbers of a weight file mean. */
export type ModelHead = {
  readonly tags: readonly string[]; // "NOUN|NN"
  readonly sureTag: number; // by how much a tag of the first pass must be better than the next to stand
  readonly upos: readonly Upos[];
  readonly relations: readonly string[];
  readonly sure: readonly (readonly [kind: number, relation: number])[];
  readonly sureActions: readonly (readonly [context: number, action: number])[];
};

/** "word TAB number" lines. */
const numbers = (text: string): Map<string, number> =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line): [string, number] => {
        const tab = line.lastIndexOf("\t");
        return [line.slice(0, tab), Number(line.slice(tab + 1))];
      }),
  );

/** What words are seen as, from the texts of an image. */
const choicesIn = (text: string): Map<string, readonly number[]> =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line): [string, readonly number[]] => {
        const [word = "", classes = ""] = line.split("\t");
        return [word, classes.split(" ").map(Number)];
      }),
  );

export const lexiconIn = (text: (name: string) => string): Lexicon => ({
  ambiguity: numbers(text("ambiguity")),
  choices: choicesIn(text("choices")),
  clusters: numbers(text("clusters")),
});

const flags = (tags: readonly string[], upos: readonly string[]): Uint8Array =>
  Uint8Array.from(tags, (tag) => (upos.includes(tag.slice(0, tag.indexOf("|"))) ? 1 : 0));

/** What the classes of the tagger are. */
export const tagKinds = ({ tags, upos }: Pick<ModelHead, "tags" | "upos">): TagKinds => ({
  upos: Int32Array.from(tags, (tag) => upos.indexOf(tag.slice(0, tag.indexOf("|")) as Upos)),
  isMark: flags(tags, ["PUNCT"]),
  isVerb: flags(tags, ["VERB", "AUX"]),
});

/** Sentences that go through the stages together; more would not be faster. */
const atOnce = 100;

/** A sentence behind the stages: classes of its tags, heads (the root's is the length), classes of its relations. */
type Parsed = {
  readonly words: readonly Lexeme[];
  readonly classes: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
};

const isType = (kind: string): kind is NameType => kind !== "OTH";

/** The layer of an image; `phrases`: what is known of the world, asked for when names first are; its classes must be those of the training. */
export function modelOf(image: Image, phrases: () => PhraseTree): LanguageModel {
  const { tags, sureTag, upos, relations, sure, sureActions } = image.head as ModelHead;
  const kinds = tagKinds({ tags, upos });
  const xpos = tags.map((tag) => tag.slice(tag.indexOf("|") + 1));
  const uposIndex = new Map<string, number>(upos.map((name, i) => [name, i]));
  const relationIndex = new Map(relations.map((name, i) => [name, i]));
  const lexemeOf = lexemes(lexiconIn(image.text));
  const scorer = (name: string): Scorer => new Scorer(image.weights(name));
  const tagger = new Tagger(scorer("first"), scorer("tagger"), lexemeOf(edge), sureTag);
  const parser = new Parser(scorer("parser"), new Map(sureActions));
  const root = relationIndex.get("root") ?? 0;
  const labeller = new Labeller(scorer("relations"), new Map(sure), root);
  const hanger = new PunctuationHanger(scorer("punctuation"));
  const nameTagger = new NameTagger(scorer("names"));
  const rules = readLemmaRules(image.text("lemmas"));

  const known = (lexeme: Lexeme, form: string, tag: string): string => {
    const found = lexeme.lemmas.get(tag);
    if (found !== undefined) return found;
    const lemma = lemmaOf(form, tag, rules);
    lexeme.lemmas.set(tag, lemma);
    return lemma;
  };
  const punct = relationIndex.get("punct") ?? 0;

  const tagAll = (sentences: readonly (readonly string[])[]): TaggedWord[][] =>
    sentences.map((forms) => {
      const words = forms.map(lexemeOf);
      const classes = tagger.tag(words);
      return forms.map((form, i): TaggedWord => {
        const tag = classes[i] as number;
        const lemma = known(words[i] as Lexeme, form, xpos[tag] ?? "");
        return { form, lemma, upos: upos[kinds.upos[tag] as number] ?? "X", xpos: xpos[tag] ?? "" };
      });
    });

  const wordsOf = (forms: readonly string[], { words, classes, heads, labels }: Parsed): Word[] => {
    const count = forms.length;
    return forms.map((form, i): Word => {
      const tag = classes[i] as number;
      const head = heads[i] as number;
      return {
        form,
        lemma: known(words[i] as Lexeme, form, xpos[tag] ?? ""),
        upos: upos[kinds.upos[tag] as number] ?? "X",
        xpos: xpos[tag] ?? "",
        head: head === count ? -1 : head,
        relation: relations[labels[i] as number] ?? "dep",
      };
    });
  };

  /** One stage after the other over many sentences: the weights of a stage stay in the processor's cache. */
  const parse = (sentences: readonly (readonly string[])[]): Parsed[] => {
    const tagged = sentences.map((forms) => {
      const words = forms.map(lexemeOf);
      return { words, classes: tagger.tag(words) };
    });
    const parsed = tagged.map(({ words, classes }) => {
      const isMark = marksOf(classes, kinds.isMark);
      const input = parseInput(words, classes, kinds, isMark);
      return { words, classes, isMark, input, found: parser.heads(input) };
    });
    return parsed.map(({ words, classes, isMark, input, found }) => {
      const count = words.length;
      const labels = new Int32Array(count).fill(punct);
      const heads = new Int32Array(count).fill(count);
      placeHeads(input, found, heads);
      const own = labeller.relations(found, input);
      for (let i = 0; i < input.length; i++) labels[input.at[i] as number] = own[i] as number;
      if (input.length < count) hanger.hang({ words, tags: classes, isMark, heads, labels });
      if (input.length === 0 && count > 0) labels[0] = root;
      return { words, classes, heads, labels };
    });
  };

  const analyseAll = (sentences: readonly (readonly string[])[]): Word[][] => {
    const found: Word[][] = [];
    for (let from = 0; from < sentences.length; from += atOnce) {
      const part = sentences.slice(from, from + atOnce);
      for (const [i, parsed] of parse(part).entries()) found.push(wordsOf(part[i] ?? [], parsed));
    }
    return found;
  };
  const analyse = (forms: readonly string[]): Word[] => analyseAll([forms])[0] ?? [];

  const names = (sentences: readonly (readonly Word[])[]): NameSpan[] => {
    const wordsOf: Lexeme[][] = sentences.map((sentence) => sentence.map(({ form }) => lexemeOf(form)));
    const memory = memoryOf(wordsOf);
    const lists = phrases();
    return sentences.flatMap((sentence, index) => {
      const words = wordsOf[index] ?? [];
      const input = {
        words,
        upos: Int32Array.from(sentence, (word) => uposIndex.get(word.upos) ?? -1),
        heads: Int32Array.from(sentence, ({ head }) => head),
        relations: Int32Array.from(sentence, ({ relation }) => relationIndex.get(relation) ?? -1),
        hits: phraseHits(
          lists,
          words.map(({ form }) => form),
        ),
      };
      const labels = nameTagger.labels(input, memory);
      remember(memory, words, labels);
      return namesOf(labels).flatMap(({ first, last, kind }) =>
        isType(kind) ? [{ sentence: index, first, last, type: kind }] : [],
      );
    });
  };
  return { analyseAll, analyse, tagAll, names };
}
