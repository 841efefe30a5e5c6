// Threads that read: the same dossier, byte for byte, for any number of them; threads that fail leave their tasks behind, not
// the intake; what cannot be read is told as ever; an end that is asked for comes at once.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Prepared, Preparer, Task } from "../../src/dossier/kit.js";
import { inOrder, preparerHere } from "../../src/dossier/prepare.js";
import { UnreadableError } from "../../src/ingest/unreadable.js";
import { sharedWeights } from "../../src/lang/en/language.js";
import { threadPool, threadsFor } from "../../src/work/pool.js";
import { makeReader } from "../../src/work/reader.js";
import { compile } from "../compiled.js";
import { reports, writeReports } from "../dossier/reports.js";

const folder = mkdtempSync(join(tmpdir(), "parley-threads-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let build = "";
beforeAll(() => {
  build = compile("threads");
});

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };
function parley(cwd: string, args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(build, "src/cli/index.js"), ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Samples and invented reports: among them some that cannot be read, copies, and one that is far longer than the others. */
function writeAll(place: string): void {
  cpSync("samples", join(place, "samples"), { recursive: true });
  const long = Object.values(reports).join("\n\n");
  writeReports(place, {
    ...reports,
    "00-long.txt": long.repeat(8),
    "01-copy.txt": reports["01-call.txt"] ?? "",
    "02-empty.txt": "",
    "06-picture.txt": new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0]),
    "07-numbers.txt": "1 2 3",
    "08-table.xls": "x",
    "09-half.txt": "Envoys met \ud800 on March 3, 2031, an envoy said.",
  });
}

/** Two intakes, the second with a report that replaces one; then all that can be seen of the dossier. */
function intakes(workers: string): readonly unknown[] {
  const place = join(folder, `workers${workers}`);
  mkdirSync(place);
  writeAll(place);
  const read = ["read", ".", "-d", "talks.parley", "--title", "Talks", "--workers", workers];
  const first = parley(place, read);
  writeFileSync(join(place, "01-call.txt"), `${reports["01-call.txt"]}\nThe call lasted an hour, the ministry said.\n`);
  const second = parley(place, read);
  const exported = parley(place, ["export", "-d", "talks.parley"]);
  return [first, second, exported, readFileSync(join(place, "talks.parley"))];
}

describe("an intake", () => {
  let alone: readonly unknown[] = [];
  beforeAll(() => {
    alone = intakes("1");
  });
  test("of these reports takes in, skips and replaces", () => {
    const [first, second] = alone as readonly Ended[];
    expect([first?.code, second?.code]).toEqual([1, 1]);
    expect(first?.err.match(/^skipped .*/gm)).toEqual(
      ["02-empty.txt", "06-picture.txt", "07-numbers.txt", "08-table.xls"].map((name) =>
        expect.stringContaining(`skipped ${name}: `),
      ),
    );
    expect(second?.out).toMatch(/^taken in 01-call\.txt \(replaces d-[0-9a-f]{12}, taken from the same address\)$/m);
    expect(second?.out.match(/^already there/gm)?.length).toBe((first?.out.match(/^taken in/gm)?.length ?? 0) - 1);
  });
  test.each(["2", "3"])("in %s threads tells, keeps and exports the same bytes", (workers) => {
    const threaded = intakes(workers);
    for (const [index, part] of alone.entries()) expect(threaded[index]).toEqual(part);
  });
  test("reads anew in threads what another reader read", () => {
    const place = join(folder, "again");
    mkdirSync(place);
    writeReports(place);
    expect(parley(place, ["read", ".", "--workers", "1"]).code).toBe(0);
    const before = parley(place, ["export"]);
    const script = `import { openDatabase } from ${JSON.stringify(pathToFileURL(join(build, "src/store/database.js")).href)};
      openDatabase("talks.parley", "write", "").change(() => {});
      const database = openDatabase("talks.parley", "write", "");
      database.prepare("UPDATE readings SET maker = 'older', json = '{}'").run();
      database.close();`;
    expect(spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: place }).status).toBe(0);
    expect(parley(place, ["read", "--again", "--workers", "2"])).toEqual({
      code: 0,
      out: "5 documents read anew.\n",
      err: expect.stringContaining("the readings before are of a form that this version does not know"),
    });
    expect(parley(place, ["export"])).toEqual(before);
  });
  test.each(["0", "two", "-1", "1.5", "65"])("in %s threads is refused, and nothing is made", (workers) => {
    const place = mkdtempSync(join(folder, "refused"));
    writeReports(place);
    expect(parley(place, ["read", ".", `--workers=${workers}`])).toEqual({
      code: 2,
      out: "",
      err: `parley: --workers: "${workers}" is no number from 1 to 64\n`,
    });
    expect(() => readFileSync(join(place, "talks.parley"))).toThrow("ENOENT");
  });
  test("ends when it is interrupted", async () => {
    const place = join(folder, "interrupted");
    mkdirSync(place);
    writeAll(place);
    const child = spawn(
      process.execPath,
      ["test/store/killed.mjs", build, "7", "read", place, "--workers", "2"].concat([
        "-d",
        join(place, "talks.parley"),
      ]),
    );
    child.stdout.on("data", (part) => String(part).includes("STOPPED") && child.kill("SIGINT"));
    expect(await new Promise((done) => child.on("close", (_code, signal) => done(signal)))).toBe("SIGINT");
  });
});

