// Ranges and lists that share a month or a year: "January 10 to 13", "10-13 January", "1990-94", "499-493 BC". A bare number
// becomes a phrase of its own where a date stands beside it; a word of the class "until" between two makes them one range.
import { lent } from "./lent.js";
import type { Phrase } from "./meaning.js";
import type { Lexicon } from "./pattern.js";
import { alternatives } from "./pattern.js";

/** Which phrases form a range: indices into the phrases. */
export type Chained = { readonly phrases: readonly Phrase[]; readonly ranges: readonly (readonly [number, number])[] };

const number = "(?:3[01]|[12]\\d|0?[1-9])";

/** Patterns for what joins the parts of a range or a list. Made once for each lexicon. */
type Joints = {
  readonly months: ReadonlyMap<string, string>;
  readonly after: RegExp;
  readonly before: RegExp;
  readonly between: RegExp;
  readonly between2: RegExp;
  readonly opener: RegExp;
  readonly definite: RegExp;
  readonly numberBefore: RegExp;
};
const made = new WeakMap<Lexicon, Joints>();

/** The joints of a language, made once for each lexicon. */
export function jointsOf(lexicon: Lexicon): Joints {
  const known = made.get(lexicon);
  if (known) return known;
  const [until, and, suffix, both, definite] = ["until", "and", "suffix", "between", "definite"].map((name) =>
    alternatives(lexicon, name),
  );
  const joint = `(\\s*(?:${until}|${and}|,)\\s*(?:(?:${and})\\s+)?(?:(?:${definite})\\s+)?)`;
  const joints: Joints = {
    months: lexicon.get("month") ?? new Map(),
    after: new RegExp(`${joint}(${number}(?:${suffix})?)(?![\\p{L}\\p{N}%]|[.,:]\\d|-\\d)`, "iuy"),
    before: new RegExp(`(?<![\\p{L}\\p{N}.,:$/])(${number}(?:${suffix})?)${joint}$`, "iu"),
    between: new RegExp(`^\\s*(?:${until})\\s*$`, "iu"),
    between2: new RegExp(`^\\s*(?:${and})\\s*$`, "iu"),
    definite: new RegExp(`(?<![\\p{L}])(?:${definite})\\s+$`, "iu"),
    numberBefore: new RegExp(`(?<![\\p{L}\\p{N}.,:$/])(\\d{1,4})${joint}$`, "iu"),
    opener: new RegExp(`(?<![\\p{L}])(?:${both})\\s*$`, "iu"),
  };
  made.set(lexicon, joints);
  return joints;
}

const isDayPhrase = (phrase: Phrase): boolean =>
  phrase.slots.month !== undefined && (phrase.slots.day ?? phrase.slots.ordinal) !== undefined;

/** A bare number as a phrase with its neighbour's month and year. */
const shared = (like: Phrase, start: number, word: string): Phrase => ({
  start,
  end: start + word.length,
  rule: "day-of-list",
  maker: "date",
  words: word.toLowerCase(),
  slots: { month: like.slots.month, day: word.toLowerCase(), year: like.slots.year ?? like.slots.year2 },
});

/** A bare number as a year of its neighbour's era: "499-493 BC". */
const ofEra = (like: Phrase, start: number, word: string): Phrase => ({
  ...like,
  start,
  end: start + word.length,
  words: word,
  slots: { bcyear: word, era: like.slots.era },
});

/** Whether the number at the end of a match begins something that is counted: "January 10, 12 ministers". */
const isCounted = (folded: string, end: number): boolean => /^\s+\p{Ll}/u.test(folded.slice(end, end + 3));

function following(phrase: Phrase, limit: number, folded: string, joints: Joints): Phrase[] {
  const found: Phrase[] = [];
  let like = phrase;
  for (;;) {
    joints.after.lastIndex = like.end;
    const match = joints.after.exec(folded);
    const [, joint = "", word = ""] = match ?? [];
    const start = like.end + joint.length;
    if (!match || start + word.length > limit) return found;
    if (joint.trim() === "," && isCounted(folded, start + word.length)) return found;
    like = shared(phrase, start, word);
    found.push(like);
  }
}

function preceding(
  phrase: Phrase,
  free: number,
  folded: string,
  pattern: RegExp,
  make: (start: number, word: string) => Phrase,
): Phrase[] {
  const found: Phrase[] = [];
  let start = phrase.start;
  for (;;) {
    const from = Math.max(free, start - 24);
    const match = pattern.exec(folded.slice(from, start));
    const word = match?.[1];
    if (!match || word === undefined) return found;
    start = from + match.index;
    found.unshift(make(start, word));
  }
}

/** The end of a range of years that is told in two digits: "1990-94". */
function yearBehind({ end, slots, rule }: Phrase, folded: string): Phrase | null {
  const year = slots.year ?? "";
  const word = /^(?:\s?-\s?)(\d\d)(?![\d-])(?![.,:]\d)/.exec(folded.slice(end, end + 7));
  const [joined = "", short = ""] = word ?? [];
  if (rule !== "year" || !/^\d{4}$/.test(year) || Number(short) <= Number(year.slice(2)) || !word) return null;
  const start = end + joined.length - short.length;
  const digits = `${year.slice(0, 2)}${short}`;
  return { start, end: start + 2, rule: "year-of-range", maker: "year", words: short, slots: { year: digits } };
}

/** Whether nothing but a joint stands between two phrases. */
function isList(left: Phrase, right: Phrase, folded: string, { definite, between, between2 }: Joints): boolean {
  if (right.start - left.end > 20) return false;
  const joint = folded.slice(left.end, right.start).replace(definite, "");
  return between.test(joint) || between2.test(joint) || joint.trim() === ",";
}

/** The phrases of a sentence with the bare numbers of its ranges and lists, and the ranges. */
export function chain(phrases: readonly Phrase[], end: number, folded: string, lexicon: Lexicon): Chained {
  const joints = jointsOf(lexicon);
  const all: Phrase[] = [];
  for (const [index, phrase] of phrases.entries()) {
    const next = phrases[index + 1]?.start ?? end;
    const free = all.at(-1)?.end ?? 0;
    if (isDayPhrase(phrase) && /^\d/.test(phrase.words))
      all.push(...preceding(phrase, free, folded, joints.before, (start, word) => shared(phrase, start, word)));
    if (phrase.slots.bcyear !== undefined && phrase.slots.bcyear === phrase.words.split(" ")[0])
      all.push(...preceding(phrase, free, folded, joints.numberBefore, (start, word) => ofEra(phrase, start, word)));
    all.push(phrase);
    if (isDayPhrase(phrase) && phrase.slots.year === undefined) all.push(...following(phrase, next, folded, joints));
    const year = yearBehind(phrase, folded);
    if (year && year.end <= next) all.push(year);
  }
  const ranges: (readonly [number, number])[] = [];
  for (let i = 0; i + 1 < all.length; i++) {
    const [left, right] = [all[i], all[i + 1]];
    if (!left || !right || right.start - left.end > 20) continue;
    const joint = folded.slice(left.end, right.start).replace(joints.definite, "");
    const opened = joints.opener.test(folded.slice(Math.max(0, left.start - 12), left.start));
    if (joints.between.test(joint) || (opened && joints.between2.test(joint))) ranges.push([i, i + 1]);
  }
  return { phrases: lent(all, ranges, joints.months, (left, right) => isList(left, right, folded, joints)), ranges };
}
