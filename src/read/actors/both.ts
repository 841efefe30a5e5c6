// Two at once: "the two sides", "both presidents", "the parties".
import { type Cast, rootOf } from "./cast.js";
import type { Described } from "./describe.js";
import { type Ground, lowerAt } from "./ground.js";
import { type Identity, none, type Stage } from "./identity.js";
import { backwards } from "./scene.js";
import type { Description } from "./words.js";

/** "The two sides", "both presidents": the two that the sentences before tell, if they are two. */
export function joint(stage: Stage, described: Described, row: Description): Identity | null {
  if (described.owners.length > 0 || described.article === "indefinite") return null;
  const { ground, scene, cast } = stage;
  for (let i = described.first; i < described.head; i++)
    if (ground.tokens[i]?.upos === "NUM") return none("party", "description/both"); // "the three parties": no pair
  const [wants = "any", ...offices] = row.of;
  if (isNew(stage, described)) return none(wants === "party" ? "party" : "person", "description/unnamed-person");
  if (offices.length > 0) return holdersOfBoth(stage, described, offices);
  const ofText = wants === "party" ? (pairBefore(stage, described) ?? partiesOfText(stage, described)) : null;
  if (ofText) return ofText;
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
        if (two.length === 2 && (group === own || sort === "person" || withUnion(cast, two)))
          return both(two, sort, "description/both");
      }
    }
    if (wants === "any" && found.size > 0) return null;
  }
  if (wants === "any" || wants === "person") return null;
  if (stage.mainParties) return both(stage.mainParties, "party", "description/both-of-the-text");
  return none("party", "description/both", "Which parties are meant is not clear.");
}

/** "Two diplomats briefed on the talks said": counted without an article, and so nobody told of before; "two sides" are the sides. */
function isNew({ ground }: Stage, { article, head, nounEnd }: Described): boolean {
  const counted = ground.tokens[head]?.upos === "NUM" && nounEnd - head > 1;
  return article === "none" && counted && !ground.words.is("side-noun", lowerAt(ground, nounEnd - 1));
}

/** "Vale spoke with Norway's minister. Neither side": the parties of the sentence just before, if persons stand in it for exactly two. */
function pairBefore(stage: Stage, described: Described): Identity | null {
  const { ground, scene, cast } = stage;
  const sentence = ground.tokens[described.first]?.sentence ?? 0;
  if (ground.analysis.sentences[sentence]?.first !== described.first) return null;
  const groups = backwards(ground, scene, described.first, 1, 0);
  const before = groups.find((entries) => entries[0]?.sentence === sentence - 1) ?? [];
  const persons = new Set(before.filter(({ sort }) => sort === "person").flatMap(({ actors }) => actors));
  const roots = new Set(before.flatMap(({ actors }) => actors.map((actor) => rootOf(cast, actor))));
  const parties = [...roots].every((root) => cast.members[root]?.kind !== "person");
  if (persons.size !== 2 || roots.size !== 2) return null;
  return parties
    ? both([...roots], "party", "description/both")
    : none("party", "description/both", "Which parties are meant is not clear."); // of one of the two nothing tells
}

/** In a text with a union, two that are not told together are two sides only if the union is one. */
function withUnion(cast: Cast, two: readonly number[]): boolean {
  const isUnion = (index: number): boolean => cast.members[index]?.classes.has("union") === true;
  return two.some(isUnion) || !cast.members.some((_, index) => isUnion(index));
}

/** The two persons whom an apposition names behind token `last`. */
function pairBehind(stage: Stage, last: number): readonly number[] | null {
  const { ground } = stage;
  const personAt = (index: number) => {
    const name = ground.names[ground.nameAt[index] ?? -1];
    return name?.first === index && name.span.kind === "person" ? name : undefined;
  };
  if (lowerAt(ground, last) !== ",") return null;
  const first = personAt(last + 1);
  const second =
    first && ground.words.names.is("and", lowerAt(ground, first.last)) ? personAt(first.last + 1) : undefined;
  const pair = [first, second].flatMap((name) => (name ? (stage.actorOfName.get(name.index) ?? []) : []));
  return pair.length === 2 ? pair : null;
}

