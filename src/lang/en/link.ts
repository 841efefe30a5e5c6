// English for linking: the tables link-words.txt, link-labels.txt and link-states.txt as typed values.
import type { FigureWords } from "../../link/figures.js";
import type { LinkWords, StatePhrase } from "../../link/words.js";
import { InputError } from "../../model/errors.js";
import { type DialogueState, dialogueStates, type EventKind, eventKinds } from "../../model/words.js";
import { listCell, parseTable } from "../../text/tables.js";
import { tableText } from "./index.js";
import { nameForms } from "./link-names.js";
import { issueWords } from "./stances.js";

export type StateRow = StatePhrase & { readonly of: string; readonly example: string; readonly counter: string };

const stateColumns = ["name", "of", "state", "phrase", "example", "counter"] as const;

/** The lines of link-states.txt with their example and counter-example, for the tests that run them. */
export function stateRows(): StateRow[] {
  return parseTable(tableText("link-states.txt"), stateColumns, "lang/en/link-states.txt").map(
    ({ name, of, state, phrase, example, counter, line }) => {
      if (!dialogueStates.includes(state as DialogueState))
        throw new InputError(
          `lang/en/link-states.txt:${line}: no state "${state}". Write one of ${dialogueStates.join(", ")}.`,
        );
      return { name, of, state: state as DialogueState, phrase, example, counter };
    },
  );
}

function labels(): Map<EventKind, string> {
  const rows = parseTable(tableText("link-labels.txt"), ["kind", "template", "example"], "lang/en/link-labels.txt");
  return new Map(
    rows.map(({ kind, template, line }) => {
      if (!eventKinds.includes(kind as EventKind))
        throw new InputError(
          `lang/en/link-labels.txt:${line}: no kind "${kind}". Write one of ${eventKinds.join(", ")}.`,
        );
      return [kind as EventKind, template];
    }),
  );
}

/** The English words of figures. Reads the table. */
function figureWords(): FigureWords {
  const rows = new Map(
    parseTable(tableText("link-figures.txt"), ["class", "words"], "lang/en/link-figures.txt").map((row) => [
      row.class,
      listCell(row.words),
    ]),
  );
  const valued = (name: string): Map<string, number> =>
    new Map(
      (rows.get(name) ?? []).map((cell) => {
        const [word = "", value = "0"] = cell.split("=");
        return [word, Number(value)] as const;
      }),
    );
  const classes = new Map([...rows].map(([name, words]) => [name, new Set(words)]));
  return {
    numbers: valued("number"),
    scales: valued("scale"),
    is: (kind, word) => classes.get(kind)?.has(word) ?? false,
  };
}

/** The English words of linking. Reads the tables: call once. */
export function linkWords(): LinkWords {
  const classes = new Map<string, Set<string>>();
  for (const row of parseTable(tableText("link-words.txt"), ["class", "words"], "lang/en/link-words.txt")) {
    const words = classes.get(row.class) ?? new Set();
    for (const word of listCell(row.words)) words.add(word);
    classes.set(row.class, words);
  }
  const of = (name: string): ReadonlySet<string> => classes.get(name) ?? new Set();
  const phrases = (kind: string): StatePhrase[] =>
    stateRows()
      .filter((row) => row.of === kind)
      .map(({ name, phrase, state }) => ({ name, phrase, state }));
  return {
    issues: issueWords(),
    figures: figureWords(),
    names: nameForms(),
    stopwords: of("stopword"),
    labels: labels(),
    outcomes: phrases("encounter"),
    dialogueStates: phrases("dialogue"),
    dialogueNouns: of("dialogue"),
    polarity: of("polarity"),
    joining: of("joining"),
    hypothetical: of("hypothetical"),
    encounterNouns: of("encounter"),
    countedNouns: of("counted"),
    invitations: of("invitation"),
    summing: of("summing"),
    again: of("again"),
    seriesLabel: "[{parties}: ]{count} rounds",
  };
}
