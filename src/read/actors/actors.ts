// Who is who in one document: names, titles, epithets and pronouns joined to local actors. A resolution is accepted only if
// exactly one candidate remains; else it is a Problem.
import type { Analysis } from "../analysis.js";
import type { ActorResolution, RawAttribution } from "../draft.js";
import type { NameSpan } from "../names/names.js";

/** Words that resolving actors needs of a language. */
export type ActorWords = Readonly<Record<string, never>>;

/** The actors of a document. */
export function resolveActors(_analysis: Analysis, _names: readonly NameSpan[], _attributions: readonly RawAttribution[], _words: ActorWords): ActorResolution {
  return { actors: [], mentions: [], problems: [], resolve: () => [] };
}
