// Events that a noun tells: with a verb that says it took place ("talks were held", "the consultations ended"), or alone ("after the meeting in
// Brussels on January 12", "telephone conversations between X and Y").
import { type Edtf, plainOf } from "../../model/edtf.js";
import type { EventStatus } from "../../model/words.js";
import { type Clause, clauseAt, type Stretch } from "./clauses.js";
import { type Dated, dateOf, datesIn, pointedDates, weekAhead } from "./dates.js";
import type { EventDraft, RolledParty } from "./draft.js";
import { echoes } from "./echoes.js";
import { type Field, findClass, isOf, lowerAt, tagAt } from "./field.js";
import type { VerbGroup } from "./groups.js";
import { isLong, isNumbered, type NounHit, nounAt } from "./noun-hit.js";
import { actorsIn, isPaired, objectOf, ownerAt, phrasesBy } from "./phrases.js";
import { againstReport, statusOf, statusOfNoun, tooLate } from "./status.js";
import { datesTold, isReduced, particleEnd } from "./verbs.js";
import type { Inflected, SupportRule } from "./words.js";

const rolled = (field: Field, stretch: Stretch | null, role: RolledParty["role"]): RolledParty[] =>
  actorsIn(field, stretch).map((party) => ({ ...party, role }));
const once = (parties: readonly RolledParty[]): readonly RolledParty[] =>
  parties.filter((party, index) => parties.findIndex(({ actor }) => actor === party.actor) === index);

/** The parties that hang on the noun: before it ("the Putin-Biden call"), and behind "of", "between", "with". */
function partiesAt(field: Field, hit: NounHit): readonly RolledParty[] {
  const behind = ["between", "with", "partyof"].flatMap((name) => [...phrasesBy(field, name, hit.to, hit.phrase.to)]);
  behind.sort((a, b) => a.from - b.from);
  return once([...namesBefore(field, hit), ...behind.flatMap((phrase) => rolled(field, phrase, "participant"))]);
}

