// Options that several commands take, and their values made from what was typed.
import { type Command, Option } from "commander";
import { asEdtf, boundsOf, type Edtf } from "../model/edtf.js";
import { InputError } from "../model/errors.js";
import type { Filter } from "../query/filter.js";

export const defaultDossier = "talks.parley";

/** A date as people type it: a day, a month or a year. Throws InputError. */
export function dateOption(flag: string, text: string): Edtf {
  const date = /^\d{4}(?:-\d{2}){0,2}$/.test(text) ? asEdtf(text) : null;
  if (date === null)
    throw new InputError(`${flag}: "${text}" is no date. Write a day (2022-01-10), a month (2022-01) or a year (2022)`);
  return date;
}

/** A whole number of at least `least` and at most `most`. Throws InputError. */
export function numberOption(flag: string, text: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new InputError(`${flag}: "${text}" is no number from ${least} to ${most}`);
  return number;
}

/** A command with the option that all share. */
export const withDossier = (command: Command): Command =>
  command.option("-d, --dossier <file>", "the dossier", defaultDossier);

export const formats = ["text", "json", "csv", "md"] as const;
export type Format = (typeof formats)[number];

/** A listing's options: what to see, as of when, in which format. */
export const withFilters = (command: Command): Command =>
  withDossier(command)
    .option("--as-of <date>", "only what had been reported by then")
    .option("--from <date>", "only what is about this time or later")
    .option("--to <date>", "only what is about this time or earlier")
    .option("--actor <name>", "only this actor and whoever speaks for it (name or id)")
    .option("--issue <name>", "only this issue (label or id)")
    .option("--outlet <name>", "only what this outlet tells")
    .option("--grep <words>", "only lines that hold these words")
    .addOption(new Option("--format <format>", "how to write it").choices(formats).default("text"));

/** The options of a listing as typed. */
export type ListingFlags = {
  readonly dossier: string;
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  readonly actor?: string;
  readonly issue?: string;
  readonly outlet?: string;
  readonly grep?: string;
  readonly format: Format;
};

/** The filter of some options. Throws InputError. */
export function filterOption(flags: ListingFlags): Filter {
  const from = flags.from === undefined ? null : dateOption("--from", flags.from);
  const to = flags.to === undefined ? null : dateOption("--to", flags.to);
  if (from !== null && to !== null && boundsOf(from).first > boundsOf(to).last)
    throw new InputError(`--from ${from} is later than --to ${to}. Swap them`);
  return {
    from,
    to,
    actor: flags.actor ?? null,
    issue: flags.issue ?? null,
    outlet: flags.outlet ?? null,
    grep: flags.grep ?? null,
  };
}

/** The day of an as-of view; null: all. Throws InputError. */
export const asOfOption = (text: string | undefined): Edtf | null =>
  text === undefined ? null : dateOption("--as-of", text);
