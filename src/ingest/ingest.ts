// Ingest: bytes → Document. The stages in their order; nothing here knows a language, an outlet or the time of day.
import type { Document, Published } from "../model/document.js";
import { documentId, sha256 } from "../model/ids.js";
import { type Range, sliceOf } from "../model/span.js";
import { fold, foldWords } from "../text/fold.js";
import { dayFinder } from "./days.js";
import { bodyOf, isAddress, markFurniture } from "./furniture.js";
import { type Header, readHeader } from "./header.js";
import { html } from "./html.js";
import { dayOfAddress } from "./html-claims.js";
import { daysBelow, imprintsOf } from "./imprint.js";
import { isSameName, type OutletData, outletOf } from "./outlet.js";
import type { Page } from "./page.js";
import { plain } from "./plain.js";
import { outside, publishedOf, yearlessDay } from "./published.js";
import { type DocumentReader, readerFor, type Source } from "./reader.js";
import { translationOf } from "./translation.js";
import { UnreadableError } from "./unreadable.js";
import type { IngestWords } from "./words.js";

export type { Source } from "./reader.js";

/** The readers, asked in this order; the last one takes what no other knows. */
export const readers: readonly DocumentReader[] = [html, plain];

/** Bytes that a source may have, unless the kit says otherwise. */
export const largestSource = 10_000_000;

/** What ingest is given: words of the language, outlets, and what it must not decide alone. */
export type IngestKit = {
  readonly words: IngestWords;
  readonly outlets: readonly OutletData[];
  readonly readers?: readonly DocumentReader[];
  readonly largest?: number; // bytes
  readonly detectLanguage: (text: string, fallback: string) => string | Promise<string>; // BCP 47
  /** From inside. `skip`: furniture; `dateline`: whose day is that of publication, its year unknown. */
  readonly inferPublished: (text: string, skip: readonly Range[], dateline: Range | null) => Published | null;
};

/**
 * The document of a source. Throws UnreadableError, and nothing else, for what is empty, too large, binary, in no known
 * encoding, or without a word.
 */
export async function ingest(source: Source, kit: IngestKit): Promise<Document> {
  checkSize(source, kit.largest ?? largestSource);
  const page = await readPage(source, kit.readers ?? readers);
  const { text, lines, claims } = page;
  const findDays = dayFinder(kit.words);
  const folded = lines.map((line) => fold(sliceOf(text, line)));
  const early = bodyOf(folded, (index) => lines[index]?.reason !== null);
  const isKnown = (index: number): boolean =>
    isRule(folded[index] ?? "", index <= early.first, kit.words) || isAddress(folded[index] ?? "");
  const body = bodyOf(folded, (index) => lines[index]?.reason !== null || isKnown(index));
  const imprints = imprintsOf(lines, folded, body, kit.words);
  const isOutlet = (name: string): boolean => imprints.some((imprint) => isSameName(imprint.name, name));
  const header = readHeader(lines, folded, kit.words, findDays, claims.titles, isKnown, isOutlet);
  const below = daysBelow(lines, folded, body, isKnown, kit.words, findDays);
  const title = titleOf(page, header);
  const keep = [header.title, header.dateline].filter((range) => range !== null);
  const furniture = markFurniture(text, lines, folded, kit.words, title, header.furniture, keep);
  const whole = fold(text);
  const anchor = header.dateline ?? yearlessDay(header.days);
  const published = publishedOf(claims, header.days, below, header.dateline, dayOfAddress(`/${source.uri}`), {
    folded: whole,
    weekdays: kit.words.weekdays,
    since: kit.words.since,
    findDays,
    inferred: () => kit.inferPublished(text, outside(furniture, anchor), anchor),
  });
  return {
    id: documentId(source.uri, source.bytes),
    uri: source.uri,
    textHash: sha256(text),
    title,
    titleRange: header.title,
    dateline: header.dateline && {
      start: header.dateline.start,
      end: header.dateline.end,
      place: header.dateline.place,
    },
    outlet: outletOf({ text, uri: source.uri, claims, header, imprints, furniture, title }, kit.outlets, kit.words),
    byline: claims.byline ?? (header.byline ? sliceOf(text, header.byline) : null),
    published,
    language: await kit.detectLanguage(reportOf(text, furniture), claims.language ?? "en"),
    translatedFrom: translationOf(lines, folded, kit.words, claims.translatedFrom),
    text,
    furniture,
  };
}

function checkSize({ uri, bytes }: Source, largest: number): void {
  if (bytes.length === 0) throw new UnreadableError(uri, "it is empty");
  if (bytes.length > largest)
    throw new UnreadableError(uri, `it has ${bytes.length} bytes, more than the ${largest} that are read. Split it`);
}

async function readPage(source: Source, list: readonly DocumentReader[]): Promise<Page> {
  const reader = readerFor(source, list);
  if (!reader) throw new UnreadableError(source.uri, "no reader knows this kind of file");
  const page = await reader.read(source);
  if (!/\p{L}/u.test(page.text)) throw new UnreadableError(source.uri, "it has no words");
  return page;
}

/** Whether a rule of furniture knows a line, so that it is no headline. */
const isRule = (line: string, top: boolean, words: IngestWords): boolean =>
  line.length <= 300 &&
  words.furniture.some((rule) => (rule.place === "any" || (rule.place === "top" && top)) && rule.pattern.test(line));

/** The headline: as it stands in the text, else as metadata gives it, without an outlet's name behind it. */
function titleOf({ text, claims }: Page, header: Header): string | null {
  if (header.title) return sliceOf(text, header.title).replace(/\s+/g, " ");
  const [first, ...others] = claims.titles;
  if (first === undefined) return null;
  const shorter = others.find((other) => foldWords(first).startsWith(foldWords(other)) && other.length < first.length);
  return shorter ?? first;
}

/** The text without its furniture: what the language is read from. */
function reportOf(text: string, furniture: readonly Range[]): string {
  let report = "";
  let from = 0;
  for (const mark of furniture) {
    if (mark.start > from) report += text.slice(from, mark.start);
    from = Math.max(from, mark.end);
  }
  return report + text.slice(from);
}
