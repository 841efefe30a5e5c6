// The site of files: every link of every page leads to a file and a place that are there, whatever stands in the record; the same
// record gives the same files; nothing of it needs a server.
import { posix } from "node:path";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { exporters } from "../../src/export/index.js";
import { type Edtf, edtf } from "../../src/model/edtf.js";
import { fileWord } from "../../src/pages/links.js";
import { type SiteFile, siteOf } from "../../src/publish/site.js";
import { record, recordAsOf } from "../pages/fixture.js";

type Site = ReadonlyMap<string, string>;
const days = ["2023-03-01", "2023-03-07"].map(edtf);
const at = async (day: Edtf) => ({ record: recordAsOf(day), undated: 1 });
const options = { title: record.dossier.title, asOf: null, undated: 1, days, at };

async function collected(files: AsyncIterable<SiteFile>): Promise<Site> {
  const site = new Map<string, string>();
  for await (const { path, pieces } of files) {
    expect(site.has(path), `${path} is written once`).toBe(false);
    site.set(path, [...pieces].map((piece) => (typeof piece === "string" ? piece : "(bytes)")).join(""));
  }
  return site;
}

let site: Site;
let pages: ReadonlyMap<string, ReturnType<typeof parseHTML>["document"]>;
beforeAll(async () => {
  site = await collected(siteOf(record, options));
  const names = [...site.keys()].filter((path) => path.endsWith(".html") && !path.startsWith("export/"));
  pages = new Map(names.map((path) => [path, parseHTML(site.get(path) ?? "").document]));
});

/** Where an address of a page leads: file and place. */
function targetOf(from: string, address: string): { readonly path: string; readonly place: string } {
  const url = new URL(address, `http://site/${from}`);
  return { path: decodeURIComponent(url.pathname.slice(1)), place: decodeURIComponent(url.hash.slice(1)) };
}

describe("links", () => {
  test("each leads to a file that is there, and to a place on it", () => {
    const broken: string[] = [];
    for (const [path, document] of pages) {
      for (const link of document.querySelectorAll("a[href], link[href], script[src], form[action]")) {
        const address = link.getAttribute("href") ?? link.getAttribute("src") ?? link.getAttribute("action") ?? "";
        if (/^(?:https?|data):/.test(address)) continue;
        const target = targetOf(path, address);
        const isThere = site.has(target.path);
        const place = target.place === "" || pages.get(target.path)?.getElementById(target.place);
        if (!isThere || !place) broken.push(`${path} → ${address}`);
      }
    }
    expect(broken).toEqual([]);
    expect(pages.size).toBeGreaterThan(60);
  });
  test("none leaves the site or begins at the root of a host", () => {
    for (const [path, document] of pages)
      for (const link of document.querySelectorAll("a[href], link[href], script[src], form[action]")) {
        const address = link.getAttribute("href") ?? link.getAttribute("src") ?? link.getAttribute("action") ?? "";
        expect(address, path).not.toMatch(/^\/|^javascript:/i);
        expect(posix.normalize(posix.join(posix.dirname(path), address)), path).not.toMatch(/^\.\./);
      }
  });
  test("no page is written that no other leads to", () => {
    const reached = new Set<string>(["index.html"]);
    for (const [path, document] of pages)
      for (const link of document.querySelectorAll("a[href], form[action]"))
        reached.add(targetOf(path, link.getAttribute("href") ?? link.getAttribute("action") ?? "").path);
    const views = [...pages.keys()].filter((path) => path.includes("~"));
    expect(views.length).toBeGreaterThan(5);
    expect(views.filter((path) => !reached.has(path))).toEqual([]);
  });
  test("no page says that there is nothing at its address", () => {
    for (const [path, document] of pages) expect(document.querySelector("h1")?.textContent, path).not.toBe("Not found");
  });
  test("what search looks through leads to files too", () => {
    const list = JSON.parse(
      (site.get("search-index.js") ?? "").replace(/^window\.parleySearch=/, "").replace(/;\n$/, ""),
    ) as [string, string, string, string, string][];
    expect(list.length).toBeGreaterThan(10);
    for (const [, , , address] of list) expect(site.has(targetOf("search.html", address).path), address).toBe(true);
  });
});

