// What the document as a whole says of its names: the same words are of one kind everywhere, a surname or the first word of an
// organization's name names what was named in full elsewhere.

import { distance } from "fastest-levenshtein";
import { singlesOfLayer } from "./layer.js";
import { type Claim, isA, lower, type Marks, verbFollows } from "./marks.js";
import { settleSigns } from "./signs.js";
import type { Offices } from "./titles.js";

/** How far a rule is to be trusted where two occurrences of one name differ. */
const trust: Readonly<Record<string, number>> = {
  "title-before": 6,
  "title-behind": 6,
  "title-in-front": 5,
  "given-name": 5,
  age: 5,
  "organization-word": 5,
  abbreviated: 5,
  "office-at": 4,
  "party-name": 5,
  family: 5,
  "organization-signs": 4,
  "state-signs": 5,
  "joined-words": 4,
  "noun-before": 4,
  acronym: 4,
  "noun-behind": 4,
  "person-noun": 3,
  says: 3,
  "place-noun": 3,
  "place-opening": 3,
  "two-names": 2,
  "with-article": 2,
  "one-of-many": 1,
  owned: 2,
  locative: 1,
  capitals: 1,
  "layer/PER": 2,
  "layer/ORG": 3,
  "before-office": 2,
  single: 0,
};
const trustOf = (claim: Claim): number => trust[claim.rule] ?? 9;

export const wordsOf = (marks: Marks, first: number, last: number): string =>
  marks.tokens
    .slice(first, last)
    .map((token) => token.lower.replaceAll("\u200b", ""))
    .join(" ");

type Known = {
  readonly whole: Map<string, Claim>;
  readonly surnames: Map<string, Claim>;
  readonly firsts: Map<string, Claim>; // first words of persons that may be surnames: "Xie" of "Xie Zhenhua"
  readonly openings: Map<string, Claim | null>;
  readonly endings: Map<string, Claim | null>;
  readonly acting: Map<string, "organization" | "person">; // single words that speak or act
  readonly spellings: Map<string, boolean>; // words looked up before
  readonly places: Set<string>; // single words that stand where something is
  readonly business: boolean; // the text speaks of companies and the like
  readonly layer: ReadonlySet<string>; // single words that the language layer sees as a person's or an organization's name
};

/** Where a surname begins, with the particles before it: "al-Ansari". */
function surnameStart(marks: Marks, first: number, end: number): number {
  let start = end - 1;
  while (
    start > first &&
    (marks.words.is("particle", lower(marks, start - 1)) ||
      lower(marks, start - 1) === "-" ||
      lower(marks, start) === "-") // "Tarn-Orvik"
  )
    start--;
  return start;
}

/** The end of a person's surname: before "Jr". */
const surnameEnd = (marks: Marks, claim: Claim): number =>
  claim.last - claim.first > 1 && marks.words.is("suffix", lower(marks, claim.last - 1)) ? claim.last - 1 : claim.last;

/** Whether a single unknown name speaks or acts. It is an organization where the text speaks of companies, a person elsewhere. */
function actsAlone(marks: Marks, claim: Claim, seen = false): boolean {
  const next = lower(marks, claim.last);
  const inside = seen || marks.large.has(lower(marks, claim.first));
  if (marks.words.is("saying", next)) return inside || !lower(marks, claim.first).endsWith("s");
  if (isA(marks, "telling", claim.first - 1)) return true;
  if (lower(marks, claim.last) === "," && isA(marks, "who", claim.last + 1)) return true; // "Vale, who"
  return (
    inside && (next === "'s" || verbFollows(marks, claim.last) || verbFollows(marks, behindTime(marks, claim.last)))
  );
}

/** "Orvela on Monday raised its bid": behind the time that a preposition opens at `index`. */
function behindTime(marks: Marks, index: number): number {
  let end = marks.tokens[index]?.upos === "ADP" ? index + 1 : index;
  while (end < index + 5 && marks.timex[end]) end++;
  return marks.timex[end - 1] ? end : index;
}

