import { describe, expect, test } from "vitest";
import { take } from "./kit.js";

const body = "The second day of talks ended without a result, the two delegations said in the evening.";

/** What the head of a report says of its day: value, basis and the words that say so. */
const heads: readonly (readonly [
  name: string,
  report: string,
  value: string | null,
  basis: string,
  evidence: readonly string[],
])[] = [
  [
    "a labelled date line",
    `Port talks stall again\nPublished: 7 March 2023\n\n${body}`,
    "2023-03-07",
    "stated",
    ["7 March 2023"],
  ],
  ["a date before the first words, on one line", `date 2023-03-07 ${body}`, "2023-03-07", "stated", ["2023-03-07"]],
  [
    "a bare date line with its weekday",
    `Port talks stall again\nTuesday, March 7, 2023\n\n${body}`,
    "2023-03-07",
    "stated",
    ["March 7, 2023"],
  ],
  [
    "published, not updated",
    `Port talks stall again\nUpdated: 9 March 2023\nPublished: 7 March 2023\n\n${body}`,
    "2023-03-07",
    "stated",
    ["7 March 2023"],
  ],
  [
    "a dateline that has its year",
    `BERN, March 7, 2023. /QUAYWIRE/. ${body}`,
    "2023-03-07",
    "stated",
    ["March 7, 2023"],
  ],
  [
    "a dateline and a weekday that agrees with one of the years",
    `BERN, March 7. /QUAYWIRE/. The delegations said on Tuesday that the talks of 2022 had failed.`,
    "2023-03-07",
    "inferred",
    ["March 7", "Tuesday"],
  ],
  [
    "a dateline and a year that may lie far back",
    `BERN, March 7. /QUAYWIRE/. The delegations said on Tuesday that the talks, the first since October 2022, had failed.`,
    null,
    "unknown",
    [],
  ],
  ["nothing", body, null, "unknown", []],
  ["a date that only the story tells", `${body} They had met before, on March 7, 2023, in Bern.`, null, "unknown", []],
  ["a day that could be two days", `Port talks stall again\n03/07/2023\n\n${body}`, null, "unknown", []],
];

describe("the day of publication", () => {
  test.each(heads)("%s", async (_name, report, value, basis, evidence) => {
    const { published, text } = await take(report);
    expect([published.value, published.basis]).toEqual([value, basis]);
    expect(published.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(evidence);
  });

  test("of a page: metadata before what is printed, and the comment's date not mistaken for it", async () => {
    const page = `<html><head><title>Port talks stall</title><meta property="article:published_time" content="2023-03-07T09:00:00+01:00"></head>
      <body><article><h1>Port talks stall</h1><p>${body}</p><p>${body} Nobody spoke of a third day.</p></article>
      <div class="comments"><p>Jan, 11 March 2023</p></div></body></html>`;
    const { published } = await take(page, "page.html");
    expect(published).toMatchObject({ value: "2023-03-07", basis: "stated" });
  });

  test("of a page: JSON-LD", async () => {
    const page = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Port talks stall","datePublished":"2023-03-07","publisher":{"name":"Port Herald"}}</script></head>
      <body><h1>Port talks stall</h1><p>${body}</p></body></html>`;
    expect(await take(page, "page.html")).toMatchObject({
      title: "Port talks stall",
      outlet: "Port Herald",
      published: { value: "2023-03-07", basis: "stated" },
    });
  });

  test("what is inferred from inside is asked for only where nothing states it", async () => {
    const inferPublished = () => ({ value: "2023-03-08" as never, basis: "inferred" as const, evidence: [] });
    expect((await take(body, "report.txt", { inferPublished })).published.value).toBe("2023-03-08");
    expect((await take(`date 2023-03-07 ${body}`, "report.txt", { inferPublished })).published.value).toBe(
      "2023-03-07",
    );
  });
});
