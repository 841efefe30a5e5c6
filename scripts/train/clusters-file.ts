// The word clusters beside the weights, where they were made.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

export const clustersFile = "clusters.txt.br";

/** Word → class; empty where the folder has no clusters. */
export function clustersAt(folder: string): ReadonlyMap<string, number> {
  const path = join(folder, clustersFile);
  if (!existsSync(path)) return new Map();
  const lines = brotliDecompressSync(readFileSync(path)).toString("utf8").split("\n");
  return new Map(
    lines
      .filter((line) => line.includes("\t"))
      .map((line): [string, number] => {
        const [word = "", cluster = "0"] = line.split("\t");
        return [word, Number(cluster)];
      }),
  );
}
