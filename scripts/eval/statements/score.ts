// Figures of sources, cues and contents against marked texts: exact (the same code points) and overlapping (paired one to one
// with any code point shared), all and in parts.
import { type F1Figure, f1Of } from "../figures.js";
import { matchOneToOne } from "../matching.js";
import type { Marked, MarkedText, Piece } from "./brat.js";

export const roles = ["source", "cue", "content"] as const;
export type Role = (typeof roles)[number];
export type Told = { readonly text: MarkedText; readonly said: readonly Marked[] };

const key = (pieces: readonly Piece[]): string => pieces.map(([start, end]) => `${start}-${end}`).join(" ");

function shared(as: readonly Piece[], bs: readonly Piece[]): number {
  return as.reduce(
    (n, [from, to]) =>
      n + bs.reduce((m, [start, end]) => m + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0),
    0,
  );
}

const lengthOf = (pieces: readonly Piece[]): number => pieces.reduce((n, [start, end]) => n + end - start, 0);

/** Intersection over union of two spans in pieces (0–1). */
export const likeness = (as: readonly Piece[], bs: readonly Piece[]): number => {
  const both = shared(as, bs);
  return both === 0 ? 0 : both / (lengthOf(as) + lengthOf(bs) - both);
};

/** The spans of one role; two attributions with one source name it once. */
const spansOf = (marked: readonly Marked[], role: Role): (readonly Piece[])[] => [
  ...new Map(
    marked.flatMap((each) => (each[role].length > 0 ? [[key(each[role]), each[role]] as const] : [])),
  ).values(),
];

/** Exact and overlapping F1 of one role. `part` chooses the attributions that count, on both sides. */
export function roleFigures(
  told: readonly Told[],
  role: Role,
  part: (marked: Marked, text: MarkedText) => boolean,
  name: string,
): F1Figure[] {
  let [exact, overlapping, saidCount, goldCount] = [0, 0, 0, 0];
  for (const { text, said } of told) {
    const gold = spansOf(
      text.attributions.filter((each) => part(each, text)),
      role,
    );
    const ours = spansOf(
      said.filter((each) => part(each, text)),
      role,
    );
    const keys = new Set(gold.map(key));
    exact += ours.filter((span) => keys.has(key(span))).length;
    overlapping += matchOneToOne(gold, ours, likeness, Number.MIN_VALUE).length;
    saidCount += ours.length;
    goldCount += gold.length;
  }
  return [
    f1Of(`${name}${role}, exact`, exact, saidCount, goldCount),
    f1Of(`${name}${role}, overlap`, overlapping, saidCount, goldCount),
  ];
}
