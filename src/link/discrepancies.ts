// Reports of one event that cannot all be right, or that differ in what they tell. Only what different reports, or different
// voices in one report, say is compared; a reprint is not a report of its own.
import { compatible, type Edtf, precisionOf } from "../model/edtf.js";
import type { Discrepancy } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { DialogueState, DiscrepancyAttribute } from "../model/words.js";
import { isMorningAfter, samePlace } from "./compare-events.js";
import { plainName } from "./compare-names.js";
import { bagOf, sharedOf } from "./compare-words.js";
import { compareDurations } from "./durations.js";
import type { EventLine } from "./event-lines.js";
import { idMaker } from "./ids.js";
import { wordsIn } from "./input.js";
import { stateOfOutcome } from "./outcomes.js";
import { compilePhrase } from "./phrases.js";
import { type Say, sayOf, voiceOf } from "./says.js";
import { scopesOf } from "./scope.js";
import type { Telling } from "./tellings.js";
import type { LinkWords } from "./words.js";

type Kind = Discrepancy["kind"];
type Found = { readonly attribute: DiscrepancyAttribute; readonly kind: Kind; readonly values: readonly Say[] };

/** Values of an attribute that differ, told by different reports: the worst that two of them make of each other. */
function differing(
  attribute: DiscrepancyAttribute,
  says: readonly Say[],
  compare: (a: Say, b: Say) => Kind | null,
): Found[] {
  const distinct = [...new Map(says.map((say) => [`${say.voice}|${say.value}`, say])).values()].slice(0, 40);
  let kind: Kind | null = null;
  const involved = new Set<Say>();
  for (const [index, a] of distinct.entries()) {
    for (const b of distinct.slice(index + 1)) {
      const found = a.voice === b.voice ? null : compare(a, b);
      if (found === null || (kind === "contradiction" && found !== kind)) continue;
      if (found === "contradiction" && kind !== found) involved.clear();
      kind = found;
      involved.add(a).add(b);
    }
  }
  return kind === null
    ? []
    : [{ attribute, kind, values: says.filter((say) => [...involved].some(({ value }) => value === say.value)) }];
}

const toldAsFact = ({ mention }: Telling): boolean => mention.status === "happened" || mention.status === "unknown";

function dates(tellings: readonly Telling[]): Found[] {
  // The morning on which talks ended that began the day before is no other day of theirs.
  const begun = tellings.filter((telling) => !tellings.some((other) => isMorningAfter(other, telling)));
  const says = begun.filter(toldAsFact).flatMap((telling) => {
    const { date, dateEvidence } = telling.mention;
    return date !== null && dateEvidence !== null && precisionOf(date) !== "interval"
      ? [sayOf(telling, date, dateEvidence)]
      : [];
  });
  return differing("date", says, (a, b) => (compatible(a.value as Edtf, b.value as Edtf) ? null : "contradiction"));
}

function places(tellings: readonly Telling[]): Found[] {
  const says = tellings
    .filter(toldAsFact)
    .flatMap((telling) =>
      telling.mention.place ? [sayOf(telling, telling.mention.place.name, telling.mention.place)] : [],
    );
  return differing("place", says, (a, b) =>
    samePlace(plainName(a.value), plainName(b.value)) ? null : "contradiction",
  );
}

function durations(tellings: readonly Telling[]): Found[] {
  const told = new Map<Say, { value: string; mod: string | null }>();
  const wordings = new Map<string, string>(); // "almost" and "nearly eight hours" are one value: as first told
  const says = tellings.flatMap((telling) => {
    const { duration } = telling.mention;
    if (!duration) return [];
    const key = `${duration.value}|${duration.mod}`;
    const wording = wordings.get(key) ?? wordsIn(telling.input, duration);
    wordings.set(key, wording);
    const say = sayOf(telling, wording, duration);
    told.set(say, duration);
    return [say];
  });
  return differing("duration", says, (a, b) => {
    const [x, y] = [told.get(a), told.get(b)];
    return x && y ? compareDurations(x, y) : null;
  });
}

type Figure = { readonly say: Say; readonly amount: number; readonly about: ReadonlySet<string> };

const sameThing = (a: Figure, b: Figure): boolean =>
  a.about.size === 0 || b.about.size === 0 || sharedOf(a.about, b.about) > 0;
const ratio = (a: Figure, b: Figure): number => Math.min(a.amount, b.amount) / Math.max(a.amount, b.amount);

