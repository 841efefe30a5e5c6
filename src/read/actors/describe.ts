// Descriptions in the text: "the deputy minister", "the union's executive", "Russian and US delegations", "a spokesman for Kestrel".
// Finds their parts; what they stand for is decided elsewhere.

import { verbFollows } from "../names/marks.js";
import { phraseAt } from "../names/phrases.js";
import type { OfficeClass } from "../names/words.js";
import { type Ground, isA, lowerAt } from "./ground.js";
import { byName, type Description } from "./words.js";

/** Whose: actors told by a name or an adjective, a pronoun ("its"), or a description of its own ("the union's"). */
export type Owner = { readonly first: number; readonly last: number } & (
  | { readonly by: "name"; readonly name: number }
  | { readonly by: "adjective"; readonly keys: readonly string[] }
  | { readonly by: "pronoun"; readonly word: string }
  | { readonly by: "noun"; readonly rows: readonly Description[]; readonly of?: Owner | null } // of: whose body
);

export type Described = {
  readonly first: number;
  readonly last: number;
  readonly head: number; // first token of the noun
  readonly nounEnd: number; // behind the noun, before what hangs on it
  readonly article: "definite" | "indefinite" | "none";
  readonly owners: readonly Owner[];
  readonly rows: readonly Description[];
  readonly office: OfficeClass | null;
  readonly words: readonly string[]; // modifiers and noun, without owners
};

const nominal = new Set(["NOUN", "PROPN", "ADJ", "NUM"]);
const opensObject = new Set(["DET", "PART", "SCONJ", "PRON", "NUM"]);
const possessive = (ground: Ground, index: number): boolean => /^'s?$/.test(lowerAt(ground, index));
const isPronoun = (ground: Ground, index: number): boolean =>
  (["its", "his", "her", "their", "whose"] as const).some((kind) => ground.words.is(kind, lowerAt(ground, index)));

/** The owner that begins at token `index`: "Russian", "the union's" (after its article), "NATO", "its". */
export function ownerAt(ground: Ground, index: number, ceiling: number): Owner | null {
  if (isPronoun(ground, index)) return { by: "pronoun", word: lowerAt(ground, index), first: index, last: index + 1 };
  const name = ground.nameAt[index];
  const span = name === undefined ? undefined : ground.names[name];
  if (span && span.first === index && ["state", "organization", "body"].includes(span.span.kind ?? ""))
    return { by: "name", name: span.index, first: index, last: span.last };
  if (span) return null;
  const adjective = phraseAt(ground.words.names.adjectives, ground.tokens, index, ceiling);
  if (adjective) return { by: "adjective", keys: adjective.value, first: index, last: adjective.last };
  const noun = phraseAt(ground.words.descriptions, ground.tokens, index, ceiling);
  const rows = noun?.value.filter(({ kind }) => kind === "organization") ?? [];
  return noun && rows.length > 0 && possessive(ground, noun.last)
    ? { by: "noun", rows, first: index, last: noun.last }
    : null;
}

const mostOwners = 8; // a longer chain is no phrase, and would make reading quadratic

/** Owners one behind the other, "and" or a comma between: "Russian and US". */
function ownersAt(ground: Ground, index: number, ceiling: number): { owners: Owner[]; last: number } {
  const owners: Owner[] = [];
  let last = index;
  while (owners.length < mostOwners) {
    const owner = ownerAt(ground, last, ceiling);
    if (!owner) break;
    owners.push(owner);
    last = possessive(ground, owner.last) ? owner.last + 1 : owner.last;
    const joint = lowerAt(ground, last);
    if ((ground.words.names.is("and", joint) || joint === "-") && ownerAt(ground, last + 1, ceiling)) last++;
  }
  return { owners, last };
}

type Noun = {
  readonly head: number;
  readonly last: number;
  readonly rows: readonly Description[];
  readonly office: OfficeClass | null;
};

/** "The employers' federation": whether the apostrophe at token `index` makes what stands before it a modifier. */
function ownsPlural(ground: Ground, index: number): boolean {
  const before = ground.tokens[index - 1];
  const after = ground.tokens[index + 1]?.upos ?? "";
  return lowerAt(ground, index) === "'" && before?.lower.endsWith("s") === true && nominal.has(after);
}

