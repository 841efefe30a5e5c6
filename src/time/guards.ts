// What must stand around a phrase, or must not: prices, versions, numbered articles, the modal "may" are no dates.
import type { Range } from "../model/span.js";
import type { Phrase } from "./meaning.js";
import type { Lexicon } from "./pattern.js";

/** The words beside a phrase, lower case, and the text that touches it. */
type Beside = {
  readonly before: string;
  readonly after: string;
  readonly left: string;
  readonly right: string;
};

/** Characters on each side that are looked at. */
const reach = 30;

function beside(folded: string, { start, end }: Range): Beside {
  const left = folded.slice(Math.max(0, start - reach), start);
  const right = folded.slice(end, end + reach);
  return {
    before: (/([\p{L}\p{N}.$€£#']+)[\s,]*$/u.exec(left)?.[1] ?? "").toLowerCase(),
    after: (/^\s+([\p{L}\p{N}]+)/u.exec(right)?.[1] ?? "").toLowerCase(),
    left,
    right,
  };
}

/** Whether the signs and words around a phrase leave it a time expression. `text`: as written, for capitals. */
export function stands(phrase: Phrase, text: string, folded: string, lexicon: Lexicon): boolean {
  const around = beside(folded, phrase);
  const { left, right, before } = around;
  if (/[$€£#/_@]$/.test(left) || /^(?:[%/_@]|[.,:]\d)/.test(right)) return false;
  if (/^\d/.test(phrase.words)) {
    if (/\d[.:]$/.test(left) || (/\d-$/.test(left) && phrase.rule !== "year" && phrase.slots.month === undefined))
      return false;
    if (lexicon.get("counted")?.has(before)) return false;
  }
  if (phrase.maker === "often" && isInName(phrase, text)) return false;
  const has = (name: string, word: string): boolean => lexicon.get(name)?.has(word) ?? false;
  return isUnambiguous(phrase, around, text, has) && isWhole(phrase, around, has);
}

/** Whether a phrase is written with a capital behind another capitalised word: "The Exchange Daily". */
const isInName = ({ start }: Range, text: string): boolean =>
  /\p{Lu}/u.test(text.charAt(start)) && /\p{Lu}[\p{L}'’-]* $/u.test(text.slice(Math.max(0, start - reach), start));

type Has = (name: string, word: string) => boolean;

/** Words that mean other things too stand only where their surroundings make them a time. */
function isUnambiguous(phrase: Phrase, { before, after }: Beside, text: string, has: Has): boolean {
  const { slots, words, rule } = phrase;
  const ambiguous = (word: string | undefined): boolean => word !== undefined && has("ambiguous", word);
  const month = slots.month ?? slots.month2;
  if (month !== undefined && words === month && has("short", month)) return false;
  if (month !== undefined && ambiguous(month)) {
    const at = text.slice(phrase.start, phrase.end).toLowerCase().indexOf(month);
    if (!/\p{Lu}/u.test(text.charAt(phrase.start + at))) return false;
    if (rule === "month" && words === month && !has("preposition", before)) return false;
  }
  if (rule === "season") {
    if (ambiguous(slots.season) && has("preposition", after)) return false;
    return words !== slots.season || (!ambiguous(slots.season) && has("preposition", before));
  }
  if (ambiguous(slots.weekday) && month === undefined && slots.clock === undefined) return false;
  return !(ambiguous(slots.unit) && slots.n === undefined);
}

/** Rules whose phrases are often part of something longer that is no time. */
function isWhole(phrase: Phrase, around: Beside, has: Has): boolean {
  const { slots, words, rule, maker } = phrase;
  if (maker === "duration") {
    if (/^-\p{L}/u.test(around.right) || has("aged", around.after)) return false;
    const isFraction = has("fraction", slots.unit ?? slots.units ?? "");
    return !(isFraction && (words.includes("-") || slots.n === undefined));
  }
  if (rule === "ordinal-day") return around.after === "" || has("follower", around.after) || has("tense", around.after);
  if (rule === "year") return isYear(words, around, has);
  if (rule === "decade") return !(slots.decade?.length === 1 && /^\d/.test(words));
  return true;
}

/** A bare number is a year where a preposition or article stands before it, another year beside it, or nothing else on its line. */
function isYear(words: string, { before, after, left, right }: Beside, has: Has): boolean {
  if (words.startsWith("'")) return false;
  if (!/^\d/.test(words)) return true;
  if (/^-\p{L}/u.test(right) || has("countable", after)) return false;
  const plausible = /^(?:1[4-9]|20[0-4])/.test(words);
  const introduced = has("preposition", before);
  const ranged = /(?<!\d)(?:1[4-9]|20)\d\d ?- ?$/.test(left) || /^ ?- ?(?:1[4-9]|20)?\d\d(?!\d)/.test(right);
  const alone = /(?:^|\n)\s*$/.test(left) && /^\s*(?:\n|$)/.test(right);
  if (plausible && (introduced || ranged || alone)) return true;
  const listed = /^(?:1[89]|20)\d\d$/.test(before) || left.endsWith("(");
  return /^(?:19|20[0-4])/.test(words) && (listed || has("article", before) || has("possessive", before.slice(-2)));
}
