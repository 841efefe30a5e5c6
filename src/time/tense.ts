// The tense beside a phrase, from the words of its sentence alone: auxiliaries, forms and endings of the calendar table. The
// nearest marker decides; one beyond a comma, a quotation mark or a word that opens a clause counts as farther away.
import type { Range } from "../model/span.js";
import type { Tense } from "./meaning.js";
import { alternatives, type Lexicon } from "./pattern.js";

/** Tokens beyond which no marker counts, and what crossing a break or reading on from a phrase adds to a distance. */
const window = 40;
const breakCost = 4;
const aheadFactor = 1.2;

/** The words and signs of one sentence, the tense that each marks, and how many breaks stand before each. */
export type TenseMap = {
  readonly tokens: readonly Range[];
  readonly tenses: readonly (Tense | null)[];
  readonly breaksBefore: readonly number[];
};

const word = /[\p{L}\p{N}']+|[,;:"()]/gu;

/** Reads a sentence's tense markers once. `sentence`: folded text; `offset`: where it starts. */
export function tenseMap(sentence: string, offset: number, lexicon: Lexicon): TenseMap {
  const [forms, clauses, ahead] = [lexicon.get("tense"), lexicon.get("clause"), lexicon.get("ahead")];
  const [endings, adverbs] = ["tense-ending", "adverb-ending"].map((name) => [...(lexicon.get(name)?.keys() ?? [])]);
  const tokens: Range[] = [];
  const tenses: (Tense | null)[] = [];
  const breaksBefore: number[] = [0];
  let bare = false; // behind "to" or "be" a participle tells no past
  let before = "";
  for (const match of sentence.matchAll(word)) {
    const text = match[0];
    const lower = text.toLowerCase();
    const known = forms?.get(lower);
    const isNoun = lexicon.get("plan")?.has(lower) === true && lexicon.get("article")?.has(before) === true;
    const ends =
      !lexicon.get("untensed")?.has(lower) &&
      text === lower &&
      lower.length > 4 &&
      endings?.some((ending) => lower.endsWith(ending));
    const isSign = !/[\p{L}\p{N}]/u.test(text);
    tokens.push({ start: offset + match.index, end: offset + match.index + text.length });
    const isAhead = (known === "future" && !isNoun) || (known === "bare" && ahead?.has(`${before} ${lower}`) === true);
    tenses.push(isAhead ? "future" : !bare && (known === "past" || ends === true) ? "past" : null);
    before = lower;
    breaksBefore.push((breaksBefore.at(-1) ?? 0) + (clauses?.has(lower) ? 2 : isSign ? 1 : 0));
    if (!isSign) bare = known === "bare" || (bare && adverbs?.some((ending) => lower.endsWith(ending)) === true);
  }
  return { tokens, tenses, breaksBefore };
}

/** Index of the first token that ends behind an offset. */
function firstBehind(tokens: readonly Range[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Words before a limit that are looked at for one that says that something went on until then. */
const lastingWindow = 6;
/** Characters that these words and the limit's own can be long. */
const lastingReach = 120;
const limitReach = 30;

const limits = new WeakMap<Lexicon, RegExp>();
function limitBefore(lexicon: Lexicon): RegExp {
  const known = limits.get(lexicon);
  if (known) return known;
  const made = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives(lexicon, "limit")})\\s*$`, "iu");
  limits.set(lexicon, made);
  return made;
}

/** Whether a phrase stands right behind words that make it a limit ahead: "until", "deadline of", "no later than". */
export function isLimitAhead(sentence: string, offset: number, range: Range, lexicon: Lexicon): boolean {
  const at = range.start - offset;
  const limit = limitBefore(lexicon).exec(sentence.slice(Math.max(0, at - limitReach), at))?.[0];
  if (limit === undefined) return false;
  const near = sentence.slice(Math.max(0, at - limit.length - lastingReach), at - limit.length).match(word) ?? [];
  return !near.slice(-lastingWindow).some((token) => lexicon.get("lasted")?.has(token.toLowerCase()));
}

/** The tense beside a range; null where no marker is near. */
export function tenseBeside({ tokens, tenses, breaksBefore }: TenseMap, range: Range): Tense | null {
  const first = firstBehind(tokens, range.start);
  const behind = firstBehind(tokens, range.end - 1) + 1;
  // Breaks that stand between two tokens, neither of them counted.
  const crossed = (from: number, to: number): number =>
    (breaksBefore[to] ?? 0) - (breaksBefore[Math.min(from + 1, to)] ?? 0);
  let found: Tense | null = null;
  let least = Infinity;
  const weigh = (at: number, cost: number): void => {
    const tense = tenses[at];
    if (tense && cost < least) [found, least] = [tense, cost];
  };
  for (let at = first - 1; at >= Math.max(0, first - window); at--)
    weigh(at, first - at + breakCost * crossed(at, first));
  // The comma right behind a phrase at the head of a clause ("On Monday, they …") parts it from nothing.
  const fronted = first < 2 || crossed(first - 3, first) > 0;
  for (let at = behind; at < Math.min(tokens.length, behind + window); at++)
    weigh(at, aheadFactor * (at - behind + 1) + breakCost * crossed(fronted ? behind : behind - 1, at));
  return found;
}
