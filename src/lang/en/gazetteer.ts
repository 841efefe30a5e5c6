// What English-language press knows of the world, as phrases with classes: the lists of gazetteer/, and what the tables of this
// folder already say of states, organizations, offices and the calendar. Features of the name tagger; no list decides alone.

import { type PhraseTree, phraseTree } from "../../learn/phrases.js";
import { listCell, parseTable } from "../../text/tables.js";
import { tableText } from "./index.js";
import { isoNames } from "./names.js";
import { englishTokens } from "./tokens.js";

/** Classes of phrases; a class's place in this list is its bit in the masks of the tree. New ones go to the end: weights know the numbers. */
export const phraseClasses = [
  "state",
  "nationality",
  "city",
  "place",
  "region",
  "landform",
  "given-name",
  "family-name",
  "organization",
  "company",
  "medium",
  "group",
  "club",
  "body",
  "organization-word",
  "company-ending",
  "title",
  "office",
  "facility-word",
  "paper-word",
  "calendar",
  "language",
  "thing",
  "person-suffix",
  "particle",
  "never",
  "small-place",
  "small-given-name",
  "small-organization",
] as const;
export type PhraseClass = (typeof phraseClasses)[number];

/** Lists of gazetteer/, one entry a line as it is written, and the class of their entries. */
const lists: readonly (readonly [PhraseClass, string])[] = [
  ["city", "cities"],
  ["region", "regions"],
  ["landform", "landforms"],
  ["given-name", "given-names"],
  ["family-name", "family-names"],
  ["organization", "organizations"],
  ["company", "companies"],
  ["medium", "media"],
  ["group", "groups"],
  ["club", "clubs"],
  ["organization-word", "organization-words"],
  ["company-ending", "company-endings"],
  ["title", "titles"],
  ["facility-word", "facility-words"],
  ["language", "languages"],
  ["thing", "things"],
  ["small-place", "small-places"],
  ["small-given-name", "small-given-names"],
  ["small-organization", "small-organizations"],
];

/** Names of the lists, for the tests that look at their heads and order. */
export const gazetteerFiles = lists.map(([, name]) => `gazetteer/${name}.txt`);

type Known = readonly [PhraseClass, string];

const small = new Set(
  parseTable(tableText("name-words.txt"), ["class", "words"], "lang/en/name-words.txt")
    .filter((row) => row.class === "joiner")
    .flatMap((row) => listCell(row.words)),
);

