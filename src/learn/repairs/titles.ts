// Title and name ("deputy minister Maria Keller") as English treebanks take them: the first word of the name heads the phrase,
// the rest of the name is flat below it, the title is its nmod:desc, and what stands before the title belongs to the title.
import type { Word } from "../annotation.js";
import { isTree } from "../tree.js";
import { base } from "./edits.js";
import type { RepairWords } from "./words.js";

/** A run of words: its first at `start`, a title at `title`, perhaps what it is of, a name from `name` up to `end` (exclusive). */
type TitledName = { readonly start: number; readonly title: number; readonly name: number; readonly end: number };

const mostNames = 5;

const isNamePart = (word: Word, { titles, months, weekdays }: RepairWords): boolean => {
  const form = word.form.toLowerCase();
  return word.upos === "PROPN" && !titles.has(form) && !months.has(form) && !weekdays.has(form);
};

const modifying: ReadonlySet<string> = new Set(["amod", "compound", "nmod", "punct", "flat"]);

/** The word of a stretch whose head is outside it; the subject first. */
function topOf(words: readonly Word[], start: number, end: number): number | undefined {
  const isInside = (index: number): boolean => index >= start && index < end;
  const tops = words.flatMap((word, index) => (isInside(index) && !isInside(word.head) ? [index] : []));
  return tops.find((index) => base(words[index]?.relation ?? "") === "nsubj") ?? tops[0];
}

/** Where the modifiers of a title begin: adjectives and nouns directly before it that hang on a word of the run, or torn off it on the same head. */
function modifiersStart(words: readonly Word[], title: number, end: number): number {
  const outer = words[topOf(words, title, end) ?? title]?.head ?? -1;
  let start = title;
  for (let at = title - 1; at >= 0; at--) {
    const word = words[at];
    if (!word || word.relation === "nmod:poss") break;
    const hangs = word.head > at && word.head < end && modifying.has(base(word.relation));
    const isTorn = word.head === outer && word.upos === "PROPN" && at < outer && base(word.relation) === "nsubj";
    if (!hangs && !isTorn) break;
    start = at;
  }
  return start;
}

/** Whether the run is no title with a person's name: "General Assembly", "the director Louis" (an apposition), "Attorney General Hall". */
function isNoPerson(
  words: readonly Word[],
  title: number,
  name: number,
  end: number,
  { titles, bodies, things }: RepairWords,
): boolean {
  const forms = words.slice(name, end).map(({ form }) => form.toLowerCase());
  if (forms.some((form) => bodies.has(form) || things.has(form))) return true;
  const isTitle = titles.has(words[title - 1]?.form.toLowerCase() ?? "");
  const isSmall = /^\p{Ll}/u.test(words[title]?.form ?? "");
  const hasArticle = words.some((word) => word.relation === "det" && word.head === title);
  return isTitle || (isSmall && hasArticle && words[name]?.relation === "appos");
}

/** Where the name behind a title begins: directly, or behind what the title is of ("Secretary of State"). */
function nameStart(words: readonly Word[], title: number, { genitives, portfolios }: RepairWords): number {
  const form = (index: number): string => words[index]?.form.toLowerCase() ?? "";
  if (!genitives.has(form(title + 1))) return title + 1;
  if (portfolios.has(`${form(title + 2)} ${form(title + 3)}`)) return title + 4;
  return portfolios.has(form(title + 2)) ? title + 3 : title + 1;
}

function titledNames(words: readonly Word[], repair: RepairWords): TitledName[] {
  const found: TitledName[] = [];
  for (let title = 0; title + 1 < words.length; title++) {
    if (!repair.titles.has(words[title]?.form.toLowerCase() ?? "") || words[title]?.upos === "ADJ") continue;
    const name = nameStart(words, title, repair);
    let end = name;
    while (end < words.length && end < name + mostNames) {
      const word = words[end];
      if (!word || !isNamePart(word, repair)) break;
      end++;
    }
    if (end === name || isNoPerson(words, title, name, end, repair)) continue;
    found.push({ start: modifiersStart(words, title, end), title, name, end });
    title = end - 1;
  }
  return found;
}

/** Relations of what belongs to the whole phrase and not to its title. */
const ofPhrase = new Set([
  "det",
  "case",
  "cc",
  "mark",
  "nmod:poss",
  "punct",
  "advmod",
  "conj",
  "acl",
  "appos",
  "parataxis",
]);

/** A word of what a title is of, below the title: its last word, with the preposition and what else there is below that. */
function portfolioWord(word: Word, index: number, title: number, name: number): Word {
  const last = name - 1;
  if (index === last) return { ...word, head: title, relation: "nmod" };
  return { ...word, head: last, relation: index === title + 1 ? "case" : "compound" };
}

function joined(words: readonly Word[], { start, title, name, end }: TitledName): readonly Word[] {
  const isInside = (index: number): boolean => index >= start && index < end;
  const outer = words[topOf(words, start, end) ?? -1];
  if (!outer) return words;
  const changed = words.map((word, index): Word => {
    if (index === name) return { ...word, head: outer.head, relation: outer.relation };
    if (index > name && index < end) return { ...word, head: name, relation: "flat" };
    if (index === title) return { ...word, head: name, relation: "nmod:desc" };
    if (index > title && index < name) return portfolioWord(word, index, title, name);
    if (index >= start && index < title) {
      if (isInside(word.head) && word.head < title) return word;
      const relation = isInside(word.head) && word.relation !== "flat" ? word.relation : "compound";
      return { ...word, head: title, relation };
    }
    if (!isInside(word.head)) return word;
    return index < start && !ofPhrase.has(word.relation) ? { ...word, head: title } : { ...word, head: name };
  });
  return isTree(changed) ? changed : words;
}

/** Every title with a name behind it as one phrase. What hung on one of its words from outside hangs on the name. */
export function joinTitles(words: readonly Word[], repair: RepairWords): readonly Word[] {
  return titledNames(words, repair).reduce<readonly Word[]>(joined, words);
}
