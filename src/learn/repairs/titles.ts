// Title and name ("deputy minister Maria Keller") as English treebanks take them: the first word of the name heads the phrase,
// the rest of the name is flat below it, the title is its nmod:desc, and what stands before the title belongs to the title.
import type { Word } from "../annotation.js";
import { isTree } from "../tree.js";
import { base } from "./edits.js";
import type { RepairWords } from "./words.js";

/** A run of words: a title at `title`, a name behind it up to `end` (exclusive), and its first word at `start`. */
type TitledName = { readonly start: number; readonly title: number; readonly end: number };

const mostNames = 5;

const isNamePart = (word: Word, { titles, months, weekdays }: RepairWords): boolean => {
  const form = word.form.toLowerCase();
  return word.upos === "PROPN" && !titles.has(form) && !months.has(form) && !weekdays.has(form);
};

/** Where the modifiers of a title begin: adjectives and nouns directly before it that hang on a word of the run. */
function modifiersStart(words: readonly Word[], title: number, end: number): number {
  let start = title;
  for (let at = title - 1; at >= 0; at--) {
    const word = words[at];
    const hangs = word !== undefined && word.head > at && word.head < end;
    if (!hangs || !["amod", "compound", "nmod", "punct", "flat"].includes(base(word.relation))) break;
    if (word.relation === "nmod:poss") break;
    start = at;
  }
  return start;
}

function titledNames(words: readonly Word[], repair: RepairWords): TitledName[] {
  const found: TitledName[] = [];
  for (let title = 0; title + 1 < words.length; title++) {
    if (!repair.titles.has(words[title]?.form.toLowerCase() ?? "")) continue;
    let end = title + 1;
    while (end < words.length && end <= title + mostNames) {
      const word = words[end];
      if (!word || !isNamePart(word, repair)) break;
      end++;
    }
    if (end === title + 1) continue;
    found.push({ start: modifiersStart(words, title, end), title, end });
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

function joined(words: readonly Word[], { start, title, end }: TitledName): readonly Word[] {
  const name = title + 1;
  const isInside = (index: number): boolean => index >= start && index < end;
  const tops = words.flatMap((word, index) => (isInside(index) && !isInside(word.head) ? [index] : []));
  const isSubject = (index: number): boolean => base(words[index]?.relation ?? "") === "nsubj";
  const top = tops.find(isSubject) ?? tops[0];
  const outer = top === undefined ? undefined : words[top];
  if (!outer) return words;
  const changed = words.map((word, index): Word => {
    if (index === name) return { ...word, head: outer.head, relation: outer.relation };
    if (index > name && index < end) return { ...word, head: name, relation: "flat" };
    if (index === title) return { ...word, head: name, relation: "nmod:desc" };
    if (index >= start && index < title)
      return word.head >= title
        ? { ...word, head: title, relation: word.relation === "flat" ? "compound" : word.relation }
        : word;
    if (!isInside(word.head)) return word;
    return index < start && !ofPhrase.has(word.relation) ? { ...word, head: title } : { ...word, head: name };
  });
  return isTree(changed) ? changed : words;
}

/** Every title with a name behind it as one phrase. What hung on one of its words from outside hangs on the name. */
export function joinTitles(words: readonly Word[], repair: RepairWords): readonly Word[] {
  return titledNames(words, repair).reduce<readonly Word[]>(joined, words);
}
