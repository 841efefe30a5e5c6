// Where a cue stands: its words, the verb group around it, and what its helpers say ("not", passive, infinitive).
import { is, isMention, isNominal, lower, type Scene, sentenceOf, upos } from "./scene.js";
import type { CueForm, InflectedStanceCue, StanceCue } from "./words.js";

export type Site = {
  readonly cue: StanceCue;
  readonly form: CueForm;
  readonly at: number; // token of the inflecting word
  readonly first: number; // first token of the verb group
  readonly last: number; // behind the last word of the cue
  readonly between: { readonly first: number; readonly last: number } | null; // what stands inside the cue: "turned the offer down"
  readonly negated: boolean;
  readonly passive: boolean;
  readonly infinitive: boolean;
  readonly duty: boolean; // under "must", "have to": laid on the subject, not taken by it
};

export type VerbGroup = Pick<Site, "first" | "negated" | "passive" | "infinitive" | "duty">;
const reach = 7;

const isLonger = (scene: Scene, index: number): boolean =>
  scene.words.is("longer", `${lower(scene, index - 1)} ${lower(scene, index)}`);

/** The verb group that ends in token `verb`: where its helpers begin, and what they say. */
export function verbGroup(scene: Scene, verb: number): VerbGroup {
  const { first: floor } = sentenceOf(scene, verb);
  let first = verb;
  let [negated, passive, duty] = [false, false, false];
  for (let i = verb - 1; i >= floor && i > verb - reach; i--) {
    if (is(scene, "infinitive", i) && is(scene, "prospective", i - 1)) {
      i--; // "is not going to accept"
      first = i;
      continue;
    }
    if (is(scene, "infinitive", i)) {
      const never = is(scene, "not", i - 1);
      return { first: never ? i - 1 : i, negated: negated || never, passive, infinitive: true, duty };
    }
    if (lower(scene, i) === "," && upos(scene, i - 1) === "ADV" && lower(scene, i - 2) === ",") {
      i -= 2; // "would, however, be willing"
    } else if (isLonger(scene, i)) {
      negated = true;
      i--;
      first = i;
    } else if (is(scene, "not", i)) {
      negated = true;
      first = i;
    } else if (is(scene, "auxiliary", i)) {
      if (is(scene, "be", i)) passive = true;
      if (is(scene, "plain-duty", i)) duty = true;
      first = i;
    } else if (upos(scene, i) === "ADV" && !is(scene, "clause", i) && (scene.mentionOf[i] ?? -1) < 0) {
      if (i < first - 1 && first === verb) break;
    } else break;
  }
  return { first, negated, passive, infinitive: false, duty };
}

/** Whether a token may be skipped between the words of a cue ("expressed [their] readiness", "is [currently not] ready"). */
const skippable = (scene: Scene, index: number): boolean =>
  is(scene, "determiner", index) ||
  lower(scene, index) === '"' || // "remained "fully committed to" it"
  is(scene, "not", index) ||
  upos(scene, index) === "ADV" ||
  upos(scene, index) === "PRON" ||
  upos(scene, index) === "PART" ||
  upos(scene, index) === "ADJ";

/** Behind a time between the words of a cue: "decided [on 29 April] not to". */
function behindDay(scene: Scene, from: number): number {
  const pair = `${lower(scene, from)} ${lower(scene, from + 1)}`;
  if (scene.words.is("occasion", pair)) return from + 2; // "agreed [in principle] to"
  let at = upos(scene, from) === "ADP" && (scene.timexOf[from] ?? -1) < 0 ? from + 1 : from;
  if ((scene.timexOf[at] ?? -1) < 0) return from;
  while ((scene.timexOf[at] ?? -1) >= 0) at++;
  return at;
}

/** Behind what an offer is made for: "raised its offer [for rival Halden] to"; the token itself where `word` does not follow. */
function behindWhose(scene: Scene, from: number, word: string): number {
  let at = from + 1;
  while (at < from + 8 && (isNominal(scene, at) || isMention(scene, at))) at++;
  return lower(scene, at) === word ? at : from;
}

