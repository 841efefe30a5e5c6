// What finding names knows of each token: whether its capital says something, whether a name has taken it, and which words the
// document also writes small.
import type { Timex } from "../../model/reading.js";
import type { ActorKind } from "../../model/words.js";
import type { AnalysedSentence, Analysis, LayerName, Token } from "../analysis.js";
import type { NameWords, WordClass } from "./words.js";

/** A name as tokens [first, last). */
export type Claim = {
  readonly first: number;
  readonly last: number;
  readonly kind: ActorKind | "place" | "other" | null;
  readonly key: string | null;
  readonly title: { readonly first: number; readonly last: number } | null;
  readonly rule: string;
};

/** How a sentence uses capitals: as usual, on every word of weight, or throughout. */
type Manner = "plain" | "title" | "upper";

export type Marks = {
  readonly tokens: readonly Token[];
  readonly sentences: readonly AnalysedSentence[];
  readonly manner: readonly Manner[]; // by sentence
  readonly capital: readonly boolean[];
  readonly initial: readonly boolean[]; // the place alone may have made the capital
  readonly timex: readonly boolean[];
  readonly small: ReadonlySet<string>; // words that the document also writes small
  readonly large: ReadonlySet<string>; // words that it capitalises inside plain sentences
  readonly mixed: ReadonlySet<string>; // words that it writes with one capital: "TARNOVA" is no acronym where "Tarnova" stands too
  readonly surnamed: ReadonlySet<number>; // tokens such as "He" of "He Lifeng": small words that are a surname here
  readonly layer: readonly LayerName[]; // what the language layer sees
  readonly words: NameWords;
};

const letter = /^\p{L}/u;
const upperWord = /^[\p{Lu}\p{N}.&-]*\p{Lu}[\p{Lu}\p{N}.&-]*$/u;

function mannerOf(sentence: AnalysedSentence, tokens: readonly Token[], words: NameWords): Manner {
  let [weighty, capitals, uppers] = [0, 0, 0];
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = tokens[i];
    if (!token || !letter.test(token.text) || words.is("function", token.lower) || token.text.length < 2) continue;
    weighty++;
    if (/^\p{Lu}/u.test(token.text)) capitals++;
    if (upperWord.test(token.text)) uppers++;
  }
  if (weighty >= 2 && uppers >= 0.8 * weighty) return "upper";
  const headline = sentence.role === "headline";
  const ends = tokens[sentence.last - 1]?.lower ?? "";
  const most = headline ? capitals >= 0.7 * weighty : weighty - capitals <= 1 && ends !== "." && ends !== ",";
  return weighty >= (headline ? 3 : 6) && most ? "title" : "plain";
}

/** Whether a capital at token `index` may come from its place alone: first in its sentence, in a quotation or behind a colon. */
function isInitial(tokens: readonly Token[], sentence: AnalysedSentence, index: number): boolean {
  if (index === sentence.first) return true;
  const before = tokens[index - 1];
  const closing = // '"No," Orvela founder Tarn Orr said': the quotation ends here
    before?.lower === '"' &&
    tokens[index - 2]?.lower === "," &&
    tokens[index - 2]?.end === before.start &&
    before.end < (tokens[index]?.start ?? 0);
  return (
    before !== undefined &&
    !closing &&
    /^(?:["'(:[\u2022*]|-)$/.test(before.lower) &&
    (before.lower !== "-" || before.end < (tokens[index]?.start ?? 0))
  );
}

/** "Vice Premier He Lifeng": a small word with a capital inside a sentence before another capital, and the same pair elsewhere. */
function surnamedTokens(
  tokens: readonly Token[],
  initial: readonly boolean[],
  plain: (index: number) => boolean,
  words: NameWords,
): ReadonlySet<number> {
  const pairs = new Map<string, number[]>();
  const inside = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!words.is("surname-too", token.lower) || !/^\p{Lu}\p{Ll}+$/u.test(token.text)) continue;
    if (!next || !/^\p{Lu}\p{Ll}/u.test(next.text) || next.sentence !== token.sentence || !plain(index)) continue;
    const pair = `${token.lower} ${next.lower}`;
    const found = pairs.get(pair);
    if (found) found.push(index);
    else pairs.set(pair, [index]);
    if (!initial[index] && tokens[index - 1]?.upos !== "ADP") inside.add(pair); // not "in Jan Orvela"
  }
  return new Set([...pairs].flatMap(([pair, found]) => (inside.has(pair) ? found : [])));
}

/** The marks of a document. Linear. */
export function markTokens(analysis: Analysis, timexes: readonly Timex[], words: NameWords): Marks {
  const { tokens, sentences } = analysis;
  const manner = sentences.map((sentence) => mannerOf(sentence, tokens, words));
  const timex = new Array<boolean>(tokens.length).fill(false);
  let next = 0;
  for (const { start, end } of timexes) {
    while (next < tokens.length && (tokens[next]?.end ?? 0) <= start) next++;
    for (let i = next; i < tokens.length && (tokens[i]?.start ?? end) < end; i++) timex[i] = true;
  }
  const small = new Set<string>();
  const large = new Set<string>();
  const mixed = new Set<string>();
  const initial = new Array<boolean>(tokens.length).fill(false);
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = tokens[i];
      if (!token) continue;
      initial[i] = isInitial(tokens, sentence, i);
      if (manner[sentence.index] !== "plain" || !letter.test(token.text)) continue;
      if (/^\p{Lu}\p{Ll}/u.test(token.text)) mixed.add(token.lower);
      if (/^\p{Ll}/u.test(token.text)) small.add(token.lower);
      else if (!initial[i] && /^\p{Lu}/u.test(token.text)) large.add(token.lower);
    }
  }
  return {
    tokens,
    sentences,
    manner,
    capital: tokens.map((token) => /^\p{Lu}/u.test(token.text)),
    initial,
    timex,
    small,
    large,
    mixed,
    surnamed: surnamedTokens(tokens, initial, (index) => manner[tokens[index]?.sentence ?? 0] === "plain", words),
    layer: analysis.names,
    words,
  };
}

/** The lower-case form of a token; "" outside the document. */
export const lower = (marks: Marks, index: number): string => marks.tokens[index]?.lower ?? "";

/** Whether the token at `index` is a word of a closed class. */
export const isA = (marks: Marks, kind: WordClass, index: number): boolean => marks.words.is(kind, lower(marks, index));

/** Whether nothing stands between token `index` and the one before it. */
export const touches = (marks: Marks, index: number): boolean =>
  marks.tokens[index]?.start === marks.tokens[index - 1]?.end;

/** Whether a capital word, or an acronym of at least two letters. */
export const isAcronym = (text: string): boolean =>
  /^\p{Lu}[\p{Lu}\p{N}&]*\p{Lu}$|^\p{Lu}{1,4}\p{N}{1,3}$|^(?:\p{Lu}\.){2,}$/u.test(text) && text.length <= 8;

const finiteTags = new Set(["VERB", "AUX"]);
/** Whether a finite verb follows at token `index`, over adverbs and "also". */
export function verbFollows(marks: Marks, index: number): boolean {
  for (let i = index; i < index + 3; i++) {
    const token = marks.tokens[i];
    if (!token) return false;
    if (finiteTags.has(token.upos) || marks.words.is("saying", token.lower)) return !token.lower.endsWith("ing");
    if (token.upos !== "ADV" && token.upos !== "PART") return false;
  }
  return false;
}
