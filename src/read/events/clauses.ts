// Clauses of a sentence: one for each finite verb group, with its subject and what opens it. A light substitute for a parser: the border
// between two verbs is the nearest opener to the left of the second one; a comma directly before a verb closes a relative clause.
import type { AnalysedSentence } from "../analysis.js";
import { type Field, inTimex, isOf, lowerAt, tagAt } from "./field.js";
import { type VerbGroup, verbGroups } from "./groups.js";

/** Tokens [from, to). */
export type Stretch = { readonly from: number; readonly to: number };
export type ClauseKind = "main" | "relative" | "complement" | "subordinate" | "coordinate";
export type Clause = Stretch & {
  readonly index: number;
  readonly sentence: AnalysedSentence;
  readonly kind: ClauseKind;
  readonly introducer: string; // "which", "if", "that", "and"; ""
  readonly hole: Stretch | null; // a relative clause in its middle
  readonly group: VerbGroup;
  readonly infinitives: readonly VerbGroup[];
  readonly subject: Stretch | null;
  readonly antecedent: Stretch | null; // what a relative clause hangs on, where its subject is another
  readonly shared: boolean; // the subject is that of the clause before ("met Ryabkov and left")
  readonly outer: number | null; // index of the clause that it hangs on or goes on from
};

/** A sentence with its clauses. */
export type ClausedSentence = { readonly sentence: AnalysedSentence; readonly clauses: readonly Clause[] };

type Border = { readonly at: number; readonly kind: ClauseKind; readonly introducer: string; readonly body: number };

const isQuote = (field: Field, index: number): boolean => lowerAt(field, index) === '"';

/** Whether "that" at `index` opens a clause, and is not "that day" or "that of". */
function opensThat(field: Field, index: number): boolean {
  return (
    isOf(field, "thatword", index) &&
    !inTimex(field, index) &&
    !isOf(field, "ofword", index + 1) &&
    tagAt(field, index - 1) !== ""
  );
}

/** Whether a word that opens a clause does so here: "until" before a time or tagged as a preposition does not. */
function subordinates(field: Field, index: number, verb: number, last: number, comma: boolean): boolean {
  if (!isOf(field, "subordinate", index) || index >= verb - 1 || inTimex(field, index + 1)) return false;
  if (comma && tagAt(field, index) === "ADP" && isOf(field, "alsopreposition", index)) return false;
  return !(isOf(field, "as", index) && tagAt(field, index + 1) === "DET" && index > last + 8);
}

/** The opener at `index`, or null. `last`: the token behind which the verb before ends. */
function openerAt(field: Field, index: number, verb: number, last: number, comma = true): Border | null {
  const word = lowerAt(field, index);
  if (inTimex(field, index)) return null;
  if (isOf(field, "relative", index)) {
    return { at: index, kind: "relative", introducer: word, body: index + 1 };
  }
  if (opensThat(field, index)) {
    const saying = tagAt(field, index - 1) !== "NOUN" && tagAt(field, index - 1) !== "PROPN";
    const isSubject = index + 1 === verb || (index + 2 === verb && tagAt(field, index + 1) === "ADV");
    return {
      at: index,
      kind: !isSubject && (saying || index > last + 2) ? "complement" : "relative",
      introducer: lowerAt(field, index),
      body: index + 1,
    };
  }
  if (subordinates(field, index, verb, last, comma)) {
    return { at: index, kind: "subordinate", introducer: word, body: index + 1 };
  }
  if (word === ";" || word === ":") return { at: index, kind: "coordinate", introducer: word, body: index + 1 };
  return null;
}

