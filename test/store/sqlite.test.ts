// The dossier file: what it keeps, what it refuses, and that what it refuses stays as it was.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, describe, expect, test } from "vitest";
import type { Decision } from "../../src/model/decision.js";
import type { Document } from "../../src/model/document.js";
import { InputError } from "../../src/model/errors.js";
import { type DocumentId, documentId, sha256 } from "../../src/model/ids.js";
import type { Reading } from "../../src/model/reading.js";
import { openDatabase } from "../../src/store/database.js";
import { ftsQuery } from "../../src/store/fulltext.js";
import { migrations } from "../../src/store/migrations.js";
import { openSqlite } from "../../src/store/sqlite.js";
import type { Held, Kept, Store } from "../../src/store/store.js";

const folder = mkdtempSync(join(tmpdir(), "parley-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fresh = (): string => join(folder, `${++files}.parley`);
const create = (path = fresh()): Store => openSqlite(path, { mode: "create", title: "Talks" });

function kept(uri: string, text: string, keys: readonly string[] = []): Kept & { readonly document: Document } {
  const bytes = new TextEncoder().encode(text);
  const document: Document = {
    id: documentId(uri, bytes),
    uri,
    textHash: sha256(text),
    title: null,
    titleRange: null,
    dateline: null,
    outlet: null,
    byline: null,
    published: { value: null, basis: "unknown", evidence: [] },
    language: "en",
    translatedFrom: null,
    text,
    furniture: [],
  };
  const reading: Reading = {
    document: document.id,
    reader: "1",
    sentences: [],
    timexes: [],
    actors: [],
    mentions: [],
    attributions: [],
    events: [],
    stances: [],
    background: [],
    problems: [],
  };
  const passages = [{ kind: "document" as const, start: 0, end: text.length, words: text }];
  return { document, bytes, kept: { reading, maker: "m1", document: null, keys, passages } };
}

async function all(store: Store): Promise<readonly Held[]> {
  const held: Held[] = [];
  for await (const one of store.all()) held.push(one);
  return held;
}

describe("what a dossier keeps", () => {
  test("documents come back as they were taken in, bytes, reading and all, after it was closed", async () => {
    const path = fresh();
    const store = create(path);
    const one = kept("a/ä.txt", "Envoys met.\u0000 A half: \ud800, and \u{1F54A}.");
    expect(await store.add(one)).toBe(true);
    await store.close();
    const again = openSqlite(path, { mode: "read", title: "" });
    expect(await all(again)).toEqual([
      { document: one.document, reading: one.kept?.reading, maker: "m1", bytes: true },
    ]);
    expect(Buffer.from((await again.bytes(one.document.id)) ?? [])).toEqual(Buffer.from(one.bytes ?? []));
    expect(await again.title()).toBe("Talks");
    expect(await again.at("a/ä.txt")).toEqual([one.document.id]);
    await again.close();
  });

  test("the same document twice is there once; the version counts changes only", async () => {
    const store = create();
    const one = kept("a.txt", "Envoys met.");
    await store.add(one);
    const version = await store.version();
    expect(await store.add(one)).toBe(false);
    expect(await store.version()).toBe(version);
    await store.setTitle("Other talks");
    expect(await store.version()).toBe(version + 1);
    expect(await store.count()).toBe(1);
    await store.close();
  });

  test("a document that came without its bytes takes them once, and never others", async () => {
    const store = create();
    const one = kept("a.txt", "Envoys met.");
    await store.add({ ...one, bytes: null });
    expect(await store.has(one.document.id)).toEqual({ bytes: false });
    expect(await store.add(one)).toBe(true);
    expect(await store.has(one.document.id)).toEqual({ bytes: true });
    expect(await store.add({ ...one, bytes: new Uint8Array([1]) })).toBe(false);
    expect(Buffer.from((await store.bytes(one.document.id)) ?? [])).toEqual(Buffer.from(one.bytes ?? []));
    await store.close();
  });

  test("a newer reading takes the place of the older one, its passages and keys too", async () => {
    const store = create();
    const [one, two] = [kept("a.txt", "Envoys met.", ["k1"]), kept("b.txt", "Ministers met.", ["k1", "k2"])];
    await store.add(one);
    await store.add(two);
    expect(await store.neighbours(["k1"], two.document.id, 5)).toEqual([one.document.id]);
    if (one.kept)
      await store.putReading(one.document.id, {
        ...one.kept,
        maker: "m2",
        keys: ["k2"],
        passages: [{ kind: "event", start: 0, end: 6, words: "harbour" }],
      });
    expect((await store.held(one.document.id))?.maker).toBe("m2");
    expect(await store.neighbours(["k1"], two.document.id, 5)).toEqual([]);
    expect(await store.neighbours(["k2"], two.document.id, 5)).toEqual([one.document.id]);
    expect(await store.search("envoys", 5)).toEqual([]);
    expect((await store.search("harb", 5)).map(({ kind, document }) => [kind, document])).toEqual([
      ["event", one.document.id],
    ]);
    expect((await store.search("ministers", 5)).map(({ document }) => document)).toEqual([two.document.id]);
    await store.close();
  });

  test("the nearest of the neighbours share the rarest keys", async () => {
    const store = create();
    for (let index = 0; index < 8; index++)
      await store.add(kept(`${index}.txt`, `Report ${index}.`, ["common", index === 3 ? "rare" : `own${index}`]));
    const asked = kept("new.txt", "New.", ["common", "rare"]);
    const near = await store.neighbours(["common", "rare"], asked.document.id, 3);
    expect(near).toHaveLength(3);
    expect((await store.held(near[0] as DocumentId))?.document.uri).toBe("3.txt");
    await store.close();
  });

  test("records are cached for their version and maker, and forgotten with the next change", async () => {
    const store = create();
    await store.add(kept("a.txt", "Envoys met."));
    const version = await store.version();
    const cached = async (asOf: string, maker: string): Promise<string | null> => {
      const bytes = await store.cachedRecord(asOf, maker);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    };
    await store.cacheRecord("", "m1", version, ["wh", "ole ж"]);
    await store.cacheRecord("2031-01-01", "m1", version, "as of");
    expect([await cached("", "m1"), await cached("2031-01-01", "m1"), await cached("", "m2")]).toEqual([
      "whole ж",
      "as of",
      null,
    ]);
    for (let day = 10; day < 22; day++) await store.cacheRecord(`2031-01-${day}`, "m1", version, "a day");
    const there: boolean[] = [];
    for (const asOf of ["", "2031-01-01", "2031-01-13", "2031-01-14", "2031-01-21"])
      there.push((await store.cachedRecord(asOf, "m1")) !== null);
    expect(there).toEqual([true, false, false, true, true]); // of views as of a day the last eight
    await store.add(kept("b.txt", "Ministers met."));
    expect(await store.cachedRecord("", "m1")).toBeNull();
    await store.cacheRecord("", "m1", version, "made of an older version");
    expect(await store.cachedRecord("", "m1")).toBeNull();
    await store.close();
  });

  test("decisions are only ever appended", async () => {
    const path = fresh();
    const store = create(path);
    const decision: Decision = {
      id: "x1",
      at: "2031-01-01T00:00:00Z",
      author: "A. Reader",
      reason: null,
      supersedes: null,
      action: { kind: "reject", on: [], value: null },
    };
    await store.decide(decision);
    expect(await store.decisions()).toEqual([decision]);
    await expect(store.decide(decision)).rejects.toThrow();
    await expect(store.decide({ ...decision, id: "x2" }, decision)).rejects.toThrow(); // all or none
    expect(await store.decisions()).toEqual([decision]);
    const database = openDatabase(path, "write", "");
    expect(() => database.prepare("DELETE FROM decisions").run()).toThrow("never deleted");
    expect(() => database.prepare("UPDATE decisions SET json = ?").run("{}")).toThrow("never changed");
    database.close();
    await store.close();
  });

  test("documents are never changed or deleted, whoever tries", async () => {
    const path = fresh();
    const store = create(path);
    await store.add(kept("a.txt", "Envoys met."));
    const database = openDatabase(path, "write", "");
    expect(() => database.prepare("UPDATE documents SET json = ?").run("{}")).toThrow("never changed");
    expect(() => database.prepare("DELETE FROM documents").run()).toThrow("never deleted");
    database.close();
    await store.close();
  });

  test("damage to original bytes is found", async () => {
    const path = fresh();
    const store = create(path);
    await store.add(kept("a.txt", "Envoys met."));
    expect(await store.damage()).toEqual([]);
    await store.close();
    const raw = new DatabaseSync(path);
    raw.exec("DROP TRIGGER documents_are_never_changed; UPDATE documents SET bytes = x'00'");
    raw.close();
    const again = openSqlite(path, { mode: "read", title: "" });
    expect((await again.damage()).map(({ what }) => what)).toEqual([expect.stringContaining("a.txt")]);
    await again.close();
  });
});

describe("one writes, others read", () => {
  test("inside a transaction others see the state before it, after it the state after", async () => {
    const path = fresh();
    const seen: number[] = [];
    const counting = (): number => {
      const reader = openDatabase(path, "read", "");
      const row = reader.prepare("SELECT count(*) AS n FROM documents").get();
      reader.close();
      return Number(row?.n);
    };
    const store = openSqlite(path, { mode: "create", title: "Talks", at: () => void seen.push(counting()) });
    await store.add(kept("a.txt", "Envoys met."));
    await store.add(kept("b.txt", "Ministers met."));
    expect(seen).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 2]);
    await store.close();
  });

  test("an error inside a transaction leaves nothing of it", async () => {
    const path = fresh();
    let points = 0;
    const store = openSqlite(path, {
      mode: "create",
      title: "Talks",
      at: () => {
        if (++points === 3) throw new Error("the light went out");
      },
    });
    await expect(store.add(kept("a.txt", "Envoys met.", ["k"]))).rejects.toThrow("the light went out");
    expect([await store.count(), await store.version(), await store.search("envoys", 5)]).toEqual([0, 0, []]);
    expect(await store.add(kept("a.txt", "Envoys met."))).toBe(true);
    await store.close();
  });
});

