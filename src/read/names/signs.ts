// Signs around a name that it is an organization's though nothing in its words says so: what it owns ("Orvela's shares"), what is
// said to be of it ("a stake in Orvela"), "which" behind it, an executive of it directly behind ("Orvela chief executive Anna Vale").
import { type Claim, isA, lower, type Marks } from "./marks.js";
import type { Offices } from "./titles.js";

/** Rules whose kind is open: capitals alone made it. */
const open = new Set(["two-names", "single", "capitals", "with-article", "locative", "says"]);
const executive = new Set(["chief", "spokesperson", "secretary-general", "negotiator"]);

/** "Orvela's four northern plants": a thing that organizations own, within three words behind the genitive. */
function ownsAsOrganization(marks: Marks, last: number): boolean {
  if (lower(marks, last) !== "'s") return false;
  for (let i = last + 1; i < last + 4; i++) {
    if (isA(marks, "organization-owned", i)) return true;
    if (!/^[\p{L}\p{N}]/u.test(lower(marks, i))) return false;
  }
  return false;
}

/** "Orvela, the union that", "Orvela, a Spanish carrier,": an apposition that tells what it is. */
export function apposedNoun(marks: Marks, last: number): boolean {
  if (lower(marks, last) !== "," || !isA(marks, "article", last + 1)) return false;
  for (let i = last + 2; i < last + 11; i++) {
    const [word, next] = [lower(marks, i), lower(marks, i + 1)];
    const follower = marks.tokens[i + 1];
    const ends = /^[,.]$/.test(next) || isA(marks, "which", i + 1) || follower?.upos === "VERB";
    if (ends)
      return marks.words.is("organization-noun", word) || marks.words.is("organization-noun", word.replace(/s$/, ""));
    if (!/^[\p{L}-]/u.test(word)) return false;
  }
  return false;
}

function signAround(marks: Marks, offices: Offices, { first, last }: Claim): boolean {
  if (lower(marks, last) === "," && isA(marks, "which", last + 1)) return true;
  if (
    lower(marks, last) === "(" &&
    /^\p{N}[\p{N}.,]*$/u.test(lower(marks, last + 1)) &&
    isA(marks, "percent", last + 2)
  )
    return true; // "Orvela Tarn (7.4%)": a holder of shares
  if (ownsAsOrganization(marks, last) || apposedNoun(marks, last)) return true;
  const verb = isA(marks, "the", first - 1) ? first - 2 : first - 1;
  if (isA(marks, "leading", verb) && isA(marks, "who", verb - 1)) return true; // "Vale, who leads Orvela"
  if (isA(marks, "relation", first - 1) && isA(marks, "organization-relation", first - 2)) return true;
  const office = offices.starting.get(last);
  return (
    office !== undefined &&
    executive.has(office.value.id) &&
    marks.capital[office.last] === true &&
    !isA(marks, "the", first - 1)
  );
}

/** "Orvela's foreign minister", "the government of Orvela": whether a name is a state's that the lexicon does not know. */
function stateAround(marks: Marks, { first, last }: Claim): boolean {
  if (lower(marks, last) === "'s")
    for (let i = last + 1; i < last + 3; i++) if (isA(marks, "state-owned", i)) return true;
  const before = isA(marks, "the", first - 1) ? first - 2 : first - 1;
  return isA(marks, "genitive", before) && isA(marks, "state-relation", before - 1);
}

const wordsAt = (marks: Marks, first: number, last: number): string =>
  marks.tokens
    .slice(first, last)
    .map((token) => token.lower)
    .join(" ");

/** The claims with organizations where the signs of the whole document say so; persons told by title or given name stay. Linear. */
export function settleSigns(marks: Marks, claims: readonly Claim[], offices: Offices): Claim[] {
  const signed = new Set<string>();
  const states = new Set<string>();
  const persons = new Set<string>();
  for (const claim of claims) {
    if (claim.key !== null) continue;
    if (claim.kind === "person" && !open.has(claim.rule)) persons.add(lower(marks, claim.last - 1));
    else if (open.has(claim.rule) && signAround(marks, offices, claim))
      signed.add(wordsAt(marks, claim.first, claim.last));
    if (open.has(claim.rule) && claim.title === null && stateAround(marks, claim))
      states.add(wordsAt(marks, claim.first, claim.last));
  }
  return claims.map((claim) => {
    if (claim.key !== null || claim.title !== null || !open.has(claim.rule)) return claim;
    const words = wordsAt(marks, claim.first, claim.last);
    const single = claim.last - claim.first === 1;
    if (single && (persons.has(words) || marks.words.givenNames.has(words))) return claim;
    if (states.has(words))
      return claim.rule === "locative"
        ? { ...claim, kind: "place", rule: "state-as-place" }
        : { ...claim, kind: "state", rule: "state-signs" };
    const opening = !single && claim.rule === "two-names" && signed.has(lower(marks, claim.first));
    return signed.has(words) || opening ? { ...claim, kind: "organization", rule: "organization-signs" } : claim;
  });
}
