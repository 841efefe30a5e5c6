// What only whole processes show, on compiled code: kill -9 during `parley read`, twenty times at points spread over the run,
// ten of them inside a half-taken document, half of them with threads that read; readers beside a writer; folders that cannot
// be written; a reader that goes away.
import { type SpawnSyncOptions, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSources, openDossier } from "../../src/parley.js";
import { compile } from "../compiled.js";

let build = "";
const folder = mkdtempSync(join(tmpdir(), "parley-killed-"));
const reports = join(folder, "reports");
const words = ["lantern", "anchor", "harvest", "granite", "meadow", "copper", "thistle", "walnut", "ember", "saffron"];

/** Five points a document: document, reading, keys, passages (all in its transaction), committed. */
const pointsEach = 5;
const inside = [1, 7, 13, 19, 22, 26, 33, 38, 44, 46];
const outside = [5, 10, 20, 35, 50, -1, -3, -4, -6, -9];

beforeAll(() => {
  build = compile("processes");
  mkdirSync(reports);
  for (const [index, word] of words.entries()) {
    const day = `2031-03-${String(index + 10)}`;
    const text = `Talks on the ${word} quota\n\n${day}\n\nThe envoys of Arvania and Belmora met in Port Corin on March ${index + 9}, 2031.\n\n"The ${word} quota is open," chief envoy Mira Tolland said. She will meet her counterpart again next week.\n`;
    writeFileSync(join(reports, `${String(index).padStart(2, "0")}-${word}.txt`), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Half of the runs read in threads. */
const workersAt = (point: number): string => (point % 2 === 0 ? "2" : "1");

/** Runs an intake until it stops at a point, kills it, and gives what it had told as taken in. */
function killedAt(point: number, dossier: string): Promise<readonly string[]> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [
      "test/store/killed.mjs",
      build,
      String(point),
      "read",
      reports,
      "-d",
      dossier,
      "--workers",
      workersAt(point),
    ]);
    let out = "";
    let err = "";
    child.stderr.on("data", (part) => {
      err += part;
    });
    child.stdout.on("data", (part) => {
      out += part;
      if (out.includes("STOPPED\n")) child.kill("SIGKILL");
    });
    child.on("close", (_code, signal) => {
      if (signal !== "SIGKILL") fail(new Error(`it ended by itself at point ${point}: ${out}${err}`));
      else done([...out.matchAll(/^taken in (\S+)$/gm)].map((match) => match[1] ?? ""));
    });
  });
}

async function recordText(path: string): Promise<string> {
  const dossier = await openDossier(path, { title: "talks" });
  await dossier.takeIn(findSources([reports], path));
  const record = JSON.stringify(await dossier.record());
  await dossier.close();
  return record;
}

describe("kill -9 during parley read", () => {
  let undisturbed = "";
  beforeAll(async () => {
    undisturbed = await recordText(join(folder, "whole.parley"));
  });

  test("the points are where they are said to be", () => {
    expect([...inside, ...outside]).toHaveLength(20);
    expect(inside.every((point) => point % pointsEach !== 0)).toBe(true);
    expect(outside.every((point) => point < 0 || point % pointsEach === 0)).toBe(true);
  });

  test.concurrent.each([...inside, ...outside])(
    "at point %i nothing told is lost, nothing is half there",
    async (point) => {
      const path = join(folder, `killed${point}`, "talks.parley");
      mkdirSync(join(folder, `killed${point}`));
      const told = await killedAt(point, path);
      const committed = point < 0 ? -point : Math.floor(point / pointsEach);
      expect(told).toHaveLength(point < 0 || point % pointsEach !== 0 ? committed : committed - 1);
      const dossier = await openDossier(path, { mode: "read" });
      expect(await dossier.count()).toBe(committed);
      const { record } = await dossier.view();
      const there = record.documents.map(({ uri }) => uri);
      for (const uri of told) expect(there).toContain(uri);
      for (const [index, word] of words.entries()) {
        const found = await dossier.search(`${word} quota`);
        expect(found.some(({ kind }) => kind === "document")).toBe(index < committed);
        expect(found.some(({ kind }) => kind === "statement")).toBe(index < committed);
      }
      expect((await dossier.check()).filter(({ state }) => state === "bad")).toEqual([]);
      await dossier.close();
      expect(await recordText(path)).toBe(undisturbed);
    },
  );
}, 240_000);

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the command line as a process of its own; as a user without rights where this one is root. */
function parley(args: readonly string[], options: SpawnSyncOptions = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(build, "src/cli/index.js"), ...args], {
    ...options,
    encoding: "utf8",
  });
  return { code: status, out: String(stdout), err: String(stderr) };
}
const nobody: SpawnSyncOptions = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

