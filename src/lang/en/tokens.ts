// English words that tell where a token ends: tokens.txt, tokens-contractions.txt, and the abbreviations that keep their stop.
import type { Range } from "../../model/span.js";
import { fold } from "../../text/fold.js";
import { listCell, parseTable } from "../../text/tables.js";
import { bareWord, type TokenWords, tokenRanges } from "../../text/tokens.js";
import { tableText } from "./index.js";

/** Where "can not" is cut: after how many characters each part but the last ends. */
function cutsOf(parts: string): number[] {
  const ends: number[] = [];
  for (const part of parts.split(" ").slice(0, -1)) ends.push((ends.at(-1) ?? 0) + part.length);
  return ends;
}

function readWords(): TokenWords {
  const abbreviations = parseTable(
    tableText("abbreviations.txt"),
    ["abbreviation", "before"],
    "lang/en/abbreviations.txt",
  );
  const classes = parseTable(tableText("tokens.txt"), ["class", "words"], "lang/en/tokens.txt");
  const contractions = parseTable(
    tableText("tokens-contractions.txt"),
    ["written", "parts"],
    "lang/en/tokens-contractions.txt",
  );
  const of = (name: string): ReadonlySet<string> =>
    new Set(classes.filter((row) => row.class === name).flatMap((row) => listCell(row.words)));
  return {
    abbreviations: new Set(abbreviations.map((row) => row.abbreviation)),
    beforeNumbers: new Set(abbreviations.filter((row) => row.before === "number").map((row) => row.abbreviation)),
    clitics: of("clitic"),
    negations: of("negation"),
    elisions: of("elision"),
    contractions: new Map(contractions.map((row) => [row.written, cutsOf(row.parts)])),
    prefixes: of("prefix"),
    units: of("unit"),
  };
}

let words: TokenWords | null = null;

/** The words that token splitting needs, of English. Reads the tables at the first call. */
export function tokenWords(): TokenWords {
  words ??= readWords();
  return words;
}

/** Ranges of the English tokens in `text` between `from` and `to` (a sentence), in order. */
export const englishTokens = (text: string, from = 0, to = text.length): Range[] =>
  tokenRanges(text, from, to, tokenWords());

/** The tokens of a phrase of a table as rules compare them with those of a text: folded, abbreviations without their stop. */
export const phraseWords = (phrase: string): string[] =>
  englishTokens(`${phrase} so`) // inside a sentence "Gen." keeps its stop
    .slice(0, -1)
    .map(({ start, end }) => bareWord(fold(phrase).slice(start, end)));
