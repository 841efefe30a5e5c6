// Everything that stands behind one line of the record, by its id.
import type { ParleyRecord } from "../model/record.js";
import { type Evidence, explainers, type Reason } from "./explainers.js";
import type { Lookup } from "./lookup.js";
import { nearest } from "./names.js";

export { type Evidence, type Reason, reasonOf, scoreInWords } from "./explainers.js";

export type Explanation = {
  readonly id: string;
  readonly kind: string; // "event", "statement" …
  readonly heading: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly evidence: readonly Evidence[];
  readonly rules: readonly Reason[];
  readonly decidedBy: string | null;
  readonly related: readonly { readonly id: string; readonly kind: string; readonly heading: string }[];
};

function headingOf(
  id: string,
  look: Lookup,
): { readonly id: string; readonly kind: string; readonly heading: string } | null {
  for (const { kind, explain } of explainers) {
    const draft = explain(id, look);
    if (draft) return { id, kind, heading: draft.heading };
  }
  return null;
}

const withoutDoubt = (value: string | number | boolean | null): value is string | number | true =>
  value !== null && value !== "" && value !== false;

/** The explanation of a line by its id, or by a former one; null where the record has no such line. */
export function explain(look: Lookup, asked: string): Explanation | null {
  const id = look.record.events.find(({ formerly }) => formerly.some((former) => former === asked))?.id ?? asked;
  for (const { kind, explain: draftOf } of explainers) {
    const draft = draftOf(id, look);
    if (!draft) continue;
    const facts = draft.facts.flatMap(([name, value]) =>
      withoutDoubt(value) ? [{ name, value: value === true ? "yes" : String(value) }] : [],
    );
    const related = [...new Set(draft.related ?? [])].flatMap((other) =>
      other === null ? [] : (headingOf(other, look) ?? []),
    );
    return {
      id,
      kind,
      heading: draft.heading,
      facts,
      evidence: draft.evidence,
      rules: draft.rules,
      decidedBy: draft.decidedBy ?? null,
      related,
    };
  }
  return null;
}

/** Ids that look like one that the record does not have: those that begin with it, then those like it. */
export function nearIds(record: ParleyRecord, asked: string): readonly string[] {
  const ids = explainers.flatMap(({ ids: idsOf }) => idsOf(record));
  const begun = ids.filter((id) => id.startsWith(asked)).slice(0, 5);
  return begun.length > 0 ? begun : nearest(asked, ids);
}