function knownNames(marks: Marks, claims: readonly Claim[]): Known {
  const known: Known = {
    whole: new Map(),
    surnames: new Map(),
    firsts: new Map(),
    openings: new Map(),
    endings: new Map(),
    acting: new Map(),
    places: new Set(),
    spellings: new Map(),
    layer: singlesOfLayer(marks),
    business: [...marks.small].some((word) => marks.words.is("business", word)),
  };
  for (const claim of claims) noteSingle(marks, known, claim);
  for (const claim of claims) {
    if (claim.key !== null || claim.kind === null || claim.rule === "state-as-place") continue; // where, not who
    const words = wordsOf(marks, claim.first, claim.last);
    const other = known.whole.get(words);
    if (!other || trustOf(claim) > trustOf(other)) known.whole.set(words, claim);
  }
  for (const claim of known.whole.values()) noteParts(marks, known, claim);
  return known;
}

/** Single words that stand where something is, and those that speak or act. */
function noteSingle(marks: Marks, known: Known, claim: Claim): void {
  if (claim.key !== null || claim.last - claim.first > 1) return;
  const word = lower(marks, claim.first);
  if (claim.rule === "locative" && marks.words.is("inside", lower(marks, claim.first - 1))) known.places.add(word);
  if (claim.rule === "before-office") known.acting.set(word, "organization");
  else if (claim.kind === null && !known.acting.has(word) && actsAlone(marks, claim, known.layer.has(word))) {
    const who = lower(marks, claim.last) === "," && isA(marks, "who", claim.last + 1); // "Vale, who"
    known.acting.set(word, known.business && !who ? "organization" : "person");
  }
}

/** What parts of a name may stand for the whole of it. */
function noteParts(marks: Marks, known: Known, claim: Claim): void {
  const once = (map: Map<string, Claim | null>, word: string): void => {
    map.set(word, map.has(word) ? null : claim);
  };
  const first = lower(marks, claim.first);
  const several = claim.last - claim.first > 1;
  if (claim.kind === "person") {
    const end = surnameEnd(marks, claim);
    known.surnames.set(lower(marks, end - 1), claim);
    known.surnames.set(wordsOf(marks, surnameStart(marks, claim.first, end), end), claim);
    const gender = marks.words.givenNames.get(first);
    if (several && (gender === undefined || gender === "either")) known.firsts.set(first, claim);
  } else if (several && (claim.kind === "organization" || claim.kind === "body")) {
    once(known.openings, first);
    if (claim.last - claim.first > 2) once(known.openings, wordsOf(marks, claim.first, claim.last - 1)); // "Orvela Point" of "Orvela Point Capital"
    once(known.endings, lower(marks, claim.last - 1));
  }
}

/** Whether `word` is a spelling of exactly one surname of the document: a letter or two apart in a long word with the same beginning. */
function isSpelling(known: Known, word: string): boolean {
  const cached = known.spellings.get(word);
  if (cached !== undefined) return cached;
  let near = 0;
  for (const surname of known.surnames.keys()) {
    const length = Math.min(surname.length, word.length);
    if (length < 5 || surname[0] !== word[0] || Math.abs(surname.length - word.length) > 2) continue;
    if (distance(surname, word) <= (length >= 7 ? 2 : 1)) near++;
  }
  known.spellings.set(word, near === 1);
  return near === 1;
}

function settled(marks: Marks, known: Known, claim: Claim): Claim {
  if (claim.key !== null || claim.title !== null) return claim;
  const whole = known.whole.get(wordsOf(marks, claim.first, claim.last));
  const better =
    whole && trustOf(whole) > Math.max(trustOf(claim), 2) ? { ...claim, kind: whole.kind, rule: whole.rule } : null;
  const opened =
    claim.rule === "two-names" || claim.rule === "before-office"
      ? known.openings.get(wordsOf(marks, claim.first, claim.last))
      : null;
  if (opened) return { ...claim, kind: opened.kind, rule: "part-of-name" }; // "Orvela Point" of "Orvela Point Capital"
  const bare = surnameStart(marks, claim.first, claim.last) === claim.first;
  if (better || !bare || trustOf(claim) > 2) return better ?? claim;
  const word = wordsOf(marks, claim.first, claim.last);
  if (known.surnames.has(word) || (claim.kind === null && known.firsts.has(word)))
    return { ...claim, kind: "person", rule: "surname" };
  if (claim.kind === null && isSpelling(known, word)) return { ...claim, kind: "person", rule: "spelling" };
  if (known.places.has(word)) return claim.kind === null ? { ...claim, kind: "place", rule: "locative" } : claim;
  const organization = known.openings.get(word) ?? (claim.rule === "with-article" ? known.endings.get(word) : null);
  if (organization) return { ...claim, kind: organization.kind, rule: "part-of-name" };
  const acting = known.acting.get(word);
  if (acting && claim.kind === null && marks.words.givenNames.has(word))
    return { ...claim, kind: "person", rule: "given-alone" };
  const alone = claim.last - claim.first === 1 && lower(marks, claim.last) !== "-";
  const open =
    claim.kind === null ||
    (claim.rule === "locative" && !known.places.has(word)) ||
    (claim.rule === "with-article" && claim.kind === "other" && alone && acting === "organization"); // "some on the Orvela side"
  return open && acting ? { ...claim, kind: acting, rule: "acts-alone" } : claim;
}

