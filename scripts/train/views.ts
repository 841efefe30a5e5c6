// Trains the model of views on marked texts: which words are cues, where what they attribute begins and ends. Averaged perceptrons;
// the two rankers learn from every attribution, the cues only where no rule of speech has found a saying, as it is used.

import { type AveragedWeights, Perceptron } from "../../src/learn/perceptron.js";
import type { Range } from "../../src/model/span.js";
import type { Ground } from "../../src/read/attribution/ground.js";
import { firstFrom } from "../../src/read/attribution/places.js";
import { type Arcs, arcsOf } from "../../src/read/attribution/views/arcs.js";
import { cueFeatures, endFeatures, mostFeatures, startFeatures } from "../../src/read/attribution/views/features.js";
import { canTell, endsOf, type Start, startsOf } from "../../src/read/attribution/views/places.js";
import { takenBy } from "../../src/read/attribution/views/views.js";
import type { RawAttribution } from "../../src/read/draft.js";
import { randomOf, shuffled } from "./random.js";

/** A text as it is read, and what is marked in it, in UTF-16 units. */
export type Lesson = {
  readonly ground: Ground;
  readonly found: readonly RawAttribution[];
  readonly marked: readonly { readonly cue: readonly Range[]; readonly content: readonly Range[] }[];
};

/** One choice to learn: the features of each possibility, and which is right. */
type Choice = { readonly options: readonly Int32Array[]; readonly right: number };
type Sample = { readonly features: Int32Array; readonly yes: boolean };
export type Samples = {
  readonly cues: readonly Sample[];
  readonly starts: readonly Choice[];
  readonly ends: readonly Choice[];
  readonly lemmas: ReadonlySet<string>;
};

const buffer = new Int32Array(mostFeatures);
const made = (count: number): Int32Array => buffer.slice(0, count);

/** Tokens that lie in `ranges`. */
function tokensIn(ground: Ground, ranges: readonly Range[]): number[] {
  return ranges.flatMap(({ start, end }) => {
    const places: number[] = [];
    for (let i = firstFrom(ground.tokens, start); (ground.tokens[i]?.start ?? end) < end; i++) places.push(i);
    return places;
  });
}

/** The token of a cue that the tree hangs its other words on: the last such verb, else the last of the others. */
function cueHead(ground: Ground, places: readonly number[]): number {
  const inside = new Set(places);
  const verbs = places.filter((i) => ground.tokens[i]?.upos === "VERB");
  const top = places.filter((i) => {
    const token = ground.tokens[i];
    return token && canTell(token) && !inside.has(token.head);
  });
  return verbs.at(-1) ?? top.at(-1) ?? -1;
}

type Marked = { readonly cue: number; readonly from: number; readonly second: number; readonly to: number };

/** Cue and place of what is marked, in tokens; null where no token can be the cue. */
function markedAt(ground: Ground, { cue, content }: Lesson["marked"][number]): Marked | null {
  const head = cueHead(ground, tokensIn(ground, cue));
  const places = tokensIn(ground, content);
  while (places.length > 0 && ground.tokens[places.at(-1) as number]?.upos === "PUNCT") places.pop();
  const [from, last] = [places[0], places.at(-1)];
  if (head < 0 || from === undefined || last === undefined) return null;
  const second = places.find((i) => i > head) ?? -1;
  return { cue: head, from, second: from < head && second >= 0 ? second : -1, to: last + 1 };
}

/** Index of the start that begins as marked, or -1. */
const rightStart = (starts: readonly Start[], { from, second, cue }: Marked): number =>
  starts.findIndex((start) =>
    second >= 0
      ? start.at === from && start.second === second
      : start.at === from && start.second < 0 && (from > cue || start.way === "subject"),
  );

