// The server on real ports: a taken one gives one line and the next free one is used.
import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { InputError } from "../../src/model/errors.js";
import { type Served, startServer } from "../../src/serve/serve.js";
import { record } from "../pages/fixture.js";

const dossier = { title: async () => "t", version: async () => 1, record: async () => record };
const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function start(port: number, lines: string[] = []): Promise<Served> {
  const served = await startServer(dossier, { port, onLine: (line) => lines.push(line) });
  open.push(served);
  return served;
}

test("serves pages at the address it tells", async () => {
  const { url, port } = await start(0);
  expect(url).toBe(`http://localhost:${port}/`);
  const response = await fetch(`http://127.0.0.1:${port}/`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("<h1>Chronicle</h1>");
});

test("a taken port gives one line, and the next free one is used", async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
  open.push(blocker);
  const address = blocker.address();
  const taken = typeof address === "object" && address !== null ? address.port : 0;
  const lines: string[] = [];
  const { port } = await start(taken, lines);
  expect(port).toBeGreaterThan(taken);
  expect(lines).toEqual([`Port ${taken} is taken, so ${port} is used.`]);
});

test("closing ends open connections", async () => {
  const { port, close } = await startServer(dossier, { port: 0 });
  await (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
  await close();
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});

test.each([-1, 70_000, 1.5, Number.NaN])("%d is no port", async (port) => {
  await expect(start(port)).rejects.toThrow(InputError);
});
