// What is known of a word wherever it stands: its spellings, endings and shape, hashed once; the tags it takes, its cluster and its
// lists. Whatever depends on one word alone is computed here once a word, not once a token.
import { fold } from "../text/fold.js";
import { feature, hashText } from "./hash.js";

/** What the trainer learned of words; all by lower-case, digit-free form unless said otherwise. */
export type Lexicon = {
  /** The tags a frequent word was seen with, as one number. */
  readonly ambiguity: ReadonlyMap<string, number>;
  /** The classes that a frequent word (as written) can have. */
  readonly choices: ReadonlyMap<string, readonly number[]>;
  /** Word → class of words that stand in the same places. */
  readonly clusters: ReadonlyMap<string, number>;
};

export type Lexeme = {
  readonly form: string; // folded
  readonly norm: string; // lower case, digits as 0
  readonly hash: number; // of norm
  readonly cased: number; // hash of form, digits as 0
  readonly suffix2: number;
  readonly suffix3: number;
  readonly shape: number;
  readonly ambiguity: number;
  readonly cluster: number;
  readonly choices: readonly number[] | null; // classes it can have; null: any
  /** Lemmas by tag, as they were asked for. */
  readonly lemmas: Map<string, string>;
  /** Features for the tagger, by where the word stands seen from the tagged one (`wordPlaces`). */
  readonly features: readonly Int32Array[];
  /** Scores of these features, summed once: filled by the tagger, for each of its two passes. */
  readonly sums: (Float32Array | null)[];
};

/** Where a word stands seen from the tagged one: itself, itself at the beginning of a sentence, or so many words from it (-2 … 2). */
export const wordPlaces = { here: 0, first: 1, from: [3, 2, 0, 4, 5], count: 6 } as const;

/** How a word is written: one letter a run of capitals, small letters, digits or else. */
export function shapeOf(form: string): string {
  let shape = "";
  let last = "";
  let run = 0;
  for (let i = 0; i < form.length && i < 24; i++) {
    const c = form[i] ?? "";
    const kind = /\p{Lu}/u.test(c) ? "X" : /\p{L}/u.test(c) ? "x" : /\p{N}/u.test(c) ? "0" : c;
    run = kind === last ? run + 1 : 1;
    if (run <= 2) shape += kind;
    last = kind;
  }
  return shape;
}

const normOf = (form: string): string => form.toLowerCase().replace(/\p{N}/gu, "0");

function ownFeatures(form: string, norm: string, lexicon: Lexicon, ambiguity: number, initial: boolean): Int32Array {
  const shape = hashText(shapeOf(form));
  const found: number[] = [];
  const add = (template: number, a: number, b = 0): void => {
    found.push(feature(template, a, b));
  };
  const flag = initial ? 1 : 0;
  add(0, flag);
  add(1, hashText(norm));
  if (!initial) add(2, hashText(form.replace(/\p{N}/gu, "0")));
  add(3, ambiguity);
  add(4, shape, flag);
  for (let length = 1; length <= 5; length++) {
    if (norm.length < length) break;
    const suffix = hashText(norm.slice(-length));
    add(4 + length, suffix);
    if (length === 2 || length === 3) add(14 + length, suffix, shape);
    if (length <= 4) add(9 + length, hashText(norm.slice(0, length)));
  }
  const cluster = lexicon.clusters.get(norm);
  if (cluster !== undefined) add(18, cluster);
  add(19, lexicon.clusters.has(norm) ? 1 : 0, shape);
  if (/-|\//.test(form)) add(20, 1);
  add(21, Math.min(norm.length, 8), shape);
  if (norm.endsWith("s") && norm.length > 3) {
    const single = lexicon.ambiguity.get(norm.slice(0, -1));
    if (single !== undefined) add(22, single);
  }
  const stem = /^(.{3,})(?:ed|ing|er|est|ly)$/.exec(norm);
  if (stem) {
    const [base = "", ending] = [stem[1], norm.slice((stem[1] ?? "").length)];
    const tags = lexicon.ambiguity.get(base) ?? lexicon.ambiguity.get(`${base}e`);
    if (tags !== undefined) add(23, tags, hashText(ending));
  }
  return Int32Array.from(found);
}

/** Features of a word seen from its neighbour: `place` keeps the four neighbours apart. */
function neighbourFeatures(
  place: number,
  norm: string,
  form: string,
  ambiguity: number,
  cluster: number,
  near: boolean,
) {
  const base = 30 + place * 8;
  const found = [feature(base, hashText(norm)), feature(base + 1, ambiguity)];
  if (cluster !== 0) found.push(feature(base + 2, cluster));
  if (near) {
    found.push(feature(base + 3, hashText(norm.slice(-3))), feature(base + 4, hashText(shapeOf(form))));
    found.push(feature(base + 5, hashText(norm.slice(-2))));
  }
  return Int32Array.from(found);
}

/** The word before the first and behind the last one. */
export const edge = "\u0002";

/** Ambiguity class of a word too rare to have been counted: by its ending and shape. */
const unknownClass = (norm: string, form: string): number =>
  feature(29, hashText(/^\p{L}/u.test(norm) ? norm.slice(-2) : ""), hashText(shapeOf(form)));

function lexemeOf(raw: string, lexicon: Lexicon): Lexeme {
  const form = fold(raw);
  const norm = normOf(form);
  const ambiguity = lexicon.ambiguity.get(norm) ?? unknownClass(norm, form);
  const cluster = (lexicon.clusters.get(norm) ?? -1) + 1;
  const neighbour = (place: number, near: boolean): Int32Array =>
    neighbourFeatures(place, norm, form, ambiguity, cluster, near);
  return {
    form,
    norm,
    hash: hashText(norm),
    cased: hashText(form.replace(/\p{N}/gu, "0")),
    suffix2: hashText(norm.slice(-2)),
    suffix3: hashText(norm.slice(-3)),
    shape: hashText(shapeOf(form)),
    ambiguity,
    cluster,
    choices: lexicon.choices.get(form) ?? null,
    lemmas: new Map(),
    features: [
      ownFeatures(form, norm, lexicon, ambiguity, false),
      ownFeatures(form, norm, lexicon, ambiguity, true),
      neighbour(0, true),
      neighbour(1, false),
      neighbour(2, true),
      neighbour(3, false),
    ],
    sums: new Array<Float32Array | null>(2 * wordPlaces.count).fill(null),
  };
}

const most = 40_000; // words kept at once

/** Lexemes by form; forgets all when there are too many, so that memory is bounded. */
export function lexemes(lexicon: Lexicon): (form: string) => Lexeme {
  const known = new Map<string, Lexeme>();
  return (form) => {
    const found = known.get(form);
    if (found) return found;
    if (known.size >= most) known.clear();
    const made = lexemeOf(form.length > 100 ? form.slice(0, 100) : form, lexicon);
    known.set(form, made);
    return made;
  };
}
