// Reports side by side: told by all, left out, told otherwise, the same words; whatever is asked for.
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { DocumentId } from "../../src/model/ids.js";
import { layout } from "../../src/pages/layout.js";
import type { PageName } from "../../src/pages/links.js";
import { routes } from "../../src/pages/routes.js";
import { compareDocuments } from "../../src/query/compare.js";
import { nearDocuments } from "../../src/query/near.js";
import { contextFor, idOf, record } from "./fixture.js";

const context = contextFor(record);
function page(name: PageName, id: string, query: string, of = context) {
  const content = routes.find((route) => route.name === name)?.render(of, id, new URLSearchParams(query));
  if (!content) throw new Error(`no page ${name}`);
  return parseHTML(layout(of, content)).document;
}
const textOf = (element: { textContent: string | null } | null | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();
const { look } = context.index;
const ids = (...names: readonly Parameters<typeof idOf>[0][]): DocumentId[] => names.map((name) => idOf(name));

describe("what some reports tell", () => {
  const { documents, events, words } = compareDocuments(look, ids("courier", "held"));
  test("the reports stand in the order of publication; unknown ones are passed over", () => {
    expect(documents.map(({ id }) => id)).toEqual(ids("held", "courier"));
    expect(compareDocuments(look, ["d-000000000000" as DocumentId]).documents).toEqual([]);
  });
  test("an event on which they differ is told otherwise, with the value of each", () => {
    const talks = events.find(({ event }) => event.label.includes("Port Sable"));
    expect(talks?.verdict).toBe("otherwise");
    expect(talks?.differing.map(({ attribute, values }) => [attribute, values.map(({ value }) => value)])).toEqual([
      ["duration", ["PT6H", "PT4H"]],
    ]);
  });
  test("reports that tell it alike do not differ", () => {
    const alike = compareDocuments(look, ids("held", "reprint")).events;
    expect(alike.map(({ verdict }) => verdict)).not.toContain("otherwise");
    expect(alike.map(({ verdict }) => verdict)).toContain("together");
  });
  test("what one of them leaves out is told by the other only", () => {
    const left = events.filter(({ verdict }) => verdict === "left-out");
    expect(left.length).toBeGreaterThan(0);
    for (const { tellings } of left) expect(tellings.size).toBe(1);
  });
  test("the same utterance is one line with the statements of each", () => {
    const both = words.filter(({ statements }) => statements.size === 2);
    expect(both.length).toBe(1);
    expect([...(both[0]?.statements.keys() ?? [])].sort()).toEqual(ids("held", "courier").sort());
  });
  test("every statement of theirs stands in exactly one line", () => {
    const shown = words.flatMap(({ statements }) => [...statements.values()].flat().map(({ id }) => id));
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.length).toBe(
      record.statements.filter(({ content, cueSpan }) =>
        ids("held", "courier").includes((content[0] ?? cueSpan)?.doc ?? ("" as never)),
      ).length,
    );
  });
});

test("near reports are those that tell the same, the nearest first, each pair once", () => {
  const near = nearDocuments(look);
  expect(near.length).toBeGreaterThan(1);
  expect(new Set(near.map(({ a, b }) => [a, b].sort().join())).size).toBe(near.length);
  const weights = near.map(({ events, utterances }) => events + utterances);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  expect(near.some(({ a, b }) => a === b)).toBe(false);
});

describe("the page", () => {
  const [held, courier, preview] = ids("held", "courier", "preview");
  test("tells what differs, what is left out and the words, marked", () => {
    const shown = page("compareReports", "", `docs=${held},${courier}`);
    const main = textOf(shown.querySelector("main"));
    for (const words of [
      "2 reports side by side",
      "Told otherwise 1",
      "how long it lasted: 6 hours",
      "how long it lasted: 4 hours",
      "The same words 1",
      "left out",
    ])
      expect(main).toContain(words);
    expect(shown.querySelectorAll("mark.differs").length).toBeGreaterThan(0);
  });
  test("ticked boxes and those chosen before are one address", () => {
    const shown = page("compareReports", "", `doc=${courier}&doc=${held}&docs=${preview}`);
    expect(textOf(shown.querySelector("h1"))).toBe("3 reports side by side");
    const leave = [...shown.querySelectorAll(".telling a")].filter((link) => link.textContent === "leave out");
    expect(leave.length).toBe(3);
  });
  test("one part alone, and all again", () => {
    const shown = page("compareReports", "", `docs=${held},${courier}&show=words`);
    expect([...shown.querySelectorAll("main section:not([aria-labelledby=chosen])")].length).toBe(1);
    expect(textOf(shown.querySelector(".jumps"))).toContain("Everything");
  });
  test.each(["", `docs=${held}`, "docs=d-000000000000,d-111111111111", `docs=${hostileText()}`])(
    "with fewer than two known reports (%s) it offers pairs",
    (query) => {
      const shown = page("compareReports", "", query);
      expect(shown.querySelectorAll("tbody tr").length).toBeGreaterThan(0);
      expect(shown.querySelector("script:not([src])")).toBeNull();
    },
  );
  test("says which of those asked for are not in this view", () => {
    const shown = page("compareReports", "", `docs=${held},${courier},d-000000000000`);
    expect(textOf(shown.querySelector("main"))).toContain("1 report of those asked for is not in this view.");
  });
  test("reports are ticked in their list, where a report's own page leads", () => {
    const list = page("documents", "", `with=${held}`);
    expect(list.querySelectorAll("input[type=checkbox]").length).toBe(record.documents.length - 1);
    expect(list.querySelector(".ticked input[name=docs]")?.getAttribute("value")).toBe(held);
    const links = [...page("document", held ?? "", "").querySelectorAll(".about-list a")].map(
      (link) => link.getAttribute("href") ?? "",
    );
    expect(links.some((link) => link.startsWith("/compare?docs="))).toBe(true);
    expect(links).toContain(`/documents?with=${held}`);
  });
  test("in a site of files there is nothing to tick, and pairs lead to pages", () => {
    const files = { ...context, live: false };
    expect(page("documents", "", "", files).querySelector("form.ticked")).toBeNull();
    expect(page("compareReports", "", "", files).querySelectorAll("tbody a").length).toBeGreaterThan(0);
  });
});

function hostileText(): string {
  return encodeURIComponent("</title><script>alert(1)</script>");
}
