// Verbs that are no cues by themselves but say something beside a quotation: '"Fine!" beamed the mayor', 'The crowd thundered: "No."'
import type { Quotation } from "../../text/quotemarks.js";
import { standsAlone } from "./before.js";
import { firstBehind } from "./behind.js";
import { isAuxiliary, isFiniteVerb, nounPhraseAfter, nounPhraseBefore } from "./chunk.js";
import { quotePieces } from "./clause.js";
import type { Parts } from "./draft.js";
import { endsAs, type Ground, isA, lowerAt, rangeOf, sentenceAt } from "./ground.js";

type Found = { readonly verb: number; readonly first: number; readonly last: number };
const reach = 6; // tokens between the verb and the mark that opens the quotation

const isPlainVerb = (ground: Ground, index: number): boolean =>
  isFiniteVerb(ground, index) &&
  !isAuxiliary(ground, index) &&
  ground.tokens[index]?.upos === "VERB" &&
  !isA(ground, index + 1, "agent mark"); // "a statement issued by"

/** Verb and source behind a quotation that ends with a comma, question or exclamation mark. */
function behindQuote(ground: Ground, quote: Quotation, at: number, to: number): Found | null {
  if (!/[,?!]/.test(ground.analysis.text.charAt(quote.inner.end - 1))) return null;
  if (isPlainVerb(ground, at)) {
    const phrase = nounPhraseAfter(ground, at + 1, to);
    return phrase && { verb: at, first: phrase.first, last: phrase.last };
  }
  const phrase = nounPhraseAfter(ground, at, to);
  const tail = phrase ? phrase.last + 1 : to; // "she fumed.": a verb whatever its tag
  const closes =
    phrase !== null &&
    endsAs(ground, phrase.last, "past ending") &&
    (tail >= to || /^[.,;]$/.test(lowerAt(ground, tail)));
  return phrase && (closes || isPlainVerb(ground, phrase.last))
    ? { verb: phrase.last, first: phrase.first, last: phrase.last }
    : null;
}

/** Verb and source before a quotation that a comma or colon leads to. */
function beforeQuote(ground: Ground, quote: Quotation, opening: number, from: number): Found | null {
  if (!standsAlone(ground, quote) || !/^[,:]$/.test(lowerAt(ground, opening - 1))) return null;
  for (let verb = opening - 2; verb > from && verb >= opening - 2 - reach; verb--) {
    if (/^[,;:"]$/.test(lowerAt(ground, verb))) return null;
    if (!isPlainVerb(ground, verb) && !(isA(ground, verb, "be") && lowerAt(ground, opening - 1) === ":")) continue;
    let group = verb;
    while (group > from && isAuxiliary(ground, group - 1)) group--; // "will recommend: …"
    const phrase = nounPhraseBefore(ground, group, from);
    if (phrase) return { verb, first: phrase.first, last: phrase.last };
  }
  return null;
}

/** What an unlisted verb beside `quote` attributes to whom; `from` is a token at or before the quotation's sentence. */
export function unlistedSaying(ground: Ground, quote: Quotation, from: number): Parts | null {
  const opening = firstBehind(ground, quote.start, from);
  const behind = firstBehind(ground, quote.end, opening);
  const [own, closing] = [sentenceAt(ground, opening), sentenceAt(ground, behind - 1)];
  if (!own || !closing) return null;
  const found = behindQuote(ground, quote, behind, closing.last) ?? beforeQuote(ground, quote, opening, own.first);
  if (!found) return null;
  return {
    rule: "unlisted-verb",
    source: rangeOf(ground, found.first, found.last),
    cue: rangeOf(ground, found.verb, found.verb + 1),
    cueLemma: ground.tokens[found.verb]?.lemma ?? null,
    mode: "speech",
    content: quotePieces(ground, quote),
    score: 0.65,
  };
}
