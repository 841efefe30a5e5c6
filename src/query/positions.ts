// Rows of who holds what: positions one by one, and issues with everybody's latest position.
import { compareDates, type Edtf } from "../model/edtf.js";
import type { IssueId } from "../model/ids.js";
import type { Position } from "../model/record.js";
import type { Stance } from "../model/words.js";
import { type Facts, type Filter, filterOf } from "./filter.js";
import { groupBy } from "./group.js";
import type { Citation, Lookup } from "./lookup.js";

export type PositionRow = {
  readonly id: string;
  readonly issue: string;
  readonly issueId: IssueId;
  readonly actor: string;
  readonly stance: Stance;
  readonly basis: Position["basis"];
  readonly by: readonly string[]; // who ascribes it
  readonly date: Edtf | null;
  readonly moved: boolean;
  readonly evidence: readonly Citation[];
};

export type IssueRow = {
  readonly id: IssueId;
  readonly label: string;
  readonly terms: readonly string[];
  readonly latest: readonly PositionRow[]; // of each actor the last that it declared; else the last ascribed to it
  readonly evidence: readonly Citation[];
};

/** What a position is tested on by a filter: its actor and who ascribes it. */
export function positionFacts(position: Position, look: Lookup): Facts {
  const { date, actor, by, issue, evidence } = position;
  return {
    date,
    actors: [actor, ...by],
    issues: [issue],
    documents: evidence.map(({ doc }) => doc),
    words: [look.label(issue), ...(look.issue(issue)?.terms ?? []), look.name(actor), ...evidence.map(look.words)],
    shown: evidence,
  };
}

/** One position as a row. */
export function positionRow(position: Position, look: Lookup): PositionRow {
  const { id, issue, actor, stance, basis, by, date, moved, evidence } = position;
  return {
    id,
    issue: look.label(issue),
    issueId: issue,
    actor: look.name(actor),
    stance,
    basis,
    by: look.names(by),
    date,
    moved,
    evidence: evidence.map(look.cite),
  };
}

/** Positions in the record's order. */
export function positionRows(look: Lookup, filter: Filter): readonly PositionRow[] {
  const wanted = filterOf(look, filter);
  return look.record.positions
    .filter((position) => wanted(positionFacts(position, look)))
    .map((position) => positionRow(position, look));
}

/** When a position was held, as far as is known: its own date; without one the day of the report that tells it. */
export const heldBy = ({ date, evidence }: Position, look: Lookup): Edtf | null =>
  date ?? (evidence[0] ? (look.document(evidence[0].doc)?.published.value ?? null) : null);

/** Positions in order of time; those of no known time come first, so that they are nobody's latest. */
const inTime = (positions: readonly Position[], look: Lookup): readonly Position[] =>
  positions.toSorted((a, b) => {
    const [left, right] = [heldBy(a, look), heldBy(b, look)];
    return left === null || right === null ? Number(left !== null) - Number(right !== null) : compareDates(left, right);
  });

/** Of each actor its last declared position, else the last ascribed to it; the actors in order of their first. */
export function latestOf(positions: readonly Position[], look: Lookup): readonly Position[] {
  const latest = new Map<string, Position>();
  for (const position of inTime(positions, look)) {
    const known = latest.get(position.actor);
    if (position.basis === "declared" || !known || known.basis === "ascribed") latest.set(position.actor, position);
  }
  return [...latest.values()];
}

/** Issues with where everybody stands; one is shown where it or one of its positions is wanted. */
export function issueRows(look: Lookup, filter: Filter): readonly IssueRow[] {
  const wanted = filterOf(look, filter);
  const onlyWords = filter.from === null && filter.to === null && filter.actor === null;
  const positionsOn = groupBy(look.record.positions, (position) => [position.issue]);
  return look.record.issues.flatMap((issue) => {
    const positions = positionsOn(issue.id);
    const shown = positions.filter((position) => wanted(positionFacts(position, look)));
    const documents = issue.evidence.map(({ doc }) => doc);
    const words = [issue.label, ...issue.terms, ...issue.evidence.map(look.words)];
    const itself =
      onlyWords && wanted({ date: null, actors: [], issues: [issue.id], documents, words, shown: issue.evidence });
    if (shown.length === 0 && !itself) return [];
    const latest = latestOf(shown, look).map((position) => positionRow(position, look));
    return [{ id: issue.id, label: issue.label, terms: issue.terms, latest, evidence: issue.evidence.map(look.cite) }];
  });
}
