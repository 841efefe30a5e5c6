// When and by which channel something was said, looked for around the cue after the saying is found, whatever rule found it: a
// time or a channel that hangs on the cue in the tree, else one that no other verb parts from it. Then what the sentence before
// tells of the same occasion. Nothing is taken from inside the words said.
import type { Attribution, Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { RawAttribution } from "../draft.js";
import { dateOf, goesWith, isCue, isDay, isPast, type Place, placeOf } from "./around.js";
import { channelFor, longEnough } from "./by-channel.js";
import { isFiniteVerb } from "./chunk.js";
import { type Ground, isA, lowerAt, quoteClosing } from "./ground.js";
import { firstFrom, sentenceOf, tokensIn } from "./places.js";
import { dayOfOccasion, liveDay, merged, sceneBefore, timeAtScene, timeBefore } from "./scene-before.js";
import { storyDay } from "./story-day.js";

/** Steps up the tree from a time to the cue it may hang on. */
const highest = 5;

/** Nouns through which a time may hang on a cue: "in a [statement] issued on Friday", "at the [talks] on Friday". */
const isOccasion = (ground: Ground, index: number): boolean =>
  ground.words.channels.has(lowerAt(ground, index)) ||
  ground.words.writings.has(lowerAt(ground, index)) ||
  isA(ground, index, "scene") ||
  isA(ground, index, "issuing");

/** Whether the time at tokens of `timex` hangs on the cue; `direct`: on the cue itself. */
function hangs(ground: Ground, { first, last }: Place, timex: Range): "direct" | "through" | null {
  const inside = tokensIn(ground, timex);
  let at = inside.find(({ head }) => !inside.some(({ index }) => index === head))?.index ?? -1;
  for (let steps = 0; at >= 0 && steps < highest; steps++) {
    const head = ground.tokens[at]?.head ?? -1;
    if (first <= head && head < last) return steps === 0 ? "direct" : "through";
    if (head < 0 || !isOccasion(ground, head)) return null;
    at = head;
  }
  return null;
}

/** Whether a time stands behind "before", "ahead of", "since", "until": it dates something else. */
function isElsewhere(ground: Ground, { last }: Place, token: number): boolean {
  for (let i = token - 1; i >= Math.max(last, token - 6); i--) {
    if (lowerAt(ground, i) === ",") return false;
    if (isA(ground, i, "later preposition") && !isA(ground, i, "scene preposition") && !isA(ground, i, "agent mark"))
      return true;
  }
  return false;
}

/** The time in or right behind the words of a channel: "at [Monday]'s hearing", "a report it published [on Tuesday]". */
function timeBeside(ground: Ground, place: Place, channel: Attribution["channel"]): Timex | null {
  if (!channel) return null;
  const inside = tokensIn(ground, channel);
  const [begin, end] = [inside[0]?.index ?? place.to, (inside.at(-1)?.index ?? place.to) + 1];
  if (begin < place.from || end > place.to) return null;
  for (let i = Math.max(place.from, begin - 2); i < Math.min(place.to, end + 6); i++) {
    if (i >= end && (/^[,;]$/.test(lowerAt(ground, i)) || (isFiniteVerb(ground, i) && !isA(ground, i, "issuing"))))
      return null;
    const timex = ground.timexes[ground.timexOf[i] ?? -1];
    if (timex && isDay(timex) && isPast(ground, timex) && !(i >= end && place.isSaid(i))) return timex;
  }
  return null;
}

/** "Halden, which offered 4 percent [on Sept 5], says": a time before a comma that the tree hangs on another verb. */
function isAsidesOwn(ground: Ground, place: Place, timex: Range, token: number): boolean {
  if (token > place.first) return false;
  const inside = tokensIn(ground, timex);
  const head = inside.find((each) => !inside.some(({ index }) => index === each.head))?.head ?? -1;
  if (isCue(place, head) || ground.tokens[head]?.upos !== "VERB") return false;
  for (let i = token; i < place.first; i++) if (lowerAt(ground, i) === ",") return true;
  return false;
}

/** 'called it "serious" [on Tuesday]': right behind the words said, though the content was read up to the stop. */
const isBehindQuote = (ground: Ground, token: number): boolean =>
  isA(ground, token - 1, "preposition") && quoteClosing(ground, token - 2) !== undefined;

/** The time that belongs to the cue: by the tree, else the nearest that nothing parts from it. */
function timeOf(ground: Ground, place: Place): Timex | null {
  let best: { readonly timex: Timex; readonly cost: number } | null = null;
  const { tokens } = ground;
  const [start, end] = [tokens[place.from]?.start ?? 0, tokens[place.to - 1]?.end ?? 0];
  for (let at = firstFrom(ground.timexes, start); (ground.timexes[at]?.start ?? Infinity) < end; at++) {
    const timex = ground.timexes[at];
    const token = firstFrom(tokens, timex?.start ?? 0);
    if (!timex || !isDay(timex) || !isPast(ground, timex) || ground.quoteOf[token] !== ground.quoteOf[place.first])
      continue;
    const tree = hangs(ground, place, timex);
    const said = place.isSaid(token);
    const near =
      tree !== null ||
      isBehindQuote(ground, token) ||
      (goesWith(ground, place, token) && !isAsidesOwn(ground, place, timex, token));
    const own = said ? tree === "direct" || isBehindQuote(ground, token) : near;
    if (!own) continue;
    if (isElsewhere(ground, place, token)) continue;
    const cost = Math.abs(token - place.first) + (tree === null ? 50 : 0);
    if (!best || cost < best.cost) best = { timex, cost };
  }
  return best?.timex ?? null;
}

/** `found` with day, channel and scene for those that have none. Never inside another's words, and not for what is told of many occasions. */
export function withOccasions(ground: Ground, found: readonly RawAttribution[]): readonly RawAttribution[] {
  return carried(
    ground,
    found.map((each) => {
      const place = placeOf(ground, each);
      if (!place || each.headline) return each;
      const sentence = sentenceOf(ground, each.cue?.start ?? 0);
      const channel = channelFor(ground, each, place);
      const date =
        each.date ??
        dateOf(
          timeOf(ground, place) ??
            timeBeside(ground, place, channel) ??
            timeAtScene(ground, place, sentence) ??
            timeBefore(ground, place, sentence) ??
            dayOfOccasion(ground, channel, sentence),
        ) ??
        liveDay(ground, place);
      const own = each.scene;
      const scene =
        sentence && !(own?.date && own.channel) ? (merged(own, sceneBefore(ground, sentence)) ?? null) : own;
      const earlier = !date && each.within === null && isA(ground, place.first - 1, "past helper"); // "had asked": on no day of the story
      const story = date || !sentence ? null : storyDay(ground, each, place, sentence);
      return {
        ...each,
        channel: longEnough(ground, channel),
        date,
        ...(scene === undefined ? {} : { scene }),
        ...(earlier ? { settled: false } : story ? { storyDay: story } : {}),
      };
    }),
  );
}

/** "The deputy mayor told the Post … . \"I have the list,\" she joked": day and channel go on to a pronoun in the next sentence of the paragraph. */
function carried(ground: Ground, found: readonly RawAttribution[]): readonly RawAttribution[] {
  const done: RawAttribution[] = [];
  let before: RawAttribution | undefined; // the last that has a source and stands in no other's words
  for (const each of found) {
    const [own, other] = [each, before].map((said) => (said?.cue ? sentenceOf(ground, said.cue.start) : undefined));
    const near = own && other && own.paragraph === other.paragraph && own.index - other.index <= 1;
    const shown = !near && each.scene && isPronoun(ground, each.source) && each.within === null ? each.scene : null;
    const goesOn = near && each.within === null && each.settled !== false && isPronoun(ground, each.source);
    const lent = goesOn && before ? { date: before.date, channel: each.refusal ? null : before.channel } : shown;
    done.push(lent ? { ...each, date: each.date ?? lent.date, channel: each.channel ?? lent.channel } : each);
    const now = done.at(-1);
    if (now?.within === null && now.source !== null) before = now;
  }
  return done;
}

const isPronoun = (ground: Ground, source: Range | null): boolean => {
  const [only, ...more] = source ? tokensIn(ground, source) : [];
  return only !== undefined && more.length === 0 && isA(ground, only.index, "someone");
};
