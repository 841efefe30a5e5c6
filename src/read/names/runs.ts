// Runs of capitalised words that the lexicon does not know, as candidates for names: over hyphens, over the small words inside a
// person's or an organization's name, without what only stands first in a sentence, without adjectives of states.
import type { AnalysedSentence } from "../analysis.js";
import { isA, isAcronym, lower, type Marks, touches } from "./marks.js";
import { phraseAt } from "./phrases.js";
import { apposedNoun } from "./signs.js";
import { isHonorific, type Offices, type Stretch } from "./titles.js";

const headAt = (marks: Marks, index: number) =>
  marks.capital[index] ? marks.words.orgHeads.get(lower(marks, index)) : undefined;

/** "Dutchman", "Frenchwoman": a person of a people, and no name. */
export const isDemonym = ({ words }: Pick<Marks, "words">, word: string): boolean => {
  const [, stem] = /^(.{4,})(?:man|woman)$/.exec(word) ?? [];
  return stem !== undefined && (words.adjectives.get(stem) ?? []).some((phrase) => phrase.words.length === 1);
};

/** Whether a capitalised word can be part of a name at all. */
function canName(marks: Marks, index: number): boolean {
  const token = marks.tokens[index];
  if (!token || !marks.capital[index] || marks.timex[index]) return false;
  if (marks.surnamed.has(index)) return true;
  if (marks.words.is("never", token.lower) && !headAt(marks, index + 1))
    return isAcronym(token.text) && marks.large.has(token.lower) && token.text.length > 2;
  if (token.lower === "i" || isDemonym(marks, token.lower)) return false;
  return !marks.words.is("function", token.lower) || isAcronym(token.text);
}

const isEnding = (marks: Marks, letters: string): boolean => marks.words.is("adjective-ending", letters);

/** Whether a word whose capital may come from its place alone begins a name. */
function beginsName(marks: Marks, offices: Offices, index: number): boolean {
  const token = marks.tokens[index];
  if (marks.surnamed.has(index)) return true;
  if (!token || marks.words.is("function", token.lower)) return false;
  const shouted = /^\p{Lu}{5,}$/u.test(token.text) && canName(marks, index + 1); // "FURIOUS Premier"
  if (shouted && !/^\p{Lu}{2,}$/u.test(marks.tokens[index + 1]?.text ?? "") && !marks.large.has(token.lower))
    return false;
  if (apposedNoun(marks, index + 1)) return true; // "Unite, the union that"
  if (isAcronym(token.text) || marks.words.givenNames.has(token.lower) || marks.large.has(token.lower)) return true;
  if (marks.small.has(token.lower)) return false;
  if (marks.words.is("party-name", token.lower) && !marks.capital[index + 1]) return true;
  if (headAt(marks, index + 1)?.kind === "organization" && !offices.starting.has(index)) return true; // "Match Group"
  const told = phraseAt(marks.words.adjectives, marks.tokens, index, index + 1) !== null;
  const adjective = token.upos === "ADJ" && (told || [2, 3, 4].some((n) => isEnding(marks, token.lower.slice(-n))));
  const plain = !adjective && !offices.starting.has(index) && !marks.words.is("modifier", token.lower);
  const office = plain ? offices.starting.get(index + 1) : undefined;
  if (office && marks.capital[office.last]) return true; // "Unite general secretary Sharon Orr"
  const next = canName(marks, index + 1) && !marks.words.is("function", lower(marks, index + 1));
  return token.upos === "PROPN" || (next && (token.upos === "NOUN" || token.upos === "ADJ" || token.upos === "X"));
}

/** "Department of Housing and Development", "Competition and Markets Authority": whether "and" at `index` stands inside a name. */
function joinedByAnd(marks: Marks, first: number, index: number, opened: boolean): number | null {
  const next = index + 1;
  const after = headAt(marks, next) ?? headAt(marks, next + 1);
  if (marks.words.givenNames.has(lower(marks, next)) || marks.words.givenNames.has(lower(marks, first))) return null;
  let hangs = false; // something hangs on the head: "Department of Housing"
  for (let i = Math.max(first + 1, index - 4); opened && i < index - 1; i++) hangs ||= isA(marks, "belonging", i);
  if (hangs) return headAt(marks, first) !== undefined || (!after && !canName(marks, next + 1)) ? next : null;
  const union = headAt(marks, next)?.id === "union" || headAt(marks, next + 1)?.id === "union";
  if (union && !opened && isA(marks, "union-opening", first)) return next; // "United Food and Commercial Workers"
  return !opened && after?.kind === "body"
    ? next
    : !opened && after !== undefined && publicHeads.has(after.id)
      ? next
      : null;
}

const publicHeads = new Set(["authority", "agency", "office", "board"]);

