// What the tellings of one event say of it, each value with the words that say it; and which value leads.
import type { Event } from "../model/record.js";
import type { Range, Span } from "../model/span.js";
import { spanIn } from "./input.js";
import type { Telling } from "./tellings.js";

/** A value with the index of the document that tells it. */
export type Told<T> = { readonly value: T; readonly doc: number };

/** The value that most documents tell; of several the one told first. */
export function leading<T>(told: readonly Told<T>[]): Told<T> | null {
  const documents = new Map<T, Set<number>>();
  for (const { value, doc } of told) documents.set(value, (documents.get(value) ?? new Set()).add(doc));
  let best: Told<T> | null = null;
  for (const one of told)
    if (!best || (documents.get(one.value)?.size ?? 0) > (documents.get(best.value)?.size ?? 0)) best = one;
  return best;
}

type Fact = { readonly value: string; readonly evidence: Range };
type Field = Event["facts"][number]["field"];

/** Durations that are told as nearly, about or more than so much keep that in their value. */
const modified = (value: string, mod: string | null): string => (mod === null ? value : `${value} ${mod}`);

const readers: readonly [Field, (telling: Telling) => readonly Fact[]][] = [
  [
    "date",
    ({ mention }) =>
      mention.date !== null && mention.dateEvidence !== null
        ? [{ value: mention.date, evidence: mention.dateEvidence }]
        : [],
  ],
  ["place", ({ mention }) => (mention.place ? [{ value: mention.place.name, evidence: mention.place }] : [])],
  [
    "duration",
    ({ mention }) =>
      mention.duration
        ? [{ value: modified(mention.duration.value, mention.duration.mod), evidence: mention.duration }]
        : [],
  ],
  ["format", ({ mention }) => (mention.format ? [{ value: mention.format.name, evidence: mention.format }] : [])],
  ["round", ({ mention }) => (mention.round ? [{ value: String(mention.round.number), evidence: mention.round }] : [])],
  ["outcome", ({ mention }) => (mention.outcome ? [{ value: mention.outcome.name, evidence: mention.outcome }] : [])],
  [
    "participants",
    ({ mention, actorIdOf }) =>
      mention.participants.flatMap(({ actor, evidence }) => {
        const id = actorIdOf(actor);
        return id === null ? [] : [{ value: id, evidence }];
      }),
  ],
];

/** The facts of an event, field by field, values as first told, each with all its evidence. */
export function factsOf(tellings: readonly Telling[]): Event["facts"] {
  return readers.flatMap(([field, read]) => {
    const values = new Map<string, Span[]>();
    const seen = new Set<string>();
    for (const telling of tellings) {
      for (const { value, evidence } of read(telling)) {
        const span = spanIn(telling.input, evidence);
        const key = `${value}|${span.doc},${span.start},${span.end}`;
        if (seen.has(key)) continue;
        seen.add(key);
        values.set(value, [...(values.get(value) ?? []), span]);
      }
    }
    return [...values].map(([value, evidence]) => ({ field, value, evidence }));
  });
}

/** Numbers told of an event, each once a place in a text. */
export function quantitiesOf(tellings: readonly Telling[]): Event["quantities"] {
  const seen = new Set<string>();
  return tellings.flatMap((telling) =>
    telling.mention.quantities.flatMap(({ value, unit, what, evidence }) => {
      const span = spanIn(telling.input, evidence);
      const key = `${span.doc},${span.start},${span.end}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ value, unit, what, evidence: span }];
    }),
  );
}
