// What was planned and what became of it: the status at the latest report, who announced it, and its fate.
import { boundsOf } from "../model/edtf.js";
import type { DocumentId } from "../model/ids.js";
import type { Event } from "../model/record.js";
import { overlaps } from "../model/span.js";
import type { EventStatus } from "../model/words.js";
import type { Corpus } from "./input.js";
import type { Telling } from "./tellings.js";

type Round = { readonly day: number; readonly parties: string };

/** What is known beyond one event: the last day on which a document of the dossier was published, and the days told for each round. */
export type Plans = {
  readonly lastDay: number | null;
  readonly rounds: ReadonlyMap<string, readonly Round[]>;
  readonly putOff: (telling: Telling) => boolean;
};

/** A plan of which nothing is heard for so many days after its date has lapsed. */
const silence = 7;
/** A round that is put off comes within so many days. */
const longestDelay = 90;

const roundOf = ({ family, mention }: Telling): string | null =>
  mention.round === null || mention.sums !== null ? null : `${family}|${mention.round.number}`;
const partiesOf = ({ parties }: Telling): string => [...parties].sort().join("+");

/** The rounds told as planned or held, with the days told for them. */
export function plansOf(tellings: readonly Telling[], corpus: Corpus): Plans {
  const rounds = new Map<string, Round[]>();
  for (const telling of tellings) {
    const key = roundOf(telling);
    if (key === null || !telling.days || !["planned", "happened"].includes(telling.mention.status)) continue;
    rounds.set(key, [...(rounds.get(key) ?? []), { day: telling.days.first, parties: partiesOf(telling) }]);
  }
  const days = corpus.flatMap(({ document }) =>
    document.published.value === null ? [] : [boundsOf(document.published.value).last],
  );
  return {
    lastDay: days.length > 0 ? days.reduce((a, b) => Math.max(a, b)) : null,
    rounds,
    putOff: putOffIn(tellings),
  };
}

/** Whether a report cancels an event and, in the same words, plans one of its kind for a later day ("not on Monday but three days later"). */
function putOffIn(tellings: readonly Telling[]): (telling: Telling) => boolean {
  const planned = new Map<number, Telling[]>();
  for (const telling of tellings) {
    if (telling.mention.status !== "planned" || !telling.days) continue;
    planned.set(telling.doc, [...(planned.get(telling.doc) ?? []), telling]);
  }
  return ({ doc, mention, days, family }) =>
    mention.status === "cancelled" &&
    days !== null &&
    (planned.get(doc) ?? []).some((other) => {
      const later = other.days !== null && other.days.first > days.last && other.days.first - days.last <= longestDelay;
      return other.family === family && later && overlaps(other.mention, mention);
    });
}

/** Status at the latest report: what happened stays so whatever older plans are repeated; doubt does not undo a telling. */
export function statusOf(tellings: readonly Telling[]): EventStatus {
  let status: EventStatus | null = null;
  for (const { mention } of tellings) {
    const told = mention.status;
    if (status === null) status = told;
    else if (told === "unknown" || told === "hypothetical") continue;
    else if (status === "happened" && (told === "planned" || told === "cancelled")) continue;
    else if (status === "cancelled" && told === "planned") continue;
    else status = told;
  }
  return status ?? "unknown";
}

/** Whether a telling says that its event was put off, without the new day. */
export const isPutOff = ({ mention }: Telling): boolean =>
  mention.status === "cancelled" && mention.why.rule.endsWith("/move");

/** Whether all parties of one round take part in another ("A+B", "A+B+C"); nobody named takes part in none. */
const isWithin = (inner: string, outer: string): boolean => {
  const all = new Set(outer.split("+"));
  return inner === outer || (inner !== "" && inner.split("+").every((party) => all.has(party)));
};

/** Whether the same round is told for a later day: of the same parties, or, where none are told, of the only parties that have such a round. */
function movedTo(tellings: readonly Telling[], date: number, plans: Plans): boolean {
  return tellings.some((telling) => {
    if (plans.putOff(telling) || isPutOff(telling)) return true;
    const key = roundOf(telling);
    const later = (key === null ? [] : (plans.rounds.get(key) ?? [])).filter(
      ({ day }) => day > date && day - date <= longestDelay,
    );
    const own = partiesOf(telling);
    const sides = new Set(later.map(({ parties }) => parties).filter((parties) => parties !== ""));
    return (
      later.some(({ parties }) => isWithin(parties, own) || isWithin(own, parties)) ||
      (later.length > 0 && sides.size <= 1 && (own === "" || sides.size === 0 || sides.has(own)))
    );
  });
}

/** The plan of an event that some report announces; null where none does. */
export function fateOf(
  tellings: readonly Telling[],
  event: Pick<Event, "status" | "date">,
  plans: Plans,
): Event["plan"] {
  const announced = [
    ...new Set(
      tellings
        .filter((telling) => telling.mention.status === "planned" || telling.mention.foretold || isPutOff(telling))
        .map(({ input }) => input.document.id),
    ),
  ];
  if (announced.length === 0) return null;
  return { announced: announced as readonly DocumentId[], fate: fate(tellings, event, plans) };
}

function fate(
  tellings: readonly Telling[],
  { status, date }: Pick<Event, "status" | "date">,
  plans: Plans,
): NonNullable<Event["plan"]>["fate"] {
  if (status === "happened") return "held";
  const days = date === null ? null : boundsOf(date);
  if (days && Number.isFinite(days.first) && movedTo(tellings, days.first, plans)) return "moved";
  if (status === "cancelled") return "cancelled";
  if (days && plans.lastDay !== null && plans.lastDay > days.last + silence) return "lapsed";
  return "pending";
}