/** The border between the verb that ends before `last` and the one that begins at `next`. */
function borderBetween(field: Field, last: number, next: number): Border {
  let and = -1;
  let comma = -1;
  let edge = next - 1;
  while (edge > last && tagAt(field, edge) === "ADV" && !inTimex(field, edge)) edge--;
  const aside = openerBeforeAside(field, last, edge, next);
  if (aside) return aside;
  for (let i = next - 1; i >= last; i--) {
    const opener = openerAt(field, i, next, last, comma >= 0);
    if (opener) {
      if (comma > i && comma === edge && and < 0) break;
      return opener;
    }
    if (isOf(field, "coordinate", i)) {
      if (lowerAt(field, i - 1) === "," || i === edge || i === last)
        return { at: i, kind: "coordinate", introducer: lowerAt(field, i), body: i + 1 };
      if (comma < 0) and = i;
    }
    if (lowerAt(field, i) === "," && !inTimex(field, i)) {
      if (comma < 0) comma = i;
      if (and > i || comma === edge) break;
    }
    if (isQuote(field, i)) return { at: i, kind: "complement", introducer: '"', body: i + 1 };
  }
  if (comma >= 0) return { at: comma, kind: "coordinate", introducer: ",", body: comma + 1 };
  if (and >= 0) return { at: and, kind: "coordinate", introducer: lowerAt(field, and), body: and + 1 };
  const body = behindDate(field, last, next);
  return { at: body, kind: "complement", introducer: "", body };
}

/** "said on Tuesday its board had met": where a day that stands directly behind a verb, before the clause that hangs on it, ends. */
function behindDate(field: Field, last: number, next: number): number {
  let start = last;
  if (isOf(field, "dateprep", start)) start++;
  let end = start;
  while (end < next && inTimex(field, end)) end++;
  const opens = tagAt(field, end) === "DET" || tagAt(field, end) === "PRON" || (field.nameOf[end] ?? -1) >= 0;
  return end > start && end < next && opens && !isOf(field, "possess", end) ? end : last;
}

/** "when the chief, Kemp, rejected", "after Brandt, the negotiator, and Ashworth spoke": the opener in front of a subject that commas part. */
function openerBeforeAside(field: Field, last: number, edge: number, next: number): Border | null {
  let close = edge;
  if (lowerAt(field, close) !== ",") {
    while (close > last && lowerAt(field, close) !== ",") close--;
    if (!isOf(field, "andword", close + 1)) return null;
  }
  let open = close - 1;
  while (open > last && lowerAt(field, open) !== ",") {
    if (openerAt(field, open, next, last) || isQuote(field, open)) return null;
    open--;
  }
  if (open <= last || !namesPerson(field, open - 6, close)) return null;
  for (let i = open - 1; i > last; i--) {
    if (lowerAt(field, i) === "," || isQuote(field, i)) return null;
    const opener = openerAt(field, i, next, last, false);
    if (opener) return opener.kind === "subordinate" || isOf(field, "thatword", i) ? opener : null;
  }
  return null;
}

function namesPerson(field: Field, from: number, to: number): boolean {
  for (let i = Math.max(0, from); i < to; i++) {
    const actors = field.mentions[field.mentionOf[i] ?? -1]?.actors ?? [];
    if (actors.some((actor) => field.ground.resolution.actors[actor]?.kind === "person")) return true;
  }
  return false;
}

/** The opener that the first verb of a sentence stands behind: "If …", "Ryabkov, who …"; or null. */
function firstBorder(field: Field, from: number, next: number): Border | null {
  for (let i = next - 1; i >= from; i--) {
    const opener = openerAt(field, i, next, from);
    if (opener && (opener.kind !== "complement" || i > from) && opener.introducer !== ":") return opener;
    if (isQuote(field, i)) return null;
  }
  return null;
}

/** Where the subject of a clause begins: behind what stands in front of it ("On January 10, in Brussels, "). */
export function subjectStart(field: Field, from: number, verb: number): number {
  let start = from;
  for (let guard = 0; guard < 6; guard++) {
    while (
      start < verb &&
      (["ADV", "CCONJ", "SCONJ", "PUNCT", "SYM"].includes(tagAt(field, start)) || isOf(field, "coordinate", start)) &&
      !inTimex(field, start)
    )
      start++;
    if (start >= verb) break;
    if (inTimex(field, start)) {
      let end = start;
      while (end < verb && inTimex(field, end)) end++;
      if (isOf(field, "possess", end)) break;
      start = end;
      continue;
    }
    if (tagAt(field, start) !== "ADP" && !isOf(field, "placeprep", start)) break;
    let end = start + 1;
    let timed = false;
    while (end < verb && lowerAt(field, end) !== ",") {
      if (inTimex(field, end)) timed = true;
      else if (timed && !isOf(field, "rangeword", end) && !inTimex(field, end + 1)) break;
      end++;
    }
    if (end >= verb) break;
    start = end;
  }
  return start;
}

