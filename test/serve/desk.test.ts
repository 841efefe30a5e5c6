// The desk on real readings: forms where things are seen, previews, saving and coming back, the log with undo and conflicts, review.
// Nothing of it is in a site of files, or as of a past day.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { parseHTML } from "linkedom";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { decisionKinds } from "../../src/model/words.js";
import { type Dossier, findSources, openDossier } from "../../src/parley.js";
import { siteOf } from "../../src/publish/site.js";
import { ownAccess } from "../../src/serve/access.js";
import { appOf } from "../../src/serve/app.js";
import { writeReports } from "../dossier/reports.js";

const folder = mkdtempSync(join(tmpdir(), "parley-desk-"));
const token = "token-of-this-server";
let dossier: Dossier;
let app: Hono;
let second = 0;
const now = (): string => new Date(Date.UTC(2031, 3, 1) + 1000 * second++).toISOString();
const appAs = (author: string): Hono => {
  const access = ownAccess({ author, token });
  return appOf(dossier, { access, writing: { dossier, access, now } });
};

beforeAll(async () => {
  dossier = await openDossier(join(folder, "talks.parley"), { title: "Talks" });
  await dossier.takeIn(findSources([writeReports(join(folder, "clippings"))], dossier.place));
  app = appAs("Ada");
});
afterAll(async () => {
  await dossier.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  const inForce = (await dossier.decisionLog()).entries.filter(
    ({ state, decision }) => state !== "superseded" && decision.action.kind !== "withdraw",
  );
  for (const { decision } of inForce.reverse())
    await dossier.undecide(decision.id, { author: "end", at: now(), reason: null });
});

const host = { host: "localhost" };
type Document = ReturnType<typeof parseHTML>["document"];
const page = async (path: string, on = app, headers: Record<string, string> = {}): Promise<Document> =>
  parseHTML(await (await on.request(path, { headers: { ...host, ...headers } })).text()).document;
const post = (path: string, fields: Record<string, string> = {}, on = app): Promise<Response> =>
  Promise.resolve(
    on.request(path, {
      method: "POST",
      headers: { ...host, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token, ...fields }).toString(),
    }),
  );
const asking = (kind: string, args: readonly string[], more: Record<string, string> = {}): string =>
  `/decide?${new URLSearchParams([["kind", kind], ...args.map((arg) => ["arg", arg] as [string, string]), ...Object.entries(more)])}`;
