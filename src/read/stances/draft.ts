// A stance on its way to becoming a StanceMention: tokens instead of characters.
import type { Stance } from "../../model/words.js";
import type { Chunk } from "./scene.js";

export type StanceDraft = {
  readonly clause: Chunk; // the words that tell it
  readonly at: number; // token of the cue
  readonly term: Chunk;
  readonly actors: readonly number[];
  readonly stance: Stance;
  readonly rule: string;
  readonly score: number;
  readonly by?: readonly number[]; // who ascribes it, where the sentence itself says so
  readonly standing?: boolean; // named as known ("its claim for"): it was taken earlier than it is spoken of
  readonly named?: Chunk; // the words that stand for the term: "the second point", "the offer"
  readonly implied?: true; // the words of the cue stand for a matter told before: "The Board said no."
  readonly turned?: true; // by a word before the first of several terms
  readonly papers: boolean; // told by the papers of its actors
};
