// Phrases of a lexicon, found in tokens: the longest one at a place. Capitals are matched as the lexicon writes them, and in
// capitals throughout; what the lexicon writes small is matched in either case.
import type { Token } from "../analysis.js";

export type Phrase<Value> = { readonly words: readonly string[]; readonly value: Value };

/** A word as it is compared: small, whether it wants a capital, and the whole form where that is exact (acronyms). */
type Word = { readonly lower: string; readonly capital: boolean; readonly exact: string | null };
type Entry<Value> = { readonly words: readonly Word[]; readonly value: Value };

/** Phrases by their first word in lower case, the longest first. */
export type Phrases<Value> = ReadonlyMap<string, readonly Entry<Value>[]>;

export type Found<Value> = { readonly first: number; readonly last: number; readonly value: Value }; // tokens [first, last)

const capital = /^\p{Lu}/u;

function wordOf(text: string): Word {
  const isCapital = capital.test(text);
  const exact = isCapital && text.length <= 4 && text === text.toUpperCase() ? text : null;
  return { lower: text.toLowerCase(), capital: isCapital, exact };
}

/** Phrases from words (one string a token) and values. */
export function phrasesOf<Value>(entries: Iterable<Phrase<Value>>): Phrases<Value> {
  const phrases = new Map<string, Entry<Value>[]>();
  for (const { words, value } of entries) {
    const entry = { words: words.map(wordOf), value };
    const first = entry.words[0]?.lower;
    if (first === undefined) continue;
    const list = phrases.get(first);
    if (list) list.push(entry);
    else phrases.set(first, [entry]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

function fits(word: Word, token: Token | undefined): boolean {
  if (token === undefined || token.lower !== word.lower) return false;
  if (!word.capital) return true;
  const folded = token.lower.length === token.text.length && token.lower !== token.text.toLowerCase(); // "U\u2010S": quotes and dashes folded
  return word.exact !== null && !folded ? token.text === word.exact : capital.test(token.text);
}

/** The longest phrase that begins at token `first` and ends at or before `ceiling`; null where there is none. */
export function phraseAt<Value>(
  phrases: Phrases<Value>,
  tokens: readonly Token[],
  first: number,
  ceiling: number,
): Found<Value> | null {
  const token = tokens[first];
  if (token === undefined) return null;
  const entries = phrases.get(token.lower);
  if (entries === undefined) return null;
  for (const { words, value } of entries) {
    const last = first + words.length;
    if (last > ceiling) continue;
    let at = 0;
    for (const word of words) {
      if (!fits(word, tokens[first + at])) break;
      at++;
    }
    if (at === words.length) return { first, last, value };
  }
  return null;
}
