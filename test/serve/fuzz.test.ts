// Calls that nobody means get errors, not crashes: a thousand here, ten thousand in `npm run bench -- --fuzz`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fuzz } from "../../scripts/bench/fuzz.js";
import { findSources, openDossier } from "../../src/parley.js";
import { writeReports } from "../dossier/reports.js";

const folder = mkdtempSync(join(tmpdir(), "parley-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a thousand calls: each is answered, nothing breaks, the dossier is whole", async () => {
  const dossier = await openDossier(join(folder, "talks.parley"));
  await dossier.takeIn(findSources([writeReports(join(folder, "clippings"))], dossier.place));
  const { got, broken } = await fuzz(dossier, 1000, 20310310);
  expect(broken).toEqual([]);
  expect([...got.values()].reduce((sum, count) => sum + count, 0)).toBe(1000);
  for (const what of ["REST 200", "REST 400", "REST 404", "REST 405", "MCP answer", "MCP error", "MCP over HTTP 200"])
    expect(got.get(what) ?? 0, what).toBeGreaterThan(0);
  expect((await dossier.check()).filter(({ state }) => state === "bad")).toEqual([]);
  expect((await dossier.record()).documents.length).toBeGreaterThanOrEqual(5);
  await dossier.close();
}, 120_000);
