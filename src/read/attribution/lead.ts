// What stands before a dateline ("GENEVA, March 3. /WIRE/.") and what its day is good for: the day is the one on which the lead's speaker speaks,
// where the lead gives none itself; and a standfirst without a speaker ("It was also recalled that …") is the lead's speaker's.

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

/** `found` with the speaker of the lead for what a line above the dateline says in the passive and of nobody. */
export function withStandfirst(ground: Ground, found: readonly RawAttribution[]): readonly RawAttribution[] {
  const { document, sentences } = ground.analysis;
  const dateline = document.dateline;
  const lead = dateline && sentences.find(({ end }) => end > dateline.end);
  if (!dateline || !lead) return found;
  const host = found.findIndex(
    ({ cue, source, within, mode }) =>
      source !== null && within === null && mode !== "belief" && cue && lead.start <= cue.start && cue.end <= lead.end,
  );
  if (host < 0) return found;
  return found.map((each) =>
    each.source === null && each.continues === null && each.cue !== null && each.cue.end <= dateline.start
      ? { ...each, continues: host }
      : each,
  );
}