describe("a pool", () => {
  const largest = 100_000;
  const data = () => ({ largest, weights: sharedWeights() });
  const reader = makeReader(largest);
  const tasks: readonly Task[] = [
    ...Object.entries(reports),
    ["empty.txt", ""],
    ...Object.entries(reports).map(([uri, text]) => [`copy/${uri}`, text] as const),
  ].map(([uri = "", text = ""]) => ({ kind: "new", source: { uri, bytes: new TextEncoder().encode(text) } }));

  /** What became of each task, an error as what people see of it. */
  async function results(preparer: Preparer): Promise<readonly unknown[]> {
    const told: unknown[] = [];
    const start = (task: Task): Promise<Prepared | string> =>
      preparer.prepare(task).catch((error: unknown) => {
        if (!(error instanceof UnreadableError)) throw error;
        return `${error.uri}| ${error.reason}| ${error.message}`;
      });
    try {
      for await (const result of inOrder(tasks, preparer.window, start)) told.push(result);
    } finally {
      await preparer.close();
    }
    return told;
  }

  /** A thread that does `before` with each task and its number, then what all do. */
  const scripted = (name: string, before: string): URL => {
    const path = join(folder, `${name}.mjs`);
    const from = (file: string): string => JSON.stringify(pathToFileURL(join(build, "src", file)).href);
    writeFileSync(
      path,
      `import { on } from "node:events";
      import { parentPort, workerData } from "node:worker_threads";
      import { prepare } from ${from("dossier/prepare.js")};
      import { makeReader } from ${from("work/reader.js")};
      const reader = makeReader(workerData.largest);
      let number = 0;
      for await (const [task] of on(parentPort, "message")) {
        number++;
        ${before}
        parentPort.postMessage({ kind: "prepared", prepared: await prepare(task, reader) });
      }`,
    );
    return pathToFileURL(path);
  };
  test.each<readonly [string, string | null]>([
    ["cannot be started", null],
    ["ends at its first task", "process.exit(1);"],
    ["ends at its second task", "if (number === 2) process.exit(0);"],
    ["throws at its third task", 'if (number === 3) throw new Error("three");'],
    ["throws outside of a task", 'if (number === 2) setTimeout(() => { throw new Error("late"); });'],
    ["says that it failed", 'if (number % 2 === 0) { parentPort.postMessage({ kind: "failed" }); continue; }'],
  ])("whose thread %s reads all the same, in order", async (name, before) => {
    const expected = await results(preparerHere(async () => reader));
    expect(expected[5]).toBe("empty.txt| it is empty| empty.txt: it is empty");
    const script =
      before === null ? pathToFileURL(join(folder, "none.mjs")) : scripted(name.replaceAll(" ", "-"), before);
    expect(await results(threadPool({ threads: 2, data, reader: async () => reader, script }))).toEqual(expected);
  });
  test("throws what reading here throws, where a thread failed", async () => {
    const broken = {
      ...reader,
      read: () => {
        throw new RangeError("no reading");
      },
    };
    const script = pathToFileURL(join(folder, "none.mjs"));
    const pool = threadPool({ threads: 2, data, reader: async () => broken, script });
    await expect(results(pool)).rejects.toThrow(new RangeError("no reading"));
  });
  test("reads documents that are kept: from their bytes, else as they are", async () => {
    const script = pathToFileURL(join(build, "src/work/thread.js"));
    const here = preparerHere(async () => reader);
    const [first] = tasks;
    if (first?.kind !== "new") throw new Error("no task");
    const { document } = await here.prepare(first);
    const pool = threadPool({
      threads: 1,
      data,
      reader: async () => {
        throw new Error("it reads in its thread");
      },
      script,
    });
    const again: readonly Task[] = [first.source.bytes, new Uint8Array(), null].map((bytes) => ({
      kind: "again",
      document,
      bytes,
    }));
    for (const task of again) expect(await pool.prepare(task)).toEqual(await here.prepare(task));
    await pool.close();
  });
  test("has no thread for few documents, and never more than cores are worth", () => {
    expect([0, 1, 5, 60].map(threadsFor)).toEqual([1, 1, 1, 1]);
    const many = threadsFor(100_000);
    expect(many).toBeLessThanOrEqual(Math.min(8, availableParallelism()));
    expect(many).toBeGreaterThanOrEqual(Math.min(2, availableParallelism()));
  });
});
