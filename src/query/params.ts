// What can be asked with a query, as schemas: the doors for programs check with them and write their own descriptions from them.
import { z } from "zod";
import { asEdtf, boundsOf, dayOf, type Edtf } from "../model/edtf.js";
import { InputError } from "../model/errors.js";
import type { Filter } from "./filter.js";

const isDate = (text: string): boolean => asEdtf(text) !== null;
const date = z
  .string()
  .regex(/^\d{4}(?:-\d{2}){0,2}$/, "is no day (2022-01-10), month (2022-01) or year (2022)")
  .refine(isDate, "is no date of the calendar");
const name = z.string().min(1).max(200);
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Of every query: the record as of when. */
export const viewShape = { as_of: date.optional().describe("only what had been reported by the end of this day") };
export const idShape = { id: name.describe("id of the line, as every listing gives it") };
export const limitOf = (usual: number) => count(1, 1000).default(usual).describe("at most so many rows");
export const pageShape = {
  offset: count(0, 1e9).default(0).describe("rows to leave out first"),
  limit: limitOf(100),
};
export const filterShape = {
  from: date.optional().describe("only what is about this day, month or year, or later"),
  to: date.optional().describe("only what is about this day, month or year, or earlier"),
  actor: name.optional().describe("only this actor and whoever speaks for it: name or id"),
  issue: name.optional().describe("only this issue: label or id"),
  outlet: name.optional().describe("only what this outlet tells"),
  grep: name.optional().describe("only lines that hold these words"),
};
export const briefShape = {
  since: date.optional().describe("say what reports since this day tell for the first time"),
  words: count(20, 2000).default(220).describe("about how many words of background"),
};
export const compareShape = {
  documents: z.string().min(1).max(4000).optional().describe("ids or addresses of reports, separated by commas"),
  event: name.optional().describe("an event, all of whose reports are compared"),
};
export const searchShape = { words: name.describe('words that must all be there; "in quotes": in this order') };

const viewParams = z.object(viewShape);
/** The day that checked parameters ask to see the record from: the last one of what they name; null: all. */
export function asOfIn(params: unknown): Edtf | null {
  const date = dateOf(viewParams.parse(params).as_of);
  return date === null ? null : dayOf(boundsOf(date).last);
}

const filterParams = z.object(filterShape);

/** A checked date as a date of the record. */
export const dateOf = (text: string | undefined): Edtf | null => (text === undefined ? null : asEdtf(text));

/** The filter of checked parameters. Throws InputError where its times contradict each other. */
export function filterIn(params: unknown): Filter {
  const { actor = null, issue = null, outlet = null, grep = null, ...times } = filterParams.parse(params);
  const [from, to] = [dateOf(times.from), dateOf(times.to)];
  if (from !== null && to !== null && boundsOf(from).first > boundsOf(to).last)
    throw new InputError(`from ${from} is later than to ${to}. Swap them.`);
  return { from, to, actor, issue, outlet, grep };
}
