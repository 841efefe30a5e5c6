// What a term is about: the concepts of its words, weighed by how much they say, and the concepts that head its noun phrases.
// Two terms are one issue if they share a head and most of what the shorter one says; "no", "preventing" turn a matter round
// and make no other.
import type { IssueWords } from "./issue-words.js";

export type Matter = {
  readonly weights: ReadonlyMap<string, number>; // by concept
  readonly heads: ReadonlySet<string>;
  readonly negative: boolean; // turned round an odd number of times
  readonly total: number;
};

const weight = { head: 1.5, word: 1, number: 0.15, year: 1, carrier: 0.25, actor: 0.35, unit: 0.5 };
const rise = "raise";
const units = new Set(["percent", rise]);

/** The words of a term in one form: lower case, marks and hyphens apart, "2.6" one word, "€44.50" without its sign, "NATO's" without its ending. */
export const plainWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/['’`´]s?(?=[^\p{L}]|$)/gu, " ")
    .replace(/%/g, " percent ")
    .match(/\d+(?:[.,]\d+)*|\p{L}+/gu) ?? [];

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ies|es|s)$/, "").slice(0, 6) : word);

/** The concept of a word: its family, else its stem. */
export const conceptOf = (word: string, words: IssueWords): string => words.families.get(word) ?? stem(word);

type Kind = "content" | "carrier" | "actor" | "number" | "year" | "unit";
/** A noun phrase of a term: the word before it, its own words, and how many words up to its last one turn the matter round. */
type Phrase = { joint: string; readonly words: Word[]; turned: number };
type Word = { readonly word: string; readonly concept: string; readonly kind: Kind };

/** What the words of terms are weighed by: the tables of a language, and whose names stand in the term. */
export type TermWords = {
  readonly words: IssueWords;
  readonly stopwords: ReadonlySet<string>;
  readonly actorStems: Pick<ReadonlySet<string>, "has">;
};

/** A word as it counts; null where it says nothing. */
function wordOf(word: string, { words, stopwords, actorStems }: TermWords): Word | null {
  const concept = conceptOf(word, words);
  const known = words.families.has(word);
  if (/^\d/.test(word)) return { word, concept: word, kind: /^(?:1[89]|20)\d\d$/.test(word) ? "year" : "number" };
  if (actorStems.has(concept)) return { word, concept, kind: "actor" };
  if (!known && (words.empty.has(word) || stopwords.has(word) || word.length < 2)) return null;
  if (units.has(concept)) return { word, concept, kind: "unit" };
  const light = (words.carriers.has(word) && !known) || words.money.has(word); // "a 2.9 billion euro takeover" is about the takeover
  return { word, concept, kind: light ? "carrier" : "content" };
}

/** Whether a relative clause behind what only stands for a demand ("those proposals that were …") begins here: it says nothing of the matter. */
function describes(phrase: Phrase, word: string, next: string, { words, stopwords }: TermWords): boolean {
  const vague = phrase.words.some((one) => words.vague.has(one.word));
  const bare = phrase.words.every((one) => one.kind === "actor" || words.vague.has(one.word));
  return vague && bare && words.relative.has(word) && stopwords.has(next);
}

/** The noun phrases of a term. */
function phrasesOf(text: string, terms: TermWords): readonly Phrase[] {
  const { words } = terms;
  let current: Phrase = { joint: "", words: [], turned: 0 };
  const phrases = [current];
  let turned = 0;
  const spoken = plainWords(text);
  for (const [index, word] of spoken.entries()) {
    const turns = words.turning.has(word) || words.turning.has(`${word} ${spoken[index + 1] ?? ""}`); // "put off"
    if (turns) turned++;
    const ends = current.words.at(-1)?.word;
    if (words.joints.has(word) || (words.ties.has(word) && ends !== undefined && words.families.has(ends))) {
      if (describes(current, word, spoken[index + 1] ?? "", terms)) break;
      if (current.words.length > 0) {
        current = { joint: word, words: [], turned };
        phrases.push(current);
      } else current.joint = word;
    } else if (word !== "" && !turns) {
      const one = wordOf(word, terms);
      if (one) current.words.push(one);
      current.turned = turned;
    }
  }
  return phrases.filter((phrase) => phrase.words.length > 0);
}

