// The phrases of a sentence: at every word the phrasing that takes in most is taken, the first in the table where two take
// in the same; what a phrase has taken, no other one takes. Patterns are tried only where the words alone (walk.ts) leave them
// possible, those that can take in most first. One pass over the text.
import type { Range } from "../model/span.js";
import { stands } from "./guards.js";
import type { Phrase } from "./meaning.js";
import { spelledYear } from "./spelled.js";
import { Heads, unknown } from "./vocabulary.js";
import { Candidates } from "./walk.js";
import type { Phrasing, TimeWords } from "./words.js";

/** A text that is looked through: as written, and folded in lower case. */
export type Looked = { readonly text: string; readonly lowered: string };

const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || (code > 127 && /\s/.test(String.fromCharCode(code)));

/** White space other than single blanks made one blank. */
function oneSpaced(words: string): string {
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i);
    if (code < 32 || code > 127 || (code === 32 && words.charCodeAt(i + 1) === 32)) return words.replace(/\s+/g, " ");
  }
  return words;
}

/** Reads sentences one by one; keeps what it needs for it. */
export class PhraseReader {
  readonly #heads = new Heads();
  readonly #candidates: Candidates;

  /** `usable`: whether a phrase has a meaning at all. */
  constructor(
    readonly looked: Looked,
    readonly words: TimeWords,
    readonly usable: (phrase: Phrase) => boolean,
  ) {
    this.#candidates = new Candidates(words.phrasings.length);
  }

  /** The phrases inside a sentence, in order. */
  phrasesIn({ start, end }: Range): readonly Phrase[] {
    const heads = this.#heads;
    this.words.vocabulary.scan(this.looked.lowered, start, end, heads);
    if (!heads.known) return none;
    let phrases: Phrase[] | null = null;
    let free = start;
    for (let index = 0; index < heads.count; index++) {
      const place = heads.places[index] ?? 0;
      if (place < free || heads.ids[index] === unknown) continue;
      this.words.walker.candidatesAt(heads, index, this.#candidates);
      if (this.#candidates.list.length === 0) continue;
      const phrase = this.#phraseAt(place, end);
      if (!phrase) continue;
      phrases ??= [];
      phrases.push(phrase);
      free = phrase.end;
    }
    return phrases ?? none;
  }

  /** The longest phrase at a place among the candidates; of equals the first in the table. */
  #phraseAt(place: number, end: number): Phrase | null {
    const { list } = this.#candidates;
    if (list.length > 1) list.sort((a, b) => this.#candidates.behind(b) - this.#candidates.behind(a) || a - b);
    let found: Phrase | null = null;
    let row = 0;
    for (const index of list) {
      const phrasing = this.words.phrasings[index];
      if (!phrasing) continue;
      if (found && !this.#canBeat(found, row, index, end)) continue;
      const phrase = this.#match(phrasing, place, end);
      if (!phrase || (found && (phrase.end < found.end || (phrase.end === found.end && index > row)))) continue;
      if (stands(phrase, this.looked.text, this.looked.lowered, this.words.lexicon) && this.usable(phrase))
        [found, row] = [phrase, index];
    }
    return found;
  }

  /** Whether a candidate can take in more than what is found, or as much and stands before it in the table. */
  #canBeat(found: Phrase, row: number, index: number, end: number): boolean {
    const behind = this.#candidates.behind(index);
    let limit = behind < this.#heads.count ? (this.#heads.places[behind] ?? end) : end;
    while (limit > found.end && isSpace(this.looked.lowered.charCodeAt(limit - 1))) limit--;
    return limit > found.end || (limit === found.end && index < row);
  }

  #match({ rule, maker, pattern }: Phrasing, place: number, end: number): Phrase | null {
    const { regex, names } = pattern();
    regex.lastIndex = place;
    const match = regex.exec(this.looked.lowered);
    if (!match || match[0] === "" || place + match[0].length > end) return null;
    const slots: Record<string, string | undefined> = {};
    for (let group = 1; group < match.length; group++) {
      const words = match[group];
      const name = names[group - 1];
      if (words === undefined || name === undefined) continue;
      const word = oneSpaced(words);
      slots[name] =
        name.startsWith("year") && /^\p{L}/u.test(word) ? (spelledYear(word, this.words.lexicon) ?? word) : word;
    }
    return {
      start: place,
      end: place + match[0].length,
      rule,
      maker,
      words: oneSpaced(match[0].toLowerCase()),
      slots,
    };
  }
}

const none: readonly Phrase[] = [];
