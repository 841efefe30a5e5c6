// One run of characters without white space → where its tokens end. Patterns are tried in order at each place; all are bounded
// or take what they scan, so the whole is linear. Runs are folded: one form of quotes and dashes.
import type { TokenWords } from "./token-words.js";

const sites = "com|org|net|gov|edu|int|mil|info|biz|eu|ru|ua|uk|de|fr|cn|by|tv|COM|ORG|NET";
const files = "docx?|xlsx?|pdf|txt|html?|csv|jpe?g|png|gif|zip|DOC|XLS|PDF|TXT";
const addressEnd = "[^\\s\"<>.,;:!?')\\]}]"; // an address does not end in the punctuation of its sentence

/** Addresses of the net, mail, and names of files. Tried only in runs that may hold one. */
const addresses = [
  `(?:[Hh]ttps?://|ftp://|[Ww]{3}\\.)[^\\s"<>]*${addressEnd}/?`,
  "[\\w.+%-]{1,64}@[\\w-]+(?:\\.[\\w-]+)*",
  "[@#]\\p{L}[\\p{L}\\p{N}_]*",
  "\\p{Ll}{1,30}(?:\\.\\p{Ll}{2,30}){2,8}(?![\\p{L}\\p{N}])", // the parts of a host
  `[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,62}(?:\\.[\\p{L}\\p{N}_-]{1,63}){0,6}?\\.(?:${sites}|${files})(?![\\p{L}\\p{N}])(?:/[^\\s"<>]*${addressEnd})?`,
];
const pictograph = "\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]*";
const rest = [
  "<(?:\\.{2,}|…)>|\\[(?:\\.{2,}|…)\\]|\\.{2,}|…+", // ellipses, bracketed or not
  "(?<![\\p{L}\\p{N}([])(?:[:;=]-?[()DPp|](?![\\p{L}\\p{N}])|\\^_+\\^)", // emoticons
  "[!?]{2,}|-{2,}|={2,}|\\*{2,}|_{2,}|~{2,}|\\+{2,}|#{2,}|[$]{2,}|<{2,}|>{2,}|''", // the same mark again and again
  "\\d{4}-\\d{2}-\\d{2}(?![\\d-])|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?![\\d/])", // days in figures, fractions
  "(?:\\d-)?\\d{3}[-/]\\d{3}-\\d{4}(?![\\d-])", // telephone numbers
  "(?<![\\p{L}\\p{N}])'?\\d0(?:'?s)(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])'\\d\\d(?![\\p{L}\\p{N}'])", // '90s 90's '99
  "(?<number>(?<![\\p{L}\\p{N}])[+.]?(?:\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:[.:]\\d+)*))(?<unit>[\\p{L}\\p{N}\\u200b]*)",
  "\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])\\.?", // U.S. a.m.
  "\\p{Lu}{1,4}&\\p{Lu}{1,4}(?![\\p{L}\\p{N}])|\\p{L}[&/]\\p{L}(?![\\p{L}\\p{N}/&])", // R&D, w/o
  `${pictograph}(?:\\u200b${pictograph})*|\\p{Regional_Indicator}{2}`,
  "(?<word>[\\p{L}\\p{M}\\p{N}_\\u200b]+)",
  "[^]",
];
const plain = new RegExp(rest.join("|"), "uy");
const withAddresses = new RegExp([...addresses, ...rest].join("|"), "uy");
const mayHoldAddress = /[@#]|:\/\/|[\p{L}\p{N}]\.[\p{L}\p{N}]{2,}/u;
const simple = /^([A-Za-z]+)[,;:]?$/; // by far most runs

const letters = /[\p{L}\p{M}]*/uy;
const wordRun = /[\p{L}\p{M}\p{N}\u200b]+/uy;
const dotted = /(?:\.\p{L}{1,4})+\./uy;
const letterOrDigit = /[\p{L}\p{N}]/u;
const onlyClosing = /^["')\]]*$/;

function runAt(pattern: RegExp, run: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(run)?.[0] ?? "";
}

/** The end of the word that ends at `end` for now, with what an apostrophe ties to it; a clitic is left to be its own token. */
function behindApostrophes(run: string, end: number, words: TokenWords): number {
  let to = end;
  while (run.charAt(to) === "'") {
    const tail = runAt(letters, run, to + 1);
    if (tail === "") break;
    const lower = tail.toLowerCase();
    if (words.negations.has(`${run.charAt(to - 1).toLowerCase()}'${lower}`)) return to - 1;
    if (words.clitics.has(lower)) break;
    to += 1 + tail.length;
  }
  return to;
}

/** The end of a word with the hyphen that its prefix keeps: "re-elected", but "anti-NATO" stays three tokens, so that the name can be read. */
function behindPrefix(run: string, start: number, end: number, words: TokenWords): number {
  if (run.charAt(end) !== "-" || !words.prefixes.has(run.slice(start, end).toLowerCase())) return end;
  const next = runAt(wordRun, run, end + 1);
  return /^[\p{Ll}\d]/u.test(next) ? end + 1 + next.length : end;
}

/** Whether the full stop at `at`, behind the word `word`, belongs to it. `after`: what follows the run. */
function keepsStop(run: string, word: string, at: number, after: string, words: TokenWords): boolean {
  if (run.charAt(at) !== "." || (run.charAt(at + 1) === "." && at + 2 < run.length)) return false;
  const behind = run.slice(at + 1);
  const form = `${word.toLowerCase()}.`;
  if (/^\p{Lu}$/u.test(word) && /^[-,']*\s+["'(]?\p{Lu}/u.test(behind + after)) return true;
  if (words.abbreviations.has(form) || words.abbreviations.has(`${word}.`)) {
    if (words.beforeNumbers.has(form)) return /^\s*\p{N}/u.test(behind + after);
    return !(onlyClosing.test(behind) && after.trim() === "");
  }
  return false;
}

/** Ends of the word that begins at `start` of the run and of the parts that it is cut into; the last is where to go on. */
function wordEnds(run: string, start: number, end: number, after: string, words: TokenWords): readonly number[] {
  const dots = runAt(dotted, run, end);
  if (dots !== "" && words.abbreviations.has((run.slice(start, end) + dots).toLowerCase())) return [end + dots.length];
  const whole = behindApostrophes(run, behindPrefix(run, start, end, words), words);
  const word = run.slice(start, whole);
  const cuts = cutsOf(word, words);
  if (cuts.length > 0) return [...cuts.map((cut) => start + cut), whole];
  return [keepsStop(run, word, whole, after, words) ? whole + 1 : whole];
}

/** Where a contraction is cut. Capitals throughout are an abbreviation of their own ("IM"), unless the word is long. */
function cutsOf(word: string, words: TokenWords): readonly number[] {
  const cuts = words.contractions.get(word.toLowerCase());
  return cuts && (word.length > 4 || word.slice(1) === word.slice(1).toLowerCase()) ? cuts : [];
}

/** The end of the clitic or elided word whose apostrophe is at `at`, or -1. */
function apostropheEnd(run: string, at: number, words: TokenWords): number {
  const tail = runAt(letters, run, at + 1).toLowerCase();
  const end = at + 1 + tail.length;
  if (tail === "" || /\p{N}/u.test(run.charAt(end))) return -1;
  const tied = at > 0 && letterOrDigit.test(run.charAt(at - 1));
  return words.clitics.has(tail) || (!tied && words.elisions.has(`'${tail}`)) ? end : -1;
}

/** Where the tokens of `run` end, in order. `after` is the beginning of what follows the run; "" ends the sentence. */
export function pieceEnds(run: string, after: string, words: TokenWords): number[] {
  const only = simple.exec(run);
  if (only) {
    const [, word = ""] = only;
    const ends = [...cutsOf(word, words), word.length];
    return word.length < run.length ? [...ends, run.length] : ends;
  }
  const pattern = mayHoldAddress.test(run) ? withAddresses : plain;
  const ends: number[] = [];
  let at = 0;
  while (at < run.length) {
    const end = negationEnd(run, at, words);
    if (end > at) ends.push(end);
    else ends.push(...endsAt(pattern, run, at, after, words));
    at = ends.at(-1) ?? run.length;
  }
  return ends;
}

/** "km", "KM"; one letter only as the language writes it: "5m", but "5G" is a word. */
const isUnit = (unit: string, words: TokenWords): boolean =>
  words.units.has(unit) || (unit.length > 1 && words.units.has(unit.toLowerCase()));

/** The ends of the token, or of the parts of the word, that begins at `at`. */
function endsAt(pattern: RegExp, run: string, at: number, after: string, words: TokenWords): readonly number[] {
  pattern.lastIndex = at;
  const match = pattern.exec(run);
  const end = at + (match?.[0].length ?? 1);
  const { word, number, unit } = match?.groups ?? {};
  if (word !== undefined) return wordEnds(run, at, end, after, words);
  if (number !== undefined && unit && isUnit(unit, words)) return [at + number.length];
  return [run.charAt(at) === "'" && end === at + 1 ? Math.max(end, apostropheEnd(run, at, words)) : end];
}

/** The end of the negation ("n't") that begins at `at`, or -1. */
function negationEnd(run: string, at: number, words: TokenWords): number {
  if (run.charAt(at + 1) !== "'") return -1;
  const tail = runAt(letters, run, at + 2);
  return words.negations.has(run.slice(at, at + 2 + tail.length).toLowerCase()) ? at + 2 + tail.length : -1;
}
