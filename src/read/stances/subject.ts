// Who takes the stance: the subject of the verb group, over appositions, relative clauses and coordinated verbs. Only a phrase
// whose head names an actor is one: "the proposals of Russia" is not Russia.
import { is, isMention, isNominal, lower, type Scene, sentenceOf, upos } from "./scene.js";
import { bothMeant } from "./sides.js";
import { verbGroup } from "./sites.js";
import { headOf, relationOf, subjectHead } from "./tree.js";

/** Actors of a phrase, where it begins, and the token where its head stands. `paper`: a document stands there, not an actor. */
export type Subject = {
  readonly actors: readonly number[];
  readonly first: number;
  readonly head: number;
  readonly none: boolean;
  readonly paper: boolean;
};

const nobody = (first: number): Subject => ({ actors: [], first, head: first, none: false, paper: false });
const own = (scene: Scene, index: number): boolean => is(scene, "own", index);
const mentionAt = (scene: Scene, index: number) => scene.resolution.mentions[scene.mentionOf[index] ?? -1];

/** First token of the mention that holds token `index`. */
function mentionStart(scene: Scene, index: number): number {
  const mention = scene.mentionOf[index];
  let first = index;
  while (first > 0 && scene.mentionOf[first - 1] === mention) first--;
  return first;
}

function actorsOf(scene: Scene, index: number): readonly number[] {
  const mention = mentionAt(scene, index);
  if (!mention) return [];
  return mention.actor === null ? scene.resolution.resolve(mention) : [mention.actor];
}

const speakersAt = (scene: Scene, index: number): readonly number[] =>
  scene.attributions[scene.attributionOf[index] ?? -1]?.speakers ?? [];

/** Where the run of nominal words that ends with token `end` begins. */
function runStart(scene: Scene, end: number, floor: number): number {
  let first = end;
  while (
    first > floor &&
    isNominal(scene, first - 1) &&
    !is(scene, "that", first - 1) &&
    (scene.timexOf[first - 1] ?? -1) < 0
  )
    first--;
  while (first < end && lower(scene, first) === "-") first++; // the dash of a dateline
  return first;
}

const isArticle = (scene: Scene, index: number): boolean => is(scene, "determiner", index) && !is(scene, "that", index);

/** The actors before a coordinating word at `at`: "the United States [and] NATO", and over commas "A, B [and] C". */
function coordinated(
  scene: Scene,
  at: number,
  floor: number,
  row = false,
): { actors: readonly number[]; first: number } {
  const none = { actors: [], first: at + 1 };
  if (at - 1 < floor || !(is(scene, "ties", at) || (row && lower(scene, at) === ","))) return none;
  const before = lower(scene, at - 1) === "," ? at - 2 : at - 1;
  if (!isMention(scene, before) || upos(scene, before) === "PRON") return none;
  const start = mentionStart(scene, before);
  const article = isArticle(scene, start - 1) ? start - 1 : start;
  const further = coordinated(scene, article - 1, floor, true);
  return {
    actors: [...further.actors, ...actorsOf(scene, before)],
    first: further.actors.length > 0 ? further.first : article,
  };
}

const with_ = (scene: Scene, actors: readonly number[], first: number, head: number, floor: number): Subject => {
  const more = coordinated(scene, first - 1, floor);
  return {
    actors: [...new Set([...more.actors, ...actors])],
    first: more.actors.length > 0 ? more.first : first,
    head,
    none: is(scene, "nobody", more.first),
    paper: false,
  };
};

/** Whether the word at `outer` is a title of the name [head, end] and not what governs it. */
const describes = (scene: Scene, outer: number, head: number, end: number): boolean =>
  relationOf(scene, outer) === "nmod:desc" && headOf(scene, outer) >= head && headOf(scene, outer) <= end;

