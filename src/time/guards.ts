// What must stand around a phrase, or must not: prices, versions, numbered articles, the modal "may" are no dates.
import type { Range } from "../model/span.js";
import type { Phrase } from "./meaning.js";
import type { Lexicon } from "./pattern.js";

/** The words beside a phrase, lower case, and the signs that touch it. */
type Beside = {
  readonly before: string;
  readonly after: string;
  readonly signBefore: string;
  readonly signAfter: string;
};

function beside(folded: string, { start, end }: Range): Beside {
  const left = folded.slice(Math.max(0, start - 30), start);
  const right = folded.slice(end, end + 30);
  return {
    before: (/([\p{L}\p{N}.$€£#]+)[\s,]*$/u.exec(left)?.[1] ?? "").toLowerCase(),
    after: (/^\s+([\p{L}\p{N}]+)/u.exec(right)?.[1] ?? "").toLowerCase(),
    signBefore: /\S$/.exec(left)?.[0] ?? "",
    signAfter: /^\S\S?/.exec(right)?.[0] ?? "",
  };
}

const has = (lexicon: Lexicon, name: string, word: string): boolean => lexicon.get(name)?.has(word) ?? false;

/** Whether the signs and words around a phrase leave it a time expression. `text`: as written, for capitals. */
export function stands(phrase: Phrase, text: string, folded: string, lexicon: Lexicon): boolean {
  const around = beside(folded, phrase);
  if (/[$€£#/_@]/.test(around.signBefore) || /^(?:[%/_@]|[.,:]\d)/.test(around.signAfter)) return false;
  if (/\d/.test(phrase.words.charAt(0))) {
    if (
      /[.:-]/.test(around.signBefore) &&
      /\d[.:-]$/.test(folded.slice(Math.max(0, phrase.start - 2), phrase.start)) &&
      phrase.rule !== "year"
    )
      return false;
    if (has(lexicon, "counted", around.before)) return false;
  }
  return special(phrase, around, text, lexicon);
}

function special(phrase: Phrase, around: Beside, text: string, lexicon: Lexicon): boolean {
  const ambiguous = (name: string): boolean => has(lexicon, "ambiguous", phrase.slots[name] ?? "");
  const month = phrase.slots.month === undefined ? "month2" : "month";
  if (ambiguous(month)) {
    const at = text
      .slice(phrase.start, phrase.end)
      .toLowerCase()
      .indexOf(phrase.slots[month] ?? "");
    if (!/\p{Lu}/u.test(text.charAt(phrase.start + at))) return false;
    if (phrase.rule === "month" && phrase.words === phrase.slots.month && !has(lexicon, "preposition", around.before))
      return false;
  }
  if (phrase.rule === "season" && ambiguous("season") && around.after === "of") return false;
  if (phrase.rule === "season")
    return phrase.words !== phrase.slots.season || (!ambiguous("season") && has(lexicon, "preposition", around.before));
  if (ambiguous("weekday") && phrase.words === phrase.slots.weekday) return false;
  if (ambiguous("unit") && phrase.slots.n === undefined) return false;
  if (phrase.maker === "duration" && (/^-\p{L}/u.test(around.signAfter) || has(lexicon, "aged", around.after)))
    return false;
  if (
    phrase.maker === "duration" &&
    phrase.words.includes("-") &&
    (phrase.slots.unit ?? phrase.slots.units ?? "").startsWith("quarter")
  )
    return false;
  if (phrase.rule === "ordinal-day")
    return around.after === "" || has(lexicon, "follower", around.after) || has(lexicon, "tense", around.after);
  if (phrase.rule === "year") return isYear(phrase, around, lexicon);
  if (phrase.rule === "decade") return phrase.words.length > 3 && !/^\d\d?s$/.test(phrase.words);
  return true;
}

/** A bare number is a year where a preposition or article stands before it, or another year, and nothing is counted behind it. */
function isYear({ words }: Phrase, { before, after, signBefore, signAfter }: Beside, lexicon: Lexicon): boolean {
  if (words.startsWith("'")) return false;
  if (!/^\d/.test(words)) return true;
  if (/^-\p{L}/u.test(signAfter) || /^\.\d/.test(signAfter)) return false;
  const introduced = has(lexicon, "preposition", before);
  const listed = /^(?:1[89]|20)\d\d$/.test(before) || signBefore === "-" || /^-\d/.test(signAfter);
  const modern = /^(?:19|20)/.test(words) && !/^20[5-9]/.test(words);
  if (has(lexicon, "countable", after)) return false;
  return modern
    ? introduced || listed || signBefore === "(" || has(lexicon, "article", before) || before.endsWith("'s")
    : introduced && /^1[4-8]/.test(words);
}
