// What the trained language layer adds to the names that lexicon, titles and capitals tell: the whole of an organization's name of
// which they saw a part, and names that they did not see at all. Where both see one name, the rules' boundaries and kind stand.
import type { LayerName } from "../analysis.js";
import { orgHeadOf } from "./kinds.js";
import { type Claim, isA, lower, type Marks, touches } from "./marks.js";
import type { Stretch } from "./titles.js";

/** Rules that see an organization's last word, and may miss what stands before it. */
const headed = new Set(["organization-word", "capitals", "with-article", "single"]);

const kinds = { PER: "person", ORG: "organization", LOC: "place" } as const;

/** Tokens that a name of the layer may hold: capitals, numbers, and small words and signs between them. */
function isSound(marks: Marks, { first, last }: Stretch): boolean {
  if (!marks.capital[first] || (!marks.capital[last - 1] && !/^\p{N}+$/u.test(lower(marks, last - 1)))) return false;
  for (let i = first; i < last; i++) {
    const small =
      isA(marks, "joiner", i) || isA(marks, "particle", i) || /^(?:-|'|'s|\.|&|\p{N}+)$/u.test(lower(marks, i));
    if (marks.timex[i] || !(marks.capital[i] || small)) return false;
  }
  if (isA(marks, "surname-too", first) && !marks.surnamed.has(first)) return false; // "In Jan Orvela Group left"
  return !(marks.words.is("function", lower(marks, first)) && marks.initial[first]);
}

/** "Northern Salvation Front" of which only "Salvation Front" was seen: over what stands free before and behind it. */
function widened(marks: Marks, claim: Claim, name: LayerName, free: (index: number) => boolean): Claim {
  const { first, last } = { first: Math.min(name.first, claim.first), last: Math.max(name.last, claim.last) };
  if ((first === claim.first && last === claim.last) || !isSound(marks, { first, last })) return claim;
  for (let i = first; i < last; i++) if ((i < claim.first || i >= claim.last) && !free(i)) return claim;
  if (marks.tokens[first]?.sentence !== marks.tokens[claim.first]?.sentence) return claim;
  const head = orgHeadOf(marks, first, last);
  return head && head.kind !== "other"
    ? { ...claim, first, last, kind: head.kind, rule: "organization-word" }
    : { ...claim, first, last, kind: "organization", rule: "layer/ORG" };
}

/** The claims with the names of organizations as long as the layer sees them. Linear. */
export function withLayerEdges(marks: Marks, claims: readonly Claim[], taken: boolean[]): Claim[] {
  const nameAt = new Map<number, LayerName>();
  for (const name of marks.layer)
    if (name.type === "ORG") for (let i = name.first; i < name.last; i++) nameAt.set(i, name);
  return claims.map((claim) => {
    const name = nameAt.get(claim.first) ?? nameAt.get(claim.last - 1);
    if (!name || claim.key !== null || claim.title !== null || !headed.has(claim.rule)) return claim;
    if (name.last - name.first < 2 || name.first > claim.first || name.last < claim.last) return claim;
    const wide = widened(marks, claim, name, (index) => taken[index] !== true);
    taken.fill(true, wide.first, wide.last);
    return wide;
  });
}

/** Single words that the layer sees as the name of a person or an organization. */
export const singlesOfLayer = (marks: Marks): ReadonlySet<string> =>
  new Set(
    marks.layer.flatMap(({ first, last, type }) => (last - first === 1 && type !== "LOC" ? [lower(marks, first)] : [])),
  );

/** "De Boer" of which only "Boer" was seen: over the particle that the layer sees before a surname. */
export function withParticles(marks: Marks, claims: readonly Claim[], taken: boolean[]): Claim[] {
  const starts = new Map(
    marks.layer.flatMap(({ first, last, type }) => (type === "PER" ? [[last, first] as const] : [])),
  );
  return claims.map((claim) => {
    const first = starts.get(claim.last);
    const single = claim.last - claim.first === 1 && claim.key === null && first === claim.first - 1;
    if (!single || first === undefined || !isA(marks, "particle", first) || taken[first] === true) return claim;
    taken[first] = true;
    const title = claim.title && claim.title.last === claim.first ? { ...claim.title, last: first } : claim.title;
    return { ...claim, first, title };
  });
}

/** Words that stand alone as a name only where rules say so: parts of hyphened words, first words of sentences. */
function standsAlone(marks: Marks, { first, last }: Stretch): boolean {
  if (touches(marks, first) && /^[-']$/.test(lower(marks, first - 1))) return false;
  return !(touches(marks, last) && lower(marks, last) === "-");
}

/** Names of several words that only the layer sees, where no rule saw anything. Marks them in `taken`. */
export function layerClaims(marks: Marks, taken: boolean[]): Claim[] {
  const claims: Claim[] = [];
  for (const { first, last, type } of marks.layer) {
    if (last - first < 2 || type === "LOC" || marks.manner[marks.tokens[first]?.sentence ?? 0] !== "plain") continue;
    if (!isSound(marks, { first, last }) || !standsAlone(marks, { first, last })) continue;
    let open = true;
    for (let i = first; i < last; i++) open &&= taken[i] !== true;
    if (!open) continue;
    taken.fill(true, first, last);
    claims.push({ first, last, kind: kinds[type], key: null, title: null, rule: `layer/${type}` });
  }
  return claims;
}
