// Events told by one document: triggers with participants, time, place, duration and status. The order: sayings that are events, verbs, nouns;
// then what is one telling twice is joined, what goes on about an earlier telling is tied to it, and what is too little is left out.
import { compatible, plainOf } from "../../model/edtf.js";
import type { EventMention, Retelling } from "../../model/reading.js";
import { byPlace, type Range } from "../../model/span.js";
import type { AnalysedSentence } from "../analysis.js";
import type { ReadGround } from "../ground.js";
import { type Clause, type ClausedSentence, clausesOf, type Stretch } from "./clauses.js";
import { datedEvents, offEvents } from "./dated.js";
import type { Dated } from "./dates.js";
import { deadlineEvents } from "./deadlines.js";
import { daysOf, delayIn, detailIn, durationIn, placeIn, quantitiesIn, roundAt, roundIn, sumsAt } from "./details.js";
import type { EventDraft, RolledParty } from "./draft.js";
import { rangeOf } from "./extent.js";
import { charsOf, type Field, fieldOf, isOf, lowerAt, sentenceOf, tagAt, tokensOf } from "./field.js";
import { keeps } from "./gate.js";
import { nounEvents } from "./nouns.js";
import { rootAt } from "./plover.js";
import { pronounEvents } from "./pronouns.js";
import {
  againOf,
  antecedentOf,
  elaboratedOf,
  familyOf,
  firstOf,
  headlineOf,
  leadOf,
  repeatOf,
  type Told,
} from "./refer.js";
import { retoldHeadlines, retoldNouns } from "./retellings.js";
import { retoldClauses } from "./retold-clauses.js";
import { statementEvents } from "./statements.js";
import { verbEvents } from "./verbs.js";
import type { EventWords } from "./words.js";

export type { EventWords } from "./words.js";

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

function mentionOf(field: Field, draft: EventDraft, told: Dated | null): Told {
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

/** Tellings whose triggers touch, or that tell one kind of event in one clause on one day: the better one. */
function withoutDoubles(drafts: readonly EventDraft[]): readonly EventDraft[] {
  const kept: EventDraft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.score - a.score || a.trigger.from - b.trigger.from)) {
    const touches = kept.some(
      (other) => draft.trigger.from < other.trigger.to && other.trigger.from < draft.trigger.to,
    );
    const inside = kept.some(
      (other) =>
        other.object !== null &&
        draft.trigger.from >= other.object.from &&
        draft.trigger.to <= other.object.to &&
        (draft.dates.length === 0 || other.dates.some(({ date }) => draft.dates[0]?.date === date)),
    );
    if (!touches && !inside) kept.push(draft);
  }
  return kept;
}

function sentenceDrafts(field: Field, sentence: AnalysedSentence, clauses: readonly Clause[]): readonly EventDraft[] {
  const verbs = clauses.flatMap((clause) => verbEvents(field, clause, clauses));
  const pronouns = clauses.flatMap((clause) => pronounEvents(field, clause, clauses));
  const deadlines = clauses.flatMap((clause) => deadlineEvents(field, clause));
  const told = withoutDoubles([
    ...verbs,
    ...deadlines,
    ...offEvents(field, clauses),
    ...pronouns,
    ...nounEvents(field, clauses, sentence.first, sentence.last),
  ]);
  return [...told, ...datedEvents(field, clauses, told)];
}

/** Whether what tells too little to be an event may tell one again. */
const mayRetell = ({ pronoun, refersTo, status, why }: Told): boolean =>
  (!pronoun || refersTo !== null) &&
  status !== "hypothetical" &&
  status !== "denied" &&
  !why.rule.startsWith("statement/");

