// The calls that docs/api.md shows work as they stand there, where curl is at hand.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Dossier, findSources, openDossier } from "../../src/parley.js";
import { ownAccess } from "../../src/serve/access.js";
import { type Served, startServer } from "../../src/serve/serve.js";
import { reports, writeReports } from "../dossier/reports.js";

const folder = mkdtempSync(join(tmpdir(), "parley-curl-"));
const token = "t0ken";
let dossier: Dossier;
let served: Served;
beforeAll(async () => {
  dossier = await openDossier(join(folder, "talks.parley"));
  await dossier.takeIn(findSources([writeReports(join(folder, "clippings"))], dossier.place));
  writeReports(folder, {
    "monday.html": reports["sub/04-page.html"] ?? "",
    "tuesday.txt": reports["01-call.txt"] ?? "",
  });
  const access = ownAccess({ author: "Ada", token });
  const now = (): string => new Date().toISOString();
  served = await startServer(dossier, { port: 0, access, writing: { dossier, access, now } });
});
afterAll(async () => {
  await served.close();
  await dossier.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a shell prints of a line. */
function run(line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", line], { cwd: folder, env: { ...process.env, PARLEY_TOKEN: token } });
    let out = "";
    child.stdout.on("data", (piece) => {
      out += String(piece);
    });
    child.on("error", reject);
    child.on("close", () => resolve(out));
  });
}

const hasCurl = spawnSync("curl", ["--version"]).status === 0;
const lines = [...readFileSync("docs/api.md", "utf8").matchAll(/```sh\n([\s\S]*?)```/g)]
  .map((match) => (match[1] ?? "").replaceAll("\\\n", " "))
  .join("")
  .split("\n")
  .filter((line) => line.startsWith("curl"));

test("there are two", () => expect(lines).toHaveLength(2));

test.runIf(hasCurl)("reports are sent; a correction is tried", async () => {
  const [statement] = (await dossier.record()).statements;
  const at = (line = ""): string =>
    line
      .replaceAll("http://localhost:4780/", served.url.replace("localhost", "127.0.0.1"))
      .replaceAll("s-0a1b2c3d4e5f", statement?.id ?? "");
  const sent = await run(at(lines[0]));
  expect(sent.match(/^event: .*$/gm)).toEqual(["event: report", "event: report", "event: done"]);
  expect(await dossier.count()).toBe(7);
  const tried = JSON.parse(await run(at(lines[1]))) as { saved: boolean; changes: { id: string }[] };
  expect(tried.saved).toBe(false);
  expect(tried.changes.map(({ id }) => id)).toContain(statement?.id);
});