/** "ministry of justice" → "Ministry of Justice". */
const capitalised = (phrase: string): string =>
  phrase
    .split(" ")
    .map((word, i) => (i > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ");

const both = (kind: PhraseClass, phrase: string): Known[] => [
  [kind, phrase],
  [kind, capitalised(phrase)],
];

function* fromLists(): Generator<Known> {
  for (const [kind, name] of lists) {
    for (const line of tableText(`gazetteer/${name}.txt`).split("\n")) {
      if (line !== "" && !line.startsWith("#")) yield [kind, line];
    }
  }
}

function* fromStates(): Generator<Known> {
  for (const row of parseTable(
    tableText("states.txt"),
    ["code", "adjective", "people", "capital", "forms"],
    "lang/en/states.txt",
  )) {
    for (const form of [...isoNames(row.code), ...listCell(row.forms)]) yield ["state", form];
    for (const form of [...listCell(row.adjective), ...listCell(row.people)]) yield ["nationality", form];
    for (const form of listCell(row.capital)) yield ["city", form];
  }
  for (const row of parseTable(tableText("places.txt"), ["names"], "lang/en/places.txt")) {
    for (const form of listCell(row.names)) yield ["place", form];
  }
}

function* fromOrganisations(): Generator<Known> {
  const columns = ["key", "kind", "name", "of", "epithets", "forms"] as const;
  for (const row of parseTable(tableText("organisations.txt"), columns, "lang/en/organisations.txt")) {
    for (const form of [row.name, ...listCell(row.forms)]) yield ["organization", form];
  }
  for (const row of parseTable(tableText("agencies.txt"), ["name", "forms"], "lang/en/agencies.txt")) {
    yield ["medium", row.name];
    for (const form of listCell(row.forms)) if (form.includes(" ")) yield ["medium", capitalised(form)];
  }
  for (const row of parseTable(tableText("bodies.txt"), ["id", "name", "office", "forms"], "lang/en/bodies.txt")) {
    for (const form of listCell(row.forms)) yield* both("body", form);
  }
  for (const row of parseTable(tableText("org-heads.txt"), ["class", "kind", "words"], "lang/en/org-heads.txt")) {
    const other: PhraseClass = row.class === "paper" ? "paper-word" : "facility-word";
    for (const word of listCell(row.words)) yield [row.kind === "other" ? other : "organization-word", word];
  }
}

const titles: Readonly<Record<string, PhraseClass>> = {
  honorific: "title",
  "honorific-m": "title",
  "honorific-f": "title",
  suffix: "person-suffix",
};

/** "christmas" → "Christmas", "gdp" → "Gdp" and "GDP". */
const never = (word: string): Known[] =>
  [capitalised(word), ...(word.length < 5 ? [word.toUpperCase()] : [])].map((form): Known => ["never", form]);

function* fromPersons(): Generator<Known> {
  for (const row of parseTable(tableText("offices.txt"), ["class", "of", "late", "words"], "lang/en/offices.txt")) {
    for (const form of listCell(row.words)) yield* both("office", form);
  }
  for (const row of parseTable(tableText("office-words.txt"), ["class", "words"], "lang/en/office-words.txt")) {
    const kind = titles[row.class];
    if (kind !== undefined)
      for (const word of listCell(row.words))
        yield* [
          [kind, word],
          [kind, `${word}.`],
        ] as Known[];
  }
  for (const row of parseTable(tableText("given-names.txt"), ["gender", "names"], "lang/en/given-names.txt")) {
    for (const form of listCell(row.names)) yield ["given-name", form];
  }
  for (const row of parseTable(tableText("name-words.txt"), ["class", "words"], "lang/en/name-words.txt")) {
    if (row.class === "particle") for (const word of listCell(row.words)) yield* both("particle", word);
    if (row.class === "never") for (const word of listCell(row.words)) yield* never(word);
  }
  for (const row of parseTable(tableText("calendar.txt"), ["class", "word", "value"], "lang/en/calendar.txt")) {
    if (row.class === "month" || row.class === "weekday") yield ["calendar", capitalised(row.word)];
  }
}

/** Whether a phrase is Latin letters and single spaces, so that its words are what stands between the spaces. */
function isPlain(phrase: string): boolean {
  for (let i = 0; i < phrase.length; i++) {
    const code = phrase.charCodeAt(i);
    const small = code | 32;
    const letter = (small >= 97 && small <= 122) || (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7);
    if (code !== 32 && !letter) return false;
  }
  return true;
}

/** The words of a phrase as texts are cut; twice where a full stop may or may not be cut off ("St. Petersburg"). */
function cuts(phrase: string): string[][] {
  if (isPlain(phrase)) return [phrase.split(" ")];
  const words = englishTokens(`${phrase} so`) // inside a sentence an abbreviation keeps its stop
    .slice(0, -1)
    .map(({ start, end }) => phrase.slice(start, end));
  if (!words.includes(".")) return [words];
  const joined: string[] = [];
  for (const word of words) {
    if (word === ".") joined.push(`${joined.pop() ?? ""}.`);
    else joined.push(word);
  }
  return [words, joined];
}

function* phrases(): Generator<readonly [readonly string[], number]> {
  for (const source of [fromLists(), fromStates(), fromOrganisations(), fromPersons()]) {
    for (const [kind, phrase] of source) {
      const bits = 1 << phraseClasses.indexOf(kind);
      for (const words of cuts(phrase)) yield [words, bits];
    }
  }
}

let tree: PhraseTree | null = null;

/** The known phrases of English, with the bits of `phraseClasses`. Read once, at the first call. */
export function gazetteer(): PhraseTree {
  tree ??= phraseTree(phrases());
  return tree;
}
