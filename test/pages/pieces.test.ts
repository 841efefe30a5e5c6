// The small mechanics of pages: escaping, addresses, nesting of marks, differences of wordings, rows of the picture, paging.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edtf } from "../../src/model/edtf.js";
import { differences } from "../../src/pages/differences.js";
import { isBetween } from "../../src/pages/filters.js";
import { html, joined, outsideUrl } from "../../src/pages/html.js";
import { rowsOf, windowOf } from "../../src/pages/lanes.js";
import { servedLinks } from "../../src/pages/links.js";
import { type Nested, nest, type Piece } from "../../src/pages/nesting.js";
import { paged } from "../../src/pages/paging.js";
import { record } from "./fixture.js";

describe("html", () => {
  test("text is escaped, templates are not, nothing leaves nothing", () => {
    const inner = html`<b>${"<&\"'>"}</b>`;
    expect(html`<p title="${'"'}">${inner}${null}${false}${[1, "<"]}</p>`.toString()).toBe(
      '<p title="&quot;"><b>&lt;&amp;&quot;&#39;&gt;</b>1&lt;</p>',
    );
    expect(html`${joined(["a", null, "", "b"])}`.toString()).toBe("a · b");
  });
  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "//evil.example",
    "https:",
    "report.txt",
  ])("%s is no address to follow", (address) => {
    expect(outsideUrl(address)).toBeNull();
  });
  test("a page of the web is one, and cannot leave its attribute", () => {
    expect(outsideUrl('https://a.example/"onclick=x')).toBe("https://a.example/%22onclick=x");
  });
});

const assets = { stylesheet: "/s.css", script: "/s.js" };
test("links keep the day, and say so only once", () => {
  const links = servedLinks("2022-01-09", assets);
  expect(links.page("event", "e-1")).toBe("/events/e-1?as_of=2022-01-09");
  expect(links.page("chronicle", "", { from: "2022", to: null, as_of: "2022-01-10" }, "list")).toBe(
    "/?from=2022&as_of=2022-01-10#list",
  );
  expect(links.page("chronicle", "", { as_of: null })).toBe("/");
  expect(servedLinks(null, assets).page("actor", "a/b?c")).toBe("/actors/a%2Fb%3Fc");
});

describe("nesting", () => {
  const written = (text: string, pieces: readonly Piece<{ start: number; end: number; name: string }>[]): string =>
    pieces
      .map((piece) =>
        "mark" in piece
          ? `${piece.isFirst ? "(" : "["}${piece.mark.name}:${written(text, piece.pieces)})`
          : text.slice(piece.start, piece.end),
      )
      .join("");
  const mark = (name: string, start: number, end: number) => ({ name, start, end });
  test.each([
    ["inside", [mark("a", 0, 6), mark("b", 2, 4)], "(a:01(b:23)45)6789"],
    ["apart", [mark("a", 0, 2), mark("b", 2, 4)], "(a:01)(b:23)456789"],
    ["crossing", [mark("a", 0, 5), mark("b", 3, 8)], "(a:012(b:34))[b:567)89"],
    ["same", [mark("a", 1, 3), mark("b", 1, 3)], "0(a:(b:12))3456789"],
    ["three crossing", [mark("a", 0, 4), mark("b", 2, 6), mark("c", 3, 9)], "(a:01(b:2(c:3)))[b:[c:45))[c:678)9"],
    ["beyond the range", [mark("a", -5, 2), mark("b", 8, 20)], "[a:01)234567(b:89)"],
  ])("%s", (_, marks, expected) => {
    expect(written("0123456789", nest({ start: 0, end: 10 }, marks))).toBe(expected);
  });
  test("whatever the marks, the text stays and each mark covers its words", () => {
    const marks = fc.array(
      fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({ start, end: start + length })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(marks, (given) => {
        const covered = new Map<object, string>();
        const walk = (pieces: readonly Piece<(typeof given)[number]>[], open: readonly object[]): string =>
          pieces
            .map((piece) => {
              if ("mark" in piece) return walk((piece as Nested<(typeof given)[number]>).pieces, [...open, piece.mark]);
              const words = text.slice(piece.start, piece.end);
              for (const one of open) covered.set(one, (covered.get(one) ?? "") + words);
              return words;
            })
            .join("");
        const text = "abcdefghijklmnopqrstuvwxyz0123456789";
        expect(walk(nest({ start: 0, end: text.length }, given), [])).toBe(text);
        for (const one of given) expect(covered.get(one) ?? "").toBe(text.slice(one.start, one.end));
      }),
    );
  });
});

describe("differences", () => {
  test.each([
    ["nobody owns the river", "the river belongs to nobody", "[nobody owns] the river"],
    ["the river is ours", "the river is ours", "the river is ours"],
    ["The River, is ours!", "the river is ours", "The River, is ours!"],
    ["red blue green", "red green", "red[ blue] green"],
    ["", "x", ""],
  ])("%s against %s", (text, other, expected) => {
    expect(
      differences(text, [other])
        .map((piece) => (piece.isShared ? piece.text : `[${piece.text}]`))
        .join(""),
    ).toBe(expected);
  });
  test("the pieces are the text", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (text, other) =>
          differences(text, [other])
            .map((piece) => piece.text)
            .join("") === text,
      ),
    );
  });
});

describe("the picture", () => {
  test("stretches in one row do not touch", () => {
    const stretches = fc.array(
      fc.tuple(fc.nat(100), fc.nat(20)).map(([first, length]) => ({ first, last: first + length })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(stretches, (given) => {
        const rows = rowsOf(given, 3, 99);
        for (const [i, a] of given.entries())
          for (const [j, b] of given.entries())
            if (i < j && rows[i] === rows[j]) expect(a.last + 3 <= b.first || b.last + 3 <= a.first).toBe(true);
      }),
    );
  });
  test("shows the time around the reports, and what was asked for", () => {
    const day = (text: string) => Date.parse(text) / 864e5;
    const reported = { first: day("2023-03-01"), last: day("2023-03-08") };
    const near = windowOf(record.events, reported, { from: null, to: null });
    expect([near?.first, near?.last, near?.earlier, near?.later]).toEqual([day("2023-03-04"), day("2023-05-02"), 1, 0]);
    expect(windowOf(record.events, reported, { from: edtf("2022"), to: null })?.first).toBe(day("2022-01-01"));
    expect(windowOf([], reported, { from: null, to: null })).toBeNull();
  });
});

test.each([
  ["2022-01-10", "2022-01", "2022-01", true],
  ["2022-01", "2022-01-31", null, true],
  ["2022-01-10", "2022-01-11", null, false],
  [null, null, null, true],
  [null, "2022", null, false],
  ["2016/..", "2022", null, true],
] as const)("%s lies between %s and %s: %s", (date, from, to, expected) => {
  const given = (text: string | null) => (text === null ? null : edtf(text));
  expect(isBetween(given(date), given(from), given(to))).toBe(expected);
});

test.each([
  [null, 1, [0, 1, 2]],
  ["2", 2, [3, 4, 5]],
  ["9", 3, [6]],
  ["x", 1, [0, 1, 2]],
  ["-1", 1, [0, 1, 2]],
])("page %s is page %d", (asked, page, lines) => {
  expect(paged([0, 1, 2, 3, 4, 5, 6], asked, 3)).toMatchObject({ page, lines, pages: 3, total: 7 });
});