/** The actors that the noun phrase ending with token `end` names by its head. */
export function actorsOfPhrase(scene: Scene, end: number, floor: number): Subject {
  if (own(scene, end)) {
    const meant = actorsOf(scene, end).length > 0 ? actorsOf(scene, end) : speakersAt(scene, end);
    const groups = meant.filter((actor) => scene.resolution.actors[actor]?.kind !== "person");
    return { ...nobody(end), actors: groups.length > 0 ? groups : meant };
  }
  const first = runStart(scene, end, floor);
  const head = isMention(scene, end) ? mentionStart(scene, end) : end;
  const two = is(scene, "sides", end) ? bothMeant(scene, first, end) : [];
  if (two.length === 2) return { ...nobody(first), actors: two, head: end };
  const titled = isMention(scene, end) && describes(scene, first - 2, head, end); // "Minister of [Transport Ann Lee]"
  const clause = is(scene, "as", first - 1); // "after [the union] rejected"
  const preposition = upos(scene, first - 1) === "ADP" && first - 1 >= floor && !titled && !clause;
  if (preposition && first - 2 >= floor) {
    const outer = first - 2;
    if (is(scene, "papers", outer)) return { ...nobody(runStart(scene, outer, floor)), head: outer, paper: true };
    const governs = is(scene, "collective", outer) || isMention(scene, outer);
    if (isNominal(scene, outer)) {
      if (!governs) return nobody(runStart(scene, outer, floor));
      const body = is(scene, "collective", outer) && isMention(scene, end); // "the board of Castor Air": Castor Air's, whatever "the board" meant before
      return isMention(scene, outer) && !body
        ? actorsOfPhrase(scene, outer, floor)
        : with_(scene, actorsOf(scene, end), runStart(scene, outer, floor), outer, floor);
    }
  }
  if (isMention(scene, end))
    return with_(scene, actorsOf(scene, end), isArticle(scene, head - 1) ? head - 1 : head, head, floor);
  if (is(scene, "collective", end)) {
    for (let i = end - 1; i >= first; i--)
      if (isMention(scene, i)) return with_(scene, actorsOf(scene, i), mentionStart(scene, i), end, floor);
  }
  if (is(scene, "papers", end)) return { ...nobody(first), head: end, paper: true };
  const [from, to] = [scene.tokens[first], scene.tokens[end]];
  const named = from && to ? scene.resolution.resolve({ start: from.start, end: to.end }) : [];
  const inside = scene.resolution.mentions.some(
    (mention) => from && to && mention.start >= from.start && mention.end <= to.end,
  );
  const both = named.length === 0 && !inside ? bothMeant(scene, first, end) : [];
  if (both.length > 0) return { ...nobody(first), actors: both, head: end };
  return { ...nobody(first), actors: inside ? [] : named, none: is(scene, "nobody", first), head: end };
}

/** Whoever speaks, where a pronoun that nobody else says the meaning of heads the clause: "The Board said [it] would …"; not in a quotation, nor where the pronoun is first in the sentence. */
export function speakerMeant(scene: Scene, { actors, head }: Pick<Subject, "actors" | "head">): readonly number[] {
  if (!is(scene, "pronoun", head) || (scene.quoteOf[head] ?? -1) >= 0) return [];
  const speakers = speakersAt(scene, head);
  const [known] = actors;
  const all = is(scene, "many", head) && speakers.length > 1 && known !== undefined && speakers.includes(known); // "Both sides say [they] …"
  return actors.length === 0 || all ? speakers : [];
}

const isComma = (scene: Scene, index: number): boolean => lower(scene, index) === ",";
const isTimex = (scene: Scene, index: number): boolean => (scene.timexOf[index] ?? -1) >= 0;

/** The comma that opens the aside which a comma at `at` closes; null where none does. */
function asideStart(scene: Scene, at: number, floor: number): number | null {
  for (let i = at - 1; i > floor && i > at - 30; i--) if (isComma(scene, i)) return i;
  return null;
}

/** A finite verb left of token `end`, nearest first; -1 where there is none. */
export function finiteBefore(scene: Scene, end: number, floor: number): number {
  for (let i = end - 1; i >= floor; i--) {
    if (isMention(scene, i) || is(scene, "determiner", i - 1) || upos(scene, i - 1) === "ADP") continue;
    if (is(scene, "finite", i) && lower(scene, i - 1) !== "to") return i;
    if (
      upos(scene, i) === "VERB" &&
      !is(scene, "infinitive", i - 1) &&
      !lower(scene, i).endsWith("ing") &&
      !verbGroup(scene, i).infinitive
    )
      return i;
  }
  return -1;
}

/** Whether a verb stands in words that somebody said, and the one at `start` does not: "insisted that nobody [would go], and promised". */
const isOthersWords = (scene: Scene, verb: number, start: number): boolean =>
  ((scene.attributionOf[verb] ?? -1) >= 0 &&
    scene.attributionOf[verb] !== scene.attributionOf[start] &&
    (scene.attributionOf[start] ?? -1) < 0 &&
    !isToldLater(scene, verb)) ||
  ((scene.quoteOf[verb] ?? -1) >= 0 && (scene.quoteOf[start] ?? -1) < 0);

