// Whether the tellings of one event are held together: BCubed (Bagga and Baldwin 1998) over the gold's mentions.
import { f1OfMeans, type Measured } from "../figures.js";
import { intersectionOverUnion, type Stretch } from "../matching.js";
import { type EventMatch, type ReadEvent, tellsSame } from "./events.js";

type Telling = { readonly gold: string; readonly read: string | null };

/** The event that tells a mention: the one matched to its gold event if it does, else the best overlap, else none. */
function tellerOf(mention: Stretch, goldId: string, match: EventMatch): string | null {
  const overlapOf = ({ tellings }: ReadEvent): number =>
    Math.max(
      0,
      ...tellings.map((telling) => (tellsSame(mention, telling) ? intersectionOverUnion([mention], [telling]) : 0)),
    );
  const tellers = match.have.map((read) => ({ read, overlap: overlapOf(read) })).filter((teller) => teller.overlap > 0);
  const own = match.readOf(goldId);
  if (own && tellers.some(({ read }) => read === own)) return own.event.id;
  tellers.sort((a, b) => b.overlap - a.overlap || (a.read.event.id < b.read.event.id ? -1 : 1));
  return tellers[0]?.read.event.id ?? null;
}

const mean = (values: readonly number[]): number =>
  values.length ? values.reduce((n, value) => n + value, 0) / values.length : 0;

/** Precision and recall of one mention; one that no event tells stands alone and has no recall. */
function scoresOf(
  telling: Telling,
  tellings: readonly Telling[],
): { readonly precision: number; readonly recall: number } {
  const sameGold = tellings.filter((other) => other.gold === telling.gold);
  const sameRead = telling.read === null ? [telling] : tellings.filter((other) => other.read === telling.read);
  const both = sameRead.filter((other) => other.gold === telling.gold).length;
  return { precision: both / sameRead.length, recall: telling.read === null ? 0 : both / sameGold.length };
}

export function measureTellings(match: EventMatch): Measured {
  const tellings = match.want.flatMap(({ gold, tellings: mentions }) =>
    mentions.map((mention) => ({ gold: gold.id, read: tellerOf(mention, gold.id, match) })),
  );
  const scores = tellings.map((telling) => scoresOf(telling, tellings));
  const figure = f1OfMeans(
    "events: mentions grouped (BCubed)",
    mean(scores.map((s) => s.precision)),
    mean(scores.map((s) => s.recall)),
    tellings.length,
  );
  return { figures: [figure], misses: [] };
}
