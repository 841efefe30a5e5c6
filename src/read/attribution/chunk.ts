// A careful chunker over coarse tags: noun phrases before and after a place, verb groups. Boundaries are names, time
// expressions, quotation marks and punctuation; the tags decide the rest.
import { endsAs, type Ground, isA, lowerAt, type Stretch } from "./ground.js";

/** Tokens [first, last). */
export type Chunk = { readonly first: number; readonly last: number };

const nominal = new Set(["NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "SYM", "X"]);

/** The "'s" of a possessor, not the one of "it's" or "that's". */
const isClitic = (ground: Ground, index: number): boolean =>
  isA(ground, index, "clitic") &&
  ground.tokens[index]?.upos === "PART" &&
  !isA(ground, index - 1, "pronoun") &&
  !isA(ground, index - 1, "expletive") &&
  !isA(ground, index - 1, "relative");

export const isAuxiliary = (ground: Ground, index: number): boolean =>
  isA(ground, index, "auxiliary") && !isClitic(ground, index) && (ground.timexOf[index] ?? -1) < 0; // "on 27 May"

/** The stop of "Mr." or "Sen." inside a sentence. */
function isTitleStop(ground: Ground, index: number): boolean {
  const [before, stop, next] = [ground.tokens[index - 1], ground.tokens[index], ground.tokens[index + 1]];
  if (stop?.lower !== "." || !before || !next || next.sentence !== stop.sentence) return false;
  return (
    before.end === stop.start && before.text.length <= 5 && before.text !== before.lower && next.text !== next.lower
  );
}

/** Whether the token can stand in a noun phrase, by itself. */
export function isNominal(ground: Ground, index: number): boolean {
  const token = ground.tokens[index];
  if (!token || isA(ground, index, "clause word")) return false;
  if ((ground.nameOf[index] ?? -1) >= 0 || isTitleStop(ground, index) || isPerson(ground, index)) return true;
  if (token.upos === "VERB" && (isA(ground, index - 1, "article") || isClitic(ground, index - 1)) && index > 0)
    return true;
  if (isAuxiliary(ground, index) || isA(ground, index, "joining")) return false;
  if (isAttributive(ground, index)) return true;
  if (
    isA(ground, index - 2, "article") &&
    ground.tokens[index - 1]?.upos === "VERB" &&
    ground.words.channels.has(token.lower)
  )
    return true; // "a televised [address]", tagged as a verb
  if (token.relation === "nmod:desc") return true; // "Mr", whatever its tag
  if (token.upos === "VERB" && isA(ground, index - 2, "article") && ground.words.channels.has(token.lower))
    return ground.tokens[index - 1]?.upos === "NOUN"; // "told a results [call]"
  return (
    isA(ground, index, "determiner") ||
    isA(ground, index, "subject") ||
    nominal.has(token.upos) ||
    token.lower === "'s" ||
    token.lower === "-" ||
    token.lower === "'" ||
    token.lower === "&"
  );
}

/** "any planned contacts", "her broken promises": a participle between what opens a phrase and its noun. */
const isAttributive = (ground: Ground, index: number): boolean =>
  ground.tokens[index]?.upos === "VERB" &&
  ground.tokens[index]?.relation === "amod" &&
  isA(ground, index - 1, "determiner") &&
  ["NOUN", "ADJ"].includes(ground.tokens[index + 1]?.upos ?? "");

/** Whether the token is a verb that can carry a clause (no infinitive, no -ing form). */
export function isFiniteVerb(ground: Ground, index: number): boolean {
  const token = ground.tokens[index];
  if (!token || (ground.nameOf[index] ?? -1) >= 0) return false;
  if (isAuxiliary(ground, index)) return !isA(ground, index, "unfinite") && !isA(ground, index - 1, "infinitive mark");
  if (token.upos === "AUX") return !isA(ground, index - 1, "infinitive mark") && !isA(ground, index, "neither");
  if (isClitic(ground, index - 1) || (ground.tokens[index - 1]?.upos === "ADJ" && isA(ground, index - 2, "determiner")))
    return false;
  return (
    token.upos === "VERB" &&
    !isAttributive(ground, index) &&
    !endsAs(ground, index, "gerund ending") &&
    !isA(ground, index - 1, "infinitive mark") &&
    !isA(ground, index - 1, "article")
  );
}

const startsPhrase = (ground: Ground, index: number): boolean => isA(ground, index, "determiner");
const isPerson = (ground: Ground, index: number): boolean => isA(ground, index, "person");

/** "Under Secretary …" inside a sentence, "Allied diplomats" at its beginning: words of a name or phrase that are tagged otherwise. */
function opensTitle(ground: Ground, index: number, first: number, end: number, floor: number): boolean {
  const token = ground.tokens[index];
  if (!token || first === end || token.text === token.lower) return false;
  if (index === floor)
    return token.upos === "VERB" && endsAs(ground, index, "past ending") && ground.tokens[first]?.upos === "NOUN";
  return isA(ground, index, "joining") && ground.tokens[first]?.text !== ground.tokens[first]?.lower;
}

/** "chief [operating] officer": a gerund between an adjective and a noun. */
const insideOffice = (ground: Ground, index: number): boolean =>
  ground.tokens[index]?.upos === "VERB" &&
  endsAs(ground, index, "gerund ending") &&
  ground.tokens[index - 1]?.upos === "ADJ" &&
  ground.tokens[index + 1]?.upos === "NOUN";

/** How far left the phrase of plain noun tokens ending before `end` reaches. */
function nominalRun(ground: Ground, end: number, floor: number): number {
  let first = end;
  while (first > floor) {
    const before = first - 1;
    if ((ground.timexOf[before] ?? -1) >= 0 && (ground.nameOf[before] ?? -1) < 0 && !isA(ground, first, "clitic"))
      break;
    const token = ground.tokens[before];
    const adverbInside = token?.upos === "ADV" && first < end && startsPhrase(ground, before - 1);
    const office = first < end && insideOffice(ground, before);
    if (!isNominal(ground, before) && !adverbInside && !office && !opensTitle(ground, before, first, end, floor)) break;
    if (isA(ground, before, "subject") && !isA(ground, before, "determiner") && first < end) break;
    first = before;
    if (startsPhrase(ground, first) || (isA(ground, first, "subject") && !isPerson(ground, first))) {
      if (!isA(ground, first - 1, "clitic")) break;
    }
  }
  return first;
}

/** The noun phrase that ends directly before token `end`, with what hangs on it by "of", "for", "in"; null where there is none. */
export function nounPhraseBefore(ground: Ground, end: number, floor: number): Chunk | null {
  let first = nominalRun(ground, end, floor);
  if (first === end) return null;
  for (;;) {
    if (first - 1 <= floor || (isA(ground, first, "subject") && !isA(ground, first - 1, "genitive mark"))) break;
    const participle =
      ground.tokens[first - 2]?.upos === "VERB" &&
      endsAs(ground, first - 2, "participle ending") &&
      isPerson(ground, first - 3)
        ? 1
        : 0;
    if (isA(ground, first - 1, "joining")) {
      const next = nominalRun(ground, first - 1 - participle, floor);
      if (
        next === first - 1 - participle ||
        (!isA(ground, first - 1, "genitive mark") &&
          !isHead(ground, first - 2 - participle) &&
          !isA(ground, first - 2 - participle, "quantity"))
      )
        break;
      first = next;
    } else if (isA(ground, first - 1, "nor")) {
      const next = nominalRun(ground, first - 1, floor);
      if (next === first - 1) break;
      first = isA(ground, next - 1, "neither") ? next - 1 : next;
      break;
    } else if (isA(ground, first - 1, "conjunction")) {
      const next = nounPhraseBefore(ground, first - 1, floor);
      if (
        !next ||
        !(
          next.first <= floor ||
          opensClause(ground, next.first - 1) ||
          ground.words.cues.has(lowerAt(ground, next.first - 1))
        )
      )
        break;
      first = next.first;
      break;
    } else break;
  }
  while (first < end && /^(?:-|'s|')$/.test(lowerAt(ground, first))) first++;
  return first < end && hasHead(ground, first, end) ? { first, last: end } : null;
}

const isHead = (ground: Ground, index: number): boolean =>
  ["NOUN", "PROPN", "ADJ", "PRON", "NUM"].includes(ground.tokens[index]?.upos ?? "") ||
  (ground.nameOf[index] ?? -1) >= 0 ||
  isPerson(ground, index);
const hasHead = (ground: Ground, first: number, last: number): boolean => {
  for (let i = first; i < last; i++)
    if (isHead(ground, i) || isA(ground, i, "subject") || isA(ground, i, "quantity")) return true;
  return false;
};
/** Whether a clause can begin behind token `index`. */
export const opensClause = (ground: Ground, index: number): boolean =>
  /^[,;:"().-]$/.test(lowerAt(ground, index)) || isA(ground, index, "clause opener");

/** The noun phrase that begins at token `start` and ends at or before `ceiling`; null where there is none. */
export function nounPhraseAfter(ground: Ground, start: number, ceiling: number): Chunk | null {
  let last = start;
  const name = ground.nameOf[start] ?? -1;
  while (last < ceiling) {
    if (
      !isNominal(ground, last) &&
      !(ground.tokens[last]?.upos === "ADV" && last > start && startsPhrase(ground, last - 1))
    )
      break;
    if ((ground.timexOf[last] ?? -1) >= 0 && (ground.nameOf[last] ?? -1) < 0) break;
    if (
      last > start &&
      startsPhrase(ground, last) &&
      !isA(ground, last - 1, "clitic") &&
      !isA(ground, last - 1, "quantity")
    )
      break;
    if (last > start && isA(ground, last, "subject")) break;
    if (
      last > start &&
      name >= 0 &&
      (ground.nameOf[last] ?? -1) !== name &&
      (ground.nameOf[last - 1] ?? -1) === name &&
      (ground.nameOf[last] ?? -1) >= 0
    )
      break;
    last++;
    if (isA(ground, last - 1, "subject")) break;
  }
  while (last > start && lowerAt(ground, last - 1) === "-") last--;
  if (last === start || !hasHead(ground, start, last)) return null;
  while (
    last < ceiling &&
    (isA(ground, last, "hanging") || (isA(ground, last, "joining") && isNameLike(ground, last)))
  ) {
    const next = nounPhraseAfter(ground, last + 1, ceiling);
    if (!next) break;
    last = next.last;
  }
  if (isA(ground, last, "conjunction") && last + 1 < ceiling && !isA(ground, start, "subject")) {
    const next = nounPhraseAfter(ground, last + 1, ceiling);
    if (next && !isFiniteVerb(ground, next.last)) last = next.last;
  }
  return { first: start, last };
}
const isNameLike = (ground: Ground, index: number): boolean => isA(ground, index, "hung");

/** Where a phrase ends with the name put behind it: "the union's leader | , Ann Lee", if its own head is no name. */
export function withName(ground: Ground, { first, last }: Chunk, to: number): number {
  if (lowerAt(ground, last) !== "," || endsInName(ground, first, last) || isA(ground, first, "subject")) return last;
  const name = nounPhraseAfter(ground, last + 1, to);
  const alone = name !== null && (name.last >= to || /^[,.;:"(-]$/.test(lowerAt(ground, name.last)));
  return name && alone && hasName(ground, name.first, name.last) ? name.last : last;
}

/** Whether the head of a phrase is a name: "Ann Lee", not "the Minister of Justice" or "Panama's negotiator". */
function endsInName(ground: Ground, first: number, last: number): boolean {
  let head = first;
  while (head < last && !isA(ground, head, "genitive mark")) head++;
  return (ground.nameOf[head - 1] ?? -1) >= 0;
}

/** Whether a token of [first, last) is part of a name. */
export const hasName = (ground: Ground, first: number, last: number): boolean =>
  ground.nameOf.slice(first, last).some((name) => name >= 0);

export type VerbGroup = {
  readonly first: number;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly infinitive: boolean;
};

/** "had [earlier] said": a loose adverb between an auxiliary and its verb. */
const insideGroup = (ground: Ground, index: number): boolean =>
  isA(ground, index, "verb adverb") && isAuxiliary(ground, index - 1);

/** The verb group whose main verb is token `verb`: where it begins, and what its helpers say. */
export function verbGroup(ground: Ground, verb: number, stretch: Stretch): VerbGroup {
  let first = verb;
  let [negated, passive, infinitive] = [false, false, false];
  for (let i = verb - 1; i >= stretch.from && i > verb - 7; i--) {
    const token = ground.tokens[i];
    if (!token || (ground.timexOf[i] ?? -1) >= 0) break;
    if (isAuxiliary(ground, i)) {
      if (isA(ground, i, "be") && !endsAs(ground, verb, "gerund ending")) passive = true;
      first = i;
    } else if (isA(ground, i, "quantity") && first < verb + 1 && isAuxiliary(ground, i - 1)) {
      first = i;
    } else if (isA(ground, i, "not")) {
      negated = true;
      first = i;
    } else if (token.upos === "ADV" && (!isA(ground, i, "loose adverb") || insideGroup(ground, i))) continue;
    else if (isA(ground, i, "infinitive mark")) {
      infinitive = true;
      first = i;
      break;
    } else break;
  }
  while (
    first > stretch.from + 1 &&
    ground.tokens[first - 1]?.upos === "ADV" &&
    (isA(ground, first - 1, "verb adverb") || endsAs(ground, first - 1, "adverb ending")) &&
    lowerAt(ground, first - 2) !== ","
  )
    first--;
  return { first, negated, passive, infinitive };
}
