// Who said it: in '"We go," the mayor said' and '"We go," said the mayor' the noun between the closing mark and the verb, or
// directly behind the verb, is the verb's subject, wherever it was hung; so is in "In turn, the mayor said" the noun behind the comma.
import type { Word } from "../annotation.js";
import { childrenOf, isUnder } from "../tree.js";
import { base, type Edit, edited } from "./edits.js";
import { isIn, type Stretch, topsIn } from "./gather.js";
import { isQuote } from "./quotes.js";
import { isCue, type RepairWords } from "./words.js";

const nominal: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON"]);
const inNames: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"]);
const stops: ReadonlySet<string> = new Set([",", ".", "?", "!", "—", "–", "…"]);
const finite: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP"]);
const farthest = 25; // words of a source with its title

/** Whether a quotation ends at `index`: a quotation mark behind a stop, or before one. */
const endsQuotation = (words: readonly Word[], index: number): boolean =>
  isQuote(words[index]?.form ?? "") && stops.has(words[index - 1]?.form ?? "");

const hasSubjectIn = (words: readonly Word[], verb: number, stretch: Stretch): boolean =>
  (childrenOf(words)[verb] ?? []).some(
    (child) => isIn(stretch, child) && base(words[child]?.relation ?? "") === "nsubj",
  );

const isBare = (words: readonly Word[], index: number): boolean =>
  nominal.has(words[index]?.upos ?? "") &&
  !(childrenOf(words)[index] ?? []).some((child) => base(words[child]?.relation ?? "") === "case");

/** '"…," the mayor said': between the closing mark and the verb stands nothing but the source. */
function before(words: readonly Word[], verb: number): readonly Word[] {
  const hasNone = !hasSubjectIn(words, verb, { from: 0, to: words.length });
  const isEnd = (form: string): boolean => isQuote(form) || (hasNone && form === ",");
  let mark = verb - 1;
  while (mark > verb - farthest && mark > 0 && !isEnd(words[mark]?.form ?? "")) {
    if (words[mark]?.upos === "VERB" || words[mark]?.upos === "AUX" || words[mark]?.upos === "SCONJ") return words;
    mark--;
  }
  const stretch = { from: mark + 1, to: verb - 1 };
  const isApart = endsQuotation(words, mark) || (words[mark]?.form === "," && finite.has(words[verb]?.xpos ?? ""));
  if (!isApart || stretch.from > stretch.to || hasSubjectIn(words, verb, stretch)) return words;
  const tops = topsIn(words, stretch);
  const source = tops.find((index) => isBare(words, index));
  const outer = words[source ?? -1];
  if (source === undefined || !outer) return words;
  const edits = new Map<number, Edit>([[source, { head: verb, relation: "nsubj" }]]);
  if (isUnder(words, verb, source)) edits.set(verb, { head: outer.head, relation: outer.relation });
  for (const index of tops) {
    const word = words[index];
    if (!word || index === source || word.head === verb || !nominal.has(word.upos)) continue;
    edits.set(index, { head: source, relation: index < source ? "compound" : "appos" });
  }
  return edited(words, edits);
}

/** '"…," said the mayor': the noun phrase directly behind the verb. */
function behind(words: readonly Word[], verb: number): readonly Word[] {
  if (!endsQuotation(words, verb - 1)) return words;
  let end = verb + 1;
  while (inNames.has(words[end]?.upos ?? "") || words[end]?.form === "-") end++;
  const stretch = { from: verb + 1, to: end - 1 };
  if (end === verb + 1 || hasSubjectIn(words, verb, { from: 0, to: end - 1 })) return words;
  const source = topsIn(words, stretch).find((index) => isBare(words, index));
  if (source === undefined) return words;
  const edits = new Map<number, Edit>([[source, { head: verb, relation: "nsubj" }]]);
  const old = words[source]?.head ?? -1;
  if (old > source && words[old]?.head === verb && nominal.has(words[old]?.upos ?? ""))
    edits.set(old, { head: source, relation: "appos" });
  return edited(words, edits);
}

/** Gives verbs of saying beside a quotation their subjects. */
export function nameSources(words: readonly Word[], repair: RepairWords): readonly Word[] {
  let changed = words;
  for (let verb = 1; verb < words.length; verb++) {
    if (!isCue(changed, verb, repair) || words[verb]?.xpos === "VBG" || words[verb]?.xpos === "VB") continue;
    changed = behind(before(changed, verb), verb);
  }
  return changed;
}
