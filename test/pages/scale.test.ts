// A dossier of a thousand reports: no page is heavier than 150 kB, whatever is in the record, and no line is out of reach: what a page
// has no room for stands on further pages.
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { layout } from "../../src/pages/layout.js";
import type { PageName } from "../../src/pages/links.js";
import { routes } from "../../src/pages/routes.js";
import { bigRecord, hex } from "./big.js";
import { contextFor } from "./fixture.js";

const heaviest = 150_000;

describe("the picture of a thousand events", () => {
  const context = contextFor(bigRecord());
  const render = (query: string) => {
    const page = routes.find(({ name }) => name === "chronicle")?.render(context, "", new URLSearchParams(query));
    if (!page) throw new Error("no page");
    return parseHTML(layout(context, page)).document;
  };
  test.each(["", "lanes=party"])(
    "counts what it cannot show one by one, and each number leads to as many lines (%s)",
    (query) => {
      const marks = [...render(query).querySelectorAll(".picture .wide a")];
      expect(marks.length).toBeGreaterThan(10);
      expect(marks.length).toBeLessThanOrEqual(110);
      for (const mark of marks.slice(0, 6)) {
        const count = Number(
          /: ([\d,]+) events?$/.exec(mark.querySelector("title")?.textContent ?? "")?.[1]?.replace(",", ""),
        );
        const asked = new URL(mark.getAttribute("href") ?? "", "http://localhost").search;
        expect(render(asked).querySelector(".sum")?.textContent).toContain(`${count.toLocaleString("en-GB")} event`);
      }
    },
  );
});

describe("pages of a thousand reports", () => {
  const context = contextFor(bigRecord());
  test.each([
    ["chronicle", "", ""],
    ["chronicle", "", "lanes=party"],
    ["chronicle", "", "page=2"],
    ["chronicle", "", "actor=delegate-0"],
    ["statements", "", ""],
    ["statements", "", "page=9"],
    ["statements", "", "actor=delegate-0"],
    ["actors", "", ""],
    ["documents", "", ""],
    ["documents", "", "page=10"],
    ["event", `e-${hex(0)}`, ""],
    ["event", `e-${hex(0)}`, "page=3"],
    ["event", `e-${hex(1)}`, ""],
    ["actor", "delegate-0", ""],
    ["actor", "delegate-1", ""],
    ["document", `d-${hex(0)}`, ""],
    ["compare", `e-${hex(0)}`, ""],
    ["compare", `e-${hex(1)}`, ""],
    ["brief", "", "words=400&since=2022-01-20"],
    ["new", "", ""],
    ["new", "", "since=2022-01-20"],
    ["new", "", "since=2022-01-20&page=3"],
    ["state", "", ""],
    ["discrepancies", "", ""],
    ["statements", "", "actor=delegate-1"],
    ["variants", "", ""],
    ["utterance", `u-${hex(0)}`, ""],
    ["positions", "", ""],
    ["positions", "", "page=2"],
    ["issue", "issue-0", ""],
    ["open", "", ""],
    ["proposals", "", ""],
    ["meetings", "", ""],
    ["meetings", "", "view=series"],
    ["state", "", "between=delegate-0--delegate-1"],
    ["calendar", "", ""],
    ["network", "", ""],
    ["outlets", "", ""],
    ["outlets", "", "page=2"],
    ["problems", "", ""],
    ["search", "", "q=river"],
    ["downloads", "", ""],
    ["about", "", ""],
  ] as const)("%s %s %s", (name, id, query) => {
    const page = routes.find((route) => route.name === name)?.render(context, id, new URLSearchParams(query));
    if (!page) throw new Error("no page");
    const bytes = new TextEncoder().encode(layout(context, page)).length;
    expect(bytes).toBeGreaterThan(2000);
    expect(bytes).toBeLessThan(heaviest);
  });
});

describe("what a page has no room for", () => {
  const context = contextFor(bigRecord());
  const open = (name: PageName, id: string, query: string) => {
    const page = routes.find((route) => route.name === name)?.render(context, id, new URLSearchParams(query));
    if (!page) throw new Error("no page");
    const text = layout(context, page);
    expect(new TextEncoder().encode(text).length, `${name} ${id} ${query}`).toBeLessThan(heaviest);
    return parseHTML(text).document;
  };
  const queryOf = (link: { getAttribute(name: string): string | null } | null): string =>
    new URL(link?.getAttribute("href") ?? "", "http://localhost").search.slice(1);
  const kinds =
    "ol.lines > li, ol.plain > li, ul.plain > li, ul.inline > li, section > ul > li, ol.rounds > li, ol.source-list > li, tbody tr, article";
  /** Lines of a list on all its pages, from the page that `query` asks for. */
  const countAll = (name: PageName, id: string, query: string): number => {
    let [count, next]: [number, string | null] = [0, query];
    for (let page = 0; next !== null && page < 60; page++) {
      const document = open(name, id, next);
      const root = document.querySelector("main section");
      const top = [...(root?.querySelectorAll(kinds) ?? [])].filter(
        (line) => line.parentElement?.closest(kinds) === null,
      );
      count += top.length;
      const link = document.querySelector("a[rel=next]");
      next = link === null ? null : queryOf(link);
    }
    return count;
  };
  test.each([
    ["actor", "delegate-1", "positions"],
    ["actor", "delegate-0", "reports"],
    ["new", "", "first"],
    ["new", "", "held"],
    ["new", "", "differ"],
    ["new", "", "reports"],
    ["issue", "issue-0", "terms"],
  ] as const)("%s %s: all of %s stand on pages of that list alone", (name, id, list) => {
    const since = name === "new" ? "since=2022-01-20" : "";
    const whole = open(name, id, since);
    const link = [...whole.querySelectorAll("a")].find(
      (one) => one.textContent?.startsWith("All ") && queryOf(one).includes(`list=${list}`),
    );
    const total = Number(/All ([\d,]+)/.exec(link?.textContent ?? "")?.[1]?.replace(",", ""));
    expect(total).toBeGreaterThan(10);
    expect(countAll(name, id, queryOf(link ?? null))).toBe(total);
  });
  const everywhere: readonly (readonly [PageName, string, string])[] = [
    ...routes.flatMap(({ name, ids }) =>
      ids(context.index)
        .slice(0, 1)
        .map((id) => [name, id, ""] as const),
    ),
    ["new", "", "since=2022-01-20"],
    ["meetings", "", "view=series"],
    ["network", "", "by=party"],
    ["compareReports", "", `docs=d-${hex(0)},d-${hex(1)},d-${hex(2)}`],
    ["why", `e-${hex(0)}`, ""],
    ["why", `e-${hex(0)}`, "page=2"],
  ];
  test.each(everywhere)('%s %s %s: every "and more" is a link', (name, id, query) => {
    const lone = [...open(name, id, query).querySelectorAll("main *")].filter(
      (one) =>
        one.children.length === 0 &&
        /^(?:and )?[\d,]+ more/.test((one.textContent ?? "").trim()) &&
        one.closest("a") === null,
    );
    expect(lone.map((one) => one.outerHTML)).toEqual([]);
  });
});
