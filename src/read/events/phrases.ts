// Phrases around a verb or a noun, and the actors that they name. An actor that only describes another ("the Russian minister Lavrov",
// "Russian proposals") does not take part.
import type { Clause, Stretch } from "./clauses.js";
import { charsOf, type Field, inTimex, isOf, lowerAt, tagAt } from "./field.js";
import { isCompound } from "./groups.js";

/** Longest phrase that is followed, in tokens: no news needs more, and hostile text costs no more. */
const longest = 80;

export type Party = { readonly actor: number; readonly evidence: { readonly start: number; readonly end: number } };

const isNominal = (field: Field, index: number): boolean =>
  ["NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "SYM", "X"].includes(tagAt(field, index)) ||
  isOf(field, "possess", index) ||
  lowerAt(field, index) === "-" ||
  (field.mentionOf[index] ?? -1) >= 0;

const isPerson = (field: Field, mention: number): boolean => {
  const actors = field.mentions[mention]?.actors ?? [];
  return actors.some((actor) => field.ground.resolution.actors[actor]?.kind === "person");
};

/** Whether the mention that ends before token `next` only describes what follows: an office's holder, or a thing. */
function describes(field: Field, mention: number, next: number, to: number): boolean {
  if (isPerson(field, mention)) return isOf(field, "possess", next);
  // "the government and the rebel group": several named together describe nothing.
  if ((field.mentions[mention]?.actors.length ?? 0) > 1 && !isOf(field, "possess", next)) return false;
  let i = next;
  for (; i < Math.min(to, next + 9); i++) {
    const other = field.mentionOf[i] ?? -1;
    if (other >= 0) return isPerson(field, other);
    if (!isNominal(field, i) && !isOf(field, "officeof", i)) break;
  }
  if (namesHolder(field, next, to)) return true;
  let head = next;
  while (head < to && isNominal(field, head) && (field.mentionOf[head] ?? -1) < 0 && !inTimex(field, head)) head++;
  if (head === next) return false;
  for (let k = next; k < head; k++) if (isOf(field, "side", k)) return false;
  return !actsForIt(field, head - 1) && !isOf(field, "coordinate", head);
}

/** "Norwegian gunners", "the company's shareholders": people whose acts are those of whom they are named after. */
const actsForIt = (field: Field, head: number): boolean =>
  isOf(field, "side", head) || isOf(field, "troops", head) || isOf(field, "organ", head);

/** Whether a name that only describes stands before people who act for it: "Norwegian gunners opened fire". */
function leadsSide(field: Field, index: number, to: number): boolean {
  let head = index + 1;
  while (head < to && ["NOUN", "ADJ"].includes(tagAt(field, head)) && !inTimex(field, head)) head++;
  return head > index + 1 && actsForIt(field, head - 1) && !isOf(field, "possess", head);
}

/** "the deputy chief of the American mission, Tom Vale, …": a comma and a person's name end the words that only describe him. */
function namesHolder(field: Field, next: number, to: number): boolean {
  const mention = field.mentionOf[next + 1] ?? -1;
  if (lowerAt(field, next) !== "," || next + 1 >= to || mention < 0 || !isPerson(field, mention)) return false;
  let behind = next + 1;
  while (behind < to && field.mentionOf[behind] === mention) behind++;
  return (
    behind >= to ||
    (!isOf(field, "coordinate", behind) && !(lowerAt(field, behind) === "," && isOf(field, "coordinate", behind + 1)))
  );
}

/** Whether a comma, and no "and", stands between a person and `start`: the words behind it only describe the person. */
function isApposition(field: Field, previous: number, start: number): boolean {
  if (!isPerson(field, previous)) return false;
  const end = field.mentions[previous]?.end ?? 0;
  let [comma, and] = [false, false];
  for (let i = start - 1; i >= 0 && (field.tokens[i]?.start ?? 0) >= end; i--) {
    if (lowerAt(field, i) === ",") comma = true;
    if (isOf(field, "coordinate", i)) and = true;
  }
  return comma && !and;
}

/** "the Russian-US dialogue": a name that a hyphen joins to another. */
export const isPaired = (field: Field, index: number): boolean =>
  (lowerAt(field, index + 1) === "-" && (field.nameOf[index + 2] ?? -1) >= 0) ||
  (lowerAt(field, index - 1) === "-" && (field.nameOf[index - 2] ?? -1) >= 0);

/** "(Atlantic Press)": what stands alone in brackets takes no part. */
const isBracketed = (field: Field, from: number, to: number): boolean =>
  lowerAt(field, from - 1) === "(" && lowerAt(field, to) === ")";

/** "two Swedish diplomats": the actor that a name which only describes stands for, where the document knows it. */
export function ownerAt(field: Field, index: number): Party | null {
  const name = field.ground.names[field.nameOf[index] ?? -1];
  if (!name || name.key === null) return null;
  const actor = field.actorOf.get(name.key);
  return actor === undefined ? null : { actor, evidence: { start: name.start, end: name.end } };
}

/** The actors that take part by the words of tokens [from, to). `whole`: those that only describe something too ("Russian proposals"). */
export function actorsIn(field: Field, stretch: Stretch | null, whole = false): readonly Party[] {
  if (!stretch) return [];
  const found: Party[] = [];
  let previous = -1;
  for (let i = stretch.from; i < stretch.to; i++) {
    const mention = field.mentionOf[i] ?? -1;
    const owner =
      (whole || isPaired(field, i) || leadsSide(field, i, stretch.to)) && mention < 0 ? ownerAt(field, i) : null;
    if (owner && !found.some(({ actor }) => actor === owner.actor)) found.push(owner);
    if (mention < 0 || mention === previous) continue;
    let next = i + 1;
    while (next < stretch.to && field.mentionOf[next] === mention) next++;
    const known = field.mentions[mention];
    const described = (previous >= 0 && isApposition(field, previous, i)) || isBracketed(field, i, next);
    if (known && !described && (whole || !describes(field, mention, next, stretch.to))) {
      for (const actor of known.actors) {
        if (!found.some((party) => party.actor === actor))
          found.push({ actor, evidence: { start: known.start, end: known.end } });
      }
    }
    if (!described) previous = mention;
    i = next - 1;
  }
  if (found.length > 0) return found;
  const range = charsOf(field, stretch.from, stretch.to);
  const short = range !== null && stretch.to - stretch.from <= 8;
  return short ? field.ground.resolution.resolve(range).map((actor) => ({ actor, evidence: range })) : [];
}

/** Where a noun phrase that begins at `from` ends: at a preposition other than "of", a verb, a date, a comma that begins something else. */
export function phraseEnd(field: Field, from: number, end: number): number {
  const ceiling = Math.min(end, from + longest);
  let i = from;
  while (i < ceiling) {
    const word = lowerAt(field, i);
    const length = lengthBefore(field, i, ceiling);
    if (length > i) {
      i = length;
      continue;
    }
    if (i > from && opensCompound(field, i)) {
      i += 2;
      continue;
    }
    if (inTimex(field, i) && !isOf(field, "possess", i + 1) && (field.mentionOf[i] ?? -1) < 0) break;
    if (word === "," && !listGoesOn(field, i, ceiling) && !namesSomebody(field, from, i, ceiling)) break;
    if (isAttributive(field, i, from, ceiling) || (i > from && isCompound(field, i))) {
      i++;
      continue;
    }
    if (!isNominal(field, i) && !isOf(field, "inphrase", i) && !/^[,&"]$/.test(word) && tagAt(field, i) !== "ADV")
      break;
    if (isOf(field, "relative", i) || isOf(field, "thatword", i)) break;
    i++;
  }
  while (i > from && (isOf(field, "inphrase", i - 1) || /^[,"]$/.test(lowerAt(field, i - 1)))) i--;
  return i;
}

/** "a two-day strike": where a duration that describes the noun behind it ends; `index` where there is none. */
function lengthBefore(field: Field, index: number, ceiling: number): number {
  const timex = field.timexOf[index] ?? -1;
  if (timex < 0 || field.ground.timexes[timex]?.type !== "DURATION") return index;
  let end = index;
  while (end < ceiling && field.timexOf[end] === timex) end++;
  return end < ceiling && ["NOUN", "ADJ"].includes(tagAt(field, end)) ? end : index;
}

/** "an in-depth investigation": a word that a hyphen joins to the next one is no preposition. */
const opensCompound = (field: Field, index: number): boolean =>
  lowerAt(field, index + 1) === "-" &&
  field.tokens[index]?.end === field.tokens[index + 1]?.start &&
  field.tokens[index + 1]?.end === field.tokens[index + 2]?.start;

/** "its written reply": a participle between what opens a noun phrase and its noun. */
function isAttributive(field: Field, index: number, from: number, ceiling: number): boolean {
  if (tagAt(field, index) !== "VERB" || index === from || index + 1 >= ceiling) return false;
  return (
    ["DET", "PRON", "ADJ", "PART", "NUM"].includes(tagAt(field, index - 1)) &&
    ["NOUN", "PROPN", "ADJ"].includes(tagAt(field, index + 1))
  );
}

/** "another deputy minister, Sergei Ryabkov": whether the name behind the comma says who is meant. */
function namesSomebody(field: Field, from: number, comma: number, ceiling: number): boolean {
  const mention = field.mentionOf[comma + 1] ?? -1;
  if (comma + 1 >= ceiling || mention < 0 || !isPerson(field, mention)) return false;
  for (let i = from; i < comma; i++) {
    const earlier = field.mentionOf[i] ?? -1;
    if (earlier >= 0 && isPerson(field, earlier)) return false;
  }
  return true;
}

/** "Russia, the United States and NATO": whether the comma stands inside a list of names that ends with "and". */
function listGoesOn(field: Field, comma: number, ceiling: number): boolean {
  for (let i = comma + 1; i < Math.min(ceiling, comma + 24); i++) {
    if (isOf(field, "coordinate", i)) return (field.mentionOf[comma - 1] ?? -1) >= 0;
    if (lowerAt(field, i) !== "," && !isNominal(field, i) && !isOf(field, "ofword", i)) return false;
  }
  return false;
}

/** Prepositional phrases in tokens [from, to): the preposition's index and the phrase behind it. */
export function phrasesBy(
  field: Field,
  name: string,
  from: number,
  to: number,
): readonly (Stretch & { readonly preposition: number })[] {
  const found: (Stretch & { preposition: number })[] = [];
  for (let i = from; i < to; i++) {
    if (!isOf(field, name, i) || inTimex(field, i) || isOf(field, "sourceword", i - 1)) continue;
    const end = phraseEnd(field, i + 1, to);
    if (end > i + 1) found.push({ preposition: i, from: i + 1, to: end });
  }
  return found;
}

/** "presented on Monday a counterproposal": where a day between a verb and its object ends; `index` where none stands there. */
function behindDay(field: Field, index: number, to: number): number {
  let end = isOf(field, "dateprep", index) ? index + 1 : index;
  const start = end;
  while (end < to && inTimex(field, end)) end++;
  const opens = tagAt(field, end) === "DET" || isOf(field, "possessive", end) || tagAt(field, end) === "NUM";
  return end > start && end < to && opens && !isOf(field, "possess", end) ? end : index;
}

/** The object of a verb: what stands directly behind it, up to a preposition other than "of". */
export function objectOf(field: Field, clause: Clause, behind: number): Stretch | null {
  let from = behind;
  while (from < clause.to && ((tagAt(field, from) === "ADV" && !inTimex(field, from)) || lowerAt(field, from) === '"'))
    from++;
  from = behindDay(field, from, clause.to);
  if (isOf(field, "bothword", from) && !isNominal(field, from + 1)) return { from, to: from + 1 }; // "printed both on Monday"
  const to = phraseEnd(field, from, clause.to);
  return to > from ? { from, to } : null;
}
