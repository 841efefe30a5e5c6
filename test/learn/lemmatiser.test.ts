// Lemmas by rules of endings: which rule counts, capitals, and rules that are learned from examples.
import { describe, expect, test } from "vitest";
import { trainLemmas } from "../../scripts/train/lemmas.js";
import { lemmaOf, readLemmaRules } from "../../src/learn/lemmatiser.js";

const rules = readLemmaRules(
  [
    "NNS\ts\t1\t\t",
    "NNS\ties\t3\ty\t",
    "NNS\t^series\t0\t\t",
    "NNS\t^men\t2\tan\t",
    "NNS\t^germans\t1\t\tA",
    "NNPS\ts\t1\t\t",
    "VBD\ted\t2\t\t",
    "VBD\t^said\t3\tay\t",
    "VBZ\t^s\t1\tbe\t",
    "RB\t^n't\t3\tnot\t",
    "PRP\t^us\t2\twe\t",
    "JJR\ter\t2\t\t",
  ].join("\n"),
);

describe("rules", () => {
  test.each([
    ["talks", "NNS", "talk", "an ending"],
    ["parties", "NNS", "party", "the longest ending"],
    ["series", "NNS", "series", "a whole word before its endings"],
    ["Talks", "NNS", "talk", "capitals go"],
    ["Germans", "NNS", "German", "unless the word keeps its own"],
    ["Nations", "NNPS", "Nation", "names keep theirs"],
    ["talks", "VBZ", "talks", "of another tag none counts"],
    ["said", "VBD", "say", "irregular"],
    ["n't", "RB", "not", "a part of a contraction"],
    ["n’t", "RB", "not", "also with a curly mark"],
    ["us", "PRP", "we", "a pronoun"],
    ["Xs", "XX", "xs", "a tag without rules: the word in small letters"],
    ["Bern", "NNP", "Bern", "a name without rules"],
    ["...", "NNS", "...", "marks are their own"],
    ["er", "JJR", "er", "a word never becomes nothing"],
    ["", "NNS", "", "nothing stays nothing"],
  ])("%s/%s → %s: %s", (form, xpos, lemma) => {
    expect(lemmaOf(form, xpos, rules)).toBe(lemma);
  });
});

describe("rules that are learned", () => {
  const seen = [
    ["talks", "NNS", "talk"],
    ["deals", "NNS", "deal"],
    ["ports", "NNS", "port"],
    ["parties", "NNS", "party"],
    ["countries", "NNS", "country"],
    ["movies", "NNS", "movie"],
    ["men", "NNS", "man"],
    ["women", "NNS", "woman"],
    ["Danes", "NNS", "Dane"],
    ["agreed", "VBD", "agree"],
    ["wanted", "VBD", "want"],
    ["offered", "VBD", "offer"],
    ["went", "VBD", "go"],
    ["went", "VBD", "go"],
    ["went", "VBD", "wend"],
    ["I", "PRP", "I"],
    ["them", "PRP", "they"],
    ["Bern", "NNP", "Bern"],
    ["_", "NNS", "_"],
  ].map(([form = "", xpos = "", lemma = ""]) => ({ form, xpos, lemma }));
  const learned = readLemmaRules(trainLemmas(seen));

  test("give every word that was seen the lemma it mostly has", () => {
    for (const { form, xpos, lemma } of seen)
      if (lemma !== "wend" && form !== "_") expect(`${form} ${lemmaOf(form, xpos, learned)}`).toBe(`${form} ${lemma}`);
  });

  test.each([
    ["demands", "NNS", "demand"],
    ["treaties", "NNS", "treaty"],
    ["chairmen", "NNS", "chairman"],
    ["rejected", "VBD", "reject"],
    ["Geneva", "NNP", "Geneva"],
  ])("and others what their endings say: %s", (form, xpos, lemma) => {
    expect(lemmaOf(form, xpos, learned)).toBe(lemma);
  });

  test("do not depend on the order of examples", () => {
    expect(trainLemmas([...seen].reverse())).toBe(trainLemmas(seen));
  });
});
