// The span of a telling in the record: its clause; where another event has that very span, the part that is its own.
import type { Range, Span } from "../model/span.js";
import { spanIn } from "./input.js";
import type { Telling } from "./tellings.js";

const hull = (ranges: readonly Range[]): Range => ({
  start: Math.min(...ranges.map((r) => r.start)),
  end: Math.max(...ranges.map((r) => r.end)),
});

/** Stretches that may stand for a telling, the widest first. */
function candidatesOf({ mention }: Telling): Range[] {
  const date = mention.dateEvidence ? [mention.dateEvidence] : [];
  const people = mention.participants.map(({ evidence }) => evidence);
  return [
    mention,
    hull([mention.trigger, ...date, ...people]),
    hull([mention.trigger, ...date]),
    ...date,
    mention.trigger,
    ...people,
  ];
}

/** A picker of spans: two events never get one span, as long as their tellings differ in a word. Call in a fixed order. */
export function spanPicker(): (telling: Telling, event: number) => Span {
  const owner = new Map<string, number>();
  return (telling, event) => {
    const candidates = candidatesOf(telling);
    const key = (range: Range): string => `${telling.doc},${range.start},${range.end}`;
    const free =
      candidates.find((range) => (owner.get(key(range)) ?? event) === event) ?? candidates[0] ?? telling.mention;
    owner.set(key(free), event);
    return spanIn(telling.input, { start: free.start, end: free.end });
  };
}
