// Where a cue verb stands as a verb: its form, its particle, its group. Nouns that look like cues ("the claims") are left out here.
import type { Token } from "../analysis.js";
import { isAuxiliary, nounPhraseAfter, type VerbGroup, verbGroup, withName } from "./chunk.js";
import { type Ground, isA, lowerAt, quoteClosing, type Stretch, stretchAt } from "./ground.js";
import type { Cue, CueForm, InflectedCue } from "./words.js";

export type Site = VerbGroup & {
  readonly at: number; // the verb
  readonly last: number; // behind verb and particle
  readonly cues: readonly Cue[]; // the readings of the form, in the order of the table
  readonly form: CueForm;
  readonly stretch: Stretch;
};

/** Whether a token that has the form of a cue is a verb here. */
function isVerb(ground: Ground, token: Token, form: CueForm): boolean {
  const at = token.index;
  const before = lowerAt(ground, at - 1);
  const both = isA(ground, at - 1, "quantity") && isA(ground, at - 2, "auxiliary"); // "have both said"
  if (
    (isA(ground, at - 1, "determiner") && !both) ||
    isA(ground, at - 1, "genitive mark") ||
    (isA(ground, at - 1, "clitic") && form !== "ing")
  )
    return false;
  if ((ground.nameOf[at] ?? -1) >= 0 && token.text !== token.lower && form !== "past") return false;
  if (before === "-" && ground.tokens[at - 1]?.end === token.start) return false;
  if (form === "ing" && ground.words.writings.has(token.lower) && ground.tokens[at - 1]?.upos === "NOUN") return false; // "a 14-page ruling"
  if (token.upos === "VERB") return !isReduced(ground, token, form);
  if (form === "past" || form === "participle") return token.upos !== "PROPN" && token.upos !== "ADJ";
  if ((ground.nameOf[at] ?? -1) >= 0 || token.upos === "PROPN") return false;
  if (form === "base") return saysThat(ground, at) || closes(ground, at) || hasParticle(ground, at);
  if (form !== "present") return false;
  return (
    followsSubject(ground, at) ||
    quoteClosing(ground, at - 1) !== undefined ||
    behindAside(ground, at) ||
    beforeTail(ground, at)
  );
}

/** "…, thunders its head, Ann Lee.": behind a comma, before somebody who ends the sentence. */
function beforeTail(ground: Ground, at: number): boolean {
  const { from, to } = stretchAt(ground, at);
  const phrase = lowerAt(ground, at - 1) === "," && at - 3 > from ? nounPhraseAfter(ground, at + 1, to) : null;
  const last = phrase ? withName(ground, phrase, to) : to;
  return (
    phrase !== null &&
    (last >= to || lowerAt(ground, last) === ".") &&
    ground.nameOf.slice(phrase.first, last).some((name) => name >= 0)
  );
}

/** "a message [posted] on its site", "the text [signed] by": a participle that only tells which one. */
const isReduced = (ground: Ground, token: Token, form: CueForm): boolean =>
  (form === "past" || form === "participle") &&
  token.xpos === "VBN" &&
  token.relation === "acl" &&
  (ground.words.writings.has(lowerAt(ground, token.index - 1)) ||
    ground.words.channels.has(lowerAt(ground, token.index - 1))) &&
  isA(ground, token.index + 1, "preposition");

/** "…, lawyers note.": a base form that ends the sentence behind a comma and a plural, whatever its tag. */
const closes = (ground: Ground, at: number): boolean =>
  ground.tokens[at - 1]?.xpos === "NNS" && lowerAt(ground, at - 2) === "," && lowerAt(ground, at + 1) === ".";

/** "The dockers, who waited, [complain of] the cold": behind the comma of an aside, with the word that makes it a cue. */
const hasParticle = (ground: Ground, at: number): boolean =>
  lowerAt(ground, at - 1) === "," &&
  (ground.words.cues.get(lowerAt(ground, at)) ?? []).some(({ cue }) => cue.particle === lowerAt(ground, at + 1));

/** "X, who is here, [answers] from the hall that …": between the comma of an aside and what is said. */
function behindAside(ground: Ground, at: number): boolean {
  if (lowerAt(ground, at - 1) !== ",") return false;
  for (let i = at + 1; i < at + 7; i++) {
    if (isA(ground, i, "complementizer")) return true;
    if (ground.tokens[i]?.upos === "PUNCT" || isAuxiliary(ground, i)) return false;
  }
  return false;
}

