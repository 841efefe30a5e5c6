// The same figures in groups: statements and events by the rule that read them, or by their kind.
import type { ParleyRecord } from "../../../src/model/record.js";
import { type Figure, f1Of, shareOf } from "../figures.js";
import type { GoldCorpus } from "./corpus.js";
import { matchEvents } from "./events.js";
import { pagesOf } from "./pages.js";
import { matchStatements } from "./statements.js";

type Member = { readonly group: string };

function countsOf(members: readonly Member[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { group } of members) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

/** For each rule, how many of the lines that it read match the gold. */
export function figuresByRule(record: ParleyRecord, corpus: GoldCorpus): readonly Figure[] {
  const pages = pagesOf(record);
  const [statements, events] = [matchStatements(corpus, record, pages), matchEvents(corpus, record, pages)];
  const ruleOf = (rule: string | undefined): string => rule ?? "no rule";
  const group = (name: string, said: readonly Member[], right: readonly Member[]): readonly Figure[] => {
    const hits = countsOf(right);
    return [...countsOf(said)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, total]) => shareOf(`${name} by ${rule}`, hits.get(rule) ?? 0, total));
  };
  return [
    ...group(
      "statements",
      statements.have.map(({ statement }) => ({ group: ruleOf(statement.why.rule) })),
      statements.pairs.map(([, { statement }]) => ({ group: ruleOf(statement.why.rule) })),
    ),
    ...group(
      "events",
      events.have.map(({ event }) => ({ group: ruleOf(event.why[0]?.rule) })),
      events.pairs.map(([, { event }]) => ({ group: ruleOf(event.why[0]?.rule) })),
    ),
  ];
}

/** For each kind, precision and recall of the lines found with that very kind. */
export function figuresByKind(record: ParleyRecord, corpus: GoldCorpus): readonly Figure[] {
  const pages = pagesOf(record);
  const [statements, events] = [matchStatements(corpus, record, pages), matchEvents(corpus, record, pages)];
  const group = (
    name: string,
    right: readonly Member[],
    said: readonly Member[],
    gold: readonly Member[],
  ): readonly Figure[] => {
    const [hits, read] = [countsOf(right), countsOf(said)];
    return [...countsOf(gold)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, total]) => f1Of(`${name}: ${kind}`, hits.get(kind) ?? 0, read.get(kind) ?? 0, total));
  };
  return [
    ...group(
      "statements",
      statements.pairs
        .filter(([{ gold }, { statement }]) => gold.kind === statement.kind)
        .map(([{ gold }]) => ({ group: gold.kind })),
      statements.have.map(({ statement }) => ({ group: statement.kind })),
      statements.want.filter(({ gold }) => !gold.optional).map(({ gold }) => ({ group: gold.kind })),
    ),
    ...group(
      "events",
      events.pairs
        .filter(([{ gold }, { event }]) => gold.kind === event.kind && !gold.optional)
        .map(([{ gold }]) => ({ group: gold.kind })),
      events.have.map(({ event }) => ({ group: event.kind })),
      events.want.filter(({ gold }) => !gold.optional).map(({ gold }) => ({ group: gold.kind })),
    ),
  ];
}
