// English names: states (ISO 3166 names from i18n-iso-countries, and the tables of this folder), organizations, bodies, offices,
// places, given names and the small classes around them, as the words that names are found with.
import countries from "i18n-iso-countries";
import type { ActorKind } from "../../model/words.js";
import { type Phrase, phrasesOf } from "../../read/names/phrases.js";
import type {
  BodyKind,
  Entry,
  Gender,
  Meaning,
  NameWords,
  OfficeClass,
  OrgHead,
  Sense,
  WordClass,
} from "../../read/names/words.js";
import { listCell, parseTable, type Row } from "../../text/tables.js";
import { tableText } from "./index.js";
import { phraseWords } from "./tokens.js";

const table = <const C extends string>(name: string, columns: readonly C[]): Row<C>[] =>
  parseTable(tableText(name), columns, `lang/en/${name}`);

/** A phrase as tokens, as the text will be cut. */
const wordsOf = phraseWords;
const phrase = <V>(form: string, value: V): Phrase<V> => ({ words: wordsOf(form), value });

/** English names of a state in ISO 3166, by its code of two letters. */
export function isoNames(code: string): string[] {
  const names = countries.getName(code, "en", { select: "all" }) as string | readonly string[] | undefined;
  return [names ?? []].flat().filter((name) => !/[,()]/.test(name));
}

type States = {
  entries: Entry[];
  senses: Phrase<Sense>[];
  adjectives: Phrase<readonly string[]>[];
  people: Phrase<string>[];
  adjectiveOf: Map<string, string>;
};

function states(): States {
  const found: States = { entries: [], senses: [], adjectives: [], people: [], adjectiveOf: new Map() };
  const byAdjective = new Map<string, string[]>();
  for (const row of table("states.txt", ["code", "adjective", "people", "capital", "forms"])) {
    const key = `state:${row.code}`;
    const own = listCell(row.forms).filter((form) => !form.startsWith("the "));
    const iso = isoNames(row.code);
    const entry: Entry = { key, kind: "state", name: own[0] ?? iso[0] ?? row.code, of: null, epithets: [] };
    found.entries.push(entry);
    for (const form of new Set([...own, ...iso])) found.senses.push(phrase(form, { as: "name", entry }));
    for (const form of listCell(row.capital)) found.senses.push(phrase(form, { as: "capital", entry }));
    for (const form of listCell(row.people)) found.people.push(phrase(form, key));
    const adjectives = listCell(row.adjective);
    found.adjectiveOf.set(key, adjectives[0] ?? entry.name);
    for (const form of adjectives) byAdjective.set(form, [...(byAdjective.get(form) ?? []), key]);
  }
  for (const [form, keys] of byAdjective) found.adjectives.push(phrase(form, keys));
  return found;
}

function organisations(): { entries: Entry[]; senses: Phrase<Sense>[] } {
  const entries: Entry[] = [];
  const senses: Phrase<Sense>[] = [];
  for (const row of table("organisations.txt", ["key", "kind", "name", "of", "epithets", "forms"])) {
    const entry: Entry = {
      key: row.key,
      kind: row.kind as ActorKind,
      name: row.name,
      of: row.of || null,
      epithets: listCell(row.epithets),
    };
    entries.push(entry);
    for (const form of new Set([row.name, ...listCell(row.forms)])) senses.push(phrase(form, { as: "name", entry }));
  }
  for (const row of table("seats.txt", ["form", "key"])) {
    const entry = entries.find(({ key }) => key === row.key);
    if (entry) senses.push(phrase(row.form, { as: "capital", entry }));
  }
  return { entries, senses };
}

/** News agencies and other media, from the table of those that sign datelines. */
function media(): { entries: Entry[]; senses: Phrase<Sense>[] } {
  const entries: Entry[] = [];
  const senses: Phrase<Sense>[] = [];
  for (const row of table("agencies.txt", ["name", "forms"])) {
    const entry: Entry = { key: `media:${row.name}`, kind: "organization", name: row.name, of: null, epithets: [] };
    entries.push(entry);
    senses.push(phrase(row.name, { as: "medium", entry }));
  }
  return { entries, senses };
}

const places = (): Phrase<Sense>[] =>
  table("places.txt", ["names"]).flatMap((row) =>
    listCell(row.names).map((form) => phrase<Sense>(form, { as: "place", entry: null })),
  );

