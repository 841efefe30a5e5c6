// Statements: matched by their content (at least half of it shared), then speaker, negation, kind, date and channel of
// those that match.
import type { ParleyRecord, Statement } from "../../../src/model/record.js";
import { f1Of, type Measured, type ShareFigure, shareOf } from "../figures.js";
import { plainDate, plainName } from "../folding.js";
import { intersectionOverUnion, matchOneToOne, type Stretch } from "../matching.js";
import type { ToGold } from "./actors.js";
import { type GoldCorpus, type GoldStatement, listOf, wordsOf } from "./corpus.js";
import { type Pages, present } from "./pages.js";

export type WantedStatement = { readonly gold: GoldStatement; readonly content: readonly Stretch[] };
export type ReadStatement = { readonly statement: Statement; readonly content: readonly Stretch[] };
export type StatementPair = readonly [WantedStatement, ReadStatement];
export type StatementMatch = {
  readonly want: readonly WantedStatement[];
  readonly have: readonly ReadStatement[];
  readonly pairs: readonly StatementPair[];
};

/** The gold's statements and the record's, with those that match one to one. A statement without content is neither asked nor charged. */
export function matchStatements(corpus: GoldCorpus, record: ParleyRecord, pages: Pages): StatementMatch {
  const files = new Set(corpus.documents.map((document) => document.file));
  const want = corpus.statements
    .map((gold) => ({ gold, content: present(gold.content.map((words) => pages.find(gold.file, words))) }))
    .filter(({ gold, content }) => content.length > 0 || !gold.optional);
  const have = record.statements
    .map((statement) => ({ statement, content: statement.content.map(pages.stretch) }))
    .filter(({ content }) => files.has(content[0]?.file ?? ""));
  return { want, have, pairs: matchOneToOne(want, have, (a, b) => intersectionOverUnion(a.content, b.content), 0.5) };
}

const opening = (gold: GoldStatement): string => {
  const first = gold.content[0];
  return (first === undefined ? (gold.cue ?? "") : wordsOf(first).text).slice(0, 70);
};

const sameSpeakers = ([{ gold }, { statement }]: StatementPair, toGold: ToGold): boolean =>
  listOf(gold.speaker).filter(Boolean).toSorted().join() === statement.speakers.map(toGold).toSorted().join();

function sameChannel([{ gold }, { statement }]: StatementPair): boolean {
  const [want, said] = [plainName(gold.channel), plainName(statement.channel)];
  return (statement.channel ?? "").length > 2 && (said.includes(want) || want.includes(said));
}

function missesOf({ want, have, pairs }: StatementMatch, toGold: ToGold, pages: Pages): readonly string[] {
  const [found, used] = [new Set(pairs.map(([a]) => a)), new Set(pairs.map(([, b]) => b))];
  const words = ({ statement }: ReadStatement): string =>
    (statement.content[0] ? (pages.words(statement.content[0]) ?? "") : "").slice(0, 70);
  return [
    ...want
      .filter((w) => w.content.length === 0)
      .map(({ gold }) => `statement text not in the record's text: ${gold.file} "${opening(gold)}"`),
    ...pairs
      .filter((pair) => !sameSpeakers(pair, toGold))
      .map(
        ([{ gold }, { statement }]) =>
          `statement speaker: ${gold.file} ${statement.speakers} for ${gold.speaker}: "${opening(gold)}"`,
      ),
    ...want
      .filter((w) => !w.gold.optional && !found.has(w))
      .map(({ gold }) => `statement missed: ${gold.file} ${gold.speaker}: "${opening(gold)}"`),
    ...have
      .filter((read) => !used.has(read))
      .map((read) => `statement spurious: ${read.content[0]?.file} ${read.statement.speakers}: "${words(read)}"`),
  ];
}

/** What is right of those found, each field by itself. */
function fieldFigures(pairs: readonly StatementPair[]): readonly ShareFigure[] {
  const field = (name: string, asked: readonly StatementPair[], test: (pair: StatementPair) => boolean): ShareFigure =>
    shareOf(`statements: ${name}, of those found`, asked.filter(test).length, asked.length);
  const dated = pairs.filter(([{ gold }]) => gold.date);
  const channelled = pairs.filter(([{ gold }]) => gold.channel);
  return [
    field("negation", pairs, ([{ gold }, { statement }]) => (gold.negated ?? false) === statement.negated),
    field("kind", pairs, ([{ gold }, { statement }]) => gold.kind === statement.kind),
    field("date said", dated, ([{ gold }, { statement }]) => plainDate(gold.date) === plainDate(statement.date)),
    field("channel", channelled, sameChannel),
  ];
}

export function measureStatements(corpus: GoldCorpus, record: ParleyRecord, pages: Pages, toGold: ToGold): Measured {
  const match = matchStatements(corpus, record, pages);
  const required = match.want.filter(({ gold }) => !gold.optional).length;
  const figure = (name: string, pairs: readonly StatementPair[]) =>
    f1Of(name, pairs.length, match.have.length, required, pairs.filter(([{ gold }]) => !gold.optional).length);
  return {
    figures: [
      figure("statements: content (overlap >= half)", match.pairs),
      figure(
        "statements: content and speaker",
        match.pairs.filter((pair) => sameSpeakers(pair, toGold)),
      ),
      ...fieldFigures(match.pairs),
    ],
    misses: missesOf(match, toGold, pages),
  };
}