/** Whether what begins at `index` behind a comma says something, at once or behind one more comma. */
function saysBehindApposition(marks: Marks, index: number): boolean {
  if (marks.words.is("saying", lower(marks, index))) return true;
  for (let i = index; i < index + 10 && marks.tokens[i]?.sentence === marks.tokens[index]?.sentence; i++)
    if (lower(marks, i) === ",") return isA(marks, "article", index) && marks.words.is("saying", lower(marks, i + 1));
  return false;
}

/** Whether an acronym stands where somebody stands: it acts, owns, is spoken or negotiated with, has somebody in office, or stands in brackets behind a name. */
function acronymActs(marks: Marks, claim: Claim, offices: Offices): boolean {
  const before = marks.tokens[claim.first - 1];
  if (
    actsAlone(marks, claim) ||
    verbFollows(marks, claim.last) ||
    offices.starting.has(claim.last) ||
    lower(marks, claim.last) === "'s"
  )
    return true;
  const [behind, further] = [lower(marks, claim.last), lower(marks, claim.last + 1)];
  if (before?.lower === "," && behind === "," && isA(marks, "organization-noun", claim.first - 2)) return true; // "their union, UQZ,"
  if (behind === "," && saysBehindApposition(marks, claim.last + 1)) return true; // "the party, the UQZ, said", "UQZ, the mission, said"
  const called = marks.words.is("organization-noun", behind) || marks.words.is("organization-noun", further);
  if (called && before && marks.words.is("the", before.lower)) return true; // "the Q23 rebel group"
  if (marks.tokens[claim.first]?.relation === "obl:agent") return true; // "checked by the UQZ"
  if (before?.lower === "(") return lower(marks, claim.last) === ")";
  return before !== undefined && marks.words.is("beside", before.lower);
}

/** The initials of the organizations that are named in full: an acronym that is one of them stands for that one. */
function initialsTold(marks: Marks, claims: readonly Claim[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, first, last } of claims) {
    if ((kind !== "organization" && kind !== "body") || last - first < 3) continue;
    const capitals = marks.tokens.slice(first, last).filter(({ text }) => /^\p{Lu}/u.test(text));
    if (capitals.length > 2) found.add(capitals.map(({ lower: word }) => word[0]).join(""));
  }
  return found;
}

/** "OSLO, 12 May (Orvela Wire) -": whether a name only signs the report. */
const signsReport = (marks: Marks, { first, last, key }: Claim): boolean =>
  key === null &&
  lower(marks, first - 1) === "(" &&
  lower(marks, last) === ")" &&
  lower(marks, last + 1) === "-" &&
  marks.timex[first - 2] === true;

/** The claims with what the document as a whole says of them. */
export function settleKinds(marks: Marks, found: readonly Claim[], offices: Offices): Claim[] {
  const claims = settleSigns(marks, found, offices);
  const known = knownNames(marks, claims);
  const acting = new Set<string>();
  const initials = initialsTold(marks, claims);
  for (const claim of claims)
    if (claim.rule === "acronym" && acronymActs(marks, claim, offices)) acting.add(lower(marks, claim.first));
  return claims.map((claim) => {
    if (signsReport(marks, claim)) return { ...claim, kind: "other", rule: "signature" };
    if (claim.rule === "abbreviated" && claim.kind === null)
      return { ...claim, kind: acting.has(lower(marks, claim.last + 1)) ? "organization" : "other" };
    const word = lower(marks, claim.first);
    const idle = claim.rule === "acronym" && !acting.has(word) && !initials.has(word);
    return settled(marks, known, idle ? { ...claim, kind: "other" } : claim);
  });
}
