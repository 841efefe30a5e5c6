// parley doctor: what is wrong with this machine or dossier, and what to do.
import { existsSync } from "node:fs";
import { InputError } from "../model/errors.js";
import { type Check, checkNode, openDossier } from "../parley.js";
import { type Ink, inkOf, printable } from "./ink.js";
import { type Action, exit } from "./io.js";
import { version } from "./version.js";

type Flags = { readonly dossier: string; readonly format: "text" | "json" };

/** Whether SQLite and its full-text search run here: a dossier in memory is made and asked. */
async function checkSqlite(): Promise<readonly Check[]> {
  try {
    const { openSqlite } = await import("../store/sqlite.js");
    const { mkdtempSync, rmSync } = await import("node:fs");
    const { join } = await import("node:path");
    const { tmpdir } = await import("node:os");
    const folder = mkdtempSync(join(tmpdir(), "parley-doctor-"));
    try {
      const store = openSqlite(join(folder, "try.parley"), { mode: "create", title: "try" });
      await store.search("words", 1);
      await store.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return [{ name: "sqlite", state: "good", found: "dossiers and full-text search work", todo: null }];
  } catch (error) {
    const found = `does not work here: ${error instanceof Error ? error.message : String(error)}`;
    return [
      {
        name: "sqlite",
        state: "bad",
        found,
        todo: "Install again with npm ci, on a platform that @photostructure/sqlite is built for",
      },
    ];
  }
}

async function checkFile(path: string): Promise<readonly Check[]> {
  if (!existsSync(path))
    return [
      {
        name: "dossier",
        state: "note",
        found: `${path} is not there`,
        todo: `Begin one with: parley read FOLDER -d ${path}`,
      },
    ];
  try {
    const dossier = await openDossier(path, { mode: "read" });
    return await dossier.check().finally(() => dossier.close());
  } catch (error) {
    if (error instanceof InputError) return [{ name: "dossier", state: "bad", found: error.message, todo: null }];
    throw error;
  }
}

function checkLines({ name, state, found, todo }: Check, ink: Ink): string {
  const mark = { good: ink.green("ok  "), note: ink.yellow("note"), bad: ink.red("BAD ") }[state];
  return `${mark} ${name.padEnd(10)} ${printable(found)}\n${todo === null ? "" : `${" ".repeat(16)}${printable(todo)}\n`}`;
}

export const doctorCommand: Action = async (io, _args, raw) => {
  const flags = raw as unknown as Flags;
  const checks: readonly Check[] = [
    { name: "parley", state: "good", found: version, todo: null },
    checkNode(io.nodeVersion),
    ...(await checkSqlite()),
    ...(await checkFile(flags.dossier)),
  ];
  io.out(
    flags.format === "json"
      ? `${JSON.stringify(checks, null, 1)}\n`
      : checks.map((check) => checkLines(check, inkOf(io))).join(""),
  );
  return checks.some(({ state }) => state === "bad") ? exit.skipped : exit.done;
};
