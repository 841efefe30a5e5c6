// What is read out of a few sentences: the stages up to attribution, on an invented document.

import { attributionWords } from "../../../src/lang/en/attribution.js";
import { languageModel } from "../../../src/lang/en/language.js";
import { sentenceWords } from "../../../src/lang/en/sentences.js";
import { viewModel } from "../../../src/lang/en/views.js";
import type { Document } from "../../../src/model/document.js";
import { edtf } from "../../../src/model/edtf.js";
import { documentId } from "../../../src/model/ids.js";
import type { Timex } from "../../../src/model/reading.js";
import type { Range } from "../../../src/model/span.js";
import { analyse } from "../../../src/read/analyse.js";
import type { Analysis } from "../../../src/read/analysis.js";
import { findAttributions, findSaid } from "../../../src/read/attribution/attribution.js";
import type { RawAttribution, RawView } from "../../../src/read/draft.js";

const words = attributionWords();
const sentence = sentenceWords();

export const documentOf = (text: string, more: Partial<Document> = {}): Document => ({
  id: documentId("t.txt", new TextEncoder().encode(text)),
  uri: "t.txt",
  textHash: "",
  title: null,
  titleRange: null,
  dateline: null,
  outlet: null,
  byline: null,
  published: { value: null, basis: "unknown", evidence: [] },
  language: "en",
  translatedFrom: null,
  text,
  furniture: [],
  ...more,
});

/** Names as the tests see them: runs of capitalised words that are no beginnings of sentences, and the ones listed. */
function namesIn(text: string, listed: readonly string[]): Range[] {
  return listed.flatMap((name) =>
    [...text.matchAll(new RegExp(name, "g"))].map((match) => ({ start: match.index, end: match.index + name.length })),
  );
}

/** Days written as "May 3" or "Monday", valued as listed. */
function timexesIn(text: string, days: Readonly<Record<string, string>>): Timex[] {
  return Object.entries(days)
    .flatMap(([phrase, value]) =>
      [...text.matchAll(new RegExp(phrase, "g"))].map(
        (match): Timex => ({
          start: match.index,
          end: match.index + phrase.length,
          type: "DATE",
          value,
          mod: null,
          edtf: edtf(value),
          rangeId: null,
          implied: [],
          rule: "test",
        }),
      ),
    )
    .sort((a, b) => a.start - b.start);
}

export type Seen = { readonly text: string; readonly analysis: Analysis; readonly raw: readonly RawAttribution[] };
export type Options = {
  readonly names?: readonly string[];
  readonly days?: Readonly<Record<string, string>>;
  readonly document?: Partial<Document>;
};

const people = ["Maria Keller", "KELLER", "Tom Varga", "Gazette", "Northport", "Orvane"];

/** The raw attributions of a text. "¶" stands for the beginning of a paragraph. */
export function sayingsOf(source: string, options: Options = {}): Seen {
  const text = source.replaceAll("¶", "\n\n");
  const analysis = analyse(documentOf(text, options.document), sentence, languageModel());
  const raw = findAttributions(
    analysis,
    namesIn(text, options.names ?? people),
    timexesIn(text, options.days ?? {}),
    words,
  );
  return { text, analysis, raw };
}

export type Viewed = Seen & { readonly views: readonly RawView[] };

/** The same with the model of views: what is said, those of the views that are statements too, and the others. */
export function viewsOf(source: string, options: Options = {}): Viewed {
  const text = source.replaceAll("¶", "\n\n");
  const analysis = analyse(documentOf(text, options.document), sentence, languageModel());
  const model = viewModel();
  const { said, views } = findSaid(
    analysis,
    namesIn(text, options.names ?? people),
    timexesIn(text, options.days ?? {}),
    model ? { ...words, views: model } : words,
  );
  return { text, analysis, raw: said, views };
}

/** The words of a range. */
export const wordsAt = (text: string, range: Range | null): string | null =>
  range ? text.slice(range.start, range.end) : null;

/** One line an attribution: "source | cue | content …". */
export const linesOf = ({ text, raw }: Seen): string[] =>
  raw.map(
    (each) =>
      `${wordsAt(text, each.source)} | ${wordsAt(text, each.cue)} | ${each.content.map((range) => wordsAt(text, range)).join(" … ")}`,
  );
