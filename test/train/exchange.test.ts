import { describe, expect, it } from "vitest";
import { exchange, neighboursOf } from "../../scripts/train/exchange.js";

const words = ["a", "cat", ".", "sees", "the", "dog", "tree", "hears", "likes"];
const numbers = new Map(words.map((word, i) => [word, i]));
const sentences: Int32Array[] = [];
for (const article of ["a", "the"])
  for (const noun of ["cat", "dog", "tree"])
    for (const verb of ["sees", "hears", "likes"])
      for (const other of ["cat", "dog", "tree"])
        sentences.push(Int32Array.from([article, noun, verb, article, other, "."], (word) => numbers.get(word) ?? -1));

describe("word classes", () => {
  const learn = (): string[] => {
    const classOf = exchange(neighboursOf(sentences, words.length), 4, 10, () => {});
    const byClass = new Map<number, string[]>();
    for (const [i, word] of words.entries())
      byClass.set(classOf[i] ?? -1, [...(byClass.get(classOf[i] ?? -1) ?? []), word]);
    return [...byClass.values()].map((members) => members.sort().join(" ")).sort();
  };

  it("puts words together that stand between the same neighbours", () => {
    expect(learn()).toEqual([".", "a the", "cat dog tree", "hears likes sees"]);
  });

  it("gives the same classes each time", () => {
    expect(learn()).toEqual(learn());
  });

  it("counts neighbours on both sides, the edge of a sentence and rare words among them", () => {
    const [first] = neighboursOf([Int32Array.from([0, -1, 0])], 1);
    const counted = new Map([...(first?.which ?? [])].map((which, i) => [which, first?.times[i]]));
    const [rare, edge, after] = [1, 2, 3];
    expect(counted).toEqual(
      new Map([
        [edge, 1],
        [after + rare, 1],
        [rare, 1],
        [after + edge, 1],
      ]),
    );
  });
});
