// Parts of training: random numbers that are the same each time, trees without their punctuation, names in GUM, splits that share nothing.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { clustersAt } from "../../scripts/train/clusters-file.js";
import { gumNames } from "../../scripts/train/gum-names.js";
import { randomOf, shuffled } from "../../scripts/train/random.js";
import { sureRelations } from "../../scripts/train/relations.js";
import { classesOf, lexiconOf } from "../../scripts/train/tagger.js";
import { readNames, readTreebanks } from "../../scripts/train/treebank.js";
import { unmarkedHeads } from "../../scripts/train/unmarked.js";
import { phraseClasses } from "../../src/lang/en/gazetteer.js";
import { parseConllu } from "../../src/learn/conllu.js";
import { lexemes } from "../../src/learn/lexeme.js";
import { lexiconIn } from "../../src/learn/model.js";
import { parseInput } from "../../src/learn/parse-features.js";
import { phraseTree } from "../../src/learn/phrases.js";
import { arcKind } from "../../src/learn/relations.js";
import { anyProjective, isOneTree } from "../learn/trees-projective.js";

const folder = mkdtempSync(join(tmpdir(), "parley-train-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("random numbers", () => {
  test("are the same for the same seed, and others for another", () => {
    const draw = (seed: number): number[] => {
      const random = randomOf(seed);
      return Array.from({ length: 50 }, random);
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7).every((n) => n >= 0 && n < 1)).toBe(true);
  });
  test("shuffle: the same things, every order about as often", () => {
    const random = randomOf(3);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = shuffled(["a", "b", "c"], random).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe("trees without their punctuation", () => {
  test.each([
    ["nothing to leave out", [1, 2, 1], [0, 0], [1, 2]],
    ["marks at the edges", [1, 4, 1, 1], [1, 0, 0, 1], [2, 0]],
    ["what hangs on a mark hangs on the mark's head", [1, 2, 3], [0, 1, 0], [1, 2]],
    ["a mark that is the root leaves the root to its first word", [3, 0, 0], [1, 0, 0], [2, 0]],
    ["nothing but marks", [2, 0], [1, 1], []],
  ])("%s", (_, heads, marks, expected) => {
    const own = Int32Array.from(heads.slice(0, marks.length));
    expect(
      Array.from(
        unmarkedHeads(
          own.map((head) => Math.min(head, own.length)),
          Uint8Array.from(marks),
        ),
      ),
    ).toEqual(expected);
  });
  test("are trees with one root", () => {
    fc.assert(
      fc.property(anyProjective(), fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (heads, drawn) => {
        const isMark = Uint8Array.from(heads, (_, i) => (drawn[i] ? 1 : 0));
        const unmarked = unmarkedHeads(heads, isMark);
        expect(unmarked).toHaveLength(isMark.filter((mark) => mark === 0).length);
        if (unmarked.length > 0) expect(isOneTree(unmarked)).toBe(true);
      }),
    );
  });
});

describe("names in GUM", () => {
  const phrases = phraseTree([[["President"], 1 << phraseClasses.indexOf("title")]]);
  /** "form/UPOS/head/entity marks" */
  const sentence = (drawn: string) => {
    const rows = drawn.split(" ").map((word, i) => {
      const [form, upos, head, marks] = word.split("/");
      const xpos = upos === "PROPN" ? "NNP" : "NN";
      return [i + 1, form, form, upos, xpos, "_", head, "dep", "_", marks ? `Entity=${marks}` : "_"].join("\t");
    });
    const [found] = parseConllu(rows.join("\n"));
    if (!found) throw new Error("no sentence");
    return found;
  };
  test.each([
    [
      "a person without the title",
      "President/PROPN/2/(1-person-new Ines/PROPN/4 Okafor/PROPN/2/1) left/VERB/0",
      ["1–3 PER"],
    ],
    ["a place without its article", "in/ADP/3 the/DET/3/(2-place-new Netherlands/PROPN/0/2)", ["2–3 LOC"]],
    ["a person with a common noun for a head is no name", "the/DET/2/(1-person-new minister/NOUN/3/1) left/VERB/0", []],
    ["one word", "Bern/PROPN/2/(3-place-giv) waits/VERB/0", ["0–1 LOC"]],
    [
      "the longer name takes the place of the one inside",
      "University/PROPN/4/(1-organization-new of/ADP/3 Leeds/PROPN/1/(2-place-new)1) closed/VERB/0",
      ["0–3 ORG"],
    ],
    [
      "what is no person, place or organization is another thing",
      "Euro/PROPN/2/(5-event-new) began/VERB/0",
      ["0–1 OTH"],
    ],
    ["animals are nothing", "Rex/PROPN/2/(5-animal-new) barked/VERB/0", []],
    ["an entity that goes on in the next sentence is left out", "Bern/PROPN/2/(3-place-giv waits/VERB/0", []],
  ])("%s", (_, drawn, expected) => {
    expect(gumNames(sentence(drawn), phrases).map(({ first, last, kind }) => `${first}–${last} ${kind}`)).toEqual(
      expected,
    );
  });
});

describe("what words are seen as", () => {
  const many = (times: number, forms: string, tags: string) =>
    Array.from({ length: times }, () => ({ forms: forms.split(" "), tags: tags.split(" ") }));
  const sentences = [
    ...many(1500, "the talks", "DET|DT NOUN|NNS"),
    ...many(40, "he talks", "PRON|PRP VERB|VBZ"),
    ...many(1, "the the", "NOUN|NN DET|DT"),
    ...many(3, "odd odd", "X|LS X|LS"),
    ...many(5, "odd x", "X|FW X|FW"),
  ];
  const { names, classOf } = classesOf(sentences);
  test("tags are numbered by how often they are, rare ones learned as another of their kind", () => {
    expect(names).toEqual(["DET|DT", "NOUN|NNS", "PRON|PRP", "VERB|VBZ", "X|FW", "X|LS"]);
    expect(classOf("NOUN|NN")).toBe(1);
    expect(classOf("SYM|SYM")).toBe(0);
  });
  test("a frequent word has the tags that it was seen with, errors of annotation aside", () => {
    const { choices } = lexiconOf(sentences, classOf, new Map());
    expect(choices.get("talks")).toEqual([1, 3]);
    expect(choices.get("the")).toEqual([0]);
    expect(choices.has("odd")).toBe(false);
  });
  test("ambiguity is that of words, whatever their capitals, and of those counted often enough", () => {
    const { ambiguity } = lexiconOf(sentences, classOf, new Map());
    expect(ambiguity.has("talks") && ambiguity.has("odd")).toBe(true);
    expect(ambiguity.get("talks")).not.toBe(ambiguity.get("the"));
    expect(lexiconOf(many(2, "rare", "NOUN|NN"), classOf, new Map()).ambiguity.size).toBe(0);
  });
});

test("arcs are sure where 99 of 100 and at least 50 have one relation", () => {
  const of = lexemes(lexiconIn(() => ""));
  const kinds = { upos: new Int32Array(10), isMark: new Uint8Array(10), isVerb: new Uint8Array(10) };
  const example = (tag: number, label: number) => ({
    input: parseInput([of("a"), of("b")], Int32Array.of(tag, 9), kinds, new Uint8Array(2)),
    heads: Int32Array.of(1, 2),
    labels: Int32Array.of(label, 0),
  });
  const times = (n: number, tag: number, label: number) => Array.from({ length: n }, () => example(tag, label));
  const sure = sureRelations([
    ...times(60, 1, 3),
    ...times(49, 2, 3),
    ...times(120, 4, 5),
    ...times(1, 4, 6),
    ...times(60, 5, 1),
    ...times(2, 5, 2),
  ]);
  const found = [1, 2, 4, 5].map((tag) => sure.get(arcKind(example(tag, 0).input, 0, 1)));
  expect(found).toEqual([3, undefined, 5, undefined]);
});

describe("data", () => {
  const row = (form: string): string => ["1", form, form, "X", "FW", "_", "0", "root", "_", "_"].join("\t");
  const file = (...documents: string[]): string =>
    documents.map((id) => `# newdoc id = ${id}\n# sent_id = ${id}-1\n${row(id)}\n\n`).join("");
  const write = (data: string, path: string, text: string): void => {
    mkdirSync(join(data, path, ".."), { recursive: true });
    writeFileSync(join(data, path), text);
  };
  const whole = (name: string, dev = ["GUM_news_b"]): string => {
    const data = join(folder, name);
    write(data, "treebank/ewt/train.conllu", file("a", "b"));
    write(data, "treebank/ewt/dev.conllu", file("c"));
    write(data, "treebank/gum/train.conllu", file("GUM_news_a", "GUM_fiction_a", "GUM_letter_b"));
    write(data, "treebank/gum/dev.conllu", file(...dev));
    return data;
  };
  test("genres that may not be used commercially are left out of training", () => {
    const { train, dev } = readTreebanks(whole("whole"));
    expect(train.map(({ document }) => document)).toEqual(["a", "b", "GUM_news_a"]);
    expect(Object.entries(dev).map(([name, sentences]) => `${name} ${sentences.length}`)).toEqual(["ewt 1", "gum 1"]);
  });
  test("a document in both parts is an error that names it", () => {
    expect(() => readTreebanks(whole("shared", ["GUM_news_a"]))).toThrow(
      "gum: document GUM_news_a is in train and in dev",
    );
  });
  test("a folder without the data is an error that says what to name", () => {
    expect(() => readTreebanks(join(folder, "nowhere"))).toThrow(
      /train\.conllu is not there; name the folder of the benchmarks: --data DIR/,
    );
    expect(() => readNames(join(folder, "whole"))).toThrow(/train\.iob2 is not there/);
  });
  test("a folder without word classes has none", () => {
    expect(clustersAt(folder).size).toBe(0);
    expect(clustersAt("models/en").get("said")).toBeGreaterThan(0);
  });
});