function choicesOf(ground: Ground, arcs: Arcs, marked: Marked): { start: Choice | null; end: Choice | null } {
  const starts = startsOf(ground, arcs, marked.cue);
  const right = rightStart(starts, marked);
  const chosen = starts[right];
  if (!chosen) return { start: null, end: null };
  const options = starts.map((start, order) => made(startFeatures(ground, arcs, marked.cue, start, order, buffer)));
  const ends = endsOf(ground, arcs, chosen.second >= 0 ? chosen.second : chosen.at);
  const rightEnd = chosen.way === "subject" ? -1 : ends.indexOf(marked.to);
  const endOptions = ends.map((end) => made(endFeatures(ground, arcs, marked.cue, chosen, end, buffer)));
  return { start: { options, right }, end: rightEnd < 0 ? null : { options: endOptions, right: rightEnd } };
}

/** What the lessons teach. */
export function samplesOf(lessons: readonly Lesson[]): Samples {
  const counts = new Map<string, number>();
  const [cues, starts, ends]: [Sample[], Choice[], Choice[]] = [[], [], []];
  const per = lessons.map(({ ground, found, marked }) => {
    const at = marked.flatMap((each) => markedAt(ground, each) ?? []);
    for (const { cue } of at) {
      const lemma = ground.tokens[cue]?.lemma ?? "";
      counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
    }
    return { ground, found, marked, at };
  });
  const lemmas = new Set(
    [...counts].filter(([lemma, count]) => count >= 2 && /^\p{L}/u.test(lemma)).map(([lemma]) => lemma),
  );
  for (const { ground, found, marked, at } of per) {
    const arcs = arcsOf(ground.tokens);
    const taken = takenBy(ground, found);
    const yes = new Set<number>();
    for (const each of at) {
      const { start, end } = choicesOf(ground, arcs, each);
      if (start) starts.push(start);
      if (end) ends.push(end);
      if (start) yes.add(each.cue);
    }
    const inside = new Set(
      marked.flatMap(({ content, cue }) => [...tokensIn(ground, content), ...tokensIn(ground, cue)]),
    );
    for (const token of ground.tokens) {
      const positive = yes.has(token.index);
      if (taken[token.index] === 1 || !canTell(token) || !lemmas.has(token.lemma)) continue;
      if (!positive && inside.has(token.index)) continue;
      cues.push({ features: made(cueFeatures(ground, arcs, token.index, buffer)), yes: positive });
    }
  }
  return { cues, starts, ends, lemmas };
}

const scoreOf = (model: Perceptron, features: Int32Array, scores: Float32Array): number => {
  scores.fill(0);
  model.score(features, features.length, scores);
  return (scores[1] as number) - (scores[0] as number);
};

/** A classifier: an error is also what is right by less than `margin`. */
export function trainCues(samples: readonly Sample[], epochs: number, seed: number, margin: number): AveragedWeights {
  const model = new Perceptron(2, 2);
  const random = randomOf(seed);
  const scores = new Float32Array(2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, yes } of shuffled(samples, random)) {
      model.tick();
      const score = scoreOf(model, features, scores);
      if (yes ? score < margin : score > -margin) model.learn(features, features.length, yes ? 1 : 0, yes ? 0 : 1);
    }
  }
  return model.averaged();
}

/** A ranker: the best of the wrong ones goes down, the right one up. */
export function trainChoices(choices: readonly Choice[], epochs: number, seed: number): AveragedWeights {
  const model = new Perceptron(2, 2);
  const random = randomOf(seed);
  const scores = new Float32Array(2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { options, right } of shuffled(choices, random)) {
      model.tick();
      let [best, most] = [right, Number.NEGATIVE_INFINITY];
      for (const [index, features] of options.entries()) {
        const score = scoreOf(model, features, scores) + (index === right ? 0 : 1);
        if (score > most) [best, most] = [index, score];
      }
      const [good, bad] = [options[right], options[best]];
      if (best === right || !good || !bad) continue;
      model.learn(good, good.length, 1, 0);
      model.learn(bad, bad.length, 0, 1);
    }
  }
  return model.averaged();
}
