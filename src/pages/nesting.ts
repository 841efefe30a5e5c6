// Marks that overlap in any way, as a tree of pieces that nest properly: HTML has no elements that cross. Where two marks
// cross, the one opened later is continued in a second piece.
import { byPlace, type Range } from "../model/span.js";

export type Piece<Mark> = Range | Nested<Mark>;
export type Nested<Mark> = {
  readonly mark: Mark;
  /** Whether the mark begins here; false: it goes on here, after a crossing or from an earlier paragraph. */
  readonly isFirst: boolean;
  readonly pieces: readonly Piece<Mark>[];
};

type Open<Mark> = {
  readonly mark: Mark;
  readonly isFirst: boolean;
  readonly end: number;
  readonly pieces: Piece<Mark>[];
};

/** The text of `range` with the marks that lie in it, clipped to it, as pieces in order. Their texts together are the range. */
export function nest<Mark extends Range>(range: Range, marks: readonly Mark[]): Piece<Mark>[] {
  const root: Piece<Mark>[] = [];
  const stack: Open<Mark>[] = [];
  let position = range.start;
  const top = (): Piece<Mark>[] => stack.at(-1)?.pieces ?? root;
  const write = (end: number): void => {
    if (position < end) top().push({ start: position, end });
    position = Math.max(position, end);
  };
  const open = (mark: Mark, isFirst: boolean): void => {
    const opened = { mark, isFirst, end: Math.min(mark.end, range.end), pieces: [] };
    top().push(opened);
    stack.push(opened);
  };
  const closeUntil = (limit: number): void => {
    for (;;) {
      const end = stack.reduce((least, opened) => Math.min(least, opened.end), Infinity);
      if (end > limit) return;
      write(end);
      const from = stack.findIndex((opened) => opened.end === end);
      for (const crossed of stack.splice(from)) if (crossed.end > end) open(crossed.mark, false);
    }
  };
  const inside = marks
    .filter((mark) => mark.start < range.end && range.start < mark.end)
    .map((mark) => ({ mark, start: Math.max(mark.start, range.start), end: Math.min(mark.end, range.end) }));
  for (const { mark, start } of inside.toSorted(byPlace)) {
    closeUntil(start);
    write(start);
    open(mark, mark.start === start);
  }
  closeUntil(range.end);
  write(range.end);
  return root;
}
