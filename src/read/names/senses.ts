// Whether the name of a state or of its capital means the state, or only where something is: "Moscow said", "in Moscow".
import { type Claim, isA, lower, type Marks, verbFollows } from "./marks.js";

type Names = ReadonlyMap<number, Claim>; // by first token

/** Whether the place before `first` is one where something is, or comes from and goes to without anybody being addressed. */
function isLocative(marks: Marks, first: number): boolean {
  const at = isA(marks, "the", first - 1) ? first - 2 : first - 1;
  const word = lower(marks, at);
  if (marks.words.is("locative", word)) return true;
  if (!marks.words.is("direction", word)) return false;
  for (let i = at - 1; i >= at - 3; i--) if (marks.words.is("addressing", lower(marks, i))) return false;
  return true;
}

const follows = (marks: Marks, names: Names, claim: Claim): Claim | undefined =>
  lower(marks, claim.last) === "," ? names.get(claim.last + 1) : undefined;

/** "Geneva, Switzerland": the second only says where the first lies; "the capital of Belgium" is a place too. */
function namesWhere(marks: Marks, byEnd: ReadonlyMap<number, Claim>, claim: Claim): boolean {
  const before = lower(marks, claim.first - 1) === "," ? byEnd.get(claim.first - 1) : undefined;
  if (before && (before.kind === "place" || before.rule === "capital")) return true;
  return isA(marks, "genitive", claim.first - 1) && marks.words.is("capital-of", lower(marks, claim.first - 2));
}

/** How strongly a capital stands for its state: 2 it acts or owns something, 1 it is a party to something, 0 it is a place. */
function capitalActs(marks: Marks, names: Names, claim: Claim): 0 | 1 | 2 {
  if (marks.words.is("occasion", lower(marks, claim.last))) return 0; // "the Doha talks"
  const next = follows(marks, names, claim);
  if (next && (next.kind === "state" || next.kind === "place")) return 0;
  const inside = marks.words.is("locative", lower(marks, claim.first - 1));
  if (!inside && lower(marks, claim.last) === "'s")
    return marks.words.is("place-noun", lower(marks, claim.last + 1)) ? 0 : 2;
  if (inside || isLocative(marks, claim.first)) return 0;
  const joined = isA(marks, "and", claim.last) ? names.get(claim.last + 1) : undefined;
  const end = joined?.last ?? claim.last;
  const relative = lower(marks, end) === "," && isA(marks, "which", end + 1) && marks.tokens[end + 2]?.upos === "VERB";
  if (relative && !marks.words.is("hosting", lower(marks, end + 2))) return 2; // "Oslo and Bern, which sponsor the talks"
  if (joined && joined.kind !== "place" && verbFollows(marks, joined.last)) return 2;
  const hosts =
    marks.words.is("hosting", lower(marks, claim.last)) || marks.words.is("hosting", lower(marks, claim.last + 1));
  if (verbFollows(marks, claim.last)) return hosts ? 0 : 2;
  const before = marks.tokens[claim.first - 1];
  if (!before || before.sentence !== marks.tokens[claim.first]?.sentence) return 0;
  if (marks.words.is("saying", before.lower) || before.upos === "VERB") return 2;
  return before.upos === "ADP" || marks.words.is("with-party", before.lower) ? 1 : 0;
}

/** The meanings of a name that several states bear which the text tells: by another name of the same state, or by its signs. */
function settleMeanings(marks: Marks, claims: readonly Claim[]): Claim[] {
  const wordsAt = (claim: Claim): string => lower(marks, claim.first);
  const isOpen = (claim: Claim): boolean =>
    claim.rule === "lexicon" && claim.last - claim.first === 1 && marks.words.ambiguous.has(wordsAt(claim));
  if (!claims.some(isOpen)) return [...claims];
  const told = new Set(
    claims.filter((claim) => !isOpen(claim)).map(({ key }) => key?.replace(/^body:([^/]+).*$/, "state:$1")),
  );
  const all = new Set(marks.tokens.map((token) => token.lower));
  return claims.map((claim) => {
    if (!isOpen(claim)) return claim;
    const meanings = marks.words.ambiguous.get(wordsAt(claim)) ?? [];
    const named = meanings.filter(
      ({ key, signs }) => (key !== null && told.has(key)) || signs.some((sign) => all.has(sign)),
    );
    const [only = named.length === 0 ? meanings.find(({ otherwise }) => otherwise) : undefined] = named;
    if (named.length > 1 || !only) return { ...claim, key: null, rule: "several-states" };
    return only.key === null
      ? { ...claim, kind: "place", key: null, rule: "state-as-place" }
      : { ...claim, key: only.key };
  });
}

/** The organization that a key names or belongs to: "org:EU" of "body:EU/commission". */
const ownerOfKey = (key: string | null): string | null => key?.replace(/^body:([^/]+)\/.*$/, "org:$1") ?? null;

/** The claims with capitals and states settled. A weak sign counts where the document names the state in another way as well. */
export function settleSenses(marks: Marks, found: readonly Claim[]): Claim[] {
  const claims = settleMeanings(marks, found);
  const byStart = new Map(claims.map((claim) => [claim.first, claim]));
  const byEnd = new Map(claims.map((claim) => [claim.last, claim]));
  const known = new Set<string>();
  const acts = new Map<Claim, 0 | 1 | 2>();
  const seated = new Set(claims.flatMap((claim) => (claim.rule === "capital" ? [] : (ownerOfKey(claim.key) ?? []))));
  for (const claim of claims) {
    if (claim.key === null || (claim.kind !== "state" && claim.rule !== "capital")) continue;
    if (claim.kind !== "state" && !seated.has(claim.key)) continue; // "Brussels" in a text without the Union
    const strength = claim.rule === "capital" ? capitalActs(marks, byStart, claim) : 2;
    acts.set(claim, strength);
    if (strength === 2) known.add(claim.key);
  }
  return claims.map((claim) => {
    const seat = claim.kind !== "state" && claim.rule === "capital";
    if ((claim.kind !== "state" && !seat) || (claim.key === null && claim.rule !== "several-states")) return claim;
    const isPlace = marks.sentences[marks.tokens[claim.first]?.sentence ?? 0]?.role === "dateline";
    if (claim.rule === "capital") {
      const strength = acts.get(claim) ?? 0;
      return !isPlace && (strength === 2 || (strength === 1 && known.has(claim.key ?? "")))
        ? claim
        : { ...claim, kind: "place", rule: "capital-as-place" };
    }
    const where = marks.words.is(
      "locative",
      lower(marks, isA(marks, "the", claim.first - 1) ? claim.first - 2 : claim.first - 1),
    );
    const only = where && !/^(?:'s|-)$/.test(lower(marks, claim.last)) && marks.tokens[claim.last]?.upos !== "NOUN";
    return isPlace || only || namesWhere(marks, byEnd, claim)
      ? { ...claim, kind: "place", rule: "state-as-place" }
      : claim;
  });
}
