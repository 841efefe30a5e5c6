// What a report tells as past, and what is its news.
import { describe, expect, it } from "vitest";
import { readText } from "./reading.js";

const news = "Norway closed its border on Thursday and asked Sweden for an explanation.";

async function backgroundOf(...sentences: string[]): Promise<string[]> {
  const { text, reading } = await readText(`${news} ${sentences.join(" ")}`, "2021-03-04");
  return reading.background.map(({ start, end }) => text.slice(start, end));
}

describe("findBackground", () => {
  it.each([
    ["an old day", "On January 10, Norway and Sweden held talks in Oslo."],
    ["pluperfect", "Sweden had opened a camp at the border."],
    ["a word that looks back", "The Swedish side previously proposed a treaty."],
    ["a month", "In December 2020, Sweden published a list of demands."],
  ])("%s", async (_what, sentence) => {
    expect(await backgroundOf(sentence)).toEqual([sentence]);
  });

  it("goes on in the paragraph", async () => {
    const past = [
      "On January 10, Norway and Sweden held talks in Oslo.",
      "They lasted two hours.",
      "According to the diplomat, nothing came of it.",
    ];
    expect(await backgroundOf(...past)).toEqual(past);
  });

  it.each([
    ["the day before the report", "On March 3, Norway and Sweden held talks in Oslo."],
    ["a weekday alone", "Norway and Sweden held talks on Monday."],
    ["a plan", "On March 12, Norway and Sweden will meet."],
    ["a day in a relative clause", "Erna Holm, who was elected on January 10, said the border was closed."],
    ["today's words", "Sweden said it had opened a camp at the border."],
  ])("not %s", async (_what, sentence) => {
    expect(await backgroundOf(sentence)).toEqual([]);
  });
});
