// Names: maximal runs of words that name a person, state, organization, body or place, with what lexicon and context say of
// their kind. What the lexicon knows comes first, capitals and titles settle the rest, the document as a whole has the last word.
import type { Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { ActorKind } from "../../model/words.js";
import { type Analysis, wordEnd } from "../analysis.js";
import { abbreviatedNames } from "./abbreviated.js";
import { namesInHeadline, namesTold } from "./headlines.js";
import { claimRun } from "./kinds.js";
import { layerClaims, withLayerEdges, withParticles } from "./layer.js";
import { lexicalNames, ownedBody } from "./lexical.js";
import { type Claim, isAcronym, lower, type Marks, markTokens } from "./marks.js";
import { withOwnStates } from "./own-states.js";
import { capitalRuns } from "./runs.js";
import { settleSenses } from "./senses.js";
import { settleKinds } from "./settle.js";
import { type Offices, officesOf } from "./titles.js";
import type { NameWords } from "./words.js";

export type { NameWords } from "./words.js";

/** One name in the text. `kind` null: undecided. `key`: the lexicon's id, where the lexicon knows it. `title`: the office or title directly before or behind it. */
export type NameSpan = Range & {
  readonly kind: ActorKind | "place" | "other" | null;
  readonly key: string | null;
  readonly title: Range | null;
  readonly rule: string;
};

/** The name of this sentence that ends where another begins: the latest claims only, so that the search stays short. */
function ownerBefore(claims: readonly Claim[], first: number): Claim | undefined {
  for (let i = claims.length - 1; i >= 0 && i > claims.length - 40; i--)
    if (claims[i]?.last === first) return claims[i];
  return undefined;
}

/** "Communications Workers of America", "Bank of Japan": over the state or place that the name ends with, whose own claim goes. */
function overPlace(marks: Marks, claims: Claim[], claim: Claim): Claim {
  if (claim.rule !== "organization-word" || claim.kind === "other" || !isOf(marks, claim.last)) return claim;
  for (let i = claims.length - 1; i >= 0 && i > claims.length - 40; i--) {
    const place = claims[i];
    if (place?.first !== claim.last + 1 || (place.kind !== "state" && place.kind !== "place")) continue;
    claims.splice(i, 1);
    return { ...claim, last: place.last };
  }
  return claim;
}

const isOf = (marks: Marks, index: number): boolean => marks.words.is("genitive", lower(marks, index));

/** "UQZ Scotland": letters directly before a place, whose own claim goes. */
function withPlace(marks: Marks, claims: Claim[], claim: Claim): Claim {
  if (claim.kind !== "organization" || claim.title || !isAcronym(marks.tokens[claim.last - 1]?.text ?? ""))
    return claim;
  for (let i = claims.length - 1; i >= 0 && i > claims.length - 40; i--) {
    const place = claims[i];
    if (place?.first !== claim.last || (place.kind !== "state" && place.kind !== "place") || place.rule === "capital")
      continue;
    if (!marks.capital[place.first]) return claim;
    claims.splice(i, 1);
    return { ...claim, last: place.last, rule: "acronym-of-place" };
  }
  return claim;
}

/** The names of sentences that use capitals as usual. Marks the tokens of all of them in `taken`. */
function namesInText(marks: Marks, offices: Offices, taken: boolean[]): Claim[] {
  const claims: Claim[] = [];
  const take = (claim: Claim): void => {
    claims.push(claim);
    taken.fill(true, claim.first, claim.last);
  };
  for (const sentence of marks.sentences) {
    for (const claim of lexicalNames(marks, sentence)) take(claim);
    if (marks.manner[sentence.index] !== "plain") continue;
    const isName = (index: number): boolean => taken[index] === true;
    for (const claim of abbreviatedNames(marks, sentence, (index) => !isName(index))) take(claim);
    for (const run of capitalRuns(marks, sentence, offices, isName)) {
      const claim = claimRun(marks, offices, isName, run, sentence.first, sentence.last);
      const owner = claim && ownerBefore(claims, claim.first);
      const merged = claim && owner ? ownedBody(marks, owner, claim) : null;
      if (merged && owner) claims.splice(claims.indexOf(owner), 1);
      if (claim) take(merged ?? withPlace(marks, claims, overPlace(marks, claims, claim)));
    }
  }
  return claims;
}

/** Titles that end inside a name reach to its end: "head of the Exporters' Chamber". */
function withWholeTitles(claims: readonly Claim[]): Claim[] {
  const endOf = new Map<number, number>();
  for (const claim of claims) for (let i = claim.first + 1; i < claim.last; i++) endOf.set(i, claim.last);
  return claims.map((claim) => {
    const end = claim.title && endOf.get(claim.title.last);
    return claim.title && end !== undefined && end !== null
      ? { ...claim, title: { first: claim.title.first, last: end } }
      : claim;
  });
}

/** The names of a document in order, none overlapping. Linear in its length. */
export function findNames(analysis: Analysis, timexes: readonly Timex[], words: NameWords): readonly NameSpan[] {
  const marks = markTokens(analysis, timexes, withOwnStates(analysis, words));
  const taken = new Array<boolean>(marks.tokens.length).fill(false);
  const offices = officesOf(marks);
  const ruled = withParticles(marks, withLayerEdges(marks, namesInText(marks, offices, taken), taken), taken);
  const plain = settleKinds(
    marks,
    [...ruled, ...layerClaims(marks, taken)].sort((a, b) => a.first - b.first),
    offices,
  );
  const told = namesTold(marks, plain);
  const shouted = marks.sentences
    .filter(({ index }) => marks.manner[index] !== "plain")
    .flatMap((sentence) => namesInHeadline(marks, sentence, told, (index) => taken[index] === true));
  const claims = withWholeTitles(
    settleSenses(
      marks,
      [...plain, ...shouted].sort((a, b) => a.first - b.first),
    ),
  );
  const range = (first: number, last: number): Range => ({
    start: marks.tokens[first]?.start ?? 0,
    end: marks.tokens[last - 1]?.end ?? 0,
  });
  const nameRange = (first: number, last: number): Range => {
    const end = marks.tokens[last - 1];
    return { ...range(first, last), end: end ? wordEnd(end) : 0 };
  };
  return claims.map(({ first, last, kind, key, title, rule }) => ({
    ...nameRange(first, last),
    kind,
    key,
    title: title && range(title.first, title.last),
    rule,
  }));
}
