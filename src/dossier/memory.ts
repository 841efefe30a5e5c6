// What was last linked, kept in memory for one version of a store: so that what a preview has shown is not linked again to be saved,
// nor what was saved to be seen.
import type { Unmatched } from "../decide/apply.js";
import type { Store } from "../store/store.js";
import type { View } from "./view.js";

/** A view, and which decisions have no effect on it. */
export type Told = View & { readonly unmatched: readonly Unmatched[] };
type Memory = { readonly version: number; readonly told: Told | null; readonly trial: Trial | null };
/** What the record would be with one decision more. */
type Trial = { readonly key: string; readonly told: Told };

const memories = new WeakMap<Store, Memory>();

const at = (store: Store, version: number): Memory => {
  const memory = memories.get(store);
  return memory?.version === version ? memory : { version, told: null, trial: null };
};

/** The record of this version with all decisions; null: it is not known. */
export const toldAt = (store: Store, version: number): Told | null => at(store, version).told;

/** Keeps the record of a version. */
export const keepTold = (store: Store, version: number, told: Told): void =>
  void memories.set(store, { ...at(store, version), told });

/** What was tried last on this version, if it is the same trial. */
export function trialAt(store: Store, version: number, key: string): Told | null {
  const { trial } = at(store, version);
  return trial?.key === key ? trial.told : null;
}

export const keepTrial = (store: Store, version: number, trial: Trial): void =>
  void memories.set(store, { ...at(store, version), trial });
