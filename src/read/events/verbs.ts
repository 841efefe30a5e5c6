// Events that a verb tells: "published draft agreements", "were handed over", "agreed to meet".
import { boundsOf, edtf } from "../../model/edtf.js";
import type { Clause, Stretch } from "./clauses.js";
import { type Dated, dateOf, datesIn, pointedDates, weekAhead } from "./dates.js";
import type { EventDraft, RolledParty } from "./draft.js";
import { charsOf, type Field, findClass, isOf, lowerAt, tagAt, tokensOf } from "./field.js";
import type { VerbGroup } from "./groups.js";
import { needHolds, type Scene, subjectHolds } from "./needs.js";
import { actorsIn, objectOf, type Party, phrasesBy } from "./phrases.js";
import { againstReport, statusOf, tooLate } from "./status.js";
import { childrenOf, phraseOf, relationAt, subjectHeadOf } from "./tree.js";
import type { Inflected, VerbRule } from "./words.js";

/** Where the words that belong to the verb end ("handed over", "put the drafts on"), or -1 where they are not there. */
export function particleEnd(
  field: Field,
  entry: { readonly rest: readonly string[]; readonly gap: boolean },
  verb: number,
  to: number,
): number {
  if (entry.rest.length === 0) return verb + 1;
  for (let start = verb + 1; start < Math.min(to, verb + (entry.gap ? 7 : 2)); start++) {
    if (entry.rest.every((word, i) => lowerAt(field, start + i) === word))
      return start === verb + 1 ? start + entry.rest.length : verb + 1;
    const word = lowerAt(field, start);
    if (tagAt(field, start) === "VERB" || word === "," || tagAt(field, start) === "ADP") return -1;
  }
  return -1;
}

/** The surroundings of the verb of `group`; in the passive the subject is what it is done to. */
export function sceneOf(
  field: Field,
  clause: Clause,
  group: VerbGroup,
  behind: number,
  clauses: readonly Clause[],
): Scene {
  const dated =
    dateOf(field, clause, group.verb, clauses) !== null || datesIn(field, { from: behind, to: clause.to }).length > 0;
  const reduced = isReduced(field, clause, group);
  if (!group.passive && !reduced)
    return {
      clause,
      verb: group.verb,
      behind,
      passive: false,
      subject: clause.subject,
      object: (group.finite ? clause.antecedent : null) ?? objectOf(field, clause, behind),
      dated,
    };
  const by = phrasesBy(field, "byword", behind, clause.to).find((phrase) => actorsIn(field, phrase).length > 0) ?? null;
  return { clause, verb: group.verb, behind, passive: true, subject: by, object: clause.subject, dated };
}

/** "talks put off to March 16", in a headline, or "the round, held in January,": a participle without its helper, whose subject names nobody and that has no object. */
export function isReduced(field: Field, clause: Clause, group: VerbGroup): boolean {
  const apart = lowerAt(field, group.verb - 1) === ",";
  if ((clause.sentence.role !== "headline" && !apart) || group.first !== group.verb || clause.subject === null)
    return false;
  const word = lowerAt(field, group.verb);
  const form = (field.words.verbs.get(word)?.[0] ?? field.words.support.get(word)?.[0])?.form;
  if (form !== "past" && form !== "participle") return false;
  return objectOf(field, clause, group.verb + 1) === null && findEventNoun(field, clause.subject);
}

function findEventNoun(field: Field, stretch: Stretch): boolean {
  for (let i = stretch.from; i < stretch.to; i++) if (field.words.nouns.has(lowerAt(field, i))) return true;
  return false;
}

function matches(field: Field, scene: Scene, entry: Inflected<VerbRule>): boolean {
  const { rule } = entry;
  if (scene.passive && !rule.passive) return false;
  if (!subjectHolds(field, scene, rule)) return false;
  return rule.objects.some((needs) => needs.every((need) => needHolds(field, scene, need)));
}

const roled = (parties: readonly Party[], role: RolledParty["role"]): RolledParty[] =>
  parties.map((party) => ({ ...party, role }));

