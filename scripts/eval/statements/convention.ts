// Our attributions as PolNeAR would mark them. The one place where its conventions are known: contents with their quotation
// marks, the comma inside them and "that"; cues with helping verbs and adverbs; sources with the apposition behind them;
// no attribution inside another (each token belongs to one at most); nothing without content.
import type { Attribution, View } from "../../../src/model/reading.js";
import type { Range } from "../../../src/model/span.js";
import type { Marked, Piece } from "./brat.js";

const opened = /(?:["“”«]|''|``|['‘])+$/;
const closed = /^(?:[.,!?]?(?:["”»]|''|['’](?!\p{L}))+)/u;
const that = /\bthat\s+$/i;
const helpers =
  /(?:\b(?:has|have|had|also|is|are|was|were|been|be|will|would|could|should|did|does|do|not|never|later|then|once|repeatedly|recently|already|previously|even|further|reportedly|to|\p{L}+ly)\s+|n[’']t\s+)+$/iu;

/** A piece of content with "that" before it and the marks around it. */
function wideContent(text: string, range: Range): Range {
  let { start, end } = range;
  start -= opened.exec(text.slice(Math.max(0, start - 6), start))?.[0].length ?? 0;
  start -= that.exec(text.slice(Math.max(0, start - 8), start))?.[0].length ?? 0;
  const tail = text.slice(end, end + 6);
  end += closed.exec(tail)?.[0].length ?? 0;
  return { start, end };
}

/** Pieces that only white space parts are one. */
function joined(text: string, ranges: readonly Range[]): Range[] {
  const pieces: Range[] = [];
  for (const range of ranges) {
    const last = pieces.at(-1);
    if (last && text.slice(last.end, range.start).trim() === "")
      pieces[pieces.length - 1] = { start: last.start, end: range.end };
    else pieces.push(range);
  }
  return pieces;
}

function wideCue(text: string, range: Range): Range {
  const before = text.slice(Math.max(0, range.start - 60), range.start);
  return { start: range.start - (helpers.exec(before)?.[0].length ?? 0), end: range.end };
}

/** Offset in UTF-16 units → offset in code points. */
function codePoints(text: string): (offset: number) => number {
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    points[i] = count;
    const pair = /[\ud800-\udbff]/.test(text.charAt(i)) && /[\udc00-\udfff]/.test(text.charAt(i + 1));
    if (!pair) count++;
  }
  points[text.length] = count;
  return (offset) => points[Math.min(offset, text.length)] ?? 0;
}

export type Converted = { readonly rule: string; readonly marked: Marked };

type Told = Pick<Attribution, "source" | "cue" | "content" | "why">;

/** What PolNeAR would mark for the attributions and views of a text, in its offsets. */
export function asMarked(
  text: string,
  { attributions, views = [] }: { readonly attributions: readonly Attribution[]; readonly views?: readonly View[] },
): Converted[] {
  const point = codePoints(text);
  const pieces = (ranges: readonly Range[]): Piece[] =>
    ranges.map(({ start, end }): Piece => [point(start), point(end)]);
  const said: readonly Told[] = attributions.filter(({ within, content }) => within === null && content.length > 0);
  return [...said, ...views].map((attribution) => ({
    rule: attribution.why.rule,
    marked: {
      source: attribution.source ? pieces([attribution.source]) : [],
      cue: attribution.cue ? pieces([wideCue(text, attribution.cue)]) : [],
      content: pieces(
        joined(
          text,
          attribution.content.map((range) => wideContent(text, range)),
        ),
      ),
    },
  }));
}
