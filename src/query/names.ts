// Finding a line by what people call it: its id, one of its names, part of a name; and what they may have meant instead.

/** Nothing has this name; `near`: names that look like it, nearest first. */
export class UnknownNameError extends Error {
  override readonly name = "UnknownNameError";
  readonly kind: string; // "actor", "issue", "outlet"
  readonly near: readonly string[];
  constructor(kind: string, asked: string, near: readonly string[]) {
    super(`no ${kind} is called "${asked}"`);
    this.kind = kind;
    this.near = near;
  }
}

const hasOtherSpace = /\s\s|[^\S ]/;

/** A text with its white space in one form, a space; nothing is made anew where it is so already, which is most often. */
export const oneSpaced = (text: string): string => (hasOtherSpace.test(text) ? text.replace(/\s+/g, " ") : text).trim();

const isOdd = /[^ -~\s‘’“”–—]/; // has signs that may be taken apart into a letter and its accent

/** Text without case, accents and kinds of apostrophe, white space in one form: for comparing, not for offsets. */
export function foldName(text: string): string {
  const bare = isOdd.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text;
  return oneSpaced(bare.toLowerCase().replace(/[‘’]/g, "'"));
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));

/** Share of the pairs of letters that two texts have in common, 0–1 (Dice): enough to offer near names. */
function likeness(a: string, b: string): number {
  const [left, rest] = [pairsOf(a), pairsOf(b)];
  const all = left.length + rest.length;
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Of some names, those most like the one asked for: at most five, nearest first. */
export function nearest(asked: string, names: readonly string[]): readonly string[] {
  const folded = foldName(asked);
  return [...new Set(names)]
    .map((name) => ({ name, score: likeness(folded, foldName(name)) }))
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, 5)
    .map(({ name }) => name);
}

const spaced = (text: string): string =>
  ` ${foldName(text)
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()} `;

/**
 * Lines with this id or name; else those that have it as whole words in a name; else as letters in a name. Throws
 * UnknownNameError where there is none.
 */
export function named<Line extends { readonly id: string }>(
  kind: string,
  lines: readonly Line[],
  namesOf: (line: Line) => readonly string[],
  asked: string,
): readonly Line[] {
  const folded = foldName(asked);
  const tests: readonly ((name: string) => boolean)[] = [
    (name) => foldName(name) === folded,
    (name) => spaced(name).includes(spaced(asked)),
    (name) => foldName(name).includes(folded),
  ];
  for (const test of tests) {
    const found = lines.filter((line) => line.id === asked || namesOf(line).some(test));
    if (found.length > 0 && folded !== "") return found;
  }
  throw new UnknownNameError(kind, asked, nearest(asked, lines.flatMap(namesOf)));
}
