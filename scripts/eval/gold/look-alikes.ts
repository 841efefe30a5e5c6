// Look-alikes: events that must not be merged. Right where both are found and no report that tells only one of them stands
// in the event of the other.
import { type Measured, shareOf } from "../figures.js";
import { overlap, type Stretch, shares } from "../matching.js";
import type { GoldCorpus } from "./corpus.js";
import type { EventMatch, ReadEvent } from "./events.js";

const tells = ({ tellings }: ReadEvent, mention: Stretch): boolean =>
  tellings.some((telling) => shares(mention, telling, 0.5));

/** The mentions of one that share no character with the mentions of the other. */
const onlyOf = (own: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] =>
  own.filter((a) => !other.some((b) => overlap(a, b)));

function missOf(x: string, y: string, match: EventMatch): string | null {
  const [readX, readY] = [match.readOf(x), match.readOf(y)];
  if (!readX || !readY) return `look-alikes: one is not found: ${x} | ${y}`;
  const tellingsOf = (id: string): readonly Stretch[] => match.want.find(({ gold }) => gold.id === id)?.tellings ?? [];
  const [ofX, ofY] = [tellingsOf(x), tellingsOf(y)];
  const strays =
    onlyOf(ofX, ofY).some((mention) => tells(readY, mention) && !tells(readX, mention)) ||
    onlyOf(ofY, ofX).some((mention) => tells(readX, mention) && !tells(readY, mention));
  return strays ? `events merged that must stay apart: ${x} | ${y}` : null;
}

export function measureLookAlikes(corpus: GoldCorpus, match: EventMatch): Measured {
  const misses = corpus.apart.flatMap(([x, y]) => missOf(x ?? "", y ?? "", match) ?? []);
  return {
    figures: [
      shareOf("events: look-alikes found and kept apart", corpus.apart.length - misses.length, corpus.apart.length),
    ],
    misses,
  };
}