/** "The Hamburg-based line": over a modifier that ends in "-based", "-owned". */
function overBased(ground: Ground, from: number, ceiling: number): number {
  for (let i = from + 1; i < Math.min(from + 4, ceiling - 1); i++)
    if (lowerAt(ground, i) === "-" && ground.words.is("based", lowerAt(ground, i + 1))) return i + 2;
  return from;
}

/** The noun of a description that may begin at token `from`, behind modifiers: the last word of the phrase, if it is known. */
function nounAt(ground: Ground, from: number, ceiling: number): Noun | null {
  let found: Noun | null = null;
  let runsOn = false; // "the company figures": the phrase goes on behind the known noun
  for (let i = from; i < ceiling && i < from + 8 && ground.nameAt[i] === undefined && !ground.titled[i]; ) {
    const noun = phraseAt(ground.words.descriptions, ground.tokens, i, ceiling);
    const office = ground.offices.starting.get(i);
    const last = Math.max(noun?.last ?? i, office?.last ?? i);
    if (last > i) {
      found = {
        head: i,
        last,
        rows: noun && noun.last === last ? noun.value : [],
        office: office && office.last === last ? office.value : null,
      };
      runsOn = false;
      i = last;
      continue;
    }
    const token = ground.tokens[i];
    if (!token || ground.words.names.is("saying", token.lower) || ground.words.names.is("locative", token.lower)) break; // "the side left": a verb
    const follower = ground.tokens[i + 1]?.upos ?? "PUNCT";
    if (found && token.upos === "NOUN" && token.lower.endsWith("s") && opensObject.has(follower)) break; // "the union plans to": a verb
    const plain = token.upos === "NOUN" && !token.lower.endsWith("s") && found?.last === i;
    if (plain && ground.words.is("that", lowerAt(ground, i + 1))) break; // "some on the Orvela side mutter that": a verb
    if (ownsPlural(ground, i)) {
      i++;
      continue;
    }
    const modifies = ground.words.names.is("modifier", token.lower);
    if (!modifies && !(nominal.has(token.upos) && /^[\p{L}\p{N}]/u.test(token.text))) break;
    if (found && !modifies && (token.upos === "ADJ" || token.upos === "NUM")) break;
    runsOn = found !== null && token.lower !== "-";
    i++;
  }
  const next = found && ground.tokens[found.last];
  const modifiers =
    found && isA(ground, "and", found.last) && [1, 2].every((at) => ground.tokens[found.last + at]?.upos === "NOUN");
  if (modifiers) return null; // "the bank and insurance unions"
  const hyphened = found && next?.lower === "-" && next.start === ground.tokens[found.last - 1]?.end;
  return runsOn || hyphened ? null : found;
}

/** "The government of Norway", as whose something is: the state. */
function governmentOwner(ground: Ground, index: number, ceiling: number): Owner | null {
  const noun = phraseAt(ground.words.descriptions, ground.tokens, index, ceiling);
  if (!noun?.value.some(({ kind }) => kind === "state") || !isA(ground, "genitive", noun.last)) return null;
  const at = isA(ground, "the", noun.last + 1) ? noun.last + 2 : noun.last + 1;
  const state = ownerAt(ground, at, ceiling);
  return state?.by === "name" ? { ...state, first: index } : null;
}

/** What hangs on the noun by "of", "for": its owners, and where they end. */
function ownersBehind(ground: Ground, last: number, ceiling: number): { owners: Owner[]; last: number } {
  const owners: Owner[] = [];
  let end = last;
  if (!ground.words.is("of-whom", lowerAt(ground, end))) return { owners, last };
  let next = end + 1;
  while (owners.length < mostOwners) {
    if (isA(ground, "the", next)) next++;
    const owner = ownerAt(ground, next, ceiling) ?? governmentOwner(ground, next, ceiling);
    const noun = owner ? null : phraseAt(ground.words.descriptions, ground.tokens, next, ceiling);
    const rows = noun?.value.filter(({ kind }) => kind === "organization") ?? [];
    if (owner && owner.by === "name" && !possessive(ground, owner.last)) owners.push(owner);
    else if (noun && rows.length > 0 && !possessive(ground, noun.last))
      owners.push({ by: "noun", rows, first: next, last: noun.last });
    else break;
    end = owner?.last ?? noun?.last ?? next;
    if (owners.length > 1 && verbFollows(ground.marks, end)) {
      owners.pop(); // "members of the mission and Moscow suspended": a new clause
      end = owners.at(-1)?.last ?? last;
      break;
    }
    const joint = lowerAt(ground, end);
    if (!ground.words.names.is("and", joint) && joint !== ",") break;
    next = end + 1;
  }
  return { owners, last: owners.length > 0 ? end : last };
}

