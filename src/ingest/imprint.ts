// What a page says of itself around the report: whose copyright it is, where it appeared first, how it is signed, and the day
// printed below it.
import { monthLength } from "../model/edtf.js";
import type { Range } from "../model/span.js";
import type { DayFinder } from "./days.js";
import type { Body } from "./furniture.js";
import { isHeadLine, type LabelledDay, readHeadLine } from "./head-line.js";
import type { Line } from "./page.js";
import type { ImprintRule, IngestWords } from "./words.js";

export type Imprint = Range & { readonly name: string; readonly kind: ImprintRule["kind"] };

const longest = 300; // characters of a line that can be an imprint
const foot = 8; // lines looked at below the report

/** The name without a year, the words of a firm and a full stop behind it: "Harbour Post Ltd 2031" → "Harbour Post". */
function withoutFirm(name: string, { firms }: IngestWords): string {
  const parts = name.split(" ");
  const isBehind = (part: string): boolean =>
    firms.has(part.toLowerCase().replace(/[.,]/g, "")) || /^(?:19|20)\d{2}$/.test(part);
  while (parts.length > 1 && isBehind(parts.at(-1) ?? "")) parts.pop();
  return parts.join(" ");
}

/** The names by which a page calls its outlet, in order of the rules. Lines of the report's own paragraphs are not asked. */
export function imprintsOf(
  lines: readonly Line[],
  folded: readonly string[],
  body: Body,
  words: IngestWords,
): readonly Imprint[] {
  const found: Imprint[] = [];
  for (const rule of words.imprints) {
    for (const [index, line] of lines.entries()) {
      const text = folded[index] ?? "";
      if (text.length > longest || (rule.kind !== "copyright" && index < body.last)) continue;
      const match = rule.pattern.exec(text);
      const outlet = match?.groups?.outlet;
      if (!match || outlet === undefined) continue;
      const name = withoutFirm(outlet, words);
      const start = line.start + text.lastIndexOf(outlet);
      if (!words.months.has(name.toLowerCase().split(" ")[0] ?? ""))
        found.push({ start, end: start + name.length, name, kind: rule.kind });
    }
  }
  return found;
}

/** "xyz/ab/cd 271030": how agencies close a report, its day in two figures each. */
const slug = /^\p{L}{2,6}(?:\/\p{L}{1,6}){1,4} (\d{2})(\d{2})(\d{2})$/u;

function slugDay(line: string): LabelledDay | null {
  const match = slug.exec(line);
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), 2000 + Number(match[3])];
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
  return valid
    ? { start: line.length - 6, end: line.length, year, month, day, field: null, weekday: null, other: null }
    : null;
}

/** A day that stands alone, or behind its label, below a report; for pages whose head has none. */
export function daysBelow(
  lines: readonly Line[],
  folded: readonly string[],
  body: Body,
  ends: (index: number) => boolean,
  words: IngestWords,
  findDays: DayFinder,
): readonly LabelledDay[] {
  const days: LabelledDay[] = [];
  for (let index = Math.max(0, body.last + 1); index < Math.min(lines.length, body.last + 1 + foot); index++) {
    if (ends(index) && slugDay(folded[index] ?? "") === null) break;
    const line = lines[index];
    const slugged = slugDay(folded[index] ?? "");
    const head = readHeadLine(folded[index] ?? "", words, findDays);
    if (line && slugged) days.push({ ...slugged, start: line.start + slugged.start, end: line.start + slugged.end });
    if (!line || !isHeadLine(head) || line.reason === "comments" || line.reason === "related") continue;
    for (const day of head.days) days.push({ ...day, start: line.start + day.start, end: line.start + day.end });
  }
  return days;
}
