// The figures of TempEval-3, task A: expressions found (strict and relaxed), and of the relaxed ones those whose type and whose
// value are right. Values are compared as strings.
import { type Figure, f1Of } from "../figures.js";
import type { TmlDocument, TmlTimex } from "./tml.js";

export type Found = TmlTimex & { readonly rule: string };
export type Scored = { readonly document: TmlDocument; readonly found: readonly Found[] };
type Pair = { readonly document: TmlDocument; readonly gold: TmlTimex; readonly found: Found };

/** Gold and found that overlap, one to one, in the order of the text. */
function pairsOf({ document, found }: Scored): Pair[] {
  const used = new Set<Found>();
  return document.timexes.flatMap((gold) => {
    const over = found.filter((timex) => !used.has(timex) && timex.start < gold.end && gold.start < timex.end);
    const match = over.find((timex) => timex.start === gold.start && timex.end === gold.end) ?? over[0];
    if (!match) return [];
    used.add(match);
    return [{ document, gold, found: match }];
  });
}

const isStrict = ({ gold, found }: Pair): boolean => gold.start === found.start && gold.end === found.end;

export function figuresOf(scored: readonly Scored[]): readonly Figure[] {
  const pairs = scored.flatMap(pairsOf);
  const [said, gold] = [
    scored.reduce((n, { found }) => n + found.length, 0),
    scored.reduce((n, { document }) => n + document.timexes.length, 0),
  ];
  const figure = (name: string, right: readonly Pair[]) => f1Of(`time: ${name}`, right.length, said, gold);
  return [
    figure("strict", pairs.filter(isStrict)),
    figure("relaxed", pairs),
    figure(
      "type",
      pairs.filter((pair) => pair.gold.type === pair.found.type),
    ),
    figure(
      "value",
      pairs.filter((pair) => pair.gold.value === pair.found.value),
    ),
  ];
}

/** Gold that is found, gold whose value is right (both by document and place), and how many found ones the gold has not. */
export function rightOnes(scored: readonly Scored[]): {
  readonly found: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
  readonly spurious: number;
} {
  const pairs = scored.flatMap(pairsOf);
  const keyOf = ({ document, gold }: Pair): string => `${document.name} ${gold.start} ${gold.end}`;
  return {
    found: new Set(pairs.map(keyOf)),
    values: new Set(pairs.filter(({ gold, found }) => gold.value === found.value).map(keyOf)),
    spurious: scored.reduce((n, { found }) => n + found.length, 0) - pairs.length,
  };
}

/** The value figure rule by rule: of what the rule said, how much lies on gold, and with the right value. */
export function figuresByRule(scored: readonly Scored[]): readonly Figure[] {
  const pairs = scored.flatMap(pairsOf);
  const all = scored.flatMap(({ found }) => found);
  return [...new Set(all.map(({ rule }) => rule))].sort().map((rule) => {
    const own = pairs.filter(({ found }) => found.rule === rule);
    const right = own.filter(({ gold, found }) => gold.value === found.value);
    return f1Of(`  ${rule}`, right.length, all.filter((timex) => timex.rule === rule).length, own.length);
  });
}

/** What is missed, spurious, or has another span, type or value: one line each, with the words around. */
export function missesOf(scored: readonly Scored[]): readonly string[] {
  return scored.flatMap((one) => {
    const { document, found } = one;
    const pairs = pairsOf(one);
    const words = ({ start, end }: { start: number; end: number }) =>
      document.text.slice(start, end).replace(/\s+/g, " ");
    const around = ({ start, end }: { start: number; end: number }) =>
      `…${words({ start: Math.max(0, start - 60), end: start })}[${words({ start, end })}]${words({ start: end, end: end + 40 })}…`;
    const line = (kind: string, at: { start: number; end: number }, what: string) =>
      `${kind} ${document.name} (${document.reference}) ${what}  ${around(at)}`;
    return [
      ...pairs
        .filter((pair) => pair.gold.value !== pair.found.value)
        .map(({ gold, found: own }) =>
          line("value", gold, `${own.type} ${own.value} for ${gold.type} ${gold.value} by ${own.rule}`),
        ),
      ...pairs
        .filter((pair) => !isStrict(pair))
        .map(({ gold, found: own }) => line("span", gold, `said "${words(own)}"`)),
      ...document.timexes
        .filter((gold) => !pairs.some((pair) => pair.gold === gold))
        .map((gold) => line("missed", gold, `${gold.type} ${gold.value}`)),
      ...found
        .filter((timex) => !pairs.some((pair) => pair.found === timex))
        .map((timex) => line("spurious", timex, `${timex.type} ${timex.value} by ${timex.rule}`)),
    ];
  });
}
