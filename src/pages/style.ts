// What pages are made with beside their HTML: one style sheet and one script, from the files beside this one, each with a name that
// changes with its content.
import { readFileSync } from "node:fs";
import { sha256 } from "../model/ids.js";
import { keys } from "./keys.js";

const sheets = [
  "tokens.css",
  "page.css",
  "lines.css",
  "tables.css",
  "pictures.css",
  "text.css",
  "islands.css",
  "desk.css",
  "print.css",
];
const scripts = [
  "islands/start.js",
  "islands/soft.js",
  "islands/as-of.js",
  "islands/lines.js",
  "islands/cards.js",
  "islands/brush.js",
  "islands/keys.js",
  "islands/search.js",
  "islands/desk.js",
];

/** `file`: its name, with a part that changes with its content. */
export type Asset = { readonly file: string; readonly mediaType: string; readonly text: string };

const textOf = (names: readonly string[]): string =>
  names.map((name) => readFileSync(new URL(name, import.meta.url), "utf8")).join("\n");
const named = (text: string, extension: string): string => `parley-${sha256(text).slice(0, 12)}.${extension}`;

/** The sheets as one. */
export function stylesheet(): Asset {
  const text = textOf(sheets);
  return { file: named(text, "css"), mediaType: "text/css", text };
}

/** The islands as one script; each is closed in itself. Pages work without it. */
export function pageScript(): Asset {
  const text = `window.parleyKeys=${JSON.stringify(keys)};\n${textOf(scripts)}`;
  return { file: named(text, "js"), mediaType: "text/javascript", text };
}
