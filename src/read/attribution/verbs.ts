// Cue verbs in the active: "X said that …", '"…," said X', "…, X said, …", "X denied having …", ", adding that …".
import { covers } from "../../model/span.js";
import { type Before, behindColon, saidBefore, saidOn } from "./before.js";
import { firstBehind, type Said, saidBehind } from "./behind.js";
import { isAuxiliary, isFiniteVerb, isNominal } from "./chunk.js";
import { quotePieces, sentenceBefore } from "./clause.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, quoteClosing, sentenceAt } from "./ground.js";
import { occasionAt } from "./occasion.js";
import { partsOf, speakerFor } from "./parts.js";
import { quotesIn } from "./places.js";
import { refusing, silence } from "./refusing.js";
import type { Site } from "./sites.js";
import { quotedBefore, type Source, sourceAfter, sourceBefore } from "./source.js";

const longestAside = 25; // tokens

const endsContent = (ground: Ground, index: number): boolean =>
  /^[,-]$/.test(lowerAt(ground, index)) || quoteClosing(ground, index) !== undefined;

/** The source of "…, said X": not where X begins a clause of its own ("X, who left, said he would return"). */
function invertedSource(ground: Ground, site: Site): Source | null {
  if (!endsContent(ground, site.first - 1) || site.first !== site.at || site.form === "ing") return null;
  const found = sourceAfter(ground, site);
  if (!found || quoteClosing(ground, site.first - 1) || quoteClosing(ground, site.first - 2)) return found;
  const hears = site.cues.some((cue) => cue.frames.has("person"));
  return hears ||
    sourceBefore(ground, site, site.stretch.from) !== null ||
    isFiniteVerb(ground, found.last) ||
    isA(ground, found.last, "complementizer")
    ? null
    : found;
}

/** '"…," she was quoted as saying': what is quoted stands before the one quoted. */
function quotedAfter(ground: Ground, site: Site): Parts | null {
  if (site.form !== "ing" || !isA(ground, site.first - 1, "as-link")) return null;
  const cue = site.cues.find((each) => each.frames.has("quote"));
  const quoted = cue ? quotedBefore(ground, site.first - 1, site.stretch.from) : null;
  const before = quoted
    ? saidBefore(
        ground,
        quoted.via ? Math.min(quoted.via.first, quoted.source.first) : quoted.source.first,
        site.stretch,
      )
    : null;
  if (!cue || !quoted || !before?.quote) return null;
  const occasion = occasionAt(ground, site.last, site.stretch.to, false);
  const parts = partsOf(ground, site, cue, quoted.source, occasion, {
    rule: "quoted-as-saying",
    content: before.content,
    score: 0.9,
  });
  return quoted.via?.range ? { ...parts, via: [quoted.via.range] } : parts;
}

/** "X is said to have told": the group begins with what is said of X, and is as good as "X told". */
function rumoured(ground: Ground, site: Site): Site {
  const [is, cue] = [site.first - 2, site.first - 1];
  const forms = ground.words.cues.get(lowerAt(ground, cue)) ?? [];
  const told = forms.some(({ form }) => form === "past" || form === "participle");
  return site.infinitive && isA(ground, site.first + 1, "have") && isA(ground, is, "be") && told
    ? { ...site, first: is, infinitive: false }
    : site;
}

/** '"…," X said', '"…," said X', "…, X said, …". */
function sayingAfter(ground: Ground, saying: Site): Parts | null {
  const site = rumoured(ground, saying);
  const { stretch } = site;
  const cue = site.cues.find((each) => each.frames.has("quote"));
  const modal =
    site.form === "base" && ground.tokens.slice(site.first, site.at).some((token) => isAuxiliary(ground, token.index));
  if (!cue || site.infinitive || site.passive || modal) return null;
  const inverted = invertedSource(ground, site);
  const joinedTo = inverted ? null : sourceBefore(ground, site, stretch.from);
  const source = inverted ?? joinedTo;
  if (!source) return null;
  const asSaid = !inverted && isA(ground, source.first - 1, "as-link"); // '"…," as she put it'
  const before = saidBefore(ground, inverted ? site.first : source.first - (asSaid ? 1 : 0), stretch);
  if (!before || (asSaid && !before.quote)) return null;
  const plain = cue.frames.has("bare") || cue.frames.has("that");
  if (!before.quote && !plain) return null;
  if (!before.quote && isA(ground, before.from, "reached")) return null; // "Asked whether he would sign, X said no"
  const occasion = occasionAt(
    ground,
    inverted ? source.last : site.last,
    stretch.to,
    !inverted && site.cues.some((each) => each.frames.has("person")),
  );
  const end = before.quote ? overAside(ground, occasion.end, stretch.to) : occasion.end;
  if (!before.quote && !inverted && isA(ground, occasion.end, "complementizer")) return null;
  const on = saidOn(ground, before, end, stretch);
  const whole = inverted !== null && before.from === stretch.from && ends(ground, end, stretch.to);
  const short =
    (inHeadline(ground, site) || whole) && saysMore(ground, before, inverted ? { first: site.first } : source);
  if (!before.quote && !before.clause && !on && !short) return null;
  const own = asSaid && before.quote ? quotePieces(ground, before.quote) : before.content; // what leads up to "…", as she put it, is told
  const next = ground.tokens[end];
  if (!before.quote && !on && inHeadline(ground, site) && end < stretch.to && next?.upos !== "PUNCT") return null; // "Board says yes, mills say no"
  const content = on ? [...own, ...on.content] : behindColon(ground, own, source.range);
  const rule = inverted ? "said-x" : on ? "x-said-between" : "x-said-after";
  return partsOf(ground, site, cue, source, occasion, {
    rule: `${cue.rule}:${rule}`,
    content,
    score: before.quote ? 0.95 : 0.8,
  });
}

