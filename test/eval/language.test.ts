// Task `language`: places of words, figures on gold tokens and on raw text counted by hand on an invented treebank, other
// taggers' alignment, predictions, and bad data. The model is a made-up one.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { genreOf } from "../../scripts/eval/corpora.js";
import { uposOf } from "../../scripts/eval/language/compromise.js";
import { genreTable, goldTokenFigures, rawTextFigures } from "../../scripts/eval/language/figures.js";
import { judge, type OwnSentence } from "../../scripts/eval/language/judge.js";
import { otherFigure, otherTaggers, tagsOnto } from "../../scripts/eval/language/others.js";
import { conlluOf } from "../../scripts/eval/language/predictions.js";
import { figuresOf, type Language, runLanguage, scoreTreebank } from "../../scripts/eval/language/task.js";
import { type GoldDocument, goldDocuments, placesOf } from "../../scripts/eval/language/treebank.js";
import { readOptions } from "../../scripts/eval/options.js";
import { runEval } from "../../scripts/eval.js";
import type { Upos, Word } from "../../src/learn/annotation.js";

const folder = mkdtempSync(join(tmpdir(), "parley-language-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (
  id: string,
  form: string,
  lemma: string,
  upos: string,
  xpos: string,
  head: number,
  relation: string,
  misc = "_",
) => [id, form, lemma, upos, xpos, "_", String(head), relation, "_", misc].join("\t");

// nine words: "The dockers don't strike." and "We wait."
const treebank = [
  "# newdoc id = GUM_news_harbour",
  "# newpar",
  "# sent_id = harbour-1",
  "# text = The dockers don't strike.",
  row("1", "The", "the", "DET", "DT", 2, "det"),
  row("2", "dockers", "docker", "NOUN", "NNS", 5, "nsubj:outer"),
  row("3-4", "don't", "_", "_", "_", 0, "_"),
  row("3", "do", "do", "AUX", "VBP", 5, "aux"),
  row("4", "n't", "not", "PART", "RB", 5, "advmod"),
  row("5", "strike", "strike", "VERB", "VB", 0, "root", "SpaceAfter=No"),
  row("6", ".", ".", "PUNCT", ".", 5, "punct"),
  "",
  "# newpar",
  "# sent_id = harbour-2",
  "# text = We wait.",
  row("1", "We", "we", "PRON", "PRP", 2, "nsubj"),
  row("2", "wait", "wait", "VERB", "VBP", 0, "root", "SpaceAfter=No"),
  row("3", ".", ".", "PUNCT", ".", 2, "punct"),
  "",
].join("\n");

const harbour = (): readonly GoldDocument[] => goldDocuments(treebank);
const scores = (figures: ReturnType<typeof figuresOf>) =>
  Object.fromEntries(figures.map((figure) => [figure.name.replace(/^.*?: /, ""), figure.right]));

test("a document's raw text, and the places of its words; contractions are their words", () => {
  const [document, ...more] = harbour();
  expect(more).toEqual([]);
  expect(document?.genre).toBe("news");
  expect(document?.text).toBe("The dockers don't strike.\n\nWe wait.");
  const words = document?.sentences.flatMap(({ words: own }) => own) ?? [];
  expect(words.map(({ start, end }) => document?.text.slice(start, end))).toEqual(words.map(({ form }) => form));
  expect(words.map(({ start }) => start)).toEqual([0, 4, 12, 14, 18, 24, 27, 30, 34]);
});

test.each([
  [
    "a b",
    ["a", "b"],
    [
      [0, 1],
      [2, 3],
    ],
  ],
  [
    "10 000 ab",
    ["10 000", "a", "b"],
    [
      [0, 6],
      [7, 8],
      [8, 9],
    ],
  ],
  [
    "😀x",
    ["😀", "x"],
    [
      [0, 2],
      [2, 3],
    ],
  ],
  ["a b", ["a", "c"], null],
  ["a b", ["a"], null],
])("places of the words of %j: %j", (text, forms, expected) => {
  expect(placesOf(text, forms)?.map(({ start, end }) => [start, end]) ?? null).toEqual(expected);
});

test("where the text is made of other forms, the words stand as written", () => {
  const [document] = goldDocuments(
    treebank.replace("# text = The dockers don't strike.", "# text = The dockers dont strike"),
  );
  expect(document?.text).toBe("The dockers don't strike.\n\nWe wait.");
});

test.each([
  ["GUM_news_iodine", "news"],
  ["weblog-juan.com_x_2004", "weblog"],
  ["answers-2007ABC_ans", "answers"],
  ["w01001", ""],
  ["", ""],
])("genre of %j: %j", (id, genre) => {
  expect(genreOf(id)).toBe(genre);
});

/** Gold, with some words changed by form. */
const changed =
  (changes: Readonly<Record<string, Partial<Word>>>) =>
  (word: Word): Word => ({ ...word, ...changes[word.form] });

test("gold tokens: each measure counts what it is asked, subtypes only where they are asked", () => {
  const [document] = harbour();
  if (!document) throw new Error("no document");
  const change = changed({
    The: { upos: "PRON" },
    dockers: { relation: "nsubj", lemma: "dockers" }, // another subtype: LAS holds
    do: { head: 1 }, // wrong head, right relation
    "n't": { relation: "discourse" }, // right head, wrong relation
    We: { xpos: "NN" },
    wait: { head: 0, relation: "dep" }, // no root, but a tree without a circle once We is the root
  });
  const own = document.sentences.map(({ words }) => ({ tokens: words.map((word) => ({ ...word, ...change(word) })) }));
  const figures = goldTokenFigures(judge([{ document, own }]));
  expect(figures.map(({ right, total }) => [right, total])).toEqual([
    [8, 9], // UPOS: The
    [8, 9], // XPOS: We
    [8, 9], // lemmas: dockers
    [7, 9], // UAS: do, wait
    [6, 9], // LAS: and n't
    [5, 9], // with subtypes: and dockers
  ]);
});

const at = (text: string, form: string, nth = 0): { start: number; end: number } => {
  let start = -1;
  for (let k = 0; k <= nth; k++) start = text.indexOf(form, start + 1);
  return { start, end: start + form.length };
};

test("raw text: words are paired by their characters, heads by pairs", () => {
  const [document] = harbour();
  if (!document) throw new Error("no document");
  const { text } = document;
  const token = (form: string, upos: Upos, head: number, relation: string, nth = 0) => ({
    form,
    lemma: form.toLowerCase(),
    upos,
    xpos: "X",
    head,
    relation,
    ...at(text, form, nth),
  });
  // "don't" is left whole, and the first sentence ends behind it: 8 words, 3 sentences
  const own: readonly OwnSentence[] = [
    {
      tokens: [token("The", "DET", 1, "det"), token("dockers", "NOUN", 2, "nsubj"), token("don't", "VERB", -1, "root")],
    },
    { tokens: [token("strike", "VERB", -1, "root"), token(".", "PUNCT", 0, "punct")] },
    { tokens: [token("We", "PRON", 1, "nsubj"), token("wait", "VERB", -1, "root"), token(".", "NOUN", 1, "punct", 1)] },
  ];
  const judgement = judge([{ document, own }]);
  expect(judgement.goldWords).toBe(9);
  const figures = rawTextFigures(judgement);
  expect(
    figures.map((figure) =>
      figure.kind === "f1" ? [figure.name.slice(10), figure.right, figure.said, figure.gold] : [],
    ),
  ).toEqual([
    ["tokens and words", 7, 8, 9], // all but do and n't
    ["sentences", 1, 3, 2], // the last one only
    ["UPOS", 6, 8, 9], // the second full stop is no noun
    ["XPOS", 0, 8, 9],
    ["lemmas", 6, 8, 9], // dockers
    ["UAS", 6, 8, 9], // the head of dockers is no gold word
    ["LAS", 6, 8, 9],
    ["LAS with subtypes", 6, 8, 9],
  ]);
  const uas = figures.find(({ name }) => name === "raw text: UAS");
  expect(uas?.kind === "f1" ? uas.f1 : null).toBeCloseTo(12 / 17, 10);
});

test("a gold lemma that is not given is met by any; a word that the model leaves out is not", () => {
  const documents = goldDocuments(treebank.replace("We\twe", "We\t_"));
  const model = {
    analyse: (forms: readonly string[]) =>
      forms.map((form) => ({ form, lemma: "x", upos: "X", xpos: "X", head: -1, relation: "root" }) as const),
  };
  const silent = { analyse: () => [] };
  const annotate = () => ({ sentences: [] });
  const of = (analyse: Language["model"]) =>
    scores(figuresOf(scoreTreebank({ name: "x", documents }, { model: analyse, annotate })).slice(0, 6));
  expect(of(model)).toMatchObject({ lemmas: 1, UAS: 2, LAS: 2 });
  expect(of(silent)).toMatchObject({ UPOS: 0, lemmas: 0, UAS: 0 });
});

const uposes = ["NOUN", "VERB", "PUNCT", "DET"];
const sentenceRows = fc
  .array(
    fc.record({
      form: fc.stringMatching(/^[a-z'.😀-]{1,6}$/u),
      upos: fc.constantFrom(...uposes),
      head: fc.nat(),
      relation: fc.constantFrom("nsubj", "nsubj:pass", "punct", "dep"),
      glued: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((words) =>
    words.map(({ form, upos, head, relation, glued }, index) =>
      // the first is the root, every other word hangs on one before it
      row(
        `${index + 1}`,
        form,
        form,
        upos,
        "X",
        index === 0 ? 0 : (head % index) + 1,
        index === 0 ? "root" : relation,
        glued ? "SpaceAfter=No" : "_",
      ),
    ),
  );

test("gold against itself is right everywhere", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(sentenceRows, fc.boolean()), { minLength: 1, maxLength: 5 }), (sentences) => {
      const source = sentences
        .map(([rows, paragraph], index) =>
          [...(index === 0 ? ["# newdoc id = email-x"] : []), ...(paragraph ? ["# newpar"] : []), ...rows, "", ""].join(
            "\n",
          ),
        )
        .join("\n");
      const documents = goldDocuments(source);
      const told = documents.map((document) => ({
        document,
        own: document.sentences.map(({ words }) => ({ tokens: words })),
      }));
      for (const figure of [...goldTokenFigures(judge(told)), ...rawTextFigures(judge(told))])
        expect(figure.kind === "f1" ? figure.f1 : figure.share).toBe(1);
      expect(genreTable(told, told).at(-1)).toMatch(/^email +\d+(?: +100\.0){9}$/);
      // what is predicted is read again as it was said
      const again = goldDocuments(conlluOf(told)).flatMap((document) => document.sentences);
      const plain = (words: readonly Word[]) =>
        words.map(({ form, lemma, upos, head, relation }) => ({ form, lemma, upos, head, relation }));
      expect(again.map(({ words }) => plain(words))).toEqual(
        documents.flatMap((document) => document.sentences.map(({ words }) => plain(words))),
      );
    }),
  );
});

test("other taggers' tags onto gold words: the first on its characters, contractions one by one, mere marks are punctuation", () => {
  const words = ["do", "n't", "well", "-", "paid", "word", "!"].map((form, index, all) => {
    const start = all.slice(0, index).join("").length;
    return { form, start, end: start + form.length };
  });
  const spans = [
    { start: 0, end: 5, upos: "AUX" },
    { start: 0, end: 5, upos: "PART" },
    { start: 5, end: 14, upos: "ADJ" },
  ];
  expect(tagsOnto(spans, words)).toEqual(["AUX", "PART", "ADJ", "ADJ", "ADJ", "X", "PUNCT"]);
});

test("wink-nlp and compromise tag the same words", () => {
  for (const tagger of otherTaggers) {
    const { right, total } = otherFigure(tagger, harbour());
    expect(total).toBe(9);
    expect(right, tagger.name).toBeGreaterThanOrEqual(6);
    expect(tagger.work("The dockers don't strike. We wait.")).toBeGreaterThan(6);
  }
});

test.each([
  ["to", ["Conjunction"], ["Verb"], "PART"],
  ["to", ["Conjunction"], ["Noun"], "ADP"],
  ["my", ["Noun", "Possessive"], [], "PRON"],
  ["lund", ["Noun", "ProperNoun"], [], "PROPN"],
  ["can", ["Verb", "Modal", "Auxiliary"], [], "AUX"],
  ["?", [], [], "X"],
])("compromise: %s as %j before %j is %s", (normal, tags, next, upos) => {
  expect(uposOf({ normal, tags }, next)).toBe(upos);
});

const said = async (
  args: readonly string[],
  language: Language,
): Promise<{ readonly well: boolean; readonly lines: readonly string[] }> => {
  const options = readOptions(["language", ...args]);
  const lines: string[] = [];
  return { well: options !== null && (await runLanguage(options, (line) => lines.push(line), language)), lines };
};

const perfect: Language = {
  model: {
    analyse: (forms) =>
      harbour()
        .flatMap(({ sentences }) => sentences)
        .find(({ words }) => words.length === forms.length)?.words ?? [],
  },
  annotate: () => ({
    sentences: harbour().flatMap(({ sentences }) => sentences.map(({ words }) => ({ tokens: words }))),
  }),
};

test("the task: development parts of a folder, figures, genres, misses, predictions", async () => {
  mkdirSync(join(folder, "bank"));
  writeFileSync(join(folder, "bank", "dev.conllu"), treebank);
  writeFileSync(join(folder, "bank", "train.conllu"), "no treebank");
  const predictions = join(folder, "said.conllu");
  const { well, lines } = await said(["--data", folder, "--misses", "--predictions", predictions], perfect);
  expect(well).toBe(true);
  expect(lines).toContain("\nbank/dev: 1 documents, 2 sentences, 9 words");
  expect(
    lines.filter((line) => /^(gold tokens|raw text)/.test(line) && !/, (wink|compromise)/.test(line)),
  ).toHaveLength(14);
  expect(lines.some((line) => /^news +9 /.test(line))).toBe(true);
  expect(lines).toContain("UPOS, gold → ours: 0");
  expect(goldDocuments(readFileSync(predictions, "utf8"))[0]?.sentences).toHaveLength(2);
  expect(goldDocuments(readFileSync(join(folder, "said.raw.conllu"), "utf8"))[0]?.sentences).toHaveLength(2);
});

test("misses: confusions, heads, tokens and ends of sentences", async () => {
  const wrong: Language = {
    model: {
      analyse: (forms) =>
        forms.map((form, index) => ({ form, lemma: form, upos: "NOUN", xpos: "NN", head: index - 1, relation: "dep" })),
    },
    annotate: (text) => ({
      sentences: [
        {
          tokens: [
            { form: text, lemma: "", upos: "X", xpos: "X", head: -1, relation: "root", start: 0, end: text.length },
          ],
        },
      ],
    }),
  };
  const { lines } = await said(["--data", join(folder, "bank", "dev.conllu"), "--misses"], wrong);
  for (const expected of ["  PUNCT → NOUN ", "  VERB → NOUN ", "  punct ", "  gold has several tokens", "  missed end"])
    expect(
      lines.some((line) => line.startsWith(expected)),
      expected,
    ).toBe(true);
});

test.each([
  ["three columns", "1\tWe\twe\n", /dev\.conllu: .*a line of 3 columns/],
  [
    "a head outside",
    `${row("1", "We", "we", "PRON", "PRP", 7, "nsubj")}\n`,
    /dev\.conllu: sentence .*the head of word 1 \("We"\)/,
  ],
  ["a head that is no number", `${row("1", "We", "we", "PRON", "PRP", Number.NaN, "nsubj")}\n`, /the head of word 1/],
])("bad data: %s", async (_, source, message) => {
  const bad = join(folder, "bad");
  mkdirSync(bad, { recursive: true });
  writeFileSync(join(bad, "dev.conllu"), source);
  const complaints: string[] = [];
  expect(
    await runEval(
      ["language", "--data", bad],
      () => {},
      (line) => complaints.push(line),
    ),
  ).toBe(2);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(message);
  expect(complaints[0]).not.toContain("\n");
});

test("nothing to read or to score is said", async () => {
  const complaints: string[] = [];
  const complain = (line: string) => complaints.push(line);
  expect(await runEval(["language"], () => {}, complain)).toBe(2);
  expect(await runEval(["language", "--data", join(folder, "nowhere")], () => {}, complain)).toBe(2);
  mkdirSync(join(folder, "empty"));
  expect(await runEval(["language", "--data", join(folder, "empty")], () => {}, complain)).toBe(2);
  expect(await runEval(["language", "--data", folder, "--by", "rule"], () => {}, complain)).toBe(2);
  expect(complaints.map((line) => line.replace(folder, "…"))).toEqual([
    "language needs --data DIR: a folder of .conllu files, or one of them.",
    "…/nowhere: there is no such file or folder. Name a folder of .conllu files.",
    "…/empty: no .conllu file is there. Name a folder of .conllu files.",
    "--by rule: task language is grouped by genre, always.",
  ]);
  writeFileSync(join(folder, "empty", "none.conllu"), "# newdoc id = x\n");
  const { well, lines } = await said(["--data", join(folder, "empty")], perfect);
  expect(well).toBe(false);
  expect(lines).toContain("language empty/none: nothing was scored");
});
