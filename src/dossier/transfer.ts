// Import of an exported record. Into an empty dossier the record is kept as it came, with its documents, so that exporting
// again gives the same bytes; its originals and readings did not travel with it. As soon as something else is taken in, its
// documents are read anew from their texts and the record is linked from all. Into a dossier that holds something, only
// its documents come, and are read at once.
import type { Document } from "../model/document.js";
import { inputError } from "../model/errors.js";
import { sha256 } from "../model/ids.js";
import { jsonPieces } from "../model/json.js";
import type { ParleyRecord, RecordDocument } from "../model/record.js";
import type { Range, Span } from "../model/span.js";
import type { Store } from "../store/store.js";
import type { OnProgress } from "./intake.js";
import type { DossierKit } from "./kit.js";
import { passagesOfRecord } from "./passages.js";
import { keptReading, prepare } from "./prepare.js";

/** How many documents came, and whether the record was kept as it came. */
export type Imported = { readonly documents: number; readonly kept: "record" | "documents" };

const rangeOf = ({ start, end }: Span): Range => ({ start, end });

/** The headline's place in the text: the first time that it stands there as a line of its own. */
function titleRange(text: string, title: string | null): Range | null {
  if (title === null) return null;
  for (let start = text.indexOf(title); start >= 0; start = text.indexOf(title, start + 1)) {
    const end = start + title.length;
    if ((start === 0 || text[start - 1] === "\n") && (end === text.length || text[end] === "\n")) return { start, end };
  }
  return null;
}

/** A document as ingest would have made it. A record does not tell where the dateline stands: none is known. */
export function documentOf({
  id,
  uri,
  textHash,
  title,
  outlet,
  byline,
  published,
  language,
  translatedFrom,
  text,
  furniture,
}: RecordDocument): Document {
  return {
    id,
    uri,
    textHash,
    title,
    titleRange: titleRange(text, title),
    dateline: null,
    outlet,
    byline,
    published: { value: published.value, basis: published.basis, evidence: published.evidence.map(rangeOf) },
    language,
    translatedFrom,
    text,
    furniture: furniture.map(({ span, reason }) => ({ ...rangeOf(span), reason })),
  };
}

/** The record, if it can be taken in. Throws InputError that names `where`. */
export async function checkRecord(
  input: unknown,
  where: string,
  kit: Pick<DossierKit, "parseRecord">,
): Promise<ParleyRecord> {
  const record = await kit.parseRecord(input, where);
  const changed = record.documents.find(({ text, textHash }) => sha256(text) !== textHash);
  if (changed)
    throw inputError(
      `the text of ${changed.uri} is not the one that was exported (its hash differs)`,
      where,
      "Export the record again; nothing was changed",
    );
  const ids = new Set(record.documents.map(({ id }) => id));
  if (ids.size !== record.documents.length)
    throw inputError("it holds a document twice", where, "Export the record again; nothing was changed");
  return record;
}

/** Takes in a record. `where` names its file in errors; throws InputError, having changed nothing, where it is no record. */
export async function importRecord(
  input: unknown,
  where: string,
  store: Store,
  kit: DossierKit,
  onProgress?: OnProgress,
): Promise<Imported> {
  const record = await checkRecord(input, where, kit);
  const documents = record.documents.map(documentOf);
  if ((await store.count()) === 0) {
    await store.importRecord(jsonPieces(record), record.dossier.title, documents, passagesOfRecord(record));
    return { documents: documents.length, kept: "record" };
  }
  const reader = await kit.reader();
  let added = 0;
  for (const [index, document] of documents.entries()) {
    const there = await store.has(document.id);
    const prepared = there ? null : await prepare({ kind: "again", document, bytes: null }, reader);
    const isNew =
      prepared !== null &&
      (await store.add({ document, bytes: null, kept: keptReading(prepared, kit.readerMaker, null) }));
    if (isNew) added++;
    const { uri, id } = document;
    onProgress?.({
      done: index + 1,
      total: documents.length,
      outcome: isNew ? { kind: "taken", uri, id, replaces: null } : { kind: "there", uri, id },
    });
  }
  return { documents: added, kept: "documents" };
}
