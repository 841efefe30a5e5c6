// English events: the tables events*.txt as the words that reading events works with.

import { InputError } from "../../model/errors.js";
import type { EventKind } from "../../model/words.js";
import { eventKinds } from "../../model/words.js";
import {
  type Act,
  type Detail,
  type EventVerbForm,
  type EventWords,
  type Inflected,
  type Need,
  type NeedKind,
  type NounEntry,
  type NounRule,
  type NumberWord,
  needKinds,
  type RetoldNoun,
  type SupportRule,
  type VerbRule,
} from "../../read/events/words.js";
import { listCell, parseTable } from "../../text/tables.js";
import { tableText } from "./index.js";
import { regularForms } from "./inflect.js";
import { ploverWords } from "./plover.js";
import { phraseWords } from "./tokens.js";

const source = (name: string): string => `lang/en/${name}`;
const verbColumns = ["name", "kind", "plover", "subject", "verbs", "object", "passive", "example", "counter"] as const;
const nounColumns = ["name", "kind", "plover", "nouns", "alone", "example", "counter"] as const;
const supportColumns = ["name", "side", "phase", "verbs", "example", "counter"] as const;
const verbRows = () => parseTable(tableText("events.txt"), verbColumns, source("events.txt"));
const nounRows = () => parseTable(tableText("events-nouns.txt"), nounColumns, source("events-nouns.txt"));
const supportRows = () => parseTable(tableText("events-support.txt"), supportColumns, source("events-support.txt"));

/** The tokens of a phrase of a table, folded and lower case. */
const wordsOf = (phrase: string): string[] => phraseWords(phrase).map((word) => word.toLowerCase());

/** "travelled" and "traveled", "expelled": verbs that end in a vowel and "l" have both. */
const doublesL = /[^aeiou][aeiou]l$/;

type Cell = {
  readonly lemma: string;
  readonly rest: readonly string[];
  readonly forms: readonly (readonly [string, EventVerbForm])[];
};

/** A verb cell ("meet=met=met", "hand over") as its forms and the words that must follow them. */
function verbCell(cell: string): Cell {
  const [head = "", past, participle] = cell.split("=");
  const [lemma = "", ...rest] = wordsOf(head);
  const usual = regularForms(lemma);
  const forms: [string, EventVerbForm][] = [
    [lemma, "base"],
    [usual.present, "present"],
    [usual.ing, "ing"],
    [past ?? usual.past, "past"],
  ];
  if (doublesL.test(lemma) && past === undefined) forms.push([`${lemma}led`, "past"], [`${lemma}ling`, "ing"]);
  if (lemma === "have") forms[1] = ["has", "present"];
  if (participle !== undefined && participle !== past) forms.push([participle, "participle"]);
  // "cut", "put": where past and base are one form, the past is what news tells.
  if (past === lemma) forms.splice(0, 1);
  const seen = new Set<string>();
  return { lemma, rest, forms: forms.filter(([form]) => (seen.has(form) ? false : seen.add(form))) };
}

const particles = (): ReadonlyMap<string, unknown> => classMap().get("particle") ?? new Map();

function inflect<Rule>(verbs: string, rule: Rule, into: Map<string, Inflected<Rule>[]>): void {
  const particle = particles();
  for (const cell of listCell(verbs)) {
    const { lemma, rest: behind, forms } = verbCell(cell);
    const open = behind[0] === "…";
    const rest = open ? behind.slice(1) : behind;
    const gap = open || particle.has(rest[0] ?? "");
    for (const [form, kind] of forms)
      into.set(form, [...(into.get(form) ?? []), { rule, form: kind, lemma, rest, gap }]);
  }
}

function needOf(text: string, line: number, classes: ReadonlyMap<string, unknown>): Need {
  if (text.startsWith("#")) {
    if (!classes.has(text.slice(1)))
      throw new InputError(
        `${source("events.txt")}:${line}: there is no class "${text.slice(1)}". Add it to events-words.txt.`,
      );
    return { what: "class", name: text.slice(1) };
  }
  if (text === "@noun") return { what: "event", name: "" };
  const what = text === "with-thing" ? "with" : text;
  if (!(needKinds as readonly string[]).includes(what))
    throw new InputError(
      `${source("events.txt")}:${line}: "${text}" is no need. Write one of ${needKinds.join(", ")}, #class or @noun.`,
    );
  return { what: what as NeedKind, name: "" };
}