/** Kinds that are done to whoever owns the object: "reduced the Russian mission", "rejected Moscow's proposals". */
const touchesOwner: ReadonlySet<string> = new Set(["expulsion", "suspension", "sanction", "response", "rejection"]);
/** Kinds whose object names those that it is for: "published draft agreements between Russia and the United States". */
const namesSides: ReadonlySet<string> = new Set(["publication", "proposal", "agreement", "ratification"]);

/** Who takes part: the subject, the object, and those that "with", "to", "against" bring in. */
export function partiesOf(field: Field, scene: Scene, rule: VerbRule): readonly RolledParty[] {
  const together = rule.kind === "meeting" || rule.kind === "call";
  const agents = roled(doersIn(field, scene.subject), "agent");
  const objects = roled(
    actorsIn(field, scene.object, touchesOwner.has(rule.kind)),
    together ? "counterpart" : "target",
  );
  const withs = phrasesBy(field, "with", scene.behind, scene.clause.to).flatMap((phrase) =>
    roled(actorsIn(field, phrase), "counterpart"),
  );
  // "proposed to the alliance to give up its plans for Sweden": those that it is proposed to stand before what is proposed.
  const told = scene.clause.infinitives.find(({ governor }) => governor === scene.verb);
  const limit = rule.kind === "proposal" && told ? Math.max(scene.behind, told.first) : scene.clause.to;
  const towards =
    together || rule.kind === "visit"
      ? []
      : phrasesBy(field, "toward", scene.behind, limit).flatMap((phrase) =>
          datesAhead(field, phrase) ? [] : roled(actorsIn(field, phrase), "target"),
        );
  const sides = namesSides.has(rule.kind)
    ? phrasesBy(field, "between", scene.behind, scene.clause.to).flatMap((phrase) =>
        roled(actorsIn(field, phrase), "target"),
      )
    : [];
  const into = rule.kind === "decision" ? probedIn(field, scene) : [];
  // "agreed to buy Acme": whom the agreement is with
  const bound =
    rule.kind === "agreement" && told
      ? roled(actorsIn(field, objectOf(field, scene.clause, told.verb + 1)), "counterpart")
      : [];
  const tree = byTree(field, scene, agents.length === 0, objects.length === 0 && !together);
  const all = [...agents, ...objects, ...withs, ...towards, ...sides, ...into, ...bound, ...tree];
  return all.filter((party, index) => all.findIndex(({ actor }) => actor === party.actor) === index);
}

/** Those whom the parse gives where the words around the verb give none: its subject, its indirect object, "by". */
function byTree(field: Field, { verb, passive }: Scene, noAgent: boolean, noObject: boolean): readonly RolledParty[] {
  const found: RolledParty[] = [];
  const add = (head: number, role: RolledParty["role"]): void => {
    found.push(...roled(actorsIn(field, phraseOf(field, head)), role));
  };
  const subject = noAgent && !passive ? subjectHeadOf(field, verb) : -1;
  if (subject >= 0) add(subject, "agent");
  for (const child of childrenOf(field, verb)) {
    const relation = relationAt(field, child);
    if (relation === "iobj" || (noObject && passive && relation === "nsubj:pass")) add(child, "target");
    if (noAgent && passive && relation === "obl:agent") add(child, "agent");
  }
  return found;
}

/** Who a subject names; the shareholders, the board, the members of somebody act for them. */
function doersIn(field: Field, subject: Stretch | null): readonly Party[] {
  const named = actorsIn(field, subject);
  if (named.length > 0 || !subject || findClass(field, "organ", subject.from, subject.to) < 0) return named;
  return actorsIn(field, subject, true);
}

/** "opened an investigation into Acme's purchase of Bolt": the first that the words behind "into" name. */
function probedIn(field: Field, scene: Scene): readonly RolledParty[] {
  const [phrase] = phrasesBy(field, "intoword", scene.behind, scene.clause.to);
  return phrase ? roled(actorsIn(field, phrase, true).slice(0, 1), "target") : [];
}

const datesAhead = (field: Field, phrase: Stretch): boolean => isOf(field, "daypart", phrase.from);

