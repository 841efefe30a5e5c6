// Events that a noun tells: with a verb that says it took place ("talks were held", "the consultations ended"), or alone ("after the meeting in
// Brussels on January 12", "telephone conversations between X and Y").
import { type Clause, clauseAt, type Stretch } from "./clauses.js";
import { type Dated, dateOf, datesIn } from "./dates.js";
import type { EventDraft, RolledParty } from "./draft.js";
import { type Field, inTimex, isOf, lowerAt, tagAt } from "./field.js";
import type { VerbGroup } from "./groups.js";
import { actorsIn, objectOf, phraseEnd, phrasesBy } from "./phrases.js";
import { statusOf, statusOfNoun } from "./status.js";
import { particleEnd } from "./verbs.js";
import type { Inflected, NounEntry, SupportRule } from "./words.js";

export type NounHit = {
  readonly entry: NounEntry;
  readonly from: number;
  readonly to: number;
  readonly phrase: Stretch;
};

/** The event noun at `index`, with the phrase it stands in: from its article to what hangs on it. */
export function nounAt(field: Field, index: number, ceiling: number): NounHit | null {
  for (const entry of field.words.nouns.get(lowerAt(field, index)) ?? []) {
    if (!entry.words.every((word, i) => lowerAt(field, index + i) === word)) continue;
    const to = index + entry.words.length;
    const head = to - 1;
    const tag = tagAt(field, head);
    if (tag === "VERB" && !["DET", "ADJ", "NUM", "NOUN"].includes(tagAt(field, index - 1))) continue;
    if (tag === "AUX" || tag === "ADV") continue;
    if (inTimex(field, index) || lowerAt(field, to) === "'s") continue;
    if (
      ["NOUN", "PROPN"].includes(tagAt(field, to)) &&
      !inTimex(field, to) &&
      (field.words.nouns.has(lowerAt(field, to)) || (field.mentionOf[to] ?? -1) < 0)
    )
      continue;
    if (lowerAt(field, to) === "-" || (lowerAt(field, index - 1) === "-" && lowerAt(field, index - 2) === "non"))
      continue;
    return { entry, from: index, to, phrase: { from: phraseStart(field, index), to: tailEnd(field, to, ceiling) } };
  }
  return null;
}

