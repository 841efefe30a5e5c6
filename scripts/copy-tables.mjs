// Copies the language tables, pinned data, style sheets and page scripts that are read at run time beside the compiled code: copy-tables.mjs [OUT].
import { cpSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const kinds = /\.(txt|css|json|js)$/;
/** Copies every table under `from` to the same place under `to`. */
function copyTables(from, to) {
  for (const name of readdirSync(from)) {
    const path = join(from, name);
    if (statSync(path).isDirectory()) copyTables(path, join(to, name));
    else if (kinds.test(name)) {
      mkdirSync(dirname(join(to, name)), { recursive: true });
      cpSync(path, join(to, name));
    }
  }
}
copyTables("src", join(process.argv[2] ?? "dist", "src"));