describe("a folder that cannot be written", () => {
  const closed = join(folder, "closed");
  const path = join(closed, "talks.parley");
  beforeAll(() => {
    chmodSync(folder, 0o755);
    mkdirSync(closed);
    expect(parley(["read", reports, "-d", path]).code).toBe(0);
    chmodSync(path, 0o444);
    chmodSync(closed, 0o555);
  });
  afterAll(() => chmodSync(closed, 0o755));

  test("its dossier is read, and nothing is left beside it", () => {
    const { code, out } = parley(["documents", "-d", path], nobody);
    expect(code).toBe(0);
    expect(out).toContain("Talks on the lantern quota");
    expect(readdirSync(closed)).toEqual(["talks.parley"]);
  });
  test.each([
    ["an existing dossier", "talks.parley"],
    ["a new one", "new.parley"],
  ])("taking in is refused in one line: %s", (_name, file) => {
    const { code, err } = parley(["read", reports, "-d", join(closed, file)], nobody);
    expect(code).toBe(2);
    expect(err).toMatch(/^parley: \S+: it cannot be written here\. [^\n]+\n$/);
    expect(readdirSync(closed)).toEqual(["talks.parley"]);
  });
});

describe("a report that may not be read", () => {
  test("is told in one line and skipped", () => {
    const place = join(folder, "mixed");
    mkdirSync(place);
    chmodSync(place, 0o777);
    writeFileSync(join(place, "a.txt"), "Envoys met in Port Corin on Monday.\n");
    writeFileSync(join(place, "b.txt"), "Envoys parted on Tuesday.\n");
    chmodSync(join(place, "a.txt"), 0);
    const { code, out, err } = parley(["read", place, "-d", join(place, "talks.parley")], nobody);
    expect(err).toBe("skipped a.txt: it may not be read\n");
    expect(out).toMatch(/^taken in b\.txt\n1 taken in, 1 skipped\. /);
    expect(code).toBe(1);
  });
});

describe("processes side by side", () => {
  test("readers see whole documents while one writes", async () => {
    const path = join(folder, "busy.parley");
    const first = await openDossier(path);
    await first.takeIn(findSources([join(reports, "00-lantern.txt")], path));
    const writer = spawn(process.execPath, ["test/store/killed.mjs", build, "8", "read", reports, "-d", path]);
    await new Promise<void>((done) => writer.stdout.on("data", (part) => String(part).includes("STOPPED") && done()));
    // the writer stands inside the transaction of its third document
    const views = Array.from({ length: 3 }, () => parley(["documents", "--format", "json", "-d", path]));
    for (const { code, out } of views) {
      expect(code).toBe(0);
      expect(JSON.parse(out)).toHaveLength(2);
    }
    expect(await first.count()).toBe(2);
    writer.kill("SIGKILL");
    await first.close();
  });

  test("several take the same reports into a new dossier at once: each is there once", async () => {
    const path = join(folder, "crowd.parley");
    const runs = Array.from({ length: 3 }, () =>
      spawn(process.execPath, [join(build, "src/cli/index.js"), "read", reports, "--no-news", "-d", path]),
    );
    const codes = await Promise.all(runs.map((run) => new Promise((done) => run.on("close", done))));
    expect(codes).toEqual([0, 0, 0]);
    const dossier = await openDossier(path, { mode: "read" });
    expect(await dossier.count()).toBe(words.length);
    expect((await dossier.check()).filter(({ state }) => state === "bad")).toEqual([]);
    await dossier.close();
  });

  test("a reader that goes away is no error", () => {
    const path = join(folder, "piped.parley");
    expect(parley(["read", reports, "-d", path]).code).toBe(0);
    const command = `"${process.execPath}" "${join(build, "src/cli/index.js")}" statements --format json -d "${path}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", `${command} | head -c 1; echo " \${PIPESTATUS[0]}"`], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout).toBe("[ 0\n");
  });
});
