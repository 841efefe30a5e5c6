// Whether two tellings tell one event: what may not differ (kind, day, round, people, place), then what speaks for it,
// with the sentence that explains the score. Weights were set on reason and on the samples, never on single corpora.
import type { DayBounds } from "../model/edtf.js";
import { apart, type Comparison, umlautless } from "./compare-names.js";
import { jaccardOf, overlapOf, sharedOf } from "./compare-words.js";
import { isEncounter, type Telling } from "./tellings.js";

/** From this score on two tellings are joined. */
export const eventScore = 0.6;

const shareOne = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].some((value) => b.has(value));
const meets = (a: DayBounds, b: DayBounds): boolean => a.first <= b.last && b.first <= a.last;
const isDay = (days: DayBounds): boolean => days.first === days.last;
const lengthOf = (days: DayBounds): number => days.last - days.first + 1;

/** Whether two place names can be one place: equal, or one within the other's words ("geneva", "the us mission in geneva"). */
export const samePlace = (a: string, b: string): boolean => {
  const [x, y] = [` ${umlautless(a)} `, ` ${umlautless(b)} `];
  return x === y || x.includes(y) || y.includes(x);
};

/** Kinds that are told by their object: what is published, rejected or imposed makes the event. */
const needsObject = new Set([
  "proposal",
  "publication",
  "rejection",
  "decision",
  "agreement",
  "designation",
  "sanction",
  "response",
]);

const isWithin = <T>(inner: ReadonlySet<T>, outer: ReadonlySet<T>): boolean =>
  [...inner].every((value) => outer.has(value));

/** Whether those who take part make two tellings two events: other speakers, other doers, other sides of an encounter. */
function otherPeople(a: Telling, b: Telling): string | null {
  if (a.family === "statement" && a.agents.size > 0 && b.agents.size > 0 && !shareOne(a.agents, b.agents))
    return "other speakers";
  // Who "they" or "both parties" are is a guess that keeps nothing apart; a strike is told of the union and of the company.
  const guessed = a.byPronoun || b.byPronoun || (a.mention.kind === "strike" && b.mention.kind === "strike");
  if (!guessed && a.parties.size > 0 && b.parties.size > 0 && !shareOne(a.parties, b.parties)) return "other parties";
  if (a.persons.size > 0 && b.persons.size > 0 && !shareOne(a.persons, b.persons)) return "other people";
  if (!isEncounter(a.mention.kind)) {
    const doers = a.agentParties.size > 0 && b.agentParties.size > 0;
    return !guessed && doers && !shareOne(a.agentParties, b.agentParties) ? "done by others" : null;
  }
  // Who "they" are is told with less certainty than a name.
  if (a.byPronoun !== b.byPronoun) return null;
  const sided = a.parties.size > 1 && b.parties.size > 1 && sharedOf(a.parties, b.parties) < 2;
  return sided && !isWithin(a.parties, b.parties) && !isWithin(b.parties, a.parties) ? "other sides" : null;
}

/** "The board is due to meet on Thursday", "the board resolved on Thursday": a body that was to meet, and what it decided that day. */
function convenes(plan: Telling, act: Telling): boolean {
  const isPlan =
    plan.mention.kind === "meeting" &&
    plan.mention.status === "planned" &&
    plan.persons.size === 0 &&
    plan.participants.length === 1 &&
    plan.mention.sums === null;
  const isAct = act.family === "decision" && act.mention.status === "happened" && act.agentParties.size === 1;
  if (!isPlan || !isAct || !plan.days || !act.days || !isDay(plan.days)) return false;
  return plan.days.first === act.days.first && isDay(act.days) && shareOne(plan.agentParties, act.agentParties);
}

/** Whether reports may differ by a day on it: what is signed at night, what ends in the morning. */
export const mayDifferByADay = ({ kind }: Telling["mention"]): boolean => kind === "agreement" || kind === "meeting";

/** "signed on March 13" in one report, "on March 14" in another, of the same thing and in no other place: may be one signing. */
function signedAtNight(a: Telling, b: Telling): boolean {
  if (a.mention.kind !== "agreement" || b.mention.kind !== "agreement" || a.doc === b.doc) return false;
  if (!a.days || !b.days || !isDay(a.days) || !isDay(b.days)) return false;
  const places = a.place === null || b.place === null || samePlace(a.place, b.place);
  return Math.abs(a.days.first - b.days.first) === 1 && places && sharedOf(a.words, b.words) > 1;
}

