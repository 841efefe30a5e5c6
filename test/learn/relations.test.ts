// The parser and the labeller, whatever their weights: one tree, one root relation, sure arcs without the model.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { feature } from "../../src/learn/hash.js";
import { lexemes } from "../../src/learn/lexeme.js";
import { lexiconIn } from "../../src/learn/model.js";
import {
  distanceOf,
  mostParseFeatures,
  type ParseInput,
  parseInput,
  placeHeads,
} from "../../src/learn/parse-features.js";
import { Parser } from "../../src/learn/parser.js";
import { arcKind, Labeller, mostRelationFeatures } from "../../src/learn/relations.js";
import type { Scoring } from "../../src/learn/tagger.js";
import { anyProjective, isOneTree, isProjective } from "./trees-projective.js";

const lexemeOf = lexemes(lexiconIn(() => ""));
const kinds = { upos: Int32Array.of(0, 1, 2, 3), isMark: Uint8Array.of(0, 0, 0, 1), isVerb: Uint8Array.of(0, 1, 0, 0) };

/** Words from tags: 3 is punctuation. */
function inputOf(tags: readonly number[], forms: readonly string[] = tags.map((tag) => `w${tag}`)): ParseInput {
  const isMark = Uint8Array.from(tags, (tag) => (tag === 3 ? 1 : 0));
  return parseInput(forms.map(lexemeOf), Int32Array.from(tags), kinds, isMark);
}

function anyWeights(classes: number, seed: number, most: number): Scoring {
  return {
    classes,
    score: (features, count, scores) => {
      expect(count).toBeLessThanOrEqual(most);
      expect(features.subarray(0, count).includes(0)).toBe(false);
      for (let i = 0; i < count; i++)
        for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (feature(seed, features[i] ?? 0, c) % 64);
    },
  };
}

describe("the parser", () => {
  test("makes one projective tree of any words, whatever its weights", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { minLength: 1, maxLength: 40 }), fc.nat(), (tags, seed) => {
        const heads = new Parser(anyWeights(3, seed, mostParseFeatures), new Map()).heads(inputOf(tags));
        expect(isOneTree(heads)).toBe(true);
        expect(isProjective(heads)).toBe(true);
      }),
    );
  });
  test("makes nothing of nothing", () => {
    expect(new Parser(anyWeights(3, 1, mostParseFeatures), new Map()).heads(inputOf([]))).toHaveLength(0);
  });
});

describe("what the parser sees", () => {
  test("leaves punctuation out and remembers where it stood", () => {
    const input = inputOf([3, 0, 1, 3, 3, 2, 3], ['"', "they", "left", ",", '"', "she", "."]);
    expect(input.length).toBe(3);
    expect(Array.from(input.at)).toEqual([1, 2, 5, 7, 0]);
    expect(Array.from(input.marks.subarray(0, 4))).toEqual([1, 1, 3, 4]);
    expect(Array.from(input.quoted.subarray(0, 3))).toEqual([1, 1, 0]);
    expect(input.gap[0]).not.toBe(0);
    expect(input.gap[1]).toBe(0);
    expect(input.gap[2]).not.toBe(input.gap[0]);
  });
  test("heads go back to where words stand, the root's to the length", () => {
    const heads = new Int32Array(7).fill(-9);
    placeHeads(inputOf([3, 0, 1, 3, 3, 2, 3]), Int32Array.of(1, 3, 1), heads);
    expect(Array.from(heads)).toEqual([-9, 2, 7, -9, -9, 2, -9]);
  });
  test.each([
    [1, 1],
    [4, 4],
    [5, 5],
    [6, 5],
    [7, 6],
    [10, 6],
    [11, 7],
    [20, 7],
    [21, 8],
    [400, 8],
  ])("%i words apart is step %i", (distance, step) => {
    expect(distanceOf(3, 3 + distance)).toBe(step);
  });
});

describe("the labeller", () => {
  const [classes, root] = [7, 4];
  test("gives the root's relation to its child only, whatever its weights", () => {
    fc.assert(
      fc.property(anyProjective(), fc.nat(), fc.constantFrom(0, root), (heads, seed, top) => {
        const input = inputOf(Array.from(heads, (_, i) => i % 3));
        const labels = new Labeller(anyWeights(classes, seed, mostRelationFeatures), new Map(), top).relations(
          heads,
          input,
        );
        for (const [word, label] of labels.entries()) expect(label === top).toBe(heads[word] === heads.length);
      }),
    );
  });
  test("asks the model of nothing that is sure, and tells of all that it asks", () => {
    const heads = Int32Array.of(1, 3, 1); // 0 ← 1 → 2
    const input = inputOf([0, 1, 0]);
    const sure = new Map([[arcKind(input, 0, 1), 6]]);
    const heard: number[] = [];
    const labels = new Labeller(anyWeights(classes, 5, mostRelationFeatures), sure, root).relations(
      heads,
      input,
      (word) => heard.push(word),
    );
    expect(heard).toEqual([2]); // the arc of word 2 goes the other way
    expect([labels[0], labels[1]]).toEqual([6, root]);
  });
  test("sees words with very many dependents", () => {
    const heads = new Int32Array(300).fill(0);
    heads[0] = 300;
    const labeller = new Labeller(anyWeights(classes, 2, mostRelationFeatures), new Map(), root);
    expect(labeller.relations(heads, inputOf(new Array<number>(300).fill(1)))).toHaveLength(300);
  });
});
