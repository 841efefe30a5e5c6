// Reports that are sent to a whole process: what was told as taken in is there after kill -9 and after Ctrl+C, and who sends all
// again misses none.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDossier } from "../../src/parley.js";
import { compile } from "../compiled.js";

const folder = mkdtempSync(join(tmpdir(), "parley-sent-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let command = "";
beforeAll(async () => {
  command = join(compile("upload-test"), "src", "cli", "index.js");
});

const token = "t0ken-of-the-test";
type Server = { readonly child: ChildProcessByStdio<null, Readable, Readable>; readonly url: string };
/** Starts a server over a dossier, and waits until it listens. */
async function serve(path: string): Promise<Server> {
  const child = spawn(process.execPath, [command, "serve", "-d", path, "--port", "0", "--by", "Ada"], {
    env: { ...process.env, PARLEY_TOKEN: token },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  for await (const piece of child.stdout) {
    out += String(piece);
    const url = /http:\/\/localhost:\d+\//.exec(out)?.[0];
    if (url !== undefined) return { child, url };
  }
  throw new Error(`the server did not start: ${out}`);
}

const reports = 40;
const body = (): FormData => {
  const form = new FormData();
  for (let nth = 0; nth < reports; nth++) {
    const day = 1 + (nth % 28);
    const text = `Talks, day ${nth}\n\nLASSE, March ${day}, 2031. Mira Tolland and Otto Brandt met in Lasse for session ${nth}. "Session ${nth} was short," Brandt said.\n`;
    form.append("file", new File([text], `report-${nth}.txt`));
  }
  return form;
};

/** Sends all reports, and hears of them until `enough` are told or the connection ends; gives those told as there. */
async function send({ url }: Server, enough: number): Promise<readonly string[]> {
  const response = await fetch(`${url}api/v1/documents`, {
    method: "POST",
    body: body(),
    headers: { Authorization: `Bearer ${token}`, Accept: "text/event-stream" },
  });
  expect(response.status).toBe(200);
  let heard = "";
  const uris = (): string[] => [...heard.matchAll(/"uri":"([^"]+)"/g)].map((match) => match[1] ?? "");
  for await (const piece of response.body ?? []) {
    heard += Buffer.from(piece as Uint8Array).toString("utf8");
    if (uris().length >= enough) break;
  }
  return uris();
}

test.each(["SIGKILL", "SIGINT"] as const)(
  "%s in the middle of it",
  async (signal) => {
    const path = join(folder, `${signal}.parley`);
    await (await openDossier(path, { title: "Talks" })).close();
    const first = await serve(path);
    const told = await send(first, 3);
    expect(told.length).toBeGreaterThanOrEqual(3);
    const ended = once(first.child, "exit");
    first.child.kill(signal);
    const [code] = await ended;
    if (signal === "SIGINT") expect(code).toBe(0);

    const dossier = await openDossier(path, { mode: "read" });
    const kept = (await dossier.record()).documents.map(({ uri }) => uri);
    expect(told.filter((uri) => !kept.includes(uri))).toEqual([]);
    expect((await dossier.check()).filter(({ state }) => state === "bad")).toEqual([]);
    await dossier.close();

    const second = await serve(path);
    expect((await send(second, reports)).length).toBe(reports);
    second.child.kill("SIGINT");
    await once(second.child, "exit");
    const whole = await openDossier(path, { mode: "read" });
    expect(await whole.count()).toBe(reports);
    await whole.close();
  },
  60_000,
);
