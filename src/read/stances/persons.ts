// Whom a cue addresses, and where behind him begins what he is asked, offered or assured of: "urged both sides to [return]".
import { is, isMention, isNominal, lower, type Scene, sentenceOf, upos } from "./scene.js";
import { opensPhrase } from "./terms.js";

const isVerb = (scene: Scene, index: number): boolean =>
  ["VERB", "AUX"].includes(upos(scene, index)) && !isMention(scene, index) && !isPlural(scene, index);

/** "open to talks": no infinitive ends so, whatever its tag. */
const isPlural = (scene: Scene, index: number): boolean =>
  is(scene, "infinitive", index - 1) && /[^su]s$/.test(lower(scene, index));
/** Token of the infinitive's first word ("not", the verb) behind token `from`; null where no infinitive stands there. */
export function infinitiveAt(scene: Scene, begin: number): number | null {
  const from = lower(scene, begin) === '"' && is(scene, "infinitive", begin + 1) ? begin + 1 : begin; // "no plans" to close
  const not = is(scene, "not", from) ? from : null;
  const to = not === null ? from : from + 1;
  if (!is(scene, "infinitive", to)) return null;
  let verb = to + 1;
  while (upos(scene, verb) === "ADV" || lower(scene, verb) === '"' || is(scene, "not", verb)) verb++;
  const verbal =
    isVerb(scene, verb) ||
    (upos(scene, verb) === "NOUN" && !/s$/.test(lower(scene, verb)) && opensPhrase(scene, verb + 1)) ||
    (upos(scene, verb) === "NOUN" && is(scene, "particle", verb + 1) && opensPhrase(scene, verb + 2)) || // "to phase out duties", whatever its tag
    (upos(scene, verb) === "ADJ" && ["NOUN", "DET", "PROPN"].includes(upos(scene, verb + 1))) || // "to free prisoners"
    scene.words.cues.has(lower(scene, verb));
  return verbal ? (not ?? to + 1) : null;
}

/** Whether somebody can be meant by the words between: more than a time. */
function somebody(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (isMention(scene, i) || ((scene.timexOf[i] ?? -1) < 0 && isNominal(scene, i))) return true;
  return false;
}

/** Whether the comma at `at` closes an aside that another one behind `from` opens. */
const closesAside = (scene: Scene, from: number, at: number): boolean => {
  for (let i = from; i < at; i++) if (lower(scene, i) === ",") return true;
  return false;
};

/** Where a person stands between cue and infinitive ("urged both sides to [return]"): the infinitive's first word. */
export function personInfinitive(scene: Scene, from: number, thing = false): number | null {
  const { last: end } = sentenceOf(scene, from);
  let i = is(scene, "addressing", from) ? from + 1 : from;
  const start = i;
  for (; i < end && i < from + 14; i++) {
    const at = infinitiveAt(scene, i);
    if (at !== null && lower(scene, i - 1) === "," && !closesAside(scene, start, i - 1)) return null; // "offered a dividend, to be paid"
    if (at !== null && is(scene, "purpose", i - 1)) return null; // "offers Norland a quota in bid to end"
    if (at !== null && thing && !(isMention(scene, start) || isMention(scene, start + 1))) return null; // "offered two billion to settle"
    if (at !== null && somebody(scene, start, i)) return at;
    if (is(scene, "clause", i) || is(scene, "that", i) || is(scene, "finite", i) || /^[;:."]$/.test(lower(scene, i))) {
      if (lower(scene, i) !== '"') return null;
    }
  }
  return null;
}

/** Where the thing begins that somebody is asked for: "asked Ann Lee, the head of the yard, for [a guarantee]". */
export function personFor(scene: Scene, from: number): number | null {
  const { last: end } = sentenceOf(scene, from);
  for (let i = from + 1; i < end && i < from + 14; i++) {
    if (is(scene, "finite", i) || is(scene, "clause", i) || is(scene, "infinitive", i) || is(scene, "that", i))
      return null;
    if (!is(scene, "sought", i)) continue;
    return somebody(scene, from, i) && opensPhrase(scene, i + 1) && (scene.timexOf[i + 1] ?? -1) < 0 ? i + 1 : null;
  }
  return null;
}

/** Where the clause begins that somebody is assured of: "assured the Dockers (that) [the dock would stay open]". */
export function personThat(scene: Scene, from: number): number | null {
  const { last: end } = sentenceOf(scene, from);
  let at = is(scene, "determiner", from) ? from + 1 : from;
  if (!isMention(scene, at) && !["NOUN", "PRON", "PROPN"].includes(upos(scene, at))) return null;
  while (at < end && at < from + 8 && isNominal(scene, at) && !is(scene, "that", at)) {
    at++;
    if (is(scene, "determiner", at) && !is(scene, "that", at)) break;
  }
  if (is(scene, "that", at)) return at + 1;
  for (let i = at; i < end && i < at + 10; i++) if (is(scene, "intending", i)) return at < i ? at : null;
  return null;
}

/** Where the thing begins that somebody is offered: "offered its drivers [a rise]". */
export function secondPhrase(scene: Scene, from: number): number | null {
  const { last: end } = sentenceOf(scene, from);
  for (let i = from + 1; i < end && i < from + 8 && isNominal(scene, i); i++) {
    const opens =
      (is(scene, "determiner", i) || upos(scene, i) === "NUM") &&
      !is(scene, "determiner", i - 1) &&
      lower(scene, i - 1) !== "'s";
    if (
      opens &&
      ["NOUN", "PROPN", "PRON"].includes(upos(scene, i - 1)) &&
      (isMention(scene, i - 1) || is(scene, "determiner", from)) &&
      !(is(scene, "determiner", i) && lower(scene, i) === "that")
    )
      return i;
  }
  return behindName(scene, from);
}

/** Where the thing begins that headlines put behind a name: "offers Norland [duty-free quota]". */
function behindName(scene: Scene, from: number): number | null {
  let at = from;
  while (isMention(scene, at) && scene.mentionOf[at] === scene.mentionOf[from]) at++;
  const thing = ["NOUN", "ADJ", "NUM"].includes(upos(scene, at)) && !isMention(scene, at);
  return at > from && thing && (scene.timexOf[at] ?? -1) < 0 ? at : null;
}
