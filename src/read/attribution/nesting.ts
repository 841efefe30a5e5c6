// Order and nesting: one attribution a cue, those inside another's words say in whose.

import { covers, type Range } from "../../model/span.js";
import type { RawAttribution } from "../draft.js";

const anchor = (each: RawAttribution): Range => each.cue ?? each.content[0] ?? { start: 0, end: 0 };
const size = (each: RawAttribution): number => each.content.reduce((sum, range) => sum + range.end - range.start, 0);
const sameRange = (a: Range | null, b: Range | null): boolean => a?.start === b?.start && a?.end === b?.end;

/** Whether two attributions are one: the same cue, or the same content. */
const isSame = (a: RawAttribution, b: RawAttribution): boolean =>
  (a.cue !== null && b.cue !== null && sameRange(a.cue, b.cue)) ||
  (a.content.length > 0 &&
    a.content.length === b.content.length &&
    a.content.every((range, i) => sameRange(range, b.content[i] ?? null)));

/** Those of `found` that are not told twice: the surer one stays, then the first. */
export function distinct(found: readonly RawAttribution[]): RawAttribution[] {
  const kept: RawAttribution[] = [];
  for (const each of [...found].sort((a, b) => (b.why.score ?? 1) - (a.why.score ?? 1)))
    if (!kept.some((other) => isSame(other, each))) kept.push(each);
  return kept.sort((a, b) => anchor(a).start - anchor(b).start);
}

/** `found` in order of place, each with the innermost one that holds its cue. */
export function nested(found: readonly RawAttribution[]): RawAttribution[] {
  return found.map((each, index) => {
    let within: number | null = null;
    for (const [other, holder] of found.entries()) {
      if (other === index || !holder.content.some((range) => covers(range, anchor(each)))) continue;
      const inner = within === null ? undefined : found[within];
      if (size(holder) > size(each) && (!inner || size(holder) < size(inner))) within = other;
    }
    return { ...each, within };
  });
}

/**
 * "He said that …, according to a statement": the saying keeps its speaker, the writing or medium becomes the chain. Only where what the
 * medium tells is nothing but the saying itself.
 */
export function withReports(found: readonly RawAttribution[], isMedium: (range: Range) => boolean): RawAttribution[] {
  const dropped = new Set<RawAttribution>();
  const via = new Map<RawAttribution, Range>();
  for (const outer of found) {
    const [content] = outer.content;
    if (
      !outer.why.rule.startsWith("according-to:behind") ||
      !outer.source ||
      !content ||
      outer.content.length > 1 ||
      !isMedium(outer.source)
    )
      continue;
    const inner = found.find(
      (each) => each !== outer && each.source?.start === content.start && each.content.at(-1)?.end === content.end,
    );
    if (!inner) continue;
    dropped.add(outer);
    via.set(inner, outer.source);
  }
  return found
    .filter((each) => !dropped.has(each))
    .map((each) => {
      const told = via.get(each);
      return told ? { ...each, via: [...each.via, told] } : each;
    });
}
