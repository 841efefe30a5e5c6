// What people do with a dossier, over a real file: taking in, the record as of a day, search, import and export.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { json } from "../../src/export/json.js";
import type { Edtf } from "../../src/model/edtf.js";
import type { ParleyRecord } from "../../src/model/record.js";
import {
  checkNode,
  type Dossier,
  findSources,
  openDossier,
  readFolder,
  readText,
  type SourceFile,
  sourceOfStdin,
} from "../../src/parley.js";
import { openDatabase } from "../../src/store/database.js";
import { reports, writeReports } from "./reports.js";

/** The record as it is exported. */
const written = (record: ParleyRecord): string => [...json(record)].join("");

const folder = mkdtempSync(join(tmpdir(), "parley-dossier-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const place = (): string => {
  const path = join(folder, String(++made));
  mkdirSync(path);
  return path;
};
const newDossier = (path = join(place(), "talks.parley")): Promise<Dossier> => openDossier(path, { title: "Talks" });
const clippings = writeReports(join(place(), "clippings"));
const sources = (): readonly SourceFile[] => findSources([clippings], join(folder, "elsewhere", "talks.parley"));

async function full(): Promise<Dossier> {
  const dossier = await newDossier();
  await dossier.takeIn(sources());
  return dossier;
}

describe("what paths name", () => {
  const uris = (paths: readonly string[], dossier: string): readonly string[] =>
    findSources(paths, dossier).map(({ uri }) => uri);

  test("a folder's reports by name, in one order, under the folder's name", () => {
    expect(uris([clippings], join(folder, "other.parley"))).toEqual(
      ["01-call.txt", "02-preview.txt", "05-undated.txt", "sub/03-meeting.md", "sub/04-page.html"].map((name) =>
        expect.stringMatching(new RegExp(`clippings/${name.replace(".", "\\.")}$`)),
      ),
    );
    expect(uris([join(clippings, "sub")], "/nowhere/talks.parley")).toEqual(["sub/03-meeting.md", "sub/04-page.html"]);
  });
  test("what lies beside the dossier is named relative to it, whatever the argument", () => {
    const dossier = join(clippings, "talks.parley");
    expect(uris([join(clippings, "sub", "03-meeting.md")], dossier)).toEqual(["sub/03-meeting.md"]);
    expect(uris([join(clippings, "sub")], dossier)).toEqual(["sub/03-meeting.md", "sub/04-page.html"]);
  });
  test("a file named twice is there once; hidden files and dossiers are left out; links in a circle end", () => {
    const path = writeReports(place(), {
      "a.txt": "Envoys met.",
      ".hidden.txt": "No.",
      "old.parley": "x",
      "old.parley-wal": "x",
      "b/c.txt": "Envoys parted.",
    });
    symlinkSync(path, join(path, "b", "again"));
    symlinkSync(join(path, "gone.txt"), join(path, "link.txt"));
    expect(uris([path, join(path, "a.txt")], join(path, "t.parley"))).toEqual(["a.txt", "b/c.txt", "link.txt"]);
  });
  test("a path that is not there is refused", () => {
    expect(() => uris([clippings, join(folder, "gone")], "t.parley")).toThrow(
      /gone: there is no such file or folder\. Nothing was taken in/,
    );
  });
});

describe("taking in", () => {
  test("each is told when it is lasting; the same again is already there", async () => {
    const dossier = await newDossier();
    const told: string[] = [];
    const first = await dossier.takeIn(sources(), ({ done, total, outcome }) =>
      told.push(`${done}/${total} ${outcome.kind}`),
    );
    expect(told).toEqual(["1/5 taken", "2/5 taken", "3/5 taken", "4/5 taken", "5/5 taken"]);
    expect(first.outcomes.map(({ kind }) => kind)).toEqual(Array(5).fill("taken"));
    const version = await dossier.version();
    const again = await dossier.takeIn(sources());
    expect(again.outcomes.map(({ kind }) => kind)).toEqual(Array(5).fill("there"));
    expect(again.news).toEqual([]);
    expect([await dossier.count(), await dossier.version()]).toEqual([5, version]);
    await dossier.close();
  });

  test("what cannot be read is told with its reason and skipped; the rest goes on", async () => {
    const path = writeReports(place(), {
      "a.txt": "",
      "b.txt": new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0, 7]),
      "c.txt": "12 34 -- 56\n",
      "d.txt": "x".repeat(10_000_001),
      "e.pdf": "%PDF-1.4",
      "f.txt": "Envoys met on Monday.\n",
      "g.html": "<html><body><script>1</script></body></html>",
    });
    const dossier = await newDossier(join(path, "talks.parley"));
    const { outcomes } = await dossier.takeIn(findSources([path], dossier.place));
    const reasons = Object.fromEntries(
      outcomes.map((outcome) => [outcome.uri, outcome.kind === "skipped" ? outcome.reason : outcome.kind]),
    );
    expect(reasons).toEqual({
      "a.txt": "it is empty",
      "b.txt": expect.stringMatching(/binary|encoding/),
      "c.txt": "it has no words",
      "d.txt": expect.stringMatching(/10000001 bytes, more than the 10000000/),
      "e.pdf": expect.stringMatching(/files of the kind \.pdf are not read/),
      "f.txt": "taken",
      "g.html": "it has no words",
    });
    expect(Object.values(reasons).every((reason) => !reason.includes("\n"))).toBe(true);
    await dossier.close();
  });

  test("other bytes from the same address are a new document that replaces the old one", async () => {
    const path = writeReports(place(), { "a.txt": "Envoys met on March 3, 2031." });
    const dossier = await newDossier(join(path, "talks.parley"));
    const take = async () => (await dossier.takeIn(findSources([join(path, "a.txt")], dossier.place))).outcomes[0];
    const first = await take();
    writeFileSync(join(path, "a.txt"), "Envoys met on March 4, 2031.");
    const second = await take();
    expect(second).toMatchObject({ kind: "taken", replaces: first?.kind === "taken" ? first.id : "none" });
    expect(await dossier.count()).toBe(2);
    await dossier.close();
  });

  test("closing ends it with the report at hand; what was told is kept", async () => {
    const path = join(place(), "talks.parley");
    const dossier = await newDossier(path);
    const told: string[] = [];
    let closed: Promise<void> | null = null;
    const intake = dossier.takeIn(sources(), ({ outcome }) => {
      told.push(outcome.uri);
      closed ??= dossier.close();
    });
    await expect(intake).rejects.toThrow("the dossier is closed");
    await closed;
    expect(told.length).toBeLessThan(5);
    const again = await openDossier(path, { mode: "read" });
    expect(await again.count()).toBe(told.length);
    await again.close();
  });

  test("standard input is named by its hash", async () => {
    const dossier = await newDossier();
    const { outcomes } = await dossier.takeIn([sourceOfStdin(new TextEncoder().encode("Envoys met on Monday."))]);
    expect(outcomes[0]).toMatchObject({ kind: "taken", uri: expect.stringMatching(/^stdin:[0-9a-f]{12}$/) });
    await dossier.close();
  });

  test("news are of what the new report brings", async () => {
    const dossier = await newDossier();
    const [call, ...rest] = sources();
    await dossier.takeIn(call ? [call] : []);
    const { news } = await dossier.takeIn(rest);
    expect(news.length).toBeGreaterThan(0);
    expect(news.every(({ line }) => line !== "" && !line.includes("\n"))).toBe(true);
    await dossier.close();
  });
});

