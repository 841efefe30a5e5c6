// The head of a plain report: which line is the headline, which the masthead, the section, the byline.
import { describe, expect, test } from "vitest";
import { furnitureOf, take } from "./kit.js";

const prose =
  "The dockers and the company met again on Monday, and both said afterwards that a third round would be needed.";

/** Lines above the first paragraph; what they are taken for. */
const heads: readonly (readonly [
  name: string,
  lines: readonly string[],
  title: string | null,
  outlet: string | null,
  published: string | null,
])[] = [
  ["a headline alone", ["Port talks go on"], "Port talks go on", null, null],
  [
    "a masthead above a date",
    ["THE QUAY COURIER", "Friday 7 March 2023", "Port talks go on"],
    "Port talks go on",
    "The Quay Courier",
    "2023-03-07",
  ],
  [
    "a date between bars, with other parts",
    ["QUAY LETTER", "No. 21 | 7 March 2023 | For subscribers only", "PORT TALKS: BOTH SAY NO"],
    "PORT TALKS: BOTH SAY NO",
    "Quay Letter",
    "2023-03-07",
  ],
  [
    "a section above the headline",
    ["THE QUAY COURIER", "7 March 2023", "Ports & Shipping", "Port talks go on into a third week"],
    "Port talks go on into a third week",
    "The Quay Courier",
    "2023-03-07",
  ],
  [
    "a standfirst below the headline",
    ["7 March 2023", "Port talks go on", "Neither side has moved since the first day"],
    "Port talks go on",
    null,
    "2023-03-07",
  ],
  ["two short lines: the first is the headline", ["Talks Go On", "Port still idle"], "Talks Go On", null, null],
  [
    "a masthead with its edition in brackets",
    ["THE QUAY COURIER (English edition)", "Published: 07.03.2023", "Port talks go on"],
    "Port talks go on",
    "The Quay Courier",
    "2023-03-07",
  ],
  [
    "a column with its day",
    ["QUAY PRESS", "Harbour notebook, 7 March 2023", "Port talks go on"],
    "Port talks go on",
    "Quay Press",
    "2023-03-07",
  ],
  ["a headline that asks", ["Will the port open?"], "Will the port open?", null, null],
];

describe("the head of a report", () => {
  test.each(heads)("%s", async (_name, lines, title, outlet, published) => {
    const document = await take(`${lines.join("\n\n")}\n\n${prose}\n\n${prose} Nobody named a day.`);
    expect([document.title, document.outlet, document.published.value]).toEqual([title, outlet, published]);
  });

  test("a section's name is furniture with its reason, a headline is none", async () => {
    const document = await take(`7 March 2023\n\nPorts & Shipping\n\nPort talks go on into a third week\n\n${prose}`);
    expect(furnitureOf(document)).toEqual([
      ["header", "7 March 2023"],
      ["section", "Ports & Shipping"],
    ]);
  });

  test("a sentence that holds bars and a day is no date line", async () => {
    const line = "They met on 7 March 2023 | or so the minutes say | and parted soon after without a word to anybody.";
    expect((await take(`${line}\n\n${prose}`)).published.value).toBeNull();
  });
});

test("credits below a report are furniture, in brackets or bare", async () => {
  const document = await take(`Port talks go on\n\n${prose}\n\nAdditional reporting by Ana Petrova in Oslo`);
  expect(furnitureOf(document)).toEqual([["credit", "Additional reporting by Ana Petrova in Oslo"]]);
});
