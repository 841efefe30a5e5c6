// Bodies that organizations have of their own, told by a noun: "Orvela's supervisory board", "the works council". Each is an actor
// of its own that belongs to the organization; where the text does not tell to which, it stands alone.
import { addMember, type Cast, joinMember } from "./cast.js";
import type { Described } from "./describe.js";
import { lowerAt, rangeAt } from "./ground.js";
import { type Identity, one, type Resolve, type Stage } from "./identity.js";
import { nearest } from "./scene.js";

/** The mark of an own body in a member's classes: its noun, and its last word ("board" of "supervisory board"). */
const mark = (noun: string): string => `~${noun}`;
const lastWord = (noun: string): string => noun.split(" ").at(-1) ?? noun;

/** Own bodies of the cast that a noun may mean: that noun's, else for a noun of one word those that end with it. */
function known(cast: Cast, noun: string, owner: number | null): number[] {
  const of = (test: (id: string) => boolean): number[] =>
    cast.members.flatMap(({ classes, memberOf }, index) => {
      const own = owner === null || memberOf.some(({ actor }) => actor === owner);
      const fits = [...classes].some((id) => /^[~=]/.test(id) && test(id.slice(1))); // "=": "the school board"
      return own && fits ? [index] : [];
    });
  const exact = of((id) => id === noun);
  return exact.length > 0 || noun.includes(" ") ? exact : of((id) => lastWord(id) === noun);
}

/** The own body `noun` of an organization; made where it is not there yet. */
function bodyOf(stage: Stage, noun: string, owner: number, at: number): number {
  const { cast } = stage;
  const [only, other] = known(cast, noun, owner);
  if (only !== undefined && other === undefined) return only;
  const made = addMember(cast, "body", `${cast.members[owner]?.name ?? ""} ${noun}`);
  cast.members[made]?.classes.add(mark(noun));
  joinMember(cast, made, owner, rangeAt(stage.ground, at, at + 1));
  return made;
}

/**
 * The own body that a noun stands for at token `at`. Without an owner: the one told of before, else one of nobody where `makes`
 * says that such a body may stand alone.
 */
export function ownBody(
  stage: Stage,
  noun: string,
  owners: readonly number[],
  at: number,
  makes: boolean,
): number | null {
  const { cast } = stage;
  const [owner] = owners;
  if (owner !== undefined)
    return owners.length === 1 && cast.members[owner]?.kind === "organization" ? bodyOf(stage, noun, owner, at) : null;
  const fits = known(cast, noun, null);
  const found = nearest(stage.ground, stage.scene, fits, at);
  if (found !== null || fits.length > 0 || !makes) return found;
  const made = addMember(cast, "body", noun);
  cast.members[made]?.classes.add(mark(noun));
  return made;
}

/** "The state labor board": a body told by what it is for is one of its own; null for "the company board", "the full board". */
export function namedBoard({ ground, cast }: Stage, described: Described, speaks: boolean): Identity | null {
  const { head, nounEnd, article, words } = described;
  const before = words.slice(0, words.length - (nounEnd - head));
  const isOrganisation = (word: string): boolean =>
    (ground.words.descriptions.get(word) ?? []).some(({ value }) => value.some(({ kind }) => kind !== "person"));
  const noun = ground.tokens[head - 1]?.upos === "NOUN" && !before.some(isOrganisation);
  if (article !== "definite" || !noun || before.length === 0) return null;
  const name = words.join(" ");
  const known = cast.members.findIndex(({ classes }) => classes.has(`=${name}`));
  if (known >= 0) return one(known, "party", "epithet", "description/own-body");
  if (!speaks) return null;
  const made = addMember(cast, "body", name);
  cast.members[made]?.classes.add(`=${name}`);
  return one(made, "party", "epithet", "description/own-body");
}

/** "Orvela's supervisory board", "the works council": the own body that a description stands for; null where it is none. */
export const describedBody: Resolve = (stage, described, rows, owners, speaks) => {
  const ofState = described.owners.length > 0 && described.owners.every(({ by }) => by === "adjective"); // "the Dutch works council"
  const whose = ofState ? [] : owners;
  if (described.article === "indefinite" || (described.owners.length > 0 && whose.length === 0 && !ofState))
    return null;
  if (described.article !== "definite" && whose.length === 0) return null;
  const noun = Array.from({ length: described.nounEnd - described.head }, (_, i) =>
    lowerAt(stage.ground, described.head + i),
  ).join(" ");
  const makes = speaks && rows.some((row) => row.makes);
  const found = ownBody(stage, noun, whose, described.first, makes);
  const byPronoun = described.owners.some(({ by }) => by === "pronoun");
  return found === null ? null : one(found, "party", byPronoun ? "title" : "epithet", "description/own-body");
};
