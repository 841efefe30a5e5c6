// Phrases of a lexicon, found in tokens: the longest one at a place. Capitals are matched as the lexicon writes them, and in
// capitals throughout; what the lexicon writes small is matched in either case.
import type { Token } from "../analysis.js";

export type Phrase<Value> = { readonly words: readonly string[]; readonly value: Value };

/** Phrases by their first word in lower case, the longest first. */
export type Phrases<Value> = ReadonlyMap<string, readonly Phrase<Value>[]>;

export type Found<Value> = { readonly first: number; readonly last: number; readonly value: Value }; // tokens [first, last)

const capital = /^\p{Lu}/u;

/** Phrases from words (one string a token) and values. */
export function phrasesOf<Value>(entries: Iterable<Phrase<Value>>): Phrases<Value> {
  const phrases = new Map<string, Phrase<Value>[]>();
  for (const entry of entries) {
    const first = entry.words[0]?.toLowerCase();
    if (first === undefined) continue;
    const list = phrases.get(first);
    if (list) list.push(entry);
    else phrases.set(first, [entry]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

function fits(word: string, token: Token | undefined): boolean {
  if (token === undefined || token.lower !== word.toLowerCase()) return false;
  if (!capital.test(word)) return true;
  const plain = token.lower === token.text.toLowerCase() ? token.text : token.lower;
  if (word.length <= 4 && word === word.toUpperCase() && /\p{Lu}/u.test(word)) return plain === word;
  return capital.test(plain);
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
  for (const { words, value } of phrases.get(token.lower) ?? []) {
    const last = first + words.length;
    if (last <= ceiling && words.every((word, at) => fits(word, tokens[first + at]))) return { first, last, value };
  }
  return null;
}
