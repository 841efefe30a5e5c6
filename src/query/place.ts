// Where a statement stands in its report.
import type { Statement } from "../model/record.js";
import type { Span } from "../model/span.js";

/** Its words, or the cue where it has none, or its speaker. */
export const placeOf = ({ content, cueSpan, speakerSpan }: Statement): Span | null =>
  content[0] ?? cueSpan ?? speakerSpan;