/** Ties each telling to the one that it goes on about; what tells too little is set apart. */
function tied(field: Field, told: readonly Told[], sentences: readonly ClausedSentence[]): ToldEvents {
  const kept: Told[] = [];
  const left: Told[] = [];
  for (const mention of told) {
    const linked = linkedTo(field, mention, kept);
    if (linked.why.rule.startsWith("statement/") || keeps(linked)) kept.push(linked);
    else if (mayRetell(linked)) left.push({ ...mention, refersTo: linked.refersTo });
  }
  const events = plain(kept);
  const again = plain(left).map((mention): Retelling => ({ ...mention, like: [] }));
  const nouns = retoldNouns(field, [...events, ...left]);
  const headlines = retoldHeadlines(field, sentences, [...events, ...left, ...nouns], events);
  const clauses = retoldClauses(field, sentences, [...events, ...left, ...nouns, ...headlines]);
  return { events, retellings: [...again, ...nouns, ...headlines, ...clauses].sort(byPlace) };
}

/** The tellings without what only reading needs. */
const plain = (told: readonly Told[]): readonly EventMention[] =>
  told.map(
    ({
      noun: _noun,
      pronoun: _pronoun,
      sentence: _sentence,
      headline: _headline,
      tense: _tense,
      ownWords: _own,
      aside: _aside,
      opening: _opening,
      ...mention
    }) => mention,
  );

function linkedTo(field: Field, mention: Told, kept: readonly Told[]): Told {
  const named = antecedentOf(mention, kept);
  const at =
    named >= 0
      ? named
      : Math.max(repeatOf(mention, kept), elaborates(field, mention) ? elaboratedOf(mention, kept) : -1);
  const earlier = kept[at];
  // "eleven rounds …; the last one went on for six hours": one of them, and not all.
  if (earlier && mention.why.rule.startsWith("pronoun/of-several"))
    return { ...mention, kind: earlier.kind, participants: earlier.participants };
  if (
    earlier &&
    mention.pronoun &&
    mention.date !== null &&
    earlier.date !== null &&
    !compatible(mention.date, earlier.date)
  )
    return { ...mention, kind: earlier.kind };
  if (earlier && mention.dateEvidence === null) {
    const kind = mention.pronoun || familyOf(earlier.kind) === familyOf(mention.kind) ? earlier.kind : mention.kind;
    return { ...mention, kind, date: earlier.date, dateEvidence: earlier.dateEvidence, refersTo: at };
  }
  if (earlier)
    return {
      ...mention,
      kind:
        familyOf(earlier.kind) === familyOf(mention.kind) || mention.why.rule === "reach-decision"
          ? earlier.kind
          : mention.kind,
      // "its decision" says nothing of what was decided.
      object: mention.why.rule === "reach-decision" ? null : mention.object,
      refersTo: at,
    };
  const headline = headlineOf(field, mention, kept);
  if (headline >= 0) return { ...mention, refersTo: headline };
  const again = againOf(mention, kept);
  if (again >= 0) return { ...mention, refersTo: again };
  const lead = mention.dateEvidence === null ? leadOf(field, mention, kept) : null;
  if (!lead) return mention;
  const dated = {
    ...mention,
    date: lead.date,
    dateEvidence: lead.dateEvidence,
    why: { rule: mention.why.rule, score: 0.5 },
  };
  const same = againOf(dated, kept);
  return same >= 0 ? { ...dated, refersTo: same } : dated;
}

/** Longest dateline in front of a sentence, in tokens. */
const longestDateline = 24;

/** "BRUSSELS, Dec. 11 (Agency) - Britain …": the sentence behind the dash. */
function withoutDateline(field: Field, sentence: AnalysedSentence): AnalysedSentence {
  const { text } = field.ground.analysis;
  const opening = field.tokens[sentence.first];
  if (sentence.index !== firstOf(field)?.index || !opening) return sentence;
  const word = text.slice(opening.start, opening.end);
  if (word.length < 3 || word !== word.toUpperCase()) return sentence;
  for (let i = sentence.first + 1; i < Math.min(sentence.last - 3, sentence.first + longestDateline); i++) {
    if (["VERB", "AUX"].includes(tagAt(field, i))) return sentence;
    if (lowerAt(field, i) !== "-" || field.tokens[i]?.start === field.tokens[i - 1]?.end) continue;
    while (lowerAt(field, i) === "-") i++;
    return { ...sentence, first: i };
  }
  return sentence;
}

