// What a cue takes: from the words behind it (or, in the passive, before it) to the matters of the stance.
import type { Stance } from "../../model/words.js";
import { listed, namesNothing } from "./lists.js";
import { infinitiveAt, personFor, personInfinitive, personThat, secondPhrase } from "./persons.js";
import { type Chunk, is, isMention, isNominal, lower, type Scene, sentenceOf, upos } from "./scene.js";
import type { Site } from "./sites.js";
import { extent, opensPhrase, termsFrom, trimTail } from "./terms.js";

/** `implied`: the term stands for a matter told before ("urged them to [accept]"). */
export type Complement = { readonly terms: readonly Chunk[]; readonly stance: Stance | null; readonly implied?: true };

/** "rejected the suggestion that it acted in bad faith": a fact denied, and no matter refused. */
const deniesFact = (scene: Scene, { first, last }: Chunk): boolean => {
  for (let i = first + 1; i < Math.min(last, first + 5); i++)
    if (is(scene, "that", i)) return is(scene, "no-matter", i - 1);
  return false;
};

/** A complement, `asked` of others; null where it takes nothing, or only what is no matter: that somebody will (not) say, wait, be glad. */
const plain = (scene: Scene, terms: readonly Chunk[], stance: Stance | null, asked = false): Complement | null => {
  const telling = terms.filter(
    ({ first, last }) =>
      (asked || !is(scene, "idle", is(scene, "not", first) ? first + 2 : first)) &&
      (!is(scene, "no-matter", last - 1) || is(scene, "vague", last - 1)) &&
      !deniesFact(scene, { first, last }) &&
      !namesNothing(scene, { first, last }),
  );
  return telling.length > 0 && stance !== null ? { terms: telling, stance } : null;
};

/** Whether a phrase from token `from` names a demand or an offer: what can be met or answered. */
function isVague(scene: Scene, from: number): boolean {
  for (let i = from; i < extent(scene, from, false); i++) if (is(scene, "vague", i)) return true;
  return false;
}

/** A stance inside an infinitive: "refused to accept X" → X rejected, "ready to reject" → nothing new. */
function inner(scene: Scene, verb: number, outer: Stance): Complement | null {
  for (const { cue, form } of scene.words.cues.get(lower(scene, verb)) ?? []) {
    const owned = cue.words.length > 0 && is(scene, "possessive", verb + 1) ? 1 : 0; // "drop [its] demand for"
    const from = verb + 1 + owned + cue.words.length;
    if (form !== "base" || cue.words.some((word, nth) => lower(scene, verb + 1 + owned + nth) !== word)) continue;
    const against =
      cue.stance === "rejects" &&
      cue.frames.has("noun") &&
      ["accepts", "supports", "proposes", "conditional"].includes(outer);
    const backs = cue.stance === "supports" && cue.frames.has("noun") && (outer === "accepts" || outer === "supports");
    if (backs && opensPhrase(scene, from)) return plain(scene, termsFrom(scene, from), "supports"); // "resolved to back the quota"
    if (against && opensPhrase(scene, from)) return plain(scene, termsFrom(scene, from), "rejects"); // "vowed to challenge the ratification"
    const positive =
      (cue.stance === "rejects" && outer === "rejects") ||
      cue.stance === null ||
      cue.stance === "accepts" ||
      cue.stance === "noncommittal";
    if (!cue.frames.has("noun") || !positive || !opensPhrase(scene, from)) continue;
    if (cue.stance === null && !isVague(scene, from)) continue;
    if (cue.stance === "rejects") return plain(scene, termsFrom(scene, from), "noncommittal");
    const gives = cue.stance === "noncommittal" && cue.negated === "demands"; // "ready to drop its demand for"
    const stance = outer === "supports" && cue.stance === "accepts" ? "accepts" : outer;
    return plain(scene, termsFrom(scene, from), gives && outer !== "rejects" ? "noncommittal" : stance);
  }
  return null;
}