/** Whether the small words from `index` on join what stands before to the next capitalised word; gives that word's place. */
function joins(
  marks: Marks,
  first: number,
  index: number,
  ceiling: number,
  free: (i: number) => boolean,
): number | null {
  const word = lower(marks, index);
  const stopped =
    word === "." &&
    touches(marks, index) &&
    (/^\p{Lu}$/u.test(marks.tokens[index - 1]?.text ?? "") || marks.words.is("shortened", lower(marks, index - 1)));
  if (stopped) return free(index + 1) && canName(marks, index + 1) ? index + 1 : null; // "Jennifer M. Anderson", "St. Thomas"
  const hyphened =
    marks.words.is("particle", word) &&
    lower(marks, index + 1) === "-" &&
    touches(marks, index + 1) &&
    touches(marks, index + 2);
  if (hyphened) return free(index + 2) && canName(marks, index + 2) ? index + 2 : null; // "Muqtada al-Sadr"
  if (word === "-" || word === "&" || word === "/") {
    const tight = touches(marks, index) && touches(marks, index + 1);
    return (tight || word === "&") && word !== "/" && free(index + 1) && canName(marks, index + 1) ? index + 1 : null;
  }
  if (word === "'" && touches(marks, index)) return free(index + 1) && headAt(marks, index + 1) ? index + 1 : null;
  const second =
    isA(marks, "the", index + 1) ||
    (marks.words.is("particle", word) && marks.words.is("particle", lower(marks, index + 1)));
  const next = second && !marks.capital[index + 1] ? index + 2 : index + 1;
  if (next >= ceiling || !free(next) || !canName(marks, next)) return null;
  if (marks.words.is("particle", word) && !isA(marks, "the", index + 1)) return next;
  const named = isA(marks, "organization-noun", first - 1) || marks.words.is("saying", lower(marks, next + 1));
  if (named && marks.capital[index] && !marks.initial[index] && marks.tokens[index]?.upos === "ADP")
    return next === index + 1 ? next : null; // "the agency Bread Without Borders"
  if (!marks.words.is("joiner", word)) return null;
  let opened = false; // "Bank of", "Office for": the head stands before; "Labour and Transport Council": it stands behind
  const opens = (i: number): boolean => (headAt(marks, i)?.id ?? "union") !== "union" || isA(marks, "union-word", i);
  for (let i = first; i < index; i++) opened ||= marks.capital[i] === true && opens(i);
  if (marks.words.is("and", word)) return next === index + 1 ? joinedByAnd(marks, first, index, opened) : null;
  return opened && marks.words.is("belonging", word) ? next : null;
}

/** "Anglo-Dutch": an adjective of two nations. */
function twofold(marks: Marks, first: number, last: number): { readonly last: number } | null {
  if (!isA(marks, "adjective-opening", first) || lower(marks, first + 1) !== "-") return null;
  return phraseAt(marks.words.adjectives, marks.tokens, first + 2, last);
}

/** A candidate without the adjectives and offices at its front, where it is not the name of an organization. */
function trimmed(marks: Marks, offices: Offices, first: number, last: number): Stretch | null {
  let start = first;
  let bearer = false; // "District Judge Anna Vale"
  for (let i = first + 1; i < last - 1; i++)
    bearer ||= offices.ending.has(i) && marks.words.givenNames.has(lower(marks, i));
  const isPlace = last - first > 1 && headAt(marks, first)?.kind === "other" && !bearer; // "Hotel President Wilson"
  const isOrganization =
    headAt(marks, last - 1) !== undefined && last - first > 1 && !marks.words.givenNames.has(lower(marks, last - 2));
  for (let moved = true; moved && start < last; ) {
    moved = false;
    const adjective =
      twofold(marks, start, last) ??
      phraseAt(marks.words.adjectives, marks.tokens, start, last) ??
      phraseAt(marks.words.people, marks.tokens, start, last);
    if (adjective && (!isOrganization || adjective.last === last)) {
      start = adjective.last;
      moved = true;
      continue;
    }
    if (isOrganization) break;
    for (let i = last; i > start; i--) {
      if (!offices.ending.has(i)) continue;
      start = i;
      moved = true;
      break;
    }
    while (
      start < last &&
      marks.words.is("modifier", lower(marks, start)) &&
      lower(marks, start) !== "-" &&
      last - start === 1 &&
      (!isA(marks, "party-name", start) || offices.starting.has(last)) // "Labour's", not "Labour secretary"
    )
      start++;
  }
  while (start < last && /^[-&]$/.test(lower(marks, start))) start++;
  if (isPlace) return { first, last };
  if ((offices.starting.get(start)?.last ?? 0) >= last) return null; // "Secretary" of "Secretary of State"
  return start < last ? { first: start, last } : null;
}

/** The end of an office of several words that begins at a token ("Secretary of State"): no name goes over it. */
function longOffice(offices: Offices, index: number): number | null {
  const office = offices.starting.get(index);
  return office && office.last - office.first > 1 ? office.last : null;
}

/** "Mrs [de] Orvela", "Mr. [van der] Orvela": behind the small particles that open a surname behind a title of address. */
function behindParticles(marks: Marks, index: number): number {
  const title = lower(marks, index - 1) === "." ? index - 2 : index - 1;
  let at = index;
  if (!isHonorific(marks, title) || marks.capital[title] !== true) return index;
  while (at < index + 3 && !marks.capital[at] && marks.words.is("particle", lower(marks, at))) at++;
  return at;
}

