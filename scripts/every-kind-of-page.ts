// Addresses of a page of every kind, by what a record has most of.
import type { ParleyRecord } from "../src/model/record.js";
import type { PageName, Query } from "../src/pages/links.js";
import { indexRecord } from "../src/pages/record-index.js";
import { routes } from "../src/pages/routes.js";
import { nearDocuments } from "../src/query/near.js";

export type Address = { readonly label: string; readonly name: PageName; readonly id: string; readonly query: Query };

/** One page of each route, and the other views of some. */
export function everyKindOfPage(record: ParleyRecord): readonly Address[] {
  const index = indexRecord(record);
  const most = <Thing extends { readonly id: string }>(
    things: readonly Thing[],
    count: (thing: Thing) => number,
  ): string => things.toSorted((a, b) => count(b) - count(a))[0]?.id ?? "";
  const event = most(record.events, ({ reports }) => reports.length);
  const party = most(record.actors, ({ id }) => index.positionsOf.get(id)?.length ?? 0);
  const ids: Partial<Record<PageName, string>> = {
    event,
    compare: event,
    why: event,
    utterance: most(record.utterances, ({ wordings, statements }) => wordings.length * 100 + statements.length),
    issue: most(record.issues, ({ id }) => index.positionsOn.get(id)?.length ?? 0),
    actor: party,
    document: most(record.documents, ({ id }) => index.tellingsIn.get(id)?.length ?? 0),
  };
  const near = nearDocuments(index.look)[0];
  const pair = near ? `${near.a},${near.b}` : null;
  const six = index.record.documents
    .slice(0, 6)
    .map(({ id }) => id)
    .join(",");
  const month = record.dossier.from?.slice(0, 7) ?? null;
  const views: readonly Address[] = [
    { label: "chronicle by party", name: "chronicle", id: "", query: { lanes: "party", actor: party } },
    { label: "statements of one", name: "statements", id: "", query: { actor: party } },
    { label: "new since", name: "new", id: "", query: { since: record.dossier.from } },
    { label: "calendar of a month", name: "calendar", id: "", query: { month } },
    { label: "network by party", name: "network", id: "", query: { by: "party" } },
    { label: "nothing fits", name: "statements", id: "", query: { grep: "nothing of the kind" } },
    { label: "two side by side", name: "compareReports", id: "", query: { docs: pair } },
    { label: "six side by side", name: "compareReports", id: "", query: { docs: six } },
    { label: "reports to compare with", name: "documents", id: "", query: { with: pair } },
    { label: "search", name: "search", id: "", query: { q: "talks" } },
  ];
  return [
    ...routes.map(({ name }): Address => ({ label: name, name, id: ids[name] ?? "", query: {} })),
    ...views,
  ].filter(({ name, id }) => id !== "" || ids[name] === undefined);
}
