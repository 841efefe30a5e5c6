// What a description stands for, given the scene: by the classes of its noun, by whose it is, by the words of an office; the nearest
// where several fit.
import { addMember, belongsTo, type Cast, joinMember, memberByKey, rootOf } from "./cast.js";
import type { Described, Owner } from "./describe.js";
import { type Ground, lowerAt, rangeAt } from "./ground.js";
import { backwards, nearest, type Scene } from "./scene.js";
import type { Description } from "./words.js";

export type Identity = {
  readonly actors: readonly number[];
  readonly sort: "person" | "party";
  readonly form: "epithet" | "title";
  readonly rule: string;
  readonly problem: string | null;
  readonly parties?: readonly number[]; // of somebody unnamed: whose
};

export type Stage = {
  readonly ground: Ground;
  readonly cast: Cast;
  readonly scene: Scene;
  readonly actorOfName: ReadonlyMap<number, number>;
};

const classMatches = (classes: ReadonlySet<string>, wanted: readonly string[], noun: string): boolean => {
  if (classes.has(`=${noun}`)) return true;
  return wanted.some((id) =>
    id.startsWith("*") ? [...classes].some((own) => own.startsWith("*") && own.endsWith(id.slice(1))) : classes.has(id),
  );
};

/** Organizations and bodies that a noun may mean: by class, by the lexicon's epithets, by the last word of the name. */
function organisationsFor(stage: Stage, rows: readonly Description[], noun: string, modifier: string): number[] {
  const all = rows.flatMap(({ of }) => of);
  const wanted = all.filter((id) => !id.startsWith("?"));
  if (wanted.includes("company")) wanted.push("unknown"); // an organization that nothing tells the class of
  const fits = stage.cast.members.flatMap((member, index) => {
    if (member.kind === "person" || member.kind === "state") return [];
    const called = [...member.forms].some(
      (form) => form.toLowerCase() === noun || form.toLowerCase().endsWith(` ${noun}`),
    );
    return called || classMatches(member.classes, wanted, noun) ? [index] : [];
  });
  const wider = all
    .filter((id) => id.startsWith("?"))
    .map((id): Description => ({ kind: "organization", of: [id.slice(1)], makes: false, form: "epithet" }));
  if (fits.length === 0 && wider.length > 0) return organisationsFor(stage, wider, noun, modifier);
  const exact =
    modifier === "" ? [] : fits.filter((index) => stage.cast.members[index]?.name.toLowerCase().includes(modifier));
  return exact.length > 0 ? exact : fits;
}

/** Who an owner is. */
export function ownerActors(stage: Stage, owner: Owner, at: number): readonly number[] {
  if (owner.by === "name") {
    const actor = stage.actorOfName.get(owner.name);
    if (actor === undefined) return [];
    const isPerson = stage.cast.members[actor]?.kind === "person"; // "Vale's spokesman" speaks for whom Vale speaks for
    const root = isPerson ? rootOf(stage.cast, actor) : actor;
    return stage.cast.members[root]?.kind === "person" ? [] : [root];
  }
  if (owner.by === "adjective") {
    const key = owner.keys.length === 1 ? owner.keys[0] : owner.keys.find((one) => stage.cast.byKey.has(one));
    return key === undefined
      ? []
      : [memberByKey(stage.cast, key, null, rangeAt(stage.ground, owner.first, owner.last))];
  }
  if (owner.by === "noun") {
    const noun = stage.ground.tokens
      .slice(owner.first, owner.last)
      .map((token) => token.lower)
      .join(" ");
    const found = nearest(stage.ground, stage.scene, organisationsFor(stage, owner.rows, noun, ""), at);
    return found === null ? [] : [found];
  }
  const wantsPerson = stage.ground.words.is("his", owner.word) || stage.ground.words.is("her", owner.word);
  for (const entries of backwards(stage.ground, stage.scene, at, 2, 1)) {
    const fitting = entries.filter(({ sort, actors }) => actors.length > 0 && (sort === "person") === wantsPerson);
    const own = entries[0]?.sentence === stage.ground.tokens[at]?.sentence;
    const strong = fitting.filter((entry) => entry.strong);
    const found = (own ? strong.at(-1) : strong[0]) ?? fitting[0];
    if (found) return wantsPerson ? found.actors.map((actor) => rootOf(stage.cast, actor)) : found.actors;
  }
  return [];
}

