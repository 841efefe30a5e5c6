// Bodies that organizations have of their own, told by a noun: "Orvela's supervisory board", "the works council". Each is an actor
// of its own that belongs to the organization; where the text does not tell to which, it stands alone.
import { addMember, type Cast, joinMember } from "./cast.js";
import { lowerAt, rangeAt } from "./ground.js";
import { one, type Resolve, type Stage } from "./identity.js";
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

/** "Orvela's supervisory board", "the works council": the own body that a description stands for; null where it is none. */
export const describedBody: Resolve = (stage, described, rows, owners, speaks) => {
  if (described.article === "indefinite" || (described.owners.length > 0 && owners.length === 0)) return null;
  if (described.article !== "definite" && owners.length === 0) return null;
  const noun = Array.from({ length: described.nounEnd - described.head }, (_, i) =>
    lowerAt(stage.ground, described.head + i),
  ).join(" ");
  const makes = speaks && rows.some((row) => row.makes);
  const found = ownBody(stage, noun, owners, described.first, makes);
  const byPronoun = described.owners.some(({ by }) => by === "pronoun");
  return found === null ? null : one(found, "party", byPronoun ? "title" : "epithet", "description/own-body");
};
