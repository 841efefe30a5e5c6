// The sentence around a place of a report: what people are shown, with the words that count inside it.
import type { RecordDocument } from "../model/record.js";
import { covers, type Range, trimRange } from "../model/span.js";

/** The sentence (or sentences) of the document around a range: those that the record knows, else the line cut at full stops. */
export function sentenceAround(document: RecordDocument, range: Range): Range {
  const known = document.novelty
    .map(({ span }) => span)
    .filter((span) => span.start < range.end && range.start < span.end);
  const [first, last] = [known[0], known.at(-1)];
  if (first && last && covers({ start: first.start, end: last.end }, range))
    return { start: first.start, end: last.end };
  const { text } = document;
  const before = text.slice(0, range.start);
  const start =
    Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". "), before.lastIndexOf("? "), before.lastIndexOf("! ")) +
    1;
  const after = /[.?!]["”’»)]*(?=\s|$)|\n|$/.exec(text.slice(range.end));
  const end = range.end + (after ? after.index + after[0].length : 0);
  return trimRange(text, { start, end }) ?? range;
}