describe("the record", () => {
  test("is the same, byte for byte, in any order of intake, and the second time from the cache", async () => {
    const forwards = await full();
    const backwards = await newDossier();
    await backwards.takeIn([...sources()].reverse());
    const record = written(await forwards.record());
    expect(written(await backwards.record())).toBe(record);
    expect(written(await forwards.record())).toBe(record);
    await forwards.close();
    await backwards.close();
  });

  test("as of a day holds what was published by then, and counts the undated", async () => {
    const dossier = await full();
    const uris = async (asOf: string) =>
      (await dossier.record({ asOf: asOf as Edtf })).documents.map(({ uri }) => uri.replace(/^.*\//, ""));
    expect(await uris("2031-03-03")).toEqual(["01-call.txt"]);
    expect(await uris("2031-03-09")).toEqual(["01-call.txt", "02-preview.txt"]);
    expect(await uris("2031-02")).toEqual([]);
    expect(await uris("2031-03")).toHaveLength(4);
    expect(await dossier.view({ asOf: "2031-03-09" as Edtf })).toMatchObject({ undated: 1, later: 2 });
    expect(await dossier.view()).toMatchObject({ undated: 0, later: 0, older: 0 });
    await dossier.close();
  });

  test("is shown while another holds the dossier, though it cannot be kept then", async () => {
    const path = join(place(), "talks.parley");
    const dossier = await openDossier(path);
    await dossier.takeIn(sources());
    const other = openDatabase(path, "write", "");
    other.prepare("BEGIN IMMEDIATE").run();
    expect((await dossier.record()).documents).toHaveLength(5);
    other.prepare("ROLLBACK").run();
    other.close();
    await dossier.close();
  });

  test("of a folder, without a dossier, tells the same", async () => {
    const record = await readFolder(clippings, { title: "Talks" });
    expect(record.documents.map(({ uri }) => uri).sort()).toEqual(Object.keys(reports).sort());
    expect(record.dossier.title).toBe("Talks");
    const { document, reading } = await readText(reports["01-call.txt"] ?? "", { uri: "01-call.txt" });
    expect(record.documents.find(({ uri }) => uri === "01-call.txt")?.id).toBe(document.id);
    expect(reading.document).toBe(document.id);
    await expect(readFolder(place())).rejects.toThrow("there is nothing to read in it");
  });
});

describe("search", () => {
  test("finds documents and statements, with where they stand", async () => {
    const dossier = await full();
    const { documents, statements } = await dossier.record();
    const hits = await dossier.search("free passage");
    expect(hits.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["document", "statement"]));
    for (const hit of hits) {
      const text = documents.find(({ id }) => id === hit.document)?.text.slice(hit.start, hit.end) ?? "";
      expect(text).toContain("passage");
      if (hit.kind === "statement") expect(statements.some(({ id }) => id === hit.id)).toBe(true);
    }
    expect(await dossier.search("free", { most: 1 })).toHaveLength(1);
    expect(await dossier.search("quotas", { asOf: "2031-03-09" as Edtf })).toEqual([]);
    await dossier.close();
  });
  test("looks into no furniture", async () => {
    const dossier = await full();
    expect(await dossier.search("sport")).toEqual([]);
    await dossier.close();
  });
});

describe("export, import, export", () => {
  test("gives the same bytes, finds the same, and still does when opened again", async () => {
    const dossier = await full();
    const before = written(await dossier.record());
    const path = join(place(), "copy.parley");
    const copy = await openDossier(path);
    expect(await copy.importRecord(JSON.parse(before), "record.json")).toEqual({ documents: 5, kept: "record" });
    expect(written(await copy.record())).toBe(before);
    expect((await copy.search("free passage")).map(({ kind, id }) => [kind, id]).sort()).toEqual(
      (await dossier.search("free passage")).map(({ kind, id }) => [kind, id]).sort(),
    );
    expect(await copy.title()).toBe("Talks");
    await copy.close();
    const again = await openDossier(path, { mode: "read" });
    expect(written(await again.record())).toBe(before);
    expect((await again.record({ asOf: "2031-03-03" as Edtf })).documents).toHaveLength(1);
    expect((await again.check()).filter(({ state }) => state === "bad")).toEqual([]);
    await again.close();
    await dossier.close();
  });

  test("fields that a later Parley adds come back too", async () => {
    const dossier = await full();
    const record = { ...(await dossier.record()), mood: "hopeful" };
    const copy = await newDossier();
    await copy.importRecord(JSON.parse(JSON.stringify(record)), "record.json");
    expect(written(await copy.record())).toBe(`${JSON.stringify(record, null, 1)}\n`);
    await copy.close();
    await dossier.close();
  });

  test("taking in something else reads the imported documents and links all; the originals complete them", async () => {
    const dossier = await full();
    const before = written(await dossier.record());
    const copy = await newDossier();
    await copy.importRecord(JSON.parse(before), "record.json");
    await copy.takeIn([
      sourceOfStdin(new TextEncoder().encode("Tolland flew home on March 12, 2031, her office said.")),
    ]);
    const record = await copy.record();
    expect(record.documents).toHaveLength(6);
    expect(record.statements.length).toBeGreaterThanOrEqual((await dossier.record()).statements.length);
    expect((await copy.check()).find(({ name }) => name === "originals")?.state).toBe("note");
    const outcomes = (await copy.takeIn(sources())).outcomes.map(({ kind }) => kind);
    expect(outcomes).toEqual(Array(5).fill("taken"));
    expect(await copy.count()).toBe(6);
    expect((await copy.check()).find(({ name }) => name === "originals")).toBeUndefined();
    await copy.close();
    await dossier.close();
  });

  test("into a dossier that holds something only the documents come", async () => {
    const dossier = await full();
    const other = await newDossier();
    await other.takeIn(sources().slice(0, 2));
    expect(await other.importRecord(JSON.parse(JSON.stringify(await dossier.record())), "record.json")).toEqual({
      documents: 3,
      kept: "documents",
    });
    expect(await other.count()).toBe(5);
    await other.close();
    await dossier.close();
  });

  test.each([
    ["no record", { schema: "parley-record/9" }, /record\.json: not a parley-record\/1: schema/],
    ["a text that was changed", "changed", /record\.json: the text of \S+ is not the one that was exported/],
    ["a document twice", "twice", /record\.json: it holds a document twice/],
  ])("refuses %s and changes nothing", async (_name, input, message) => {
    const dossier = await full();
    const record = await dossier.record();
    const [first] = record.documents;
    const changed = {
      ...record,
      documents: record.documents.map((document) =>
        document === first ? { ...document, text: `${document.text}!` } : document,
      ),
    };
    const twice = { ...record, documents: [...record.documents, first] };
    const copy = await newDossier();
    await expect(
      copy.importRecord(input === "changed" ? changed : input === "twice" ? twice : input, "record.json"),
    ).rejects.toThrow(message);
    expect([await copy.count(), await copy.version()]).toEqual([0, 0]);
    await copy.close();
    await dossier.close();
  });
});

describe("reading again", () => {
  test("does nothing where every reading is of this reader", async () => {
    const dossier = await full();
    const version = await dossier.version();
    const nothing = { read: 0, changed: null, untold: null };
    expect(await dossier.readAgain(undefined, { compare: true })).toEqual(nothing);
    expect(await dossier.version()).toBe(version);
    await dossier.close();
  });
});

test.each([
  ["v20.19.0", "good"],
  ["v20.18.3", "bad"],
  ["v18.20.0", "bad"],
  ["v22.1.0", "good"],
  ["v24.0.0", "good"],
  ["v20.20.2", "good"],
])("node %s is %s", (version, state) => {
  expect(checkNode(version).state).toBe(state);
});
