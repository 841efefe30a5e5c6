// Titles of persons as roles: what the office is called, of what it is, and whom its holder speaks for.
import { phraseAt } from "../names/phrases.js";
import { type Cast, joinMember, memberByKey } from "./cast.js";
import { type Owner, ownerAt } from "./describe.js";
import { counterpart, onlyState } from "./governments.js";
import { type Ground, isA, lowerAt, rangeAt } from "./ground.js";

type Stretch = { readonly first: number; readonly last: number };
/** Who an owner is, as far as the scene tells at token `at`. */
export type OwnerActors = (owner: Owner, at: number) => readonly number[];

type Office = {
  readonly first: number;
  readonly last: number;
  readonly classes: readonly string[];
  readonly of: string | null;
};

/** "The president's adviser", "President Vale's adviser": whether the office that ends at `last` only says whose another one is. */
function ownsBehind(ground: Ground, last: number, ceiling: number): boolean {
  const name = ground.names[ground.nameAt[last] ?? -1];
  const end = name?.span.kind === "person" ? name.last : last;
  return end < ceiling && lowerAt(ground, end) === "'s";
}

/** The office of a title: the leftmost, run on through those that follow directly ("deputy foreign minister"). */
function officeIn(ground: Ground, title: Stretch): Office | null {
  for (let i = title.first; i < title.last; i++) {
    let office = ground.offices.starting.get(i);
    if (!office || ground.nameAt[i] !== undefined || ownsBehind(ground, office.last, title.last)) continue;
    for (let next = office.last; next < Math.min(title.last, office.last + 4); next++) {
      const further = ground.offices.starting.get(next);
      if (further && ground.nameAt[next] === undefined) {
        office = further;
        next = further.last - 1;
      } else if (!ground.words.names.is("modifier", lowerAt(ground, next))) break;
    }
    if (office.last > title.last) return null;
    return { first: i, last: office.last, classes: [office.value.id], of: office.value.of };
  }
  return null;
}

/** The owners told in tokens [first, last), in order. */
function ownersIn(ground: Ground, first: number, last: number): Owner[] {
  const owners: Owner[] = [];
  for (let i = first; i < last; ) {
    const owner = ownerAt(ground, i, last) ?? nounOwner(ground, i, last) ?? personOwner(ground, i);
    const named = owner?.by === "noun" && ground.nameAt[owner.last] !== undefined && owner.last < last; // "the farmers' party UQZ"
    if (owner?.by === "noun" && owner.rows.some(({ kind }) => kind === "body")) {
      const before = owners.at(-1);
      const adjacent = before && owner.first - before.last < (lowerAt(ground, before.last) === "'s" ? 2 : 1);
      owners.push({ ...owner, of: (adjacent ? owners.pop() : null) ?? null });
    } else if (owner && !named) owners.push(owner);
    i = owner?.last ?? i + 1;
  }
  return owners;
}

/** "Vale's spokesman". */
function personOwner(ground: Ground, index: number): Owner | null {
  const name = ground.names[ground.nameAt[index] ?? -1];
  return name?.span.kind === "person" && lowerAt(ground, name.last) === "'s"
    ? { by: "name", name: name.index, first: index, last: name.last }
    : null;
}

function nounOwner(ground: Ground, index: number, last: number): Owner | null {
  const noun = phraseAt(ground.words.descriptions, ground.tokens, index, last);
  const rows = noun?.value.filter(({ kind }) => kind === "organization" || kind === "state" || kind === "body") ?? [];
  if (rows.some(({ of }) => of.includes("opposition")) && lowerAt(ground, noun?.last ?? last) !== "'s") return null; // "opposition leader": an office
  return noun && rows.length > 0 ? { by: "noun", rows, first: index, last: noun.last } : null;
}

/** Words before the office that belong to the title: modifiers, without owners and what stands before them. */
function titleFirst(ground: Ground, office: Office, title: Stretch, owners: readonly Owner[]): number {
  let first = office.first;
  const barred = (index: number): boolean =>
    owners.some((owner) => owner.first <= index && index < owner.last) ||
    /^'s?$/.test(lowerAt(ground, index)) ||
    isA(ground, "article", index) ||
    isA(ground, "and", index);
  while (first > title.first && !barred(first - 1)) first--;
  return first;
}

const isThing = (ground: Ground, word: string): boolean =>
  ground.words.is("its", word) || ground.words.is("their", word);

