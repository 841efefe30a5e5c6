// The table of named queries: everything that can be asked of a record, with its parameters and what it gives. REST, MCP and the
// command line are renderings of it; a new listing is one line here.
import { z } from "zod";
import type { Edtf } from "../model/edtf.js";
import { actorRows, stateRows } from "./actors.js";
import * as answers from "./answers.js";
import { briefOf } from "./brief.js";
import { comparedAnswer, reviewLines, reviewRow } from "./compared.js";
import { discrepancyRows, documentRows, problemRows } from "./documents.js";
import { chronicleRows, meetingRows } from "./events.js";
import { explain, nearIds } from "./explain.js";
import type { Filter } from "./filter.js";
import { actorLine, documentLine, eventLine, foundRows, statementLine } from "./lines.js";
import type { Lookup } from "./lookup.js";
import {
  briefShape,
  compareShape,
  dateOf,
  filterIn,
  filterShape,
  idShape,
  pageShape,
  searchShape,
  viewShape,
} from "./params.js";
import { issueRows, positionRows } from "./positions.js";
import { openRows, proposalRows } from "./proposals.js";
import { statementRows } from "./statements.js";
import { coverageRows, outletRows, seriesRows, variantRows } from "./tellings.js";

/** A page of rows: `next` is the offset of the next page; null: there is none. */
export type Page<Row = unknown> = {
  readonly total: number;
  readonly offset: number;
  readonly next: number | null;
  readonly rows: readonly Row[];
};

export type Query = {
  readonly name: string;
  /** What it gives, in words that stand behind its name. */
  readonly about: string;
  /** "page": rows with offset and limit; "line": one answer, or null where the record has no such line. */
  readonly gives: "page" | "line";
  readonly params: z.ZodObject;
  readonly answer: z.ZodObject;
  /** The answer to parameters that `params` has passed. Throws UnknownNameError and InputError. */
  readonly run: (look: Lookup, params: unknown) => object | null;
};

const pageOf = (row: z.ZodObject): z.ZodObject =>
  z.object({
    total: z.int().min(0).describe("rows on all pages"),
    offset: z.int().min(0),
    next: z.int().nullable().describe("offset of the next page; null: there is none"),
    rows: z.array(row),
  });

const pageParams = z.object(pageShape);
/** The page of rows that checked parameters ask for. */
export function page<Row>(rows: readonly Row[], params: unknown): Page<Row> {
  const { offset, limit } = pageParams.parse(params);
  const end = offset + limit;
  return { total: rows.length, offset, next: end < rows.length ? end : null, rows: rows.slice(offset, end) };
}

const listing = (
  name: string,
  about: string,
  row: z.ZodObject,
  rows: (look: Lookup, filter: Filter) => readonly unknown[],
): Query => ({
  name,
  about,
  gives: "page",
  params: z.strictObject({ ...filterShape, ...pageShape, ...viewShape }),
  answer: pageOf(row),
  run: (look, params) => page(rows(look, filterIn(params)), params),
});

/** Rows without a filter; each is told in full only on its page. */
const table = <Row>(
  name: string,
  about: string,
  row: z.ZodObject,
  rows: (look: Lookup) => readonly Row[],
  told: (row: Row, look: Lookup) => object,
): Query => ({
  name,
  about,
  gives: "page",
  params: z.strictObject({ ...pageShape, ...viewShape }),
  answer: pageOf(row),
  run: (look, params) => {
    const { rows: own, ...rest } = page(rows(look), params);
    return { ...rest, rows: own.map((one) => told(one, look)) };
  },
});

const idParams = z.object(idShape);
const line = (
  name: string,
  about: string,
  answer: z.ZodObject,
  of: (look: Lookup, id: string) => object | null,
): Query => ({
  name,
  about,
  gives: "line",
  params: z.strictObject({ ...idShape, ...viewShape }),
  answer,
  run: (look, params) => of(look, idParams.parse(params).id),
});

