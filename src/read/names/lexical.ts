// Names that the lexicon knows: states, organizations, capitals, places, and bodies by whose they are ("Russian Foreign Ministry",
// "Ministry of Foreign Affairs of the Russian Federation", "Russia-NATO Council").
import type { AnalysedSentence } from "../analysis.js";
import { orgHeadOf } from "./kinds.js";
import { type Claim, isA, lower, type Marks } from "./marks.js";
import { type Found, phraseAt } from "./phrases.js";
import type { BodyKind, Entry, Sense } from "./words.js";

const short = (key: string): string => key.replace(/^\w+:/, "");
const dash = /^(?:-|\/)$/;

/** The key of a body of `owner`: "body:RU/foreign-ministry". */
const bodyKey = (owner: string, id: string): string => `body:${short(owner).replace(/\/.*$/, "")}/${id}`;

const claimOf = (first: number, last: number, kind: Claim["kind"], key: string | null, rule: string): Claim => ({
  first,
  last,
  kind,
  key,
  title: null,
  rule,
});

type Owner = { readonly last: number; readonly keys: readonly string[] };

/** Whose: a state or organization by its name, or a state by its adjective, beginning at token `first`. */
function ownerAt(marks: Marks, first: number, ceiling: number): Owner | null {
  const named = phraseAt(marks.words.lexicon, marks.tokens, first, ceiling);
  const entry = named?.value.entry;
  const adjective = phraseAt(marks.words.adjectives, marks.tokens, first, ceiling);
  if (named && entry && named.value.as === "name" && named.last >= (adjective?.last ?? 0))
    return { last: named.last, keys: [entry.key] };
  return adjective && { last: adjective.last, keys: adjective.value };
}

/** "Foreign Ministry of the Russian Federation", "foreign ministry in Moscow": the body with whose it is behind. */
function bodyWithOwnerBehind(marks: Marks, body: Found<BodyKind>, ceiling: number): Claim | null {
  const joint = lower(marks, body.last);
  const inside = marks.words.is("where", joint);
  if (!inside && !marks.words.is("genitive", joint)) return null;
  const at = isA(marks, "the", body.last + 1) ? body.last + 2 : body.last + 1;
  const owner = phraseAt(marks.words.lexicon, marks.tokens, at, ceiling);
  const entry = owner?.value.entry;
  if (!owner || !entry || entry.kind === "person" || owner.value.as === "medium") return null;
  if (
    inside &&
    (owner.value.as !== "capital" ||
      entry.kind !== "state" ||
      body.value.id === "embassy" ||
      body.value.id === "permanent-mission")
  )
    return null;
  return claimOf(body.first, owner.last, "body", bodyKey(entry.key, body.value.id), "body-of-owner");
}

/** "The Norwegian fisheries commission": a body whose field a noun tells before the word for what it is. */
function bodyByNoun(marks: Marks, first: number, ceiling: number): Found<BodyKind> | null {
  const [field, head] = [marks.tokens[first], marks.tokens[first + 1]];
  if (first + 2 > ceiling || field?.upos !== "NOUN" || !head || !marks.words.is("field-body", head.lower)) return null;
  if (marks.capital[first] || marks.capital[first + 1] || marks.timex[first]) return null;
  const name = `${field.lower} ${head.lower}`;
  return { first, last: first + 2, value: { id: name.replace(" ", "-"), name } };
}

