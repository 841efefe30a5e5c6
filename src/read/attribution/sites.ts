// Where a cue verb stands as a verb: its form, its particle, its group. Nouns that look like cues ("the claims") are left out here.
import type { Token } from "../analysis.js";
import { type VerbGroup, verbGroup } from "./chunk.js";
import { type Ground, isA, lowerAt, type Stretch, stretchAt } from "./ground.js";
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
  if (token.upos === "VERB") return true;
  if (form === "past" || form === "participle") return token.upos !== "PROPN" && token.upos !== "ADJ";
  if ((ground.nameOf[at] ?? -1) >= 0 || token.upos === "PROPN") return false;
  if (form === "base") return saysThat(ground, at);
  if (form !== "present") return false;
  return followsSubject(ground, at);
}

/** "Some on the board's side mutter that …": a base form tagged otherwise, between a noun and "that"; not "the union claim that". */
const saysThat = (ground: Ground, at: number): boolean =>
  ground.tokens[at - 1]?.upos === "NOUN" &&
  isA(ground, at + 1, "complementizer") &&
  !ground.words.nounCues.has(lowerAt(ground, at)) &&
  !ground.words.writings.has(lowerAt(ground, at));

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

/** The cue verbs of a document in order. */
export function cueSites(ground: Ground): Site[] {
  const sites: Site[] = [];
  for (const token of ground.tokens) {
    const readings = ground.words.cues.get(token.lower);
    const form = readings?.[0]?.form;
    if (!readings || !form || !isVerb(ground, token, form)) continue;
    const stretch = stretchAt(ground, token.index);
    const group = verbGroup(ground, token.index, stretch);
    for (const { cues, last } of withParticle(ground, token, readings))
      sites.push({ ...group, at: token.index, last, cues, form, stretch });
  }
  return sites;
}
