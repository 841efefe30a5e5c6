// "They lasted an hour and a half", "It ended with an agreement": how an event went on that the sentence before told.
import type { Clause, Stretch } from "./clauses.js";
import { dateOf } from "./dates.js";
import { durationIn, quantitiesIn } from "./details.js";
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

/** "put it at around three hours": how long somebody says that it was; "the company counted 600": how many. */
function measured(field: Field, clause: Clause): readonly EventDraft[] {
  const { group } = clause;
  const behind = group.verb + 1;
  const object = objectOf(field, clause, behind);
  const scope = { from: group.verb, to: clause.sentence.last };
  const isLength =
    isOf(field, "measuring", group.verb) &&
    isOf(field, "itword", behind) &&
    isOf(field, "atplace", behind + 1) &&
    durationIn(field, scope) !== null;
  const isCount =
    isOf(field, "counting", group.verb) &&
    object !== null &&
    object.to - object.from === 1 &&
    quantitiesIn(field, scope, true).length > 0;
  if (group.negated || !(isLength || isCount)) return [];
  return [
    {
      clause,
      trigger: { from: group.verb, to: isLength ? behind + 2 : behind + 1 },
      rule: isLength ? "pronoun/length" : "pronoun/count",
      kind: isLength ? "meeting" : "strike",
      plover: null,
      dates: [],
      status: "happened",
      parties: [],
      object: null,
      frame: null,
      noun: null,
      scope,
      last: true,
      score: 0.6,
    },
  ];
}

/** What a clause with a pronoun for its subject tells of the event before. Kind and parties come from that event. */
export function pronounEvents(field: Field, clause: Clause, clauses: readonly Clause[]): readonly EventDraft[] {
  const { subject, group } = clause;
  const measures = measured(field, clause);
  if (measures.length > 0) return measures;
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
