// Finding the words of a decision again: where they stood, else where they stand now. After text quote anchoring (Web
// Annotation; Brush and others 2001): the place whose surroundings are most alike, then the one nearest to the old place.
import type { Pointed } from "../model/decision.js";
import type { Document } from "../model/document.js";

/** How many characters around the words are kept and compared. */
const around = 32;

/** `pointed` at a range of a document, with its words and what stands around them. */
export function pointAt({ id, text }: Pick<Document, "id" | "text">, start: number, end: number): Pointed {
  return {
    span: { doc: id, start, end },
    words: text.slice(start, end),
    before: text.slice(Math.max(0, start - around), start),
    after: text.slice(end, end + around),
  };
}

/** The text with each stretch of white space as one blank, and where each of its characters stood. */
function squeezed(text: string): { readonly plain: string; readonly at: readonly number[] } {
  const at: number[] = [];
  let plain = "";
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    const blank = /\s/.test(letter);
    if (blank && plain.endsWith(" ")) continue;
    plain += blank ? " " : letter;
    at.push(index);
  }
  return { plain, at };
}

type Place = { readonly start: number; readonly end: number };

/** All places of `words` in `text`, whatever white space stands between them. */
export function placesOf(text: string, words: string): readonly Place[] {
  const sought = squeezed(words.trim()).plain;
  if (sought === "") return [];
  const { plain, at } = squeezed(text);
  const places: Place[] = [];
  for (let found = plain.indexOf(sought); found >= 0; found = plain.indexOf(sought, found + 1)) {
    const [start, last] = [at[found], at[found + sought.length - 1]];
    if (start !== undefined && last !== undefined) places.push({ start, end: last + 1 });
  }
  return places;
}

/** How many characters two texts share from their beginning on. */
function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

const reversed = (text: string): string => [...text].reverse().join("");

/** The place of pointed words in a text; null where they are not there, or stand at two places equally like the old one. */
export function placeIn(text: string, pointed: Pointed): Place | null {
  const { span, words, before = "", after = "" } = pointed;
  const likeness = ({ start, end }: Place): number =>
    shared(reversed(before), reversed(text.slice(Math.max(0, start - around), start))) +
    shared(after, text.slice(end, end + around));
  if (text.slice(span.start, span.end) === words && likeness(span) === before.length + after.length)
    return { start: span.start, end: span.end };
  const scored = placesOf(text, words)
    .map((place) => ({ place, like: likeness(place), far: Math.abs(place.start - span.start) }))
    .sort((a, b) => b.like - a.like || a.far - b.far);
  const [best, second] = scored;
  if (!best || (second && second.like === best.like && second.far === best.far)) return null;
  return best.place;
}

/** Words of at least so many characters are looked for in other documents where their own is gone. */
const telling = 24;

/** `pointed` where its words stand now; null where no document has them, or none for sure. */
export function placed(pointed: Pointed, documents: ReadonlyMap<string, Document>): Pointed | null {
  const own = documents.get(pointed.span.doc);
  if (own) {
    const place = placeIn(own.text, pointed);
    return place && pointAt(own, place.start, place.end);
  }
  const whole = `${pointed.before ?? ""}${pointed.words}${pointed.after ?? ""}`;
  if (whole.length < telling) return null;
  const holders = [...documents.values()].filter(({ text }) => placesOf(text, whole).length > 0);
  const [holder] = holders;
  if (!holder || holders.length > 1) return null;
  const place = placeIn(holder.text, pointed);
  return place && pointAt(holder, place.start, place.end);
}
