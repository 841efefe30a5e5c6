// Rows of what is on the table: proposals with their answers, and open issues: who demanded, who offered, who answered how,
// who has not answered.
import { compareDates, type Edtf } from "../model/edtf.js";
import type { ActorId, EventId, IssueId } from "../model/ids.js";
import type { Position, Proposal } from "../model/record.js";
import type { Stance } from "../model/words.js";
import { type Facts, type Filter, filterOf } from "./filter.js";
import { groupBy } from "./group.js";
import type { Citation, Lookup } from "./lookup.js";
import { latestOf, positionFacts } from "./positions.js";

export type Answer = {
  readonly actor: string;
  readonly stance: Stance;
  readonly date: Edtf | null;
  readonly evidence: readonly Citation[];
};

export type ProposalRow = {
  readonly id: string;
  readonly date: Edtf | null;
  readonly label: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly event: EventId | null;
  readonly provisions: readonly string[];
  readonly answers: readonly Answer[];
  readonly pending: readonly string[]; // to whom it was made, without an answer yet
  readonly evidence: readonly Citation[];
};

export type OpenRow = {
  readonly id: IssueId;
  readonly label: string;
  readonly demanded: readonly Answer[];
  readonly offered: readonly Answer[];
  readonly answered: readonly Answer[];
  readonly pending: readonly string[]; // to whom it was proposed, without an answer yet
};

function proposalFacts(proposal: Proposal, look: Lookup): Facts {
  const spans = [...proposal.provisions, ...proposal.answers].flatMap(({ evidence }) => evidence);
  const event = proposal.event === null ? undefined : look.event(proposal.event);
  const documents = [...spans.map(({ doc }) => doc), ...(event?.reports.map(({ span }) => span.doc) ?? [])];
  const issues = proposal.provisions.map(({ issue }) => issue);
  return {
    date: proposal.date,
    actors: [...proposal.by, ...proposal.to, ...proposal.answers.map(({ actor }) => actor)],
    issues,
    documents,
    words: [proposal.label, ...issues.map(look.label), ...spans.map(look.words)],
    shown: spans,
  };
}

const unanswered = (proposal: Proposal): readonly ActorId[] =>
  proposal.to.filter((actor) => !proposal.answers.some((answer) => answer.actor === actor));

function proposalRow(proposal: Proposal, look: Lookup): ProposalRow {
  const { id, date, label, by, to, event, provisions, answers } = proposal;
  const told = event === null ? [] : (look.event(event)?.reports.map(({ span }) => span) ?? []);
  return {
    id,
    date,
    label,
    by: look.names(by),
    to: look.names(to),
    event,
    provisions: [...new Set(provisions.map(({ issue }) => look.label(issue)))],
    answers: answers.map((answer) => ({
      actor: look.name(answer.actor),
      stance: answer.stance,
      date: answer.date,
      evidence: answer.evidence.map(look.cite),
    })),
    pending: look.names(unanswered(proposal)),
    evidence: [...told, ...provisions.flatMap(({ evidence }) => evidence)].map(look.cite),
  };
}

/** Proposals in the record's order. */
export function proposalRows(look: Lookup, filter: Filter): readonly ProposalRow[] {
  const wanted = filterOf(look, filter);
  return look.record.proposals
    .filter((proposal) => wanted(proposalFacts(proposal, look)))
    .map((proposal) => proposalRow(proposal, look));
}

const asking: ReadonlySet<Stance> = new Set<Stance>(["demands"]);
const offering: ReadonlySet<Stance> = new Set<Stance>(["proposes"]);
const settled: ReadonlySet<Stance> = new Set<Stance>(["accepts", "supports"]);

const answerOf = (position: Position, look: Lookup): Answer => ({
  actor: look.name(position.actor),
  stance: position.stance,
  date: position.date,
  evidence: position.evidence.map(look.cite),
});

/** Of some declared positions on one issue: everybody's latest that answers what others ask or offer. Who asked or offered itself answers where it has since accepted or rejected. */
function answersIn(declared: readonly Position[], askers: ReadonlySet<ActorId>, look: Lookup): readonly Position[] {
  return latestOf(declared, look).filter(
    ({ actor, stance }) =>
      !asking.has(stance) &&
      !offering.has(stance) &&
      (!askers.has(actor) || stance === "accepts" || stance === "rejects"),
  );
}

/** Issues that somebody demands or offers and that not everybody has accepted. Only what actors declare counts. */
export function openRows(look: Lookup, filter: Filter): readonly OpenRow[] {
  const wanted = filterOf(look, filter);
  const positionsOn = groupBy(look.record.positions, (position) => [position.issue]);
  const proposalsOn = groupBy(look.record.proposals, ({ provisions }) =>
    provisions.map((provision) => provision.issue),
  );
  return look.record.issues.flatMap((issue): OpenRow[] => {
    const own = positionsOn(issue.id);
    const declared = own.filter(({ basis }) => basis === "declared");
    const asked = declared.filter(({ stance }) => asking.has(stance));
    const offered = declared.filter(({ stance }) => offering.has(stance));
    if (asked.length + offered.length === 0 || !own.some((position) => wanted(positionFacts(position, look))))
      return [];
    const askers = new Set([...asked, ...offered].map(({ actor }) => actor));
    const answered = answersIn(declared, askers, look);
    const answerers = new Set(answered.map(({ actor }) => actor));
    const addressed = proposalsOn(issue.id).flatMap(({ to }) => to);
    const pending = [...new Set(addressed)].filter((actor) => !answerers.has(actor) && !askers.has(actor));
    if (pending.length === 0 && answered.length > 0 && answered.every(({ stance }) => settled.has(stance))) return [];
    const rows = (positions: readonly Position[]): readonly Answer[] =>
      positions.toSorted((a, b) => compareDates(a.date, b.date)).map((position) => answerOf(position, look));
    return [
      {
        id: issue.id,
        label: issue.label,
        demanded: rows(latestOf(asked, look)),
        offered: rows(latestOf(offered, look)),
        answered: rows(answered),
        pending: look.names(pending),
      },
    ];
  });
}