const briefParams = z.object(briefShape);
const compareParams = z.object(compareShape);
const searchParams = z.object(searchShape);
const plainDate = (date: Edtf): string => date;

export const queries: readonly Query[] = [
  listing("chronicle", "what happened and what is planned, in order of time", answers.chronicleRow, chronicleRows),
  listing("statements", "who said what, when, through which channel", answers.statementRow, statementRows),
  listing("positions", "who demands, offers, accepts or rejects what", answers.positionRow, positionRows),
  listing("proposals", "what was proposed, what it provides for, who answered how", answers.proposalRow, proposalRows),
  listing("open", "issues that are demanded or offered and not settled", answers.openRow, openRows),
  listing("meetings", "meetings, calls and visits: planned, held, moved, cancelled", answers.meetingRow, meetingRows),
  listing("actors", "people, states, organizations: names, roles, whom they speak for", answers.actorRow, actorRows),
  listing("issues", "what is under discussion, and where everybody stands", answers.issueRow, issueRows),
  listing(
    "discrepancies",
    "where reports contradict each other or differ in detail",
    answers.discrepancyRow,
    discrepancyRows,
  ),
  listing("documents", "the reports: outlet, date, what is new in each", answers.documentRow, documentRows),
  listing("state", "what the dialogue was, from which day on", answers.stateRow, stateRows),
  listing("variants", "the same words as each report gives them", answers.variantRow, variantRows),
  listing(
    "coverage",
    "which outlet tells which event: first, otherwise, not at all",
    answers.coverageRow,
    coverageRows,
  ),
  listing("series", "dialogues of several rounds", answers.seriesRow, seriesRows),
  table(
    "outlets",
    "what each outlet tells: reports, events, first, alone",
    answers.outletRow,
    outletRows,
    (row) => row,
  ),
  table("review", "what the reading is least sure of, first", answers.reviewRow, reviewLines, reviewRow),
  listing("problems", "what could not be decided, and why", answers.problemRow, problemRows),
  {
    name: "search",
    about: "events, statements, actors, issues and reports that hold all of some words, best first",
    gives: "page",
    params: z.strictObject({ ...searchShape, ...pageShape, ...viewShape }),
    answer: pageOf(answers.foundRow),
    run: (look, params) => page(foundRows(look, searchParams.parse(params).words), params),
  },
  {
    name: "brief",
    about: "a background with numbered sources, what is new since a day, who moved, what is ahead",
    gives: "line",
    params: z.strictObject({ ...briefShape, ...viewShape }),
    answer: answers.brief,
    run: (look, params) => {
      const { since, words } = briefParams.parse(params);
      return briefOf(look, { since: dateOf(since), words, dateText: plainDate });
    },
  },
  {
    name: "compare",
    about: "reports side by side: what they tell alike, otherwise, or leave out, and in which words",
    gives: "line",
    params: z.strictObject({ ...compareShape, ...viewShape }),
    answer: answers.comparison,
    run: (look, params) => comparedAnswer(look, compareParams.parse(params)),
  },
  line(
    "event",
    "one event: every report of it, facts with their evidence, where reports differ",
    answers.eventLine,
    eventLine,
  ),
  line("statement", "one statement", answers.statementRow, statementLine),
  line("actor", "one actor: names, roles, statements, events, positions", answers.actorLine, actorLine),
  line("document", "one report with its text, its furniture and what is new in it", answers.documentLine, documentLine),
  line(
    "explain",
    "what stands behind any line: evidence, rules, scores in words, decisions",
    answers.explanation,
    explain,
  ),
];

/** What to say of an id that the record does not have. */
export function unknownId(
  look: Lookup,
  id: string,
  asOf: Edtf | null,
): { readonly detail: string; readonly near: readonly string[] } {
  const when = asOf === null ? "" : ` as of ${asOf}`;
  return {
    detail: `The record${when} has no such line: ${id.slice(0, 60)}.`,
    near: nearIds(look.record, id.slice(0, 60)),
  };
}
