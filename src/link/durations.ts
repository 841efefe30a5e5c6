// Durations as they are told, with what "almost", "about" and "more than" leave open: two of them contradict each other only
// where no length of time fits both.
import { minutesOf } from "../model/timex.js";

export type DurationTold = { readonly value: string; readonly mod: string | null };
type Stretch = { readonly least: number; readonly most: number };

/** Share of a duration that a report rounds away, by TIMEX3 modifier; a plain figure is a little round as well. */
const leeway: Readonly<Record<string, readonly [number, number]>> = {
  LESS_THAN: [0.85, 1],
  EQUAL_OR_LESS: [0.85, 1.03],
  MORE_THAN: [1, 1.2],
  EQUAL_OR_MORE: [0.97, 1.2],
  APPROX: [0.9, 1.1],
};
const plainly: readonly [number, number] = [0.95, 1.05];

/** No two reports differ so many times over: one of them tells of something else. */
const misread = 20;

function stretchOf({ value, mod }: DurationTold): Stretch | null {
  const minutes = minutesOf(value);
  if (minutes === null || minutes === 0) return null;
  // "A day" of talks is no 24 hours.
  if (value === "P1D") return { least: minutes * 0.1, most: minutes };
  const [least, most] = (mod === null ? undefined : leeway[mod]) ?? plainly;
  return { least: minutes * least, most: minutes * most };
}

/** Whether two tellings give one length: "about two hours" is "two hours" told with care, "almost two hours" is less. */
function sameLength(a: DurationTold, b: DurationTold): boolean {
  const minutes = minutesOf(a.value);
  const same = a.value === b.value || (minutes !== null && minutes === minutesOf(b.value));
  const exact = (mod: string | null): string | null => (mod === "APPROX" ? null : mod);
  return same && exact(a.mod) === exact(b.mod);
}

/** How two tellings of one duration stand to each other; null where they say the same or one says nothing definite. */
export function compareDurations(a: DurationTold, b: DurationTold): "contradiction" | "difference-in-detail" | null {
  if (sameLength(a, b)) return null;
  const [x, y] = [stretchOf(a), stretchOf(b)];
  if (!x || !y) return null;
  if (Math.max(x.least, y.least) > misread * Math.min(x.most, y.most)) return null;
  return x.least <= y.most && y.least <= x.most ? "difference-in-detail" : "contradiction";
}
