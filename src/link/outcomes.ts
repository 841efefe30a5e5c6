// How an encounter ended, out of the words of its report: its own outcome, the next sentences before another encounter is
// told, or a later sentence of the paragraph that takes all of them together ("All three rounds ended without result").
import type { Span } from "../model/span.js";
import type { DialogueState } from "../model/words.js";
import { wordsOf } from "../text/shingles.js";
import { spanIn, wordsIn } from "./input.js";
import { type CompiledPhrase, findPhrase } from "./phrases.js";
import { isEncounter, type Telling } from "./tellings.js";
import type { LinkWords } from "./words.js";

export type Outcome = { readonly state: DialogueState; readonly evidence: Span };

const sentencesAhead = 3;

/** The state that a telling's own outcome means: by its words, else by the name that reading gave it. */
export function stateOfOutcome({ input, mention }: Telling, phrases: readonly CompiledPhrase[]): DialogueState | null {
  if (!mention.outcome) return null;
  const byWords = findPhrase(wordsOf(wordsIn(input, mention.outcome)), phrases);
  return (byWords ?? findPhrase(wordsOf(mention.outcome.name), phrases))?.state ?? null;
}

/** How a telling says that its encounter ended; null where it does not. */
export function outcomeOf(telling: Telling, phrases: readonly CompiledPhrase[], words: LinkWords): Outcome | null {
  const { input, mention, index } = telling;
  const own = stateOfOutcome(telling, phrases);
  if (own && mention.outcome)
    return { state: own, evidence: spanIn(input, { start: mention.outcome.start, end: mention.outcome.end }) };
  const { sentences, events } = input.reading;
  const at = sentences.findIndex(({ start, end }) => start <= mention.trigger.start && mention.trigger.start < end);
  const home = sentences[at];
  if (!home) return null;
  const others = events.filter(
    (other, i) => i !== index && other.refersTo !== index && isEncounter(other.kind) && other.trigger.start > home.end,
  );
  for (const [ahead, sentence] of sentences.slice(at).entries()) {
    if (sentence.paragraph > home.paragraph + 1) break;
    const told = wordsOf(wordsIn(input, sentence));
    const isNext = ahead < sentencesAhead && !others.some(({ trigger }) => trigger.start < sentence.end);
    const sumsUp =
      ahead > 0 &&
      sentence.paragraph === home.paragraph &&
      told.some((word) => words.summing.has(word)) &&
      told.some((word) => words.encounterNouns.has(word));
    const state = isNext || sumsUp ? findPhrase(told, phrases)?.state : undefined;
    if (state) return { state, evidence: spanIn(input, { start: sentence.start, end: sentence.end }) };
  }
  return null;
}
