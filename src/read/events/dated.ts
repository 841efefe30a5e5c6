// Events that a predicate tells because a day hangs on it, whatever the verb: "a first convoy reached the town on March 18", "relatives blocked
// the road on Monday". Found over the parse; what the frames of events.txt already tell is left to them. The kind comes from the verb's frame
// without its subject, from the table of acts, or is "other".
import { boundsOf } from "../../model/edtf.js";
import type { EventKind } from "../../model/words.js";
import type { Clause, Stretch } from "./clauses.js";
import { type Dated, pointedDates, weekAhead } from "./dates.js";
import type { EventDraft } from "./draft.js";
import { charsOf, type Field, findClass, isOf, tagAt } from "./field.js";
import type { VerbGroup } from "./groups.js";
import { needHolds, type Scene } from "./needs.js";
import { actorsIn, objectOf } from "./phrases.js";
import { againstReport, statusOf } from "./status.js";
import { childrenOf, headOf, lemmaAt, phraseOf, relationAt, subjectHeadOf } from "./tree.js";
import { datesTold, particleEnd, partiesOf, sceneOf } from "./verbs.js";
import type { VerbRule } from "./words.js";

type Place = { readonly clause: Clause; readonly group: VerbGroup };

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

/** "comes up", "set out": the particle that makes another verb of it, or -1. */
export const particleOf = (field: Field, verb: number): number =>
  childrenOf(field, verb).find((child) => relationAt(field, child) === "compound:prt") ?? -1;

/** What the verb tells: its frame, whoever does it, else its line in the table of acts, else something that happened; null for what tells no event. */
function actOf(field: Field, { clause, group }: Place, clauses: readonly Clause[]): Act | null {
  const particle = particleOf(field, group.verb);
  for (const entry of field.words.verbs.get(field.tokens[group.verb]?.lower ?? "") ?? []) {
    const behind = particleEnd(field, entry, group.verb, clause.sentence.last);
    if (behind < 0 || entry.rule.subject.what === "class" || (entry.rest.length === 0 && particle >= 0)) continue;
    const scene: Scene = sceneOf(field, clause, group, behind, clauses);
    if (scene.passive && !entry.rule.passive) continue;
    if (entry.rule.objects.some((needs) => needs.every((need) => need.what !== "any" && needHolds(field, scene, need))))
      return { kind: entry.rule.kind, plover: entry.rule.plover, rule: `dated/${entry.rule.name}` };
  }
  const lemma = lemmaAt(field, group.verb);
  const whole = particle < 0 ? lemma : `${lemma} ${lemmaAt(field, particle)}`;
  const next = `${lemma} ${field.tokens[group.verb + 1]?.lower ?? ""}`;
  const act =
    field.words.acts.get(whole) ??
    field.words.acts.get(next) ??
    (particle < 0 ? field.words.acts.get(lemma) : undefined);
  if (act?.kind === "none") return null;
  if (act?.kind === "deployment" && !movesTroops(field, clause, group)) return { ...unknown, rule: "dated/other" };
  return act
    ? { kind: act.kind, plover: act.plover, rule: `dated/${act.kind}` }
    : { kind: "other", plover: null, rule: "dated/other" };
}

const unknown = { kind: "other", plover: null } as const;

/** "The inspectors withdrew", "withdrew its patrols": nobody withdraws an offer or a remark with troops. */
function movesTroops(field: Field, clause: Clause, group: VerbGroup): boolean {
  const object = group.passive ? clause.subject : objectOf(field, clause, group.verb + 1);
  return object === null || findClass(field, "troops", object.from, object.to) >= 0;
}

/** Longest time of what is told by a verb that no table knows, in days. */
const longest = 7;
/** The same of a plan. */
const longestPlan = 31;

/** "we will negotiate on Saturday": what somebody says of himself, in his own words. */
function isOwnTalk(field: Field, predicate: number): boolean {
  const subject = subjectHeadOf(field, predicate);
  return subject >= 0 && isOf(field, "firstperson", subject);
}

/** "a container is lifted on Thursday": the present tells a custom, unless the day lies ahead. */
const isCustom = (field: Field, { group, clause }: Place, dated: Dated | null): boolean =>
  group.finite &&
  !group.past &&
  !group.perfect &&
  group.mood === null &&
  !group.planned &&
  clause.sentence.role !== "headline" &&
  !relationAt(field, group.verb).startsWith("acl") &&
  field.tokens[group.verb]?.xpos !== "VBD" && // "shells hit a market"
  againstReport(field, dated?.date ?? null) !== 1;

