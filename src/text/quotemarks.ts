// Quotations of a text: pairs of marks, found by direction where the marks have one and by their neighbours where they have
// none. A quotation over several paragraphs opens again in each of them and closes only in the last. Linear in the text: what is
// looked at again is bounded by the marks of one paragraph.
import type { Range } from "../model/span.js";

/** One quotation. `inner` lies between the marks, `pieces` are its parts by paragraph (without marks); `depth` 0 is outermost. */
export type Quotation = Range & { readonly inner: Range; readonly pieces: readonly Range[]; readonly depth: number };

type Mark = { readonly at: number; readonly width: number; readonly opens: boolean; readonly closes: boolean };
/** The pieces of an open quotation in earlier paragraphs, the last first. */
type Pieces = { readonly piece: Range; readonly before: Pieces } | null;
type Open = { readonly at: number; readonly width: number; readonly pieces: Pieces; readonly from: number };
type Found = Omit<Quotation, "depth">;

const doubles = /["“”„«»″]|''|``/g;
const longestSingle = 700; // characters: an apostrophe that nothing closes must not swallow a paragraph
const shortestSingle = 2; // characters between the marks, and one: "rock 'n' roll" quotes nothing
const depthLimit = 3;
const mostMarks = 2000; // in one paragraph: with more of them it is no prose, and they quote nothing

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

/** The pieces in order, without empty ones. */
function piecesOf(pieces: Pieces): Range[] {
  const list: Range[] = [];
  for (let each = pieces; each; each = each.before) if (each.piece.start < each.piece.end) list.push(each.piece);
  return list.reverse();
}

/** The matches of `pattern` (global) in `range` of the text, or null if there are too many of them. */
function marksIn(text: string, range: Range, pattern: RegExp): Range[] | null {
  const marks: Range[] = [];
  for (const match of text.slice(range.start, range.end).matchAll(pattern)) {
    if (marks.length === mostMarks) return null;
    const start = range.start + match.index;
    marks.push({ start, end: start + match[0].length });
  }
  return marks;
}

/** The quotations of one paragraph, given what stood open before it. Returns what stands open after it. */
function readParagraph(
  text: string,
  paragraph: Range,
  places: readonly Range[],
  carried: Open | null,
  found: Found[],
): Open | null {
  const stack: Open[] = [];
  const marks = places.map(({ start, end }) => markAt(text, start, end - start));
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
      const pieces = piecesOf({ piece: { start: top.from, end: mark.at }, before: top.pieces });
      if (pieces.length > 0)
        found.push({
          start: top.at,
          end: mark.at + mark.width,
          inner: { start: top.at + top.width, end: mark.at },
          pieces,
        });
    } else if (mark.opens && (directed || !top || opensHard(text, mark)) && stack.length < depthLimit) {
      stack.push({ at: mark.at, width: mark.width, pieces: null, from: mark.at + mark.width });
    }
  }
  const [left] = stack;
  return left ? { ...left, pieces: { piece: { start: left.from, end: paragraph.end }, before: left.pieces } } : null;
}

/** The single marks of a paragraph: those that may open, and those that close for certain or perhaps ("the dockers' pay"). */
type Singles = {
  readonly opens: readonly number[];
  readonly sure: readonly number[];
  readonly unsure: readonly number[];
};

function singleMarks(text: string, paragraph: Range, marks: readonly Range[]): Singles {
  const opens: number[] = [];
  const sure: number[] = [];
  const unsure: number[] = [];
  for (const { start: at } of marks) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    if (text.charAt(at) === "'" && (before === "'" || after === "'")) continue; // two of them are a double mark
    if (opensSingle(text, at, paragraph.start)) opens.push(at);
    if (!/['’]/.test(text.charAt(at)) || /\s/.test(before) || /[\p{L}\p{N}]/u.test(after)) continue;
    (/[^s]/i.test(before) || /[.,;:!?)"”]/.test(after) ? sure : unsure).push(at); // a mark behind "s" may be an apostrophe
  }
  return { opens, sure, unsure };
}

/** Gives the first of `places` (in order) from `at` on; asked for places that never go back. */
function following(places: readonly number[]): (at: number) => number {
  let next = 0;
  return (at) => {
    while ((places[next] ?? Infinity) < at) next++;
    return places[next] ?? Infinity;
  };
}

/** Quotations in single marks: the inner ones of double marks, and those of texts that write none. They never cross a double one. */
function singles(text: string, paragraphs: readonly Range[], doubled: readonly Found[]): Found[] {
  const sorted = [...doubled].sort((a, b) => a.start - b.start);
  const own: Found[] = [];
  const holders: Found[] = [];
  let next = 0; // first of `sorted` that begins behind where we are
  for (const paragraph of paragraphs) {
    const { opens, sure, unsure } = singleMarks(text, paragraph, marksIn(text, paragraph, /['‘’]/g) ?? []);
    const [sureFrom, unsureFrom] = [following(sure), following(unsure)];
    let from = paragraph.start;
    for (const i of opens) {
      if (i < from) continue;
      for (; (sorted[next]?.start ?? Infinity) < i; next++) holders.push(...sorted.slice(next, next + 1));
      while (holders.length > 0 && (holders.at(-1)?.end ?? 0) <= i) holders.pop();
      const limit = Math.min(paragraph.end, i + longestSingle, holders.at(-1)?.inner.end ?? text.length);
      const close = [sureFrom(i + 2), unsureFrom(i + 2)].find((at) => at < limit) ?? -1;
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
    const last = open?.pieces?.piece;
    const pieces = piecesOf(open?.pieces ?? null);
    if (open && last && pieces.length > 0) {
      found.push({ start: open.at, end: last.end, inner: { start: open.at + open.width, end: last.end }, pieces });
    }
    open = null;
  };
  for (const paragraph of paragraphs) {
    const marks = marksIn(text, paragraph, doubles);
    if (marks === null || !/["“„«'`]/.test(text.charAt(paragraph.start))) end();
    if (marks !== null) open = readParagraph(text, paragraph, marks, open, found);
  }
  end();
  return withDepths([...found, ...singles(text, paragraphs, found)]);
}
