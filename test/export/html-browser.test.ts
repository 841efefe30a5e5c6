// The HTML export in a real browser, opened from disk: light and dark, desk and phone: nothing wider than the screen, nothing
// that axe finds, nothing fetched; on paper every quotation is there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../browser/browser.js";
import { fixture, sample, textOf } from "./written.js";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "parley-html-"));
const records = { fixture, sample: sample() } as const;
const addressOf = (name: string): string => pathToFileURL(join(folder, `${name}.html`)).href;
let browser: Browser;

beforeAll(async () => {
  for (const [name, record] of Object.entries(records))
    writeFileSync(join(folder, `${name}.html`), await textOf("html", record));
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const cases = Object.keys(records).flatMap((name) =>
  (["light", "dark"] as const).flatMap((scheme) => [1280, 390].map((width) => ({ name, scheme, width }))),
);

describe.each(cases)("$name, $scheme, $width px", ({ name, scheme, width }) => {
  test("fits, asks for nothing and passes axe", async () => {
    const context = await browser.newContext({
      bypassCSP: true,
      colorScheme: scheme,
      viewport: { width, height: 900 },
    });
    try {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(addressOf(name));
      expect(asked).toEqual([addressOf(name)]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
      await page.evaluate(axeSource);
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations } = (await page.evaluate(
        `axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(tags)} } })`,
      )) as { violations: readonly { id: string; nodes: readonly { html: string }[] }[] };
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    } finally {
      await context.close();
    }
  }, 60_000);
});

test("on paper no quotation is folded away", async () => {
  const page = await browser.newPage();
  await page.emulateMedia({ media: "print" });
  await page.goto(addressOf("fixture"));
  const heights = (await page.evaluate(
    "[...document.querySelectorAll('.told')].map((element) => element.getBoundingClientRect().height)",
  )) as readonly number[];
  expect(heights.length).toBeGreaterThan(5);
  expect(heights.filter((height) => height === 0)).toEqual([]);
  await page.close();
}, 60_000);
