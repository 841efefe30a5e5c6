// English cues: the tables cues.txt and cues-nouns.txt as the words that attribution reads with.
import type { StatementMode } from "../../model/words.js";
import {
  type AttributionWords,
  type Cue,
  type CueForm,
  type Frame,
  type InflectedCue,
  type ViewClass,
  type WordClass,
  wordClasses,
} from "../../read/attribution/words.js";
import { listCell, parseTable } from "../../text/tables.js";
import { tableText } from "./index.js";
import { regularForms } from "./inflect.js";

export type CueRow = {
  readonly name: string;
  readonly verbs: readonly string[];
  readonly example: string;
  readonly counter: string;
};
const columns = ["name", "mode", "polarity", "frames", "verbs", "example", "counter"] as const;
const rows = () => parseTable(tableText("cues.txt"), columns, "lang/en/cues.txt");

/** The lines of cues.txt with their example and counter-example, for the tests that run them. */
export const cueRows = (): CueRow[] =>
  rows().map((row) => ({
    name: row.name,
    verbs: listCell(row.verbs).map((verb) => verb.split(/[= ]/)[0] ?? verb),
    example: row.example,
    counter: row.counter,
  }));

/** The forms of a verb cell ("say=said=said", "point out"), each with what form it is. */
function formsOf(cell: string): { lemma: string; particle: string | null; forms: [string, CueForm][] } {
  const [head = "", past, participle] = cell.split("=");
  const [lemma = "", ...rest] = head.split(" ");
  const usual = regularForms(lemma);
  const forms: [string, CueForm][] = [
    [lemma, "base"],
    [usual.present, "present"],
    [past ?? usual.past, "past"],
    [usual.ing, "ing"],
  ];
  if (participle && participle !== past) forms.push([participle, "participle"]);
  return { lemma, particle: rest.length > 0 ? rest.join(" ") : null, forms };
}

function cueMap(): Map<string, InflectedCue[]> {
  const cues = new Map<string, InflectedCue[]>();
  for (const row of rows()) {
    for (const cell of listCell(row.verbs)) {
      const { lemma, particle, forms } = formsOf(cell);
      const cue: Cue = {
        lemma,
        particle,
        rule: row.name,
        mode: row.mode as StatementMode,
        frames: new Set(listCell(row.frames) as Frame[]),
        polarity: row.polarity as Cue["polarity"],
      };
      for (const [form, kind] of forms) cues.set(form, [...(cues.get(form) ?? []), { cue, form: kind }]);
    }
  }
  return cues;
}

function closedClasses(): AttributionWords["classes"] {
  const found = new Map(
    parseTable(tableText("cues-classes.txt"), ["class", "words"], "lang/en/cues-classes.txt").map((row) => [
      row.class,
      new Set(listCell(row.words)),
    ]),
  );
  const classes: Partial<Record<WordClass, ReadonlySet<string>>> = {};
  for (const name of wordClasses) classes[name] = found.get(name) ?? new Set();
  return classes as AttributionWords["classes"];
}

export type ViewRow = ViewClass & {
  readonly cues: readonly string[];
  readonly example: string;
  readonly counter: string;
};

/** The lines of cues-views.txt, with what the tests run. */
export const viewRows = (): ViewRow[] =>
  parseTable(
    tableText("cues-views.txt"),
    ["class", "mode", "told", "cues", "example", "counter"],
    "lang/en/cues-views.txt",
  ).map((row) => ({
    name: row.class,
    mode: row.mode as StatementMode,
    told: row.told as ViewClass["told"],
    cues: listCell(row.cues),
    example: row.example,
    counter: row.counter,
  }));

/** The class of each cue; where several lines name it, the first one. */
function viewClasses(): Map<string, ViewClass> {
  const classes = new Map<string, ViewClass>();
  for (const { name, mode, told, cues } of viewRows())
    for (const cue of cues) if (!classes.has(cue)) classes.set(cue, { name, mode, told });
  return classes;
}

/** The English words of attribution. Reads the tables: call once. */
export function attributionWords(): AttributionWords {
  const classes = new Map(
    parseTable(tableText("cues-nouns.txt"), ["class", "words"], "lang/en/cues-nouns.txt").map((row) => [
      row.class,
      new Set(listCell(row.words)),
    ]),
  );
  const of = (name: string): ReadonlySet<string> => classes.get(name) ?? new Set();
  return {
    classes: closedClasses(),
    cues: cueMap(),
    nounCues: of("cue"),
    saidNouns: of("said"),
    writings: of("writing"),
    channels: of("channel"),
    platforms: of("platform"),
    accordingTo: [
      ["according", "to"],
      ["in", "the", "words", "of"],
    ],
    agencies: of("medium"),
    viewClasses: viewClasses(),
  };
}

/** Past and present forms of the cue verbs that a quotation can go with, lower case: what tells a sentence splitter that "…?" goes on. */
export const cueForms = (): ReadonlySet<string> =>
  new Set(
    [...cueMap()]
      .filter(([, readings]) =>
        readings.some(({ form, cue }) => cue.frames.has("quote") && (form === "past" || form === "present")),
      )
      .map(([form]) => form),
  );

export type PatternRow = { readonly name: string; readonly example: string; readonly counter: string };

/** The lines of cues-patterns.txt, for the tests that run them. */
export const patternRows = (): PatternRow[] =>
  parseTable(tableText("cues-patterns.txt"), ["name", "example", "counter"], "lang/en/cues-patterns.txt").map(
    ({ name, example, counter }) => ({ name, example, counter }),
  );
