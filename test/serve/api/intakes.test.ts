// Intakes of what is sent: one after the other, followed by anybody from any event on, bounded in what waits and what is remembered.
import { expect, test } from "vitest";
import type { Intake, OnProgress, SourceFile } from "../../../src/dossier.js";
import { InputError } from "../../../src/model/errors.js";
import { type IntakeEvent, intakesOf } from "../../../src/serve/api/intakes.js";

const source = (uri: string): SourceFile => ({ uri, path: null, load: async () => new Uint8Array([1]) });
const never = new AbortController().signal;

/** A dossier whose intakes go on when they are let; and what it was told to do. */
function slow() {
  const begun: string[] = [];
  const waiting: (() => void)[] = [];
  let nth = 0;
  const takeIn = async (sources: readonly SourceFile[], onProgress?: OnProgress): Promise<Intake> => {
    for (const [index, { uri }] of sources.entries()) {
      begun.push(uri);
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (uri === "broken") throw new Error("disk");
      if (uri === "refused") throw new InputError("the dossier is locked");
      onProgress?.({ done: index + 1, total: sources.length, outcome: { kind: "skipped", uri, reason: "a test" } });
    }
    return { outcomes: [], news: [{ kind: "event", line: "News." }], untold: null };
  };
  const errors: unknown[] = [];
  const intakes = intakesOf({
    dossier: { takeIn },
    nextId: () => `i-${++nth}`,
    onError: (error) => errors.push(error),
    mostWaiting: 100,
  });
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const letGo = async (): Promise<void> => {
    await turn();
    waiting.shift()?.();
    await turn();
  };
  return { intakes, begun, errors, letGo };
}
const collected = async (events: AsyncIterable<IntakeEvent> | null): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const event of events ?? []) found.push(event.event);
  return found;
};

test("the second begins when the first is done; both are followed from any event on", async () => {
  const { intakes, begun, letGo } = slow();
  intakes.start([source("a"), source("b")], 10);
  intakes.start([source("c")], 10);
  await letGo();
  expect([begun, intakes.state("i-1")?.state, intakes.state("i-2")?.state]).toEqual([["a", "b"], "reading", "waiting"]);
  const first = collected(intakes.follow("i-1", 0, never));
  const second = collected(intakes.follow("i-2", 0, never));
  await letGo();
  await letGo();
  await intakes.settled();
  expect(await first).toEqual(["report", "report", "done"]);
  expect(await second).toEqual(["report", "done"]);
  expect(begun).toEqual(["a", "b", "c"]);
  expect(await collected(intakes.follow("i-1", 1, never))).toEqual(["report", "done"]);
  expect(await collected(intakes.follow("i-1", 9, never))).toEqual([]);
  expect(intakes.state("i-1")).toMatchObject({ state: "done", done: 2, total: 2, news: [{ line: "News." }] });
  expect(intakes.follow("i-9", 0, never)).toBeNull();
});

test("who stops following hears no more; the intake goes on", async () => {
  const { intakes, letGo } = slow();
  intakes.start([source("a"), source("b")], 10);
  const gone = new AbortController();
  const heard = collected(intakes.follow("i-1", 0, gone.signal));
  await letGo();
  gone.abort();
  expect(await heard).toEqual(["report"]);
  await letGo();
  await intakes.settled();
  expect(intakes.state("i-1")?.state).toBe("done");
});

test.each([
  ["refused", /the dossier is locked.*send the others again/, 0],
  ["broken", /^It could not go on/, 1],
])("%s: told to who follows, and the next one begins", async (uri, detail, broken) => {
  const { intakes, errors, letGo } = slow();
  intakes.start([source(uri)], 10);
  intakes.start([source("next")], 10);
  await letGo();
  await letGo();
  await intakes.settled();
  expect(intakes.state("i-1")).toMatchObject({ state: "failed", detail: expect.stringMatching(detail) });
  expect(intakes.state("i-1")?.detail).not.toContain("disk");
  expect(intakes.state("i-2")?.state).toBe("done");
  expect(errors).toHaveLength(broken);
});

test("too much at once is not taken; one alone always is", async () => {
  const { intakes, letGo } = slow();
  expect(intakes.start([source("a")], 1000)).not.toBeNull();
  expect(intakes.start([source("b")], 1)).toBeNull();
  await letGo();
  await intakes.settled();
  expect(intakes.start([source("c")], 60)).not.toBeNull();
  expect(intakes.start([source("d")], 40)).not.toBeNull();
  expect(intakes.start([source("e")], 1)).toBeNull();
  await letGo();
  await letGo();
  await intakes.settled();
});

test("the last fifty are remembered", async () => {
  const { intakes, letGo } = slow();
  for (let nth = 0; nth < 60; nth++) {
    intakes.start([source(String(nth))], 1);
    await letGo();
  }
  await intakes.settled();
  expect(intakes.all()).toHaveLength(50);
  expect(intakes.all()[0]?.id).toBe("i-60");
  expect(intakes.state("i-10")).toBeNull();
});