/** "wants [emissions to peak]", "wants [the contract to hold]": what no actor is to do is named with the thing that is to do it. */
function withThing(scene: Scene, from: number, at: number, terms: readonly Chunk[]): readonly Chunk[] {
  const [first, ...rest] = terms;
  if (!first || first.first !== at) return terms;
  for (let i = from; i < at; i++)
    if (isMention(scene, i) || is(scene, "collective", i) || lower(scene, i) === '"') return terms;
  const undergone = is(scene, "be", at) && upos(scene, at + 1) === "VERB"; // "the case to be dropped"
  const idle = undergone || first.last === at + 1 || upos(scene, at + 1) === "ADP"; // a verb that takes nothing says little alone
  if (!idle) return terms;
  const named = ["NOUN", "PROPN"].includes(upos(scene, at - 2)) && !is(scene, "pronoun", from);
  return named ? [{ first: from, last: first.last }, ...rest] : terms;
}

/** Where the particle of a cue stands behind its verb: "throw the deal [out]"; null where it does not. */
function particleBehind(scene: Scene, verb: number, particle: string): number | null {
  if (!scene.words.is("particle", particle)) return null;
  for (let i = verb + 2; i < verb + 9; i++) {
    if (lower(scene, i) === particle) return i;
    if (is(scene, "finite", i) || lower(scene, i) === ",") return null;
  }
  return null;
}

/** Terms cut before a particle. */
const upToParticle = (terms: readonly Chunk[], particle: number | null): readonly Chunk[] =>
  particle === null ? terms : terms.slice(0, 1).map(({ first, last }) => ({ first, last: Math.min(last, particle) }));

/** What somebody is urged to accept or reject, the one who urges wants accepted or rejected: "urged the owners to [accept the bid]". */
function urged(scene: Scene, verb: number): Complement | null {
  for (const { cue, form } of scene.words.cues.get(lower(scene, verb)) ?? []) {
    if (
      form === "base" &&
      cue.frames.has("implied") &&
      cue.words.length === 0 &&
      cue.stance &&
      endsHere(scene, verb + 1)
    )
      return {
        terms: [{ first: verb, last: verb + 1 }],
        stance: cue.stance === "accepts" ? "supports" : cue.stance,
        implied: true,
      };
    const [particle, ...more] = cue.words;
    if (form !== "base" || more.length > 0 || !cue.frames.has("noun") || !opensPhrase(scene, verb + 1)) continue;
    const between = particle === undefined ? null : particleBehind(scene, verb, particle);
    if (particle !== undefined && between === null) continue;
    if (cue.stance === "accepts" || cue.stance === "supports")
      return plain(scene, upToParticle(termsFrom(scene, verb + 1), between), "supports");
    if (cue.stance === "rejects" && !is(scene, "turning-act", verb))
      return plain(scene, upToParticle(termsFrom(scene, verb + 1), between), "rejects");
  }
  return null;
}

/** Where the verb of a clause stands that asks for something without "must": "that any buyer [keep] the brand"; null where a finite verb comes first. */
function subjunctiveAt(scene: Scene, from: number, stop: number, asked = false): number | null {
  for (let i = from + 1; i < stop && i < from + 9; i++) {
    const token = scene.tokens[i];
    if (!token || is(scene, "finite", i) || is(scene, "infinitive", i) || is(scene, "relative", i)) return null;
    const mistaken = token.upos === "NOUN" && upos(scene, i - 1) === "NOUN" && is(scene, "determiner", i + 1); // "that the text [name] the guests"
    if (mistaken && !/s$/.test(lower(scene, i - 1)) && !isMention(scene, i)) return i;
    if (token.upos !== "VERB" || isMention(scene, i) || is(scene, "determiner", i - 1)) continue;
    const plural = ["NOUN", "PROPN"].includes(upos(scene, i - 1)) && /s$/.test(lower(scene, i - 1)); // "that states withdraw": may be told as a fact
    return token.lower === token.lemma && (!plural || asked) && isNominal(scene, i - 1) ? i : null;
  }
  return null;
}

/** Whether a clause is told as a fact ("insisted that the funds were enough"): it asks for nothing. */
export function isFact(scene: Scene, from: number): boolean {
  const stop = extent(scene, from, true);
  for (let i = from; i < stop; i++) {
    if (is(scene, "directive", i) || is(scene, "intending", i) || is(scene, "relative", i)) return false;
    if (is(scene, "told", i) && !isMention(scene, i)) return true;
  }
  return false;
}

