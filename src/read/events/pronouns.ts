// "They lasted an hour and a half", "It ended with an agreement": how an event went on that the sentence before told.
import type { Clause, Stretch } from "./clauses.js";
import { dateOf } from "./dates.js";
import type { EventDraft } from "./draft.js";
import { classAt, type Field, isOf, lowerAt } from "./field.js";
import { objectOf } from "./phrases.js";
import { statusOf } from "./status.js";
import { particleEnd } from "./verbs.js";

/** "They", or "the last one": a subject that means what was told before. */
function standsFor(field: Field, { from, to }: Stretch): boolean {
  const words = Math.max(to - from === 1 ? classAt(field, "pronoun", from) : 0, classAt(field, "lastone", from));
  return words > 0 && (from + words === to || lowerAt(field, from + words) === ",");
}

/** What a clause with a pronoun for its subject tells of the event before. Kind and parties come from that event. */
export function pronounEvents(field: Field, clause: Clause, clauses: readonly Clause[]): readonly EventDraft[] {
  const { subject, group } = clause;
  if (!subject || clause.shared || !standsFor(field, subject)) return [];
  for (const entry of field.words.support.get(lowerAt(field, group.verb)) ?? []) {
    const fits = (entry.rule.side === "subject" && !group.passive) || (entry.rule.side === "object" && group.passive);
    const behind = fits ? particleEnd(field, entry, group.verb, clause.sentence.last) : -1;
    // "They" may be people; what ends, lasts or takes place without an object is no person.
    if (behind < 0 || (entry.rule.side === "subject" && objectOf(field, clause, behind) !== null)) continue;
    const date = dateOf(field, clause, group.verb, clauses);
    return [
      {
        clause,
        trigger: { from: subject.from, to: behind },
        rule: `${isOf(field, "lastone", subject.from) ? "pronoun/of-several" : "pronoun"}/${entry.rule.name}`,
        kind: "meeting",
        plover: null,
        dates: date ? [date] : [],
        status: statusOf(field, clause, group, date?.date ?? null),
        parties: [],
        object: null,
        frame: null,
        noun: null,
        scope: { from: clause.from, to: clause.to },
        last: true,
        score: 0.6,
      },
    ];
  }
  return [];
}