function namesBefore(field: Field, hit: NounHit): RolledParty[] {
  const found: RolledParty[] = [];
  for (let i = hit.phrase.from; i < hit.from; i++) {
    const mention = field.mentions[field.mentionOf[i] ?? -1];
    // "the Russian-US dialogue": a name that a hyphen joins to the next one
    const joined = !mention && isPaired(field, i) ? ownerAt(field, i) : null;
    if (joined) found.push({ ...joined, role: "participant" });
    for (const actor of mention?.actors ?? []) {
      if (mention) found.push({ actor, role: "participant", evidence: { start: mention.start, end: mention.end } });
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

/** The verb of a clause that says of the noun that it took place; "the round, which was to be held on Monday, was put off" was put off. */
function supportOf(field: Field, hit: NounHit, clauses: readonly Clause[]): Support | null {
  let first: Support | null = null;
  let usual: Support | null = null;
  for (const clause of clauses) {
    for (const group of [clause.group, ...clause.infinitives]) {
      if ((!group.finite && !group.planned) || !isNear(clause, hit)) continue;
      const support = supportBy(field, hit, clause, group);
      if (support && movesIt(support.entry)) return support;
      if (support && support.clause.kind !== "relative") usual ??= support;
      first ??= support;
    }
  }
  return usual ?? first;
}

/** Whether the noun can be subject or object of the clause. */
const isNear = (clause: Clause, hit: NounHit): boolean =>
  (clause.subject !== null && clause.subject.from <= hit.from && hit.to <= clause.subject.to) ||
  (clause.from <= hit.from && hit.to <= clause.to);

function supportBy(field: Field, hit: NounHit, clause: Clause, group: VerbGroup): Support | null {
  for (const entry of field.words.support.get(lowerAt(field, group.verb)) ?? []) {
    if (entry.form === "ing" && !group.progressive) continue;
    // "called the talks a farce": a word of saying plans nothing
    if (entry.rule.phase === "plan" && isCue(field, group.verb)) continue;
    const behind = particleEnd(field, entry, group.verb, clause.sentence.last);
    if (behind < 0) continue;
    const isSubject = clause.subject !== null && !clause.shared && isHead(field, clause.subject, hit);
    const object = objectOf(field, clause, behind);
    const isPassive = group.passive || (isSubject && isReduced(field, clause, group));
    const isObject = object !== null && !isPassive && isHead(field, object, hit);
    if (entry.rule.side === "subject" && isSubject && !group.passive) return { clause, group, entry, behind };
    // … and so does "the talks", where no day is told behind it
    if (isObject && entry.rule.phase === "plan" && isDefinite(field, hit) && !isDated(field, behind, clause)) continue;
    if (entry.rule.side === "object" && (isObject || (isSubject && isPassive))) return { clause, group, entry, behind };
  }
  return null;
}

const isDated = (field: Field, from: number, { to }: Clause): boolean => pointedDates(field, { from, to }).length > 0;

/** Whether the noun is the head of a phrase: nothing but what describes or counts it stands before it. */
function isHead(field: Field, stretch: Stretch, hit: NounHit): boolean {
  if (hit.from < stretch.from || hit.to > stretch.to) return false;
  // "At the first round, held in April, …"
  const led = isOf(field, "occasion", stretch.from) ? stretch.from + 1 : stretch.from;
  for (let i = led; i < hit.from; i++) {
    const counts =
      field.words.numbers.get(lowerAt(field, i - 1))?.kind === "unit" ||
      isOf(field, "series", i - 1) ||
      (field.timexOf[i - 1] ?? -1) >= 0;
    if (tagAt(field, i) === "ADP" && !(isOf(field, "ofword", i) && counts)) return false;
    if (lowerAt(field, i) === ",") return false;
  }
  return true;
}

function supported(field: Field, hit: NounHit, support: Support, clauses: readonly Clause[]): EventDraft | null {
  const { clause, group, entry, behind } = support;
  const { rule } = hit.entry;
  const hanging = datesAt(field, hit);
  const ahead = looksAhead(entry) ? dateOf(field, clause, group.verb, clauses) : null;
  // "The hearing is set for Monday": the present looks ahead.
  const isPresent = entry.rule.phase === "plan" && group.finite && !group.past && !group.perfect && group.passive;
  const told = ahead
    ? [isPresent ? weekAhead(field, ahead) : ahead]
    : datesTold(field, clause, group, clauses, rule.kind === "strike");
  const verbal = hanging.length === 0 || told.length > hanging.length ? told : [];
  const moved = entry.rule.phase === "move" ? movedTo(field, clause, behind) : null;
  const dates = (moved ? [moved] : verbal.length > 0 ? verbal : hanging).filter(
    ({ date }) => date === null || looksAhead(entry) || entry.rule.name === "stop" || !tooLate(field, group, date),
  );
  if (!group.finite && dates.length === 0) return null;
  // "suspended the talks": an act of whoever does it, and no way in which the talks went on
  if (entry.rule.name === "stop" && rule.kind === "meeting" && clause.sentence.role !== "headline") return null;
  const hosts = entry.rule.phase === "host";
  const subject =
    entry.rule.side === "object" && !group.passive ? rolled(field, clause.subject, hosts ? "host" : "agent") : [];
  const by = group.passive
    ? phrasesBy(field, "byword", behind, clause.to).flatMap((phrase) => rolled(field, phrase, hosts ? "host" : "agent"))
    : [];
  const withs = phrasesBy(field, "with", behind, clause.to).flatMap((phrase) => rolled(field, phrase, "counterpart"));
  const named = once([...subject, ...by, ...partiesAt(field, hit), ...withs]);
  const parties = named.length > 0 ? named : sidesIn(field, clause);
  return {
    clause,
    trigger: { from: Math.min(hit.from, group.first), to: Math.max(hit.to, behind) },
    rule: `${rule.name}/${entry.rule.name}`,
    kind: rule.kind,
    plover: rule.plover,
    dates,
    status: stateOf(field, support, moved !== null, dates[0]?.date ?? null),
    parties,
    object: null,
    frame: hit.phrase,
    noun: nounOf(field, hit),
    scope: { from: clause.from, to: lengthClause(field, hit, clauses)?.to ?? clause.to },
    last: entry.rule.phase !== "occur",
    score: 0.6 + (dates.length > 0 ? 0.3 : 0) + (parties.length > 1 ? 0.1 : 0),
  };
}

/** "consultations on security that lasted eight hours": the relative clause behind the noun's phrase that says how long. */
function lengthClause(field: Field, hit: NounHit, clauses: readonly Clause[]): Clause | null {
  return (
    clauses.find(
      ({ kind, from, group }) =>
        kind === "relative" &&
        from > hit.to &&
        from - hit.phrase.to <= 2 &&
        hit.phrase.to < from &&
        (field.words.support.get(lowerAt(field, group.verb)) ?? []).some(({ rule }) => rule.phase === "last"),
    ) ?? null
  );
}

/** "collapsed on Friday and resumed on Saturday": what the next verbs of the same subject tell of the noun. */
function goesOn(field: Field, hit: NounHit, support: Support, clauses: readonly Clause[]): readonly EventDraft[] {
  return clauses.flatMap((clause) => {
    if (
      !clause.shared ||
      clause.outer !== support.clause.index ||
      clause.subject?.from !== support.clause.subject?.from
    )
      return [];
    const entries = field.words.support.get(lowerAt(field, clause.group.verb)) ?? [];
    const entry = entries.find(
      ({ rule, form }) => form !== "ing" && (rule.side === "subject") === !clause.group.passive,
    );
    const behind = entry ? particleEnd(field, entry, clause.group.verb, clause.sentence.last) : -1;
    if (!entry || behind < 0 || objectOf(field, clause, behind) !== null) return [];
    const draft = supported(
      field,
      { ...hit, phrase: { from: hit.from, to: hit.to } },
      { clause, group: clause.group, entry, behind },
      clauses,
    );
    if (!draft) return [];
    const trigger = { from: clause.group.first, to: behind };
    const frame = null;
    // Without a day of its own it goes on about the telling before.
    const dated = pointedDates(field, { from: behind, to: clause.to }).length > 0;
    return [
      dated
        ? { ...draft, trigger, frame, parties: once([...draft.parties, ...partiesAt(field, hit)]) }
        : {
            ...draft,
            trigger,
            frame,
            dates: [],
            parties: [],
            noun: { at: hit.to - 1, plural: hit.entry.plural, definite: true },
          },
    ];
  });
}

/** "broke up with the two sides far apart": several actors of one mention in the clause, where nobody else is named. */
function sidesIn(field: Field, clause: Clause): readonly RolledParty[] {
  for (let i = clause.from; i < clause.to; i++) {
    const mention = field.mentions[field.mentionOf[i] ?? -1];
    if (mention && mention.actors.length > 1)
      return mention.actors.map((actor) => ({
        actor,
        role: "participant",
        evidence: { start: mention.start, end: mention.end },
      }));
  }
  return [];
}

function stateOf(field: Field, { clause, group, entry }: Support, moved: boolean, date: Edtf | null): EventStatus {
  const told = statusOf(field, clause, group, date);
  if (moved) return "planned";
  // "a bill that would ban walkouts"
  if (movesIt(entry) && told === "hypothetical" && group.mood !== null) return told;
  if (movesIt(entry)) return "cancelled";
  if (entry.rule.phase === "end" && beforeItsStart(field, clause)) return "cancelled";
  // "the walkout called for tomorrow is suspended": what has not begun is called off.
  if (entry.rule.name === "stop" && againstReport(field, date) === 1) return "cancelled";
  // "Nurses suspend walkout": a headline does not say whether it had begun.
  if (entry.rule.name === "stop" && clause.sentence.role === "headline") return "unknown";
  return entry.rule.phase === "plan" && told === "happened" && againstReport(field, date) !== -1 ? "planned" : told;
}

/** "suspended their walkout hours before it was due to begin": what ends before it begins is called off. */
function beforeItsStart(field: Field, clause: Clause): boolean {
  for (let i = clause.group.verb; i < clause.sentence.last; i++) {
    if (!isOf(field, "beforeword", i) || !isOf(field, "pronoun", i + 1) || !isOf(field, "be", i + 2)) continue;
    if (isOf(field, "due", i + 3) || isOf(field, "toword", i + 3)) return true;
  }
  return false;
}

const movesIt = (entry: Inflected<SupportRule>): boolean =>
  entry.rule.phase === "move" || entry.rule.phase === "cancel";
/** Whether the verb sets what is to come, so that its past tense says nothing of the day. */
const looksAhead = (entry: Inflected<SupportRule>): boolean => movesIt(entry) || entry.rule.phase === "plan";

/** "postponed to March 16": the new day. */
function movedTo(field: Field, clause: Clause, behind: number): Dated | null {
  const dates = datesIn(field, { from: behind, to: clause.to });
  // "from November 14 to November 20": no stretch of days, but the old day and the new one
  for (const { token } of dates) {
    const timex = field.ground.timexes[field.timexOf[token] ?? -1];
    const ends = timex && timex.rangeId !== null ? (field.rangeOf.get(timex.rangeId) ?? []) : [];
    const last = ends.at(-1);
    if (ends.length === 2 && last?.edtf && isOf(field, "fromword", token - 1))
      return { date: plainOf(last.edtf), evidence: { start: last.start, end: last.end } };
  }
  return dates.find(({ token }) => isOf(field, "toword", token - 1) || isOf(field, "untilword", token - 1)) ?? null;
}

/** The dates that hang on the noun itself: "the meeting on Monday", "Monday's meeting", "two rounds, on March 6 and March 16". */
function datesAt(field: Field, hit: NounHit): readonly Dated[] {
  // "the round at a briefing on Wednesday": the day is that of the briefing
  const other = findClass(field, "address", hit.to, hit.phrase.to);
  const behind = pointedDates(field, { from: hit.to, to: other < 0 ? hit.phrase.to : other });
  if (behind.length > 1 && hit.entry.plural) return behind;
  const [first] = behind.length > 0 ? behind : pointedDates(field, { from: hit.phrase.from, to: hit.from });
  return first ? [first] : [];
}

const nounOf = (field: Field, hit: NounHit): EventDraft["noun"] => ({
  at: hit.to - 1,
  plural: hit.entry.plural,
  definite: isDefinite(field, hit),
  pointed: isOf(field, "pointing", hit.phrase.from),
});

const isDefinite = (field: Field, hit: NounHit): boolean => isOf(field, "definite", hit.phrase.from);

/** Whether the noun names what is only asked for or denied: "no talks", "a new meeting", "was not the first meeting". */
function isOpen(field: Field, hit: NounHit, clause: Clause | null, date: Dated | null): boolean {
  if (isOf(field, "noneof", hit.phrase.from) || clause?.group.negated) return true;
  if (againstReport(field, date?.date ?? null) === 1) return false;
  for (let i = hit.phrase.from; i < hit.from; i++) if (isOf(field, "furtheradj", i)) return true;
  return false;
}

/** "prepared the ground on Friday in a video conference": the occasion of what somebody did, on the day of that. */
function occasionOf(
  field: Field,
  hit: NounHit,
  clause: Clause | null,
  clauses: readonly Clause[],
): { date: Dated | null; parties: readonly RolledParty[] } | null {
  if (!clause || !isOf(field, "occasion", hit.phrase.from - 1) || clause.group.mood !== null) return null;
  if (isCue(field, clause.group.verb)) return null;
  // "suspended it hours before it was due to begin, after a 14-hour session": the session is that of the main clause.
  const outer = clauses.find(({ index }) => index === clause.outer);
  const main = clause.group.planned && clause.kind === "subordinate" && outer ? outer : clause;
  const parties = rolled(field, main.subject, "participant");
  const date =
    parties.length > 0 || isLong(field, hit) || isNumbered(field, hit)
      ? dateOf(field, main, main.group.verb, clauses)
      : null;
  return date || hit.entry.rule.alone === "both" ? { date, parties } : null;
}

/** Whether the token is a word of saying. */
function isCue(field: Field, index: number): boolean {
  const verb = field.tokens[index];
  return (
    verb !== undefined &&
    field.ground.attributions.some(({ cue }) => cue !== null && cue.start < verb.end && verb.start < cue.end)
  );
}

function alone(field: Field, hit: NounHit, clause: Clause | null, clauses: readonly Clause[]): EventDraft | null {
  const { rule } = hit.entry;
  const hanging = datesAt(field, hit);
  if (rule.alone === "no" || isOpen(field, hit, clause, hanging[0] ?? null)) return null;
  const around =
    hanging.length === 0 &&
    (rule.alone === "both" || (rule.alone === "dated" && (isLong(field, hit) || isNumbered(field, hit))))
      ? occasionOf(field, hit, clause, clauses)
      : null;
  const parties = once([...partiesAt(field, hit), ...(around?.parties ?? [])]);
  const between = phrasesBy(field, "between", hit.to, hit.phrase.to).length > 0;
  const told =
    (between && isOf(field, "occasion", hit.phrase.from - 1)) || rule.alone === "parties" || rule.alone === "both";
  const invited = isInvited(field, hit, clause);
  const dates = around
    ? around.date
      ? [around.date]
      : []
    : invited
      ? hanging.map((dated) => weekAhead(field, dated))
      : hanging;
  if (dates.length === 0 && !(told && parties.length > 1)) return null;
  return {
    clause,
    trigger: { from: hit.from, to: hit.to },
    rule: `${rule.name}/alone`,
    kind: rule.kind,
    plover: rule.plover,
    dates,
    status: invited ? "planned" : statusOfNoun(field, hit.from, dates[0]?.date ?? null),
    parties: parties.length > 0 || !clause || !invited ? parties : invitedIn(field, clause),
    object: null,
    frame: hit.phrase,
    noun: nounOf(field, hit),
    scope: around && clause && isLong(field, hit) ? { from: clause.from, to: clause.to } : hit.phrase,
    last: false,
    score: 0.5 + (dates.length > 0 ? 0.2 : 0) + (parties.length > 1 ? 0.1 : 0),
  };
}

/** "invited the union to a meeting on Tuesday": what somebody is asked to is still to come. */
const isInvited = (field: Field, hit: NounHit, clause: Clause | null): boolean =>
  clause !== null &&
  isOf(field, "inviting", clause.group.verb) &&
  clause.group.verb < hit.from &&
  isOf(field, "toword", hit.phrase.from - 1);

/** Whoever invites two sides to meet is their host; who invites one comes too. */
function invitedIn(field: Field, clause: Clause): readonly RolledParty[] {
  const guests = rolled(field, objectOf(field, clause, clause.group.verb + 1), "participant");
  return once([...rolled(field, clause.subject, guests.length > 1 ? "host" : "participant"), ...guests]);
}

/** The events that the nouns of tokens [from, to) tell, with those that only a second date tells ("and in Vienna on January 13"). */
export function nounEvents(field: Field, clauses: readonly Clause[], from: number, to: number): readonly EventDraft[] {
  const drafts: EventDraft[] = [];
  for (let i = from; i < to; i++) {
    const hit = nounAt(field, i, to);
    if (!hit) continue;
    const support = supportOf(field, hit, clauses);
    const told = support ? supported(field, hit, support, clauses) : null;
    // "after ten days of talks that ran through the night": the verb tells neither day nor people, the sentence does.
    const bare = told !== null && told.dates.length === 0 && told.parties.length === 0;
    const own =
      !support || (bare && isLong(field, hit)) ? alone(field, hit, clauseAt(clauses, hit.from), clauses) : null;
    const draft = own ?? told;
    if (support) drafts.push(...goesOn(field, hit, support, clauses));
    if (draft) drafts.push(draft, ...echoes(field, draft, support ? support.behind : hit.phrase.to, to));
    i = hit.to - 1;
  }
  return drafts;
}
