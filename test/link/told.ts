// Reports with hand-made stances, and what issues, positions and proposals make of them.

import { linkWords } from "../../src/lang/en/link.js";
import { nameForms } from "../../src/lang/en/link-names.js";
import { linkActors } from "../../src/link/actors.js";
import { inOrder, type LinkInput } from "../../src/link/input.js";
import { linkIssues } from "../../src/link/issues.js";
import { partiesOf } from "../../src/link/parties.js";
import { heldOf, linkPositions } from "../../src/link/positions.js";
import { linkProposals } from "../../src/link/proposals.js";
import { linkStatements } from "../../src/link/statements.js";
import { edtf } from "../../src/model/edtf.js";
import type { Stance } from "../../src/model/words.js";
import { type ReportDraft, report } from "./reports.js";

export type StanceDraft = {
  readonly who: string;
  readonly stance: Stance;
  readonly term: string;
  readonly by?: string;
  readonly date?: string;
  readonly event?: number;
  readonly score?: number;
  readonly rule?: string;
};

/** A report with stances, each found by the words of its term. */
export function told(draft: ReportDraft, stances: readonly StanceDraft[]): LinkInput {
  const input = report(draft);
  const { text } = input.document;
  const local = (name: string) => input.reading.actors.findIndex((actor) => actor.name === name);
  return {
    ...input,
    reading: {
      ...input.reading,
      stances: stances.map(({ who, stance, term, by, date, event, score = 0.9, rule = "stances/demand" }) => {
        const start = text.indexOf(term);
        if (start < 0 || local(who) < 0) throw new RangeError(`"${term}" or ${who} is not in the report`);
        const range = { start, end: start + term.length };
        return {
          ...range,
          term: range,
          actor: local(who),
          stance,
          by: by === undefined ? [] : [local(by)],
          date: date === undefined ? null : edtf(date),
          attribution: null,
          event: event ?? null,
          why: { rule, score },
        };
      }),
    },
  };
}

/** Issues, positions and proposals of a dossier. */
export function linkedOf(inputs: readonly LinkInput[]) {
  const words = linkWords();
  const corpus = inOrder(inputs);
  const { actors, actorOf } = linkActors(corpus, nameForms());
  const parties = partiesOf(actors);
  const { statementOf } = linkStatements(corpus, actorOf);
  const linked = linkIssues(corpus, actorOf, { words: words.issues, stopwords: words.stopwords, actors, parties });
  const held = heldOf(corpus, actorOf, statementOf, parties, linked);
  const positions = linkPositions(held, linked.issues);
  const labels = new Map(linked.issues.map(({ id, label }) => [id, label]));
  const proposals = linkProposals(corpus, actorOf, held, { parties, issues: linked.issues, eventOf: () => null });
  return {
    issues: linked.issues,
    positions,
    proposals,
    labelOf: (id: (typeof linked.issues)[number]["id"]) => labels.get(id),
  };
}
