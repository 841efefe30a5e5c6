// Descriptions of organizations and their organs: "the union", "the foreign ministry", "the board".
import { isAcronym } from "../names/marks.js";
import { organisationsFor, sharesWords } from "./candidates.js";
import { addMember, belongsTo, memberByKey } from "./cast.js";
import type { Described } from "./describe.js";
import { bodyId, bodyOfState, ministry, ministryOfMinister } from "./governments.js";
import { formOf, isA, lowerAt, rangeAt } from "./ground.js";
import { type Identity, none, one, type Stage } from "./identity.js";
import { backwards, nearest } from "./scene.js";
import type { Description } from "./words.js";

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

/** "Orvela rejected an offer from Banca Tarn, saying it undervalues the lender": the subject, of which nothing tells what it is, may be meant too. */
function besideUnknown(stage: Stage, described: Described, fits: readonly number[]): boolean {
  const { ground, scene, cast } = stage;
  const sentence = ground.tokens[described.first]?.sentence;
  const [entries = []] = backwards(ground, scene, described.first, 0, 0);
  return entries.some(
    ({ actors: [actor = -1], strong, sentence: own }) =>
      strong &&
      own === sentence &&
      !fits.includes(actor) &&
      cast.members[actor]?.kind === "organization" &&
      cast.members[actor]?.classes.has("unknown") === true,
  );
}

/**
 * The organization told last that fits. Nobody calls the subject of his clause by a description ("Orvela raised its price for the
 * company": another), and of several an adjective of a state tells none where they stand in one sentence.
 */
function nearestOf(stage: Stage, described: Described, fits: readonly number[], speaks: boolean): number | null {
  const { ground, scene } = stage;
  const headline = ground.analysis.sentences[ground.tokens[described.first]?.sentence ?? 0]?.role === "headline";
  if (headline && fits.length > 1 && described.first === described.head) return null; // "Orvela rebuffs Tarn as suitor returns"
  if (!speaks && fits.length === 1 && besideUnknown(stage, described, fits)) return null;
  if (speaks || fits.length < 2) return nearest(ground, scene, fits, described.first, speaks ? "strong" : "latest");
  const sentence = ground.tokens[described.first]?.sentence;
  const [entries = []] = backwards(ground, scene, described.first, 0, 0);
  const own = entries.filter((entry) => entry.sentence === sentence);
  const clause = own.filter(({ at, strong }) => strong && ground.toldIn[at] === ground.toldIn[described.first]);
  const barred = new Set(clause.slice(-1).flatMap(({ actors }) => actors));
  const told = own.filter(({ actors }) => fits.includes(actors[0] ?? -1)).map(({ actors }) => actors[0]);
  if (ground.toldIn[described.first] !== undefined && barred.size === 0 && new Set(told).size > 1) return null; // "Orvela rejected a bid from Tarn, saying it undervalued the company"
  const others = fits.filter((index) => !barred.has(index));
  const here = others.filter((index) => own.some(({ actors }) => actors.includes(index)));
  const bySome = described.owners.some(({ by }) => by === "adjective");
  if (bySome && own.some(({ actors }) => fits.includes(actors[0] ?? -1)))
    return barred.size > 0 && here.length === 1 ? (here[0] ?? null) : null;
  return others.length === 0 ? null : nearest(ground, scene, others, described.first, "latest", 2);
}

/**
 * "The Swedish group", "the Turin-based fund", "the Anglo-Dutch maker": of several that fit, none of which the text tells that of, the
 * words mean one that nothing tells.
 */
