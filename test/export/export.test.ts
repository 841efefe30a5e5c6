import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { cell, csvOf } from "../../src/export/cells.js";
import { csvColumns, rowsOf } from "../../src/export/csv.js";
import { exporters, piecesOf } from "../../src/export/index.js";
import { escapeMarkdown } from "../../src/export/md.js";
import { InputError } from "../../src/model/errors.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { parseRecord, recordJsonSchema, recordSchema } from "../../src/model/schema.js";
import { readFolder } from "../../src/parley.js";
import { bytesOf, fixture, keptSample, sample, textOf } from "./written.js";

const golden = "test/golden";
/** The rows of a CSV text (RFC 4180), for reading back what was written. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

/** A plan and what became of it. */
const sampleReports = ["03-almont-preview.txt", "04-nordwire-geneva.txt"];
beforeAll(async () => {
  if (process.env.UPDATE_GOLDEN !== "records") return;
  const few = mkdtempSync(join(tmpdir(), "parley-sample-"));
  for (const name of sampleReports) cpSync(join("samples/security-guarantees", name), join(few, name));
  const record = await readFolder(few);
  rmSync(few, { recursive: true });
  writeFileSync(
    keptSample,
    `${JSON.stringify({ ...record, dossier: { ...record.dossier, title: "Sample" } }, null, 1)}\n`,
  );
}, 60_000);

describe.each(exporters.map((exporter) => [exporter.name, exporter] as const))("%s", (name, exporter) => {
  test.each([
    ["the fixture", golden, () => fixture] as const,
    ["a sample dossier", join(golden, "sample"), sample] as const,
  ])(
    "writes its golden file of %s (UPDATE_GOLDEN=1 writes it anew, UPDATE_GOLDEN=records takes the records anew first)",
    async (_, folder, load) => {
      const path = join(folder, `record.${exporter.extension}`);
      const written = await bytesOf(name, load());
      if (process.env.UPDATE_GOLDEN) writeFileSync(path, written);
      expect(existsSync(path), `${path} is missing: write it with UPDATE_GOLDEN=1 and read it`).toBe(true);
      if (exporter.binary) expect(written.equals(readFileSync(path)), path).toBe(true);
      else expect(written.toString("utf8")).toBe(readFileSync(path, "utf8"));
      if (!exporter.binary) expect(written.at(-1)).toBe(0x0a);
    },
  );
  test("writes the same bytes again, in few pieces", async () => {
    const pieces = [...(await piecesOf(exporter, fixture))];
    expect(Buffer.concat(pieces.map((piece) => Buffer.from(piece))).equals(await bytesOf(name, fixture))).toBe(true);
    expect(pieces.length).toBeLessThan(10);
  });
  test("has a name, a media type, an extension of its own and a line about it", () => {
    expect(exporter).toMatchObject({
      mediaType: expect.stringMatching(/^[a-z]+\/[a-z.+-]+$/),
      extension: expect.stringMatching(/^[a-z]+(?:\.[a-z]+)?$/),
    });
    const namesakes = exporters.filter((one) => one.name === name || one.extension === exporter.extension);
    expect([exporter.about.length > 10, namesakes.length]).toEqual([true, 1]);
  });
});

describe("the record and its schema", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const published = ajv.compile(recordJsonSchema());
  const strict = ajv.compile(z.toJSONSchema(recordSchema)); // no field but those of version 1
  const samples = ["security-guarantees", "harbour-strike"].map(
    (name) => [name, () => readFolder(join("samples", name))] as const,
  );

  test.each([["the fixture", async () => fixture] as const, ...samples])("%s is valid", async (_name, load) => {
    const record = JSON.parse(JSON.stringify(await load())) as ParleyRecord;
    expect([published(record), published.errors]).toEqual([true, null]);
    expect([strict(record), strict.errors]).toEqual([true, null]);
    expect(parseRecord(record, "record.json")).toBe(record);
  });

  test.each([
    ["another schema", { schema: "parley-record/2" }, "schema"],
    ["a list that is none", { events: "none" }, "events"],
    ["a date that is none", { dossier: { title: "", documents: 0, from: "2022-02-30", to: null } }, "dossier.from"],
    ["an unknown kind", { actors: [{ ...fixture.actors[0], kind: "planet" }] }, "actors.0.kind"],
    ["an event that nothing tells", { events: [{ ...fixture.events[0], reports: [] }] }, "events.0.reports"],
  ])("%s is refused with its place", (_name, fault, place) => {
    const input = { ...fixture, ...fault };
    expect(() => parseRecord(input, "record.json")).toThrow(InputError);
    expect(() => parseRecord(input, "record.json")).toThrow(`record.json: not a parley-record/1: ${place}: `);
  });
});

describe("CSV", () => {
  test("every row has every column, and its words are the evidence", async () => {
    const [header, ...rows] = parseCsv(await textOf("csv", fixture));
    expect(header).toEqual([...csvColumns]);
    const reports = fixture.events.reduce((sum, event) => sum + event.reports.length, 0);
    expect(rows.length).toBe(reports + fixture.statements.length);
    for (const row of rows) expect(row.length).toBe(csvColumns.length);
    for (const { words } of rowsOf(fixture)) expect(words === "" || typeof words === "string").toBe(true);
  });
  test("no cell runs in a spreadsheet, and every text can be read back", () => {
    const value = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"), fc.string())
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(value, (text) => {
        const [[read = ""] = []] = parseCsv(`${cell(text)},x\r\n`);
        expect(read).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(read.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "")).toBe(text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ""));
      }),
    );
    expect(
      csvOf(
        ["a", "b"],
        [
          [1, null],
          [true, 'x "y", z'],
        ],
      ),
    ).toBe('a,b\r\n1,\r\ntrue,"x ""y"", z"\r\n');
  });
});

test("Markdown: words of reports make no markup", async () => {
  expect(escapeMarkdown("*a* [b](c) <i>d</i> #e | `f`\n- g")).toBe(
    "\\*a\\* \\[b\\](c) \\<i\\>d\\</i\\> \\#e \\| \\`f\\` - g",
  );
  const written = await textOf("md", fixture);
  expect(written).not.toMatch(/(?<!\\)<(?:script|img|i|b)/);
});
