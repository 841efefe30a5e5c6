// Correcting the record in a real browser: the pages of the desk as people see them; twenty corrections by keyboard alone in a
// dossier of 300 statements; nothing is lost on reload, in two tabs at once, or when the server is killed while it saves.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Dossier, findSources, openDossier } from "../../src/parley.js";
import { ownAccess } from "../../src/serve/access.js";
import { type Served, startServer } from "../../src/serve/serve.js";
import { hashedPassword, withUser } from "../../src/serve/users.js";
import { usersAccess } from "../../src/serve/users-access.js";
import { compile } from "../compiled.js";
import { launchBrowser } from "./browser.js";
import { faults, photograph, widths, windowOf } from "./looking.js";

const people = ["Orla Brandt", "Piet Vasko", "Dana Ferro", "Milo Karst", "Ines Tolland", "Ruben Aas"];
const bodies = ["the port union", "the Harbour Board", "the Labour Ministry", "the shipping council"];

/** An invented report of a day: who said what about a port. */
function report(day: number): string {
  const said = people.map((name, index) => {
    const body = bodies[(day + index) % bodies.length] ?? "";
    return `"Offer number ${day * 10 + index} is not the last word on wages," ${name} of ${body} told reporters.`;
  });
  return `Port talks, day ${day}

LASSE, March ${day}, 2031. /QUAYWIRE/. The port union and the Harbour Board met in Lasse on Monday for round ${day} of their talks.

${said.join("\n\n")}
`;
}

const folder = mkdtempSync(join(tmpdir(), "parley-desk-"));
const place = join(folder, "port.parley");
const token = "a-token-of-this-test";
let browser: Browser;
let dossier: Dossier;
let served: Served;
let second = 0;
const now = (): string => new Date(Date.UTC(2031, 3, 1) + 1000 * second++).toISOString();