/** "insisted that no depot would be closed": a promise, and no demand. */
function isPromise(scene: Scene, from: number): boolean {
  const stop = is(scene, "nobody", from) ? extent(scene, from, true) : from;
  for (let i = from + 1; i < stop; i++) {
    if (is(scene, "directive", i)) return false;
    if (is(scene, "intending", i)) return true;
  }
  return false;
}

/** "insisting that he would stay out": what a party says of itself is no demand of others. */
const isOwnPledge = (scene: Scene, from: number): boolean =>
  is(scene, "pronoun", from) && (is(scene, "intending", from + 1) || is(scene, "told", from + 1));

/** Whether words behind a cue are a clause without "that": "insisted [the yard must close]". */
function isBareClause(scene: Scene, from: number, { last }: Chunk): boolean {
  for (let i = from; i < last; i++) if (is(scene, "relative", i) || is(scene, "that", i)) return false;
  return (is(scene, "finite", last) || is(scene, "intending", last)) && !isMention(scene, last);
}

/** The matters of a that-clause: what the other side "must" or "should" do, else the clause. */
export function clauseTerms(scene: Scene, from: number): Chunk[] {
  const stop = extent(scene, from, true);
  const asked = subjunctiveAt(scene, from, stop);
  if (asked !== null && is(scene, "copular", asked)) return [trimTail(scene, { first: from, last: stop })]; // "that Sunday become a day like any other"
  if (asked !== null) return termsFrom(scene, asked);
  for (let i = from; i < stop && i < from + 14; i++) {
    if (!is(scene, "directive", i) || isMention(scene, i)) continue;
    if (is(scene, "have", i) && !is(scene, "infinitive", i + 1)) continue;
    const verb = is(scene, "infinitive", i + 1) ? i + 2 : i + 1;
    if (is(scene, "be", verb)) break;
    return termsFrom(scene, verb);
  }
  const chunk = trimTail(scene, { first: from, last: stop });
  return chunk.last > chunk.first + 1 ? [chunk] : [];
}

/** Behind a time or an occasion that stands between cue and complement: "agreed [on Sunday] to". */
function behindTime(scene: Scene, from: number): number {
  if (scene.words.is("occasion", `${lower(scene, from)} ${lower(scene, from + 1)} ${lower(scene, from + 2)}`))
    return from + 3;
  if (scene.words.is("occasion", `${lower(scene, from)} ${lower(scene, from + 1)}`)) return from + 2;
  const start = upos(scene, from) === "ADP" && (scene.timexOf[from] ?? -1) < 0 ? from + 1 : from;
  let i = start;
  while ((scene.timexOf[i] ?? -1) >= 0) i++;
  return i > start ? i : from;
}

const longestAside = 16; // tokens

/** Behind an aside between cue and complement: "excluded[, in a talk with the radio,] that"; the token itself where none stands there. */
function behindAside(scene: Scene, from: number): number {
  if (lower(scene, from) !== ",") return from;
  const opens = ["ADP", "ADV", "SCONJ"].includes(upos(scene, from + 1)) && !is(scene, "clause", from + 1);
  const { last: end } = sentenceOf(scene, from);
  for (let i = from + 2; opens && i < end && i < from + longestAside; i++) {
    if (is(scene, "finite", i)) return from;
    if (lower(scene, i) === ",") return i + 1;
  }
  return from;
}

/** Behind a time or an occasion before a noun phrase: "refused [on Wednesday] the quota"; the cue's own preposition stays. */
const behindOccasion = (scene: Scene, from: number): number => {
  const next = behindTime(scene, from);
  const behind = next > from && opensPhrase(scene, next) && (scene.timexOf[next] ?? -1) < 0;
  return behind && (is(scene, "determiner", next) || !opensPhrase(scene, from)) ? next : from;
};

/** Over "at least", "up to" before a figure: "wanted [at least] 44 francs". */
function behindDegree(scene: Scene, from: number): number {
  let at = from;
  while (at < from + 3 && is(scene, "amount", at) && !isMention(scene, at)) at++;
  return at > from && (/^\d/.test(lower(scene, at)) || is(scene, "portion", at)) ? at : from;
}

/** Behind "in return", "in exchange": "demanded [in return] the lifting of the siege". */
const behindReturn = (scene: Scene, from: number): number =>
  scene.words.is("condition", `${lower(scene, from)} ${lower(scene, from + 1)}`) && opensPhrase(scene, from + 2)
    ? from + 2
    : from;