/** Without what only wraps the next phrase ("guarantees | that X", "talks | on X"; but "[takeover] offer | of X", "talks | in May"). */
function unwrapped(phrases: readonly Phrase[], words: IssueWords): readonly Phrase[] {
  const own = ({ kind, word, concept }: Word): boolean =>
    kind === "content" && !words.wrappers.has(word) && concept !== words.dialogue;
  const says = (phrase: Phrase): boolean =>
    phrase.words.some(
      ({ kind, word, concept }) => kind === "content" && (!words.wrappers.has(word) || concept === words.dialogue),
    );
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

/** The phrase that heads a term, and its head: of "the withdrawal of troops" the troops; null where what comes first says nothing ("concessions | under pressure"). */
function headed(
  phrases: readonly Phrase[],
  words: IssueWords,
): { readonly head: string; readonly phrase: Phrase } | null {
  const at = phrases.findIndex((phrase) => headOf(phrase.words, words) !== null);
  const [first, next] = [phrases[at], phrases[at + 1]];
  if (!first || (first.joint !== "" && !words.leading.has(first.joint))) return null;
  const saying = (phrase: Phrase): boolean => phrase.words.some(({ kind }) => kind === "content");
  const acts = next !== undefined && words.possession.has(next.joint) && saying(first) && saying(next);
  const head = (acts ? headOf(next.words, words) : null) ?? headOf(first.words, words);
  return head === null ? null : { head, phrase: first };
}

const weightOf: Readonly<Record<Kind, number>> = {
  content: weight.word,
  carrier: weight.carrier,
  actor: weight.actor,
  number: weight.number,
  year: weight.year,
  unit: weight.unit,
};

const plainMatter = (concept: string, more: readonly string[] = []): Matter => ({
  weights: new Map([[concept, weight.head], ...more.map((one) => [one, weight.number] as const)]),
  heads: new Set([concept]),
  negative: false,
  total: weight.head + more.length * weight.number,
});

/** The concept of a better offer: raising a bid is another matter than the bid. */
export const betterOffer = "better-offer";

/** The concept of a deal as a whole: "rejected the agreement". */
const wholeDeal = "whole-deal";

/**
 * What a term is about that tells no more than an offer: "raise the bid", "a hostile bid"; "14 euros a share" (the bid of a takeover),
 * "8 percent" (a rise). Null where it says anything else.
 */
function offerMatter(spoken: readonly Word[], { words }: TermWords): Matter | null {
  const has = (set: ReadonlySet<string>): boolean => spoken.some(({ word }) => set.has(word));
  const only = (...sets: readonly ReadonlySet<string>[]): boolean =>
    spoken.every(({ word, kind }) => kind === "actor" || kind === "number" || sets.some((set) => set.has(word)));
  const figures = spoken.flatMap(({ word, kind }) => (kind === "number" ? [word] : []));
  if (has(words.bidding) && has(words.bettering) && only(words.bidding, words.bettering, words.money))
    return plainMatter(betterOffer);
  const kind = spoken.find(
    ({ word }, at) =>
      words.otherKind.has(word) && [at + 1, at + 2].some((next) => words.bidding.has(spoken[next]?.word ?? "")),
  );
  if (kind) return plainMatter(kind.concept);
  if (figures.length > 0 && has(words.priced) && only(words.priced, words.money, words.bidding))
    return plainMatter(words.bid, figures);
  return null;
}

/** "8 percent", "a rise": only how much; the concept of a rise stands for it, so that "8 percent" meets "a pay rise". */
function riseMatter(spoken: readonly Word[]): Matter | null {
  if (!spoken.every(({ kind }) => kind === "unit" || kind === "number" || kind === "actor")) return null;
  const figures = spoken.filter(({ kind }) => kind === "number");
  if (!spoken.some(({ kind }) => kind === "unit")) return null;
  const weights = new Map<string, number>([
    ...[...units].map((unit) => [unit, weight.unit] as const),
    ...figures.map(({ concept }) => [concept, weight.number] as const),
  ]);
  return { weights, heads: units, negative: false, total: weight.unit + weight.number * figures.length };
}

/** "€3.4bn": only a sum, and nothing that it is paid for. */
const isSum = (text: string, words: IssueWords): boolean =>
  /\p{Sc}/u.test(text) &&
  text
    .trim()
    .split(/\s+/)
    .every((part) => /^\p{Sc}?\d[\d.,]*\p{L}{0,2}$/u.test(part) || words.money.has(part.toLowerCase()));

/** What a term is about; null where its words say nothing of their own. */
export function matterOf(text: string, terms: TermWords): Matter | null {
  const { words } = terms;
  if (isSum(text, words)) return null;
  const kept = unwrapped(phrasesOf(text, terms), words);
  const offered = phrasesOf(text, terms).flatMap((phrase) => phrase.words);
  const known = offerMatter(offered, terms) ?? riseMatter(offered);
  if (known) return known;
  const top = headed(kept, words);
  const all = kept.flatMap((phrase) => phrase.words);
  const says = ({ kind, word, concept }: Word): boolean =>
    kind === "unit" ||
    (kind === "content" && !words.vague.has(word) && (!words.wrappers.has(word) || concept === words.dialogue));
  if (!top || !all.some(says))
    return plainWords(text).some((word) => words.whole.has(word)) ? plainMatter(wholeDeal) : null;
  const weights = new Map<string, number>();
  for (const { word, concept, kind } of all) {
    const light = words.wrappers.has(word) && words.vague.has(word) ? weight.carrier : weightOf[kind]; // "takeover [approach]"
    const own = concept === top.head && kind !== "unit" ? weight.head : light;
    weights.set(concept, Math.max(weights.get(concept) ?? 0, own));
  }
  const total = [...weights.values()].reduce((sum, each) => sum + each, 0);
  return { weights, heads: new Set([top.head]), negative: top.phrase.turned % 2 === 1, total };
}

/** A matter with its concepts weighed anew: what most terms of a dispute are about tells two of them less apart. */
export function weighed(matter: Matter, shareOf: (concept: string) => number): Matter {
  const weights = new Map([...matter.weights].map(([concept, one]) => [concept, one * shareOf(concept)]));
  return { ...matter, weights, total: [...weights.values()].reduce((sum, each) => sum + each, 0) };
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
