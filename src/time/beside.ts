// What stands on both sides of a phrase, within a few characters.
import type { Range } from "../model/span.js";

/** The words beside a phrase, lower case, and the text that touches it. */
export type Beside = {
  readonly before: string;
  readonly after: string;
  readonly left: string;
  readonly right: string;
};

/** The text on both sides as written, for capitals. */
export type Written = { readonly left: string; readonly right: string };

export const asWritten = (text: string, { start, end }: Range): Written => ({
  left: text.slice(Math.max(0, start - reach), start),
  right: text.slice(end, end + reach),
});

/** Characters on each side that are looked at. */
export const reach = 30;

/** What stands beside a range of the folded text. */
export function beside(folded: string, { start, end }: Range): Beside {
  const left = folded.slice(Math.max(0, start - reach), start);
  const right = folded.slice(end, end + reach);
  return {
    before: (/([\p{L}\p{N}.$€£#']+)[\s,]*$/u.exec(left)?.[1] ?? "").toLowerCase(),
    after: (/^\s+([\p{L}\p{N}]+)/u.exec(right)?.[1] ?? "").toLowerCase(),
    left,
    right,
  };
}
