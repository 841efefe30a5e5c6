// The words that the repairs of a parse need, of English: parse-words.txt, and what the cue tables and the calendar know already.
import type { RepairWords } from "../../learn/repairs/words.js";
import type { Frame } from "../../read/attribution/words.js";
import { listCell, parseTable } from "../../text/tables.js";
import { attributionWords } from "./attribution.js";
import { tableText } from "./index.js";

export type RepairRow = { readonly name: string; readonly example: string; readonly counter: string };

/** The lines of parse-rules.txt, for the tests that run them. */
export const repairRows = (): RepairRow[] =>
  parseTable(tableText("parse-rules.txt"), ["name", "example", "counter"], "lang/en/parse-rules.txt").map(
    ({ name, example, counter }) => ({ name, example, counter }),
  );

function calendarClass(name: string): ReadonlySet<string> {
  const rows = parseTable(tableText("calendar.txt"), ["class", "word", "value"], "lang/en/calendar.txt");
  return new Set(rows.filter((row) => row.class === name).map((row) => row.word));
}

const clauseFrames: readonly Frame[] = ["that", "bare", "quote"];

/** The English words of the repairs. Reads the tables: call once. */
export function repairWords(): RepairWords {
  const { cues, classes, accordingTo } = attributionWords();
  const rows = parseTable(tableText("parse-words.txt"), ["class", "words"], "lang/en/parse-words.txt");
  const of = (name: string): ReadonlySet<string> =>
    new Set(rows.filter((row) => row.class === name).flatMap((row) => listCell(row.words)));
  const takesClause = [...cues].map(([form, readings]) => ({
    form,
    particles: readings
      .filter(({ cue }) => clauseFrames.some((frame) => cue.frames.has(frame)))
      .map(({ cue }) => cue.particle ?? ""),
  }));
  return {
    cues: new Set(takesClause.filter(({ particles }) => particles.includes("")).map(({ form }) => form)),
    phrasalCues: new Map(
      takesClause.map(({ form, particles }) => [form, new Set(particles.filter((particle) => particle !== ""))]),
    ),
    hearerCues: new Set(
      [...cues].filter(([, readings]) => readings.some(({ cue }) => cue.frames.has("person"))).map(([form]) => form),
    ),
    askingCues: new Set(
      [...cues].filter(([, readings]) => readings.some(({ cue }) => cue.rule === "ask")).map(([form]) => form),
    ),
    questionMarks: of("question mark"),
    sourceMarks: new Set(accordingTo.filter((words) => words.length === 2).flatMap(([first]) => first ?? [])),
    complementizers: classes.complementizer,
    contentNouns: of("content noun"),
    agentMarks: classes["agent mark"],
    months: calendarClass("month"),
    weekdays: calendarClass("weekday"),
    times: of("time"),
    titles: of("title"),
    bodies: of("body"),
    portfolios: of("portfolio"),
    genitives: classes["genitive mark"],
    things: of("thing"),
  };
}
