// Titles of persons: the office directly before a name ("US Deputy Secretary of State Sherman"), in an apposition before it
// ("the head of the union, Anna Vale") or behind it ("Anna Vale, head of the union").
import { isA, lower, type Marks, touches } from "./marks.js";
import { type Found, phraseAt } from "./phrases.js";
import type { OfficeClass } from "./words.js";

export type Stretch = { readonly first: number; readonly last: number };

/** Office phrases of a document by the token that they end at (exclusive): the longest. */
export type Offices = {
  readonly ending: ReadonlyMap<number, Found<OfficeClass>>;
  readonly starting: ReadonlyMap<number, Found<OfficeClass>>;
};

/** "Zelda Provost-Orvik": whether a word for an office is the first half of a surname. */
function hyphened(marks: Marks, { first, last }: Stretch): boolean {
  const tight = lower(marks, last) === "-" && touches(marks, last) && touches(marks, last + 1);
  if (!tight || last - first > 1 || !marks.capital[first] || !marks.capital[last + 1]) return false;
  if (phraseAt(marks.words.offices, marks.tokens, last + 1, last + 2)) return false; // "Minister-President"
  const before =
    marks.capital[first - 1] === true && marks.tokens[first - 1]?.sentence === marks.tokens[first]?.sentence;
  return before ? !phraseAt(marks.words.offices, marks.tokens, first - 1, first) : !marks.capital[last + 2]; // "President-Elect Vale"
}

/** All office phrases of a document. */
export function officesOf(marks: Marks): Offices {
  const ending = new Map<number, Found<OfficeClass>>();
  const starting = new Map<number, Found<OfficeClass>>();
  for (const sentence of marks.sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      const found = phraseAt(marks.words.offices, marks.tokens, i, sentence.last);
      if (!found || hyphened(marks, found)) continue;
      starting.set(i, found);
      if (!ending.has(found.last)) ending.set(found.last, found);
    }
  }
  return { ending, starting };
}

