// What scripts add, in a real browser: the slider, filters and the brush without reload, keys, cards, citations; and that the pages
// do without them. What is in the address is all there is: it can be sent to somebody else.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Served, startServer } from "../../src/serve/serve.js";
import { record, recordAsOf } from "../pages/fixture.js";
import { launchBrowser } from "./browser.js";
import { violations, windowOf } from "./looking.js";

let browser: Browser;
let served: Served;
beforeAll(async () => {
  const dossier = {
    title: async () => record.dossier.title,
    version: async () => 1,
    record: async ({ asOf = null }: { asOf?: string | null } = {}) => (asOf === null ? record : recordAsOf(asOf)),
  };
  served = await startServer(dossier, { port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe("with scripts", () => {
  let page: Page;
  beforeAll(async () => {
    const context = await windowOf(browser, 1280, { permissions: ["clipboard-read", "clipboard-write"] });
    page = await context.newPage();
  });
  afterAll(() => page.context().close());
  beforeEach(async () => {
    await page.goto(served.url);
    await page.evaluate("window.stays = true"); // gone after a reload
  });
  const isSamePage = (): Promise<unknown> => page.evaluate("window.stays === true");

  test("a filter lists without reload; the way back works; the address alone gives the same", async () => {
    const lines = await page.locator("li.line").count();
    await page.locator("select[name=kind]").selectOption("visit");
    await page.waitForURL(/kind=visit/);
    await expect.poll(() => page.locator("li.line").count()).toBe(1);
    expect(await isSamePage()).toBe(true);
    const address = page.url();
    await page.goBack();
    await expect.poll(() => page.locator("li.line").count()).toBe(lines);
    await page.goto(address);
    expect(await page.locator("li.line").count()).toBe(1);
  });
  test("the slider goes from day to day of reports, with the keys as well", async () => {
    const slider = page.getByRole("slider");
    await slider.focus();
    await page.keyboard.press("Home");
    await page.waitForURL(/as_of=2023-03-01/);
    await expect.poll(() => page.locator(".as-of").textContent()).toContain("As of 1 March 2023");
    expect(await isSamePage()).toBe(true);
    expect(await page.evaluate("document.activeElement.id")).toBe("as-of-range");
    await page.keyboard.press("End");
    await expect.poll(() => page.url()).not.toContain("as_of");
  });
  test("a stretch of the picture drawn over becomes from and to", async () => {
    const box = await page.locator(".picture .wide svg").boundingBox();
    if (!box) throw new Error("no picture");
    await page.mouse.move(box.x + box.width * 0.3, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 8, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=2023-\d\d-\d\d&to=2023-\d\d-\d\d/);
    expect(await isSamePage()).toBe(true);
  });
  test("keys go from line to line and open the list of keys, which is accessible", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await page.locator(".current").count()).toBe(1);
    expect(await page.evaluate("document.activeElement.closest('.current') !== null")).toBe(true);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    await page.waitForURL(/\/statements$/);
  });
  test("keys that were switched off do nothing", async () => {
    await page.keyboard.press("?");
    await page.getByLabel("Keys are on").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    expect(await page.locator(".current").count()).toBe(0);
    await page.evaluate("localStorage.clear()");
  });
  test("a card shows the words of a mark on focus, and Escape puts it away", async () => {
    await page.locator("li.line a.mark").first().focus();
    const card = page.getByRole("tooltip");
    await card.waitFor();
    expect(await card.textContent()).toMatch(/Fennwire.*“.+”/s);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await card.count()).toBe(0);
  });
  test("a citation is copied: words, source, address", async () => {
    const line = page.locator("li.line", { hasText: "Port Sable" }).first();
    await line.getByRole("button", { name: "Cite" }).click();
    await expect.poll(() => line.locator(".cite").textContent()).toBe("Copied");
    const copied = (await page.evaluate("navigator.clipboard.readText()")) as string;
    expect(copied).toMatch(
      /^“.*meet in Port Sable.*” \(Fennwire, 1 Mar 2023: .*; told too by Fennwire, 7 Mar 2023: .*\)\. .*http:\/\/localhost:\d+\/documents\//s,
    );
  });
  test("a broken answer is shown as a page, not lost", async () => {
    await page.locator("input[name=from]").fill("soon");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("h1").textContent()).toBe("Not understood");
  });
});

describe("without scripts", () => {
  let page: Page;
  const refused: string[] = [];
  beforeAll(async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on("console", (message) => refused.push(message.text()));
  });
  afterAll(() => page.context().close());
  test("a line of the chronicle leads to its words, lit up in the report", async () => {
    await page.goto(served.url);
    await page.locator("li.line", { hasText: "Port Sable" }).first().locator("a.mark").nth(1).click();
    const lit = page.locator(".text :target");
    expect(await lit.textContent()).toBe("Aldovia and Brennland met in Port Sable on Monday");
    await lit.waitFor({ state: "visible" });
  });
  test("a form lists what was asked for", async () => {
    await page.goto(served.url);
    await page.locator("select[name=kind]").selectOption("visit");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/kind=visit/);
    expect(await page.locator("li.line").count()).toBe(1);
  });
  test("the record is seen as of a day, and the day stays", async () => {
    await page.goto(served.url);
    await page.getByLabel("As of").fill("2023-03-01");
    await page.getByRole("button", { name: "Go" }).click();
    await page.waitForURL(/as_of=2023-03-01/);
    expect(await page.locator(".as-of").textContent()).toContain("As of 1 March 2023");
    await page.getByRole("link", { name: "Statements" }).click();
    await page.waitForURL(/statements\?as_of=2023-03-01/);
    expect(await page.locator("li.line").count()).toBe(1);
  });
  test("search answers", async () => {
    await page.goto(served.url);
    await page.getByRole("searchbox", { name: "Search" }).fill("river nobody");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\?q=/);
    expect(await page.locator("main").textContent()).toContain("best first");
  });
  test("the first key leads past the head, and the focus is seen", async () => {
    await page.goto(served.url);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Skip to the content");
    expect((await page.locator(":focus").boundingBox())?.y).toBeGreaterThan(-1);
  });
  test("the policy of the headers refuses nothing that the pages need", () => {
    expect(refused).toEqual([]);
  });
});
