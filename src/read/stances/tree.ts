// The dependency tree as stances ask it: who depends on whom in what relation, and where the words of a phrase begin and end.
import type { Chunk, Scene } from "./scene.js";

/** The dependents of a token in one of the relations; "nsubj" stands for "nsubj:pass" too. */
export const dependents = (scene: Scene, head: number, ...relations: readonly string[]): readonly number[] =>
  (scene.children[head] ?? []).filter((child) => {
    const relation = scene.tokens[child]?.relation ?? "";
    return relations.some((one) => relation === one || relation.startsWith(`${one}:`));
  });

export const relationOf = (scene: Scene, index: number): string => scene.tokens[index]?.relation ?? "";
export const headOf = (scene: Scene, index: number): number => scene.tokens[index]?.head ?? -1;

/** All tokens below a token, itself included, without those that hang on it in one of the relations `without`. */
function below(scene: Scene, top: number, without: readonly string[]): number[] {
  const found: number[] = [top];
  for (const at of found) {
    for (const child of scene.children[at] ?? [])
      if (at !== top || !without.some((one) => relationOf(scene, child).startsWith(one))) found.push(child);
    if (found.length > 400) break;
  }
  return found;
}

/** The words of the phrase that a token heads, from the first to the last of them, with what stands between. */
export function phraseOf(scene: Scene, head: number, without: readonly string[] = []): Chunk {
  let [first, last] = [head, head];
  for (const at of below(scene, head, ["punct", ...without])) [first, last] = [Math.min(first, at), Math.max(last, at)];
  return { first, last: last + 1 };
}

/** The dependent that is the subject of a verb or predicate, the nearest before it that no preposition leads; null where it has none of its own. */
export function subjectHead(scene: Scene, verb: number): number | null {
  const subjects = dependents(scene, verb, "nsubj").filter(
    (head) => dependents(scene, head, "case").length === 0 && (scene.timexOf[head] ?? -1) < 0,
  );
  return subjects.findLast((head) => head < verb) ?? subjects[0] ?? null;
}
