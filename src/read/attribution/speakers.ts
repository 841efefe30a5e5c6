// The same attributions with actors: sources, addressees and chains resolved, running speakers carried on, dates of one occasion shared.
import type { Attribution, View } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { Analysis } from "../analysis.js";
import type { ActorResolution, RawAttribution, RawView } from "../draft.js";
import { withOneOccasion } from "./one-occasion.js";

/** The speakers of each attribution; one that continues another has its speakers (never in a circle). */
function speakersOf(
  raw: readonly RawAttribution[],
  resolution: ActorResolution,
  analysis: Analysis,
): (readonly number[])[] {
  const own = withSpokespeople(
    raw,
    raw.map(({ source }) => (source ? resolution.resolve(source) : [])),
    resolution,
    analysis,
  );
  const speakers = raw.map((_, index) => {
    const seen = new Set<number>();
    let at = index;
    while (raw[at]?.continues != null && !seen.has(at)) {
      seen.add(at);
      at = raw[at]?.continues ?? at;
    }
    return own[at] ?? [];
  });
  return speakers.map((found, index) => {
    const { byWriting = false, author = null } = raw[index] ?? {};
    if (author && (found.length === 0 || !byWriting)) return resolution.resolve(author);
    return found.length === 0 && byWriting ? authorsOf(raw, speakers, index) : found;
  });
}

/**
 * "A spokesman" of nobody speaks for the organization that spoke before in his paragraph, else for the only one that is named there before him;
 * "she" behind him is he or she again. Two that could be meant: nobody.
 */
function withSpokespeople(
  raw: readonly RawAttribution[],
  own: readonly (readonly number[])[],
  resolution: ActorResolution,
  analysis: Analysis,
): (readonly number[])[] {
  if (!raw.some(({ unnamed }) => unnamed === "spokesperson")) return [...own];
  const speakers = [...own];
  const paragraphOf = (offset: number): Range => paragraphAt(analysis, offset);
  const isParty = (actor: number): boolean => resolution.actors[actor]?.kind !== "person";
  for (const [index, each] of raw.entries()) {
    if (!each.source || !each.unnamed || speakers[index]?.length) continue;
    if (each.unnamed === "pronoun" && raw[index - 1]?.unnamed !== "spokesperson") continue;
    const paragraph = paragraphOf(each.source.start);
    const before = raw[index - 1];
    const near = before?.source && before.source.start >= paragraph.start ? (speakers[index - 1] ?? []) : [];
    if (each.unnamed === "pronoun") {
      if (before?.unnamed === "spokesperson") speakers[index] = near;
      continue;
    }
    const [only = -1, ...others] = new Set(
      resolution.mentions
        .filter((mention) => mention.start >= paragraph.start && mention.end <= (each.source?.start ?? 0))
        .flatMap(({ actor }) => (actor !== null && isParty(actor) ? [actor] : [])),
    );
    if (near.length === 1 && near.every(isParty)) speakers[index] = near;
    else if (only >= 0 && others.length === 0) speakers[index] = [only];
  }
  return speakers;
}

