// PolNeAR as it lies in a folder: text/*.txt beside attributions/*.ann in brat's stand-off form, offsets in code points.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inputError } from "../../../src/model/errors.js";

/** Code points, end exclusive. */
export type Piece = readonly [start: number, end: number];
export type Marked = {
  readonly source: readonly Piece[];
  readonly cue: readonly Piece[];
  readonly content: readonly Piece[];
};
export type MarkedText = { readonly doc: string; readonly text: string; readonly attributions: readonly Marked[] };

/** The annotation file names end in the annotator; their texts do not. */
const plainName = (file: string): string => file.replace(/\.ann$/, "").replace(/_[0-9a-f]{4}$/, "");

function piecesOf(spans: string): Piece[] {
  return spans.split(";").flatMap((span): Piece[] => {
    const [start, end] = span.trim().split(" ").map(Number);
    return start !== undefined && end !== undefined && start < end ? [[start, end]] : [];
  });
}

/** The attributions of one annotation file. */
export function readAnnotations(ann: string): Marked[] {
  const spans = new Map<string, readonly Piece[]>();
  for (const line of ann.split("\n")) {
    const [id = "", value = ""] = line.split("\t");
    if (id.startsWith("T")) spans.set(id, piecesOf(value.slice(value.indexOf(" ") + 1)));
  }
  return ann.split("\n").flatMap((line): Marked[] => {
    const [id = "", value = ""] = line.split("\t");
    if (!id.startsWith("E")) return [];
    const roles = new Map<string, readonly Piece[]>();
    for (const part of value.trim().split(/\s+/)) {
      const [role = "", span = ""] = part.split(":");
      const name = role.replace(/\d+$/, "");
      roles.set(name, [...(roles.get(name) ?? []), ...(spans.get(span) ?? [])]);
    }
    return [{ source: roles.get("Source") ?? [], cue: roles.get("Cue") ?? [], content: roles.get("Content") ?? [] }];
  });
}

/** The texts of a folder with their annotations, by name; of several annotators the first by name counts. */
export function readMarkedTexts(folder: string): MarkedText[] {
  const annotations = join(folder, "attributions");
  if (!existsSync(annotations))
    throw inputError(
      "there is no folder attributions/",
      folder,
      "Name a folder that holds attributions/*.ann and text/*.txt.",
    );
  const seen = new Set<string>();
  return readdirSync(annotations)
    .filter((file) => file.endsWith(".ann"))
    .sort()
    .flatMap((file): MarkedText[] => {
      const doc = plainName(file);
      const path = join(folder, "text", `${doc}.txt`);
      if (seen.has(doc) || !existsSync(path)) return [];
      seen.add(doc);
      return [
        {
          doc,
          text: readFileSync(path, "utf8"),
          attributions: readAnnotations(readFileSync(join(annotations, file), "utf8")),
        },
      ];
    });
}
