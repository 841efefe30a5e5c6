// Macro-F1 of PLOVER roots and of the quad classes (verbal and material, cooperation and conflict) that they belong to.
export const quadOf: Readonly<Record<string, string>> = {
  AGREE: "verbal cooperation",
  CONSULT: "verbal cooperation",
  SUPPORT: "verbal cooperation",
  COOPERATE: "material cooperation",
  AID: "material cooperation",
  YIELD: "material cooperation",
  REQUEST: "verbal conflict",
  ACCUSE: "verbal conflict",
  REJECT: "verbal conflict",
  THREATEN: "verbal conflict",
  PROTEST: "material conflict",
  SANCTION: "material conflict",
  MOBILIZE: "material conflict",
  COERCE: "material conflict",
  ASSAULT: "material conflict",
};

export type Coding = { readonly gold: string; readonly said: string | null };
export type ClassScore = {
  readonly name: string;
  readonly right: number;
  readonly said: number;
  readonly gold: number;
};

/** Right, said and gold of each class of the gold. */
export function classScores(codings: readonly Coding[]): ClassScore[] {
  const names = [...new Set(codings.map(({ gold }) => gold))].sort();
  return names.map((name) => ({
    name,
    right: codings.filter(({ gold, said }) => gold === name && said === name).length,
    said: codings.filter(({ said }) => said === name).length,
    gold: codings.filter(({ gold }) => gold === name).length,
  }));
}

/** The mean of the classes' F1; 0 where there are none. */
export function macroF1(scores: readonly ClassScore[]): number {
  const f1 = scores.map(({ right, said, gold }) => (right ? (2 * right) / (said + gold) : 0));
  return f1.length ? f1.reduce((sum, value) => sum + value, 0) / f1.length : 0;
}
