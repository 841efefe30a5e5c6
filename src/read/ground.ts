// What the later stages of reading look at: everything that the earlier ones found in the document.
import type { Attribution, EventMention, Timex } from "../model/reading.js";
import type { Analysis } from "./analysis.js";
import type { ActorResolution } from "./draft.js";
import type { NameSpan } from "./names/names.js";

export type ReadGround = {
  readonly analysis: Analysis;
  readonly names: readonly NameSpan[];
  readonly timexes: readonly Timex[];
  readonly attributions: readonly Attribution[];
  readonly resolution: ActorResolution;
};

export type EventGround = ReadGround & { readonly events: readonly EventMention[] };
