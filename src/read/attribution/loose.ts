// Quotations that no cue claims: they go on with what their neighbour's speaker says, or belong to whom the sentence before shows.

import { covers, overlaps, type Range } from "../../model/span.js";
import type { Quotation } from "../../text/quotemarks.js";
import type { AnalysedSentence } from "../analysis.js";
import type { RawAttribution } from "../draft.js";
import { standsAlone } from "./before.js";
import { contentRange, holdsClause, quotePieces } from "./clause.js";
import { draft, type Parts } from "./draft.js";
import type { Ground } from "./ground.js";
import { mainSubject } from "./source.js";
import { unlistedSaying } from "./unlisted.js";

const start = (each: RawAttribution): number => each.content[0]?.start ?? each.cue?.start ?? 0;
const end = (each: RawAttribution): number => Math.max(each.cue?.end ?? 0, ...each.content.map((range) => range.end));
const fewestTokens = 4;

/** Sentences that a quotation touches. */
const sentencesOf = (ground: Ground, quote: Range): readonly AnalysedSentence[] =>
  ground.analysis.sentences.filter((sentence) => overlaps(sentence, quote));

/** Whether the quotation is (part of) what `each` says; what is said inside the quotation claims nothing of it. */
const claims = (each: RawAttribution, quote: Quotation): boolean =>
  !covers(quote, each.cue ?? each.content[0] ?? quote) && each.content.some((range) => overlaps(range, quote));

/** Whether the quotation is made of whole sentences. */
function isWhole(ground: Ground, quote: Quotation, sentences: readonly AnalysedSentence[]): boolean {
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last || last.end - quote.end > 1) return false;
  const before = ground.analysis.text.slice(first.start, quote.start).trimEnd();
  return before.length <= 1 || (/[.!?]$/.test(before) && standsAlone(ground, quote));
}

/** Adds to `found` (in order) what the unclaimed quotations say; pieces that directly follow their cued beginning are joined to it. */
export function withLooseQuotes(ground: Ground, found: readonly RawAttribution[]): RawAttribution[] {
  const all = [...found];
  for (const quote of ground.quotes) {
    if (quote.depth > 0 || all.some((each) => claims(each, quote))) continue;
    const sentences = sentencesOf(ground, quote);
    const [head] = sentences;
    const { first = 0, last = 0 } = { first: head?.first, last: sentences.at(-1)?.last };
    if (!head || head.role === "headline" || head.role === "dateline") continue;
    const whole = isWhole(ground, quote, sentences);
    if (whole) {
      const at = joinable(all, quote, head, ground);
      const host = at >= 0 ? all[at] : undefined;
      if (host) {
        all[at] = { ...host, content: [...host.content, ...quotePieces(ground, quote)] };
        continue;
      }
    }
    const verb = unlistedSaying(ground, quote, first);
    if (verb) {
      all.push(draft(ground, verb));
      continue;
    }
    if (!whole && !(last - first >= fewestTokens && speaks(ground, quote))) continue;
    const words = contentRange(ground, first, last);
    const content = whole ? quotePieces(ground, quote) : words ? [words] : [];
    const parts = neighbour(ground, all, quote, head, whole);
    if (parts && content.length > 0)
      all.push(draft(ground, { ...parts, content, cue: null, cueLemma: null, mode: "speech" }));
  }
  return inOrder(all);
}

/** In order of place; what goes on with another keeps pointing at it. */
function inOrder(all: readonly RawAttribution[]): RawAttribution[] {
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
  const tokens = ground.tokens.filter((token) => token.start >= quote.inner.start && token.end <= quote.inner.end);
  const [first] = tokens;
  return (
    first !== undefined &&
    tokens.length >= fewestTokens &&
    (holdsClause(ground, first.index - 1, first.index + tokens.length) || tokens.length > 8)
  );
}

/** Index of the cued quotation that the sentence before `head` ends with, in the same paragraph, or -1. */
function joinable(all: readonly RawAttribution[], quote: Quotation, head: AnalysedSentence, ground: Ground): number {
  const before = quote.start - head.start > 1 ? head : ground.analysis.sentences[head.index - 1];
  if (!before || before.paragraph !== head.paragraph) return -1;
  return all.findIndex(
    (each) =>
      each.kind === "direct" &&
      each.cue !== null &&
      end(each) > before.start &&
      end(each) <= Math.min(before.end + 1, quote.start),
  );
}

/** Whose words a loose quotation is: of the speaker behind it in the same paragraph, of the running one, or of whom the sentence before shows. */
function neighbour(
  ground: Ground,
  all: readonly RawAttribution[],
  quote: Quotation,
  head: AnalysedSentence,
  whole: boolean,
): Pick<Parts, "rule" | "source" | "continues" | "score"> | null {
  const paragraphAt = (offset: number): number =>
    ground.analysis.sentences.find((each) => each.start <= offset && offset < each.end)?.paragraph ?? -1;
  const outer = all.map((each, index) => ({ each, index })).filter(({ each }) => each.source !== null);
  const following = outer
    .filter(
      ({ each }) => start(each) >= quote.end && each.kind === "direct" && paragraphAt(start(each)) === head.paragraph,
    )
    .sort((a, b) => start(a.each) - start(b.each))[0];
  const running = outer.filter(({ each }) => end(each) <= quote.start).sort((a, b) => end(b.each) - end(a.each))[0];
  const inParagraph = running && paragraphAt(start(running.each)) === head.paragraph;
  const justBefore = running && paragraphAt(start(running.each)) === head.paragraph - 1;
  if (following && !inParagraph)
    return { rule: "quotation:led-up", source: null, continues: following.index, score: 0.7 };
  if (running && inParagraph) return { rule: "quotation:goes-on", source: null, continues: running.index, score: 0.75 };
  const shown = shownBefore(ground, head);
  if (!whole) return null; // half a quotation in a new paragraph is nobody's for sure
  if (running && justBefore && !(shown && running.each.kind !== "direct" && end(running.each) < shown.start))
    return { rule: "quotation:next-paragraph", source: null, continues: running.index, score: 0.7 };
  if (shown) return { rule: "quotation:shown", source: shown, continues: null, score: 0.6 };
  return running && head.paragraph - paragraphAt(start(running.each)) <= 2
    ? { rule: "quotation:next-paragraph", source: null, continues: running.index, score: 0.5 }
    : null;
}

/** The subject of the sentence before, where it is a name or a pronoun. */
function shownBefore(ground: Ground, head: AnalysedSentence): Range | null {
  const before = ground.analysis.sentences[head.index - 1];
  if (before?.role !== "body") return null;
  return mainSubject(ground, before.first, before.last)?.range ?? null;
}
