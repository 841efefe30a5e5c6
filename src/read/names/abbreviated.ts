// Names that stand in full before their own initials: "Estado Orvik Central (EOC)", "Orvela Quay Front, OQF". After Schwartz and
// Hearst, "A simple algorithm for identifying abbreviation definitions" (2003), with capitals required.
import type { AnalysedSentence } from "../analysis.js";
import { orgHeadOf } from "./kinds.js";
import { type Claim, isAcronym, lower, type Marks } from "./marks.js";

/** Words that give no initial: "of", "des", the "'s" of "People's". */
const isSmall = (marks: Marks, index: number): boolean =>
  /^(?:-|'s?)$/.test(lower(marks, index)) ||
  marks.words.is("joiner", lower(marks, index)) ||
  marks.words.is("particle", lower(marks, index));

/** Where the words begin whose initials are `letters`, read backwards from token `last`; null where they do not fit. */
function longForm(marks: Marks, letters: string, last: number, floor: number): number | null {
  let at = last - 1;
  for (let i = letters.length - 1; i >= 0; i--) {
    while (at >= floor && !marks.capital[at] && isSmall(marks, at)) at--;
    const token = marks.tokens[at];
    if (at < floor || !token || !marks.capital[at] || marks.timex[at]) return null;
    if (token.text[0] !== letters[i]) return null;
    at--;
  }
  return at + 1;
}

/** The full names of a sentence that their initials follow, in brackets or behind a comma; `free` tells tokens that no name holds. */
export function abbreviatedNames(
  marks: Marks,
  sentence: AnalysedSentence,
  free: (index: number) => boolean,
): readonly Claim[] {
  const claims: Claim[] = [];
  for (let i = sentence.first + 3; i < sentence.last; i++) {
    const text = marks.tokens[i]?.text ?? "";
    if (text.length < 3 || !/^\p{Lu}+$/u.test(text) || !isAcronym(text) || !/^[(,]$/.test(lower(marks, i - 1)))
      continue;
    const first = longForm(marks, text, i - 1, Math.max(sentence.first, i - 12));
    if (first === null) continue;
    let open = true;
    for (let at = first; at < i - 1; at++) open &&= free(at);
    const kind = orgHeadOf(marks, first, i - 1)?.kind ?? null;
    if (open) claims.push({ first, last: i - 1, kind, key: null, title: null, rule: "abbreviated" });
  }
  return claims;
}
