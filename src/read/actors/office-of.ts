// Who speaks through somebody's office, spokesman or ministry: what he speaks for, where the text tells an organization or body of his;
// a minister's ministry by his field; else he himself. A lawyer speaks for the person.
import { addMember, type Cast, joinMember } from "./cast.js";
import type { Described } from "./describe.js";
import { bodyOfState, onlyState } from "./governments.js";
import { lowerAt, rangeAt } from "./ground.js";
import { type Identity, one, type Stage } from "./identity.js";
import { pronounOwners } from "./owners.js";
import type { Description } from "./words.js";

/** The organization or body that a person belongs to, as far as is told; null for one who is told to be of a state only, or of nothing. */
export function groupOf({ members }: Cast, person: number): number | null {
  const groups = members[person]?.memberOf ?? [];
  return groups.find(({ actor }) => ["organization", "body"].includes(members[actor]?.kind ?? ""))?.actor ?? null;
}

/** The ministry of a minister whose field the text tells, of his state or the text's own. */
function ministryOf(stage: Stage, person: number, described: Described): number | null {
  const { cast, ground } = stage;
  const held = cast.members[person]?.held.find(({ classes }) => classes.includes("minister"));
  const id = [...(held?.words ?? [])].map((word) => ground.words.names.bodyByOffice.get(word)).find((own) => own);
  if (id === undefined) return null;
  const known = cast.members.findIndex(({ classes }) => classes.has(`*${id}`));
  if (known >= 0) return known;
  const owner = cast.members[person]?.memberOf.find(({ actor }) => cast.members[actor]?.kind === "state")?.actor;
  const state = owner ?? onlyState(cast);
  const name = ground.words.names.bodyNames.get(id) ?? id;
  const range = rangeAt(ground, described.first, described.last);
  const made = state === null ? addMember(cast, "body", name) : bodyOfState(stage, state, id, name, range);
  cast.members[made]?.classes.add(`*${id}`);
  joinMember(cast, person, made, range);
  return made;
}

/** The person whose something is by "his" or "her"; null for others. */
function personOwner(stage: Stage, described: Described): number | null {
  const { ground, cast } = stage;
  const [owner, further] = described.owners;
  const personal =
    owner?.by === "pronoun" && (ground.words.is("his", owner.word) || ground.words.is("her", owner.word));
  if (!personal || further) return null;
  const [person, other] = pronounOwners(stage, owner, described.first);
  return person !== undefined && other === undefined && cast.members[person]?.kind === "person" ? person : null;
}

/** Who speaks through "his spokesman": null where the owner is no person. */
export function mouthOf(stage: Stage, described: Described): number | null {
  const person = personOwner(stage, described);
  if (person === null) return null;
  if (stage.ground.words.is("for-person", lowerAt(stage.ground, described.nounEnd - 1))) return person; // "his lawyer"
  return groupOf(stage.cast, person) ?? ministryOf(stage, person, described) ?? person;
}

/** "The union's press office said", "the court's list office": the organization itself; null where the office is of no organization. */
export function ownOffice({ ground, cast }: Stage, described: Described, owners: readonly number[]): Identity | null {
  const [owner, further] = owners;
  const office = ground.words.is("speaking-office", lowerAt(ground, described.nounEnd - 1));
  const kind = cast.members[owner ?? -1]?.kind;
  if (!office || owner === undefined || further !== undefined || (kind !== "organization" && kind !== "body"))
    return null;
  return one(owner, "party", "title", "description/organ-of");
}

/** "Her office said", "his ministry said"; null where it is neither. */
export function officeOfPerson(
  stage: Stage,
  described: Described,
  organisations: readonly Description[],
): Identity | null {
  const { ground, cast } = stage;
  if (described.nounEnd - described.head > 1) return null;
  const office = ground.words.is("speaking-office", lowerAt(ground, described.head));
  const ministry = organisations.some(({ of }) => of.some((id) => id === "*ministry" || id === "department"));
  if (!office && !ministry) return null;
  const speaker = mouthOf(stage, described);
  if (speaker === null) return null;
  const isPerson = cast.members[speaker]?.kind === "person";
  if (!office && cast.members[speaker]?.kind !== "body") return null;
  return one(speaker, isPerson ? "person" : "party", "title", "description/office-of-person");
}
