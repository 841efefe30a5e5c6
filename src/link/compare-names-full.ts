// How alike two names are as wholes, word by word, in any script: each word of the one is laid beside a word of the other, in any
// order; what remains on both sides tells two names apart. After nomenklatura's LogicV2 (symbolic words, alignment), with the rule
// that two names which each hold a word of their own are never one.
import anyAscii from "any-ascii";
import { apart, type Comparison, soundsAlike, transliterated, umlautless } from "./compare-names.js";
import type { NameForms } from "./compare-names-words.js";

/** Whose name it is: a person's words may be initials, an organization's may be legal forms. */
export type NameSort = "person" | "organization";

type Words = { readonly words: readonly string[]; readonly legal: ReadonlySet<string>; readonly comma: boolean };

/** Names in signs for whole words or syllables: one other sign is another name. */
const wordSigns = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A name's words: plain, numbers in digits, without titles, legal forms apart. */
function wordsOf(name: string, sort: NameSort, forms: NameForms): Words {
  const plain = anyAscii(name)
    .toLowerCase()
    .replace(/\b[a-z](?:\.[a-z])+\b\.?/g, (letters) => letters.replaceAll(".", sort === "person" ? " " : ""))
    .replace(/['’`]s\b/g, "")
    .replace(/['’`"]/g, "")
    .replace(/&/g, " and ")
    .replace(/\+/g, " plus ");
  const cut = (part: string): string[] => part.split(/[^a-z0-9]+/).filter((word) => word !== "");
  const [before = "", ...rest] = sort === "person" ? plain.split(",") : [plain];
  const all = [...cut(before), ...cut(rest.join(" "))];
  const titled = all.filter((_, at) => !isTitle(all, at, sort, forms));
  const numbered = inDigits(titled, forms);
  const once = numbered.filter((word, at) => word !== numbered[at - 1]);
  const { words, legal } = sort === "person" ? { words: once, legal: new Set<string>() } : withoutLegal(once, forms);
  return { words: words.length > 0 ? words : once, legal, comma: rest.length > 0 };
}

/** "Dr", "MV": a word before a name, of persons one behind it too, that is no part of it. */
const isTitle = (words: readonly string[], at: number, sort: NameSort, forms: NameForms): boolean =>
  words.length > 2 &&
  (at === 0 || (sort === "person" && at === words.length - 1)) &&
  forms.is(sort === "person" ? "title" : "ship", words[at] ?? "");

/** Words with other forms of one word and numbers as their first form: "forty four" is "44", "united states" is "us". */
function inDigits(words: readonly string[], forms: NameForms): string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word = "", next = ""] = [words[at], words[at + 1]];
    const pair = forms.spellings.get(`${word} ${next}`);
    const single = forms.spellings.get(word) ?? word;
    const unit = forms.spellings.get(next) ?? next;
    if (pair !== undefined) found.push(pair);
    else if (/^[2-9]0$/.test(single) && /^[1-9]$/.test(unit) && !/^\d/.test(word))
      found.push(`${Number(single) + Number(unit)}`);
    else {
      found.push(single);
      continue;
    }
    at++;
  }
  return found;
}

const longestLegal = 4; // words of a legal form

/** Words without legal forms, and the legal forms. */
function withoutLegal(words: readonly string[], forms: NameForms): { words: string[]; legal: Set<string> } {
  const found = { words: [] as string[], legal: new Set<string>() };
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longestLegal, words.length - at);
    while (length > 0 && !forms.legal.has(words.slice(at, at + length).join(" "))) length--;
    const form = forms.legal.get(words.slice(at, at + length).join(" "));
    if (form !== undefined) found.legal.add(form);
    else found.words.push(words[at] ?? "");
    at += Math.max(1, length);
  }
  return found;
}

/** Edits between two words, where two letters that change places are one (optimal string alignment). */
export function editsBetween(a: string, b: string): number {
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}

const isNumber = (word: string): boolean => /^(?:\d+|[ivx]+)$/.test(word);
const longest = 40; // letters of a word that are compared

