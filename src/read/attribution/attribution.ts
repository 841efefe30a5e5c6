// Who says what in one document: the ordered list of rules. Who the speakers are is said by speakers.ts, once it is known who is who.
import type { Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { Analysis } from "../analysis.js";
import type { RawAttribution, RawView } from "../draft.js";
import { accordingTo } from "./according.js";
import { withAfterword } from "./afterword.js";
import { asSaid } from "./as-said.js";
import { withAuthors } from "./authors.js";
import { withChain } from "./chain.js";
import { colonSayings } from "./colon.js";
import { draft, type Parts } from "./draft.js";
import { dubbings } from "./dubbing.js";
import { withFreeSpeech } from "./free.js";
import { type Ground, groundOf, isA } from "./ground.js";
import { withLeadDate } from "./lead.js";
import { inOrder, withLooseQuotes } from "./loose.js";
import { distinct, nested, withoutOwnBeliefs, withReports } from "./nesting.js";
import { nounSayings } from "./nouns.js";
import { channelNamed } from "./occasion.js";
import { passiveSaying } from "./passive.js";
import { firstFrom, tokensIn } from "./places.js";
import { reckonings } from "./reckoning.js";
import { cueSites, type Site } from "./sites.js";
import { sayingAt } from "./verbs.js";
import { findViews, withToldViews } from "./views/views.js";
import { withOccasions } from "./when.js";
import type { AttributionWords } from "./words.js";

export { withActors, withHolders } from "./speakers.js";

/** "Our first look suggests …", said by somebody: his own view, and nobody else's; not "our members say". */
function isOurs(ground: Ground, site: Site, source: Range): boolean {
  const words = tokensIn(ground, source).map(({ index }) => index);
  const [first = -1] = words;
  if (!isA(ground, first, "ours") || (ground.quoteOf[site.at] ?? -1) < 0) return false;
  return (
    !words.some((i) => isA(ground, i, "person") || isA(ground, i, "institution") || (ground.nameOf[i] ?? -1) >= 0) &&
    site.cues.some(({ rule }) => rule === "say" || rule === "find") &&
    site.form === "present"
  );
}

/** Whether a source has a name, is "he" or "they", or somebody's office: only such say what no list of verbs knows. */
const isPersonal = (ground: Ground, source: Range): boolean =>
  tokensIn(ground, source).some(
    ({ index }) =>
      (ground.nameOf[index] ?? -1) >= 0 ||
      isA(ground, index, "person") ||
      isA(ground, index, "institution") ||
      isA(ground, index, "someone"),
  );

/** "I", "we", and nothing more. */
function isSelf(ground: Ground, source: Range): boolean {
  const first = firstFrom(ground.tokens, source.start);
  return isA(ground, first, "self") && (ground.tokens[first]?.end ?? 0) >= source.end;
}

/** "I think", "nobody expects": a belief of the one who is speaking anyway, or of anybody, is no attribution. */
function isIdle(ground: Ground, site: Site, found: Parts): boolean {
  if (found.source && isOurs(ground, site, found.source)) return true;
  if (found.rule.startsWith("unlisted:") && !(found.source && isPersonal(ground, found.source))) return true;
  if (found.source && (ground.quoteOf[site.at] ?? -1) >= 0 && isSelf(ground, found.source)) return true; // "We have always said that …": his own words
  if (!found.source || (found.mode !== "belief" && !found.rule.endsWith(":phrase"))) return false;
  const first = firstFrom(ground.tokens, found.source.start);
  return isA(ground, first, "anybody") || (isA(ground, first, "self") && (ground.quoteOf[site.at] ?? -1) >= 0);
}

/** What the cue verbs attribute; of the readings of one verb the first that takes anything. */
function cueParts(ground: Ground): Parts[] {
  const taken = new Set<number>();
  return cueSites(ground).flatMap((site) => {
    const found = taken.has(site.at) ? null : (passiveSaying(ground, site) ?? sayingAt(ground, site));
    if (!found) return [];
    taken.add(site.at);
    return isIdle(ground, site, found) ? [] : [withChain(ground, site, found)];
  });
}

/** What a source is that only passes on what somebody says: a medium, or a writing, then as a channel; null where it is neither. */
function tellerOf(ground: Ground, range: Range): "medium" | RawAttribution["channel"] {
  const inside = tokensIn(ground, range);
  const writing = inside.find(({ lower }) => ground.words.writings.has(lower));
  if (!writing) return inside.some(({ lower }) => ground.words.agencies.has(lower)) ? "medium" : null;
  const [first] = inside;
  const last = writing.index + 1;
  return first ? channelNamed(ground, first.index, last) : null;
}

/** What a document tells of somebody's words, and of views that nobody is told to have spoken. */
export type Said = { readonly said: readonly RawAttribution[]; readonly views: readonly RawView[] };

/** The attributions and views of a document in order of place, sources still as words. Never throws on any text. */
export function findSaid(
  analysis: Analysis,
  names: readonly Range[],
  timexes: readonly Timex[],
  words: AttributionWords,
): Said {
  const ground = groundOf(analysis, names, timexes, words);
  const parts: Parts[] = [
    ...cueParts(ground),
    ...accordingTo(ground),
    ...reckonings(ground),
    ...asSaid(ground),
    ...dubbings(ground),
    ...nounSayings(ground),
    ...colonSayings(ground),
  ];
  const cued = withReports(withoutOwnBeliefs(distinct(parts.map((each) => draft(ground, each)))), (range) =>
    tellerOf(ground, range),
  );
  const spoken = withFreeSpeech(ground, withLooseQuotes(ground, nested(cued))); // last: a quotation is loose only when nothing has claimed it
  const { said, views } = withToldViews(ground, spoken, words.views ? findViews(ground, spoken, words.views) : []);
  const told = withAuthors(ground, withOccasions(ground, nested(inOrder(said))));
  return { said: withLeadDate(ground, withAfterword(ground, told)), views };
}

/** The attributions alone. */
export const findAttributions = (...given: Parameters<typeof findSaid>): readonly RawAttribution[] =>
  findSaid(...given).said;
