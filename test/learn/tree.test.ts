// Trees as lists of heads: what is below what, what is a tree, and that hanging a word elsewhere leaves a tree.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attach,
  childrenOf,
  descendantsOf,
  isTree,
  isUnder,
  pathToRoot,
  rootOf,
  subtreeOf,
} from "../../src/learn/tree.js";
import { anyTree } from "./trees.js";

const heads = (...list: number[]) => list.map((head) => ({ head, relation: "dep" }));
// The(1) envoy(2) said(-1) that(6) talks(6) would(6) resume(2)
const sentence = heads(1, 2, -1, 6, 6, 6, 2);

describe("tree", () => {
  it("knows children, subtrees and paths", () => {
    expect(childrenOf(sentence)[2]).toEqual([1, 6]);
    expect(subtreeOf(sentence, 6)).toEqual([3, 4, 5, 6]);
    expect(descendantsOf(sentence, 1)).toEqual([0]);
    expect(pathToRoot(sentence, 3)).toEqual([3, 6, 2]);
    expect(rootOf(sentence)).toBe(2);
    expect(isUnder(sentence, 4, 2)).toBe(true);
    expect(isUnder(sentence, 2, 4)).toBe(false);
    expect(isUnder(sentence, 4, 4)).toBe(true);
  });

  it.each([
    [[], false],
    [[-1], true],
    [[0], false],
    [[-1, -1], false],
    [[-1, 2, 1], false],
    [[1, 2, 0], false],
    [[-1, 5], false],
    [[-1, 0.5], false],
    [[-1, -2], false],
    [[1, -1, 1], true],
  ])("%j is a tree: %s", (list, is) => {
    expect(isTree(heads(...list))).toBe(is);
  });

  it("ends on heads that are no tree", () => {
    expect(subtreeOf(heads(1, 0), 0)).toEqual([0, 1]);
    expect(pathToRoot(heads(1, 0), 0)).toEqual([0, 1]);
    expect(rootOf(heads(1, 0))).toBe(-1);
  });

  it("hangs a word elsewhere only where a tree remains", () => {
    expect(attach(sentence, 6, 1, "acl")[6]).toEqual({ head: 1, relation: "acl" });
    expect(attach(sentence, 6, 3, "acl")).toBe(sentence); // below itself
    expect(attach(sentence, 2, 1, "acl")).toBe(sentence); // the root
    expect(attach(sentence, 6, 9, "acl")).toBe(sentence);
    fc.assert(
      fc.property(anyTree(), fc.nat(40), fc.nat(40), (words, index, head) =>
        isTree(attach(words, index % words.length, head, "dep")),
      ),
    );
  });
});
