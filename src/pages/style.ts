// The style sheet of all pages, from the sheets beside this file, with a name that changes with its content.
import { readFileSync } from "node:fs";
import { sha256 } from "../model/ids.js";

const sheets = ["tokens.css", "page.css", "lines.css", "text.css", "print.css"];

export type Stylesheet = { readonly css: string; readonly version: string };

/** The sheets as one. */
export function stylesheet(): Stylesheet {
  const css = sheets.map((name) => readFileSync(new URL(name, import.meta.url), "utf8")).join("\n");
  return { css, version: sha256(css).slice(0, 12) };
}
