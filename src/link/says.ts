// What one report says of one attribute of an event, with the words that say it: what discrepancies compare.
import type { Range, Span } from "../model/span.js";
import { spanIn } from "./input.js";
import type { Telling } from "./tellings.js";

export type Say = { readonly value: string; readonly doc: number; readonly span: Span };

/** The value that a telling gives at `range` of its document. */
export const sayOf = (telling: Telling, value: string, range: Range): Say => ({
  value,
  doc: telling.doc,
  span: spanIn(telling.input, { start: range.start, end: range.end }),
});
