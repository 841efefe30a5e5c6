// HTML: one file that asks for nothing, parsed by linkedom (html-browser.test.ts looks at it in a browser).
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { ParleyRecord } from "../../src/model/record.js";
import { hostile } from "../pages/fixture.js";
import { anyText, fixture, sample, textOf, withEvent } from "./written.js";

const pageOf = async (record: ParleyRecord) => parseHTML(await textOf("html", record)).document;

describe("HTML", () => {
  test.each([
    ["the fixture", fixture],
    ["the sample", sample()],
  ])("%s: every line is there with the words that tell it, and every link leads somewhere", async (_, record) => {
    const page = await pageOf(record);
    for (const { id, label, reports } of record.events) {
      const line = page.getElementById(id);
      expect(line?.textContent).toContain(label);
      expect(line?.querySelectorAll(".told").length).toBe(
        new Set(reports.map(({ span }) => JSON.stringify(span))).size,
      );
      expect(line?.querySelector(".told q mark")?.textContent).not.toBe("");
    }
    for (const { id } of record.documents) expect(page.getElementById(id)?.textContent).not.toBe("");
    const ids = [...page.querySelectorAll("[id]")].map((element) => element.getAttribute("id"));
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href")?.slice(1));
    expect(targets.filter((target) => !ids.includes(target ?? ""))).toEqual([]);
  });
  test("it needs nothing else, runs nothing and forbids it", async () => {
    const text = await textOf("html", fixture);
    const page = await pageOf(fixture);
    expect(
      page.querySelectorAll("script, link, img, iframe, object, embed, base, form, [src], [onerror], [onclick]").length,
    ).toBe(0);
    expect(page.querySelectorAll("style").length).toBe(1);
    expect(text).not.toMatch(/@import|url\(/);
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content")).toMatch(
      /^default-src 'none'/,
    );
    const outside = [...page.querySelectorAll("a")]
      .flatMap((link) => link.getAttribute("href") ?? [])
      .filter((href) => !href.startsWith("#"));
    expect(outside).toEqual(["https://fennwire.example/held"]); // and no javascript: address of a report
    expect(text).toContain(
      hostile
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;"),
    );
  });
  test("planned, cancelled and contradicted are told in words", async () => {
    const page = await pageOf(fixture);
    const line = (id: string): string => page.getElementById(id)?.textContent ?? "";
    expect(line("e-00000000000c")).toContain("cancelled");
    expect(line("e-00000000000d")).toMatch(/planned.*claimed/s);
    expect(line("e-00000000000b")).toContain("Reports contradict each other on its duration: 6 hours");
  });
  test("a statement tells the other wordings of its utterance", async () => {
    const page = await pageOf(fixture);
    expect(page.getElementById("s-000000000002")?.textContent).toContain("also told as “Nobody owns the river”");
    expect(page.getElementById("s-000000000001")?.textContent).not.toContain("also told as");
  });
  test("light, dark and print are in its one sheet", () => {
    const css = readFileSync("src/export/html.css", "utf8");
    for (const rule of ["color-scheme: light dark", "prefers-color-scheme: dark", "@media print"])
      expect(css).toContain(rule);
  });
  test("any text stays text", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (label) => {
        const page = await pageOf(withEvent({ label: `x${label}`, outcome: label }, `x${label}`));
        expect(page.querySelectorAll("b").length).toBe(0);
        expect(page.querySelectorAll(".lines > li").length).toBe(
          (await pageOf(fixture)).querySelectorAll(".lines > li").length,
        );
      }),
      { numRuns: 30 },
    );
  });
});
