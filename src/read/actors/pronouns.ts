// Pronouns: the subject or source of the clause before, if it agrees; a lone candidate in the sentences near; else a problem.

import { type Gender, ofGender } from "./gender.js";
import { lowerAt, speakerRange, tokensOf } from "./ground.js";
import type { Identity, Stage } from "./identity.js";
import { backwards, type Entry } from "./scene.js";

const told = (entries: readonly Entry[]): number | "nobody" | null => {
  const named = new Set(entries.flatMap(({ actors }) => (actors.length === 1 ? actors : [])));
  if (named.size === 1 && entries.every(({ actors }) => actors.length > 0)) return [...named][0] ?? null;
  return named.size === 0 && entries.length > 0 && entries.every(({ actors }) => actors.length === 0) ? "nobody" : null;
};

const person = (actor: number | "nobody", rule: string): Identity => ({
  actors: actor === "nobody" ? [] : [actor],
  sort: "person",
  form: "title",
  rule,
  problem: null,
});

/** Who says the words that a quoted pronoun stands in, and so is not meant by it; "unclear" where a pronoun says them. */
function quotedSpeakers(stage: Stage, at: number): ReadonlySet<number> | "unclear" {
  const range = stage.ground.quoted[at] ? speakerRange(stage.ground, at) : null;
  const speakers = new Set<number>();
  if (!range) return speakers;
  const { first, last } = tokensOf(stage.ground.tokens, range);
  if (last === first + 1 && stage.ground.tokens[first]?.upos === "PRON") return "unclear";
  for (let i = first; i < last; i++) {
    const actor = stage.actorOfName.get(stage.ground.nameAt[i] ?? -1);
    if (actor !== undefined) speakers.add(actor);
  }
  return speakers;
}

/** "He", "she": of the persons that agree, the subject nearest before; the source of words before another subject. */
function single(stage: Stage, at: number, gender: Gender): Identity {
  const { ground, cast, scene } = stage;
  const quoted = ground.quoted[at] === true;
  const speakers = quotedSpeakers(stage, at);
  if (speakers === "unclear") return person("nobody", "pronoun/in-quotation");
  const agrees = (entry: Entry): boolean => {
    if (entry.sort !== "person" || (entry.quoted && !quoted) || entry.actors.some((actor) => speakers.has(actor)))
      return false;
    const own =
      entry.actors.length === 1 ? (cast.members[entry.actors[0] ?? -1]?.gender ?? entry.gender) : entry.gender;
    return own === null || own === gender;
  };
  const alone = (entry: Entry): Entry => {
    const one = entry.actors.length > 1 ? ofGender(stage, entry.actors, gender) : null;
    return one === null ? entry : { ...entry, actors: [one], gender };
  };
  const near = backwards(ground, scene, at, 5, 2).map((entries) => entries.map(alone).filter(agrees));
  const opening = openedBy(stage, at, near[0] ?? []);
  if (opening !== null) return person(opening, "pronoun/only-candidate");
  for (const entries of near) {
    const strong = entries.filter((entry) => entry.strong);
    if (strong.length === 0) continue;
    const sources = strong.filter(({ source }) => source);
    const found =
      told(strong) ??
      told(sources) ??
      told(sources.filter(({ at: token }) => ground.toldIn[token] === undefined)) ?? // "Vale said that Orr had agreed. She"
      told(strong.slice(-1).filter(() => strong.length > 2 && strong.at(-1)?.actors.length === 1));
    return found === null ? unclear() : person(found, "pronoun/subject-before");
  }
  const found = told(near.flat());
  return found === null ? unclear() : person(found, "pronoun/only-candidate");
}

