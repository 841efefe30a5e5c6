// Undated reports take their year from the dated reports of their dossier, whatever the order; the dated ones stay as they are.
import { describe, expect, it } from "vitest";
import { datedByOthers } from "../../src/dossier/dating.js";
import type { Reader } from "../../src/dossier/kit.js";
import { english } from "../../src/lang/en/read.js";
import { timeWords } from "../../src/lang/en/time.js";
import { readText } from "../../src/parley.js";
import { read } from "../../src/read/read.js";
import { inferPublished } from "../../src/time/published.js";

const words = timeWords();
const language = english();
const reader = {
  read: (document) => read(document, language),
  publishedAmong: ({ text, furniture, dateline }, days) =>
    inferPublished(text, furniture, words, { others: days, dateline }),
} as Pick<Reader, "read" | "publishedAmong"> as Reader;
const kit = { reader: async () => reader };

const undated =
  "Three rounds were held from May 10 to 12. On May 10 the union met the mayor. On May 12 the talks ended without a result.\n";
const dated =
  "Published: 2019-06-03\n\nOn May 10 and May 12 the union met the mayor. Nothing was agreed, the mayor said.\n";
const far = "Published: 2020-06-03\n\nThe mayor said on Monday that the port was quiet again.\n";

describe("datedByOthers", () => {
  it("lends the year of the reports that date the same days, and reads the report again with it", async () => {
    const inputs = [
      await readText(undated, { uri: "a.txt" }),
      await readText(dated, { uri: "b.txt" }),
      await readText(far, { uri: "c.txt" }),
    ];
    expect(inputs[0]?.document.published.value).toBeNull();
    for (const order of [inputs, inputs.toReversed()]) {
      const found = (await datedByOthers(order, kit)).find(({ document }) => document.uri === "a.txt");
      expect(found?.document.published.value).toBe("2019-05-12~");
      expect(found?.reading.timexes.map(({ value }) => value)).toEqual([
        "2019-05-10",
        "2019-05-12",
        "2019-05-10",
        "2019-05-12",
      ]);
    }
  });

  it("leaves everything as it is where nobody dates the same days, or nothing is undated", async () => {
    const alone = [await readText(undated, { uri: "a.txt" }), await readText(far, { uri: "c.txt" })];
    expect((await datedByOthers(alone, kit)).map(({ document }) => document.published.value)).toEqual([
      null,
      "2020-06-03",
    ]);
    const all = [await readText(far, { uri: "c.txt" })];
    expect(await datedByOthers(all, kit)).toBe(all);
  });

  it("sets an inferred year right where the others date the same days in another one", async () => {
    const wire =
      "BERN, May 13. /QUAYWIRE/. The union met the mayor on May 10 and on May 12, it said on Monday. It had last walked out in 2018.\n";
    const other =
      "Published: 2024-05-20\n\nOn May 10 and May 12 the union met the mayor. Nothing was agreed, the mayor said.\n";
    const inputs = [await readText(wire, { uri: "a.txt" }), await readText(other, { uri: "b.txt" })];
    expect(inputs[0]?.document.published).toMatchObject({ value: "2019-05-13", basis: "inferred" });
    const [found] = await datedByOthers(inputs, kit);
    expect(found?.document.published.value).toBe("2024-05-13");
    const alone = await datedByOthers(inputs.slice(0, 1), kit);
    expect(alone[0]?.document.published.value).toBe("2019-05-13");
  });
});
