// Lanes of dated entries as a picture: put into rows so that no two cover each other, drawn for wide and for narrow screens.
import { boundsOf, dayOf, type Edtf } from "../model/edtf.js";
import type { PageContext } from "./context.js";
import { dateText } from "./dates.js";
import { shortened } from "./evidence.js";
import { type Html, html, nothing } from "./html.js";
import { clipped, type Days, isPoint, rowsOf } from "./lanes.js";
import { type Mark, picture } from "./picture.js";
import type { SignName } from "./signs.js";

/** One mark before it has a place. `words` names it, `link` is where it leads. */
export type Entry = { readonly date: Edtf; readonly sign: SignName; readonly words: string; readonly link: string };
export type EntryLane = { readonly label: string; readonly entries: readonly Entry[] };
export type Laned = { readonly rows: number; readonly marks: readonly Mark[] };
export type Form = "wide" | "narrow";

export const widths: Readonly<Record<Form, number>> = { wide: 960, narrow: 400 };
export const mostRows: Readonly<Record<Form, number>> = { wide: 6, narrow: 9 };

/** How many days must lie between two marks of one row. */
export const gapOf = ({ first, last }: Days, form: Form): number =>
  ((last - first + 1) / (widths[form] - (form === "wide" ? 142 : 24))) * 11;

/** Entries of a lane as marks in rows; those outside `days` are left out. */
export function singleMarks(entries: readonly Entry[], lane: number, days: Days, gap: number, most: number): Laned {
  const placed = entries.flatMap((entry) => {
    const stretch = clipped(entry.date, days);
    return stretch === null ? [] : [{ entry, stretch }];
  });
  const rows = rowsOf(
    placed.map(({ stretch }) => stretch),
    gap,
    most,
  );
  const marks = placed.map(
    ({ entry, stretch }, place): Mark => ({
      ...stretch,
      lane,
      row: rows[place] ?? 0,
      isPoint: isPoint(entry.date),
      sign: entry.sign,
      count: 1,
      words: entry.words,
      link: entry.link,
    }),
  );
  return { rows: Math.max(1, ...rows.map((row) => row + 1)), marks };
}

const mostEntries = 120;
const longestBeside = 26; // characters of a lane's name that have room beside it

/** The days from the first to the last entry, with some white around; null where nothing is dated. */
function daysOf(lanes: readonly EntryLane[]): Days | null {
  const ends = lanes
    .flatMap(({ entries }) => entries.map(({ date }) => boundsOf(date)))
    .flatMap(({ first, last }) => [first, last])
    .filter(Number.isFinite);
  if (ends.length === 0) return null;
  const [first, last] = [ends.reduce((a, b) => Math.min(a, b)), ends.reduce((a, b) => Math.max(a, b))];
  const edge = Math.max(1, Math.round((last - first) / 60));
  return { first: first - edge, last: last + edge };
}

/** A figure of lanes over time; nothing where no entry has a date. Of very many entries the latest are drawn, and it says so. */
export function laneFigure(
  context: PageContext,
  given: readonly EntryLane[],
  { title, caption, most = mostEntries }: { readonly title: string; readonly caption: Html; readonly most?: number },
): Html {
  const total = given.reduce((sum, { entries }) => sum + entries.length, 0);
  const share = Math.min(1, most / Math.max(1, total));
  const lanes = given.map(({ label, entries }) => ({
    label,
    entries: share === 1 ? entries : entries.slice(-Math.max(1, Math.floor(entries.length * share))),
  }));
  const days = daysOf(lanes);
  if (days === null) return nothing;
  const span = `${dateText(dayOf(days.first))} to ${dateText(dayOf(days.last))}`;
  const isAbove = lanes.some(({ label }) => label.length > longestBeside);
  const drawn = (["wide", "narrow"] as const).map((form) => {
    const laned = lanes.map(({ entries }, index) =>
      singleMarks(entries, index, days, gapOf(days, form), mostRows[form]),
    );
    return html`<div class="${form}">${picture({
      width: widths[form],
      days,
      isNarrow: form === "narrow" || isAbove,
      marks: laned.flatMap(({ marks }) => marks),
      lanes: lanes.map(({ label }, index) => ({
        label: shortened(label, form === "wide" ? 110 : 50),
        rows: laned[index]?.rows ?? 1,
      })),
      asOf: context.asOf === null ? null : boundsOf(context.asOf).last,
      title: `${title}, from ${span}`,
    })}</div>`;
  });
  const cut =
    share === 1
      ? nothing
      : html`<span>Of ${total.toLocaleString("en-GB")} marks the latest of each line are drawn.</span>`;
  return html`<figure class="picture">${drawn}<figcaption>${caption}${cut}</figcaption></figure>`;
}
