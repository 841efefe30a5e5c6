// Words as numbers, and the heads of a stretch of text as a list of them: the words and numbers at which a phrase can begin or
// go on. Every letter of a text is looked at once; no string is cut out, since most words tell nothing of time.

/** Kinds of characters. */
const unseen = 0;
const letter = 1;
const digit = 2;
const sign = 3;
const kinds = new Uint8Array(0x10000);

/** The kind of a UTF-16 unit; half of a pair is a sign. */
function kindOf(code: number): number {
  const known = kinds[code] ?? sign;
  if (known !== unseen) return known;
  const character = String.fromCharCode(code);
  const kind = /\p{L}/u.test(character) ? letter : /\p{N}/u.test(character) ? digit : sign;
  kinds[code] = kind;
  return kind;
}

/** Whether a UTF-16 unit is a letter or a digit. */
export const isWordCode = (code: number): boolean => kindOf(code) !== sign;

const apostrophe = 39;
const isPlainDigit = (code: number): boolean => code >= 48 && code <= 57;

/** What is no word: all that no phrasing knows, and numbers by their shape. */
export const unknown = 0;
/** One or two digits, four digits, other digits, digits with letters behind them ("9th", "1990s"). */
export const shapes = { short: 1, four: 2, long: 3, mixed: 4 } as const;
const firstWord = 5;

/** The heads of a stretch: where each begins (an apostrophe before it included), and its number. */
export class Heads {
  places = new Int32Array(1024);
  ids = new Int32Array(1024);
  count = 0;
  /** Whether any of them is known. */
  known = false;

  push(place: number, id: number): void {
    if (id === unknown) {
      if (this.count > 0 && this.ids[this.count - 1] === unknown) return;
    } else this.known = true;
    if (this.count === this.places.length) this.#grow();
    this.places[this.count] = place;
    this.ids[this.count] = id;
    this.count++;
  }

  clear(): void {
    this.count = 0;
    this.known = false;
  }

  #grow(): void {
    const [places, ids] = [this.places, this.ids];
    this.places = new Int32Array(2 * places.length);
    this.ids = new Int32Array(2 * ids.length);
    this.places.set(places);
    this.ids.set(ids);
  }
}

const hashed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

/** The words that phrasings know. Numbers of words count from 5; below are unknown words and the shapes of numbers. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  /** Open addressing: numbers of words by their hash. */
  #table = new Int32Array(64);

  /** Numbers that are in use. */
  get size(): number {
    return firstWord + this.#words.length;
  }

  /** The number of a word (letters in lower case), new or known. */
  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = firstWord + this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    if (this.#words.length * 4 > this.#table.length) {
      this.#table = new Int32Array(2 * this.#table.length);
      for (const [other, id] of this.#numbers) this.#place(other, id);
    } else this.#place(word, number);
    return number;
  }

  #place(word: string, number: number): void {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = hashed(hash, word.charCodeAt(i));
    const mask = this.#table.length - 1;
    let at = (hash ^ (hash >>> 15)) & mask;
    while (this.#table[at] !== 0) at = (at + 1) & mask;
    this.#table[at] = number;
  }

  /** The number of the word at a place of a text, whose hash is known; `unknown` where it is none. */
  #find(text: string, start: number, end: number, hash: number): number {
    const mask = this.#table.length - 1;
    for (let at = (hash ^ (hash >>> 15)) & mask; ; at = (at + 1) & mask) {
      const number = this.#table[at] ?? 0;
      if (number === 0) return unknown;
      const word = this.#words[number - firstWord] ?? "";
      if (word.length !== end - start) continue;
      let i = 0;
      while (i < word.length && word.charCodeAt(i) === text.charCodeAt(start + i)) i++;
      if (i === word.length) return number;
    }
  }

  /**
   * Writes the heads of `text` (lower case) from `start` to `end` into `heads`: at a digit or the first letter of a word, before
   * which one apostrophe may stand ("'90s"), and at a digit right behind letters ("q3"). Of unknown ones in a row only the first.
   */
  scan(text: string, start: number, end: number, heads: Heads): void {
    heads.clear();
    let at = start;
    // What stands in the middle of a word, or behind the apostrophe of another stretch, begins nothing.
    if (at > 0 && (text.charCodeAt(at - 1) === apostrophe || !begins(text, at))) at = wordEnd(text, at, end);
    while (at < end) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind === sign) {
        at++;
        continue;
      }
      const from = at;
      const afterApostrophe = from > 0 && text.charCodeAt(from - 1) === apostrophe;
      if (afterApostrophe && !begins(text, from)) {
        at = wordEnd(text, from, end);
        continue;
      }
      const place = afterApostrophe ? from - 1 : from;
      if (kind === letter) {
        let hash = 0;
        let code = text.charCodeAt(at);
        do {
          hash = hashed(hash, code);
          at++;
          code = at < end ? text.charCodeAt(at) : 32;
        } while (kindOf(code) === letter);
        heads.push(place, this.#find(text, from, at, hash));
        if (kindOf(code) !== digit) continue;
      }
      const digits = at;
      at = digitsEnd(text, at, end);
      const plain = at - digits;
      const stop = wordEnd(text, at, end);
      heads.push(kind === letter ? digits : place, stop > at ? shapes.mixed : shapeOf(plain));
      at = stop;
    }
  }
}

const shapeOf = (digits: number): number => (digits <= 2 ? shapes.short : digits === 4 ? shapes.four : shapes.long);

/** Whether no letter or digit goes before; one apostrophe may, if none of these and no other is before it. */
function begins(text: string, at: number): boolean {
  const before = at > 0 ? text.charCodeAt(at - 1) : 32;
  if (before !== apostrophe) return !isWordCode(before);
  const two = at > 1 ? text.charCodeAt(at - 2) : 32;
  return two !== apostrophe && !isWordCode(two);
}

function wordEnd(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && isWordCode(text.charCodeAt(end))) end++;
  return end;
}

function digitsEnd(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && isPlainDigit(text.charCodeAt(end))) end++;
  return end;
}
