// What names an event again with too little to be one ("the walkout", "the Geneva session", "rejected the offer") joins the one event that
// it fits best, or none: by its number, place, day, parties and words, by what its own report told just before, and by what was
// news when the report was published. Every retelling is decided by the events alone, so the order of intake decides nothing.
import { boundsOf } from "../model/edtf.js";
import { whyApart } from "./compare-events.js";
import { sharedOf } from "./compare-words.js";
import type { EventGroup, Join } from "./join-loose.js";
import { isPrecise, monthsOf, onlyNames, type Telling } from "./tellings.js";

/** From this score on a retelling joins; the best must lead by so much. */
const least = 1.3;
const lead = 0.3;
const plainLead = 0.8; // of one that does not say which is meant
const mostCandidates = 60; // under one key
const mostMembers = 8; // of a group that are compared

/** Days before the report within which what happened is its news; those ahead for which plans are made. */
const newsBefore = 14;
const newsAhead = 40;
const monthBefore = 45;

/** What a retelling must say of which event it means, or its report just before; else it means one only where there is but one. */
const leastTold = 0.6;

type Scored = Join & { readonly isPlain: boolean };
/** An event that retellings may mean; what is asked of it again and again is made once. */
type Candidate = {
  readonly group: number;
  readonly members: readonly Telling[];
  readonly first: number | null; // the day of its latest telling
  readonly stems: ReadonlySet<string>; // of what its tellings say
  readonly as: (family: string) => readonly Telling[]; // some of its tellings, as if they were of that family
};
export type Attached = { readonly group: number; readonly join: Join };

const familiesLike: Readonly<Record<string, readonly string[]>> = {
  meeting: ["meeting", "call", "visit"],
  call: ["call", "meeting"],
  visit: ["visit", "meeting"],
  agreement: ["agreement", "decision"],
  decision: ["decision", "rejection"],
  rejection: ["rejection", "decision"],
  proposal: ["proposal"],
  publication: ["publication", "statement"],
  sanction: ["sanction", "decision"],
  suspension: ["suspension", "decision"],
  "use-of-force": ["use-of-force", "other"],
  deployment: ["deployment", "other"],
};

const familiesOf = (family: string): readonly string[] => familiesLike[family] ?? [family];
const publishedOf = ({ input }: Telling): number | null =>
  input.document.published.value === null ? null : boundsOf(input.document.published.value).last;

