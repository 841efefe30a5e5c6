// What reader and linker were least sure of, the most consequential first: a line counts by how unsure it is and by how much of
// the record rests on it. What a person has decided on is not asked again.
import type { Event, ParleyRecord, Position, RecordProblem, Statement } from "../model/record.js";
import { scoreInWords } from "./explainers.js";

/** A line to look at. `doubt`: 0 to 1; `weight`: how many tellings rest on it; `why`: in a sentence. */
export type ReviewLine = {
  readonly kind: "statement" | "event" | "position" | "actor" | "problem";
  readonly id: string;
  readonly why: string;
  readonly doubt: number;
  readonly weight: number;
};

const sure = 0.75; // a score from which on a line is not asked about
const unscored = 1; // lines of rules that give no score

/** How much a line counts: doubt, and on a logarithmic scale what rests on it. */
const worth = ({ doubt, weight }: ReviewLine): number => doubt * (1 + Math.log2(1 + weight));

const scored = (rule: string, score: number): string => `${rule} (${scoreInWords(score)})`;

function statementLines({ statements, utterances, positions }: ParleyRecord): ReviewLine[] {
  const tellings = new Map(utterances.flatMap(({ statements: own }) => own.map((id) => [id as string, own.length])));
  const held = new Set(positions.map(({ statement }) => statement as string | null));
  return statements.flatMap((statement: Statement): ReviewLine[] => {
    const { id, why, decidedBy, speakers, refusal, speakerSpan } = statement;
    const score = why.score ?? unscored;
    if (decidedBy !== undefined) return [];
    const weight = (tellings.get(id) ?? 1) + (held.has(id) ? 2 : 0);
    if (score < sure) return [{ kind: "statement", id, why: scored(why.rule, score), doubt: 1 - score, weight }];
    const isNobody = speakers.length === 0 && speakerSpan === null && !refusal;
    return isNobody ? [{ kind: "statement", id, why: "no speaker was found for these words", doubt: 0.4, weight }] : [];
  });
}

function eventLines({ events, discrepancies }: ParleyRecord): ReviewLine[] {
  const disputed = new Set(discrepancies.filter(({ kind }) => kind === "contradiction").map(({ event }) => event));
  return events.flatMap((event: Event): ReviewLine[] => {
    const { id, why, decidedBy, sources } = event;
    if (decidedBy !== undefined) return [];
    const [least] = why
      .filter(({ score }) => score !== null)
      .toSorted((a, b) => (a.score ?? unscored) - (b.score ?? unscored));
    const score = least?.score ?? unscored;
    const weight = sources.reports + (disputed.has(id) ? 2 : 0) + (event.plan === null ? 0 : 1);
    return least && score < sure
      ? [{ kind: "event", id, why: scored(least.rule, score), doubt: 1 - score, weight }]
      : [];
  });
}

const positionLines = ({ positions }: ParleyRecord): ReviewLine[] =>
  positions.flatMap(({ id, why, decidedBy, moved, basis }: Position): ReviewLine[] => {
    const score = why.score ?? unscored;
    const weight = 1 + (moved ? 2 : 0) + (basis === "ascribed" ? 1 : 0);
    return decidedBy === undefined && score < sure
      ? [{ kind: "position", id, why: scored(why.rule, score), doubt: 1 - score, weight }]
      : [];
  });

const actorLines = ({ actors, statements }: ParleyRecord): ReviewLine[] =>
  actors.flatMap(({ id, why, decidedBy, mentions }): ReviewLine[] => {
    const [least] = why
      .filter(({ score }) => score !== null)
      .toSorted((a, b) => (a.score ?? unscored) - (b.score ?? unscored));
    const score = least?.score ?? unscored;
    if (decidedBy !== undefined || !least || score >= sure) return [];
    const said = statements.filter(({ speakers }) => speakers.includes(id)).length;
    return [{ kind: "actor", id, why: scored(least.rule, score), doubt: 1 - score, weight: mentions.length + said }];
  });

/** Of what could not be decided, what a person can: the more candidates there are, the nearer it was. */
const problemLines = ({ problems }: ParleyRecord): ReviewLine[] =>
  problems
    .filter(({ stage }) => stage !== "decisions")
    .map(({ id, reason, candidates }: RecordProblem) => ({
      kind: "problem",
      id,
      why: reason,
      doubt: candidates.length > 1 ? 0.6 : 0.45,
      weight: 1 + candidates.length,
    }));

/** The queue: every line in doubt, once. */
export function reviewQueue(record: ParleyRecord): readonly ReviewLine[] {
  const lines = [
    ...problemLines(record),
    ...statementLines(record),
    ...eventLines(record),
    ...positionLines(record),
    ...actorLines(record),
  ];
  return lines.sort((a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1));
}