describe("what is refused, in one line, and stays as it was", () => {
  const cases: readonly (readonly [string, (path: string) => void, "read" | "create", RegExp])[] = [
    [
      "a file that is none",
      (path) => writeFileSync(path, "Dear diary, ".repeat(99)),
      "create",
      /it is no dossier\. Name a \.parley file/,
    ],
    [
      "an empty file that is to be read",
      (path) => writeFileSync(path, ""),
      "read",
      /it is empty, not a dossier\. Begin one with/,
    ],
    ["a missing file", () => {}, "read", /there is no such dossier\. Begin one with: parley read FOLDER -d/],
    ["a folder", (path) => mkdirSync(path), "create", /it is a folder, not a dossier/],
    [
      "another program's database",
      (path) => new DatabaseSync(path).exec("CREATE TABLE songs (title TEXT)"),
      "create",
      /it is a database, but no dossier/,
    ],
    [
      "a newer schema",
      (path) => {
        openDatabase(path, "create", "Talks").close();
        new DatabaseSync(path).exec(`PRAGMA user_version = ${migrations.length + 1}`);
      },
      "create",
      /its schema \d+ is newer than this Parley knows \(\d+\)\. Install a newer Parley/,
    ],
    ["a place that is no folder", () => {}, "create", /cannot be (?:written here|opened or made)/],
  ];
  test.each(cases)("%s", (name, make, mode, message) => {
    const path = name === "a place that is no folder" ? join(folder, "nowhere", "talks.parley") : fresh();
    make(path);
    const before = mode === "create" && name !== "a folder" && !name.startsWith("a place") ? readFileSync(path) : null;
    let told: unknown = null;
    try {
      openDatabase(path, mode, "");
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(InputError);
    expect((told as InputError).message).toMatch(message);
    expect((told as InputError).message).not.toContain("\n");
    if (before) expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("a file that another process holds locked", () => {
    const path = fresh();
    const [one, two] = [openDatabase(path, "create", "Talks", 50), openDatabase(path, "write", "", 50)];
    one.change(() => {
      expect(() => two.change(() => null)).toThrow(/it is locked by another process\. Try again/);
    });
    expect(two.change(() => 7)).toBe(7);
    one.change(() => {
      expect(() => two.change(() => null, 0)).toThrow(/it is locked/);
    });
    one.close();
    two.close();
  });
});

describe("the schema", () => {
  test("a file whose maker was killed before its first table is begun anew", async () => {
    const path = fresh();
    new DatabaseSync(path).exec("PRAGMA journal_mode = WAL");
    const store = create(path);
    expect(await store.count()).toBe(0);
    await store.close();
  });

  test("a copy of the file is the dossier", async () => {
    const path = fresh();
    const store = create(path);
    await store.add(kept("a.txt", "Envoys met."));
    await store.close();
    const copy = fresh();
    copyFileSync(path, copy);
    const again = openSqlite(copy, { mode: "read", title: "" });
    expect(await again.count()).toBe(1);
    await again.close();
  });

  test("a statement refuses too few values instead of taking NULL for them", () => {
    const database = openDatabase(fresh(), "create", "Talks");
    expect(() => database.prepare("SELECT ?, ?").get("one")).toThrow("1 values for 2 places");
    database.close();
  });
});

describe("what people type into a search", () => {
  test.each([
    ["missiles Europe", '"missiles" * "Europe" *'],
    ['"no breakthrough" talks', '"no breakthrough" "talks" *'],
    ["NEAR( OR NOT *", '"NEAR" * "OR" * "NOT" *'],
    ["Foreign-Ministry's", '"Foreign Ministry s" *'],
    ['an "open quotation', '"an" * "open" * "quotation" *'],
    ["Путин", '"Путин" *'],
    ["!!! ...", null],
    ["", null],
  ])("%s", async (typed, query) => {
    expect(ftsQuery(typed)).toBe(query);
    const store = create();
    expect(await store.search(typed, 3)).toEqual([]);
    await store.close();
  });
});
