// What is said of a dialogue as a whole: that it stands still, is over, or must be taken up again. Read from sentences with a
// noun of the dialogue, where they say it as a fact; between the parties that the sentence and its speaker stand for.
import type { Edtf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import { overlaps, type Range } from "../model/span.js";
import { wordsOf } from "../text/shingles.js";
import type { StatePoint } from "./dialogue.js";
import { type ActorOf, type Corpus, type LinkInput, spanIn, wordsIn } from "./input.js";
import type { Parties } from "./parties.js";
import { compilePhrase, findPhrase } from "./phrases.js";
import type { LinkWords } from "./words.js";

/** Actors named in a stretch of text, and those who say it. */
function actorsIn(input: LinkInput, doc: number, range: Range, actorOf: ActorOf): ActorId[] {
  const { mentions, attributions } = input.reading;
  const named = mentions
    .filter((mention) => mention.start < range.end && range.start < mention.end)
    .flatMap(({ actor }) => actor ?? []);
  const speakers = attributions
    .filter(({ content }) => content.some((part) => overlaps(part, range)))
    .flatMap((attribution) => attribution.speakers);
  return [...named, ...speakers].flatMap((local) => actorOf(doc, local) ?? []);
}

/** When it was so: the date of the statement, else the day of the report; null for what is told as past. */
function dateOf(input: LinkInput, range: Range): Edtf | null {
  const said = input.reading.attributions.find(
    ({ content, date }) => date !== null && content.some((part) => overlaps(part, range)),
  );
  if (said?.date) return said.date.value;
  return input.reading.background.some((past) => overlaps(past, range)) ? null : input.document.published.value;
}

/** States of the dialogue that sentences say. Linear in the length of the reports. */
export function dialogueSayings(
  corpus: Corpus,
  actorOf: ActorOf,
  parties: Parties,
  words: LinkWords,
  weight: number,
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
      if (!phrase || from === null) return [];
      const sides = actorsIn(input, doc, sentence, actorOf).flatMap((id) =>
        parties.jointOf(id).length > 0 ? parties.jointOf(id) : [parties.partyOf(id)],
      );
      const between = [...new Set(sides)]
        .filter((id) => ["state", "organization"].includes(parties.actor(id)?.kind ?? ""))
        .sort();
      if (between.length < 2 || between.length > 4) return [];
      return [
        {
          between,
          from,
          state: phrase.state,
          evidence: spanIn(input, { start: sentence.start, end: sentence.end }),
          weight,
        },
      ];
    }),
  );
}
