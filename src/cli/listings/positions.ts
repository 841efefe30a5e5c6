// Positions, issues, proposals and what is open, on the command line.

import { stanceWords } from "../../pages/words.js";
import { type IssueRow, issueRows, type PositionRow, positionRows } from "../../query/positions.js";
import { type Answer, type OpenRow, openRows, type ProposalRow, proposalRows } from "../../query/proposals.js";
import { evidenceLines, headLines, joined, listing, type Paper, placeColumns } from "../listing.js";

/** "Russia demands", with what is demanded behind it: a label begins with a capital, so it stands after a colon. */
const stands = ({ actor, stance }: Pick<PositionRow, "actor" | "stance">): string => `${actor} ${stanceWords[stance]}`;
const ascribed = ({ basis, by }: PositionRow): string =>
  basis === "ascribed" ? ` (as ${by.join(", ") || "the report"} says)` : "";

export const positions = listing<PositionRow>({
  rows: positionRows,
  columns: {
    id: (row) => row.id,
    date: (row) => row.date,
    issue: (row) => row.issue,
    actor: (row) => row.actor,
    stance: (row) => row.stance,
    basis: (row) => row.basis,
    by: (row) => joined(row.by),
    moved: (row) => row.moved,
    ...placeColumns((row: PositionRow) => row.evidence[0]),
  },
  print: (row, paper) => [
    ...headLines(
      row.date ?? "undated",
      `${stands(row)}: ${row.issue}${ascribed(row)}${row.moved ? " — moved" : ""}`,
      paper,
      paper.ink.bold,
    ),
    ...evidenceLines(row.evidence[0], paper, row.id),
    "",
  ],
});

const stanceText = ({ actor, stance, date }: Pick<PositionRow, "actor" | "stance" | "date">): string =>
  `${stands({ actor, stance })}${date ? ` (${date})` : ""}`;
const answerTexts = (answers: readonly Answer[]): string => answers.map(stanceText).join("; ");

export const issues = listing<IssueRow>({
  rows: issueRows,
  columns: {
    id: (row) => row.id,
    label: (row) => row.label,
    terms: (row) => joined(row.terms),
    latest: (row) => row.latest.map((position) => `${stanceText(position)}${ascribed(position)}`).join("; "),
    ...placeColumns((row: IssueRow) => row.evidence[0]),
  },
  print: (row, paper) => [
    ...headLines("issue", row.label, paper, paper.ink.bold),
    ...row.latest.flatMap((position) =>
      headLines(position.date ?? "undated", `${stands(position)}${ascribed(position)}`, paper),
    ),
    ...evidenceLines(row.evidence[0], paper, row.id),
    "",
  ],
});

const whoWhen = (asked: readonly Answer[]): string =>
  asked.map(({ actor, date }) => `${actor}${date ? ` (${date})` : ""}`).join("; ");

const pendingText = (names: readonly string[]): string =>
  names.length > 0 ? `no answer yet: ${names.join(", ")}` : "";
const told = (lines: readonly string[], paper: Paper): readonly string[] =>
  lines.filter((line) => line !== "").flatMap((line) => headLines("", line, paper));

export const proposals = listing<ProposalRow>({
  rows: proposalRows,
  columns: {
    id: (row) => row.id,
    date: (row) => row.date,
    label: (row) => row.label,
    by: (row) => joined(row.by),
    to: (row) => joined(row.to),
    provisions: (row) => joined(row.provisions),
    answers: (row) => answerTexts(row.answers),
    pending: (row) => joined(row.pending),
    event: (row) => row.event,
    ...placeColumns((row: ProposalRow) => row.evidence[0]),
  },
  print: (row, paper) => [
    ...headLines(row.date ?? "undated", row.label, paper, paper.ink.bold),
    ...told(
      [
        `by ${row.by.join(", ") || "nobody named"}${row.to.length > 0 ? `, to ${row.to.join(", ")}` : ""}`,
        row.provisions.length > 0 ? `provides for: ${row.provisions.join("; ")}` : "",
        row.answers.length > 0 ? `answers: ${answerTexts(row.answers)}` : "",
        pendingText(row.pending),
      ],
      paper,
    ),
    ...evidenceLines(row.evidence[0], paper, row.id),
    "",
  ],
});

export const open = listing<OpenRow>({
  rows: openRows,
  columns: {
    id: (row) => row.id,
    label: (row) => row.label,
    demanded: (row) => answerTexts(row.demanded),
    offered: (row) => answerTexts(row.offered),
    answered: (row) => answerTexts(row.answered),
    pending: (row) => joined(row.pending),
  },
  print: (row, paper) => [
    ...headLines("open", row.label, paper, paper.ink.bold),
    ...told(
      [
        row.demanded.length > 0 ? `demanded by ${whoWhen(row.demanded)}` : "",
        row.offered.length > 0 ? `offered by ${whoWhen(row.offered)}` : "",
        row.answered.length > 0 ? `answers: ${answerTexts(row.answered)}` : "answered by nobody yet",
        pendingText(row.pending),
      ],
      paper,
    ),
    ...evidenceLines([...row.demanded, ...row.offered][0]?.evidence[0], paper, row.id),
    "",
  ],
});
