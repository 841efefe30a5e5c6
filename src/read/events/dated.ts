// Events that a predicate tells because a day hangs on it, whatever the verb: "a first convoy reached the town on March 18", "relatives blocked
// the road on Monday". Found over the parse; what the frames of events.txt already tell is left to them. The kind comes from the verb's frame
// without its subject, from the table of acts, or is "other".
import { boundsOf } from "../../model/edtf.js";
import type { EventKind } from "../../model/words.js";
import type { AnalysedSentence } from "../analysis.js";
import { type Clause, clauseAt, type Stretch } from "./clauses.js";
import { type Dated, pointedDates } from "./dates.js";
import type { EventDraft, RolledParty } from "./draft.js";
import { charsOf, type Field, isOf, tagAt } from "./field.js";
import type { VerbGroup } from "./groups.js";
import { needHolds, type Scene } from "./needs.js";
import { actorsIn } from "./phrases.js";
import { againstReport, statusOf, tooLate } from "./status.js";
import { caseOf, childrenOf, headIn, headOf, lemmaAt, phraseOf, relationAt } from "./tree.js";
import { particleEnd, sceneOf } from "./verbs.js";

/** Relations by which a time hangs on what it is the time of. */
const temporal = /^(?:obl|advmod|nmod:tmod|nmod:unmarked|dep|parataxis)/;
/** Relations inside a time's own phrase. */
const within = /^(?:nmod|compound|nummod|appos|flat|conj|case|det|amod|fixed)/;

/** The predicate that a day hangs on: up from it through what belongs to its own phrase; -1 where it dates a thing. */
function predicateOf(field: Field, dated: Dated): number {
  let at = headIn(field, dated.evidence);
  for (let steps = 0; at >= 0 && steps < 4; steps++) {
    const [relation, head] = [relationAt(field, at), headOf(field, at)];
    if (head < 0) return -1;
    if (temporal.test(relation)) return tagAt(field, head) === "VERB" ? head : -1;
    if (!within.test(relation) || !isOf(field, "daypart", head)) return -1;
    at = head;
  }
  return -1;
}

type Place = { readonly clause: Clause; readonly group: VerbGroup };

/** The clause and the verb group of a predicate, where clauses were found for it. */
function placeOf(field: Field, predicate: number, clauses: readonly Clause[]): Place | null {
  for (const clause of clauses)
    for (const group of [clause.group, ...clause.infinitives]) if (group.verb === predicate) return { clause, group };
  const clause = clauseAt(clauses, predicate);
  return clause && relationAt(field, predicate).startsWith("acl") ? { clause, group: participle(predicate) } : null;
}

/** "the notice served on Monday": a participle that hangs on its noun, as a verb group. */
const participle = (verb: number): VerbGroup => ({
  first: verb,
  verb,
  finite: true,
  mood: null,
  perfect: false,
  pluperfect: false,
  passive: true,
  progressive: false,
  past: true,
  negated: false,
  planned: false,
  governor: null,
});

type Act = { readonly kind: EventKind; readonly plover: string | null; readonly rule: string };

/** What the verb tells: its frame, whoever does it, else its line in the table of acts, else something that happened; null for what tells no event. */
function actOf(field: Field, { clause, group }: Place, clauses: readonly Clause[]): Act | null {
  for (const entry of field.words.verbs.get(field.tokens[group.verb]?.lower ?? "") ?? []) {
    const behind = particleEnd(field, entry, group.verb, clause.sentence.last);
    if (behind < 0 || entry.rule.subject.what === "class") continue;
    const scene: Scene = sceneOf(field, clause, group, behind, clauses);
    if (scene.passive && !entry.rule.passive) continue;
    if (entry.rule.objects.some((needs) => needs.every((need) => need.what !== "any" && needHolds(field, scene, need))))
      return { kind: entry.rule.kind, plover: entry.rule.plover, rule: `dated/${entry.rule.name}` };
  }
  const lemma = lemmaAt(field, group.verb);
  const particle = childrenOf(field, group.verb).find((child) => relationAt(field, child) === "compound:prt");
  const whole = particle === undefined ? lemma : `${lemma} ${lemmaAt(field, particle)}`;
  const next = `${lemma} ${field.tokens[group.verb + 1]?.lower ?? ""}`;
  const act =
    field.words.acts.get(whole) ??
    field.words.acts.get(next) ??
    (particle === undefined ? field.words.acts.get(lemma) : undefined);
  if (act?.kind === "none") return null;
  return act ? { kind: act.kind, plover: act.plover, rule: `dated/${act.kind}` } : { kind: "other", plover: null, rule: "dated/other" };
}

/** The one whose act it is where the predicate has no subject of its own: that of the verb it is joined to or hangs on. */
function subjectHeadOf(field: Field, predicate: number, depth = 0): number {
  const own = childrenOf(field, predicate).find((child) => relationAt(field, child).startsWith("nsubj"));
  if (own !== undefined || depth > 3) return own ?? -1;
  const relation = relationAt(field, predicate);
  const head = headOf(field, predicate);
  if (head < 0) return -1;
  if (/^acl/.test(relation)) return head;
  return /^(?:conj|xcomp)/.test(relation) ? subjectHeadOf(field, head, depth + 1) : -1;
}

