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

/** "Orvela's government": whether a name owns what states own, and is nowhere behind another name or a title, as surnames are. */
function ownsAsState(tokens: readonly Token[], words: NameWords, places: readonly number[]): boolean {
  let owns = false;
  if (words.orgHeads.has(tokens[places[0] ?? -1]?.lower ?? "")) return false;
  for (const index of places) {
    const before = tokens[index - 1];
    const beside = before && before.sentence === tokens[index]?.sentence && /^\p{Lu}/u.test(before.text);
    if (beside && !words.is("function", before.lower)) return false;
    if (before && (words.is("the", before.lower) || phraseAt(words.offices, tokens, index - 1, index))) return false;
    owns ||= tokens[index + 1]?.lower === "'s" && words.is("state-owned", tokens[index + 2]?.lower ?? "");
  }
  return owns;
}

type Own = { readonly entry: Entry; readonly forms: string[][]; readonly adjective: string };

/** The states that a document tells by name and adjective; where one is told by what is its, other such pairs are states too. Linear. */
function ownStates(analysis: Analysis, words: NameWords): Own[] {
  const { tokens } = analysis;
  const known = unknownWords(tokens, words);
  const found = new Map<string, Own>();
  let told = false;
  for (const [name, places] of known) {
    const form = tokens[places[0] ?? -1]?.text ?? name;
    if (!ownsAsState(tokens, words, places)) continue;
    told = true;
    const entry: Entry = { key: `state:own-${name}`, kind: "state", name: form, of: null, epithets: [] };
    found.set(name, { entry, forms: [[form], ...longForms(tokens, words, places)], adjective: form });
  }
  for (const [adjective, places] of known) {
    const name = nameBehind(adjective, known, words);
    const named = name === null ? undefined : known.get(name);
    if (name === null || !named || (found.get(name)?.adjective ?? "") !== (found.get(name)?.entry.name ?? "")) continue;
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

/** Whether the name at tokens [first, last) acts here: "Port Orvel suspended", "it was Port Orvel that". */
function actsHere(tokens: readonly Token[], words: NameWords, last: number): boolean {
  const next = tokens[last];
  return (
    next !== undefined &&
    (words.is("saying", next.lower) || (next.upos === "VERB" && next.xpos !== "VBG" && next.xpos !== "VBN"))
  );
}

type Seat = { form: string[]; where: boolean; acts: boolean; of: Own | null };

/** The state in whose name a place is told: "HARTUL, Orvela," of the text's own states; the only one where there is one. */
function stateBehind(tokens: readonly Token[], own: readonly Own[], last: number): Own | null {
  const named = tokens[last]?.lower === "," ? tokens[last + 1]?.lower : undefined;
  const behind = own.find(({ entry }) => entry.name.toLowerCase() === named);
  return behind ?? (own.length === 1 ? (own[0] ?? null) : null);
}

/** Names that stand where something is and act as well: the capitals of the text's own states, where each has only one. */
function ownCapitals(analysis: Analysis, words: NameWords, own: readonly Own[]): Phrase<Sense>[] {
  const found = new Map<string, Seat>();
  for (const [first, token] of analysis.tokens.entries()) {
    const place = own.length > 0 ? placeAt(analysis, words, own, first) : null;
    if (!place) continue;
    const { form, last } = place;
    const before = analysis.tokens[first - 1];
    const id = form.join(" ").toLowerCase();
    const known = found.get(id) ?? { form, where: last - first > 1, acts: false, of: null };
    if (/\p{Ll}/u.test(form.join(""))) known.form = form;
    const dateline =
      analysis.sentences[token.sentence]?.role === "dateline" ||
      (analysis.tokens[last]?.lower === "," && /^\p{Lu}+$/u.test(form.join("")));
    known.where ||= dateline || words.is("inside", before?.lower ?? "");
    known.acts ||= before?.upos !== "ADP" && actsHere(analysis.tokens, words, last);
    known.of ??= stateBehind(analysis.tokens, own, last);
    found.set(id, known);
  }
  const seats = [...found.values()].filter(({ where, acts, of }) => where && acts && of);
  return own.flatMap((state) => {
    const [only, other] = seats.filter(({ of }) => of === state);
    return only && !other ? [{ words: only.form, value: { as: "capital" as const, entry: state.entry } }] : [];
  });
}

/** The unknown name at token `first` that may be a city's: "Hartul", "Port Elgin"; null where there is none. */
function placeAt(
  { tokens }: Analysis,
  words: NameWords,
  own: readonly Own[],
  first: number,
): { form: string[]; last: number } | null {
  const token = tokens[first];
  if (!token || !/^\p{Lu}\p{L}+$/u.test(token.text) || words.is("function", token.lower)) return null;
  const opening = words.is("place-opening", token.lower);
  const last = opening && /^\p{Lu}/u.test(tokens[first + 1]?.text ?? "") ? first + 2 : first + 1;
  const form = tokens.slice(first, last).map(({ text }) => text);
  const id = form.join(" ").toLowerCase();
  if (own.some(({ entry }) => entry.name.toLowerCase() === id) || words.givenNames.has(token.lower)) return null;
  if (phraseAt(words.lexicon, tokens, first, last) || phraseAt(words.adjectives, tokens, first, last)) return null;
  const before = tokens[first - 1];
  const beside = before && /^\p{Lu}/u.test(before.text) && before.sentence === token.sentence;
  return beside && !words.is("function", before.lower) ? null : { form, last };
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
  senses.push(...ownCapitals(analysis, words, own));
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
