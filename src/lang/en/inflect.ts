// Forms of regular English verbs, for the tables that give a lemma alone. Which verbs double their last letter stands in doubling.txt.
import { parseTable } from "../../text/tables.js";
import { tableText } from "./index.js";

const doubling: ReadonlySet<string> = new Set(
  parseTable(tableText("doubling.txt"), ["verb"], "lang/en/doubling.txt").map((row) => row.verb),
);

/** The verb, with its last letter twice where it doubles: "drop" → "dropp". */
const stemOf = (lemma: string): string => (doubling.has(lemma) ? lemma + lemma.slice(-1) : lemma);

export type RegularForms = { readonly present: string; readonly past: string; readonly ing: string };

/** Present, past and -ing forms of a regular verb in its base form. */
export function regularForms(lemma: string): RegularForms {
  const endsInY = /[^aeiou]y$/.test(lemma);
  const present = /(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : endsInY ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
  const past = lemma.endsWith("e") ? `${lemma}d` : endsInY ? `${lemma.slice(0, -1)}ied` : `${stemOf(lemma)}ed`;
  const ing = /[^eo]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${stemOf(lemma)}ing`;
  return { present, past, ing };
}
