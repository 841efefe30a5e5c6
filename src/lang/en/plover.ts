// English for the PLOVER coder: the tables events-plover*.txt as senses by the lemma of their head.
import type { PloverSense, PloverWords } from "../../read/events/plover.js";
import { listCell, parseTable } from "../../text/tables.js";
import { tableText } from "./index.js";

const rows = () =>
  parseTable(tableText("events-plover.txt"), ["root", "words", "example", "counter"], "lang/en/events-plover.txt");

/** The lexicon of PLOVER roots. Reads the tables: call once. */
export function ploverWords(): PloverWords {
  const senses = new Map<string, PloverSense[]>();
  for (const { root, words } of rows()) {
    for (const cell of listCell(words)) {
      const [lemma = "", ...needs] = cell.split(">").map((part) => part.trim());
      const sense = {
        root,
        needs: needs.map((choice) => new Set(choice.split("/").flatMap((word) => [word, `${word}s`]))),
      };
      senses.set(lemma, [...(senses.get(lemma) ?? []), sense]);
    }
  }
  const classes = parseTable(
    tableText("events-plover-words.txt"),
    ["class", "words"],
    "lang/en/events-plover-words.txt",
  );
  return { senses, classes: new Map(classes.map((row) => [row.class, new Set(listCell(row.words))])) };
}

/** The lines of the lexicon with their example and counter-example, for the tests that run them. */
export const ploverRows = (): readonly {
  readonly root: string;
  readonly example: string;
  readonly counter: string;
}[] => rows();
