// Every command: what it prints, in every format; every error: one line that says what to do, and its exit code.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { definitions } from "../../src/cli/commands.js";
import { listings } from "../../src/cli/listings/index.js";
import { writeReports } from "../dossier/reports.js";
import { parley } from "./world.js";

const folder = mkdtempSync(join(tmpdir(), "parley-cli-"));
const clippings = writeReports(join(folder, "clippings"));
const talks = join(folder, "talks.parley");
let made = 0;
const place = (): string => {
  const path = join(folder, `place${++made}`);
  mkdirSync(path);
  return path;
};
beforeAll(async () => {
  expect((await parley(["read", clippings, "-d", talks, "--title", "Fishing talks"])).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("help", () => {
  test("lists every command, examples and exit codes", async () => {
    const { code, out } = await parley(["--help"]);
    expect(code).toBe(0);
    for (const { name, about } of definitions)
      expect(out.replace(/\s+/g, " ")).toMatch(new RegExp(` ${name} (?:\\[\\w+\\] )*.*${about.slice(0, 12)}`));
    expect(out).toContain("Examples:");
    expect(out).toMatch(/\nExit codes:\n {2}0 {3}done\n/);
  });
  test.each(definitions.map(({ name }) => name))("of %s has an example and the dossier option", async (name) => {
    const { code, out, err } = await parley([name, "--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`Usage: parley ${name}`);
    expect(out).toMatch(/Examples:\n {2}\S/);
    if (name !== "users") expect(out).toContain("-d, --dossier <file>"); // users are of a server, not of a dossier
  });
  test("without arguments is help; the version is the package's", async () => {
    expect((await parley([])).out).toContain("Usage: parley");
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(await parley(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe("read", () => {
  test("tells each report, the sum and what is new", async () => {
    const dossier = join(place(), "talks.parley");
    const { code, out, err } = await parley(["read", clippings, "-d", dossier]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^taken in clippings\/01-call\.txt\n/);
    expect(out).toContain(`5 taken in. ${dossier} holds 5 documents.\n`);
    expect(out).toMatch(/\nNew\n {2}\S/);
    const again = await parley(["read", clippings, "-d", dossier]);
    expect(again.out).toContain(`0 taken in, 5 already there. ${dossier} holds 5 documents.\n`);
    expect(again.out).not.toContain("New");
    expect((await parley(["read", clippings, "-d", dossier, "--no-news"])).out).not.toContain("New");
  });

  test("reports what it skips in one line each and ends with 1", async () => {
    const path = writeReports(place(), {
      "a.txt": "",
      "b.txt": new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0]),
      "c.txt": "1 2 3",
      "d.jpg": "x",
      "e.txt": "Envoys met on Monday.\n",
    });
    const { code, out, err } = await parley(["read", path, "-d", join(path, "t.parley")]);
    expect(code).toBe(1);
    expect(err.trimEnd().split("\n")).toEqual(
      ["a.txt", "b.txt", "c.txt", "d.jpg"].map((name) => expect.stringMatching(new RegExp(`^skipped ${name}: \\S.*`))),
    );
    expect(out).toContain("1 taken in, 4 skipped.");
  });

  test("takes standard input", async () => {
    const dossier = join(place(), "t.parley");
    const { code, out } = await parley(["read", "-", "-d", dossier], { stdin: "Envoys met on March 3, 2031." });
    expect([code, out]).toEqual([0, expect.stringMatching(/^taken in stdin:[0-9a-f]{12}\n1 taken in\./)]);
    expect(await parley(["read", "-", "-d", dossier])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^skipped stdin:\S+: it is empty\n$/),
    });
  });

  test("says that a report takes the place of an earlier one", async () => {
    const path = writeReports(place(), { "a.txt": "Envoys met on March 3, 2031." });
    await parley(["read", path, "-d", join(path, "t.parley")]);
    writeFileSync(join(path, "a.txt"), "Envoys met on March 4, 2031.");
    const { out } = await parley(["read", path, "-d", join(path, "t.parley")]);
    expect(out).toMatch(
      /^taken in a\.txt \(replaces d-[0-9a-f]{12}, taken from the same address\)\n1 taken in \(1 in place of an earlier one\)\./,
    );
  });

  test("--again has nothing to do right after; --title alone renames", async () => {
    const dossier = join(place(), "t.parley");
    await parley(["read", clippings, "-d", dossier]);
    expect((await parley(["read", "--again", "-d", dossier])).out).toBe("Every reading is of this reader.\n");
    expect((await parley(["read", "--title", "New name", "-d", dossier])).code).toBe(0);
    expect(JSON.parse((await parley(["export", "-d", dossier])).out).dossier.title).toBe("New name");
  });

  test.each([
    ["nothing named", [], /there is nothing to read\. Name files or folders/],
    ["a missing path", ["gone.txt"], /gone\.txt: there is no such file or folder\. Nothing was taken in/],
    ["an address", ["https://example.org/a"], /addresses are not fetched\. Save the page and name the file/],
    ["a folder without reports", ["EMPTY"], /no reports are there\. Reports are \.txt, \.md and \.html files/],
  ])("refuses %s with 2 and makes no dossier", async (_name, args, message) => {
    const path = place();
    mkdirSync(join(path, "empty"));
    const { code, out, err } = await parley([
      "read",
      ...args.map((arg) => (arg === "EMPTY" ? join(path, "empty") : arg)),
      "-d",
      join(path, "t.parley"),
    ]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain("\n");
    expect(readdirSync(path)).toEqual(["empty"]);
  });
});

describe("listings", () => {
  const names = Object.keys(listings);
  test("there are twelve, each a command", () => {
    expect(names).toHaveLength(12);
    for (const name of names) expect(definitions.some((definition) => definition.name === name)).toBe(true);
  });

  test.each(names)("%s in text, json, csv and md", async (name) => {
    const json = await parley([name, "-d", talks, "--format", "json"]);
    const rows = JSON.parse(json.out) as object[];
    expect([json.code, Array.isArray(rows)]).toEqual([0, true]);
    const csv = await parley([name, "-d", talks, "--format", "csv"]);
    const md = await parley([name, "-d", talks, "--format", "md"]);
    const text = await parley([name, "-d", talks]);
    expect([csv.code, md.code, text.code]).toEqual([0, 0, 0]);
    expect(md.out.trimEnd().split("\n")).toHaveLength(rows.length + 2);
    expect(csv.out.split("\r\n")[0]).toMatch(/^\w+(?:,\w+)+$/);
    expect(text.err).toBe(rows.length === 0 ? `Nothing to show of ${name}.\n` : "");
    expect(text.out === "").toBe(rows.length === 0);
    for (const { id } of rows as { id: string }[]) expect(text.out).toContain(id);
  });

  test("a line of the chronicle has date, label, status, outlets and the words with their place", async () => {
    const { out } = await parley(["chronicle", "-d", talks, "--outlet", "Lasse Echo"]);
    expect(out).toMatch(/^2031-03-10 {2}\S.*\[happened\]\n/m);
    expect(out).toMatch(/told by .*Lasse Echo/);
    expect(out).toMatch(/“[^”]+”\n {12}.*clippings\/\S+ \d+–\d+/);
  });

  test("a cell that a spreadsheet would run is neutralised", async () => {
    const path = writeReports(place(), { "a.txt": "=HYPERLINK(1) talks\n\nEnvoys met on March 3, 2031.\n" });
    await parley(["read", path, "-d", join(path, "t.parley")]);
    const { out } = await parley(["documents", "--format", "csv", "-d", join(path, "t.parley")]);
    expect(out).toContain(",'=HYPERLINK(1) talks,");
  });

  test("are cut by both clocks, and say what is left out", async () => {
    const asOf = await parley(["documents", "-d", talks, "--as-of", "2031-03-08", "--format", "json"]);
    expect(JSON.parse(asOf.out)).toHaveLength(2);
    expect(asOf.err).toBe(
      "As of 2031-03-08: 2 documents; left out: 2 documents published later and 1 document without a date.\n",
    );
    const statuses = async (day: string): Promise<string[]> => {
      const { out } = await parley([
        "meetings",
        "-d",
        talks,
        "--as-of",
        day,
        "--from",
        "2031-03-10",
        "--to",
        "2031-03-10",
        "--format",
        "json",
      ]);
      return (JSON.parse(out) as { status: string }[]).map(({ status }) => status);
    };
    expect(new Set(await statuses("2031-03-08"))).toEqual(new Set(["planned"]));
    expect(await statuses("2031-03-11")).toContain("happened");
    expect((await parley(["chronicle", "-d", talks, "--from", "2040"])).err).toBe("Nothing to show of chronicle.\n");
  });

  test("are cut by actor, outlet and words", async () => {
    const rows = async (...args: string[]) =>
      JSON.parse((await parley(["statements", "-d", talks, "--format", "json", ...args])).out) as {
        speakers: string[];
        words: string;
        outlet: string;
      }[];
    const all = await rows();
    const brandt = await rows("--actor", "Brandt");
    expect(brandt.length).toBeGreaterThan(0);
    expect(brandt.length).toBeLessThan(all.length);
    expect(brandt.every(({ speakers }) => speakers.some((speaker) => speaker.includes("Brandt")))).toBe(true);
    expect((await rows("--grep", "FREE passage")).every(({ words }) => words.includes("free passage"))).toBe(true);
    expect((await rows("--outlet", "lasse echo")).every(({ outlet }) => outlet === "Lasse Echo")).toBe(true);
  });

  test.each([
    ["--actor", "Brant", /^parley: no actor is called "Brant"\. Near it: .*Brandt/],
    ["--outlet", "Lasse Eco", /^parley: no outlet is called "Lasse Eco"\. Near it: Lasse Echo/],
    ["--issue", "zzzz", /^parley: no issue is called "zzzz"\. See: parley issues\n/],
    ["--from", "March", /^parley: --from: "March" is no date\. Write a day \(2022-01-10\)/],
    ["--to", "2031-02-30", /^parley: --to: "2031-02-30" is no date/],
    ["--as-of", "2031-03-01/2031-03-02", /^parley: --as-of: .* is no date/],
    ["--format", "xml", /^parley: .*'xml' is invalid\. Allowed choices are text, json, csv, md/],
  ])("refuse %s %s with 2", async (flag, value, message) => {
    const { code, out, err } = await parley(["statements", "-d", talks, flag, value]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain("\n");
  });
  test("refuse a time that ends before it begins", async () => {
    expect(await parley(["chronicle", "-d", talks, "--from", "2032", "--to", "2031"])).toMatchObject({
      code: 2,
      err: "parley: --from 2032 is later than --to 2031. Swap them\n",
    });
  });
});

describe("on a terminal", () => {
  test("there are colours and the lines keep to its width; NO_COLOR takes the colours", async () => {
    const seen = await parley(["chronicle", "-d", talks], { terminal: true, columns: 60 });
    expect(seen.out).toContain("\u001b[");
    const plain = await parley(["chronicle", "-d", talks], { terminal: true, columns: 60, env: { NO_COLOR: "1" } });
    expect(plain.out).not.toContain("\u001b");
    for (const name of Object.keys(listings)) {
      const { out } = await parley([name, "-d", talks], { terminal: true, columns: 60, env: { NO_COLOR: "1" } });
      const long = out.split("\n").filter((line) => line.length > 60 && line.trim().split(" ").length > 2);
      expect([name, long]).toEqual([name, []]);
    }
    expect((await parley(["chronicle", "-d", talks])).out).not.toContain("\u001b");
  });
  test("what a report holds cannot steer it", async () => {
    const path = writeReports(place(), {
      "a.txt":
        'Evil \u001b[31mred\u001b]0;title\u0007 \u202etalks\n\nEnvoys met on March 3, 2031. "We \u001b[2Jagree," Tolland said.\n',
    });
    await parley(["read", path, "-d", join(path, "t.parley")]);
    const steering = ["\u001b", "\u0007", "\u202e", "\u0001", "\u0002"];
    for (const args of [...Object.keys(listings).map((name) => [name]), ["search", "Evil"]]) {
      const { out } = await parley([...args, "-d", join(path, "t.parley")]);
      expect(steering.filter((sign) => out.includes(sign))).toEqual([]);
    }
  });
});

describe("explain", () => {
  test("every line of the record is explained, with its words and rules", async () => {
    const record = JSON.parse((await parley(["export", "-d", talks])).out) as Record<string, { id: string }[] | object>;
    const ids = Object.values(record).flatMap((lines) =>
      Array.isArray(lines) ? lines.map(({ id }: { id: string }) => id) : [],
    );
    expect(ids.length).toBeGreaterThan(20);
    for (const id of ids) {
      const { code, out } = await parley(["explain", id, "-d", talks]);
      expect([id, code]).toEqual([id, 0]);
      expect(out).toMatch(new RegExp(`\\n\\w+ ${id}\\n`));
    }
    const [statement] = record.statements as { id: string }[];
    const { out } = await parley(["explain", statement?.id ?? "", "-d", talks]);
    expect(out).toMatch(/\nEvidence\n {2}speaker: “/);
    expect(out).toMatch(/\nRules\n {2}\S+.* — (?:exact|\d\.\d\d of 1: )/);
    expect(
      JSON.parse((await parley(["explain", statement?.id ?? "", "-d", talks, "--format", "json"])).out),
    ).toMatchObject({ id: statement?.id, kind: "statement" });
  });
  test("an unknown id is refused with ids near it", async () => {
    const { code, err } = await parley(["explain", "mira-toland", "-d", talks]);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^parley: mira-toland: no line of the record has this id\. Near it: .*tolland/),
    ]);
    expect((await parley(["explain", "-d", talks])).err).toBe(
      "parley: missing required argument 'id'. See: parley explain --help\n",
    );
  });
});

describe("search", () => {
  test("shows each place with its report and offsets", async () => {
    const { code, out } = await parley(["search", "free", "pass", "-d", talks]);
    expect(code).toBe(0);
    expect(out).toMatch(/Nordic Ledger, 2031-03-08 · clippings\/02-preview\.txt \d+–\d+ · [ds]-[0-9a-f]{12}/);
    const rows = JSON.parse((await parley(["search", "free", "-n", "1", "--format", "json", "-d", talks])).out) as {
      snippet: string;
    }[];
    expect(rows).toHaveLength(1);
    expect(rows[0]?.snippet).toContain("*free*");
  });
  test("says when nothing is found, and takes any words", async () => {
    expect(await parley(["search", "zeppelin", "-d", talks])).toEqual({
      code: 0,
      out: "",
      err: "Nothing holds all of these words.\n",
    });
    expect((await parley(["search", '"', "*", "NEAR(", "-d", talks])).code).toBe(0);
    expect((await parley(["search", "x", "-n", "0", "-d", talks])).err).toBe(
      'parley: --most: "0" is no number from 1 to 1000\n',
    );
  });
});

describe("brief", () => {
  test("a paragraph, lists and numbered sources, as text, Markdown and JSON", async () => {
    const text = await parley(["brief", "-d", talks, "--since", "2000-01-01"]);
    expect([text.code, text.err]).toEqual([0, ""]);
    expect(text.out).toMatch(/^Fishing talks\n\n5 reports/);
    expect(text.out).toMatch(/\nSources\n {2}\[1\] \S/);
    const note = await parley(["brief", "-d", talks, "--format", "md"]);
    expect(note.out).toMatch(/^# Fishing talks\n/);
    const { sources } = JSON.parse((await parley(["brief", "-d", talks, "--format", "json"])).out) as {
      sources: unknown[];
    };
    expect(sources.length).toBeGreaterThan(0);
  });
  test("what is no day and what is no number of words is told", async () => {
    expect((await parley(["brief", "-d", talks, "--since", "soon"])).code).toBe(2);
    expect((await parley(["brief", "-d", talks, "--words", "many"])).code).toBe(2);
  });
});

describe("export and import", () => {
  test("the formats are listed and written, to standard output or a file", async () => {
    const { out } = await parley(["export", "--list"]);
    for (const format of out
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" ")[0] ?? "")) {
      if (format === "docx") continue; // no text: test/export/doors.test.ts
      const file = join(place(), `record.${format}`);
      expect((await parley(["export", "--format", format, "-o", file, "-d", talks])).code).toBe(0);
      expect(readFileSync(file, "utf8")).toBe((await parley(["export", "--format", format, "-d", talks])).out);
    }
  });
  test("export → import → export gives the same bytes", async () => {
    const path = place();
    const [one, two] = [join(path, "one.json"), join(path, "two.json")];
    await parley(["export", "-o", one, "-d", talks]);
    const { code, out } = await parley(["import", one, "-d", join(path, "copy.parley")]);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^5 documents taken in from \S+one\.json into \S+copy\.parley\. The record is kept as it came/,
      ),
    ]);
    await parley(["export", "-o", two, "-d", join(path, "copy.parley")]);
    expect(readFileSync(two).equals(readFileSync(one))).toBe(true);
    const piped = await parley(["import", "-", "-d", join(path, "piped.parley")], { stdin: readFileSync(one, "utf8") });
    expect(piped.code).toBe(0);
    expect((await parley(["export", "-d", join(path, "piped.parley")])).out).toBe(readFileSync(one, "utf8"));
  });
  test("a file that cannot be written is refused, the old one stays, nothing is left behind", async () => {
    const path = place();
    mkdirSync(join(path, "record.json"));
    expect(await parley(["export", "-o", join(path, "record.json"), "-d", talks])).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^parley: \S+record\.json: it cannot be written \(it is a folder\)\. Name another file with -o\n$/,
      ),
    });
    expect((await parley(["export", "-o", join(path, "no", "record.json"), "-d", talks])).code).toBe(2);
    expect(readdirSync(path)).toEqual(["record.json"]);
  });
  test.each([
    ["a missing file", null, /there is no such file\. Write one with: parley export/],
    ["no JSON", "{", /it is no JSON/],
    ["no text", new Uint8Array([255, 254, 1]), /it cannot be read as text/],
    ["no record", "{}", /not a parley-record\/1/],
  ])("import refuses %s and makes no dossier", async (_name, content, message) => {
    const path = place();
    if (content !== null) writeFileSync(join(path, "record.json"), content);
    const { code, err } = await parley(["import", join(path, "record.json"), "-d", join(path, "t.parley")]);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(err.trimEnd()).not.toContain("\n");
    expect(existsSync(join(path, "t.parley"))).toBe(false);
  });
  test("an unknown format is refused", async () => {
    expect(await parley(["export", "--format", "xls", "-d", talks])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^parley: --format: "xls" is no format\. There are: json, csv, md, .+\n$/),
    });
  });
});