/** From where to where the paragraph at `offset` reaches. */
function paragraphAt({ sentences }: Analysis, offset: number): Range {
  const own = sentences.find(({ start, end }) => start <= offset && offset < end);
  const inside = sentences.filter(({ paragraph }) => paragraph === own?.paragraph);
  return { start: inside[0]?.start ?? 0, end: inside.at(-1)?.end ?? 0 };
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

/**
 * Dates carried from one saying to the next of the same occasion, while nobody else speaks in between: the same speakers, one of several
 * who spoke together, or one who speaks for the other. A saying that nothing dates takes the day on which the sentence before shows its speaker.
 */
function withDates(
  attributions: readonly Attribution[],
  raw: readonly RawAttribution[],
  resolution: ActorResolution,
): Attribution[] {
  let running: { readonly speakers: readonly number[]; readonly date: Attribution["date"] } = {
    speakers: [],
    date: null,
  };
  return attributions.map((each, index) => {
    if (each.within !== null || each.headline) return each;
    const settled = raw[index]?.settled !== false;
    const together =
      each.speakers.length > 0 &&
      each.speakers.every((speaker) => running.speakers.some((other) => sameSide(speaker, other, resolution)));
    const shown = raw[index]?.scene;
    const scene = shown && same(resolution.resolve(shown.subject), each.speakers) ? shown.date : null;
    const date = each.date ?? (settled ? ((together ? running.date : null) ?? scene) : null);
    if (!together || (each.date !== null && !sameDate(each.date, running.date)))
      running = { speakers: each.speakers, date: settled || each.date ? date : null };
    return date === each.date ? each : { ...each, date };
  });
}

/**
 * A channel goes with the one who speaks by it ("told state radio … . \"Not today,\" she added."): to what he says next in the same paragraph or
 * the one behind it, while nobody else speaks and no other day or channel is named.
 */
function withChannels(
  attributions: readonly Attribution[],
  raw: readonly RawAttribution[],
  { sentences }: Analysis,
  resolve: ActorResolution["resolve"],
): Attribution[] {
  const starts = sentences.map(({ start }) => start);
  let running:
    | (Pick<Attribution, "speakers" | "date"> & { channel: Attribution["channel"]; paragraph: number })
    | null = null;
  return attributions.map((each, index) => {
    if (each.within !== null || each.headline) return each;
    const at = each.cue?.start ?? each.content[0]?.start ?? 0;
    const paragraph = sentences[lastAtOrBefore(starts, at)]?.paragraph ?? 0;
    const goesOn: boolean =
      running !== null &&
      each.channel === null &&
      raw[index]?.settled !== false &&
      same(each.speakers, running.speakers) &&
      paragraph <= running.paragraph + 1 &&
      (sameDate(each.date, running.date) || running.date === null) &&
      !each.refusal &&
      each.mode === "speech";
    const scene = raw[index]?.scene;
    const shown =
      scene?.channel && each.speakers.length > 0 && same(resolve(scene.subject), each.speakers) ? scene.channel : null;
    const channel: Attribution["channel"] = each.channel ?? (goesOn ? (running?.channel ?? null) : shown);
    running = channel ? { speakers: each.speakers, date: each.date, channel, paragraph } : null;
    return channel === each.channel ? each : { ...each, channel };
  });
}

/** Index of the last of `starts` (in order) at or before `offset`. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const sameDate = (a: Attribution["date"], b: Attribution["date"]): boolean => a?.value === b?.value;

/** Whether two actors are one, or one speaks for the other. */
function sameSide(a: number, b: number, { actors }: ActorResolution): boolean {
  const speaksFor = (one: number, other: number): boolean =>
    actors[one]?.kind === "person" &&
    actors[other]?.kind !== "state" &&
    (actors[one]?.memberOf.some(({ actor }) => actor === other) ?? false);
  return a === b || speaksFor(a, b) || speaksFor(b, a);
}

/** Attributions with speakers, addressees and chains as actors. Nobody named or nobody known: speakers [], the source kept. */
export function withActors(
  raw: readonly RawAttribution[],
  resolution: ActorResolution,
  analysis: Analysis,
): readonly Attribution[] {
  const speakers = speakersOf(raw, resolution, analysis);
  const attributions = raw.map(
    (
      {
        continues: _,
        settled: __,
        byWriting: ___,
        scene: ____,
        unnamed: _____,
        author: ______,
        storyDay: _______,
        ...each
      },
      index,
    ): Attribution => {
      const own = speakers[index] ?? [];
      const addressees = each.addressee
        ? resolution.resolve(each.addressee).filter((actor) => !own.includes(actor))
        : []; // nobody tells himself
      const via = each.via.map((range) => ({
        actor: resolution.resolve(range)[0] ?? null,
        name: analysis.text.slice(range.start, range.end),
        evidence: range,
      }));
      return {
        ...each,
        speakers: own,
        addressee: addressees.length === 1 ? (addressees[0] ?? null) : null,
        via,
      };
    },
  );
  const starts = analysis.sentences.map(({ start }) => start);
  const paragraphOf = (offset: number): number => analysis.sentences[lastAtOrBefore(starts, offset)]?.paragraph ?? 0;
  const tokens = analysis.tokens.map(({ start }) => start);
  const isPast = (offset: number): boolean =>
    /^VB[DN]$/.test(analysis.tokens[lastAtOrBefore(tokens, offset)]?.xpos ?? "");
  const dated = withOneOccasion(withDates(attributions, raw, resolution), raw, paragraphOf, isPast);
  const told = dated.map((each, index) => {
    const story = raw[index]?.storyDay;
    return each.date || !story ? each : { ...each, date: story };
  });
  return withChannels(told, raw, analysis, resolution.resolve);
}

/** Views with those who hold them as actors. */
export const withHolders = (raw: readonly RawView[], { resolve }: ActorResolution): readonly View[] =>
  raw.map((each) => ({ ...each, speakers: each.source ? resolve(each.source) : [] }));
