// What each rule gains and loses: the same texts read without it. A rule whose losses outweigh its gains is a rule to mend.
import { type TimeWords, timeWordsFrom } from "../../../src/time/words.js";
import { rightOnes, type Scored } from "./score.js";

export type RuleEffect = {
  readonly rule: string;
  readonly gains: number; // gold values right with the rule only
  readonly losses: number; // gold values right without the rule only
  readonly found: number; // gold expressions that are found only with it
  readonly spurious: number; // more expressions that the gold has not
};

/** The effect of every rule of the table that changes anything, the most harmful first. `read`: the texts read with given words. */
export function effectsOf(words: TimeWords, read: (words: TimeWords) => readonly Scored[]): readonly RuleEffect[] {
  const all = rightOnes(read(words));
  const rules = [...new Set(words.phrasings.map(({ rule }) => rule))];
  return rules
    .map((rule): RuleEffect => {
      const rest = words.phrasings.filter((phrasing) => phrasing.rule !== rule);
      const without = rightOnes(read(timeWordsFrom(words.lexicon, rest)));
      const only = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
        [...a].filter((key) => !b.has(key)).length;
      return {
        rule,
        gains: only(all.values, without.values),
        losses: only(without.values, all.values),
        found: only(all.found, without.found),
        spurious: all.spurious - without.spurious,
      };
    })
    .filter(({ gains, losses, found, spurious }) => gains + losses + found + Math.abs(spurious) > 0)
    .sort((a, b) => a.gains - a.losses - (b.gains - b.losses) || (a.rule < b.rule ? -1 : 1));
}

/** "weekday  gains 56 values, loses 0; finds 59, spurious 0". */
export const effectLine = ({ rule, gains, losses, found, spurious }: RuleEffect): string =>
  `  ${rule.padEnd(20)} gains ${String(gains).padStart(4)} values, loses ${String(losses).padStart(3)}; finds ${String(found).padStart(4)}, spurious ${String(spurious).padStart(3)}`;
