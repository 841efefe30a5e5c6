// Task crossdoc: reading ECB+, the scores of grouping against hand-made ones, and a run over two invented topics.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { bcubed, ceafe, conll, muc } from "../../scripts/eval/crossdoc/coreference.js";
import { parseEcb } from "../../scripts/eval/crossdoc/ecb.js";
import { runCrossdoc } from "../../scripts/eval/crossdoc/task.js";
import { readOptions } from "../../scripts/eval/options.js";

const grouping = (...groups: readonly string[][]) =>
  new Map(groups.flatMap((group, index) => group.map((mention) => [mention, String(index)] as const)));

describe("scores of grouping", () => {
  const gold = grouping(["a", "b", "c"], ["d", "e"]);
  it("BCubed", () => {
    const { precision, recall } = bcubed(gold, grouping(["a", "b"], ["c", "d", "e"]));
    expect(precision).toBeCloseTo((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5);
    expect(recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5);
  });
  it("MUC", () =>
    expect(muc(gold, grouping(["a", "b"], ["c", "d", "e"]))).toMatchObject({ recall: 2 / 3, precision: 2 / 3 }));
  it("CEAF-e matches one to one", () => {
    const { precision } = ceafe(gold, grouping(["a", "b"], ["c", "d", "e"]));
    expect(precision).toBeCloseTo((4 / 5 + 4 / 5) / 2);
  });
  it("CEAF-e takes the best matching, not the first", () => {
    // x: 3 of the first, 2 of the second; y: 2 of the first only
    const wanted = grouping(["a", "b", "c", "d", "e"], ["f", "g"]);
    const had = grouping(["a", "b", "c", "f", "g"], ["d", "e"]);
    expect(ceafe(wanted, had).recall).toBeCloseTo((4 / 7 + 4 / 7) / 2);
  });
  it("a mention that only one side has is right for nobody", () => {
    expect(bcubed(grouping(["a"]), grouping(["a"], ["b"])).precision).toBe(0.5);
  });
  it("is whole where both are the same, whatever the names", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 24 }), (labels) => {
        const one = new Map(labels.map((label, index) => [`m${index}`, `g${label}`]));
        const other = new Map(labels.map((label, index) => [`m${index}`, `h${9 - label}`]));
        expect(bcubed(one, other).f1).toBeCloseTo(1);
        expect(ceafe(one, other).f1).toBeCloseTo(1);
        expect(conll(one, one)).toBeGreaterThan(0.66);
      }),
    );
  });
});

const article = (words: string, mentions: readonly (readonly [number, string])[]): string => {
  const tokens = words.split(" ").map((word, i) => `<token t_id="${i + 1}" sentence="0" number="${i}">${word}</token>`);
  const marks = mentions.map(
    ([at], i) => `<ACTION_OCCURRENCE m_id="${i + 1}" ><token_anchor t_id="${at}"/></ACTION_OCCURRENCE>`,
  );
  const chains = mentions.map(
    ([, chain], i) =>
      `<CROSS_DOC_COREF r_id="${i}" note="${chain}" ><source m_id="${i + 1}" /><target m_id="9" /></CROSS_DOC_COREF>`,
  );
  return `<Document>${tokens.join("\n")}<Markables>${marks.join("")}<ACTION_OCCURRENCE m_id="9" TAG_DESCRIPTOR="x" /></Markables><Relations>${chains.join("")}</Relations></Document>`;
};

test("tokens become text, mentions point into it", () => {
  const { text, mentions } = parseEcb(article("Vandals struck , again .", [[2, "c"]]), "7_1ecb", null);
  expect(text).toBe("Vandals struck, again.");
  expect(mentions.map(({ start, end, chain }) => [text.slice(start, end), chain])).toEqual([["struck", "c"]]);
});

test("reports on two things are kept apart where the lemma alone joins them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-ecb-"));
  const put = (name: string, words: string, chain: string): void => {
    const topic = join(folder, name.split("_")[0] ?? "");
    mkdirSync(topic, { recursive: true });
    writeFileSync(join(topic, `${name}.xml`), article(words, [[3, chain]]));
  };
  put("1_1ecb", "Acme Corp. bought rival Bolt in a deal for shares and cash in Denver .", "one");
  put("1_2ecb", "Acme Corp. bought rival Bolt for cash , its shares in Denver rose .", "one");
  put("2_1ecb", "A farmer bought Rembrandt paintings of a windmill at an auction in Delft .", "two");
  put("2_2ecb", "A farmer bought Rembrandt paintings and a windmill at that auction near Delft .", "two");
  const lines: string[] = [];
  const options = readOptions(["crossdoc", "--data", folder]);
  expect(options && (await runCrossdoc(options, (line) => lines.push(line)))).toBe(true);
  const row = (name: string): string => lines.find((line) => line.includes(name)) ?? "";
  expect(row("all topics at once: same head lemma")).toContain("P  50.0  R 100.0");
  expect(row("all topics at once: linked")).toContain("P 100.0  R 100.0");
});
