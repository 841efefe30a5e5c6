// Two at once: "the two sides", "both presidents", "the parties".
import { rootOf } from "./cast.js";
import type { Described } from "./describe.js";
import { type Identity, none, type Stage } from "./identity.js";
import { backwards } from "./scene.js";
import type { Description } from "./words.js";

/** "The two sides", "both presidents": the two that the sentences before tell, if they are two. */
export function joint(stage: Stage, described: Described, row: Description): Identity | null {
  if (described.owners.length > 0 || described.article === "indefinite") return null;
  const { ground, scene, cast } = stage;
  const wants = row.of[0] ?? "any";
  for (const sort of wants === "any"
    ? (["person", "party"] as const)
    : ([wants === "person" ? "person" : "party"] as const)) {
    const found = new Set<number>();
    for (const entries of backwards(ground, scene, described.first, 4, 2)) {
      const own = new Set<number>();
      for (const entry of entries) {
        if (sort === "person" && entry.sort !== "person") continue;
        if (entry.strong && entry.sentence === ground.tokens[described.first]?.sentence) continue; // who urges both sides is neither
        for (const actor of sort === "party" ? [...entry.actors, ...entry.parties] : entry.actors)
          own.add(sort === "person" ? actor : rootOf(cast, actor));
      }
      for (const actor of own) found.add(actor);
      for (const group of [own, found]) {
        const two = [...group].filter((actor) => (sort === "person") === (cast.members[actor]?.kind === "person"));
        if (two.length === 2)
          return { actors: two.sort((x, y) => x - y), sort, form: "title", rule: "description/both", problem: null };
      }
    }
    if (wants === "any" && found.size > 0) return null;
  }
  return wants === "any" || wants === "person" ? null : mainParties(stage);
}

/** The two parties that a text is about: told at least twice as often as any third. */
function mainParties(stage: Stage): Identity | null {
  const counts = new Map<number, number>();
  for (const [index, actor] of stage.actorOfName) {
    const root = rootOf(stage.cast, actor);
    const kind = stage.cast.members[root]?.kind;
    if (
      (kind === "state" || kind === "organization") &&
      stage.ground.names[index]?.span.kind !== "place" &&
      !stage.cast.members[root]?.classes.has("medium")
    )
      counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const [first, second, third] = ranked;
  if (!first || !second || (third && third[1] * 2 > second[1]))
    return none("party", "description/both", "Which parties are meant is not clear.");
  return {
    actors: [first[0], second[0]].sort((a, b) => a - b),
    sort: "party",
    form: "title",
    rule: "description/both-of-the-text",
    problem: null,
  };
}
