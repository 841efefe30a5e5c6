// The course of the dialogue: plans against what happened, series of rounds, the state at dates. Only where the gold has them.
import type { ParleyRecord } from "../../../src/model/record.js";
import { type Figure, type Measured, shareOf } from "../figures.js";
import { plainDate } from "../folding.js";
import { type GoldCorpus, type GoldSeries, type GoldState, listOf } from "./corpus.js";
import type { EventMatch } from "./events.js";

/** Whether one series of the record holds all events of the gold's, and none that must not be in it. */
function seriesIsRight(gold: GoldSeries, record: ParleyRecord, match: EventMatch): boolean {
  const idOf = (goldId: string) => match.readOf(goldId)?.event.id;
  return record.series.some((series) => {
    const holds = (goldId: string): boolean => {
      const id = idOf(goldId);
      return id !== undefined && series.events.includes(id);
    };
    return gold.events.every(holds) && !(gold.not ?? []).some(holds);
  });
}

/** Whether the last state that had begun by the day (in the record's order) is one of the gold's. */
function stateIsRight(gold: GoldState, record: ParleyRecord): boolean {
  const last = record.state.filter((state) => plainDate(state.from).slice(0, 10) <= gold.at).at(-1);
  return last !== undefined && listOf(gold.state).includes(last.state);
}

export function measureDialogue(corpus: GoldCorpus, record: ParleyRecord, match: EventMatch): Measured {
  const fated = match.want.filter(({ gold }) => gold.fate);
  const held = fated.filter(({ gold }) => match.readOf(gold.id)?.event.plan?.fate === gold.fate);
  const figures: Figure[] = [];
  if (fated.length) figures.push(shareOf("events: plan against happened", held.length, fated.length));
  if (corpus.series)
    figures.push(
      shareOf(
        "series",
        corpus.series.filter((gold) => seriesIsRight(gold, record, match)).length,
        corpus.series.length,
      ),
    );
  if (corpus.state)
    figures.push(
      shareOf(
        "state of the dialogue at dates",
        corpus.state.filter((gold) => stateIsRight(gold, record)).length,
        corpus.state.length,
      ),
    );
  return { figures, misses: [] };
}
