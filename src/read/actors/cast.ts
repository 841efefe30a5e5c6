// The cast of a document while it is being read: actors under construction, and what each may later be called.
import type { LocalActor, LocalRole } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { ActorKind } from "../../model/words.js";
import type { Gender, NameWords } from "../names/words.js";

/** An office that a person is told to hold, with the words of its title. */
type Held = {
  readonly classes: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly of: number | null;
};

export type Member = {
  readonly kind: ActorKind;
  readonly key: string | null;
  name: string;
  gender: Gender | null;
  readonly forms: Set<string>;
  readonly roles: LocalRole[];
  readonly held: Held[];
  readonly memberOf: { actor: number; evidence: Range }[];
  readonly told: Set<string>; // words that the text says of it beside its name: "the country's biggest [union]"
  readonly classes: Set<string>; // classes of org-heads, "*id" of a body, "=word" for the epithets of the lexicon
  readonly person: { readonly given: string | null; readonly surname: string } | null;
};

export type Cast = { readonly members: Member[]; readonly byKey: Map<string, number>; readonly words: NameWords };

export const newCast = (words: NameWords): Cast => ({ members: [], byKey: new Map(), words });

/** Adds an actor and gives its index. */
export function addMember(
  cast: Cast,
  kind: ActorKind,
  name: string,
  key: string | null = null,
  person: Member["person"] = null,
): number {
  cast.members.push({
    kind,
    key,
    name,
    gender: null,
    forms: new Set(),
    roles: [],
    held: [],
    memberOf: [],
    told: new Set(),
    classes: new Set(),
    person,
  });
  const index = cast.members.length - 1;
  if (key !== null) cast.byKey.set(key, index);
  return index;
}

/** "body:RU/foreign-ministry" → the key of the state or organization, and the kind of body. */
function partsOf(key: string): { owner: string; id: string } | null {
  const match = /^body:([^/]+)\/(.+)$/.exec(key);
  const [owner, id] = [match?.[1], match?.[2]];
  return owner === undefined || id === undefined || owner.includes("+") ? null : { owner, id };
}

const ownerKey = (cast: Cast, code: string): string =>
  cast.words.entries.has(`state:${code}`) ? `state:${code}` : `org:${code}`;

/** The name of a body from whose it is: "Russian Foreign Ministry". */
function bodyName(cast: Cast, owner: string, id: string, form: string | null): string | null {
  const adjective = cast.words.adjectiveOf.get(owner) ?? cast.words.entries.get(owner)?.name;
  const small = form !== null && /^\p{Ll}/u.test(form) ? form : undefined; // "Norway's fisheries commission"
  const own = cast.words.bodyNames.get(id) ?? small;
  return adjective !== undefined && own !== undefined ? `${adjective} ${own}` : null;
}

/** The actor with a key of the lexicon; made where it is not there yet, together with what it belongs to. `form` names it where the lexicon has no name. */
export function memberByKey(cast: Cast, key: string, form: string | null, evidence: Range): number {
  const known = cast.byKey.get(key);
  if (known !== undefined) return known;
  const entry = cast.words.entries.get(key);
  const body = partsOf(key);
  const owner = entry?.of ?? (body && ownerKey(cast, body.owner));
  const kind: ActorKind =
    entry?.kind ?? (key.startsWith("state:") ? "state" : key.startsWith("body:") ? "body" : "organization");
  const name = entry?.name ?? (body && owner ? bodyName(cast, owner, body.id, form) : null) ?? form ?? key;
  const index = addMember(cast, kind, name, key);
  const member = cast.members[index];
  for (const epithet of entry?.epithets ?? []) member?.classes.add(`=${epithet}`);
  if (body && (!entry || name.endsWith(cast.words.bodyNames.get(body.id) ?? "-"))) member?.classes.add(`*${body.id}`);
  const last = name.split(" ").at(-1)?.toLowerCase() ?? "";
  const head = cast.words.orgHeads.get(last);
  const union = head?.id === "union" && key.startsWith("org:"); // of states: "the union" is a trade union first
  if (head && kind !== "state" && !union) member?.classes.add(head.id);
  if (key.startsWith("org:") && !head) member?.classes.add("generic"); // "the organization": as good as any
  if (key.startsWith("media:")) member?.classes.add("wire"); // agencies and broadcasters: "the paper" is another
  if (owner) member?.memberOf.push({ actor: memberByKey(cast, owner, null, evidence), evidence });
  return index;
}

/** The state or organization that an actor speaks for, over at most four steps; itself where it speaks for nobody else. */
export function rootOf(cast: Cast, index: number): number {
  let current = index;
  for (let step = 0; step < 4; step++) {
    const next = cast.members[current]?.memberOf[0]?.actor;
    if (next === undefined || next === current) break;
    current = next;
  }
  return current;
}

/** Whether an actor is `owner` or belongs to it at some remove. */
export function belongsTo(cast: Cast, index: number, owner: number, depth = 0): boolean {
  if (index === owner) return true;
  if (depth > 4) return false;
  return (cast.members[index]?.memberOf ?? []).some(({ actor }) => belongsTo(cast, actor, owner, depth + 1));
}

/** Says that an actor belongs to another, once. */
export function joinMember(cast: Cast, index: number, actor: number, evidence: Range): void {
  const member = cast.members[index];
  if (
    !member ||
    index === actor ||
    member.memberOf.some((other) => other.actor === actor) ||
    belongsTo(cast, actor, index)
  )
    return;
  member.memberOf.push({ actor, evidence });
}

/** The cast as it goes into the reading. */
export const localActors = (cast: Cast): LocalActor[] =>
  cast.members.map(({ kind, name, key, forms, roles, memberOf }) => ({
    kind,
    name,
    key,
    forms: [...forms],
    roles: [...roles],
    memberOf: [...memberOf],
  }));