function phraseStart(field: Field, noun: number): number {
  let start = noun;
  while (start > 0) {
    const before = start - 1;
    const word = lowerAt(field, before);
    if (
      !(
        ["ADJ", "NOUN", "PROPN", "NUM", "DET", "PRON"].includes(tagAt(field, before)) ||
        /^(?:'s|-|&)$/.test(word) ||
        (field.mentionOf[before] ?? -1) >= 0 ||
        (word === "of" && field.words.numbers.get(lowerAt(field, before - 1))?.kind === "unit")
      )
    )
      break;
    if (field.tokens[before]?.sentence !== field.tokens[noun]?.sentence) break;
    start = before;
    if (tagAt(field, before) === "DET" && lowerAt(field, before - 1) !== "of") break;
  }
  return start;
}

/** The end of the prepositional phrases that hang on the noun: "of the council", "between X and Y", "on security", "in Geneva", "on Monday". */
function tailEnd(field: Field, from: number, ceiling: number): number {
  let end = from;
  while (end < ceiling) {
    if (inTimex(field, end)) {
      end++;
      continue;
    }
    const hangs =
      isOf(field, "hangs", end) ||
      (lowerAt(field, end) === "," && isOf(field, "dateprep", end + 1) && inTimex(field, end + 2));
    if (!hangs) break;
    const start = lowerAt(field, end) === "," ? end + 2 : end + 1;
    let next = start;
    while (next < ceiling && inTimex(field, next)) next++;
    if (next === start) next = phraseEnd(field, start, ceiling);
    if (next === start) break;
    end = next;
  }
  return end;
}

/** The parties that hang on the noun: before it ("the Putin-Biden call"), and behind "of", "between", "with". */
function partiesAt(field: Field, hit: NounHit): readonly RolledParty[] {
  const before = namesBefore(field, hit);
  const behind: Stretch[] = ["between", "with", "partyof"].flatMap((name) => [
    ...phrasesBy(field, name, hit.to, hit.phrase.to),
  ]);
  behind.sort((a, b) => a.from - b.from);
  const all = [
    ...before,
    ...behind.flatMap((phrase) =>
      actorsIn(field, phrase).map((party): RolledParty => ({ ...party, role: "participant" })),
    ),
  ];
  return all.filter((party, index) => all.findIndex(({ actor }) => actor === party.actor) === index);
}

function namesBefore(field: Field, hit: NounHit): RolledParty[] {
  const found: RolledParty[] = [];
  for (let i = hit.phrase.from; i < hit.from; i++) {
    const mention = field.mentions[field.mentionOf[i] ?? -1];
    if (mention && mention.actor !== null && !found.some(({ actor }) => actor === mention.actor)) {
      found.push({ actor: mention.actor, role: "participant", evidence: { start: mention.start, end: mention.end } });
    }
  }
  return found;
}

type Support = {
  readonly clause: Clause;
  readonly group: VerbGroup;
  readonly entry: Inflected<SupportRule>;
  readonly behind: number;
};

/** The verb of the clause that says of the noun that it took place. */
function supportOf(field: Field, hit: NounHit, clauses: readonly Clause[]): Support | null {
  for (const clause of clauses) {
    for (const group of [clause.group, ...clause.infinitives]) {
      if (!group.finite && !group.planned) continue;
      for (const entry of field.words.support.get(lowerAt(field, group.verb)) ?? []) {
        if (entry.form === "ing" && !group.progressive) continue;
        const behind = particleEnd(field, entry, group.verb, clause.sentence.last);
        if (behind < 0) continue;
        const subject = clause.subject;
        const isSubject = subject !== null && subjectHead(field, subject, hit) && !clause.shared;
        const object = objectOf(field, clause, behind);
        const isObject =
          object !== null && hit.from >= object.from && hit.to <= object.to && headNoun(field, object, hit);
        if (entry.rule.side === "subject" && isSubject && !group.passive) return { clause, group, entry, behind };
        if (entry.rule.side === "object" && ((isObject && !group.passive) || (isSubject && group.passive)))
          return { clause, group, entry, behind };
      }
    }
  }
  return null;
}

/** Whether the noun is the head of the subject: nothing but what describes it stands before it. */
function subjectHead(field: Field, subject: Stretch, hit: NounHit): boolean {
  if (hit.from < subject.from || hit.to > subject.to) return false;
  return headNoun(field, subject, hit);
}

function headNoun(field: Field, stretch: Stretch, hit: NounHit): boolean {
  for (let i = stretch.from; i < hit.from; i++) {
    const unit = field.words.numbers.get(lowerAt(field, i - 1))?.kind === "unit";
    if (tagAt(field, i) === "ADP" && !unit && lowerAt(field, i) !== "of") return false;
    if (lowerAt(field, i) === "of" && !unit && !isOf(field, "series", i - 1)) return false;
    if (lowerAt(field, i) === ",") return false;
  }
  return true;
}

function supported(field: Field, hit: NounHit, support: Support, clauses: readonly Clause[]): EventDraft {
  const { clause, group, entry } = support;
  const { rule } = hit.entry;
  const date = ownDate(field, hit) ?? dateOf(field, clause, group.verb, clauses);
  const subject =
    entry.rule.side === "object" && !group.passive
      ? actorsIn(field, clause.subject).map((party): RolledParty => ({ ...party, role: "agent" }))
      : [];
  const by = group.passive
    ? phrasesBy(field, "byword", support.behind, clause.to).flatMap((phrase) =>
        actorsIn(field, phrase).map((party): RolledParty => ({ ...party, role: "agent" })),
      )
    : [];
  const withs = phrasesBy(field, "with", support.behind, clause.to).flatMap((phrase) =>
    actorsIn(field, phrase).map((party): RolledParty => ({ ...party, role: "counterpart" })),
  );
  const all = [...subject, ...by, ...partiesAt(field, hit), ...withs];
  const parties = all.filter((party, index) => all.findIndex(({ actor }) => actor === party.actor) === index);
  const from = Math.min(hit.from, group.first);
  return {
    clause,
    trigger: { from, to: Math.max(hit.to, support.behind) },
    rule: `${rule.name}/${entry.rule.name}`,
    kind: rule.kind,
    plover: rule.plover,
    dates: date ? [date] : [],
    status: statusOf(field, clause, group, date?.date ?? null),
    parties,
    object: null,
    noun: { at: hit.to - 1, plural: hit.entry.plural, definite: isDefinite(field, hit) },
    scope: { from: clause.from, to: clause.to },
    last: entry.rule.phase !== "occur",
    score: 0.6 + (date ? 0.3 : 0) + (parties.length > 1 ? 0.1 : 0),
  };
}

/** The date that hangs on the noun itself: "the meeting on Monday", "Monday's meeting". */
function ownDate(field: Field, hit: NounHit): Dated | null {
  return (
    datesIn(field, { from: hit.to, to: hit.phrase.to })[0] ??
    datesIn(field, { from: hit.phrase.from, to: hit.from })[0] ??
    null
  );
}

const isDefinite = (field: Field, hit: NounHit): boolean => isOf(field, "definite", hit.phrase.from);

function alone(field: Field, hit: NounHit, clause: Clause | null): EventDraft | null {
  const { rule } = hit.entry;
  if (rule.alone === "no") return null;
  if (isOf(field, "noneof", hit.phrase.from) || isOf(field, "plannedadj", hit.phrase.from)) return null;
  const dates = datesIn(field, { from: hit.phrase.from, to: hit.phrase.to });
  const parties = partiesAt(field, hit);
  const between = phrasesBy(field, "between", hit.to, hit.phrase.to).length > 0;
  const occasion = isOf(field, "occasion", hit.phrase.from - 1);
  const enough =
    dates.length > 0 || (rule.alone !== "dated" && parties.length > 1) || (between && occasion && parties.length > 1);
  if (!enough) return null;
  const date = dates[0] ?? null;
  return {
    clause,
    trigger: { from: hit.from, to: hit.to },
    rule: `${rule.name}/alone`,
    kind: rule.kind,
    plover: rule.plover,
    dates: date ? [date] : [],
    status: statusOfNoun(field, hit.from, date?.date ?? null),
    parties,
    object: null,
    noun: { at: hit.to - 1, plural: hit.entry.plural, definite: isDefinite(field, hit) },
    scope: hit.phrase,
    last: false,
    score: 0.5 + (date ? 0.2 : 0) + (parties.length > 1 ? 0.1 : 0),
  };
}

/** The events that the nouns of a sentence tell. `taken`: tokens that a verb's event has used already. */
export function nounEvents(field: Field, clauses: readonly Clause[], from: number, to: number): readonly EventDraft[] {
  const drafts: EventDraft[] = [];
  for (let i = from; i < to; i++) {
    const hit = nounAt(field, i, to);
    if (!hit) continue;
    const support = supportOf(field, hit, clauses);
    const draft = support ? supported(field, hit, support, clauses) : alone(field, hit, clauseAt(clauses, hit.from));
    if (draft) drafts.push(draft);
    i = hit.to - 1;
  }
  return drafts;
}
