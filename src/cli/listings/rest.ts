// Actors, documents, discrepancies, the state of the dialogue and problems, on the command line.

import { attributeWords } from "../../pages/words.js";
import { type ActorRow, actorRows, type StateRow, stateRows } from "../../query/actors.js";
import {
  type DiscrepancyRow,
  type DocumentRow,
  discrepancyRows,
  documentRows,
  type ProblemRow,
  problemRows,
} from "../../query/documents.js";
import { foldName } from "../../query/names.js";
import { cut, printable, wrapParts } from "../ink.js";
import { citationText, evidenceLines, headLines, joined, listing, type Paper, placeColumns } from "../listing.js";

/** Ids and places under a row, dim. */
const partLines = (parts: readonly string[], { ink, width }: Paper): readonly string[] =>
  wrapParts(parts.map(printable), width, " ".repeat(12)).map((line) => ink.dim(line));

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
const rolesText = ({ roles }: ActorRow): string =>
  joined(roles.map(({ title, of }) => (of === null ? title : `${title} (${of})`)));

/** Roles for people: a title without an office is left out where the same title has one, or differs by capitals alone. */
function rolesTold({ roles }: ActorRow): string {
  const told = new Map<string, string>();
  for (const { title, of } of roles) {
    const same = foldName(title);
    if (of !== null) told.set(`${same}|${foldName(of)}`, `${title} (${of})`);
    else if (!roles.some((other) => other.of !== null && foldName(other.title) === same)) told.set(same, title);
  }
  return joined([...told.values()]);
}

/** Other names of an actor, those that differ by capitals alone once. */
function otherNames({ name, aliases }: ActorRow): readonly string[] {
  const seen = new Set([foldName(name)]);
  return aliases.filter((alias) => !seen.has(foldName(alias)) && seen.add(foldName(alias)));
}

export const actors = listing<ActorRow>({
  rows: actorRows,
  columns: {
    id: (row) => row.id,
    name: (row) => row.name,
    kind: (row) => row.kind,
    aliases: (row) => joined(row.aliases),
    roles: rolesText,
    speaks_for: (row) => joined(row.memberOf),
    mentions: (row) => row.mentions,
    statements: (row) => row.statements,
    events: (row) => row.events,
    documents: (row) => row.documents,
  },
  print: (row, paper) => {
    const others = otherNames(row);
    const about = [
      rolesTold(row),
      row.memberOf.length > 0 ? `speaks for ${row.memberOf.join(", ")}` : "",
      others.length > 0 ? `also: ${others.join(", ")}` : "",
    ];
    const counts = `${counted(row.statements, "statement")}, ${counted(row.events, "event")}, ${counted(row.mentions, "mention")} in ${counted(row.documents, "document")}`;
    return [
      ...headLines(row.kind === "organization" ? "org" : row.kind, row.name, paper, paper.ink.bold),
      ...about.filter((line) => line !== "").flatMap((line) => headLines("", cut(line, 400), paper)),
      ...partLines([counts, row.id], paper),
      "",
    ];
  },
});

/** "20 sentences: 15 new, 3 recycled, 2 background"; nothing where nothing is read. */
function noveltyText({ sentences }: DocumentRow): string | null {
  const all = sentences.new + sentences.recycled + sentences.background;
  const parts = (["new", "recycled", "background"] as const).flatMap((kind) =>
    sentences[kind] > 0 ? [`${sentences[kind]} ${kind}`] : [],
  );
  return all === 0 ? null : `${counted(all, "sentence")}: ${parts.join(", ")}`;
}

export const documents = listing<DocumentRow>({
  rows: documentRows,
  columns: {
    id: (row) => row.id,
    published: (row) => row.published,
    basis: (row) => row.basis,
    outlet: (row) => row.outlet,
    title: (row) => row.title,
    byline: (row) => row.byline,
    uri: (row) => row.uri,
    language: (row) => row.language,
    translated_from: (row) => row.translatedFrom,
    duplicate_of: (row) => row.duplicateOf,
    replaces: (row) => row.replaces,
    statements: (row) => row.statements,
    events: (row) => row.events,
    sentences_new: (row) => row.sentences.new,
    sentences_recycled: (row) => row.sentences.recycled,
    sentences_background: (row) => row.sentences.background,
  },
  print: (row, paper) => {
    const about = [
      row.outlet ?? "outlet unknown",
      row.basis === "inferred" ? "date inferred" : null,
      row.translatedFrom && `translated (${row.translatedFrom})`,
      row.duplicateOf && `repeats ${row.duplicateOf}`,
      row.replaces && `replaces ${row.replaces}`,
      counted(row.statements, "statement"),
      counted(row.events, "event"),
      noveltyText(row),
    ].filter((part) => part !== null);
    return [
      ...headLines(row.published ?? "undated", row.title ?? "without a headline", paper, paper.ink.bold),
      ...wrapParts(about.map(printable), paper.width, " ".repeat(12)),
      ...partLines([row.uri, row.id], paper),
      "",
    ];
  },
});

export const discrepancies = listing<DiscrepancyRow>({
  rows: discrepancyRows,
  columns: {
    id: (row) => row.id,
    event: (row) => row.event,
    date: (row) => row.date,
    label: (row) => row.label,
    attribute: (row) => row.attribute,
    kind: (row) => row.kind,
    values: (row) => joined(row.values.map(({ value, outlets }) => `${value} (${outlets.join(", ")})`)),
  },
  print: (row, paper) => [
    ...headLines(row.date ?? "undated", row.label, paper, paper.ink.bold),
    ...headLines(
      "",
      `${row.kind === "contradiction" ? "reports contradict each other on" : "reports differ in detail on"} ${attributeWords[row.attribute]}`,
      paper,
      row.kind === "contradiction" ? paper.ink.red : paper.ink.yellow,
    ),
    ...row.values.flatMap(({ value, evidence }) =>
      headLines(
        "",
        `${value}: ${evidence
          .slice(0, 3)
          .map((citation) => `“${cut(citation.sentence, 240)}” (${citationText(citation)})`)
          .join("; ")}${evidence.length > 3 ? ` and ${evidence.length - 3} more` : ""}`,
        paper,
      ),
    ),
    ...partLines([row.id, `about ${row.event}`], paper),
    "",
  ],
});

export const state = listing<StateRow>({
  rows: stateRows,
  columns: {
    id: (row) => row.id,
    between: (row) => joined(row.between),
    from: (row) => row.from,
    until: (row) => row.until,
    state: (row) => row.state,
    ...placeColumns((row: StateRow) => row.evidence[0]),
  },
  print: (row, paper) => [
    ...headLines(
      row.from,
      `${row.between.join(" – ")}: ${row.state}${row.until ? ` (until ${row.until})` : ""}`,
      paper,
      paper.ink.bold,
    ),
    ...evidenceLines(row.evidence[0], paper, row.id),
    "",
  ],
});

export const problems = listing<ProblemRow>({
  rows: problemRows,
  columns: {
    id: (row) => row.id,
    stage: (row) => row.stage,
    reason: (row) => row.reason,
    candidates: (row) => joined(row.candidates),
    ...placeColumns((row: ProblemRow) => row.evidence),
  },
  print: (row, paper) => [
    ...headLines(cut(row.stage, 11), row.reason, paper, paper.ink.bold),
    ...(row.candidates.length > 0 ? headLines("", `either ${row.candidates.join(" or ")}`, paper) : []),
    ...evidenceLines(row.evidence, paper, row.id),
    "",
  ],
});
