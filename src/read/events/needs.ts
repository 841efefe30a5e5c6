// Whether what a verb needs around it stands there: the cells of the table, one test each.
import type { Clause, Stretch } from "./clauses.js";
import { durationIn } from "./details.js";
import { type Field, findClass, inTimex, isOf, lowerAt, tagAt } from "./field.js";
import { actorsIn, type Party, phrasesBy } from "./phrases.js";
import type { Need, VerbRule } from "./words.js";

/** The surroundings of a verb in its clause: what does it, what it is done to, and the text behind it. */
export type Scene = {
  readonly clause: Clause;
  readonly verb: number;
  readonly behind: number; // first token behind the verb and its particle
  readonly passive: boolean;
  readonly subject: Stretch | null; // of the active sentence: "by" phrase in the passive
  readonly object: Stretch | null;
  readonly dated: boolean;
};

const kindOf = (field: Field, party: Party): string | undefined => field.ground.resolution.actors[party.actor]?.kind;
const persons = (field: Field, stretch: Stretch | null): readonly Party[] =>
  actorsIn(field, stretch).filter((party) => kindOf(field, party) === "person");

function hasPlural(field: Field, stretch: Stretch | null): boolean {
  return (
    stretch !== null &&
    (actorsIn(field, stretch).length > 1 || findClass(field, "plural", stretch.from, stretch.to) >= 0)
  );
}

/** "to exchange all prisoners": a verb that was taken for a noun, with its object behind it. */
const isBareVerb = (field: Field, index: number): boolean =>
  field.tokens[index]?.xpos === "NN" && tagAt(field, index + 1) === "DET" && !inTimex(field, index + 1);

function infinitiveBehind(field: Field, scene: Scene): boolean {
  for (let i = scene.behind; i < Math.min(scene.clause.to, scene.behind + 14); i++) {
    if (isOf(field, "toword", i) && (["VERB", "AUX", "ADV"].includes(tagAt(field, i + 1)) || isBareVerb(field, i + 1)))
      return true;
  }
  return false;
}

/** The head of a phrase: the words before its first "of". */
function headOf(field: Field, stretch: Stretch): Stretch {
  for (let i = stretch.from; i < stretch.to; i++) if (isOf(field, "ofword", i)) return { from: stretch.from, to: i };
  return stretch;
}

function hasClass(field: Field, scene: Scene, name: string): boolean {
  if (name === "phone" || name === "talks" || name === "offering" || name === "assurance")
    return findClass(field, name, scene.behind, scene.clause.to) >= 0;
  if (name === "sum")
    return phrasesBy(field, "with", scene.behind, scene.clause.to).some(
      (phrase) => findClass(field, name, phrase.from, phrase.to) >= 0,
    );
  if (name === "votes" || name === "votecount") return findClass(field, name, scene.clause.from, scene.clause.to) >= 0;
  if (name === "workers")
    return scene.subject !== null && findClass(field, name, scene.subject.from, scene.subject.to) >= 0;
  if (scene.object) {
    const head = headOf(field, scene.object);
    if (findClass(field, name, head.from, head.to) >= 0) return true;
  }
  return false;
}

function prepositionIs(field: Field, scene: Scene, word: string): boolean {
  for (let i = scene.behind; i < Math.min(scene.clause.to, scene.behind + 3); i++)
    if (isOf(field, word, i)) return true;
  return false;
}

/** Whether a that-clause begins behind token `index`; only a time or place may stand between. */
function opensThat(field: Field, index: number): boolean {
  for (let i = index; i < index + 8; i++) {
    if (isOf(field, "thatword", i)) return true;
    if (
      !inTimex(field, i) &&
      !isOf(field, "dateprep", i) &&
      !isOf(field, "placeprep", i) &&
      tagAt(field, i) !== "PROPN"
    )
      return false;
  }
  return false;
}

