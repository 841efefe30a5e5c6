// Reports of one event that cannot all be right, or that differ in what they tell. Only what different reports, or different
// voices in one report, say is compared; a reprint is not a report of its own.
import { compatible, type Edtf, precisionOf } from "../model/edtf.js";
import type { Discrepancy } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { DialogueState, DiscrepancyAttribute } from "../model/words.js";
import { isMorningAfter, samePlace } from "./compare-events.js";
import { plainName } from "./compare-names.js";
import { compareDurations } from "./durations.js";
import type { EventLine } from "./event-lines.js";
import { figuresOfTelling, lengthOfTelling, type ToldFigure } from "./figures.js";
import { idMaker } from "./ids.js";
import { wordsIn } from "./input.js";
import { stateOfOutcome } from "./outcomes.js";
import { compilePhrase } from "./phrases.js";
import { type Say, sayOf } from "./says.js";
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

function durations(tellings: readonly Telling[], words: LinkWords): Found[] {
  const told = new Map<Say, { value: string; mod: string | null }>();
  const wordings = new Map<string, string>(); // "almost" and "nearly eight hours" are one value: as first told
  const says = tellings.flatMap((telling) => {
    const length = lengthOfTelling(telling, words.figures);
    if (!length) return [];
    const key = `${length.value}|${length.mod}`;
    const wording = wordings.get(key) ?? wordsIn(telling.input, length.range);
    wordings.set(key, wording);
    const say = sayOf(telling, wording, length.range);
    told.set(say, length);
    return [say];
  });
  return differing("duration", says, (a, b) => {
    const [x, y] = [told.get(a), told.get(b)];
    return x && y ? compareDurations(x, y) : null;
  });
}

type Figure = { readonly say: Say; readonly told: ToldFigure };

const ratio = (a: Figure, b: Figure): number =>
  Math.min(a.told.amount, b.told.amount) / Math.max(a.told.amount, b.told.amount);
const stems = (word: string): string => word.slice(0, 6);

/** Whether two figures count one thing: the same word, or one of them none ("1,800, by the police count"). */
const sameThing = ({ told: a }: Figure, { told: b }: Figure): boolean =>
  a.unit !== "count" || a.about === "" || b.about === "" || stems(a.about) === stems(b.about);

/** Figures nearer to each other than this may be told of one thing. */
const nearEnough = 0.5;
const rounded = 0.97;

/** Whether "at least", "about" leave room for the other figure. */
function leavesRoom({ told: a }: Figure, { told: b }: Figure): boolean {
  if (a.bound === "least" && b.amount >= a.amount) return true;
  if (a.bound === "most" && b.amount <= a.amount) return true;
  return a.bound === "loose" && Math.abs(a.amount - b.amount) <= 0.1 * Math.max(a.amount, b.amount);
}

/** Two voices whose figures of one unit have none in common: their nearest two are told of one thing and differ. */
function nearestTwo(one: readonly Figure[], other: readonly Figure[]): [Figure, Figure] | null {
  if (one.some((a) => other.some((b) => a.told.amount === b.told.amount))) return null;
  const pairs = one.flatMap((a) =>
    other.filter((b) => sameThing(a, b) && ratio(a, b) >= nearEnough).map((b): [Figure, Figure] => [a, b]),
  );
  return pairs.sort((a, b) => ratio(...b) - ratio(...a))[0] ?? null;
}

/** Figures of one unit, by unit and then by whoever tells them. */
function figuresOf(tellings: readonly Telling[], words: LinkWords): Figure[][][] {
  const byUnit = new Map<string, Map<string, Figure[]>>();
  const seen = new Set<string>();
  for (const telling of tellings) {
    for (const told of figuresOfTelling(telling, words.figures)) {
      const key = `${telling.doc}|${told.range.start}|${told.range.end}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const byVoice = byUnit.get(told.unit) ?? new Map<string, Figure[]>();
      byUnit.set(told.unit, byVoice);
      const say = { ...sayOf(telling, wordsIn(telling.input, told.range), told.range), voice: told.voice };
      byVoice.set(told.voice, [...(byVoice.get(told.voice) ?? []), { say, told }]);
    }
  }
  return [...byUnit.values()].map((byVoice) => [...byVoice.values()].slice(0, 40));
}

/** Figures of the same unit that cannot be told of one thing. */
function numbers(tellings: readonly Telling[], words: LinkWords): Found[] {
  return figuresOf(tellings, words).flatMap((voices) => {
    const pairs = voices.flatMap((one, index) =>
      voices.slice(index + 1).flatMap((other): [Figure, Figure][] => {
        const pair = nearestTwo(one, other);
        return pair ? [pair] : [];
      }),
    );
    const against = pairs.filter(([a, b]) => ratio(a, b) < rounded && !leavesRoom(a, b) && !leavesRoom(b, a));
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
    const found = [
      ...dates(own),
      ...places(own),
      ...durations(own, words),
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
