// What a capitalised name in a report's head can be: an outlet, a person, a place, a section. Where the words of the name do not
// say, "open": its neighbours must.
import { foldWords } from "../text/fold.js";
import type { IngestWords } from "./words.js";

export type NameKind = "outlet" | "person" | "place" | "section" | "open";

const longest = 50; // characters
const most = 6; // words

/** Whether words are all capitalised but for those that join, few enough for a name. */
export function isName(text: string, { joiners }: IngestWords): boolean {
  const parts = text.split(" ");
  const [first] = parts;
  return (
    text.length <= longest &&
    parts.length <= most &&
    first !== undefined &&
    /^[\p{Lu}\p{N}]/u.test(first) &&
    /\p{Lu}/u.test(text) &&
    parts.every((part) => /^[\p{Lu}\p{N}&][\p{L}\p{N}.'&-]*$/u.test(part) || joiners.has(part.toLowerCase()))
  );
}

/** Whether a name is made with a medium's words: "Port Herald", "Nordwire". */
export function isMediumName(name: string, { media }: IngestWords): boolean {
  const ends = [...media].filter((word) => word.startsWith("-")).map((word) => word.slice(1));
  const parts = name.toLowerCase().split(/[\s-]+/);
  return parts.some(
    (word) =>
      (media.has(word) && parts.length > 1) || ends.some((end) => word.length > end.length + 2 && word.endsWith(end)),
  );
}

/** The name of a site as it is printed: "Quay.com", "www.quay.net". */
export const isSite = (name: string): boolean =>
  /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+){1,3}$/u.test(name) && /\.\p{L}{2,}$/u.test(name);

/** What a name is, as far as its own words tell. */
export function kindOfName(name: string, words: IngestWords): NameKind {
  const plain = foldWords(name);
  const bare = plain.replace(/^the /, "");
  const parts = bare.split(" ");
  if (parts.every((part) => words.sections.has(part) || words.joiners.has(part) || words.live.has(part)))
    return "section";
  if (parts.every((part) => words.weekdays.has(part) || words.months.has(part))) return "section";
  if (words.places.has(plain)) return "place";
  const known = words.knownMedia.has(plain) || words.agencies.some(({ forms }) => forms.includes(plain));
  if (known || isMediumName(name, words)) return "outlet";
  if (parts.length > 1 && words.givenNames.has(parts[0] ?? "")) return "person";
  return "open";
}
