// The notation of a phrasing as a course of heads (words and shapes of numbers, vocabulary.ts), whatever signs stand between
// them: what may follow what until the phrasing is complete. It takes in all that the phrasing's pattern matches, and little else.
import type { Lexicon } from "./lexicon.js";
import { Heads, shapes, type Vocabulary } from "./vocabulary.js";

/** The words of a class by their heads: a tree, since words may be of several ("a couple of"). */
export type Branch = { readonly id: number; readonly children: Map<number, Branch>; isEnd: boolean };

/** Where a course can stand: the trees whose words can come next, each with the place behind it; or that it is complete. */
export type Place = {
  readonly id: number;
  readonly phrasing: number;
  readonly ways: readonly Way[];
  readonly isComplete: boolean;
};
export type Way = { readonly branch: Branch; readonly next: Place };

type Part =
  | { readonly kind: "words"; readonly tree: Branch }
  | { readonly kind: "repeated"; readonly tree: Branch }
  | { readonly kind: "row"; readonly parts: readonly Part[] }
  | { readonly kind: "one of"; readonly parts: readonly Part[] };
const nothing: Part = { kind: "row", parts: [] };
const row = (...parts: readonly Part[]): Part => (parts.length === 1 && parts[0] ? parts[0] : { kind: "row", parts });
const oneOf = (...parts: readonly Part[]): Part => ({ kind: "one of", parts });
const maybe = (part: Part): Part => oneOf(part, nothing);

const letters = /^\p{L}+/u;

/** Makes the courses of a language's phrasings. */
export class Courses {
  readonly #trees = new Map<string, Branch>();
  readonly #heads = new Heads();
  #branches = 0;
  #places = 0;

  constructor(
    readonly lexicon: Lexicon,
    readonly vocabulary: Vocabulary,
  ) {}

  /** The place at the head of a phrasing. */
  of(notation: string, phrasing: number): Place {
    const end: Place = { id: this.#places++, phrasing, ways: [], isComplete: true };
    return this.#before(new Reader(notation, this).alternatives(), end);
  }

  #place(phrasing: number, ways: readonly Way[], isComplete = false): Place {
    return { id: this.#places++, phrasing, ways, isComplete };
  }

  /** The place before a part behind which another one comes. */
  #before(part: Part, next: Place): Place {
    switch (part.kind) {
      case "words":
        return this.#place(next.phrasing, [{ branch: part.tree, next }]);
      case "repeated": {
        const ways: Way[] = [...next.ways];
        const again = this.#place(next.phrasing, ways, next.isComplete);
        ways.push({ branch: part.tree, next: again });
        return this.#place(next.phrasing, [{ branch: part.tree, next: again }]);
      }
      case "row":
        return part.parts.reduceRight((place, before) => this.#before(before, place), next);
      case "one of": {
        const places = part.parts.map((one) => this.#before(one, next));
        return this.#place(
          next.phrasing,
          places.flatMap(({ ways }) => ways),
          places.some(({ isComplete }) => isComplete),
        );
      }
    }
  }

  #branch(): Branch {
    return { id: this.#branches++, children: new Map(), isEnd: false };
  }

  #grow(tree: Branch, ids: readonly number[]): void {
    let branch = tree;
    for (const id of ids) {
      const child = branch.children.get(id) ?? this.#branch();
      branch.children.set(id, child);
      branch = child;
    }
    branch.isEnd = ids.length > 0 || branch.isEnd;
  }