/** Whether the second telling is the end, early in the morning, of what the first tells for the day before ("talks that ended at dawn on Sunday"). */
export function isMorningAfter(a: Telling, b: Telling): boolean {
  if (a.mention.kind !== "meeting" || !b.mention.why.rule.endsWith("/end") || a.mention.sums !== null) return false;
  if (!a.days || !b.days || !isDay(a.days) || !isDay(b.days) || b.days.first - a.days.first !== 1) return false;
  const day = b.mention.dateEvidence;
  return b.input.reading.timexes.some(
    ({ start, end, value }) => day !== null && start < day.end && day.start < end && /T(?:MO|0\d)/.test(value),
  );
}

/** Whether two tellings of adjoining days are one encounter that ran through the night. */
const ranThroughNight = (a: Telling, b: Telling): boolean => isMorningAfter(a, b) || isMorningAfter(b, a);

/** Characters within which a report that tells the same kind of act twice, once with its day, tells one act. */
const closeBy = 500;
const isCloseBy = (a: Telling, b: Telling): boolean =>
  a.doc === b.doc && (a.days === null) !== (b.days === null) && Math.abs(a.mention.start - b.mention.start) < closeBy;

/** Why two tellings cannot be one event, or null. */
export function whyApart(a: Telling, b: Telling): string | null {
  const [x, y] = [a.mention, b.mention];
  if (a.family !== b.family && !convenes(a, b) && !convenes(b, a)) return "events of other kinds";
  const goesOn = x.refersTo !== null || y.refersTo !== null; // "The consultations ended …" of a sum does not say the number again
  if (!goesOn && (x.sums === null) !== (y.sums === null)) return "one of them sums up several";
  if (x.sums !== null && y.sums !== null && x.sums !== y.sums) return `one sums up ${x.sums}, the other ${y.sums}`;
  if (x.round && y.round && x.round.number !== y.round.number)
    return `round ${x.round.number} and round ${y.round.number}`;
  if (a.days && b.days && !meets(a.days, b.days) && !signedAtNight(a, b) && !ranThroughNight(a, b))
    return `told for other days: ${x.date} and ${y.date}`;
  if (
    a.days &&
    b.days &&
    x.sums === null &&
    (isEncounter(x.kind) || x.kind === "strike") &&
    isDay(a.days) !== isDay(b.days)
  ) {
    const [day, long] = isDay(a.days) ? [a, b.days] : [b, a.days];
    // A plan tells the day on which the talks are to open.
    const opens = (day.mention.status === "planned" || x.kind === "strike") && day.days?.first === long.first;
    // "Last week's round" does not say that it lasted a week.
    if (lengthOf(long) > 1 && lengthOf(long) < 28 && lengthOf(long) !== 7 && !opens)
      return "one lasts several days, the other one day";
  }
  const [window, days] = a.window ? [a.window, b.days ?? b.window] : [b.window, a.days];
  if (window && days && !meets(window, days) && !isCloseBy(a, b)) return "too far apart in time";
  const other = otherPeople(a, b);
  if (other !== null) return other;
  if (a.place !== null && b.place !== null && isEncounter(x.kind) && !samePlace(a.place, b.place)) {
    const samePeople =
      a.persons.size > 1 &&
      [...a.persons].every((id) => b.persons.has(id)) &&
      a.days !== null &&
      b.days !== null &&
      isDay(a.days);
    if (!samePeople) return `other places: ${a.place} and ${b.place}`;
  }
  if (x.format && y.format && x.format.name !== y.format.name && a.doc === b.doc)
    return `one ${x.format.name}, the other ${y.format.name}`;
  return null;
}

function dateScore(a: Telling, b: Telling): [number, string] {
  if (a.days && b.days) {
    if (ranThroughNight(a, b)) return [0.45, "through the night"];
    if (signedAtNight(a, b))
      return a.place === null || b.place === null ? [0.1, "a day apart"] : [0.35, "a day apart, in one place"];
    if (isDay(a.days) && isDay(b.days)) return [0.45, "the same day"];
    if (a.days.first === b.days.first && a.days.last === b.days.last) return [0.35, "the same time"];
    return [lengthOf(a.days) <= 31 && lengthOf(b.days) <= 31 ? 0.3 : 0.22, "times that fit"];
  }
  if (a.window || b.window) return [a.days || b.days ? 0.2 : 0.15, "news of the same days"];
  return [0.05, "no date to compare"];
}

