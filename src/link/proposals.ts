// Proposals: what a party put forward at one time, provision by provision, and how those it was put to have answered.
import { compareDates, compatible, type Edtf, precisionOf } from "../model/edtf.js";
import type { ActorId, EventId, IssueId } from "../model/ids.js";
import type { Issue, Proposal } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { Stance } from "../model/words.js";
import { idMaker } from "./ids.js";
import { type ActorOf, type Corpus, wordsIn } from "./input.js";
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

/** Figures in the words of a stance's matter ("a rise of [3] percent"): what tells two offers on one issue apart. */
function figuresOf(corpus: Corpus, line: Held): ReadonlySet<string> {
  const input = corpus[line.doc];
  const term = input?.reading.stances[line.index]?.term;
  return new Set(input && term ? (wordsIn(input, term).match(/\d+(?:[.,]\d+)*/g) ?? []) : []);
}

/** Lines by party and day; a coarser or missing date joins the one proposal that it can mean, by issue and figures. */
function groupLines(corpus: Corpus, forward: readonly Held[]): Held[][] {
  const exact = (date: Edtf | null): number =>
    date === null ? 3 : ["time", "day"].includes(precisionOf(date)) ? 0 : 1;
  const groups: Held[][] = [];
  for (const line of [...forward].sort((a, b) => exact(a.date) - exact(b.date))) {
    const fits = groups.filter(([first, ...rest]) => {
      if (!first || first.actor !== line.actor) return false;
      if (first.date === line.date && line.date !== null) return true;
      const issue = [first, ...rest].some((other) => other.issue === line.issue);
      return issue && (line.date === null || (first.date !== null && compatible(line.date, first.date)));
    });
    const figures = figuresOf(corpus, line);
    const alike = fits.filter((lines) =>
      lines.some((other) => [...figuresOf(corpus, other)].some((figure) => figures.has(figure))),
    );
    const same = fits.filter(([first]) => first?.date === line.date);
    const into =
      alike.length === 1
        ? alike[0]
        : same.length === 1
          ? same[0]
          : figures.size === 0 && fits.length === 1
            ? fits[0]
            : undefined;
    if (into) into.push(line);
    else groups.push([line]);
  }
  return groups;
}

function offersOf(
  corpus: Corpus,
  actorOf: ActorOf,
  held: readonly Held[],
  { parties, eventOf }: ProposalOptions,
): Offer[] {
  return groupLines(
    corpus,
    held.filter((line) => putsForward(corpus, line)),
  ).flatMap((lines): Offer[] => {
    const [first] = lines;
    if (!first) return [];
    const to = new Set<ActorId>();
    const told: EventId[] = [];
    for (const line of lines) {
      const reading = corpus[line.doc]?.reading;
      const index = reading?.stances[line.index]?.event ?? null;
      if (!reading || index === null) continue;
      const event = eventOf(line.doc, index);
      if (event !== null) told.push(event);
      for (const { actor, role } of reading.events[index]?.participants ?? []) {
        const id = role === "target" || role === "counterpart" ? actorOf(line.doc, actor) : null;
        if (id !== null && parties.partyOf(id) !== first.actor) to.add(parties.partyOf(id));
      }
    }
    return [{ by: first.actor, date: first.date, event: told[0] ?? null, lines, to }];
  });
}

/** Whether an answer is to this offer and not to a later one of the same party on the same issue; an undated one goes with the offers of its report. */
function answersOffer(line: Held, offer: Offer, offers: readonly Offer[]): boolean {
  if (!offer.lines.some(({ issue }) => issue === line.issue) || line.actor === offer.by) return false;
  if (offer.to.size > 0 && !offer.to.has(line.actor)) return false;
  const rivals = offers.filter(({ by, lines }) => by === offer.by && lines.some(({ issue }) => issue === line.issue));
  const open =
    line.date === null ? rivals : rivals.filter(({ date }) => date === null || compareDates(date, line.date) <= 0);
  const told =
    line.date === null
      ? open.filter(({ lines }) => lines.some(({ doc }) => doc === line.doc))
      : open.filter(({ date }) => date !== null);
  const meant = told.length > 0 ? told : open;
  return [...meant].sort((a, b) => -compareDates(a.date, b.date) || 0)[0] === offer;
}

function answersTo(offer: Offer, offers: readonly Offer[], held: readonly Held[]): Proposal["answers"] {
  const found = new Map<string, { actor: ActorId; stance: Stance; date: Edtf | null; evidence: Span[] }>();
  for (const line of held) {
    if (!answers.has(line.stance) || !answersOffer(line, offer, offers)) continue;
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
  const offers = offersOf(corpus, actorOf, held, options);
  return offers.map((offer): Proposal => {
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
      answers: answersTo(offer, offers, held),
    };
  });
}