function bodies(): { phrases: Phrase<BodyKind>[]; byOffice: Map<string, string> } {
  const phrases: Phrase<BodyKind>[] = [];
  const byOffice = new Map<string, string>();
  for (const row of table("bodies.txt", ["id", "name", "office", "forms"])) {
    for (const form of listCell(row.forms)) phrases.push(phrase(form, { id: row.id, name: row.name }));
    for (const word of listCell(row.office)) byOffice.set(word, row.id);
  }
  return { phrases, byOffice };
}

function classes(): (kind: WordClass, word: string) => boolean {
  const rows = ["name-words.txt", "office-words.txt"].flatMap((name) => table(name, ["class", "words"]));
  const sets = new Map(rows.map((row) => [row.class, new Set(listCell(row.words).map((word) => word.toLowerCase()))]));
  return (kind, word) => sets.get(kind)?.has(word) ?? false;
}

/** Names that several states bear: what each may mean, and the phrases that find them. */
function ambiguous(entries: readonly Entry[]): { meanings: Map<string, Meaning[]>; senses: Phrase<Sense>[] } {
  const meanings = new Map<string, Meaning[]>();
  const senses: Phrase<Sense>[] = [];
  for (const row of table("ambiguous-states.txt", ["form", "means", "signs", "otherwise"])) {
    const key = row.means === "place" ? null : row.means;
    const id = row.form.toLowerCase();
    const entry = entries.find((candidate) => candidate.key === key);
    if (!meanings.has(id) && entry) senses.push(phrase(row.form, { as: "name", entry }));
    const meaning = { key, signs: listCell(row.signs), otherwise: row.otherwise === "yes" };
    meanings.set(id, [...(meanings.get(id) ?? []), meaning]);
  }
  return { meanings, senses };
}

/** The lines of names-rules.txt: rules with their example and counter-example, for the tests that run them. */
export const nameRuleRows = () => table("names-rules.txt", ["rule", "kind", "found", "example", "counter"]);

/** English words of names. Reads the tables: call once. */
export function nameWords(): NameWords {
  const [state, organisation, medium, body] = [states(), organisations(), media(), bodies()];
  const several = ambiguous(state.entries);
  const offices = table("offices.txt", ["class", "of", "late", "words"]).flatMap((row) =>
    listCell(row.words).flatMap((form) => {
      const value: OfficeClass = { id: row.class, of: row.of || null, late: row.late === "yes", plural: false };
      const several = { ...value, plural: true };
      const words = wordsOf(form);
      const plural = [...words.slice(0, -1), `${words[words.length - 1] ?? ""}s`];
      const inner = words.length > 1 ? [{ words: [`${words[0] ?? ""}s`, ...words.slice(1)], value: several }] : [];
      return row.class === "worker"
        ? [{ words, value }]
        : [{ words, value }, { words: plural, value: several }, ...inner];
    }),
  );
  const orgHeads = new Map<string, OrgHead>();
  for (const row of table("org-heads.txt", ["class", "kind", "words"])) {
    for (const word of listCell(row.words)) {
      const head: OrgHead = { id: row.class, kind: row.kind as OrgHead["kind"] };
      if (!orgHeads.has(word.toLowerCase())) orgHeads.set(word.toLowerCase(), head);
    }
  }
  const givenNames = new Map<string, Gender | "either">();
  for (const row of table("given-names.txt", ["gender", "names"])) {
    for (const name of listCell(row.names)) givenNames.set(name.toLowerCase(), row.gender as Gender | "either");
  }
  return {
    // names before capitals before places, where one form is several
    lexicon: phrasesOf([
      ...several.senses,
      ...state.senses.filter(({ value }) => value.as === "name"),
      ...organisation.senses,
      ...state.senses.filter(({ value }) => value.as === "capital"),
      ...places(),
      ...medium.senses,
    ]),
    entries: new Map([...state.entries, ...organisation.entries, ...medium.entries].map((entry) => [entry.key, entry])),
    ambiguous: several.meanings,
    short: new Map(
      table("short-names.txt", ["word", "key", "signs"]).map(({ word, key, signs }) => [
        word.toLowerCase(),
        { key, signs: listCell(signs) },
      ]),
    ),
    adjectives: phrasesOf(state.adjectives),
    people: phrasesOf(state.people),
    adjectiveOf: state.adjectiveOf,
    bodies: phrasesOf(body.phrases),
    bodyNames: new Map(body.phrases.map(({ value }) => [value.id, value.name])),
    bodyByOffice: body.byOffice,
    offices: phrasesOf(offices),
    orgHeads,
    givenNames,
    is: classes(),
  };
}