/** A vote or strike of which nobody is named: whose it is, the report tells all along. */
const isCollective = ({ mention, parties, persons, days, window }: Telling): boolean =>
  (mention.kind === "vote" || mention.kind === "strike") &&
  parties.size === 0 &&
  persons.size === 0 &&
  (days !== null || window !== null);

/** What one party does once in a while: told twice of one time it is one. */
const isOnce: ReadonlySet<string> = new Set(["vote", "ratification"]);

/** Two tellings: 0 where they cannot be one event, else how sure it is that they are, and why. */
export function compareEvents(a: Telling, b: Telling): Comparison {
  const obstacle = whyApart(a, b);
  if (obstacle !== null) return apart(obstacle);
  const reasons: string[] = [];
  const [date, when] = dateScore(a, b);
  reasons.push(when);
  let score = date + (a.mention.kind === b.mention.kind ? 0.1 : 0);
  const parties =
    a.parties.size === 0 || b.parties.size === 0
      ? 0.08
      : 0.25 * Math.max(jaccardOf(a.parties, b.parties), shareOne(a.agents, b.agents) ? 0.8 : 0);
  score += parties;
  if (parties > 0.12) reasons.push("the same parties");
  if (isCollective(a) && isCollective(b) && a.mention.kind === b.mention.kind && sharedOf(a.around, b.around) > 1) {
    score += 0.25;
    reasons.push("both in reports on the same parties");
  }
  if (isOnce.has(a.mention.kind) && a.mention.kind === b.mention.kind && parties > 0.2) {
    score += 0.1;
    reasons.push("what is done once");
  }
  if (shareOne(a.persons, b.persons)) {
    score += 0.12;
    reasons.push("the same people");
  }
  if (a.place !== null && b.place !== null && samePlace(a.place, b.place)) {
    score += 0.1;
    reasons.push(`both in ${a.place}`);
  }
  if (a.mention.round && b.mention.round) {
    score += 0.1;
    reasons.push(`both round ${a.mention.round.number}`);
  }
  if (a.mention.sums !== null) {
    score += 0.12;
    reasons.push(`both sum up ${a.mention.sums}`);
  }
  if (a.mention.duration && a.mention.duration.value === b.mention.duration?.value) {
    score += 0.12;
    reasons.push("as long");
  }
  if (isCloseBy(a, b) && a.mention.kind === b.mention.kind && needsObject.has(a.mention.kind)) {
    score += 0.4;
    reasons.push("told close by");
  }
  const words = overlapOf(a.words, b.words, 2);
  score += 0.15 * words;
  if (words >= 0.5) reasons.push("told in like words");
  if (!a.days && !b.days && a.doc !== b.doc && words >= 0.9 && sharedOf(a.words, b.words) > 3) {
    score += 0.2;
    reasons.push("told in the same words");
  }
  // "the proposal" in one report may be "a takeover approach" in the other; two things told in full are two.
  // "the truce" and "a ceasefire" name the kind of agreement and no more.
  const inFull = a.object.size > 1 && b.object.size > 1;
  const bothTold = inFull || (a.mention.kind !== "agreement" && a.object.size === 1 && b.object.size === 1);
  if (needsObject.has(a.mention.kind) && bothTold && sharedOf(a.object, b.object) === 0) {
    score -= a.mention.kind === "decision" && a.mention.why.rule === b.mention.why.rule ? 0.15 : 0.3;
    reasons.push("but of other things");
  }
  if (a.family !== b.family) {
    score += 0.2;
    reasons.push("what the body that was to meet decided");
  }
  const sameDay = a.days !== null && b.days !== null && isDay(a.days) && isDay(b.days);
  if (reasons.length === 1 && !sameDay && !ranThroughNight(a, b)) score -= 0.2;
  if (a.mention.kind === "statement" && !(a.days && b.days) && words < 0.6) score -= 0.3;
  return { score: Math.max(0, Math.min(1, score)), because: reasons.join(", ") };
}