function draftOf(
  field: Field,
  dates: readonly Dated[],
  place: Place,
  act: Act,
  clauses: readonly Clause[],
): EventDraft | null {
  const { clause, group } = place;
  const scene = sceneOf(field, clause, group, group.verb + 1, clauses);
  const rule: VerbRule = { ...bare, name: act.rule, kind: act.kind, plover: act.plover };
  const parties = partiesOf(field, scene, rule);
  const trigger = { from: group.first, to: group.verb + 1 };
  if (charsOf(field, trigger.from, trigger.to) === null) return null;
  return {
    clause,
    trigger,
    rule: act.rule,
    kind: act.kind,
    plover: act.plover,
    dates,
    status: statusOf(field, clause, group, dates[0]?.date ?? null),
    parties,
    object: scene.object,
    frame: clause.subject ?? scene.object,
    noun: null,
    scope: { from: clause.from, to: clause.to },
    last: false,
    score: 0.45 + Math.min(2, parties.length) * 0.1,
  };
}

/** A rule that asks for nothing. */
const bare: Omit<VerbRule, "name" | "kind" | "plover"> = {
  subject: { what: "any", name: "" },
  objects: [],
  passive: true,
};

/** "The hearing is expected on Friday", "a decision is due": what a day is only set for, by the noun that is its subject. */
function slatedOf(field: Field, place: Place, dates: readonly Dated[]): EventDraft | null {
  const { clause, group } = place;
  let due = group.verb;
  if (isOf(field, "be", due)) {
    due++;
    while (tagAt(field, due) === "ADV" && due - group.verb < 3) due++;
  }
  if (!isOf(field, "slated", due) || !clause.subject || group.negated) return null;
  if (due === group.verb && !group.passive && !isOf(field, "be", due - 1) && !isOf(field, "be", due - 2)) return null;
  if (isOf(field, "toword", due + 1)) return null; // "is due to meet"
  const noun = headOfStretch(field, clause.subject);
  const retold = field.words.retold.get(lemmaAt(field, noun))?.[0];
  const parties = actorsIn(field, clause.subject, true).map((party) => ({ ...party, role: "participant" as const }));
  const isPerson = parties.some(({ actor }) => field.ground.resolution.actors[actor]?.kind === "person");
  const kind: EventKind = isPerson && !retold ? "visit" : (retold?.kind ?? "other");
  // "The hearing is set for Monday": the present looks ahead.
  const days = group.past ? dates : dates.map((dated) => weekAhead(field, dated));
  const status = statusOf(field, clause, group, days[0]?.date ?? null);
  return {
    clause,
    trigger: { from: noun, to: due + 1 },
    rule: `dated/slated`,
    kind,
    plover: null,
    dates: days,
    status: status === "happened" && againstReport(field, days[0]?.date ?? null) !== -1 ? "planned" : status,
    parties,
    object: null,
    frame: clause.subject,
    noun: { at: noun, plural: false, definite: false },
    scope: { from: clause.from, to: clause.to },
    last: false,
    score: 0.5,
  };
}

/** The head of a noun phrase by the parse. */
export function headOfStretch(field: Field, { from, to }: Stretch): number {
  for (let i = from; i < to; i++) {
    const head = headOf(field, i);
    if (head < from || head >= to) return i;
  }
  return to - 1;
}

/** What goes on for a while, so that a verb that says nothing of its own may date it. */
const lasting: ReadonlySet<EventKind> = new Set([
  "meeting",
  "strike",
  "vote",
  "visit",
  "call",
  "use-of-force",
] as const);

/** "The Oslo round will go ahead on 4 May": the event noun that is the subject of a verb without an object, or null. */
function nounTold(field: Field, { clause, group }: Place): { readonly at: number; readonly kind: EventKind } | null {
  if (!clause.subject || clause.shared || objectOf(field, clause, group.verb + 1) !== null) return null;
  const at = headOfStretch(field, clause.subject);
  const retold = field.words.retold.get(lemmaAt(field, at))?.[0];
  return retold && lasting.has(retold.kind) && at < group.first ? { at, kind: retold.kind } : null;
}

