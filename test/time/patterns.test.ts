// Every pattern of the temporal tagger is scanned for catastrophic backtracking. News text is hostile input.
// Patterns of the rule table are tried at one place (sticky), so they are scanned as if they began with "^"; their slots hold
// the same two words each, the worst that a table could do. `npm run bench -- --hostile` measures the whole ones.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import { afterAll, describe, expect, it } from "vitest";
import { timexRows } from "../../src/lang/en/time.js";
import { jointsOf } from "../../src/time/chains.js";
import { compilePattern, type Lexicon } from "../../src/time/pattern.js";
import { words } from "./found.js";

/**
 * Every class holds the same two words, so that each slot can take what the next one could: what is safe so is safe with any
 * words, since alternatives of plain words repeat nothing.
 */
const alike: Lexicon = new Map(
  [...words.lexicon.keys()].map((name) => [
    name,
    new Map([
      ["ab cd", "1"],
      ["ab", "1"],
    ]),
  ]),
);

/** Patterns found safe before, by their hash: a scan takes seconds. UPDATE_SCANNED=1 writes them anew. */
const file = "test/time/scanned.txt";
const update = process.env.UPDATE_SCANNED !== undefined;
const known = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);
const seen = new Map<string, string>();
afterAll(() => {
  if (update) writeFileSync(file, [...seen.keys()].sort().join("\n").concat("\n"));
});

function complexity(source: string, flags: string): string {
  const hash = createHash("sha256").update(`${flags} ${source}`).digest("hex").slice(0, 16);
  const listed = ["safe", "polynomial"].find((word) => known.has(`${hash} ${word}`));
  const checked = listed
    ? null
    : checkSync(source, flags, { timeout: 30_000, incubationTimeout: 5_000, attackTimeout: 5_000 });
  const found = checked && "complexity" in checked ? (checked.complexity?.summary ?? "not decided") : "not decided";
  const result = listed ?? (checked?.status === "safe" ? "safe" : found);
  const kind = ["safe", "polynomial", "exponential"].find((word) => result.includes(word));
  if (kind) seen.set(`${hash} ${kind}`, result);
  return kind ?? result;
}

/** Regular expressions written in a source file: what stands between slashes where a value can stand. */
function literalsIn(source: string): { readonly pattern: string; readonly flags: string }[] {
  const code = source.replace(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, "");
  const literal =
    /(?<=[(=,:!&|?[]\s*|return )\/((?:[^/\\\n[*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)\/([dgimsuvy]*)/g;
  return [...code.matchAll(literal)].map(([, pattern = "", flags = ""]) => ({ pattern, flags }));
}

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sourceFiles(path) : [path];
  });

describe("the scan", () => {
  it.each([
    ["^(?:a|a)*$", "exponential"],
    ["^\\s*\\s*x", "polynomial"],
  ])("finds %s", (pattern, kind) => {
    expect(complexity(pattern, "u")).toBe(kind);
  });
});

describe("patterns of the rule table, at the place where they are tried", () => {
  it.each(timexRows().map(({ rule, pattern }) => [rule, pattern] as const))("%s", (_, pattern) => {
    const { source, flags } = compilePattern(pattern, alike);
    expect(complexity(`^${source}`, flags.replace("y", ""))).toBe("safe");
  });
});

describe("what joins ranges and lists", () => {
  const joints = Object.entries(jointsOf(alike)).flatMap(([name, pattern]) =>
    pattern instanceof RegExp ? [[name, pattern] as const] : [],
  );
  it.each(joints)("%s", (_, { source, flags, sticky }) => {
    const found = complexity(sticky ? `^${source}` : source, flags.replace("y", ""));
    // Those that end with "$" run on the few characters before a phrase.
    expect(found).toMatch(source.endsWith("$") ? /safe|polynomial/ : /^safe$/);
  });
});

describe("patterns written in the code", () => {
  const literals = sourceFiles("src/time").flatMap((file) =>
    literalsIn(readFileSync(file, "utf8")).map(
      ({ pattern, flags }) => [`${file} /${pattern}/`, pattern, flags] as const,
    ),
  );
  it("are found", () => expect(literals.length).toBeGreaterThan(30));
  it.each(literals)("%s", (_, pattern, flags) => {
    const found = complexity(pattern, flags.replace("y", ""));
    expect(found).toMatch(pattern.endsWith("$") ? /safe|polynomial/ : /^safe$/);
  });
});
