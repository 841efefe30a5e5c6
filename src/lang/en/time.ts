// English words of the temporal tagger: calendar.txt and timexes.txt as typed values.
import { parseTable } from "../../text/tables.js";
import { type TimeWords, timeWordsOf } from "../../time/words.js";
import { tableText } from "./index.js";

/** A row of timexes.txt with its example (`text => words = value`) and counter-example, for the tests that run them. */
export type TimexRow = {
  readonly rule: string;
  readonly value: string;
  readonly pattern: string;
  readonly example: string;
  readonly counter: string;
};

export const timexRows = (): readonly TimexRow[] =>
  parseTable(tableText("timexes.txt"), ["rule", "value", "pattern", "example", "counter"], "lang/en/timexes.txt");
export const calendarRows = () =>
  parseTable(tableText("calendar.txt"), ["class", "word", "value"], "lang/en/calendar.txt");

/** Words that tell a report's own day: publication.txt. */
const publicationRows = () =>
  parseTable(tableText("publication.txt"), ["class", "word", "value"], "lang/en/publication.txt");

/** The words that the temporal tagger needs, of English. Reads the tables: call once. */
export const timeWords = (): TimeWords => timeWordsOf([...calendarRows(), ...publicationRows()], timexRows());
