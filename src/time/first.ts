// What a phrasing can begin with, read from its notation: the first letters of its words, or a digit. A phrasing is tried only
// where the text has one of these, so that most words of a text are passed over with one look.
import type { Lexicon } from "./pattern.js";

/** First words (their letters up to a sign or digit); `digit`: a digit may begin it. `empty`: nothing of it need be there. */
type First = { readonly words: ReadonlySet<string>; readonly digit: boolean; readonly empty: boolean };

const nothing: First = { words: new Set(), digit: false, empty: true };
const digit: First = { words: new Set(), digit: true, empty: false };
const wordsOf = (words: Iterable<string>): First => ({ words: new Set(words), digit: false, empty: false });
const either = (a: First, b: First): First => ({
  words: new Set([...a.words, ...b.words]),
  digit: a.digit || b.digit,
  empty: a.empty || b.empty,
});
const followed = (a: First, b: First): First => (a.empty ? { ...either(a, b), empty: b.empty } : a);

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
  if (!words) return wordsOf(firstLetters(lexicon, name));
  return either(digit, wordsOf(words.flatMap((word) => firstLetters(lexicon, word))));
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
    return { ...part, empty: true };
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

/** What a notation can begin with. */
export const firstOf = (notation: string, lexicon: Lexicon): First => new Reader(notation, lexicon).alternatives();
