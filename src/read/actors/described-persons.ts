// Descriptions of persons: by the office they hold ("the deputy minister"), by what they are ("the diplomat"), or unnamed.
import { belongsTo, type Cast, joinMember, rootOf } from "./cast.js";
import type { Described } from "./describe.js";
import { speaks } from "./enter.js";
import { lowerAt, rangeAt } from "./ground.js";
import { none, one, type Resolve, type Stage } from "./identity.js";
import { backwards, nearest } from "./scene.js";
import type { Description } from "./words.js";

/** "The union leader": whether somebody belongs to an organization of the kind that a noun before the office tells. */
function ofOrganisation({ ground, cast }: Stage, person: number, noun: string): boolean {
  const phrases = ground.words.descriptions.get(noun) ?? [];
  const rows = phrases.flatMap(({ words, value }) => (words.length === 1 ? value : []));
  const classes = rows.flatMap(({ kind, of }) =>
    kind === "organization" ? of.map((id) => id.replace(/^[?*]/, "")) : [],
  );
  const groups = cast.members[person]?.memberOf ?? [];
  return groups.some(({ actor }) => classes.some((id) => cast.members[actor]?.classes.has(id)));
}

/** Persons who hold the office that a description names, the exact title before a longer one ("the minister": not the deputy). */
export function holders(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  owners: readonly number[],
): number[] {
  const { ground, cast } = stage;
  const wanted = new Set(rows.flatMap(({ of }) => of));
  const asOffice = described.office;
  const extra = described.words.slice(0, described.words.length - (described.nounEnd - described.head));
  const fits: { index: number; exact: boolean }[] = [];
  for (const [index, member] of cast.members.entries()) {
    if (member.kind !== "person") continue;
    let best: boolean | null = null;
    for (const held of member.held) {
      const byWords = asOffice !== null && described.words.every((word) => held.words.has(word));
      const byClass =
        held.classes.some((id) => wanted.has(id)) &&
        extra.every((word) => held.words.has(word) || ofOrganisation(stage, index, word));
      if (!byWords && !byClass) continue;
      const lower = [...held.words].some((word) => ground.words.is("deputy", word) && !described.words.includes(word));
      best = best === true || (byWords && !lower);
    }
    const owned =
      owners.length === 0 ||
      owners.every((owner) => belongsTo(cast, index, owner) || rootOf(cast, index) === rootOf(cast, owner));
    if (best !== null && owned) fits.push({ index, exact: best });
  }
  const exact = fits.filter((fit) => fit.exact);
  return (exact.length > 0 ? exact : fits).map(({ index }) => index);
}

/** Classes of offices of which nobody holds two. */
const lone = new Set(["head-of-state", "head-of-government", "minister", "local", "judge", "clergy", "mediator"]);

/** Whether an office may become known of a person: none of anything is told of him, or a membership that fits. */
function mayHold(cast: Cast, actor: number, office: string, owners: readonly number[], goesOn: boolean): boolean {
  const member = cast.members[actor];
  if (member?.kind !== "person") return false;
  const other = member.held.some(({ classes }) => classes.some((id) => lone.has(id) && id !== office));
  if (lone.has(office) && other) return false; // "Finance Minister Vale left. The king said"
  if (goesOn && owners.length === 0) return true; // "Vale, the negotiator, said. … said the deputy premier"
  if (member.held.some(({ of }) => of !== null)) return false;
  return member.memberOf.length === 0 || owners.some((owner) => belongsTo(cast, actor, owner));
}

/** "Olaf Vale came on Monday. The chancellor said": the person without a title who was the subject just before. The office becomes known of him. */
export function untitledBefore(stage: Stage, described: Described, owners: readonly number[]): number | null {
  const { ground, cast, scene } = stage;
  if (
    !described.office ||
    stage.ground.words.is("pointing", lowerAt(stage.ground, described.first)) ||
    described.owners.some(({ by }) => by === "pronoun") || // "his plant manager": another
    lowerAt(stage.ground, described.last) === "'s" || // "Tom Vale, the president's adviser,"
    (described.words.at(-1) ?? "").endsWith("s")
  )
    return null;
  const { office } = described;
  const source = speaks(stage, described.first, described.last);
  if (!office.late && !source) return null;
  for (const all of backwards(ground, scene, described.first, 1, 1)) {
    const persons = new Set<number>();
    const entries = all.filter(({ sort, quoted }) => sort === "person" && !quoted);
    const told = new Set(entries.flatMap(({ actors }) => (actors.length > 0 ? actors : [-1])));
    const alone = source && told.size === 1 && all[0]?.sentence !== ground.tokens[described.first]?.sentence;
    for (const entry of entries) {
      if (!entry.strong && !alone) continue;
      if (!office.late && !entry.source) continue; // "the researcher": only of one who spoke just before
      const [actor] = entry.actors;
      if (entry.actors.length !== 1 || actor === undefined)
        persons.add(-1); // a group: none of them alone
      else if (mayHold(cast, actor, office.id, owners, source && entry.source)) persons.add(actor);
    }
    const [only] = persons;
    if (only === undefined) continue;
    const member = cast.members[only];
    if (persons.size > 1 || !member) return null;
    const of = owners[0] ?? null;
    member.held.push({ classes: [described.office.id], words: new Set(described.words), of });
    member.roles.push({ ...rangeAt(ground, described.head, described.nounEnd), title: described.words.join(" "), of });
    if (of !== null) joinMember(cast, only, of, rangeAt(ground, described.first, described.last));
    return only;
  }
  return null;
}

