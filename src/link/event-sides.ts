// The side that a report leaves out because every reader knows it: in a dossier on two parties an offer of one goes to the other, and
// "the third round" is theirs. Only where one pair of parties leads clearly; each line so completed says it in its `why`.
import type { ActorId } from "../model/ids.js";
import type { Event } from "../model/record.js";
import type { EventKind } from "../model/words.js";
import type { Parties } from "./parties.js";
import type { Telling } from "./tellings.js";

type Line = { readonly event: Event; readonly tellings: readonly Telling[] };
type Pair = readonly [ActorId, ActorId];

/** Events of both that a pair needs, and how far it must lead. */
const leastTold = 3;
const clearLead = 1.5;

/** What one side does to the other, though a report names only the one. */
const twoSided: ReadonlySet<EventKind> = new Set(["proposal", "agreement"] as const);

const partiesIn = (event: Event, parties: Parties): ActorId[] => [
  ...new Set(event.participants.map(({ actor }) => parties.partyOf(actor))),
];

/** The two parties that most events have together; null where none leads. */
function mainPair(lines: readonly Line[], parties: Parties): Pair | null {
  const counts = new Map<string, { readonly pair: Pair; count: number }>();
  for (const { event } of lines) {
    const sides = partiesIn(event, parties)
      .filter((id) => ["state", "organization"].includes(parties.actor(id)?.kind ?? ""))
      .sort();
    for (const [at, a] of sides.entries())
      for (const b of sides.slice(at + 1)) {
        const known = counts.get(`${a}|${b}`);
        if (known) known.count++;
        else counts.set(`${a}|${b}`, { pair: [a, b], count: 1 });
      }
  }
  const [best, second] = [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.pair.join() < b.pair.join() ? -1 : 1),
  );
  return best && best.count >= leastTold && best.count >= clearLead * (second?.count ?? 0) ? best.pair : null;
}

/** A round of the dialogue itself: numbered, or told as talks or negotiations. */
const isRound = ({ event, tellings }: Line, dialogue: ReadonlySet<string>): boolean =>
  event.kind === "meeting" &&
  (event.round !== null ||
    tellings.some(({ input, mention }) =>
      input.document.text
        .slice(mention.trigger.start, mention.trigger.end)
        .toLowerCase()
        .split(/[^a-z]+/)
        .some((word) => dialogue.has(word)),
    ));

const why = { rule: "events/the other side of the dossier's main pair", score: 0.6 } as const;

/** The lines with the side that is left out. `dialogue`: nouns that name the dialogue itself. */
export function withSides<L extends Line>(lines: readonly L[], parties: Parties, dialogue: ReadonlySet<string>): L[] {
  const pair = mainPair(lines, parties);
  if (!pair) return [...lines];
  return lines.map((line) => {
    const { event } = line;
    const sides = partiesIn(event, parties);
    const [one] = sides;
    const missing = pair.filter((id) => !sides.includes(id));
    const isHalf = twoSided.has(event.kind) && sides.length === 1 && one !== undefined && pair.includes(one);
    const isOpen = sides.length === 0 && isRound(line, dialogue);
    const persons = event.participants.some(({ actor }) => parties.actor(actor)?.kind === "person");
    if ((!isHalf && !isOpen) || (persons && !isHalf)) return line;
    const role = isHalf ? ("target" as const) : ("participant" as const);
    const participants = [...event.participants, ...missing.map((actor) => ({ actor, role }))];
    return { ...line, event: { ...event, participants, why: [...event.why, why] } };
  });
}
