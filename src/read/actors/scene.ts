// The scene: who has been mentioned so far, where, and how prominently. Descriptions and pronouns are resolved against it.
import type { Gender } from "../names/words.js";
import type { Ground } from "./ground.js";

/** Something mentioned that a later word may refer to. `actors` is empty for somebody unnamed ("a diplomat close to the talks"). */
export type Entry = {
  readonly at: number; // token
  readonly sentence: number;
  readonly actors: readonly number[];
  readonly sort: "person" | "party";
  readonly gender: Gender | null;
  readonly strong: boolean; // the subject of a clause or the source of an attribution
  readonly source: boolean;
  readonly quoted: boolean;
  readonly noun: string | null; // what somebody unnamed was called
  readonly mouth: boolean; // an unnamed spokesman, with those he speaks for as actors
  readonly parties: readonly number[]; // whose somebody unnamed is: "an Israeli official"
};

export type Scene = { readonly entries: Entry[] };

export const newScene = (): Scene => ({ entries: [] });

const paragraphOf = (ground: Ground, sentence: number): number => ground.analysis.sentences[sentence]?.paragraph ?? 0;

/** The entries of the sentence of token `at` before it and of each sentence before, nearest sentence first, in a window. */
export function backwards(ground: Ground, scene: Scene, at: number, sentences: number, paragraphs: number): Entry[][] {
  const sentence = ground.tokens[at]?.sentence ?? 0;
  const paragraph = paragraphOf(ground, sentence);
  const found: Entry[][] = [];
  let current = -1;
  for (let i = scene.entries.length - 1; i >= 0; i--) {
    const entry = scene.entries[i];
    if (!entry || entry.at >= at) continue;
    if (sentence - entry.sentence > sentences || paragraph - paragraphOf(ground, entry.sentence) > paragraphs) break;
    if (entry.sentence !== current) {
      found.push([]);
      current = entry.sentence;
    }
    found[found.length - 1]?.unshift(entry);
  }
  return found;
}

/** The one of `candidates` that was last mentioned, the more prominent first; null where two stand equal or none is near. */
export function nearest(
  ground: Ground,
  scene: Scene,
  candidates: readonly number[],
  at: number,
  prefers: "strong" | "latest" = "strong",
  reach = 8, // sentences back
): number | null {
  if (candidates.length === 1) return candidates[0] ?? null;
  const heard = ground.quoted[at] === true;
  for (const all of backwards(ground, scene, at, reach, 4)) {
    const entries = all.filter(({ quoted }) => heard || !quoted); // who is named in a quotation is not spoken of outside it
    const own = prefers === "latest" && entries[0]?.sentence === ground.tokens[at]?.sentence;
    const last = own
      ? entries.findLast(({ actors }) => actors.length === 1 && candidates.includes(actors[0] ?? -1))
      : undefined;
    if (last) return last.actors[0] ?? null; // "Acme sued Orvela, accusing the company": an object, not the subject
    for (const test of [(entry: Entry) => entry.strong, () => true]) {
      const told = entries
        .filter(test)
        .map(({ actors }) => actors.filter((actor) => candidates.includes(actor)))
        .filter((fitting) => fitting.length === 1); // of a group that holds several, none is meant more than another
      const found = new Set(told.flat());
      if (found.size === 1) return [...found][0] ?? null;
      if (found.size > 1) return null;
    }
  }
  return null;
}
