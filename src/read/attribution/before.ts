// What is said, where it stands before source and cue: '"…," X said', "…, X said", and the second piece where the cue interrupts it.
import type { Range } from "../../model/span.js";
import type { Quotation } from "../../text/quotemarks.js";
import { isAuxiliary, nounPhraseAfter } from "./chunk.js";
import { clauseEnd, clauseStartsAt, contentRange, holdsClause, quotePieces, turnsAway } from "./clause.js";
import { type Ground, isA, lowerAt, quoteClosing, quoteOpening, type Stretch } from "./ground.js";
import { sentenceOf, tokensIn } from "./places.js";

/** Content that ends before token `end`; `from` is its first token in the sentence, `quote` the quotation it ends with. */
export type Before = {
  readonly content: readonly Range[];
  readonly from: number;
  readonly quote: Quotation | null;
  readonly clause: boolean;
};

const firstLetter = (text: string, range: Range): string =>
  /\p{L}/u.exec(text.slice(range.start, range.end))?.[0] ?? "";

/** Whether a quotation begins with a capital: a sentence of its own. */
export const standsAlone = (ground: Ground, quote: Quotation): boolean => {
  const letter = firstLetter(ground.analysis.text, quote.inner);
  return letter === "" || letter !== letter.toLowerCase();
};

/** First token of the stretch that lies in `range` or behind its start. */
function tokenAt(ground: Ground, offset: number, stretch: Stretch): number {
  let at = stretch.from;
  while (at < stretch.to && (ground.tokens[at]?.start ?? offset) < offset) at++;
  return at;
}

/** Behind the last semicolon of tokens [from, to), or `from`. */
function behindSemicolon(ground: Ground, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (lowerAt(ground, i) === ";") return i + 1;
  return from;
}

/** Content that ends with the closing mark of `quote`; what stands before the quotation in the same clause belongs to it. */
function withQuote(ground: Ground, quote: Quotation, stretch: Stretch): Before {
  const { analysis } = ground;
  const holder = sentenceOf(ground, quote.start);
  const first = holder
    ? Math.max(
        holder.first,
        stretch.from < holder.first ? holder.first : stretch.from > holder.last ? holder.first : stretch.from,
      )
    : stretch.from;
  const opening = tokenAt(ground, quote.start, { from: first, to: stretch.to });
  const own = behindSemicolon(ground, first, opening);
  const before = lowerAt(ground, opening - 1);
  const led =
    opening > own &&
    !(standsAlone(ground, quote) && /^[,:]$/.test(before)) &&
    !(standsAlone(ground, quote) && quote.pieces.length > 1);
  if (led) {
    const start = ground.tokens[skipJoints(ground, own, opening)]?.start ?? quote.start;
    const inner = analysis.text.charAt(quote.inner.end - 1) === "," ? quote.inner.end - 1 : quote.inner.end;
    const keepsMark = /[.!?]/.test(analysis.text.charAt(quote.inner.end - 1));
    return {
      content: [{ start, end: keepsMark ? quote.inner.end : inner < quote.inner.end ? inner : quote.end }],
      from: own,
      quote,
      clause: true,
    };
  }
  const words = quotePieces(ground, quote);
  return {
    content: words,
    from: opening,
    quote,
    clause: holdsClause(ground, opening, tokenAt(ground, quote.end, stretch)),
  };
}

function skipJoints(ground: Ground, from: number, to: number): number {
  let at = from;
  while (at < to && (isA(ground, at, "joiner") || /^[,;:-]$/.test(lowerAt(ground, at)))) at++;
  return at < to ? at : from;
}

/** Where the clause that ends before token `to` begins: behind the last semicolon, or at a relative word that has no verb yet. */
function clauseStart(ground: Ground, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) {
    if (lowerAt(ground, i) === ";" || (lowerAt(ground, i) === "-" && isA(ground, i + 1, "joiner"))) return i + 1;
    if (isA(ground, i, "relative") && lowerAt(ground, i - 1) === "," && !holdsClause(ground, i, to)) return i;
  }
  return from;
}

