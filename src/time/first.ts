// What a phrasing can begin with and what it must hold, read from its notation. It is tried only where the text has a word
// that begins it, and words of all classes that it needs soon behind, so that most of a text is passed over with one look.
import type { Lexicon } from "./pattern.js";

/**
 * First words (their letters up to a sign or digit); `digit`: a digit may begin it. `empty`: nothing of it need be there.
 * `needs`: bits of the classes of which it has a word whatever is left out.
 */
type First = {
  readonly words: ReadonlySet<string>;
  readonly digit: boolean;
  readonly empty: boolean;
  readonly needs: number;
};

/** Classes that a phrasing may need, by bit; classes of one bit stand for each other. */
const classBits: readonly (readonly string[])[] = [
  ["digit"],
  ["month", "ended"],
  ["weekday"],
  ["weekdays"],
  ["unit", "units", "annual"],
  ["season"],
  ["part"],
  ["period", "latest"],
  ["holiday"],
  ["decadename"],
  ["soon"],
  ["bygone", "reference"],
  ["then", "that"],
  ["era"],
  ["deictic"],
  ["tonight"],
  ["noon"],
  ["often"],
  ["yearhead"],
  ["dayhalf", "oclock"],
  ["quarter"],
  ["fiscal"],
  ["each"],
  ["past"],
  ["same"],
  ["relation"],
];
const bits: ReadonlyMap<string, number> = new Map(
  classBits.flatMap((names, index) => names.map((name) => [name, 1 << index] as const)),
);

/** The bit of a digit. */
export const digitBit = 1;
/** The bit of a class; 0 where phrasings are not told apart by it. */
export const bitOf = (name: string): number => bits.get(name) ?? 0;

const nothing: First = { words: new Set(), digit: false, empty: true, needs: 0 };
const digit: First = { words: new Set(), digit: true, empty: false, needs: digitBit };
const wordsOf = (words: Iterable<string>, needs = 0): First => ({
  words: new Set(words),
  digit: false,
  empty: false,
  needs,
});
const either = (a: First, b: First): First => ({
  words: new Set([...a.words, ...b.words]),
  digit: a.digit || b.digit,
  empty: a.empty || b.empty,
  needs: a.needs & b.needs,
});
const followed = (a: First, b: First): First => {
  const needs = a.needs | b.needs;
  return a.empty ? { ...either(a, b), empty: b.empty, needs } : { ...a, needs };
};

const letters = /^[\p{L}]+/u;
const firstLetters = (lexicon: Lexicon, name: string): string[] =>
  [...(lexicon.get(name)?.keys() ?? [])].map((word) => letters.exec(word)?.[0] ?? "");

/** Slots that begin with a digit, with the classes of words that may stand for the digits. */
const numeric: Readonly<Record<string, readonly string[]>> = {
  day: [],
  nth: [],
  year: ["yearhead"],
  bcyear: [],
  mm: [],
  dd: [],
  a: [],
  b: [],
  decade: [],
  q: [],
  n: ["number"],
  clock: ["number"],
};

function slotFirst(name: string, lexicon: Lexicon): First {
  const words = numeric[name];
  if (!words) return wordsOf(firstLetters(lexicon, name), bitOf(name));
  const spelled = words.flatMap((word) => firstLetters(lexicon, word));
  return spelled.length === 0 ? digit : either(digit, wordsOf(spelled));
}

/** Reads a notation from left to right. `at` is where it stands. */
class Reader {
  #at = 0;
  constructor(
    readonly notation: string,
    readonly lexicon: Lexicon,
  ) {}

  /** Alternatives up to the end or to a closing bracket. */
  alternatives(): First {
    let found = this.#sequence();
    while (this.notation.charAt(this.#at) === "/") {
      this.#at++;
      found = either(found, this.#sequence());
    }
    return found;
  }

  #sequence(): First {
    let found = nothing;
    while (this.#at < this.notation.length && !"/)".includes(this.notation.charAt(this.#at)))
      found = followed(found, this.#optional(this.#part()));
    return found;
  }

  /** A part, or nothing where a question mark follows. */
  #optional(part: First): First {
    if (this.notation.charAt(this.#at) !== "?") return part;
    this.#at++;
    return { ...part, empty: true, needs: 0 };
  }

  #part(): First {
    const rest = this.notation.slice(this.#at);
    const c = rest.charAt(0);
    if (c === "(") return this.#group(rest);
    if (c === "{") {
      const end = rest.indexOf("}");
      this.#at += end + 1;
      return slotFirst(rest.slice(1, end).replace(/\d+$/, ""), this.lexicon);
    }
    const word = letters.exec(rest)?.[0];
    if (word !== undefined) return this.#word(word, rest);
    if (c === "\\") this.#at += rest.startsWith("\\x") ? 4 : 2;
    else if (c === "[") this.#at += rest.indexOf("]") + 1;
    else this.#at++;
    // Signs and white space begin no phrase: what follows them may.
    return c === "\\" && rest.charAt(1) === "d" ? digit : nothing;
  }

  /** Letters; the last of them may be optional ("an?"). */
  #word(word: string, rest: string): First {
    this.#at += word.length;
    if (rest.charAt(word.length) !== "?") return wordsOf([word]);
    this.#at++;
    return word.length === 1 ? { ...wordsOf([word]), empty: true } : wordsOf([word, word.slice(0, -1)]);
  }

  #group(rest: string): First {
    const opening = /^\((?:\?(?::|<?[=!]))?/.exec(rest)?.[0] ?? "(";
    this.#at += opening.length;
    const inner = this.alternatives();
    this.#at++;
    return opening === "(?:" || opening === "(" ? inner : nothing;
  }
}

/** What a notation can begin with, and what it needs. */
export const firstOf = (notation: string, lexicon: Lexicon): First => new Reader(notation, lexicon).alternatives();
