// Persons told again by what they are or were: "the 58-year-old port economist", "the former governor", "the Oslo-born lawyer". News
// prose says so only of somebody named just before: the one person who was the subject or source there.
import { verbFollows } from "../names/marks.js";
import { phraseAt } from "../names/phrases.js";
import { isDemonym } from "../names/runs.js";
import { speaks } from "./enter.js";
import { type Ground, isA, lowerAt } from "./ground.js";
import { type Identity, none, one, type Stage } from "./identity.js";
import { backwards } from "./scene.js";

type Epithet = {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly gender: "m" | "f" | null;
};

const inside = new Set(["NOUN", "PROPN", "ADJ", "NUM"]);
const longest = 14; // tokens of an epithet

/** "58-year-old" at token `index`. */
const ageAt = (ground: Ground, index: number): boolean =>
  /^\d{2}$/.test(lowerAt(ground, index)) &&
  lowerAt(ground, index + 1) === "-" &&
  ground.words.is("age", lowerAt(ground, index + 2)) &&
  ground.words.is("age", lowerAt(ground, index + 4));

/** Whether a noun is of a person: an office, or a word that ends like one. */
function isPersonNoun(ground: Ground, index: number): boolean {
  const word = lowerAt(ground, index);
  if (ground.offices.starting.has(index) || ground.offices.ending.has(index + 1)) return true;
  const party = ground.words.descriptions
    .get(word)
    ?.some(({ words, value }) => words.length === 1 && value.every(({ kind }) => kind !== "person"));
  if (party || ground.words.is("no-person", word)) return false;
  for (let length = 2; length <= 5; length++)
    if (word.length > length + 2 && ground.words.is("person-ending", word.slice(-length))) return true;
  return false;
}

/** Where what hangs on a noun ends: "of the central bank", "at Orvela". */
function behindNoun(ground: Ground, last: number, ceiling: number): number {
  if (!ground.words.is("of-whom", lowerAt(ground, last))) return last;
  let end = isA(ground, "article", last + 1) ? last + 2 : last + 1;
  while (end < ceiling && end < last + 6 && inside.has(ground.tokens[end]?.upos ?? "")) end++;
  return inside.has(ground.tokens[end - 1]?.upos ?? "") ? end : last;
}

const genderOf = (word: string): "m" | "f" | null =>
  /woman$|ess$/.test(word) ? "f" : /[^o]man$/.test(word) && !/chairman$/.test(word) ? "m" : null;

/** "The Norwegian said", "the Norwegian, 58,": one person of a people, as the source of words. */
function demonymAt(ground: Ground, first: number, ceiling: number): Epithet | null {
  if (!isA(ground, "the", first)) return null;
  const whole = isDemonym({ words: ground.words.names }, lowerAt(ground, first + 1)) ? { last: first + 2 } : null;
  const adjective = whole ?? phraseAt(ground.words.names.adjectives, ground.tokens, first + 1, ceiling);
  if (!adjective || !speaks({ ground }, first, adjective.last)) return null;
  const next = lowerAt(ground, adjective.last);
  const alone = next === "," || ground.words.names.is("saying", next) || verbFollows(ground.marks, adjective.last);
  return alone && ground.nameAt[adjective.last] === undefined
    ? { first, last: adjective.last, head: adjective.last - 1, gender: genderOf(lowerAt(ground, adjective.last - 1)) }
    : null;
}

/** "Anna Vale, a 53-year-old former driver,": the name whose apposition begins at token `first`. */
function bearerBefore(ground: Ground, first: number): number | null {
  const name = ground.names[ground.nameAt[first - 2] ?? -1];
  return lowerAt(ground, first - 1) === "," && name?.last === first - 1 && name.span.kind === "person"
    ? name.index
    : null;
}

/** The epithet that begins at token `first`; null where there is none. */
export function epithetAt(ground: Ground, first: number, ceiling: number): Epithet | null {
  const demonym = demonymAt(ground, first, ceiling);
  if (demonym) return demonym;
  if (!isA(ground, "the", first) && !(isA(ground, "article", first) && bearerBefore(ground, first))) return null;
  let [told, last, head] = [false, first + 1, -1];
  for (; last < Math.min(ceiling, first + longest); last++) {
    const token = ground.tokens[last];
    if (!token || ground.titled[last] || isPersonAt(ground, last)) return null;
    const hyphened = token.lower === "-" || lowerAt(ground, last - 1) === "-";
    if (ground.words.names.is("saying", token.lower) && !hyphened) break;
    if (ground.words.is("once", token.lower)) told = true;
    else if (ageAt(ground, last)) {
      told = true;
      last += 4;
      head = last;
      continue;
    } else if (hyphened && ground.words.is("native", token.lower)) told = true;
    else if (
      !hyphened &&
      !inside.has(token.upos) &&
      !(token.xpos === "VBG" && ground.tokens[last + 1]?.upos === "NOUN")
    )
      break;
    if (token.upos === "NOUN") head = last;
  }
  const word = lowerAt(ground, head);
  if (!told || head < 0 || head !== last - 1 || /[^s]s$/.test(word)) return null;
  const old = ground.words.is("age", word);
  const source = speaks({ ground }, first, last) || bearerBefore(ground, first) !== null;
  if (old ? !source && !verbFollows(ground.marks, last) : !source && !isPersonNoun(ground, head)) return null;
  return { first, last: old ? last : behindNoun(ground, last, ceiling), head, gender: genderOf(word) };
}

const isPersonAt = (ground: Ground, index: number): boolean =>
  ground.names[ground.nameAt[index] ?? -1]?.span.kind === "person";

/** The one person whom the sentences just before tell as subject or source; null where there is none or several. */
function personBefore(stage: Stage, at: number, gender: "m" | "f" | null): number | "several" | null {
  const { ground, scene, cast } = stage;
  const own = ground.tokens[at]?.sentence ?? -1;
  for (const entries of backwards(ground, scene, at, 3, 2)) {
    const fits = entries.filter(({ sort, strong, quoted, actors, sentence }) => {
      const told = cast.members[actors[0] ?? -1]?.gender ?? null;
      const agrees = gender === null || told === null || told === gender;
      return sort === "person" && strong && !quoted && actors.length === 1 && sentence !== own && agrees;
    });
    for (const list of [fits, fits.filter(({ source }) => source)]) {
      const persons = new Set(list.flatMap(({ actors }) => actors));
      const [only] = persons;
      if (persons.size === 1 && only !== undefined) return only;
    }
    if (fits.length > 0) return "several";
  }
  return null;
}

/** Whom an epithet stands for; null where nobody was told of, or where another is the subject of its own sentence. */
export function epithetIdentity(stage: Stage, epithet: Epithet): Identity | null {
  const { ground, scene } = stage;
  const { first, last, gender } = epithet;
  const own = ground.tokens[first]?.sentence ?? -1;
  const bearer = stage.actorOfName.get(bearerBefore(ground, first) ?? -1);
  if (bearer !== undefined) return one(bearer, "person", "epithet", "description/epithet");
  if (!speaks(stage, first, last)) {
    const [entries = []] = backwards(ground, scene, first, 0, 0);
    if (entries.some(({ sort, strong, sentence }) => sort === "person" && strong && sentence === own)) return null; // "Vale met the former governor"
  }
  const found = personBefore(stage, first, gender);
  if (found === "several")
    return none("person", "description/epithet", "Several persons of this text fit the description.");
  return found === null ? null : one(found, "person", "epithet", "description/epithet");
}
