// What was read in a document, as marks on its text: one element for each span of the record, which says what was read there
// and by which rule, and is the place that other pages link to.

import type { Why } from "../model/reading.js";
import type { RecordDocument, RecordTimex } from "../model/record.js";
import type { Range, Span } from "../model/span.js";
import { edtfOfTimex } from "../model/timex.js";
import type { PageContext } from "./context.js";
import { dateText, durationText, modText } from "./dates.js";
import { statusText } from "./event-line.js";
import { type Html, html, nothing } from "./html.js";
import { anchorOf } from "./links.js";
import { namesText } from "./names.js";
import { type Nested, nest, type Piece } from "./nesting.js";
import { actorWords, kindWords, modeWords } from "./words.js";

type Layer = {
  readonly kind: "who" | "time" | "said" | "cue" | "event" | "furniture" | "background" | "recycled" | "problem";
  readonly words: string;
  readonly link: string | null;
};
export type Mark = Range & { readonly layers: readonly Layer[] };

/** "rule quote-before, 0.87". */
export const ruleText = ({ rule, score }: Why): string =>
  `rule ${rule}${score === null ? "" : `, ${score.toFixed(2)}`}`;

/** What a time expression means, in words: "6 March 2023 (year, month, day implied)". */
export function timexText({ type, value, mod, implied }: RecordTimex): string {
  const date = edtfOfTimex(value);
  const meaning = date !== null ? dateText(date) : type === "DURATION" ? durationText(value) : value;
  return `${[modText(mod), meaning].filter((part) => part !== "").join(" ")}${implied.length > 0 ? ` (${implied.join(", ")} implied)` : ""}`;
}

/** Layers of a document by the key of their range. */
function layersOf(context: PageContext, document: RecordDocument): ReadonlyMap<string, readonly Layer[]> {
  const { index, links } = context;
  const layers = new Map<string, Layer[]>();
  const add = (span: Span | null, layer: Layer): void => {
    if (span === null || span.doc !== document.id) return;
    layers.set(anchorOf(span), [...(layers.get(anchorOf(span)) ?? []), layer]);
  };
  for (const { actor, span } of index.mentionsIn.get(document.id) ?? []) {
    add(span, {
      kind: "who",
      words: `${actor.name}: ${actorWords[actor.kind].one.toLowerCase()}`,
      link: links.page("actor", actor.id),
    });
  }
  for (const timex of index.timexesIn.get(document.id) ?? [])
    add(timex.span, { kind: "time", words: `${timex.type.toLowerCase()}: ${timexText(timex)}`, link: null });
  for (const statement of index.statementsIn.get(document.id) ?? []) {
    const who = statement.speakers.length > 0 ? namesText(context, statement.speakers) : "somebody unnamed";
    const words = `${who} ${statement.negated ? "denies" : modeWords[statement.mode]} (${statement.kind}); ${ruleText(statement.why)}`;
    for (const span of statement.content) add(span, { kind: "said", words, link: null });
    add(statement.cueSpan, { kind: "cue", words, link: null });
  }
  for (const { event, report } of index.tellingsIn.get(document.id) ?? []) {
    const why = event.why[0];
    add(report.span, {
      kind: "event",
      words: `${kindWords[event.kind]}, ${statusText(event)}: ${event.label}${why ? `; ${ruleText(why)}` : ""}`,
      link: null,
    });
  }
  for (const { span, reason } of document.furniture)
    add(span, { kind: "furniture", words: `no part of the report: ${reason}`, link: null });
  for (const { span, kind } of document.novelty) {
    if (kind === "background") add(span, { kind, words: "told as background", link: null });
    if (kind === "recycled") add(span, { kind, words: "an earlier report tells this", link: null });
  }
  for (const problem of index.problemsIn.get(document.id) ?? [])
    add(problem.span, { kind: "problem", words: `not decided (${problem.stage}): ${problem.reason}`, link: null });
  return layers;
}

/** Marks of a document in the order of its text. */
export function marksOf(context: PageContext, document: RecordDocument): Mark[] {
  const layers = layersOf(context, document);
  return context.index.spansIn(document.id).map(({ start, end }) => ({
    start,
    end,
    layers: layers.get(anchorOf({ start, end })) ?? [],
  }));
}

function element(document: RecordDocument, piece: Nested<Mark>, isInLink: boolean): Html {
  const { mark, isFirst } = piece;
  const link = isInLink ? null : (mark.layers.find((layer) => layer.link !== null)?.link ?? null);
  const inner = written(document, piece.pieces, isInLink || link !== null);
  const kinds = [
    ...new Set(mark.layers.map(({ kind }) => kind)),
    ...(isFirst || mark.layers.length === 0 ? [] : ["on"]),
  ].join(" ");
  const title = mark.layers.map(({ words }) => words).join("\n");
  const id = isFirst ? html` id="${anchorOf(mark)}"` : nothing;
  const looks = kinds === "" ? nothing : html` class="${kinds}" title="${title}"`;
  if (kinds === "" && !isFirst) return inner;
  return link === null ? html`<span${id}${looks}>${inner}</span>` : html`<a href="${link}"${id}${looks}>${inner}</a>`;
}

const written = (document: RecordDocument, pieces: readonly Piece<Mark>[], isInLink: boolean): Html =>
  html`${pieces.map((piece) => ("mark" in piece ? element(document, piece, isInLink) : document.text.slice(piece.start, piece.end)))}`;

/** The text of a range of the document with its marks. */
export const markedText = (document: RecordDocument, range: Range, marks: readonly Mark[]): Html =>
  written(document, nest(range, marks), false);
