// What a term is about: the concepts of its words, weighed by how much they say, and the concepts that head its noun phrases.
// Two terms are one issue if they share a head and most of what the shorter one says; "no", "preventing" turn a matter round
// and make no other.
import { plainName } from "./compare-names.js";
import type { IssueWords } from "./issue-words.js";

export type Matter = {
  readonly weights: ReadonlyMap<string, number>; // by concept
  readonly heads: ReadonlySet<string>;
  readonly negative: boolean; // turned round an odd number of times
  readonly total: number;
};

const weight = { head: 1.5, word: 1, number: 0.15, year: 1, carrier: 0.25, actor: 0.35, unit: 0.5 };
const units = new Set(["percent", "raise"]);

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ies|es|s)$/, "").slice(0, 6) : word);

/** The concept of a word: its family, else its stem. */
export const conceptOf = (word: string, words: IssueWords): string => words.families.get(word) ?? stem(word);

type Kind = "content" | "carrier" | "actor" | "number" | "year" | "unit";
type Phrase = { readonly joint: string; readonly words: Word[] };
type Word = { readonly word: string; readonly concept: string; readonly kind: Kind };

/** Words of the term by noun phrase; "turned" counts what turns it round. */
function segmentsOf(
  text: string,
  words: IssueWords,
  stopwords: ReadonlySet<string>,
  actorStems: ReadonlySet<string>,
): { segments: readonly Phrase[]; turned: number } {
  const segments: Phrase[] = [{ joint: "", words: [] }];
  let turned = 0;
  const spoken = plainName(text.replace(/%/g, " percent ").replace(/([A-Za-z])[-–]([A-Za-z])/g, "$1 $2")).split(" ");
  for (const [index, word] of spoken.entries()) {
    const current = segments.at(-1)?.words ?? [];
    if (words.turning.has(word)) turned++;
    const ends = current.at(-1)?.word;
    const tied = words.ties.has(word) && ends !== undefined && words.families.has(ends);
    if (words.joints.has(word) || tied) {
      const vague =
        current.some((one) => words.vague.has(one.word)) &&
        current.every((one) => one.kind === "actor" || words.vague.has(one.word));
      if (vague && words.relative.has(word) && stopwords.has(spoken[index + 1] ?? "")) break;
      if (current.length > 0) segments.push({ joint: word, words: [] });
      continue;
    }
    if (word === "" || words.turning.has(word)) continue;
    const concept = conceptOf(word, words);
    const known = words.families.has(word);
    if (/^\d/.test(word))
      current.push({ word, concept: word, kind: /^(?:1[89]|20)\d\d$/.test(word) ? "year" : "number" });
    else if (actorStems.has(concept)) current.push({ word, concept, kind: "actor" });
    else if (!known && (words.empty.has(word) || stopwords.has(word) || word.length < 2)) continue;
    else if (units.has(concept)) current.push({ word, concept, kind: "unit" });
    else current.push({ word, concept, kind: words.carriers.has(word) && !known ? "carrier" : "content" });
  }
  return { segments: segments.filter((segment) => segment.words.length > 0), turned };
}

/** Without what only wraps the next phrase ("guarantees | that X", "talks | on X"; but "[takeover] offer | of X", "talks | in May"). */
function unwrapped(phrases: readonly Phrase[], words: IssueWords): readonly Phrase[] {
  const own = ({ kind, word, concept }: Word): boolean =>
    kind === "content" && !words.wrappers.has(word) && concept !== words.dialogue;
  const says = (phrase: Phrase): boolean =>
    phrase.words.some(({ kind, word }) => kind === "content" && !words.wrappers.has(word));
  return phrases.map((phrase, index) => {
    const last = phrase.words.findLast(({ kind }) => kind !== "actor");
    const next = phrases[index + 1];
    if (!last || !next) return phrase;
    const wraps = words.wrappers.has(last.word) && last.concept !== words.dialogue;
    const talk = last.concept === words.dialogue && words.about.has(next.joint);
    return (wraps || talk) && phrases.slice(index + 1).some(says)
      ? { ...phrase, words: phrase.words.filter(own) }
      : phrase;
  });
}

/** The concept that heads a phrase: its last content word, else its unit, else a number with nothing. */
function headOf(segment: readonly Word[], words: IssueWords): string | null {
  const content = segment.findLast(({ kind, word }) => kind === "content" && !words.wrappers.has(word));
  const any =
    content ?? segment.findLast(({ kind }) => kind === "content") ?? segment.findLast(({ kind }) => kind === "unit");
  return any?.concept ?? null;
}

/** The head of a term: that of its first phrase that has one; of "the withdrawal of troops" the troops. */
function headsOf(phrases: readonly Phrase[], words: IssueWords): ReadonlySet<string> {
  const at = phrases.findIndex((phrase) => headOf(phrase.words, words) !== null);
  const [first, next] = [phrases[at], phrases[at + 1]];
  if (!first) return new Set();
  const acts =
    next !== undefined && words.possession.has(next.joint) && first.words.some(({ kind }) => kind === "content");
  const object = acts && next.words.some(({ kind }) => kind === "content") ? headOf(next.words, words) : null;
  const head = object ?? headOf(first.words, words);
  return new Set(head === null ? [] : [head]);
}

/** What a term is about; null where its words say nothing of their own. `actorStems`: stems of the names of actors. */
export function matterOf(
  text: string,
  words: IssueWords,
  stopwords: ReadonlySet<string>,
  actorStems: ReadonlySet<string>,
): Matter | null {
  const { segments, turned } = segmentsOf(text, words, stopwords, actorStems);
  const kept = unwrapped(segments, words);
  const heads = headsOf(kept, words);
  const weights = new Map<string, number>();
  const weightOf = {
    content: weight.word,
    carrier: weight.carrier,
    actor: weight.actor,
    number: weight.number,
    year: weight.year,
    unit: weight.unit,
  };
  for (const { concept, kind } of kept.flatMap((phrase) => phrase.words)) {
    weights.set(
      concept,
      Math.max(weights.get(concept) ?? 0, heads.has(concept) && kind !== "unit" ? weight.head : weightOf[kind]),
    );
  }
  const said = kept
    .flatMap((phrase) => phrase.words)
    .some(
      ({ kind, word, concept }) =>
        (kind === "content" && !words.vague.has(word) && (!words.wrappers.has(word) || concept === words.dialogue)) ||
        kind === "unit",
    );
  if (heads.size === 0 || !said) return null;
  return {
    weights,
    heads,
    negative: turned % 2 === 1,
    total: [...weights.values()].reduce((sum, each) => sum + each, 0),
  };
}

/** How sure it is that two terms name one issue, 0–1; 0 where they share no head. */
export function compareMatters(a: Matter, b: Matter): number {
  const meets = [...a.heads].some((head) => b.weights.has(head)) || [...b.heads].some((head) => a.weights.has(head));
  if (!meets) return 0;
  let shared = 0;
  for (const [concept, one] of a.weights) {
    const other = b.weights.get(concept);
    if (other !== undefined) shared += Math.min(one, other);
  }
  return Math.min(1, shared / Math.min(a.total, b.total));
}
