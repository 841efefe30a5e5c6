// English words that tell where a sentence ends: sentence-words.txt, the abbreviations, and the cue verbs that a quotation goes
// with; with the words of its tokens, so that a reader is handed one value.
import type { SentenceWords } from "../../text/sentences.js";
import { listCell, parseTable } from "../../text/tables.js";
import type { TokenWords } from "../../text/tokens.js";
import { cueForms } from "./attribution.js";
import { tableText } from "./index.js";
import { tokenWords } from "./tokens.js";

/** The words that sentence and token splitting need, of English. Reads the tables: call once. */
export function sentenceWords(): SentenceWords & TokenWords {
  const classes = parseTable(tableText("sentence-words.txt"), ["class", "words"], "lang/en/sentence-words.txt");
  const of = (name: string): ReadonlySet<string> =>
    new Set(classes.filter((row) => row.class === name).flatMap((row) => listCell(row.words)));
  return {
    ...tokenWords(),
    starters: of("starter"),
    helpers: of("helper"),
    endings: of("ending"),
    saying: cueForms(),
    unspoken: of("unspoken"),
    behindSaying: of("behind-saying"),
    joiners: of("joiner"),
    smallStarters: of("small-starter"),
  };
}