function kindOf(text: string, file: string, line: number): EventKind {
  if ((eventKinds as readonly string[]).includes(text)) return text as EventKind;
  throw new InputError(
    `${source(file)}:${line}: "${text}" is no kind of event. Write one of ${eventKinds.join(", ")}.`,
  );
}

const ploverOf = (text: string): string | null => (text === "-" || text === "" ? null : text);

function verbMap(classes: ReadonlyMap<string, unknown>): Map<string, Inflected<VerbRule>[]> {
  const map = new Map<string, Inflected<VerbRule>[]>();
  for (const row of verbRows()) {
    const rule: VerbRule = {
      name: row.name,
      kind: kindOf(row.kind, "events.txt", row.line),
      plover: ploverOf(row.plover),
      subject: needOf(row.subject, row.line, classes),
      objects: listCell(row.object).map((alternative) =>
        alternative.split("+").map((need) => needOf(need.trim(), row.line, classes)),
      ),
      passive: row.passive === "yes",
    };
    inflect(row.verbs, rule, map);
  }
  // Verbs with a particle before the bare verb: "put forward" before "put".
  for (const [form, entries] of map)
    map.set(
      form,
      [...entries].sort((a, b) => b.rest.length - a.rest.length),
    );
  return map;
}

function nounMap(): Map<string, NounEntry[]> {
  const map = new Map<string, NounEntry[]>();
  const put = (phrase: string, rule: NounRule, plural: boolean): void => {
    const words = wordsOf(phrase);
    const first = words[0] ?? "";
    const list = map.get(first) ?? [];
    if (!list.some((entry) => entry.words.join(" ") === words.join(" ")))
      map.set(
        first,
        [...list, { rule, words, plural }].sort((a, b) => b.words.length - a.words.length),
      );
  };
  for (const row of nounRows()) {
    const rule: NounRule = {
      name: row.name,
      kind: kindOf(row.kind, "events-nouns.txt", row.line),
      plover: ploverOf(row.plover),
      alone: row.alone as NounRule["alone"],
    };
    for (const noun of listCell(row.nouns)) {
      const isPlural = /(?:s|[^s]s)$/.test(noun) && !noun.endsWith("ss") && noun !== "series";
      put(noun, rule, isPlural);
      const [head, ...tail] = noun.split(" of ");
      if (head && !isPlural) put([regularForms(head).present, ...tail].join(" of "), rule, true);
    }
  }
  return map;
}

const actRows = () =>
  parseTable(
    tableText("events-acts.txt"),
    ["kind", "plover", "verbs", "example", "counter"],
    source("events-acts.txt"),
  );

/** Verbs by what they tell when a day stands with them. */
const actMap = (): Map<string, Act> =>
  new Map(
    actRows().flatMap((row) => {
      const kind = row.kind === "none" ? "none" : kindOf(row.kind, "events-acts.txt", row.line);
      return listCell(row.verbs).map((verb): [string, Act] => [verb, { kind, plover: ploverOf(row.plover) }]);
    }),
  );

const retoldRows = () =>
  parseTable(
    tableText("events-retold.txt"),
    ["kind", "nouns", "like", "example", "counter"],
    source("events-retold.txt"),
  );

/** Nouns that tell an event again, by lemma; of several kinds the first of the table. */
function retoldMap(): Map<string, RetoldNoun[]> {
  const map = new Map<string, RetoldNoun[]>();
  for (const row of retoldRows())
    for (const noun of listCell(row.nouns)) {
      const like = row.like === "-" ? [] : listCell(row.like);
      map.set(noun, [...(map.get(noun) ?? []), { kind: kindOf(row.kind, "events-retold.txt", row.line), like }]);
    }
  return map;
}

