// One more report at constant cost: the keys under which it meets its like, and what it brings beside a bounded number of
// stored neighbours. The whole record is linked when somebody looks at it; this only says what is new.
import { boundsOf } from "../model/edtf.js";
import type { DocumentId, EventId, StatementId } from "../model/ids.js";
import type { LocalActor, Reading } from "../model/reading.js";
import type { Discrepancy, Event, Novelty, Statement } from "../model/record.js";
import type { Span } from "../model/span.js";
import { hash32 } from "../text/shingles.js";
import { plainName } from "./compare-names.js";
import { bagOf } from "./compare-words.js";
import { reprintKeys } from "./duplicates.js";
import { type LinkInput, wordsIn } from "./input.js";
import { type LinkOptions, linked } from "./link.js";
import { linkNovelty, sentenceKeys } from "./novelty.js";
import { familyOf, monthsOf } from "./tellings.js";

/** Most keys of each sort that one document has: 16 + 48 + 48 + 48 = 160 in all. */
const most = { events: 48, statements: 48, sentences: 48 } as const;

/** A name that two reports of one actor share: the lexicon's key, or the last word of a person's name. */
function partyKey(reading: Reading, index: number, depth = 0): string {
  const actor: LocalActor | undefined = reading.actors[index];
  if (!actor) return "?";
  const above = actor.memberOf[0]?.actor;
  if (above !== undefined && above !== index && depth < 4) return partyKey(reading, above, depth + 1);
  return actor.key ?? plainName(actor.name).split(" ").at(-1) ?? "?";
}

function eventKeys({ reading }: LinkInput): string[] {
  return reading.events.flatMap(({ kind, date, participants }) => {
    const family = familyOf(kind);
    const days = date === null ? null : boundsOf(date);
    if (days && days.first === days.last) return [`e:${family}:${days.first}`];
    const sides = [...new Set(participants.map(({ actor }) => partyKey(reading, actor)))].sort().slice(0, 3);
    const months = days ? monthsOf(days, 2) : [];
    return months.flatMap((month) => sides.map((side) => `m:${family}:${month}:${side}`));
  });
}

/** Two words of a saying's longest four, with its speaker's party: two wordings share one of them more often than not. */
function statementKeys(input: LinkInput, stopwords: ReadonlySet<string>): string[] {
  return input.reading.attributions.flatMap(({ speakers, content }) => {
    const side = speakers[0] === undefined ? "?" : partyKey(input.reading, speakers[0]);
    const words = bagOf(content.map((range) => wordsIn(input, range)).join(" "), stopwords);
    const stems = [...words].sort((a, b) => hash32(a) - hash32(b) || (a < b ? -1 : 1)).slice(0, 3);
    return stems.map((stem) => `s:${side}:${stem}`);
  });
}

/**
 * The keys under which a document's reprints, tellings, statements and sentences meet those of others. Deterministic; at
 * most 160, whatever the length of the report.
 */
export function keysOf(input: LinkInput, stopwords: ReadonlySet<string>): string[] {
  const sentences = input.reading.sentences.flatMap((range) =>
    sentenceKeys(wordsIn(input, range))
      .slice(0, 1)
      .map((key) => `n:${key.toString(36)}`),
  );
  const own = (keys: readonly string[], limit: number): string[] => [...new Set(keys)].slice(0, limit);
  return [
    ...reprintKeys(input.document).map((key) => `b:${hash32(key).toString(36)}`),
    ...own(eventKeys(input), most.events),
    ...own(statementKeys(input, stopwords), most.statements),
    ...own(sentences, most.sentences),
  ];
}

/** What one added report brings beside those that were there. */
export type Brought = {
  readonly document: DocumentId;
  readonly duplicateOf: DocumentId | null;
  /** Events that it tells: first told by it (no earlier report), or joined (with the earlier reports). */
  readonly events: readonly { readonly event: Event; readonly earlier: readonly Event["reports"][number][] }[];
  /** Statements that it is the first to tell. */
  readonly statements: readonly Statement[];
  /** Discrepancies in which it has a part. */
  readonly discrepancies: readonly { readonly discrepancy: Discrepancy; readonly event: Event }[];
  readonly sentences: readonly Novelty[];
};

/**
 * What `added` documents bring beside `neighbours`, which count as earlier whenever they were published. Cost grows with the
 * number of documents given, not with the dossier.
 */
export function linkNeighbourhood(
  added: readonly LinkInput[],
  neighbours: readonly LinkInput[],
  options: LinkOptions,
): Brought[] {
  const fresh = new Set(added.map(({ document }) => document.id));
  const known = neighbours.filter(({ document }) => !fresh.has(document.id));
  const { record, corpus, told } = linked([...known, ...added], [], options);
  const docs = corpus.map((_, index) => index);
  const isFresh = (doc: number): boolean => fresh.has(corpus[doc]?.document.id ?? ("" as DocumentId));
  const novelty = linkNovelty(corpus, [...docs.filter((doc) => !isFresh(doc)), ...docs.filter(isFresh)], told);
  const eventById = new Map<EventId, Event>(record.events.map((event) => [event.id, event]));
  const statementById = new Map<StatementId, Statement>(
    record.statements.map((statement) => [statement.id, statement]),
  );
  const docOf = (id: StatementId): DocumentId | undefined => told.spanOfStatement(id)?.doc;
  return docs.filter(isFresh).flatMap((doc): Brought[] => {
    const document = record.documents[doc];
    if (!document) return [];
    const own = (span: Span): boolean => span.doc === document.id;
    const before = (span: Span): boolean => !fresh.has(span.doc);
    const events = record.events
      .filter(({ reports }) => reports.some(({ span }) => own(span)))
      .map((event) => ({ event, earlier: event.reports.filter(({ span }) => before(span)) }));
    const statements = record.utterances
      .filter(
        ({ statements: tellings }) =>
          tellings.some((id) => docOf(id) === document.id) &&
          !tellings.some((id) => !fresh.has(docOf(id) ?? document.id)),
      )
      .flatMap(({ statements: tellings }) => tellings.filter((id) => docOf(id) === document.id).slice(0, 1))
      .flatMap((id) => statementById.get(id) ?? []);
    const discrepancies = record.discrepancies
      .filter(({ values }) => values.some(({ evidence }) => evidence.some(own)))
      .flatMap((discrepancy) => {
        const event = eventById.get(discrepancy.event);
        return event ? [{ discrepancy, event }] : [];
      });
    return [
      {
        document: document.id,
        duplicateOf: document.duplicateOf,
        events,
        statements,
        discrepancies,
        sentences: novelty[doc] ?? [],
      },
    ];
  });
}
