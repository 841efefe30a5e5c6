// Persons by their names in one document: full names first, then surnames, then spellings, each accepted only if exactly one
// candidate remains.
import { distance } from "fastest-levenshtein";
import { addMember, type Cast } from "./cast.js";
import { formOf, type Ground, lowerAt, type Name } from "./ground.js";

type Known = {
  readonly words: readonly string[];
  readonly surname: string;
  readonly actor: number;
  readonly at: number;
};

const near = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  return length >= 5 && a[0] === b[0] && distance(a, b) <= (length >= 7 ? 2 : 1);
};

const surnameEnd = (ground: Ground, name: Name): number =>
  name.last - name.first > 2 && ground.words.names.is("suffix", lowerAt(ground, name.last - 1))
    ? name.last - 1
    : name.last;

/** Where the surname begins: its last word, with the particles before it. */
function surnameStart(ground: Ground, name: Name): number {
  let start = surnameEnd(ground, name) - 1;
  while (
    start > name.first &&
    (ground.words.names.is("particle", lowerAt(ground, start - 1)) ||
      lowerAt(ground, start - 1) === "-" ||
      lowerAt(ground, start) === "-")
  )
    start--;
  return start;
}

const givenAlike = (a: string, b: string): boolean =>
  a === b ||
  (a.length === 1 && b.startsWith(a)) ||
  (b.length === 1 && a.startsWith(b)) ||
  (a[0] === b[0] && Math.min(a.length, b.length) >= 4 && distance(a, b) <= 2);

/** The person that a full name names: the same, or the one with a spelling of the same surname and a given name that may be the same. */
function fullMatch(known: readonly Known[], words: readonly string[], surname: string): number | "none" | "several" {
  const [given = ""] = words;
  const form = words.join(" ");
  const same = known.filter((other) => other.words.join(" ") === form || other.words.join(" ").endsWith(` ${form}`)); // "Tavares Orvela" of "Anna Tavares Orvela"
  const alike =
    same.length > 0
      ? same
      : known.filter(
          (other) =>
            other.words.length > 1 &&
            givenAlike(other.words[0] ?? "", given) &&
            (other.surname === surname || near(other.surname, surname)),
        );
  const actors = new Set(alike.map(({ actor }) => actor));
  return actors.size === 0 ? "none" : actors.size === 1 ? (alike[0]?.actor ?? "none") : "several";
}

/** The person that one word names. */
function shortMatch(known: readonly Known[], word: string): number | "none" | "several" {
  const tests: ((other: Known) => boolean)[] = [
    ({ surname, words }) => surname === word || words.at(-1) === word,
    ({ surname }) => near(surname, word),
    ({ words }) => words[0] === word,
  ];
  for (const test of tests) {
    const actors = new Set(known.filter(test).map(({ actor }) => actor));
    if (actors.size === 1) return [...actors][0] ?? "none";
    if (actors.size > 1) return "several";
  }
  return "none";
}

function genderOf(ground: Ground, name: Name): "m" | "f" | null {
  const title = name.title ? lowerAt(ground, name.title.first) : "";
  if (ground.words.names.is("honorific-m", title)) return "m";
  if (ground.words.names.is("honorific-f", title)) return "f";
  const given = name.last - name.first > 1 ? ground.words.names.givenNames.get(lowerAt(ground, name.first)) : undefined;
  return given === "m" || given === "f" ? given : null;
}

/** Of several persons whom a short form could name, the only one told of before it (with a gender that fits "Mr." or "Mrs."). */
function toldBefore(ground: Ground, cast: Cast, known: readonly Known[], name: Name, word: string): number | "several" {
  const gender = genderOf(ground, name);
  const before = new Set<number>();
  for (const { actor, at, surname, words } of known) {
    if (at >= name.first || (surname !== word && words[0] !== word && words.at(-1) !== word)) continue;
    const own = cast.members[actor]?.gender ?? null;
    if (gender === null || own === null || gender === own) before.add(actor);
  }
  const [only] = before;
  return before.size === 1 && only !== undefined ? only : "several";
}

/** "TARN VALE", as bylines and headlines spell a name: "Tarn Vale". Names that hold small letters or a short word stay. */
export const unshouted = (name: string): string =>
  name.split(" ").length > 1 && name.split(" ").every((word) => /^[\p{Lu}'’-]{3,}$/u.test(word))
    ? name.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase())
    : name;

/** The actor of every name of a person, by the index of the name; names that could be several persons are left out and told as problems. */
export function groupPersons(ground: Ground, cast: Cast): Map<number, number> {
  const persons = ground.names.filter(({ span }) => span.kind === "person");
  const actorOf = new Map<number, number>();
  const known: Known[] = [];
  const seen = new Map<string, number | "several">();
  const isFull = (name: Name): boolean => surnameStart(ground, name) > name.first;
  const long = (name: Name): boolean => surnameStart(ground, name) > name.first + 1; // "Anna Tavares Orvela"
  const inOrder = [...persons.filter(long), ...persons.filter((name) => isFull(name) && !long(name))];
  for (const name of [...inOrder, ...persons.filter((name) => !isFull(name))]) {
    const words = ground.tokens.slice(name.first, name.last).map((token) => token.lower.replaceAll("\u200b", ""));
    const id = words.join(" ");
    const from = surnameStart(ground, name);
    let actor = seen.get(id);
    if (actor === undefined) {
      const surname = words.slice(from - name.first, surnameEnd(ground, name) - name.first).join(" ");
      const given = isFull(name) ? words.slice(0, from - name.first).join(" ") : null;
      const match = isFull(name) ? fullMatch(known, words, surname) : shortMatch(known, id);
      actor =
        match === "none"
          ? addMember(cast, "person", unshouted(formOf(ground, name.span)), null, { given, surname })
          : match;
      if (actor !== "several") known.push({ words, surname, actor, at: name.first });
      seen.set(id, actor);
    }
    if (actor === "several") actor = toldBefore(ground, cast, known, name, id);
    if (actor === "several") {
      const reason = "Several persons of this text bear this name.";
      ground.problems.push({ start: name.span.start, end: name.span.end, stage: "actors", reason, candidates: [] });
      continue;
    }
    actorOf.set(name.index, actor);
    const member = cast.members[actor];
    if (member) member.gender ??= genderOf(ground, name);
  }
  return actorOf;
}
