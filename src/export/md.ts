// Markdown: the chronicle, the statements and the positions as a document with numbered sources, to paste into a note.
import type { DocumentId } from "../model/ids.js";
import type { Event, ParleyRecord, Position, Statement } from "../model/record.js";
import type { Span } from "../model/span.js";
import { type Lookup, lookupOf } from "./lookup.js";

/** Text that Markdown and HTML leave as it stands. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|]/g, "\\$&")
    .replace(/^(\s*)([-+]|\d+\.)(?=\s)/, "$1\\$2")
    .replace(/\s+/g, " ");

type Cite = (documents: readonly DocumentId[]) => string;

/** Footnote numbers by document, in the record's order. */
function citer(record: ParleyRecord): Cite {
  const number = new Map(record.documents.map((document, index) => [document.id, index + 1]));
  return (documents) => [...new Set(documents)].map((id) => `[^${number.get(id) ?? "?"}]`).join("");
}

/** The sentence that stands for all: the first that tells it. */
const quoted = (span: Span | undefined, look: Lookup): string =>
  span ? `: “${escapeMarkdown(look.cite(span).sentence)}”` : "";

function eventLine(event: Event, look: Lookup, cite: Cite, contradicted: boolean): string {
  const status = event.status === "happened" ? "" : ` (${event.plan?.fate === "lapsed" ? "lapsed" : event.status})`;
  const flag = contradicted ? " — *reports contradict each other*" : "";
  return `- **${event.date ?? "undated"}**${status} ${escapeMarkdown(event.label)}${flag}${quoted(event.reports[0]?.span, look)}${cite(event.reports.map(({ span }) => span.doc))}`;
}

function statementLine(statement: Statement, look: Lookup, cite: Cite): string[] {
  const [first] = statement.content;
  if (!first) return [];
  const who = look.speakers(statement).join(", ") || "not named";
  const words = statement.content.map(look.words).join(" … ");
  const told = statement.kind === "direct" ? `“${escapeMarkdown(words)}”` : escapeMarkdown(words);
  return [
    `- **${statement.date ?? "undated"}** ${escapeMarkdown(who)}${statement.negated ? " denies" : ""}: ${told}${cite([first.doc])}`,
  ];
}

function positionLine(position: Position, look: Lookup, cite: Cite): string {
  const ascribed =
    position.basis === "ascribed" ? `, as ${position.by.map(look.name).join(", ") || "the report"} says` : "";
  return `- ${escapeMarkdown(look.name(position.actor))} **${position.stance}** ${escapeMarkdown(look.label(position.issue))} (${position.date ?? "undated"}${escapeMarkdown(ascribed)})${quoted(position.evidence[0], look)}${cite(position.evidence.map(({ doc }) => doc))}`;
}

function* section(heading: string, lines: Iterable<string>): Generator<string> {
  let isEmpty = true;
  for (const line of lines) {
    if (isEmpty) yield `\n## ${heading}\n\n`;
    isEmpty = false;
    yield `${line}\n`;
  }
}

/** Chronicle, statements, positions and sources, a line a piece. */
export function* md(record: ParleyRecord): Generator<string> {
  const [look, cite] = [lookupOf(record), citer(record)];
  const contradicted = new Set(
    record.discrepancies.filter(({ kind }) => kind === "contradiction").map(({ event }) => event),
  );
  yield `# ${escapeMarkdown(record.dossier.title)}\n`;
  const chronicle = record.events.map((event) => eventLine(event, look, cite, contradicted.has(event.id)));
  yield* section("Chronicle", chronicle);
  yield* section(
    "Statements",
    record.statements.flatMap((statement) => statementLine(statement, look, cite)),
  );
  yield* section(
    "Positions",
    record.positions.map((position) => positionLine(position, look, cite)),
  );
  yield* section(
    "Sources",
    record.documents.map(
      ({ id, title, uri }, index) =>
        `[^${index + 1}]: ${escapeMarkdown([title, look.source(id), uri].filter(Boolean).join(". "))}`,
    ),
  );
}
