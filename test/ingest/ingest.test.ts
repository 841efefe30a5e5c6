import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UnreadableError } from "../../src/ingest/unreadable.js";
import { furnitureOf, take } from "./kit.js";

const prose =
  "The dockers and the company met again on Monday, and both said afterwards that a third round would be needed.";

describe("what cannot be read is named in one line", () => {
  test.each([
    ["it is empty", "", {}],
    ["it has no words", "12:30 -- 14\n\n***", {}],
    ["it has 120 bytes, more than the 100 that are read", "a".repeat(120), { largest: 100 }],
  ])("%s", async (reason, content, own) => {
    await expect(take(content, "folder/report.txt", own)).rejects.toThrow(UnreadableError);
    await expect(take(content, "folder/report.txt", own)).rejects.toThrow(`folder/report.txt: ${reason}`);
  });
});

describe("furniture is marked with a reason, never cut", () => {
  const report = `All news\n\nPort talks go into a third round\n\n${prose}\n\n${prose} Nobody named a day.\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *`;
  test("a plain page", async () => {
    const document = await take(report);
    expect(document.text).toBe(report);
    expect(document.title).toBe("Port talks go into a third round");
    expect(furnitureOf(document).map(([, words]) => words)).toEqual([
      "All news",
      "Leave a Reply",
      "Your email address will not be published. Required fields are marked *",
    ]);
    expect(furnitureOf(document).every(([reason]) => reason !== "")).toBe(true);
  });

  test("an HTML page: all visible text, one line a block; nothing from head, script, style", async () => {
    const page = `<!doctype html><html lang="en"><head><title>Port talks | Port Herald</title><style>p{color:red}</style><script>var hidden = "Monday";</script></head>
      <body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
      <article><h1>Port talks</h1><p>${prose}</p><p>A second&nbsp;paragraph &amp; its <b>bold</b>
      words, which say that the mediator will <i>call</i> again on Tuesday and that nobody expects more.</p></article>
      <footer><p>© 2023 Port Herald. All rights reserved.</p></footer></body></html>`;
    const document = await take(page, "page.html");
    expect(document.text).not.toMatch(/hidden|color/);
    expect(document.text).toContain("& its bold words, which say that the mediator will call again");
    expect(document.text.split("\n")).toContain(prose);
    expect(document.outlet).toBe("Port Herald");
    const reasons = new Map(furnitureOf(document).map(([reason, words]) => [words, reason]));
    expect(reasons.has("© 2023 Port Herald. All rights reserved.")).toBe(true);
    expect([...reasons.keys()].some((words) => words.includes("Home"))).toBe(true);
    expect([...reasons.keys()].some((words) => words.includes("dockers"))).toBe(false);
  });

  test("a page nested too deep for the extractor is still read", async () => {
    const page = `<html><body>${"<div>".repeat(20_000)}<p>${prose}</p>${"</div>".repeat(20_000)}</body></html>`;
    expect((await take(page, "page.html")).text).toContain(prose);
  });

  test("a fragment without a body is a page too", async () => {
    expect((await take(`<p>${prose}</p><p>${prose}</p>`, "page.html")).text).toBe(`${prose}\n${prose}`);
  });
});

describe("datelines stay in the text and are told", () => {
  test.each([
    ["BERN, March 7. /QUAYWIRE/. The talks ended.", "BERN"],
    ["BERN (Reuters) - The talks ended.", "BERN"],
    ["NEW YORK, Jan 10 (AP) — The talks ended.", "NEW YORK"],
  ])("%s", async (line, place) => {
    expect((await take(`${line} ${prose}`)).dateline?.place).toBe(place);
  });
  test.each(["NATO said on Monday that it would answer. And so on.", "BERN is quiet, March or not. And so on."])(
    "none: %s",
    async (line) => {
      expect((await take(`${line} ${prose}`)).dateline).toBeNull();
    },
  );
});

test("a translation is recorded where the page says so", async () => {
  expect((await take(`Port talks\n\n${prose}\n\nTranslated from German by M. Adler`)).translatedFrom).toBe("de");
  expect((await take(`Port talks\n\n${prose}\n\nThe letter was translated last year.`)).translatedFrom).toBeNull();
});

test("ids: of address and bytes", async () => {
  const [one, again, elsewhere, other] = await Promise.all([
    take(prose, "a.txt"),
    take(prose, "a.txt"),
    take(prose, "b.txt"),
    take(`${prose} `, "a.txt"),
  ]);
  expect(one.id).toBe(again.id);
  expect(new Set([one.id, elsewhere.id, other.id]).size).toBe(3);
});

test("any text: every mark lies in the text, no two overlap, and nothing is lost", async () => {
  const line = fc.oneof(
    fc.constantFrom(
      "All news",
      prose,
      "Leave a Reply",
      "date 2023-03-07",
      "By A. Writer",
      "BERN, March 7. /QUAYWIRE/.",
      "Tags",
      "",
    ),
    fc.string({ unit: "grapheme", maxLength: 60 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const content = `${lines.join("\n")}\nwords`;
      const { text, furniture, titleRange, dateline } = await take(content);
      expect(text).toBe(
        content.replace(/\r\n/g, "\n").replaceAll("\u0000", "").replaceAll("\ufeff", "").toWellFormed(),
      );
      const marks = [...furniture, ...[titleRange, dateline].filter((range) => range !== null)];
      for (const { start, end } of marks) expect(start >= 0 && start < end && end <= text.length).toBe(true);
      furniture.forEach((mark, index) => {
        const next = furniture[index + 1];
        if (next) expect(mark.end).toBeLessThanOrEqual(next.start);
      });
    }),
    { numRuns: 200 },
  );
});