/** The end of a name's first word where a small particle is hyphened to it ("al-Qaeda"), or of a plain first word; null where no name begins. */
function opening(marks: Marks, offices: Offices, index: number): number | null {
  const particle = marks.words.is("particle", lower(marks, index)) && lower(marks, index + 1) === "-";
  if (particle && touches(marks, index + 1) && touches(marks, index + 2) && canName(marks, index + 2)) return index + 3;
  const addressed = behindParticles(marks, index);
  if (addressed > index && canName(marks, addressed)) return addressed + 1;
  if (!canName(marks, index) || isHonorific(marks, index)) return null;
  return marks.initial[index] && !beginsName(marks, offices, index) ? null : index + 1;
}

/** "Lee Teng-hui": the small second half of an East Asian given name. */
function smallHalf(marks: Marks, first: number, index: number): boolean {
  if (lower(marks, index) !== "-" || !touches(marks, index) || !touches(marks, index + 1)) return false;
  const [left, right] = [marks.tokens[index - 1]?.text ?? "", marks.tokens[index + 1]?.text ?? ""];
  if (index - first < 2 || !/^\p{Ll}+$/u.test(right)) return false;
  const short = index - first === 2 && /^\p{L}{2,5}$/u.test(left) && /^\p{L}{2,5}$/u.test(right);
  return (
    marks.words.givenNames.get(lower(marks, first)) === "either" ||
    (short && !marks.words.is("hyphen-tail", right.toLowerCase()))
  );
}

/** The end of the run whose first word ends at token `from`. */
function runEnd(
  marks: Marks,
  offices: Offices,
  first: number,
  from: number,
  ceiling: number,
  free: (index: number) => boolean,
): number {
  let last = from;
  while (last < ceiling && longOffice(offices, last) === null) {
    if (free(last) && canName(marks, last) && !isHonorific(marks, last)) last++;
    else if (smallHalf(marks, first, last)) last += 2;
    else {
      const next = free(last) ? joins(marks, first, last, ceiling, free) : null;
      if (next === null) break;
      last = next + 1;
    }
  }
  const numbered = (index: number): boolean =>
    /^\p{N}+$/u.test(lower(marks, index)) &&
    (headAt(marks, index - 1)?.kind === "other" || (index - first > 1 && isA(marks, "numbered-head", index - 1)));
  while (last < ceiling && numbered(last) && !marks.timex[last]) last++;
  return last;
}

/** "CWA President Chris Orr", "Judicial Watch president": whose the office is that was cut off the front of a run. */
function beforeOffice(marks: Marks, offices: Offices, first: number, ceiling: number): Stretch | null {
  let last = first;
  while (last < ceiling && !offices.starting.has(last) && !marks.words.is("modifier", lower(marks, last))) last++;
  const office = offices.starting.get(last)?.value.id;
  const adjective =
    marks.tokens[first]?.upos === "ADJ" || phraseAt(marks.words.adjectives, marks.tokens, first, last) !== null;
  const one =
    last - first === 1 && !adjective && !headAt(marks, first) && !marks.words.givenNames.has(lower(marks, first));
  const whose =
    one && (isAcronym(marks.tokens[first]?.text ?? "") || (office !== "minister" && office !== "state-secretary"));
  return last < ceiling && (whose || (last - first > 1 && headAt(marks, last - 1) !== undefined))
    ? { first, last }
    : null;
}

/** The end of an adjective of several words before an office ("South Korean President"): no name begins inside it. */
function longAdjective(marks: Marks, offices: Offices, index: number): number | null {
  const found = phraseAt(marks.words.adjectives, marks.tokens, index, index + 4);
  if (!found || found.last - index < 2) return null;
  return offices.starting.has(found.last) || marks.words.is("modifier", lower(marks, found.last)) ? found.last : null;
}

/** The candidates of one sentence, in order; tokens that `taken` says are spoken for are left alone. */
export function capitalRuns(
  marks: Marks,
  sentence: AnalysedSentence,
  offices: Offices,
  taken: (index: number) => boolean,
): Stretch[] {
  const runs: Stretch[] = [];
  const free = (index: number): boolean => !taken(index);
  for (let i = sentence.first; i < sentence.last; ) {
    const office = free(i) ? (longOffice(offices, i) ?? longAdjective(marks, offices, i)) : null;
    const from = free(i) ? opening(marks, offices, i) : null;
    if (office !== null || from === null) {
      i = office ?? i + 1;
      continue;
    }
    const last = runEnd(marks, offices, i, from, sentence.last, free);
    const run = trimmed(marks, offices, i, last);
    const before = run && run.first > i ? beforeOffice(marks, offices, i, run.first) : null;
    if (before) runs.push(before);
    if (run) runs.push(run);
    i = Math.max(last, i + 1);
  }
  return runs;
}
