// Reading anew, and what that changes: the record before and after, each with and without the decisions. A change that the
// reader makes by itself is the reader's; any other comes of decisions that now have another effect; and what the reader
// changes by itself, but not in the record, decisions keep as it was.
import { type Change, changesBetween, renamedIds } from "../decide/effect.js";
import { parseJson } from "../model/json.js";
import type { ParleyRecord } from "../model/record.js";
import type { Store } from "../store/store.js";
import { entriesOf, type LogEntry } from "./decisions.js";
import { type OnProgress, readAgain } from "./intake.js";
import type { DossierKit } from "./kit.js";
import { viewWith } from "./view.js";

/** What reading anew changed in the record, and whose doing it is. */
export type Reread = {
  /** What this reader reads otherwise. */
  readonly reader: readonly Change[];
  /** What is other because decisions have no effect any more, have one again, or act on what is read otherwise. */
  readonly decisions: readonly Change[];
  /** What this reader would have changed and decisions keep. */
  readonly kept: readonly Change[];
  /** Entries of the log that had an effect and have none now, each with why; and those that have one again. */
  readonly lost: readonly LogEntry[];
  readonly back: readonly LogEntry[];
};
/** How many documents were read; what that changed (null: nothing was read, or nobody asked); why it cannot be told. */
export type ReadAgain = { readonly read: number; readonly changed: Reread | null; readonly untold: string | null };

type Stand = {
  readonly machine: ParleyRecord; // without decisions
  readonly whole: ParleyRecord;
  readonly entries: readonly LogEntry[];
};

/** The record as the readings at hand make it, with and without the decisions. */
async function standOf(store: Store, kit: DossierKit): Promise<Stand> {
  const log = await store.decisions();
  const imported = log.length === 0 ? await store.importedRecord() : null;
  if (imported !== null) {
    const record = parseJson(imported) as ParleyRecord;
    return { machine: record, whole: record, entries: [] };
  }
  const told = await viewWith(store, kit, log);
  const machine = log.length === 0 ? told.record : (await viewWith(store, kit, [])).record;
  return { machine, whole: told.record, entries: entriesOf(log, told) };
}

type Field = Change["fields"][number];
const keyOf = ({ list, what }: Change, id: string, field?: Field): string =>
  JSON.stringify([list, id, what, field?.name ?? null]);

/** Everything that is told by changes, line by line and field by field, under the ids that `ids` gives. */
const keysOf = (changes: readonly Change[], ids: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    changes.flatMap((change) => {
      const id = ids.get(change.id) ?? change.id;
      return change.what === "changed" ? change.fields.map((field) => keyOf(change, id, field)) : [keyOf(change, id)];
    }),
  );

/** The part of some changes that is among keys, or (`inside` false) is not. */
const part = (
  changes: readonly Change[],
  keys: ReadonlySet<string>,
  inside: boolean,
  ids: ReadonlyMap<string, string> = new Map(),
): readonly Change[] =>
  changes.flatMap((change) => {
    const id = ids.get(change.id) ?? change.id;
    if (change.what !== "changed") return keys.has(keyOf(change, id)) === inside ? [change] : [];
    const fields = change.fields.filter((field) => keys.has(keyOf(change, id, field)) === inside);
    return fields.length > 0 ? [{ ...change, fields }] : [];
  });

/** Whose doing the difference between two stands is. */
export function rereadOf(before: Stand, after: Stand): Reread {
  const own = changesBetween(before.machine, after.machine);
  const all = changesBetween(before.whole, after.whole);
  // Names that persons gave make other ids: a line is known by the id that the whole record has for it, before or after.
  const ids = new Map([...renamedIds(before.machine, before.whole), ...renamedIds(after.machine, after.whole)]);
  const [ofReader, ofAll] = [keysOf(own, ids), keysOf(all, new Map())];
  const without = ({ entries }: Stand): ReadonlySet<string> =>
    new Set(entries.filter(({ state }) => state === "without effect").map(({ decision }) => decision.id));
  const [was, is] = [without(before), without(after)];
  return {
    reader: part(all, ofReader, true),
    decisions: part(all, ofReader, false),
    kept: part(own, ofAll, false, ids),
    lost: after.entries.filter(({ decision: { id } }) => is.has(id) && !was.has(id)),
    back: after.entries.filter(({ decision: { id }, state }) => was.has(id) && state === "in force"),
  };
}

const mostCompared = 5000; // documents: four records of them are held at once

/** Why something cannot be told: readings that an older reader left may lack what this version asks of them. */
const whyNot = (error: unknown): string =>
  error instanceof TypeError
    ? "the readings before are of a form that this version does not know"
    : error instanceof Error
      ? error.message
      : String(error);

/**
 * Reads documents anew whose readings are missing or of another reader. With `compare`, says what that changed; what cannot be
 * told is left untold, since what was read is lasting by then.
 */
export async function readAnew(
  store: Store,
  kit: DossierKit,
  { compare = false }: { readonly compare?: boolean },
  onProgress?: OnProgress,
): Promise<ReadAgain> {
  const wanted = compare ? await store.unread(kit.readerMaker) : [];
  const told = async <T>(make: () => Promise<T>): Promise<T | string> => make().catch(whyNot);
  const tooMany = (await store.count()) > mostCompared;
  const before =
    wanted.length === 0
      ? null
      : tooMany
        ? `of more than ${mostCompared} documents it is not compared`
        : await told(() => standOf(store, kit));
  const read = await readAgain(store, kit, true, onProgress);
  if (before === null || typeof before === "string") return { read, changed: null, untold: before };
  const changed = await told(async () => rereadOf(before, await standOf(store, kit)));
  return typeof changed === "string" ? { read, changed: null, untold: changed } : { read, changed, untold: null };
}
