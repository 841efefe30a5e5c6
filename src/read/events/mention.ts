// What a draft tells, put together: its day, parties of one level, place, length, form and outcome, and how far its words reach.
import { plainOf } from "../../model/edtf.js";
import type { Stretch } from "./clauses.js";
import type { Dated } from "./dates.js";
import { daysOf, delayIn, detailIn, durationIn, placeIn, quantitiesIn, roundAt, roundIn, sumsAt } from "./details.js";
import type { EventDraft, RolledParty } from "./draft.js";
import { rangeOf } from "./extent.js";
import { charsOf, type Field, findClass, isOf, sentenceOf, tagAt, tokensOf } from "./field.js";
import { rootAt } from "./plover.js";
import { firstOf, type Told } from "./refer.js";

/** Whether `organ` speaks for `owner` in this document ("Russian Foreign Ministry" for Russia). */
function isOrganOf(field: Field, organ: number, owner: number): boolean {
  const { actors } = field.ground.resolution;
  const [body, of] = [actors[organ], actors[owner]];
  if (!body || !of || organ === owner || body.kind !== "body" || of.kind === "person") return false;
  return body.memberOf.some(({ actor }) => actor === owner);
}

/** Persons where persons are named as meeting, otherwise the parties; never both. */
function oneLevel(field: Field, draft: EventDraft): readonly RolledParty[] {
  const { kind } = draft;
  const parties = draft.parties.filter(
    (party) => !draft.parties.some((other) => isOrganOf(field, other.actor, party.actor)),
  );
  if (kind !== "meeting" && kind !== "call" && kind !== "visit") return parties;
  const persons = parties.filter(
    (party) => party.role !== "host" && field.ground.resolution.actors[party.actor]?.kind === "person",
  );
  const sides = parties.filter((party) => !persons.includes(party));
  // "The mediator summoned the union and the company": one person with parties is no meeting of persons; linking finds the level.
  const [one] = persons;
  const own = new Set(field.ground.resolution.actors[one?.actor ?? -1]?.memberOf.map(({ actor }) => actor) ?? []);
  if (persons.length === 1 && (sides.length > 1 || sides.some(({ actor, role }) => role !== "host" && !own.has(actor))))
    return parties;
  return persons.length > 0
    ? persons
    : parties.filter((party) => field.ground.resolution.actors[party.actor]?.kind !== "person");
}

/** The tokens of the sentence that holds token `index`. */
function sentenceStretch(field: Field, index: number): Stretch {
  const sentence = sentenceOf(field, index);
  return { from: sentence?.first ?? index, to: sentence?.last ?? index + 1 };
}

/** "The company confirmed that the meeting took place": whoever confirms an encounter of which nobody is named was there. */
function confirmedBy(field: Field, draft: EventDraft): readonly RolledParty[] {
  const attribution = field.ground.attributions[field.contentOf[draft.trigger.from] ?? -1];
  if (draft.noun === null || draft.kind !== "meeting" || !attribution?.cue) return [];
  const { cue, speakers } = attribution;
  if (!isOf(field, "confirming", tokensOf(field, cue).from)) return [];
  return speakers.map((actor) => ({ actor, role: "participant" as const, evidence: attribution.source ?? cue }));
}

/** Acts that are made known on the day that they are done. */
const announced: ReadonlySet<string> = new Set(["proposal", "rejection", "decision"]);

/** "has raised its offer, the company announced on Thursday": what somebody says in the perfect to have just done has the day of the saying. */
function announcedOn(field: Field, draft: EventDraft): Dated | null {
  const saying = field.ground.attributions[field.contentOf[draft.trigger.from] ?? -1];
  const group = draft.clause?.group;
  const isFresh = group?.perfect === true && !group.pluperfect && draft.status === "happened";
  if (!saying?.date || !isFresh || !announced.has(draft.kind)) return null;
  const own = draft.parties.some(({ actor, role }) => role === "agent" && saying.speakers.includes(actor));
  return own ? { date: plainOf(saying.date.value), evidence: saying.date.evidence } : null;
}

/** The PLOVER root of a telling whose rule gives none: by its verb and what hangs on it. */
function ploverOf(field: Field, { clause, trigger }: EventDraft): string | null {
  const sentence = sentenceOf(field, trigger.from);
  if (!sentence) return null;
  const verb =
    clause && trigger.from <= clause.group.verb && clause.group.verb < trigger.to ? clause.group.verb : trigger.to - 1;
  return rootAt(field.tokens.slice(sentence.first, sentence.last), verb, field.words.plover);
}