type Test = (field: Field, scene: Scene, name: string) => boolean;
const tests: Readonly<Record<Need["what"], Test>> = {
  any: () => true,
  none: (field, scene) =>
    scene.object === null && field.words.numbers.get(lowerAt(field, scene.behind))?.kind !== "ordinal", // "came second"
  time: (_field, scene) => scene.dated,
  count: (field, scene) => scene.subject !== null && isFigure(field, scene.subject.to - 1),
  long: (field, scene) => durationIn(field, { from: scene.behind, to: scene.clause.to }) !== null,
  actor: (field, scene) => actorsIn(field, scene.object).length > 0,
  person: (field, scene) => persons(field, scene.object).length > 0 && !followedBySaying(field, scene),
  with: (field, scene) =>
    phrasesBy(field, "with", scene.behind, scene.clause.to).some((phrase) => actorsIn(field, phrase).length > 0),
  to: (field, scene) =>
    phrasesBy(field, "toword", scene.behind, scene.clause.to).some((phrase) => actorsIn(field, phrase).length > 0),
  group: (field, scene) =>
    hasPlural(field, scene.subject) ||
    actorsIn(field, scene.subject).some((party) => kindOf(field, party) !== "person"),
  company: (field, scene) =>
    phrasesBy(field, "with", scene.behind, scene.clause.to).some(
      (phrase) =>
        findClass(field, "plural", phrase.from, phrase.to) >= 0 ||
        findClass(field, "companions", phrase.from, phrase.to) >= 0,
    ),
  people: (field, scene) => hasPlural(field, scene.subject),
  as: (field, scene) => findClass(field, "as", scene.behind, scene.clause.to) >= 0,
  inf: infinitiveBehind,
  that: (field, scene) => opensThat(field, scene.behind),
  place: (field, scene) =>
    phrasesBy(field, "placeprep", scene.behind, scene.clause.to).some((phrase) => namesPlace(field, phrase)) ||
    (scene.object !== null && scene.object.from === scene.behind && namesPlace(field, scene.object)),
  until: (field, scene) => findClass(field, "untilword", scene.behind, scene.clause.sentence.last) >= 0,
  pronoun: (field, scene) =>
    scene.object !== null && scene.object.to - scene.object.from === 1 && isOf(field, "itword", scene.object.from),
  on: (field, scene) => prepositionIs(field, scene, "on"),
  for: (field, scene) => prepositionIs(field, scene, "for"),
  against: (field, scene) => prepositionIs(field, scene, "against"),
  class: hasClass,
  event: (field, scene) => {
    const at = scene.object;
    if (!at) return false;
    const head = headOf(field, at);
    for (let i = head.from; i < head.to; i++)
      if ((field.words.nouns.get(lowerAt(field, i)) ?? []).some((entry) => entry.words.length === 1)) return true;
    return false;
  },
};

/** "called Havel generous": the person is described and not called. */
function followedBySaying(field: Field, scene: Scene): boolean {
  const to = scene.object?.to ?? scene.behind;
  return tagAt(field, to) === "ADJ" || lowerAt(field, to) === '"';
}

function namesPlace(field: Field, stretch: Stretch): boolean {
  for (let i = stretch.from; i < Math.min(stretch.to, stretch.from + 6); i++) {
    if (inTimex(field, i)) return false;
    const name = field.ground.names[field.nameOf[i] ?? -1];
    if (name && name.kind !== "person") return true;
  }
  return false;
}

/** "Some 900": a bare figure, with nothing behind it that it counts. */
const isFigure = (field: Field, index: number): boolean =>
  /^\d[\d,]*$/.test(lowerAt(field, index)) && !inTimex(field, index);

/** Whether a name other than a place's heads a phrase, though nothing tells who is meant by it. */
function namesSomebody(field: Field, stretch: Stretch | null): boolean {
  if (!stretch) return false;
  const name = field.ground.names[field.nameOf[stretch.to - 1] ?? -1];
  return name !== undefined && name.kind !== "place";
}

/** Whether one need of a rule holds. */
export const needHolds = (field: Field, scene: Scene, need: Need): boolean => tests[need.what](field, scene, need.name);

/** Whether the rule's subject stands there. */
export function subjectHolds(field: Field, scene: Scene, rule: VerbRule): boolean {
  const { what, name } = rule.subject;
  if (what === "any") return true;
  if (what === "class")
    return scene.subject !== null && findClass(field, name, scene.subject.from, scene.subject.to) >= 0;
  const parties = actorsIn(field, scene.subject);
  if (what === "person")
    return (
      parties.some((party) => kindOf(field, party) === "person") ||
      (parties.length > 0 && findClass(field, "plural", scene.subject?.from ?? 0, scene.subject?.to ?? 0) >= 0)
    );
  return (
    parties.length > 0 ||
    (scene.passive && scene.subject === null) ||
    hasPlural(field, scene.subject) ||
    namesSomebody(field, scene.subject)
  );
}
