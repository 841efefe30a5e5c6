// Which of several organizations that fit a description is meant: the one told last, the subject or who is not, the one that the text
// is about. Where two remain, none.

import { sharesWords } from "./candidates.js";
import { belongsTo } from "./cast.js";
import type { Described } from "./describe.js";
import { lowerAt } from "./ground.js";
import type { Stage } from "./identity.js";
import { backwards, nearest } from "./scene.js";

/** "Orvela rejected an offer from Banca Tarn, saying it undervalues the lender": the subject, of which nothing tells what it is, may be meant too. */
function besideUnknown(stage: Stage, described: Described, fits: readonly number[]): boolean {
  const { ground, scene, cast } = stage;
  const sentence = ground.tokens[described.first]?.sentence;
  const [entries = []] = backwards(ground, scene, described.first, 0, 0);
  return entries.some(
    ({ actors: [actor = -1], strong, sentence: own }) =>
      strong &&
      own === sentence &&
      !fits.includes(actor) &&
      cast.members[actor]?.kind === "organization" &&
      cast.members[actor]?.classes.has("unknown") === true,
  );
}

/**
 * The organization told last that fits. Nobody calls the subject of his clause by a description ("Orvela raised its price for the
 * company": another), and of several an adjective of a state tells none where they stand in one sentence.
 */
function nearestOf(stage: Stage, described: Described, fits: readonly number[], speaks: boolean): number | null {
  const { ground, scene } = stage;
  const headline = ground.analysis.sentences[ground.tokens[described.first]?.sentence ?? 0]?.role === "headline";
  if (headline && fits.length > 1 && described.first === described.head) return null; // "Orvela rebuffs Tarn as suitor returns"
  if (!speaks && fits.length === 1 && besideUnknown(stage, described, fits)) return null;
  if (speaks || fits.length < 2) return nearest(ground, scene, fits, described.first, speaks ? "strong" : "latest");
  const sentence = ground.tokens[described.first]?.sentence;
  const [entries = []] = backwards(ground, scene, described.first, 0, 0);
  const own = entries.filter((entry) => entry.sentence === sentence);
  const clause = own.filter(({ at, strong }) => strong && ground.toldIn[at] === ground.toldIn[described.first]);
  const barred = new Set(clause.slice(-1).flatMap(({ actors }) => actors));
  const told = own.filter(({ actors }) => fits.includes(actors[0] ?? -1)).map(({ actors }) => actors[0]);
  if (ground.toldIn[described.first] !== undefined && barred.size === 0 && new Set(told).size > 1) return null; // "Orvela rejected a bid from Tarn, saying it undervalued the company"
  const others = fits.filter((index) => !barred.has(index));
  const here = others.filter((index) => own.some(({ actors }) => actors.includes(index)));
  const bySome = described.owners.some(({ by }) => by === "adjective");
  if (bySome && own.some(({ actors }) => fits.includes(actors[0] ?? -1)))
    return barred.size > 0 && here.length === 1 ? (here[0] ?? null) : null;
  return others.length === 0 ? null : nearest(ground, scene, others, described.first, "latest", 2);
}

/**
 * "The Swedish group", "the Turin-based fund", "the Anglo-Dutch maker": of several that fit, none of which the text tells that of, the
 * words mean one that nothing tells.
 */
export function tellsApart(
  stage: Stage,
  described: Described,
  modifiers: readonly string[],
  fits: readonly number[],
): boolean {
  const { ground, cast } = stage;
  if (fits.length < 2) return false;
  const keys = described.owners.flatMap((owner) => (owner.by === "adjective" ? owner.keys : []));
  const known = (index: number): boolean => keys.some((key) => cast.members[index]?.classes.has(`@${key}`) === true);
  if (keys.length > 0) return !fits.some(known);
  let proper = false;
  for (let i = described.first + 1; i < described.head; i++)
    proper ||= ground.words.is("based", lowerAt(ground, i)) || ground.marks.capital[i] === true;
  return proper && described.owners.length === 0 && !fits.some((index) => sharesWords(stage, index, modifiers));
}

/**
 * Of several that fit a description which tells one apart: at the beginning of a sentence the one that was the subject before
 * ("Orvela waits. The Dutch company said"), elsewhere the only one in its sentence that is not the subject.
 */
export function otherThanSubject(stage: Stage, described: Described, fits: readonly number[]): number | null {
  const { ground, scene } = stage;
  const sentence = ground.tokens[described.first]?.sentence ?? -1;
  const opens = described.first === ground.analysis.sentences[sentence]?.first;
  const groups = backwards(ground, scene, described.first, 1, 1);
  const before = groups.find((entries) => entries[0]?.sentence === (opens ? sentence - 1 : sentence)) ?? [];
  const subjects = new Set(before.flatMap(({ strong, quoted, actors }) => (strong && !quoted ? actors : [])));
  const told = new Set(before.flatMap(({ actors }) => actors));
  const fitting = fits.filter((index) => told.has(index) && subjects.has(index) === opens);
  const [only, other] = fitting;
  return only !== undefined && other === undefined && subjects.size > 0 ? only : null;
}

/** The subject told last that fits, where the sentence itself tells of none that do: "The chairs met, and on Monday the Dutch group came back". */
export function nearestAlone(stage: Stage, described: Described, fits: readonly number[]): number | null {
  const { ground, scene, cast } = stage;
  const sentence = ground.tokens[described.first]?.sentence;
  const [entries = []] = backwards(ground, scene, described.first, 0, 0);
  const near = entries.some(
    ({ actors, sentence: own }) =>
      own === sentence && actors.length === 1 && fits.some((index) => belongsTo(cast, actors[0] ?? -1, index)),
  );
  return near ? null : nearest(ground, scene, fits, described.first);
}

const leastTold = 3; // names of the organization that a text is about

const oftener = 2.5; // than any other that a description fits

/** "The company" of a text about one: the one named far oftener than any other that fits. */
export function salient({ counts }: Stage, fits: readonly number[]): number | null {
  const [first, second] = fits.map((index) => [index, counts.get(index) ?? 0] as const).sort((a, b) => b[1] - a[1]);
  return first && first[1] >= leastTold && first[1] >= oftener * (second?.[1] ?? 0) ? first[0] : null;
}

/** The organization told last that fits; the one that the text is about where none is, or where that was told in another paragraph. */
export function nearOrSalient(
  stage: Stage,
  described: Described,
  fits: readonly number[],
  speaks: boolean,
): number | null {
  const { ground, scene } = stage;
  const found = nearestOf(stage, described, fits, speaks);
  if (described.owners.length > 0) return found;
  const main = salient(stage, fits);
  if (found === null || main === null || main === found) return found ?? main;
  const here = backwards(ground, scene, described.first, 8, 0).flat();
  return here.some(({ actors }) => actors.includes(found)) ? found : main;
}
