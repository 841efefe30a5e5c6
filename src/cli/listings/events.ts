// The chronicle and the meetings on the command line.

import { durationText } from "../../pages/dates.js";
import { attributeWords } from "../../pages/words.js";
import { type ChronicleRow, chronicleRows, type MeetingRow, meetingRows } from "../../query/events.js";
import type { Ink } from "../ink.js";
import { evidenceLines, headLines, joined, listing, type Paper, placeColumns } from "../listing.js";

type Paint = (text: string) => string;

/** How a status reads, plain and in its colour; "claimed": told only inside somebody's words. */
function statusMarks({ status, fate, basis }: ChronicleRow, ink: Ink): readonly (readonly [string, string])[] {
  const paints: Readonly<Record<ChronicleRow["status"], Paint>> = {
    happened: ink.green,
    planned: ink.yellow,
    cancelled: ink.red,
    denied: ink.red,
    hypothetical: ink.magenta,
    unknown: ink.dim,
  };
  const word = status === "planned" && fate !== null && fate !== "pending" ? `planned, ${fate}` : status;
  const claimed = "[claimed]";
  return [
    [`[${word}]`, paints[status](`[${word}]`)],
    ...(basis === "claimed" ? [[claimed, ink.magenta(claimed)] as const] : []),
  ];
}

function tellers({ outlets, reports, independent }: ChronicleRow): string {
  const count =
    reports === independent
      ? `${reports} ${reports === 1 ? "report" : "reports"}`
      : `${reports} reports, ${independent} independent`;
  return `${outlets.join(", ")} (${count})`;
}

function eventLines(row: ChronicleRow, details: readonly (string | null)[], paper: Paper): readonly string[] {
  const { ink } = paper;
  const told = details.filter((detail) => detail !== null && detail !== "");
  return [
    ...headLines(row.date ?? "undated", row.label, paper, ink.bold, statusMarks(row, ink)),
    ...(told.length > 0 ? headLines("", told.join(" · "), paper) : []),
    ...headLines("", `told by ${tellers(row)}`, paper),
    ...(row.contradicted.length > 0
      ? headLines(
          "",
          `! reports contradict each other on ${row.contradicted.map((attribute) => attributeWords[attribute]).join(", ")}`,
          paper,
          ink.red,
        )
      : []),
    ...evidenceLines(row.evidence[0], paper, row.id),
    "",
  ];
}

const columns = {
  id: (row: ChronicleRow) => row.id,
  date: (row: ChronicleRow) => row.date,
  status: (row: ChronicleRow) => row.status,
  fate: (row: ChronicleRow) => row.fate,
  basis: (row: ChronicleRow) => row.basis,
  kind: (row: ChronicleRow) => row.kind,
  label: (row: ChronicleRow) => row.label,
  place: (row: ChronicleRow) => row.place,
  participants: (row: ChronicleRow) => joined(row.participants),
  outlets: (row: ChronicleRow) => joined(row.outlets),
  reports: (row: ChronicleRow) => row.reports,
  independent: (row: ChronicleRow) => row.independent,
  contradicted: (row: ChronicleRow) => joined(row.contradicted),
  ...placeColumns((row: ChronicleRow) => row.evidence[0]),
};

export const chronicle = listing<ChronicleRow>({
  rows: chronicleRows,
  columns,
  print: (row, paper) => eventLines(row, [], paper),
});

export const meetings = listing<MeetingRow>({
  rows: meetingRows,
  columns: {
    ...columns,
    series: (row) => row.series,
    round: (row) => row.round,
    format: (row) => row.format,
    duration: (row) => row.duration,
    outcome: (row) => row.outcome,
  },
  print: (row, paper) =>
    eventLines(
      row,
      [
        row.series,
        row.round === null ? null : `round ${row.round}`,
        row.format,
        row.place,
        row.participants.join(", "),
        row.duration && durationText(row.duration),
        row.outcome,
      ],
      paper,
    ),
});
