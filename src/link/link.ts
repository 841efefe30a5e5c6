// Link: documents with their readings, and a person's decisions → the record. The ordered list of stages; each works on what
// the ones before it found. In any order of intake the same record.
import type { Decision } from "../model/decision.js";
import type { ParleyRecord } from "../model/record.js";
import { linkActors } from "./actors.js";
import { decidedDocuments, decidedOver } from "./decided.js";
import { decidedActors } from "./decided-actors.js";
import { confirmedLines, openProblems } from "./decided-confirm.js";
import { decidedEvents, regroupedEvents } from "./decided-events.js";
import { decidedHeld, decidedIssues, decidedPositions } from "./decided-issues.js";
import { linkDialogue } from "./dialogue.js";
import { linkDiscrepancies } from "./discrepancies.js";
import { linkDocuments } from "./documents.js";
import { linkDuplicates } from "./duplicates.js";
import { labelOf } from "./event-label.js";
import { eventLines } from "./event-lines.js";
import { plansOf } from "./event-plan.js";
import { groupEvents, withRetellings } from "./events.js";
import { eventFinder, placeFinder, viaFinder } from "./finders.js";
import { type Corpus, inOrder, type LinkInput } from "./input.js";
import { linkIssues } from "./issues.js";
import { linkNovelty, type ToldBefore } from "./novelty.js";
import { ranksOf } from "./order.js";
import { orderedEvents, orderedPositions, orderedProposals, orderedStatements, orderedUtterances } from "./ordered.js";
import { partiesOf } from "./parties.js";
import { heldOf, linkPositions } from "./positions.js";
import { linkProblems } from "./problems.js";
import { linkProposals } from "./proposals.js";
import { linkSeries } from "./series.js";
import { linkStatements } from "./statements.js";
import { tellingsOf } from "./tellings.js";
import { linkTimexes } from "./timexes.js";
import { linkUtterances } from "./utterances.js";
import type { LinkWords } from "./words.js";

export type LinkOptions = {
  readonly title: string;
  readonly reader: string; // version
  readonly words: LinkWords;
  readonly models?: readonly { readonly name: string; readonly sha256: string }[];
};

/** A record with what it was made from: for what asks more of it than it shows. */
export type Linked = { readonly record: ParleyRecord; readonly corpus: Corpus; readonly told: ToldBefore };

/**
 * The record of a dossier. `decisions`: those in force on what crosses documents, in the order in which they take effect, with
 * their words where they stand now; one that matches nothing breaks nothing. Pure: the same inputs in any order give the same record, byte for byte.
 */
export const link = (
  inputs: readonly LinkInput[],
  decisions: readonly Decision[],
  options: LinkOptions,
): ParleyRecord => linked(inputs, decisions, options).record;

/** The record, and what it was made from. */
export function linked(inputs: readonly LinkInput[], decisions: readonly Decision[], options: LinkOptions): Linked {
  const { words } = options;
  const corpus = inOrder(inputs);
  const rankOf = ranksOf(corpus);
  const duplicates = linkDuplicates(corpus);
  const decided = decidedOver(corpus, decisions);
  const { actors: named, actorOf, problems: doubtfulActors } = linkActors(corpus, words.names, decided);
  const actors = decidedActors(named, actorOf, decided);
  const parties = partiesOf(actors);
  const { statements, statementOf } = linkStatements(corpus, actorOf);
  const placeOfId = placeFinder(statements);
  const { tellings, retellings } = tellingsOf(corpus, actorOf, statementOf, parties, words.stopwords);
  const { groups: firm, problems: doubtfulEvents } = groupEvents(tellings);
  const all = [...tellings, ...retellings];
  const groups = regroupedEvents(withRetellings(tellings, firm, retellings), all, decided);
  const viaOf = viaFinder(statements);
  const plans = plansOf(tellings, corpus);
  const lines = orderedEvents(
    decidedEvents(eventLines(all, groups, { corpus, parties, duplicates, words, plans, viaOf }), decided, (line) =>
      labelOf({ ...line.event, tellings: line.tellings }, words, parties),
    ),
    rankOf,
  );
  const events = lines.map(({ event }) => event);
  const utterances = linkUtterances(corpus, statements, parties, words.stopwords);
  const told: ToldBefore = { events, eventOf: eventFinder(lines), utterances, statementOf, spanOfStatement: placeOfId };
  const novelty = linkNovelty(corpus, [...corpus.keys()], told);
  const matters = decidedIssues(
    linkIssues(corpus, actorOf, { words: words.issues, stopwords: words.stopwords, actors, parties }),
    decided,
  );
  const ground = { actorOf, parties, issues: matters.issues };
  const held = decidedHeld(heldOf(corpus, actorOf, statementOf, parties, matters), ground, decided);
  const right = confirmedLines({ statements, events, actors }, decided);
  const days = corpus.flatMap(({ document }) => document.published.value ?? []);
  const record: ParleyRecord = {
    schema: "parley-record/1",
    dossier: { title: options.title, documents: corpus.length, from: days[0] ?? null, to: days.at(-1) ?? null },
    reader: { version: options.reader, models: options.models ?? [] },
    documents: decidedDocuments(
      linkDocuments(corpus, duplicates, (doc) => novelty[doc] ?? []),
      decided,
    ),
    actors: right.actors,
    timexes: linkTimexes(corpus),
    statements: orderedStatements(right.statements, rankOf),
    utterances: orderedUtterances(utterances, placeOfId, rankOf),
    events: right.events,
    series: linkSeries(lines, parties, words),
    proposals: orderedProposals(
      linkProposals(corpus, actorOf, held, { parties, issues: matters.issues, eventOf: told.eventOf }),
      rankOf,
    ),
    issues: matters.issues,
    positions: orderedPositions(decidedPositions(linkPositions(held, matters.issues), decided), rankOf),
    discrepancies: linkDiscrepancies(lines, (doc) => duplicates.duplicateOf(doc) !== null, words),
    state: linkDialogue(corpus, actorOf, lines, parties, rankOf, words),
    problems: openProblems(
      linkProblems(corpus, [...doubtfulActors, ...doubtfulEvents, ...decided.problems], rankOf),
      decided,
    ),
  };
  return { record, corpus, told };
}
