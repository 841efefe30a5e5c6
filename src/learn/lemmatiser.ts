// Lemmas by the longest known ending of a word under its tag (suffix rules learned as in Jongejan & Dalianis 2009): what to cut, what to add.
import { fold } from "../text/fold.js";

/** "tag TAB ending" → how many characters to cut, what to add, and whether a capital letter stays. */
export type LemmaRules = ReadonlyMap<string, { readonly cut: number; readonly add: string; readonly capital: boolean }>;

export const longestEnding = 6;

/** Whether lemmas of a tag keep their capitals. */
export const keepsCase = (xpos: string): boolean =>
  xpos.startsWith("NNP") || xpos === "ADD" || xpos === "FW" || xpos === "PRP";

const letter = /[\p{L}\p{N}]/u;

/** The lemma of a word. Without any rule for its tag, the word itself; punctuation is its own lemma. */
export function lemmaOf(raw: string, xpos: string, rules: LemmaRules): string {
  if (!letter.test(raw)) return raw;
  const form = fold(raw);
  const word = keepsCase(xpos) ? form : form.toLowerCase();
  for (let length = Math.min(word.length, longestEnding) + 1; length >= 0; length--) {
    const whole = length > longestEnding || length > word.length;
    const rule = rules.get(`${xpos}\t${whole ? `^${word}` : word.slice(word.length - length)}`);
    if (!rule) continue;
    const lemma = rule.cut >= word.length && rule.add === "" ? word : word.slice(0, word.length - rule.cut) + rule.add;
    return rule.capital && form !== word ? form.slice(0, 1) + lemma.slice(1) : lemma;
  }
  return word;
}

/** Rules, one a line: tag, ending ("^" before a whole word), characters to cut, what to add, "A" where a capital stays; separated by tabs. */
export function readLemmaRules(text: string): LemmaRules {
  const rules = new Map<string, { cut: number; add: string; capital: boolean }>();
  for (const line of text.split("\n")) {
    const [xpos = "", ending = "", cut = "0", add = "", capital = ""] = line.split("\t");
    if (xpos !== "") rules.set(`${xpos}\t${ending}`, { cut: Number(cut), add, capital: capital === "A" });
  }
  return rules;
}
