// How others answered an offer: what they hold on its issues from its day on, until the same party makes another. Of the
// offers of several parties an answer means that which its own report tells, else that made to it, else the latest.
import { compareDates, type Edtf } from "../model/edtf.js";
import type { IssueId } from "../model/ids.js";
import type { Proposal } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { Stance } from "../model/words.js";
import type { Offer } from "./offers.js";
import type { Held } from "./positions.js";

type Answer = Proposal["answers"][number];
type Gathered = Omit<Answer, "evidence"> & { readonly evidence: Span[] };
type Numbered = { readonly offer: Offer; readonly index: number };

/** What one party offered on an issue: by day, without a day, and by the reports that tell it. */
type Offered = {
  readonly dated: Numbered[];
  readonly undated: Numbered[];
  readonly toldIn: Map<number, Numbered[]>;
};

const answering: ReadonlySet<Stance> = new Set<Stance>([
  "supports",
  "accepts",
  "conditional",
  "rejects",
  "ignores",
  "noncommittal",
]);

/** The last of some offers, in order of date, made on or before a day; the last one for none. */
function lastBefore(dated: readonly Numbered[], day: Edtf | null): Numbered | undefined {
  if (day === null) return dated.at(-1);
  let [low, high] = [0, dated.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareDates(dated[middle]?.offer.date ?? null, day) <= 0) low = middle + 1;
    else high = middle;
  }
  return dated[low - 1];
}

/** The offer of one party that an answer can mean: without a day, one that its own report tells, else the last before the report. */
function offerFor(line: Held, offered: Offered, published: Edtf | null): Numbered | undefined {
  const told = line.date === null ? offered.toldIn.get(line.doc) : undefined;
  if (told) return told.findLast(({ offer }) => offer.date !== null) ?? told[0];
  return lastBefore(offered.dated, line.date ?? published) ?? offered.undated[0];
}

/** What each party offered on each issue. */
function offeredByIssue(offers: readonly Offer[]): ReadonlyMap<IssueId, ReadonlyMap<string, Offered>> {
  const byIssue = new Map<IssueId, Map<string, Offered>>();
  const sorted = offers
    .map((offer, index): Numbered => ({ offer, index }))
    .sort((a, b) => compareDates(a.offer.date, b.offer.date) || a.index - b.index);
  for (const numbered of sorted) {
    const { lines, by, date } = numbered.offer;
    const docs = new Set(lines.map(({ doc }) => doc));
    for (const issue of new Set(lines.map((line) => line.issue))) {
      const parties = byIssue.get(issue) ?? new Map<string, Offered>();
      byIssue.set(issue, parties);
      const offered = parties.get(by) ?? { dated: [], undated: [], toldIn: new Map() };
      parties.set(by, offered);
      (date === null ? offered.undated : offered.dated).push(numbered);
      for (const doc of docs) {
        const told = offered.toldIn.get(doc);
        if (told) told.push(numbered);
        else offered.toldIn.set(doc, [numbered]);
      }
    }
  }
  return byIssue;
}

/** Those for which `holds`, where it holds for any; else all. */
const preferring = (all: readonly Numbered[], holds: (one: Numbered) => boolean): readonly Numbered[] =>
  all.some(holds) ? all.filter(holds) : all;

/** The offers that an answer means, of one each of several parties; several only where they are of one day. */
function meantBy(line: Held, candidates: readonly Numbered[]): readonly Numbered[] {
  const told = preferring(candidates, ({ offer }) => offer.lines.some(({ doc }) => doc === line.doc));
  const addressed = preferring(told, ({ offer }) => offer.to.has(line.actor));
  const dated = preferring(addressed, ({ offer }) => offer.date !== null);
  const last =
    dated
      .map(({ offer }) => offer.date)
      .sort(compareDates)
      .at(-1) ?? null;
  return dated.filter(({ offer }) => offer.date === last);
}

/**
 * The answers to each offer, by its index: one for each actor, stance and day. `publishedOf`: the day of a report, which an
 * answer without a day is not later than.
 */
export function linkAnswers(
  offers: readonly Offer[],
  held: readonly Held[],
  publishedOf: (doc: number) => Edtf | null,
): readonly (readonly Answer[])[] {
  const found = offers.map(() => new Map<string, Gathered>());
  const byIssue = offeredByIssue(offers);
  for (const line of held) {
    if (!answering.has(line.stance)) continue;
    const candidates: Numbered[] = [];
    for (const [by, offered] of byIssue.get(line.issue) ?? []) {
      if (by === line.actor) continue;
      const meant = offerFor(line, offered, publishedOf(line.doc));
      if (meant && (meant.offer.to.size === 0 || meant.offer.to.has(line.actor))) candidates.push(meant);
    }
    for (const { index } of meantBy(line, candidates)) {
      const { actor, stance, date } = line;
      const answers = found[index];
      const key = `${actor}|${stance}|${date ?? ""}`;
      const answer = answers?.get(key) ?? { actor, stance, date, evidence: [] };
      answer.evidence.push(...line.evidence);
      answers?.set(key, answer);
    }
  }
  return found.map((answers) => [...answers.values()]);
}
