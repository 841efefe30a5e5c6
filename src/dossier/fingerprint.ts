// Which code made a reading or a record: a hash of the rooms that make them, so that nothing made by other code or other
// tables is ever taken for up to date.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const isCode = (name: string): boolean =>
  /\.(?:js|txt|json)$/.test(name) || (/\.ts$/.test(name) && !name.endsWith(".d.ts"));

/** 12 hex digits of the SHA-256 of all code and tables in `rooms` (folders of `root`), whatever their order on the disk, and of `besides` (paths). */
export function fingerprintOf(root: string, rooms: readonly string[], besides: readonly string[] = []): string {
  const hash = createHash("sha256");
  for (const room of rooms) {
    const files = readdirSync(join(root, room), { recursive: true, withFileTypes: true }).filter(
      (file) => file.isFile() && isCode(file.name),
    );
    for (const path of files.map((file) => join(file.parentPath, file.name)).sort())
      hash.update(readFileSync(path)).update("\0");
  }
  for (const path of besides) hash.update(readFileSync(path)).update("\0");
  return hash.digest("hex").slice(0, 12);
}