/** Prepositions whose phrases name those that it is done to or with. */
const isTowards = (field: Field, preposition: string, head: number): boolean =>
  preposition !== "" && childrenOf(field, head).some((child) => relationAt(field, child) === "case" && (isOf(field, "toward", child) || isOf(field, "with", child)));

/** Who takes part, by the parse: subject, object, "by", "with", "to", "against". */
export function partiesByTree(field: Field, predicate: number, passive: boolean): readonly RolledParty[] {
  const found: RolledParty[] = [];
  const add = (head: number, role: RolledParty["role"]): void => {
    for (const party of actorsIn(field, phraseOf(field, head)))
      if (!found.some(({ actor }) => actor === party.actor)) found.push({ ...party, role });
  };
  const subject = subjectHeadOf(field, predicate);
  if (subject >= 0) add(subject, passive ? "target" : "agent");
  for (const child of childrenOf(field, predicate)) {
    const relation = relationAt(field, child);
    if (relation === "obj" || relation === "iobj") add(child, "target");
    if (!relation.startsWith("obl") || (field.timexOf[child] ?? -1) >= 0) continue;
    const preposition = caseOf(field, child);
    if (passive && isOf(field, "byword", childrenOf(field, child)[0] ?? -1)) add(child, "agent");
    else if (isTowards(field, preposition, child)) add(child, "target");
  }
  return found;
}

const isPassive = (field: Field, predicate: number): boolean =>
  childrenOf(field, predicate).some((child) => /^(?:aux:pass|nsubj:pass)/.test(relationAt(field, child))) ||
  relationAt(field, predicate).startsWith("acl");

/** Longest time of what is told by a verb that no table knows, in days. */
const longest = 7;

/** "we will negotiate on Saturday": what somebody says of himself, in his own words. */
function isOwnTalk(field: Field, predicate: number): boolean {
  const subject = subjectHeadOf(field, predicate);
  return subject >= 0 && isOf(field, "firstperson", subject);
}

/** "a container is lifted on Thursday": the present tells a custom, unless the day lies ahead. */
const isCustom = (field: Field, { group, clause }: Place, dated: Dated): boolean =>
  group.finite &&
  !group.past &&
  !group.perfect &&
  group.mood === null &&
  !group.planned &&
  clause.sentence.role !== "headline" &&
  !relationAt(field, group.verb).startsWith("acl") &&
  againstReport(field, dated.date) !== 1;

/** The words of an object by the parse, or null. */
function objectOfTree(field: Field, predicate: number): Stretch | null {
  const child = childrenOf(field, predicate).find((one) => /^(?:obj|nsubj:pass)/.test(relationAt(field, one)));
  return child === undefined ? null : phraseOf(field, child);
}

function draftOf(field: Field, dated: Dated, place: Place, act: Act): EventDraft | null {
  const { clause, group } = place;
  const { verb } = group;
  if (dated.date !== null && tooLate(field, group, dated.date)) return null;
  const passive = group.passive || isPassive(field, verb);
  const parties = partiesByTree(field, verb, passive);
  const subject = subjectHeadOf(field, verb);
  const trigger = { from: group.first, to: verb + 1 };
  if (charsOf(field, trigger.from, trigger.to) === null) return null;
  return {
    clause,
    trigger,
    rule: act.rule,
    kind: act.kind,
    plover: act.plover,
    dates: [dated],
    status: statusOf(field, clause, group, dated.date),
    parties,
    object: objectOfTree(field, verb),
    frame: subject >= 0 && subject >= clause.sentence.first ? phraseOf(field, subject) : null,
    noun: null,
    scope: { from: clause.from, to: clause.to },
    last: false,
    score: 0.45 + Math.min(2, parties.length) * 0.1,
  };
}

/** Whether the token is a word of saying that was read as one. */
const isCue = (field: Field, index: number): boolean => {
  const token = field.tokens[index];
  return (
    token !== undefined &&
    field.ground.attributions.some(({ cue }) => cue !== null && cue.start < token.end && token.start < cue.end)
  );
};

/** The events of a sentence that only a day makes one; `others` are those found already. */
export function datedEvents(
  field: Field,
  sentence: AnalysedSentence,
  clauses: readonly Clause[],
  others: readonly EventDraft[],
): readonly EventDraft[] {
  const found: EventDraft[] = [];
  for (const dated of pointedDates(field, { from: sentence.first, to: sentence.last })) {
    const days = dated.date === null ? null : boundsOf(dated.date);
    if (!days || others.some(({ dates }) => dates.some(({ evidence }) => evidence.start === dated.evidence.start))) continue;
    const predicate = predicateOf(field, dated);
    const place = predicate < 0 || isCue(field, predicate) ? null : placeOf(field, predicate, clauses);
    const taken = [...others, ...found].some(({ trigger }) => trigger.from <= predicate && predicate < trigger.to);
    const act = place && !taken ? actOf(field, place, clauses) : null;
    if (place && (isOwnTalk(field, predicate) || isCustom(field, place, dated))) continue;
    if (!place || !act || (act.kind === "other" && days.last - days.first > longest)) continue;
    const draft = draftOf(field, dated, place, act);
    if (draft) found.push(draft);
  }
  return found;
}
