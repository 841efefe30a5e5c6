// What linking compares: one telling of an event, with the actors of the record and the parties that they speak for.
import { boundsOf, type DayBounds, dayNumber } from "../model/edtf.js";
import type { ActorId, StatementId } from "../model/ids.js";
import type { EventMention, Retelling } from "../model/reading.js";
import type { EventKind, ParticipantRole } from "../model/words.js";
import { plainName } from "./compare-names.js";
import { type Bag, bagOf } from "./compare-words.js";
import { type ActorOf, type Corpus, type LinkInput, wordsIn } from "./input.js";
import { mainPairOf, type Pair } from "./main-pair.js";
import type { Parties } from "./parties.js";

type Party = { readonly actor: ActorId; readonly role: ParticipantRole };
export type Telling = {
  readonly doc: number;
  readonly index: number;
  readonly input: LinkInput;
  readonly mention: EventMention;
  readonly family: string;
  readonly participants: readonly Party[];
  readonly byPronoun: boolean; // those who take part are only told as "they"
  readonly persons: ReadonlySet<ActorId>;
  readonly parties: ReadonlySet<ActorId>; // states and organizations behind the participants
  readonly agents: ReadonlySet<ActorId>;
  readonly agentParties: ReadonlySet<ActorId>;
  readonly days: DayBounds | null; // of the told date
  readonly window: DayBounds | null; // undated news: about when its report was published
  readonly around: ReadonlySet<ActorId>; // states and organizations that the report is about: all that it names
  readonly place: string | null; // plain form
  readonly object: Bag; // stems of what is proposed, published, rejected …
  readonly words: Bag; // stems of the clause
  readonly statement: StatementId | null; // in whose words it is told
  readonly like: readonly string[]; // of a retelling: beginnings of words of which one must stand in its event
  readonly actorIdOf: (local: number) => ActorId | null;
};

/** Whether a telling only names an event again: it shows where the event is told and says nothing of what it was. */
export const onlyNames = ({ mention }: Telling): boolean => mention.why.rule.startsWith("retold/");

/** Kinds that one event may be told as. */
const families: Partial<Record<EventKind, string>> = {
  ratification: "decision",
  vote: "decision",
  decision: "decision",
  appeal: "statement",
  threat: "statement",
};
export const familyOf = (kind: EventKind): string => families[kind] ?? kind;

/** Kinds in which two sides meet: the persons or parties that come together are the event. */
export const isEncounter = (kind: EventKind): boolean => kind === "meeting" || kind === "call" || kind === "visit";

const daysBefore = 4;
const daysAhead = 60;

/** An undated telling of fresh news happened a few days before the report, or is planned for the weeks after it. */
function windowOf(input: LinkInput, mention: EventMention): DayBounds | null {
  const { published } = input.document;
  const isBackground = input.reading.background.some(
    (range) => range.start <= mention.trigger.start && mention.trigger.end <= range.end,
  );
  if (published.value === null || isBackground) return null;
  const day = boundsOf(published.value).last;
  if (mention.status === "cancelled") return { first: day - daysBefore, last: day + daysAhead };
  return mention.status === "planned" ? { first: day, last: day + daysAhead } : { first: day - daysBefore, last: day };
}

export type AllTellings = { readonly tellings: Telling[]; readonly retellings: Telling[] };

/** Starts of the words of a document that only guess who is meant: "they", "the two sides". */
function guessedIn({ reading }: LinkInput): { readonly all: ReadonlySet<number>; readonly sides: ReadonlySet<number> } {
  const counts = new Map<number, number>();
  for (const { start } of reading.mentions) counts.set(start, (counts.get(start) ?? 0) + 1);
  const sides = new Set(
    reading.mentions.flatMap(({ form, start }) => (form !== "name" && (counts.get(start) ?? 0) > 1 ? [start] : [])),
  );
  const pronouns = reading.mentions.flatMap(({ form, start }) => (form === "pronoun" ? [start] : []));
  return { all: new Set([...sides, ...pronouns]), sides };
}

/** Who is meant by "both sides" where a report's own guess brings together two that nothing else does: the dossier's main pair. */
type Sides = { readonly pair: Pair | null; readonly known: ReadonlySet<string> };

/** The pairs of parties that events name together, and the pair that the dossier is about. */
function sidesOf(corpus: Corpus, actorOf: ActorOf, parties: Parties): Sides {
  const named: ActorId[] = [];
  const gatherings = corpus.flatMap((input, doc) => {
    const guessed = guessedIn(input).all;
    named.push(...input.reading.actors.flatMap((_, local) => actorOf(doc, local) ?? []));
    return input.reading.events.map(({ participants }) => [
      ...new Set(
        participants.flatMap(({ actor, evidence }) => {
          const id = guessed.has(evidence.start) ? null : actorOf(doc, actor);
          return id === null ? [] : [parties.partyOf(id)];
        }),
      ),
    ]);
  });
  const known = new Set(gatherings.flatMap((ids) => ids.flatMap((a) => ids.map((b) => `${a}|${b}`))));
  return { pair: mainPairOf(gatherings, named, parties), known };
}

