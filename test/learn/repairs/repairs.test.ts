// The repairs of a parse: what each changes and what it leaves alone, and that every tree stays a tree of the same words.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repairRows, repairWords } from "../../../src/lang/en/repairs.js";
import type { LanguageModel } from "../../../src/learn/annotation.js";
import { longestRepaired, repaired, repairs, withRepairs } from "../../../src/learn/repairs/repairs.js";
import { isTree } from "../../../src/learn/tree.js";
import { anyTree, changes, tree } from "../trees.js";
import { drawings } from "./drawings.js";

const words = repairWords();
const written = (drawing: string): string =>
  tree(drawing)
    .map(({ form }) => form)
    .join(" ");

describe("repairs", () => {
  it.each(drawings.map((drawing) => [drawing.repair, written(drawing.drawing), drawing] as const))(
    "%s: %s",
    (name, _, { drawing, changes: wanted }) => {
      const before = tree(drawing);
      expect(isTree(before)).toBe(true);
      const after = repairs[name]?.(before, words) ?? [];
      expect(changes(before, after)).toEqual(wanted);
      expect(isTree(after)).toBe(true);
    },
  );

  it.each(repairRows().map((row) => [row.name, row] as const))("the table's sentences of %s are drawn", (name, row) => {
    const drawn = (sentence: string) =>
      drawings.filter((each) => each.repair === name && written(each.drawing) === sentence);
    expect(drawn(row.example).some((each) => each.changes.length > 0)).toBe(true);
    expect(drawn(row.counter).some((each) => each.changes.length === 0)).toBe(true);
  });

  it("the table names every repair, in order", () => {
    expect(repairRows().map(({ name }) => name)).toEqual(Object.keys(repairs));
  });

  it("leaves what is no tree, and what is too long, as it is", () => {
    const loop = tree("a/NN>2:dep b/NN>1:dep");
    expect(repaired(loop, words)).toBe(loop);
    const long = tree(`said/VBD>0:root ${"talks/NNS>1:obj ".repeat(longestRepaired)}`);
    expect(repaired(long, words)).toBe(long);
    expect(repaired([], words)).toEqual([]);
  });

  it("repairs what a model analyses and nothing else of it", () => {
    const before = tree(drawings.find(({ repair }) => repair === "told")?.drawing ?? "");
    const names: ReturnType<LanguageModel["names"]> = [{ sentence: 0, first: 1, last: 2, type: "ORG" }];
    const model: LanguageModel = {
      analyseAll: () => [before, before],
      tagAll: () => [],
      analyse: () => before,
      names: () => names,
    };
    const mended = withRepairs(model, words);
    expect(mended.analyse([])).toEqual(repaired(before, words));
    expect(mended.analyseAll([[], []])).toEqual([repaired(before, words), repaired(before, words)]);
    expect(mended.names([before])).toBe(names);
  });
});

const forms = [
  ..."said says told that , \" “ ” '' . ? : ; -- according to by January 9th Monday Minister Maria the ministry Department who".split(
    " ",
  ),
  "denied",
  "saying",
  "point",
  "out",
  "would",
  "is",
  "and",
];

describe("any tree", () => {
  it("stays a tree of the same words, and a second time changes nothing that makes it none", () => {
    fc.assert(
      fc.property(anyTree(forms), (before) => {
        const after = repaired(before, words);
        expect(after.map(({ form }) => form)).toEqual(before.map(({ form }) => form));
        expect(after.map(({ lemma }) => lemma)).toEqual(before.map(({ lemma }) => lemma));
        expect(isTree(after)).toBe(true);
        expect(isTree(repaired(after, words))).toBe(true);
        expect(repaired(before, words)).toEqual(after);
      }),
      { numRuns: 2000 },
    );
  });

  it("stays a tree with each repair by itself", () => {
    for (const repair of Object.values(repairs))
      fc.assert(
        fc.property(
          anyTree(forms),
          (before) => isTree(repair(before, words)) && repair(before, words).length === before.length,
        ),
        { numRuns: 500 },
      );
  });
});
