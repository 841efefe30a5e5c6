// Quotations that no cue claims: they go on with what their neighbour's speaker says, or belong to whom the sentence before shows.

import { covers, overlaps, type Range } from "../../model/span.js";
import type { Quotation } from "../../text/quotemarks.js";
import type { AnalysedSentence } from "../analysis.js";
import type { RawAttribution } from "../draft.js";
import { standsAlone } from "./before.js";
import { contentRange, holdsClause, quotePieces } from "./clause.js";
import { draft, type Parts } from "./draft.js";
import type { Ground } from "./ground.js";
import { firstFrom, sentenceOf, sentencesIn, tokensIn } from "./places.js";
import { mainSubject } from "./source.js";
import { unlistedSaying } from "./unlisted.js";

const start = (each: RawAttribution): number => each.content[0]?.start ?? each.cue?.start ?? 0;
const end = (each: RawAttribution): number => Math.max(each.cue?.end ?? 0, ...each.content.map((range) => range.end));
const fewestTokens = 4;

/** Whether the quotation is made of whole sentences. */
function isWhole(ground: Ground, quote: Quotation, sentences: readonly AnalysedSentence[]): boolean {
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last || last.end - quote.end > 1) return false;
  const before = ground.analysis.text.slice(first.start, quote.start).trimEnd();
  return before.length <= 1 || (/[.!?]$/.test(before) && standsAlone(ground, quote));
}

/** The outermost quotations that nobody's content touches; what is said inside a quotation claims nothing of it. In order. */
function unclaimed(quotes: readonly Quotation[], found: readonly RawAttribution[]): Quotation[] {
  const pieces = found
    .flatMap((each) => each.content.map((range) => ({ ...range, anchor: each.cue ?? range })))
    .sort((a, b) => a.start - b.start);
  let open: typeof pieces = [];
  let next = 0;
  return quotes.filter((quote) => {
    if (quote.depth > 0) return false;
    for (; (pieces[next]?.start ?? Infinity) < quote.end; next++) open.push(...pieces.slice(next, next + 1));
    open = open.filter((piece) => piece.end > quote.start);
    return !open.some((piece) => overlaps(piece, quote) && !covers(quote, piece.anchor));
  });
}

/** Adds to `found` (in order) what the unclaimed quotations say; pieces that directly follow their cued beginning are joined to it. */
export function withLooseQuotes(ground: Ground, found: readonly RawAttribution[]): RawAttribution[] {
  const all = [...found];
  const neighbours = neighboursOf(ground, found);
  for (const quote of unclaimed(ground.quotes, found)) {
    const sentences = sentencesIn(ground, quote);
    const [head, tail] = [sentences[0], sentences.at(-1)];
    if (!head || !tail || head.role !== "body") continue;
    const whole = isWhole(ground, quote, sentences);
    const at = whole ? joinable(all, neighbours, quote, head, ground) : -1;
    const host = all[at];
    if (host) {
      all[at] = { ...host, content: [...host.content, ...quotePieces(ground, quote)] };
      neighbours.joined = { index: at, end: quote.end };
      continue;
    }
    const verb = unlistedSaying(ground, quote, head.first);
    const parts = verb ?? loosePart(ground, neighbours, quote, { head, tail, whole });
    if (parts) all.push(draft(ground, parts));
  }
  return inOrder(all);
}

/** A quotation, or the sentences half of which it is, as the words of its neighbour's speaker; null where nobody can be told. */
function loosePart(
  ground: Ground,
  neighbours: Neighbours,
  quote: Quotation,
  { head, tail, whole }: { head: AnalysedSentence; tail: AnalysedSentence; whole: boolean },
): Parts | null {
  if (!whole && !(tail.last - head.first >= fewestTokens && speaks(ground, quote))) return null;
  const words = contentRange(ground, head.first, tail.last);
  const content = whole ? quotePieces(ground, quote) : words ? [words] : [];
  const whose = content.length > 0 ? neighbour(ground, neighbours, quote, head, whole) : null;
  return whose && { ...whose, content, cue: null, cueLemma: null, mode: "speech" };
}

