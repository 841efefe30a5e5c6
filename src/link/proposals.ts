// Proposals: what a party put forward at one time, provision by provision, and how those it was put to have answered.
import { compareDates } from "../model/edtf.js";
import type { ActorId, IssueId } from "../model/ids.js";
import type { Issue, Proposal } from "../model/record.js";
import type { Span } from "../model/span.js";
import { linkAnswers } from "./answers.js";
import { idMaker } from "./ids.js";
import type { ActorOf, Corpus } from "./input.js";
import { type OfferOptions, offersOf } from "./offers.js";
import { byCodeUnit } from "./order.js";
import type { Held } from "./positions.js";

export type ProposalOptions = OfferOptions & { readonly issues: readonly Issue[] };

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
  const answers = linkAnswers(offers, held, (doc) => corpus[doc]?.document.published.value ?? null);
  return offers.map((offer, index): Proposal => {
    const provisions = new Map<IssueId, Span[]>();
    for (const { issue, evidence } of offer.lines) {
      const spans = provisions.get(issue) ?? [];
      spans.push(...evidence);
      provisions.set(issue, spans);
    }
    const matters = [...provisions.keys()].map((issue) => labels.get(issue) ?? issue);
    const name = options.parties.actor(offer.by)?.name ?? offer.by;
    const to: ActorId[] = [...offer.to].sort(byCodeUnit);
    return {
      id: makeId(offer.lines.flatMap(({ evidence }) => evidence)),
      label: `${name}: ${matters.slice(0, 3).join("; ")}`,
      by: [offer.by],
      to,
      date: offer.date,
      event: offer.event,
      provisions: [...provisions].map(([issue, evidence]) => ({ issue, evidence })),
      answers: [...(answers[index] ?? [])].sort(
        (a, b) => compareDates(a.date, b.date) || byCodeUnit(a.actor, b.actor) || byCodeUnit(a.stance, b.stance),
      ),
    };
  });
}