/** Figures nearer to each other than this may be told of one thing. */
const nearEnough = 0.5;
const rounded = 0.97;

/** Two reports whose figures of one unit have none in common: their nearest two are told of one thing and differ. */
function nearestTwo(one: readonly Figure[], other: readonly Figure[]): [Figure, Figure] | null {
  if (one.some(({ amount }) => other.some((figure) => figure.amount === amount))) return null;
  const pairs = one.flatMap((a) =>
    other.filter((b) => sameThing(a, b) && ratio(a, b) >= nearEnough).map((b): [Figure, Figure] => [a, b]),
  );
  return pairs.sort((a, b) => ratio(...b) - ratio(...a))[0] ?? null;
}

/** Figures of one unit, by unit and then by whoever tells them. What a figure counts is told by its words, without the numbers. */
function figuresOf(tellings: readonly Telling[], words: LinkWords): Figure[][][] {
  const byUnit = new Map<string, Map<string, Figure[]>>();
  for (const telling of tellings) {
    for (const { value, unit, what, evidence } of telling.mention.quantities) {
      const about = new Set(
        [...bagOf(what, words.stopwords)].filter((stem) => !/\d/.test(stem) && !unit.startsWith(stem)),
      );
      const voice = voiceOf(telling);
      const byReport = byUnit.get(unit) ?? new Map<string, Figure[]>();
      byReport.set(voice, [
        ...(byReport.get(voice) ?? []),
        { say: sayOf(telling, wordsIn(telling.input, evidence), evidence), amount: value, about },
      ]);
      byUnit.set(unit, byReport);
    }
  }
  return [...byUnit.values()].map((byReport) => [...byReport.values()].slice(0, 40));
}

/** Figures of the same unit that cannot be told of one thing. */
function numbers(tellings: readonly Telling[], words: LinkWords): Found[] {
  return figuresOf(tellings, words).flatMap((reports) => {
    const pairs = reports.flatMap((one, index) =>
      reports.slice(index + 1).flatMap((other): [Figure, Figure][] => {
        const pair = nearestTwo(one, other);
        return pair ? [pair] : [];
      }),
    );
    const against = pairs.filter(([a, b]) => ratio(a, b) < rounded);
    const chosen = against.length > 0 ? against : pairs;
    const figures = [...new Set(chosen.flat())].map(({ say }) => say);
    const kind = against.length > 0 ? ("contradiction" as const) : ("difference-in-detail" as const);
    return figures.length > 0 ? [{ attribute: "number" as const, kind, values: figures }] : [];
  });
}

function outcomes(tellings: readonly Telling[], words: LinkWords): Found[] {
  const phrases = words.outcomes.map(compilePhrase);
  const states = new Map<Say, DialogueState>();
  const says = tellings.filter(toldAsFact).flatMap((telling) => {
    const { outcome } = telling.mention;
    const state = outcome ? stateOfOutcome(telling, phrases) : null;
    if (!outcome || !state) return [];
    const say = sayOf(telling, outcome.name, outcome);
    states.set(say, state);
    return [say];
  });
  return differing("outcome", says, (a, b) => (states.get(a) === states.get(b) ? null : "contradiction"));
}

/** Values with all that tells them, in the order told. */
function valuesOf(says: readonly Say[]): Discrepancy["values"] {
  const values = new Map<string, Span[]>();
  for (const { value, span } of says) values.set(value, [...(values.get(value) ?? []), span]);
  return [...values].map(([value, evidence]) => ({ value, evidence }));
}

/** The discrepancies of all events, in the order of the events. `isReprint`: documents that are no reports of their own. */
export function linkDiscrepancies(
  lines: readonly EventLine[],
  isReprint: (doc: number) => boolean,
  words: LinkWords,
): Discrepancy[] {
  const makeId = idMaker("x");
  return lines.flatMap(({ event, tellings }) => {
    const own = tellings.filter(({ doc, mention }) => !isReprint(doc) && mention.sums === null);
    if (new Set(own.map(voiceOf)).size < 2) return [];
    const found = [
      ...dates(own),
      ...places(own),
      ...durations(own),
      ...numbers(own, words),
      ...outcomes(own, words),
      ...scopesOf(own, words),
    ];
    return found.map(({ attribute, kind, values }): Discrepancy => {
      const told = valuesOf(values);
      return { id: makeId(told.flatMap(({ evidence }) => evidence)), event: event.id, attribute, kind, values: told };
    });
  });
}
