// Scope: what a document, offer or demand is told to cover. Two reports that run on the same words, where one ends and the
// other goes on with "and …", tell of different scope.
import type { Range } from "../model/span.js";
import { wordsIn } from "./input.js";
import { type Say, sayOf } from "./says.js";
import type { Telling } from "./tellings.js";
import type { LinkWords } from "./words.js";

type Word = Range & { readonly lower: string };
type Scope = {
  readonly attribute: "scope";
  readonly kind: "difference-in-detail";
  readonly values: readonly [Say, Say];
};

const kinds = new Set(["proposal", "publication", "agreement", "response", "decision"]);
const leastShared = 5; // words that both run on together
const sentencesAhead = 4; // the sentences after the telling that may say what it covers
const mostReports = 12;

function wordsAt(text: string, range: Range): Word[] {
  return [...text.slice(range.start, range.end).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    start: range.start + match.index,
    end: range.start + match.index + match[0].length,
    lower: match[0].toLowerCase(),
  }));
}

/** The sentences that say what the told thing covers: its own and the next ones of the paragraph. */
function passageOf({ input, mention }: Telling): Range[] {
  const { sentences } = input.reading;
  const at = sentences.findIndex(({ start, end }) => start <= mention.trigger.start && mention.trigger.start < end);
  const own = sentences[at];
  return own
    ? sentences.slice(at, at + 1 + sentencesAhead).filter(({ paragraph }) => paragraph <= own.paragraph + 1)
    : [];
}

type Run = { readonly a: number; readonly b: number; readonly length: number };

/** The longest run of words that both sentences hold. Quadratic in the length of two sentences. */
function longestRun(a: readonly Word[], b: readonly Word[]): Run {
  let best: Run = { a: 0, b: 0, length: 0 };
  let before = new Map<number, number>();
  for (const [i, { lower }] of a.entries()) {
    const row = new Map<number, number>();
    for (const [j, word] of b.entries()) {
      if (word.lower !== lower) continue;
      const length = (before.get(j - 1) ?? 0) + 1;
      row.set(j, length);
      if (length > best.length) best = { a: i - length + 1, b: j - length + 1, length };
    }
    before = row;
  }
  return best;
}

/** The last words of a run that both reports share, and the words with which the longer one goes on. */
function extension(
  shorter: readonly Word[],
  longer: readonly Word[],
  joining: ReadonlySet<string>,
): [Range, Range] | null {
  const run = longestRun(shorter, longer);
  if (run.length < leastShared) return null;
  const [endShort, endLong] = [run.a + run.length, run.b + run.length];
  const next = longer[endLong];
  if (endShort !== shorter.length || !next || !joining.has(next.lower)) return null;
  const [lastShort, lastLong, last] = [shorter[endShort - 1], longer[endLong - 1], longer.at(-1)];
  return lastShort && lastLong && last ? [lastShort, { start: lastLong.start, end: last.end }] : null;
}

function compare(a: Telling, b: Telling, joining: ReadonlySet<string>): Scope | null {
  for (const one of passageOf(a)) {
    for (const other of passageOf(b)) {
      const [x, y] = [wordsAt(a.input.document.text, one), wordsAt(b.input.document.text, other)];
      const short = extension(x, y, joining);
      const long = short ? null : extension(y, x, joining);
      const [ranges, first, second] = short ? [short, a, b] : [long, b, a];
      if (!ranges) continue;
      const say = (telling: Telling, range: Range): Say => sayOf(telling, wordsIn(telling.input, range), range);
      return {
        attribute: "scope",
        kind: "difference-in-detail",
        values: [say(first, ranges[0]), say(second, ranges[1])],
      };
    }
  }
  return null;
}

/** The first difference in scope between two reports of one event; none where nothing is told to cover anything. */
export function scopesOf(tellings: readonly Telling[], words: LinkWords): Scope[] {
  const telling = tellings.filter(({ mention }) => kinds.has(mention.kind));
  const reports = [...new Map(telling.map((one) => [one.doc, one])).values()].slice(0, mostReports);
  for (const [index, a] of reports.entries()) {
    for (const b of reports.slice(index + 1)) {
      const found = compare(a, b, words.joining);
      if (found) return [found];
    }
  }
  return [];
}
