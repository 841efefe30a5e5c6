// Taking in: what is lasting is reported, whatever goes wrong in telling what is new.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { takeIn } from "../../src/dossier/intake.js";
import type { DossierKit, Reader } from "../../src/dossier/kit.js";
import { preparerHere } from "../../src/dossier/prepare.js";
import type { Reading } from "../../src/model/reading.js";
import { readText } from "../../src/parley.js";
import { openSqlite } from "../../src/store/sqlite.js";
import { reports } from "./reports.js";

const folder = mkdtempSync(join(tmpdir(), "parley-intake-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readings = new Map<string, Reading>();
const reader: Reader = {
  ingest: async ({ uri, bytes }) => {
    const { document, reading } = await readText(new TextDecoder().decode(bytes), { uri });
    readings.set(document.id, reading);
    return document;
  },
  read: ({ id }) => {
    const reading = readings.get(id);
    if (!reading) throw new Error("not ingested");
    return reading;
  },
  publishedAmong: () => null,
  keysOf: () => ["key"],
};
const kit: DossierKit = {
  readerMaker: "reader",
  recordMaker: "record",
  reader: async () => reader,
  preparer: async () => preparerHere(async () => reader),
  linker: async () => ({
    link: () => {
      throw new Error("nobody asks for a record here");
    },
    newsOf: () => {
      throw new Error("no news\ntoday");
    },
  }),
  parseRecord: async () => {
    throw new Error("nothing is imported here");
  },
};

test("what was taken in is reported also where what is new cannot be told", async () => {
  const store = openSqlite(join(folder, "talks.parley"), { mode: "create", title: "Talks" });
  const sources = ["01-call.txt", "02-preview.txt"].map((uri) => ({
    uri,
    path: null,
    load: async () => Buffer.from(reports[uri] ?? ""),
  }));
  const { outcomes, news, untold } = await takeIn(sources, store, kit);
  expect(outcomes.map(({ kind, uri }) => [kind, uri])).toEqual([
    ["taken", "01-call.txt"],
    ["taken", "02-preview.txt"],
  ]);
  expect([news, untold]).toEqual([[], "no news\ntoday"]);
  expect(await store.count()).toBe(2);
  await store.close();
});

test("several at once are kept one after the other: a copy is there already, a newer one replaces, an error ends it in its turn", async () => {
  const store = openSqlite(join(folder, "window.parley"), { mode: "create", title: "Talks" });
  const [call = "", preview = ""] = Object.values(reports);
  const source = (uri: string, text: string, wait = 0) => ({
    uri,
    path: null,
    load: async () => {
      await setTimeout(wait);
      if (text === "gone") throw new Error("the disk is gone");
      return Buffer.from(text);
    },
  });
  const together: DossierKit = { ...kit, preparer: async () => ({ ...preparerHere(async () => reader), window: 6 }) };
  const told: unknown[] = [];
  const taking = takeIn(
    [
      source("a.txt", call, 9),
      source("a.txt", call),
      source("a.txt", preview),
      source("b.txt", ""),
      source("c.txt", "gone"),
      source("d.txt", call),
    ],
    store,
    together,
    ({ done, outcome }) => told.push([done, outcome.kind, outcome.uri]),
  );
  await expect(taking).rejects.toThrow("the disk is gone");
  expect(told).toEqual([
    [1, "taken", "a.txt"],
    [2, "there", "a.txt"],
    [3, "taken", "a.txt"],
    [4, "skipped", "b.txt"],
  ]);
  const [first, second] = await store.at("a.txt");
  expect([first, second].map((id) => readings.has(id ?? ""))).toEqual([true, true]);
  expect(await store.count()).toBe(2);
  await store.close();
});

test.each([1, 2, 5])(
  "with a window of %i no more reports than that are in memory before they are kept",
  async (window) => {
    const store = openSqlite(join(folder, `window${window}.parley`), { mode: "create", title: "Talks" });
    let [loaded, kept, most] = [0, 0, 0];
    const sources = Array.from({ length: 9 }, (_, index) => ({
      uri: `${index}.txt`,
      path: null,
      load: async () => {
        most = Math.max(most, ++loaded - kept);
        return Buffer.from(`Envoys met on March ${index + 1}, 2031.`);
      },
    }));
    const preparer = async () => ({ ...preparerHere(async () => reader), window });
    const { outcomes } = await takeIn(sources, store, { ...kit, preparer }, () => kept++);
    expect([outcomes.length, most]).toEqual([9, window]);
    await store.close();
  },
);