describe("files", () => {
  test("every export is there, listed on the page of downloads", () => {
    const listed = [...(pages.get("downloads.html")?.querySelectorAll("tbody a") ?? [])].map((link) =>
      link.getAttribute("href"),
    );
    expect(listed.length).toBe(exporters.length);
    for (const path of listed) expect(site.has(path ?? ""), path ?? "").toBe(true);
  });
  test("the same record gives the same files", async () => {
    const again = await collected(siteOf(record, options));
    expect([...again.keys()]).toEqual([...site.keys()]);
    for (const [path, text] of site) if (!path.startsWith("export/")) expect(again.get(path), path).toBe(text);
  });
  test("names are plain, short, and apart on every file system", () => {
    const lower = [...site.keys()].map((path) => path.toLowerCase());
    expect(new Set(lower).size).toBe(site.size);
    for (const path of site.keys()) {
      expect(path).toMatch(/^[A-Za-z0-9.~/-]+$/);
      for (const part of path.split("/")) expect(part.length).toBeLessThan(200);
    }
  });
  test("without a server there are no forms but the one that the script of the pages answers", () => {
    for (const [path, document] of pages)
      for (const form of document.querySelectorAll("form"))
        expect(targetOf(path, form.getAttribute("action") ?? "").path).toMatch(/^(?:as-of\/[\d-]+\/)?search\.html$/);
  });
  test("the record as of a day stands in a folder of its own; each page leads to the same page of every other day", async () => {
    const then = pages.get("as-of/2023-03-01/statements.html");
    expect(then?.querySelector(".as-of")?.textContent).toContain("As of 1 March 2023.");
    const links = [...(then?.querySelectorAll(".days a") ?? [])].map(
      (link) => targetOf("as-of/2023-03-01/statements.html", link.getAttribute("href") ?? "").path,
    );
    expect(links).toEqual(["as-of/2023-03-07/statements.html", "statements.html"]);
    const now = [...(pages.get("statements.html")?.querySelectorAll(".days a") ?? [])].map((link) =>
      link.getAttribute("href"),
    );
    expect(now).toEqual(days.map((day) => `as-of/${day}/statements.html`));
    expect(then?.querySelectorAll("li.line").length).toBeLessThan(
      pages.get("statements.html")?.querySelectorAll("li.line").length ?? 0,
    );
  });
  test("what a day does not know yet leads to the chronicle of that day", () => {
    const late =
      [...pages.keys()].find((path) => path.startsWith("documents/") && !pages.has(`as-of/2023-03-01/${path}`)) ?? "";
    const links = [...(pages.get(late)?.querySelectorAll(".days a") ?? [])].map(
      (link) => targetOf(late, link.getAttribute("href") ?? "").path,
    );
    expect(links[0]).toBe("as-of/2023-03-01/index.html");
  });
  test("a page of a day leads to no page of another day but by its days", () => {
    for (const [path, document] of pages) {
      if (!path.startsWith("as-of/2023-03-01/")) continue;
      for (const link of document.querySelectorAll("a[href]")) {
        if (link.closest(".days") || link.textContent === "they are offered there") continue;
        const address = link.getAttribute("href") ?? "";
        if (!/^https?:/.test(address))
          expect(targetOf(path, address).path, `${path} ${address}`).toMatch(/^as-of\/2023-03-01\//);
      }
    }
  });
  test("as of a day each page says so", async () => {
    const then = await collected(
      siteOf(record, { ...options, days: [], asOf: record.documents[0]?.published.value ?? null }),
    );
    expect(then.get("actors.html")).toContain("As of 1 March 2023");
  });
});

test.each([
  ["sergei-ryabkov", /^sergei-ryabkov$/],
  ["NORDWIRE", /^nordwire\.[0-9a-f]{8}$/],
  ["נהר", /^x\.[0-9a-f]{8}$/],
  ["con", /^con\.[0-9a-f]{8}$/],
  ["../../etc/passwd", /^etc-passwd\.[0-9a-f]{8}$/],
  ["a".repeat(500), /^a{60}\.[0-9a-f]{8}$/],
])("%s as part of a file name", (text, expected) => {
  expect(fileWord(text)).toMatch(expected);
});
