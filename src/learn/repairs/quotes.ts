// Where a sentence quotes: pairs of quotation marks among its tokens. A quotation may begin before the sentence or end behind it.
import type { Headed } from "../tree.js";

/** Tokens [open … close]: the marks themselves, -1 and the number of tokens where a mark is in another sentence. */
export type QuotedSpan = { readonly open: number; readonly close: number };

const opening: ReadonlySet<string> = new Set(["“", "``", "«", "„"]);
const closing: ReadonlySet<string> = new Set(["”", "»"]);
const either: ReadonlySet<string> = new Set(['"', "''", "″"]);
const stops: ReadonlySet<string> = new Set([",", ".", "?", "!", "…", "...", "—"]);

/** Whether a form is a double quotation mark. */
export const isQuote = (form: string): boolean => opening.has(form) || closing.has(form) || either.has(form);

/** The quotations of a sentence, in order, without those inside others. Marks that both open and close take turns; behind a stop they close. */
export function quotedSpans(words: readonly (Headed & { readonly form: string })[]): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let open: number | null = null;
  let inner = 0; // quotations open inside the quotation
  for (const [index, { form }] of words.entries()) {
    if (!isQuote(form)) continue;
    const isBehindStop = stops.has(words[index - 1]?.form ?? "");
    const isTurn = either.has(form) && (open !== null || (isBehindStop && spans.length === 0));
    if (!closing.has(form) && !isTurn) {
      if (open === null) open = index;
      else inner++;
    } else if (inner > 0 && closing.has(form)) inner--;
    else if (open !== null || spans.length === 0) {
      spans.push({ open: open ?? -1, close: index });
      open = null;
    }
  }
  if (open !== null) spans.push({ open, close: words.length });
  return spans;
}
