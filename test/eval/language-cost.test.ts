// What the language layer costs: turns of the workers, lines, sizes, and a process of its own. No test measures time.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { aloneIn, aloneLines, speedLines, speedsOf, weightBytes } from "../../scripts/eval/language/cost.js";

const folder = mkdtempSync(join(tmpdir(), "parley-cost-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("workers take turns, three rounds of all texts", () => {
  const turns: string[] = [];
  const worker = (name: string) => ({ name, work: (text: string) => turns.push(name + text) });
  const speeds = speedsOf([worker("a"), worker("b")], ["1", "2"], 10, 3);
  expect(turns.join(" ")).toBe("a1 a2 b1 b2 a1 a2 b1 b2 a1 a2 b1 b2");
  expect(speeds.map(({ name }) => name)).toEqual(["a", "b"]);
  for (const { tokensPerSecond } of speeds) expect(tokensPerSecond).toBeGreaterThan(0);
});

test("speeds in lines, each beside the first", () => {
  const lines = speedLines(
    [
      { name: "ours", tokensPerSecond: 120_000 },
      { name: "our tags", tokensPerSecond: 240_000 },
      { name: "theirs", tokensPerSecond: 480_000 },
    ],
    2,
  );
  expect(lines[0]).toMatch(/ours +120,000 tokens\/s$/);
  expect(lines[1]).toMatch(/our tags +240,000 tokens\/s$/);
  expect(lines[2]).toMatch(/theirs +480,000 tokens\/s {3}ours is 0\.25 ×, 0\.50 × as fast$/);
});

test("only weights count, and where there are none that is said", () => {
  writeFileSync(join(folder, "tagger.br"), Buffer.alloc(1_200_000));
  writeFileSync(join(folder, "README.md"), "what they are");
  expect(weightBytes(join(folder, "tagger.br"))).toBe(1_200_000);
  expect(weightBytes(join(folder, "nowhere"))).toBe(0);
  expect(aloneLines(null, 0)).toEqual([
    expect.stringMatching(/^weights as shipped +none at /),
    expect.stringMatching(/ failed$/),
  ]);
});

test("a process of its own loads the layer and reads a paragraph; null where it cannot", () => {
  const roof = join(folder, "roof.mjs");
  writeFileSync(
    roof,
    "export const languageModel = () => ({ analyse: () => [] });\nexport const annotate = () => ({ sentences: [] });\n",
  );
  const alone = aloneIn(pathToFileURL(roof).href);
  expect(alone?.memory).toBeGreaterThan(1e6);
  expect(aloneLines(alone, 3_600_000)).toHaveLength(4);
  expect(aloneLines(alone, 3_600_000)[0]).toMatch(/3\.6 MB$/);
  expect(aloneIn(pathToFileURL(join(folder, "none.mjs")).href)).toBeNull();
});