/** How alike two words are, 0–1; 0 where they are two words. */
function wordAlike(a: string, b: string, sort: NameSort, forms: NameForms): number {
  if (a === b) return 1;
  if (isNumber(a) && isNumber(b)) return 0;
  if (sort === "person" && (a.length === 1 || b.length === 1)) return a[0] === b[0] ? 0.8 : 0;
  if (forms.is("kin", a) && forms.is("kin", b)) return 1;
  if (umlautless(a) === umlautless(b)) return 0.98;
  const [least, most] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (least >= 4 && transliterated(a) === transliterated(b)) return 0.95;
  if (sort === "person" && forms.nicknames.get(a)?.has(b)) return 0.9;
  if (most > longest || most - least > 2) return 0;
  const edits = editsBetween(a, b);
  const sound = soundsAlike(a, b);
  const allowed =
    most < 4 ? (sound ? 1 : 0) : most < 6 ? 1 : most < 8 ? (sound || a.slice(0, 4) === b.slice(0, 4) ? 2 : 1) : 2;
  return edits <= allowed ? 1 - edits / most : 0;
}

type Pairing = { readonly a: number; readonly b: number; readonly alike: number; readonly wide: "a" | "b" | null };

/** All pairs of words that may be one; of two neighbours written apart too ("patr ushev"). */
function pairings(a: readonly string[], b: readonly string[], sort: NameSort, forms: NameForms): Pairing[] {
  const found: Pairing[] = [];
  for (const [i, x] of a.entries()) {
    for (const [j, y] of b.entries()) {
      const alike = wordAlike(x, y, sort, forms);
      if (alike > 0) found.push({ a: i, b: j, alike, wide: null });
      const wideA = `${x}${a[i + 1] ?? ""}`;
      const wideB = `${y}${b[j + 1] ?? ""}`;
      if (i + 1 < a.length && y.length > 3 && joined(wideA, y)) found.push({ a: i, b: j, alike: 0.97, wide: "a" });
      if (j + 1 < b.length && x.length > 3 && joined(x, wideB)) found.push({ a: i, b: j, alike: 0.97, wide: "b" });
    }
  }
  const far = ({ a: i, b: j }: Pairing): number => Math.abs(i - j);
  return found.sort((p, q) => q.alike - p.alike || far(p) - far(q) || p.a - q.a || p.b - q.b);
}

const joined = (a: string, b: string): boolean =>
  a === b || (Math.abs(a.length - b.length) < 2 && a.length > 7 && a.length <= longest && editsBetween(a, b) < 2);

type Alignment = {
  readonly pairs: readonly Pairing[];
  readonly restA: readonly string[];
  readonly restB: readonly string[];
};

/** Words laid beside one another, the most alike first, each once. */
function align(a: readonly string[], b: readonly string[], sort: NameSort, forms: NameForms): Alignment {
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  const pairs: Pairing[] = [];
  for (const pair of pairings(a, b, sort, forms)) {
    const inA = pair.wide === "a" ? [pair.a, pair.a + 1] : [pair.a];
    const inB = pair.wide === "b" ? [pair.b, pair.b + 1] : [pair.b];
    if (inA.some((at) => usedA.has(at)) || inB.some((at) => usedB.has(at))) continue;
    for (const at of inA) usedA.add(at);
    for (const at of inB) usedB.add(at);
    pairs.push(pair);
  }
  const rest = (words: readonly string[], used: ReadonlySet<number>): string[] =>
    words.filter((word, at) => {
      const small = sort === "person" ? forms.is("particle", word) : forms.is("small", word);
      return !used.has(at) && !small;
    });
  return { pairs, restA: rest(a, usedA), restB: rest(b, usedB) };
}

/** "Abdullah bin Omar", "Omar bin Abdullah": whether son and father have changed places. */
function kinTurned(a: readonly string[], b: readonly string[], pairs: readonly Pairing[], forms: NameForms): boolean {
  const fathers = (words: readonly string[]): Set<number> =>
    new Set(words.flatMap((word, at) => (forms.is("kin", word) && at > 0 ? [at + 1] : [])));
  const [inA, inB] = [fathers(a), fathers(b)];
  if (inA.size === 0 || inB.size === 0) return false;
  return (
    pairs.some((pair) => inA.has(pair.a) && !inB.has(pair.b)) &&
    pairs.some((pair) => !inA.has(pair.a) && inB.has(pair.b))
  );
}

