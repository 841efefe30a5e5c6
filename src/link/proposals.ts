// Proposals: what a party put forward at one time, provision by provision, and how those it was put to have answered.
import { compareDates, type Edtf } from "../model/edtf.js";
import type { ActorId, EventId, IssueId } from "../model/ids.js";
import type { Issue, Proposal } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { Stance } from "../model/words.js";
import { idMaker } from "./ids.js";
import type { ActorOf, Corpus } from "./input.js";
import type { Parties } from "./parties.js";
import type { Held } from "./positions.js";

export type ProposalOptions = {
  readonly parties: Parties;
  readonly issues: readonly Issue[];
  /** The event of the record that an event mention of a document tells. */
  readonly eventOf: (doc: number, index: number) => EventId | null;
};

type Offer = {
  readonly by: ActorId;
  readonly date: Edtf | null;
  readonly event: EventId | null;
  readonly lines: readonly Held[];
  readonly to: ReadonlySet<ActorId>;
};

const answers: ReadonlySet<Stance> = new Set<Stance>([
  "supports",
  "accepts",
  "conditional",
  "rejects",
  "ignores",
  "noncommittal",
]);
const carrying = new Set(["proposal", "publication", "response", "agreement"]);

/** Whether a stance puts something forward: an offer, or a demand that a proposal or published paper carries. */
function putsForward(corpus: Corpus, line: Held): boolean {
  if (line.stance === "proposes") return true;
  const reading = corpus[line.doc]?.reading;
  const event = reading?.stances[line.index]?.event ?? null;
  return line.stance === "demands" && event !== null && carrying.has(reading?.events[event]?.kind ?? "");
}

function offersOf(
  corpus: Corpus,
  actorOf: ActorOf,
  held: readonly Held[],
  { parties, eventOf }: ProposalOptions,
): Offer[] {
  const groups = new Map<string, Held[]>();
  const eventAt = (line: Held): EventId | null => {
    const event = corpus[line.doc]?.reading.stances[line.index]?.event ?? null;
    return event === null ? null : eventOf(line.doc, event);
  };
  const forward = held.filter((line) => putsForward(corpus, line));
  const dated = forward.filter(({ date }) => date !== null);
  for (const line of dated)
    groups.set(`${line.actor}|${line.date}`, [...(groups.get(`${line.actor}|${line.date}`) ?? []), line]);
  for (const line of forward.filter(({ date }) => date === null)) {
    const same = [...groups].filter(([, lines]) =>
      lines.some(({ actor, issue, date }) => actor === line.actor && issue === line.issue && date !== null),
    );
    const key = same.length === 1 ? same[0]?.[0] : undefined;
    const at = key ?? `${line.actor}|?|${line.issue}`;
    groups.set(at, [...(groups.get(at) ?? []), line]);
  }
  return [...groups.values()].flatMap((lines): Offer[] => {
    const [first] = lines;
    if (!first) return [];
    const to = new Set<ActorId>();
    for (const line of lines) {
      const reading = corpus[line.doc]?.reading;
      const event = reading?.events[reading.stances[line.index]?.event ?? -1];
      for (const { actor, role } of event?.participants ?? []) {
        const id = role === "agent" ? null : actorOf(line.doc, actor);
        if (id !== null && parties.partyOf(id) !== first.actor) to.add(parties.partyOf(id));
      }
    }
    return [
      {
        by: first.actor,
        date: first.date,
        event: lines.map(eventAt).find((event) => event !== null) ?? null,
        lines,
        to,
      },
    ];
  });
}

function answersTo(offer: Offer, held: readonly Held[]): Proposal["answers"] {
  const issues = new Set(offer.lines.map(({ issue }) => issue));
  const found = new Map<string, { actor: ActorId; stance: Stance; date: Edtf | null; evidence: Span[] }>();
  for (const line of held) {
    if (
      !issues.has(line.issue) ||
      !answers.has(line.stance) ||
      line.actor === offer.by ||
      (offer.to.size > 0 && !offer.to.has(line.actor))
    )
      continue;
    if (line.date !== null && offer.date !== null && compareDates(line.date, offer.date) < 0) continue;
    const key = `${line.actor}|${line.stance}|${line.date ?? ""}`;
    const answer = found.get(key) ?? { actor: line.actor, stance: line.stance, date: line.date, evidence: [] };
    answer.evidence.push(...line.evidence);
    found.set(key, answer);
  }
  return [...found.values()].sort(
    (a, b) => compareDates(a.date, b.date) || (a.actor < b.actor ? -1 : a.actor > b.actor ? 1 : 0),
  );
}

/** The proposals of a dossier, each with its provisions and the answers that its addressees (or, where none is named, others) gave. */
export function linkProposals(
  corpus: Corpus,
  actorOf: ActorOf,
  held: readonly Held[],
  options: ProposalOptions,
): Proposal[] {
  const makeId = idMaker("o");
  const labels = new Map(options.issues.map(({ id, label }) => [id, label]));
  return offersOf(corpus, actorOf, held, options).map((offer): Proposal => {
    const provisions = new Map<IssueId, Span[]>();
    for (const { issue, evidence } of offer.lines)
      provisions.set(issue, [...(provisions.get(issue) ?? []), ...evidence]);
    const matters = [...provisions.keys()].map((issue) => labels.get(issue) ?? issue);
    const name = options.parties.actor(offer.by)?.name ?? offer.by;
    return {
      id: makeId(offer.lines.flatMap(({ evidence }) => evidence)),
      label: `${name}: ${matters.slice(0, 3).join("; ")}`,
      by: [offer.by],
      to: [...offer.to].sort(),
      date: offer.date,
      event: offer.event,
      provisions: [...provisions].map(([issue, evidence]) => ({ issue, evidence })),
      answers: answersTo(offer, held),
    };
  });
}
