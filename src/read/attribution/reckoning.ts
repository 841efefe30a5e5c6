// By whose count: "2,600, by the company's own count", "On Norvik's figures the two hold half", "by the count of the police"; and whose view
// it is that quotes him: "For Varga, the offer is \"an insult\"".
import { type Around, contentAround } from "./according.js";
import { type Chunk, nounPhraseAfter, nounPhraseBefore, withName } from "./chunk.js";
import { clauseEnd, clauseStartsAt, contentRange } from "./clause.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, rangeOf, stretchAt } from "./ground.js";
import { quotesIn } from "./places.js";

const longest = 9; // tokens from the preposition to the noun

/** The noun of counting in the phrase that the preposition at `at` opens, or -1. */
function countAt(ground: Ground, at: number, to: number): number {
  for (let i = at + 2; i < Math.min(to, at + longest); i++) {
    const { upos = "X" } = ground.tokens[i] ?? {};
    if (isA(ground, i, "reckoning")) return i;
    if (["PUNCT", "VERB", "ADP"].includes(upos)) return -1;
  }
  return -1;
}

/** Who counts: the one behind "of", the owner before the noun ("the company's own", "her"), the words before it ("the police count"). */
function counterOf(ground: Ground, at: number, noun: number, to: number): Chunk | null {
  if (isA(ground, noun + 1, "genitive mark")) return nounPhraseAfter(ground, noun + 2, to);
  if (isA(ground, at + 1, "possessive")) return { first: at + 1, last: at + 2 };
  for (let i = at + 2; i < noun; i++)
    if (isA(ground, i, "clitic") || lowerAt(ground, i) === "'") return { first: at + 1, last: i };
  const before = nounPhraseBefore(ground, noun, at + 1);
  const named = before?.first === at + 1 && before.last > before.first + 1 && isA(ground, at + 1, "article");
  return named && isA(ground, at, "agent mark") ? before : null;
}

function countParts(ground: Ground, at: number): Parts | null {
  const stretch = stretchAt(ground, at);
  const noun = countAt(ground, at, stretch.to);
  const counter = noun > 0 ? counterOf(ground, at, noun, stretch.to) : null;
  if (!counter || ground.tokens[counter.first]?.upos === "NUM") return null;
  const last = Math.max(noun + 1, counter.last);
  if (isA(ground, at - 1, "standing") && isA(ground, at, "agent mark")) return null; // "stood by her words"
  if (at > stretch.from && last < stretch.to && !/^[,;.]$/.test(lowerAt(ground, last))) return null;
  const found = around(ground, at, last, counter);
  return (
    found && {
      rule: `by-count:${found.rule}`,
      source: rangeOf(ground, counter.first, counter.last),
      cue: rangeOf(ground, noun, noun + 1),
      cueLemma: lowerAt(ground, noun),
      mode: "speech",
      content: found.content,
      score: 0.8,
    }
  );
}

/** What is counted: before the phrase, or behind it where it opens the sentence, with or without a comma. */
function around(ground: Ground, at: number, last: number, counter: Chunk): Around | null {
  const stretch = stretchAt(ground, at);
  if (at === stretch.from && clauseStartsAt(ground, last, stretch.to)) {
    const content = contentRange(ground, last, clauseEnd(ground, last, stretch));
    return content && { rule: "before", content: [content] };
  }
  if (isA(ground, counter.first, "anybody")) return null;
  const figure = at - 2; // "drew 1,800, by the police count": the figure alone
  if (lowerAt(ground, at - 1) === "," && ground.tokens[figure]?.upos === "NUM" && figure > stretch.from) {
    const content = rangeOf(ground, figure, at - 1);
    return content && { rule: "behind", content: [content] };
  }
  return contentAround(ground, at, last, stretch);
}

/** "For Varga, the offer is "an insult"": only with a quotation, and where the phrase opens a clause. */
function viewParts(ground: Ground, at: number): Parts | null {
  const stretch = stretchAt(ground, at);
  if (at !== stretch.from && !/^[:;]$/.test(lowerAt(ground, at - 1))) return null;
  const phrase = nounPhraseAfter(ground, at + 1, stretch.to);
  if (!phrase) return null;
  const last = withName(ground, phrase, stretch.to);
  const named = ground.nameOf.slice(phrase.first, last).some((name) => name >= 0);
  let comma = last;
  while (
    comma < stretch.to &&
    comma < last + 8 &&
    !(lowerAt(ground, comma) === "," && clauseStartsAt(ground, comma + 1, stretch.to))
  )
    comma++;
  if (!named || lowerAt(ground, comma) !== "," || (comma > last && lowerAt(ground, last) !== ",")) return null;
  const content = contentRange(ground, comma + 1, clauseEnd(ground, comma + 1, stretch));
  if (!content || quotesIn(ground, content).length === 0) return null;
  return {
    rule: "for-x",
    source: rangeOf(ground, phrase.first, last),
    cue: rangeOf(ground, at, at + 1),
    cueLemma: lowerAt(ground, at),
    mode: "speech",
    content: [content],
    score: 0.7,
  };
}

/** All attributions of these kinds. */
export function reckonings(ground: Ground): Parts[] {
  return ground.tokens.flatMap(({ index }) => {
    const count = isA(ground, index, "reckoning mark") ? countParts(ground, index) : null;
    const view = !count && isA(ground, index, "viewing mark") ? viewParts(ground, index) : null;
    return count ?? view ?? [];
  });
}
