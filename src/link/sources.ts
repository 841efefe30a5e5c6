// How many reports, outlets and independent sources tell an event: reprints and declared copies are no sources of their own.
import type { Event } from "../model/record.js";
import { plainName } from "./compare-names.js";
import type { Duplicates } from "./duplicates.js";
import type { Corpus } from "./input.js";
import type { Telling } from "./tellings.js";

type Context = {
  readonly corpus: Corpus;
  readonly duplicates: Duplicates;
  readonly viaOf: (telling: Telling) => readonly string[];
};

/** Counts over the tellings of one event. A report without an outlet is an outlet of its own. */
export function sourcesOf(tellings: readonly Telling[], { corpus, duplicates, viaOf }: Context): Event["sources"] {
  const reports = [...new Set(tellings.map(({ doc }) => doc))];
  const outletOf = (doc: number): string => {
    const document = corpus[doc]?.document;
    return document?.outlet ? plainName(document.outlet) : (document?.id ?? "");
  };
  const outlets = new Set(reports.map(outletOf));
  const independent = reports.filter((doc) => {
    if (
      duplicates.duplicateOf(doc) !== null &&
      reports.some((other) => corpus[other]?.document.id === duplicates.duplicateOf(doc))
    )
      return false;
    const own = tellings.filter((telling) => telling.doc === doc);
    const copied = own.every((telling) =>
      viaOf(telling).some((name) => outlets.has(plainName(name)) && outletOf(doc) !== plainName(name)),
    );
    return !copied;
  });
  return { reports: reports.length, outlets: outlets.size, independent: Math.max(1, independent.length) };
}
