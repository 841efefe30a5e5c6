// English words that tell where a sentence ends: abbreviations.txt, sentence-words.txt, and the cue verbs that a quotation goes with.
import type { SentenceWords } from "../../text/sentences.js";
import { listCell, parseTable } from "../../text/tables.js";
import { cueForms } from "./attribution.js";
import { tableText } from "./index.js";

/** The words that sentence splitting needs, of English. Reads the tables: call once. */
export function sentenceWords(): SentenceWords {
  const abbreviations = parseTable(
    tableText("abbreviations.txt"),
    ["abbreviation", "before"],
    "lang/en/abbreviations.txt",
  );
  const classes = parseTable(tableText("sentence-words.txt"), ["class", "words"], "lang/en/sentence-words.txt");
  const of = (name: string): ReadonlySet<string> =>
    new Set(classes.filter((row) => row.class === name).flatMap((row) => listCell(row.words)));
  return {
    abbreviations: new Set(abbreviations.map((row) => row.abbreviation)),
    beforeNumbers: new Set(abbreviations.filter((row) => row.before === "number").map((row) => row.abbreviation)),
    starters: of("starter"),
    helpers: of("helper"),
    endings: of("ending"),
    saying: cueForms(),
  };
}