/** Matches the words of a cue behind token `at`; null where they do not stand there. */
function matchWords(
  scene: Scene,
  at: number,
  cue: StanceCue,
  end: number,
): (Pick<Site, "last" | "between"> & { readonly negated: boolean }) | null {
  let next = at + 1;
  let negated = false;
  let between: Site["between"] = null;
  for (const [nth, word] of cue.words.entries()) {
    if (scene.words.is("reaching", word) && is(scene, "sought", next)) next = behindWhose(scene, next, word);
    next = nth === 0 && lower(scene, next) !== word ? behindDay(scene, next) : next;
    const from = next;
    const particle = nth === 0 && scene.words.is("particle", word);
    const most = particle ? 8 : 3;
    const priced = scene.words.is("reaching", cue.words.at(-1) ?? "");
    while (next < end && next - from < most && lower(scene, next) !== word) {
      if (priced && isMention(scene, next)) {
        next++; // "lifted its [Halden] bid to"
        continue;
      }
      if (particle ? is(scene, "finite", next) || lower(scene, next) === "," : !skippable(scene, next)) return null;
      if (is(scene, "not", next)) negated = true;
      next++;
    }
    if (next >= end || lower(scene, next) !== word) return null;
    if (particle && next > from) between = { first: from, last: next };
    next++;
  }
  return { last: next, between, negated };
}

function precededBy(scene: Scene, at: number, before: readonly string[], floor: number): boolean {
  let i = at - 1;
  for (const word of [...before].reverse()) {
    while (i >= floor && lower(scene, i) !== word && (is(scene, "auxiliary", i) || upos(scene, i) === "ADV")) i--;
    if (i < floor || lower(scene, i) !== word) return false;
    i--;
  }
  return true;
}

/** Whether the word at `at` stands as a verb: by its tag, or by what stands before it where the tag may be wrong. */
function isVerbal(scene: Scene, at: number, form: CueForm): boolean {
  const tag = upos(scene, at);
  if ((scene.mentionOf[at] ?? -1) >= 0) return false;
  const led = is(scene, "that", at - 1) && upos(scene, at - 1) !== "DET"; // "the union that [rejected] the offer"
  if (is(scene, "determiner", at - 1) && !led && !is(scene, "auxiliary", at)) return false;
  if (tag === "VERB" || tag === "AUX") return true;
  const before = at - 1;
  if (form === "past" || form === "participle") return tag !== "PROPN" || (scene.mentionOf[before] ?? -1) >= 0;
  if (form === "ing") return tag === "NOUN" && lower(scene, before) === ",";
  return (
    is(scene, "infinitive", before) ||
    is(scene, "auxiliary", before) ||
    (scene.mentionOf[before] ?? -1) >= 0 ||
    upos(scene, before) === "PRON"
  );
}

function siteAt(scene: Scene, at: number, { cue, form }: InflectedStanceCue, end: number, floor: number): Site | null {
  if (!isVerbal(scene, at, form) || !precededBy(scene, at, cue.before, floor)) return null;
  if (is(scene, "provided", at) && lower(scene, at - 1) === ",") return null; // ", provided that"
  const match = matchWords(scene, at, cue, end);
  if (!match) return null;
  const group = verbGroup(scene, at);
  const passive = group.passive && !is(scene, "be", at) && (form === "past" || form === "participle");
  if (form === "participle" && group.first === at && cue.words.length === 0) return null;
  return {
    cue,
    form,
    at,
    first: group.first,
    last: match.last,
    between: match.between,
    negated: group.negated || match.negated,
    passive,
    infinitive: group.infinitive,
    duty: group.duty,
  };
}

/** What "neither … nor" makes of two answers: the first says nothing alone, and a refusal denied leaves it open ("neither accepted nor [rejected]"). */
function inPair(scene: Scene, site: Site, floor: number, end: number): Site | null {
  const begins = is(scene, "neither", site.first) || is(scene, "neither", site.first - 1);
  for (let i = site.at; begins && i < end; i++) if (is(scene, "nor", i)) return null;
  if (!is(scene, "nor", site.first - 1)) return site;
  for (let i = site.first - 2; i >= floor; i--) if (is(scene, "neither", i)) return { ...site, negated: true };
  return site;
}

/** The cues of a sentence, in order; of several at one word the longest. */
export function sitesIn(scene: Scene, first: number, last: number): Site[] {
  const sites: Site[] = [];
  for (let at = first; at < last; at++) {
    for (const inflected of scene.words.cues.get(lower(scene, at)) ?? []) {
      const site = siteAt(scene, at, inflected, last, first);
      const told = site ? inPair(scene, site, first, last) : null;
      if (told) sites.push(told);
    }
  }
  return sites;
}
