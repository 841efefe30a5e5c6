// What a dateline's day ("GENEVA, March 3. /WIRE/.") is good for: it is the day on which the lead's speaker speaks, where the lead
// gives none itself. A standfirst that names nobody ("It was also recalled that …") stays nobody's.

import { covers } from "../../model/span.js";
import type { RawAttribution } from "../draft.js";
import type { Ground } from "./ground.js";

/** `found` with the dateline's day on what the first sentence of the body says. Never the publication date alone. */
export function withLeadDate(ground: Ground, found: readonly RawAttribution[]): readonly RawAttribution[] {
  const { document, sentences } = ground.analysis;
  const lead = sentences.find(({ role }) => role === "body");
  const timex = ground.timexes.find((each) => document.dateline !== null && covers(document.dateline, each));
  if (!lead || !timex?.edtf) return found;
  const date = { value: timex.edtf, evidence: { start: timex.start, end: timex.end } };
  return found.map((each) => {
    const at = each.cue?.start ?? each.content[0]?.start ?? -1;
    const inLead = lead.start <= at && at < lead.end && each.within === null;
    return inLead && !each.date && each.settled !== false ? { ...each, date } : each;
  });
}