describe("serve", () => {
  test("serves until it is asked to end; a taken port gives one line and the next free one", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => other.once("listening", done));
    const { port } = other.address() as AddressInfo;
    let end = (): void => {};
    const ended = new Promise<void>((done) => {
      end = done;
    });
    let page = "";
    const { code, out } = await parley(["serve", "--port", String(port), "-d", talks], {
      ended,
      onOut: (text) => {
        const url = /served at (\S+)/.exec(text)?.[1];
        if (url)
          void fetch(url)
            .then(async (answer) => {
              page = await answer.text();
            })
            .finally(end);
      },
    });
    other.close();
    expect(code).toBe(0);
    expect(out).toMatch(
      new RegExp(`^Port ${port} is taken, so \\d+ is used\\.\\n\\S+ is served at http://localhost:\\d+/ `),
    );
    expect(page).toContain("Fishing talks");
  });
  test.each([
    [["--port", "many"], {}, "--port"],
    [["--port", "70000"], {}, "--port"],
    [[], { PARLEY_PORT: "x" }, "PARLEY_PORT"],
  ])("refuses a port that is none: %j %j", async (args, env, name) => {
    expect(await parley(["serve", ...args, "-d", talks], { env })).toMatchObject({
      code: 2,
      err: expect.stringMatching(new RegExp(`^parley: ${name}: "\\w+" is no number from 0 to 65535\\n$`)),
    });
  });
});