const agents = (parties: readonly RolledParty[]): boolean => parties.some(({ role }) => role === "agent");

function draftOf(
  field: Field,
  clause: Clause,
  group: VerbGroup,
  entry: Inflected<VerbRule>,
  scene: Scene,
  clauses: readonly Clause[],
): EventDraft {
  const { rule } = entry;
  const dates =
    rule.kind === "deadline"
      ? datesIn(field, { from: group.verb, to: clause.to })
      : joinedDays(field, rule.kind, plannedDays(field, clause, group, ownDates(field, clause, group, rule, clauses)));
  const parties = partiesOf(field, scene, rule);
  const status = statusOf(field, clause, group, dates[0]?.date ?? null);
  const trigger = { from: group.first, to: scene.behind };
  return {
    clause,
    trigger,
    rule: rule.name,
    kind: rule.kind,
    plover: rule.plover,
    dates,
    status,
    parties,
    object:
      scene.object ?? (rule.kind === "decision" || rule.kind === "agreement" ? decidedOn(field, clause, group) : null),
    frame: agents(parties) ? null : clause.subject,
    noun: null,
    scope: { from: clause.from, to: partedIn(field, clause, clauses)?.to ?? clause.to },
    last: false,
    score: 0.5 + (dates.length > 0 ? 0.3 : 0) + Math.min(2, parties.length) * 0.1,
  };
}

/** "agreed to meet on Saturday" in Thursday's report: what is only agreed on is still to come. */
function plannedDays(field: Field, clause: Clause, group: VerbGroup, days: readonly Dated[]): readonly Dated[] {
  const isAhead = !group.finite && group.planned && clause.group.verb === group.governor && !clause.group.pluperfect;
  return isAhead ? days.map((day) => weekAhead(field, day)) : days;
}

/** "resolved to recommend the bid": what was decided, or null. */
function decidedOn(field: Field, clause: Clause, group: VerbGroup): Stretch | null {
  const told = clause.infinitives.find(({ first }) => first > group.verb);
  if (!told) return null;
  let to = told.verb + 1;
  while (to < clause.to && to - told.verb < longestObject && !["PUNCT", "CCONJ"].includes(tagAt(field, to))) to++;
  return { from: told.verb, to };
}

/** Most tokens of what was decided. */
const longestObject = 14;

/** "met in private, and parted after two hours": the clause that tells how those who met parted. */
const partedIn = (field: Field, clause: Clause, clauses: readonly Clause[]): Clause | null =>
  clauses.find(({ shared, outer, group }) => shared && outer === clause.index && isOf(field, "parting", group.verb)) ??
  null;

/** The dates of an act; "invited them to come on Friday" tells when they are to come, not when they were invited. */
function ownDates(
  field: Field,
  clause: Clause,
  group: VerbGroup,
  rule: VerbRule,
  clauses: readonly Clause[],
): readonly Dated[] {
  const told = datesTold(field, clause, group, clauses, rule.kind === "strike");
  const infinitive = clause.infinitives.find(({ governor }) => governor === group.verb);
  const asks = rule.kind === "proposal" || rule.kind === "threat";
  const at = infinitive?.first ?? occasionAsked(field, group.verb, clause.to);
  if (!asks || !group.finite || at < 0) return told;
  const from = field.tokens[at]?.start ?? Number.POSITIVE_INFINITY;
  // "offered last week to sell two plants", "offered to sell them last week": what is past is the day of the asking.
  return told.filter(({ evidence, date }) => evidence.end <= from || againstReport(field, date) === -1);
}

/** "invited Sweden to a meeting on Tuesday": the "to" of what somebody is asked to, or -1. */
function occasionAsked(field: Field, verb: number, to: number): number {
  if (!isOf(field, "inviting", verb)) return -1;
  for (let i = verb + 1; i < to; i++)
    if (isOf(field, "toword", i) && findClass(field, "talks", i + 1, Math.min(to, i + 6)) >= 0) return i;
  return -1;
}

