// Names in sentences that capitalise every word: only what the lexicon or the rest of the document knows.
import type { AnalysedSentence } from "../analysis.js";
import type { Claim, Marks } from "./marks.js";
import { wordsOf } from "./settle.js";

type Known = ReadonlyMap<string, readonly { readonly length: number; readonly words: string; readonly claim: Claim }[]>;

/** Names that plain sentences told, by their first word; the longest first. Of persons the surname too. */
export function namesTold(marks: Marks, claims: readonly Claim[]): Known {
  const found = new Map<string, Map<string, Claim>>();
  const add = (first: number, last: number, claim: Claim): void => {
    const opening = marks.tokens[first]?.lower;
    if (opening === undefined || marks.words.is("function", opening)) return;
    const list = found.get(opening) ?? new Map<string, Claim>();
    list.set(wordsOf(marks, first, last), claim);
    found.set(opening, list);
  };
  for (const claim of claims) {
    if (claim.key !== null || claim.kind === null || claim.kind === "other") continue;
    add(claim.first, claim.last, claim);
    if (claim.kind === "person") add(claim.last - 1, claim.last, claim);
  }
  const list = (names: Map<string, Claim>) =>
    [...names]
      .map(([words, claim]) => ({ length: words.split(" ").length, words, claim }))
      .sort((a, b) => b.length - a.length);
  return new Map([...found].map(([opening, names]) => [opening, list(names)]));
}

/** The names of a sentence in capitals, beside those that the lexicon found in it. */
export function namesInHeadline(
  marks: Marks,
  sentence: AnalysedSentence,
  known: Known,
  taken: (index: number) => boolean,
): Claim[] {
  const claims: Claim[] = [];
  for (let i = sentence.first; i < sentence.last; ) {
    const token = marks.tokens[i];
    const match =
      token && marks.capital[i] && !taken(i)
        ? known
            .get(token.lower)
            ?.find(({ length, words }) => i + length <= sentence.last && wordsOf(marks, i, i + length) === words)
        : undefined;
    if (match)
      claims.push({
        first: i,
        last: i + match.length,
        kind: match.claim.kind,
        key: null,
        title: null,
        rule: "told-below",
      });
    i += match?.length ?? 1;
  }
  return claims;
}
