// PLOVER: a line an event, roots and quadrants of the coding scheme, columns that the codebook tells.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ploverColumns, quadrants, rootOfKind } from "../../src/export/plover.js";
import type { ActorId } from "../../src/model/ids.js";
import type { Event, ParleyRecord } from "../../src/model/record.js";
import { eventKinds, type ParticipantRole } from "../../src/model/words.js";
import { anyText, fixture, sample, textOf, withEvent } from "./written.js";

type Row = Readonly<Record<string, string>>;
async function rowsOf(record: ParleyRecord): Promise<readonly Row[]> {
  const [header = "", ...lines] = (await textOf("plover", record)).trimEnd().split("\n");
  const columns = header.split("\t");
  expect(columns).toEqual([...ploverColumns]);
  return lines.map((line) => {
    const cells = line.split("\t");
    expect(cells.length).toBe(columns.length);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}
const firstOf = async (change: Partial<Event>): Promise<Row | undefined> => (await rowsOf(withEvent(change)))[0];

describe("PLOVER", () => {
  test.each([
    ["the fixture", fixture],
    ["the sample", sample()],
  ])("%s: one line an event, in order, with its outlet and words", async (_, record) => {
    const rows = await rowsOf(record);
    expect(rows.map(({ event_id }) => event_id)).toEqual(record.events.map(({ id }) => id));
    for (const row of rows) {
      expect(row.sentence).toContain(row.words);
      const document = record.documents.find(({ id }) => id === row.document);
      expect(row.outlet).toBe(document?.outlet);
      expect(document?.text.slice(Number(row.start), Number(row.end)).replace(/\s+/g, " ")).toBe(row.words);
    }
  });
  test("every kind has a line in the table, and every root of it a quadrant", () => {
    expect(Object.keys(rootOfKind)).toEqual([...eventKinds]);
    for (const { root } of Object.values(rootOfKind)) expect(root === null || root in quadrants).toBe(true);
    expect(new Set(Object.values(quadrants))).toEqual(new Set([1, 2, 3, 4]));
  });
  test("every root that the reader's rules know has a quadrant", () => {
    for (const table of ["events.txt", "events-nouns.txt"])
      for (const line of readFileSync(`src/lang/en/${table}`, "utf8")
        .split("\n")
        .filter((row) => /^[a-z]/.test(row)))
        for (const root of line
          .split("|")
          .map((cell) => cell.trim())
          .filter((cell) => /^[A-Z]{3,}$/.test(cell)))
          expect(Object.keys(quadrants)).toContain(root);
  });
  test.each([
    [{ kind: "meeting", plover: null }, ["CONSULT", "", "1", "kind"]],
    [{ kind: "call", plover: null }, ["CONSULT", "phone", "1", "kind"]],
    [{ kind: "call", plover: "CONSULT" }, ["CONSULT", "phone", "1", "rule"]],
    [{ kind: "visit", plover: "COERCE" }, ["COERCE", "", "4", "rule"]], // a mode is that of its root only
    [{ kind: "sanction", plover: null }, ["SANCTION", "", "4", "kind"]],
    [{ kind: "other", plover: "YIELD" }, ["YIELD", "", "2", "rule"]],
    [{ kind: "rejection", plover: null }, ["REJECT", "", "3", "kind"]],
    [{ kind: "vote", plover: null }, ["", "", "", ""]],
  ] as const)("%j is coded %j", async (change, expected) => {
    const row = await firstOf(change);
    expect([row?.root, row?.mode, row?.quad, row?.coded_by]).toEqual(expected);
  });
  test.each([
    [["agent", "target"], "Aldovia", "Brennland"],
    [["agent", "counterpart"], "Aldovia", "Brennland"],
    [["agent", "host"], "Aldovia", "Brennland"],
    [["participant", "participant"], "Aldovia; Brennland", "Aldovia; Brennland"],
    [["participant"], "Aldovia", ""], // nobody meets himself
    [["agent"], "Aldovia", ""],
  ] as [ParticipantRole[], string, string][])("%j: source %s, target %s", async (roles, source, target) => {
    const actors = ["aldovia", "brennland"] as ActorId[];
    const participants = roles.flatMap((role, index) => (actors[index] ? [{ actor: actors[index], role }] : []));
    const row = await firstOf({ participants });
    expect([row?.source_actors, row?.target_actors]).toEqual([source, target]);
  });
  test("no text breaks a line or runs in a spreadsheet", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (place) => {
        const rows = await rowsOf(withEvent({ place }));
        expect(rows).toHaveLength(fixture.events.length);
        expect(rows[0]?.place).not.toMatch(/^[=+\-@\r\n]/);
      }),
      { numRuns: 50 },
    );
  });
  test("docs/codebook.md tells every column and every kind's root", () => {
    const page = readFileSync("docs/codebook.md", "utf8");
    for (const column of ploverColumns) expect(page).toContain(`- \`${column}\`:`);
    for (const [kind, { root }] of Object.entries(rootOfKind)) expect(page).toContain(`${kind} → ${root ?? "none"}`);
  });
});