/** Offices that are a state's where nothing else is told: "President Vale" in a text about one state. */
const ofStates = new Set(["head-of-government", "minister"]);

/** Notes the role that a title tells of a person: title, whose it is, and membership. */
export function learnRole(ground: Ground, cast: Cast, person: number, title: Stretch, actorsOf: OwnerActors): void {
  const member = cast.members[person];
  const office = officeIn(ground, title);
  if (!member || !office) return;
  const before = ownersIn(ground, title.first, office.first);
  const linker = lowerAt(ground, office.last);
  const behind = ground.words.is("of-whom", linker) ? ownersIn(ground, office.last + 1, title.last) : [];
  const first = titleFirst(ground, office, title, before);
  const words = new Set(
    ground.tokens
      .slice(first, office.last)
      .map((token) => token.lower)
      .filter((word) => word !== "-"),
  );
  const range = rangeAt(ground, first, office.last);
  const elsewhere = behind[0] !== undefined && before.at(-1)?.by === "pronoun"; // "her counterpart at Orvela"
  const nearest = elsewhere ? behind[0] : (before.at(-1) ?? behind[0]);
  const open = nearest?.by === "noun" || nearest?.by === "name"; // "US President Tom Vale's adviser": Vale is not told of yet
  const further = nearest === before.at(-1) && open ? before.at(-2) : undefined; // "the union's district chief"
  const unknown = further && nearest && actorsOf(nearest, title.first).length === 0;
  const told = unknown ? further : nearest;
  const ofPerson = told?.by === "pronoun" && !isThing(ground, told.word) && office.classes.includes("legal"); // "his lawyer"
  const owner = told && !ofPerson ? (actorsOf(told, title.first)[0] ?? null) : null;
  const state = told === undefined && ofStates.has(office.classes[0] ?? "") ? onlyState(cast) : null;
  const of = portfolio(ground, cast, office, words, owner ?? state, range) ?? owner ?? state;
  const isOffice = !office.classes.includes("worker"); // "his US counterpart Joe Vale": tells whose, and no office
  if (isOffice && !member.roles.some((role) => role.start === range.start))
    member.roles.push({ ...range, title: ground.analysis.text.slice(range.start, range.end).replace(/\s+/g, " "), of });
  const leads = of !== null && cast.members[of]?.kind !== "state" && office.classes.includes("head-of-state");
  member.held.push({ classes: leads ? [...office.classes, "chief"] : office.classes, words, of }); // "the union's president": its boss
  const other = of === null ? undefined : cast.members[of];
  const isCounterpart = elsewhere || (before.length > 1 && before[0]?.by === "pronoun"); // "her Norwegian counterpart"
  if (isCounterpart && other?.kind === "state" && words.size > 0 && office.classes.includes("worker"))
    other.classes.add(counterpart);
  if (of !== null) joinMember(cast, person, of, rangeAt(ground, title.first, title.last));
}

/** The body that an office belongs to: the foreign ministry of a foreign minister. */
function portfolio(
  ground: Ground,
  cast: Cast,
  office: Office,
  words: ReadonlySet<string>,
  owner: number | null,
  evidence: { start: number; end: number },
): number | null {
  const key = owner === null ? null : (cast.members[owner]?.key ?? null);
  if (office.of !== null && office.classes.includes("representative")) {
    const above = cast.words.entries.get(office.of)?.of; // "EU Trade Commissioner": of the Commission
    const told = owner === null ? above != null && cast.byKey.has(above) : above === key;
    return told ? memberByKey(cast, office.of, null, evidence) : null;
  }
  if (!office.classes.some((id) => id === "minister" || id === "state-secretary")) return null;
  const id = [...words].map((word) => ground.words.names.bodyByOffice.get(word)).find((found) => found !== undefined);
  if (id === undefined) return null;
  if (key?.startsWith("state:")) return memberByKey(cast, `body:${key.slice(6)}/${id}`, null, evidence);
  if (owner !== null) return null;
  if (office.of !== null) return memberByKey(cast, office.of, null, evidence);
  if (cast.members.filter(({ kind }) => kind === "state").length > 1) return null; // of which of them, nothing tells
  const bodies = cast.members.flatMap((member, index) => (member.classes.has(`*${id}`) ? [index] : []));
  return bodies.length === 1 ? (bodies[0] ?? null) : null;
}
