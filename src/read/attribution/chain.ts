// Chains of telling: "TASS reported, citing the ministry" – the ministry says it, by way of TASS.

import { clauseContent } from "./behind.js";
import { nounPhraseAfter } from "./chunk.js";
import type { Parts } from "./draft.js";
import { endsAs, type Ground, isA, lowerAt, rangeOf } from "./ground.js";
import { tokensIn } from "./places.js";
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

/** `parts` with the one that is cited behind the cue as source, and the teller as the chain; unchanged where nobody is cited. */
export function withChain(ground: Ground, site: Site, parts: Parts): Parts {
  if (!parts.source) return parts;
  const telling =
    site.cues.some((cue) => cue.rule === "report") || isMedium(ground, parts.source.start, parts.source.end);
  if (!telling) return parts;
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
      source: rangeOf(ground, cited.first, cited.last),
      via: [parts.source, ...(parts.via ?? [])],
      content,
    };
  }
  return parts;
}
