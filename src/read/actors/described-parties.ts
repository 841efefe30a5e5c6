// Descriptions of organizations and their organs: "the union", "the foreign ministry", "the board".
import { isAcronym } from "../names/marks.js";
import { apposedBefore, apposedBehind } from "./apposed.js";
import { organisationsFor, sharesWords } from "./candidates.js";
import { addMember, belongsTo, memberByKey } from "./cast.js";
import type { Described } from "./describe.js";
import { bodyId, bodyOfState, ministry, ministryOfMinister } from "./governments.js";
import { formOf, type Ground, isA, lowerAt, rangeAt, uposAt as upos } from "./ground.js";
import { type Identity, none, one, type Resolve, type Stage } from "./identity.js";
import { nearestAlone, nearOrSalient, otherThanSubject, salient, tellsApart } from "./nearest-party.js";
import { backwards, nearest } from "./scene.js";
import { byName, type Description } from "./words.js";

/** "The ambassador in Moscow was called to the foreign ministry": the ministry of the state whose capital the sentence names. */
function ministryWhere(stage: Stage, described: Described, rows: readonly Description[]): number | null {
  const { ground } = stage;
  const id = bodyId(ground, rows);
  const sentence = ground.tokens[described.first]?.sentence ?? -1;
  const { first = 0, last = 0 } = ground.analysis.sentences[sentence] ?? {};
  const keys = new Set<string>();
  for (let i = first; i < last; i++) {
    const span = ground.names[ground.nameAt[i] ?? -1]?.span;
    if (span?.key?.startsWith("state:") && span.rule.startsWith("capital")) keys.add(span.key);
  }
  const [key] = keys;
  if (id === undefined || key === undefined || keys.size !== 1) return null;
  return memberByKey(stage.cast, `body:${key.slice(6)}/${id}`, null, rangeAt(ground, described.first, described.last));
}

/** "Chief executive Anna Vale said the company would": the organization of the person who was the last subject of the sentence. */
function speakersOwn(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  fits: readonly number[],
): number | null {
  const { ground, scene, cast } = stage;
  const [entries] = backwards(ground, scene, described.first, 0, 0);
  const speaker = entries?.findLast(({ strong, actors }) => strong && actors.length === 1);
  const member = cast.members[speaker?.actors[0] ?? -1];
  const group = member?.kind === "person" ? member.memberOf[0]?.actor : undefined;
  const organization = group === undefined ? undefined : cast.members[group];
  if (group === undefined || organization?.kind !== "organization") return null;
  const others = ["union", "federation", "medium", "party"]; // nobody calls these a company
  const isCompany =
    rows.some(({ of }) => of.includes("company")) &&
    organization.key === null &&
    !others.some((id) => organization.classes.has(id));
  return isCompany || fits.includes(group) ? group : null;
}

/** "The doctors' union": no organization whose own name tells of other members ("Orvela Nurses Federation"); letters may be theirs. */
function ofMembers(
  { ground, cast, ...stage }: Stage,
  described: Described,
  fits: readonly number[],
  modifiers: readonly string[],
): readonly number[] {
  let plural = false;
  for (let i = described.first + 1; i < described.head; i++) plural ||= lowerAt(ground, i) === "'";
  if (!plural || described.owners.length > 0) return fits;
  const shares = (index: number): boolean => sharesWords({ ground, cast, ...stage }, index, modifiers);
  return fits.filter((index) => shares(index) || !/\s/.test(cast.members[index]?.name ?? ""));
}

/** "The Swedish airline": of several those told to be Swedish, else those not told to be of another state. */
function ofState(stage: Stage, described: Described, fits: readonly number[]): number[] {
  const keys = described.owners.flatMap((owner) => (owner.by === "adjective" ? owner.keys : []));
  const classes = (index: number): string[] => [...(stage.cast.members[index]?.classes ?? [])];
  const same = fits.filter((index) => keys.some((key) => classes(index).includes(`@${key}`)));
  if (keys.length === 0 || same.length > 0) return keys.length === 0 ? [...fits] : same;
  return fits.filter((index) => !classes(index).some((id) => id.startsWith("@")));
}

