// Where reported speech is marked: PolNeAR (brat, code points) and a gold of ours (words that are looked up in its reports).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Range } from "../../../src/model/span.js";
import { type FoldedText, findWords, foldText } from "../folding.js";
import { type GoldStatement, readGold, wordsOf } from "../gold/corpus.js";
import { type Piece, readMarkedTexts } from "../statements/brat.js";
import { kindOfWords } from "../statements/task.js";
import {
  type MarkedAttribution,
  type Reported,
  reportedIn,
  type SplitSentence,
  type SplitWords,
  splitText,
} from "./reported.js";

/** What is marked, and how many attributions stand in more than one sentence or name no source, so that no tree can be right. */
export type Corpus = { readonly reported: readonly Reported[]; readonly leftOut: number };

/** Offset in code points → offset in UTF-16 units. */
function units(text: string): (point: number) => number {
  const at: number[] = [];
  let unit = 0;
  for (const char of text) {
    at.push(unit);
    unit += char.length;
  }
  return (point) => at[point] ?? text.length;
}

/** The attributions of a folder of PolNeAR. */
export function polnear(folder: string, words: SplitWords): Corpus {
  const reported: Reported[] = [];
  let leftOut = 0;
  for (const { doc, text, attributions } of readMarkedTexts(folder)) {
    const sentences = splitText(text, words);
    const unit = units(text);
    const ranges = (pieces: readonly Piece[]): Range[] =>
      pieces.map(([start, end]) => ({ start: unit(start), end: unit(end) }));
    for (const each of attributions) {
      const content = ranges(each.content);
      const kind = kindOfWords(content.map(({ start, end }) => text.slice(start, end)).join(" … "));
      const marked = { source: ranges(each.source), cue: ranges(each.cue), content };
      const found = reportedIn(doc, text, sentences, marked, kind);
      if (found) reported.push(found);
      else leftOut++;
    }
  }
  return { reported, leftOut };
}

/** Where `words` stand inside a sentence, nearest to `place`. */
function nearest(text: FoldedText, words: string, sentence: Range, place: Range): Range | null {
  const found: Range[] = [];
  for (let nth = 1; ; nth++) {
    const range = findWords(text, words, nth);
    if (!range || range.start >= sentence.end) break;
    if (range.start >= sentence.start && range.end <= sentence.end) found.push(range);
  }
  const distance = (range: Range): number => Math.max(place.start - range.end, range.start - place.end, 0);
  return found.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The ranges of a statement of our gold: its words, in the first sentence of its content that holds cue and speaker. */
function rangesOf(
  text: FoldedText,
  sentences: readonly SplitSentence[],
  statement: GoldStatement & { readonly speakerText?: string | null },
): MarkedAttribution | null {
  const content = statement.content.flatMap((words) => {
    const { text: needle, nth } = wordsOf(words);
    return findWords(text, needle, nth) ?? [];
  });
  const { cue: cueText, speakerText } = statement;
  if (!cueText || !speakerText) return null;
  for (const sentence of sentences) {
    const place = content.find((range) => range.start < sentence.end && sentence.start < range.end);
    if (!place) continue;
    const cue = nearest(text, cueText, sentence, place);
    const source = cue && nearest(text, speakerText, sentence, cue);
    if (cue && source) return { source: [source], cue: [cue], content };
  }
  return null;
}

/** The statements of a gold corpus. `gold` is a gold.json or its folder, `reports` the folder of the reports. */
export function ownGold(gold: string, reports: string | null, words: SplitWords): Corpus {
  const path = gold.endsWith(".json") ? gold : join(gold, "gold.json");
  const corpus = readGold(path);
  const folder = reports ?? join(path, "..", corpus.reports ?? "reports");
  const reported: Reported[] = [];
  let leftOut = 0;
  for (const document of corpus.documents) {
    const file = join(folder, document.file);
    if (!existsSync(file)) continue;
    const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
    const sentences = splitText(text, words);
    const folded = foldText(text);
    for (const statement of corpus.statements.filter((each) => each.file === document.file)) {
      const marked = rangesOf(folded, sentences, statement);
      const found = marked && reportedIn(document.file, text, sentences, marked, statement.kind);
      if (found) reported.push(found);
      else leftOut++;
    }
  }
  return { reported, leftOut };
}