/** Classes of offices that no lead speaks of by another. */
const others = new Set(["worker", "scholar", "media", "partner", "legal"]);

/** Sentences of the body that may leave their speaker's name to the next ones. */
const leads = 2;

/** "…, the head of the union said. \"No,\" Anna Vale told reporters": the only person who speaks in the two sentences behind a lead, untitled there. */
function namedLater({ ground, actorOfName }: Stage, described: Described): number | null {
  const { sentences } = ground.analysis;
  const own = ground.tokens[described.first]?.sentence ?? 0;
  const body = sentences.findIndex(({ role }) => role === "body");
  if (!described.office || described.article !== "definite" || own < body || own >= body + leads) return null;
  if (!speaks({ ground }, described.first, described.last) || described.words.at(-1)?.endsWith("s")) return null;
  const found = new Set<number>();
  for (const { first, title, index, span } of ground.names) {
    const sentence = ground.tokens[first]?.sentence ?? 0;
    if (span.kind !== "person" || sentence <= own || sentence > own + leads) continue;
    const office = title
      ? [...Array(title.last - title.first).keys()].map((i) => ground.offices.starting.get(title.first + i))
      : [];
    const apart = office.some((one) => one && others.has(one.value.id));
    if (apart || !speaks({ ground }, first, first + 1)) return null;
    found.add(actorOfName.get(index) ?? -1);
  }
  const [only = -1, other] = found;
  return only >= 0 && other === undefined ? only : null;
}

/** "An official said … The official added": somebody unnamed was called so since the candidates were last told of. */
function toldUnnamed(stage: Stage, described: Described, noun: string, candidates: readonly number[]): boolean {
  for (const entries of backwards(stage.ground, stage.scene, described.first, 3, 1)) {
    for (const entry of [...entries].reverse()) {
      const anybody = entry.source && stage.ground.words.is("anonymous", entry.noun ?? "");
      if (entry.noun === noun || (anybody && stage.ground.words.is("anonymous", noun))) return true;
      if (entry.actors.some((actor) => candidates.includes(actor))) return false;
    }
  }
  return false;
}

/** "President Anna Vale … The Norwegian president said": the only holder of the office in the text, of whom nothing tells whose. It becomes known. */
function holderOfNobody(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  owners: readonly number[],
): number | null {
  const [owner] = owners;
  if (owner === undefined || owners.length > 1 || !described.office?.late) return null;
  const [only, other] = holders(stage, described, rows, []);
  if (only === undefined || other !== undefined || (stage.cast.members[only]?.memberOf.length ?? 0) > 0) return null;
  joinMember(stage.cast, only, owner, rangeAt(stage.ground, described.first, described.last));
  return only;
}

/** "The Brazilian general": the only holder of the office in the text, where he is told to be of no other state. */
function byNationality(stage: Stage, described: Described, rows: readonly Description[]): number | null {
  const [owner, further] = described.owners;
  if (owner?.by !== "adjective" || further) return null;
  const [only, other] = holders(stage, described, rows, []);
  if (only === undefined || other !== undefined) return null;
  return stage.cast.members[rootOf(stage.cast, only)]?.kind === "state" ? null : only;
}

/** The person that a description stands for; somebody unnamed where no person of the text fits. */
export const person: Resolve = (stage, described, rows, owners, acts) => {
  const noun = lowerAt(stage.ground, described.nounEnd - 1);
  const unnamed = { ...none("person", "description/unnamed-person"), parties: owners };
  if (described.article !== "definite")
    return stage.ground.words.is("anonymous", noun) || described.office ? unnamed : null;
  const candidates = holders(stage, described, rows, owners);
  if (toldUnnamed(stage, described, noun, candidates)) return unnamed;
  const found = nearest(stage.ground, stage.scene, candidates, described.first);
  const form = rows.find(({ kind }) => kind === "person")?.form ?? "title";
  if (found !== null) return one(found, "person", form, described.office ? "description/office" : "description/person");
  if (candidates.length > 1)
    return none("person", "description/person", "Several persons of this text fit the description.");
  const unowned =
    candidates.length === 0
      ? (holderOfNobody(stage, described, rows, owners) ?? byNationality(stage, described, rows))
      : null;
  if (unowned !== null)
    return one(unowned, "person", described.owners[0]?.by === "adjective" ? "epithet" : form, "description/office");
  const untitled =
    acts && candidates.length === 0 && described.office ? untitledBefore(stage, described, owners) : null;
  const named = described.owners[0]?.by === "adjective" ? "epithet" : form;
  const later = acts && untitled === null && candidates.length === 0 ? namedLater(stage, described) : null;
  if (later !== null) return one(later, "person", form, "description/named-later");
  if (untitled !== null) return one(untitled, "person", named, "description/office-told-late");
  return stage.ground.words.is("anonymous", noun) || described.office ? unnamed : null;
};
