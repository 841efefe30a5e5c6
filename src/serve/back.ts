// Where to go back to after a decision: the page that one came from; where its thing is another now (renamed, merged, rejected),
// the page of what stands at the words that the decision is about.
import type { Decision } from "../model/decision.js";
import type { DocumentId } from "../model/ids.js";
import type { Span } from "../model/span.js";
import { overlaps } from "../model/span.js";
import { type PageName, pathOf, servedLinks } from "../pages/links.js";
import type { RecordIndex } from "../pages/record-index.js";

const links = servedLinks(null, { stylesheet: "", script: "" });

/** The id that a page of one thing is of; null: it is a page of another kind. */
function idIn(path: string, name: PageName): string | null {
  const base = pathOf[name];
  if (!path.startsWith(base) || path.length === base.length) return null;
  try {
    return decodeURIComponent(path.slice(base.length));
  } catch {
    return null;
  }
}

const at = (spans: readonly Span[], span: Span): boolean =>
  spans.some((own) => own.doc === span.doc && overlaps(own, span));

/** An address for going back to, in the record as it is after the decision. */
export function backTo(index: RecordIndex, { action }: Decision, back: string): string {
  const [path = "/"] = back.split(/[?#]/);
  const first = action.on[0]?.span as Span | undefined;
  const things: readonly {
    readonly name: PageName;
    readonly lines: readonly { readonly id: string; readonly spans: () => readonly Span[] }[];
  }[] = [
    { name: "actor", lines: index.record.actors.map(({ id, mentions }) => ({ id, spans: () => mentions })) },
    {
      name: "event",
      lines: index.record.events.map(({ id, reports }) => ({ id, spans: () => reports.map(({ span }) => span) })),
    },
    { name: "issue", lines: index.record.issues.map(({ id, evidence }) => ({ id, spans: () => evidence })) },
  ];
  for (const { name, lines } of things) {
    const id = idIn(path, name);
    if (id === null || lines.some((line) => line.id === id)) continue;
    const now = first && lines.find(({ spans }) => at(spans(), first));
    if (now) return links.page(name, now.id);
    return first && index.documents.has(first.doc as DocumentId) ? links.page("document", first.doc) : pathOf.chronicle;
  }
  return back;
}