/** "Russian Foreign Ministry", "OSCE Permanent Council", "Russia's Foreign Ministry" (two names), "Foreign Ministry of Russia". */
function bodyAt(marks: Marks, first: number, ceiling: number): Claim[] | null {
  const owner = ownerAt(marks, first, ceiling);
  if (owner) {
    const [key] = owner.keys;
    const possessive = lower(marks, owner.last) === "'s" ? 1 : 0;
    const body =
      phraseAt(marks.words.bodies, marks.tokens, owner.last + possessive, ceiling) ??
      bodyByNoun(marks, owner.last + possessive, ceiling);
    if (!body || key === undefined || owner.keys.length > 1) return null;
    const whole = bodyKey(key, body.value.id);
    if (!possessive) return [claimOf(first, body.last, "body", whole, "owner-body")];
    return [
      claimOf(first, owner.last, key.startsWith("state:") ? "state" : "organization", key, "lexicon"),
      claimOf(body.first, body.last, "body", whole, "owner-body"),
    ];
  }
  const body = phraseAt(marks.words.bodies, marks.tokens, first, ceiling);
  const claim = body && bodyWithOwnerBehind(marks, body, ceiling);
  if (claim) return [claim];
  const known = body && phraseAt(marks.words.lexicon, marks.tokens, first, ceiling);
  const named =
    body &&
    !known &&
    marks.capital[body.last - 1] &&
    marks.capital[first] &&
    body.last - first > 1 &&
    marks.manner[marks.tokens[first]?.sentence ?? 0] === "plain";
  return body && named ? [claimOf(first, withFields(marks, body.last), "body", null, "body-alone")] : null;
}

/** "Ministry of Industry and Commerce": over further fields that are joined by "and". */
function withFields(marks: Marks, last: number): number {
  let end = last;
  while (end < last + 6) {
    const comma = lower(marks, end) === "," && isA(marks, "and", end + 2) ? 1 : 0;
    const and = isA(marks, "and", end) ? 1 : comma;
    const next = end + and;
    const noun =
      and > 0 &&
      marks.capital[next] &&
      marks.tokens[next]?.upos !== "VERB" &&
      !marks.words.orgHeads.has(lower(marks, next));
    if (
      !noun ||
      phraseAt(marks.words.lexicon, marks.tokens, next, next + 4) ||
      phraseAt(marks.words.bodies, marks.tokens, next, next + 4)
    )
      break;
    end = next + 1;
    if (marks.capital[end] && !isA(marks, "the", end)) break;
  }
  return end;
}

/** "Russia-NATO Council": two names joined by a dash before a word for a body, one body. */
function jointBodyAt(marks: Marks, found: Found<Sense>, ceiling: number): Claim | null {
  const left = found.value.entry;
  if (!left || !dash.test(lower(marks, found.last))) return null;
  const right = phraseAt(marks.words.lexicon, marks.tokens, found.last + 1, ceiling);
  if (!right?.value.entry) return null;
  let last = right.last;
  while (
    last < ceiling &&
    marks.capital[last] &&
    last < right.last + 3 &&
    marks.words.orgHeads.get(lower(marks, last))?.kind !== "body"
  )
    last++;
  const head = marks.words.orgHeads.get(lower(marks, last));
  if (last >= ceiling || !marks.capital[last] || head?.kind !== "body") return null;
  const parts = [short(left.key), short(right.value.entry.key)].sort();
  const id = marks.tokens
    .slice(right.last, last + 1)
    .map((token) => token.lower)
    .join("-");
  return claimOf(found.first, last + 1, "body", `body:${parts.join("+")}/${id}`, "joint-body");
}

const kindOf = (sense: Sense): Claim["kind"] => (sense.as === "place" ? "place" : (sense.entry?.kind ?? null));
const ruleOf = { name: "lexicon", capital: "capital", place: "place-lexicon", medium: "medium" } as const;

/** Whether a longer run of capitals than the lexicon's phrase is a person who bears a place's name ("Jordan Vale", "George Washington"). */
function isPersonsName(marks: Marks, found: Found<Sense>, entry: Entry | null): boolean {
  const [given, next] = [marks.words.givenNames.get(lower(marks, found.first)), found.last];
  const medium = found.value.as === "medium"; // "Petra", "Ana": agencies and given names
  if (medium ? given === undefined : entry && entry.kind !== "state") return false;
  const nextIsName =
    marks.capital[next] === true &&
    !marks.timex[next] &&
    !phraseAt(marks.words.offices, marks.tokens, next, next + 3) &&
    !phraseAt(marks.words.lexicon, marks.tokens, next, next + 5) &&
    !phraseAt(marks.words.bodies, marks.tokens, next, next + 5) &&
    !marks.words.orgHeads.has(lower(marks, next));
  if (given !== undefined && found.last - found.first === 1 && nextIsName) return true;
  if (medium) return false;
  const apposed =
    found.value.as !== "name" &&
    lower(marks, found.first - 1) === "," &&
    (lower(marks, next + 1) === "," || marks.words.is("saying", lower(marks, next + 1)));
  if (apposed && nextIsName) return true; // "The president, Santiago Orvik, said"
  return (
    marks.words.givenNames.has(lower(marks, found.first - 1)) &&
    marks.capital[found.first - 1] === true &&
    marks.tokens[found.first - 1]?.upos !== "AUX"
  );
}

