// Discrepancies: the same event and the same attribute. What the reports differ in is judged by attribute, not by value.
import type { Discrepancy, ParleyRecord } from "../../../src/model/record.js";
import { type Measured, shareOf } from "../figures.js";
import type { GoldCorpus, GoldDiscrepancy } from "./corpus.js";
import type { EventMatch } from "./events.js";

const same = (gold: GoldDiscrepancy, read: Discrepancy, match: EventMatch): boolean =>
  gold.attribute === read.attribute && match.readOf(gold.event)?.event.id === read.event;

export function measureDiscrepancies(corpus: GoldCorpus, record: ParleyRecord, match: EventMatch): Measured {
  const missed = corpus.discrepancies.filter((gold) => !record.discrepancies.some((read) => same(gold, read, match)));
  const contradictions = record.discrepancies.filter((read) => read.kind === "contradiction");
  const confirmed = contradictions.filter((read) => corpus.discrepancies.some((gold) => same(gold, read, match)));
  return {
    figures: [
      shareOf("discrepancies found", corpus.discrepancies.length - missed.length, corpus.discrepancies.length),
      shareOf("discrepancies: contradictions that the gold has too", confirmed.length, contradictions.length),
    ],
    misses: missed.map((gold) => `discrepancy missed: ${gold.event} ${gold.attribute}`),
  };
}
