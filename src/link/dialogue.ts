// State of the dialogue, track by track: what it was between two parties (or more) from a date on, as reported. Read from
// the encounters (planned: scheduled; held: what their outcome makes of them) and from what is said of the dialogue as a whole.
import { boundsOf, dayOf, type Edtf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { StateOfDialogue } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { DialogueState } from "../model/words.js";
import { wordsOf } from "../text/shingles.js";
import { dialogueSayings } from "./dialogue-words.js";
import type { EventLine } from "./event-lines.js";
import { idMaker } from "./ids.js";
import type { ActorOf, Corpus } from "./input.js";
import { spanIn, wordsIn } from "./input.js";
import { inRecordOrder, type RankOf } from "./order.js";
import type { Parties } from "./parties.js";
import { type CompiledPhrase, compilePhrase, findPhrase } from "./phrases.js";
import { partiesIn } from "./series.js";
import { isEncounter, type Telling } from "./tellings.js";
import type { LinkWords } from "./words.js";

/** What a report makes of a track from a day on; `weight`: of several on one day the heaviest counts. */
export type StatePoint = {
  readonly between: readonly ActorId[];
  readonly from: Edtf;
  readonly state: DialogueState;
  readonly evidence: Span;
  readonly weight: number;
  readonly until?: number; // a plan: the day (number) that it is for
};

const weights = { open: 1, scheduled: 2, said: 3, outcome: 4 };
const graver: readonly DialogueState[] = [
  "open",
  "scheduled",
  "under-way",
  "inconclusive",
  "suspended",
  "closed",
  "agreed",
];
const sentencesAhead = 3;

const dayFrom = (date: Edtf, end: "first" | "last"): Edtf | null => {
  const day = boundsOf(date)[end];
  return Number.isFinite(day) ? dayOf(day) : null;
};

/** How a telling says that the encounter ended: in its own sentence or the next ones of its paragraph, before another encounter is told. */
function outcomeOf(
  { input, mention, index }: Telling,
  phrases: readonly CompiledPhrase[],
): { state: DialogueState; evidence: Span } | null {
  if (mention.outcome) {
    const state = findPhrase(wordsOf(wordsIn(input, mention.outcome)), phrases)?.state;
    if (state) return { state, evidence: spanIn(input, { start: mention.outcome.start, end: mention.outcome.end }) };
  }
  const { sentences, events } = input.reading;
  const at = sentences.findIndex(({ start, end }) => start <= mention.trigger.start && mention.trigger.start < end);
  const own = sentences[at];
  if (!own) return null;
  const others = events.filter(
    (other, i) => i !== index && other.refersTo !== index && isEncounter(other.kind) && other.trigger.start > own.end,
  );
  for (const sentence of sentences.slice(at, at + sentencesAhead)) {
    if (sentence.paragraph > own.paragraph + 1) break;
    if (others.some(({ trigger }) => sentence.start <= trigger.start && trigger.start < sentence.end)) break;
    const state = findPhrase(wordsOf(wordsIn(input, sentence)), phrases)?.state;
    if (state) return { state, evidence: spanIn(input, { start: sentence.start, end: sentence.end }) };
  }
  return null;
}

/** Points of a held encounter: its outcome, for the tracks that it brings together; open where none is told. */
function heldPoints(
  line: EventLine,
  between: readonly (readonly ActorId[])[],
  phrases: readonly CompiledPhrase[],
): StatePoint[] {
  const { event, tellings } = line;
  const from = event.date === null ? null : dayFrom(event.date, "last");
  const report = event.reports.find(({ statusAsTold }) => statusAsTold === "happened")?.span;
  if (from === null || !report) return [];
  const told = tellings
    .filter(({ mention }) => mention.status === "happened")
    .flatMap((telling) => outcomeOf(telling, phrases) ?? []);
  const outcome = told[0];
  const { state, evidence, weight } = outcome
    ? { ...outcome, weight: weights.outcome }
    : { state: "open" as const, evidence: report, weight: weights.open };
  return between.map((track) => ({ between: track, from, state, evidence, weight }));
}

/** The day from which a plan was known: of the first report that announces it before its date. */
function scheduledPoints({ event, tellings }: EventLine, track: readonly ActorId[]): StatePoint[] {
  const last = event.date === null ? Number.POSITIVE_INFINITY : boundsOf(event.date).last;
  for (const telling of tellings) {
    const { published } = telling.input.document;
    if (telling.mention.status !== "planned" || published.value === null) continue;
    const day = boundsOf(published.value).last;
    if (day > last) continue;
    const { start, end } = telling.mention;
    return [
      {
        between: track,
        from: dayOf(day),
        state: "scheduled",
        evidence: spanIn(telling.input, { start, end }),
        weight: weights.scheduled,
        until: last,
      },
    ];
  }
  return [];
}

const trackOf = (parties: ReadonlySet<ActorId>): readonly ActorId[] => [...parties].sort();

/** Points out of the events: encounters of two parties or more, what they agreed, what they suspended. */
function eventPoints(lines: readonly EventLine[], parties: Parties, phrases: readonly CompiledPhrase[]): StatePoint[] {
  const sided = lines
    .map((line) => ({ line, sides: partiesIn(line.event, parties) }))
    .filter(({ sides }) => sides.size > 1);
  const isSum = (line: EventLine): boolean => line.tellings.some(({ mention }) => mention.sums !== null);
  const meetings = sided.filter(({ line }) => line.event.kind === "meeting");
  return sided.flatMap(({ line, sides }): StatePoint[] => {
    const { event } = line;
    const track = trackOf(sides);
    if (event.kind === "meeting") {
      const within = isSum(line)
        ? meetings.filter(
            (other) =>
              !isSum(other.line) && [...other.sides].every((side) => sides.has(side)) && fallsIn(other.line, line),
          )
        : [];
      const tracks = within.length > 0 ? within.map((other) => trackOf(other.sides)) : [track];
      const held = event.status === "happened" ? heldPoints(line, tracks, phrases) : [];
      return [...scheduledPoints(line, track), ...held];
    }
    const from = event.date === null ? null : event.date;
    const report = event.reports[0]?.span;
    if (from === null || !report || event.status !== "happened" || !Number.isFinite(boundsOf(from).first)) return [];
    if (event.kind === "agreement")
      return [{ between: track, from, state: "agreed", evidence: report, weight: weights.outcome }];
    if (event.kind === "suspension")
      return [{ between: track, from, state: "suspended", evidence: report, weight: weights.outcome }];
    return [];
  });
}

function fallsIn(inner: EventLine, outer: EventLine): boolean {
  if (inner.event.date === null || outer.event.date === null) return false;
  const [i, o] = [boundsOf(inner.event.date), boundsOf(outer.event.date)];
  return o.first <= i.first && i.last <= o.last;
}

/** One line a track and change: of one day the heaviest point; what only repeats the state before adds its evidence. */
export function linkDialogue(
  corpus: Corpus,
  actorOf: ActorOf,
  lines: readonly EventLine[],
  parties: Parties,
  rankOf: RankOf,
  words: LinkWords,
): StateOfDialogue[] {
  const points = [
    ...eventPoints(lines, parties, words.outcomes.map(compilePhrase)),
    ...dialogueSayings(corpus, actorOf, parties, words, weights.said),
  ];
  const byTrack = new Map<string, StatePoint[]>();
  for (const point of points)
    byTrack.set(point.between.join("+"), [...(byTrack.get(point.between.join("+")) ?? []), point]);
  const changes = [...byTrack.values()].flatMap((track) => changesOf(track, rankOf));
  const makeId = idMaker("k");
  const ordered = inRecordOrder(
    changes,
    ({ from, evidence, between }) => ({ date: from, span: evidence[0], id: between.join("+") }),
    rankOf,
  );
  return ordered.map(({ between, from, state, evidence }) => ({
    id: makeId(evidence),
    between,
    from,
    state,
    evidence,
  }));
}

type Change = {
  readonly between: readonly ActorId[];
  readonly from: Edtf;
  readonly state: DialogueState;
  readonly evidence: Span[];
};

/** Whether a further meeting stands ahead on the day of a point: a meeting without an outcome does not change that. */
const stillAhead = (point: StatePoint, points: readonly StatePoint[]): boolean => {
  const day = boundsOf(point.from).last;
  return points.some(({ from, until }) => until !== undefined && boundsOf(from).first <= day && day < until);
};

/** What counts of several points of one day: the weightier way of knowing, then the graver state. */
const gravity = ({ weight, state }: StatePoint): number => weight + 0.1 * graver.indexOf(state);

function changesOf(points: readonly StatePoint[], rankOf: RankOf): Change[] {
  const telling = points.filter((point) => point.state !== "open" || !stillAhead(point, points));
  const ordered = inRecordOrder(
    telling,
    ({ from, evidence, state }) => ({ date: from, span: evidence, id: state }),
    rankOf,
  );
  const heaviest = new Map<string, number>();
  for (const point of ordered) heaviest.set(point.from, Math.max(heaviest.get(point.from) ?? 0, gravity(point)));
  const changes: Change[] = [];
  for (const point of ordered) {
    const last = changes.at(-1);
    if (last?.state === point.state) {
      if (!last.evidence.some(({ doc, start }) => doc === point.evidence.doc && start === point.evidence.start))
        last.evidence.push(point.evidence);
    } else if (gravity(point) === heaviest.get(point.from) && last?.from !== point.from) {
      changes.push({ between: point.between, from: point.from, state: point.state, evidence: [point.evidence] });
    }
  }
  return changes;
}
