// Short figures on development parts, for whoever trains; `npm run eval -- language` and `-- entities` are the measure.
import type { LanguageModel, Word } from "../../src/learn/annotation.js";
import type { TreebankSentence } from "../../src/learn/conllu.js";
import { type NamedSentence, namesOfTags } from "../../src/learn/iob2.js";

const share = (part: number, all: number): string => ((100 * part) / Math.max(1, all)).toFixed(2);
const universal = (relation: string): string => relation.split(":")[0] ?? relation;

function treebankLine(model: LanguageModel, name: string, sentences: readonly TreebankSentence[]): string {
  let [all, upos, xpos, lemma, heads, labelled] = [0, 0, 0, 0, 0, 0];
  const start = performance.now();
  for (const { words } of sentences) {
    const found = model.analyse(words.map(({ form }) => form));
    for (const [i, gold] of words.entries()) {
      const own = found[i];
      if (!own) continue;
      all++;
      if (own.upos === gold.upos) upos++;
      if (own.xpos === gold.xpos) xpos++;
      if (own.lemma === gold.lemma) lemma++;
      if (own.head !== gold.head) continue;
      heads++;
      if (universal(own.relation) === universal(gold.relation)) labelled++;
    }
  }
  const speed = Math.round(all / (performance.now() - start));
  return `${name} dev: UPOS ${share(upos, all)} XPOS ${share(xpos, all)} lemma ${share(lemma, all)} UAS ${share(heads, all)} LAS ${share(labelled, all)} (${speed} tokens/ms)`;
}

function namesLine(model: LanguageModel, sentences: readonly NamedSentence[]): string {
  const documents = new Map<string, NamedSentence[]>();
  for (const sentence of sentences)
    documents.set(sentence.document, [...(documents.get(sentence.document) ?? []), sentence]);
  const counts = new Map(["PER", "ORG", "LOC", "all"].map((type) => [type, { right: 0, found: 0, gold: 0 }]));
  const count = (type: string, what: "right" | "found" | "gold"): void => {
    for (const key of [type, "all"]) {
      const own = counts.get(key);
      if (own) own[what]++;
    }
  };
  for (const document of documents.values()) {
    const analysed: (readonly Word[])[] = document.map(({ forms }) => model.analyse(forms));
    const gold = new Map<string, string>();
    for (const [s, sentence] of document.entries())
      for (const { first, last, type } of namesOfTags(sentence.tags)) {
        gold.set(`${s} ${first} ${last}`, type);
        count(type, "gold");
      }
    for (const { sentence, first, last, type } of model.names(analysed)) {
      count(type, "found");
      if (gold.get(`${sentence} ${first} ${last}`) === type) count(type, "right");
    }
  }
  const figures = [...counts].map(([type, { right, found, gold }]) => `${type} ${share(2 * right, found + gold)}`);
  return `names dev: F1 ${figures.join(" ")}`;
}

export function reportOn(
  model: LanguageModel,
  treebanks: Readonly<Record<string, readonly TreebankSentence[]>>,
  named: readonly NamedSentence[],
): string[] {
  return [
    ...Object.entries(treebanks).map(([name, sentences]) => treebankLine(model, name, sentences)),
    namesLine(model, named),
  ];
}
