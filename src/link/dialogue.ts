// State of the dialogue, track by track: what it was between two parties (or more) from a date on, as reported. Read from
// the encounters and from what is said of the dialogue as a whole.
import { boundsOf, type Edtf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { StateOfDialogue } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { DialogueState } from "../model/words.js";
import { eventPoints, type StatePoint, trackKey, weights } from "./dialogue-events.js";
import { dialogueSayings } from "./dialogue-words.js";
import type { EventLine } from "./event-lines.js";
import { idMaker } from "./ids.js";
import type { ActorOf, Corpus } from "./input.js";
import { inRecordOrder, type RankOf } from "./order.js";
import type { Parties } from "./parties.js";
import type { LinkWords } from "./words.js";

const graver: readonly DialogueState[] = [
  "open",
  "scheduled",
  "under-way",
  "inconclusive",
  "suspended",
  "closed",
  "agreed",
];

/** What counts of several points of one day: the weightier way of knowing, then the graver state. */
const gravity = ({ weight, state }: StatePoint): number => weight + 0.1 * graver.indexOf(state);

/** Whether a further meeting stands ahead on the day of a point: a meeting without an outcome does not change that. */
const stillAhead = (point: StatePoint, points: readonly StatePoint[]): boolean => {
  const day = boundsOf(point.from).last;
  return points.some(({ from, until }) => until !== undefined && boundsOf(from).first <= day && day < until);
};

/** Days after which the same state told again is a line of its own: so it still was, or was once more. */
const saidAnew = 180;

type Change = {
  readonly between: readonly ActorId[];
  readonly from: Edtf;
  readonly state: DialogueState;
  readonly evidence: Span[];
  told: Edtf; // when it was last told
};

/** The changes of one track: of one day the heaviest point; what only repeats the state before adds its evidence. */
function changesOf(points: readonly StatePoint[], rankOf: RankOf): Change[] {
  const telling = points.filter((point) => point.state !== "open" || !stillAhead(point, points));
  const ordered = inRecordOrder(
    telling,
    ({ from, evidence, state }) => ({ date: from, span: evidence, id: state }),
    rankOf,
  );
  const heaviest = new Map<string, number>();
  for (const point of ordered)
    heaviest.set(point.from, Math.max(heaviest.get(point.from) ?? Number.NEGATIVE_INFINITY, gravity(point)));
  const changes: Change[] = [];
  for (const point of ordered) {
    const last = changes.at(-1);
    if (last?.state === point.state && boundsOf(point.from).first - boundsOf(last.told).last <= saidAnew) {
      last.told = point.from;
      if (!last.evidence.some(({ doc, start }) => doc === point.evidence.doc && start === point.evidence.start))
        last.evidence.push(point.evidence);
    } else if (gravity(point) === heaviest.get(point.from) && last?.from !== point.from) {
      changes.push({
        between: point.between,
        from: point.from,
        state: point.state,
        evidence: [point.evidence],
        told: point.from,
      });
    }
  }
  return changes;
}

/** The states of all tracks, in the order of the record. */
export function linkDialogue(
  corpus: Corpus,
  actorOf: ActorOf,
  lines: readonly EventLine[],
  parties: Parties,
  rankOf: RankOf,
  words: LinkWords,
): StateOfDialogue[] {
  const told = eventPoints(lines, parties, words);
  const known = new Set(told.map(({ between }) => trackKey(between)));
  const byTrack = new Map<string, StatePoint[]>();
  for (const point of [...told, ...dialogueSayings(corpus, actorOf, parties, words, known)]) {
    const key = trackKey(point.between);
    const track = byTrack.get(key);
    if (track) track.push(point);
    else byTrack.set(key, [point]);
  }
  const tracks = [...byTrack.values()].filter((points) => points.some(({ weight }) => weight > weights.met));
  const changes = tracks.flatMap((points) => changesOf(points, rankOf));
  const makeId = idMaker("k");
  const ordered = inRecordOrder(
    changes,
    ({ from, evidence, between }) => ({ date: from, span: evidence[0], id: trackKey(between) }),
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
