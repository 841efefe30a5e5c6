// The same attributions with actors: sources, addressees and chains resolved, running speakers carried on, dates of one occasion shared.
import type { Attribution } from "../../model/reading.js";
import type { Analysis } from "../analysis.js";
import type { ActorResolution, RawAttribution } from "../draft.js";

/** The speakers of each attribution; one that continues another has its speakers (never in a circle). */
function speakersOf(raw: readonly RawAttribution[], resolution: ActorResolution): (readonly number[])[] {
  const own = raw.map(({ source }) => (source ? resolution.resolve(source) : []));
  const speakers = raw.map((_, index) => {
    const seen = new Set<number>();
    let at = index;
    while (raw[at]?.continues != null && !seen.has(at)) {
      seen.add(at);
      at = raw[at]?.continues ?? at;
    }
    return own[at] ?? [];
  });
  return speakers.map((found, index) =>
    found.length === 0 && raw[index]?.byWriting ? authorsOf(raw, speakers, index) : found,
  );
}

/** Whose writing "the document" is: of the one who spoke last, if nobody else has spoken before. */
function authorsOf(
  raw: readonly RawAttribution[],
  speakers: readonly (readonly number[])[],
  index: number,
): readonly number[] {
  const before = speakers.slice(0, index).filter((found, at) => found.length > 0 && raw[at]?.within === null);
  const [first = []] = before;
  return before.every((found) => same(found, first)) ? first : [];
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length > 0 && a.length === b.length && a.every((actor, i) => actor === b[i]);

/** Dates carried from one saying to the next of the same speakers, while nobody else speaks in between. */
function withDates(attributions: readonly Attribution[], raw: readonly RawAttribution[]): Attribution[] {
  let running: Attribution | null = null;
  return attributions.map((each, index) => {
    if (each.within !== null || each.headline) return each;
    const settled = raw[index]?.settled !== false;
    const carried =
      !each.date && settled && running?.date && same(running.speakers, each.speakers) ? running.date : null;
    const dated = carried ? { ...each, date: carried } : each;
    running = settled || each.date ? dated : { ...each, date: null };
    return dated;
  });
}

/** Attributions with speakers, addressees and chains as actors. Nobody named or nobody known: speakers [], the source kept. */
export function withActors(
  raw: readonly RawAttribution[],
  resolution: ActorResolution,
  analysis: Analysis,
): readonly Attribution[] {
  const speakers = speakersOf(raw, resolution);
  const attributions = raw.map(({ continues: _, settled: __, byWriting: ___, ...each }, index): Attribution => {
    const addressees = each.addressee ? resolution.resolve(each.addressee) : [];
    const via = each.via.map((range) => ({
      actor: resolution.resolve(range)[0] ?? null,
      name: analysis.text.slice(range.start, range.end),
      evidence: range,
    }));
    return {
      ...each,
      speakers: speakers[index] ?? [],
      addressee: addressees.length === 1 ? (addressees[0] ?? null) : null,
      via,
    };
  });
  return withDates(attributions, raw);
}
