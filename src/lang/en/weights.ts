// Where the weights of English are, seen from the sources, from dist and from an installed package alike.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Path of the weight file. Throws Error where the installation lacks it. */
export function weightFile(): string {
  for (const up of ["../../../../models/en/language.br", "../../../models/en/language.br"]) {
    const path = fileURLToPath(new URL(up, import.meta.url));
    if (existsSync(path)) return path;
  }
  throw new Error("models/en/language.br is missing: this installation of Parley is incomplete, install it again");
}
