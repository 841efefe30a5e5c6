// What was last linked, kept in memory for one version of a store: so that what a preview has shown is not linked again to be saved,
// nor what was saved to be seen.
import type { Unmatched } from "../decide/apply.js";
import type { Change } from "../model/decision-log.js";
import type { ParleyRecord } from "../model/record.js";
import type { Store } from "../store/store.js";

/** A record, and what an as-of view leaves out: documents without a date, and those published later. */
export type View = {
  readonly record: ParleyRecord;
  readonly undated: number;
  readonly later: number;
  readonly older: number;
};
/** A view, and which decisions have no effect on it. */
export type Told = View & { readonly unmatched: readonly Unmatched[] };
/** What the record would be with one decision more, and what that changes; `key`: which decision. */
export type Trial = { readonly key: string; readonly told: Told; readonly changes?: readonly Change[] };

type Memory = { readonly version: number; readonly view?: View; readonly told?: Told; readonly trial?: Trial };
const memories = new WeakMap<Store, Memory>();

/** What is remembered of a version; of another one nothing is. */
export function remembered(store: Store, version: number): Memory {
  const memory = memories.get(store);
  return memory?.version === version ? memory : { version };
}

/** Remembers more of a version, and forgets what was of others. */
export const remember = (store: Store, version: number, more: Omit<Memory, "version">): void =>
  void memories.set(store, { ...remembered(store, version), ...more });
