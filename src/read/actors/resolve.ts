// The actors that the words at a range name or refer to: the heads of its phrases, without what only qualifies them.
import type { Range } from "../../model/span.js";
import { type Ground, isA, lowerAt, speakerRange, tokensOf } from "./ground.js";
import type { Unit } from "./unit.js";

/** The units that begin or reach into tokens [first, last), by a search over units in order. */
function unitsIn(units: readonly Unit[], first: number, last: number): Unit[] {
  let [low, high] = [0, units.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.first ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  const found: Unit[] = [];
  for (let i = Math.max(0, low - 12); i < units.length && (units[i]?.first ?? last) < last; i++) {
    const unit = units[i];
    if (unit && unit.head.first < last && unit.head.last > first) found.push(unit);
  }
  return found;
}

/** Whom a person speaks for through what is his: the person himself where nothing is told; null for what is no person. */
type MouthOf = (actor: number) => number | null;

type Stretch = { readonly first: number; readonly last: number };

/** Whether a unit only qualifies something else in tokens [first, last): "NATO expansion", "Moscow's demands", "officials in Geneva". */
function qualifies(
  ground: Ground,
  unit: Unit,
  { first, last }: Stretch,
  dropped: ReadonlySet<number>,
  mouthOf: MouthOf,
): boolean {
  const next = ground.tokens[unit.last];
  if (unit.last < last && next) {
    const noun = lowerAt(ground, last - 1);
    if (/^'s?$/.test(next.lower) && unit.last + 1 < last) {
      const personal =
        ground.words.is("personal-mouthpiece", noun) && unit.actors.every((one) => mouthOf(one) !== null);
      return !personal && !ground.words.is("mouthpiece", noun);
    }
    if (next.upos === "NOUN" && !ground.words.names.is("saying", next.lower)) return true;
  }
  const before = isA(ground, "whose-side", unit.first - 1) ? unit.first - 2 : unit.first - 1;
  const word = lowerAt(ground, before);
  if (before > first && word === "(") return true; // "the head of the Crews' Union (UQZ)"
  return (
    before > first && (word === "," || isA(ground, "and", before) || isA(ground, "or", before)) && dropped.has(before)
  );
}

/** "Anna Vale of Norway's Foreign Ministry": whether a unit hangs on what is before it, or is owned by one that hangs (`hung`: their ends). */
function hangs(ground: Ground, unit: Unit, first: number, hung: ReadonlySet<number>): boolean {
  let before = unit.first - 1;
  if (isA(ground, "whose-side", before)) before--;
  const word = lowerAt(ground, before);
  if (hung.has(unit.first)) return true; // "Anna Vale of the group Orvela"
  return before > first && (ground.words.is("hanging", word) || (word === "'s" && hung.has(before)));
}

/** Where a relative clause begins in tokens [from, last); `last` where there is none. */
function relativeAt(ground: Ground, from: number, last: number): number {
  for (let i = from; i < last; i++) if (isA(ground, "who", i) || isA(ground, "whose", i)) return i;
  return last;
}

/** "Mr Vale's office", "Mr Vale's lawyer": who speaks through what belongs to the actors of a unit. */
function throughMouth(ground: Ground, unit: Unit, last: number, mouthOf: MouthOf): readonly number[] {
  const owned = /^'s?$/.test(lowerAt(ground, unit.last)) && unit.last + 1 < last;
  const personal = ground.words.is("for-person", lowerAt(ground, last - 1));
  return owned && !personal ? unit.actors.map((actor) => mouthOf(actor) ?? actor) : unit.actors;
}

/** The actors at tokens [first, last). */
function actorsAt(ground: Ground, units: readonly Unit[], first: number, last: number, mouthOf: MouthOf): number[] {
  const found = unitsIn(units, first, last);
  const outer = found.filter((unit) => !unit.inner);
  const actors = new Set<number>();
  const dropped = new Set<number>(); // ends of units that only qualify
  const hung = new Set<number>(); // ends of units behind "of", "from"
  const relative = relativeAt(ground, outer[0]?.last ?? last, last);
  for (const unit of outer) {
    if (unit.first >= relative) break; // "a former director who is close to the board": not the board
    const hanging = hangs(ground, unit, first, hung);
    if (hanging) hung.add(unit.last);
    if (hanging || qualifies(ground, unit, { first, last }, dropped, mouthOf)) dropped.add(unit.last);
    else for (const actor of throughMouth(ground, unit, last, mouthOf)) actors.add(actor);
  }
  if (outer.length > 0) return [...actors];
  for (const unit of found) for (const actor of unit.actors) actors.add(actor);
  return [...actors];
}

/** Who holds the title that ends at a token: "Norway's negotiator" of "Norway's negotiator, Anna Vale,". */
function titleHolders(ground: Ground, units: readonly Unit[]): Map<number, Unit> {
  const byHead = new Map(units.filter(({ form }) => form === "name").map((unit) => [unit.head.last, unit]));
  const found = new Map<number, Unit>();
  for (const { title, first, last } of ground.names) {
    const unit = byHead.get(last);
    if (title && unit && title.last <= first && !(title.last === first && unit.head.first < first))
      found.set(title.last, unit);
  }
  return found;
}

/** The resolver of a document. */
export function resolver(
  ground: Ground,
  units: readonly Unit[],
  mouthOf: MouthOf,
): (range: Range) => readonly number[] {
  const holders = titleHolders(ground, units);
  return (range) => {
    const { first, last } = tokensOf(ground.tokens, range);
    const holder = holders.get(last);
    const from = isA(ground, "article", first) ? first + 1 : first;
    if (holder && holder.first <= from && from < last) return holder.actors;
    const word = lowerAt(ground, first);
    if (last - first === 1 && ground.words.is("first", word)) {
      const speaker = speakerRange(ground, first);
      if (!speaker || speaker.start === range.start) return [];
      const own = tokensOf(ground.tokens, speaker);
      return actorsAt(ground, units, own.first, own.last, mouthOf);
    }
    return actorsAt(ground, units, first, last, mouthOf);
  };
}
