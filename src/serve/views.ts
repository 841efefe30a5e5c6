// What the server shows pages from: the record of the dossier, indexed, as of the day asked for. Kept by the dossier's
// version, so that a page costs what it shows.
import type { Edtf } from "../model/edtf.js";
import type { ParleyRecord } from "../model/record.js";
import { indexRecord, prepare, type RecordIndex } from "../pages/record-index.js";
import { reportDays } from "../query/days.js";

/** The part of a dossier that is served. */
export type ServedDossier = {
  readonly title: () => Promise<string>;
  readonly version: () => Promise<number>;
  readonly record: (options?: { readonly asOf?: Edtf | null }) => Promise<ParleyRecord>;
};

export type ServedView = {
  readonly title: string;
  readonly index: RecordIndex;
  readonly undated: number;
  readonly days: readonly Edtf[];
};

const mostKept = 12;

/** The index of a record; what pages need of it later is made when the first page has been answered. */
function indexAhead(record: ParleyRecord): RecordIndex {
  const index = indexRecord(record);
  setTimeout(() => prepare(index), 20).unref();
  return index;
}

/** Gives views of the dossier; those asked for last are kept until it changes. */
export function viewsOf(dossier: ServedDossier): (asOf: Edtf | null) => Promise<ServedView> {
  const kept = new Map<string, Promise<RecordIndex>>();
  const indexed = (asOf: Edtf | null, version: number): Promise<RecordIndex> => {
    const key = `${version} ${asOf ?? ""}`;
    const index = kept.get(key) ?? dossier.record({ asOf }).then(indexAhead);
    kept.delete(key);
    kept.set(key, index);
    index.catch(() => kept.delete(key));
    for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
    return index;
  };
  return async (asOf) => {
    const [title, version] = await Promise.all([dossier.title(), dossier.version()]);
    const [index, whole] = await Promise.all([indexed(asOf, version), indexed(null, version)]);
    const undated = whole.record.documents.filter(({ published }) => published.value === null).length;
    return { title, index, undated, days: reportDays(whole.record) };
  };
}
