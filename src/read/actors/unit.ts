// Units: words of the text that stand for actors, in the order in which the walk finds them.
import type { MentionForm } from "../../model/reading.js";

/** Words that stand for actors: tokens [first, last); `head`: the name or noun itself, `inner`: it lies inside another unit. */
export type Unit = {
  readonly first: number;
  readonly last: number;
  readonly head: { readonly first: number; readonly last: number };
  readonly actors: readonly number[];
  readonly form: MentionForm;
  readonly rule: string;
  readonly score: number | null;
  readonly inner: boolean;
  readonly anonymous: boolean; // somebody unnamed: an actor of nobody
};
