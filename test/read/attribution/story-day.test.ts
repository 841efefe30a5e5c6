// The day of the story at a saying that nothing else dates, and whose a writing is that says something.
import { describe, expect, test } from "vitest";
import { sayingsOf, wordsAt } from "./sayings.js";

const days = { Monday: "2021-05-03", "May 7": "2021-05-07" };

describe("the day at which a report has arrived", () => {
  const table: readonly [text: string, day: string | null][] = [
    ["The ships sailed on Monday. The mayor warned that time was short.", "2021-05-03"],
    ["The ships sailed on Monday.¶The mayor warned that time was short.", "2021-05-03?"], // a paragraph lies between
    ["The ships sailed on Monday, and the mayor warned that time was short.", "2021-05-03"],
    ["The ships, which sailed on Monday, were late. The mayor warned that time was short.", null],
    ["The ships had sailed on Monday. The mayor warned that time was short.", null], // before the story
    ["The ships sailed on Monday and returned on May 7. The mayor warned that time was short.", null], // two days
    ["The ships sailed on Monday. The mayor warns that time is short.", null],
    ["The ships sailed on Monday. The mayor hoped that time was short.", null],
  ];
  for (const [text, day] of table)
    test(text, () => {
      const saying = sayingsOf(text, { days }).raw.at(-1);
      expect((saying?.date ?? saying?.storyDay)?.value ?? null).toBe(day);
    });
});

describe("whose a writing is", () => {
  const table: readonly [text: string, author: string | null][] = [
    ["A letter from Orvane arrived. The letter says that time is short.", "Orvane"],
    ["Orvane's letter arrived. The letter says that time is short.", "Orvane"],
    ["On Monday Orvane published a report. The document says that time is short.", "Orvane"],
    ["The mayor said in a note that it rained. The note says that time is short.", "The mayor"],
    ["A letter arrived. The letter says that time is short.", null],
  ];
  for (const [text, author] of table)
    test(text, () => {
      const { raw, text: words } = sayingsOf(text, { days, names: ["Orvane"] });
      expect(wordsAt(words, raw.at(-1)?.author ?? null)).toBe(author);
    });
});
