// Training from end to end on a small invented treebank: the layer says of its own sentences what it was taught, and training
// twice gives the same bytes.
import { describe, expect, test } from "vitest";
import { trainLanguage } from "../../scripts/train/language.js";
import { reportOn } from "../../scripts/train/report.js";
import { parseConllu } from "../../src/learn/conllu.js";
import { expand, openImage, writeParts } from "../../src/learn/image.js";
import { readIob2 } from "../../src/learn/iob2.js";
import { modelOf } from "../../src/learn/model.js";
import { phraseTree } from "../../src/learn/phrases.js";

const nouns = ["union", "minister", "strike", "court", "ministry", "talks", "offer", "treaty", "board", "workers"];
const verbs = ["ended/end", "failed/fail", "waited/wait", "agreed/agree", "resumed/resume"];
const names = ["Lindqvist", "Okafor", "Brandt", "Haruna", "Petrova"];
const places = ["Bern", "Oslo", "Lima", "Accra"];
const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? "";

/** "form/lemma/UPOS/XPOS>head:relation …" and the words that are names, by their place. */
const drawings = [...Array(10).keys()].flatMap((i) => {
  const noun = (at: number): string => {
    const form = pick(nouns, at);
    return form.endsWith("s") ? `${form}/${form.slice(0, -1)}/NOUN/NNS` : `${form}/${form}/NOUN/NN`;
  };
  const name = (from: readonly string[], at: number): string => `${pick(from, at)}/${pick(from, at)}/PROPN/NNP`;
  const [the, stop, said] = ["the/the/DET/DT", "././PUNCT/.", "said/say/VERB/VBD"];
  return [
    {
      id: `a${i}`,
      drawn: `The/the/DET/DT>2:det ${noun(i)}>3:nsubj ${said}>0:root that/that/SCONJ/IN>7:mark ${the}>6:det ${noun(i + 3)}>7:nsubj ${pick(verbs, i)}/VERB/VBD>3:ccomp ${stop}>3:punct`,
      named: {},
    },
    {
      id: `b${i}`,
      drawn: `${name(names, i)}>2:nsubj rejected/reject/VERB/VBD>0:root ${the}>4:det ${noun(i + 5)}>2:obj in/in/ADP/IN>6:case ${name(places, i)}>2:obl ${stop}>2:punct`,
      named: { 0: "B-PER", 5: "B-LOC" },
    },
    {
      id: `c${i}`,
      drawn: `"/"/PUNCT/\`\`>3:punct We/we/PRON/PRP>3:nsubj ${pick(verbs, i + 2)}/VERB/VBD>7:ccomp ,/,/PUNCT/,>3:punct "/"/PUNCT/''>3:punct ${name(names, i + 1)}>7:nsubj ${said}>0:root ${stop}>7:punct`,
      named: { 5: "B-PER" },
    },
  ];
});

const conllu = drawings
  .map(({ id, drawn }, index) => {
    const rows = drawn.split(" ").map((word, i) => {
      const [, form, lemma, upos, xpos, head, relation] = /^(.+)\/(.+)\/(.+)\/(.+)>(\d+):(.+)$/.exec(word) ?? [];
      return [i + 1, form, lemma, upos, xpos, "_", head, relation, "_", "_"].join("\t");
    });
    return `# newdoc id = d${index % 6}\n# sent_id = ${id}\n${rows.join("\n")}\n\n`;
  })
  .join("");
const iob2 = drawings
  .map(({ id, drawn, named }) => {
    const rows = drawn.split(" ").map((word, i) => {
      const tag = (named as Readonly<Record<number, string>>)[i] ?? "O";
      return [i + 1, word.slice(0, word.indexOf("/", 1)), tag, "-", "-"].join("\t");
    });
    return `# sent_id = ${id}\n${rows.join("\n")}\n\n`;
  })
  .join("");

const data = {
  sentences: parseConllu(conllu),
  named: readIob2(iob2),
  clusters: new Map([
    ["union", 1],
    ["ministry", 1],
  ]),
  phrases: phraseTree([[["Bern"], 1]]),
};
const recipe = {
  folds: 2,
  seeds: [1],
  epochs: { first: 4, tagger: 5, parser: 8, relations: 5, punctuation: 2, names: 6, fold: 4 },
  most: { first: 50_000, tagger: 50_000, parser: 50_000, relations: 50_000, punctuation: 50_000, names: 50_000 },
};

describe("a layer trained on thirty sentences", () => {
  const told: string[] = [];
  const bytes = writeParts(trainLanguage(data, recipe, (line) => told.push(line)));
  const model = modelOf(openImage(expand(bytes)), () => data.phrases);

  test("the treebank is what it is meant to be", () => {
    expect(data.sentences).toHaveLength(30);
    expect(told[0]).toMatch(/^30 sentences, \d+ tags, \d+ relations$/);
  });

  test("says of its own sentences what it was taught, word by word", () => {
    for (const { words } of data.sentences) {
      const found = model.analyse(words.map(({ form }) => form));
      expect(found).toEqual(
        words.map(({ form, lemma, upos, xpos, head, relation }) => ({ form, lemma, upos, xpos, head, relation })),
      );
    }
  });

  test("says the same of many sentences at once as of each alone", () => {
    const forms = [...data.sentences, ...data.sentences, ...data.sentences, ...data.sentences].map(({ words }) =>
      words.map(({ form }) => form),
    );
    const all = model.analyseAll([...forms, []]);
    expect(all).toEqual([...forms.map((each) => model.analyse(each)), []]);
    expect(model.tagAll([...forms, []])).toEqual(
      all.map((words) => words.map(({ form, lemma, upos, xpos }) => ({ form, lemma, upos, xpos }))),
    );
  });

  test("finds the names it was taught", () => {
    for (const { forms, tags } of data.named) {
      const spans = model.names([model.analyse(forms)]);
      const found = forms.map((_, i) => {
        const span = spans.find(({ first, last }) => first <= i && i < last);
        return span ? `${span.first === i ? "B" : "I"}-${span.type}` : "O";
      });
      expect(found).toEqual(tags);
    }
  });

  test("and reads a sentence it never saw", () => {
    const words = model.analyse('" We resumed , " the board said .'.split(" "));
    expect(words.map(({ form, xpos }) => `${form}/${xpos}`).join(" ")).toBe(
      `"/\`\` We/PRP resumed/VBD ,/, "/'' the/DT board/NN said/VBD ./.`,
    );
    expect(words.map(({ head }) => head + 1)).toEqual([3, 3, 8, 3, 3, 7, 8, 0, 8]);
  });

  test("reports hits of all, and all of them here", () => {
    const [line = "", names = ""] = reportOn(model, { own: data.sentences }, data.named);
    expect(line).toMatch(/^own dev: UPOS 100\.00 XPOS 100\.00 lemma 100\.00 UAS 100\.00 LAS 100\.00 /);
    expect(names).toBe("names dev: F1 PER 100.00 ORG 0.00 LOC 100.00 all 100.00");
  });

  test("is the same bytes when it is trained again", () => {
    const again = writeParts(trainLanguage(data, recipe, () => {}));
    expect(Buffer.compare(again, bytes)).toBe(0);
  });

  test("is another with another seed, and the mean of two is a third", () => {
    const other = (seeds: readonly number[]): Uint8Array =>
      writeParts(trainLanguage(data, { ...recipe, seeds }, () => {}));
    expect(Buffer.compare(other([2]), bytes)).not.toBe(0);
    expect(Buffer.compare(other([1, 2]), bytes)).not.toBe(0);
  });
});
