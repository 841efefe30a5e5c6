// PLV (Hu et al., ACL 2024): sentences with a marked source and target and the PLOVER root between them; a .tsv with a heading.
import { readFileSync } from "node:fs";
import { InputError } from "../../../src/model/errors.js";
import type { Range } from "../../../src/model/span.js";

export type PlvRow = {
  readonly uid: string; // the row number from 0 where the file has none; its parity is the half: even rows are for development
  readonly sentence: string;
  readonly source: Range | null; // in `sentence`
  readonly target: Range | null;
  readonly root: string;
};

/** A cell as it was before it was written: quotes around it, and doubled inside. */
const unquoted = (cell: string): string =>
  cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell;

/** The sentence without its marks, and where the first `<s>` and `<t>` stood. */
export function unmarked(marked: string): { sentence: string; source: Range | null; target: Range | null } {
  const found: { s: Range | null; t: Range | null } = { s: null, t: null };
  const open = { s: 0, t: 0 };
  let sentence = "";
  for (const part of marked.split(/(<\/?[st]>)/)) {
    const mark = /^<(\/?)([st])>$/.exec(part);
    const name = mark?.[2] === "s" ? "s" : "t";
    if (!mark) sentence += part;
    else if (mark[1] === "") open[name] = sentence.length;
    else found[name] ??= { start: open[name], end: sentence.length };
  }
  return { sentence, source: found.s, target: found.t };
}

/** The rows of a .tsv. Throws InputError where a column is missing. */
export function readPlv(path: string): PlvRow[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").split(/\r?\n/);
  const columns = head.split("\t");
  const at = (name: string): number => columns.indexOf(name);
  if (at("gold_root") < 0 || at("marked_sentence") < 0)
    throw new InputError(`${path}: no columns gold_root and marked_sentence. Name a PLV .tsv.`);
  return lines
    .filter((line) => line.trim() !== "")
    .map((line, row) => {
      const cells = line.split("\t").map(unquoted);
      return {
        uid: cells[at("uid")] ?? String(row),
        root: cells[at("gold_root")] ?? "",
        ...unmarked(cells[at("marked_sentence")] ?? ""),
      };
    });
}
