// The picture on top of the chronicle: events put into lanes and rows, or counted by month where there are too many to see.
import { boundsOf, dayOf, type Edtf, edtf, intervalOf } from "../model/edtf.js";
import type { Event } from "../model/record.js";
import type { PageContext } from "./context.js";
import { dateText } from "./dates.js";
import { statusText } from "./event-line.js";
import { shortened } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { type Entry, gapOf, type Laned, mostRows, singleMarks, widths } from "./lane-picture.js";
import { clipped, type Days, type Lane, type LanesBy, lanesOf, type Window, windowOf } from "./lanes.js";
import { type Mark, marginFor, picture } from "./picture.js";
import { drawnSign, signOfStatus } from "./signs.js";
import { counted } from "./words.js";

const mostMarks = 90;
const longestLabel = 26; // characters of a lane's name

type Asked = { readonly from: Edtf | null; readonly to: Edtf | null; readonly by: LanesBy };
/** Events of a lane as entries of the picture. */
const entriesOf = (context: PageContext, lane: Lane): Entry[] =>
  lane.events.flatMap((event) =>
    event.date === null
      ? []
      : [
          {
            date: event.date,
            sign: signOfStatus(event.status),
            words: `${dateText(event.date, "short")}, ${statusText(event)}: ${event.label}`,
            link: context.links.page("event", event.id),
          },
        ],
  );

const monthOf = (day: number): number => {
  const date = new Date(day * 864e5);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const monthName = (month: number): Edtf =>
  edtf(`${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`);

/** The month in which each event of a lane begins, as shown. */
const monthsIn = (lane: Lane, days: Days): readonly number[] =>
  lane.events.flatMap(({ date }) => {
    const stretch = date === null ? null : clipped(date, days);
    return stretch === null ? [] : [monthOf(stretch.first)];
  });

/** How many of some months lie in each stretch of `length` months, counted from January. */
function stretchesOf(months: readonly number[], length: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const month of months) {
    const start = Math.floor(month / length) * length;
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return counts;
}

/** One mark for all events of a lane that begin in one stretch of months; it leads to the list of them. */
function countedMarks(
  context: PageContext,
  { lane, index, days, by }: { readonly lane: Lane; readonly index: number; readonly days: Days; readonly by: LanesBy },
  stretches: ReadonlyMap<number, number>,
  length: number,
): Laned {
  const marks = [...stretches].map(([start, count]): Mark => {
    const [from, to] = [monthName(start), monthName(start + length - 1)];
    const asked = by === "kind" ? { kind: lane.key } : { actor: lane.key, lanes: by };
    return {
      first: Math.max(boundsOf(from).first, days.first),
      last: Math.min(boundsOf(to).last, days.last),
      lane: index,
      row: 0,
      isPoint: true,
      sign: "full",
      count,
      words: `${lane.label}, ${dateText(intervalOf(from, to))}: ${counted(count, "event")}`,
      link: context.links.page("chronicle", "", { from, to, ...asked }),
    };
  });
  return { rows: 1, marks };
}

/** Months of a stretch, so that there are not more marks than can be seen: a month, a quarter, a year, ten years. */
function stretchLength(months: readonly (readonly number[])[]): number {
  const marks = (length: number): number => months.reduce((sum, own) => sum + stretchesOf(own, length).size, 0);
  return [1, 3, 12].find((length) => marks(length) <= mostMarks) ?? 120;
}

/** Marks of lanes that are counted, the same for every width; null where each event has a mark of its own. */
function countedLanes(context: PageContext, lanes: readonly Lane[], days: Days, by: LanesBy): readonly Laned[] | null {
  if (lanes.reduce((sum, lane) => sum + lane.events.length, 0) <= mostMarks) return null;
  const months = lanes.map((lane) => monthsIn(lane, days));
  const length = stretchLength(months);
  return lanes.map((lane, index) =>
    countedMarks(context, { lane, index, days, by }, stretchesOf(months[index] ?? [], length), length),
  );
}

type Laning = { readonly lanes: readonly Lane[]; readonly days: Window; readonly counted: readonly Laned[] | null };

function drawn(context: PageContext, { lanes, days, counted }: Laning, asked: Asked, form: "wide" | "narrow"): Html {
  const gap = gapOf(days, form);
  const laned =
    counted ?? lanes.map((lane, index) => singleMarks(entriesOf(context, lane), index, days, gap, mostRows[form]));
  return html`<div class="${form}">${picture({
    width: widths[form],
    days,
    isNarrow: form === "narrow",
    marks: laned.flatMap(({ marks }) => marks),
    lanes: lanes.map(({ label }, index) => ({ label: shortened(label, longestLabel), rows: laned[index]?.rows ?? 1 })),
    asOf: context.asOf === null ? null : boundsOf(context.asOf).last,
    title: `Events by ${asked.by} from ${dateText(dayOf(days.first))} to ${dateText(dayOf(days.last))}`,
  })}</div>`;
}

/** The figure; nothing where no event has a date. */
export function spanPicture(context: PageContext, events: readonly Event[], asked: Asked): Html {
  const { from, to } = context.index.record.dossier;
  const reported = from === null || to === null ? null : { first: boundsOf(from).first, last: boundsOf(to).last };
  const days = windowOf(events, reported, asked);
  if (days === null) return nothing;
  const lanes = lanesOf(
    context.index,
    events.filter(({ date }) => date !== null && clipped(date, days) !== null),
    asked.by,
  );
  const laning = { lanes, days, counted: countedLanes(context, lanes, days, asked.by) };
  const outside = (count: number, words: string, query: { from?: string; to?: string }): Html | null =>
    count === 0
      ? null
      : html`<a href="${context.links.page("chronicle", "", { ...query, lanes: asked.by === "kind" ? null : asked.by })}">${counted(count, "event")} ${words}</a>`;
  return html`<figure class="picture brushed" data-first="${days.first}" data-last="${days.last + 1}" data-left="${marginFor(lanes.map(({ label }) => shortened(label, longestLabel)))}" data-right="14" data-width="${widths.wide}">
<a class="skip inner" href="#list">Skip the picture</a>
${drawn(context, laning, asked, "wide")}${drawn(context, laning, asked, "narrow")}
<figcaption><span class="legend">${(["happened", "planned", "cancelled", "hypothetical"] as const).map(
    (status) =>
      html`<span>${drawnSign(signOfStatus(status))} ${{ happened: "held, happened", planned: "planned", cancelled: "cancelled, denied", hypothetical: "not certain" }[status]}</span> `,
  )}
<span><span class="bar" aria-hidden="true"></span> a month, or several days</span></span>
${joined([
  outside(days.earlier, `before ${dateText(dayOf(days.first), "short")}`, { to: dayOf(days.first - 1) }),
  outside(days.later, `after ${dateText(dayOf(days.last), "short")}`, { from: dayOf(days.last + 1) }),
])}</figcaption>
</figure>`;
}