/** The two persons of the sentence just before, if there are two. */
function personsBefore({ ground, scene }: Stage, at: number): readonly number[] | null {
  const sentence = ground.tokens[at]?.sentence ?? 0;
  const before = backwards(ground, scene, at, 1, 0).find((entries) => entries[0]?.sentence === sentence - 1) ?? [];
  const persons = new Set(before.flatMap(({ sort, actors, quoted }) => (sort === "person" && !quoted ? actors : [])));
  return persons.size === 2 ? [...persons] : null;
}

/** "The presidents", "the two chief negotiators": the two persons told of before who hold such an office, if they are two. */
function holdersOfBoth(stage: Stage, described: Described, offices: readonly string[]): Identity | null {
  const { ground, scene, cast } = stage;
  const apposed = pairBehind(stage, described.last); // "the two negotiators, Anna Vale and Tarn Orr,"
  if (apposed) return both(apposed, "person", "description/both");
  const kinds = ground.tokens.slice(described.head, described.nounEnd - 1);
  const wanted = kinds.filter(({ upos, lower }) => upos !== "NUM" && !ground.words.is("both", lower));
  const holds = (actor: number): boolean =>
    (cast.members[actor]?.held ?? []).some(
      ({ classes, words }) =>
        classes.some((id) => offices.includes(id)) && wanted.every(({ lower }) => words.has(lower)),
    );
  const found = new Set<number>();
  for (const entries of backwards(ground, scene, described.first, 4, 2)) {
    const own = new Set(entries.flatMap(({ actors }) => actors.filter(holds)));
    for (const actor of own) found.add(actor);
    for (const group of [own, found]) if (group.size === 2) return both([...group], "person", "description/both");
    if (found.size > 2) break;
  }
  const all = new Set(cast.members.map((_, index) => index).filter(holds));
  if (found.size < 2 && all.size === 2) return both([...all], "person", "description/both");
  const told = personsBefore(stage, described.first);
  if (found.size < 2 && told?.some(holds)) return both(told, "person", "description/both"); // "Vale is to meet her counterpart, Tarn Orr. The two leaders"
  const other = described.rows.some(({ kind }) => kind === "organ" || kind === "side");
  return other ? null : none("person", "description/both", "Which two persons are meant is not clear.");
}

/** The two parties that a text is about: each told three times, and at least twice as often as any third. */
export function mainParties(
  ground: Ground,
  cast: Cast,
  actorOfName: ReadonlyMap<number, number>,
): readonly number[] | null {
  const counts = new Map<number, number>();
  for (const [index, actor] of actorOfName) {
    if (ground.names[index]?.span.kind === "person") continue;
    const root = rootOf(cast, actor);
    const member = cast.members[root];
    if (!member || member.kind === "body" || member.classes.has("medium")) continue;
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  const [first, second, third] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!first || !second || second[1] < 3 || (third && third[1] * 2 > second[1])) return null;
  return [first[0], second[0]].sort((a, b) => a - b);
}

const both = (actors: readonly number[], sort: Identity["sort"], rule: string): Identity => ({
  actors: [...actors].sort((a, b) => a - b),
  sort,
  form: "title",
  rule,
  problem: null,
});

/** "The other side insists", said by or behind what one of the two main parties does: the other of them. */
export function otherSide(stage: Stage, described: Described): Identity | null {
  const { ground, scene, cast, mainParties } = stage;
  if (!mainParties || !described.words.some((word) => ground.words.is("opposite", word))) return null;
  for (const entries of backwards(ground, scene, described.first, 2, 1)) {
    const own = entries.findLast(({ strong, actors }) => strong && actors.length === 1);
    const root = own ? rootOf(cast, own.actors[0] ?? -1) : -1;
    if (!mainParties.includes(root)) continue;
    const [other] = mainParties.filter((party) => party !== root);
    return other === undefined
      ? null
      : { actors: [other], sort: "party", form: "title", rule: "description/side", problem: null };
  }
  return null;
}

/** The main parties, unless the sentence itself names one of them as something else than both. */
function partiesOfText(stage: Stage, described: Described): Identity | null {
  if (!stage.mainParties) return null;
  const { ground, cast } = stage;
  const sentence = ground.analysis.sentences[ground.tokens[described.first]?.sentence ?? -1];
  for (let i = sentence?.first ?? 0; i < (sentence?.last ?? 0); i++) {
    const actor = stage.actorOfName.get(ground.nameAt[i] ?? -1);
    if (actor !== undefined && stage.mainParties.includes(rootOf(cast, actor))) return null;
  }
  return both(stage.mainParties, "party", "description/both-of-the-text");
}
