// The pages that gather: positions, issues, meetings, outlets, comparisons and the rest, on the record made by hand. Each must
// tell what is in the record, and where nothing is, that nothing is.
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { layout } from "../../src/pages/layout.js";
import type { PageName } from "../../src/pages/links.js";
import { routes } from "../../src/pages/routes.js";
import { placeOfPage, sections } from "../../src/pages/sections.js";
import { contextFor, record } from "./fixture.js";

const context = contextFor(record);
const empty = contextFor({
  ...record,
  documents: [],
  actors: [],
  timexes: [],
  statements: [],
  utterances: [],
  events: [],
  series: [],
  proposals: [],
  issues: [],
  positions: [],
  discrepancies: [],
  state: [],
  problems: [],
});
type Page = ReturnType<typeof parseHTML>["document"];
const textOf = (element: { textContent: string | null } | null | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();

function page(name: PageName, id = "", query = "", of = context): Page {
  const content = routes.find((route) => route.name === name)?.render(of, id, new URLSearchParams(query));
  if (!content) throw new Error(`no page ${name} ${id}`);
  return parseHTML(layout(of, content)).document;
}
const main = (name: PageName, id = "", query = ""): string => textOf(page(name, id, query).querySelector("main"));

describe("each page tells what is in the record", () => {
  test.each<[PageName, string, string, readonly string[]]>([
    ["positions", "", "", ["a fixed share of the water", "Brennland", "demands", "moved", "ascribed by the report"]],
    [
      "issue",
      "fixed-share",
      "",
      ["Where everybody stands", "History 1 telling", "Brennland has demanded", "“a fixed share of the water”"],
    ],
    [
      "proposals",
      "",
      "",
      ["undated · by Brennland · to Aldovia", "Aldovia does not commit itself", "Put on the table"],
    ],
    ["meetings", "", "", ["Aldovia–Brennland talks", "Held 2", "Planned 1", "Cancelled or denied 1", "6 hours"]],
    ["meetings", "", "actor=piet-harrow", ["1 meeting", "Cancelled or denied 1"]],
    [
      "calendar",
      "",
      "",
      ["Ahead, as last reported", "March 2023 2 events", "held: Aldovia–Brennland talks, Port Sable"],
    ],
    ["calendar", "", "month=2022-10", ["October 2022 1 event", "Told without a day"]],
    ["network", "", "", ["1 pair", "Aldovia – Brennland"]],
    [
      "outlets",
      "",
      "",
      [
        "4 outlets",
        "told first",
        "tells otherwise: how long it lasted",
        "cites Fennwire",
        "again in Brennland <Daily>",
      ],
    ],
    [
      "compare",
      "e-00000000000b",
      "",
      ["Side by side 4 reports", "tells it first", "tells it as planned", "leaves out how long", "a reprint of"],
    ],
    ["variants", "", "", ["1 utterance told more than once", "2 wordings, 2 tellings"]],
    ["utterance", "u-000000000001", "", ["Mara Oduya: one utterance", "Wording 1", "Wording 2", "via Fennwire"]],
    ["discrepancies", "", "", ["Contradictions 1", "6 hours", "4 hours"]],
    ["state", "", "", ["1 dialogue", "talks without a result since 6 March 2023", "no result"]],
    ["problems", "", "", ["1 place", "two pairs could be meant", "Aldovia and Brennland or the ministries?"]],
    ["brief", "", "", ["Background", "Sources", "Fennwire"]],
    ["downloads", "", "", ["json", "the whole record"]],
    ["about", "", "", ["5 reports", "1 place that is not decided", "announced, and not reported as held"]],
  ])("%s %s %s", (name, id, query, words) => {
    const text = main(name, id, query);
    for (const one of words) expect(text).toContain(one);
  });
});

describe("where nothing is", () => {
  const single = routes.filter(({ ids }) => ids(empty.index)[0] === "");
  test.each(single.map(({ name }) => name))("%s says so, or stands without it", (name) => {
    const document = page(name, "", "", empty);
    expect(document.querySelectorAll("h1").length).toBe(1);
    const isList = !["about", "search", "downloads", "documents", "actors", "outlets", "chronicle"].includes(name);
    if (isList) expect(textOf(document.querySelector(".empty")), name).not.toBe("");
  });
  test("what fits nothing says so", () => {
    expect(main("meetings", "", "from=1900&to=1901")).toContain("No meeting fits what was asked for");
    expect(main("discrepancies", "", "kind=difference-in-detail")).toContain("No two reports");
  });
});

describe("what is new", () => {
  test("since a day: told for the first time, changed since, positions, sentences", () => {
    const text = main("new", "", "since=2023-03-01");
    expect(text).toContain("Since 1 March 2023: 3 reports");
    expect(text).toContain("told before as planned");
    expect(text).toContain("Reports contradict each other on how long it lasted");
    expect(text).toContain("told before");
  });
  test("without a day it is the last day of reports", () => {
    expect(main("new")).toContain("Since 7 March 2023: 1 report with 0 new sentences");
  });
});

describe("search", () => {
  test.each([
    ["river nobody", "Mara Oduya"],
    ["PORT SABLE", "Aldovia–Brennland talks, Port Sable"],
    ['"the river belongs"', "Mara Oduya"],
    ["fixed share", "a fixed share of the water"],
    ["הנהר", "ועדת"],
  ])("%s finds %s", (asked, found) => {
    const lines = [...page("search", "", `q=${encodeURIComponent(asked)}`).querySelectorAll("li.line .label a")].map(
      textOf,
    );
    expect(lines.join(" | ")).toContain(found);
  });
  test("what is asked for is shown, and cannot leave its place", () => {
    const document = page("search", "", `q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(document.querySelectorAll("script").length).toBe(1);
    expect(document.querySelector("#q")?.getAttribute("value")).toContain("<script>");
    expect(textOf(document.querySelector("main"))).toContain("Nothing holds all of these words");
  });
});

describe("compare and variants", () => {
  test("words that no other telling has are marked, white space is not", () => {
    for (const document of [page("compare", "e-00000000000b"), page("utterance", "u-000000000001")]) {
      const marks = [...document.querySelectorAll("mark.differs")].map((mark) => mark.textContent ?? "");
      expect(marks.length).toBeGreaterThan(0);
      for (const words of marks) expect(words).toBe(words.trimStart());
    }
  });
  test("another wording can be the one compared with, and the address says so", () => {
    const link = page("utterance", "u-000000000001").querySelector("section.wording a.about");
    expect(link?.getAttribute("href")).toBe("/utterances/u-000000000001?with=2");
    expect(textOf(page("utterance", "u-000000000001", "with=2").querySelector("section.wording h2"))).toContain(
      "Wording 2",
    );
  });
  test("what is told once has no page", () => {
    expect(() => page("utterance", "u-000000000002")).toThrow("no page");
  });
});

describe("navigation", () => {
  test("every page stands in one part, every key leads to one page", () => {
    for (const { name } of routes) expect(placeOfPage(name), name).not.toBeNull();
    const keys = sections.flatMap(({ pages }) => pages.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
  test("the page that is open is marked, its part too", () => {
    const document = page("issue", "fixed-share");
    const here = [...document.querySelectorAll("header [aria-current]")].map((link) => [
      textOf(link),
      link.getAttribute("aria-current"),
    ]);
    expect(here).toEqual([
      ["Positions", "true"],
      ["Issues and parties", "true"],
    ]);
  });
});

test("pictures name their marks and lead somewhere", () => {
  for (const [name, id] of [
    ["positions", ""],
    ["issue", "fixed-share"],
    ["state", ""],
    ["outlets", ""],
    ["actor", "brennland"],
  ] as const) {
    const svg = page(name, id).querySelector(".picture .wide svg");
    expect(svg?.getAttribute("aria-label"), name).toBeTruthy();
    const marks = [...(svg?.querySelectorAll("a") ?? [])];
    expect(marks.length, name).toBeGreaterThan(0);
    for (const mark of marks) {
      expect(textOf(mark.querySelector("title")), name).not.toBe("");
      expect(mark.getAttribute("href"), name).toMatch(/^[/#]/);
    }
  }
});
