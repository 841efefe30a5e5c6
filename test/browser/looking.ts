// What is looked at on a page in a real browser: what axe-core finds, what reaches beyond the window, what the console says; and
// pictures for people, where PARLEY_SCREENSHOTS names a folder for them.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = process.env.PARLEY_SCREENSHOTS ?? "";
if (folder !== "") mkdirSync(folder, { recursive: true });

export const widths = [1280, 390] as const;
export type Width = (typeof widths)[number];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A window; `bypassCSP` so that axe-core may be put into the page. */
export const windowOf = (browser: Browser, width: Width, more: object = {}): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
    bypassCSP: true,
    ...more,
  });

/** What axe-core finds on the page as it stands, one line each. */
export async function violations(page: Page, rules: "all" | "contrast" = "all"): Promise<string[]> {
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(axeSource);
  const only = rules === "all" ? { type: "tag", values: tags } : { type: "rule", values: ["color-contrast"] };
  return (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(only)}, resultTypes: ["violations"], preload: false }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ": " + html.slice(0, 200) + " " + failureSummary)))`,
  )) as string[];
}

/** Elements that reach beyond the window, scrolled regions apart. */
export const overflow = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll("body *")].filter((one) => !one.closest(".scroll, .unseen, .unseen-button, svg") && one.getBoundingClientRect().right > width + 1);
    return [document.documentElement.scrollWidth - width, wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120))];
  })()`);

/** A picture of the page of at most 4,000 px, where people asked for one. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (folder === "") return;
  const [width, height] = (await page.evaluate(
    "[innerWidth, Math.min(4000, document.documentElement.scrollHeight)]",
  )) as [number, number];
  const path = join(folder, `${name}.png`);
  const take = (): Promise<unknown> => page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height } });
  await take().catch(take); // a busy machine fails at it now and then
}

/** What is wrong with a page, light and dark; nothing is the best answer. */
export async function faults(page: Page, name: string, address: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(address);
  const wide = JSON.stringify(await overflow(page));
  const light = await violations(page);
  await photograph(page, `${name}-light`);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violations(page, "contrast"); // nothing else differs in the dark
  await photograph(page, `${name}-dark`);
  return [
    ...(wide === "[0,[]]" ? [] : [`beyond the window: ${wide}`]),
    ...light,
    ...dark.map((line) => `dark: ${line}`),
  ];
}
