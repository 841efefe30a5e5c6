// parley decide, undecide, decisions: what they print and keep; two persons' logs; bad input is one line and exit code 2.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "../../src/model/decision.js";
import { decisionKinds } from "../../src/model/words.js";
import { writeReports } from "../dossier/reports.js";
import { parley } from "./world.js";

const folder = mkdtempSync(join(tmpdir(), "parley-decide-"));
const talks = join(folder, "talks.parley");
let copies = 0;
const copy = (): string => {
  const path = join(folder, `copy${++copies}.parley`);
  copyFileSync(talks, path);
  return path;
};
const run = (dossier: string, author: string, ...args: readonly string[]) =>
  parley([...args, "-d", dossier], { env: { PARLEY_AUTHOR: author } });
const exported = async (dossier: string, what: "export" | "decisions"): Promise<string> =>
  (await parley(what === "export" ? ["export", "-d", dossier] : ["decisions", "export", "-d", dossier])).out;
const idIn = ({ out }: { readonly out: string }): string => /Decided (c-[0-9a-f]{12})/.exec(out)?.[1] ?? "";
const said = "The quotas remain open";
const dated = (dossier: string, author: string, day: string) =>
  run(dossier, author, "decide", "date-statement", said, day);

beforeAll(async () => {
  expect((await parley(["read", writeReports(join(folder, "clippings")), "-d", talks, "--no-news"])).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("decide --list tells every kind", async () => {
  const { code, out } = await parley(["decide", "--list"]);
  expect(code).toBe(0);
  for (const kind of decisionKinds) expect(out).toMatch(new RegExp(`^${kind} +\\S`, "m"));
});

test("--dry-run says what would change and keeps nothing", async () => {
  const dossier = copy();
  const before = await exported(dossier, "export");
  const { code, out } = await run(dossier, "Ada", "decide", "date-statement", said, "2031-03-09", "--dry-run");
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Would change \(nothing was saved\):\n {2}~ statement s-[0-9a-f]{12} “The quotas remain open”\n/,
  );
  expect(out).toContain("2031-03-09");
  expect(await exported(dossier, "export")).toBe(before);
  expect(await exported(dossier, "decisions")).toBe("[]\n");
});

test("what is decided is kept, shown with who decided, and taken back without a trace in the record", async () => {
  const dossier = copy();
  const before = await exported(dossier, "export");
  const made = await run(
    dossier,
    "Ada",
    "decide",
    "add-statement",
    "No result in Lasse",
    "otto-brandt",
    "--in",
    "03-meeting.md",
    "--reason",
    "heard it",
  );
  expect([made.code, made.err]).toEqual([0, `To take it back: parley undecide ${idIn(made)}\n`]);
  expect(made.out).toContain("+ statement");
  const changed = JSON.parse(await exported(dossier, "export")) as {
    statements: { decidedBy?: string; speakers: string[] }[];
  };
  expect(changed.statements.filter(({ decidedBy }) => decidedBy === "Ada").map(({ speakers }) => speakers)).toEqual([
    ["otto-brandt"],
  ]);
  const log = await parley(["decisions", "-d", dossier]);
  expect(log.out).toMatch(
    new RegExp(
      `^${idIn(made)} .*Ada +in force\\n +add-statement .*\\n +“No result in Lasse”\\n +because: heard it\\n$`,
    ),
  );
  const back = await run(dossier, "Ada", "undecide", idIn(made));
  expect(back.code).toBe(0);
  expect(await exported(dossier, "export")).toBe(before);
  expect((await parley(["decisions", "-d", dossier])).out).toContain(`superseded: by ${idIn(back)}`);
  expect((await run(dossier, "Ada", "undecide", idIn(made))).err).toContain(
    `To have it again: parley undecide ${idIn(back)}`,
  );
  expect((await run(dossier, "Ada", "undecide", idIn(back))).code).toBe(0);
  expect(JSON.parse(await exported(dossier, "export"))).toEqual(changed);
});

test("one's own second word takes the place of the first; another's stands beside it", async () => {
  const dossier = copy();
  const first = await dated(dossier, "Ada", "2031-03-08");
  expect((await dated(dossier, "Ada", "2031-03-09")).out).toContain(`in place of ${idIn(first)}`);
  expect((await dated(dossier, "Ben", "2031-03-10")).out).not.toContain("in place of");
  const { out } = await parley(["decisions", "-d", dossier]);
  expect(out).toMatch(
    /Conflicts\n +statement: date of “The quotas remain open”\n +Ada: 2031-03-09 .*\n +Ben: 2031-03-10 .*has effect/,
  );
  expect(out).toMatch(/Agreement between Ada, Ben\n +Krippendorff's alpha, all 2 decided by several: -?\d/);
});

test("a day that a person sets is the one that a report is read by, and that an as-of view goes by", async () => {
  const dossier = copy();
  expect((await run(dossier, "Ada", "decide", "set-published", "05-undated.txt", "2031-03-12")).code).toBe(0);
  const { err } = await parley(["documents", "-d", dossier, "--as-of", "2031-03-12"]);
  expect(err).toBe("As of 2031-03-12: 5 documents.\n");
});

test("two logs, taken in either way round, are one log and make one record", async () => {
  const [ada, ben] = [copy(), copy()];
  await dated(ada, "Ada", "2031-03-08");
  await run(ada, "Ada", "decide", "rename-actor", "otto-brandt", "Otto B. Brandt");
  await dated(ben, "Ben", "2031-03-09");
  const files = [join(folder, "ada.json"), join(folder, "ben.json")] as const;
  expect((await parley(["decisions", "export", "-o", files[0], "-d", ada])).code).toBe(0);
  writeFileSync(files[1], await exported(ben, "decisions"));
  const taken = await parley(["decisions", "import", files[1], "-d", ada]);
  expect(taken.out).toMatch(
    /^1 decision taken in from .*, 0 already there\. 1 conflict, 0 without effect\. See: parley decisions\.\n$/,
  );
  expect((await parley(["decisions", "import", "-", "-d", ben], { stdin: readFileSync(files[0], "utf8") })).code).toBe(
    0,
  );
  expect(await exported(ada, "decisions")).toBe(await exported(ben, "decisions"));
  expect(await exported(ada, "export")).toBe(await exported(ben, "export"));
  expect((await parley(["decisions", "import", files[1], "-d", ada])).out).toMatch(
    /^0 decisions taken in from .*, 1 already there/,
  );
});

test("what no longer matches is kept, listed with the reason, and told by doctor", async () => {
  const dossier = copy();
  await dated(dossier, "Ada", "2031-03-08");
  const [decision] = JSON.parse(await exported(dossier, "decisions")) as Decision[];
  const [on] = decision?.action.on ?? [];
  const gone = {
    ...decision,
    id: "c-other",
    action: { ...decision?.action, on: [{ ...on, words: "No words of these" }] },
  };
  const taken = await parley(["decisions", "import", "-", "-d", dossier], { stdin: JSON.stringify([gone]) });
  expect(taken.out).toContain("0 conflicts, 1 without effect. See: parley decisions");
  const { out } = await parley(["decisions", "-d", dossier]);
  expect(out).toMatch(
    /c-other .*without effect\n[\s\S]*without effect: its words are in no document, or not for sure: “No words of these”/,
  );
  expect((await parley(["doctor", "-d", dossier])).out).toMatch(/note decisions +1 of 2 have no effect/);
});

describe("bad input is one line, exit code 2, and nothing is kept", () => {
  const file = (content: string): string => {
    const path = join(folder, `bad${++copies}.json`);
    writeFileSync(path, content);
    return path;
  };
  test.each<readonly [string, () => readonly string[], RegExp]>([
    ["no kind", () => ["decide"], /which kind/],
    ["another kind", () => ["decide", "praise", "x"], /no kind of decision/],
    ["too little", () => ["decide", "rename-actor", "otto-brandt"], /takes: ACTOR NAME/],
    ["an actor that is not there", () => ["decide", "rename-actor", "nobody-here", "X"], /no document has these words/],
    ["words that stand in many places", () => ["decide", "add-statement", "Brandt"], /stand at \d+ places/],
    [
      "a document that is not there",
      () => ["decide", "add-statement", said, "--in", "99.txt"],
      /no document has this id, uri or title/,
    ],
    ["no date", () => ["decide", "date-statement", said, "soon"], /is no date/],
    [
      "no date of what is added",
      () => ["decide", "add-statement", "No result in Lasse", "--date", "soon"],
      /is no date/,
    ],
    ["a decision that is not there", () => ["undecide", "c-000000000000"], /no decision has this id/],
    ["no such thing to do", () => ["decisions", "burn"], /Write list, export or import/],
    ["nothing to import", () => ["decisions", "import"], /takes a file/],
    ["a file that is not there", () => ["decisions", "import", join(folder, "none.json")], /there is no such file/],
    ["no JSON", () => ["decisions", "import", file("{")], /it is no JSON/],
    ["no log", () => ["decisions", "import", file('{"a":1}')], /no log of decisions/],
    ["another format", () => ["decide", "--format", "xml"], /Allowed choices are text, json/],
  ])("%s", async (_, args, message) => {
    const dossier = copy();
    const { code, out, err } = await run(dossier, "Ada", ...args());
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^parley: [^\n]+\n$/);
    expect(err).toMatch(message);
    expect(await exported(dossier, "decisions")).toBe("[]\n");
  });
  test("nobody who decides", async () => {
    const { code, err } = await parley(["decide", "reject-statement", said, "-d", copy()]);
    expect([code, err]).toEqual([2, "parley: who decides? Say it with --by NAME, or set PARLEY_AUTHOR\n"]);
  });
  test("an id of another decision", async () => {
    const dossier = copy();
    await dated(dossier, "Ada", "2031-03-08");
    const log = JSON.parse(await exported(dossier, "decisions")) as Decision[];
    const { code, err } = await parley(["decisions", "import", "-", "-d", dossier], {
      stdin: JSON.stringify(log.map((one) => ({ ...one, author: "Eve" }))),
    });
    expect([code, err]).toEqual([2, expect.stringContaining("is not the one of this id here. Nothing was taken in")]);
  });
});