/** "met on March 11 and March 12": one meeting of two days, as long as nothing says "again". */
function joinedDays(field: Field, kind: VerbRule["kind"], dates: readonly Dated[]): readonly Dated[] {
  const [a, b, ...more] = dates;
  if ((kind !== "meeting" && kind !== "strike") || !a?.date || !b?.date || more.length > 0) return dates;
  const [first, last] = [boundsOf(a.date), boundsOf(b.date)];
  if (first.first !== first.last || last.first !== last.last || last.first - first.first !== 1) return dates;
  const evidence = { start: a.evidence.start, end: b.evidence.end };
  const { from, to } = tokensOf(field, evidence);
  return findClass(field, "againword", from, to) >= 0 ? dates : [{ date: edtf(`${a.date}/${b.date}`), evidence }];
}

/** The dates of the event; several where a list of dates follows the verb ("in 2015, 2018, and also in October 2021"). */
export function datesTold(
  field: Field,
  clause: Clause,
  group: VerbGroup,
  clauses: readonly Clause[],
  lasts = false,
): readonly Dated[] {
  const own = datesIn(field, { from: group.verb, to: clause.to });
  const fits = ({ date }: Dated): boolean => date === null || !tooLate(field, group, date);
  if (
    own.length > 1 &&
    own.every(fits) &&
    isList(
      field,
      own.map(({ token }) => token),
    ) &&
    pointedDates(field, { from: group.verb, to: clause.to }).length === own.length
  )
    return own;
  // "announced in May plans to close offices": the day of an infinitive stands behind it.
  if (!group.finite) return own.filter(fits).slice(0, 1);
  const one = dateOf(field, clause, group.verb, clauses) ?? (lasts ? startOf(own) : null);
  return one && fits(one) ? [one] : [];
}

/** "will strike from January 24": what lasts is dated by its first day. */
const startOf = (dates: readonly Dated[]): Dated | null => dates[0] ?? null;

/** Whether nothing but commas, "and", prepositions and a second object stands between the dates. */
function isList(field: Field, tokens: readonly number[]): boolean {
  return tokens.slice(1).every((token, index) => {
    const from = tokens[index] ?? token;
    const gapped = gaps(field, from, token);
    for (let i = from + 1; i < token; i++) {
      const joins = lowerAt(field, i) === "," || isOf(field, "coordinate", i) || isOf(field, "dateprep", i);
      const nominal = ["NOUN", "NUM", "ADJ", "SYM", "DET"].includes(tagAt(field, i));
      if (!joins && tagAt(field, i) !== "ADV" && (field.timexOf[i] ?? -1) < 0 && !(gapped && nominal)) return false;
    }
    return true;
  });
}

/** "offered 3 percent on March 6 and 4.5 percent ten days later": a second object and day without its verb. */
function gaps(field: Field, from: number, to: number): boolean {
  let start = from;
  while (start < to && (field.timexOf[start] ?? -1) >= 0) start++;
  return isOf(field, "coordinate", start) && to - start <= 6;
}

/** The events that verbs of a clause tell; the first rule of the table that matches counts for each verb. */
export function verbEvents(field: Field, clause: Clause, clauses: readonly Clause[]): readonly EventDraft[] {
  const drafts: EventDraft[] = [];
  for (const group of [clause.group, ...clause.infinitives]) {
    if (!group.finite && !group.planned) continue;
    for (const entry of field.words.verbs.get(lowerAt(field, group.verb)) ?? []) {
      if (entry.form === "ing" && !group.progressive) continue;
      const behind = particleEnd(field, entry, group.verb, clause.sentence.last);
      if (behind < 0) continue;
      const scene = sceneOf(field, clause, group, behind, clauses);
      if (!matches(field, scene, entry) || charsOf(field, group.first, behind) === null) continue;
      drafts.push(draftOf(field, clause, group, entry, scene, clauses));
      break;
    }
  }
  // "proposed to meet in Europe next week": the meeting is planned; that it was proposed is how it is told.
  const planned = drafts.some(
    (draft) => draft.dates.length > 0 && draft.status === "planned" && draft.trigger.from > clause.group.verb,
  );
  return planned ? drafts.filter((draft) => draft.kind !== "proposal" || draft.dates.length > 0) : drafts;
}
