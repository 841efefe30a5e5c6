// The site of files in a real browser, opened from the disk: with and without scripts, on a desk and a phone; search and the
// filter of lines work there too.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Address, everyKindOfPage } from "../../scripts/every-kind-of-page.js";
import { type Edtf, edtf } from "../../src/model/edtf.js";
import { fileOf } from "../../src/pages/links.js";
import { writeSite } from "../../src/publish/folder.js";
import { siteOf } from "../../src/publish/site.js";
import { sampleDossier } from "../serve/samples.js";
import { launchBrowser } from "./browser.js";
import { faults, overflow, photograph, violations, widths, windowOf } from "./looking.js";

const home = mkdtempSync(join(tmpdir(), "parley-site-"));
const site = join(home, "a place with spaces & signs");
const addressOf = (file: string): string => pathToFileURL(join(site, file)).href;
let browser: Browser;
let files: readonly (Address & { readonly file: string })[];
beforeAll(async () => {
  const sample = await sampleDossier("security-guarantees");
  const record = await sample.dossier.record();
  const days = ["2022-01-08", "2022-01-13"].map(edtf);
  const at = (day: Edtf) => sample.dossier.view({ asOf: day });
  await writeSite(site, siteOf(record, { title: "Talks", asOf: null, undated: 0, days, at }));
  await sample.remove();
  files = everyKindOfPage(record)
    .filter(({ name, query }) => name !== "why" && Object.values(query).every((value) => !value)) // why: only where a page leads there
    .map((address) => ({ ...address, file: fileOf(address) }));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(home, { recursive: true, force: true });
});

describe.each([
  [1280, true],
  [1280, false],
  [390, true],
  [390, false],
] as const)("at %d px, scripts: %s", (width, javaScriptEnabled) => {
  let page: Page;
  const said: string[] = [];
  beforeAll(async () => {
    page = await (await windowOf(browser, width, { javaScriptEnabled })).newPage();
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
  });
  afterAll(() => page.context().close());
  test("every kind of page", async () => {
    const found: unknown[] = [];
    for (const { label, file } of files) {
      if (javaScriptEnabled) {
        const lines = await faults(page, `disk-${label}-${width}`, addressOf(file));
        found.push(...lines.map((line) => [label, line]));
      } else {
        await page.goto(addressOf(file));
        const wide = await overflow(page);
        if (JSON.stringify(wide) !== "[0,[]]") found.push([label, wide]);
        await photograph(page, `disk-${label}-${width}-plain`);
      }
      expect(await page.locator("h1").count(), label).toBe(1);
    }
    expect(found).toEqual([]);
    expect(said).toEqual([]);
  }, 240_000);
});

test("without scripts the record as of a day is a link away", async () => {
  const page = await (await windowOf(browser, 1280, { javaScriptEnabled: false })).newPage();
  await page.goto(addressOf("statements.html"));
  const all = await page.locator("li.line").count();
  await page.locator(".days summary").click();
  await page.getByRole("link", { name: "8 Jan 2022" }).click();
  await page.waitForURL(/as-of\/2022-01-08\/statements\.html$/);
  expect(await page.locator(".as-of").textContent()).toContain("As of 8 January 2022");
  expect(await page.locator("li.line").count()).toBeLessThan(all);
  await page.context().close();
});

test.each([true, false])("a line leads to its words (scripts: %s)", async (javaScriptEnabled) => {
  const page = await (await windowOf(browser, widths[0], { javaScriptEnabled })).newPage();
  await page.goto(addressOf("index.html"));
  await page.locator("li.line a.mark").first().click();
  await page.locator(".text :target").first().waitFor({ state: "visible" });
  await page.getByRole("link", { name: "Meetings" }).click();
  await page.waitForURL(/meetings/);
  expect(await page.locator("h1").textContent()).toBe("Meetings");
  await page.context().close();
});

describe("with scripts", () => {
  let page: Page;
  beforeAll(async () => {
    page = await (await windowOf(browser, 1280)).newPage();
  });
  afterAll(() => page.context().close());
  test("search finds from the box in the head, and links lead to the words", async () => {
    await page.goto(addressOf("actors.html"));
    await page.getByRole("searchbox", { name: "Search" }).fill("missiles");
    await page.keyboard.press("Enter");
    await page.locator("#results li.line").first().waitFor();
    expect(await page.locator("#results mark").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.locator("#results .label a").first().click();
    await page.waitForURL((url) => !url.pathname.endsWith("search.html"));
    expect(await page.locator("h1").count()).toBe(1);
  });
  test("the slider and the keys go from day to day, and back to everything", async () => {
    await page.goto(addressOf("meetings.html"));
    await page.getByRole("slider").focus();
    await page.keyboard.press("Home");
    await page.waitForURL(/as-of\/2022-01-08\/meetings\.html$/);
    expect(await page.locator(".as-of output").textContent()).toBe("2022-01-08");
    expect(await violations(page)).toEqual([]);
    await page.locator("main").focus();
    await page.keyboard.press("]");
    await page.waitForURL(/as-of\/2022-01-13\/meetings\.html$/);
    await page.keyboard.press("]");
    await page.waitForURL(/place[^/]*\/meetings\.html$/);
  });
  test("a stretch of the picture drawn over is listed; the address keeps it; all comes back", async () => {
    await page.goto(addressOf("index.html"));
    const box = await page.locator(".picture .wide svg").boundingBox();
    if (!box) throw new Error("no picture");
    await page.mouse.move(box.x + box.width * 0.5, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 8, { steps: 4 });
    await page.mouse.up();
    const shown = page.locator("#brushed li");
    await shown.first().waitFor();
    const count = await shown.count();
    expect(await page.locator("#list").isVisible()).toBe(false);
    expect(page.url()).toMatch(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await shown.first().waitFor();
    expect(Math.abs((await shown.count()) - count)).toBeLessThanOrEqual(2); // the address knows days, not pixels
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await page.locator("#list").isVisible()).toBe(true);
    expect(page.url()).not.toContain("from=");
  });
  test("keys, cards and citations work from the disk", async () => {
    await page.goto(addressOf("index.html"));
    await page.keyboard.press("j");
    expect(await page.locator(".current").count()).toBe(1);
    await page.locator("li.line a.mark").first().focus();
    await page.getByRole("tooltip").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("y");
    await expect.poll(() => page.locator(".current .cite").textContent()).toBe("Copied");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await page.waitForURL(/compare\.html$/);
  });
  test("lines are filtered, and the address says by what", async () => {
    await page.goto(addressOf("statements.html"));
    const all = await page.locator("li.line:visible").count();
    await page.getByLabel("Filter the lines of this page").fill("ryabkov");
    const some = await page.locator("li.line:visible").count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(page.url()).toContain("filter=ryabkov");
    await page.reload();
    expect(await page.locator("li.line:visible").count()).toBe(some);
    expect(await violations(page)).toEqual([]);
  });
});