/** What stands before token `end` and ends there with a closing quotation mark, a comma or a dash; null where nothing can be content. */
export function saidBefore(ground: Ground, end: number, stretch: Stretch): Before | null {
  const mark = lowerAt(ground, end - 1);
  const closing = quoteClosing(ground, end - 1) ?? (/^[,(-]$/.test(mark) ? quoteClosing(ground, end - 2) : undefined);
  if (closing && end - 1 >= stretch.from) return withQuote(ground, closing, stretch);
  if (!/^[,(-]$/.test(mark) || end - 1 <= stretch.from) return null;
  const from = skipJoints(ground, clauseStart(ground, stretch.from, end - 1), end - 1);
  const content = contentRange(ground, from, end - 1);
  return content && { content: [content], from, quote: null, clause: holdsClause(ground, from, end - 1) };
}

/** Where the content goes on behind source and cue (token `at`): its second piece, or null. `told`: the cue is no act that circumstances could be of. */
export function saidOn(
  ground: Ground,
  before: Before,
  at: number,
  stretch: Stretch,
  told = false,
): { content: readonly Range[]; to: number } | null {
  const mark = lowerAt(ground, at);
  if (!/^[,:;-]$/.test(mark)) return null;
  const next = at + 1;
  const quote = quoteOpening(ground, next);
  if (quote) {
    const to = tokenAt(ground, quote.end, stretch);
    const tail = clauseEnd(ground, next, stretch);
    const mixed = tail > to + 1 && !/^[.,;]$/.test(lowerAt(ground, to)) ? contentRange(ground, next, tail) : null;
    return { content: mixed ? [mixed] : quotePieces(ground, quote), to: mixed ? tail : to };
  }
  const [lead] = before.content;
  if (before.quote && !(before.clause && lead && lead.start < before.quote.start)) return null; // a quotation goes on with another; a clause that ends with one goes on
  const joined =
    isA(ground, next, "joiner") && clauseStartsAt(ground, next + 1, stretch.to) && !turnsAway(ground, at, stretch.to);
  const more = isA(ground, next, "joiner") && isA(ground, next + 1, "modal"); // "…, she said, and would report"
  const led = isA(ground, before.from, "fronting") && clauseStartsAt(ground, next, stretch.to); // "Should the talks fail, he said, they …"
  const lastWord = lead ? tokensIn(ground, lead).at(-1) : undefined;
  const cut = lastWord !== undefined && (isAuxiliary(ground, lastWord.index) || isA(ground, lastWord.index, "not")); // "It is not, he said, the board"
  const short = lead !== undefined && tokensIn(ground, lead).length <= 3 && (ground.timexOf[next + 1] ?? -1) < 0;
  const hangs = isA(ground, next, "preposition") && (told || short); // "It depended, she said, on the price"
  const goesOn =
    mark === ":" || cut || hangs || !before.clause || isA(ground, next, "subordinator") || joined || more || led;
  if (!goesOn || isA(ground, next, "turning participle") || next + 1 >= stretch.to) return null;
  const to = clauseEnd(ground, next, stretch);
  const words = to > next ? contentRange(ground, next, to) : null;
  return words && { content: [words], to };
}

/** Tokens [from, to) begin with a figure. */
const countsFirst = (ground: Ground, from: number): boolean =>
  ground.tokens[from]?.upos === "NUM" || (isA(ground, from, "quantity") && ground.tokens[from + 1]?.upos === "NUM");

/**
 * Of "They have voted: 81 percent in favour, announces the chair" what stands behind the colon: where a figure does, or where the clause before it
 * is about the speaker (the words of `source`: "An official was less sure: …, the official said"). Other content stays as it is.
 */
export function behindColon(ground: Ground, content: readonly Range[], source: Range | null): readonly Range[] {
  const [only] = content;
  const words = only && content.length === 1 ? tokensIn(ground, only) : [];
  const [first, last] = [words[0], words.at(-1)];
  const colon = words.find(({ index, lower }) => lower === ":" && (ground.quoteOf[index] ?? -1) < 0);
  if (!only || !first || !last || !colon || !holdsClause(ground, first.index, colon.index)) return content;
  const head = source ? tokensIn(ground, source).at(-1)?.lower : undefined;
  const subject = nounPhraseAfter(ground, first.index, colon.index);
  const own = head !== undefined && subject !== null && lowerAt(ground, subject.last - 1) === head;
  if (!own && !(countsFirst(ground, colon.index + 1) && !holdsClause(ground, colon.index + 1, last.index + 1)))
    return content;
  const rest = contentRange(ground, colon.index + 1, last.index + 1);
  return rest ? [rest] : content;
}
