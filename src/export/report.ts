// The record as a document that people read, before it is HTML or Word: sections of lines, each with the words that tell it.
// Lines are made as they are asked for, so that a large dossier is never held twice.
import { asEdtf, type Edtf } from "../model/edtf.js";
import type { Actor, Event, ParleyRecord, Position, Proposal, RecordDocument, Statement } from "../model/record.js";
import type { Span } from "../model/span.js";
import { dateWords, durationWords } from "./date-words.js";
import { distinct, type Lookup, spansOf } from "./lookup.js";

/** Some words of a line; `strong`: what the line is about. */
export type Run = { readonly text: string; readonly strong?: true };
export type Line = {
  readonly id: string;
  readonly date: Edtf | null;
  /** What became of it, where it is not simply so: "planned", "cancelled", "denied". */
  readonly status: string | null;
  readonly runs: readonly Run[];
  /** Facts beside it, each a few words. */
  readonly notes: readonly string[];
  /** What readers must not miss: "Reports contradict each other on its duration: …". */
  readonly flags: readonly string[];
  readonly evidence: readonly Span[];
};
export type Section = {
  readonly id: string;
  readonly heading: string;
  readonly count: number;
  /** Whether its lines have dates of their own. */
  readonly isDated: boolean;
  readonly lines: () => Iterable<Line>;
};

const strong = (text: string): Run => ({ text, strong: true });
const plain = (text: string): Run => ({ text });
const noted = (...notes: readonly (string | null | false | undefined)[]): readonly string[] =>
  notes.filter((note): note is string => typeof note === "string" && note !== "");

function statusWords({ status, plan }: Event): string | null {
  if (plan && (plan.fate === "lapsed" || plan.fate === "moved")) return plan.fate;
  return status === "happened" ? null : status === "unknown" ? "not known whether it happened" : status;
}

/** The value of a fact as people read it. */
function factWords(attribute: string, value: string): string {
  if (attribute === "duration") return durationWords(value);
  return attribute === "date" ? dateWords(asEdtf(value)) : value;
}

function* chronicle(record: ParleyRecord, look: Lookup): Generator<Line> {
  const flags = new Map<string, string[]>();
  for (const { event, attribute, kind, values } of record.discrepancies) {
    const verb = kind === "contradiction" ? "contradict each other on" : "differ in detail on";
    const told = values.map(({ value, evidence }) => {
      const outlets = look.outlets(evidence.map(({ doc }) => doc)).join(", ");
      return `${factWords(attribute, value)}${outlets ? ` (${outlets})` : ""}`;
    });
    flags.set(event, [...(flags.get(event) ?? []), `Reports ${verb} its ${attribute}: ${told.join("; ")}.`]);
  }
  for (const event of record.events) {
    const { id, date, label, participants, place, duration, format, round, outcome, sources, basis } = event;
    yield {
      id,
      date,
      status: statusWords(event),
      runs: [strong(label)],
      notes: noted(
        basis === "claimed" && "claimed, in somebody's words only",
        look.names(participants.map(({ actor }) => actor)).join(", "),
        place,
        duration && durationWords(duration),
        format,
        round !== null && `round ${round}`,
        outcome,
        sources.reports > 1 && `${sources.reports} reports, ${sources.independent} independent`,
      ),
      flags: flags.get(id) ?? [],
      evidence: distinct(event.reports.map(({ span }) => span)),
    };
  }
}

/** Other wordings of the same utterance, by statement. */
function otherWordings(record: ParleyRecord): (id: Statement["id"]) => readonly string[] {
  const others = new Map<Statement["id"], readonly string[]>();
  for (const { wordings } of record.utterances)
    for (const own of wordings)
      for (const id of own.statements)
        others.set(
          id,
          wordings.flatMap((wording) => (wording === own ? [] : [`“${wording.text.replace(/\s+/g, " ").trim()}”`])),
        );
  return (id) => others.get(id) ?? [];
}

function* statements(lines: readonly Statement[], record: ParleyRecord, look: Lookup): Generator<Line> {
  const others = otherWordings(record);
  for (const statement of lines) {
    const { id, date, content, kind, negated, refusal, channel, via, addressee, cueSpan } = statement;
    const words = content.map(look.words).join(" … ");
    const told = kind === "direct" ? `“${words}”` : words;
    const wordings = others(id);
    const denies = refusal ? ` ${cueSpan ? look.words(cueSpan) : "refuses to say"}` : negated ? " denies" : "";
    yield {
      id,
      date,
      status: null,
      runs: [
        strong(look.speakers(statement).join(", ") || "Not named"),
        plain(`${denies}${words === "" ? "" : `: ${told}`}`),
      ],
      notes: noted(
        kind === "indirect" ? "in the report's words" : null,
        channel,
        addressee && `to ${look.name(addressee)}`,
        via.length > 0 && `as told by ${via.map(({ name }) => name).join(", citing ")}`,
        wordings.length > 0 && `also told as ${wordings.join(", ")}`,
      ),
      flags: [],
      evidence: spansOf(statement),
    };
  }
}

