// Paragraphs and sentences of press text. Every character that is not white space lies in exactly one sentence.
// A sentence ends at . ! ? (with closing quotes and brackets) before something that can begin one; it never runs over a
// paragraph; abbreviations, initials, and a quotation followed by "…, said X" do not end it.
import type { Range } from "../model/span.js";
import { trimRange } from "../model/span.js";
import { fold } from "./fold.js";

export type SentenceWords = {
  readonly abbreviations: ReadonlySet<string>; // lower case, with their full stop: "gen."
  readonly beforeNumbers: ReadonlySet<string>; // those that are abbreviations only before a number: "no."
  readonly starters: ReadonlySet<string>; // capitalised words that begin a sentence: "The"
  readonly helpers: ReadonlySet<string>; // verbs behind a capitalised word: "Vale has"
  readonly endings: ReadonlySet<string>; // abbreviations that often end a sentence: "a.m."
  readonly saying: ReadonlySet<string>; // past and present forms of saying verbs, lower case
};

/** Whether the lines of a text were broken at a fixed width, so that a line break inside a paragraph means nothing. */
export function isHardWrapped(text: string): boolean {
  const lines = text.split("\n");
  let wrapped = 0;
  let breaks = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [(lines[i] ?? "").trim(), (lines[i + 1] ?? "").trim()];
    if (line === "" || next === "") continue;
    breaks++;
    if (line.length >= 55 && line.length <= 100 && (/^[\p{Ll}\d(]/u.test(next) || !/[.!?:"”’)]$/.test(line))) wrapped++;
  }
  return breaks >= 6 && wrapped / breaks > 0.7;
}

/** Paragraphs: lines, or blocks between empty lines where the text was broken at a fixed width. Trimmed, never empty. */
export function paragraphRanges(text: string): Range[] {
  const separator = isHardWrapped(text) ? /\n[ \t\u00a0]*\n\s*/g : /\n+/g;
  const ranges: Range[] = [];
  let from = 0;
  const take = (end: number): void => {
    const range = trimRange(text, { start: from, end });
    if (range) ranges.push(range);
  };
  for (const match of text.matchAll(separator)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(text.length);
  return ranges;
}

const end = /(?:[.!?]+|…)(?:["')\]]|<…>|<\.\.\.>)*(?=\s|$)/g;
const opener = /^\s+(?:["'([<-]|- )*\s*[\p{Lu}\p{N}\p{Sc}<…]/u;

/** Whether the stop at `at` belongs to an abbreviation or an initial. */
function isAbbreviation(folded: string, at: number, words: SentenceWords): boolean {
  const word = /[\p{L}.]+$/u.exec(folded.slice(Math.max(0, at - 20), at))?.[0] ?? "";
  const form = `${word.toLowerCase()}.`;
  if (words.abbreviations.has(form))
    return !words.beforeNumbers.has(form) || /^\s+\d/.test(folded.slice(at + 1, at + 8));
  return /^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
}

/** Whether a sentence ends at an abbreviation all the same: by what begins behind it ("in the U.S. The …", "at 9 a.m. Vale has …"). */
function endsHere(folded: string, at: number, rest: string, words: SentenceWords): boolean {
  const [, next = "", second = ""] = /^\s+(\p{Lu}[\p{L}']*)(?:\s+(\p{L}+))?/u.exec(rest) ?? [];
  const before = folded.slice(Math.max(0, at - 20), at);
  const form = /[\p{L}.]+$/u.exec(before)?.[0] ?? "";
  const mayEnd = words.endings.has(`${form.toLowerCase()}.`);
  const alone = /\s\p{Ll}+\s+\p{Lu}$/u.test(before); // "wrote on X. He …"
  if (words.starters.has(next)) return mayEnd || alone || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(form);
  return mayEnd && next !== "" && words.helpers.has(second);
}

/** Whether what follows a closing quotation says who said it: 'Ryabkov said', 'the ministry asked'. */
function saysWho(rest: string, words: SentenceWords): boolean {
  const following = rest.slice(0, 90).split(/["\n.;!?]/)[0] ?? "";
  const tokens = following
    .trim()
    .split(/[\s,]+/)
    .slice(0, 10); // "Asked whether …" with a capital begins the next sentence
  const verb = tokens.findIndex((token) => words.saying.has(token));
  return verb >= 0 && !tokens.slice(0, verb).includes("that");
}

/** Sentences of `text` inside `within` (a paragraph), in order; together they hold every character but white space. */
export function sentenceRanges(text: string, within: Range, words: SentenceWords): Range[] {
  const folded = fold(text.slice(within.start, within.end));
  const ranges: Range[] = [];
  let from = 0;
  for (const match of folded.matchAll(end)) {
    const stop = match.index + match[0].length;
    const rest = folded.slice(stop, stop + 200);
    if (stop < folded.length && !opener.test(rest)) continue;
    if (match[0] === "." && isAbbreviation(folded, match.index, words) && !endsHere(folded, match.index, rest, words))
      continue;
    if (/["']/.test(match[0]) && saysWho(rest, words)) continue;
    const range = trimRange(text, { start: within.start + from, end: within.start + stop });
    if (range) ranges.push(range);
    from = stop;
  }
  const last = trimRange(text, { start: within.start + from, end: within.end });
  if (last) ranges.push(last);
  return ranges;
}
