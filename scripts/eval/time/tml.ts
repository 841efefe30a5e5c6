// TimeML documents as TempEval-3 gives them: the text directly behind <TEXT>, tags stripped, entities decoded, and its TIMEX3
// with offsets in that text. The document's own time is the reference and is not scored.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export type TmlTimex = {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly mod: string | null;
};
export type TmlDocument = {
  readonly name: string;
  readonly text: string;
  readonly reference: string | null;
  readonly timexes: readonly TmlTimex[];
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name] ?? whole;
  });

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** The document in the bytes of a .tml file. */
export function readTml(name: string, source: string): TmlDocument {
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(source.replaceAll("\r\n", "\n"))?.[1] ?? "";
  const created = /<DCT>\s*(<TIMEX3[^>]*>)/.exec(source)?.[1] ?? "";
  const timexes: TmlTimex[] = [];
  const open: { readonly tag: string; readonly start: number }[] = [];
  let text = "";
  for (const [part] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!part.startsWith("<")) text += decoded(part);
    else if (part.startsWith("<TIMEX3")) open.push({ tag: part, start: text.length });
    else if (part === "</TIMEX3>") {
      const begun = open.pop();
      if (!begun || begun.start === text.length) continue;
      timexes.push({
        start: begun.start,
        end: text.length,
        type: attribute(begun.tag, "type") ?? "",
        value: attribute(begun.tag, "value") ?? "",
        mod: attribute(begun.tag, "mod"),
      });
    }
  }
  const reference = /^\d{4}-\d{2}-\d{2}/.exec(attribute(created, "value") ?? "")?.[0] ?? null;
  return { name, text, reference, timexes: timexes.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** Folders at or under `folder` that hold .tml files, by name, with their files by name. */
export function tmlFolders(folder: string): readonly { readonly folder: string; readonly files: readonly string[] }[] {
  const names = readdirSync(folder).sort();
  const files = names.filter((name) => name.endsWith(".tml"));
  const inner = names.map((name) => join(folder, name)).filter((path) => statSync(path).isDirectory());
  return [...(files.length ? [{ folder, files }] : []), ...inner.flatMap(tmlFolders)];
}

/** The development part of a folder's files: documents 1, 6, 11 …; of a folder of fewer than twenty long ones the last three. */
export const developmentOf = (files: readonly string[]): readonly string[] =>
  files.length < 20 ? files.slice(-3) : files.filter((_, index) => index % 5 === 0);

export const readTmlFile = (folder: string, file: string): TmlDocument =>
  readTml(file.replace(/\.tml$/, ""), readFileSync(join(folder, file), "utf8"));
