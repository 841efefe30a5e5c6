// Timeline17 (Tran et al. 2013): a folder a topic with InputDocs/DATE/*.txt (tokens in the manner of the Penn treebank) and
// timelines/*.txt, whose days stand on lines of their own.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { asEdtf, type Edtf } from "../../../src/model/edtf.js";
import { InputError } from "../../../src/model/errors.js";

export type Article = { readonly uri: string; readonly day: Edtf; readonly path: string };
export type Topic = {
  readonly name: string;
  readonly articles: readonly Article[];
  readonly timelines: readonly { readonly name: string; readonly days: readonly string[] }[];
};

/** The text as a newspaper prints it; a line is a paragraph. */
export const plainText = (source: string): string =>
  source
    .replace(/ ?-LRB- ?/g, " (")
    .replace(/ ?-RRB-/g, ")")
    .replace(/``|''/g, '"')
    .replace(/ ([.,;:!?%)])/g, "$1")
    .replace(/ (n't|'s|'re|'ve|'ll|'d|'m)\b/g, "$1")
    .replace(/\r?\n/g, "\n\n");

/** The days of a timeline, once each, in order. */
export const timelineDays = (source: string): string[] =>
  [
    ...new Set(
      source
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => /^\d{4}-\d\d-\d\d$/.test(line)),
    ),
  ].sort();

function topicIn(folder: string): Topic {
  const docs = join(folder, "InputDocs");
  const name = basename(folder);
  const articles = readdirSync(docs)
    .sort()
    .flatMap((date): Article[] => {
      const day = asEdtf(date);
      const files = day === null ? [] : readdirSync(join(docs, date)).sort();
      return files.flatMap((file) =>
        day === null ? [] : [{ uri: `${name}/${date}/${file}`, day, path: join(docs, date, file) }],
      );
    });
  const timelines = readdirSync(join(folder, "timelines"))
    .sort()
    .map((file) => ({
      name: file,
      days: timelineDays(readFileSync(join(folder, "timelines", file), "utf8")),
    }));
  return { name, articles, timelines };
}

/** The topics at or in a folder, by name. */
export function readTopics(data: string): Topic[] {
  const isTopic = (folder: string): boolean =>
    existsSync(join(folder, "InputDocs")) && existsSync(join(folder, "timelines"));
  const folder = resolve(data);
  const folders = isTopic(folder)
    ? [folder]
    : readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
        .filter(isTopic);
  if (folders.length === 0) throw new InputError(`${data}: no topic with InputDocs/ and timelines/ there.`);
  return folders.map(topicIn);
}