/** What an offer was raised to, without when and from what: "61 crowns a share | on Friday from 55 crowns". */
function upTo(scene: Scene, whole: Chunk): Chunk {
  let term = whole;
  if (is(scene, "origin", whole.first - 1))
    for (let i = whole.first; i + 1 < whole.last; i++)
      if (is(scene, "infinitive", i)) term = { first: i + 1, last: whole.last };
  for (let i = term.first + 1; i < term.last; i++) {
    const timed = upos(scene, i) === "ADP" && (scene.timexOf[i + 1] ?? -1) >= 0;
    if (timed || is(scene, "origin", i)) return { first: term.first, last: i };
  }
  return term;
}

const thatAt = (scene: Scene, from: number): number | null =>
  is(scene, "that", from) && !(is(scene, "vague", from + 1) && !is(scene, "finite", from + 2)) ? from + 1 : null;

/** "demanded [guarantees] that …": no verb in -s stands right behind another, whatever its tag. */
const isMistakenNoun = (scene: Scene, at: number): boolean =>
  upos(scene, at) === "VERB" && /[^s]s$/.test(lower(scene, at)) && upos(scene, at - 1) === "VERB";

/** "a proposal | on Friday | for [a ban]": what a vague noun is about may stand behind a day; null where nothing does. */
function behindVague(scene: Scene, { first, last }: Chunk): Chunk | null {
  if (!is(scene, "vague", last - 1)) return null;
  const behind = behindTime(scene, last);
  const led =
    behind > last && upos(scene, behind) === "ADP" && (is(scene, "sought", behind) || is(scene, "about", behind));
  const [term] =
    led && opensPhrase(scene, behind + 1) && (scene.timexOf[behind + 1] ?? -1) < 0 ? termsFrom(scene, behind + 1) : [];
  return term && first < term.first ? term : null;
}

/** What stands behind the colon of a guarantee or a promise: "wants a written guarantee: [no closure before 2030]". */
function afterColon(scene: Scene, { first, last }: Chunk): Chunk | null {
  const { last: end } = sentenceOf(scene, first);
  if (lower(scene, last) !== ":" || !opensPhrase(scene, last + 1)) return null;
  for (let i = last + 1; i < end; i++) if (is(scene, "finite", i) || lower(scene, i) === ",") return null;
  return termsFrom(scene, last + 1)[0] ?? null;
}

/** Whether a party stands between tokens: a name, or a word for people. */
function namesParty(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (isMention(scene, i) || is(scene, "collective", i) || is(scene, "sides", i) || upos(scene, i) === "PRON")
      return true;
  return false;
}

