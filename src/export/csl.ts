// CSL-JSON of the reports that the record cites (Zotero, pandoc, citeproc), with the sentences that are cited from each.
import type { ParleyRecord } from "../model/record.js";
import { jsonLinesList } from "./json-list.js";
import { type Reference, referencesOf } from "./reference.js";

function cslEntry({ id, document, title, year, month, day, url, cited }: Reference): object {
  const parts = [year, month, day].filter((part) => part !== null);
  return {
    id,
    type: "article-newspaper",
    title,
    ...(document.byline && { author: [{ literal: document.byline }] }),
    ...(document.outlet && { "container-title": document.outlet }),
    ...(parts.length > 0 && { issued: { "date-parts": [parts] } }),
    ...(url ? { URL: url } : { archive_location: document.uri }),
    language: document.language,
    ...(cited.length > 0 && { annote: cited.map((sentence) => `“${sentence}”`).join(" ") }),
  };
}

function* entries(record: ParleyRecord): Generator<object> {
  for (const reference of referencesOf(record)) yield cslEntry(reference);
}

/** The list of references, one a line. */
export const csl = (record: ParleyRecord): Generator<string> => jsonLinesList(entries(record));
