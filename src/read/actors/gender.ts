// Who of several is meant by a word that tells a gender.
import type { Stage } from "./identity.js";

export type Gender = "m" | "f";

/** Of a group the only one of a gender, where the others are told to be of the other: "he" behind "Tom and Anna Vale". */
export function ofGender({ cast }: Stage, actors: readonly number[], gender: Gender): number | null {
  const [only, other] = actors.filter((actor) => cast.members[actor]?.gender === gender);
  const known = actors.every((actor) => cast.members[actor]?.kind === "person" && cast.members[actor]?.gender !== null);
  return known && only !== undefined && other === undefined ? only : null;
}
