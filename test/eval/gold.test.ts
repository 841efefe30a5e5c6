// Task `gold`: the figures agree with the reference scorer where it is at hand (PARLEY_REFERENCE_SCORER=path of its script), and
// the project's own gold holds together: every text it names stands in its reports.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { printFigure } from "../../scripts/eval/figures.js";
import { changesSince } from "../../scripts/eval/floors.js";
import { findWords, foldText } from "../../scripts/eval/folding.js";
import { readGold, type Words, wordsOf } from "../../scripts/eval/gold/corpus.js";
import { scoreRecord } from "../../scripts/eval/gold/score.js";
import { take } from "../ingest/kit.js";
import { fakeRecord } from "./degraded.js";

const folder = mkdtempSync(join(tmpdir(), "parley-gold-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const corpora = [
  "security-guarantees",
  "harbour-strike",
  "carrier-merger",
  "border-talks",
  "steel-tariffs",
  "rail-pay",
  "ceasefire",
  "takeover-bid",
] as const;
const goldOf = (name: string) => readGold(join("gold", name, "gold.json"));
async function textsOf(name: string): Promise<Readonly<Record<string, string>>> {
  const gold = goldOf(name);
  const texts = gold.documents.map(
    async ({ file }) =>
      [file, (await take(readFileSync(join("gold", name, gold.reports ?? ".", file)), file)).text] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

describe.each(corpora)("the gold of %s", (name) => {
  test("names texts that stand in its reports", async () => {
    const [gold, texts] = [goldOf(name), await textsOf(name)];
    const missing: string[] = [];
    const check = (file: string, words: Words): void => {
      const { text, nth } = wordsOf(words);
      if (!findWords(foldText(texts[file] ?? ""), text, nth)) missing.push(`${file}: ${text}`);
    };
    for (const { file, furniture = [], background = [] } of gold.documents)
      for (const words of [...furniture, ...background]) check(file, words);
    for (const timex of gold.timexes) check(timex.file, timex);
    for (const statement of gold.statements) for (const words of statement.content) check(statement.file, words);
    for (const event of gold.events) for (const mention of event.mentions) check(mention.file, mention);
    expect(missing).toEqual([]);
  });

  test("has as much as gold of one's own must have, and refers to what it has", () => {
    const gold = goldOf(name);
    const [events, actors, issues] = [gold.events, gold.actors, gold.issues].map(
      (list) => new Set<string>(list.map(({ id }) => id)),
    );
    expect(gold.documents.length).toBeGreaterThanOrEqual(6);
    expect(gold.statements.length).toBeGreaterThanOrEqual(30);
    expect(gold.events.length).toBeGreaterThanOrEqual(15);
    expect(gold.apart.length).toBeGreaterThanOrEqual(4);
    for (const [one, other] of gold.apart)
      expect([events?.has(one ?? ""), events?.has(other ?? "")]).toEqual([true, true]);
    for (const { participants = [] } of gold.events)
      for (const actor of participants) expect(actors, actor).toContain(actor);
    for (const { issue, actor } of gold.positions)
      expect([issues?.has(issue), actors?.has(actor)], `${issue} ${actor}`).toEqual([true, true]);
  });
});

describe("floors", () => {
  const share = (name: string, value: number) => ({
    kind: "share" as const,
    name,
    share: value,
    right: value * 10,
    total: 10,
  });
  test("what fell or went away is a loss; what rose or came is a gain", () => {
    const { gains, losses } = changesSince({ a: 0.5, b: 0.5, gone: 0.5 }, [
      share("a", 0.4),
      share("b", 0.6),
      share("new", 0.1),
    ]);
    expect(losses.map(({ name }) => name)).toEqual(["a", "gone"]);
    expect(gains.map(({ name }) => name)).toEqual(["b", "new"]);
  });
});

const reference = process.env.PARLEY_REFERENCE_SCORER;
describe.runIf(reference)("the reference scorer prints the same figures", () => {
  const cases = corpora.flatMap((name) => [1, 2, 3, 4, 5].map((seed) => [name, seed] as const));
  test.each(cases)("%s, spoiled with seed %i", async (name, seed) => {
    const gold = goldOf(name);
    const record = fakeRecord(gold, await textsOf(name), seed);
    const path = join(folder, `${name}-${seed}.json`);
    writeFileSync(path, JSON.stringify(record));
    const printed = execFileSync(process.execPath, [reference ?? "", path, resolve("gold", name, "gold.json")], {
      encoding: "utf8",
    });
    expect(scoreRecord(record, gold).figures.map(printFigure)).toEqual(printed.trimEnd().split("\n"));
  });
});
