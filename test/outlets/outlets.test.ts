import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { outlets } from "../../src/outlets/index.js";
import { take } from "../ingest/kit.js";

describe("outlets are data", () => {
  test("every file of the folder is in the list", () => {
    const files = readdirSync("src/outlets").filter((name) => name !== "index.ts");
    expect(outlets.length).toBe(files.length);
    expect(outlets.length).toBeGreaterThan(0);
  });
  test("no two outlets share a host or a form", () => {
    const names = outlets.flatMap(({ name, forms }) => [...new Set([name.toLowerCase(), ...forms])]);
    const hosts = outlets.flatMap((outlet) => outlet.hosts);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(hosts).size).toBe(hosts.length);
  });
  test.each(outlets.map((outlet) => [outlet.name, outlet] as const))(
    "%s: forms in lower case, hosts as hosts",
    (_name, { forms, hosts }) => {
      for (const form of forms) expect(form).toBe(form.toLowerCase());
      for (const host of hosts) expect(host).toMatch(/^(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
    },
  );
  test("a page of a known host is its outlet's; an unknown one is nobody's", async () => {
    const page = (host: string) =>
      `<html><head><link rel="canonical" href="https://www.${host}/a"></head><body><h1>Talks go on</h1><p>The two sides met again on Monday and will go on.</p></body></html>`;
    expect((await take(page("reuters.com"), "a.html", { outlets })).outlet).toBe("Reuters");
    expect((await take(page("somewhere.example"), "a.html", { outlets })).outlet).toBeNull();
  });
});
