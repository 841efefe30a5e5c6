// The trained model of views of English: models/en/views.br, loaded when first asked for. Absent: nothing reads views, and the rest reads on.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expand, openImage } from "../../learn/image.js";
import { Scorer } from "../../learn/weights.js";
import type { ViewModel } from "../../read/attribution/views/weights.js";

/** The weight file as seen from the sources, from dist and from an installed package alike. */
const places = ["../../../../models/en/views.br", "../../../models/en/views.br"];

function load(): ViewModel | null {
  const file = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
  if (file === undefined) return null;
  const image = openImage(expand(readFileSync(file)));
  const { least } = image.head as { readonly least: number };
  const scorer = (name: string): Scorer => new Scorer(image.weights(name));
  return {
    cue: scorer("cue"),
    start: scorer("start"),
    end: scorer("end"),
    lemmas: new Set(image.text("lemmas").split("\n")),
    least,
  };
}

let model: ViewModel | null | undefined;

/** The model of views: the same object at each call; null where its weights are not there. */
export function viewModel(): ViewModel | null {
  if (model === undefined) model = load();
  return model;
}
