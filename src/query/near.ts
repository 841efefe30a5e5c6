// Which documents are worth comparing: those that tell the same events and the same utterances.
import type { DocumentId } from "../model/ids.js";
import type { Lookup } from "./lookup.js";
import { placeOf } from "./place.js";

/** Two documents that tell the same: how many events and how many utterances both tell. `a` was published first. */
export type Near = {
  readonly a: DocumentId;
  readonly b: DocumentId;
  readonly events: number;
  readonly utterances: number;
};
const nearest = 3; // for each document
const widest = 60; // what more documents tell brings no two of them near

/** Pairs of documents that tell the same, those that share the most first; of each document the three nearest. */
export function nearDocuments({ record }: Lookup): readonly Near[] {
  const place = new Map(record.documents.map(({ id }, at) => [id, at]));
  const pairs = new Map<string, Near>();
  const count = (docs: readonly DocumentId[], what: "events" | "utterances"): void => {
    const own = [...new Set(docs)].sort((x, y) => (place.get(x) ?? 0) - (place.get(y) ?? 0));
    if (own.length > widest) return;
    for (const [at, a] of own.entries())
      for (const b of own.slice(at + 1)) {
        const pair = pairs.get(`${a} ${b}`) ?? { a, b, events: 0, utterances: 0 };
        pairs.set(`${a} ${b}`, { ...pair, [what]: pair[what] + 1 });
      }
  };
  const docOf = new Map(record.statements.map((statement) => [statement.id, placeOf(statement)?.doc]));
  for (const { reports } of record.events)
    count(
      reports.map(({ span }) => span.doc),
      "events",
    );
  for (const { statements } of record.utterances)
    count(
      statements.flatMap((id) => docOf.get(id) ?? []),
      "utterances",
    );
  const weight = ({ events, utterances }: Near): number => events + utterances;
  const ranked = [...pairs.values()].sort(
    (x, y) =>
      weight(y) - weight(x) ||
      (place.get(x.a) ?? 0) - (place.get(y.a) ?? 0) ||
      (place.get(x.b) ?? 0) - (place.get(y.b) ?? 0),
  );
  const taken = new Map<DocumentId, number>();
  return ranked.filter(({ a, b }) => {
    const [left, right] = [taken.get(a) ?? 0, taken.get(b) ?? 0];
    if (left >= nearest && right >= nearest) return false;
    taken.set(a, left + 1).set(b, right + 1);
    return true;
  });
}
