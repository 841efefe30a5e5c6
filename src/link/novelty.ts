// Novelty: of each sentence, whether an earlier report has it. An earlier sentence of nearly the same words (bottom-k
// sketches of three-word shingles; Broder 1997), or earlier reports of all that it tells, make it recycled; what the report
// itself tells as past is background; the rest is new.
import { boundsOf } from "../model/edtf.js";
import type { EventId, StatementId } from "../model/ids.js";
import type { EventMention, Reading } from "../model/reading.js";
import type { Event, Novelty, Utterance } from "../model/record.js";
import type { Range, Span } from "../model/span.js";
import { containment, shingles, wordsOf } from "../text/shingles.js";
import { type Corpus, type LinkInput, spanIn } from "./input.js";

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
const nearlyAllWords = 0.85; // for a sentence that tells something new by its reading: the words must be the same
const newsDays = 7; // days; what lies further back is told as background even where no report had it
const shortest = 4; // words; shorter sentences say too little to be recycled
const mostCandidates = 8;

type Sketched = { readonly span: Span; readonly shingles: ReadonlySet<number> };

const sketchOf = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => a - b).slice(0, sketchSize);

/** Keys under which a sentence meets its like: the least hashes of its shingles. At most `most`. */
export const sentenceKeys = (text: string, most = 2): number[] => sketchOf(shingles(wordsOf(text), 3)).slice(0, most);

/** Whether a mention tells how long, with what outcome or in what figures, and no earlier report does. */
function addsFacts(
  event: Event,
  { duration, outcome, quantities }: EventMention,
  isEarlier: (other: Span) => boolean,
): boolean {
  const told = (field: "duration" | "outcome"): boolean =>
    event.facts.some((fact) => fact.field === field && fact.evidence.some(isEarlier));
  const counted = quantities.every(({ value, unit }) =>
    event.quantities.some((other) => other.value === value && other.unit === unit && isEarlier(other.evidence)),
  );
  return (duration !== null && !told("duration")) || (outcome !== null && !told("outcome")) || !counted;
}

/** For each sentence the indices of the ranges that share a character with it; null ranges lie in none. Sentences in order. */
function bySentence(sentences: readonly Range[], ranges: readonly (Range | null)[]): readonly (readonly number[])[] {
  const found: number[][] = sentences.map(() => []);
  for (const [index, range] of ranges.entries()) {
    if (!range) continue;
    let [low, high] = [0, sentences.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle]?.end ?? 0) > range.start) high = middle;
      else low = middle + 1;
    }
    for (let at = low; at < sentences.length && (sentences[at]?.start ?? 0) < range.end; at++) found[at]?.push(index);
  }
  return found;
}

/** What one sentence tells: indices into the reading's events and attributions, and whether it is told as past. */
type Tells = { readonly events: readonly number[]; readonly sayings: readonly number[]; readonly past: boolean };

/** The last day that a sentence dates what it tells by, as a number; null where it dates nothing. */
function lastDayOf({ events, timexes }: Reading, sentence: Range, told: readonly number[]): number | null {
  const dates = [
    ...told.flatMap((index) => events[index]?.date ?? []),
    ...timexes.flatMap(({ start, end, type, edtf }) =>
      edtf !== null && (type === "DATE" || type === "TIME") && start >= sentence.start && end <= sentence.end
        ? edtf
        : [],
    ),
  ];
  const days = dates.map((date) => boundsOf(date).last).filter(Number.isFinite);
  return days.length > 0 ? Math.max(...days) : null;
}

/** Which sentences told as past no earlier report can have told: what they date lies behind the last of them, or they go on about such a sentence. */
function firstTold(input: LinkInput, tells: readonly Tells[], lastReport: number | null): readonly boolean[] {
  const own = dayOf(input);
  let goesOn = false;
  let paragraph = -1;
  return input.reading.sentences.map((sentence, at) => {
    const told = tells[at];
    if (!told?.past || lastReport === null || own === null) {
      goesOn = false;
      return false;
    }
    const day = lastDayOf(input.reading, sentence, told.events);
    const fresh = day === null ? goesOn && sentence.paragraph === paragraph : day > lastReport && own - day <= newsDays;
    goesOn = fresh;
    paragraph = sentence.paragraph;
    return fresh;
  });
}

/** What each sentence of a reading tells. */
function tellsOf({ sentences, events, attributions, background }: Reading): readonly Tells[] {
  const told = bySentence(
    sentences,
    events.map(({ trigger }) => trigger),
  );
  const said = bySentence(
    sentences,
    attributions.map(({ content, cue }) => content[0] ?? cue),
  );
  const past = bySentence(sentences, background);
  return sentences.map((_, at) => ({
    events: told[at] ?? [],
    sayings: said[at] ?? [],
    past: (past[at] ?? []).length > 0,
  }));
}