/** "More from Vale's press conference. He says": the one person of the sentence just before, where that opens the paragraph and has no subject. */
function openedBy({ ground }: Stage, at: number, entries: readonly Entry[]): number | "nobody" | null {
  const { sentences } = ground.analysis;
  const own = ground.tokens[at]?.sentence ?? 0;
  const [before, earlier] = [sentences[own - 1], sentences[own - 2]];
  const opens = before?.paragraph === sentences[own]?.paragraph && earlier?.paragraph !== before?.paragraph;
  const weak = entries.length > 0 && entries.every(({ sentence, strong }) => sentence === own - 1 && !strong);
  return opens && weak ? told(entries) : null;
}

const unclear = (): Identity => ({
  actors: [],
  sort: "person",
  form: "title",
  rule: "pronoun",
  problem: "Who is meant is not clear.",
});

/** "They": the group that was the subject before, or the one organization. */
function plural(stage: Stage, at: number): Identity | null {
  for (const entries of backwards(stage.ground, stage.scene, at, 1, 1)) {
    const strong = entries.filter(({ strong, quoted }) => strong && quoted === stage.ground.quoted[at]);
    const group = [...strong].reverse().find(({ actors }) => actors.length > 1);
    if (group)
      return { actors: group.actors, sort: group.sort, form: "title", rule: "pronoun/group-before", problem: null };
    const joined = new Set(strong.flatMap(({ actors }) => actors));
    const [only] = joined;
    const collective =
      only !== undefined &&
      ["union", "federation", "association", "party"].some((id) => stage.cast.members[only]?.classes.has(id));
    if (joined.size === 1 && collective)
      return { actors: [...joined], sort: "party", form: "title", rule: "pronoun/party-before", problem: null };
  }
  return null;
}

/** "It", as the source of words: the party that was the subject or the source before. */
function thing(stage: Stage, at: number): Identity | null {
  const { ground, scene } = stage;
  for (const entries of backwards(ground, scene, at, 2, 1)) {
    const strong = entries.filter(
      ({ strong, sort, quoted }) => strong && sort === "party" && quoted === ground.quoted[at],
    );
    for (const list of [strong, strong.filter(({ source }) => source), strong.slice(0, 1)]) {
      const actors = new Set(list.flatMap(({ actors }) => (actors.length === 1 ? actors : [])));
      if (actors.size !== 1) continue;
      return { actors: [...actors], sort: "party", form: "title", rule: "pronoun/party-before", problem: null };
    }
    if (strong.length > 0) return null;
  }
  return ownedBefore(stage, at);
}

/** "Orvela's offer stands. It will talk, it says": the one party that the sentence before names at all. */
function ownedBefore(stage: Stage, at: number): Identity | null {
  const { ground, scene } = stage;
  const sentence = ground.tokens[at]?.sentence ?? 0;
  const before = backwards(ground, scene, at, 1, 0).find((entries) => entries[0]?.sentence === sentence - 1) ?? [];
  const actors = new Set(before.filter(({ quoted }) => !quoted).flatMap((entry) => entry.actors));
  const [only] = actors;
  const isParty = only !== undefined && stage.cast.members[only]?.kind === "organization";
  if (actors.size !== 1 || !isParty || before.some((entry) => entry.actors.length === 0)) return null;
  return { actors: [only], sort: "party", form: "title", rule: "pronoun/party-before", problem: null };
}

/** Who the pronoun at token `at` stands for; null where it is no pronoun that is resolved here. */
export function pronounAt(stage: Stage, at: number): Identity | null {
  const word = lowerAt(stage.ground, at);
  const { words } = stage.ground;
  if (words.is("he", word)) return single(stage, at, "m");
  if (words.is("she", word)) return single(stage, at, "f");
  const { source, tokens } = stage.ground;
  const whole = source[at] === true && source[at - 1] !== true && source[at + 1] !== true; // "repeated his warning that"
  if (words.is("his", word) && whole) return single(stage, at, "m");
  if (words.is("her", word) && source[at] && (whole || tokens[at + 1]?.upos !== "NOUN")) return single(stage, at, "f");
  if (words.is("they", word)) return plural(stage, at);
  return words.is("it", word) && stage.ground.source[at] ? thing(stage, at) : null;
}