/** The group that tells what happens: "began to leave", "intends to file" tell it in their infinitive. */
function tellingGroup(field: Field, { group, infinitives }: Clause): VerbGroup | null {
  if (!isOf(field, "passing", group.verb)) return group;
  const inner = infinitives.find(({ governor, first }) => governor === group.verb && first > group.verb);
  return inner
    ? {
        ...group,
        verb: inner.verb,
        passive: inner.passive,
        planned: group.planned || isOf(field, "planners", group.verb),
      }
    : null;
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
  clauses: readonly Clause[],
  others: readonly EventDraft[],
): readonly EventDraft[] {
  const found: EventDraft[] = [];
  const isUsed = ({ evidence }: Dated): boolean =>
    [...others, ...found].some(({ dates }) => dates.some((other) => other.evidence.start === evidence.start));
  for (const clause of clauses) {
    const ahead = clause.group.mood === "may"; // "could leave on Sunday"
    const told = datesTold(field, clause, clause.group, clauses)
      .filter((dated) => !isUsed(dated))
      .map((dated) => (ahead ? weekAhead(field, dated) : dated));
    const set =
      told.length > 0
        ? told
        : pointedDates(field, clause)
            .filter((dated) => !isUsed(dated))
            .slice(0, 1);
    const slated = set.length > 0 ? slatedOf(field, { clause, group: clause.group }, set) : null;
    const day = told[0]?.date ? boundsOf(told[0].date) : null;
    if (!day) {
      if (slated && !others.some(({ trigger }) => clause.from <= trigger.from && trigger.to <= clause.to))
        found.push(slated);
      continue;
    }
    const group = tellingGroup(field, clause);
    const taken = others.some(({ trigger }) => clause.from <= trigger.from && trigger.to <= clause.to);
    if (slated && !taken) found.push(slated);
    if (slated || !group || isCue(field, group.verb) || isTaken(group.verb, others)) continue;
    const place = { clause, group };
    if (group.negated || isOwnTalk(field, group.verb) || isCustom(field, place, told[0] ?? null)) continue;
    const act = actOf(field, place, clauses);
    const noun = act === null || act.kind === "other" ? nounTold(field, place) : null;
    if (noun) {
      const draft = taken
        ? null
        : draftOf(field, told, place, { plover: act?.plover ?? null, kind: noun.kind, rule: "dated/noun" }, clauses);
      if (draft)
        found.push({
          ...draft,
          noun: { at: noun.at, plural: false, definite: false },
          trigger: { ...draft.trigger, from: noun.at },
        });
      continue;
    }
    if (
      !act ||
      (act.kind === "other" &&
        (day.last - day.first > (group.planned || group.mood === "will" ? longestPlan : longest) || taken))
    )
      continue;
    const draft = draftOf(field, told, place, act, clauses);
    if (draft) found.push(draft);
  }
  return [...found, ...participleEvents(field, clauses, [...others, ...found])];
}

const isTaken = (verb: number, drafts: readonly EventDraft[]): boolean =>
  drafts.some(({ trigger }) => trigger.from <= verb && verb < trigger.to);

/** "the notice served on 11 October": participles behind their noun, with a day behind them. */
function participleEvents(
  field: Field,
  clauses: readonly Clause[],
  others: readonly EventDraft[],
): readonly EventDraft[] {
  return clauses.flatMap((clause) =>
    pointedDates(field, clause).flatMap((dated): EventDraft[] => {
      if (others.some(({ dates }) => dates.some(({ evidence }) => evidence.start === dated.evidence.start))) return [];
      for (let verb = dated.token - 1; verb > Math.max(clause.from, dated.token - 6); verb--) {
        if (tagAt(field, verb) !== "VERB" || relationAt(field, verb) !== "acl") continue;
        if (field.words.endings.progressive.test(field.tokens[verb]?.lower ?? "")) continue;
        const place = { clause, group: participle(verb) };
        const act = isTaken(verb, others) || isCue(field, verb) ? null : actOf(field, place, clauses);
        const noun = headOf(field, verb);
        const whole = noun >= clause.sentence.first && noun < verb ? phraseOf(field, noun) : null;
        if (!act || !whole || !field.words.endings.participle.test(field.tokens[verb]?.lower ?? "")) return [];
        if (act.kind === "other" && boundsSpan(dated) > longest) return [];
        const own = { ...clause, from: whole.from, subject: { from: whole.from, to: verb }, sentence: clause.sentence };
        const draft = draftOf(field, [dated], { clause: own, group: place.group }, act, clauses);
        return draft ? [draft] : [];
      }
      return [];
    }),
  );
}

const boundsSpan = ({ date }: Dated): number => {
  const days = date === null ? null : boundsOf(date);
  return days ? days.last - days.first : Number.POSITIVE_INFINITY;
};
