// What events make of a dialogue: a plan makes it scheduled, a held encounter is what its outcome says, an agreement and a
// suspension speak for themselves.
import { boundsOf, dayOf, type Edtf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { Span } from "../model/span.js";
import type { DialogueState } from "../model/words.js";
import { wordsOf } from "../text/shingles.js";
import type { EventLine } from "./event-lines.js";
import { spanIn, wordsIn } from "./input.js";
import { outcomeOf } from "./outcomes.js";
import type { Parties } from "./parties.js";
import { type CompiledPhrase, compilePhrase } from "./phrases.js";
import { partiesIn } from "./series.js";
import type { LinkWords } from "./words.js";

/** What a report makes of a track from a day on. */
export type StatePoint = {
  readonly between: readonly ActorId[];
  readonly from: Edtf;
  readonly state: DialogueState;
  readonly evidence: Span;
  readonly weight: number; // of several on one day the heaviest counts
  readonly until?: number; // a plan: the day (number) that it is for
};

/** Ways of knowing, the heaviest last. "met": an encounter that nobody calls a dialogue makes no track of its own; "today": a plan for the day of the report. */
export const weights = { today: -1, met: 0, open: 1, scheduled: 2, said: 3, outcome: 4 } as const;

/** The tracks of some parties, by their key. */
export const trackKey = (between: readonly ActorId[]): string => between.join("+");

/** The sides of an event that can have a dialogue: states, organizations, and bodies that stand for themselves. */
function sidesOf({ event }: EventLine, parties: Parties): readonly ActorId[] {
  return [...partiesIn(event, parties)].filter((id) => (parties.actor(id)?.kind ?? "person") !== "person").sort();
}

const dayFrom = (date: Edtf, end: "first" | "last"): Edtf | null => {
  const day = boundsOf(date)[end];
  return Number.isFinite(day) ? dayOf(day) : null;
};

const isSum = ({ tellings }: EventLine): boolean => tellings.some(({ mention }) => mention.sums !== null);

function fallsIn(inner: EventLine, outer: EventLine): boolean {
  if (inner.event.date === null || outer.event.date === null) return false;
  const [i, o] = [boundsOf(inner.event.date), boundsOf(outer.event.date)];
  return o.first <= i.first && i.last <= o.last;
}

/** The day from which a plan was known: of the first report that announces it before its date. */
function scheduledPoints({ event, tellings }: EventLine, between: readonly ActorId[]): StatePoint[] {
  const until = event.date === null ? Number.POSITIVE_INFINITY : boundsOf(event.date).last;
  for (const { input, mention } of tellings) {
    const { published } = input.document;
    if (mention.status !== "planned" || published.value === null || boundsOf(published.value).last > until) continue;
    const evidence = spanIn(input, { start: mention.start, end: mention.end });
    return [
      {
        between,
        from: dayOf(boundsOf(published.value).last),
        state: "scheduled",
        evidence,
        weight: boundsOf(published.value).last === until ? weights.today : weights.scheduled,
        until,
      },
    ];
  }
  return [];
}

type Ground = { readonly phrases: readonly CompiledPhrase[]; readonly words: LinkWords };

/** Points of a held encounter: its outcome for the tracks that it brings together; open where none is told. */
function heldPoints(
  line: EventLine,
  tracks: readonly (readonly ActorId[])[],
  { phrases, words }: Ground,
): StatePoint[] {
  const { event, tellings } = line;
  const from = event.date === null ? null : dayFrom(event.date, "last");
  const report = event.reports.find(({ statusAsTold }) => statusAsTold === "happened")?.span;
  if (event.status !== "happened" || from === null || !report) return [];
  const held = tellings.filter(({ mention }) => mention.status === "happened");
  const outcome = held.flatMap((telling) => outcomeOf(telling, phrases, words) ?? [])[0];
  if (outcome) return tracks.map((between) => ({ between, from, ...outcome, weight: weights.outcome }));
  if (isSum(line)) return [];
  const isDialogue = held.some(({ input, mention }) =>
    wordsOf(wordsIn(input, mention.trigger)).some((word) => words.dialogueNouns.has(word)),
  );
  return tracks.map((between) => ({
    between,
    from,
    state: "open",
    evidence: report,
    weight: isDialogue ? weights.open : weights.met,
  }));
}

/** The day from which an act holds: its own, or, where no report dates it, that of the first report that has it as news. */
function actDate({ event, tellings }: EventLine): Edtf | null {
  if (event.date !== null) return dayFrom(event.date, "first") === null ? null : event.date;
  const news = tellings.find(({ mention, window }) => mention.status === "happened" && window !== null);
  const published = news?.input.document.published.value ?? null;
  return published === null ? null : dayFrom(published, "last");
}

/** The state that an event of another kind brings about between its parties. A refused offer leaves them apart. */
function actPoints(line: EventLine, between: readonly ActorId[], words: LinkWords): StatePoint[] {
  const { event, tellings } = line;
  const toTalk = tellings.some(
    ({ input, mention }) =>
      mention.object !== null && wordsOf(wordsIn(input, mention.object)).some((word) => words.invitations.has(word)),
  ); // "accepted the invitation": they will talk, and have agreed on nothing
  const agreed = toTalk ? ("scheduled" as const) : ("agreed" as const);
  const isRefusal = event.kind === "rejection" && tellings.some(({ mention }) => mention.object !== null);
  const state =
    event.kind === "agreement"
      ? agreed
      : event.kind === "suspension"
        ? ("suspended" as const)
        : isRefusal
          ? ("inconclusive" as const)
          : null;
  const evidence = event.reports[0]?.span;
  const from = actDate(line);
  if (state === null || from === null || !evidence || event.status !== "happened") return [];
  // A refusal says less of the dialogue than a meeting of the same day.
  const weight = isRefusal ? weights.met + 0.5 : toTalk ? weights.scheduled : weights.outcome;
  return [{ between, from, state, evidence, weight }];
}

type Sided = { readonly line: EventLine; readonly sides: readonly ActorId[] };

/** The two sides that the dossier's negotiation is between: the two parties that take part in what most reports tell, else those that meet most often; none where that is not clear. */
function mainTrack(sided: readonly Sided[]): readonly ActorId[] | null {
  const told = new Map<ActorId, { readonly in: Set<number>; readonly named: Set<number> }>();
  const of = (id: ActorId): { readonly in: Set<number>; readonly named: Set<number> } => {
    const known = told.get(id) ?? { in: new Set<number>(), named: new Set<number>() };
    told.set(id, known);
    return known;
  };
  for (const { line, sides } of sided) {
    for (const { doc, around } of line.tellings) {
      for (const side of sides) of(side).in.add(doc);
      for (const side of around) of(side).named.add(doc);
    }
  }
  const weighed = [...told].map(([id, docs]) => ({
    id,
    weight: docs.in.size === 0 ? 0 : 2 * docs.in.size + docs.named.size,
  }));
  const [one, two, three] = weighed.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  if (one && two && two.weight > 3 && two.weight > (three?.weight ?? 0)) return [one.id, two.id].sort();
  const tracks = new Map<string, { sides: readonly ActorId[]; count: number }>();
  for (const { line, sides } of sided) {
    if (sides.length < 2 || line.event.kind !== "meeting") continue;
    const known = tracks.get(trackKey(sides)) ?? { sides, count: 0 };
    tracks.set(trackKey(sides), { sides, count: known.count + line.tellings.length });
  }
  const [top, next] = [...tracks.values()].sort((a, b) => b.count - a.count);
  return top && (!next || top.count >= 2 * next.count) ? top.sides : null;
}

/** Whether an event of which fewer than two sides are told is of the main dialogue: a round, talks, an agreement, and nobody but its sides in it. */
function isOfMain({ line: { event, tellings }, sides }: Sided, main: readonly ActorId[], words: LinkWords): boolean {
  if (sides.length > 1 || sides.some((side) => !main.includes(side))) return false;
  const named = event.participants.length > 0;
  if (event.kind !== "meeting") return event.kind === "agreement" && !named;
  const talks = tellings.some(({ input, mention }) =>
    wordsOf(wordsIn(input, mention.trigger)).some((word) => words.dialogueNouns.has(word)),
  );
  return (talks || event.round !== null || !named) && (!named || sides.length === 1);
}

/** Events with their sides. What is told of talks without its sides is of the dossier's one dialogue, if there is but one, or one before all others. */
function sidedOf(lines: readonly EventLine[], parties: Parties, words: LinkWords): Sided[] {
  const all = lines.map((line) => ({ line, sides: sidesOf(line, parties) }));
  const main = mainTrack(all);
  return all
    .map((one) => (main && isOfMain(one, main, words) ? { line: one.line, sides: main } : one))
    .filter(({ sides }) => sides.length > 1);
}

/** Points out of all events of two sides or more. What a report says of several rounds together counts for each of them. */
export function eventPoints(lines: readonly EventLine[], parties: Parties, words: LinkWords): StatePoint[] {
  const ground = { phrases: words.outcomes.map(compilePhrase), words };
  const sided = sidedOf(lines, parties, words);
  const single = sided.filter(({ line }) => line.event.kind === "meeting" && !isSum(line));
  return sided.flatMap(({ line, sides }) => {
    if (line.event.kind !== "meeting") return actPoints(line, sides, words);
    const within = isSum(line)
      ? single.filter((other) => other.sides.every((side) => sides.includes(side)) && fallsIn(other.line, line))
      : [];
    const tracks =
      within.length > 0 ? [...new Map(within.map((other) => [trackKey(other.sides), other.sides])).values()] : [sides];
    return [...tracks.flatMap((track) => scheduledPoints(line, track)), ...heldPoints(line, tracks, ground)];
  });
}