function subjectBefore(field: Field, from: number, group: VerbGroup): Stretch | null {
  let to = group.first;
  while (
    to > from &&
    (tagAt(field, to - 1) === "ADV" || lowerAt(field, to - 1) === "," || isOf(field, "midverb", to - 1)) &&
    !inTimex(field, to - 1)
  )
    to--;
  while (to > from && inTimex(field, to - 1)) to--;
  while (to > from && isOf(field, "dateprep", to - 1)) to--;
  const start = subjectStart(field, from, to);
  return start < to ? { from: start, to } : null;
}

/** "The talks in Geneva, he had been told, dragged on": the comma before a pronoun that begins a clause of its own inside another, or -1. */
function asideAt(field: Field, from: number, group: VerbGroup): number {
  const comma = group.first - 2;
  const noun = ["NOUN", "PROPN", "DET"].includes(tagAt(field, from));
  const isAside =
    comma > from &&
    noun &&
    lowerAt(field, comma) === "," &&
    tagAt(field, comma + 1) === "PRON" &&
    (field.mentionOf[comma + 1] ?? -1) >= 0;
  return isAside ? comma : -1;
}

/** "opened a probe, saying the deal could raise prices, and set a deadline": whether ", and" ends what a participle opened. */
function closesParticiple(field: Field, before: Draft, border: Border | null): boolean {
  return (
    border !== null &&
    isOf(field, "andword", border.at) &&
    lowerAt(field, border.at - 1) === "," &&
    lowerAt(field, before.from - 1) === "," &&
    field.words.endings.progressive.test(lowerAt(field, before.from))
  );
}

/** "The meeting, first fixed for Monday, had been put back": a participle between commas leaves the subject to the verb behind it. */
function isHeldAside(field: Field, before: Draft, border: Border | null): boolean {
  const { first, verb } = before.group;
  let at = first - 1;
  while (at > before.sentence.first && tagAt(field, at) === "ADV") at--;
  return (
    border?.introducer === "," && first === verb && field.tokens[verb]?.xpos === "VBN" && lowerAt(field, at) === ","
  );
}

type Draft = { -readonly [K in keyof Clause]: Clause[K] };

