// The notation of the rule table → linear-time regular expressions. A space is white space, "/" parts alternatives, {name} is
// a slot that the words of a class (or a number) fill, {name2} a second one of the same class; the rest is a regular expression.

import type { Lexicon } from "./lexicon.js";
import { spelledYearSource } from "./spelled.js";

export type { Lexicon } from "./lexicon.js";

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+");

/** Words as alternatives, the longest first. */
export const alternativesOf = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join("|");

/** The words of a class as alternatives; "" where there are none. */
export const alternatives = (lexicon: Lexicon, name: string): string => alternativesOf(lexicon.get(name)?.keys() ?? []);

const day = "3[01]|[12]\\d|0?[1-9]";

/** Slots that numbers fill. Words come in where the language writes numbers with them. */
function numericSlot(name: string, lexicon: Lexicon): string | null {
  const suffix = alternatives(lexicon, "suffix");
  switch (name) {
    case "day":
      return `(?:${day})(?:${suffix})?(?![\\d%]|[.,:]\\d)`;
    case "nth":
      return `\\d{1,2}(?:${suffix})`;
    case "year":
      return [`(?:1\\d{3}|20\\d{2}|'\\d{2})(?![\\d%]|[.,:]\\d)`, spelledYearSource(lexicon)].filter(Boolean).join("|");
    case "ended":
      return alternatives(lexicon, "month");
    case "bcyear":
      return "\\d{1,4}";
    case "mm":
      return "0[1-9]|1[0-2]";
    case "dd":
      return "0[1-9]|[12]\\d|3[01]";
    case "a":
    case "b":
      return "\\d{1,2}";
    case "decade":
      return "1\\d{2}|20\\d|'?[1-9]";
    case "q":
      return "[1-4]";
    case "n":
      return numberSlot(lexicon);
    case "clock":
      return clockSlot(lexicon);
    default:
      return null;
  }
}

function numberSlot(lexicon: Lexicon): string {
  const words = alternatives(lexicon, "number");
  return `\\d{1,3}(?:,\\d{3}){0,2}(?:\\.\\d{1,2})?(?:\\s+1\\/2)?|(?:${words})(?:[- ](?:${words})){0,2}`;
}

function clockSlot(lexicon: Lexicon): string {
  const [half, hours] = [alternatives(lexicon, "dayhalf"), alternatives(lexicon, "oclock")];
  return `(?:[01]?\\d|2[0-4])(?:[:.][0-5]\\d)?\\s*(?:${half})|(?:[01]?\\d|2[0-3]):[0-5]\\d|(?:1[0-2]|[1-9]|${alternatives(lexicon, "number")})\\s+(?:${hours})`;
}

/** A slot as a named group; the second of a name is name2, the third name3, whatever the notation calls it. */
function slot(name: string, seen: Map<string, number>, lexicon: Lexicon, notation: string): string {
  const source = numericSlot(name, lexicon) ?? alternatives(lexicon, name);
  if (source === "") throw new RangeError(`slot {${name}} of "${notation}": no word has the class "${name}"`);
  const count = (seen.get(name) ?? 0) + 1;
  seen.set(name, count);
  return `(?<${name}${count === 1 ? "" : count}>${source})`;
}

/** Source of the regular expression that a notation means. */
function translate(notation: string, lexicon: Lexicon): string {
  const seen = new Map<string, number>();
  let source = "";
  for (let i = 0; i < notation.length; i++) {
    const c = notation.charAt(i);
    if (c === "{") {
      const end = notation.indexOf("}", i);
      source += slot(notation.slice(i + 1, end).replace(/\d+$/, ""), seen, lexicon, notation);
      i = end;
    } else if (c === "\\") source += c + notation.charAt(++i);
    else if (c === "[") {
      const end = notation.indexOf("]", i);
      source += notation.slice(i, end + 1).replace(/ /g, "\\s");
      i = end;
    } else if (c === "/") source += "|";
    else if (c === " " && notation.charAt(i + 1) === "?") {
      source += "\\s*";
      i++;
    } else source += c === " " ? "\\s+" : c;
  }
  return source;
}

/** A sticky pattern for folded text in lower case; it holds whole words only. */
export const compilePattern = (notation: string, lexicon: Lexicon): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${translate(notation, lexicon)})(?![\\p{L}\\p{N}])`, "uy");

/** A pattern whose groups have no names, which is faster: the slots by the number of their group. */
export type SlotPattern = { readonly regex: RegExp; readonly names: readonly string[] };

/** The pattern of a notation with its slots. */
export function compileSlots(notation: string, lexicon: Lexicon): SlotPattern {
  const { source, flags } = compilePattern(notation, lexicon);
  const names: string[] = [];
  const plain = source.replace(/\(\?<([a-z]+\d*)>/g, (_, name: string) => {
    names.push(name);
    return "(";
  });
  return { regex: new RegExp(plain, flags), names };
}
