// The phrases of a sentence: at every word the phrasing that takes in most is tried, the first in the table where two take
// in the same; what a phrase has taken, no other one takes. One pass over the text.
import type { Range } from "../model/span.js";
import { stands } from "./guards.js";
import { HeadScanner } from "./heads.js";
import type { Phrase } from "./meaning.js";
import type { Lexicon } from "./pattern.js";
import { spelledYear } from "./spelled.js";
import { coreBit, type Opening, type Phrasing, type TimeWords } from "./words.js";

const oneSpaced = (words: string): string => (/\s/.test(words) ? words.replace(/\s+/g, " ") : words);

/** The words in the slots of a match; years in words become digits. */
function slotsOf(groups: Readonly<Record<string, string | undefined>>, lexicon: Lexicon): Phrase["slots"] {
  const slots: Record<string, string | undefined> = {};
  for (const [name, words] of Object.entries(groups)) {
    if (words === undefined) continue;
    const word = oneSpaced(words);
    slots[name] = name.startsWith("year") && /^\p{L}/u.test(word) ? (spelledYear(word, lexicon) ?? word) : word;
  }
  return slots;
}

function phraseAt(
  place: number,
  end: number,
  text: string,
  lowered: string,
  ahead: number,
  lexicon: Lexicon,
  phrasings: readonly Phrasing[],
  usable: (phrase: Phrase) => boolean,
): Phrase | null {
  let found: Phrase | null = null;
  for (const { rule, maker, pattern, needs } of phrasings) {
    if ((needs & ahead) !== needs) continue;
    pattern.lastIndex = place;
    const match = pattern.exec(lowered);
    if (!match || match[0] === "") continue;
    const stop = place + match[0].length;
    if (stop > end || (found && stop <= found.end)) continue;
    const slots = slotsOf(match.groups ?? {}, lexicon);
    const phrase = { start: place, end: stop, rule, maker, words: oneSpaced(match[0].toLowerCase()), slots };
    if (stands(phrase, text, lowered, lexicon) && usable(phrase)) found = phrase;
  }
  return found;
}

/** Characters that a phrase can be long from its head to its last needed word. */
const reach = 90;

/** The places of a stretch where a phrase can begin or go on, each with what its word tells. */
type Heads = { readonly places: readonly number[]; readonly openings: readonly Opening[] };

/** The heads of a stretch whose words tell something; null where nothing of the calendar is among them. */
function headsIn(lowered: string, { start, end }: Range, { byWord, byDigit }: TimeWords): Heads | null {
  const scanner = new HeadScanner(lowered);
  const places: number[] = [];
  const openings: Opening[] = [];
  let all = 0;
  for (let at = start; scanner.next(at, end); at = scanner.end) {
    const opening = scanner.digit ? byDigit : byWord.get(lowered.slice(scanner.start, scanner.end));
    if (opening === undefined) continue;
    all |= opening.bits;
    places.push(scanner.place);
    openings.push(opening);
  }
  return (all & coreBit) === 0 ? null : { places, openings };
}

/** The bits of the heads from one on within reach. */
function bitsAhead({ places, openings }: Heads, index: number): number {
  const limit = (places[index] ?? 0) + reach;
  let bits = 0;
  for (let i = index; i < places.length && (places[i] ?? 0) <= limit; i++) bits |= openings[i]?.bits ?? 0;
  return bits;
}

/**
 * The phrases of `text` inside `sentence`, in order. `lowered`: the folded text in lower case. `usable`: whether a phrase has
 * a meaning at all.
 */
export function phrasesIn(
  text: string,
  lowered: string,
  sentence: Range,
  words: TimeWords,
  usable: (phrase: Phrase) => boolean,
): Phrase[] {
  const heads = headsIn(lowered, sentence, words);
  const phrases: Phrase[] = [];
  if (!heads) return phrases;
  let free = sentence.start;
  for (let index = 0; index < heads.places.length; index++) {
    const [place = 0, opening] = [heads.places[index], heads.openings[index]];
    if (place < free || !opening || opening.phrasings.length === 0) continue;
    const ahead = bitsAhead(heads, index);
    if ((ahead & coreBit) === 0) continue;
    const phrase = phraseAt(place, sentence.end, text, lowered, ahead, words.lexicon, opening.phrasings, usable);
    if (!phrase) continue;
    phrases.push(phrase);
    free = phrase.end;
  }
  return phrases;
}