/** "The ambassador in Moscow was called to the foreign ministry": the ministry of the state whose capital the sentence names. */
function ministryWhere(stage: Stage, described: Described, rows: readonly Description[]): number | null {
  const { ground } = stage;
  const id = rows
    .flatMap(({ of }) => of)
    .find((wanted) => /^\*[a-z]+-ministry$/.test(wanted))
    ?.slice(1);
  const sentence = ground.tokens[described.first]?.sentence ?? -1;
  const { first = 0, last = 0 } = ground.analysis.sentences[sentence] ?? {};
  const keys = new Set<string>();
  for (let i = first; i < last; i++) {
    const span = ground.names[ground.nameAt[i] ?? -1]?.span;
    if (span?.key && span.rule.startsWith("capital")) keys.add(span.key);
  }
  const [key] = keys;
  if (id === undefined || key === undefined || keys.size !== 1) return null;
  return memberByKey(stage.cast, `body:${key.slice(6)}/${id}`, null, rangeAt(ground, described.first, described.last));
}

const none = (sort: Identity["sort"], rule: string, problem: string | null = null): Identity => ({
  actors: [],
  sort,
  form: "title",
  rule,
  problem,
});
const one = (actor: number, sort: Identity["sort"], form: Identity["form"], rule: string): Identity => ({
  actors: [actor],
  sort,
  form,
  rule,
  problem: null,
});

function organisation(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  owners: readonly number[],
  speaks: boolean,
): Identity | null {
  if (described.article !== "definite" && described.owners.length === 0) return null;
  const noun = stage.ground.tokens
    .slice(described.head, described.nounEnd)
    .map((token) => token.lower)
    .join(" ");
  const modifier = described.words.slice(0, described.words.length - (described.nounEnd - described.head)).at(-1) ?? "";
  const all = organisationsFor(stage, rows, noun, modifier);
  const owned = all.filter(
    (index) => owners.length === 0 || owners.some((owner) => index !== owner && belongsTo(stage.cast, index, owner)),
  );
  const free = all.filter(
    (index) => (stage.cast.members[index]?.memberOf.length ?? 0) === 0 && !owners.includes(index),
  );
  const byState = owners.every((owner) => stage.cast.members[owner]?.kind === "state");
  const byPronoun = described.owners.every(({ by }) => by === "pronoun");
  const fits = owned.length > 0 ? owned : byPronoun ? all : byState ? free : [];
  const form = rows[0]?.form ?? "title";
  const found = nearest(stage.ground, stage.scene, fits, described.first, speaks ? "strong" : "latest");
  if (found !== null) return one(found, "party", form, "description/organization");
  const where = fits.length === 0 ? ministryWhere(stage, described, rows) : null;
  if (where !== null) return one(where, "party", form, "description/ministry-where");
  if (fits.length > 1)
    return none("party", "description/organization", "Several organizations of this text fit the description.");
  const makes =
    rows.some((row) => row.makes) && speaks && described.article === "definite" && described.owners.length === 0;
  if (!makes) return null;
  const name = described.words.join(" ");
  const index = addMember(stage.cast, "organization", name);
  const member = stage.cast.members[index];
  for (const id of rows.flatMap(({ of }) => of)) member?.classes.add(id);
  member?.classes.add(`=${noun}`);
  return one(index, "party", "epithet", "description/unnamed-organization");
}

function organ(
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
    (classes.length > 0 ? classes : ["company", "union"]).some((id) => member.classes.has(id))
      ? [index]
      : [],
  );
  const found = nearest(stage.ground, stage.scene, fits, described.first);
  return found === null ? null : one(found, "party", "title", "description/organ");
}

