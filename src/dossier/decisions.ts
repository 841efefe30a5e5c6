// A person's decisions in a dossier: made of what was written, tried on the record before they are kept, taken back, listed with
// what became of each, and merged with another's log. The clock is handed in.
import { agreementOf, conflictsIn } from "../decide/agreement.js";
import { dayOf, draftOf } from "../decide/draft.js";
import { changesBetween } from "../decide/effect.js";
import { documentNamed } from "../decide/subjects.js";
import type { Action, Decision, OtherAction } from "../model/decision.js";
import {
  type Decided,
  type DecisionLog,
  inLogOrder,
  isKnown,
  type LogEntry,
  supersededBy,
} from "../model/decision-log.js";
import { InputError } from "../model/errors.js";
import { sha256 } from "../model/ids.js";
import type { ParleyRecord } from "../model/record.js";
import type { Store } from "../store/store.js";
import type { DossierKit } from "./kit.js";
import { remember, remembered } from "./memory.js";
import { viewOf, viewWith, withoutUnmatched } from "./view.js";

export type { Decided, DecisionLog, LogEntry } from "../model/decision-log.js";

/** Who decides, when (ISO time in UTC) and why. `dryRun`: only say what would change. */
export type Deciding = {
  readonly author: string;
  readonly at: string;
  readonly reason: string | null;
  readonly dryRun?: boolean;
};
/** What is decided: a kind with what it takes (ids, names or words of a report), as `decisionKinds` tells. */
export type Draft = {
  readonly kind: string;
  readonly args: readonly string[];
  readonly date?: string | null;
  readonly inDocument?: string | null; // the one document in which words are looked for
};
/** The time of a new entry: now, and later than every entry of the log. */
function timeAfter(log: readonly Decision[], now: string): string {
  const last = log.reduce((latest, { at }) => (at > latest ? at : latest), "");
  return now > last ? now : new Date(Date.parse(last) + 1).toISOString();
}

function entryOf(
  log: readonly Decision[],
  { author, at: now, reason }: Deciding,
  action: Action,
  supersedes: string | null,
): Decision {
  if (author.trim() === "") throw new InputError("a decision needs the name of who makes it: --by NAME");
  const at = timeAfter(log, now);
  const id = `c-${sha256(JSON.stringify([at, author, action, supersedes])).slice(0, 12)}`;
  return { id, at, author: author.trim(), reason, supersedes, action };
}

/** What some decisions have no effect on, by their id: words that are gone, or that name nothing there. */
function withoutEffect(told: {
  readonly record: ParleyRecord;
  readonly unmatched: readonly { readonly id: string; readonly why: string }[];
}): ReadonlyMap<string, string> {
  const found = new Map(told.unmatched.map(({ id, why }) => [id, why]));
  for (const { stage, reason } of told.record.problems) {
    const parts = stage === "decisions" ? /^Decision (\S+): (.*)\.$/su.exec(reason) : null;
    if (parts?.[1] !== undefined && parts[2] !== undefined) found.set(parts[1], parts[2]);
  }
  return found;
}

/** The record as it is; of an imported one as linking makes it, so that only the decision makes a difference. */
async function recordBefore(store: Store, kit: DossierKit, log: readonly Decision[]): Promise<ParleyRecord> {
  const imported = (await store.importedRecord()) !== null;
  return (imported ? await viewWith(store, kit, log) : await viewOf(store, kit)).record;
}

/** The log, and the version of the dossier that it was read of: never a later one. */
type Standing = { readonly log: readonly Decision[]; readonly version: number };
const standing = async (store: Store): Promise<Standing> => ({
  version: await store.version(),
  log: await store.decisions(),
});

/** What takes a decision back. */
const withdrawal = (id: string) => ({ action: { kind: "withdraw", on: [] }, supersedes: id }) as const;

/** Which decision it is: its time and id make no difference to the record; nor does who takes one back. */
const keyOf = ({ action, author, supersedes }: Decision): string =>
  JSON.stringify([action, action.kind === "withdraw" ? "" : author, supersedes]);

/** Tries a decision on the record `before` it, and keeps it unless it is only to be tried. */
async function tried(
  store: Store,
  kit: DossierKit,
  { log, version, before }: Standing & { readonly before: ParleyRecord },
  decision: Decision,
  dryRun: boolean,
): Promise<Decided> {
  const key = keyOf(decision);
  const { trial: last, told: former } = remembered(store, version);
  const trial = last?.key === key ? last : null;
  const after = trial?.told ?? (await viewWith(store, kit, [...log, decision]));
  const missed = withoutEffect(after).get(decision.id);
  if (missed !== undefined) throw new InputError(`nothing was decided: ${missed}`);
  const changes = trial?.changes ?? changesBetween(before, after.record);
  if (dryRun) remember(store, version, { trial: { key, told: after, changes } });
  else {
    await store.decide(decision);
    const now = await store.version();
    const undo = former ? { trial: { key: keyOf({ ...decision, ...withdrawal(decision.id) }), told: former } } : {};
    if (now === version + 1) remember(store, now, { told: after, view: withoutUnmatched(after), ...undo }); // nobody else changed it meanwhile
  }
  return { decision, changes };
}

