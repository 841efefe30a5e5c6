// A document: one report as obtained, with what its page says of itself. Made by ingest, never changed afterwards.
import type { Edtf } from "./edtf.js";
import type { DocumentId } from "./ids.js";
import type { Range } from "./span.js";
import type { DateBasis } from "./words.js";

/** Part of the text that is no part of the report; marked with a reason, never cut. */
export type Furniture = Range & { readonly reason: string };

/** When the document was published, and the words that say so. `value` is a day (or null), never today's date by default. */
export type Published = { readonly value: Edtf | null; readonly basis: DateBasis; readonly evidence: readonly Range[] };

/** One report as obtained. Offsets count in `text` (UTF-16, end exclusive). */
export type Document = {
  readonly id: DocumentId;
  readonly uri: string; // relative to the dossier, "/"-separated; "stdin:<hash>"
  readonly textHash: string; // SHA-256 of text
  readonly title: string | null;
  readonly titleRange: Range | null; // where the headline stands in the text
  readonly dateline: (Range & { readonly place: string | null }) | null; // "MOSCOW, November 30. /TASS/."
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: Published;
  readonly language: string; // BCP 47
  readonly translatedFrom: string | null;
  readonly text: string;
  readonly furniture: readonly Furniture[];
};
