// Sentences of press text. Every character that is not white space lies in exactly one of them. A sentence ends at . ! ? (with
// closing quotes and brackets) before something that can begin one; it never runs over a paragraph; abbreviations, initials,
// the number of a list and a quotation followed by "said X" do not end it. Linear: each stop looks at a bounded stretch around.
import type { Range } from "../model/span.js";
import { trimRange } from "../model/span.js";
import { datelineEnd } from "./dateline-end.js";
import { fold } from "./fold.js";
import { cutLong } from "./sentence-cuts.js";

export { isHardWrapped, paragraphRanges } from "./paragraphs.js";

/** What a language knows about where its sentences end. */
export type SentenceWords = {
  readonly abbreviations: ReadonlySet<string>; // with their full stop: "gen.", also "Gen."; "Sat.", only so
  readonly beforeNumbers: ReadonlySet<string>; // those that are abbreviations only before a number: "no."
  readonly starters: ReadonlySet<string>; // capitalised words that begin a sentence and no name: "The"
  readonly helpers: ReadonlySet<string>; // verbs behind a capitalised word: "Vale has"
  readonly endings: ReadonlySet<string>; // abbreviations that often end a sentence: "a.m."
  readonly saying: ReadonlySet<string>; // past and present forms of saying verbs, lower case
  readonly unspoken: ReadonlySet<string>; // capitalised words behind a quotation that do not begin who said it: "In"
  readonly behindSaying: ReadonlySet<string>; // words behind the verb where a quotation is said, not something new: "in"
  readonly joiners: ReadonlySet<string>; // small words that go on behind a question mark: "and"
  readonly smallStarters: ReadonlySet<string>; // words without a capital that begin a sentence behind "!": "they"
};

/** No language: sentences end at stops. */
export const plainSentenceWords: SentenceWords = {
  abbreviations: new Set(),
  beforeNumbers: new Set(),
  starters: new Set(),
  helpers: new Set(),
  endings: new Set(),
  saying: new Set(),
  unspoken: new Set(),
  behindSaying: new Set(),
  joiners: new Set(),
  smallStarters: new Set(),
};

