// Taking in: source → document → reading → store, one transaction a document; what cannot be read is reported and skipped.
import { UnreadableError } from "../ingest/unreadable.js";
import type { LinkInput } from "../link/input.js";
import { type DocumentId, documentId } from "../model/ids.js";
import type { Store } from "../store/store.js";
import type { DossierKit, News, Prepared, Preparer } from "./kit.js";
import { inOrder, keptReading } from "./prepare.js";
import type { Found } from "./sources.js";

/** What became of one source. It is told after its transaction is lasting. */
export type Outcome =
  | { readonly kind: "taken"; readonly uri: string; readonly id: DocumentId; readonly replaces: DocumentId | null }
  | { readonly kind: "there"; readonly uri: string; readonly id: DocumentId }
  | { readonly kind: "skipped"; readonly uri: string; readonly reason: string };

/** How far an intake is, and what became of the source that was last. */
export type Progress = { readonly done: number; readonly total: number; readonly outcome: Outcome };
/** Hears of each source when what became of it is lasting. */
export type OnProgress = (progress: Progress) => void;

/** What became of the sources, and what is new; `untold` says why what is new could not be told, where it could not. */
export type Intake = {
  readonly outcomes: readonly Outcome[];
  readonly news: readonly News[];
  readonly untold: string | null;
};

/** One source up to where the store comes in: there already, or read, or not to be read. */
type Begun =
  | { readonly kind: "there"; readonly id: DocumentId }
  | { readonly kind: "read"; readonly bytes: Uint8Array; readonly prepared: Prepared }
  | { readonly kind: "skipped"; readonly reason: string };

/** Loads and reads a source; what is there already is not read. */
async function begin({ uri, load }: Found, store: Store, preparer: Preparer): Promise<Begun> {
  try {
    const bytes = await load();
    const id = documentId(uri, bytes);
    if ((await store.has(id))?.bytes) return { kind: "there", id };
    return { kind: "read", bytes, prepared: await preparer.prepare({ kind: "new", source: { uri, bytes } }) };
  } catch (error) {
    if (error instanceof UnreadableError) return { kind: "skipped", reason: error.reason };
    throw error;
  }
}

type Fresh = LinkInput & Pick<Prepared, "keys">;

/** Keeps what was read, in one transaction. */
async function keep(
  begun: Begun,
  uri: string,
  store: Store,
  maker: string,
): Promise<{ readonly outcome: Outcome; readonly fresh: Fresh | null }> {
  if (begun.kind !== "read") return { outcome: { ...begun, uri }, fresh: null };
  const { bytes, prepared } = begun;
  const { document, reading, keys } = prepared;
  const { id } = document;
  const replaces = (await store.at(uri)).filter((other) => other !== id).at(-1) ?? null;
  const added = await store.add({ document, bytes, kept: keptReading(prepared, maker, null) });
  if (!added) return { outcome: { kind: "there", uri, id }, fresh: null }; // it came twice, or another process was first
  return { outcome: { kind: "taken", uri, id, replaces }, fresh: { document, reading, keys } };
}

const mostNeighbours = 24; // documents that a new one is compared with when telling what is new
const mostFresh = 200; // new documents for which that is done; more are told as counts

/** What the new documents bring, against the few that they share most with. */
async function newsOf(fresh: readonly Fresh[], store: Store, kit: DossierKit): Promise<readonly News[]> {
  if (fresh.length === 0 || fresh.length > mostFresh) return [];
  const own = new Set(fresh.map(({ document }) => document.id));
  const near = new Set<DocumentId>();
  for (const { document, keys } of fresh)
    for (const id of await store.neighbours(keys, document.id, mostNeighbours)) if (!own.has(id)) near.add(id);
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
  fresh: readonly Fresh[],
  store: Store,
  kit: DossierKit,
): Promise<Pick<Intake, "news" | "untold">> {
  try {
    if (fresh.length > 0) await readAgain(store, kit, false); // documents that came with a record and were not read yet
    return { news: await newsOf(fresh, store, kit), untold: null };
  } catch (error) {
    return { news: [], untold: error instanceof Error ? error.message : String(error) };
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
  const preparer = await kit.preparer(wanted.length);
  const readOne = async (id: DocumentId): Promise<Prepared | null> => {
    const held = await store.held(id);
    return held && preparer.prepare({ kind: "again", document: held.document, bytes: await store.bytes(id) });
  };
  try {
    let done = 0;
    for await (const [id, prepared] of inOrder(
      wanted,
      preparer.window,
      async (id) => [id, await readOne(id)] as const,
    )) {
      done++;
      if (!prepared) continue;
      const { document } = prepared;
      await store.putReading(id, keptReading(prepared, kit.readerMaker, document));
      const outcome = { kind: "taken", uri: document.uri, id, replaces: null } as const;
      onProgress?.({ done, total: wanted.length, outcome });
    }
  } finally {
    await preparer.close();
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
  const preparer = await kit.preparer(sources.length);
  const outcomes: Outcome[] = [];
  const allFresh: Fresh[] = [];
  const beginOne = async (found: Found) => ({ uri: found.uri, begun: await begin(found, store, preparer) });
  try {
    for await (const { uri, begun } of inOrder(sources, preparer.window, beginOne)) {
      const { outcome, fresh } = await keep(begun, uri, store, kit.readerMaker);
      if (fresh && allFresh.length <= mostFresh) allFresh.push(fresh);
      outcomes.push(outcome);
      onProgress?.({ done: outcomes.length, total: sources.length, outcome });
    }
  } finally {
    await preparer.close();
  }
  return { outcomes, ...(await toldNews(allFresh, store, kit)) };
}
