// BibTeX of the reports that the record cites, with the sentences that are cited from each; UTF-8, as biber and BibTeX 8 read it.
import type { ParleyRecord } from "../model/record.js";
import { type Reference, referencesOf } from "./reference.js";
import { legal } from "./xml.js";

const signs: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text as LaTeX sets it, on one line; an empty group between signs that it would join: '' to a quotation mark, -- to a dash. */
export const escapeLatex = (text: string): string =>
  legal(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\{}~^&%$#_]/g, (sign) => signs[sign] ?? `\\${sign}`)
    .replace(/(['`-])(?=\1)|([?!])(?=`)/g, "$&{}");

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** An entry. Titles and names stand in double braces: their capitals stay, and no comma makes a first name. */
function entry({ id, document, title, year, month, day, url, cited }: Reference): string {
  const inBraces = (text: string | null): string | null => text && `{{${escapeLatex(text)}}}`;
  const fields: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ["author", inBraces(document.byline)],
    ["title", inBraces(title)],
    ["journal", inBraces(document.outlet)],
    ["year", year === null ? null : `{${year}}`],
    ["month", month === null ? null : months[month - 1]],
    ["day", day === null ? null : `{${day}}`],
    ["url", url && `{${url.replace(/[{}\\]/g, encodeURIComponent)}}`],
    ["howpublished", url ? null : inBraces(document.uri)],
    ["language", `{${escapeLatex(document.language)}}`],
    ["annote", cited.length > 0 ? `{${cited.map((sentence) => `“${escapeLatex(sentence)}”`).join(" ")}}` : null],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@article{${id},\n${lines.join(",\n")}\n}\n`;
}

/** The bibliography, an entry a piece. */
export function* bib(record: ParleyRecord): Generator<string> {
  yield "% Reports cited in the record. The keys are the ids of the documents.\n";
  for (const reference of referencesOf(record)) yield `\n${entry(reference)}`;
}
