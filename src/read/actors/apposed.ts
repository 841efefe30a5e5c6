// Organizations that an apposition names beside a description: "the crews' union, UQZ," and "Norvik, the Swedish group,".
import type { Described } from "./describe.js";
import { isA, lowerAt } from "./ground.js";
import type { Stage } from "./identity.js";

/** "The crews' union, UQZ,": the organization that an apposition names behind a description. */
export function apposedBehind(stage: Stage, described: Described): number | null {
  const { ground, cast } = stage;
  if (lowerAt(ground, described.last) !== ",") return null;
  const at = isA(ground, "the", described.last + 1) ? described.last + 2 : described.last + 1;
  const name = ground.names[ground.nameAt[at] ?? -1];
  const closed = name && (/^[,.;)]$/.test(lowerAt(ground, name.last)) || lowerAt(ground, name.last) === "(");
  const actor = name?.first === at && closed ? stage.actorOfName.get(name.index) : undefined;
  const kind = cast.members[actor ?? -1]?.kind;
  const listed = name && isA(ground, "and", name.last + 1); // "the union, Orvela, and the ministry"
  return actor !== undefined && !listed && (kind === "organization" || kind === "body") ? actor : null;
}

/** "Norvik, the Swedish group touted as a bidder,": the organization whose apposition a description is. */
export function apposedBefore(stage: Stage, described: Described): number | null {
  const { ground, cast } = stage;
  if (lowerAt(ground, described.first - 1) !== "," || described.owners.some(({ by }) => by === "pronoun")) return null;
  const name = ground.names[ground.nameAt[described.first - 2] ?? -1];
  const actor = name?.last === described.first - 1 ? stage.actorOfName.get(name.index) : undefined;
  const kind = cast.members[actor ?? -1]?.kind;
  if (actor === undefined || (kind !== "organization" && kind !== "body")) return null;
  const next = ground.tokens[described.last];
  const listed = next !== undefined && (isA(ground, "and", described.last) || next.upos === "AUX");
  const closes =
    next === undefined ||
    /^[,.;)]$/.test(next.lower) ||
    ["VERB", "ADP"].includes(next.upos) ||
    isA(ground, "which", described.last);
  return closes && !listed && !ground.words.names.is("saying", next?.lower ?? "") ? actor : null;
}
