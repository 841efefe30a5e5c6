// Reports of one event that cannot all be right, or that differ in what they tell. Only what different reports say is
// compared; a reprint is not a report of its own.
import { compatible, type Edtf, precisionOf } from "../model/edtf.js";
import type { Discrepancy } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { DialogueState, DiscrepancyAttribute } from "../model/words.js";
import { wordsOf } from "../text/shingles.js";
import { samePlace } from "./compare-events.js";
import { plainName } from "./compare-names.js";
import { bagOf, sharedOf } from "./compare-words.js";
import { compareDurations } from "./durations.js";
import type { EventLine } from "./event-lines.js";
import { idMaker } from "./ids.js";
import { wordsIn } from "./input.js";
import { compilePhrase, findPhrase } from "./phrases.js";
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
  const distinct = [...new Map(says.map((say) => [`${say.doc}|${say.value}`, say])).values()].slice(0, 40);
  let kind: Kind | null = null;
  const involved = new Set<Say>();
  for (const [index, a] of distinct.entries()) {
    for (const b of distinct.slice(index + 1)) {
      const found = a.doc === b.doc ? null : compare(a, b);
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
  const says = tellings.filter(toldAsFact).flatMap((telling) => {
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
  const says = tellings.flatMap((telling) => {
    const { duration } = telling.mention;
    if (!duration) return [];
    const say = sayOf(telling, wordsIn(telling.input, duration), duration);
    told.set(say, duration);
    return [say];
  });
  return differing("duration", says, (a, b) => {
    const [x, y] = [told.get(a), told.get(b)];
    return x && y ? compareDurations(x, y) : null;
  });
}

/** Figures of the same unit for the same thing. */
function numbers(tellings: readonly Telling[], words: LinkWords): Found[] {
  const byUnit = new Map<string, { say: Say; amount: number; about: ReadonlySet<string>; approximate: boolean }[]>();
  for (const telling of tellings) {
    for (const { value, unit, what, evidence } of telling.mention.quantities) {
      const say = sayOf(telling, wordsIn(telling.input, evidence), evidence);
      byUnit.set(unit, [
        ...(byUnit.get(unit) ?? []),
        { say, amount: value, about: bagOf(what, words.stopwords), approximate: false },
      ]);
    }
  }
  return [...byUnit.values()].flatMap((told) => {
    const of = new Map(told.map((one) => [one.say, one]));
    return differing(
      "number",
      told.map(({ say }) => say),
      (a, b) => {
        const [x, y] = [of.get(a), of.get(b)];
        if (!x || !y || x.amount === y.amount) return null;
        if (x.about.size > 0 && y.about.size > 0 && sharedOf(x.about, y.about) === 0) return null;
        return Math.abs(x.amount - y.amount) <= 0.03 * Math.max(x.amount, y.amount)
          ? "difference-in-detail"
          : "contradiction";
      },
    );
  });
}

function outcomes(tellings: readonly Telling[], words: LinkWords): Found[] {
  const phrases = words.outcomes.map(compilePhrase);
  const states = new Map<Say, DialogueState>();
  const says = tellings.filter(toldAsFact).flatMap((telling) => {
    const { outcome } = telling.mention;
    const state = outcome ? findPhrase(wordsOf(wordsIn(telling.input, outcome)), phrases)?.state : undefined;
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
    if (new Set(own.map(({ doc }) => doc)).size < 2) return [];
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