const owned = new Set([
  "agency",
  "authority",
  "office",
  "board",
  "ministry",
  "department",
  "council",
  "commission",
  "committee",
  "court",
  "parliament",
  "police",
  "delegation",
  "association",
]);
const absorbing = new Set(["university", "medium", "company", "bank", "association", "party", "union", "federation"]);

/** Whether the lexicon's phrase only begins the name of an organization or a place: "Georgetown University", "Gulf of Mexico". */
function beginsLonger(marks: Marks, found: Found<Sense>, ceiling: number): boolean {
  if (found.value.as === "medium" || (found.value.entry && found.value.entry.kind !== "state")) return false;
  if (isA(marks, "genitive", found.last) && found.value.as === "place") return marks.capital[found.last + 1] === true;
  let last = found.last;
  while (last < ceiling && marks.capital[last] && !marks.timex[last] && last < found.last + 4) last++;
  const head =
    last > found.last && last - found.first <= 5 ? marks.words.orgHeads.get(lower(marks, last - 1)) : undefined;
  for (let i = found.last; i < last; i++) if (phraseAt(marks.words.offices, marks.tokens, i, ceiling)) return false;
  const anyHead = found.value.as === "place" && head?.kind === "organization"; // "Florida Tomato Exchange"
  return (
    head !== undefined &&
    (absorbing.has(head.id) || anyHead) &&
    !phraseAt(marks.words.bodies, marks.tokens, found.last, ceiling)
  );
}

/** What the lexicon names in one sentence, in order. */
export function lexicalNames(marks: Marks, sentence: AnalysedSentence): Claim[] {
  const claims: Claim[] = [];
  for (let i = sentence.first; i < sentence.last; ) {
    if (marks.timex[i] && !phraseAt(marks.words.lexicon, marks.tokens, i, sentence.last)) {
      i++;
      continue;
    }
    const found = phraseAt(marks.words.lexicon, marks.tokens, i, sentence.last);
    const joint = found && jointBodyAt(marks, found, sentence.last);
    const bodies = joint ? [joint] : bodyAt(marks, i, sentence.last);
    const bodyEnd = bodies?.[bodies.length - 1]?.last ?? i;
    if (bodies && bodyEnd > (found?.last ?? i)) {
      claims.push(...bodies);
      i = bodyEnd;
    } else if (found && !isPersonsName(marks, found, found.value.entry) && !beginsLonger(marks, found, sentence.last)) {
      claims.push(
        claimOf(found.first, found.last, kindOf(found.value), found.value.entry?.key ?? null, ruleOf[found.value.as]),
      );
      i = found.last;
    } else i++;
  }
  return claims;
}

/** "US National Hurricane Center", "NATO Military Committee": a body of the state or organization named directly before. */
export function ownedBody(marks: Marks, owner: Claim, claim: Claim): Claim | null {
  if (owner.last !== claim.first || owner.key === null || claim.rule !== "organization-word") return null;
  if (owner.kind !== "state" && owner.kind !== "organization") return null;
  const head = orgHeadOf(marks, claim.first, claim.last);
  if (!head || !owned.has(head.id)) return null;
  const id = marks.tokens
    .slice(claim.first, claim.last)
    .map((token) => token.lower)
    .filter((word) => /^[\p{L}\p{N}]+$/u.test(word))
    .join("-");
  return claimOf(owner.first, claim.last, "body", bodyKey(owner.key, id), "owner-body");
}
