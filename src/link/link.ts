// Link: documents with their readings, and a person's decisions → the record. The ordered list of stages; each works on what
// the ones before it found. In any order of intake the same record.
import type { Decision } from "../model/decision.js";
import type { ParleyRecord } from "../model/record.js";
import { linkActors } from "./actors.js";
import { linkDialogue } from "./dialogue.js";
import { linkDiscrepancies } from "./discrepancies.js";
import { linkDocuments } from "./documents.js";
import { linkDuplicates } from "./duplicates.js";
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
 * The record of a dossier. Decisions are carried by the dossier and have no effect on the lines yet; one that matches
 * nothing breaks nothing. Pure: the same inputs in any order give the same record, byte for byte.
 */
export const link = (
  inputs: readonly LinkInput[],
  decisions: readonly Decision[],
  options: LinkOptions,
): ParleyRecord => linked(inputs, decisions, options).record;

/** The record, and what it was made from. */
export function linked(inputs: readonly LinkInput[], _decisions: readonly Decision[], options: LinkOptions): Linked {
  const { words } = options;
  const corpus = inOrder(inputs);
  const rankOf = ranksOf(corpus);
  const duplicates = linkDuplicates(corpus);
  const { actors, actorOf, problems: doubtfulActors } = linkActors(corpus, words.names);
  const parties = partiesOf(actors);
  const { statements, statementOf } = linkStatements(corpus, actorOf);
  const placeOfId = placeFinder(statements);
  const { tellings, retellings } = tellingsOf(corpus, actorOf, statementOf, parties, words.stopwords);
  const { groups: firm, problems: doubtfulEvents } = groupEvents(tellings);
  const groups = withRetellings(tellings, firm, retellings);
  const viaOf = viaFinder(statements);
  const plans = plansOf(tellings, corpus);
  const lines = orderedEvents(
    eventLines([...tellings, ...retellings], groups, { corpus, parties, duplicates, words, plans, viaOf }),
    rankOf,
  );
  const events = lines.map(({ event }) => event);
  const utterances = linkUtterances(corpus, statements, parties, words.stopwords);
  const told: ToldBefore = { events, eventOf: eventFinder(lines), utterances, statementOf, spanOfStatement: placeOfId };
  const novelty = linkNovelty(corpus, [...corpus.keys()], told);
  const matters = linkIssues(corpus, actorOf, { words: words.issues, stopwords: words.stopwords, actors, parties });
  const held = heldOf(corpus, actorOf, statementOf, parties, matters);
  const days = corpus.flatMap(({ document }) => document.published.value ?? []);
  const record: ParleyRecord = {
    schema: "parley-record/1",
    dossier: { title: options.title, documents: corpus.length, from: days[0] ?? null, to: days.at(-1) ?? null },
    reader: { version: options.reader, models: options.models ?? [] },
    documents: linkDocuments(corpus, duplicates, (doc) => novelty[doc] ?? []),
    actors,
    timexes: linkTimexes(corpus),
    statements: orderedStatements(statements, rankOf),
    utterances: orderedUtterances(utterances, placeOfId, rankOf),
    events,
    series: linkSeries(lines, parties, words),
    proposals: orderedProposals(
      linkProposals(corpus, actorOf, held, { parties, issues: matters.issues, eventOf: told.eventOf }),
      rankOf,
    ),
    issues: matters.issues,
    positions: orderedPositions(linkPositions(held, matters.issues), rankOf),
    discrepancies: linkDiscrepancies(lines, (doc) => duplicates.duplicateOf(doc) !== null, words),
    state: linkDialogue(corpus, actorOf, lines, parties, rankOf, words),
    problems: linkProblems(corpus, [...doubtfulActors, ...doubtfulEvents], rankOf),
  };
  return { record, corpus, told };
}
