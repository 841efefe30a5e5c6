// The phrases of a sentence: at every word the phrasing that takes in most is tried, the first in the table where two take
// in the same; what a phrase has taken, no other one takes. One pass over the text.
import type { Range } from "../model/span.js";
import { stands } from "./guards.js";
import type { Phrase } from "./meaning.js";
import type { Lexicon } from "./pattern.js";
import { spelledYear } from "./spelled.js";
import type { TimeWords } from "./words.js";

const wordStart = /(?<![\p{L}\p{N}'])(?:'?\p{N}|'?\p{L}+)/gu;

/** The words in the slots of a match; years in words become digits. */
function slotsOf(groups: Readonly<Record<string, string | undefined>>, lexicon: Lexicon): Phrase["slots"] {
  const slots: Record<string, string | undefined> = {};
  for (const [name, words] of Object.entries(groups)) {
    const word = words?.toLowerCase().replace(/\s+/g, " ");
    slots[name] = word && /^year\d*$/.test(name) && /^\p{L}/u.test(word) ? (spelledYear(word, lexicon) ?? word) : word;
  }
  return slots;
}

function phraseAt(
  place: number,
  end: number,
  text: string,
  lowered: string,
  words: TimeWords,
  usable: (phrase: Phrase) => boolean,
): Phrase | null {
  let found: Phrase | null = null;
  for (const { rule, maker, pattern } of words.phrasings) {
    pattern.lastIndex = place;
    const match = pattern.exec(lowered);
    if (!match || match[0] === "") continue;
    const stop = place + match[0].length;
    if (stop > end || (found && stop <= found.end)) continue;
    const slots = slotsOf(match.groups ?? {}, words.lexicon);
    const phrase = { start: place, end: stop, rule, maker, words: match[0].toLowerCase().replace(/\s+/g, " "), slots };
    if (stands(phrase, text, lowered, words.lexicon) && usable(phrase)) found = phrase;
  }
  return found;
}

/** The phrases of `text` inside `sentence`, in order. `usable`: whether a phrase has a meaning at all. */
export function phrasesIn(
  text: string,
  lowered: string,
  sentence: Range,
  words: TimeWords,
  usable: (phrase: Phrase) => boolean,
): Phrase[] {
  const stretch = lowered.slice(sentence.start, sentence.end);
  if (!words.trigger.test(stretch)) return [];
  const phrases: Phrase[] = [];
  let free = sentence.start;
  for (const match of stretch.matchAll(wordStart)) {
    const place = sentence.start + match.index;
    if (place < free || (/^\p{L}/u.test(match[0]) && !words.starters.has(match[0]))) continue;
    const phrase = phraseAt(place, sentence.end, text, lowered, words, usable);
    if (phrase) {
      phrases.push(phrase);
      free = phrase.end;
    }
  }
  return phrases;
}
