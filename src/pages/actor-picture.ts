// An actor over time: what it said, where it took part, what it is told to hold, each mark at its date.
import { compareDates } from "../model/edtf.js";
import type { Event, Position, Statement } from "../model/record.js";
import { placeOf } from "../query/place.js";
import type { PageContext } from "./context.js";
import { dateText } from "./dates.js";
import { statusText } from "./event-line.js";
import { shortened } from "./evidence.js";
import { type Html, html } from "./html.js";
import { type Entry, type EntryLane, laneFigure } from "./lane-picture.js";
import { linkTo } from "./places.js";
import { drawnSign, type SignName, signOfStatus } from "./signs.js";
import { stanceEntry } from "./stance-line.js";
import { contentText } from "./statement-line.js";

const kindSigns: Readonly<Record<Statement["kind"], SignName>> = {
  direct: "full",
  mixed: "diamond",
  indirect: "ring",
};

const byDate = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((a, b) => compareDates(a.date, b.date));

function statementEntries(context: PageContext, statements: readonly Statement[]): Entry[] {
  return statements.flatMap((statement) => {
    const place = placeOf(statement);
    if (statement.date === null || place === null) return [];
    const words = shortened(contentText(context, statement) ?? "", 90);
    return [
      {
        date: statement.date,
        sign: kindSigns[statement.kind],
        words: `${dateText(statement.date, "short")}: ${words}`,
        link: linkTo(context, place),
      },
    ];
  });
}

const eventEntries = (context: PageContext, events: readonly Event[]): Entry[] =>
  events.flatMap((event) =>
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

const positionEntries = (context: PageContext, positions: readonly Position[]): Entry[] =>
  positions.flatMap((position) => {
    const entry = stanceEntry(context, position, "");
    const label = context.index.issues.get(position.issue)?.label ?? position.issue;
    return entry === null ? [] : [{ ...entry, words: `${entry.words.replace(":  ", ": ")} ${label}` }];
  });

const caption: Html = html`<span class="legend"><span>Said: ${drawnSign("full")} quoted</span> <span>${drawnSign("diamond")} partly quoted</span> <span>${drawnSign("ring")} reported</span></span>`;

/** Statements of one speaker over time. Nothing where none is dated. */
export const statementsPicture = (context: PageContext, statements: readonly Statement[]): Html =>
  laneFigure(context, [{ label: "Said", entries: byDate(statementEntries(context, statements)) }], {
    title: "Statements over time",
    caption,
  });

/** The figure of an actor; nothing where nothing of it is dated. */
export function actorPicture(
  context: PageContext,
  of: {
    readonly statements: readonly Statement[];
    readonly events: readonly Event[];
    readonly positions: readonly Position[];
  },
): Html {
  const lanes: readonly EntryLane[] = [
    { label: "Said", entries: byDate(statementEntries(context, of.statements)) },
    { label: "Took part", entries: byDate(eventEntries(context, of.events)) },
    { label: "Holds", entries: byDate(positionEntries(context, of.positions)) },
  ];
  return laneFigure(
    context,
    lanes.filter(({ entries }) => entries.length > 0),
    { title: "Said, took part, holds: over time", caption, most: 72 },
  );
}
