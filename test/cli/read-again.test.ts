// parley read --again: what an older reader read is read anew; what changed is told by whose doing it is.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../../src/store/database.js";
import { writeReports } from "../dossier/reports.js";
import { parley } from "./world.js";

const folder = mkdtempSync(join(tmpdir(), "parley-again-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const clippings = writeReports(join(folder, "clippings"));
const dossier = join(folder, "talks.parley");

/** Makes the readings those of an older reader, which took no statement for one. */
function aged(): void {
  const database = openDatabase(dossier, "write", "");
  database
    .prepare(
      "UPDATE readings SET maker = 'older', json = json_set(json, '$.attributions', json('[]'), '$.stances', json('[]'))",
    )
    .run();
  database.prepare("DELETE FROM records").run();
  database.prepare("UPDATE meta SET value = value + 1 WHERE name = 'version'").run();
  database.close();
}

test("what an older reader did not see is told as new because of the reader; decisions are kept", async () => {
  await parley(["read", clippings, "-d", dossier]);
  aged();
  const words = "The quotas remain open";
  const decide = ["decide", "add-statement", words, "otto-brandt", "--by", "Ada", "-d", dossier];
  expect((await parley(decide)).code).toBe(0);
  const { code, out, err } = await parley(["read", "--again", "-d", dossier]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/^5 documents read anew\.\n/);
  expect(out).toMatch(/\nChanged because of the reader \(\d+\)\n {2}\+ statement s-/);
  const { entries } = JSON.parse((await parley(["decisions", "--format", "json", "-d", dossier])).out) as {
    entries: { state: string }[];
  };
  expect(entries.map(({ state }) => state)).toEqual(["in force"]);
});

test("with --no-news it is not told", async () => {
  aged();
  expect((await parley(["read", "--again", "--no-news", "-d", dossier])).out).toBe("5 documents read anew.\n");
});
