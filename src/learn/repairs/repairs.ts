// The repairs of a parse, in their order: what a greedy parser gets wrong where news differs from its training text. Each is a
// pure function from a sentence to a sentence of the same words; a repair that would leave no tree is not made.
import type { LanguageModel, Word } from "../annotation.js";
import { isTree } from "../tree.js";
import { raiseSources } from "./according.js";
import { freeAgents, freeClauses } from "./clauses.js";
import { joinLongNames } from "./coordination.js";
import { joinDates } from "./dates.js";
import { unheadPunctuation } from "./punctuation.js";
import { returnSubjects } from "./relatives.js";
import { joinReported } from "./reports.js";
import { nameSources } from "./sources.js";
import { nameSubjects } from "./subjects.js";
import { joinTitles } from "./titles.js";
import { joinTold } from "./told.js";
import type { RepairWords } from "./words.js";

export type Repair = (words: readonly Word[], repair: RepairWords) => readonly Word[];

/** The repairs by the names that the table of examples calls them, in their order. */
export const repairs: Readonly<Record<string, Repair>> = {
  punctuation: unheadPunctuation,
  "relative-clause": returnSubjects,
  "title-and-name": joinTitles,
  date: joinDates,
  "long-names": joinLongNames,
  subject: nameSubjects,
  "swallowed-clause": freeClauses,
  "swallowed-agent": freeAgents,
  source: nameSources,
  told: joinTold,
  reported: joinReported,
  according: raiseSources,
};

/** Words of the longest sentence that is repaired: nobody writes longer ones, and repairs look back and forth. */
export const longestRepaired = 200;

/** A sentence with all repairs made. A sentence that is no tree, or too long to be one, is given back as it is. */
export function repaired(words: readonly Word[], repair: RepairWords): readonly Word[] {
  if (words.length > longestRepaired || !isTree(words)) return words;
  return Object.values(repairs).reduce<readonly Word[]>((before, make) => {
    const after = make(before, repair);
    return after !== before && isTree(after) ? after : before;
  }, words);
}

/** A model whose parses are repaired. */
export const withRepairs = (model: LanguageModel, words: RepairWords): LanguageModel => ({
  ...model,
  analyseAll: (sentences) => model.analyseAll(sentences).map((sentence) => repaired(sentence, words)),
  analyse: (forms) => repaired(model.analyse(forms), words),
});