type Earlier = { readonly span: Span | null; readonly fresh: boolean };

/** Where earlier reports have what a sentence tells; `fresh`: something in it is told for the first time, or as no report told it. */
function toldEarlier(
  corpus: Corpus,
  doc: number,
  tells: Tells,
  told: Lookup,
  isEarlier: (other: Span) => boolean,
): Earlier {
  const found: (Span | null)[] = [];
  const reading = corpus[doc]?.reading;
  for (const index of tells.events) {
    const mention = reading?.events[index];
    if (!mention) continue;
    const event = told.event(doc, index);
    const earlier = event?.reports.find(
      ({ span, statusAsTold }) => isEarlier(span) && (statusAsTold === mention.status || statusAsTold === "happened"),
    );
    found.push(event && !addsFacts(event, mention, isEarlier) ? (earlier?.span ?? null) : null);
  }
  for (const index of tells.sayings) found.push(told.tellings(doc, index).find(isEarlier) ?? null);
  const fresh = found.includes(null);
  return { span: fresh ? null : (found[0] ?? null), fresh };
}

type Lookup = {
  readonly event: (doc: number, index: number) => Event | undefined;
  readonly tellings: (doc: number, index: number) => readonly Span[];
};

/** Events by mention, and all places of an utterance by one of its statements. */
function lookupOf({ events, eventOf, utterances, statementOf, spanOfStatement }: ToldBefore): Lookup {
  const eventById = new Map(events.map((event) => [event.id, event]));
  const utteranceOf = new Map(
    utterances.flatMap((utterance) => utterance.statements.map((id) => [id, utterance] as const)),
  );
  return {
    event: (doc, index) => eventById.get(eventOf(doc, index) ?? ("" as EventId)),
    tellings: (doc, index) => {
      const id = statementOf(doc, index);
      return (
        (id === null ? undefined : utteranceOf.get(id))?.statements.flatMap((other) => spanOfStatement(other) ?? []) ??
        []
      );
    },
  };
}

/** The day of a report as a number; null where it has none. */
function dayOf({ document }: LinkInput): number | null {
  const day = document.published.value === null ? Number.NaN : boundsOf(document.published.value).last;
  return Number.isFinite(day) ? day : null;
}

/**
 * The sentences of each document, by its index. `sequence` is the order in which documents count as earlier: all indices of
 * the corpus, each once.
 */
export function linkNovelty(corpus: Corpus, sequence: readonly number[], told: ToldBefore): Novelty[][] {
  const place = new Map(sequence.map((doc, at) => [corpus[doc]?.document.id, at]));
  const lookup = lookupOf(told);
  const index = new Map<number, Sketched[]>();
  const found: Novelty[][] = corpus.map(() => []);
  let lastReport: number | null = null; // the day of the latest report so far
  for (const [at, doc] of sequence.entries()) {
    const input = corpus[doc];
    if (!input) continue;
    const isEarlier = (span: Span): boolean => (place.get(span.doc) ?? at) < at;
    const added: [number, Sketched][] = [];
    const tells = tellsOf(input.reading);
    const since = firstTold(input, tells, lastReport);
    found[doc] = input.reading.sentences.map((sentence, order): Novelty => {
      const telling = tells[order] ?? { events: [], sayings: [], past: false };
      const span = spanIn(input, { start: sentence.start, end: sentence.end });
      const words = wordsOf(input.document.text.slice(sentence.start, sentence.end));
      const own: Sketched = { span, shingles: shingles(words, 3) };
      const sketch = sketchOf(own.shingles);
      for (const key of sketch) added.push([key, own]);
      const before = toldEarlier(corpus, doc, telling, lookup, isEarlier);
      const like =
        words.length < shortest
          ? null
          : likeSentence(sketch, own.shingles, before.fresh ? nearlyAllWords : sameWords, index);
      const earlier = like ?? before.span;
      if (earlier) return { span, kind: "recycled", earlier };
      return {
        span,
        kind: telling.past && since[order] !== true ? "background" : "new",
        earlier: null,
      };
    });
    const day = dayOf(input);
    if (day !== null) lastReport = Math.max(lastReport ?? day, day);
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
  least: number,
  index: ReadonlyMap<number, readonly Sketched[]>,
): Span | null {
  let best: Span | null = null;
  let most = least;
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
