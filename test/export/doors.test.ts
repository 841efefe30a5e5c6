// Every format through the doors: the command line to a file and to a pipe, the server as a download; and what is imported for it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportCommand } from "../../src/cli/export.js";
import type { Io } from "../../src/cli/io.js";
import { exporters } from "../../src/export/index.js";
import { openDossier } from "../../src/parley.js";
import { appOf } from "../../src/serve/app.js";
import { parley } from "../cli/world.js";
import { bytesOf, keptSample, sample } from "./written.js";

const folder = mkdtempSync(join(tmpdir(), "parley-doors-"));
const dossier = join(folder, "talks.parley");
const names = exporters.map(({ name }) => name);
beforeAll(async () => {
  expect((await parley(["import", keptSample, "-d", dossier])).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command writes to a pipe. */
async function piped(format: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  const io: Io = {
    out: (text) => void parts.push(Buffer.from(text)),
    outBytes: (bytes) => void parts.push(Buffer.from(bytes)),
    err: () => {},
    stdin: async () => new Uint8Array(),
    terminal: { in: false, out: false, err: false },
    columns: null,
    env: {},
    nodeVersion: process.version,
    ended: () => Promise.resolve(),
  };
  expect(await exportCommand(io, [], { dossier, format })).toBe(0);
  return Buffer.concat(parts);
}

describe.each(names)("%s", (name) => {
  test("to a file, to a pipe and from the server: the same bytes", async () => {
    const expected = await bytesOf(name, sample());
    const path = join(folder, `out-${name}`);
    expect((await parley(["export", "-d", dossier, "--format", name, "-o", path])).code).toBe(0);
    expect(readFileSync(path).equals(expected)).toBe(true);
    expect((await piped(name)).equals(expected)).toBe(true);
    const exporter = exporters.find((one) => one.name === name);
    const open = await openDossier(dossier, { mode: "read" });
    try {
      const answer = await appOf(open).request(`/export/${name}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toContain(exporter?.mediaType);
      expect(answer.headers.get("content-type")?.includes("charset=utf-8")).toBe(!exporter?.binary);
      expect(answer.headers.get("content-disposition")).toMatch(
        new RegExp(`^attachment; filename=".+\\.${exporter?.extension}"$`),
      );
      expect(Buffer.from(await answer.arrayBuffer()).equals(expected)).toBe(true);
    } finally {
      await open.close();
    }
  }, 60_000);
});

test("what is no text is not shown on a terminal", async () => {
  const { code, out, err } = await parley(["export", "-d", dossier, "--format", "docx"], { terminal: true });
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("-o FILE.docx");
});

test("the list names every format with a line about it", async () => {
  const { out } = await parley(["export", "--list"]);
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/\s/)[0]),
  ).toEqual(names);
});

test("what writes a format is imported when it is asked for", () => {
  const imports = (path: string): string[] =>
    [...readFileSync(path, "utf8").matchAll(/^(?:import|export)(?! type).*? from "([^"]+)"/gm)].map(
      (match) => match[1] ?? "",
    );
  expect(imports("src/export/index.ts")).toEqual(["./exporter.js"]);
  expect(imports("src/export/exporter.ts")).toEqual([]);
});
