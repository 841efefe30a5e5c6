// Actors: which of the gold's surface forms are found, whether those of one actor are held together and those of two apart.
import type { ActorId } from "../../../src/model/ids.js";
import type { ParleyRecord } from "../../../src/model/record.js";
import { f1Of, type Measured, shareOf } from "../figures.js";
import { plainName } from "../folding.js";
import type { GoldCorpus } from "./corpus.js";

/** The gold's actor for one of the record, as a key: "?" and the id where it stands for none. */
export type ToGold = (actor: ActorId) => string;

export type ActorMap = {
  readonly goldOf: ReadonlyMap<string, string>;
  readonly readOf: ReadonlyMap<string, ActorId>;
  readonly standsFor: ReadonlyMap<ActorId, string>;
};

/** The gold actor that most of the surface forms name (the first of several). */
function mostNamed(forms: readonly string[], goldOf: ReadonlyMap<string, string>): string | null {
  const votes = new Map<string, number>();
  for (const form of forms) {
    const gold = goldOf.get(plainName(form));
    if (gold !== undefined) votes.set(gold, (votes.get(gold) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Surface forms of gold and record, and which gold actor each actor of the record stands for. */
export function mapActors(corpus: GoldCorpus, record: ParleyRecord): ActorMap {
  const goldOf = new Map(
    corpus.actors.flatMap((actor) =>
      [actor.name, ...(actor.aliases ?? [])].map((form) => [plainName(form), actor.id] as const),
    ),
  );
  const readOf = new Map<string, ActorId>();
  const standsFor = new Map<ActorId, string>();
  for (const actor of record.actors) {
    const forms = [actor.name, ...actor.aliases];
    for (const form of forms.map(plainName)) if (!readOf.has(form)) readOf.set(form, actor.id);
    const gold = mostNamed(forms, goldOf);
    if (gold !== null) standsFor.set(actor.id, gold);
  }
  return { goldOf, readOf, standsFor };
}

/** How an actor of the record is named in the gold. */
export const toGoldOf =
  (map: ActorMap): ToGold =>
  (actor) =>
    map.standsFor.get(actor) ?? `?${actor}`;

type FormPair = {
  readonly words: string;
  readonly together: boolean;
  readonly readTogether: boolean;
  readonly bothRead: boolean;
};

function formPairs(map: ActorMap): readonly FormPair[] {
  const forms = [...map.goldOf];
  return forms.flatMap(([one, gold], i) =>
    forms.slice(i + 1).map(([other, otherGold]) => {
      const [a, b] = [map.readOf.get(one), map.readOf.get(other)];
      return {
        words: `${one} | ${other}`,
        together: gold === otherGold,
        readTogether: a !== undefined && a === b,
        bothRead: a !== undefined && b !== undefined,
      };
    }),
  );
}

const pairMiss = (pair: FormPair): readonly string[] => {
  if (pair.readTogether && !pair.together) return [`actors wrongly merged: ${pair.words}`];
  if (pair.together && !pair.readTogether && pair.bothRead) return [`actors wrongly apart: ${pair.words}`];
  return [];
};

export function measureActors(corpus: GoldCorpus, record: ParleyRecord, map: ActorMap): Measured {
  const optional = new Set(corpus.actors.filter((actor) => actor.optional).map((actor) => actor.id));
  const needed = [...map.goldOf].filter(([, gold]) => !optional.has(gold)).map(([form]) => form);
  const missing = needed.filter((form) => !map.readOf.has(form));
  const pairs = formPairs(map);
  const count = (test: (pair: FormPair) => boolean): number => pairs.filter(test).length;
  const mapped = record.actors.filter((actor) => map.standsFor.has(actor.id));
  const kinds = new Map(corpus.actors.toReversed().map((actor) => [actor.id, actor.kind]));
  return {
    figures: [
      shareOf("actors: surface forms found", needed.length - missing.length, needed.length),
      f1Of(
        "actors: surface forms grouped (pairwise)",
        count((p) => p.together && p.readTogether),
        count((p) => p.readTogether),
        count((p) => p.together),
      ),
      shareOf(
        "actors: kind",
        mapped.filter((actor) => kinds.get(map.standsFor.get(actor.id) ?? "") === actor.kind).length,
        mapped.length,
      ),
    ],
    misses: [...missing.map((form) => `actor form not found: ${form}`), ...pairs.flatMap(pairMiss)],
  };
}
