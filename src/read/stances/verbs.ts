// Stances told by verbs: subject, cue, matter.
import { type Complement, complementOf, passiveComplement } from "./complements.js";
import type { StanceDraft } from "./draft.js";
import { type Chunk, is, isMention, isNominal, lower, type Scene, upos } from "./scene.js";
import { otherSide, sideMeant } from "./sides.js";
import { type Site, sitesIn } from "./sites.js";
import {
  accuserOf,
  actorsOfPhrase,
  type Subject,
  sayersBy,
  speakerMeant,
  subjectInTree,
  subjectOf,
  subjectOfParticiple,
} from "./subject.js";
import { phraseOf, subjectHead } from "./tree.js";
import { lastSpeaker, type Papers, type Voice, voiceAt } from "./voice.js";

/** The doer of a passive: behind "by", else whoever speaks. */
function doerOf(scene: Scene, papers: readonly (Papers | null)[], site: Site, end: number): readonly number[] {
  for (let i = site.last; i < end && i < site.last + 8; i++) {
    if (!is(scene, "by", i)) continue;
    let last = i + 1;
    while (last + 1 < end && (isMention(scene, last + 1) || is(scene, "collective", last + 1))) last++;
    const { actors } = actorsOfPhrase(scene, last, i + 1);
    if (actors.length > 0) return actors;
  }
  const voice = voiceAt(scene, papers, site.at);
  return voice.actors.length > 0
    ? voice.actors
    : site.cue.frames.has("person-inf")
      ? (lastSpeaker(scene, site.at)?.actors ?? [])
      : [];
}