/** Whether the sentence begins by going into the detail of the one before ("In particular, …"). */
function elaborates(field: Field, mention: Told): boolean {
  const sentence = field.ground.analysis.sentences[mention.sentence];
  return sentence !== undefined && isOf(field, "elaborates", sentence.first);
}

/** No two tellings with one span: the later one is narrowed to its trigger, or left out. */
function apart(mentions: readonly Told[]): readonly Told[] {
  const seen = new Set<string>();
  const keyOf = ({ start, end }: Range): string => `${start}-${end}`;
  return mentions.flatMap((mention) => {
    const range = [mention, mention.trigger].find((candidate) => !seen.has(keyOf(candidate)));
    if (!range) return [];
    seen.add(keyOf(range));
    return [{ ...mention, start: range.start, end: range.end }];
  });
}

/** "told a conference on Wednesday", "at the meeting on June 27 most votes were cast": a meeting of nobody named that only tells where another event was. */
const isOccasionOf = (mention: Told, event: Told): boolean =>
  mention !== event &&
  mention.why.rule === "meeting/alone" &&
  mention.participants.length === 0 &&
  mention.dateEvidence !== null &&
  mention.dateEvidence.start === event.dateEvidence?.start;

/** The events of a document, and what tells one of some report again with too little to be one. */
export type ToldEvents = { readonly events: readonly EventMention[]; readonly retellings: readonly Retelling[] };

/** The tellings of events in a document, each list in order. `refersTo` is an index in `events`. */
export function findTold(ground: ReadGround, words: EventWords): ToldEvents {
  const field = fieldOf(ground, words);
  let count = 0;
  const told: Told[] = [];
  const sentences: ClausedSentence[] = [];
  for (const whole of ground.analysis.sentences) {
    if (whole.role === "dateline") continue;
    const sentence = withoutDateline(field, whole);
    const clauses = clausesOf(field, sentence, count);
    count += clauses.length;
    sentences.push({ sentence, clauses });
    for (const draft of sentenceDrafts(field, sentence, clauses)) {
      const dates: readonly (Dated | null)[] = draft.dates.length > 0 ? draft.dates : [null];
      for (const dated of dates) told.push(mentionOf(field, draft, dated));
    }
  }
  const sayings = statementEvents(field).map((mention): Told => {
    const sentence = field.tokens[tokensOf(field, mention.trigger).from]?.sentence ?? 0;
    return {
      ...mention,
      noun: null,
      pronoun: false,
      tense: "past",
      ownWords: false,
      aside: false,
      opening: false,
      sentence,
      headline: ground.analysis.sentences[sentence]?.role === "headline",
    };
  });
  // An act that is done by saying ("ruled that", "proposed that") is the act and no statement.
  const touches = (a: Told, b: Told): boolean => a.trigger.start < b.trigger.end && b.trigger.start < a.trigger.end;
  const acts = told.filter(
    (mention) => mention.noun === null && mention.kind !== "meeting" && mention.kind !== "call" && keeps(mention),
  );
  const own = sayings.filter((saying) => saying.kind !== "statement" || !acts.some((act) => touches(saying, act)));
  const free = told.filter(
    (mention) =>
      !own.some((saying) => touches(mention, saying) || isOccasionOf(mention, saying)) &&
      !told.some(
        (other) => other.kind === "vote" && other.sentence === mention.sentence && isOccasionOf(mention, other),
      ),
  );
  return tied(
    field,
    apart([...free, ...own].sort((a, b) => byPlace(a, b) || byPlace(a.trigger, b.trigger))),
    sentences,
  );
}
