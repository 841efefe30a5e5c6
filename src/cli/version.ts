// The package's version, read from its own package.json wherever the code runs from.
import { existsSync, readFileSync } from "node:fs";

/** The nearest package.json above this file. */
function packageFile(): URL | null {
  for (let folder = new URL("./", import.meta.url); ; folder = new URL("../", folder)) {
    const file = new URL("package.json", folder);
    if (existsSync(file)) return file;
    if (folder.pathname === new URL("../", folder).pathname) return null;
  }
}

const file = packageFile();
export const version: string =
  file === null ? "unknown" : String((JSON.parse(readFileSync(file, "utf8")) as { version?: unknown }).version);
