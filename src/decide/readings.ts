// Decisions on what one document says: its statements, and which of its mentions name another actor than the reader took.
// Each gives the changed reading, or a sentence that says why there was nothing to change.
import type { Action, Pointed } from "../model/decision.js";
import type { Document } from "../model/document.js";
import type { Attribution, LocalActor, Reading } from "../model/reading.js";
import { overlaps, type Range } from "../model/span.js";
import { without } from "./prune.js";

export type Input = { readonly document: Document; readonly reading: Reading };
type Of<Kind extends Action["kind"]> = Extract<Action, { kind: Kind }>;
export type InReading = Of<
  "reject-statement" | "attribute-statement" | "date-statement" | "add-statement" | "split-actor"
>;
/** The mention or the actor that words name in another document: who is brought in from there. */
export type Elsewhere = (pointed: Pointed) => LocalActor | null;

/** How much two stretches share of what they cover together: 0 apart, 1 the same. */
export function likeness(a: Range, b: Range): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** The index of the one line that is most like a range; null where none is near it, or two are equally near. */
export function nearest<T>(
  lines: readonly T[],
  rangesOf: (line: T) => readonly Range[],
  range: Range,
  least = 0.3,
): number | null {
  const scored = lines
    .map((line, index) => ({ index, score: Math.max(0, ...rangesOf(line).map((own) => likeness(own, range))) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const [best, second] = scored;
  return !best || (second && second.score === best.score) ? null : best.index;
}

const rangesOf = ({ content, cue, source }: Attribution): readonly Range[] =>
  content.length > 0 ? content : [cue, source].filter((range) => range !== null);

/** The index of the attribution that words point at. */
const attributionAt = ({ attributions }: Reading, { span }: Pointed): number | null =>
  nearest(attributions, rangesOf, span);

/** The local actor that words name. */
export function actorAt({ mentions }: Reading, { span }: Pointed): number | null {
  const named = mentions.filter(({ actor }) => actor !== null);
  const at = nearest(named, (mention) => [mention], span, 0.4);
  return at === null ? null : (named[at]?.actor ?? null);
}

/** A reading with the actor that words name, and its index in it. */
function withActor(input: Input, pointed: Pointed, elsewhere: Elsewhere): { reading: Reading; actor: number } | null {
  const { document, reading } = input;
  if (pointed.span.doc === document.id) {
    const actor = actorAt(reading, pointed);
    return actor === null ? null : { reading, actor };
  }
  const guest = elsewhere(pointed);
  if (guest === null) return null;
  const same = reading.actors.findIndex((own) =>
    guest.key === null ? own.key === null && own.name === guest.name && own.kind === guest.kind : own.key === guest.key,
  );
  if (same >= 0) return { reading, actor: same };
  const actors = [...reading.actors, { ...guest, roles: [], memberOf: [] }];
  return { reading: { ...reading, actors }, actor: actors.length - 1 };
}

type Speakers = { readonly reading: Reading; readonly speakers: readonly number[]; readonly source: Range | null };

/** The speakers that words name; null where one names nobody. */
function speakersOf(input: Input, pointed: readonly Pointed[], elsewhere: Elsewhere): Speakers | null {
  let { reading } = input;
  const speakers: number[] = [];
  for (const one of pointed) {
    const found = withActor({ ...input, reading }, one, elsewhere);
    if (!found) return null;
    reading = found.reading;
    if (!speakers.includes(found.actor)) speakers.push(found.actor);
  }
  const here = pointed.find(({ span }) => span.doc === input.document.id)?.span;
  return { reading, speakers, source: here ? { start: here.start, end: here.end } : null };
}

const replacedAt = <T>(lines: readonly T[], at: number, line: T): T[] =>
  lines.map((one, index) => (index === at ? line : one));

const nobody = "the words of a speaker name nobody there";
const noStatement = "no statement, or more than one, stands at these words";

/** What a statement's speaker holds in it is held by the new speaker. */
function attributed(input: Input, at: number, action: Of<"attribute-statement">, by: string, elsewhere: Elsewhere) {
  const old = input.reading.attributions[at];
  const found = speakersOf(input, action.speakers, elsewhere);
  if (!old || !found) return nobody;
  const { reading, speakers, source } = found;
  const [holder] = speakers;
  return {
    ...reading,
    attributions: replacedAt(reading.attributions, at, {
      ...old,
      speakers,
      source: source ?? old.source,
      decidedBy: by,
    }),
    stances: reading.stances.flatMap((stance) => {
      if (stance.attribution !== at || stance.by.length > 0 || !old.speakers.includes(stance.actor)) return [stance];
      return holder === undefined ? [] : [{ ...stance, actor: holder }];
    }),
  };
}

const quoted = /^["“”„«‘’']/u;

/** A statement that was missed. */
function added({ document }: Input, { on, date }: Of<"add-statement">, found: Speakers, by: string): Reading {
  const content = on.map(({ span: { start, end } }) => ({ start, end })).sort((a, b) => a.start - b.start);
  const [first] = content;
  const direct = content.every(
    ({ start, end }) => quoted.test(document.text.charAt(start - 1)) && quoted.test(document.text.charAt(end)),
  );
  const statement: Attribution = {
    speakers: found.speakers,
    source: found.source,
    cue: null,
    cueLemma: null,
    mode: "speech",
    content,
    kind: direct ? "direct" : "indirect",
    negated: false,
    refusal: false,
    within: null,
    via: [],
    addressee: null,
    channel: null,
    date: date === null || !first ? null : { value: date, evidence: first },
    headline: false,
    why: { rule: "decision", score: null },
    decidedBy: by,
  };
  return { ...found.reading, attributions: [...found.reading.attributions, statement] };
}

/** The mentions with these very words name an actor of their own, who spoke and acted where these words tell it. */
function apart(input: Input, on: readonly Pointed[]): Reading | string {
  const { document, reading } = input;
  const [first] = on;
  const local = first ? actorAt(reading, first) : null;
  const old = local === null ? undefined : reading.actors[local];
  if (!first || local === null || !old) return "nobody is named at these words";
  const forms = new Set(on.map(({ words }) => words.replace(/\s+/g, " ")));
  const goes = (range: Range): boolean =>
    forms.has(document.text.slice(range.start, range.end).replace(/\s+/g, " ")) ||
    on.some(({ span }) => likeness(span, range) >= 0.9);
  const going = reading.mentions.filter((mention) => mention.actor === local && goes(mention));
  const stays = reading.mentions.some(
    (mention) => mention.actor === local && (mention.form === "name" || mention.form === "epithet") && !goes(mention),
  );
  if (!stays) return reading; // all that names it here is the other one: linking sets it apart as a whole
  const fresh = reading.actors.length;
  const moved = (actor: number, range: Range | null): number =>
    actor === local && range !== null && going.some((mention) => overlaps(mention, range)) ? fresh : actor;
  const [name = old.name] = [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return {
    ...reading,
    actors: [
      ...reading.actors.map((actor, index) =>
        index === local ? { ...actor, forms: actor.forms.filter((form) => !forms.has(form)) } : actor,
      ),
      { ...old, name, key: null, forms: [...forms].sort(), roles: [], memberOf: [] },
    ],
    mentions: reading.mentions.map((mention) => (going.includes(mention) ? { ...mention, actor: fresh } : mention)),
    attributions: reading.attributions.map((one) => ({
      ...one,
      speakers: one.speakers.map((speaker) => moved(speaker, one.source)),
    })),
    events: reading.events.map((event) => ({
      ...event,
      participants: event.participants.map((one) => ({ ...one, actor: moved(one.actor, one.evidence) })),
    })),
  };
}

/** A reading after a decision on it; else why nothing was changed. */
export function decidedReading(input: Input, action: InReading, by: string, elsewhere: Elsewhere): Reading | string {
  const { document, reading } = input;
  const on = action.on.filter(({ span }) => span.doc === document.id);
  const [first] = on;
  if (!first) return noStatement;
  if (action.kind === "split-actor") return apart(input, on);
  if (action.kind === "add-statement") {
    const found = speakersOf(input, action.speakers, elsewhere);
    return found ? added(input, action, found, by) : nobody;
  }
  const at = attributionAt(reading, first);
  const old = at === null ? undefined : reading.attributions[at];
  if (at === null || !old) return noStatement;
  if (action.kind === "reject-statement") return without(reading, { attribution: (index) => index === at });
  if (action.kind === "attribute-statement") return attributed(input, at, action, by, elsewhere);
  const [evidence] = rangesOf(old);
  const date = action.date === null || !evidence ? null : { value: action.date, evidence };
  return { ...reading, attributions: replacedAt(reading.attributions, at, { ...old, date, decidedBy: by }) };
}