/** Saves; gives the address that one is sent to. */
async function saved(
  kind: string,
  args: readonly string[],
  more: Record<string, string> = {},
  on = app,
): Promise<string> {
  const response = await post(asking(kind, args, more), {}, on);
  expect([kind, response.status]).toEqual([kind, 303]);
  return response.headers.get("location") ?? "";
}
const textOf = (document: Document): string => (document.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ");
const statementWith = async (words: string): Promise<string> => {
  const { statements, documents } = await dossier.record();
  const text = new Map(documents.map((one) => [one.id, one.text]));
  return (
    statements.find(({ content }) =>
      content.some((span) => text.get(span.doc)?.slice(span.start, span.end).includes(words)),
    )?.id ?? ""
  );
};

describe("forms", () => {
  test("every kind of decision has a form where its thing is seen", async () => {
    const { events, actors, issues, positions, documents } = await dossier.record();
    const told = events.find(({ reports }) => reports.length > 1);
    const paths = [
      ...actors.map(({ id }) => `/actors/${id}`),
      `/events/${told?.id}`,
      `/issues/${issues[0]?.id}`,
      `/documents/${documents[0]?.id}`,
      `/decide?line=${await statementWith("quotas")}`,
      `/decide?line=${positions[0]?.id}`,
    ];
    const pages = await Promise.all(paths.map((path) => page(path)));
    const kinds = new Set(
      pages.flatMap((one: Document) =>
        [...one.querySelectorAll("input[name=kind]")].map((field) => field.getAttribute("value")),
      ),
    );
    const review = ["confirm"]; // accepted in review
    const single = issues.length < 2 ? ["merge-issues"] : [];
    expect([...kinds, ...review, ...single].sort()).toEqual([...decisionKinds].sort());
  });
  test("lines of lists lead to their corrections", async () => {
    for (const path of ["/statements", "/"]) {
      const links = [...(await page(path)).querySelectorAll("a.fix")];
      expect(links.length).toBeGreaterThan(1);
      for (const link of links)
        expect((await app.request(link.getAttribute("href") ?? "", { headers: host })).status).toBe(200);
    }
  });
  test("as of a past day nothing is corrected: its lines may be others", async () => {
    for (const path of ["/statements", "/", "/actors"]) {
      const html = await (await app.request(`${path}?as_of=2031-03-09`, { headers: host })).text();
      expect(html).not.toContain('class="fix"');
      expect(html).not.toContain('class="corrections"');
    }
  });
  test("a site of files has none of it", async () => {
    const options = { title: "Talks", asOf: null, undated: 0 };
    let pages = 0;
    for await (const { path, pieces } of siteOf(await dossier.record(), options)) {
      if (!path.endsWith(".html")) continue;
      const html = [...pieces].map(String).join("");
      pages++;
      for (const part of ['class="fix"', 'class="corrections"', 'class="desk-bar"', 'method="post"', "/decide"])
        expect(html).not.toContain(part);
    }
    expect(pages).toBeGreaterThan(10);
  });
  test("labels name every field, and none is needed that may be empty", async () => {
    const document = await page(`/documents/${(await dossier.record()).documents[0]?.id}`);
    for (const field of document.querySelectorAll(".correction :is(input:not([type=hidden]), select, textarea)"))
      expect(field.closest("label, fieldset")).not.toBeNull();
  });
});

describe("preview and saving", () => {
  test("a preview says what changes and keeps nothing; saving keeps it, leads back to the line, and can be undone there", async () => {
    const id = await statementWith("quotas remain open");
    const before = await dossier.record();
    const asked = asking("date-statement", [id, "2031-03-09"], { back: "/statements?page=1" });
    const preview = textOf(await page(asked));
    for (const part of [
      "When it was said: 2031-03-09",
      "The quotas remain open",
      "1 line of the record changes",
      "date",
    ])
      expect(preview).toContain(part);
    expect(await dossier.record()).toEqual(before);
    const response = await post(asked, { reason: "as the agency says" });
    const location = response.headers.get("location") ?? "";
    expect(location).toMatch(new RegExp(`^/statements\\?page=1&decided=c-[0-9a-f]{12}#fix-${id}$`));
    const back = await page(location);
    expect(back.querySelector(".saved")?.textContent).toContain("Saved: When it was said: 2031-03-09.");
    expect(back.querySelector(`#fix-${id}`)).not.toBeNull();
    expect((await dossier.decisions()).at(-1)).toMatchObject({ author: "Ada", reason: "as the agency says" });
    const undo = back.querySelector(".saved form")?.getAttribute("action") ?? "";
    const undone = (await post(undo)).headers.get("location") ?? "";
    expect(undone).toMatch(/^\/statements\?page=1&decided=c-/);
    expect((await page(undone)).querySelector(".saved")?.textContent).toContain("Taken back.");
    expect(await dossier.record()).toEqual(before);
  });
  test.each([
    ["nothing filled in", "date-statement", [], /takes: STATEMENT DATE/],
    ["no date", "date-statement", ["s-1", "soon"], /no document has these words|no date/],
    ["no such actor", "merge-actors", ["mira-tolland", "Nobody Of That Name"], /Nobody Of That Name/],
    ["no such kind", "frobnicate", ["x"], /no kind of decision/],
  ])("%s: it is said, and nothing is kept", async (_, kind, args, why) => {
    const count = (await dossier.decisions()).length;
    for (const response of [await app.request(asking(kind, args), { headers: host }), await post(asking(kind, args))]) {
      expect(response.status).toBe(400);
      expect(textOf(parseHTML(await response.text()).document)).toMatch(why);
    }
    expect((await dossier.decisions()).length).toBe(count);
  });
  test("a line that is gone meanwhile is told", async () => {
    expect((await app.request("/decide?line=s-000000000000", { headers: host })).status).toBe(404);
  });
  test("words that would break out of the page do not", async () => {
    const html = await (
      await app.request(asking("rename-actor", ["mira-tolland", `"><script>alert(1)</script>`]), { headers: host })
    ).text();
    expect(html).not.toContain("<script>alert");
  });
});

describe("coming back", () => {
  test("a renamed actor is found under its new address", async () => {
    const location = await saved("rename-actor", ["mira-tolland", "Mirabel Tolland"], { back: "/actors/mira-tolland" });
    expect(location).toMatch(/^\/actors\/mirabel-tolland\?decided=/);
    expect((await page(location)).querySelector("h1")?.textContent).toBe("Mirabel Tolland");
    const undo = (await page(location)).querySelector(".saved form")?.getAttribute("action") ?? "";
    expect((await post(undo)).headers.get("location")).toMatch(/^\/actors\/mira-tolland\?decided=/);
  });
  test("of merged actors the one that there is; of a rejected event its report", async () => {
    expect(await saved("merge-actors", ["mira-tolland", "otto-brandt"], { back: "/actors/otto-brandt" })).toMatch(
      /^\/actors\/mira-tolland\?decided=/,
    );
    const event = (await dossier.record()).events[0];
    const location = await saved("reject-event", [event?.id ?? ""], { back: `/events/${event?.id}` });
    expect(location).toMatch(/^\/(?:documents|events)\//);
    expect((await app.request(location, { headers: host })).status).toBe(200);
  });
  test.each(["//evil.example/", "https://evil.example/", "/\\evil.example"])("never to %s", async (back) => {
    const id = await statementWith("quotas remain open");
    expect(await saved("date-statement", [id, "2031-03-08"], { back })).toMatch(/^\/\?decided=/);
  });
  test("without an address to the page that one came from", async () => {
    const line = `/decide?line=${await statementWith("quotas")}`;
    const from = await page(line, app, { referer: "http://localhost/actors/otto-brandt?x=1" });
    expect(from.querySelector("a.back")?.getAttribute("href")).toBe("/actors/otto-brandt?x=1");
    const other = await page(line, app, { referer: "https://evil.example/x" });
    expect(other.querySelector("a.back")?.getAttribute("href")).toBe("/");
  });
});

describe("the log", () => {
  test("tells who, when, why and what became of it; conflicts and agreement; each entry is taken back there", async () => {
    const id = await statementWith("quotas remain open");
    await post(asking("date-statement", [id, "2031-03-08"]), { reason: "the second paragraph" });
    await saved("date-statement", [id, "2031-03-09"]);
    await saved("date-statement", [id, "2031-03-07"], {}, appAs("Bo"));
    const log = await page("/decisions");
    const lines = [...log.querySelectorAll("li.line")].map((line) => (line.textContent ?? "").replace(/\s+/g, " "));
    expect(lines[0]).toMatch(/When it was said: 2031-03-07 in force .*Bo/);
    expect(lines[1]).toMatch(/2031-03-09 in force .*Ada/);
    expect(lines[2]).toMatch(/2031-03-08 superseded .*because: the second paragraph .*by c-/);
    expect(textOf(log)).toMatch(/Conflicts 1.*statement: date of .*Ada: 2031-03-09 .*Bo: 2031-03-07 .*has effect/);
    expect(textOf(log)).toContain("Agreement between Ada, Bo");
    const mine = await page("/decisions?author=Bo&state=in+force");
    expect(mine.querySelectorAll("li.line").length).toBe(1);
    const undo = log.querySelector("li.line form")?.getAttribute("action") ?? "";
    expect((await post(undo)).headers.get("location")).toMatch(/^\/decisions\?decided=c-/);
    expect((await dossier.record()).statements.find((one) => one.id === id)?.date).toBe("2031-03-09");
  });
  test("what no longer matches says why", async () => {
    const gone = { doc: "d-000000000000", start: 0, end: 40 };
    const entry = {
      id: "c-of-another-dossier",
      at: "2031-01-01T00:00:00Z",
      author: "Cy",
      reason: null,
      supersedes: null,
      action: { kind: "reject-statement", on: [{ span: gone, words: "words that stand in no report of this one" }] },
    };
    await dossier.importDecisions([entry], "test");
    expect(textOf(await page("/decisions?state=without+effect"))).toMatch(
      /No statement no longer matches .*words that stand in no report.* it has no effect: its words are in no document/,
    );
  });
});

describe("review", () => {
  test("what is accepted does not come back, after a start of the server neither; what is skipped stands behind", async () => {
    const first = await page("/review");
    const line = first.querySelector(".review")?.getAttribute("data-line");
    expect(line).not.toBeNull();
    const skip = first.querySelector("a.skip-line")?.getAttribute("href") ?? "";
    const other = await page(skip);
    expect(other.querySelector(".review")?.getAttribute("data-line") ?? "none").not.toBe(line);
    const accept = first.querySelector(".answers form")?.getAttribute("action") ?? "";
    const location = (await post(accept)).headers.get("location") ?? "";
    expect(location).toMatch(/^\/review\?decided=/);
    for (const on of [app, appAs("Ada")]) {
      const lines: (string | null | undefined)[] = [];
      for (let path = "/review", count = 0; path !== "" && count < 60; count++) {
        const next = await page(path, on);
        lines.push(next.querySelector(".review")?.getAttribute("data-line"));
        path = next.querySelector("a.skip-line")?.getAttribute("href") ?? "";
      }
      expect(lines).not.toContain(line);
      expect(lines.at(-1)).toBeUndefined(); // the end is reached
    }
  });
});