/** The initials that a name in letters only may stand for: "PLA" is the People's Liberation Army. */
function lettersOf(a: string, long: readonly string[], forms: NameForms): boolean {
  if (!/^\p{Lu}{3,}$/u.test(a)) return false;
  const initials = (words: readonly string[]): string => words.map((word) => word[0] ?? "").join("");
  const plain = anyAscii(a).toLowerCase();
  return plain === initials(long) || plain === initials(long.filter((word) => !forms.is("small", word)));
}

/** "Anna Orr", "Orr Anna": two words that have changed places, where no comma says so and no family name may stand first. */
function placesTurned(a: Words, b: Words, pairs: readonly Pairing[], forms: NameForms): boolean {
  if (a.words.length !== 2 || b.words.length !== 2 || a.comma || b.comma) return false;
  const family = a.words.some((word) => forms.is("family-first", word) || forms.is("family-too", word));
  return pairs.length === 2 && !family && pairs.every((pair) => pair.a !== pair.b);
}

const percent = (score: number): number => Math.round(Math.max(0, Math.min(1, score)) * 1000) / 1000;

function compareAligned(a: Words, b: Words, sort: NameSort, forms: NameForms): Comparison {
  const { pairs, restA, restB } = align(a.words, b.words, sort, forms);
  if (pairs.length === 0) return apart("no word in common");
  if (restA.length > 0 && restB.length > 0)
    return { score: 0.3, because: `each has words of its own: "${restA.join(" ")}" and "${restB.join(" ")}"` };
  const rest = [...restA, ...restB];
  const whole = pairs.filter(({ a: at }) => (a.words[at]?.length ?? 0) > 1);
  const mean = pairs.reduce((sum, { alike }) => sum + alike, 0) / pairs.length;
  if (sort === "person") {
    if (kinTurned(a.words, b.words, pairs, forms)) return { score: 0.4, because: "son and father have changed places" };
    if (placesTurned(a, b, pairs, forms)) return { score: 0.6, because: "given name and surname have changed places" };
    if (rest.length > 0 && whole.length < 2)
      return { score: 0.5, because: `only one word of "${rest.join(" ")}" in common` };
  } else {
    const kinds = rest.every((word) => forms.is("kind", word));
    if (rest.length > 0 && !kinds) return { score: 0.5, because: `"${rest.join(" ")}" stands in one of them only` };
  }
  const legal = [...a.legal].some((form) => b.legal.has(form)) || a.legal.size === 0 || b.legal.size === 0;
  const score = mean - 0.02 * rest.length - (legal ? 0 : 0.05);
  return { score: percent(score), because: mean === 1 ? "the same words" : "the same words in another spelling" };
}

/** Two names as wholes. The same where the score is 0.7 or more. Linear in the product of their words. */
export function compareNames(a: string, b: string, sort: NameSort, forms: NameForms): Comparison {
  if (wordSigns.test(a) && wordSigns.test(b)) {
    const same = a.replace(/[\s\p{P}]/gu, "") === b.replace(/[\s\p{P}]/gu, "");
    return same ? { score: 1, because: "the same signs" } : { score: 0.3, because: "other signs" };
  }
  const [left, right] = [wordsOf(a, sort, forms), wordsOf(b, sort, forms)];
  if (lettersOf(a.trim(), right.words, forms) || lettersOf(b.trim(), left.words, forms))
    return { score: 0.75, because: "the one is the initials of the other" };
  const [x, y] = [left.words.join(""), right.words.join("")];
  if (x.length > 3 && x === y && left.words.length !== right.words.length)
    return { score: 0.97, because: "the same letters, written together and apart" };
  const aligned = compareAligned(left, right, sort, forms);
  const near =
    aligned.score < 0.7 && left.words.length !== right.words.length && Math.min(x.length, y.length) > 7 && joined(x, y);
  return near ? { score: 0.85, because: "the same letters, written together and apart" } : aligned;
}
