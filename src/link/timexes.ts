// Time expressions of all documents as lines of the record.
import { evidenceId } from "../model/ids.js";
import type { RecordTimex } from "../model/record.js";
import { idMaker } from "./ids.js";
import { type Corpus, spanIn } from "./input.js";

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
      };
    });
  });
}
