// Quotations of a text: pairs of marks, found by direction where the marks have one and by their neighbours where they have
// none. A quotation over several paragraphs opens again in each of them and closes only in the last.
import type { Range } from "../model/span.js";

/** One quotation. `inner` lies between the marks, `pieces` are its parts by paragraph (without marks). */
export type Quotation = Range & { readonly inner: Range; readonly pieces: readonly Range[]; readonly depth: number };

type Mark = { readonly at: number; readonly opens: boolean; readonly closes: boolean };

const doubles = /["“”„«»″]/g;

/** Whether the mark at `at` can open and can close, by its form and its neighbours. */
function markAt(text: string, at: number): Mark {
  const sign = text.charAt(at);
  if (sign === "“" || sign === "«") return { at, opens: true, closes: false };
  if (sign === "„") return { at, opens: true, closes: false };
  if (sign === "»") return { at, opens: false, closes: true };
  const before = at === 0 || /[\s([—–\-:]/.test(text.charAt(at - 1));
  const after = at + 1 >= text.length || /[\s)\].,;:!?—–-]/.test(text.charAt(at + 1));
  if (sign === "”" && !(before && !after)) return { at, opens: false, closes: true };
  return { at, opens: before || !after, closes: after || !before };
}

/** Opens by its neighbours alone: white space before, a word behind. */
const opensHard = (text: string, mark: Mark): boolean => mark.opens && (!mark.closes || !/\s/.test(text.charAt(mark.at + 1)));

type Open = { at: number; pieces: Range[]; from: number };

/** The quotations of one paragraph, given what stood open before it. Returns what stands open after it. */
function readParagraph(text: string, paragraph: Range, carried: Open | null, found: Quotation[]): Open | null {
  const stack: Open[] = [];
  doubles.lastIndex = 0;
  const marks = [...text.slice(paragraph.start, paragraph.end).matchAll(doubles)].map((match) => markAt(text, paragraph.start + match.index));
  const [head] = marks;
  if (carried && head && head.at === paragraph.start && head.opens) {
    stack.push({ ...carried, from: head.at + 1 });
    marks.shift();
  }
  for (const mark of marks) {
    const top = stack.at(-1);
    const curly = /[“«„]/.test(text.charAt(mark.at));
    if (mark.closes && top && !(curly || (mark.opens && stack.length === 0))) {
      stack.pop();
      const pieces = [...top.pieces, { start: top.from, end: mark.at }].filter((piece) => piece.start < piece.end);
      if (pieces.length > 0) {
        found.push({ start: top.at, end: mark.at + 1, inner: { start: top.at + 1, end: mark.at }, pieces, depth: stack.length });
      }
    } else if (mark.opens && (curly || !top || opensHard(text, mark)) && stack.length < 3) {
      stack.push({ at: mark.at, pieces: [], from: mark.at + 1 });
    }
  }
  const left = stack[0];
  return left ? { at: left.at, pieces: [...left.pieces, { start: left.from, end: paragraph.end }], from: 0 } : null;
}

/**
 * The quotations of `text`, in order of their opening marks; `depth` 0 is outermost. `paragraphs` in order. A quotation that the next
 * paragraph does not open again ends with its paragraph. Linear in the length.
 */
export function quotations(text: string, paragraphs: readonly Range[]): Quotation[] {
  const found: Quotation[] = [];
  let open: Open | null = null;
  const end = (): void => {
    const last = open?.pieces.at(-1);
    if (open && last && open.at + 1 < last.end) {
      found.push({ start: open.at, end: last.end, inner: { start: open.at + 1, end: last.end }, pieces: open.pieces, depth: 0 });
    }
  };
  for (const paragraph of paragraphs) {
    if (open && !/["“„«]/.test(text.charAt(paragraph.start))) {
      end();
      open = null;
    }
    open = readParagraph(text, paragraph, open, found);
  }
  end();
  return found.sort((a, b) => a.start - b.start);
}
