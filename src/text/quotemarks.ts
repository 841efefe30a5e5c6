// Quotations of a text: pairs of marks, found by direction where the marks have one and by their neighbours where they have
// none. A quotation over several paragraphs opens again in each of them and closes only in the last.
import type { Range } from "../model/span.js";

/** One quotation. `inner` lies between the marks, `pieces` are its parts by paragraph (without marks); `depth` 0 is outermost. */
export type Quotation = Range & { readonly inner: Range; readonly pieces: readonly Range[]; readonly depth: number };

type Mark = { readonly at: number; readonly width: number; readonly opens: boolean; readonly closes: boolean };
type Open = { readonly at: number; readonly width: number; readonly pieces: readonly Range[]; readonly from: number };
type Found = Omit<Quotation, "depth">;

const doubles = /["“”„«»″]|''|``/g;
const longestSingle = 700; // characters: an apostrophe that nothing closes must not swallow a paragraph
const shortestSingle = 2; // characters between the marks, and one: "rock 'n' roll" quotes nothing
const depthLimit = 3;

/** Whether the mark at `at` can open and can close, by its form and its neighbours. */
function markAt(text: string, at: number, width: number): Mark {
  const sign = text.charAt(at);
  if (/[“«„`]/.test(sign)) return { at, width, opens: true, closes: false };
  if (sign === "»") return { at, width, opens: false, closes: true };
  const before = at === 0 || /[\s([—–\-:]/.test(text.charAt(at - 1));
  const behind = at + width;
  const after = behind >= text.length || /[\s)\].,;:!?—–-]/.test(text.charAt(behind));
  if (sign === "”" && !(before && !after)) return { at, width, opens: false, closes: true };
  return { at, width, opens: before || !after, closes: after || !before };
}

/** Opens by its neighbours alone: a mark that may open, and no white space behind it. */
const opensHard = (text: string, mark: Mark): boolean =>
  mark.opens && (!mark.closes || !/\s/.test(text.charAt(mark.at + mark.width)));

const pieceless = (pieces: readonly Range[]): Range[] => pieces.filter((piece) => piece.start < piece.end);

/** The quotations of one paragraph, given what stood open before it. Returns what stands open after it. */
function readParagraph(text: string, paragraph: Range, carried: Open | null, found: Found[]): Open | null {
  const stack: Open[] = [];
  const marks = [...text.slice(paragraph.start, paragraph.end).matchAll(doubles)].map((match) =>
    markAt(text, paragraph.start + match.index, match[0].length),
  );
  const [head] = marks;
  if (carried && head && head.at === paragraph.start && head.opens) {
    stack.push({ ...carried, from: head.at + head.width });
    marks.shift();
  }
  for (const mark of marks) {
    const top = stack.at(-1);
    const directed = /[“«„`]/.test(text.charAt(mark.at));
    if (mark.closes && top && !directed) {
      stack.pop();
      const pieces = pieceless([...top.pieces, { start: top.from, end: mark.at }]);
      if (pieces.length > 0)
        found.push({
          start: top.at,
          end: mark.at + mark.width,
          inner: { start: top.at + top.width, end: mark.at },
          pieces,
        });
    } else if (mark.opens && (directed || !top || opensHard(text, mark)) && stack.length < depthLimit) {
      stack.push({ at: mark.at, width: mark.width, pieces: [], from: mark.at + mark.width });
    }
  }
  const [left] = stack;
  return left ? { ...left, pieces: [...left.pieces, { start: left.from, end: paragraph.end }] } : null;
}

/** Where the single quotation that opens at `at` closes, or -1. A mark behind a stop closes; one behind "s" may be an apostrophe. */
function singleEnd(text: string, at: number, limit: number): number {
  let weak = -1;
  for (let i = at + 2; i < limit; i++) {
    if (!/['’]/.test(text.charAt(i)) || /\s/.test(text.charAt(i - 1)) || /[\p{L}\p{N}]/u.test(text.charAt(i + 1)))
      continue;
    if (
      /[.,!?…]/.test(text.charAt(i - 1)) ||
      /[^s]/i.test(text.charAt(i - 1)) ||
      /[.,;:!?)"”]/.test(text.charAt(i + 1))
    )
      return i;
    if (weak < 0) weak = i;
  }
  return weak;
}

/** Quotations in single marks: the inner ones of double marks, and those of texts that write none. They never cross a double one. */
function singles(text: string, paragraphs: readonly Range[], doubled: readonly Found[]): Found[] {
  const sorted = [...doubled].sort((a, b) => a.start - b.start);
  const own: Found[] = [];
  const holders: Found[] = [];
  let next = 0; // first of `sorted` that begins behind where we are
  for (const paragraph of paragraphs) {
    let from = paragraph.start;
    for (let i = paragraph.start; i < paragraph.end; i++) {
      if (i < from || !opensSingle(text, i, paragraph.start)) continue;
      for (; (sorted[next]?.start ?? Infinity) < i; next++) holders.push(...sorted.slice(next, next + 1));
      while (holders.length > 0 && (holders.at(-1)?.end ?? 0) <= i) holders.pop();
      const close = singleEnd(
        text,
        i,
        Math.min(paragraph.end, i + longestSingle, holders.at(-1)?.inner.end ?? text.length),
      );
      if (close - i <= shortestSingle || crosses(sorted, next, close)) continue;
      own.push({
        start: i,
        end: close + 1,
        inner: { start: i + 1, end: close },
        pieces: [{ start: i + 1, end: close }],
      });
      from = close + 1;
    }
  }
  return own;
}

/** Whether the single mark at `at` can open: a word begins behind it, none ends before it. */
const opensSingle = (text: string, at: number, first: number): boolean =>
  /['‘]/.test(text.charAt(at)) &&
  /[\s("“([—–]/.test(at === first ? " " : text.charAt(at - 1)) &&
  /[\p{Lu}\p{Ll}<]/u.test(text.charAt(at + 1));

/** Whether a double quotation that begins before `close` ends behind it. */
function crosses(sorted: readonly Found[], next: number, close: number): boolean {
  for (let i = next; (sorted[i]?.start ?? Infinity) < close; i++) if ((sorted[i]?.end ?? 0) > close) return true;
  return false;
}

/** `found` in order of their opening marks, each with how many others hold it. */
function withDepths(found: readonly Found[]): Quotation[] {
  const open: Found[] = [];
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((quote) => {
      while (open.length > 0 && (open.at(-1)?.end ?? 0) <= quote.start) open.pop();
      const depth = open.length;
      open.push(quote);
      return { ...quote, depth };
    });
}

/**
 * The quotations of `text`, in order of their opening marks. `paragraphs` in order. A quotation that the next paragraph does
 * not open again ends with its paragraph. Single marks quote only where an apostrophe cannot be meant.
 */
export function quotations(text: string, paragraphs: readonly Range[]): Quotation[] {
  const found: Found[] = [];
  let open: Open | null = null;
  const end = (): void => {
    const last = open?.pieces.at(-1);
    const pieces = pieceless(open?.pieces ?? []);
    if (open && last && pieces.length > 0) {
      found.push({ start: open.at, end: last.end, inner: { start: open.at + open.width, end: last.end }, pieces });
    }
  };
  for (const paragraph of paragraphs) {
    if (open && !/["“„«'`]/.test(text.charAt(paragraph.start))) {
      end();
      open = null;
    }
    open = readParagraph(text, paragraph, open, found);
  }
  end();
  return withDepths([...found, ...singles(text, paragraphs, found)]);
}
