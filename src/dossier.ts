// The dossier: what people do with it, over a store and what the roof plugs in. It knows no language, outlet or file format.

import { type ReadAgain, readAnew } from "./dossier/again.js";
import {
  type Decided,
  type Deciding,
  type DecisionLog,
  type Draft,
  decide,
  decisionLog,
  importDecisions,
  undecide,
} from "./dossier/decisions.js";
import { type Check, checkDossier } from "./dossier/doctor.js";
import { type Intake, type OnProgress, takeIn } from "./dossier/intake.js";
import type { DossierKit } from "./dossier/kit.js";
import { type Found as FoundPlace, searchIn } from "./dossier/search.js";
import { type Found as FoundSource, findSources, stdinSource } from "./dossier/sources.js";
import { checkRecord, type Imported, importRecord } from "./dossier/transfer.js";
import { type View, type ViewOptions, viewOf } from "./dossier/view.js";
import type { Decision } from "./model/decision.js";
import { InputError } from "./model/errors.js";
import type { ParleyRecord } from "./model/record.js";
import type { Store } from "./store/store.js";

export type { ReadAgain, Reread } from "./dossier/again.js";
export type { Decided, Deciding, DecisionLog, Draft, LogEntry } from "./dossier/decisions.js";
export { type Check, checkNode } from "./dossier/doctor.js";
export type { Intake, OnProgress, Outcome, Progress } from "./dossier/intake.js";
export type { DossierKit, News } from "./dossier/kit.js";
export type { Imported } from "./dossier/transfer.js";
export type { View, ViewOptions } from "./dossier/view.js";
/** A place that holds the words that were searched for, with the line of the record that it is. */
export type SearchHit = FoundPlace;
/** Something to take in: `uri` names it in the dossier, `load` gives its bytes. */
export type SourceFile = FoundSource;

/** A dossier. Every change is lasting when its promise resolves; several processes may read while one writes. */
export type Dossier = {
  /** Where it is kept: a path, for people. */
  readonly place: string;
  /** Whether nothing can be written: opened for reading, or the file or folder may not be written. */
  readonly readOnly: boolean;
  /** Grows with each change of documents, readings or decisions: what was made of one version holds for it. */
  readonly version: () => Promise<number>;
  /** What it is about, for people; a new one is called as its file. */
  readonly title: () => Promise<string>;
  readonly setTitle: (title: string) => Promise<void>;
  /** Number of documents. */
  readonly count: () => Promise<number>;

  /** Takes sources in; `onProgress` hears of each when it is lasting. What cannot be read is skipped and told. */
  readonly takeIn: (sources: readonly SourceFile[], onProgress?: OnProgress) => Promise<Intake>;
  /**
   * Reads documents anew whose readings are missing or of another version of the reader; gives how many. Every decision is
   * kept. `compare`: says besides what changed because of the reader, and what because of decisions.
   */
  readonly readAgain: (onProgress?: OnProgress, options?: { readonly compare?: boolean }) => Promise<ReadAgain>;

  /** The record of all documents, or as of a day: of those published by then. */
  readonly view: (options?: ViewOptions) => Promise<View>;
  /** The same, the record alone. */
  readonly record: (options?: ViewOptions) => Promise<ParleyRecord>;
  /** Places that hold all `words`, best first, at most `most` (20). */
  readonly search: (words: string, options?: ViewOptions & { readonly most?: number }) => Promise<readonly SearchHit[]>;
  /** The log of decisions: every entry, in the order of intake. */
  readonly decisions: () => Promise<readonly Decision[]>;
  /** Makes a decision and keeps it, or only says what it would change. Throws InputError where it would have no effect. */
  readonly decide: (draft: Draft, by: Deciding) => Promise<Decided>;
  /** Takes a decision back: nothing is erased. Throws InputError where it is not in force. */
  readonly undecide: (id: string, by: Deciding) => Promise<Decided>;
  /** The log with what became of each entry, where persons conflict, and how far they agree. */
  readonly decisionLog: () => Promise<DecisionLog>;
  /** Takes in a log, parsed from JSON; what is there already stands once. */
  readonly importDecisions: (
    input: unknown,
    where: string,
  ) => Promise<{ readonly added: number; readonly known: number }>;

  /** Takes in an exported record, parsed from JSON. `where` names its file in errors. */
  readonly importRecord: (input: unknown, where: string, onProgress?: OnProgress) => Promise<Imported>;
  /** What is wrong with it, and what to do. */
  readonly check: () => Promise<readonly Check[]>;
  /** To be called when done: nothing can be asked afterwards. What is being taken in ends with the report at hand. */
  readonly close: () => Promise<void>;
};

export { checkRecord };
/** `bytes` from standard input as a source for `takeIn`, named by their hash: "stdin:0a1b2c3d4e5f". */
export const sourceOfStdin = stdinSource;
/** What paths name. */
export const sourcesIn = findSources;

/** Runs what is handed to it one after the other; what one throws does not hold up the next. */
function oneByOne(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run);
    last = next.catch(() => {});
    return next;
  };
}

/** Intakes that can be ended: none begins another report once `end` is called, which resolves when the last one is done. */
function endable(take: (sources: readonly SourceFile[], onProgress?: OnProgress) => Promise<Intake>) {
  const running = new Set<Promise<unknown>>();
  let ending = false;
  const guarded = (source: SourceFile): SourceFile => ({
    ...source,
    load: async () => {
      if (ending) throw new InputError("the dossier is closed: reports that were not told as taken in were not");
      return source.load();
    },
  });
  return {
    takeIn: (sources: readonly SourceFile[], onProgress?: OnProgress): Promise<Intake> => {
      const intake = take(sources.map(guarded), onProgress);
      const settled: Promise<unknown> = intake.catch(() => {});
      running.add(settled);
      settled.then(() => running.delete(settled));
      return intake;
    },
    end: async (): Promise<void> => {
      ending = true;
      await Promise.all(running);
    },
  };
}

/** A dossier over a store. */
export function dossierOf(store: Store, kit: DossierKit): Dossier {
  const view = (options?: ViewOptions): Promise<View> => viewOf(store, kit, options);
  const intakes = endable((sources, onProgress) => takeIn(sources, store, kit, onProgress));
  const deciding = oneByOne(); // each stands on the log that the one before it left
  return {
    place: store.place,
    readOnly: store.readOnly,
    version: () => store.version(),
    title: () => store.title(),
    setTitle: (text) => store.setTitle(text),
    count: () => store.count(),
    takeIn: intakes.takeIn,
    readAgain: (onProgress, options = {}) => readAnew(store, kit, options, onProgress),
    view,
    record: async (options) => (await view(options)).record,
    search: async (words, options = {}) => searchIn(store, (await view(options)).record, words, options.most ?? 20),
    decisions: () => store.decisions(),
    decide: (draft, by) => deciding(() => decide(store, kit, draft, by)),
    undecide: (id, by) => deciding(() => undecide(store, kit, id, by)),
    decisionLog: () => decisionLog(store, kit),
    importDecisions: (input, where) => deciding(() => importDecisions(store, input, where)),
    importRecord: (input, where, onProgress) => importRecord(input, where, store, kit, onProgress),
    check: () => checkDossier(store, kit),
    close: async () => {
      await intakes.end();
      await deciding(() => store.close());
    },
  };
}
