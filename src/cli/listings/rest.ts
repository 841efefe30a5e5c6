// Actors, documents, discrepancies, the state of the dialogue and problems, on the command line.
import { type ActorRow, actorRows, type StateRow, stateRows } from "../../query/actors.js";
import {
  type DiscrepancyRow,
  type DocumentRow,
  discrepancyRows,
  documentRows,
  type ProblemRow,
  problemRows,
} from "../../query/documents.js";
import { cut } from "../ink.js";
import { citationText, evidenceLines, headLines, joined, listing, placeColumns } from "../listing.js";

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
const rolesText = ({ roles }: ActorRow): string =>
  joined(roles.map(({ title, of }) => (of === null ? title : `${title} (${of})`)));

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
    const others = row.aliases.filter((alias) => alias !== row.name);
    const about = [
      rolesText(row),
      row.memberOf.length > 0 ? `speaks for ${row.memberOf.join(", ")}` : "",
      others.length > 0 ? `also: ${others.join(", ")}` : "",
    ];
    const counts = `${counted(row.statements, "statement")}, ${counted(row.events, "event")}, ${counted(row.mentions, "mention")} in ${counted(row.documents, "document")} · ${row.id}`;
    return [
      ...headLines(row.kind === "organization" ? "org" : row.kind, row.name, paper, paper.ink.bold),
      ...about.filter((line) => line !== "").flatMap((line) => headLines("", cut(line, 400), paper)),
      ...headLines("", counts, paper, paper.ink.dim),
      "",
    ];
  },
});

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
      row.outlet,
      row.basis === "inferred" ? "date inferred" : null,
      row.translatedFrom && `translated (${row.translatedFrom})`,
      row.duplicateOf && `repeats ${row.duplicateOf}`,
      row.replaces && `replaces ${row.replaces}`,
      counted(row.statements, "statement"),
      counted(row.events, "event"),
    ].filter((part) => part !== null);
    return [
      ...headLines(row.published ?? "undated", row.title ?? row.uri, paper, paper.ink.bold),
      ...headLines("", about.join(" · "), paper),
      ...headLines("", `${row.uri} · ${row.id}`, paper, paper.ink.dim),
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
      `${row.kind === "contradiction" ? "reports contradict each other on" : "reports differ in detail on"}: ${row.attribute}`,
      paper,
      row.kind === "contradiction" ? paper.ink.red : paper.ink.yellow,
    ),
    ...row.values.flatMap(({ value, evidence }) =>
      headLines(
        "",
        `${value}: ${evidence
          .slice(0, 3)
          .map((citation) => `“${cut(citation.words, 160)}” (${citationText(citation)})`)
          .join("; ")}`,
        paper,
      ),
    ),
    ...headLines("", row.id, paper, paper.ink.dim),
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
