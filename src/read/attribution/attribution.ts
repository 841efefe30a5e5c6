// Who says what in one document: the ordered list of rules, and the speakers once it is known who is who.
import type { Attribution, Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { Analysis } from "../analysis.js";
import type { ActorResolution, RawAttribution } from "../draft.js";
import type { AttributionWords } from "./words.js";

/** The attributions of a document in order, sources still as words. */
export function findAttributions(_analysis: Analysis, _names: readonly Range[], _timexes: readonly Timex[], _words: AttributionWords): readonly RawAttribution[] {
  return [];
}

/** The same with speakers, addressees and chains as actors. */
export function withActors(_raw: readonly RawAttribution[], _resolution: ActorResolution, _analysis: Analysis): readonly Attribution[] {
  return [];
}
