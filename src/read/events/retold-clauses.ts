// Clauses that tell an event again in other words: by a verb of a known kind without its day ("The two-page document was signed by …"), or by
// the day alone ("on the 12th most trains stood still"). Linking ties each to the one event that it fits, or drops it.
import { boundsOf } from "../../model/edtf.js";
import type { EventMention, Retelling } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { EventKind } from "../../model/words.js";
import type { Clause, ClausedSentence, Stretch } from "./clauses.js";
import { particleOf } from "./dated.js";
import { type Dated, pointedDates } from "./dates.js";
import { placeIn } from "./details.js";
import { charsOf, type Field, isOf, lowerAt, tagAt, tokensOf } from "./field.js";
import { needHolds } from "./needs.js";
import { actorsIn, objectOf } from "./phrases.js";
import { statusOf } from "./status.js";
import { lemmaAt } from "./tree.js";
import { particleEnd, sceneOf } from "./verbs.js";

const touches = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** What the verb of a clause tells, whoever does it and whenever: by its frame, or by the table of acts; null for what tells nothing. */
function kindOf(field: Field, clause: Clause, clauses: readonly Clause[]): EventKind | null {
  const { group } = clause;
  for (const entry of field.words.verbs.get(lowerAt(field, group.verb)) ?? []) {
    const behind = particleEnd(field, entry, group.verb, clause.sentence.last);
    if (behind < 0 || entry.rule.subject.what === "class") continue;
    if (entry.rest.length === 0 && particleOf(field, group.verb) >= 0) continue;
    const scene = sceneOf(field, clause, group, behind, clauses);
    if (scene.passive && !entry.rule.passive) continue;
    const holds = entry.rule.objects.some((needs) => {
      const rest = needs.filter(({ what }) => what !== "time");
      return rest.length > 0 && rest.every((need) => need.what !== "any" && needHolds(field, scene, need));
    });
    if (holds) return entry.rule.kind;
  }
  const lemma = lemmaAt(field, group.verb);
  const act = field.words.acts.get(`${lemma} ${lowerAt(field, group.verb + 1)}`) ?? field.words.acts.get(lemma);
  return act && act.kind !== "none" ? act.kind : null;
}

/** The days that nothing else was told of, in a stretch of tokens; no months or years. */
const freeDays = (field: Field, stretch: Stretch, used: ReadonlySet<number>): readonly Dated[] =>
  pointedDates(field, stretch).filter(({ date, evidence }) => {
    if (date === null || used.has(evidence.start)) return false;
    const { first, last } = boundsOf(date);
    return last - first < longestDays;
  });

/** Most days of what is told by its days alone. */
const longestDays = 4;

/** Whether what the clause tells is news: done or planned, and not denied, imagined, or a word of saying. */
function isTold(field: Field, clause: Clause): boolean {
  const { group } = clause;
  const verb = field.tokens[group.verb];
  const isCue = field.ground.attributions.some(({ cue }) => cue !== null && verb !== undefined && touches(cue, verb));
  if (group.negated || isCue) return false;
  const status = statusOf(field, clause, group, null);
  return status === "happened" || status === "planned" || (status === "unknown" && clause.sentence.role === "headline");
}

/** The words of a stretch without the signs at its ends. */
function trimmed(field: Field, { from, to }: Stretch): Range | null {
  let [first, last] = [from, to];
  while (first < last && (tagAt(field, first) === "PUNCT" || isOf(field, "coordinate", first))) first++;
  while (last > first && tagAt(field, last - 1) === "PUNCT") last--;
  return charsOf(field, first, last);
}

type Found = {
  readonly stretch: Stretch;
  readonly trigger: Range;
  readonly kind: EventKind;
  readonly dated: Dated | null;
};

