// Retellings: what names an event again without its day ("the walkout", "the Geneva session", "their third round"), over the parse. A
// definite noun of the table; a place, a number or somebody named before it make a noun definite too. Linking ties each to the event
// that it means, or drops it.
import type { EventMention, Retelling } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import { pointedDates } from "./dates.js";
import { placeIn, roundAt } from "./details.js";
import { charsOf, type Field, isOf, tagAt } from "./field.js";
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

/** What a headline tells that no rule reads ("Shutters down at the harbour"): the first event of its report's first sentences. */
export function retoldHeadlines(
  field: Field,
  told: readonly EventMention[],
  events: readonly EventMention[],
): readonly Retelling[] {
  const { sentences } = field.ground.analysis;
  const body = sentences.filter(({ role, first, last }) => role === "body" && last - first > 7).slice(0, leadSentences);
  const at = events.findIndex(
    ({ trigger, kind, why }) =>
      kind !== "statement" &&
      !why.rule.endsWith("/alone") &&
      body.some(({ start, end }) => start <= trigger.start && trigger.end <= end),
  );
  const lead = events[at];
  if (!lead) return [];
  return sentences.flatMap((sentence): Retelling[] => {
    if (sentence.role !== "headline" || told.some((mention) => touches(mention.trigger, sentence))) return [];
    const range = { start: sentence.start, end: sentence.end };
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
}
