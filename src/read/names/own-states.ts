// States that the lexicon does not know, told by the document itself: a name that stands beside its own adjective ("Orvela", "the
// Orvelan army"). With them the words of names are those of a document; all that is read of a known state is read of them too.
import type { Analysis, Token } from "../analysis.js";
import { type Phrase, type Phrases, phraseAt, phrasesOf } from "./phrases.js";
import type { Entry, NameWords, Sense } from "./words.js";

const vowels = ["", "a", "e", "i", "o", "u", "y"];
const longestEnding = 3;

/** Words with a capital that is not of the whole word, by their lower case, where the lexicon does not begin a phrase with them. */
function unknownWords(tokens: readonly Token[], words: NameWords): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, { text, lower }] of tokens.entries()) {
    if (text.length < 4 || !/^\p{Lu}\p{Ll}+$/u.test(text) || words.givenNames.has(lower)) continue;
    if (words.is("function", lower) || words.is("never", lower)) continue;
    if (tokens[index + 1]?.upos === "NUM") continue; // "Channel Orvel 1"
    if (phraseAt(words.lexicon, tokens, index, index + 1) || phraseAt(words.adjectives, tokens, index, index + 1))
      continue;
    const list = found.get(lower);
    if (list) list.push(index);
    else found.set(lower, [index]);
  }
  return found;
}

/** The only name among `known` that `adjective` can be made of: by an ending, over a vowel at the name's end. */
function nameBehind(adjective: string, known: ReadonlyMap<string, unknown>, words: NameWords): string | null {
  const names = new Set<string>();
  for (let length = 1; length <= longestEnding; length++) {
    const stem = adjective.slice(0, -length);
    if (stem.length < 3 || !words.is("demonym-ending", adjective.slice(-length))) continue;
    for (const vowel of vowels) if (known.has(stem + vowel)) names.add(stem + vowel);
  }
  const [name] = names;
  return names.size === 1 && name !== undefined && name !== adjective ? name : null;
}

/** "The Orvelan army", "Orvelan Foreign Minister": whether what stands behind an adjective is a state's. */
function ofState(tokens: readonly Token[], words: NameWords, index: number): boolean {
  for (let i = index + 1; i < index + 3; i++) {
    if (words.is("state-organ", tokens[i]?.lower ?? "")) return true;
    const office = phraseAt(words.offices, tokens, i, i + 4)?.value.id ?? "";
    if (words.is("state-office", office)) return true;
    if (phraseAt(words.bodies, tokens, i, i + 5)) return true;
  }
  return false;
}

/** "Republic of Orvela": the words before a name that belong to the state's own. */
function longForms(tokens: readonly Token[], words: NameWords, places: readonly number[]): string[][] {
  return places.flatMap((index) => {
    const [head, of] = [tokens[index - 2], tokens[index - 1]];
    const long = head && /^\p{Lu}/u.test(head.text) && words.is("state-relation", head.lower);
    return long && of && words.is("genitive", of.lower) ? [[head.text, of.text, tokens[index]?.text ?? ""]] : [];
  });
}

type Own = { readonly entry: Entry; readonly forms: string[][]; readonly adjective: string };

/** The states that a document tells by name and adjective; where one is told by what is its, other such pairs are states too. Linear. */
function ownStates(analysis: Analysis, words: NameWords): Own[] {
  const { tokens } = analysis;
  const known = unknownWords(tokens, words);
  const found = new Map<string, Own>();
  let told = false;
  for (const [adjective, places] of known) {
    const name = nameBehind(adjective, known, words);
    const named = name === null ? undefined : known.get(name);
    if (name === null || !named || found.has(name)) continue;
    told ||= places.some((index) => ofState(tokens, words, index));
    const form = tokens[named[0] ?? -1]?.text ?? name;
    const entry: Entry = { key: `state:own-${name}`, kind: "state", name: form, of: null, epithets: [] };
    found.set(name, {
      entry,
      forms: [[form], ...longForms(tokens, words, named)],
      adjective: tokens[places[0] ?? -1]?.text ?? adjective,
    });
  }
  return told ? [...found.values()] : [];
}

function extended<Value>(phrases: Phrases<Value>, added: readonly Phrase<Value>[]): Phrases<Value> {
  const all = new Map(phrases);
  for (const [first, list] of phrasesOf(added))
    all.set(
      first,
      [...(all.get(first) ?? []), ...list].sort((a, b) => b.words.length - a.words.length),
    );
  return all;
}

/** The words of names for one document: the language's, with the states that only this document tells. */
export function withOwnStates(analysis: Analysis, words: NameWords): NameWords {
  const own = ownStates(analysis, words);
  if (own.length === 0) return words;
  const senses = own.flatMap(({ entry, forms }) =>
    forms.map((form): Phrase<Sense> => ({ words: form, value: { as: "name", entry } })),
  );
  return {
    ...words,
    lexicon: extended(words.lexicon, senses),
    entries: new Map([...words.entries, ...own.map(({ entry }) => [entry.key, entry] as const)]),
    adjectives: extended(
      words.adjectives,
      own.map(({ entry, adjective }) => ({ words: [adjective], value: [entry.key] })),
    ),
    people: extended(
      words.people,
      own.map(({ entry, adjective }) => ({ words: [`${adjective}s`], value: entry.key })),
    ),
    adjectiveOf: new Map([...words.adjectiveOf, ...own.map(({ entry, adjective }) => [entry.key, adjective] as const)]),
  };
}
