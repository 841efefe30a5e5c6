// The phrases of a sentence: at every word the phrasing that takes in most is tried, the first in the table where two take
// in the same; what a phrase has taken, no other one takes. One pass over the text.
import type { Range } from "../model/span.js";
import { stands } from "./guards.js";
import { Heads } from "./heads.js";
import type { Phrase } from "./meaning.js";
import type { Lexicon } from "./pattern.js";
import { spelledYear } from "./spelled.js";
import type { Phrasing, TimeWords } from "./words.js";

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
  lexicon: Lexicon,
  phrasings: readonly Phrasing[],
  usable: (phrase: Phrase) => boolean,
): Phrase | null {
  let found: Phrase | null = null;
  for (const { rule, maker, pattern } of phrasings) {
    pattern.lastIndex = place;
    const match = pattern.exec(lowered);
    if (!match || match[0] === "") continue;
    const stop = place + match[0].length;
    if (stop > end || (found && stop <= found.end)) continue;
    const slots = slotsOf(match.groups ?? {}, lexicon);
    const phrase = { start: place, end: stop, rule, maker, words: match[0].toLowerCase().replace(/\s+/g, " "), slots };
    if (stands(phrase, text, lowered, lexicon) && usable(phrase)) found = phrase;
  }
  return found;
}

/** Characters between the head of a phrase and its first word of the calendar: "the latter part of the early …". */
const reach = 48;

/**
 * The phrases of `text` inside `sentence`, in order. `lowered`: the folded text in lower case. `usable`: whether a phrase has
 * a meaning at all. A phrase is looked for only where a word of the calendar or a digit follows soon.
 */
export function phrasesIn(
  text: string,
  lowered: string,
  { start, end }: Range,
  words: TimeWords,
  usable: (phrase: Phrase) => boolean,
): Phrase[] {
  const stretch = lowered.slice(start, end);
  const phrases: Phrase[] = [];
  const heads = new Heads(lowered);
  let at = start;
  let trigger = -1;
  for (;;) {
    if (trigger < at) {
      words.trigger.lastIndex = at - start;
      const match = words.trigger.exec(stretch);
      if (!match) return phrases;
      trigger = start + match.index;
    }
    at = Math.max(at, trigger - reach);
    if (!heads.next(at, end)) return phrases;
    const list = heads.digit ? words.byDigit : words.byWord.get(lowered.slice(heads.start, heads.end));
    const phrase = list ? phraseAt(heads.place, end, text, lowered, words.lexicon, list, usable) : null;
    if (phrase) phrases.push(phrase);
    at = phrase ? phrase.end : heads.end;
  }
}
