// The reader as this package ships it, English and all outlets: bound here and not at the roof, since threads load it too.
import type { Reader } from "../dossier/kit.js";
import { ingest } from "../ingest/ingest.js";
import { detectLanguage } from "../ingest/language.js";
import { anchorOf, outside } from "../ingest/published.js";
import { ingestWords } from "../lang/en/ingest.js";
import { linkWords } from "../lang/en/link.js";
import { english } from "../lang/en/read.js";
import { keysOf } from "../link/neighbourhood.js";
import type { Range } from "../model/span.js";
import { outlets } from "../outlets/index.js";
import { read } from "../read/read.js";
import { inferPublished } from "../time/published.js";

/** Makes the reader. `largest`: bytes of a source. Reads the tables of the language, which takes a while. */
export function makeReader(largest: number): Reader {
  const [language, { stopwords }] = [english(), linkWords()];
  const infer = (text: string, skip: readonly Range[], dateline: Range | null) =>
    inferPublished(text, skip, language.time, { dateline });
  const kit = { words: ingestWords(), outlets, largest, detectLanguage, inferPublished: infer };
  return {
    ingest: (source) => ingest(source, kit),
    read: (document) => read(document, language),
    publishedAmong: (document, days) => {
      const anchor = anchorOf(document, kit.words);
      const skip = outside(document.furniture, anchor);
      return inferPublished(document.text, skip, language.time, { others: days, dateline: anchor });
    },
    keysOf: (input) => keysOf(input, stopwords),
  };
}
