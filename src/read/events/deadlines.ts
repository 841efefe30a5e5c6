// Deadlines that no noun names: "must file its answer no later than March 28", "has until September 30 to object".
import type { Clause } from "./clauses.js";
import { datesIn } from "./dates.js";
import type { EventDraft } from "./draft.js";
import { charsOf, classAt, type Field, isOf } from "./field.js";
import { actorsIn, objectOf } from "./phrases.js";
import { againstReport } from "./status.js";

/** Whether words that set a limit end before token `index`: "by", "no later than". */
const limitBefore = (field: Field, index: number): boolean => limitFrom(field, index) < index;

/** First token of the words that set a limit and end before token `index`; `index` where there are none. */
function limitFrom(field: Field, index: number): number {
  for (let length = 3; length > 0; length--)
    if (classAt(field, "limit", index - length) === length) return index - length;
  return index;
}

/** The deadline that a clause sets for its subject: what must be done by a day that lies ahead of the report. */
export function deadlineEvents(field: Field, clause: Clause): readonly EventDraft[] {
  const { group, subject } = clause;
  const has = isOf(field, "hasword", group.verb);
  if (group.negated || !(isOf(field, "must", group.first) || has)) return [];
  const dated = datesIn(field, { from: group.verb + 1, to: clause.to }).find(
    ({ token, date }) =>
      limitBefore(field, token) && (!has || token - group.verb < 4) && againstReport(field, date) !== -1,
  );
  const parties = actorsIn(field, subject).map((party) => ({ ...party, role: "target" as const }));
  const trigger = { from: group.first, to: group.verb + 1 };
  if (!dated || charsOf(field, trigger.from, trigger.to) === null) return [];
  return [
    {
      clause,
      trigger,
      rule: "deadline/must",
      kind: "deadline",
      plover: "COERCE",
      dates: [dated],
      status: "planned",
      parties,
      object: has ? null : objectOf(field, { ...clause, to: limitFrom(field, dated.token) }, group.verb + 1),
      frame: subject,
      noun: null,
      scope: { from: clause.from, to: clause.to },
      last: false,
      score: 0.55,
    },
  ];
}