/** Keys under which events are found: their family with each month, and with each party. */
function filed(candidates: readonly Candidate[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const put = (key: string, at: number): void => {
    const list = found.get(key);
    if (!list) found.set(key, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  for (const [at, { members }] of candidates.entries()) {
    for (const { family, days, parties, doc } of members) {
      if (days && family !== "statement") put(dayKey(days), at);
      put(`${family}|d${doc}`, at);
      for (const month of days ? monthsOf(days, 3) : ["undated"]) put(`${family}|${month}`, at);
      for (const party of parties) put(`${family}|${party}`, at);
    }
  }
  return found;
}

const dayKey = ({ first, last }: NonNullable<Telling["days"]>): string => `day|${first}|${last}`;

/** A clause that tells an event by its day alone: it may be of any kind. */
const isByDay = ({ mention }: Telling): boolean => mention.why.rule === "retold/day";

const isByAct = ({ mention }: Telling): boolean => mention.why.rule === "retold/act";

/** The candidates that a retelling may mean, by index. */
function candidatesFor(retelling: Telling, byKey: ReadonlyMap<string, readonly number[]>): readonly number[] {
  if (isByDay(retelling)) return retelling.days ? (byKey.get(dayKey(retelling.days)) ?? []).slice(-mostCandidates) : [];
  const published = publishedOf(retelling);
  const stretch =
    retelling.days ?? (published === null ? null : { first: published - 2 * monthBefore, last: published + newsAhead });
  const months = stretch ? monthsOf(stretch, 6) : ["undated"];
  const keys = familiesOf(retelling.family).flatMap((family) => [
    `${family}|d${retelling.doc}`,
    ...months.map((month) => `${family}|${month}`),
    ...[...retelling.parties].map((party) => `${family}|${party}`),
  ]);
  return [...new Set(keys.flatMap((key) => (byKey.get(key) ?? []).slice(-mostCandidates)))].sort((a, b) => a - b);
}

const meets = (a: NonNullable<Telling["days"]>, b: NonNullable<Telling["days"]>): boolean =>
  a.first <= b.last && b.first <= a.last;

/** How near in its own report an event of the group is told: before it and close is best. */
function nearness(retelling: Telling, members: readonly Telling[]): number {
  const own = members.filter(({ doc }) => doc === retelling.doc);
  if (own.length === 0) return 0;
  const before = own
    .map(({ mention }) => retelling.mention.start - mention.start)
    .filter((gap) => gap >= 0)
    .sort((a, b) => a - b)[0];
  return before === undefined ? 0.5 : before < 400 ? 1.4 : before < 1200 ? 1.1 : 0.8;
}

/** How well the time of the event goes with the report: what is told with "the" happened shortly before, or is ahead. */
function timeliness(retelling: Telling, first: number | null): number {
  const published = publishedOf(retelling);
  if (retelling.days || published === null || first === null) return 0;
  const age = published - first;
  if (age >= -newsAhead && age <= newsBefore) return age >= 0 ? 0.8 : 0.5;
  return age > newsBefore && age <= monthBefore ? 0.3 : 0;
}

const stemsOf = ({ words, object }: Telling): ReadonlySet<string> => new Set([...words, ...object]);

/** Whether two tellings stand in one sentence: a report that tells two there tells two. */
const isBeside = (a: Telling, b: Telling): boolean =>
  a.doc === b.doc &&
  a.input.reading.sentences.some(
    ({ start, end }) =>
      start <= a.mention.trigger.start &&
      a.mention.trigger.start < end &&
      start <= b.mention.trigger.start &&
      b.mention.trigger.start < end,
  );

/** What speaks for a retelling being of a group, with the reason; null where something speaks against it. */
function scoreOf(retelling: Telling, { members, first, stems, as }: Candidate): Scored | null {
  const some = as(retelling.family);
  if (some.some((member) => whyApart(retelling, member) !== null)) return null;
  if (
    !onlyNames(retelling) &&
    retelling.mention.refersTo === null &&
    some.some((member) => isBeside(retelling, member))
  )
    return null;
  const like = retelling.like;
  if (like.length > 0 && ![...stems].some((stem) => like.some((beginning) => stem.startsWith(beginning)))) return null;
  const reasons: string[] = [];
  let score = 0;
  let told = 0; // what the retelling itself says of which one is meant
  const add = (value: number, reason: string): void => {
    score += value;
    if (value > 0) reasons.push(reason);
  };
  const { mention, days, parties, place } = retelling;
  if (mention.round && some.some((other) => other.mention.round?.number === mention.round?.number))
    add(1.6, "the same number");
  else if (mention.round && some.every((other) => other.mention.round === null)) score -= 0.4;
  if (
    place !== null &&
    some.some((other) => other.place !== null && (other.place.includes(place) || place.includes(other.place)))
  )
    add(1.2, `both in ${place}`);
  else if (place !== null) score -= 0.5;
  if (days && some.some((other) => other.days && meets(days, other.days)))
    add(some.some(isPrecise) ? 1.3 : 0.6, "times that fit");
  const shared = [...parties].filter((party) => some.some((other) => other.parties.has(party))).length;
  if (shared > 0) add(Math.min(1, 0.6 * shared), "the same parties");
  const same = sharedOf(stemsOf(retelling), stems);
  if (same > 0) add(Math.min(0.9, 0.35 * same), "like words");
  told = score;
  const { refersTo } = mention;
  if (refersTo !== null && members.some(({ doc, index }) => doc === retelling.doc && index === refersTo))
    add(1.5, "the report goes on about it");
  if (score - told > 1) told = score;
  // A clause that tells an act in other words must share something with it, and be of its kind.
  if (isByAct(retelling) && (told === 0 || members.every(({ mention: other }) => other.kind !== mention.kind)))
    return null;
  const near = nearness(retelling, members);
  if (near > 1) told += near;
  add(near, "told in the same report");
  add(timeliness(retelling, first), "the news of those days");
  if (some.some((member) => member.mention.kind === retelling.mention.kind)) add(0.3, "of the same kind");
  else if (!isByDay(retelling)) score -= 0.5;
  if (isByDay(retelling) && shared === 0 && same === 0 && near === 0) return null;
  return { score, because: reasons.join(", "), isPlain: onlyNames(retelling) && told < leastTold };
}

/** The group of each retelling, by its index; nothing where none or two fit. */
export function attach(
  tellings: readonly Telling[],
  groups: readonly EventGroup[],
  retellings: readonly Telling[],
): ReadonlyMap<number, Attached> {
  const candidates = groups.map(({ members }, group): Candidate => {
    const own = members.flatMap((member) => tellings[member] ?? []);
    const days = own.flatMap(({ days: told }) => (told && Number.isFinite(told.first) ? [told.first] : []));
    const some = own.slice(0, mostMembers);
    const byFamily = new Map<string, readonly Telling[]>();
    const as = (family: string): readonly Telling[] => {
      const known = byFamily.get(family) ?? some.map((telling) => ({ ...telling, family }));
      byFamily.set(family, known);
      return known;
    };
    const stems = new Set(some.flatMap((member) => [...stemsOf(member)]));
    return { group, members: own, first: days.length > 0 ? Math.max(...days) : null, stems, as };
  });
  const byKey = filed(candidates);
  const found = new Map<number, Attached>();
  for (const [index, retelling] of retellings.entries()) {
    const scored = candidatesFor(retelling, byKey).flatMap((at) => {
      const candidate = candidates[at];
      const join = candidate ? scoreOf(retelling, candidate) : null;
      return candidate && join ? [{ group: candidate.group, join }] : [];
    });
    scored.sort((a, b) => b.join.score - a.join.score || a.group - b.group);
    const [best, second] = scored;
    if (best?.join.isPlain && second && best.join.score - second.join.score < plainLead) continue;
    if (!best || best.join.score < least || (second && best.join.score - second.join.score < lead)) continue;
    found.set(index, {
      group: best.group,
      join: { score: Math.min(1, best.join.score / 4), because: best.join.because },
    });
  }
  return found;
}