/** Whether nothing is told behind a cue but when or how often: "accepted the next day", "said no twice". */
function endsHere(scene: Scene, from: number): boolean {
  const at = behindTime(scene, from);
  const more = upos(scene, at) === "ADV" && !is(scene, "not", at) ? at + 1 : at;
  return (
    /^[.,;:!?"]$/.test(lower(scene, more)) || more >= sentenceOf(scene, from).last || is(scene, "conjunction", more)
  );
}

/** What an active cue takes. */
export function complementOf(scene: Scene, site: Site): Complement | null {
  const { cue, between } = site;
  const last = behindAside(scene, site.last);
  const stance = site.negated ? cue.negated : cue.stance;
  if (between)
    return plain(
      scene,
      termsFrom(scene, between.first)
        .map((term) => ({ first: term.first, last: Math.min(term.last, between.last) }))
        .filter((term) => term.last > term.first)
        .slice(0, 1),
      stance,
    );
  const { frames } = cue;
  if (frames.has("implied"))
    return stance !== null && endsHere(scene, site.last)
      ? { stance, terms: [{ first: site.at, last: site.last }], implied: true }
      : null;
  if (frames.has("inner")) {
    const at = infinitiveAt(scene, behindTime(scene, last));
    return at === null || stance === null ? null : inner(scene, at, stance);
  }
  if (frames.has("inf")) {
    const at = infinitiveAt(scene, behindTime(scene, last));
    if (at !== null && stance !== null)
      return (stance !== "demands" ? inner(scene, at, stance) : null) ?? plain(scene, termsFrom(scene, at), stance);
  }
  if (frames.has("person-inf")) {
    const at = is(scene, "possessive", last) ? null : personInfinitive(scene, last, frames.has("person-noun"));
    if (at !== null && frames.has("party") && !namesParty(scene, last, at)) return null; // "expects the ships to be unloaded": a forecast
    if (at !== null)
      return (
        (stance === "demands" || stance === "supports" ? urged(scene, at) : null) ??
        plain(
          scene,
          cue.frames.has("inf") || frames.has("wished")
            ? withThing(scene, last, at, termsFrom(scene, at))
            : termsFrom(scene, at),
          stance,
        )
      );
  }
  if (frames.has("whether") && is(scene, "doubt", last))
    return plain(scene, termsFrom(scene, is(scene, "infinitive", last + 1) ? last + 2 : last + 1, true), stance);
  if (frames.has("that")) {
    const at = thatAt(scene, behindTime(scene, last));
    if (at !== null && stance === "demands" && (isFact(scene, at) || isPromise(scene, at) || isOwnPledge(scene, at)))
      return null;
    const verb = at === null ? null : subjunctiveAt(scene, at, extent(scene, at, true), stance === "supports");
    const meant = verb === null ? null : urged(scene, verb); // "recommended that owners reject [the bid]"
    if (meant) return meant;
    if (at !== null) return plain(scene, clauseTerms(scene, at), stance, stance === "demands");
  }
  if (frames.has("person-that")) {
    const at = personThat(scene, last);
    if (at !== null && !isFact(scene, at)) return plain(scene, clauseTerms(scene, at), stance);
  }
  if (frames.has("person-to")) {
    const { last: end } = sentenceOf(scene, last);
    for (let i = last + 1; i < end && i < last + 8; i++)
      if (is(scene, "infinitive", i) && infinitiveAt(scene, i) === null && opensPhrase(scene, i + 1))
        return plain(scene, termsFrom(scene, i + 1), stance);
  }
  if (frames.has("person-for")) {
    const at = personFor(scene, last);
    if (at !== null) return plain(scene, termsFrom(scene, at), stance);
  }
  if (frames.has("person-noun")) {
    const at = secondPhrase(scene, last);
    if (at !== null) return plain(scene, termsFrom(scene, at), stance);
  }
  if (cue.stance === null && !frames.has("any") && !isVague(scene, last)) return null;
  const direct = frames.has("noun") || frames.has("ing");
  const from = behindDegree(scene, behindReturn(scene, behindOccasion(scene, last)));
  if (!direct || !(opensPhrase(scene, from) || isMistakenNoun(scene, from))) return null;
  const terms = listed(scene, from) ?? termsFrom(scene, from);
  const [lead] = terms;
  if (lead && (is(scene, "infinitive", lead.first) || is(scene, "finite", lead.first))) return null; // "agreed on Monday to": another rule tells it
  const about = lead ? behindVague(scene, lead) : null;
  if (about) return plain(scene, [about], stance);
  const behind = lead && terms.length === 1 ? afterColon(scene, lead) : null;
  if (lead && behind) return plain(scene, [lead, behind], stance);
  if (lead && frames.has("clause") && isBareClause(scene, from, lead))
    return isFact(scene, from) || isPromise(scene, from) || isOwnPledge(scene, from)
      ? null
      : plain(scene, clauseTerms(scene, from), stance, stance === "demands");
  return plain(
    scene,
    cue.words.length > 0 && is(scene, "reaching", from - 1) ? terms.map((term) => upTo(scene, term)) : terms,
    stance,
  );
}

/** The stance of a passive cue or predicate, and where the phrase behind it begins ("were asked [to follow]", "was rejected [by]"). */
export function passiveComplement(scene: Scene, site: Site, subject: Chunk): Complement | null {
  const stance = site.negated ? site.cue.negated : site.cue.stance;
  if (stance === null) return null;
  if (site.cue.frames.has("person-inf")) {
    const at =
      infinitiveAt(scene, site.last) ?? (is(scene, "by", site.last) ? personInfinitive(scene, site.last) : null);
    if (at !== null) return plain(scene, termsFrom(scene, at), stance);
  }
  const taken = upos(scene, site.last) === "DET" || upos(scene, site.last) === "NOUN";
  if (taken && (scene.timexOf[site.last] ?? -1) < 0) return null;
  return subject.last > subject.first ? { terms: [trimTail(scene, subject)], stance } : null;
}
