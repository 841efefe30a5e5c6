// What the trained model of views is made of.
import type { Scoring } from "../../../learn/tagger.js";

/** Scores of two classes each: no, yes. */
export type ViewScoring = { readonly cue: Scoring; readonly start: Scoring; readonly end: Scoring };
export type ViewModel = ViewScoring & {
  readonly lemmas: ReadonlySet<string>; // words that were seen to tell views: the others are not asked
  readonly least: number; // score from which a word is a cue
};
