// Taking in: source → document → reading → store, one transaction a document; what cannot be read is reported and skipped.
import { UnreadableError } from "../ingest/unreadable.js";
import type { LinkInput } from "../link/input.js";
import type { Document } from "../model/document.js";
import type { DocumentId } from "../model/ids.js";
import type { KeptReading, Store } from "../store/store.js";
import type { DossierKit, News, Reader } from "./kit.js";
import { passagesOf } from "./passages.js";
import type { Found } from "./sources.js";

/** What became of one source. It is told after its transaction is lasting. */
export type Outcome =
  | { readonly kind: "taken"; readonly uri: string; readonly id: DocumentId; readonly replaces: DocumentId | null }
  | { readonly kind: "there"; readonly uri: string; readonly id: DocumentId }
  | { readonly kind: "skipped"; readonly uri: string; readonly reason: string };

export type Progress = { readonly done: number; readonly total: number; readonly outcome: Outcome };
export type OnProgress = (progress: Progress) => void;

/** What became of the sources, and what is new; `untold` says why what is new could not be told, where it could not. */
export type Intake = {
  readonly outcomes: readonly Outcome[];
  readonly news: readonly News[];
  readonly untold: string | null;
};

/** The reading of a document with what the store keeps beside it. */
export function keptReading(document: Document, reader: Reader, maker: string): KeptReading {
  const reading = reader.read(document);
  return {
    reading,
    maker,
    document: null,
    keys: reader.keysOf({ document, reading }),
    passages: passagesOf(document, reading),
  };
}

const isUnreadable = (error: unknown): error is UnreadableError => error instanceof UnreadableError;

async function takeOne(
  found: Found,
  store: Store,
  reader: Reader,
  maker: string,
): Promise<{ outcome: Outcome; input: LinkInput | null }> {
  const { uri } = found;
  try {
    const bytes = await found.load();
    const document = await reader.ingest({ uri, bytes });
    const { id } = document;
    if ((await store.has(id))?.bytes) return { outcome: { kind: "there", uri, id }, input: null };
    const replaces = (await store.at(uri)).filter((other) => other !== id).at(-1) ?? null;
    const kept = keptReading(document, reader, maker);
    if (!(await store.add({ document, bytes, kept }))) return { outcome: { kind: "there", uri, id }, input: null }; // another process was first
    return { outcome: { kind: "taken", uri, id, replaces }, input: { document, reading: kept.reading } };
  } catch (error) {
    if (isUnreadable(error)) return { outcome: { kind: "skipped", uri, reason: error.reason }, input: null };
    throw error;
  }
}

const mostNeighbours = 24; // documents that a new one is compared with when telling what is new
const mostFresh = 200; // new documents for which that is done; more are told as counts

/** What the new documents bring, against the few that they share most with. */
async function newsOf(
  fresh: readonly LinkInput[],
  store: Store,
  kit: DossierKit,
  reader: Reader,
): Promise<readonly News[]> {
  if (fresh.length === 0 || fresh.length > mostFresh) return [];
  const own = new Set(fresh.map(({ document }) => document.id));
  const near = new Set<DocumentId>();
  for (const input of fresh)
    for (const id of await store.neighbours(reader.keysOf(input), input.document.id, mostNeighbours))
      if (!own.has(id)) near.add(id);
  const neighbours: LinkInput[] = [];
  for (const id of near) {
    const held = await store.held(id);
    if (held?.reading) neighbours.push({ document: held.document, reading: held.reading });
  }
  const linker = await kit.linker();
  return linker.newsOf(fresh, neighbours, await store.title());
}

/** What is new, or why it cannot be told: what was taken in is lasting by now, and is reported whatever happens here. */
async function toldNews(
  fresh: readonly LinkInput[],
  store: Store,
  kit: DossierKit,
  reader: Reader,
): Promise<Pick<Intake, "news" | "untold">> {
  try {
    if (fresh.length > 0) await readAgain(store, kit, false); // documents that came with a record and were not read yet
    return { news: await newsOf(fresh, store, kit, reader), untold: null };
  } catch (error) {
    return { news: [], untold: error instanceof Error ? error.message : String(error) };
  }
}

/** The document as this reader takes it from its original bytes; as it is where they are not kept, or not read any more. */
async function takenAnew(document: Document, store: Store, reader: Reader): Promise<Document> {
  const bytes = await store.bytes(document.id);
  if (bytes === null) return document;
  try {
    return await reader.ingest({ uri: document.uri, bytes });
  } catch (error) {
    if (isUnreadable(error)) return document;
    throw error;
  }
}

/** Reads what has no reading, or (`older`) one of another maker, from the original bytes on; gives how many were read. */
export async function readAgain(
  store: Store,
  kit: DossierKit,
  older: boolean,
  onProgress?: OnProgress,
): Promise<number> {
  const wanted = await store.unread(older ? kit.readerMaker : null);
  if (wanted.length === 0) return 0;
  const reader = await kit.reader();
  for (const [index, id] of wanted.entries()) {
    const held = await store.held(id);
    if (!held) continue;
    const document = await takenAnew(held.document, store, reader);
    await store.putReading(id, { ...keptReading(document, reader, kit.readerMaker), document });
    const outcome = { kind: "taken", uri: document.uri, id, replaces: null } as const;
    onProgress?.({ done: index + 1, total: wanted.length, outcome });
  }
  return wanted.length;
}

/** Takes in sources in their order; `onProgress` hears of each when it is lasting. */
export async function takeIn(
  sources: readonly Found[],
  store: Store,
  kit: DossierKit,
  onProgress?: OnProgress,
): Promise<Intake> {
  const reader = await kit.reader();
  const outcomes: Outcome[] = [];
  const fresh: LinkInput[] = [];
  for (const found of sources) {
    const { outcome, input } = await takeOne(found, store, reader, kit.readerMaker);
    if (input && fresh.length <= mostFresh) fresh.push(input);
    outcomes.push(outcome);
    onProgress?.({ done: outcomes.length, total: sources.length, outcome });
  }
  return { outcomes, ...(await toldNews(fresh, store, kit, reader)) };
}
