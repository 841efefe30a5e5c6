// The organizations and bodies of a text that a description may mean: by what class its noun tells, by the lexicon's epithets, and by
// its other words: what the name holds or the text says of it ("the metalworkers' union", "the port operator").
import { isAcronym } from "../names/marks.js";
import { phraseAt } from "../names/phrases.js";
import type { Member } from "./cast.js";
import { type Ground, isA, lowerAt, type Name } from "./ground.js";
import type { Stage } from "./identity.js";
import { byName, type Description } from "./words.js";

/** Whether a noun may be told of a member: as the end of its name, as its class or epithet, only where nothing fits better, or not by itself. */
type Fit = "called" | "sure" | "wide" | "open";

const classFits = (classes: ReadonlySet<string>, wanted: readonly string[]): boolean =>
  wanted.some((id) =>
    id.startsWith("*") ? [...classes].some((own) => own.startsWith("*") && own.endsWith(id.slice(1))) : classes.has(id),
  );

const namedAfter = (member: Member, noun: string): boolean =>
  member.name.split(" ").length > 1 &&
  member.name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word !== "" && alike(word, noun.split(" ").at(-1) ?? noun));

function fitOf(member: Member, wanted: readonly string[], wider: readonly string[], noun: string): Fit | null {
  if (wanted.includes(byName)) return namedAfter(member, noun) ? "sure" : null;
  const called = [...member.forms].some(
    (form) => form.toLowerCase() === noun || form.toLowerCase().endsWith(` ${noun}`),
  );
  const own = [...member.classes].some((id) => id.startsWith("~") && id.endsWith(` ${noun}`)); // "the council": the works council
  const epithet = member.classes.has(`=${noun}`);
  const ofState = wanted.length > 0 && wanted.every((id) => id.startsWith("*")); // "the army": no rebels', whatever their name
  if (called && !(ofState && !classFits(member.classes, wanted))) return "called";
  if (own || classFits(member.classes, wanted)) return "sure";
  if (epithet && wanted.includes("union")) return null; // "the union" of a text that names the EU otherwise: a trade union
  if (epithet) return wanted.length > 0 && member.key?.startsWith("org:") ? "wide" : "sure"; // "the union": a trade union rather than the EU
  if (wanted.includes("company") && member.classes.has("unknown")) return "sure"; // nothing tells what it is
  const letters = member.classes.has("unknown") && isAcronym(member.name);
  if (letters && member.name.length > 2 && member.name.toLowerCase().endsWith(noun[0] ?? "-")) return "sure"; // "the mission" JQMM
  if (wanted.includes("union") && letters) return "wide"; // "the union" of a text that names it by letters only
  if (classFits(member.classes, wider) || (wider.includes("company") && member.classes.has("unknown"))) return "wide";
  const firm = wanted.includes("company") || wanted.includes("bank");
  const known = ["union", "federation", "association", "party", "armed", "medium", "investor"];
  const open = firm ? !known.some((id) => member.classes.has(id)) : member.classes.has("unknown");
  return open ? "open" : null;
}

const leastStem = 4; // letters that two words of one stem share: "dockers", "dockworkers"

/** Whether two words are forms or parts of one: the beginning of the shorter, or most of it, is that of the longer. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const stem = short.replace(/(?:ers|er|es|s|ing)$/, "");
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return stem.length >= leastStem && (long.startsWith(stem) || (same > leastStem && same >= 0.8 * short.length));
}

/** How many of the words of a description a member's name or what is told of it holds. */
function wordsShared(member: Member, modifiers: readonly string[], nameOnly: boolean): number {
  const own = member.name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const known = nameOnly ? own : [...own, ...member.told];
  return modifiers.filter((word) => known.some((other) => other !== "" && alike(word, other))).length;
}

