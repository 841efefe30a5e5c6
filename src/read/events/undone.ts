// What was planned and is undone: "Thursday's strike is off", in a headline "strike off", "his visit, scheduled for March 30, is cancelled".
import type { EventKind } from "../../model/words.js";
import type { AnalysedSentence } from "../analysis.js";
import type { Clause } from "./clauses.js";
import { headOfStretch } from "./dated.js";
import { type Dated, dateOf, pointedDates, weekAhead } from "./dates.js";
import type { EventDraft } from "./draft.js";
import { type Field, isOf, lowerAt, tagAt } from "./field.js";
import { actorsIn } from "./phrases.js";
import { againstReport } from "./status.js";
import { childrenOf, lemmaAt, phraseOf, relationAt, subjectHeadOf } from "./tree.js";

/** "Thursday's strike is off", in a headline "strike off": what is called off, with the day that hangs on its noun. */
function offOf(field: Field, clause: Clause): EventDraft | null {
  const { group, subject } = clause;
  const off = isOf(field, "be", group.verb) ? group.verb + 1 : -1;
  if (off < 0 || !subject || group.negated || !isOf(field, "calledoff", off)) return null;
  if (["NOUN", "PROPN", "DET", "NUM"].includes(tagAt(field, off + 1))) return null; // "is off the table"
  const noun = headOfStretch(field, subject);
  const retold = field.words.retold.get(lemmaAt(field, noun))?.[0];
  if (!retold) return null;
  return {
    clause,
    trigger: { from: noun, to: off + 1 },
    rule: `${retold.kind}/off`,
    kind: retold.kind,
    plover: null,
    dates: pointedDates(field, { from: clause.from, to: group.verb })
      .slice(0, 1)
      .map((dated) => weekAhead(field, dated)),
    status: "cancelled",
    parties: actorsIn(field, subject, true).map((party) => ({ ...party, role: "participant" as const })),
    object: null,
    frame: subject,
    noun: { at: noun, plural: false, definite: true },
    scope: { from: clause.from, to: clause.to },
    last: false,
    score: 0.9,
  };
}

/** "Union reaches deal; Thursday's strike off": what a headline tells as called off without a verb, or null. */
function offInHeadline(field: Field, sentence: AnalysedSentence): EventDraft | null {
  if (sentence.role !== "headline") return null;
  for (let noun = sentence.first; noun + 1 < sentence.last; noun++) {
    const ends = noun + 2 >= sentence.last || tagAt(field, noun + 2) === "PUNCT";
    const retold = field.words.retold.get(lemmaAt(field, noun))?.[0];
    if (!retold || !ends || !isOf(field, "calledoff", noun + 1)) continue;
    let from = noun;
    while (from > sentence.first && tagAt(field, from - 1) !== "PUNCT" && tagAt(field, from - 1) !== "VERB") from--;
    return {
      clause: null,
      trigger: { from: noun, to: noun + 2 },
      rule: `${retold.kind}/off`,
      kind: retold.kind,
      plover: null,
      dates: pointedDates(field, { from, to: noun })
        .slice(0, 1)
        .map((dated) => weekAhead(field, dated)),
      status: "cancelled",
      parties: actorsIn(field, { from, to: noun }, true).map((party) => ({ ...party, role: "participant" as const })),
      object: null,
      frame: { from, to: noun + 1 },
      noun: { at: noun, plural: false, definite: true },
      scope: { from, to: noun + 2 },
      last: false,
      score: 0.9,
    };
  }
  return null;
}

/** What clauses, or a headline without a verb, tell as called off. */
export function offEvents(field: Field, sentence: AnalysedSentence, clauses: readonly Clause[]): readonly EventDraft[] {
  const inHeadline = offInHeadline(field, sentence);
  return inHeadline ? [inHeadline] : clauses.flatMap((clause) => offOf(field, clause) ?? []);
}

/** What lasts or is fixed for a day, so that it can be undone before it comes. */
const undoable: ReadonlySet<EventKind> = new Set(["meeting", "strike", "vote", "visit", "call"] as const);

/** "a trip to Ottawa planned for Friday": the day that words behind the noun set for it, or null. */
function slatedFor(field: Field, noun: number, last: number): Dated | null {
  for (let i = noun + 1; i < Math.min(last, noun + farthest); i++)
    if (isOf(field, "slated", i)) return pointedDates(field, { from: i, to: Math.min(last, i + 6) })[0] ?? null;
  return null;
}

/** Tokens behind a noun within which its day is set. */
const farthest = 12;

/** "his visit to Oslo, scheduled for March 30, is cancelled", "suspended the walkout called for tomorrow": by the parse, with the day that hangs on the noun. */
function undoneOf(field: Field, clause: Clause, clauses: readonly Clause[]): EventDraft | null {
  const { group } = clause;
  const entry = (field.words.support.get(lowerAt(field, group.verb)) ?? []).find(
    ({ rule, rest }) => rest.length === 0 && (rule.phase === "move" || rule.phase === "cancel" || rule.name === "stop"),
  );
  if (!entry || group.negated || !group.finite) return null;
  const at = group.passive
    ? subjectHeadOf(field, group.verb)
    : (childrenOf(field, group.verb).find((child) => relationAt(field, child) === "obj") ?? -1);
  const retold = at < 0 ? undefined : field.words.retold.get(lemmaAt(field, at))?.[0];
  if (!retold || !undoable.has(retold.kind)) return null;
  const whole = phraseOf(field, at);
  const hanging = pointedDates(field, { from: whole.from, to: group.passive ? group.first : clause.to });
  const dated = hanging[0] ?? slatedFor(field, at, clause.sentence.last) ?? dateOf(field, clause, group.verb, clauses);
  const isAhead = dated !== null && againstReport(field, dated.date) === 1;
  if (entry.rule.name === "stop" && !isAhead) return null;
  return {
    clause,
    trigger: { from: Math.min(at, group.first), to: Math.max(at, group.verb) + 1 },
    rule: `${retold.kind}/${entry.rule.name}`,
    kind: retold.kind,
    plover: null,
    dates: dated ? [dated] : [],
    status: "cancelled",
    parties: actorsIn(field, whole, true).map((party) => ({ ...party, role: "participant" as const })),
    object: null,
    frame: whole,
    noun: { at, plural: false, definite: true },
    scope: { from: clause.from, to: clause.to },
    last: false,
    score: isAhead && entry.rule.phase !== "move" ? 0.95 : 0.55,
  };
}

/** What a sentence tells as undone by the parse. */
export const undoneEvents = (field: Field, clauses: readonly Clause[]): readonly EventDraft[] =>
  clauses.flatMap((clause) => undoneOf(field, clause, clauses) ?? []);