/** "Some on the board's side mutter that …": a base form tagged otherwise, between a noun and "that"; not "the union claim that". */
const saysThat = (ground: Ground, at: number): boolean =>
  isA(ground, at + 1, "complementizer") &&
  (lowerAt(ground, at - 1) === "," || // "The dockers, for their part, fear that …"
    (ground.tokens[at - 1]?.upos === "NOUN" &&
      !ground.words.nounCues.has(lowerAt(ground, at)) &&
      !ground.words.writings.has(lowerAt(ground, at))));

/** Whether a present form that is tagged as a noun stands between a subject and what is said: "the union regards the offer", ", the ministry states in". */
function followsSubject(ground: Ground, at: number): boolean {
  const subject = ground.tokens[at - 1]?.upos ?? "X";
  const [next, mark] = [lowerAt(ground, at + 1), lowerAt(ground, at - 3)];
  const tail = isA(ground, at - 2, "determiner") && (mark === "," || mark === '"');
  const [not, to, verb] = [ground.tokens[at + 1], ground.tokens[at + 2], ground.tokens[at + 3]];
  if ((ground.nameOf[at - 1] ?? -1) >= 0 && not && isA(ground, not.index, "not") && to)
    return isA(ground, to.index, "infinitive mark") && verb?.upos === "VERB"; // "Kestrel undertakes not to dismiss"
  if (
    ["PROPN", "NOUN", "PRON"].includes(subject) &&
    (tail || isA(ground, at + 1, "complementizer") || next === ":" || next === '"')
  )
    return true;
  return ["PROPN", "NOUN", "PRON", "ADJ"].includes(subject) && isA(ground, at + 1, "determiner");
}

/** Readings of the form whose particle stands behind it, and where the cue ends: the longest first ("put it", then "put"). */
function withParticle(
  ground: Ground,
  token: Token,
  readings: readonly InflectedCue[],
): { cues: Cue[]; last: number }[] {
  const lengthOf = ({ cue }: InflectedCue): number => {
    const parts = cue.particle?.split(" ") ?? [];
    return parts.every((part, i) => lowerAt(ground, token.index + 1 + i) === part) ? parts.length : -1;
  };
  const fits = readings.filter((reading) => lengthOf(reading) >= 0);
  const longest = Math.max(...fits.map(lengthOf));
  const open = fits.filter((reading) => lengthOf(reading) === longest || reading.cue.polarity === "plain"); // "respond to the light" refuses nothing
  const lengths = [...new Set(open.map(lengthOf))].sort((a, b) => b - a);
  return lengths.map((length) => ({
    cues: open.filter((reading) => lengthOf(reading) === length).map(({ cue }) => cue),
    last: token.index + 1 + length,
  }));
}

/** "The minister pronounced that …": a verb of no list before "that", where the tree hangs a clause on it; not "ensured that". */
function unlistedReading(ground: Ground, token: Token): readonly InflectedCue[] | undefined {
  if (token.upos !== "VERB" || !/^VB[DZP]$/.test(token.xpos) || !isA(ground, token.index + 1, "complementizer"))
    return undefined;
  if (ground.words.classes.wordless.has(token.lemma) || ground.tokens[token.index + 1]?.relation !== "mark")
    return undefined;
  const cue: Cue = {
    lemma: token.lemma,
    rule: "unlisted",
    mode: "speech",
    frames: new Set(["that"]),
    particle: null,
    polarity: "plain",
  };
  return [{ cue, form: token.xpos === "VBD" ? "past" : "present" }];
}

/** The cue verbs of a document in order. */
export function cueSites(ground: Ground): Site[] {
  const sites: Site[] = [];
  for (const token of ground.tokens) {
    const readings = ground.words.cues.get(token.lower) ?? unlistedReading(ground, token);
    const own = readings?.[0]?.form;
    if (!readings || !own || !isVerb(ground, token, own)) continue;
    const stretch = stretchAt(ground, token.index);
    const keeps = own === "ing" && isA(ground, token.index - 1, "keeping"); // "keeps repeating"
    const form = keeps ? "past" : own;
    const group = verbGroup(ground, keeps ? token.index - 1 : token.index, stretch);
    for (const { cues, last } of withParticle(ground, token, readings))
      sites.push({ ...group, at: token.index, last, cues, form, stretch });
  }
  return sites;
}
