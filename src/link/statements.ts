// Attributions of all documents as statements of the record.
import type { ActorId, StatementId } from "../model/ids.js";
import type { Attribution } from "../model/reading.js";
import type { Statement } from "../model/record.js";
import type { Range, Span } from "../model/span.js";
import { idMaker } from "./ids.js";
import { type ActorOf, type Corpus, type LinkInput, spanIn } from "./input.js";

export type LinkedStatements = {
  readonly statements: readonly Statement[];
  /** The statement of attribution `index` of the document at `doc`; null where there is none. */
  readonly statementOf: (doc: number, index: number | null) => StatementId | null;
};

const present = <T>(value: T | null): value is T => value !== null;

function evidenceOf(input: LinkInput, attribution: Attribution): Span[] {
  const ranges = [...attribution.content, attribution.cue, attribution.source].filter((range) => range !== null);
  return ranges.map((range) => spanIn(input, range));
}

/** The words that give the date; none where a person set it without any. */
function dateWords({ date, content, cue, source, decidedBy }: Attribution): Range | null {
  const own = (range: Range | null): boolean =>
    range?.start === date?.evidence.start && range?.end === date?.evidence.end;
  return date === null || (decidedBy !== undefined && [...content, cue, source].some(own)) ? null : date.evidence;
}

function statementFrom(
  input: LinkInput,
  attribution: Attribution,
  id: StatementId,
  who: (local: number) => ActorId | null,
): Omit<Statement, "within"> {
  const span = (range: { start: number; end: number } | null): Span | null =>
    range === null ? null : spanIn(input, range);
  return {
    id,
    speakers: [...new Set(attribution.speakers.map(who).filter(present))],
    speakerSpan: span(attribution.source),
    cueSpan: span(attribution.cue),
    mode: attribution.mode,
    content: attribution.content.map((range) => spanIn(input, range)),
    kind: attribution.kind,
    negated: attribution.negated,
    refusal: attribution.refusal,
    via: attribution.via.map((link) => ({
      actor: link.actor === null ? null : who(link.actor),
      name: link.name,
      evidence: spanIn(input, link.evidence),
    })),
    addressee: attribution.addressee === null ? null : who(attribution.addressee),
    channel: attribution.channel?.name ?? null,
    date: attribution.date?.value ?? null,
    headline: attribution.headline,
    evidence: { date: span(dateWords(attribution)), channel: span(attribution.channel) },
    why: attribution.why,
    ...(attribution.decidedBy === undefined ? {} : { decidedBy: attribution.decidedBy }),
  };
}

/** The actor of the record that speaks: of a body that no report names ("her spokesman": a ministry's) what it belongs to. */
function speakerIn(input: LinkInput, doc: number, actorOf: ActorOf): (local: number) => ActorId | null {
  const find = (local: number, depth: number): ActorId | null => {
    const id = actorOf(doc, local);
    const actor = input.reading.actors[local];
    const above = actor?.kind === "body" ? actor.memberOf[0]?.actor : undefined;
    return id !== null || above === undefined || depth > 3 ? id : find(above, depth + 1);
  };
  return (local) => find(local, 0);
}

/** Statements by document and place; each says what it stands within. */
export function linkStatements(corpus: Corpus, actorOf: ActorOf): LinkedStatements {
  const makeId = idMaker("s");
  const ids = corpus.map((input) =>
    input.reading.attributions.map((attribution) => {
      const evidence = evidenceOf(input, attribution);
      return evidence.length > 0 ? (makeId(evidence) as StatementId) : null;
    }),
  );
  const statementOf = (doc: number, index: number | null): StatementId | null =>
    index === null ? null : (ids[doc]?.[index] ?? null);
  const statements = corpus.flatMap((input, doc) =>
    input.reading.attributions.flatMap((attribution, index): Statement[] => {
      const id = statementOf(doc, index);
      if (id === null) return [];
      const { via, addressee, channel, date, headline, evidence, why, decidedBy, ...head } = statementFrom(
        input,
        attribution,
        id,
        speakerIn(input, doc, actorOf),
      );
      return [
        {
          ...head,
          within: statementOf(doc, attribution.within),
          via,
          addressee,
          channel,
          date,
          headline,
          evidence,
          why,
          ...(decidedBy === undefined ? {} : { decidedBy }),
        },
      ];
    }),
  );
  return { statements, statementOf };
}