const pointsAt = ({ on }: Action | OtherAction): string => JSON.stringify(on.map(({ span }) => span));

/** Makes a decision and keeps it. Throws InputError, having kept nothing, where it would have no effect. */
export async function decide(store: Store, kit: DossierKit, draft: Draft, by: Deciding): Promise<Decided> {
  const stand = await standing(store);
  const { log } = stand;
  const record = await recordBefore(store, kit, log);
  const now = { ...stand, before: record };
  const { kind, args, date, inDocument } = draft;
  const scope = {
    record,
    inDocument: inDocument === null || inDocument === undefined ? null : documentNamed(record, inDocument),
  };
  const made = draftOf(scope, kind, { args, date: date === null || date === undefined ? null : dayOf(date) });
  const action = (await import("../model/decision.js")).parseAction(made);
  const ended = supersededBy(log);
  // One's own word on the same thing takes the place of what one said before; another's stands beside it, as a conflict.
  const former = [...inLogOrder(log)]
    .reverse()
    .find(
      (entry) =>
        entry.author === by.author.trim() &&
        entry.action.kind === action.kind &&
        !ended.has(entry.id) &&
        pointsAt(entry.action) === pointsAt(action),
    );
  return tried(store, kit, now, entryOf(log, by, action, former?.id ?? null), by.dryRun ?? false);
}

/** Takes a decision back: an entry that supersedes it. Throws InputError where there is none of this id, or not in force. */
export async function undecide(store: Store, kit: DossierKit, id: string, by: Deciding): Promise<Decided> {
  const stand = await standing(store);
  const { log } = stand;
  if (!log.some((entry) => entry.id === id))
    throw new InputError(`${id}: no decision has this id. See: parley decisions`);
  const ended = supersededBy(log).get(id);
  if (ended)
    throw new InputError(
      `${id}: it is superseded already, by ${ended.id}. To have it again: parley undecide ${ended.id}`,
    );
  const before = await recordBefore(store, kit, log);
  return tried(
    store,
    kit,
    { ...stand, before },
    entryOf(log, by, { kind: "withdraw", on: [] }, id),
    by.dryRun ?? false,
  );
}

/** What became of each entry of a log, in the record that it made. */
export function entriesOf(
  log: readonly Decision[],
  told: Parameters<typeof withoutEffect>[0] | null,
): readonly LogEntry[] {
  const missed = told === null ? new Map<string, string>() : withoutEffect(told);
  const ended = supersededBy(log);
  return inLogOrder(log).map((decision): LogEntry => {
    const by = ended.get(decision.id);
    const why = missed.get(decision.id);
    if (by) return { decision, state: "superseded", why: `by ${by.id}` };
    if (why !== undefined) return { decision, state: "without effect", why };
    return { decision, state: "in force", why: null };
  });
}

/** The log with what became of each entry, where persons conflict, and how far they agree. */
export async function decisionLog(store: Store, kit: DossierKit): Promise<DecisionLog> {
  const { version, log: entered } = await standing(store);
  const log = inLogOrder(entered);
  const told = log.length === 0 ? null : (remembered(store, version).told ?? (await viewWith(store, kit, log)));
  if (told !== null && (await store.importedRecord()) === null) remember(store, version, { told });
  const entries = entriesOf(log, told);
  const known = log.filter(isKnown);
  return { entries, conflicts: conflictsIn(known), agreement: agreementOf(known) };
}

/** Takes in another log; gives how many entries were new. Throws InputError, having kept nothing, for what is no log. */
export async function importDecisions(
  store: Store,
  input: unknown,
  where: string,
): Promise<{ added: number; known: number }> {
  const { parseDecisions } = await import("../model/decision.js");
  const incoming = inLogOrder(parseDecisions(input, where));
  const own = new Map((await store.decisions()).map((entry) => [entry.id, entry]));
  for (const entry of incoming) {
    const same = own.get(entry.id);
    if (same && JSON.stringify(parseDecisions([same], where)) !== JSON.stringify([entry]))
      throw new InputError(`${where}: its decision ${entry.id} is not the one of this id here. Nothing was taken in`);
  }
  const fresh = incoming.filter(({ id }) => !own.has(id));
  if (fresh.length > 0) await store.decide(...fresh);
  return { added: fresh.length, known: incoming.length - fresh.length };
}