  /** The heads that a word has, its letters added to the vocabulary. */
  #headsOf(word: string): number[] {
    for (const [run] of word.matchAll(/\p{L}+/gu)) this.vocabulary.add(run);
    this.vocabulary.scan(word, 0, word.length, this.#heads);
    return [...this.#heads.ids.subarray(0, this.#heads.count)];
  }

  #tree(name: string, make: (tree: Branch) => void): Part {
    const known = this.#trees.get(name) ?? this.#branch();
    if (!this.#trees.has(name)) make(known);
    this.#trees.set(name, known);
    return { kind: "words", tree: known };
  }

  word(word: string): Part {
    return this.#tree(`"${word}"`, (tree) => this.#grow(tree, this.#headsOf(word)));
  }

  /** Words of a class. `glued`: the first head may be part of the number before it ("10p.m."). */
  class(name: string, glued = false): Part {
    return this.#tree(glued ? `${name} glued` : name, (tree) => {
      for (const word of this.lexicon.get(name)?.keys() ?? []) {
        const ids = this.#headsOf(word);
        this.#grow(tree, glued ? ids.slice(1) : ids);
      }
    });
  }

  /** Numbers of some shapes. */
  #number(...ids: readonly number[]): Part {
    return this.#tree(`#${ids.join()}`, (tree) => {
      for (const id of ids) this.#grow(tree, [id]);
    });
  }

  /** What fills a slot. */
  slot(name: string): Part {
    const { short, four, long, mixed } = shapes;
    const amount = this.#number(short, four, long);
    const number = this.class("number");
    switch (name) {
      case "day":
        return this.#number(short, mixed);
      case "nth":
        return this.#number(mixed);
      case "year":
        return oneOf(this.#number(short, four), row(this.class("yearhead"), repeated(number)));
      case "bcyear":
        return amount;
      case "mm":
      case "dd":
      case "a":
      case "b":
      case "q":
        return this.#number(short);
      case "decade":
        return this.#number(short, four, mixed);
      case "n":
        return oneOf(repeated(amount), repeated(number));
      case "clock": {
        const time = this.#number(short, mixed);
        const half = oneOf(this.class("dayhalf"), this.class("dayhalf", true));
        return oneOf(
          row(time, maybe(this.#number(short, mixed)), maybe(half)),
          row(oneOf(this.#number(short), number), this.class("oclock")),
        );
      }
      default:
        return this.class(name === "ended" ? "month" : name);
    }
  }
}

const repeated = (part: Part): Part => (part.kind === "words" ? { kind: "repeated", tree: part.tree } : part);

/** Reads a notation from left to right; `#at` is where it stands. */
class Reader {
  #at = 0;
  constructor(
    readonly notation: string,
    readonly courses: Courses,
  ) {}

  /** Alternatives up to the end or to a closing bracket. */
  alternatives(): Part {
    const found = [this.#row()];
    while (this.notation.charAt(this.#at) === "/") {
      this.#at++;
      found.push(this.#row());
    }
    return found.length === 1 ? row(...found) : oneOf(...found);
  }

  #row(): Part {
    const parts: Part[] = [];
    while (this.#at < this.notation.length && !"/)".includes(this.notation.charAt(this.#at)))
      parts.push(this.#optional(this.#part()));
    return row(...parts);
  }

  /** A part, or nothing where a question mark follows. */
  #optional(part: Part): Part {
    if (this.notation.charAt(this.#at) !== "?") return part;
    this.#at++;
    return maybe(part);
  }

  #part(): Part {
    const rest = this.notation.slice(this.#at);
    const c = rest.charAt(0);
    if (c === "(") return this.#group(rest);
    if (c === "{") {
      const end = rest.indexOf("}");
      this.#at += end + 1;
      return this.courses.slot(rest.slice(1, end).replace(/\d+$/, ""));
    }
    const word = letters.exec(rest)?.[0];
    if (word !== undefined) return this.#word(word, rest);
    // Signs, white space and the digits behind a slot ("{decade}0s") begin no head.
    if (c === "\\") this.#at += rest.startsWith("\\x") ? 4 : 2;
    else if (c === "[") this.#at += rest.indexOf("]") + 1;
    else this.#at++;
    return nothing;
  }

  /** Letters; the last of them may be optional ("an?"). Behind a digit or an apostrophe they begin no head ("0s", "'s"). */
  #word(word: string, rest: string): Part {
    const isHead = !/[\d']/.test(this.notation.charAt(this.#at - 1));
    this.#at += word.length;
    const isShort = rest.charAt(word.length) === "?";
    if (isShort) this.#at++;
    if (!isHead) return nothing;
    if (!isShort) return this.courses.word(word);
    const less = word.slice(0, -1);
    return less === "" ? maybe(this.courses.word(word)) : oneOf(this.courses.word(word), this.courses.word(less));
  }

  #group(rest: string): Part {
    const opening = /^\((?:\?(?::|<?[=!]))?/.exec(rest)?.[0] ?? "(";
    this.#at += opening.length;
    const inner = this.alternatives();
    this.#at++;
    // What must stand behind or before a phrase is none of its heads.
    return opening === "(?:" || opening === "(" ? inner : nothing;
  }
}
