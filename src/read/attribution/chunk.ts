// A careful chunker over coarse tags: noun phrases before and after a place, verb groups. Boundaries are names, time
// expressions, quotation marks and punctuation; the tags decide the rest.
import { type Ground, lowerAt, type Stretch } from "./ground.js";

/** Tokens [first, last). */
export type Chunk = { readonly first: number; readonly last: number };

const nominal = new Set(["NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "SYM", "X"]);
const joining = new Set(["of", "for", "to", "in", "at", "on", "with", "from", "near", "behind", "inside", "among", "between", "against", "under"]);
const clauseWords = new Set(["that", "who", "which", "whom", "whether", "if", "because", "while", "when", "where", "what", "how", "why", "as", "than", "there"]);
const subjects = new Set(["he", "she", "they", "it", "i", "we", "you", "this", "these", "those", "who", "them", "him"]);
const determiners = new Set(["the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "these", "those", "some", "many", "several", "both", "each", "any", "no"]);
const auxiliaries = new Set(
  "is are was were be been being am has have had do does did will would can could may might must shall should 's 're 've 'd 'll 'm wo ca won can't".split(" "),
);
const inside = new Set(["of", "'s", "'", "-", "&", "/"]);

export const isAuxiliary = (ground: Ground, index: number): boolean =>
  auxiliaries.has(lowerAt(ground, index)) && !(lowerAt(ground, index) === "'s" && ground.tokens[index]?.upos === "PART");
const isNot = (ground: Ground, index: number): boolean => /^(?:not|n't|never|cannot)$/.test(lowerAt(ground, index));

/** Whether the token can stand in a noun phrase, by itself. */
export function isNominal(ground: Ground, index: number): boolean {
  const token = ground.tokens[index];
  if (!token || clauseWords.has(token.lower)) return false;
  if ((ground.nameOf[index] ?? -1) >= 0) return true;
  if (isAuxiliary(ground, index) || joining.has(token.lower)) return false;
  return determiners.has(token.lower) || subjects.has(token.lower) || nominal.has(token.upos) || token.lower === "'s" || token.lower === "-" || token.lower === "'" || token.lower === "&";
}

/** Whether the token is a verb that can carry a clause (no infinitive, no -ing form). */
export function isFinite(ground: Ground, index: number): boolean {
  const token = ground.tokens[index];
  if (!token || (ground.nameOf[index] ?? -1) >= 0) return false;
  if (isAuxiliary(ground, index)) return !["be", "been", "being"].includes(token.lower) && lowerAt(ground, index - 1) !== "to";
  if (token.upos === "AUX") return lowerAt(ground, index - 1) !== "to";
  return token.upos === "VERB" && !token.lower.endsWith("ing") && lowerAt(ground, index - 1) !== "to" && !determiners.has(lowerAt(ground, index - 1));
}

const startsPhrase = (ground: Ground, index: number): boolean => determiners.has(lowerAt(ground, index));
const isPerson = (ground: Ground, index: number): boolean => /^(?:persons?|people|officials?|sources?|diplomats?|someone|those|man|woman|experts?|aides?|lawyers?|workers?)$/.test(lowerAt(ground, index));

/** How far left the phrase of plain noun tokens ending before `end` reaches. */
function nominalRun(ground: Ground, end: number, floor: number): number {
  let first = end;
  while (first > floor) {
    const before = first - 1;
    if ((ground.timexOf[before] ?? -1) >= 0 && (ground.nameOf[before] ?? -1) < 0 && lowerAt(ground, first) !== "'s") break;
    const token = ground.tokens[before];
    const adverbInside = token?.upos === "ADV" && first < end && startsPhrase(ground, before - 1);
    if (!isNominal(ground, before) && !adverbInside) break;
    if (subjects.has(lowerAt(ground, before)) && first < end) break;
    first = before;
    if (startsPhrase(ground, first) || (subjects.has(lowerAt(ground, first)) && lowerAt(ground, first) !== "those")) {
      if (lowerAt(ground, first - 1) !== "'s") break;
    }
  }
  return first;
}

/** The noun phrase that ends directly before token `end`, with what hangs on it by "of", "for", "in"; null where there is none. */
export function nounPhraseBefore(ground: Ground, end: number, floor: number): Chunk | null {
  let first = nominalRun(ground, end, floor);
  if (first === end) return null;
  for (;;) {
    const before = lowerAt(ground, first - 1);
    if (first - 1 <= floor || subjects.has(lowerAt(ground, first))) break;
    const participle = ground.tokens[first - 2]?.upos === "VERB" && /(?:ed|ing|en|wn)$/.test(lowerAt(ground, first - 2)) && isPerson(ground, first - 3) ? 1 : 0;
    if (joining.has(before)) {
      const next = nominalRun(ground, first - 1 - participle, floor);
      if (next === first - 1 - participle || (before !== "of" && !isHead(ground, first - 2 - participle))) break;
      first = next;
    } else if (before === "and" || before === "or") {
      const next = nounPhraseBefore(ground, first - 1, floor);
      if (!next || !(next.first <= floor || opensClause(ground, next.first - 1))) break;
      first = next.first;
      break;
    } else break;
  }
  while (first < end && /^(?:-|'s|')$/.test(lowerAt(ground, first))) first++;
  return first < end && hasHead(ground, first, end) ? { first, last: end } : null;
}

const isHead = (ground: Ground, index: number): boolean =>
  ["NOUN", "PROPN", "ADJ", "PRON"].includes(ground.tokens[index]?.upos ?? "") || (ground.nameOf[index] ?? -1) >= 0;
const hasHead = (ground: Ground, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) if (isHead(ground, i) || subjects.has(lowerAt(ground, i)) || /^(?:some|many|others|both|several)$/.test(lowerAt(ground, i))) return true;
  return false;
};
/** Whether a clause can begin behind token `index`. */
export const opensClause = (ground: Ground, index: number): boolean =>
  /^(?:[,;:"().\-–—]|that|while|but|and|because|if|as|when|although|though|also|thus|however|earlier|later|meanwhile|previously)$/.test(lowerAt(ground, index));

/** The noun phrase that begins at token `start` and ends at or before `ceiling`; null where there is none. */
export function nounPhraseAfter(ground: Ground, start: number, ceiling: number): Chunk | null {
  let last = start;
  const name = ground.nameOf[start] ?? -1;
  while (last < ceiling) {
    if (!isNominal(ground, last) && !(ground.tokens[last]?.upos === "ADV" && last > start && startsPhrase(ground, last - 1))) break;
    if ((ground.timexOf[last] ?? -1) >= 0 && (ground.nameOf[last] ?? -1) < 0) break;
    if (last > start && startsPhrase(ground, last) && lowerAt(ground, last - 1) !== "'s" && !/^(?:all|both)$/.test(lowerAt(ground, last - 1))) break;
    if (last > start && subjects.has(lowerAt(ground, last))) break;
    if (last > start && name >= 0 && (ground.nameOf[last] ?? -1) !== name && (ground.nameOf[last - 1] ?? -1) === name && (ground.nameOf[last] ?? -1) >= 0) break;
    last++;
    if (subjects.has(lowerAt(ground, last - 1))) break;
  }
  if (last === start || !hasHead(ground, start, last)) return null;
  while (last < ceiling && (inside.has(lowerAt(ground, last)) || (joining.has(lowerAt(ground, last)) && isNameLike(ground, last)))) {
    const next = nounPhraseAfter(ground, last + 1, ceiling);
    if (!next) break;
    last = next.last;
  }
  if (lowerAt(ground, last) === "and" && last + 1 < ceiling && !subjects.has(lowerAt(ground, start))) {
    const next = nounPhraseAfter(ground, last + 1, ceiling);
    if (next && !isFinite(ground, next.last)) last = next.last;
  }
  return { first: start, last };
}
const isNameLike = (ground: Ground, index: number): boolean => /^(?:of|for)$/.test(lowerAt(ground, index));

export type VerbGroup = {
  readonly first: number;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly infinitive: boolean;
};

/** The verb group whose main verb is token `verb`: where it begins, and what its helpers say. */
export function verbGroup(ground: Ground, verb: number, stretch: Stretch): VerbGroup {
  let first = verb;
  let [negated, passive, infinitive] = [false, false, false];
  for (let i = verb - 1; i >= stretch.from && i > verb - 7; i--) {
    const token = ground.tokens[i];
    if (!token || (ground.timexOf[i] ?? -1) >= 0) break;
    if (isAuxiliary(ground, i)) {
      if (/^(?:is|are|was|were|be|been|being)$/.test(token.lower) && !lowerAt(ground, verb).endsWith("ing")) passive = true;
      first = i;
    } else if (isNot(ground, i)) {
      negated = true;
      first = i;
    } else if (token.upos === "ADV" && !/^(?:earlier|later|then|so|however|thus|where|when|why|how)$/.test(token.lower)) continue;
    else if (token.lower === "to") {
      infinitive = true;
      first = i;
      break;
    } else break;
  }
  while (first > stretch.from && ground.tokens[first - 1]?.upos === "ADV" && /^(?:also|repeatedly|already|then|earlier|later|previously|further|again|officially|recently|once|.*ly|now|still|never)$/.test(lowerAt(ground, first - 1)) && lowerAt(ground, first - 2) !== ",") first--;
  return { first, negated, passive, infinitive };
}