/** "The UQZ union": an organization named by letters, with the noun for what it is directly behind. */
function lettersWithNoun(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  owners: readonly number[],
): number | null {
  const [owner, further] = described.owners;
  const [actor] = owners;
  if (owner?.by !== "name" || further || actor === undefined || owner.last > described.head) return null;
  const letters = stage.ground.tokens[owner.first]?.text ?? "";
  if (owner.last - owner.first > 1 || !isAcronym(letters) || lowerAt(stage.ground, owner.last) === "'s") return null;
  const classes = stage.cast.members[actor]?.classes;
  return rows.some(({ of }) => of.some((id) => classes?.has(id.replace("?", "")))) ? actor : null;
}

/** The body that a noun makes where none is named: of the text's state, or of its minister. */
function madeBody(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  owners: readonly number[],
  speaks: boolean,
): number | null {
  if (described.article !== "definite") return null;
  const id = bodyId(stage.ground, rows);
  const [owner, further] = owners;
  if (described.owners.length > 0) {
    const state = owner !== undefined && further === undefined && stage.cast.members[owner]?.kind === "state";
    const range = rangeAt(stage.ground, described.first, described.last);
    return state && id !== undefined ? bodyOfState(stage, owner, id, described.words.join(" "), range) : null;
  }
  if (id !== undefined) return ministry(stage, described, id, speaks);
  const bare = described.words.length === 1 && rows.some(({ of }) => of.includes("*ministry"));
  return bare ? ministryOfMinister(stage, described) : null;
}

/** "The port authority said": an organization that the text names by no more than this, where the table says that the noun makes one. */
function unnamedOrganisation(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  noun: string,
): Identity | null {
  const { ground, cast } = stage;
  const makes = rows.some((row) => row.makes) && described.article === "definite" && described.owners.length === 0;
  if (!makes) return null;
  const first = isA(ground, "article", described.first) ? described.first + 1 : described.first;
  const end = behindPlace(ground, described.nounEnd);
  const index = addMember(cast, "organization", formOf(ground, rangeAt(ground, first, end)));
  const member = cast.members[index];
  if (end > described.nounEnd) member?.forms.add(formOf(ground, rangeAt(ground, first, end)));
  for (const id of rows.flatMap(({ of }) => of)) member?.classes.add(id);
  member?.classes.add(`=${noun}`);
  return one(index, "party", "epithet", "description/unnamed-organization");
}

const longestApposition = 10; // tokens

/** "Orvela, the Anglo-Dutch maker of water pumps,": the whole apposition is a form too, where no clause stands in it. */
function addApposition({ ground, cast }: Stage, { first, last }: Described, actor: number): void {
  let end = last;
  while (end < first + longestApposition && ["NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM"].includes(upos(ground, end)))
    end++;
  if (end > last && /^[,.;]$/.test(lowerAt(ground, end)) && upos(ground, end - 1) !== "ADP")
    cast.members[actor]?.forms.add(formOf(ground, rangeAt(ground, first, end)));
}

/** "The health authority in Orvela": behind the place that an unnamed organization is told to be in. */
function behindPlace(ground: Ground, end: number): number {
  const name = isA(ground, "inside", end) ? ground.names[ground.nameAt[end + 1] ?? -1] : undefined;
  return name?.first === end + 1 && name.span.kind !== "person" ? name.last : end;
}

