// Time expressions: span (strict and relaxed) and value, in the files for which the gold has them; furniture is left out.
import type { ParleyRecord, RecordTimex } from "../../../src/model/record.js";
import { f1Of, type Measured } from "../figures.js";
import { plainDate } from "../folding.js";
import { intersectionOverUnion, matchOneToOne, overlap, overlapAll, type Stretch } from "../matching.js";
import type { GoldCorpus, GoldTimex } from "./corpus.js";
import type { Pages } from "./pages.js";

type Wanted = { readonly gold: GoldTimex; readonly stretch: Stretch | null };
type Located = { readonly gold: GoldTimex; readonly stretch: Stretch };
type Read = { readonly timex: RecordTimex; readonly stretch: Stretch };
type Pair = readonly [Located, Read];

const sameStretch = (a: Stretch, b: Stretch): boolean => a.file === b.file && a.start === b.start && a.end === b.end;

const sameValue = ([{ gold }, { timex }]: Pair): boolean =>
  gold.type === timex.type &&
  [gold.value, ...(gold.alt ?? [])].some((value) => plainDate(value) === plainDate(timex.value));

/** The timexes read in the gold's files, those in what the record itself calls furniture left out. */
function readIn(files: ReadonlySet<string>, record: ParleyRecord, pages: Pages): readonly Read[] {
  const furniture = new Map(
    pages.files.map((file) => [
      file,
      (pages.page(file)?.document.furniture ?? []).map((part) => pages.stretch(part.span)),
    ]),
  );
  return record.timexes
    .map((timex) => ({ timex, stretch: pages.stretch(timex.span) }))
    .filter(
      ({ stretch }) =>
        stretch.file !== undefined &&
        files.has(stretch.file) &&
        overlapAll([stretch], furniture.get(stretch.file) ?? []) === 0,
    );
}

function missesOf(
  wanted: readonly Wanted[],
  have: readonly Read[],
  relaxed: readonly Pair[],
  pages: Pages,
): readonly string[] {
  const [found, used] = [new Set(relaxed.map(([a]) => a.gold)), new Set(relaxed.map(([, b]) => b))];
  return [
    ...wanted
      .filter((w) => !w.stretch)
      .map(({ gold }) => `timex text not in the record's text: ${gold.file} "${gold.text}"`),
    ...relaxed
      .filter((pair) => !sameValue(pair))
      .map(
        ([{ gold }, { timex }]) =>
          `timex value: ${gold.file} "${gold.text}" ${timex.type} ${timex.value} for ${gold.type} ${gold.value}`,
      ),
    ...wanted
      .filter(({ gold, stretch }) => stretch && !gold.optional && !found.has(gold))
      .map(({ gold }) => `timex missed: ${gold.file} "${gold.text}"`),
    ...have
      .filter((read) => !used.has(read))
      .map(({ timex, stretch }) => `timex spurious: ${stretch.file} "${pages.words(timex.span)}" ${timex.value}`),
  ];
}

export function measureTimexes(corpus: GoldCorpus, record: ParleyRecord, pages: Pages): Measured {
  const wanted = corpus.timexes.map((gold): Wanted => ({ gold, stretch: pages.find(gold.file, gold) }));
  const located = wanted.flatMap(({ gold, stretch }) => (stretch ? [{ gold, stretch }] : []));
  const have = readIn(new Set(corpus.timexes.map((gold) => gold.file)), record, pages);
  const strict = matchOneToOne(located, have, (a, b) => (sameStretch(a.stretch, b.stretch) ? 1 : 0), 1);
  const relaxed = matchOneToOne(
    located,
    have,
    (a, b) => (overlap(a.stretch, b.stretch) ? intersectionOverUnion([a.stretch], [b.stretch]) : 0),
    1e-9,
  );
  const required = corpus.timexes.filter((gold) => !gold.optional).length;
  const figure = (name: string, pairs: readonly Pair[]) =>
    f1Of(name, pairs.length, have.length, required, pairs.filter(([a]) => !a.gold.optional).length);
  return {
    figures: [
      figure("timexes: strict span", strict),
      figure("timexes: relaxed span", relaxed),
      figure("timexes: span (relaxed) and value", relaxed.filter(sameValue)),
    ],
    misses: missesOf(wanted, have, relaxed, pages),
  };
}
