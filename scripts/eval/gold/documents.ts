// Documents: found, dated, named, and what of their text is furniture or not new.
import type { RecordDocument } from "../../../src/model/record.js";
import { type F1Figure, f1Of, type Measured, shareOf } from "../figures.js";
import { plainDate, plainName } from "../folding.js";
import { lengthOf, overlapAll, type Stretch } from "../matching.js";
import { type GoldCorpus, type GoldDocument, type Words, wordsOf } from "./corpus.js";
import { type Pages, present } from "./pages.js";

type Pair = { readonly gold: GoldDocument; readonly document: RecordDocument };

const daysApart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 864e5;

/** Whether a day is the gold's; a day off is right where the gold says "about". */
function dayIsExact(got: string, published: string): boolean {
  return got === plainDate(published) || (published.endsWith("~") && daysApart(got, plainDate(published)) <= 1);
}

function dayIsNear(got: string, published: string): boolean {
  const want = plainDate(published);
  return got === want || daysApart(got, want) <= 3 || (got !== "" && (want.startsWith(got) || got.startsWith(want)));
}

const dayRead = (document: RecordDocument): string => plainDate(document.published.value).slice(0, 10);

const sameName = (a: string | null, b: string | null): boolean => plainName(a) === plainName(b);

/** What is not in the record, dated otherwise, or named otherwise, in order of the gold. */
function missesOf(gold: GoldDocument, pages: Pages): readonly string[] {
  const document = pages.page(gold.file)?.document;
  if (!document) return [`document: ${gold.file} is not in the record`];
  const got = dayRead(document);
  const lost = (gold.furniture ?? []).filter((words) => !pages.find(gold.file, words));
  return [
    ...(gold.published && !dayIsExact(got, gold.published)
      ? [`published: ${gold.file}: ${got || "none"} for ${plainDate(gold.published)}`]
      : []),
    ...(gold.outlet && !sameName(document.outlet, gold.outlet)
      ? [`outlet: ${gold.file}: ${document.outlet} for ${gold.outlet}`]
      : []),
    ...(gold.title && !sameName(document.title, gold.title)
      ? [`title: ${gold.file}: ${document.title} for ${gold.title}`]
      : []),
    ...lost.map((words) => `furniture cut from the text: ${gold.file} "${wordsOf(words).text.slice(0, 50)}"`),
  ];
}

type Characters = { readonly gold: number; readonly said: number; readonly both: number };

function charactersOf(want: readonly Stretch[], have: readonly Stretch[]): Characters {
  const [gold, said] = [lengthOf(want), lengthOf(have)];
  return { gold, said, both: Math.min(overlapAll(want, have), gold, said) };
}

function sumFigure(name: string, counts: readonly Characters[]): F1Figure {
  const sum = (pick: (count: Characters) => number): number => counts.reduce((n, count) => n + pick(count), 0);
  return f1Of(
    name,
    sum((c) => c.both),
    sum((c) => c.said),
    sum((c) => c.gold),
  );
}

const lettersOf = (words: readonly Words[]): number => words.reduce((n, one) => n + wordsOf(one).text.length, 0);

/** Furniture in characters; the gold's words that were cut from the text (or whose document is missing) count as missed. */
function furnitureOf(gold: GoldDocument, pages: Pages): Characters {
  const wanted = gold.furniture ?? [];
  const document = pages.page(gold.file)?.document;
  if (!document) return { gold: lettersOf(wanted), said: 0, both: 0 };
  const want = present(wanted.map((words) => pages.find(gold.file, words)));
  const cut = lettersOf(wanted.filter((words) => !pages.find(gold.file, words)));
  const counts = charactersOf(
    want,
    document.furniture.map((part) => pages.stretch(part.span)),
  );
  return { ...counts, gold: counts.gold + cut };
}

function backgroundOf({ gold, document }: Pair, pages: Pages): Characters {
  const want = present((gold.background ?? []).map((words) => pages.find(gold.file, words)));
  const have = document.novelty
    .filter((novelty) => novelty.kind !== "new")
    .map((novelty) => pages.stretch(novelty.span));
  return charactersOf(want, have);
}

function isRecognisedReprint(gold: GoldDocument, pages: Pages): boolean {
  const [one, other] = [pages.page(gold.file)?.document, pages.page(gold.duplicateOf)?.document];
  return one !== undefined && other !== undefined && (one.duplicateOf === other.id || other.duplicateOf === one.id);
}

export function measureDocuments(corpus: GoldCorpus, pages: Pages): Measured {
  const pairs = corpus.documents.flatMap((gold): Pair[] => {
    const document = pages.page(gold.file)?.document;
    return document ? [{ gold, document }] : [];
  });
  const count = (test: (pair: Pair) => boolean): number => pairs.filter(test).length;
  const having = (pick: (gold: GoldDocument) => unknown): number =>
    corpus.documents.filter((gold) => Boolean(pick(gold))).length;
  const reprints = corpus.documents.filter((gold) => gold.duplicateOf);
  const background = sumFigure(
    "documents: not new: recycled or background (characters)",
    pairs.filter(({ gold }) => gold.background?.length).map((pair) => backgroundOf(pair, pages)),
  );
  return {
    figures: [
      shareOf(
        "documents: reprints recognised",
        reprints.filter((gold) => isRecognisedReprint(gold, pages)).length,
        reprints.length,
      ),
      ...(background.gold ? [background] : []),
      shareOf("documents found", pairs.length, corpus.documents.length),
      shareOf(
        "documents: publication date exact",
        count(({ gold, document }) => Boolean(gold.published) && dayIsExact(dayRead(document), gold.published ?? "")),
        having((gold) => gold.published),
      ),
      shareOf(
        "documents: publication date within 3 days",
        count(({ gold, document }) => Boolean(gold.published) && dayIsNear(dayRead(document), gold.published ?? "")),
        having((gold) => gold.published),
      ),
      shareOf(
        "documents: outlet",
        count(({ gold, document }) => Boolean(gold.outlet) && sameName(document.outlet, gold.outlet)),
        having((gold) => gold.outlet),
      ),
      shareOf(
        "documents: title",
        count(({ gold, document }) => Boolean(gold.title) && sameName(document.title, gold.title)),
        having((gold) => gold.title),
      ),
      sumFigure(
        "documents: furniture (characters)",
        corpus.documents.map((gold) => furnitureOf(gold, pages)),
      ),
    ],
    misses: corpus.documents.flatMap((gold) => missesOf(gold, pages)),
  };
}