describe("doctor", () => {
  test("finds a good dossier good", async () => {
    const { code, out } = await parley(["doctor", "-d", talks]);
    expect(code).toBe(0);
    expect(out).not.toContain("BAD");
    expect(out).toMatch(/ok {3}dossier +\S+talks\.parley: 5 documents\n/);
  });
  test("says what is wrong and what to do, and ends with 1", async () => {
    const path = join(place(), "t.parley");
    writeFileSync(path, "no dossier at all".repeat(100));
    expect(await parley(["doctor", "-d", path])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/BAD {2}dossier +\S+: it is no dossier/),
    });
    expect(await parley(["doctor", "-d", talks], { nodeVersion: "v18.0.0" })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/BAD {2}node +v18\.0\.0 is too old\n +Install Node 20\.19\.0 or newer\n/),
    });
    expect(JSON.parse((await parley(["doctor", "--format", "json", "-d", join(path, "gone")])).out)).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: "dossier", state: "note" })]),
    );
  });
});

describe("bad usage", () => {
  test.each([
    [["nonsense"], "parley: unknown command 'nonsense'. See: parley --help\n"],
    [["chronicel"], "parley: unknown command 'chronicel' (Did you mean chronicle?). See: parley --help\n"],
    [["help", "nonsense"], "parley: unknown command 'nonsense'. See: parley --help\n"],
    [["chronicle", "--nonsense"], "parley: unknown option '--nonsense'. See: parley chronicle --help\n"],
    [["search"], "parley: missing required argument 'words'. See: parley search --help\n"],
    [["chronicle", "extra"], /^parley: too many arguments.*See: parley chronicle --help\n$/],
    [["read", "--title", " "], /^parley: --title: .*Write some words\n$/],
  ])("%j is refused with 2", async (args, message) => {
    const { code, out, err } = await parley(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
  test.each([...Object.keys(listings), "search x", "explain x", "export", "serve"])(
    "%s of a dossier that is not there",
    async (line) => {
      const path = join(place(), "gone.parley");
      const { code, out, err } = await parley([...line.split(" "), "-d", path]);
      expect([code, out, err]).toEqual([
        2,
        "",
        `parley: ${path}: there is no such dossier. Begin one with: parley read FOLDER -d ${path}\n`,
      ]);
      expect(existsSync(path)).toBe(false);
    },
  );
});
