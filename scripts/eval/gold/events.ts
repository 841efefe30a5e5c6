// Events: matched one to one by the tellings that they share, then date, kind, status and participants of those that match.
import type { Event, ParleyRecord } from "../../../src/model/record.js";
import type { EventKind } from "../../../src/model/words.js";
import { type F1Figure, f1Of, type Measured, shareOf } from "../figures.js";
import { plainDate } from "../folding.js";
import { matchOneToOne, overlap, type Stretch, shares } from "../matching.js";
import type { ToGold } from "./actors.js";
import type { GoldCorpus, GoldEvent } from "./corpus.js";
import { type Pages, present } from "./pages.js";

export type WantedEvent = { readonly gold: GoldEvent; readonly tellings: readonly Stretch[] };
export type ReadEvent = { readonly event: Event; readonly tellings: readonly Stretch[] };
export type EventPair = readonly [WantedEvent, ReadEvent];
export type EventMatch = {
  readonly want: readonly WantedEvent[];
  readonly have: readonly ReadEvent[];
  readonly pairs: readonly EventPair[];
  /** The event of the record that was matched to a gold event, by the gold's id. */
  readonly readOf: (goldId: string) => ReadEvent | undefined;
};

const sameDate = ([{ gold }, { event }]: EventPair): boolean => plainDate(gold.date) === plainDate(event.date);

/** Whether a telling of the record tells what the gold's mention tells: three tenths of the shorter is shared. */
export const tellsSame = (mention: Stretch, telling: Stretch): boolean =>
  overlap(mention, telling) > 0 && shares(mention, telling, 0.3);

/** Shared tellings over all tellings; a matching date, and then a matching kind, breaks ties. */
function likeness(a: WantedEvent, b: ReadEvent): number {
  const shared = a.tellings.filter((mention) => b.tellings.some((telling) => tellsSame(mention, telling))).length;
  if (!shared) return 0;
  const jaccard = shared / (a.tellings.length + b.tellings.length - shared);
  return jaccard + (sameDate([a, b]) ? 0.5 : 0) + (a.gold.kind === b.event.kind ? 0.1 : 0);
}

export function matchEvents(corpus: GoldCorpus, record: ParleyRecord, pages: Pages): EventMatch {
  const files = new Set(corpus.documents.map((document) => document.file));
  const want = corpus.events.map((gold) => ({
    gold,
    tellings: present(gold.mentions.map((mention) => pages.find(mention.file, mention))),
  }));
  const have = record.events
    .map((event) => ({
      event,
      tellings: event.reports
        .map((report) => pages.stretch(report.span))
        .filter((telling) => files.has(telling.file ?? "")),
    }))
    .filter(({ tellings }) => tellings.length > 0);
  const pairs = matchOneToOne(want, have, likeness, 1e-9);
  return { want, have, pairs, readOf: (goldId) => pairs.find(([{ gold }]) => gold.id === goldId)?.[1] };
}

/** Kinds that a careful person might use for the same event. */
const nearKinds: Readonly<Partial<Record<EventKind, readonly EventKind[]>>> = {
  ratification: ["agreement", "decision", "vote"],
  vote: ["decision", "other"],
  strike: ["other", "decision", "suspension"],
  appeal: ["statement", "other", "proposal"],
  threat: ["statement", "other"],
  deadline: ["other", "decision"],
};

const alikeKinds = (a: EventKind, b: EventKind): boolean =>
  a === b || (nearKinds[a]?.includes(b) ?? false) || (nearKinds[b]?.includes(a) ?? false);

function participantsFigure(pairs: readonly EventPair[], toGold: ToGold): F1Figure {
  const counts = pairs.map(([{ gold }, { event }]) => {
    const [want, said] = [
      new Set(gold.participants ?? []),
      new Set(event.participants.map(({ actor }) => toGold(actor))),
    ];
    return { right: [...said].filter((actor) => want.has(actor)).length, said: said.size, gold: want.size };
  });
  const sum = (field: "right" | "said" | "gold"): number => counts.reduce((n, count) => n + count[field], 0);
  return f1Of("events: participants, of those found", sum("right"), sum("said"), sum("gold"));
}

function missesOf({ want, have, pairs }: EventMatch): readonly string[] {
  const [found, used] = [new Set(pairs.map(([a]) => a)), new Set(pairs.map(([, b]) => b))];
  const misdated = pairs.filter((pair) => pair[0].gold.date && !sameDate(pair));
  return [
    ...want
      .filter(({ tellings }) => tellings.length === 0)
      .map(({ gold }) => `event text not in the record's text: ${gold.id}`),
    ...want
      .filter((w) => !w.gold.optional && !found.has(w))
      .map(({ gold }) => `event missed: ${gold.id} ${gold.date} ${gold.label}`),
    ...have
      .filter((read) => read.event.kind !== "statement" && !used.has(read))
      .map(({ event }) => `event spurious or split: ${event.date} ${event.kind} ${event.label}`),
    ...misdated.map(([{ gold }, { event }]) => `event date: ${gold.id} ${event.date} for ${gold.date}`),
  ];
}

/** Figures of events; a dated statement beyond those of the gold is no fault, so it is not charged. */
export function measureEvents({ want, have, pairs, readOf }: EventMatch, toGold: ToGold): Measured {
  const used = new Set(pairs.map(([, read]) => read));
  const charged = have.filter((read) => read.event.kind !== "statement" || used.has(read)).length;
  const required = want.filter(({ gold }) => !gold.optional).length;
  const dated = pairs.filter(([{ gold }]) => gold.date);
  const figure = (name: string, right: readonly EventPair[]): F1Figure =>
    f1Of(name, right.length, charged, required, right.filter(([{ gold }]) => !gold.optional).length);
  const field = (name: string, asked: readonly EventPair[], test: (pair: EventPair) => boolean) =>
    shareOf(`events: ${name}, of those found`, asked.filter(test).length, asked.length);
  return {
    figures: [
      figure("events: found, one to one", pairs),
      field("date", dated, sameDate),
      figure(
        "events: found and dated right",
        pairs.filter((pair) => !pair[0].gold.date || sameDate(pair)),
      ),
      field("kind", pairs, ([{ gold }, { event }]) => alikeKinds(gold.kind, event.kind)),
      field("status", pairs, ([{ gold }, { event }]) => gold.status === event.status),
      participantsFigure(pairs, toGold),
    ],
    misses: missesOf({ want, have, pairs, readOf }),
  };
}