const stops = /[.!?…。！？]+/g;
const closing = /["')\]」』]|<(?:…|\.\.\.)>/y;
const notes = /(?:\s?\[\d{1,3}\])+(?=\s|$)/y; // the numbers of notes: "… in May. [17] He …"
const opener = /^\s+(?:[-"'([<*>#•·▪]\s?)*(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Sc}<…]|\.{2})/u;
const listMark = /(?:^|[:;]\s)["'(*]{0,3}(?:\d{1,3}|[a-zA-Z])(?:\.\d{1,3}){0,3}[.)]$/;
const reach = 200; // characters that are looked at behind a stop

/** One stop of the text with what stands around it. */
type Stop = {
  readonly at: number; // of its first sign
  readonly signs: string; // "?!"
  readonly end: number; // behind the closing marks
  readonly rest: string; // the next characters
};

function endOfClosing(folded: string, text: string, offset: number, from: number): number {
  let end = from;
  for (closing.lastIndex = end; closing.test(folded); closing.lastIndex = end) end = closing.lastIndex;
  if (/^\s[”»]$/.test(text.slice(offset + end, offset + end + 2))) end += 2;
  notes.lastIndex = end;
  return notes.test(folded) ? notes.lastIndex : end;
}

/** The word before the stop at `at`: letters and full stops. */
const wordBefore = (folded: string, at: number): string =>
  /[\p{L}.]+$/u.exec(folded.slice(Math.max(0, at - 20), at))?.[0] ?? "";

/** Whether the stop at `at` belongs to an abbreviation or an initial. */
function isAbbreviation(folded: string, at: number, words: SentenceWords): boolean {
  const word = wordBefore(folded, at);
  const form = `${word.toLowerCase()}.`;
  if (/^\p{Lu}$/u.test(word)) return true;
  if (words.beforeNumbers.has(form)) return /^\s*\d/.test(folded.slice(at + 1, at + 8));
  if (words.abbreviations.has(form) || words.abbreviations.has(`${word}.`)) return true;
  return /^(?:(?:\p{Lu}\.)+\p{Lu}|(?:\p{Ll}\.)+\p{Ll})$/u.test(word);
}

/** Whether a sentence ends at an abbreviation all the same: by what begins behind it ("in the U.S. The …", "at 9 a.m. Vale has …"). */
function endsHere(folded: string, { at, rest }: Stop, words: SentenceWords): boolean {
  const [, next = "", second = ""] = /^\s+["'(]?(\p{Lu}[\p{L}']*)(?:\s+(\p{L}+))?/u.exec(rest) ?? [];
  const form = wordBefore(folded, at);
  const mayEnd = words.endings.has(`${form.toLowerCase()}.`);
  const alone = /\s\p{Ll}+\s+\p{Lu}$/u.test(folded.slice(Math.max(0, at - 20), at)); // "wrote on X. He …"
  if (words.starters.has(next.replace(/'.*/, ""))) return mayEnd || alone || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(form);
  return mayEnd && next !== "" && words.helpers.has(second);
}

/** Whether what follows a closing quotation says who said it: 'Ryabkov said', 'the ministry asked'. */
function saysWho({ signs, rest }: Stop, words: SentenceWords): boolean {
  const following = rest.slice(0, 90).split(/["\n.;!?]/)[0] ?? "";
  const tokens = following
    .trim()
    .split(/[\s,]+/)
    .slice(0, 10); // "Asked whether …" with a capital begins the next sentence
  const verb = tokens.findIndex((token) => words.saying.has(token));
  if (verb < 0 || words.unspoken.has(tokens[0] ?? "") || tokens.slice(0, verb).includes("that")) return false;
  const behind = tokens[verb + 1] ?? "";
  return signs !== "." || behind === "" || words.behindSaying.has(behind);
}

/** Whether a small letter begins a sentence behind the stop: a plain word stands before it, and no abbreviation that nobody listed. */
function opensSmall(folded: string, { at, signs, end, rest }: Stop, words: SentenceWords): boolean {
  const next = /^\s+[([]?(\p{Ll}\p{L}*)/u.exec(rest)?.[1];
  if (next === undefined || end > at + signs.length) return false;
  if (signs.includes("?")) return !words.joiners.has(next);
  if (signs.includes("!")) return words.smallStarters.has(next); // a title may end in one: "Who Goes There? was a success"
  const word = wordBefore(folded, at);
  if (signs !== ".") return false;
  return /^\p{Lu}?\p{Ll}+$/u.test(word) ? /[aeiouy]/i.test(word) : /\d{3}$/.test(folded.slice(at - 3, at));
}

/** Whether the white space was forgotten behind a stop: "… ended.The next …". */
function lacksSpace(folded: string, { at, signs, end, rest }: Stop, words: SentenceWords): boolean {
  const next = /^\p{Lu}\p{Ll}*(?=\s)/u.exec(rest)?.[0];
  return (
    next !== undefined &&
    words.starters.has(next) &&
    (end > at + signs.length || /\p{Ll}{3}$/u.test(folded.slice(at - 3, at)))
  );
}

/** Whether the bracket that opens behind the stop holds no sentence of its own: "Who Goes There? (A play in two acts)". */
function bracketGoesOn({ signs, rest }: Stop): boolean {
  const inner = /[!?]/.test(signs) ? /^\s\(([^()]*)\)/.exec(rest)?.[1] : undefined;
  return inner !== undefined && !/[.!?…]["']?$/.test(inner);
}

/** Whether more than a mark stands before the stop: not the number of a list ("2. They …", "two things: 1. They …"), "P.S.", or dots alone. */
function beganWell(folded: string, from: number, { at, end }: Stop): boolean {
  const head = folded.slice(Math.max(from, end - 24), end).trim();
  if (listMark.test(head)) return false;
  if (end - from > 24) return true;
  return /[\p{L}\p{N}]/u.test(head) && !/^(?:\p{L}\.)+$/u.test(folded.slice(from, at + 1).trim());
}

/** Whether a sentence that began at `from` ends at the stop. */
function isEnd(folded: string, from: number, stop: Stop, words: SentenceWords): boolean {
  const { at, signs, end, rest } = stop;
  if (end >= folded.length || /[。！？]$/.test(signs)) return true;
  if (!/^\s/.test(rest)) return lacksSpace(folded, stop, words);
  if (!beganWell(folded, from, stop)) return false;
  const bare = signs === "." && end === at + 1;
  if (bare && isAbbreviation(folded, at, words)) return opener.test(rest) && endsHere(folded, stop, words);
  if (!opener.test(rest)) return opensSmall(folded, stop, words);
  return !bracketGoesOn(stop) && !(/["']$/.test(folded.slice(at, end)) && saysWho(stop, words));
}

/** Sentences of `text` inside `within` (a paragraph), in order; together they hold every character but white space. */
export function sentenceRanges(text: string, within: Range, words: SentenceWords): Range[] {
  const folded = fold(text.slice(within.start, within.end));
  const ranges: Range[] = [];
  let from = 0;
  const take = (end: number): void => {
    for (const piece of cutLong(text, { start: within.start + from, end: within.start + end })) {
      const range = trimRange(text, piece);
      if (range) ranges.push(range);
    }
    from = end;
  };
  const dateline = datelineEnd(folded, text.slice(within.start, within.start + 150));
  if (dateline > 0) take(dateline);
  for (const match of folded.matchAll(stops)) {
    if (match.index < from) continue;
    const end = endOfClosing(folded, text, within.start, match.index + match[0].length);
    const stop = { at: match.index, signs: match[0], end, rest: folded.slice(end, end + reach) };
    if (isEnd(folded, from, stop, words)) take(end);
  }
  take(folded.length);
  return ranges;
}