/** The participants of a telling with "both sides" set right. */
function withKnownSides(
  told: readonly (Party & { readonly bySides: boolean })[],
  { pair, known }: Sides,
  parties: Parties,
): Party[] {
  const guess = told.filter(({ bySides }) => bySides);
  const ids = guess.map(({ actor }) => parties.partyOf(actor));
  const isOdd = guess.length > 1 && ids.some((a) => ids.some((b) => a !== b && !known.has(`${a}|${b}`)));
  if (!pair || !isOdd || guess.some(({ actor }) => parties.actor(actor)?.kind === "person")) return [...told];
  const role = guess[0]?.role ?? "participant";
  const rest = told.filter(({ bySides, actor }) => !bySides && !pair.includes(actor));
  return [...pair.map((actor) => ({ actor, role })), ...rest];
}

/** Tellings of all documents, in the record's order of documents and in the order of the text; and what only tells again. */
export function tellingsOf(
  corpus: Corpus,
  actorOf: ActorOf,
  statementOf: (doc: number, index: number | null) => StatementId | null,
  parties: Parties,
  stopwords: ReadonlySet<string>,
): AllTellings {
  const sides = sidesOf(corpus, actorOf, parties);
  const kindOf = (id: ActorId) => parties.actor(id)?.kind;
  const told = corpus.map((input, doc) => {
    const named = input.reading.actors.flatMap((_, local) => actorOf(doc, local) ?? []).map(parties.partyOf);
    const around = new Set(named.filter((id) => kindOf(id) === "organization" || kindOf(id) === "state"));
    const guessed = guessedIn(input);
    const tellingOf = (mention: EventMention | Retelling, index: number): Telling => {
      const named = mention.participants.flatMap(({ actor, role, evidence }) => {
        const id = actorOf(doc, actor);
        return id === null ? [] : [{ actor: id, role, bySides: guessed.sides.has(evidence.start) }];
      });
      const participants = withKnownSides(named, sides, parties).map(({ actor, role }): Party => ({ actor, role }));
      const circles = participants.map(({ actor }) => parties.circleOf(actor));
      const isParty = (id: ActorId): boolean => {
        const kind = parties.actor(id)?.kind;
        return kind === "state" || kind === "organization" || (kind === "body" && parties.partyOf(id) === id);
      };
      const agents = participants.filter(({ role }) => role === "agent").map(({ actor }) => actor);
      return {
        doc,
        index,
        input,
        mention,
        participants,
        family: familyOf(mention.kind),
        persons: new Set(participants.map(({ actor }) => actor).filter((id) => parties.actor(id)?.kind === "person")),
        parties: new Set(circles.flatMap((circle) => [...circle].filter(isParty))),
        agents: new Set(agents),
        agentParties: new Set(agents.map(parties.partyOf)),
        days: mention.date === null ? null : boundsOf(mention.date),
        window: mention.date === null ? windowOf(input, mention) : null,
        around,
        byPronoun:
          participants.length > 0 && mention.participants.every(({ evidence }) => guessed.all.has(evidence.start)),
        place: mention.place === null ? null : plainName(mention.place.name),
        object: mention.object === null ? new Set() : bagOf(wordsIn(input, mention.object), stopwords),
        words: bagOf(wordsIn(input, mention), stopwords),
        statement: statementOf(doc, mention.attribution),
        like: "like" in mention ? mention.like : [],
        actorIdOf: (local) => actorOf(doc, local),
      };
    };
    const { events, retellings = [] } = input.reading;
    return {
      tellings: events.map(tellingOf),
      // What tells again may tell what is long past.
      retellings: retellings.map((mention, index) => ({
        ...tellingOf(mention, events.length + index),
        window: null,
      })),
    };
  });
  return { tellings: told.flatMap(({ tellings }) => tellings), retellings: told.flatMap((one) => one.retellings) };
}

/** Whether a telling is of one day. */
export const isPrecise = ({ days }: Telling): boolean => days !== null && days.last - days.first < 1;

/** Months that a stretch of days touches, as "YYYY-MM" would order them; at most `most`. */
export function monthsOf(days: DayBounds, most = 14): number[] {
  const monthOf = (day: number): number => {
    const date = new Date(day * 864e5);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  const first = Number.isFinite(days.first) ? days.first : Math.max(days.last - 31, dayNumber(1900, 1, 1));
  const last = Number.isFinite(days.last) ? days.last : first + 31;
  const months: number[] = [];
  for (let month = monthOf(first); month <= monthOf(last) && months.length < most; month++) months.push(month);
  return months;
}
