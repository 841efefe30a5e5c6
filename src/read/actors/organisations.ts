// Organizations and bodies that the lexicon does not know, by their names in one document: full names, then first words, acronyms
// and what stands in brackets behind a name.
import { orgHeadOf } from "../names/kinds.js";
import { type Found, phraseAt } from "../names/phrases.js";
import { stateBefore, toldOf } from "./candidates.js";
import { addMember, type Cast } from "./cast.js";
import { formOf, type Ground, isA, lowerAt, type Name } from "./ground.js";
import type { Description } from "./words.js";

const initialsOf = (form: string): string => (form.match(/(?<![\p{L}\p{N}'])\p{Lu}/gu) ?? []).join("").toLowerCase();

/** "United Quay Workers (UQW)": the name whose short form stands in brackets directly behind it. */
function named(ground: Ground, name: Name): Name | null {
  if (lowerAt(ground, name.first - 1) !== "(" || lowerAt(ground, name.last) !== ")") return null;
  const index = ground.nameAt[name.first - 2];
  return index === undefined ? null : (ground.names[index] ?? null);
}

/** The organization that a short form names: the only one that begins with it, has its initials or (with "the") ends with it. */
function shortMatch(ground: Ground, known: ReadonlyMap<string, number>, name: Name): number | null {
  const word = lowerAt(ground, name.first);
  const tests: ((full: string, form: string) => boolean)[] = [
    (full) => full.startsWith(`${word} `),
    (_, form) => word.length > 1 && initialsOf(form) === word.replaceAll(".", ""),
    (full) =>
      ground.words.names.is("head-first", full.split(" ")[0] ?? "") && full.split(" ").slice(1).join(" ") === word, // "Banca Orvela"
    (full) => isA(ground, "the", name.first - 1) && full.endsWith(` ${word}`),
  ];
  for (const test of tests) {
    const actors = new Set([...known].filter(([form]) => test(form.toLowerCase(), form)).map(([, actor]) => actor));
    if (actors.size === 1) return [...actors][0] ?? null;
    if (actors.size > 1) return null;
  }
  return null;
}

/** "Orvela Point" of "Orvela Point Capital": the only organization whose name begins with one that is part of another. */
function beginningOf(known: ReadonlyMap<string, number>, name: Name, id: string): number | null {
  if (name.span.rule !== "part-of-name") return null;
  const [only, ...others] = new Set(
    [...known].flatMap(([form, actor]) => (form.toLowerCase().startsWith(`${id} `) ? [actor] : [])),
  );
  return only !== undefined && others.length === 0 ? only : null;
}

/** What the nouns around a name call it: "the union UQW", "Unite, the union that", "the Q23 rebel group". Classes of descriptions.txt. */
function calledClasses(ground: Ground, name: Name): string[] {
  const ceiling = ground.analysis.sentences[ground.tokens[name.first]?.sentence ?? 0]?.last ?? 0;
  const nounAt = (index: number) => phraseAt(ground.words.descriptions, ground.tokens, index, ceiling);
  const before = [name.first - 2, name.first - 1].map(nounAt).find((found) => found?.last === name.first);
  const behind = [name.last, name.last + 1].map(nounAt).find((found) => found !== null);
  const called = before ?? (isA(ground, "the", name.first - 1) ? behind : undefined) ?? apposed(ground, name, ceiling);
  const rows = called?.value.filter(({ kind }) => kind === "organization") ?? [];
  return rows.flatMap(({ of }) => of).filter((id) => !/^[?*]/.test(id));
}

/** "An offer from Orvela", "Orvela's bid": whether the name is told to be the one that bids. */
function bids(ground: Ground, name: Name): boolean {
  if (lowerAt(ground, name.last) === "'s")
    for (let i = name.last + 1; i < name.last + 5; i++) if (ground.words.is("bid", lowerAt(ground, i))) return true;
  let from = name.first - 1;
  while (from > name.first - 8 && !ground.words.is("from", lowerAt(ground, from))) from--;
  if (!ground.words.is("from", lowerAt(ground, from))) return false;
  for (let i = from - 1; i > from - 8; i--) if (ground.words.is("bid", lowerAt(ground, i))) return true;
  return false;
}

/** The noun of an apposition behind a name: ", the union that", ", a rival carrier,". */
function apposed(ground: Ground, name: Name, ceiling: number): Found<readonly Description[]> | null {
  if (lowerAt(ground, name.last) !== "," || !isA(ground, "article", name.last + 1)) return null;
  for (let i = name.last + 2; i < Math.min(ceiling, name.last + 6); i++) {
    const noun = phraseAt(ground.words.descriptions, ground.tokens, i, ceiling);
    const next = noun ? lowerAt(ground, noun.last) : "";
    if (noun) return next === "'s" || isA(ground, "genitive", next === "" ? -1 : noun.last) ? null : noun;
    if (!["ADJ", "NOUN", "PROPN", "PUNCT"].includes(ground.tokens[i]?.upos ?? "") || lowerAt(ground, i) === ",")
      return null;
  }
  return null;
}

const bare = (name: string): string => name.toLowerCase().replace(/^the /, "");

/** The actor of every name of an organization or body without a key, by the index of the name. */
export function groupOrganisations(
  ground: Ground,
  cast: Cast,
  keyed: ReadonlyMap<number, number>,
): Map<number, number> {
  const outlet = bare(ground.analysis.document.outlet ?? "");
  const own = ground.names.filter(
    ({ span }) =>
      span.key === null &&
      (span.kind === "organization" || span.kind === "body" || span.rule === "state-signs") &&
      bare(formOf(ground, span)) !== outlet, // the paper speaks of itself: no actor of the dispute
  );
  const actorOf = new Map<number, number>();
  const known = new Map<string, number>();
  for (const [index, actor] of keyed) {
    const name = ground.names[index];
    if (name && name.last - name.first > 1 && (name.span.kind === "organization" || name.span.kind === "body"))
      known.set(formOf(ground, name.span), actor);
  }
  const isFull = (name: Name): boolean => name.last - name.first > 1;
  const byWords = new Map<string, number>();
  const shouted = (name: Name): boolean => name.span.rule === "told-below"; // as a headline spells it: the text's own form comes first
  const inOrder = [...own.filter((name) => !shouted(name)), ...own.filter(shouted)];
  for (const name of [...inOrder.filter(isFull), ...inOrder.filter((name) => !isFull(name))]) {
    const form = formOf(ground, name.span);
    const id = form.toLowerCase();
    const behind = named(ground, name);
    const behindActor = behind && (actorOf.get(behind.index) ?? keyed.get(behind.index));
    const short = isFull(name) ? beginningOf(known, name, id) : shortMatch(ground, known, name);
    let actor = byWords.get(id) ?? behindActor ?? short;
    if (actor === null || actor === undefined) {
      actor = addMember(
        cast,
        name.span.kind === "body" || name.span.kind === "state" ? name.span.kind : "organization",
        form,
      );
      const alone = isFull(name) ? undefined : ground.words.names.orgHeads.get(lowerAt(ground, name.first)); // "the Greens"
      const head = orgHeadOf(ground.marks, name.first, name.last) ?? alone;
      cast.members[actor]?.classes.add(name.span.rule === "family" ? "family" : (head?.id ?? "unknown"));
    }
    const member = cast.members[actor];
    const body = phraseAt(ground.words.names.bodies, ground.tokens, name.first, name.last);
    if (body && name.span.kind === "body") member?.classes.add(`*${body.value.id}`);
    for (let i = name.first; i < name.last; i++)
      if (ground.words.is("armed-word", lowerAt(ground, i))) member?.classes.add("armed");
    const called = member?.key === null ? calledClasses(ground, name) : [];
    const byNoun = name.span.rule === "noun-before" && called.length > 0; // "the railway Orvela Bank": a railway
    if (byNoun) member?.classes.delete(orgHeadOf(ground.marks, name.first, name.last)?.id ?? "unknown");
    for (const id of called) {
      member?.classes.add(id);
      member?.classes.delete("unknown");
    }
    for (const word of toldOf(ground, name)) member?.told.add(word);
    const state = member?.key === null ? stateBefore(ground, name) : null;
    if (state !== null) member?.classes.add(`@${state}`);
    if (bids(ground, name)) member?.classes.add("bidder");
    byWords.set(id, actor);
    if (isFull(name) && name.span.rule !== "family") known.set(form, actor); // "Orvela" is not the Orvela family
    actorOf.set(name.index, actor);
  }
  return actorOf;
}