/** Whether a headline's words before its cue are more than a name ("Belmora, rebels say close to a deal"). */
function saysMore(ground: Ground, { from }: Before, source: Pick<Source, "first">): boolean {
  for (let i = from; i < source.first - 1; i++) if ((ground.nameOf[i] ?? -1) < 0) return source.first - 1 - from > 1;
  return false;
}

/** "Some 900 downed tools, says the union.": nothing but the stop stands behind source and occasion. */
const ends = (ground: Ground, at: number, to: number): boolean =>
  at >= to || (lowerAt(ground, at) === "." && at + 1 >= to);

const inHeadline = (ground: Ground, site: Site): boolean => sentenceAt(ground, site.at)?.role === "headline";

/** Behind 'said Ann Lee, head of the union, on the steps of the hall': the comma or colon that leads to the second piece of the quotation. */
function overAside(ground: Ground, at: number, to: number): number {
  for (let i = at; i < Math.min(to, at + longestAside); i++) {
    if (lowerAt(ground, i) === '"') return i - 1 >= at && /^[,:]$/.test(lowerAt(ground, i - 1)) ? i - 1 : at;
    if (lowerAt(ground, i) === ";" || (ground.words.cues.has(lowerAt(ground, i)) && ground.tokens[i]?.upos === "VERB"))
      return at;
  }
  return at;
}

/** "X said that …", 'X said: "…"', "X urged Y to …". */
function sayingBehind(ground: Ground, site: Site, said: Said): Parts | null {
  if (site.passive && !(said.cue.frames.has("object") && said.frame === "object")) return null;
  const quoted =
    site.form === "ing" && isA(ground, site.first - 1, "as-link")
      ? quotedBefore(ground, site.first - 1, site.stretch.from)
      : null;
  const source = quoted?.source ?? speakerFor(ground, site);
  if (!source || (site.form === "ing" && isA(ground, source.first, "dummy subject"))) return null;
  if (said.frame === "person-inf" && isA(ground, source.last - 1, "inert")) return null; // "The offer asks the owners to …"
  const question = said.frame === "that" && isA(ground, said.from, "question") ? ":question" : "";
  const rule = `${said.cue.rule}:${said.frame}${question}`;
  const empty = said.cue.polarity === "denies" && isA(ground, said.from, "pointer") && said.to <= said.from + 2; // "Orvane denies it."
  const score = said.frame === "bare" ? 0.75 : 0.9;
  const parts = partsOf(ground, site, said.cue, source, said.occasion, {
    rule,
    content: empty ? [] : said.content,
    score,
  });
  return quoted?.via?.range ? { ...parts, rule: "quoted-as-saying", via: [quoted.via.range] } : parts;
}

/** "The minister announced this on Friday": what is said is the sentence before. */
function sayingThis(ground: Ground, site: Site): Parts | null {
  const cue = site.cues.find((each) => each.frames.has("that") && each.mode !== "belief");
  const bare = !isNominal(ground, site.last + 1) || (ground.timexOf[site.last + 1] ?? -1) >= 0;
  if (!cue || site.passive || site.infinitive || !isA(ground, site.last, "this") || !bare) return null;
  const source = sourceBefore(ground, site, site.stretch.from);
  const content = sentenceBefore(ground, site.at);
  if (!source || !content || (ground.quoteOf[site.at] ?? -1) >= 0) return null; // "They have said so," she added: the sentence before is not theirs
  const occasion = occasionAt(ground, site.last + 1, site.stretch.to, false);
  return partsOf(ground, site, cue, source, occasion, {
    rule: `${cue.rule}:x-said-this`,
    content: [content],
    score: 0.8,
  });
}

/** What the cue verb at `site` attributes to whom, or null. */
export function sayingAt(ground: Ground, site: Site): Parts | null {
  const refusal = refusing(ground, site) ?? silence(ground, site);
  if (refusal) return refusal;
  const said = saidBehind(ground, site);
  const after = quotedAfter(ground, site) ?? sayingAfter(ground, site);
  if (!said && !after) return sayingThis(ground, site);
  if (!said) return after;
  if (!after) return sayingBehind(ground, site, said);
  return prefersBefore(ground, site, said, after) ? after : (sayingBehind(ground, site, said) ?? after);
}

/** Whether the words before the cue are what is said although something stands behind it too. */
function prefersBefore(ground: Ground, site: Site, said: Said, after: Parts): boolean {
  if (said.frame === "that" && isA(ground, said.from - 1, "complementizer")) return false;
  const start = ground.tokens[site.first]?.start ?? 0;
  const quoted = after.content.some((range) =>
    quotesIn(ground, range).some((quote) => quote.end <= start && covers(quote, range)),
  );
  if (quoted) return true;
  if (after.rule.endsWith(":said-x")) return sourceBefore(ground, site, site.stretch.from) === null;
  if (after.content.length > 1) return said.frame !== "quote" || !opensSentence(ground, said);
  return (
    said.frame !== "bare" &&
    said.frame !== "quote" &&
    said.frame !== "that" &&
    said.frame !== "inf" &&
    said.frame !== "person-inf"
  );
}

const opensSentence = (ground: Ground, said: Said): boolean => {
  const [range] = said.content;
  const first = range ? ground.tokens[firstBehind(ground, range.start, said.from)] : undefined;
  return first !== undefined && first.text !== first.lower;
};
