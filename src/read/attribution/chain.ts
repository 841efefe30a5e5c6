// Chains of telling: "TASS reported, citing the ministry" – the ministry says it, by way of TASS.

import type { Range } from "../../model/span.js";
import { clauseContent } from "./behind.js";
import { nounPhraseAfter } from "./chunk.js";
import type { Parts } from "./draft.js";
import { endsAs, type Ground, isA, lowerAt, rangeOf } from "./ground.js";
import { firstFrom, tokensIn } from "./places.js";
import type { Site } from "./sites.js";

/** Whether tokens [first, last) can be somebody who is cited: a name, an official, a writing. */
function canBeCited(ground: Ground, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    if (
      (ground.nameOf[i] ?? -1) >= 0 ||
      isA(ground, i, "person") ||
      isA(ground, i, "institution") ||
      ground.words.writings.has(lowerAt(ground, i)) ||
      ground.words.agencies.has(lowerAt(ground, i))
    )
      return true;
  }
  return false;
}

const isMedium = (ground: Ground, start: number, end: number): boolean =>
  tokensIn(ground, { start, end }).some((token) => ground.words.agencies.has(token.lower));

/** Who is cited: of "the ministry's Facebook page" the ministry, by way of its page. */
function ownerOf(
  ground: Ground,
  first: number,
  last: number,
  parts: Pick<Parts, "occasion">,
): Pick<Parts, "source" | "occasion"> {
  const { occasion = null } = parts;
  for (let i = first + 1; i < last - 1; i++) {
    const medium = lowerAt(ground, last - 1);
    const writes =
      ground.words.writings.has(medium) || ground.words.channels.has(medium) || isA(ground, last - 1, "site");
    if (!isA(ground, i, "clitic") || !writes) continue;
    const range = rangeOf(ground, i + 1, last);
    const channel = range && { ...range, name: ground.analysis.text.slice(range.start, range.end) };
    const told = occasion ?? { addressee: null, channel: null, timex: null };
    return { source: rangeOf(ground, first, i), occasion: { ...told, channel: told.channel ?? channel } };
  }
  return { source: rangeOf(ground, first, last), occasion };
}

/** "TASS, citing the ministry, reported", "The agency, with reference to the ministry, says": who is cited between a medium and its verb. */
function citedBefore(ground: Ground, site: Site, teller: Range): Pick<Parts, "source" | "occasion"> | null {
  const comma = firstFrom(ground.tokens, teller.end);
  if (lowerAt(ground, comma) !== "," || lowerAt(ground, site.first - 1) !== ",") return null;
  const reference = isA(ground, comma + 2, "reference") && isA(ground, comma + 3, "infinitive mark");
  const cites = isA(ground, comma + 1, "citing") && endsAs(ground, comma + 1, "gerund ending");
  if (!reference && !cites) return null;
  const cited = nounPhraseAfter(ground, comma + (reference ? 4 : 2), site.first);
  return cited && canBeCited(ground, cited.first, cited.last)
    ? ownerOf(ground, cited.first, cited.last, { occasion: null })
    : null;
}

/** `parts` with the one that is cited behind the cue as source, and the teller as the chain; unchanged where nobody is cited. */
export function withChain(ground: Ground, site: Site, parts: Parts): Parts {
  if (!parts.source) return parts;
  const telling =
    site.cues.some((cue) => cue.rule === "report") || isMedium(ground, parts.source.start, parts.source.end);
  if (!telling) return parts;
  const before = citedBefore(ground, site, parts.source);
  if (before) return { ...parts, rule: "telling-cites", ...before, via: [parts.source, ...(parts.via ?? [])] };
  for (let i = site.last; i < site.stretch.to; i++) {
    if (!isA(ground, i, "citing") || !endsAs(ground, i, "gerund ending")) continue;
    const cited = nounPhraseAfter(ground, i + 1, site.stretch.to);
    if (!cited || !canBeCited(ground, cited.first, cited.last)) return parts;
    const that = isA(ground, cited.last, "as-link") ? cited.last + 2 : cited.last + 1;
    const content =
      parts.content.length > 0
        ? parts.content
        : clauseContent(ground, site, isA(ground, that, "complementizer") ? that + 1 : that).content;
    return {
      ...parts,
      rule: "telling-cites",
      ...ownerOf(ground, cited.first, cited.last, parts),
      via: [parts.source, ...(parts.via ?? [])],
      content,
    };
  }
  return parts;
}
