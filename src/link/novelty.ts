// Novelty: of each sentence, whether an earlier report has it. An earlier sentence of nearly the same words (bottom-k
// sketches of three-word shingles; Broder 1997), or earlier reports of all that it tells, make it recycled; what the report
// itself tells as past is background; the rest is new.
import type { EventId, StatementId } from "../model/ids.js";
import type { Event, Novelty, Utterance } from "../model/record.js";
import { overlaps, type Range, type Span } from "../model/span.js";
import { containment, shingles, wordsOf } from "../text/shingles.js";
import { type Corpus, spanIn } from "./input.js";

/** What is known of the lines of the record when novelty is read. */
export type ToldBefore = {
  readonly events: readonly Event[];
  readonly eventOf: (doc: number, index: number) => EventId | null;
  readonly utterances: readonly Utterance[];
  readonly statementOf: (doc: number, index: number) => StatementId | null;
  readonly spanOfStatement: (id: StatementId) => Span | null;
};

const sketchSize = 6;
const sameWords = 0.6;
const shortest = 4; // words; shorter sentences say too little to be recycled
const mostCandidates = 8;

type Sketched = { readonly span: Span; readonly shingles: ReadonlySet<number> };

const sketchOf = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => a - b).slice(0, sketchSize);

/** Keys under which a sentence meets its like: the least hashes of its shingles. At most `most`. */
export const sentenceKeys = (text: string, most = 2): number[] => sketchOf(shingles(wordsOf(text), 3)).slice(0, most);

/** Earlier places of what a sentence tells: null where anything in it is told for the first time, or it tells nothing. */
function toldEarlier(
  corpus: Corpus,
  doc: number,
  sentence: Range,
  told: ToldBefore,
  isEarlier: (other: Span) => boolean,
  eventById: ReadonlyMap<EventId, Event>,
  utteranceOf: ReadonlyMap<StatementId, Utterance>,
): Span | null {
  const reading = corpus[doc]?.reading;
  if (!reading) return null;
  let first: Span | null = null;
  let any = false;
  for (const [index, mention] of reading.events.entries()) {
    if (!overlaps(mention.trigger, sentence)) continue;
    any = true;
    const event = eventById.get(told.eventOf(doc, index) ?? ("" as EventId));
    const earlier = event?.reports.find(
      ({ span, statusAsTold }) => isEarlier(span) && (statusAsTold === mention.status || statusAsTold === "happened"),
    );
    if (!earlier) return null;
    first ??= earlier.span;
  }
  for (const [index, attribution] of reading.attributions.entries()) {
    const range = attribution.content[0] ?? attribution.cue;
    if (!range || !overlaps(range, sentence)) continue;
    any = true;
    const id = told.statementOf(doc, index);
    const spans =
      (id === null ? undefined : utteranceOf.get(id))?.statements.flatMap(
        (other) => told.spanOfStatement(other) ?? [],
      ) ?? [];
    const earlier = spans.find(isEarlier);
    if (!earlier) return null;
    first ??= earlier;
  }
  return any ? first : null;
}

/**
 * The sentences of each document, by its index. `sequence` is the order in which documents count as earlier: all indices of
 * the corpus, each once.
 */
export function linkNovelty(corpus: Corpus, sequence: readonly number[], told: ToldBefore): Novelty[][] {
  const place = new Map(sequence.map((doc, at) => [corpus[doc]?.document.id, at]));
  const eventById = new Map(told.events.map((event) => [event.id, event]));
  const utteranceOf = new Map(
    told.utterances.flatMap((utterance) => utterance.statements.map((id) => [id, utterance] as const)),
  );
  const index = new Map<number, Sketched[]>();
  const found: Novelty[][] = corpus.map(() => []);
  for (const [at, doc] of sequence.entries()) {
    const input = corpus[doc];
    if (!input) continue;
    const isEarlier = (span: Span): boolean => (place.get(span.doc) ?? at) < at;
    const added: [number, Sketched][] = [];
    found[doc] = input.reading.sentences.map((sentence): Novelty => {
      const span = spanIn(input, { start: sentence.start, end: sentence.end });
      const words = wordsOf(input.document.text.slice(sentence.start, sentence.end));
      const own = shingles(words, 3);
      const sketch = sketchOf(own);
      const like = words.length < shortest ? null : likeSentence(sketch, own, index);
      for (const key of sketch) added.push([key, { span, shingles: own }]);
      const earlier = like ?? toldEarlier(corpus, doc, sentence, told, isEarlier, eventById, utteranceOf);
      if (earlier) return { span, kind: "recycled", earlier };
      return {
        span,
        kind: input.reading.background.some((range) => overlaps(range, sentence)) ? "background" : "new",
        earlier: null,
      };
    });
    for (const [key, sketched] of added) {
      const list = index.get(key);
      if (!list) index.set(key, [sketched]);
      else if (list.length < mostCandidates) list.push(sketched);
    }
  }
  return found;
}

/** The earlier sentence that shares most of the words' runs, or null. */
function likeSentence(
  sketch: readonly number[],
  own: ReadonlySet<number>,
  index: ReadonlyMap<number, readonly Sketched[]>,
): Span | null {
  let best: Span | null = null;
  let most = sameWords;
  const seen = new Set<Sketched>();
  for (const key of sketch) {
    for (const candidate of index.get(key) ?? []) {
      if (seen.has(candidate)) continue;
      seen.add(candidate);
      const share = candidate.shingles.size < own.size / 2 ? 0 : containment(own, candidate.shingles);
      if (share > most || (share === most && best === null)) [best, most] = [candidate.span, share];
    }
  }
  return best;
}
