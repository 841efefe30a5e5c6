// Provenance: every span lies in its document, everything carries evidence, and a mention's words are words of its actor.
import type { Actor, ParleyRecord } from "../../../src/model/record.js";
import type { Span } from "../../../src/model/span.js";
import { type Measured, shareOf } from "../figures.js";
import { plainName } from "../folding.js";
import { type Pages, present } from "./pages.js";

type Evidence = readonly (Span | null)[];

/** The evidence of each line of the record that must carry some. */
function evidenceOf(record: ParleyRecord): readonly Evidence[] {
  return [
    ...record.actors.flatMap((actor) => [actor.mentions, ...actor.roles.map((role) => role.evidence)]),
    ...record.timexes.map((timex) => [timex.span]),
    ...record.statements.map((statement) => [...statement.content, statement.speakerSpan, statement.cueSpan]),
    ...record.events.map((event) => event.reports.map((report) => report.span)),
    ...[...record.positions, ...record.issues, ...record.state].map((line) => line.evidence),
    ...record.discrepancies.flatMap((discrepancy) => discrepancy.values.map((value) => value.evidence)),
  ];
}

function liesInside(span: Span, pages: Pages): boolean {
  const text = pages.page(pages.stretch(span).file)?.document.text;
  return text !== undefined && span.start >= 0 && span.start < span.end && span.end <= text.length;
}

function foreignMentions(actor: Actor, pages: Pages): number {
  const forms = [actor.name, ...actor.aliases].map(plainName).filter((form) => form !== "");
  return actor.mentions.filter((mention) => {
    const words = plainName(pages.words(mention));
    return !forms.some((form) => words.includes(form));
  }).length;
}

export function measureProvenance(record: ParleyRecord, pages: Pages): Measured {
  const evidence = evidenceOf(record).map(present);
  const spans = evidence.flat();
  const inside = spans.filter((span) => liesInside(span, pages)).length;
  const named = record.actors.reduce((n, actor) => n + actor.mentions.length, 0);
  const foreign = record.actors.reduce((n, actor) => n + foreignMentions(actor, pages), 0);
  return {
    figures: [
      shareOf("provenance: spans inside their document", inside, spans.length),
      shareOf("provenance: items with evidence", evidence.filter((list) => list.length > 0).length, evidence.length),
      shareOf("provenance: mentions are words of their actor", named - foreign, named),
    ],
    misses: [],
  };
}
