// One line of the record for each event: what its tellings say together, the latest report first where they say it differs.
import { boundsOf, compareDates, type Edtf, plainOf, precisionOf } from "../model/edtf.js";
import type { EventId } from "../model/ids.js";
import type { Why } from "../model/reading.js";
import type { Event } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { EventStatus } from "../model/words.js";
import type { Duplicates } from "./duplicates.js";
import { factsOf, leading, quantitiesOf } from "./event-facts.js";
import { labelOf } from "./event-label.js";
import { withMovedPlans } from "./event-moves.js";
import { participantsOf } from "./event-participants.js";
import { fateOf, type Plans, statusOf } from "./event-plan.js";
import { withSides } from "./event-sides.js";
import { spanPicker } from "./event-spans.js";
import { idMaker } from "./ids.js";
import type { Corpus } from "./input.js";
import type { EventGroup } from "./join-loose.js";
import type { Parties } from "./parties.js";
import { sourcesOf } from "./sources.js";
import { onlyNames, type Telling } from "./tellings.js";
import type { LinkWords } from "./words.js";

/** An event of the record with its tellings, in the record's order of documents. */
export type EventLine = { readonly event: Event; readonly tellings: readonly Telling[] };

export type EventContext = {
  readonly corpus: Corpus;
  readonly parties: Parties;
  readonly duplicates: Duplicates;
  readonly words: LinkWords;
  readonly plans: Plans;
  /** Outlets named in the chain of the statement that an event is told in: a declared copy of them. */
  readonly viaOf: (telling: Telling) => readonly string[];
};

/** The tellings that speak for what an event was: those of its final status, else all. */
function decisive(tellings: readonly Telling[], status: EventStatus): readonly Telling[] {
  const final = tellings.filter(({ mention }) => mention.status === status);
  return final.length > 0 ? final : tellings;
}

/** Days of an interval; 0 for what is none. "On 15 and 16 April" is more than "last week". */
const widthOf = (date: Edtf): number =>
  precisionOf(date) === "interval" ? boundsOf(date).last - boundsOf(date).first : 0;

/** The day that most reports give, the most precise before that; null where none gives one. */
function dateOf(tellings: readonly Telling[], status: EventStatus): Event["date"] {
  const rank = { time: 0, day: 0, interval: 1, month: 2, year: 3 } as const;
  for (const among of [decisive(tellings, status), tellings]) {
    const dates = among.flatMap(({ mention }) => (mention.date === null ? [] : [plainOf(mention.date)]));
    if (dates.length === 0) continue;
    const votes = new Map(dates.map((date) => [date, dates.filter((other) => other === date).length]));
    const best = [...votes].sort(
      (a, b) =>
        rank[precisionOf(a[0])] - rank[precisionOf(b[0])] ||
        widthOf(a[0]) - widthOf(b[0]) ||
        b[1] - a[1] ||
        compareDates(a[0], b[0]),
    )[0];
    if (best) return best[0];
  }
  return null;
}

function whyOf(tellings: readonly Telling[], group: EventGroup): Why[] {
  const rules = new Map<string, Why>();
  for (const { mention } of tellings) if (!rules.has(mention.why.rule)) rules.set(mention.why.rule, mention.why);
  const joins = new Map(
    group.joins.map(({ score, because }) => [
      because,
      { rule: `events/${because}`, score: Math.round(score * 100) / 100 },
    ]),
  );
  return [...rules.values(), ...joins.values()];
}

/** The kind that most tellings give; the first told of several. */
const kindOf = (tellings: readonly Telling[]): Event["kind"] =>
  leading(tellings.map(({ mention, doc }) => ({ value: mention.kind, doc })))?.value ?? "other";

/** The lines of all events, by their first telling. */
export function eventLines(
  tellings: readonly Telling[],
  groups: readonly EventGroup[],
  context: EventContext,
): EventLine[] {
  const makeId = idMaker("e");
  const pick = spanPicker();
  const lines = groups.map((group, index): EventLine => {
    const all = group.members.flatMap((member) => tellings[member] ?? []);
    const members = all.filter((telling) => !onlyNames(telling));
    const latest = statusOf(members);
    const families = new Set(members.map(({ family }) => family));
    const kind = kindOf(families.size > 1 ? decisive(members, latest) : members);
    const date = dateOf(members, latest);
    const plan = fateOf(members, { status: latest, date }, context.plans);
    const status = plan?.fate === "moved" ? "planned" : latest; // for another day: the plan itself still stands
    const spans = all.map((telling): Span => pick(telling, index));
    const id = makeId(spans) as EventId;
    const former = idMaker("e");
    const participants = participantsOf(members, kind, context.parties);
    const choose = <T>(read: (telling: Telling) => T | null): T | null =>
      leading(decisive(members, status).flatMap((telling) => toldBy(telling, read)))?.value ??
      leading(members.flatMap((telling) => toldBy(telling, read)))?.value ??
      null;
    const place = choose(({ mention }) => mention.place?.name ?? null);
    const round = choose(({ mention }) => mention.round?.number ?? null);
    const seen = new Set<string>();
    const reports = all.flatMap((telling, i): Event["reports"][number][] => {
      const span = spans[i];
      if (!span || seen.has(`${span.doc},${span.start},${span.end}`)) return [];
      seen.add(`${span.doc},${span.start},${span.end}`);
      return [
        {
          span,
          dateAsTold: telling.mention.date,
          statusAsTold: onlyNames(telling) ? status : telling.mention.status,
          statement: telling.statement,
        },
      ];
    });
    const formerly = [...new Set(spans.map((span) => former([span]) as EventId))].filter((other) => other !== id);
    const event: Event = {
      id,
      formerly,
      kind,
      plover: choose(({ mention }) => mention.plover),
      label: labelOf({ kind, participants, place, round, tellings: members }, context.words, context.parties),
      date,
      status,
      basis: members.every(({ statement }) => statement !== null) ? "claimed" : "told",
      participants,
      place,
      duration: choose(({ mention }) => mention.duration?.value ?? null),
      format: choose(({ mention }) => mention.format?.name ?? null),
      round,
      outcome: choose(({ mention }) => mention.outcome?.name ?? null),
      quantities: quantitiesOf(members),
      facts: factsOf(members),
      plan,
      sources: sourcesOf(all, context),
      reports,
      why: whyOf(members, group),
    };
    return { event, tellings: members };
  });
  return withSides(withMovedPlans(lines), context.parties, context.words.dialogueNouns);
}

const toldBy = <T>(telling: Telling, read: (telling: Telling) => T | null): { value: T; doc: number }[] => {
  const value = read(telling);
  return value === null ? [] : [{ value, doc: telling.doc }];
};
