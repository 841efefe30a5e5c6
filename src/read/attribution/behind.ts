// What is said, where it stands behind its cue: a quotation, a that-clause, an infinitive, a clause without "that", something one expresses.
import type { Range } from "../../model/span.js";
import { standsAlone } from "./before.js";
import { type Chunk, isAuxiliary, isFiniteVerb, isNominal, nounPhraseAfter } from "./chunk.js";
import { clauseEnd, clauseStartsAt, contentRange, holdsClause, quotePieces } from "./clause.js";
import { endsAs, type Ground, isA, lowerAt, quoteOpening, sentenceAt } from "./ground.js";
import { type Occasion, occasionAt } from "./occasion.js";
import { quotesIn } from "./places.js";
import type { Site } from "./sites.js";
import { saidClauseAt } from "./trees.js";
import type { Cue, Frame } from "./words.js";

/** The content behind a cue with the reading of the cue that takes it; `from` is its first token. */
export type Said = {
  readonly cue: Cue;
  readonly frame: Frame;
  readonly content: readonly Range[];
  readonly occasion: Occasion;
  readonly from: number;
  readonly to: number;
};

const nowhere: Occasion = { end: 0, addressee: null, channel: null, timex: null };

const reading = (site: Site, ...frames: readonly Frame[]): Cue | undefined =>
  site.cues.find((cue) => frames.some((frame) => cue.frames.has(frame)));

/** Where a quotation that begins inside tokens [from, to) ends, if later than `range`: a quotation of several sentences is content as a whole. */
function overQuotes(ground: Ground, range: Range): Range {
  const crossing = quotesIn(ground, range).filter(
    (quote) =>
      quote.start >= range.start && quote.start < range.end && quote.end > range.end && quote.pieces.length === 1,
  );
  const end = Math.max(
    range.end,
    ...crossing.map((quote) =>
      /[.!?]/.test(ground.analysis.text.charAt(quote.inner.end - 1)) ? quote.inner.end : quote.end,
    ),
  );
  return { start: range.start, end };
}

/** Where a second verb of the speaker's ends what is said: "thinks that it is late | , and names the day", where the tree joins it to the cue. */
function beforeOwnVerb(ground: Ground, site: Site, from: number, to: number): number {
  for (let i = from + 2; i < to - 1; i++) {
    const verb = ground.tokens[i + 1];
    if (lowerAt(ground, i - 1) !== "," || !isA(ground, i, "joiner") || !verb) continue;
    const own = verb.head === site.at && verb.relation === "conj" && isFiniteVerb(ground, i + 1);
    if (
      own &&
      verb.xpos === ground.tokens[site.at]?.xpos &&
      (ground.quoteOf[i] ?? -1) === (ground.quoteOf[site.at] ?? -1)
    )
      return i - 1;
  }
  return to;
}

/** Content from token `from` to the end of its clause; a quotation that stands alone without its marks. */
export function clauseContent(ground: Ground, site: Site, from: number): { content: Range[]; to: number } {
  const opening = quoteOpening(ground, from);
  const to = beforeOwnVerb(ground, site, from, clauseEnd(ground, from, site.stretch));
  if (opening) {
    const rest = firstBehind(ground, opening.end, from);
    if (rest >= to || (lowerAt(ground, rest) === "." && rest + 1 >= to))
      return { content: quotePieces(ground, opening), to: Math.max(rest, to) };
  }
  const range = contentRange(ground, from, to);
  return { content: range ? [overQuotes(ground, range)] : [], to };
}

/** First token from `index` on that begins at or behind offset `end`. */
export function firstBehind(ground: Ground, end: number, index: number): number {
  let at = index;
  while (at < ground.tokens.length && (ground.tokens[at]?.start ?? end) < end) at++;
  return at;
}

/** "to exchange all prisoners": a verb that was taken for a noun, with its object behind it. */
const isBare = (ground: Ground, index: number): boolean =>
  ground.tokens[index]?.xpos === "NN" &&
  ground.tokens[index + 1]?.upos === "DET" &&
  (ground.timexOf[index + 1] ?? -1) < 0;

