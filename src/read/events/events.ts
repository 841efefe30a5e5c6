// Events told by one document: triggers with participants, time, place, duration and status. The order: sayings that are events, verbs, nouns;
// then what is one telling twice is joined, what goes on about an earlier telling is tied to it, and what is too little is left out.
import { compatible } from "../../model/edtf.js";
import type { EventMention, Retelling } from "../../model/reading.js";
import { byPlace, type Range } from "../../model/span.js";
import type { AnalysedSentence } from "../analysis.js";
import type { ReadGround } from "../ground.js";
import { type Clause, type ClausedSentence, clausesOf } from "./clauses.js";
import { datedEvents } from "./dated.js";
import type { Dated } from "./dates.js";
import { deadlineEvents } from "./deadlines.js";
import type { EventDraft } from "./draft.js";
import { type Field, fieldOf, inTimex, isOf, lowerAt, tagAt, tokensOf } from "./field.js";
import { keeps } from "./gate.js";
import { mentionOf } from "./mention.js";
import { nounEvents } from "./nouns.js";
import { pronounEvents } from "./pronouns.js";
import {
  againOf,
  antecedentOf,
  besideOf,
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
import { offEvents, undoneEvents } from "./undone.js";
import { verbEvents } from "./verbs.js";
import type { EventWords } from "./words.js";

export type { EventWords } from "./words.js";

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

/** "Published on January 22", "Last updated: 9 March": a page's own note of its dates, which tells no event. */
function isNote(field: Field, { first, last }: AnalysedSentence): boolean {
  if (last - first > longestNote) return false;
  const at = isOf(field, "notes", first) ? first : first + 1;
  return (
    isOf(field, "notes", at) &&
    (at === first || tagAt(field, first) === "ADV" || tagAt(field, first) === "ADJ") &&
    field.tokens.slice(at, last).some(({ index }) => inTimex(field, index)) &&
    !field.tokens.slice(at + 1, last).some(({ upos }) => upos === "VERB" || upos === "AUX")
  );
}

/** Most tokens of such a note. */
const longestNote = 14;

function sentenceDrafts(field: Field, sentence: AnalysedSentence, clauses: readonly Clause[]): readonly EventDraft[] {
  if (isNote(field, sentence)) return [];
  const verbs = clauses.flatMap((clause) => verbEvents(field, clause, clauses));
  const pronouns = clauses.flatMap((clause) => pronounEvents(field, clause, clauses));
  const deadlines = clauses.flatMap((clause) => deadlineEvents(field, clause));
  const told = withoutDoubles([
    ...verbs,
    ...deadlines,
    ...offEvents(field, sentence, clauses),
    ...undoneEvents(field, clauses),
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
  const clauses = retoldClauses(field, sentences, [...events, ...left, ...headlines]);
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
    // "A third strike, set for the 26th, was stopped": what stops before its day is called off.
    const isStopped = earlier.status === "planned" && mention.why.rule.endsWith("/stop");
    const status = isStopped ? "cancelled" : mention.status;
    return { ...mention, kind, status, date: earlier.date, dateEvidence: earlier.dateEvidence, refersTo: at };
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
  const lead = mention.dateEvidence === null ? (besideOf(mention, kept) ?? leadOf(field, mention, kept)) : null;
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
    (mention) =>
      mention.noun === null &&
      ((mention.kind !== "meeting" && mention.kind !== "call") || mention.why.rule === "see-somebody") &&
      keeps(mention),
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
