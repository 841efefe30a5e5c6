// The pages on a record made by hand: what each must show, what it must never let through, and where every link leads.
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { layout } from "../../src/pages/layout.js";
import type { PageName } from "../../src/pages/links.js";
import { routes } from "../../src/pages/routes.js";
import { spansOf } from "../../src/pages/spans.js";
import { contextFor, hostile, idOf, record } from "./fixture.js";

const context = contextFor(record);
type Page = ReturnType<typeof parseHTML>["document"];

function page(name: PageName, id = "", query = ""): Page {
  const content = routes.find((route) => route.name === name)?.render(context, id, new URLSearchParams(query));
  if (!content) throw new Error(`no page ${name} ${id}`);
  return parseHTML(layout(context, content)).document;
}
const textOf = (element: { textContent: string | null } | null | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();

const all = routes.flatMap(({ name, ids }) => ids(context.index).map((id) => ({ name, id, label: `${name} ${id}` })));

describe("every page", () => {
  test("there are pages for everything in the record", () => {
    const once = routes.filter(({ ids }) => ids(context.index).includes("")).length;
    const compared = record.events.filter(({ sources }) => sources.reports > 1).length;
    const told = record.utterances.filter(({ statements }) => statements.length > 1).length;
    const { events, actors, documents, issues } = record;
    expect(once).toBeGreaterThanOrEqual(21);
    expect(all.length).toBe(once + events.length + compared + told + actors.length + documents.length + issues.length);
  });
  test.each(all)("$label lets no words of a report become markup", ({ name, id }) => {
    const document = page(name, id);
    expect(document.querySelectorAll("script:not([src='/parley.js']), img, style, [onerror], [style], b").length).toBe(
      0,
    );
    expect(document.querySelectorAll("script").length).toBe(1);
    for (const link of document.querySelectorAll("a[href]"))
      expect(link.getAttribute("href")).toMatch(/^(?:\/|#|https:\/\/fennwire\.example\/)/);
  });
  test.each(all)(
    "$label has one heading, one main, a skip link, a language, captions, and no id twice",
    ({ name, id }) => {
      const document = page(name, id);
      expect(document.documentElement.getAttribute("lang")).toBe("en");
      expect(document.querySelectorAll("h1").length).toBe(1);
      expect(document.querySelectorAll("main").length).toBe(1);
      expect(document.querySelector("a.skip")?.getAttribute("href")).toBe("#main");
      expect(document.querySelectorAll("a a").length).toBe(0);
      for (const table of document.querySelectorAll("table")) expect(table.querySelector("caption")).not.toBeNull();
      const ids = [...document.querySelectorAll("[id]")].map((element) => element.getAttribute("id"));
      expect(new Set(ids).size).toBe(ids.length);
      const levels = [...document.querySelectorAll("h1, h2, h3")].map((heading) => Number(heading.tagName.slice(1)));
      expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    },
  );
});

describe("chronicle", () => {
  const document = page("chronicle");
  const line = (label: string): string =>
    textOf([...document.querySelectorAll("li.line")].find((one) => textOf(one).includes(label)));
  test.each([
    ["talks, Port Sable", "6 Mar 2023"],
    ["talks, Port Sable", "held"],
    ["talks, Port Sable", "told by 4 reports, 3 independent"],
    ["talks, Port Sable", "announced, then held"],
    ["talks, Port Sable", "reports contradict each other on how long it lasted"],
    ["talks, Port Sable", "The Sable Courier"],
    ["Visit", "cancelled"],
    ["Visit", hostile],
    ["Apr 2023", "planned"],
    ["Apr 2023", "only in somebody’s words"],
    ["Oct 2022", "held"],
    ["fixed share", "undated"],
  ])("the line of %s tells %s", (label, words) => {
    expect(line(label)).toContain(words);
  });
  test("each status has a sign of its own shape", () => {
    const signs = ["held", "cancelled", "planned", "status unknown"].map(
      (words) =>
        [...document.querySelectorAll("li.line .status")].find((one) => textOf(one) === words)?.querySelector("svg")
          ?.innerHTML,
    );
    expect(new Set(signs).size).toBe(4);
    expect(signs).not.toContain(undefined);
  });
  test("planned and held stand apart", () => {
    const sections = [...document.querySelectorAll("main section")].map((section) => [
      textOf(section.querySelector("h2")),
      section.querySelectorAll("li.line").length,
    ]);
    expect(sections).toEqual([
      ["What happened 3", 3],
      ["What is planned 1", 1],
      ["What is not certain 1", 1],
    ]);
  });
  test("each outlet's mark leads to its own words", () => {
    const marks = [...document.querySelectorAll("li.line a.mark")].map((mark) => mark.getAttribute("href") ?? "");
    expect(marks.length).toBeGreaterThan(5);
    for (const href of marks) expect(href).toMatch(/^\/documents\/d-[0-9a-f]{12}#c\d+-\d+$/);
  });
  test("the picture has a linked, named mark for each dated event near the reports; the others are counted and linked", () => {
    const svg = document.querySelector(".picture .wide svg");
    const marks = [...(svg?.querySelectorAll("a") ?? [])].map((link) => [
      link.getAttribute("href"),
      textOf(link.querySelector("title")),
    ]);
    expect(marks.map(([href]) => href).sort()).toEqual(
      record.events.filter(({ date }) => date !== null && date >= "2023").map(({ id }) => `/events/${id}`),
    );
    const outside = [...document.querySelectorAll("figcaption a")].map((link) => [
      textOf(link),
      link.getAttribute("href"),
    ]);
    expect(outside).toEqual([["1 event before 4 Mar 2023", "/?to=2023-03-03"]]);
    expect(marks.map(([, words]) => words)).toContain("6 Mar 2023, held: Aldovia–Brennland talks, Port Sable");
  });
  test.each([
    ["from=2023-03-01&to=2023-03-10", 1],
    ["kind=visit", 1],
    ["actor=brennland", 4],
    ["actor=aldovia", 3],
    ["status=planned", 1],
    ["from=2023", 3],
    ["to=2022", 1],
    ["kind=vote", 0],
  ])("asked for %s it lists %d", (query, count) => {
    expect(page("chronicle", "", query).querySelectorAll("li.line").length).toBe(count);
  });
  test("by party an event stands in the lane of each party", () => {
    const marks = page("chronicle", "", "lanes=party").querySelectorAll(".picture .wide svg a");
    expect(marks.length).toBe(5);
  });
});

describe("event", () => {
  const document = page("event", "e-00000000000b");
  test("every telling stands there with its sentence and its peculiarities", () => {
    const tellings = [...document.querySelectorAll(".telling")].map(textOf);
    expect(tellings.length).toBe(4);
    expect(tellings[0]).toContain("tells it as planned");
    expect(tellings[0]).toContain("In the words of Aldovian Water Ministry");
    expect(tellings[2]).toContain("translated");
    expect(tellings[3]).toContain("a reprint");
  });
  test("the table tells agreement, difference and silence", () => {
    const rows = [...document.querySelectorAll("table.facts tbody tr")].map(textOf);
    expect(rows.find((row) => row.startsWith("Duration"))).toMatch(
      /contradiction.*not told.*6 hours.*4 hours.*6 hours/,
    );
    expect(rows.find((row) => row.startsWith("Place"))).toContain("all agree");
  });
  test("where reports disagree, both values stand with their words", () => {
    const text = textOf(document.querySelector(".discrepancy"));
    for (const words of ["how long it lasted", "6 hours", "4 hours", "about four hours", "The Sable Courier"])
      expect(text).toContain(words);
  });
  test("the series and the answers to a proposal stand there", () => {
    expect(textOf(document.querySelector("main"))).toContain("One of a series");
    expect(textOf(page("event", "e-00000000000e").querySelector("main"))).toContain("Aldovia does not commit itself");
  });
  test("a former id finds the event, an unknown one nothing", () => {
    expect(textOf(page("event", "e-0000000000ff").querySelector("h1"))).toBe("Aldovia–Brennland talks, Port Sable");
    expect(() => page("event", "e-000000000000")).toThrow("no page");
  });
});

describe("statements", () => {
  const document = page("statements");
  test("wordings of one utterance stand in one line, with the differences marked", () => {
    const line = [...document.querySelectorAll("li.line")].find((one) => textOf(one).includes("belongs to nobody"));
    expect([...(line?.querySelectorAll(".said mark.differs") ?? [])].map(textOf)).toEqual([
      "belongs to nobody",
      "Nobody owns",
    ]);
    expect(line?.querySelectorAll("a.mark").length).toBe(2);
  });
  test.each([
    ["actor=mara-oduya", 2],
    ["actor=brennland", 1],
    ["kind=direct", 1],
    ["grep=RIVER", 1],
    ["outlet=Fennwire", 4],
    ["from=2023-03-05", 1],
    ["utterance=u-000000000001", 1],
    ["grep=nothing", 0],
  ])("asked for %s it lists %d lines", (query, count) => {
    expect(page("statements", "", query).querySelectorAll("li.line").length).toBe(count);
  });
  test("refusal, denial, chain and the unnamed are told", () => {
    const text = textOf(document.querySelector("main"));
    for (const words of [
      "refused to say",
      "She declined to comment on the dam.",
      "denied",
      "a diplomat close to the talks",
      "news conference",
    ])
      expect(text).toContain(words);
    expect(textOf(page("statements", "", "outlet=The Sable Courier").querySelector("main"))).toContain("via Fennwire");
  });
});

describe("actors", () => {
  test("by kind, with counts", () => {
    const rows = [...page("actors").querySelectorAll("tbody tr")].map((row) => [...row.children].map(textOf));
    expect(rows[0]).toEqual(["Mara Oduya Water Minister, Aldovia", "2", "3", "0"]);
    expect(rows.length).toBe(record.actors.length);
  });
  test("one page tells names, roles, statements, positions and company", () => {
    const text = textOf(page("actor", "mara-oduya").querySelector("main"));
    for (const words of [
      "Names it goes by",
      "Water Minister, Aldovia",
      "speaks for Aldovian Water Ministry · from 2021",
      "Statements 3",
      hostile,
    ])
      expect(text).toContain(words);
    const state = textOf(page("actor", "brennland").querySelector("main"));
    for (const words of [
      "For it speak: Piet Harrow",
      "a fixed share of the water",
      "demands moved",
      "ascribed by the report",
      "Together with 1Aldovia ×2",
    ])
      expect(state).toContain(words);
  });
});

describe("documents", () => {
  test("listed with reprints, translations and what is undated", () => {
    const rows = [...page("documents").querySelectorAll("tbody tr")].map(textOf);
    expect(rows.length).toBe(5);
    expect(rows[3]).toContain("a reprint of Fennwire");
    expect(rows[4]).toMatch(/>undated /);
  });
  test.each(["preview", "held", "courier", "reprint", "odd"] as const)(
    "the text of %s stands there unchanged, whatever is marked in it",
    (name) => {
      const given = record.documents.find(({ id }) => id === idOf(name))?.text ?? "";
      const shown = [...page("document", idOf(name)).querySelectorAll(".text .para > p")].map(
        (line) => line.textContent ?? "",
      );
      expect(shown).toEqual(
        given
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== ""),
      );
    },
  );
  test("every span of the record is a place on its document's page", () => {
    for (const [doc, spans] of spansOf(record)) {
      const document = page("document", doc);
      for (const { start, end } of spans)
        expect(document.getElementById(`c${start}-${end}`), `${doc} ${start}-${end}`).not.toBeNull();
    }
  });
  test("marks tell what was read and by which rule", () => {
    const document = page("document", idOf("held"));
    const titleOf = (words: string): string | null | undefined =>
      [...document.querySelectorAll(".text [title]")].find((one) => textOf(one) === words)?.getAttribute("title");
    expect(titleOf("Mara Oduya")).toBe("Mara Oduya: person");
    expect(titleOf("Monday")).toContain("date: 6 March 2023 (year, month, day implied)");
    expect(titleOf("The river belongs to nobody")).toBe("Mara Oduya said (direct); rule cue-after, 0.90");
    expect(titleOf("Aldovia and Brennland met in Port Sable on Monday")).toContain(
      "Meeting, held: Aldovia–Brennland talks, Port Sable; rule meet-verb",
    );
    expect(textOf(document.querySelector(".note-problem"))).toContain("two pairs could be meant");
  });
  test("furniture is folded with its reasons, what was told before says where", () => {
    expect(textOf(page("document", idOf("courier")).querySelector("details.aside summary"))).toBe(
      "3 lines that are no part of the report: navigation, share",
    );
    expect(page("document", idOf("reprint")).querySelector(".note-again a:not(.to)")?.getAttribute("href")).toMatch(
      new RegExp(`^/documents/${idOf("held")}#c\\d+-\\d+$`),
    );
  });
  test("an address that a browser must not follow is shown, not linked", () => {
    expect(textOf(page("document", idOf("odd")).querySelector(".about-list"))).toContain('javascript:alert("x")');
    expect(page("document", idOf("held")).querySelector(".about-list a[rel]")?.getAttribute("href")).toBe(
      "https://fennwire.example/held",
    );
  });
});
