// The pages in a real browser, at the widths of a desk and a phone, light and dark: nothing wider than the screen, nothing that
// axe-core finds, nothing refused by the policy of the headers. Pictures of each go to test/screenshots/ for people to look at.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ParleyRecord } from "../../src/model/record.js";
import { type Served, startServer } from "../../src/serve/serve.js";
import { at, idOf, record, recordAsOf } from "../pages/fixture.js";
import { sampleDossier } from "../serve/samples.js";
import { launchBrowser } from "./browser.js";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = new URL("../screenshots/", import.meta.url).pathname;
const evidence = at("held", "The river belongs to nobody");

const pages = {
  chronicle: "/",
  "chronicle-by-party": "/?lanes=party&from=2022",
  "chronicle-as-of": "/?as_of=2023-03-01",
  event: "/events/e-00000000000b",
  statements: "/statements",
  actors: "/actors",
  actor: "/actors/mara-oduya",
  "actor-positions": "/actors/brennland",
  documents: "/documents",
  document: `/documents/${idOf("held")}#c${evidence.start}-${evidence.end}`,
  "document-furniture": `/documents/${idOf("courier")}`,
  "document-rtl": `/documents/${idOf("odd")}`,
  "not-found": "/nothing",
  "not-understood": "/?as_of=soon",
} as const;
/** Pages that show every colour there is; the sample's pages are all looked at in the dark as well. */
const coloured: ReadonlySet<string> = new Set([
  "chronicle-as-of",
  "event",
  "statements",
  "document",
  "document-furniture",
]);
const widths = [1280, 390] as const;
const schemes = ["light", "dark"] as const;

/** Pages of the sample dossier, by what is most told in it. */
function samplePages({ documents, events, actors }: ParleyRecord): Record<string, string> {
  const most = <Thing extends { readonly id: string }>(
    things: readonly Thing[],
    count: (thing: Thing) => number,
  ): string => things.toSorted((a, b) => count(b) - count(a))[0]?.id ?? "";
  const told = most(events, ({ reports }) => reports.length);
  const densest = most(
    documents,
    ({ id }) => events.filter(({ reports }) => reports.some(({ span }) => span.doc === id)).length,
  );
  const person = most(
    actors.filter(({ kind }) => kind === "person"),
    ({ mentions }) => mentions.length,
  );
  return {
    "sample-chronicle": "/",
    "sample-chronicle-as-of": "/?as_of=2022-01-09",
    "sample-event": `/events/${told}`,
    "sample-statements": "/statements",
    "sample-actors": "/actors",
    "sample-actor": `/actors/${encodeURIComponent(person)}`,
    "sample-documents": "/documents",
    "sample-document": `/documents/${densest}`,
  };
}
const sampleNames = Object.keys(samplePages({ documents: [], events: [], actors: [] } as unknown as ParleyRecord));

let browser: Browser;
let served: Served;
let sample: Awaited<ReturnType<typeof sampleDossier>>;
let servedSample: Served;
let sampleAddresses: Record<string, string>;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const dossier = {
    title: async () => record.dossier.title,
    version: async () => 1,
    record: async ({ asOf = null }: { asOf?: string | null } = {}) => (asOf === null ? record : recordAsOf(asOf)),
  };
  served = await startServer(dossier, { port: 0 });
  sample = await sampleDossier("security-guarantees");
  servedSample = await startServer(sample.dossier, { port: 0 });
  sampleAddresses = samplePages(await sample.dossier.record());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await servedSample?.close();
  await sample?.remove();
});

/** What axe-core finds on the page, one line each. In the dark only the contrast is looked at: nothing else differs. */
async function violations(page: Page, colorScheme: string): Promise<string[]> {
  await page.evaluate(axeSource);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(colorScheme === "dark" ? ["color-contrast"] : tags)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ": " + html.slice(0, 160) + " " + failureSummary)))`,
  );
  return found as string[];
}

/** A picture of the page for people, of at most 5,000 px; tried twice, since a busy machine fails at it now and then. */
async function photograph(page: Page, path: string, isWhole: boolean): Promise<void> {
  const [width, height] = (await page.evaluate(
    "[innerWidth, Math.min(5000, document.documentElement.scrollHeight)]",
  )) as [number, number];
  const take = (): Promise<unknown> =>
    page.screenshot({ path, ...(isWhole ? { fullPage: true, clip: { x: 0, y: 0, width, height } } : {}) });
  await take().catch(take);
}

/** Elements that reach beyond the window, scrolled regions apart. */
const overflow = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll("body *")].filter((one) => !one.closest(".scroll, .unseen, svg") && one.getBoundingClientRect().right > width + 1);
    return [document.documentElement.scrollWidth - width, wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120))];
  })()`);

describe.each(widths)("at %d px", (width) => {
  describe.each(schemes)("%s", (colorScheme) => {
    let page: Page;
    beforeAll(async () => {
      const context = await browser.newContext({
        viewport: { width, height: width === 390 ? 844 : 900 },
        colorScheme,
        reducedMotion: "reduce",
        bypassCSP: true,
      });
      page = await context.newPage();
    });
    afterAll(() => page.context().close());
    const look = async (name: string, address: string): Promise<void> => {
      await page.goto(address);
      await photograph(page, `${folder}${name}-${width}-${colorScheme}.png`, !address.includes("#"));
      expect(await overflow(page)).toEqual([0, []]);
      expect(await violations(page, colorScheme)).toEqual([]);
    };
    const nasty = Object.entries(pages).filter(([name]) => colorScheme === "light" || coloured.has(name));
    test.each(nasty)("%s", (name, path) => look(name, new URL(path, served.url).href));
    test.each(sampleNames)("%s", (name) => look(name, new URL(sampleAddresses[name] ?? "/", servedSample.url).href));
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
    expect(await page.locator("li.line").count()).toBe(1);
    expect(page.url()).toContain("kind=visit");
  });
  test("the record is seen as of a day, and the day stays", async () => {
    await page.goto(served.url);
    await page.getByLabel("As of").fill("2023-03-01");
    await page.getByRole("button", { name: "Go" }).click();
    expect(await page.locator(".as-of").textContent()).toContain("As of 1 March 2023");
    await page.getByRole("link", { name: "Statements" }).click();
    expect(page.url()).toContain("as_of=2023-03-01");
    expect(await page.locator("li.line").count()).toBe(1);
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
