// What a measure gives: figures (precision, recall, F1, or a share of right ones) and the misses behind them, and how they
// are printed. The lines are those of the reference scorer, so that both can be compared as text.

/** Precision, recall and F1 (each 0–1) with their counts; BCubed has no counts but the gold's. */
export type F1Figure = {
  readonly kind: "f1";
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number | null;
  readonly said: number | null;
  readonly gold: number;
};

/** How many of `total` are right; `share` is null where there was nothing to be right about. */
export type ShareFigure = {
  readonly kind: "share";
  readonly name: string;
  readonly share: number | null;
  readonly right: number;
  readonly total: number;
};

export type Figure = F1Figure | ShareFigure;

export type Measured = { readonly figures: readonly Figure[]; readonly misses: readonly string[] };

const ratio = (part: number, whole: number): number => (whole ? part / whole : 0);
const harmonic = (p: number, r: number): number => (p + r ? (2 * p * r) / (p + r) : 0);

/**
 * A figure from counts. `rightRequired` is the number of right ones that the gold requires, where the gold has optional
 * ones too: precision counts all right ones, recall only the required.
 */
export function f1Of(name: string, right: number, said: number, gold: number, rightRequired: number = right): F1Figure {
  const [precision, recall] = [ratio(right, said), ratio(rightRequired, gold)];
  return { kind: "f1", name, precision, recall, f1: harmonic(precision, recall), right, said, gold };
}

/** A figure from means over `gold` items (BCubed), where there are no counts. */
export const f1OfMeans = (name: string, precision: number, recall: number, gold: number): F1Figure => ({
  kind: "f1",
  name,
  precision,
  recall,
  f1: harmonic(precision, recall),
  right: null,
  said: null,
  gold,
});

/** The share of right ones. */
export const shareOf = (name: string, right: number, total: number): ShareFigure => ({
  kind: "share",
  name,
  share: total ? right / total : null,
  right,
  total,
});

/** The one number by which a figure is pinned: F1 or share; null where nothing was scored. */
export const scoreOf = (figure: Figure): number | null => (figure.kind === "f1" ? figure.f1 : figure.share);

/** How many gold items stand behind a figure. */
export const itemsOf = (figure: Figure): number => (figure.kind === "f1" ? figure.gold : figure.total);

const percent = (value: number): string => (100 * value).toFixed(1).padStart(5);

/** One line for people. */
export function printFigure(figure: Figure): string {
  const name = figure.name.padEnd(48);
  if (figure.kind === "share") {
    const share = figure.share === null ? "   –" : `${percent(figure.share)} %`;
    return `${name} ${share}   (${figure.right}/${figure.total})`;
  }
  const counts = `(${figure.right ?? ""}/${figure.said ?? ""} said, ${figure.gold} gold)`;
  return `${name} P ${percent(figure.precision)}  R ${percent(figure.recall)}  F1 ${percent(figure.f1)}   ${counts}`;
}
