// What one report says of one attribute of an event, with the words that say it: what discrepancies compare.
import type { Range, Span } from "../model/span.js";
import { spanIn } from "./input.js";
import type { Telling } from "./tellings.js";

/** `voice`: who says it, the report itself or somebody it quotes; two voices of one report can contradict each other. */
export type Say = { readonly value: string; readonly doc: number; readonly voice: string; readonly span: Span };

/** Whoever tells a telling in its report: the speakers whose saying holds it or whose cue tells it, else the report ("…:"). */
export function voiceOf({ doc, input, mention }: Telling): string {
  const { attributions } = input.reading;
  const holds = mention.attribution === null ? undefined : attributions[mention.attribution];
  const tells =
    attributions.find(
      ({ cue }) => cue !== null && cue.start < mention.trigger.end && mention.trigger.start < cue.end,
    ) ?? holds;
  return `${doc}:${(tells?.speakers ?? []).join("+")}`;
}

/** The value that a telling gives at `range` of its document. */
export const sayOf = (telling: Telling, value: string, range: Range): Say => ({
  value,
  doc: telling.doc,
  voice: voiceOf(telling),
  span: spanIn(telling.input, { start: range.start, end: range.end }),
});
