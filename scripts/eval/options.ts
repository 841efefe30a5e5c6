// The command line of `npm run eval`: one task and its options.
import { parseArgs } from "node:util";
import { InputError } from "../../src/model/errors.js";

export const groupings = ["rule", "kind", "genre"] as const;
export type Grouping = (typeof groupings)[number];

export type Options = {
  readonly task: string | null; // null: the samples
  readonly data: string | null;
  readonly reports: string | null;
  readonly record: string | null;
  readonly gold: string | null;
  readonly predictions: string | null;
  readonly by: Grouping | null;
  readonly floors: boolean;
  readonly misses: boolean;
  readonly pin: boolean;
  readonly all: boolean; // every file, not only the development part
};

export const usage = `npm run eval                                  the samples against gold/, compared with gold/floors.json
npm run eval -- --pin                         the same, and pins what was scored
npm run eval -- gold --data DIR               a folder with gold.json; --reports DIR where its reports lie elsewhere
npm run eval -- gold --record FILE --gold FILE   a record that is there already
npm run eval -- time --data DIR               TempEval-3 .tml; the development files (--all: every file)
npm run eval -- speech --data DIR             parses of reported speech in PolNeAR, before and after the repairs
npm run eval -- speech --gold DIR --reports DIR  the same in a gold.json and its reports
npm run eval -- statements --data DIR         PolNeAR: attributions/*.ann and text/
npm run eval -- language --data DIR           treebanks, .conllu; the development parts (--all: every file)
npm run eval -- entities --data DIR           names, .iob2; the development parts (--all: every file)
npm run eval -- names --data DIR              pairs of names, cases.csv; even rows (--all: every row)
npm run eval -- events --data DIR             PLV .tsv: PLOVER roots; even uids (--all: the odd ones apart)
npm run eval -- crossdoc --data DIR           ECB+ topics: event mentions grouped across articles
npm run eval -- timelines --data DIR          Timeline17 topics: the heaviest days against journalists' timelines
  --predictions FILE   writes what was predicted      --misses   lists what is missed, spurious or wrong
  --by rule|kind|genre the same figures in groups     --floors   compares with gold/floors.json`;

const groupingOf = (value: string | undefined): Grouping | null => {
  if (value === undefined) return null;
  const grouping = groupings.find((name) => name === value);
  if (!grouping) throw new InputError(`--by ${value}: groups are ${groupings.join(", ")}.`);
  return grouping;
};

const flag = { type: "boolean", default: false } as const;
const text = { type: "string" } as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: text,
        reports: text,
        record: text,
        gold: text,
        predictions: text,
        by: text,
        floors: flag,
        misses: flag,
        pin: flag,
        all: flag,
        help: { ...flag, short: "h" },
      },
    });
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** The options in the arguments; null where only help is asked for. Throws InputError on what is not known. */
export function readOptions(args: readonly string[]): Options | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  if (positionals.length > 1) throw new InputError(`one task at a time, not "${positionals.join(" ")}".\n${usage}`);
  return {
    task: positionals[0] ?? null,
    data: values.data ?? null,
    reports: values.reports ?? null,
    record: values.record ?? null,
    gold: values.gold ?? null,
    predictions: values.predictions ?? null,
    by: groupingOf(values.by),
    floors: values.floors,
    misses: values.misses,
    pin: values.pin,
    all: values.all,
  };
}
