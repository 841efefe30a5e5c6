// Every kind of page in a real browser, served, at the widths of a desk and a phone, light and dark: nothing wider than the screen,
// nothing that axe-core finds, nothing in the console. The sample dossier first, then the nasty record made by hand.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Address, everyKindOfPage } from "../../scripts/every-kind-of-page.js";
import { servedLinks } from "../../src/pages/links.js";
import { routes } from "../../src/pages/routes.js";
import { type Served, startServer } from "../../src/serve/serve.js";
import { at, idOf, record, recordAsOf } from "../pages/fixture.js";
import { sampleDossier } from "../serve/samples.js";
import { launchBrowser } from "./browser.js";
import { faults, widths, windowOf } from "./looking.js";

const evidence = at("held", "The river belongs to nobody");
const links = servedLinks(null, { stylesheet: "/s.css", script: "/s.js" });
const pathOf = ({ name, id, query }: Address): string => links.page(name, id, query);
/** Pages that only the record made by hand has: markup in names, right to left, nothing there, not understood. */
const nasty = {
  "nasty chronicle": "/",
  "nasty chronicle as of": "/?as_of=2023-03-01",
  "nasty event": "/events/e-00000000000b",
  "nasty actor": "/actors/mara-oduya",
  "nasty utterance": "/utterances/u-000000000001",
  "nasty document": `/documents/${idOf("held")}#c${evidence.start}-${evidence.end}`,
  "nasty furniture": `/documents/${idOf("courier")}`,
  "right to left": `/documents/${idOf("odd")}`,
  "nothing known": "/positions?as_of=2000-01-01",
  "not found": "/nothing",
  "not understood": "/?as_of=soon",
} as const;

let browser: Browser;
let served: Served;
let sample: Awaited<ReturnType<typeof sampleDossier>>;
let servedSample: Served;
let addresses: readonly Address[];
beforeAll(async () => {
  const dossier = {
    title: async () => record.dossier.title,
    version: async () => 1,
    record: async ({ asOf = null }: { asOf?: string | null } = {}) => (asOf === null ? record : recordAsOf(asOf)),
  };
  served = await startServer(dossier, { port: 0 });
  sample = await sampleDossier("security-guarantees");
  servedSample = await startServer(sample.dossier, { port: 0 });
  addresses = everyKindOfPage(await sample.dossier.record());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await servedSample?.close();
  await sample?.remove();
});

test("there is a page of every route to look at", () => {
  expect(new Set(addresses.map(({ name }) => name)).size).toBe(routes.length);
});

describe.each(widths)("at %d px", (width) => {
  let page: Page;
  const said: string[] = [];
  beforeAll(async () => {
    page = await (await windowOf(browser, width)).newPage();
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
  });
  afterAll(() => page.context().close());
  test("the sample dossier, every kind of page", async () => {
    const found: string[] = [];
    for (const address of addresses) {
      const url = new URL(pathOf(address), servedSample.url).href;
      const faulty = await faults(page, `${address.label}-${width}`, url);
      found.push(...faulty.map((line) => `${address.label}: ${line}`));
    }
    expect(found).toEqual([]);
    expect(said).toEqual([]);
  }, 240_000);
  test("the sample dossier as of a day", async () => {
    for (const path of ["/", "/positions", "/meetings"]) {
      const url = new URL(`${path}?as_of=2022-01-09`, servedSample.url).href;
      expect(await faults(page, `as-of${path.replace("/", "-")}-${width}`, url), path).toEqual([]);
    }
  });
  test.each(Object.entries(nasty))("%s", async (name, path) => {
    expect(await faults(page, `${name}-${width}`, new URL(path, served.url).href)).toEqual([]);
  });
});