/** Whether the words around a verb are given to a speaker only behind them and without quotation marks: "It rejected observers, in the words of …". */
const isToldLater = (scene: Scene, verb: number): boolean => {
  const cue = scene.attributions[scene.attributionOf[verb] ?? -1]?.cue;
  return (scene.quoteOf[verb] ?? -1) < 0 && (cue?.start ?? 0) > (scene.tokens[verb]?.start ?? 0);
};

/** The finite verb that the one behind a sentence's first comma goes on from ("It welcomed the clause[,] rejected observers"); null where none does. */
function verbInRow(scene: Scene, comma: number, floor: number): number | null {
  for (let i = floor; i < comma; i++) if (isComma(scene, i) || is(scene, "subordinate", i)) return null;
  if (upos(scene, comma + 1) !== "VERB" || upos(scene, comma + 2) === "ADP" || is(scene, "clause", comma + 1))
    return null;
  const verb = finiteBefore(scene, comma, floor);
  return verb < 0 || isOthersWords(scene, verb, comma + 1) ? null : verb;
}

/** The subject of the verb that a joined one goes on from; over a verb that only tells what is wanted of a thing: "wants the court [scrapped], and has proposed". */
function rowSubject(scene: Scene, verb: number, floor: number, depth: number): Subject {
  const subject = subjectOf(scene, verbGroup(scene, verb).first, depth + 1);
  if (subject.actors.length > 0 || subject.paper || relationOf(scene, verb) === "root") return subject;
  const outer = finiteBefore(scene, verb, floor);
  if (outer < 0 || isOthersWords(scene, outer, verb)) return subject;
  const further = subjectOf(scene, verbGroup(scene, outer).first, depth + 1);
  return further.actors.length > 0 ? further : subject;
}

/** The subject of the verb group that begins at token `start`. */
export function subjectOf(scene: Scene, start: number, depth = 0): Subject {
  const { first: floor } = sentenceOf(scene, start);
  let k = start - 1;
  for (let steps = 0; k >= floor && steps < 12; steps++) {
    if (isComma(scene, k)) {
      const row = k === start - 1 && depth < 3 ? verbInRow(scene, k, floor) : null;
      if (row !== null) return subjectOf(scene, verbGroup(scene, row).first, depth + 1);
      const open = asideStart(scene, k, floor);
      const closes = open !== null && open > floor && isNominal(scene, open - 1);
      const aside =
        closes && open !== null && !is(scene, "relative", open + 1) ? actorsOfPhrase(scene, k - 1, open + 1) : null;
      if (closes && open !== null && aside && aside.actors.length > 0) {
        const named = actorsOfPhrase(scene, open - 1, floor);
        return named.actors.length > 0 ? named : { ...aside, first: named.first };
      }
      k = closes && open !== null ? open - 1 : k - 1;
    } else if (isTimex(scene, k) && !isMention(scene, k)) {
      k--;
      while (k >= floor && (isTimex(scene, k) || upos(scene, k) === "ADP")) k--;
    } else if (is(scene, "conjunction", k)) {
      let verb = depth < 3 ? finiteBefore(scene, k, floor) : -1;
      while (verb >= 0 && isOthersWords(scene, verb, start)) verb = finiteBefore(scene, verb, floor);
      return verb < 0 ? nobody(start) : rowSubject(scene, verb, floor, depth);
    } else if (is(scene, "relative", k) && !isMention(scene, k)) {
      k = isComma(scene, k - 1) ? k - 2 : k - 1;
    } else if (lower(scene, k) === ")") {
      while (k > floor && lower(scene, k) !== "(") k--; // "Pelham Bank (7 percent) will vote"
      k--;
    } else if ((upos(scene, k) === "ADV" && !isMention(scene, k)) || lower(scene, k) === '"') k--;
    else break;
  }
  if (k < floor || !(isNominal(scene, k) || own(scene, k))) return nobody(start);
  return actorsOfPhrase(scene, k, floor);
}

/** Whether the word before a participle makes it a charge: "accused the rebels [of] ignoring". */
const leadsCharge = (scene: Scene, at: number): boolean =>
  (upos(scene, at) === "ADP" && !is(scene, "instrument", at)) ||
  (upos(scene, at) === "SCONJ" && (is(scene, "author", at) || is(scene, "sought", at)));

