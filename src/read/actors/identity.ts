// Who a description or pronoun is found to be, and the stage on which that is decided.
import type { Cast } from "./cast.js";
import type { Described } from "./describe.js";
import type { Ground } from "./ground.js";
import type { Scene } from "./scene.js";
import type { Description } from "./words.js";

export type Identity = {
  readonly actors: readonly number[];
  readonly sort: "person" | "party";
  readonly form: "epithet" | "title";
  readonly rule: string;
  readonly problem: string | null;
  readonly parties?: readonly number[]; // of somebody unnamed: whose
};

export type Stage = {
  readonly ground: Ground;
  readonly cast: Cast;
  readonly scene: Scene;
  readonly actorOfName: ReadonlyMap<number, number>;
  readonly named: ReadonlySet<number>; // actors that a name of the text names
  readonly governments: ReadonlySet<number>; // states whose government the text names as such
  readonly counts: ReadonlyMap<number, number>; // how often a name of the text names each actor
  readonly mainParties: readonly number[] | null; // the two that the text is about, if they are two
};

/** Decides what a description stands for, given the rows that it fits and whose it is; null where it is none of an actor. `acts`: it is a subject or speaks. */
export type Resolve = (
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  owners: readonly number[],
  acts: boolean,
) => Identity | null;

export const none = (sort: Identity["sort"], rule: string, problem: string | null = null): Identity => ({
  actors: [],
  sort,
  form: "title",
  rule,
  problem,
});
export const one = (actor: number, sort: Identity["sort"], form: Identity["form"], rule: string): Identity => ({
  actors: [actor],
  sort,
  form,
  rule,
  problem: null,
});
