// Pages that were shown, kept as long as the record that they were made from: opening one again costs nothing.
import type { RecordIndex } from "../pages/record-index.js";

const mostKept = 200; // pages of one record, of at most some 150 kB each

/** Pages by record and address; those asked for last are kept. */
export function shownPages(): {
  readonly get: (index: RecordIndex, address: string) => string | undefined;
  readonly keep: (index: RecordIndex, address: string, text: string) => string;
} {
  const kept = new WeakMap<RecordIndex, Map<string, string>>();
  return {
    get: (index, address) => kept.get(index)?.get(address),
    keep: (index, address, text) => {
      const pages = kept.get(index) ?? new Map<string, string>();
      kept.set(index, pages);
      pages.set(address, text);
      for (const old of [...pages.keys()].slice(0, -mostKept)) pages.delete(old);
      return text;
    },
  };
}
