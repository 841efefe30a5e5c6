// Issues (found, by the words of their labels and terms) and positions (issue, actor and stance together).
import type { ParleyRecord } from "../../../src/model/record.js";
import { type Figure, f1Of, type Measured, shareOf } from "../figures.js";
import type { ToGold } from "./actors.js";
import { type GoldCorpus, type GoldPosition, listOf } from "./corpus.js";
import { mostAlike } from "./issue-words.js";

const keysOf = (position: GoldPosition): readonly string[] =>
  listOf(position.stance).map((stance) => `${position.issue}|${position.actor}|${stance}`);

/** The positions that the gold requires, once for each issue, actor and set of stances. */
function requiredOf(corpus: GoldCorpus): readonly GoldPosition[] {
  const byKey = new Map<string, GoldPosition>();
  for (const position of corpus.positions) {
    if (!position.optional)
      byKey.set(`${position.issue}|${position.actor}|${listOf(position.stance).join("/")}`, position);
  }
  return [...byKey.values()];
}

function ascribedFigure(record: ParleyRecord): readonly Figure[] {
  const based = record.positions.filter((position) => position.basis);
  const named = based.filter((position) => position.basis !== "ascribed" || position.by.length > 0);
  return based.length ? [shareOf("positions: ascribed ones name who says so", named.length, based.length)] : [];
}

export function measureIssues(corpus: GoldCorpus, record: ParleyRecord, toGold: ToGold): Measured {
  const goldOf = new Map(record.issues.map((issue) => [issue.id, mostAlike(issue, corpus.issues)?.id] as const));
  const found = new Set([...goldOf.values()].filter((id) => id !== undefined));
  const have = new Set(
    record.positions.map(
      (position) =>
        `${goldOf.get(position.issue) ?? `?${position.issue}`}|${toGold(position.actor)}|${position.stance}`,
    ),
  );
  const required = requiredOf(corpus);
  const right = new Set(corpus.positions.flatMap(keysOf));
  const missed = required.filter((position) => !keysOf(position).some((key) => have.has(key)));
  const said = [...have];
  return {
    figures: [
      f1Of("issues", found.size, record.issues.length, corpus.issues.length),
      ...ascribedFigure(record),
      f1Of(
        "positions (issue, actor, stance)",
        said.filter((key) => right.has(key)).length,
        have.size,
        required.length,
        required.length - missed.length,
      ),
    ],
    misses: [
      ...corpus.issues.filter((gold) => !found.has(gold.id)).map((gold) => `issue missed: ${gold.label}`),
      ...missed.map(
        (position) => `position missed: ${position.actor} ${listOf(position.stance).join("/")} ${position.issue}`,
      ),
      ...said.filter((key) => !right.has(key)).map((key) => `position spurious: ${key}`),
    ],
  };
}