/** In order of place; what goes on with another keeps pointing at it. */
export function inOrder(all: readonly RawAttribution[]): RawAttribution[] {
  const order = all
    .map((_, index) => index)
    .sort((a, b) => start(all[a] as RawAttribution) - start(all[b] as RawAttribution) || a - b);
  const place = new Map(order.map((from, to) => [from, to]));
  return order.flatMap((from) => {
    const each = all[from];
    return each ? [{ ...each, continues: each.continues === null ? null : (place.get(each.continues) ?? null) }] : [];
  });
}

/** Whether the words between the marks are a clause, or many. */
function speaks(ground: Ground, quote: Quotation): boolean {
  const tokens = tokensIn(ground, quote.inner);
  const [first] = tokens;
  if (!first || tokens.length < fewestTokens) return false;
  return tokens.length > 8 || holdsClause(ground, first.index - 1, first.index + tokens.length);
}

type Place = Range & { readonly index: number; readonly direct: boolean; readonly paragraph: number };
/** Those with a source by where they begin and by where they end; the one that a quotation was joined to last. */
type Neighbours = {
  readonly byStart: readonly Place[];
  readonly byEnd: readonly Place[];
  joined: { index: number; end: number } | null;
};

function neighboursOf(ground: Ground, found: readonly RawAttribution[]): Neighbours {
  const places = found.flatMap((each, index): Place[] =>
    each.source
      ? [
          {
            start: start(each),
            end: end(each),
            index,
            direct: each.kind === "direct",
            paragraph: sentenceOf(ground, start(each))?.paragraph ?? -1,
          },
        ]
      : [],
  );
  return {
    byStart: places.toSorted((a, b) => a.start - b.start),
    byEnd: places.toSorted((a, b) => a.end - b.end),
    joined: null,
  };
}

/** The last of `places` (in order of their ends) that ends at or before `offset`. */
function lastUntil(places: readonly Place[], offset: number): Place | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}

/** Index of the cued quotation that the sentence before `head` ends with, in the same paragraph, or -1. */
function joinable(
  all: readonly RawAttribution[],
  neighbours: Neighbours,
  quote: Quotation,
  head: AnalysedSentence,
  ground: Ground,
): number {
  const before = quote.start - head.start > 1 ? head : ground.analysis.sentences[head.index - 1];
  if (!before || before.paragraph !== head.paragraph) return -1;
  const fits = (at: number): boolean => at > before.start && at <= Math.min(before.end + 1, quote.start);
  const { joined } = neighbours;
  if (joined && fits(joined.end)) return joined.index;
  const last = lastUntil(neighbours.byEnd, quote.start);
  return last && fits(last.end) && all[last.index]?.kind === "direct" && all[last.index]?.cue ? last.index : -1;
}

/** Whose words a loose quotation is: of the speaker behind it in the same paragraph, of the running one, or of whom the sentence before shows. */
function neighbour(
  ground: Ground,
  neighbours: Neighbours,
  quote: Quotation,
  head: AnalysedSentence,
  whole: boolean,
): Pick<Parts, "rule" | "source" | "continues" | "score"> | null {
  const behind = neighbours.byStart[firstFrom(neighbours.byStart, quote.end)];
  const following = behind?.direct && behind.paragraph === head.paragraph ? behind : null;
  const running = lastUntil(neighbours.byEnd, quote.start);
  const goesOn = (rule: string, { index }: Place, score: number) => ({
    rule: `quotation:${rule}`,
    source: null,
    continues: index,
    score,
  });
  if (following && running?.paragraph !== head.paragraph) return goesOn("led-up", following, 0.7);
  if (running?.paragraph === head.paragraph) return goesOn("goes-on", running, 0.75);
  if (!whole) return null; // half a quotation in a new paragraph is nobody's for sure
  const shown = shownBefore(ground, head);
  const away = running ? head.paragraph - running.paragraph : Infinity;
  if (running && away === 1 && !(shown && !running.direct && running.end < shown.start))
    return goesOn("next-paragraph", running, 0.7);
  if (shown) return { rule: "quotation:shown", source: shown, continues: null, score: 0.6 };
  return running && away <= 2 ? goesOn("next-paragraph", running, 0.5) : null;
}

/** The subject of the sentence before, where it is a name or a pronoun. */
function shownBefore(ground: Ground, head: AnalysedSentence): Range | null {
  const before = ground.analysis.sentences[head.index - 1];
  if (before?.role !== "body") return null;
  return mainSubject(ground, before.first, before.last)?.range ?? null;
}
