// What could not be decided: the problems that reading met, and those that linking met, in one list.
import type { RecordProblem } from "../model/record.js";
import { idMaker } from "./ids.js";
import { type Corpus, spanIn } from "./input.js";
import { compareSpans, type RankOf } from "./order.js";

/** A problem of the record that has no id yet. */
export type OpenProblem = Omit<RecordProblem, "id">;

/** All problems by document and place; each gets an id of its own. */
export function linkProblems(corpus: Corpus, found: readonly OpenProblem[], rankOf: RankOf): RecordProblem[] {
  const read = corpus.flatMap((input) =>
    input.reading.problems
      .filter((problem) => problem.start < problem.end)
      .map(
        ({ start, end, stage, reason, candidates }): OpenProblem => ({
          span: spanIn(input, { start, end }),
          stage,
          reason,
          candidates,
        }),
      ),
  );
  const inOrder = compareSpans(rankOf);
  const signature = ({ stage, reason }: OpenProblem): string => `${stage} ${reason}`;
  const makeId = idMaker("q");
  return [...read, ...found]
    .sort((a, b) => inOrder(a.span, b.span) || (signature(a) < signature(b) ? -1 : signature(a) > signature(b) ? 1 : 0))
    .map(({ span, stage, reason, candidates }) => ({ id: makeId([span]), span, stage, reason, candidates }));
}