/** How far left a title reaches whose office begins at token `first`: modifiers, names and nouns before it, over "'s". */
function titleStart(marks: Marks, isName: (index: number) => boolean, first: number, floor: number): number {
  let start = first;
  while (start > floor) {
    const token = marks.tokens[start - 1];
    if (!token || marks.timex[start - 1]) break;
    if (marks.words.is("possessive", token.lower) || marks.words.is("whose", token.lower)) return start - 1;
    const inside =
      marks.words.is("modifier", token.lower) || isName(start - 1) || token.lower === "'s" || token.lower === "'";
    const noun =
      (token.upos === "NOUN" || token.upos === "PROPN" || token.upos === "ADJ") && !/["(),;:]/.test(token.text);
    if (!inside && !(noun && !marks.words.is("function", token.lower))) break;
    if (token.lower === "-" && token.end < (marks.tokens[start]?.start ?? 0)) break;
    if (marks.words.is("saying", token.lower) && !isName(start - 1)) break;
    if (token.upos === "ADJ" && marks.tokens[start - 2]?.upos === "AUX") break; // "had informed President Vale": a verb
    start--;
  }
  while (start < first && /^(?:'s|'|-)$/.test(lower(marks, start))) start++;
  return start;
}

/** The end of what hangs on an office that ends at token `last`: "of State", "of the union", "to the OSCE". */
function titleEnd(marks: Marks, isName: (index: number) => boolean, last: number, ceiling: number): number {
  let end = last;
  while (end < ceiling && marks.words.is("linker", lower(marks, end))) {
    let next = end + 1;
    if (isA(marks, "article", next) || isA(marks, "possessive", next)) next++;
    const from = next;
    while (next < ceiling && !marks.timex[next]) {
      const token = marks.tokens[next];
      if (!token) break;
      const nominal =
        token.upos === "NOUN" ||
        token.upos === "PROPN" ||
        token.upos === "ADJ" ||
        isName(next) ||
        marks.capital[next] === true || // whatever the tag says: "secretary of the United Quarry Workers"
        token.lower === "'s" ||
        (token.lower === "'" && (isName(next + 1) || marks.tokens[next + 1]?.upos === "NOUN")) ||
        (marks.words.is("and", token.lower) && isName(next + 1)) ||
        (token.lower === "-" && token.end === marks.tokens[next + 1]?.start);
      if (!nominal || (marks.words.is("saying", token.lower) && !isName(next))) break;
      next++;
    }
    if (next === from) break;
    end = next;
  }
  return end;
}

export const isHonorific = (marks: Marks, index: number): boolean =>
  (["honorific", "honorific-m", "honorific-f"] as const).some((kind) => marks.words.is(kind, lower(marks, index)));

/** "Mr.", "Dr" directly before a name. */
function honorificBefore(marks: Marks, first: number, floor: number): Stretch | null {
  const at =
    lower(marks, first - 1) === "." && marks.tokens[first - 2]?.end === marks.tokens[first - 1]?.start
      ? first - 2
      : first - 1;
  return at >= floor && isHonorific(marks, at) && marks.capital[at] ? { first: at, last: first } : null;
}

const hangs = (marks: Marks, word: string): boolean =>
  /^(?:-|'s)$/.test(word) ||
  (["the", "belonging", "direction", "and"] as const).some((kind) => marks.words.is(kind, word));

/** "The envoy of the president of Norway": whether the office that begins at token `first` only says whose another one is. */
function officeOfOffice(marks: Marks, offices: Offices, first: number): boolean {
  const outer = isA(marks, "the", first - 1) ? first - 2 : first - 1;
  return isA(marks, "genitive", outer) && offices.ending.has(outer);
}

/** The title directly before a name that begins at token `first`; null where there is none. */
export function titleBefore(
  marks: Marks,
  offices: Offices,
  isName: (index: number) => boolean,
  first: number,
  floor: number,
): Stretch | null {
  const polite = honorificBefore(marks, first, floor);
  if (polite) {
    const outer = titleBefore(marks, offices, isName, polite.first, floor); // "chief executive Sir Tom Vale"
    return outer ? { first: outer.first, last: first } : polite;
  }
  const office = offices.ending.get(first);
  if (office?.value.plural && isA(marks, "who", office.first - 1)) return null; // "Vale, who heads Orvela": a verb
  if (office && office.first >= floor) return { first: titleStart(marks, isName, office.first, floor), last: first };
  // "press secretary of the president of the union Anna Vale", "Secretary General of NATO Vale": back over what hangs on the office
  for (let i = first - 2; i > floor && i > first - 16; i--) {
    const word = lower(marks, i);
    if (!isName(i) && !hangs(marks, word) && !["NOUN", "PROPN", "ADJ"].includes(marks.tokens[i]?.upos ?? ""))
      return null;
    const head = marks.words.is("linker", lower(marks, i)) ? offices.ending.get(i) : undefined;
    if (!head || head.first < floor) continue;
    if (officeOfOffice(marks, offices, head.first)) continue;
    if (titleEnd(marks, isName, i, first) === first)
      return { first: titleStart(marks, isName, head.first, floor), last: first };
  }
  return null;
}

/** "deputy foreign minister": where one office runs on into another ("deputy"), the last of them ends the title. */
function lastOffice(marks: Marks, offices: Offices, end: number): number {
  let last = end;
  for (let i = end; i < end + 4; i++) {
    const next = offices.starting.get(i);
    if (next) last = Math.max(last, next.last);
    else if (i >= last && !marks.words.is("modifier", lower(marks, i))) break;
  }
  return last;
}

/** "Obtained by Orvela, chief executive Tarn Vale said", "said Vale, members would": an office that goes on to another name, or is of many. */
function isAnothers(marks: Marks, office: Found<OfficeClass>, from: number, end: number, ceiling: number): boolean {
  if (office.value.plural && from === office.first && marks.tokens[end]?.upos === "AUX") return true;
  const next = marks.tokens[end];
  return end < ceiling && marks.capital[end] === true && !marks.timex[end] && next?.upos === "PROPN";
}

/** The title in an apposition behind a name that ends at token `last`: "Anna Vale, the union's general secretary,". */
export function titleBehind(
  marks: Marks,
  offices: Offices,
  isName: (index: number) => boolean,
  last: number,
  ceiling: number,
): Stretch | null {
  if (lower(marks, last) !== "," && lower(marks, last) !== "(") return null;
  const determiner = isA(marks, "article", last + 1) ? 1 : 0;
  const from = last + 1 + determiner;
  if (isA(marks, "whose", from)) return null; // "Orvela, whose leader": another's
  for (let i = from; i < ceiling && i < from + 10; i++) {
    const office = offices.starting.get(i);
    const anothers = office && lower(marks, office.last) === "'s"; // "Vale, the president's adviser"
    if (office && !anothers && (isA(marks, "possessive", from) || titleStart(marks, isName, i, from) === from)) {
      const end = titleEnd(marks, isName, lastOffice(marks, offices, office.last), ceiling);
      return isAnothers(marks, office, from, end, ceiling) ? null : { first: from, last: end };
    }
    const token = marks.tokens[i];
    if (!token || /^[,.;:"]$/.test(token.text) || (token.upos === "VERB" && !isName(i))) return null;
  }
  return null;
}

/** The title in an apposition that ends with the comma before token `first`: "The mediator, Anna Vale, said". */
export function titleInFront(
  marks: Marks,
  offices: Offices,
  isName: (index: number) => boolean,
  first: number,
  last: number,
  floor: number,
): Stretch | null {
  if (lower(marks, first - 1) !== "," || first - 2 < floor) return null;
  const behind = marks.tokens[last];
  if (
    behind &&
    behind.sentence === marks.tokens[first]?.sentence &&
    !/^[,.;)]$/.test(behind.text) &&
    !marks.words.is("saying", behind.lower) &&
    !(marks.words.is("genitive", behind.lower) && marks.capital[last + 1])
  )
    return null;
  for (let i = first - 1; i > floor && i > first - 14; i--) {
    const office = offices.ending.get(i);
    if (!office || office.first < floor) continue;
    if (i !== first - 1 && titleEnd(marks, isName, i, first - 1) !== first - 1) continue;
    if (officeOfOffice(marks, offices, office.first)) continue;
    const start = titleStart(marks, isName, office.first, floor);
    const opener = lower(marks, start - 1);
    const opens = marks.words.is("function", opener) || /^[,"]$/.test(opener) || marks.words.is("saying", opener);
    if (start > floor && !opens && !isA(marks, "possessive", start)) return null;
    const before = lower(marks, start - 2);
    return marks.words.is("direction", before) && isA(marks, "according", start - 3)
      ? null
      : { first: start, last: first - 1 };
  }
  return null;
}
