// Time expressions of all documents as lines of the record.
import { evidenceId } from "../model/ids.js";
import type { Timex, Why } from "../model/reading.js";
import type { RecordTimex } from "../model/record.js";
import type { TimexBasis } from "../model/words.js";
import { idMaker } from "./ids.js";
import { type Corpus, spanIn } from "./input.js";

/**
 * How often a value was right whose implied parts came from there, on annotated news (publication, told) and on histories
 * (narrative, range); what leaves nothing out is exact.
 */
const scores: Readonly<Record<TimexBasis, number>> = { publication: 0.9, told: 0.85, range: 0.95, narrative: 0.85 };
const byTense = { past: 0.95, future: 0.8 } as const;

const sources: Readonly<Record<TimexBasis, string>> = {
  publication: "the day of publication",
  told: "what the report told before",
  range: "the date that it shares a range or list with",
  narrative: "the time that the report tells of",
};

/** The rule that found a time expression, and what its implied parts were taken from. */
function whyOf({ rule, from, tense }: Timex): Why {
  if (from === undefined) return { rule, score: null };
  const told =
    tense === undefined ? "" : `, which the words beside it look ${tense === "past" ? "back" : "ahead"} from`;
  return { rule: `${rule}: counted from ${sources[from]}${told}`, score: tense ? byTense[tense] : scores[from] };
}

/** Time expressions by document and place; the two ends of one range share its id. */
export function linkTimexes(corpus: Corpus): RecordTimex[] {
  const makeId = idMaker("t");
  return corpus.flatMap((input) => {
    const { timexes } = input.reading;
    const firstOf = new Map<number, { start: number; end: number }>();
    for (const { rangeId, start, end } of timexes)
      if (rangeId !== null && !firstOf.has(rangeId)) firstOf.set(rangeId, { start, end });
    return timexes.map((timex): RecordTimex => {
      const span = spanIn(input, timex);
      const first = timex.rangeId === null ? undefined : firstOf.get(timex.rangeId);
      const range = first ? evidenceId("g", span.doc, first.start, first.end) : null;
      return {
        id: makeId([span]),
        span,
        type: timex.type,
        value: timex.value,
        mod: timex.mod,
        range,
        implied: timex.implied,
        why: whyOf(timex),
      };
    });
  });
}