/** Where an infinitive begins at or directly behind `at` ("to", "not to"), or -1. */
function infinitiveAt(ground: Ground, at: number, to: number): number {
  const marker = isA(ground, at, "not") ? at + 1 : at;
  if (!isA(ground, marker, "infinitive mark") || marker + 1 >= to) return -1;
  const verb = endsAs(ground, marker + 1, "adverb ending") ? marker + 2 : marker + 1;
  const next = ground.tokens[verb];
  const isBase =
    next !== undefined &&
    (next.upos === "VERB" || next.upos === "AUX" || next.lower === "be" || isBare(ground, verb)) &&
    (ground.nameOf[verb] ?? -1) < 0;
  return isBase || (next !== undefined && quoteOpening(ground, verb) !== undefined) ? at : -1;
}

const longestHearer = 12; // tokens between the hearer and what he is to do

/** Token where an infinitive with or without somebody before it begins, or -1: "Russia to withdraw", "to withdraw". */
function personInfinitive(ground: Ground, at: number, to: number): number {
  const person = nounPhraseAfter(ground, at, to);
  if (!person) return -1;
  for (let i = person.last; i < Math.min(to, person.last + longestHearer); i++) {
    if (infinitiveAt(ground, quoteOpening(ground, i) ? i + 1 : i, to) >= 0) return i;
    if (/^[,;:".]$/.test(lowerAt(ground, i)) || isAuxiliary(ground, i)) return -1;
  }
  return -1;
}

/** A noun phrase whose head is something one expresses: "their readiness", "the readiness of both sides". */
function saidNoun(ground: Ground, at: number, to: number): boolean {
  const quote = quoteOpening(ground, at);
  const from = quote ? at + 1 : at;
  if (quote && ground.words.saidNouns.has(lowerAt(ground, from))) return true; // 'expressed "regret"', whatever its tag
  const phrase = nounPhraseAfter(ground, from, to);
  if (!phrase) return false;
  for (let i = phrase.first; i < phrase.last; i++) {
    if (isA(ground, i, "hung")) return false;
    if (ground.words.saidNouns.has(lowerAt(ground, i))) return true;
  }
  return false;
}

/** "called the decision premature", "accused the union of …": a noun phrase, then what is said of it, as the cue's frame has it. */
function takesObject(ground: Ground, cue: Cue, at: number, to: number): boolean {
  const phrase = nounPhraseAfter(ground, at, to);
  if (!phrase) return false;
  const links = [...cue.frames].flatMap((frame) =>
    frame.startsWith("object-") ? [frame.slice("object-".length)] : [],
  );
  for (let i = phrase.first + 1; i < Math.min(to, phrase.last + 8); i++) {
    if (/^[,;:."]$/.test(lowerAt(ground, i))) break;
    const figure = !isA(ground, i, "at-link") || [1, 2, 3].some((step) => ground.tokens[i + step]?.upos === "NUM"); // not "at odds with"
    if (figure && links.includes(lowerAt(ground, i))) return true;
  }
  return cue.frames.has("object") && complementBehind(ground, phrase);
}

/** "called the decision premature": a word that judges, or that the tree hangs on the cue as what is said of the object, whatever its tag. */
function complements(ground: Ground, last: number): boolean {
  const word = ground.tokens[last];
  if (ground.tokens[last - 1]?.upos !== "NOUN") return false;
  if (isA(ground, last, "verdict")) return true;
  return word?.xpos === "NN" && word.relation === "xcomp" && ground.words.cues.has(lowerAt(ground, word.head));
}

/** Whether something is said of the object: an adjective, a second phrase, a quotation behind it. */
function complementBehind(ground: Ground, phrase: Chunk): boolean {
  const next = ground.tokens[phrase.last]?.upos;
  const quoted = quoteOpening(ground, phrase.last) !== undefined || quoteOpening(ground, phrase.first) !== undefined;
  let end = phrase.last;
  while (
    end < phrase.last + 8 &&
    end < ground.tokens.length &&
    !/^[,;.:"]$/.test(lowerAt(ground, end)) &&
    !isA(ground, end, "clause word")
  )
    end++;
  const said = isA(ground, phrase.first, "pointer") && phrase.last === phrase.first + 1; // "called it thin gruel"
  if (said && isNominal(ground, phrase.last) && (ground.timexOf[phrase.last] ?? -1) < 0) return true;
  const adjective = ground.tokens[end - 1]?.upos === "ADJ" && end > phrase.first + 2;
  return next === "ADJ" || next === "DET" || quoted || adjective || complements(ground, end - 1);
}

/** Where an object with its complement ends: before a comma, or before a second verb of the same subject. */
function objectEnd(ground: Ground, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    if (/^[,;]$/.test(lowerAt(ground, i))) return i;
    if (isA(ground, i, "joiner") && (isFiniteVerb(ground, i + 1) || isAuxiliary(ground, i + 1))) return i;
  }
  return to;
}

/** Where a phrase ends before a second verb of the same subject: "ruled out a tax | but would accept a levy". */
function joinedEnd(ground: Ground, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const verb =
      isAuxiliary(ground, i + 1) || (isFiniteVerb(ground, i + 1) && ground.words.cues.has(lowerAt(ground, i + 1)));
    if (isA(ground, i, "joiner") && verb && (ground.quoteOf[i] ?? -1) === (ground.quoteOf[from] ?? -1)) return i;
  }
  return to;
}

/** "disputed that account": "that" points at a thing, no clause follows. */
function pointsAt(ground: Ground, at: number, to: number): boolean {
  const phrase = nounPhraseAfter(ground, at + 1, to);
  return phrase !== null && phrase.last <= at + 4 && (phrase.last >= to || lowerAt(ground, phrase.last) === ".");
}

/** "warned against despair.": a word for a mood or a thing, and nothing that was said. */
const loneWord = (ground: Ground, at: number, to: number): boolean =>
  at + 1 >= to || /^[.,;]$/.test(lowerAt(ground, at + 1));

/** "must pledge to", "would agree to": nobody has said it. */
function supposed(ground: Ground, site: Site): boolean {
  for (let i = site.first; i < site.at; i++) if (isA(ground, i, "modal")) return true;
  return false;
}

/** "if" and "when" open what is said only behind verbs that leave it open: "asked if", "did not say when". */
const asksFor = (ground: Ground, site: Site): boolean =>
  site.negated ||
  isA(ground, site.stretch.from, "neither") ||
  site.infinitive ||
  site.cues.some((cue) => cue.rule === "ask" || cue.rule === "know");

/** What is said behind the cue, or null. */
export function saidBehind(ground: Ground, site: Site): Said | null {
  const { to } = site.stretch;
  const told = reading(site, "person");
  const plain = occasionAt(ground, site.last, to, false);
  const hearing = told ? occasionAt(ground, site.last, to, true) : plain;
  return (
    (told && saidAt(ground, site, overHearer(ground, hearing, to), true)) ||
    saidAt(ground, site, plain, !told) ||
    saidAt(ground, site, { ...nowhere, end: site.last }, !told) ||
    saidAt(ground, site, { ...plain, end: overAside(ground, plain.end, to) }, false)
  );
}

/** "told anyone who would listen, the morning after, that …": behind the relative clause of the hearer, where "that" follows. */
function overHearer(ground: Ground, hearing: Occasion, to: number): Occasion {
  if (!hearing.addressee || !isA(ground, hearing.end, "relative") || isA(ground, hearing.end, "complementizer"))
    return hearing;
  for (let i = hearing.end + 1; i < Math.min(to, hearing.end + 20); i++)
    if (isA(ground, i, "complementizer")) return { ...hearing, end: i };
  return hearing;
}

/** "She said, more quietly, that …": behind an aside between commas that a that-clause follows. */
function overAside(ground: Ground, at: number, to: number): number {
  if (lowerAt(ground, at) !== ",") return at;
  if (isA(ground, at + 1, "complementizer")) return at + 1;
  for (let i = at + 1; i < Math.min(to, at + 12); i++)
    if (lowerAt(ground, i) === ",") return isA(ground, i + 1, "complementizer") ? i + 1 : at;
  return at;
}

/** What is said behind the circumstances; a clause without "that" only where `bareAllowed`. */
function saidAt(ground: Ground, site: Site, occasion: Occasion, bareAllowed: boolean): Said | null {
  const { to } = site.stretch;
  const at = occasion.end;
  const said = (cue: Cue | undefined, frame: Frame, from: number, until = to): Said | null => {
    if (!cue || from >= to) return null;
    const { content, to: end } = clauseContent(ground, { ...site, stretch: { ...site.stretch, to: until } }, from);
    return content.length > 0 ? { cue, frame, content, occasion, from, to: end } : null;
  };
  const past = /^[,:]$/.test(lowerAt(ground, at)) ? at + 1 : at;
  const opened = quoteOpening(ground, past);
  if (opened && (standsAlone(ground, opened) || !supposed(ground, site))) {
    const found = said(reading(site, "quote"), "quote", past);
    if (found && found.cue.rule === "shout" && !standsAlone(ground, opened)) return null; // 'agreed "to keep …"'
    const thing = found?.cue.mode === "belief" && !holdsClause(ground, past, firstBehind(ground, opened.end, past)); // 'expected "a seat"'
    if (found && !thing) return found;
  }
  if (isA(ground, at, "complementizer") && !isAuxiliary(ground, at + 1) && !pointsAt(ground, at, to)) {
    const found = said(reading(site, "that"), "that", lowerAt(ground, at + 1) === "," ? at + 2 : at + 1);
    if (found) return found;
  }
  if (infinitiveAt(ground, at, to) >= 0 && !supposed(ground, site)) {
    const found = said(reading(site, "inf"), "inf", at);
    if (found) return found;
  }
  const urged = reading(site, "person-inf");
  const act = urged && !supposed(ground, site) ? personInfinitive(ground, site.last, to) : -1;
  if (urged && act >= 0) {
    const from = quoteOpening(ground, act) ? act : site.last; // 'urged the union "to come back"'
    return said(urged, "person-inf", from, joinedEnd(ground, from, to));
  }
  if (isA(ground, at, "question") && (!isA(ground, at, "condition") || asksFor(ground, site))) {
    const found = said(reading(site, "that", "bare"), "that", at);
    if (found) return found;
  }
  const phrase = reading(site, "phrase", "long-phrase");
  if (
    phrase &&
    !(phrase.polarity === "denies" && supposed(ground, site) && !site.negated) && // "the text would rule out a base"
    !site.infinitive &&
    site.form !== "ing" &&
    (nounPhraseAfter(ground, site.last, to) ||
      endsAs(ground, site.last, "gerund ending") ||
      quoteOpening(ground, site.last))
  )
    return phrase.frames.has("long-phrase") && loneWord(ground, site.last, to)
      ? null
      : said(phrase, "phrase", site.last, joinedEnd(ground, site.last, to));
  const noun = reading(site, "noun");
  if (noun && saidNoun(ground, site.last, to)) return said(noun, "noun", site.last);
  if (lowerAt(ground, at) === ":" && at + 2 < to) return said(reading(site, "that", "quote"), "bare", at + 1);
  const bare = bareAllowed ? reading(site, "bare") : undefined;
  const headline = sentenceAt(ground, site.at)?.role === "headline";
  const shortened = headline && (ground.tokens[at]?.upos === "ADJ" || isA(ground, at, "not")); // "says ready for talks"
  const marked = ground.tokens[at]?.upos === "PUNCT" && !quoteOpening(ground, at); // "said; the rest …"
  if (bare && !marked && (shortened || clauseStartsAt(ground, at, to) || saidClauseAt(ground, site.at, at, to)))
    return said(bare, "bare", at);
  const object = site.cues.find((cue) => takesObject(ground, cue, site.last, to));
  if (object) {
    const stretch = { from: site.stretch.from, to: objectEnd(ground, site.last, to) };
    const { content } = clauseContent(ground, { ...site, stretch }, site.last);
    return content.length > 0
      ? { cue: object, frame: "object", content, occasion: nowhere, from: site.last, to: stretch.to }
      : null;
  }
  const count = site.form === "past" ? reading(site, "figure") : undefined;
  if (count && ground.tokens[site.last]?.upos === "NUM") {
    const end = nounPhraseAfter(ground, site.last, to)?.last ?? site.last + 1;
    return said(count, "figure", site.last, Math.max(end, site.last + 1));
  }
  const doing = reading(site, "ing");
  if (doing && (endsAs(ground, at, "gerund ending") || pointsAt(ground, at, to) || nounPhraseAfter(ground, at, to)))
    return said(doing, "ing", at);
  return null;
}
