// Reading anew with another reader: every decision is kept, and what changed is told apart by whose doing it is.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readAnew } from "../../src/dossier/again.js";
import { decide, decisionLog } from "../../src/dossier/decisions.js";
import { takeIn } from "../../src/dossier/intake.js";
import type { DossierKit, Reader } from "../../src/dossier/kit.js";
import { preparerHere } from "../../src/dossier/prepare.js";
import { viewOf } from "../../src/dossier/view.js";
import { linkWords } from "../../src/lang/en/link.js";
import { link } from "../../src/link/link.js";
import type { Reading } from "../../src/model/reading.js";
import { openSqlite } from "../../src/store/sqlite.js";
import type { Store } from "../../src/store/store.js";
import { makeReader } from "../../src/work/reader.js";
import { reports } from "./reports.js";

const folder = mkdtempSync(join(tmpdir(), "parley-again-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shipped = makeReader(1_000_000);
type Change = (reading: Reading, text: string) => Reading;

/** A dossier's kit whose reader is the shipped one, with another step behind it. */
function kitOf(version: string, change: Change = (reading) => reading): DossierKit {
  const reader: Reader = {
    ...shipped,
    read: (document) => change(shipped.read(document), document.text),
  };
  return {
    readerMaker: version,
    recordMaker: version,
    reader: async () => reader,
    preparer: async () => preparerHere(async () => reader),
    linker: async () => ({
      link: (inputs, decisions, title) => link(inputs, decisions, { title, reader: version, words: linkWords() }),
      newsOf: () => [],
    }),
    parseRecord: () => Promise.reject(new Error("nothing is imported here")),
  };
}
const first = kitOf("1");

let made = 0;
async function filled(): Promise<Store> {
  const store = openSqlite(join(folder, `${++made}.parley`), { mode: "create", title: "Talks" });
  const sources = Object.entries(reports).map(([uri, text]) => ({
    uri,
    path: null,
    load: async () => Buffer.from(text),
  }));
  await takeIn(sources, store, first);
  return store;
}
const by = (nth: number) => ({ author: "Ada", at: `2031-04-0${nth}T00:00:00Z`, reason: null });
/** The id of the one statement with these words. */
async function statementId(store: Store, words: string): Promise<string> {
  const { record } = await viewOf(store, first);
  const texts = new Map<string, string>(record.documents.map(({ id, text }) => [id, text]));
  return (
    record.statements.find(({ content }) =>
      content.some(({ doc, start, end }) => texts.get(doc)?.slice(start, end).includes(words)),
    )?.id ?? ""
  );
}

/** Leaves out what is said with these words. */
const deafTo =
  (words: string): Change =>
  (reading, text) => ({
    ...reading,
    attributions: reading.attributions.map((one) =>
      one.content.some(({ start, end }) => text.slice(start, end).includes(words))
        ? { ...one, content: one.content.map(({ start }) => ({ start, end: start + 3 })) }
        : one,
    ),
  });
/** Takes what is said with these words for two statements. */
const doubtful =
  (words: string): Change =>
  (reading, text) => ({
    ...reading,
    attributions: reading.attributions.flatMap((one) => {
      if (!one.content.some(({ start, end }) => text.slice(start, end).includes(words))) return [one];
      const content = one.content.map(({ start, end }) => ({ start, end }));
      return [one, { ...one, content, speakers: [], source: null, cue: null, within: null }];
    }),
  });
/** Says that nothing was said on a known day. */
const dateless: Change = (reading) => ({
  ...reading,
  attributions: reading.attributions.map((one) => ({ ...one, date: null })),
});

describe("read anew", () => {
  test("by the same code in another version: all documents are read, the record is the same", async () => {
    const store = await filled();
    await decide(store, first, { kind: "rename-actor", args: ["Belmora", "Belmora Republic"] }, by(1));
    const again = await readAnew(store, kitOf("2"), { compare: true });
    expect(again).toEqual({
      read: 5,
      changed: { reader: [], decisions: [], kept: [], lost: [], back: [] },
      untold: null,
    });
    expect(await readAnew(store, kitOf("2"), { compare: true })).toEqual({ read: 0, changed: null, untold: null });
    await store.close();
  });

  test("what the reader changes is the reader's, also of lines that a person touched", async () => {
    const store = await filled();
    const quotas = await statementId(store, "The quotas remain open");
    await decide(store, first, { kind: "rename-actor", args: ["otto-brandt", "O. Brandt"] }, by(1));
    const { changed } = await readAnew(store, kitOf("2", dateless), { compare: true });
    expect(changed?.reader).toContainEqual(
      expect.objectContaining({ list: "statements", id: quotas, what: "changed", fields: expect.anything() }),
    );
    expect([changed?.decisions, changed?.kept, changed?.lost]).toEqual([[], [], []]);
    await store.close();
  });

  test("what a person set stays, and it is told what the reader would have made of it", async () => {
    const store = await filled();
    const quotas = await statementId(store, "The quotas remain open");
    await decide(store, first, { kind: "date-statement", args: [quotas, "2031-03-10"] }, by(1));
    const { changed } = await readAnew(store, kitOf("2", dateless), { compare: true });
    expect(changed?.kept).toContainEqual(
      expect.objectContaining({
        list: "statements",
        id: quotas,
        fields: expect.arrayContaining([{ name: "date", before: '"2031-03-10"', after: "null" }]),
      }),
    );
    expect(changed?.reader.map(({ id }) => id)).not.toContain(quotas);
    const { record } = await viewOf(store, kitOf("2", dateless));
    expect(record.statements.find(({ id }) => id === quotas)).toMatchObject({ date: "2031-03-10", decidedBy: "Ada" });
    await store.close();
  });

  test("a decision that matches nothing any more is listed with why, kept, and has effect when it matches again", async () => {
    const store = await filled();
    const quotas = await statementId(store, "The quotas remain open");
    const { decision } = await decide(store, first, { kind: "date-statement", args: [quotas, "2031-03-09"] }, by(1));
    const deaf = kitOf("2", deafTo("The quotas remain open"));
    const { changed } = await readAnew(store, deaf, { compare: true });
    expect(changed?.lost).toMatchObject([{ decision: { id: decision.id }, state: "without effect" }]);
    expect(changed?.lost[0]?.why).toMatch(/no statement/);
    expect(await store.decisions()).toHaveLength(1);
    expect((await decisionLog(store, deaf)).entries[0]?.state).toBe("without effect");
    const back = await readAnew(store, kitOf("3"), { compare: true });
    expect(back.changed?.back).toMatchObject([{ decision: { id: decision.id }, state: "in force" }]);
    expect((await viewOf(store, kitOf("3"))).record.statements.find(({ id }) => id === quotas)?.date).toBe(
      "2031-03-09",
    );
    await store.close();
  });

  test("what comes back because a decision has no effect any more is not the reader's doing", async () => {
    const store = await filled();
    const quotas = await statementId(store, "The quotas remain open");
    const { decision } = await decide(store, first, { kind: "reject-statement", args: [quotas] }, by(1));
    const { changed } = await readAnew(store, kitOf("2", doubtful("The quotas remain open")), { compare: true });
    expect(changed?.lost).toMatchObject([{ decision: { id: decision.id } }]);
    expect(changed?.decisions).toContainEqual(expect.objectContaining({ list: "statements", id: quotas, what: "new" }));
    expect(changed?.reader.map(({ id }) => id)).not.toContain(quotas);
    await store.close();
  });

  test("what cannot be told does not undo what was read", async () => {
    const store = await filled();
    const broken = { ...kitOf("2"), linker: () => Promise.reject(new Error("no linker today")) };
    expect(await readAnew(store, broken, { compare: true })).toEqual({
      read: 5,
      changed: null,
      untold: "no linker today",
    });
    expect(await store.unread("2")).toEqual([]);
    await store.close();
  });
});