function* positions(lines: readonly Position[], look: Lookup): Generator<Line> {
  for (const { id, date, actor, stance, issue, basis, by, moved, evidence } of lines)
    yield {
      id,
      date,
      status: null,
      runs: [strong(look.name(actor)), plain(` ${stance} `), strong(look.label(issue))],
      notes: noted(
        basis === "ascribed" && `as ${look.names(by).join(", ") || "the report"} says of it`,
        moved && "moved from an earlier position",
      ),
      flags: [],
      evidence,
    };
}

function* proposals(lines: readonly Proposal[], look: Lookup): Generator<Line> {
  for (const { id, date, label, by, to, event, provisions, answers } of lines) {
    const told = event ? (look.event(event)?.reports.map(({ span }) => span) ?? []) : [];
    yield {
      id,
      date,
      status: null,
      runs: [strong(label)],
      notes: noted(
        by.length > 0 && `by ${look.names(by).join(", ")}`,
        to.length > 0 && `to ${look.names(to).join(", ")}`,
        provisions.length > 0 && `provides for ${provisions.map(({ issue }) => look.label(issue)).join("; ")}`,
        ...answers.map((answer) => `${look.name(answer.actor)} ${answer.stance} (${dateWords(answer.date)})`),
        answers.length === 0 && "no answer reported",
      ),
      flags: [],
      evidence: distinct([...told, ...[...provisions, ...answers].flatMap(({ evidence }) => evidence)]),
    };
  }
}

function* dialogue(record: ParleyRecord, look: Lookup): Generator<Line> {
  for (const { id, between, from, state, evidence } of record.state)
    yield {
      id,
      date: from,
      status: null,
      runs: [strong(look.names(between).join(" – ")), plain(`: ${state}`)],
      notes: [],
      flags: [],
      evidence,
    };
}

function* actors(lines: readonly Actor[], look: Lookup): Generator<Line> {
  for (const { id, name, kind, aliases, roles, memberOf, mentions } of lines)
    yield {
      id: `actor-${id}`,
      date: null,
      status: null,
      runs: [strong(name)],
      notes: noted(
        kind,
        [...new Set(roles.map(({ title }) => title))].join(", "),
        memberOf.length > 0 && `speaks for ${look.names([...new Set(memberOf.map(({ actor }) => actor))]).join(", ")}`,
        aliases.length > 1 && `also ${aliases.filter((alias) => alias !== name).join(", ")}`,
        `${mentions.length} ${mentions.length === 1 ? "mention" : "mentions"}`,
      ),
      flags: [],
      evidence: mentions.slice(0, 1),
    };
}

/** The sections that have lines, in the order in which people ask: what happened, who said what, who wants what, who is who. */
export function sectionsOf(record: ParleyRecord, look: Lookup): readonly Section[] {
  const section = (id: string, heading: string, count: number, lines: Section["lines"], isDated = true): Section => ({
    id,
    heading,
    count,
    isDated,
    lines,
  });
  const said = record.statements.filter((statement) => spansOf(statement).length > 0);
  return [
    section("chronicle", "Chronicle", record.events.length, () => chronicle(record, look)),
    section("dialogue", "State of the dialogue", record.state.length, () => dialogue(record, look)),
    section("statements", "Statements", said.length, () => statements(said, record, look)),
    section("positions", "Positions", record.positions.length, () => positions(record.positions, look)),
    section("proposals", "Proposals", record.proposals.length, () => proposals(record.proposals, look)),
    section("actors", "Who is who", record.actors.length, () => actors(record.actors, look), false),
  ].filter(({ count }) => count > 0);
}

/** One line on what the record is made from; `where` says where a line has its words ("under it"). */
export function summaryOf({ dossier, reader }: ParleyRecord, where: string): string {
  const { documents, from, to } = dossier;
  const span =
    from === null || to === null ? "" : `, published ${dateWords(from)}${from === to ? "" : ` to ${dateWords(to)}`}`;
  return `${documents} ${documents === 1 ? "report" : "reports"}${span}. Read by Parley ${reader.version}: every line stands on the words ${where}.`;
}

/** A report as the list of sources has it: what it is called, and what else is to be known of it. */
export function sourceParts(
  document: RecordDocument,
  look: Lookup,
): { readonly title: string; readonly notes: readonly string[] } {
  const { title, uri, outlet, published, byline, duplicateOf, translatedFrom } = document;
  return {
    title: title ?? uri,
    notes: noted(
      outlet ?? "outlet not known",
      `${dateWords(published.value)}${published.basis === "inferred" ? " (inferred)" : ""}`,
      byline,
      duplicateOf &&
        `the same report as “${look.document(duplicateOf)?.title ?? duplicateOf}”, ${look.source(duplicateOf)}`,
      translatedFrom && (translatedFrom === "und" ? "a translation" : `translated from ${translatedFrom}`),
    ),
  };
}
