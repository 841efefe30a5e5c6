// The walls of the house: imports point down only, rooms on one floor never import each other, no cycles, heavy libraries
// are imported in one file each. Run by `npm run check`; ends with 1 and one line a breach.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** Floor of each room (a folder of src, or a file in it). */
const floors = {
  model: 1,
  query: 1.5,
  text: 2,
  store: 2,
  export: 2,
  pages: 2,
  learn: 2.5,
  time: 2.5,
  ingest: 3,
  read: 3,
  link: 3,
  publish: 3,
  decide: 3,
  lang: 4,
  outlets: 4,
  dossier: 4,
  work: 4.5,
  serve: 5,
  mcp: 5,
  "parley.ts": 5,
  cli: 6,
};
/** Libraries that only one file may import (by prefix). */
const single = [
  "@photostructure/sqlite",
  "pg",
  "@observablehq/plot",
  "@mozilla/readability",
  "iconv-lite",
  "chardet",
  "eld",
  "wink-nlp",
  "wink-eng-lite-web-model",
  "@hono/node-server",
  "@modelcontextprotocol/sdk",
  "cli-progress",
  "i18n-iso-countries",
  "docx",
  "ical-generator",
];

const files = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
const known = new Set(files);

/** What a file imports, static and lazy: files of src, and libraries. */
function importsOf(file) {
  const source = readFileSync(file, "utf8");
  const names = [...source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]);
  return names.map((name) => {
    if (!name.startsWith(".")) return { library: name };
    const path = normalize(join(dirname(file), name)).replaceAll("\\", "/");
    const target = [path.replace(/\.js$/, ".ts"), path.replace(/\.js$/, ".tsx"), path].find((candidate) =>
      known.has(candidate),
    );
    return { target: target ?? null, name };
  });
}

const roomOf = (file) => {
  const room = file.split("/")[1];
  return room.startsWith("dossier") ? "dossier" : room;
};
const breaches = [];
const graph = new Map();
const importers = new Map(single.map((library) => [library, new Set()]));
let arrows = 0;
for (const file of files) {
  const floor = floors[roomOf(file)];
  if (floor === undefined)
    breaches.push(`${file}: the room "${roomOf(file)}" is on no floor; add it to scripts/walls.mjs`);
  const targets = [];
  for (const { target, name, library } of importsOf(file)) {
    arrows++;
    if (library !== undefined) {
      const owner = single.find((own) => library === own || library.startsWith(`${own}/`));
      if (owner) importers.get(owner).add(file);
      continue;
    }
    if (target === null) {
      if (!name.endsWith(".json")) breaches.push(`${file}: imports ${name}, which is no file of src`);
      continue;
    }
    targets.push(target);
    if (roomOf(file) === roomOf(target)) continue;
    const below = floors[roomOf(target)];
    if (below > floor) breaches.push(`${file}: imports up, ${target}`);
    if (below === floor) breaches.push(`${file}: imports its neighbour on floor ${floor}, ${target}`);
  }
  graph.set(file, targets);
}
for (const [library, users] of importers)
  if (users.size > 1) breaches.push(`${library}: imported in ${[...users].join(" and ")}; one file may`);

/** A circle of imports through `file`, if there is one. */
const done = new Set();
function circle(file, path) {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (done.has(file)) return null;
  for (const target of graph.get(file) ?? []) {
    const found = circle(target, [...path, file]);
    if (found) return found;
  }
  done.add(file);
  return null;
}
for (const file of files) {
  const found = circle(file, []);
  if (found) {
    breaches.push(`a circle of imports: ${found.join(" → ")}`);
    break;
  }
}
if (files.length === 0 || arrows === 0)
  breaches.push("no files or no imports were found: run this from the root of the repository");
for (const breach of breaches) console.error(breach);
console.log(`walls: ${files.length} files, ${arrows} imports, ${breaches.length} breaches`);
process.exitCode = breaches.length > 0 ? 1 : 0;