beforeAll(async () => {
  const reports = join(folder, "reports");
  mkdirSync(reports);
  for (let day = 1; day <= 8; day++) writeFileSync(join(reports, `day-${day}.txt`), report(day));
  dossier = await openDossier(place, { title: "Port talks" });
  const samples = fileURLToPath(new URL("../../samples", import.meta.url));
  await dossier.takeIn(findSources([reports, samples], dossier.place));
  const access = ownAccess({ author: "Ada", token });
  served = await startServer(dossier, { port: 0, access, writing: { dossier, access, now } });
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await dossier?.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = (path: string): string => new URL(path, served.url).href;
const idOf = async (list: "statements" | "events" | "actors" | "issues" | "positions", at = 0): Promise<string> => {
  const record = await dossier.record();
  return record[list][at]?.id ?? "";
};

describe("as people see it", () => {
  test.each(widths)(
    "at %d pixels the pages of the desk have no fault, light and dark",
    async (width) => {
      const context = await windowOf(browser, width);
      const page = await context.newPage();
      const [statement, event, actor, issue, position] = await Promise.all([
        idOf("statements"),
        idOf("events"),
        idOf("actors"),
        idOf("issues"),
        idOf("positions"),
      ]);
      const document = (await dossier.record()).documents[0]?.id ?? "";
      const pages: readonly (readonly [string, string])[] = [
        ["desk-statement", `/decide?line=${statement}`],
        ["desk-position", `/decide?line=${position}`],
        ["desk-preview", `/decide?kind=date-statement&arg=${statement}&arg=2031-03-04&back=/statements`],
        ["desk-merge", `/decide?kind=merge-actors&arg=${actor}&arg=${await idOf("actors", 1)}&back=/actors`],
        ["desk-decisions", "/decisions"],
        ["desk-review", "/review"],
        ["desk-statements", "/statements"],
        ["desk-actor", `/actors/${actor}`],
        ["desk-event", `/events/${event}`],
        ["desk-issue", `/issues/${issue}`],
        ["desk-document", `/documents/${document}`],
        ["desk-error", "/decide?kind=merge-actors&arg=nobody-of-this-name&arg=x"],
      ];
      for (const [name, path] of pages)
        expect([name, await faults(page, `${name}-${width}`, address(path))]).toEqual([name, []]);
      for (const [name, path] of [
        ["actor", `/actors/${actor}`],
        ["document", `/documents/${document}`],
        ["event", `/events/${event}`],
      ] as const) {
        await page.emulateMedia({ colorScheme: "light" });
        await page.goto(address(path));
        await page.evaluate(
          "document.querySelectorAll('.corrections, .correction').forEach((one) => { one.removeAttribute('name'); one.open = true; })",
        );
        await photograph(page, `desk-open-${name}-${width}`);
      }
      await context.close();
    },
    240_000,
  );
});

test.each(widths)(
  "at %d pixels signing in and the account have no fault; a wrong password is told",
  async (width) => {
    const users = withUser([], "ada", "editor", await hashedPassword("a long password"));
    const access = usersAccess({ users: () => users });
    const shared = await startServer(dossier, { port: 0, access, writing: { dossier, access, now } });
    const context = await windowOf(browser, width);
    const page = await context.newPage();
    try {
      const asked = new URL("/statements?page=2", shared.url).href;
      expect(await faults(page, `sign-in-${width}`, asked)).toEqual([]);
      const signIn = async (password: string): Promise<void> => {
        await page.getByLabel("Name").fill("ada");
        await page.getByLabel("Password").fill(password);
        await page.keyboard.press("Enter");
      };
      await signIn("not the password");
      await page.getByRole("alert").waitFor();
      expect(await page.getByLabel("Name").inputValue()).toBe("ada");
      await signIn("a long password");
      await page.waitForURL(asked);
      expect(await faults(page, `account-${width}`, new URL("/account", shared.url).href)).toEqual([]);
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByLabel("Password").waitFor();
    } finally {
      await context.close();
      await shared.close();
    }
  },
  60_000,
);

/** Presses keys one after the other. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
const afterSaving = (page: Page): Promise<unknown> => page.waitForURL(/decided=c-/);

/** From a list: to its line `at` (from 1), its corrections, the choice `number`. */
async function choose(page: Page, at: number, number: number): Promise<void> {
  await page.locator("li.line").first().waitFor();
  await press(page, ...Array.from({ length: at }, () => "j"));
  await press(page, "c");
  await page.waitForURL(/\/decide\?line=/);
  await page.locator(".correction").first().waitFor();
  await press(page, String(number));
}
/** Types over the field that has the focus, looks at the effect, saves. */
async function fill(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await save(page);
}
async function save(page: Page): Promise<void> {
  await press(page, "Enter");
  await page.locator("form.save button.main").waitFor();
  await press(page, "Control+Enter");
  await afterSaving(page);
}

describe("by keyboard alone", () => {
  test("twenty corrections in a dossier of 300 statements", async () => {
    expect((await dossier.record()).statements.length).toBeGreaterThan(300);
    const before = (await dossier.decisions()).length;
    const context = await windowOf(browser, 1280);
    const page = await context.newPage();
    await page.goto(address("/statements"));
    const begun = performance.now();
    for (let at = 1; at <= 6; at++) {
      await choose(page, at, 2); // when it was said
      await fill(page, `2031-02-0${at}`);
      await press(page, "g", "s");
      await page.waitForURL(/\/statements$/);
    }
    for (let at = 7; at <= 10; at++) {
      await choose(page, at, 1); // who said it
      await fill(page, "Orla Brandt");
      await press(page, "g", "s");
      await page.waitForURL(/\/statements$/);
    }
    for (let time = 0; time < 3; time++) {
      await choose(page, 12, 3); // nobody said it
      await page.locator("form.save button.main").waitFor();
      await press(page, "Control+Enter");
      await afterSaving(page);
      await press(page, "g", "s");
      await page.waitForURL(/\/statements$/);
    }
    for (let at = 2; at <= 4; at++) {
      await press(page, "g", "c");
      await page.waitForURL(/\/$/);
      await choose(page, at, 1); // when it was
      await fill(page, `2031-02-1${at}`);
    }
    for (const name of ["Union of Ports", "Board of Harbours"]) {
      await press(page, "g", "a");
      await page.waitForURL(/\/actors$/);
      await press(page, "j", "j", "Enter");
      await page.waitForURL(/\/actors\/./);
      await press(page, "2"); // its name
      await fill(page, name);
      expect(await page.locator("h1").textContent()).toBe(name); // its page, under the new address
    }
    await press(page, "g", "q");
    await page.waitForURL(/\/review$/);
    const line = await page.locator(".review").getAttribute("data-line");
    await press(page, "a");
    await afterSaving(page);
    expect(await page.locator(".review").getAttribute("data-line")).not.toBe(line);
    await press(page, "u"); // and back
    await page.locator(".saved", { hasText: "Taken back" }).waitFor();
    expect(await page.locator(".review").getAttribute("data-line")).toBe(line);
    const seconds = (performance.now() - begun) / 1000;
    console.log(`20 corrections by keyboard, saved with their preview: ${seconds.toFixed(1)} s`);
    expect((await dossier.decisions()).length - before).toBe(20);
    const states = (await dossier.decisionLog()).entries.map(({ state }) => state);
    expect(states).not.toContain("without effect");
    await context.close();
  }, 240_000);

  test("words that are selected in a report become a statement, or no part of it", async () => {
    const context = await windowOf(browser, 1280);
    const page = await context.newPage();
    const record = await dossier.record();
    const report = record.documents.find(({ uri }) => uri.endsWith("day-2.txt"));
    await page.goto(address(`/documents/${report?.id}`));
    const words = "met in Lasse on Monday for round 2";
    await page.evaluate(
      `(() => { const paragraph = [...document.querySelectorAll(".text .para > p")].find((one) => one.textContent.includes(${JSON.stringify(words)}));
        const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT); const nodes = []; while (walk.nextNode()) nodes.push(walk.currentNode);
        const whole = nodes.map((node) => node.data).join(""); const start = whole.indexOf(${JSON.stringify(words)}); const end = start + ${words.length};
        const at = (offset) => { let left = offset; for (const node of nodes) { if (left <= node.data.length) return [node, left]; left -= node.data.length; } };
        const range = document.createRange(); range.setStart(...at(start)); range.setEnd(...at(end)); getSelection().removeAllRanges(); getSelection().addRange(range); })()`,
    );
    const bar = page.getByRole("toolbar", { name: "What are the selected words?" });
    await bar.waitFor();
    await photograph(page, "desk-selection");
    await bar.getByRole("button", { name: "Somebody said this" }).click();
    expect(await page.locator(".correction[open] textarea").inputValue()).toBe(words);
    await page.locator(".correction[open] input[list]").first().fill("Orla Brandt");
    await page.locator(".correction[open] input[list]").first().press("Enter");
    await page.locator("form.save button.main").click();
    await afterSaving(page);
    const added = (await dossier.record()).statements.find(
      ({ content, decidedBy }) =>
        decidedBy === "Ada" && content[0] && report?.text.slice(content[0].start, content[0].end) === words,
    );
    expect(added).toBeDefined();
    await context.close();
  }, 60_000);
});

describe("nothing is lost", () => {
  const preview = (id: string, day: string): string =>
    address(`/decide?kind=date-statement&arg=${id}&arg=${day}&back=%2Fstatements`);
  test("on reload: a preview stays, and what is saved is saved once", async () => {
    const context = await windowOf(browser, 1280);
    const page = await context.newPage();
    const id = await idOf("statements", 40);
    await page.goto(preview(id, "2031-01-05"));
    await page.locator("input[name=reason]").fill("so the agency says");
    await page.reload();
    expect(await page.locator("h1").textContent()).toContain("2031-01-05");
    await page.locator("form.save button.main").click();
    await afterSaving(page);
    const count = (await dossier.decisions()).length;
    await page.reload();
    await page.locator(".saved").waitFor();
    expect((await dossier.decisions()).length).toBe(count);
    await context.close();
  }, 60_000);
  test("in two tabs at once: both words are kept, and the later one has effect", async () => {
    const context = await windowOf(browser, 1280);
    const tabs = await Promise.all([context.newPage(), context.newPage()]);
    const [id, other] = [await idOf("statements", 41), await idOf("statements", 42)];
    const before = (await dossier.decisions()).length;
    const asked = [preview(id, "2031-01-06"), preview(other, "2031-01-07")];
    for (const [at, tab] of tabs.entries()) await tab.goto(asked[at] ?? "");
    await Promise.all(tabs.map((tab) => tab.locator("form.save button.main").click()));
    await Promise.all(tabs.map(afterSaving));
    for (const [at, tab] of tabs.entries()) await tab.goto(preview(id, `2031-01-1${at}`));
    for (const tab of tabs) {
      await tab.locator("form.save button.main").click();
      await afterSaving(tab);
    }
    expect((await dossier.decisions()).length - before).toBe(4);
    const { statements } = await dossier.record();
    expect(statements.find((one) => one.id === id)?.date).toBe("2031-01-11");
    expect(statements.find((one) => one.id === other)?.date).toBe("2031-01-07");
    await context.close();
  }, 60_000);
});

describe("a server that is killed while it saves", () => {
  /** A server of its own process, on a port. */
  async function start(build: string, file: string, port: number): Promise<{ url: string; process: ChildProcess }> {
    const args = [join(build, "src/cli/index.js"), "serve", "-d", file, "--port", String(port), "--by", "Ada"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const url = await new Promise<string>((resolve, reject) => {
      let told = "";
      child.stdout?.on("data", (part: Buffer) => {
        told += String(part);
        const found = /served at (\S+)/.exec(told)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once("exit", () => reject(new Error(`the server ended: ${told}`)));
    });
    return { url, process: child };
  }
  const ended = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once("exit", resolve));

  test("each save is there or can be sent again from the page as it stands", async () => {
    const build = compile("desk");
    const file = join(folder, "killed.parley");
    const own = await openDossier(file, { title: "Killed" });
    await own.takeIn(findSources([join(folder, "reports")], own.place));
    const ids = (await own.record()).statements.map(({ id }) => id);
    await own.close();
    const context = await windowOf(browser, 1280);
    const page = await context.newPage();
    let port = 0;
    for (const [at, delay] of [0, 15, 60, 200].entries()) {
      const first = await start(build, file, port);
      port = Number(new URL(first.url).port);
      const day = `2031-01-0${at + 1}`;
      await page.goto(
        new URL(`/decide?kind=date-statement&arg=${ids[at]}&arg=${day}&back=%2Fstatements`, first.url).href,
      );
      const gone = ended(first.process);
      await page.evaluate(
        "fetch(document.querySelector('form.save').action, { method: 'POST', body: new URLSearchParams(new FormData(document.querySelector('form.save'))) }).catch(() => {}), true",
      );
      await new Promise((resolve) => setTimeout(resolve, delay));
      first.process.kill("SIGKILL");
      await gone;
      const second = await start(build, file, port);
      // The page is as it was; its token is of the server that is gone: the preview comes back, to be saved with one more key.
      await page.locator("form.save button.main").click();
      await page.locator(".refused", { hasText: "started anew" }).waitFor();
      await page.keyboard.press("Control+Enter");
      await afterSaving(page);
      const over = ended(second.process);
      second.process.kill("SIGTERM");
      await over;
      const after = await openDossier(file, { mode: "read" });
      expect((await after.record()).statements.find(({ id }) => id === ids[at])?.date).toBe(day);
      expect((await after.check()).filter(({ state }) => state === "bad")).toEqual([]);
      await after.close();
    }
    await context.close();
  }, 240_000);
});
