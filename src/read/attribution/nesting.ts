// Order and nesting: one attribution a cue, those inside another's words say in whose.

import { covers, type Range } from "../../model/span.js";
import type { RawAttribution } from "../draft.js";

/** Without what the same source believes inside what it says: "said it would wait and still expected to close" is one saying. */
export function withoutOwnBeliefs(found: readonly RawAttribution[]): RawAttribution[] {
  const sourceAt = new Map<number, RawAttribution[]>();
  for (const each of found)
    if (each.source) sourceAt.set(each.source.start, [...(sourceAt.get(each.source.start) ?? []), each]);
  const told = (each: RawAttribution): boolean =>
    (each.source ? (sourceAt.get(each.source.start) ?? []) : []).some(
      (other) => other !== each && other.content.some((range) => each.cue !== null && covers(range, each.cue)),
    );
  return found.filter((each) => each.mode !== "belief" || !told(each));
}

const anchor = (each: RawAttribution): Range => each.cue ?? each.content[0] ?? { start: 0, end: 0 };
const size = (each: RawAttribution): number => each.content.reduce((sum, range) => sum + range.end - range.start, 0);

/** Those of `found` that are not told twice (the same cue, or the same content): the surer one stays, then the first. */
export function distinct(found: readonly RawAttribution[]): RawAttribution[] {
  const seen = new Set<string>();
  const keysOf = ({ cue, content }: RawAttribution): string[] => [
    ...(cue ? [`cue ${cue.start} ${cue.end}`] : []),
    ...(content.length > 0 ? [`content ${content.map(({ start, end }) => `${start} ${end}`).join(" ")}`] : []),
  ];
  const kept: RawAttribution[] = [];
  for (const each of [...found].sort((a, b) => (b.why.score ?? 1) - (a.why.score ?? 1))) {
    const keys = keysOf(each);
    if (!keys.some((key) => seen.has(key))) kept.push(each);
    for (const key of keys) seen.add(key);
  }
  return kept.sort((a, b) => anchor(a).start - anchor(b).start);
}

/** `found` in order of place, each with the innermost one that holds its cue. */
export function nested(found: readonly RawAttribution[]): RawAttribution[] {
  const pieces = found
    .flatMap((each, owner) => each.content.map(({ start, end }) => ({ start, end, owner, size: size(each) })))
    .sort((a, b) => a.start - b.start);
  const order = found
    .map((each, index) => ({ at: anchor(each), index, size: size(each) }))
    .sort((a, b) => a.at.start - b.at.start);
  const holders = new Map<number, number>();
  let open: typeof pieces = [];
  let next = 0;
  for (const { at, index, size: own } of order) {
    for (; (pieces[next]?.start ?? Infinity) <= at.start; next++) open.push(...pieces.slice(next, next + 1));
    open = open.filter(({ end }) => end > at.start);
    const holding = open.filter((piece) => piece.owner !== index && covers(piece, at) && piece.size > own);
    const inner = holding.reduce<(typeof pieces)[number] | null>(
      (best, piece) => (!best || piece.size < best.size ? piece : best),
      null,
    );
    if (inner) holders.set(index, inner.owner);
  }
  return found.map((each, index) => ({ ...each, within: holders.get(index) ?? null }));
}

/**
 * "He said that …, according to the agency": the saying keeps its speaker, the medium becomes the chain, and a writing ("according to a
 * statement") its channel; what a source is of these says `teller`. Only where what is told is nothing but the saying itself.
 */
export function withReports(
  found: readonly RawAttribution[],
  teller: (range: Range) => "medium" | RawAttribution["channel"],
): RawAttribution[] {
  const dropped = new Set<RawAttribution>();
  const via = new Map<RawAttribution, Range>();
  const bySource = new Map(found.flatMap((each) => (each.source ? [[each.source.start, each] as const] : [])));
  for (const outer of found) {
    const [content] = outer.content;
    if (
      !outer.why.rule.startsWith("according-to:behind") ||
      !outer.source ||
      !content ||
      outer.content.length > 1 ||
      !teller(outer.source)
    )
      continue;
    const inner = bySource.get(content.start);
    if (!inner || inner === outer || inner.content.at(-1)?.end !== content.end) continue;
    dropped.add(outer);
    via.set(inner, outer.source);
  }
  return found
    .filter((each) => !dropped.has(each))
    .map((each) => {
      const told = via.get(each);
      const by = told ? teller(told) : null;
      if (!told || !by) return each;
      return by === "medium" ? { ...each, via: [...each.via, told] } : { ...each, channel: each.channel ?? by };
    });
}