/** The noun phrase that a relative clause hangs on: from the start of its clause, or the last piece behind a verb. */
function antecedent(field: Field, from: number, border: number): Stretch | null {
  let to = border;
  while (to > from && (lowerAt(field, to - 1) === "," || (tagAt(field, to - 1) === "ADP" && border - to < 2))) to--;
  while (to > from && inTimex(field, to - 1)) to--;
  while (to > from && isOf(field, "dateprep", to - 1)) to--;
  let start = to;
  while (start > from) {
    const tag = tagAt(field, start - 1);
    if (
      !["NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "PART"].includes(tag) &&
      !isOf(field, "inphrase", start - 1) &&
      (field.nameOf[start - 1] ?? -1) < 0
    )
      break;
    start--;
    if (
      tagAt(field, start) === "DET" &&
      !isOf(field, "ofword", start - 1) &&
      lowerAt(field, start - 1) !== "-" &&
      tagAt(field, start - 1) !== "ADP"
    )
      break;
  }
  return start < to ? { from: personBefore(field, from, start, border), to } : null;
}

/** "Karen Donfried, the assistant secretary for Europe, who …": where the phrase names no person, the person named last before it. */
function personBefore(field: Field, from: number, start: number, border: number): number {
  if (!isOf(field, "whoword", border)) return start;
  for (let i = border - 1; i >= from; i--) {
    const mention = field.mentionOf[i] ?? -1;
    if (
      !(field.mentions[mention]?.actors ?? []).some((actor) => field.ground.resolution.actors[actor]?.kind === "person")
    )
      continue;
    while (i > from && field.mentionOf[i - 1] === mention) i--;
    return Math.min(i, start);
  }
  return start;
}

/** The clauses of a sentence, in order of their verbs. */
export function clausesOf(field: Field, sentence: AnalysedSentence, firstIndex: number): readonly Clause[] {
  const groups = verbGroups(field, sentence);
  const finite = groups.filter((group) => group.finite);
  const clauses: Draft[] = [];
  let waiting: Stretch | null = null; // the beginning of a main clause whose verb has not come yet
  for (const [order, group] of finite.entries()) {
    const before = clauses.at(-1);
    const last = before ? before.group.verb + 1 : sentence.first;
    const border: Border | null = before
      ? borderBetween(field, last, group.first)
      : firstBorder(field, sentence.first, group.first);
    const clause: Draft = {
      index: firstIndex + order,
      sentence,
      kind: border?.kind ?? "main",
      introducer: border?.introducer ?? "",
      from: border?.body ?? sentence.first,
      to: sentence.last,
      hole: null,
      group,
      infinitives: [],
      subject: null,
      antecedent: null,
      shared: false,
      outer: before?.index ?? null,
    };
    if (before) before.to = Math.max(border?.at ?? last, last);
    if (!before && border && border.at > sentence.first) waiting = { from: sentence.first, to: border.at };
    const aside = before ? -1 : asideAt(field, clause.from, group);
    if (aside >= 0) {
      waiting = { from: clause.from, to: aside };
      [clause.from, clause.kind] = [aside + 1, "coordinate"];
    }
    const own = subjectBefore(field, clause.from, group);
    if (clause.kind === "relative") {
      const head = antecedent(field, before?.from ?? sentence.first, border?.at ?? clause.from);
      clause.subject = own ?? head;
      if (own && isOf(field, "thingword", clause.from - 1)) clause.antecedent = head;
    } else if (order > 0 && before && waiting && (border?.introducer === "," || border?.introducer === "-")) {
      clause.subject = own ?? subjectOfWaiting(field, waiting);
      clause.hole = { from: waiting.to, to: clause.from };
      [clause.from, clause.kind, clause.introducer, clause.outer] = [waiting.from, "main", "", null];
      before.outer = clause.index;
      waiting = null;
    } else if (own) clause.subject = own;
    else if (before) {
      const sharing =
        before.outer !== null &&
        ((before.kind === "relative" && border?.introducer === ",") || closesParticiple(field, before, border))
          ? clauses.find(({ index }) => index === before.outer)
          : before;
      const opened = before.kind === "relative" && border?.introducer === "," && opensOwn(field, sharing, before);
      clause.subject = (opened ? before.subject : sharing?.subject) ?? null;
      clause.shared = !opened && !isHeldAside(field, before, border);
      if (clause.shared && sharing) clause.group = withMoodOf(field, group, sharing.group);
    }
    clauses.push(clause);
  }
  const ends = clauses.map((clause) => ({
    ...clause,
    infinitives: groups.filter(
      (group) => !group.finite && group.first >= clause.group.first && group.first < clause.to,
    ),
  }));
  return ends;
}

/** "will begin talks and sign it": a bare verb behind "and" has the mood of the verb before. */
function withMoodOf(field: Field, group: VerbGroup, before: VerbGroup): VerbGroup {
  const bare = group.first === group.verb && isOf(field, "andword", group.first - 1) && !group.past;
  return bare && (before.mood !== null || before.planned)
    ? { ...group, mood: before.mood, planned: before.planned }
    : group;
}

/** "offered 3 percent and the dockers, who want 9, rejected it": whether what the relative clause hangs on begins a clause of its own. */
function opensOwn(field: Field, outer: Draft | undefined, relative: Draft): boolean {
  const subject = relative.subject;
  if (!outer || !subject || subject.from <= outer.group.verb + 1) return false;
  return isOf(field, "coordinate", subject.from - 1);
}

function subjectOfWaiting(field: Field, waiting: Stretch): Stretch | null {
  let to = waiting.to;
  while (to > waiting.from && lowerAt(field, to - 1) === ",") to--;
  const from = subjectStart(field, waiting.from, to);
  return from < to ? { from, to } : null;
}

/** The clause that holds token `index`: the one with the nearest borders. */
export function clauseAt(clauses: readonly Clause[], index: number): Clause | null {
  let best: Clause | null = null;
  for (const clause of clauses) {
    if (index < clause.from || index >= clause.to) continue;
    if (clause.hole && index >= clause.hole.from && index < clause.hole.to) continue;
    if (!best || clause.to - clause.from < best.to - best.from) best = clause;
  }
  return best;
}