/** "The delegation at the US mission": whether a phrase tells where somebody is, and not whose. */
function onPremises(ground: Ground, at: number, [owner]: readonly Owner[]): boolean {
  if (owner?.by !== "name" || !isA(ground, "locative", at)) return false;
  const id = ground.names[owner.name]?.span.key?.replace(/^.*\//, "") ?? "";
  return ground.words.names.is("premises", id);
}

/** "a senior US official": over adjectives before an owner; where no owner follows, back to the beginning. */
function overModifiers(ground: Ground, from: number, ceiling: number): number {
  let i = from;
  while (i < from + 2 && ground.tokens[i]?.upos === "ADJ" && !ownerAt(ground, i, ceiling)) i++;
  return ownerAt(ground, i, ceiling) ? i : from;
}

/** "The bloc's borders": where the thing owned is no actor, the owner is what is described. */
function ownerAlone(
  ground: Ground,
  owner: Owner & { readonly by: "noun" },
  first: number,
  article: Described["article"],
): Described {
  const words = ground.tokens.slice(owner.first, owner.last).map((token) => token.lower);
  return {
    first,
    last: owner.last,
    head: owner.first,
    nounEnd: owner.last,
    article,
    owners: [],
    rows: owner.rows,
    office: null,
    words,
  };
}

/** The description that begins at token `first`; null where there is none. */
export function describedAt(ground: Ground, first: number, ceiling: number): Described | null {
  const word = lowerAt(ground, first);
  const conjunction =
    ground.words.is("pointing", word) && (isPronoun(ground, first + 1) || isA(ground, "article", first + 1));
  if (conjunction || (ground.words.is("pointing", word) && ground.words.is("both", lowerAt(ground, first + 1))))
    return null; // "said that his union"
  const headline = ground.analysis.sentences[ground.tokens[first]?.sentence ?? 0]?.role === "headline";
  const article = ground.words.is("definite", word)
    ? "definite"
    : ground.words.is("indefinite", word)
      ? "indefinite"
      : "none";
  const whole = ground.words.is("both", word) || article === "none" ? nounAt(ground, first, ceiling) : null;
  const opening = article === "none" || (whole && whole.head === first) ? first : first + 1;
  const from = article === "none" ? opening : overModifiers(ground, overBased(ground, opening, ceiling), ceiling);
  const { owners, last } = ownersAt(ground, from, ceiling);
  const noun = whole && whole.head === first ? whole : nounAt(ground, last, ceiling);
  const [only] = owners;
  if (!noun && owners.length === 1 && only?.by === "noun" && article !== "none")
    return ownerAlone(ground, only, first, article);
  if (!noun) return null;
  const told = ownersBehind(ground, noun.last, ceiling);
  const behind =
    noun.office === null && onPremises(ground, noun.last, told.owners) ? { owners: [], last: noun.last } : told;
  const all = [...owners, ...behind.owners];
  const bare = article === "none" && all.length === 0;
  const counted = ground.words.is("both", lowerAt(ground, noun.head)) || ground.tokens[noun.head]?.upos === "NUM";
  const stands = noun.rows.some(({ kind }) => kind === "joint") && noun.last - noun.head > 1 && counted;
  const named = noun.rows.some(({ of }) => of.includes(byName)); // "monitors said"
  if (bare && !stands && !headline && !named) return null;
  const words = ground.tokens
    .slice(last, noun.last)
    .map((token) => token.lower)
    .filter((lower) => !/^[-']$/.test(lower));
  return {
    first,
    last: behind.last,
    head: noun.head,
    nounEnd: noun.last,
    article: article === "none" && (headline || owners.length > 0) ? "definite" : article,
    owners: all,
    rows: noun.rows,
    office: noun.office,
    words,
  };
}
