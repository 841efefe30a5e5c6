// How others answered an offer: what they hold on its issues from its day on, until the same party makes another. An answer
// without a day goes to the offers that its own report tells.
import { compareDates } from "../model/edtf.js";
import type { Proposal } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { Stance } from "../model/words.js";
import type { Offer } from "./offers.js";
import type { Held } from "./positions.js";

type Answer = Proposal["answers"][number];
type Numbered = { readonly offer: Offer; readonly index: number; readonly docs: ReadonlySet<number> };

const answering: ReadonlySet<Stance> = new Set<Stance>([
  "supports",
  "accepts",
  "conditional",
  "rejects",
  "ignores",
  "noncommittal",
]);

/** The last of the offers (in order of date, undated last) made on or before the day of an answer; the last dated one for none. */
function lastBefore(line: Held, rivals: readonly Numbered[]): Numbered | undefined {
  const told = line.date === null ? rivals.filter(({ docs }) => docs.has(line.doc)) : [];
  const open = told.length > 0 ? told : rivals;
  const dated = open.filter(
    ({ offer: { date } }) => date !== null && (line.date === null || compareDates(date, line.date) <= 0),
  );
  return dated.at(-1) ?? open.find(({ offer }) => offer.date === null);
}

/** Offers that an answer on an issue may mean, one list for each party that made them. */
function rivalsByIssue(offers: readonly Offer[]): ReadonlyMap<string, readonly (readonly Numbered[])[]> {
  const byIssue = new Map<string, Map<string, Numbered[]>>();
  const sorted = offers
    .map((offer, index): Numbered => ({ offer, index, docs: new Set(offer.lines.map(({ doc }) => doc)) }))
    .sort((a, b) => compareDates(a.offer.date, b.offer.date) || a.index - b.index);
  for (const numbered of sorted) {
    for (const issue of new Set(numbered.offer.lines.map((line) => line.issue))) {
      const parties = byIssue.get(issue) ?? new Map<string, Numbered[]>();
      parties.set(numbered.offer.by, [...(parties.get(numbered.offer.by) ?? []), numbered]);
      byIssue.set(issue, parties);
    }
  }
  return new Map([...byIssue].map(([issue, parties]) => [issue, [...parties.values()]]));
}

/** The answers to each offer, by its index: one for each actor, stance and day. */
export function linkAnswers(offers: readonly Offer[], held: readonly Held[]): readonly (readonly Answer[])[] {
  const found = offers.map(() => new Map<string, Omit<Answer, "evidence"> & { readonly evidence: Span[] }>());
  const rivals = rivalsByIssue(offers);
  for (const line of held) {
    if (!answering.has(line.stance)) continue;
    for (const own of rivals.get(line.issue) ?? []) {
      if (own[0]?.offer.by === line.actor) continue;
      const meant = lastBefore(line, own);
      if (!meant || (meant.offer.to.size > 0 && !meant.offer.to.has(line.actor))) continue;
      const { actor, stance, date } = line;
      const answers = found[meant.index];
      const key = `${actor}|${stance}|${date ?? ""}`;
      const answer = answers?.get(key) ?? { actor, stance, date, evidence: [] };
      answer.evidence.push(...line.evidence);
      answers?.set(key, answer);
    }
  }
  return found.map((answers) => [...answers.values()]);
}