/** The subject of the main clause around a participle ("…, asking NATO to"): that of the nearest finite verb before it. */
export function subjectOfParticiple(scene: Scene, at: number): Subject {
  const { first: floor } = sentenceOf(scene, at);
  const accused = leadsCharge(scene, at - 1);
  if (is(scene, "instrument", at - 1) && lower(scene, at - 2) === "," && at - 3 >= floor) {
    const before = actorsOfPhrase(scene, at - 3, floor);
    if (before.actors.length > 0) return before;
  }
  if (accused) return at - 2 >= floor && isNominal(scene, at - 2) ? actorsOfPhrase(scene, at - 2, floor) : nobody(at);
  const verb = finiteBefore(scene, at, floor);
  return verb < 0 ? nobody(at) : subjectOf(scene, verbGroup(scene, verb).first, 1);
}

/** Who says of another that he does what a participle tells ("She accused the rebels of ignoring"); nobody where none does. */
export function accuserOf(scene: Scene, at: number): readonly number[] {
  if (!leadsCharge(scene, at - 1)) return [];
  const verb = finiteBefore(scene, at, sentenceOf(scene, at).first);
  return verb < 0 ? [] : subjectOf(scene, verbGroup(scene, verb).first, 1).actors;
}

/** The subject of the clause in which the noun at `at` is the object ("The Dockers filed a [claim] for"); null where none is found. */
export function finiteOwner(
  scene: Scene,
  at: number,
  floor: number,
): { actors: readonly number[]; first: number } | null {
  const verb = finiteBefore(scene, at, floor);
  if (verb < 0 || at - verb > 9 || !is(scene, "making", verb)) return null;
  for (let i = verb + 1; i < at; i++) {
    const verbal = is(scene, "infinitive", i) && upos(scene, i + 1) === "VERB"; // "has yet to answer the request"
    if (isMention(scene, i) || lower(scene, i) === "," || verbal) return null;
  }
  const { actors, first } = subjectOf(scene, verbGroup(scene, verb).first);
  return actors.length > 0 ? { actors, first } : null;
}

/** The end of the mention that holds a token, or the token itself. */
function mentionEnd(scene: Scene, index: number): number {
  let last = index;
  while (isMention(scene, index) && scene.mentionOf[last + 1] === scene.mentionOf[index]) last++;
  return last;
}

/** Whom a relative pronoun stands for, over an apposition: "Ann Lee, the mayor of Ost, [who] wants". */
function antecedentActors(scene: Scene, verb: number, floor: number): readonly number[] {
  if (!relationOf(scene, verb).startsWith("acl")) return [];
  let at = headOf(scene, verb);
  for (let steps = 0; steps < 3 && at >= floor; steps++) {
    if (isMention(scene, at)) return actorsOfPhrase(scene, mentionEnd(scene, at), floor).actors;
    if (relationOf(scene, at) !== "appos") return [];
    at = headOf(scene, at);
  }
  return [];
}

/** Whoever is known to say or propose something by the very word at `at`. */
export function sayersBy(scene: Scene, at: number): readonly number[] {
  const token = scene.tokens[at];
  const said = scene.attributions.find(
    ({ cue, speakers }) => cue && token && speakers.length > 0 && cue.start <= token.start && token.end <= cue.end,
  );
  return said?.speakers ?? [];
}

/** The subject of a verb by the tree: its own, that of the verb that it is joined to, and for a pronoun in reported words whoever is said to say them ("Orvane made known that [it] had offered …"). */
export function subjectInTree(scene: Scene, verb: number): readonly number[] {
  const { first: floor } = sentenceOf(scene, verb);
  let at = verb;
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    const head = subjectHead(scene, at);
    const relation = relationOf(scene, at);
    if (head !== null) {
      if (head > at) return [];
      if (is(scene, "relative", head) && !isMention(scene, head)) return antecedentActors(scene, at, floor);
      const { actors } = actorsOfPhrase(scene, mentionEnd(scene, head), floor);
      if (actors.length > 0 || !is(scene, "pronoun", head) || (scene.quoteOf[head] ?? -1) >= 0) return actors;
      if (!relation.startsWith("ccomp")) return [];
    } else if (!/^(?:conj|xcomp|ccomp)/.test(relation)) return [];
    at = headOf(scene, at);
  }
  return [];
}