/** "rejected the offer": an object that says nothing of what it is. */
function saysNothing(field: Field, { from, to }: Stretch): boolean {
  let start = from;
  while (start < to && (tagAt(field, start) === "DET" || isOf(field, "possessive", start))) start++;
  return start === to - 1 && start > from && isOf(field, "offer", start);
}

/** "reached the town on Monday, two days later than planned": whether the words behind the trigger say that it had been planned. */
function isForetold(field: Field, { trigger }: EventDraft): boolean {
  const { to } = sentenceStretch(field, trigger.from);
  return findClass(field, "asplanned", trigger.to, Math.min(to, trigger.to + farthestPlan)) >= 0;
}

/** Tokens behind a trigger within which "as planned" belongs to it. */
const farthestPlan = 16;

/** The telling that a draft makes, on one of its days. */
export function mentionOf(field: Field, draft: EventDraft, told: Dated | null): Told {
  const dated = told ?? announcedOn(field, draft);
  const named = oneLevel(field, draft);
  const parties = named.length > 0 ? named : confirmedBy(field, draft);
  const scope = draft.scope;
  const object =
    draft.object && !saysNothing(field, draft.object) ? charsOf(field, draft.object.from, draft.object.to) : null;
  const trigger = charsOf(field, draft.trigger.from, draft.trigger.to) ?? { start: 0, end: 0 };
  const encounter =
    draft.noun !== null ||
    draft.kind === "meeting" ||
    draft.kind === "call" ||
    draft.kind === "visit" ||
    draft.kind === "strike" ||
    draft.rule.startsWith("pronoun/");
  const place = placeIn(field, scope, draft.trigger.from);
  const frame = draft.frame ? charsOf(field, draft.frame.from, draft.frame.to) : null;
  // "after fourteen hours of talks that ended": the noun's own words tell the length
  const long = draft.noun !== null && draft.frame !== null ? durationIn(field, draft.frame) : null;
  const duration = encounter ? (durationIn(field, scope) ?? long) : null;
  const content = field.contentOf[draft.trigger.from] ?? -1;
  const isCounted = (draft.kind === "vote" || draft.kind === "strike") && draft.status === "happened";
  const whole = sentenceStretch(field, draft.trigger.from);
  return {
    ...rangeOf(field, draft, dated, [
      ...parties.map(({ evidence }) => evidence),
      encounter ? place : null,
      frame,
      encounter ? duration : object,
      draft.noun !== null ? delayIn(field, scope) : null,
    ]),
    trigger,
    kind: draft.kind,
    plover: draft.plover ?? ploverOf(field, draft),
    date: dated ? daysOf(draft, dated.date, duration) : null,
    dateEvidence: dated?.evidence ?? null,
    status: draft.status,
    participants: parties.map(({ actor, role, evidence }) => ({ actor, role, evidence })),
    place,
    duration,
    format: detailIn(field, "format", scope),
    round: draft.noun ? roundAt(field, draft.noun.at) : draft.kind === "meeting" ? roundIn(field, scope) : null,
    outcome: encounter ? detailIn(field, "outcome", draft.rule === "meeting/take-place" ? whole : scope) : null,
    quantities: quantitiesIn(field, isCounted ? whole : scope, isCounted),
    object,
    ...(isForetold(field, draft) ? { foretold: true as const } : {}),
    sums: draft.noun && draft.dates.length < 2 ? sumsAt(field, draft.noun.at, draft.noun.plural, scope) : null,
    attribution: content >= 0 ? content : null,
    refersTo: null,
    why: { rule: draft.rule, score: Math.min(1, Math.round(draft.score * 100) / 100) },
    noun: draft.noun,
    pronoun: draft.rule.startsWith("pronoun/"),
    sentence: field.tokens[draft.trigger.from]?.sentence ?? 0,
    aside: draft.clause?.kind === "subordinate",
    ownWords: content >= 0 && parties.some(({ actor }) => field.ground.attributions[content]?.speakers.includes(actor)),
    tense: draft.clause?.group.pluperfect ? "pluperfect" : draft.clause?.group.past ? "past" : "other",
    opening: firstOf(field)?.index === field.tokens[draft.trigger.from]?.sentence,
    headline: field.ground.analysis.sentences[field.tokens[draft.trigger.from]?.sentence ?? -1]?.role === "headline",
  };
}
