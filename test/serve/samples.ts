// A dossier of sample reports in a folder of its own, for tests that look at real readings.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Dossier, findSources, openDossier } from "../../src/parley.js";

/** Reads the samples of a name; `remove` closes the dossier and removes its folder. */
export async function sampleDossier(
  name: "security-guarantees" | "harbour-strike",
): Promise<{ readonly dossier: Dossier; readonly remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "parley-samples-"));
  const dossier = await openDossier(join(folder, `${name}.parley`));
  await dossier.takeIn(findSources([fileURLToPath(new URL(`../../samples/${name}`, import.meta.url))], dossier.place));
  const remove = async (): Promise<void> => {
    await dossier.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { dossier, remove };
}
