// Retellings: what names an event again without its day ("the walkout", "the Geneva session", "their third round"), over the parse. A
// definite noun of the table; a place, a number or somebody named before it make a noun definite too. Linking ties each to the event
// that it means, or drops it.
import type { EventMention, Retelling } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { ClausedSentence } from "./clauses.js";
import { pointedDates } from "./dates.js";
import { placeIn, roundAt } from "./details.js";
import { charsOf, type Field, isOf, tagAt, tokensOf } from "./field.js";
import { actorsIn } from "./phrases.js";
import { childrenOf, phraseOf, relationAt } from "./tree.js";
import type { RetoldNoun } from "./words.js";

const touches = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** Whether a noun means one that is known: "the", "that", "their", "Monday's", "the second", "the Geneva round", "talks" as a whole. */
function isKnown(field: Field, noun: number): boolean {
  const before = childrenOf(field, noun).filter((child) => child < noun);
  const isOrdinal = (child: number): boolean =>
    field.words.numbers.get(field.tokens[child]?.lower ?? "")?.kind === "ordinal";
  if (before.some(isOrdinal)) return true; // "during a third round"
  if (
    before.some(
      (child) => isOf(field, "noneof", child) || isOf(field, "indefinite", child) || isOf(field, "furtheradj", child),
    )
  )
    return false;
  return before.some(
    (child) =>
      isOf(field, "definite", child) ||
      isOf(field, "possessive", child) ||
      relationAt(field, child) === "nmod:poss" ||
      (field.timexOf[child] ?? -1) >= 0 ||
      (field.nameOf[child] ?? -1) >= 0,
  );
}

function retellingOf(field: Field, noun: number, retold: RetoldNoun): Retelling | null {
  const whole = phraseOf(field, noun);
  const marker = childrenOf(field, noun).find((child) => child === whole.from && relationAt(field, child) === "case");
  const phrase = marker === undefined ? whole : { from: marker + 1, to: whole.to };
  const [trigger, range] = [charsOf(field, noun, noun + 1), charsOf(field, phrase.from, phrase.to)];
  if (!trigger || !range) return null;
  const [dated] = pointedDates(field, phrase);
  const parties = actorsIn(field, phrase, true);
  const content = field.contentOf[noun] ?? -1;
  return {
    ...range,
    trigger,
    kind: retold.kind,
    plover: null,
    date: dated?.date ?? null,
    dateEvidence: dated?.evidence ?? null,
    status: "unknown",
    participants: parties.map(({ actor, evidence }) => ({ actor, role: "participant" as const, evidence })),
    place: placeIn(field, phrase, noun) ?? placeBefore(field, phrase.from, noun),
    duration: null,
    format: null,
    round: roundAt(field, noun),
    outcome: null,
    quantities: [],
    object: null,
    sums: null,
    attribution: content >= 0 ? content : null,
    refersTo: null,
    why: { rule: `retold/${retold.kind}`, score: 0.4 },
    like: retold.like,
  };
}

/** "the Geneva session": the place that stands before the noun. */
function placeBefore(field: Field, from: number, noun: number): EventMention["place"] {
  for (let i = from; i < noun; i++) {
    const name = field.ground.names[field.nameOf[i] ?? -1];
    if (name?.kind === "place" && (field.mentionOf[i] ?? -1) < 0)
      return { start: name.start, end: name.end, name: field.ground.analysis.text.slice(name.start, name.end) };
  }
  return null;
}

/** The nouns of a document that tell an event again, in order; none that a trigger in `told` touches. */
export function retoldNouns(field: Field, told: readonly EventMention[]): readonly Retelling[] {
  const found: Retelling[] = [];
  const triggers = told.map(({ trigger }) => trigger).sort((a, b) => a.start - b.start);
  for (const token of field.tokens) {
    if (token.upos !== "NOUN" && token.upos !== "PROPN") continue;
    const retold = field.words.retold.get(token.lemma) ?? field.words.retold.get(token.lower);
    if (!retold || (field.timexOf[token.index] ?? -1) >= 0 || tagAt(field, token.index + 1) === "NOUN") continue;
    if (relationAt(field, token.index) === "compound" || triggers.some((trigger) => touches(trigger, token))) continue;
    if (!isKnown(field, token.index)) continue;
    // "published the report": what the telling itself is about
    const { kind } = retold[0] ?? { kind: "other" };
    if (told.some((mention) => mention.kind === kind && mention.start <= token.start && token.end <= mention.end))
      continue;
    const retelling = retellingOf(field, token.index, retold[0] ?? { kind: "other", like: [] });
    if (retelling) found.push(retelling);
  }
  return found;
}

/** Sentences of the body in which the event of a headline is looked for. */
const leadSentences = 3;

/** Lemmas of the nouns, verbs, names and figures that touch a range, and of the sentence that holds it. */
function wordsAround(field: Field, range: Range): ReadonlySet<string> {
  const { from, to } = tokensOf(field, range);
  const words = field.tokens
    .slice(from, to)
    .filter(({ upos }) => ["NOUN", "VERB", "PROPN", "NUM", "ADJ"].includes(upos));
  return new Set(words.map(({ lemma }) => lemma.toLowerCase()));
}

/** The event of a report's first sentences that shares most words with a part of its headline; the first where none shares any, or -1. */
function eventOfHeadline(field: Field, part: Range, leads: readonly (readonly [number, EventMention])[]): number {
  const own = wordsAround(field, part);
  let [best, most] = [leads[0]?.[0] ?? -1, 0];
  for (const [index, event] of leads) {
    const shared = [...wordsAround(field, event)].filter((word) => own.has(word)).length;
    if (shared > most) [best, most] = [index, shared];
  }
  return best;
}

/** What a headline tells that no rule reads ("Shutters down at the harbour"): the event of its report's first sentences that it is most like. */
export function retoldHeadlines(
  field: Field,
  sentences: readonly ClausedSentence[],
  told: readonly EventMention[],
  events: readonly EventMention[],
): readonly Retelling[] {
  const body = field.ground.analysis.sentences
    .filter(({ role, first, last }) => role === "body" && last - first > 7)
    .slice(0, leadSentences);
  const leads = [...events.entries()].filter(
    ([, { trigger, kind, why }]) =>
      kind !== "statement" &&
      !why.rule.endsWith("/alone") &&
      body.some(({ start, end }) => start <= trigger.start && trigger.end <= end),
  );
  return sentences.flatMap(({ sentence, clauses }): Retelling[] => {
    if (sentence.role !== "headline") return [];
    const parts = clauses.length > 1 ? clauses.flatMap(({ from, to }) => charsOf(field, from, to) ?? []) : [sentence];
    return parts.flatMap((part): Retelling[] => {
      const at = eventOfHeadline(field, part, leads);
      const lead = events[at];
      if (!lead || told.some((mention) => touches(mention.trigger, part))) return [];
      const range = { start: part.start, end: part.end };
      return [
        {
          ...lead,
          ...range,
          trigger: range,
          date: null,
          dateEvidence: null,
          status: "unknown",
          participants: [],
          place: null,
          duration: null,
          format: null,
          round: null,
          outcome: null,
          quantities: [],
          object: null,
          sums: null,
          attribution: null,
          refersTo: at,
          why: { rule: "retold/headline", score: 0.4 },
          like: [],
        },
      ];
    });
  });
}
