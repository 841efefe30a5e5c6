// Tokens of press text, without loss: every character is inside a token or is white space between two. Splits as Universal
// Dependencies does for English (hyphens apart, "n't" and "'s" apart), keeps numbers, "U.S.", "<…>" and URLs whole.
import type { Range } from "../model/span.js";
import { fold } from "./fold.js";

const pattern = new RegExp(
  [
    'https?://[^\\s"<>]+|www\\.[^\\s"<>]+', // addresses
    "[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w", // mail
    "<(?:\\.\\.\\.|…)>|\\[(?:\\.\\.\\.|…)\\]|\\.{2,}|…", // ellipses, bracketed or not
    "(?:\\p{Lu}\\.){2,}(?!\\p{L})", // U.S. U.N.
    "\\d+(?:[.,:]\\d+)*(?:st|nd|rd|th)?(?![\\p{L}])|\\d+(?:[.,:]\\d+)*",
    "\\p{L}[\\p{L}\\p{M}]*(?:\\u200b[\\p{L}\\p{M}]+)*(?=n't\\b)|n't\\b",
    "'(?:s|re|ve|ll|d|m|S)(?![\\p{L}\\p{N}])", // clitics
    "[\\p{L}\\p{M}\\p{N}\\u200b]+(?:'(?!(?:s|re|ve|ll|d|m)(?![\\p{L}\\p{N}]))[\\p{L}\\p{M}]+)*",
    "\\S",
  ].join("|"),
  "giu",
);

/** Ranges of the tokens in `text` between `from` and `to`, in order. Linear in the length. */
export function tokenRanges(text: string, from = 0, to = text.length): Range[] {
  const folded = fold(text.slice(from, to));
  const ranges: Range[] = [];
  for (const match of folded.matchAll(pattern)) {
    ranges.push({ start: from + match.index, end: from + match.index + match[0].length });
  }
  return ranges;
}