function tellsApart(
  stage: Stage,
  described: Described,
  modifiers: readonly string[],
  fits: readonly number[],
): boolean {
  const { ground, cast } = stage;
  if (fits.length < 2) return false;
  const keys = described.owners.flatMap((owner) => (owner.by === "adjective" ? owner.keys : []));
  const known = (index: number): boolean => keys.some((key) => cast.members[index]?.classes.has(`@${key}`) === true);
  if (keys.length > 0) return !fits.some(known);
  let proper = false;
  for (let i = described.first + 1; i < described.head; i++)
    proper ||= ground.words.is("based", lowerAt(ground, i)) || ground.marks.capital[i] === true;
  return proper && described.owners.length === 0 && !fits.some((index) => sharesWords(stage, index, modifiers));
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

/** "The crews' union, UQZ,": the organization that an apposition names behind a description. */
function apposedBehind(stage: Stage, described: Described): number | null {
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
function apposedBefore(stage: Stage, described: Described): number | null {
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

const leastTold = 3; // names of the organization that a text is about
const oftener = 2.5; // than any other that a description fits

/** "The company" of a text about one: the one named far oftener than any other that fits. */
function salient({ counts }: Stage, fits: readonly number[]): number | null {
  const [first, second] = fits.map((index) => [index, counts.get(index) ?? 0] as const).sort((a, b) => b[1] - a[1]);
  return first && first[1] >= leastTold && first[1] >= oftener * (second?.[1] ?? 0) ? first[0] : null;
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

/**
 * Of several that fit a description which tells one apart: at the beginning of a sentence the one that was the subject before
 * ("Orvela waits. The Dutch company said"), elsewhere the only one in its sentence that is not the subject.
 */
function otherThanSubject(stage: Stage, described: Described, fits: readonly number[]): number | null {
  const { ground, scene } = stage;
  const sentence = ground.tokens[described.first]?.sentence ?? -1;
  const opens = described.first === ground.analysis.sentences[sentence]?.first;
  const groups = backwards(ground, scene, described.first, 1, 1);
  const before = groups.find((entries) => entries[0]?.sentence === (opens ? sentence - 1 : sentence)) ?? [];
  const subjects = new Set(before.flatMap(({ strong, quoted, actors }) => (strong && !quoted ? actors : [])));
  const told = new Set(before.flatMap(({ actors }) => actors));
  const fitting = fits.filter((index) => told.has(index) && subjects.has(index) === opens);
  const [only, other] = fitting;
  return only !== undefined && other === undefined && subjects.size > 0 ? only : null;
}

/** The subject told last that fits, where the sentence itself tells of none that do: "The chairs met, and on Monday the Dutch group came back". */
function nearestAlone(stage: Stage, described: Described, fits: readonly number[]): number | null {
  const { ground, scene, cast } = stage;
  const sentence = ground.tokens[described.first]?.sentence;
  const [entries = []] = backwards(ground, scene, described.first, 0, 0);
  const near = entries.some(
    ({ actors, sentence: own }) =>
      own === sentence && actors.length === 1 && fits.some((index) => belongsTo(cast, actors[0] ?? -1, index)),
  );
  return near ? null : nearest(ground, scene, fits, described.first);
}

/** The organization told last that fits; the one that the text is about where none is, or where that was told in another paragraph. */
function nearOrSalient(stage: Stage, described: Described, fits: readonly number[], speaks: boolean): number | null {
  const { ground, scene } = stage;
  const found = nearestOf(stage, described, fits, speaks);
  if (described.owners.length > 0) return found;
  const main = salient(stage, fits);
  if (found === null || main === null || main === found) return found ?? main;
  const here = backwards(ground, scene, described.first, 8, 0).flat();
  return here.some(({ actors }) => actors.includes(found)) ? found : main;
}

/** The organization that a description stands for; made where the text names none and the table says so. */
export function organisation(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  owners: readonly number[],
  speaks: boolean,
): Identity | null {
  if (described.article !== "definite" && described.owners.length === 0) return null;
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
  const apposed = apposedBehind(stage, described) ?? apposedBefore(stage, described);
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
  const makes =
    rows.some((row) => row.makes) && speaks && described.article === "definite" && described.owners.length === 0;
  if (!makes) return null;
  const words = rangeAt(
    stage.ground,
    isA(stage.ground, "article", described.first) ? described.first + 1 : described.first,
    described.nounEnd,
  );
  const index = addMember(stage.cast, "organization", formOf(stage.ground, words));
  const member = stage.cast.members[index];
  for (const id of rows.flatMap(({ of }) => of)) member?.classes.add(id);
  member?.classes.add(`=${noun}`);
  return one(index, "party", "epithet", "description/unnamed-organization");
}

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
