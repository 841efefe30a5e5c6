// The side that a report leaves out because every reader knows it: in a dossier on two parties an offer of one goes to the other, and
// "the third round" is theirs. Only where one pair of parties leads clearly and the report names both; each line so completed says it in its `why`.
import type { ActorId } from "../model/ids.js";
import type { Event } from "../model/record.js";
import type { EventKind } from "../model/words.js";
import { wordsOf } from "../text/shingles.js";
import { mainPairOf } from "./main-pair.js";
import type { Parties } from "./parties.js";
import type { Telling } from "./tellings.js";

type Line = { readonly event: Event; readonly tellings: readonly Telling[] };

/** What one side does to the other, though a report names only the one. */
const twoSided: ReadonlySet<EventKind> = new Set(["proposal", "agreement", "rejection", "strike"] as const);
/** Rules of events.txt and events-nouns.txt that tell an exchange between two sides. */
const exchanges = /^(?:swap|exchange)(?:\/|$)/;

const partiesIn = (event: Event, parties: Parties): ActorId[] => [
  ...new Set(event.participants.map(({ actor }) => parties.partyOf(actor))),
];

const toldBy = ({ tellings }: Line, rules: RegExp): boolean =>
  tellings.some(({ mention }) => rules.test(mention.why.rule));

/** A round of the dialogue itself: numbered, or told as talks or negotiations. */
const isRound = ({ event, tellings }: Line, dialogue: ReadonlySet<string>): boolean =>
  event.kind === "meeting" &&
  (event.round !== null ||
    tellings.some(({ input, mention }) =>
      wordsOf(input.document.text.slice(mention.trigger.start, mention.trigger.end)).some((word) => dialogue.has(word)),
    ));

/** Whether an event of which nobody is told is one of both sides: "the second round", "the offer was turned down". */
const isOpen = (line: Line, dialogue: ReadonlySet<string>): boolean =>
  twoSided.has(line.event.kind) || isRound(line, dialogue) || toldBy(line, exchanges);

const why = { rule: "events/the other side of the dossier's main pair", score: 0.6 } as const;

/** The lines with the sides that are left out. `dialogue`: nouns that name the dialogue itself. */
export function withSides<L extends Line>(lines: readonly L[], parties: Parties, dialogue: ReadonlySet<string>): L[] {
  const gatherings = lines.map(({ event }) => event.participants.map(({ actor }) => actor));
  const named = lines.flatMap(({ tellings }) => tellings.flatMap(({ around }) => [...around]));
  const pair = mainPairOf(gatherings, named, parties);
  if (!pair) return [...lines];
  return lines.map((line) => {
    const { event, tellings } = line;
    // a report that names only one of the two, or neither, may be on something else
    if (!tellings.some(({ around }) => pair.every((id) => around.has(id)))) return line;
    const sides = partiesIn(event, parties);
    const [one] = sides;
    const isHalf = twoSided.has(event.kind) && sides.length === 1 && one !== undefined && pair.includes(one);
    // A round of which only the mediator is named is one of both sides too.
    const others = event.participants.filter(({ actor }) => !pair.includes(parties.partyOf(actor)));
    const isLed = sides.length === 1 && others.length === 1 && isRound(line, dialogue);
    if (!isHalf && !(event.participants.length === 0 && isOpen(line, dialogue)) && !isLed) return line;
    const missing = pair.filter((id) => !sides.includes(id));
    const role = isHalf ? ("target" as const) : ("participant" as const);
    const participants = [...event.participants, ...missing.map((actor) => ({ actor, role }))];
    return { ...line, event: { ...event, participants, why: [...event.why, why] } };
  });
}