/** The noun phrase before a passive or predicate: from its first word to the verb group. */
function phraseBefore(scene: Scene, site: Site, floor: number): Chunk {
  let last = site.first;
  while (last > floor && (upos(scene, last - 1) === "ADV" || (scene.timexOf[last - 1] ?? -1) >= 0)) last--;
  let first = last;
  for (; first > floor; first--) {
    const word = lower(scene, first - 1);
    if (
      /^[,;:"]$/.test(word) ||
      is(scene, "finite", first - 1) ||
      (is(scene, "subordinate", first - 1) && !isMention(scene, first - 1)) ||
      (is(scene, "as", first - 1) && (upos(scene, first - 1) === "SCONJ" || !is(scene, "like", first - 1))) || // "days before | any quota was offered"
      is(scene, "conjunction", first - 1)
    )
      break;
  }
  while (
    first < last &&
    (is(scene, "conjunction", first) || upos(scene, first) === "ADV" || upos(scene, first) === "ADP")
  )
    first++;
  return { first, last };
}

/** The subject of a passive or predicate by the tree, where it stands whole before the verb group; null where the tree has none. */
function subjectPhrase(scene: Scene, site: Site): Chunk | null {
  const be = scene.tokens[site.at];
  const predicate = be?.relation === "cop" || be?.relation.startsWith("aux") ? be.head : site.at;
  const head = subjectHead(scene, predicate);
  if (head === null || head >= site.first) return null;
  const phrase = phraseOf(scene, head, ["acl:relcl", "parataxis", "advcl"]);
  return phrase.last <= site.first ? phrase : null;
}

/** What a participle behind a noun is said of: "[a forest fund] proposed by Norland". */
function describedPhrase(scene: Scene, site: Site): Chunk | null {
  const token = scene.tokens[site.at];
  const reduced = site.form === "past" || site.form === "participle";
  if (!reduced || !token?.relation.startsWith("acl") || site.first !== site.at || token.head >= site.at) return null;
  if (!is(scene, "by", site.last)) return null;
  const { first } = phraseOf(scene, token.head, ["acl"]);
  return { first, last: site.at };
}

/** Whether the words stand in what somebody denies. */
const isDenied = (scene: Scene, at: number): boolean =>
  scene.attributions[scene.attributionOf[at] ?? -1]?.negated ?? false;

/** Whether the verb group itself leaves it open: "might accept". */
function isOpen(scene: Scene, { at, first }: Site): boolean {
  for (let i = first; i < at; i++) if (is(scene, "maybe", i)) return true;
  return false;
}

const doubtful = (scene: Scene, site: Site, floor: number): boolean => {
  for (let i = site.first - 1; i >= floor && i > site.at - 10; i--) {
    if (lower(scene, i) === ",") return false;
    if (is(scene, "doubt", i)) return true;
  }
  return false;
};

type Doer = Pick<Subject, "actors" | "first" | "none"> & {
  readonly papers: boolean;
  readonly by: readonly number[];
};

/** Whose "the branch", "its members" are that nobody else owns: the speaker's ("[The branch] has called on members to reject it, its chair said"). */
function organMeant(scene: Scene, papers: readonly (Papers | null)[], head: number, at: number): readonly number[] {
  const theirs = is(scene, "possessive", head - 1) && is(scene, "country-own", head); // "said her country was open to …"
  const plain = (is(scene, "organ", head) || theirs) && upos(scene, head) === "NOUN" && !isMention(scene, head);
  const voice = voiceAt(scene, papers, at);
  return plain && !is(scene, "opposite", head - 1) && !voice.papers ? voice.actors : [];
}

/** The subject of an active cue: actors, or the authors of the papers that stand there ("They provide that"). */
function activeSubject(scene: Scene, papers: readonly (Papers | null)[], site: Site): Doer {
  const participle = site.form === "ing" && !is(scene, "auxiliary", site.at - 1) && site.first === site.at;
  const subject = participle ? subjectOfParticiple(scene, site.at) : subjectOf(scene, site.first);
  const sentence = scene.tokens[site.at]?.sentence ?? 0;
  const told = papers[sentence];
  const meantSide = subject.actors.length === 0 && !participle ? sideMeant(scene, subject.head) : [];
  if (meantSide.length > 0) return { ...subject, actors: meantSide, papers: false, by: [] };
  const speaking = participle ? [] : speakerMeant(scene, subject);
  if (speaking.length > 0) return { ...subject, actors: speaking, papers: false, by: [] };
  const pronoun = upos(scene, subject.head) === "PRON" && !is(scene, "own", subject.head);
  const meant =
    subject.paper ||
    (pronoun &&
      (subject.actors.length === 0 || is(scene, "provide", site.at)) &&
      (told?.sentence ?? sentence) < sentence);
  const known = subject.actors.length > 0 || subject.paper || participle;
  const seen = known ? [] : subjectInTree(scene, site.at);
  const others = known || seen.length > 0 ? seen : sayersBy(scene, site.at);
  const facing =
    known || others.length > 0 ? others : otherSide(scene, subject.head, voiceAt(scene, papers, site.at).actors);
  const inTree =
    known || facing.length > 0
      ? facing
      : organMeant(scene, papers, subjectHead(scene, site.at) ?? subject.head, site.at);
  if (inTree.length > 0 && !(told && meant)) return { ...subject, actors: inTree, papers: false, by: [] };
  if (told && meant) return { actors: told.authors, first: subject.first, papers: true, none: false, by: [] };
  return { ...subject, papers: false, by: participle ? accuserOf(scene, site.at) : [] };
}

/** What a paper that "rules X out" asks for: that X be ruled out. */
function asProvision(complement: Complement, site: Site): Complement {
  if (complement.stance !== "rejects")
    return complement.stance === "accepts" || complement.stance === "supports"
      ? { ...complement, stance: "proposes" }
      : complement;
  return {
    stance: "demands",
    terms: complement.terms.map((term, nth) => (nth === 0 ? { first: site.at, last: term.last } : term)),
  };
}

/** The phrase that a relative clause speaks of, where its subject begins at token `first`: "[the cranes] that Kestrel wants". */
function antecedentOf(scene: Scene, first: number, floor: number): Chunk | null {
  const at = first - 1;
  if (at <= floor || !is(scene, "relative", at) || isMention(scene, at)) return null;
  const last = lower(scene, at - 1) === "," ? at - 1 : at;
  if (!["NOUN", "PROPN"].includes(upos(scene, last - 1)) || (isMention(scene, last - 1) && last === at)) return null;
  let begin = last;
  while (
    begin > floor &&
    (isNominal(scene, begin - 1) || upos(scene, begin - 1) === "ADP") &&
    !is(scene, "that", begin - 1)
  )
    begin--;
  while (begin < last && upos(scene, begin) === "ADP") begin++;
  if (is(scene, "one", last - 1) && last - begin > 2 && is(scene, "determiner", last - 2)) begin = last - 2; // "17 percent above [the one] that Halden turned down"
  return begin < last ? { first: begin, last } : null;
}

/** Whether a clause behind "that" or "which" lacks its object: it takes nothing, or an infinitive that names nothing. */
function leavesGap(scene: Scene, complement: Complement | null, first: number): boolean {
  if (scene.attributionOf[first] !== scene.attributionOf[first - 2]) return false;
  const [term] = complement?.terms ?? [];
  if (!term || !is(scene, "that", first - 1)) return true;
  for (let i = term.first + 1; i < term.last; i++) {
    const named = isMention(scene, i) || ["NOUN", "PROPN", "PRON"].includes(upos(scene, i));
    if (named && (scene.timexOf[i] ?? -1) < 0) return false;
  }
  return true;
}

function takenComplement(site: Site, term: Chunk): Complement | null {
  const stance = site.negated ? site.cue.negated : site.cue.stance;
  const takes = site.cue.frames.has("noun") || site.cue.frames.has("inf");
  return stance !== null && takes ? { stance, terms: [term] } : null;
}

/** Whether a term is no matter but whoever says it: "conceded [Mrs Lee]". */
const isSpeaker = (scene: Scene, term: Chunk): boolean => {
  const token = scene.tokens[term.first];
  return scene.attributions.some(
    ({ cue, source }) =>
      cue && source && token && cue.end <= source.start && source.start <= token.start && token.end <= source.end,
  );
};

const appealScore = 0.45;

/** Whether both sides are asked ("urged both sides to keep calm"): an appeal founds no issue between them. */
function toBoth(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (is(scene, "sides", i) && (is(scene, "sides-plain", i) || is(scene, "both", i - 1))) return true;
  return false;
}

/** Drafts for what a doer takes. */
function draftsFrom(scene: Scene, site: Site, doer: Doer, complement: Complement | null): StanceDraft[] {
  const { actors, first, papers, by } = doer;
  const terms = (complement?.terms ?? []).filter((term) => !isSpeaker(scene, term));
  return terms.flatMap((term): StanceDraft[] => {
    if (!complement?.stance || actors.length === 0) return [];
    const clause = { first: Math.min(first, site.first, term.first), last: Math.max(site.last, term.last) };
    const { rule, score } = site.cue;
    return [
      {
        clause,
        at: site.at,
        term,
        actors,
        stance: complement.stance,
        rule: `stances/${rule}`,
        score: toBoth(scene, site.last, term.first) ? Math.min(score, appealScore) : score,
        by,
        papers,
        ...(complement?.implied ? { implied: true as const } : {}),
      },
    ];
  });
}

/** Whoever speaks; of a sentence that goes on in quotation marks without naming its speaker, the last one of the paragraph. */
function voicesOf(scene: Scene, voice: Voice, site: Site): readonly number[] {
  if (voice.actors.length > 0) return voice.actors;
  let quoted = false;
  for (let i = site.first; i <= site.last; i++) if (lower(scene, i) === '"') quoted = true;
  return quoted ? (lastSpeaker(scene, site.at)?.actors ?? []) : [];
}

function draftsOf(
  scene: Scene,
  papers: readonly (Papers | null)[],
  site: Site,
  floor: number,
  end: number,
): StanceDraft[] {
  const { frames } = site.cue;
  const voice = voiceAt(scene, papers, site.at);
  if (frames.has("impersonal")) {
    const speaker = { actors: voice.actors, first: site.first, none: false, papers: voice.papers !== null, by: [] };
    return draftsFrom(scene, site, speaker, complementOf(scene, site));
  }
  if (frames.has("turned") && !is(scene, "nobody", phraseBefore(scene, site, floor).first)) return [];
  if (frames.has("subject") || frames.has("turned") || (site.passive && !site.infinitive && frames.has("passive"))) {
    const whole = frames.has("whole");
    const inTree = subjectPhrase(scene, site);
    const subject =
      inTree && (upos(scene, inTree.first) !== "VERB" || lower(scene, inTree.first).endsWith("ing")) ? inTree : null;
    const phrase =
      whole && subject ? { first: subject.first, last: site.last } : (subject ?? phraseBefore(scene, site, floor));
    const actors =
      frames.has("subject") || frames.has("turned") ? voicesOf(scene, voice, site) : doerOf(scene, papers, site, end);
    const doer = { actors, first: phrase.first, none: false, papers: false, by: [] };
    const none = site.passive && is(scene, "nobody", phrase.first) && site.cue.stance === null; // "No sale is planned"
    const [seen, matter] = none
      ? [
          { ...site, negated: true },
          { first: phrase.first + 1, last: phrase.last },
        ]
      : [site, phrase];
    return draftsFrom(scene, site, doer, passiveComplement(scene, seen, matter));
  }
  const described = frames.has("noun") && frames.has("passive") ? describedPhrase(scene, site) : null;
  if (described) {
    const doer = {
      actors: doerOf(scene, papers, site, end),
      first: described.first,
      none: false,
      papers: false,
      by: [],
    };
    const complement = site.cue.stance ? { stance: site.cue.stance, terms: [described] } : null;
    return draftsFrom(scene, site, doer, complement);
  }
  if (site.passive || site.infinitive || site.duty) return [];
  const doer = activeSubject(scene, papers, site);
  const seen = doer.none ? { ...site, negated: true } : site;
  const taken = antecedentOf(scene, doer.first, floor);
  const plainly = complementOf(scene, seen);
  const complement = taken && leavesGap(scene, plainly, doer.first) ? takenComplement(seen, taken) : plainly;
  return draftsFrom(scene, site, doer, complement && doer.papers ? asProvision(complement, site) : complement);
}

/** What "might" makes of a stance: who may accept does so on a condition; who may refuse has not. */
const leftOpen = (draft: StanceDraft): StanceDraft[] =>
  draft.stance === "accepts" || draft.stance === "supports" ? [{ ...draft, stance: "conditional" }] : [];

/** Whether a question begins with the word at `at`; ", when Norland demanded" tells a time. */
const asks = (scene: Scene, at: number): boolean =>
  is(scene, "asking", at) && !(is(scene, "temporal", at) && lower(scene, at - 1) === ",");

/** The stances that the verbs of a sentence tell; of two cues at one word the first that finds its matter. */
export function verbStances(
  scene: Scene,
  papers: readonly (Papers | null)[],
  first: number,
  last: number,
): StanceDraft[] {
  const drafts: StanceDraft[] = [];
  const done = new Set<number>();
  for (const site of sitesIn(scene, first, last)) {
    if (
      done.has(site.at) ||
      asks(scene, subjectOf(scene, site.first).first - 1) ||
      doubtful(scene, site, first) ||
      isDenied(scene, site.at)
    )
      continue;
    const found = draftsOf(scene, papers, site, first, last);
    if (found.length > 0) done.add(site.at);
    drafts.push(...(isOpen(scene, site) ? found.flatMap(leftOpen) : found));
  }
  return drafts;
}