type Phrases = Map<string, readonly (readonly string[])[]>;
function classMap(): Map<string, Phrases> {
  const classes = new Map<string, Phrases>();
  for (const row of parseTable(tableText("events-words.txt"), ["class", "words"], source("events-words.txt"))) {
    const words: Phrases = classes.get(row.class) ?? new Map();
    for (const phrase of listCell(row.words)) {
      const tokens = wordsOf(phrase);
      const first = tokens[0] ?? "";
      words.set(
        first,
        [...(words.get(first) ?? []), tokens].sort((a, b) => b.length - a.length),
      );
    }
    classes.set(row.class, words);
  }
  return classes;
}

/** All forms of the verbs of class "planners". */
function plannerForms(): Set<string> {
  const row = parseTable(tableText("events-words.txt"), ["class", "words"], source("events-words.txt")).find(
    (one) => one.class === "planners",
  );
  return new Set(listCell(row?.words ?? "").flatMap((cell) => verbCell(cell).forms.map(([form]) => form)));
}

function details(): Map<string, Detail[]> {
  const map = new Map<string, Detail[]>();
  const rows = parseTable(tableText("events-details.txt"), ["field", "name", "phrases"], source("events-details.txt"));
  for (const [order, row] of rows.entries()) {
    for (const phrase of listCell(row.phrases).map(wordsOf)) {
      const first = phrase[0] ?? "";
      map.set(first, [
        ...(map.get(first) ?? []),
        { field: row.field === "outcome" ? "outcome" : "format", name: row.name, phrase, order },
      ]);
    }
  }
  return map;
}

function numbers(): Map<string, NumberWord> {
  const rows = parseTable(tableText("events-numbers.txt"), ["word", "value", "kind"], source("events-numbers.txt"));
  return new Map(
    rows.map((row): [string, NumberWord] => [
      row.word,
      { value: Number(row.value), kind: row.kind === "ordinal" || row.kind === "unit" ? row.kind : "cardinal" },
    ]),
  );
}

/** Endings of English verb forms; none with a quantifier, so matching is linear. */
const endings = {
  past: /(?:ed|ght|ld|nt|et|ok|ve)$/,
  participle: /(?:ed|en|wn|ld|nt|pt|ht|et|ut|it|de|ne|rn|un|ck|ng|om|ft|ad|id|ost|ot)$/,
  progressive: /ing$/,
};

/** The English words of events. Reads the tables: call once. */
export function eventWords(): EventWords {
  const support = new Map<string, Inflected<SupportRule>[]>();
  for (const row of supportRows())
    inflect(
      row.verbs,
      { name: row.name, side: row.side as SupportRule["side"], phase: row.phase as SupportRule["phase"] },
      support,
    );
  for (const [form, entries] of support)
    support.set(
      form,
      [...entries].sort((a, b) => b.rest.length - a.rest.length),
    );
  return {
    plover: ploverWords(),
    acts: actMap(),
    retold: retoldMap(),
    verbs: verbMap(classMap()),
    support,
    nouns: nounMap(),
    classes: classMap(),
    planners: plannerForms(),
    endings,
    details: details(),
    numbers: numbers(),
  };
}

export type EventRow = {
  readonly table: string;
  readonly name: string;
  readonly kind: string;
  readonly example: string;
  readonly counter: string;
};

/** The lines of the tables with their example and counter-example, for the tests that run them. */
export const eventRows = (): EventRow[] => [
  ...verbRows().map(({ name, kind, example, counter }) => ({ table: "events.txt", name, kind, example, counter })),
  ...nounRows().map(({ name, kind, example, counter }) => ({
    table: "events-nouns.txt",
    name,
    kind,
    example,
    counter,
  })),
  ...supportRows().map(({ name, example, counter }) => ({
    table: "events-support.txt",
    name,
    kind: "meeting",
    example,
    counter,
  })),
];

/** The lines of the table of acts, for the tests that run them: kind "none" has an example that tells no event. */
export const eventActRows = (): readonly Omit<EventRow, "table" | "name">[] =>
  actRows().map(({ kind, example, counter }) => ({ kind, example, counter }));

/** The lines of the table of retold nouns, for the tests that run them. */
export const retoldNounRows = (): readonly Omit<EventRow, "table" | "name">[] =>
  retoldRows().map(({ kind, example, counter }) => ({ kind, example, counter }));