/** The organization that a description stands for; made where the text names none and the table says so. */
export const organisation: Resolve = (stage, described, rows, owners, speaks) => {
  const bareName = speaks && described.article === "none" && rows.some(({ of }) => of.includes(byName));
  if (described.article !== "definite" && described.owners.length === 0 && !bareName) return null;
  if (described.words.some((word) => stage.ground.words.is("not-yet", word))) return null; // "the combined company"
  const behind = stage.ground.names[stage.ground.nameAt[described.last] ?? -1];
  const named = behind?.first === described.last ? stage.actorOfName.get(behind.index) : undefined;
  if (
    named !== undefined &&
    stage.cast.members[named]?.kind !== "person" &&
    stage.cast.members[named]?.kind !== "state"
  ) {
    const range = rangeAt(stage.ground, described.first, behind?.last ?? described.last);
    stage.cast.members[named]?.forms.add(formOf(stage.ground, range));
    return one(named, "party", "title", "description/before-name"); // "the regulator Ivass"
  }
  const noun = stage.ground.tokens
    .slice(described.head, described.nounEnd)
    .map((token) => token.lower)
    .join(" ");
  const [owner] = described.owners;
  const besideState = owner?.by === "name" && owner.last === described.head; // "the G77 and China bloc": no bloc of China's
  if (besideState && owners.some((index) => stage.cast.members[index]?.kind === "state")) return null;
  const before = apposedBefore(stage, described);
  const apposed = apposedBehind(stage, described) ?? before;
  if (before !== null) addApposition(stage, described, before);
  if (apposed !== null) return one(apposed, "party", rows[0]?.form ?? "title", "description/before-name");
  const letters = lettersWithNoun(stage, described, rows, owners);
  if (letters !== null) return one(letters, "party", "epithet", "description/letters-with-noun");
  const modifiers = described.words.slice(0, described.words.length - (described.nounEnd - described.head));
  const all = ofState(
    stage,
    described,
    ofMembers(stage, described, organisationsFor(stage, rows, noun, modifiers), modifiers),
  );
  const personal = described.owners.every(
    (owner) =>
      owner.by === "pronoun" && (stage.ground.words.is("his", owner.word) || stage.ground.words.is("her", owner.word)),
  ); // "her movement": the one that she belongs to
  const owned = all.filter(
    (index) =>
      owners.length === 0 ||
      owners.some((owner) => (personal || index !== owner) && belongsTo(stage.cast, index, owner)),
  );
  const free = all.filter(
    (index) => (stage.cast.members[index]?.memberOf.length ?? 0) === 0 && !owners.includes(index),
  );
  const byState = owners.every((owner) => stage.cast.members[owner]?.kind === "state");
  const byPronoun = described.owners.every(({ by }) => by === "pronoun");
  const fits = owned.length > 0 ? owned : byPronoun ? all : byState ? free : [];
  const form = rows[0]?.form ?? "title";
  if (tellsApart(stage, described, modifiers, fits)) {
    const only =
      otherThanSubject(stage, described, fits) ??
      (speaks ? nearestAlone(stage, described, fits) : null) ??
      (described.owners.length === 0 ? salient(stage, fits) : null);
    return only !== null
      ? one(only, "party", form, "description/organization")
      : none("party", "description/organization", "Several organizations of this text fit the description.");
  }
  const own = speaks && owners.length === 0 ? speakersOwn(stage, described, rows, fits) : null;
  if (own !== null) return one(own, "party", form, "description/organization");
  const found = nearOrSalient(stage, described, fits, speaks);
  if (found !== null)
    return one(
      found,
      "party",
      byPronoun && owners.length > 0 && !personal ? "title" : form,
      "description/organization",
    );
  const where = fits.length === 0 && described.owners.length === 0 ? ministryWhere(stage, described, rows) : null;
  if (where !== null) return one(where, "party", form, "description/ministry-where");
  const made = fits.length === 0 ? madeBody(stage, described, rows, owners, speaks) : null;
  if (made !== null) return one(made, "party", form, "description/ministry");
  if (fits.length > 1)
    return none("party", "description/organization", "Several organizations of this text fit the description.");
  return speaks ? unnamedOrganisation(stage, described, rows, noun) : null;
};

/** "The board", "the union's executive": the organization whose organ it is. */
export function organ(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  owners: readonly number[],
): Identity | null {
  if (described.article !== "definite" && described.owners.length === 0) return null;
  if (owners.length > 0)
    return { actors: owners, sort: "party", form: "title", rule: "description/organ-of", problem: null };
  if (described.owners.length > 0) return null;
  const classes = rows.flatMap(({ of }) => of);
  const fits = stage.cast.members.flatMap((member, index) =>
    member.kind === "organization" &&
    (classes.length > 0 ? classes : ["company", "union", "unknown"]).some((id) => member.classes.has(id))
      ? [index]
      : [],
  );
  const found = nearest(stage.ground, stage.scene, fits, described.first);
  return found === null ? null : one(found, "party", "title", "description/organ");
}
