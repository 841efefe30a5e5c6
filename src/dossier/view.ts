// The record of a dossier, whole or as of a day: linked from all readings, kept by version so that it is linked once.
import { applyDecisions, withDays } from "../decide/apply.js";
import type { LinkInput } from "../link/input.js";
import type { Decision } from "../model/decision.js";
import { boundsOf, type Edtf } from "../model/edtf.js";
import { InputError } from "../model/errors.js";
import { jsonPieces, parseJson } from "../model/json.js";
import type { ParleyRecord } from "../model/record.js";
import type { Store } from "../store/store.js";
import { datedByOthers } from "./dating.js";
import type { DossierKit, Reader } from "./kit.js";
import { remember, remembered, type Told, type View } from "./memory.js";

export type { View } from "./memory.js";
/** `asOf`: only what had been reported by the end of this day, month or year. */
export type ViewOptions = { readonly asOf?: Edtf | null };

/** Whether what a document says had been reported by the end of a day, month or year; null: it bears no date. */
function reportedBy(published: Edtf | null, asOf: Edtf): boolean | null {
  return published === null ? null : boundsOf(published).last <= boundsOf(asOf).last;
}

type Gathered = {
  readonly inputs: readonly LinkInput[];
  readonly undated: number;
  readonly later: number;
  readonly older: number;
};

type Held = LinkInput & { readonly older: boolean };

/** Every document with its reading: the one kept, else one made now. */
async function everything(store: Store, kit: DossierKit): Promise<readonly Held[]> {
  const inputs: Held[] = [];
  let reader: Reader | null = null;
  for await (const { document, reading, maker } of store.all()) {
    reader ??= reading ? null : await kit.reader();
    const present = reading ?? reader?.read(document);
    if (present) inputs.push({ document, reading: present, older: reading !== null && maker !== kit.readerMaker });
  }
  return inputs;
}

async function gather(
  store: Store,
  kit: DossierKit,
  asOf: Edtf | null,
  decisions: readonly Decision[],
): Promise<Gathered> {
  const inputs: LinkInput[] = [];
  let [undated, later, older] = [0, 0, 0];
  for (const { older: isOlder, ...input } of await datedByOthers(
    withDays(await everything(store, kit), decisions),
    kit,
  )) {
    const reported = asOf === null ? true : reportedBy(input.document.published.value, asOf);
    if (reported === null) undated++;
    else if (!reported) later++;
    else {
      if (isOlder) older++;
      inputs.push(input);
    }
  }
  return { inputs, undated, later, older };
}

/** Keeps what was made; a dossier that another process is writing to is not waited for. */
async function keep(store: Store, asOf: string, maker: string, version: number, view: View): Promise<void> {
  try {
    await store.cacheRecord(asOf, maker, version, jsonPieces(view));
  } catch (error) {
    const tooLong = error instanceof RangeError; // longer than a buffer may be: it is made anew each time
    if (!(error instanceof InputError) && !tooLong) throw error;
  }
}

/** The record that some decisions make, and those that have no effect on it, with the reason. */
export async function viewWith(
  store: Store,
  kit: DossierKit,
  decisions: readonly Decision[],
  asOf: Edtf | null = null,
): Promise<Told> {
  const { inputs, ...left } = await gather(store, kit, asOf, decisions);
  const again = decisions.some(({ action }) => action.kind === "set-published");
  const reader = again ? await kit.reader() : null;
  const applied = applyDecisions(inputs, decisions, reader && ((document) => reader.read(document)));
  const linker = await kit.linker();
  const record = linker.link(applied.inputs, applied.decisions, await store.title());
  return { record, ...left, unmatched: applied.unmatched };
}

/** A view alone. */
export const withoutUnmatched = ({ unmatched: _, ...view }: Told): View => view;

/** The record of all documents, or of those published by the end of `asOf`. */
export async function viewOf(store: Store, kit: DossierKit, { asOf = null }: ViewOptions = {}): Promise<View> {
  if (asOf === null) {
    const imported = await store.importedRecord();
    if (imported !== null) return { record: parseJson(imported) as ParleyRecord, undated: 0, later: 0, older: 0 };
  }
  const version = await store.version();
  const known = asOf === null ? remembered(store, version).view : undefined;
  if (known) return known;
  const cached = await store.cachedRecord(asOf ?? "", kit.recordMaker);
  const view =
    cached === null
      ? withoutUnmatched(await viewWith(store, kit, await store.decisions(), asOf))
      : (parseJson(cached) as View);
  if (asOf === null) remember(store, version, { view });
  if (cached === null) await keep(store, asOf ?? "", kit.recordMaker, version, view);
  return view;
}
