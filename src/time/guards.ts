// What must stand around a phrase, or must not: prices, versions, numbered articles, the modal "may" are no dates.
import type { Range } from "../model/span.js";
import { asWritten, type Beside, beside, reach, type Written } from "./beside.js";
import type { Phrase } from "./meaning.js";
import type { Lexicon } from "./pattern.js";
import { isYear } from "./year.js";

/** Whether the signs and words around a phrase leave it a time expression. `text`: as written, for capitals. */
export function stands(phrase: Phrase, text: string, folded: string, lexicon: Lexicon): boolean {
  const around = beside(folded, phrase);
  const { left, right, before } = around;
  if (/[$€£#/_@]$/.test(left) || /^(?:[%/_@]|[.,:]\d)/.test(right)) return false;
  if (/^\d/.test(phrase.words)) {
    if (
      /\d[.:]$/.test(left) ||
      (/\d-$/.test(left) &&
        phrase.rule !== "year" &&
        phrase.slots.month === undefined &&
        phrase.slots.era === undefined)
    )
      return false;
    if (lexicon.get("counted")?.has(before)) return false;
  }
  if ((named.has(phrase.maker) || phrase.slots.noon !== undefined) && isInName(phrase, text)) return false;
  if (phrase.maker === "often" && isPaper(phrase, text, around, lexicon)) return false;
  const has = (name: string, word: string): boolean => lexicon.get(name)?.has(word) ?? false;
  return isUnambiguous(phrase, around, text, has) && isWhole(phrase, around, asWritten(text, phrase), has);
}

/** Makers whose words also are names of papers and programmes. */
const named: ReadonlySet<string> = new Set(["often", "deictic", "relative"]);

/**
 * Whether a phrase is written as a name: with a capital behind another capitalised word ("The Exchange Daily", "told USA
 * Today"), or in quotation marks with capitals throughout ("This Week"). In a headline all words have capitals.
 */
function isInName({ start, end, maker }: Phrase, text: string): boolean {
  if (!/\p{Lu}/u.test(text.charAt(start))) return false;
  const left = text.slice(Math.max(0, start - reach), start);
  const isQuoted = /["“]$/.test(left) && /^["”,]/.test(text.slice(end, end + 1));
  if (isQuoted && /^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u.test(text.slice(start, end))) return true;
  const isHeadline = !/(?<!\p{L})\p{Ll}{4}/u.test(left);
  return /\p{Lu}[\p{L}'’-]* $/u.test(left) && (maker === "often" || !isHeadline);
}

/** "The daily Morgenpost", "the weekly reported": a paper, no time. */
const isPaper = ({ end }: Range, text: string, { after }: Beside, lexicon: Lexicon): boolean =>
  /^\s[“"'‘]?\p{Lu}/u.test(text.slice(end, end + 3)) || lexicon.get("tense")?.get(after) === "past";

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
    if (slots.relation !== undefined) return true;
    if (ambiguous(slots.season) && has("preposition", after)) return false;
    return words !== slots.season || (!ambiguous(slots.season) && has("preposition", before));
  }
  if (ambiguous(slots.weekday) && month === undefined && slots.clock === undefined) return false;
  return !(ambiguous(slots.unit) && slots.n === undefined);
}

/** Rules whose phrases are often part of something longer that is no time. */
function isWhole(phrase: Phrase, around: Beside, written: Written, has: Has): boolean {
  const { slots, words, rule, maker } = phrase;
  if (maker === "duration") {
    if ((/^(?:-\p{L}|[ -]long\b)/u.test(around.right) && rule !== "duration-long") || has("aged", around.after))
      return false;
    const isFraction = has("fraction", slots.unit ?? slots.units ?? "");
    return !(isFraction && (words.includes("-") || slots.n === undefined));
  }
  if (rule === "ordinal-day") {
    const isDay = around.after === "" || has("follower", around.after) || has("tense", around.after);
    // "on the 24th workers left": no noun of the number, where a preposition of days stands before it.
    return (
      isDay || (has("bare-day", around.before) && !has("numbered", around.after) && !/^\s\p{Lu}/u.test(written.right))
    );
  }
  // "the third-quarter loss": the article is of the noun behind.
  if (slots.period !== undefined && words.endsWith(`-${slots.period}`) && has("definite", words.split(" ")[0] ?? ""))
    return false;
  if (rule === "year") return isYear(words, around, written, has);
  // "in his 30s", "a man in his late 30s": without an article or an apostrophe it is an age.
  if (rule === "decade")
    return (slots.decade ?? slots.decade2 ?? "").length !== 1 || has("definite", words.split(" ")[0] ?? "");
  return true;
}
