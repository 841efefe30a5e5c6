// How alike two names are, with the sentence that says why. Spelling: Levenshtein distance; sound: Double Metaphone
// (Philips 2000); scripts are brought to ASCII first. Names with other given names are other people.
import anyAscii from "any-ascii";
import { doubleMetaphone } from "double-metaphone";
import { distance } from "fastest-levenshtein";
import type { NameForms } from "./compare-names-words.js";

export type Comparison = { readonly score: number; readonly because: string };
export const apart = (because: string): Comparison => ({ score: 0, because });

/** A name as it is compared: ASCII, lower case, without "the", apostrophes and punctuation. */
export const plainName = (name: string): string =>
  anyAscii(name)
    .toLowerCase()
    .replace(/['’`]s?\b/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/^(?:the|a|an) /, "")
    .trim();

/** A person's name as it is compared: hyphens inside a word stay ("pannier-runacher"), but not behind a particle ("al khulaifi"). */
export const plainPerson = (name: string, forms: NameForms): string =>
  name
    .split(/\s+/)
    .map((word) => plainName(word).split(" "))
    .map((parts) => (forms.is("particle", parts[0] ?? "") ? parts.join(" ") : parts.join("-")))
    .filter((word) => word !== "")
    .join(" ");

/** Without the "e" that stands for an umlaut: "juergen" is "jurgen" is "Jürgen". */
export const umlautless = (name: string): string => name.replace(/([aou])e/g, "$1");

export type PersonName = { readonly given: string | null; readonly surname: string };

/** "wang yi", "kim jong un", "lee jae-orn": whether a plain name begins with the family's. */
function familyFirst(words: readonly string[], forms: NameForms): boolean {
  const [first = "", ...rest] = words;
  if (rest.length === 0 || rest.length > 2) return false;
  return (
    forms.is("family-first", first) ||
    (forms.is("family-too", first) && (rest.length === 2 || (rest[0] ?? "").includes("-")))
  );
}

/** Given name and surname of a person's name in plain form; a single word is a surname. */
export function personName(plain: string, forms: NameForms): PersonName {
  const words = plain.split(" ");
  if (familyFirst(words, forms)) return { given: words.slice(1).join(" "), surname: words[0] ?? "" };
  let cut = words.length - 1;
  while (cut > 1 && forms.is("particle", words[cut - 1] ?? "")) cut--;
  if (cut === 1 && forms.is("particle", words[0] ?? "") && (words.length > 2 || !forms.is("given-too", words[0] ?? "")))
    cut = 0;
  const suffix = cut > 0 && forms.is("generation", words[words.length - 1] ?? "") && words.length > 2;
  if (suffix) cut = words.length - 2;
  const surname = words.slice(cut, suffix ? words.length - 1 : words.length).join(" ");
  return { given: cut > 0 ? words.slice(0, cut).join(" ") : null, surname };
}

/** How a word sounds (Double Metaphone). */
export const soundOf = (word: string): string => doubleMetaphone(word)[0];

/** Whether two words sound alike (Double Metaphone). */
export const soundsAlike = (a: string, b: string): boolean => {
  const [x, y] = [doubleMetaphone(a), doubleMetaphone(b)];
  return x[0] === y[0] && x[0].length > 1;
};

/** A plain name as transliterations of Cyrillic and Arabic names agree on it: "kh" and "h", "iy", "y" and "i" are one. */
export const transliterated = (name: string): string =>
  name
    .replace(/s?cz|tsch|tch/g, "ch")
    .replace(/sz|sch/g, "sh")
    .replace(/kh/g, "h")
    .replace(/[jy]/g, "i")
    .replace(/ou/g, "u")
    .replace(/w/g, "v")
    .replace(/ie/g, "e")
    .replace(/ee/g, "i")
    .replace(/x|ks/g, "s")
    .replace(/(.)\1+/g, "$1");

/** Whether two spellings can be one name: a letter or two apart in long words, or the same sound and nearly the same letters. */
function variants(a: string, b: string): boolean {
  if (a === b || umlautless(a) === umlautless(b)) return true;
  const [edits, length] = [distance(a, b), Math.min(a.length, b.length)];
  if (edits === 1) return length >= 5 || (length >= 4 && soundsAlike(a, b));
  return (
    edits === 2 && length >= 6 && (soundsAlike(a, b) || (a.startsWith(b.slice(0, 3)) && a.slice(-2) === b.slice(-2)))
  );
}

/** Surnames that transliteration may have made of one: two edits in a short word with the same first letter, three in a long one. */
function heardAlike(a: string, b: string): boolean {
  const [x, y] = [transliterated(a), transliterated(b)];
  const length = Math.min(x.length, y.length);
  return x[0] === y[0] && length > 4 && distance(x, y) <= (length > 6 ? 3 : 2);
}

function givenAlike(a: string, b: string): boolean {
  if (a.endsWith(` ${b}`) || b.endsWith(` ${a}`)) return true; // "Tavares Orvela" of "Anna Tavares Orvela"
  const [x, y] = [a.split(" ")[0] ?? "", b.split(" ")[0] ?? ""];
  if (x === y || variants(x, y)) return true;
  if (x.length === 1 || y.length === 1) return x[0] === y[0];
  const short = Math.min(x.length, y.length);
  return (short >= 3 && (x.startsWith(y) || y.startsWith(x))) || (distance(x, y) <= 2 && soundsAlike(x, y));
}

/** Two people, one of whom only a single report names, and never beside the other: a misspelt or misheard name. */
export function compareMisspelt(a: PersonName, b: PersonName): Comparison {
  const [x, y] = [transliterated(a.surname), transliterated(b.surname)];
  if (x[0] !== y[0] || !mayBeSamePerson(a, b)) return apart("other names");
  const because = `${a.surname} and ${b.surname} never stand in one report, and one of them in a single one`;
  if (a.given !== null && b.given !== null)
    return variants(a.surname, b.surname) || heardAlike(a.surname, b.surname)
      ? { score: 0.72, because: `${because}, with one given name` }
      : apart("other surnames");
  return distance(x, y) <= 1 && Math.min(x.length, y.length) > 6 ? { score: 0.7, because } : apart("other surnames");
}

/** Whether two names may stand for one person: the given names, where both are told, do not differ. */
export const mayBeSamePerson = (a: PersonName, b: PersonName): boolean =>
  a.given === null || b.given === null || givenAlike(a.given, b.given);

/** Two people by name; `sameRole` says that both are told to hold the same office of the same party. */
export function comparePersons(a: PersonName, b: PersonName, sameRole: boolean): Comparison {
  if (!mayBeSamePerson(a, b)) return apart(`other given names: ${a.given} and ${b.given}`);
  if (sameRole && a.given !== null && b.given !== null && heardAlike(a.surname, b.surname))
    return { score: 0.75, because: `${a.surname} and ${b.surname} sound nearly alike, with the same office` };
  const bothGiven = a.given !== null && b.given !== null;
  if (umlautless(a.surname) === umlautless(b.surname)) {
    if (bothGiven)
      return {
        score: a.given === b.given ? 1 : 0.92,
        because:
          a.given === b.given ? "the same name" : `the same surname, and ${a.given} and ${b.given} are one given name`,
      };
    return sameRole
      ? { score: 0.9, because: "the same surname and the same office" }
      : { score: 0.75, because: "the same surname" };
  }
  const both = bothGiven && a.surname.length > 4; // the given names are alike
  if (both && transliterated(a.surname) === transliterated(b.surname))
    return { score: 0.8, because: `${a.surname} and ${b.surname} are one surname in two transliterations` };
  const whole = bothGiven && `${a.given} ${a.surname}`.length > 9;
  if (whole && transliterated(`${a.given} ${a.surname}`) === transliterated(`${b.given} ${b.surname}`))
    return { score: 0.85, because: "one name in two transliterations" };
  const half = a.surname.split("-").includes(b.surname) || b.surname.split("-").includes(a.surname);
  if (half)
    return {
      score: bothGiven ? 0.85 : sameRole ? 0.75 : 0.6,
      because: `${a.surname} and ${b.surname} are one double name`,
    };
  if (!variants(a.surname, b.surname)) return apart("other surnames");
  const spelling = `${a.surname} and ${b.surname} are spellings of one surname`;
  if (sameRole && bothGiven) return { score: 0.85, because: `${spelling}, with the same given name and office` };
  if (sameRole) return { score: 0.72, because: `${spelling}, with the same office` };
  const heard = bothGiven && a.given === b.given && soundsAlike(a.surname, b.surname);
  if (heard) return { score: 0.75, because: `${spelling} that sound alike, with the same given name` };
  return bothGiven
    ? { score: 0.6, because: `${spelling}, with the same given name` }
    : apart(`${spelling}, with nothing else in common`);
}

/** The letters that "Organization for Security and Cooperation in Europe" is shortened to: the initials of its capitalised words. */
export const initialsOf = (name: string): string => (name.match(/\b\p{Lu}/gu) ?? []).join("");

/** Whether a form names on its own: capitalised, and several words or an acronym; "the company" and "the union" do not. */
export function namesAlone(form: string): boolean {
  const words = form.replace(/^(?:[Tt]he|[Aa]n?) /, "").split(/\s+/);
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return (
    capitalised > 0 &&
    (words.length > 1 ? capitalised >= 2 : /^[\p{Lu}\d&-]{2,}$/u.test(words[0] ?? "") || (words[0]?.length ?? 0) >= 4)
  );
}

/** An organization's plain name without the words for its kind at the end: "orvela tarn" of "orvela tarn capital". */
export function coreName(plain: string, forms: NameForms): string {
  const words = plain.split(" ");
  let end = words.length;
  while (end > 1 && forms.is("kind", words[end - 1] ?? "")) end--;
  return words.slice(0, end).join(" ");
}
