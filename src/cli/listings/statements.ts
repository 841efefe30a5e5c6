// The ledger of who said what on the command line.
import { type StatementRow, statementRows } from "../../query/statements.js";
import { cut } from "../ink.js";
import { evidenceLines, headLines, joined, listing, placeColumns } from "../listing.js";

/** "Ryabkov (denies; to NATO; channel: Telegram; via TASS)"; who is not named is quoted: “a diplomat” */
function headOf(row: StatementRow): string {
  const who = row.named
    ? row.speakers.join(", ")
    : row.speakers.length > 0
      ? `“${row.speakers.join(", ")}”`
      : "nobody named";
  const about = [
    row.refusal ? "declines to say" : row.negated ? "denies" : null,
    row.mode === "belief" ? "thinks" : row.mode === "writing" ? "in writing" : null,
    row.addressee && `to ${row.addressee}`,
    row.channel && `channel: ${row.channel}`,
    row.via.length > 0 ? `via ${row.via.join(", ")}` : null,
    row.within && "inside another's words",
  ].filter(Boolean);
  return about.length > 0 ? `${who} (${about.join("; ")})` : who;
}

/** The content as it is told, behind the report's own word for it: "[appealed to] both sides to spare the country". */
function quoted({ kind, words, cue }: StatementRow): string {
  const said = cue !== null && /\p{L}/u.test(cue) ? `[${cue}]` : "";
  const content = kind === "direct" && words !== "" ? `“${words}”` : words;
  return `${said} ${content}`.trim() || "[no words]";
}

export const statements = listing<StatementRow>({
  rows: statementRows,
  columns: {
    id: (row) => row.id,
    date: (row) => row.date,
    speakers: (row) => joined(row.speakers),
    named: (row) => row.named,
    mode: (row) => row.mode,
    kind: (row) => row.kind,
    cue: (row) => row.cue,
    content: (row) => row.words,
    negated: (row) => row.negated,
    refusal: (row) => row.refusal,
    within: (row) => row.within,
    via: (row) => joined(row.via),
    addressee: (row) => row.addressee,
    channel: (row) => row.channel,
    headline: (row) => row.headline,
    ...placeColumns((row: StatementRow) => row.evidence),
  },
  print: (row, paper) => [
    ...headLines(row.date ?? "undated", headOf(row), paper, row.named ? paper.ink.bold : paper.ink.italic),
    ...headLines("", cut(quoted(row), 600), paper),
    ...evidenceLines(row.evidence, paper, row.id, false),
    "",
  ],
});