/** Whether the name of a member, or what is told of it, holds one of the words of a description. */
export const sharesWords = ({ cast }: Stage, index: number, modifiers: readonly string[]): boolean => {
  const member = cast.members[index];
  return member !== undefined && wordsShared(member, modifiers, false) > 0;
};

/** Organizations and bodies that a noun with its modifiers may mean, those alone that fit best. */
export function organisationsFor(
  stage: Stage,
  rows: readonly Description[],
  noun: string,
  modifiers: readonly string[],
): number[] {
  const all = rows.flatMap(({ of }) => of);
  const wanted = all.filter((id) => !id.startsWith("?"));
  const wider = all.flatMap((id) => (id.startsWith("?") ? [id.slice(1)] : []));
  const found = stage.cast.members.flatMap((member, index) => {
    if (member.kind === "person" || member.kind === "state") return [];
    if (member.key?.startsWith("org:") && !stage.named.has(index)) return []; // the text names only what belongs to it
    const fit = fitOf(member, wanted, wider, noun);
    return fit === null ? [] : [{ index, fit, shared: wordsShared(member, modifiers, fit === "open") }];
  });
  const most = Math.max(0, ...found.map(({ shared }) => shared));
  const kinds: readonly Fit[] = ["called", "sure", "wide", "open"];
  for (const kind of most > 0 ? kinds : kinds.slice(0, 3)) {
    const own = found.filter(({ fit, shared }) => fit === kind && shared === most).map(({ index }) => index);
    if (own.length > 0) return wanted.includes("company") ? spelledOut(stage, own) : own;
  }
  return [];
}

/** Of those that may be a company the ones with a name of words, if there are any: letters alone are mostly a union or an agency. */
function spelledOut({ cast }: Stage, fits: readonly number[]): number[] {
  const words = fits.filter((index) => {
    const member = cast.members[index];
    return member && !(member.classes.has("unknown") && isAcronym(member.name));
  });
  return words.length > 0 ? words : [...fits];
}

const content = new Set(["NOUN", "ADJ", "PROPN"]);

/** What the text says of an organization beside its name: words before it, an apposition behind it, what it is said to be. */
export function toldOf(ground: Ground, name: Name): string[] {
  const words: string[] = [];
  const add = (index: number): void => {
    const token = ground.tokens[index];
    if (token && content.has(token.upos) && ground.nameAt[index] === undefined) words.push(token.lower);
  };
  for (let i = name.first - 1; i > name.first - 6; i--) {
    const token = ground.tokens[i];
    if (!token || (!content.has(token.upos) && !/^[-']$/.test(token.lower)) || ground.nameAt[i] !== undefined) break;
    add(i);
  }
  const apposed = lowerAt(ground, name.last) === "," && isA(ground, "article", name.last + 1);
  const copula = ground.words.is("being", lowerAt(ground, name.last)) && isA(ground, "article", name.last + 1);
  if (!apposed && !copula) return words;
  for (let i = name.last + 2; i < name.last + 10; i++) {
    if (/^[,.;:"()]$/.test(lowerAt(ground, i)) || isA(ground, "which", i) || isA(ground, "who", i)) break;
    add(i);
  }
  return words;
}

/** The state whose it is told to be, by an adjective among the words before the name: "Swedish steelmaker Orvela Steel". */
export function stateBefore(ground: Ground, name: Name): string | null {
  const owner =
    lowerAt(ground, name.first - 1) === "'s" ? ground.names[ground.nameAt[name.first - 2] ?? -1] : undefined;
  if (owner?.last === name.first - 1 && owner.span.kind === "state") return owner.span.key; // "Norway's Orvela Steel"
  for (let at = name.first - 2; at > name.first - 5 && at >= 0; at--) {
    const adjective = phraseAt(ground.words.names.adjectives, ground.tokens, at, name.first - 1);
    if (adjective) return adjective.value.length === 1 ? (adjective.value[0] ?? null) : null;
    if (ground.tokens[at + 1]?.upos !== "NOUN") return null;
  }
  return null;
}