function retellingOf(field: Field, { stretch, trigger, kind, dated }: Found, object: Stretch | null): Retelling | null {
  const range = trimmed(field, stretch);
  if (!range) return null;
  const from = field.tokens.findIndex(({ end }) => end > trigger.start);
  const content = field.contentOf[from] ?? -1;
  return {
    ...range,
    trigger,
    kind,
    plover: null,
    date: dated?.date ?? null,
    dateEvidence: dated?.evidence ?? null,
    status: "unknown",
    participants: actorsIn(field, stretch, true).map(({ actor, evidence }) => ({
      actor,
      role: "participant" as const,
      evidence,
    })),
    place: placeIn(field, stretch, from),
    duration: null,
    format: null,
    round: null,
    outcome: null,
    quantities: [],
    object: object ? charsOf(field, object.from, object.to) : null,
    sums: null,
    attribution: content >= 0 ? content : null,
    refersTo: null,
    why: { rule: dated ? "retold/day" : "retold/act", score: 0.35 },
    like: [],
  };
}

type Part = Found & { readonly object: Stretch | null };

/** The days of a stretch that nothing else was told of, each with the words from the day before it on: "Geneva came first, on the 10th, then Oslo on the 12th". */
function daysIn(
  field: Field,
  stretch: Stretch,
  used: ReadonlySet<number>,
): readonly { dated: Dated; stretch: Stretch }[] {
  const free = freeDays(field, stretch, used);
  return free.map((dated, order) => {
    const before = free[order - 1];
    const from = before ? tokensOf(field, before.evidence).to : stretch.from;
    return {
      dated,
      stretch: { from, to: order === free.length - 1 ? stretch.to : tokensOf(field, dated.evidence).to },
    };
  });
}

/** What a clause may tell: by its days, else by its verb. */
function partsOfClause(
  field: Field,
  clause: Clause,
  clauses: readonly Clause[],
  used: ReadonlySet<number>,
): readonly Part[] {
  const verb = charsOf(field, clause.group.verb, clause.group.verb + 1);
  if (!verb || !isTold(field, clause)) return [];
  const kind = kindOf(field, clause, clauses);
  const own =
    clause.subject !== null && clause.subject.to <= clause.from && !clause.shared ? clause.subject.from : clause.from;
  const stretch = { from: own, to: clause.to };
  const days = daysIn(field, stretch, used);
  const object = objectOf(field, clause, clause.group.verb + 1);
  if (days.length === 0) return kind ? [{ stretch, trigger: verb, kind, dated: null, object }] : [];
  return days.map((day, order) => ({
    ...day,
    trigger: order === 0 ? verb : day.dated.evidence,
    kind: kind ?? ("other" as const),
    object: order === 0 ? object : null,
  }));
}

/** The parts of a sentence that may tell one: its clauses, or all of it where it has none. */
function partsOf(field: Field, { sentence, clauses }: ClausedSentence, used: ReadonlySet<number>): readonly Part[] {
  if (clauses.length > 0) return clauses.flatMap((clause) => partsOfClause(field, clause, clauses, used));
  return daysIn(field, { from: sentence.first, to: sentence.last }, used).map((day) => ({
    ...day,
    trigger: day.dated.evidence,
    kind: "other" as const,
    object: null,
  }));
}

/** The clauses of a document that tell an event again, in order; none in which something else is told already. */
export function retoldClauses(
  field: Field,
  sentences: readonly ClausedSentence[],
  told: readonly EventMention[],
): readonly Retelling[] {
  const used = new Set([
    ...told.flatMap(({ dateEvidence }) => (dateEvidence ? [dateEvidence.start] : [])),
    ...field.ground.attributions.flatMap(({ date }) => (date ? [date.evidence.start] : [])),
  ]);
  return sentences.flatMap((one) =>
    partsOf(field, one, used).flatMap((found) => {
      const range = charsOf(field, found.stretch.from, found.stretch.to);
      const isTaken = range === null || told.some(({ trigger }) => touches(trigger, range));
      return isTaken ? [] : (retellingOf(field, found, found.object) ?? []);
    }),
  );
}
