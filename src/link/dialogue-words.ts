// What is said of a dialogue as a whole: that it stands still, is over, or must be taken up again. Read from sentences with a
// noun of the dialogue, where they say it as a fact; between the speaker's side and the side that the sentence names nearest
// to that noun, one with which there is a dialogue before any other.
import type { Edtf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { Attribution } from "../model/reading.js";
import { overlaps, type Range } from "../model/span.js";
import { wordsOf } from "../text/shingles.js";
import { type StatePoint, trackKey, weights } from "./dialogue-events.js";
import { type ActorOf, type Corpus, type LinkInput, spanIn, wordsIn } from "./input.js";
import type { Parties } from "./parties.js";
import { compilePhrase, findPhrase } from "./phrases.js";
import type { LinkWords } from "./words.js";

type Side = { readonly id: ActorId; readonly far: number }; // characters to the nearest noun of the dialogue
type Ground = {
  readonly input: LinkInput;
  readonly doc: number;
  readonly actorOf: ActorOf;
  readonly parties: Parties;
  readonly words: LinkWords;
};

const saidIn = ({ reading }: LinkInput, range: Range): Attribution | undefined =>
  reading.attributions.find(({ content }) => content.some((part) => overlaps(part, range)));

/** Where the nouns of the dialogue stand in a stretch. */
function nounsIn({ input, words }: Ground, range: Range): number[] {
  const matches = input.document.text.slice(range.start, range.end).matchAll(/\p{L}+/gu);
  return [...matches]
    .filter((match) => words.dialogueNouns.has(match[0].toLowerCase()))
    .map((match) => range.start + match.index);
}

/** The parties behind an actor, those of a joint body one by one. */
function partiesBehind({ doc, actorOf, parties }: Ground, local: number): ActorId[] {
  const id = actorOf(doc, local);
  if (id === null) return [];
  const joint = parties.jointOf(id);
  return (joint.length > 0 ? [...joint] : [parties.partyOf(id)]).filter(
    (party) => (parties.actor(party)?.kind ?? "person") !== "person",
  );
}

/** The parties that a sentence names, each as near to a noun of the dialogue as it comes; those addressed are left out. */
function namedIn(ground: Ground, range: Range, nouns: readonly number[]): Side[] {
  const { mentions, attributions } = ground.input.reading;
  const addressed = new Set(
    attributions.filter(({ cue }) => cue && overlaps(cue, range)).flatMap(({ addressee }) => addressee ?? []),
  );
  const nearest = new Map<ActorId, number>();
  for (const { start, end, actor } of mentions) {
    if (actor === null || addressed.has(actor) || end <= range.start || range.end <= start) continue;
    const far = Math.min(...nouns.map((noun) => Math.abs(noun - start)));
    for (const id of partiesBehind(ground, actor)) nearest.set(id, Math.min(far, nearest.get(id) ?? far));
  }
  return [...nearest].map(([id, far]) => ({ id, far })).sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1));
}

/** The two sides of the dialogue that a sentence speaks of; null where fewer stand in it. */
function pairIn(ground: Ground, range: Range, known: ReadonlySet<string>): readonly ActorId[] | null {
  const named = namedIn(ground, range, nounsIn(ground, range)).map(({ id }) => id);
  const speakers = (saidIn(ground.input, range)?.speakers ?? []).flatMap((local) => partiesBehind(ground, local));
  const firsts = speakers.length > 0 ? [...new Set(speakers)] : named;
  const pairs = firsts.flatMap((one) => named.filter((other) => other !== one).map((other) => [one, other].sort()));
  return pairs.find((pair) => known.has(trackKey(pair))) ?? pairs[0] ?? null;
}

/** When it was so: the date of the statement, else the day of the report; null for what is told as past. */
function dateOf(input: LinkInput, range: Range): Edtf | null {
  const said = input.reading.attributions.find(
    ({ content, date }) => date !== null && content.some((part) => overlaps(part, range)),
  );
  if (said?.date) return said.date.value;
  return input.reading.background.some((past) => overlaps(past, range)) ? null : input.document.published.value;
}

/** States that sentences say. `known`: keys of the tracks that events make. Linear in the length of the reports. */
export function dialogueSayings(
  corpus: Corpus,
  actorOf: ActorOf,
  parties: Parties,
  words: LinkWords,
  known: ReadonlySet<string>,
): StatePoint[] {
  const phrases = words.dialogueStates.map(compilePhrase);
  return corpus.flatMap((input, doc) =>
    input.reading.sentences.flatMap((sentence): StatePoint[] => {
      const tokens = wordsOf(wordsIn(input, sentence));
      if (
        !tokens.some((token) => words.dialogueNouns.has(token)) ||
        tokens.some((token) => words.hypothetical.has(token))
      )
        return [];
      const phrase = findPhrase(tokens, phrases);
      const from = phrase ? dateOf(input, sentence) : null;
      const between = from === null ? null : pairIn({ input, doc, actorOf, parties, words }, sentence, known);
      if (!phrase || from === null || between === null) return [];
      return [
        {
          between,
          from,
          state: phrase.state,
          evidence: spanIn(input, { start: sentence.start, end: sentence.end }),
          weight: weights.said,
        },
      ];
    }),
  );
}
