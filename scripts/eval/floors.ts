// Pinned figures: what a dossier scored when it was last pinned. A figure below its pin is a loss and breaks the floor.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Figure, scoreOf } from "./figures.js";

/** Figure (0–1, four decimals) by name, by dossier. */
export type Floors = Readonly<Record<string, Readonly<Record<string, number>>>>;
export type Change = { readonly name: string; readonly pinned: number | null; readonly now: number | null };
export type Changes = { readonly gains: readonly Change[]; readonly losses: readonly Change[] };

export const floorsFile = "gold/floors.json";

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The figures of a dossier as they are pinned; what had nothing to score is not pinned. */
export function pinOf(figures: readonly Figure[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    figures.flatMap((figure) => {
      const value = scoreOf(figure);
      return value === null ? [] : [[figure.name, rounded(value)]];
    }),
  );
}

/** What rose, fell, appeared or went away since the pin. A figure that is no longer there is a loss. */
export function changesSince(pinned: Readonly<Record<string, number>>, figures: readonly Figure[]): Changes {
  const now = pinOf(figures);
  const names = [...new Set([...Object.keys(pinned), ...Object.keys(now)])];
  const changes = names.map((name): Change => ({ name, pinned: pinned[name] ?? null, now: now[name] ?? null }));
  const rise = ({ pinned: before, now: after }: Change): number => (after ?? -1) - (before ?? -1);
  return { gains: changes.filter((change) => rise(change) > 0), losses: changes.filter((change) => rise(change) < 0) };
}

const shown = (value: number | null): string => (value === null ? "nothing" : (100 * value).toFixed(1));

/** One line a change: "+ events: found  60.0 → 64.2". */
export const printChange = (sign: "+" | "-", change: Change): string =>
  `${sign} ${change.name.padEnd(56)} ${shown(change.pinned)} → ${shown(change.now)}`;

/** The floors in a file; none where there is no such file. */
export const readFloors = (path: string): Floors =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Floors) : {};

/** Writes the floors, dossiers in order of their names. */
export function writeFloors(path: string, floors: Floors): void {
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Prints what changed since the pin; true where no floor is broken. */
export function holdsFloors(
  name: string,
  figures: readonly Figure[],
  floors: Floors,
  print: (line: string) => void,
): boolean {
  const pinned = floors[name];
  if (!pinned) {
    print(`no floors are pinned for ${name}: pin them with npm run eval -- --pin`);
    return false;
  }
  const { gains, losses } = changesSince(pinned, figures);
  for (const change of gains) print(printChange("+", change));
  for (const change of losses) print(printChange("-", change));
  print(
    losses.length
      ? `${name}: ${losses.length} floors broken, ${gains.length} gains`
      : `${name}: no floor broken, ${gains.length} gains since the pin`,
  );
  return losses.length === 0;
}

/** What is pinned or compared: the figures of a dossier, a treebank or a file of names. */
export type Pinnable = { readonly name: string; readonly figures: readonly Figure[] };

/** Pins these figures, and leaves all others as they are. */
export function pinFloors(all: readonly Pinnable[], print: (line: string) => void): void {
  writeFloors(floorsFile, {
    ...readFloors(floorsFile),
    ...Object.fromEntries(all.map(({ name, figures }) => [name, pinOf(figures)])),
  });
  print(`\npinned in ${floorsFile}`);
}

/** Pins what a task of outside data scored (--pin), or compares it with the pins (--floors). Gives whether all is well: nothing asked for is. */
export function floorsHold(
  all: readonly Pinnable[],
  asked: { readonly pin: boolean; readonly floors: boolean },
  print: (line: string) => void,
): boolean {
  if (asked.pin) pinFloors(all, print);
  if (asked.pin || !asked.floors) return true;
  const floors = readFloors(floorsFile);
  print("");
  return all.map(({ name, figures }) => holdsFloors(name, figures, floors, print)).every(Boolean);
}
