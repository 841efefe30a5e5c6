// Where persons decided on the same thing: what they said of it, where they conflict, and how far they agree beyond chance
// (Krippendorff's alpha for nominal values; Krippendorff, Content Analysis, 2004, ch. 11).
import type { Action, Decision, Pointed } from "../model/decision.js";
import { type Agreement, type Conflict, inForce, inLogOrder, isKnown, supersededBy } from "../model/decision-log.js";

/** What a decision says of one thing: the question (`unit`, of a `field`) and the answer. */
export type Claim = { readonly field: string; readonly unit: string; readonly value: string };

const keyOf = ({ span }: Pointed): string => `${span.doc},${span.start},${span.end}`;
const keysOf = (points: readonly Pointed[]): string => points.map(keyOf).sort().join(" ");
const claim = (field: string, unit: string, value: string | null): Claim => ({ field, unit, value: value ?? "none" });

/** Every pair of two lists, or of one with itself, each once, in one order. */
function pairs(some: readonly Pointed[], others: readonly Pointed[]): string[] {
  const found = some.flatMap((a) => others.map((b) => [keyOf(a), keyOf(b)].sort()));
  return [...new Set(found.filter(([a, b]) => a !== b).map((pair) => pair.join(" ")))];
}

/** What a decision says, thing by thing. */
export function claimsOf(action: Action): readonly Claim[] {
  const [first] = action.on;
  if (!first) return [];
  const at = keyOf(first);
  switch (action.kind) {
    case "merge-actors":
    case "merge-events":
    case "merge-issues":
      return pairs(action.on, action.on).map((pair) => claim(`same ${action.kind.slice(6)}`, pair, "same"));
    case "split-actor":
      return pairs(action.on, action.from).map((pair) => claim("same actors", pair, "apart"));
    case "split-event":
      return pairs(action.on, action.from).map((pair) => claim("same events", pair, "apart"));
    case "rename-actor":
      return [claim("actor: name", at, action.name)];
    case "retype-actor":
      return [claim("actor: kind", at, action.to)];
    case "speaks-for":
      return [claim("actor: speaks for", at, keysOf(action.groups))];
    case "reject-statement":
      return [claim("statement", at, "none")];
    case "attribute-statement":
      return [claim("statement", at, "said"), claim("statement: speakers", at, keysOf(action.speakers))];
    case "date-statement":
      return [claim("statement", at, "said"), claim("statement: date", at, action.date)];
    case "add-statement":
      return [claim("statement", at, "said"), claim("statement: speakers", at, keysOf(action.speakers))];
    case "reject-event":
      return [claim("event", at, "none")];
    case "date-event":
      return [claim("event", at, "is one"), claim("event: date", at, action.date)];
    case "retype-event":
      return [claim("event", at, "is one"), claim("event: kind", at, action.to)];
    case "name-issue":
      return [claim("issue: name", at, action.name)];
    case "define-issue":
      return action.on.map((point) => claim("issue of words", keyOf(point), action.name));
    case "set-position":
      return [claim("position", `${at} ${keyOf(action.actor)} ${keyOf(action.issue)}`, action.stance)];
    case "reject-position":
      return [claim("position", `${at} ${keyOf(action.actor)} ${keyOf(action.issue)}`, "none")];
    case "mark-furniture":
      return action.on.map((point) => claim("furniture", keyOf(point), "furniture"));
    case "set-published":
      return [claim("document: day", first.span.doc, action.date)];
    case "set-outlet":
      return [claim("document: outlet", first.span.doc, action.outlet)];
    case "confirm":
      if (action.line === "statement") return [claim("statement", at, "said")];
      return action.line === "event" ? [claim("event", at, "is one")] : [];
    case "withdraw":
      return [];
  }
}

/** Where decisions in force by several persons say different things of one thing; the later one has effect. */
export function conflictsIn(decisions: readonly Decision[]): readonly Conflict[] {
  type Said = Conflict["says"][number];
  const units = new Map<string, { field: string; words: string; says: Said[] }>();
  for (const { id, author, action } of inForce(decisions))
    for (const { field, unit, value } of claimsOf(action)) {
      const key = `${field}|${unit}`;
      const entry = units.get(key) ?? { field, words: action.on[0]?.words ?? "", says: [] };
      entry.says = [...entry.says.filter((said) => said.author !== author), { id, author, value }];
      units.set(key, entry);
    }
  return [...units.values()].filter(({ says }) => new Set(says.map(({ value }) => value)).size > 1);
}

/**
 * Krippendorff's alpha for nominal values: `units` hold the values that coders gave to one thing each; those with one value say
 * nothing. 1: all agree; 0: as by chance; below 0: worse. Null where nothing was coded twice, or all values are the same.
 */
export function alphaOf(units: readonly (readonly string[])[]): number | null {
  const paired = units.filter((values) => values.length > 1);
  const totals = new Map<string, number>();
  let [all, unlike] = [0, 0];
  for (const values of paired) {
    const own = new Map<string, number>();
    for (const value of values) own.set(value, (own.get(value) ?? 0) + 1);
    for (const [value, count] of own) {
      totals.set(value, (totals.get(value) ?? 0) + count);
      unlike += (count * (values.length - count)) / (values.length - 1);
    }
    all += values.length;
  }
  const alike = [...totals.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  const expected = all * (all - 1) - alike;
  return expected === 0 ? null : 1 - ((all - 1) * unlike) / expected;
}

/** How far persons agree on what several of them decided: each one's last word, even where another's has effect now. */
export function agreementOf(decisions: readonly Decision[]): Agreement {
  const ended = supersededBy(decisions);
  const authors = new Map(decisions.map(({ id, author }) => [id, author]));
  const own = ({ id, author }: Decision): boolean => {
    const by = ended.get(id);
    return by === undefined || authors.get(by.id) !== author; // who takes back his own word has not said it
  };
  const fields = new Map<string, Map<string, Map<string, string>>>();
  const coders = new Set<string>();
  for (const decision of inLogOrder(decisions)) {
    if (!isKnown(decision) || !own(decision)) continue;
    for (const { field, unit, value } of claimsOf(decision.action)) {
      coders.add(decision.author);
      const units = fields.get(field) ?? new Map<string, Map<string, string>>();
      units.set(unit, (units.get(unit) ?? new Map<string, string>()).set(decision.author, value));
      fields.set(field, units);
    }
  }
  const coded = [...fields]
    .map(([field, units]) => ({
      field,
      values: [...units.values()].map((said) => [...said.values()]).filter((values) => values.length > 1),
    }))
    .filter(({ values }) => values.length > 0)
    .sort((a, b) => (a.field < b.field ? -1 : 1));
  // A value of one field is never one of another.
  const pooled = coded.flatMap(({ field, values }) => values.map((said) => said.map((value) => `${field}|${value}`)));
  return {
    coders: [...coders].sort(),
    fields: coded.map(({ field, values }) => ({ field, units: values.length, alpha: alphaOf(values) })),
    units: pooled.length,
    alpha: alphaOf(pooled),
  };
}
