// A reading without some of its lines: what pointed at them by index points at nothing, what stands after them moves up.
import type { Reading } from "../model/reading.js";
import { covers, overlaps, type Range } from "../model/span.js";

/** The new index of each old one; null for what goes. */
function renumbered(length: number, goes: (index: number) => boolean): readonly (number | null)[] {
  let next = 0;
  return Array.from({ length }, (_, index) => (goes(index) ? null : next++));
}

type Going = { readonly attribution?: (index: number) => boolean; readonly event?: (index: number) => boolean };

/** A reading without some attributions and events. */
export function without(reading: Reading, { attribution = () => false, event = () => false }: Going): Reading {
  const attributions = renumbered(reading.attributions.length, attribution);
  const events = renumbered(reading.events.length, event);
  const said = (index: number | null): number | null => (index === null ? null : (attributions[index] ?? null));
  const told = (index: number | null): number | null => (index === null ? null : (events[index] ?? null));
  return {
    ...reading,
    attributions: reading.attributions
      .filter((_, index) => !attribution(index))
      .map((one) => ({ ...one, within: said(one.within) })),
    events: reading.events
      .filter((_, index) => !event(index))
      .map((one) => ({ ...one, attribution: said(one.attribution), refersTo: told(one.refersTo) })),
    ...(reading.retellings
      ? {
          retellings: reading.retellings.map((one) => ({
            ...one,
            attribution: said(one.attribution),
            refersTo: told(one.refersTo),
          })),
        }
      : {}),
    stances: reading.stances.map((one) => ({ ...one, attribution: said(one.attribution), event: told(one.event) })),
  };
}

/** A reading from which nothing is read of a stretch of text: what is marked as furniture. */
export function unread(reading: Reading, furniture: Range): Reading {
  const within = (range: Range): boolean => overlaps(range, furniture);
  const apart = <T extends Range>(lines: readonly T[]): T[] => lines.filter((line) => !within(line));
  const left = without(reading, {
    attribution: (index) => {
      const one = reading.attributions[index];
      return (
        one !== undefined && [one.cue, one.source, ...one.content].some((range) => range !== null && within(range))
      );
    },
    event: (index) => {
      const one = reading.events[index];
      return one !== undefined && within(one);
    },
  });
  const { views, retellings } = left;
  return {
    ...left,
    sentences: left.sentences.filter((sentence) => !covers(furniture, sentence)),
    timexes: apart(left.timexes),
    actors: left.actors.map((actor) => ({
      ...actor,
      roles: apart(actor.roles),
      memberOf: actor.memberOf.filter(({ evidence }) => !within(evidence)),
    })),
    mentions: apart(left.mentions),
    ...(views ? { views: views.filter(({ cue, content }) => ![cue, ...content].some(within)) } : {}),
    ...(retellings ? { retellings: apart(retellings) } : {}),
    stances: left.stances.filter((stance) => !within(stance) && !within(stance.term)),
    background: apart(left.background),
    problems: apart(left.problems),
  };
}