/** Persons who hold the office that a description names, the exact title before a longer one ("the minister": not the deputy). */
function holders(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  owners: readonly number[],
): number[] {
  const { ground, cast } = stage;
  const wanted = new Set(rows.flatMap(({ of }) => of));
  const asOffice = described.office;
  const fits: { index: number; exact: boolean }[] = [];
  for (const [index, member] of cast.members.entries()) {
    if (member.kind !== "person") continue;
    let best: boolean | null = null;
    for (const held of member.held) {
      const byWords = asOffice !== null && described.words.every((word) => held.words.has(word));
      const byClass =
        held.classes.some((id) => wanted.has(id)) &&
        (described.words.length === described.nounEnd - described.head || byWords);
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

/** Whether an office may become known of a person: none of anything is told of him, or a membership that fits. */
function mayHold(cast: Cast, actor: number, owners: readonly number[]): boolean {
  const member = cast.members[actor];
  if (member?.kind !== "person" || member.held.some(({ of }) => of !== null)) return false;
  return member.memberOf.length === 0 || owners.some((owner) => belongsTo(cast, actor, owner));
}

/** "Olaf Vale came on Monday. The chancellor said": the person without a title who was the subject just before. The office becomes known of him. */
function untitledBefore(stage: Stage, described: Described, owners: readonly number[]): number | null {
  const { ground, cast, scene } = stage;
  if (
    !described.office?.late ||
    stage.ground.words.is("pointing", lowerAt(stage.ground, described.first)) ||
    (described.words.at(-1) ?? "").endsWith("s")
  )
    return null;
  for (const entries of backwards(ground, scene, described.first, 1, 1)) {
    const persons = new Set<number>();
    for (const entry of entries) {
      if (entry.sort !== "person" || !entry.strong || entry.quoted) continue;
      const [actor] = entry.actors;
      if (entry.actors.length !== 1 || actor === undefined || mayHold(cast, actor, owners)) persons.add(actor ?? -1);
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

/** "An official said … The official added": somebody unnamed was called so since the candidates were last told of. */
function toldUnnamed(stage: Stage, described: Described, noun: string, candidates: readonly number[]): boolean {
  for (const entries of backwards(stage.ground, stage.scene, described.first, 3, 1)) {
    for (const entry of [...entries].reverse()) {
      if (entry.noun === noun) return true;
      if (entry.actors.some((actor) => candidates.includes(actor))) return false;
    }
  }
  return false;
}

function person(
  stage: Stage,
  described: Described,
  rows: readonly Description[],
  owners: readonly number[],
  speaks: boolean,
): Identity | null {
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
  const untitled =
    speaks && candidates.length === 0 && described.office ? untitledBefore(stage, described, owners) : null;
  if (untitled !== null) return one(untitled, "person", form, "description/office-told-late");
  return stage.ground.words.is("anonymous", noun) || described.office ? unnamed : null;
}

/** "The two sides", "both presidents": the two that the sentences before tell, if they are two. */
function joint(stage: Stage, described: Described, row: Description): Identity | null {
  if (described.owners.length > 0 || described.article === "indefinite") return null;
  const { ground, scene, cast } = stage;
  const wants = row.of[0] ?? "any";
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
        if (two.length === 2)
          return { actors: two.sort((x, y) => x - y), sort, form: "title", rule: "description/both", problem: null };
      }
    }
    if (wants === "any" && found.size > 0) return null;
  }
  return wants === "any" || wants === "person" ? null : mainParties(stage);
}

/** The two parties that a text is about: told at least twice as often as any third. */
function mainParties(stage: Stage): Identity | null {
  const counts = new Map<number, number>();
  for (const [index, actor] of stage.actorOfName) {
    const root = rootOf(stage.cast, actor);
    const kind = stage.cast.members[root]?.kind;
    if (
      (kind === "state" || kind === "organization") &&
      stage.ground.names[index]?.span.kind !== "place" &&
      !stage.cast.members[root]?.classes.has("medium")
    )
      counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const [first, second, third] = ranked;
  if (!first || !second || (third && third[1] * 2 > second[1]))
    return none("party", "description/both", "Which parties are meant is not clear.");
  return {
    actors: [first[0], second[0]].sort((a, b) => a - b),
    sort: "party",
    form: "title",
    rule: "description/both-of-the-text",
    problem: null,
  };
}

/** What a description stands for; null where it is none of an actor. `speaks`: it is the subject of a clause or the source of words. */
export function identify(stage: Stage, described: Described, speaks: boolean): Identity | null {
  const owners = [...new Set(described.owners.flatMap((owner) => ownerActors(stage, owner, described.first)))];
  const rowsOf = (kind: Description["kind"]): Description[] => described.rows.filter((row) => row.kind === kind);
  const sides = rowsOf("side");
  if (sides.length > 0 && owners.length > 0) {
    const parties = owners.filter((actor) => stage.cast.members[actor]?.kind !== "person");
    const side = /^sides?$/.test(lowerAt(stage.ground, described.nounEnd - 1));
    if (parties.length > 0)
      return {
        actors: parties,
        sort: "party",
        form: side && parties.length === 1 ? "epithet" : "title",
        rule: "description/side",
        problem: null,
      };
  }
  const jointRow = rowsOf("joint")[0];
  if (jointRow) {
    const both = joint(stage, described, jointRow);
    if (both) return both;
  }
  const spokesmen = rowsOf("spokesman");
  if (spokesmen.length > 0 && owners.length > 0) {
    const named = described.article === "definite" ? holders(stage, described, rowsOf("person"), owners) : [];
    const known =
      nearest(stage.ground, stage.scene, named, described.first) ??
      (described.article === "definite" && named.length === 0 ? untitledBefore(stage, described, owners) : null);
    return known !== null
      ? one(known, "person", "title", "description/office")
      : { actors: owners, sort: "person", form: "title", rule: "description/spokesman-of", problem: null };
  }
  const organisations = rowsOf("organization");
  if (organisations.length > 0) return organisation(stage, described, organisations, owners, speaks);
  const organs = rowsOf("organ");
  if (organs.length > 0) {
    const found = organ(stage, described, organs, owners);
    if (found) return found;
  }
  const people = rowsOf("person");
  return people.length > 0 || described.office ? person(stage, described, people, owners, speaks) : null;
}
