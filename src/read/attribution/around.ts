// What is looked around when a saying is found: its cue, its sentence and which words are said; and whether words go with the cue.
import type { Attribution, Timex } from "../../model/reading.js";
import { overlaps } from "../../model/span.js";
import type { RawAttribution } from "../draft.js";
import { isAuxiliary, isFiniteVerb } from "./chunk.js";
import { endsAs, type Ground, isA, lowerAt } from "./ground.js";
import { sentenceOf, tokensIn } from "./places.js";

/** What is looked around: the tokens of the cue, its sentence, and which tokens are words said. */
export type Place = {
  readonly first: number;
  readonly last: number; // behind the cue
  readonly from: number;
  readonly to: number;
  readonly isSaid: (index: number) => boolean;
};

/** Tokens before and behind a cue within which its day and channel are looked for. */
const reach = 80;

export function placeOf(ground: Ground, each: RawAttribution): Place | null {
  if (!each.cue) return null;
  const sentence = sentenceOf(ground, each.cue.start);
  const cue = tokensIn(ground, each.cue);
  const [first, last] = [cue[0]?.index, cue.at(-1)?.index];
  if (!sentence || first === undefined || last === undefined) return null;
  const isSaid = (index: number): boolean => {
    const token = ground.tokens[index];
    return token !== undefined && each.content.some((part) => overlaps(part, token));
  };
  const [from, to] = [Math.max(sentence.first, first - reach), Math.min(sentence.last, last + reach)];
  return { first, last: last + 1, from, to, isSaid };
}

/** Whether words at token `at` go with the cue: nothing said, no other finite verb and no other quotation lies between. */
export function goesWith(ground: Ground, { first, last, isSaid }: Place, at: number): boolean {
  const [from, to] = at < first ? [at, first] : [last, at];
  if (ground.quoteOf[at] !== ground.quoteOf[first]) return false;
  for (let i = from; i < to; i++) {
    if (isSaid(i) || isA(ground, i, "relative") || isA(ground, i, "complementizer") || lowerAt(ground, i) === ";")
      return false;
    const own = isAuxiliary(ground, i) && at < first && i >= first - 4; // "X has on Friday said"
    const light = (["reached", "speaking", "issuing"] as const).some((name) => isA(ground, i, name));
    if (isFiniteVerb(ground, i) && !own && !light) return false;
    const turning =
      ground.tokens[i]?.upos === "VERB" && endsAs(ground, i, "gerund ending") && lowerAt(ground, i - 1) === ",";
    if (turning && !light) return false; // "said, sailing from the port on Friday"
  }
  return true;
}

export const isPast = (ground: Ground, { edtf }: Timex): boolean => {
  const published = ground.analysis.document.published.value;
  return published === null || edtf === null || edtf.slice(0, published.length) <= published;
};

export const isDay = ({ type, edtf }: Pick<Timex, "type" | "edtf">): boolean =>
  (type === "DATE" || type === "TIME") && /^\d{4}-\d{2}/.test(edtf ?? "");

export const dateOf = (timex: Timex | null | undefined): Attribution["date"] =>
  timex?.edtf ? { value: timex.edtf, evidence: { start: timex.start, end: timex.end } } : null;

export const isCue = (place: Place, at: number): boolean => at >= place.first && at < place.last;
