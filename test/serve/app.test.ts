// The web app: every internal link of every page leads somewhere, in the whole record and as of a day; headers, ETag, HEAD,
// errors in the same design, hosts, downloads.
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { Edtf } from "../../src/model/edtf.js";
import { appOf, asOfDay } from "../../src/serve/app.js";
import { isLoopback, isOwnHost } from "../../src/serve/host.js";
import type { ServedDossier } from "../../src/serve/views.js";
import { record, recordAsOf } from "../pages/fixture.js";
import { crawl } from "./crawl.js";

const asked: (Edtf | null)[] = [];
const dossier: ServedDossier = {
  title: async () => record.dossier.title,
  version: async () => 1,
  record: async ({ asOf = null } = {}) => {
    asked.push(asOf);
    return asOf === null ? record : recordAsOf(asOf);
  },
};
const app = appOf(dossier);
const get = (path: string, init?: RequestInit): Promise<Response> => Promise.resolve(app.request(path, init));

describe("links", () => {
  test("every link of every page leads somewhere", async () => {
    const { pages, broken } = await crawl(get, "/");
    expect(broken).toEqual([]);
    expect(pages.size).toBeGreaterThan(20);
  });
  test("as of a day too, and the day stays in every link", async () => {
    const { pages, broken } = await crawl(get, "/?as_of=2023-03-01");
    expect(broken).toEqual([]);
    const seen = [...pages.keys()].filter((path) => path.includes("as_of=2023-03-01"));
    expect(seen.length).toBeGreaterThan(6);
    for (const path of seen) {
      const document = pages.get(path);
      expect(document?.querySelector(".as-of")?.textContent).toContain("As of 1 March 2023");
      for (const link of document?.querySelectorAll("main a[href^='/']") ?? [])
        expect(link.getAttribute("href")).toContain("as_of=2023-03-01");
    }
  });
});

describe("as of", () => {
  test("what was planned on the day was held later", async () => {
    expect(await (await get("/events/e-00000000000b?as_of=2023-03-01")).text()).toContain("</svg> planned</span>");
    expect(await (await get("/events/e-00000000000b")).text()).toContain("</svg> held</span>");
  });
  test("undated reports are counted", async () => {
    expect(await (await get("/?as_of=2023-03-01")).text()).toContain("1 undated report left out.");
  });
  test("what had not been reported by then is not found, and the page says so", async () => {
    const response = await get("/events/e-00000000000c?as_of=2023-03-01");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("had been reported by 2023-03-01");
  });
  test.each([
    ["2022-01-09", "2022-01-09"],
    ["2022-02", "2022-02-28"],
    ["2022", "2022-12-31"],
    ["", null],
    [undefined, null],
    [" 2022-01-09 ", "2022-01-09"],
  ])("%s means %s", (text, day) => {
    expect(asOfDay(text)).toBe(day);
  });
  test.each(["yesterday", "2022-13-01", "2022-02-30", "2022/2023", "2022/..", "9.1.2022", "<b>"])(
    "%s gives a page that says what a day looks like",
    async (text) => {
      const response = await get(`/statements?as_of=${encodeURIComponent(text)}`);
      expect(response.status).toBe(400);
      const page = await response.text();
      expect(page).toContain("2022-01-09 (year, month, day)");
      expect(page).toContain("<h1>Not understood</h1>");
      expect(page).not.toContain("<b>");
    },
  );
  test("a date of a filter that is none is told too", async () => {
    expect((await get("/?from=soon")).status).toBe(400);
  });
  test("a view is made once a version", async () => {
    await get("/?as_of=2023-03-07");
    const before = asked.length;
    await get("/actors?as_of=2023-03-07");
    expect(asked.length).toBe(before);
  });
});

describe("answers", () => {
  test("headers let nothing run, nothing in from elsewhere, nobody frame", async () => {
    const { headers } = await get("/");
    const policy = headers.get("content-security-policy") ?? "";
    for (const rule of [
      "default-src 'none'",
      "style-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin"); // other sites are told nothing; forms name their origin
    expect(headers.get("strict-transport-security")).toBeNull();
  });
  test("what has not changed is not sent again", async () => {
    const etag = (await get("/statements")).headers.get("etag") ?? "";
    expect(etag).not.toBe("");
    const again = await get("/statements", { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect((await get("/actors", { headers: { "If-None-Match": etag } })).status).toBe(200);
  });
  test("HEAD tells the same without a body", async () => {
    const head = await get("/documents", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("content-type")).toContain("text/html");
  });
  test.each([
    ["/nothing", 404],
    ["/events/e-000000000000", 404],
    ["/documents/d-1", 404],
    ["/actors/nobody", 404],
    ["/export/pptx", 404],
    ["/actors/%E0%A4%A", 404],
  ])("%s is not found, in the design of all pages", async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(parseHTML(await response.text()).document.querySelector("h1")?.textContent).toBe("Not found");
  });
  test.each(["POST", "PUT", "DELETE"])("%s changes nothing", async (method) => {
    expect((await get("/", { method })).status).toBe(404);
  });
  test("what breaks is told to the operator and shown without its inside", async () => {
    const told: unknown[] = [];
    const broken = appOf(
      { ...dossier, record: () => Promise.reject(new Error("secret path /x")) },
      { onError: (error) => told.push(error) },
    );
    const response = await broken.request("/");
    expect(response.status).toBe(500);
    const page = await response.text();
    expect(page).toContain("Something broke");
    expect(page).not.toContain("secret");
    expect(told.length).toBe(1);
  });
  test("health", async () => {
    expect(await (await get("/healthz")).text()).toBe("ok\n");
  });
  test.each(["json", "csv", "md"])("the export %s is sent as a file", async (name) => {
    const response = await get(`/export/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="River-talks-dams\.\w+"$/);
    expect((await response.text()).length).toBeGreaterThan(100);
  });
});

describe("hosts", () => {
  const own = appOf(dossier, { onlyOwnHost: true });
  test.each([
    ["localhost:4780", 200],
    ["127.0.0.1:4780", 200],
    ["[::1]:4780", 200],
    ["LOCALHOST", 200],
    ["talks.localhost:1", 200],
    ["evil.example", 421],
    ["localhost.evil.example:4780", 421],
    ["127.0.0.1.nip.example", 421],
    ["192.168.1.2:4780", 421],
  ])("asked as %s it answers %d", async (host, status) => {
    expect((await own.request("/", { headers: { host } })).status).toBe(status);
  });
  test("without a name it does not answer", () => {
    expect(isOwnHost(undefined)).toBe(false);
  });
  test.each([
    ["127.0.0.1", true],
    ["localhost", true],
    ["::1", true],
    ["0.0.0.0", false],
    ["192.168.1.2", false],
  ])("%s is of this machine only: %s", (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
