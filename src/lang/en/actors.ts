// English actors: descriptions that stand for actors and the small classes around them, from the tables of this folder.
import type { ActorWordClass, ActorWords, Description } from "../../read/actors/words.js";
import type { NameWords } from "../../read/names/names.js";
import { type Phrase, phrasesOf } from "../../read/names/phrases.js";
import { listCell, parseTable } from "../../text/tables.js";
import { tableText } from "./index.js";
import { phraseWords } from "./tokens.js";

const columns = ["noun", "kind", "of", "new", "form", "example", "counter"] as const;

/** The lines of descriptions.txt, with their example and counter-example, for the tests that run them. */
export const descriptionRows = () => parseTable(tableText("descriptions.txt"), columns, "lang/en/descriptions.txt");

/** The lines of actors-rules.txt: rules with their example and counter-example, for the tests that run them. */
export const actorRuleRows = () =>
  parseTable(
    tableText("actors-rules.txt"),
    ["rule", "words", "actor", "example", "counter"],
    "lang/en/actors-rules.txt",
  );

/** English words of actors. Reads the tables: call once. */
export function actorWords(names: NameWords): ActorWords {
  const byNoun = new Map<string, Description[]>();
  for (const row of descriptionRows()) {
    const description: Description = {
      kind: row.kind as Description["kind"],
      of: listCell(row.of),
      makes: row.new === "yes",
      form: row.form as Description["form"],
    };
    for (const noun of listCell(row.noun)) byNoun.set(noun, [...(byNoun.get(noun) ?? []), description]);
  }
  const phrases = [...byNoun].map(
    ([noun, value]): Phrase<readonly Description[]> => ({
      words: phraseWords(noun),
      value,
    }),
  );
  const classes = new Map(
    parseTable(tableText("actor-words.txt"), ["class", "words"], "lang/en/actor-words.txt").map((row) => [
      row.class,
      new Set(listCell(row.words)),
    ]),
  );
  return {
    names,
    descriptions: phrasesOf(phrases),
    is: (kind: ActorWordClass, word) => classes.get(kind)?.has(word) ?? false,
  };
}
