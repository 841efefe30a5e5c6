// Series: the rounds of one dialogue, in order. Rounds that the reports number, and rounds that one report sums up
// ("three rounds from Monday to Thursday") where exactly so many meetings fit; meetings that merely lie close are none.
import { boundsOf, type DayBounds } from "../model/edtf.js";
import type { ActorId, EventId } from "../model/ids.js";
import type { Event, Series } from "../model/record.js";
import { wordsOf } from "../text/shingles.js";
import { fillTemplate } from "./event-label.js";
import type { EventLine } from "./event-lines.js";
import { idMaker } from "./ids.js";
import { wordsIn } from "./input.js";
import type { Parties } from "./parties.js";
import { isEncounter, type Telling } from "./tellings.js";
import type { LinkWords } from "./words.js";

type Round = {
  readonly event: Event;
  readonly days: DayBounds;
  readonly parties: ReadonlySet<ActorId>;
  readonly line: EventLine;
};

const longestPause = 400; // days between two numbered rounds of one dialogue

/** The parties of an event: those of its participants, and those that meet in a joint body. */
export function partiesIn(event: Event, parties: Parties): ReadonlySet<ActorId> {
  return new Set(
    event.participants.flatMap(({ actor }) =>
      parties.jointOf(actor).length > 0 ? parties.jointOf(actor) : [parties.partyOf(actor)],
    ),
  );
}

function roundsOf(lines: readonly EventLine[], parties: Parties): Round[] {
  return lines
    .flatMap((line): Round[] => {
      const { event } = line;
      const fits =
        isEncounter(event.kind) && event.date !== null && event.plan?.fate !== "moved" && event.status !== "cancelled";
      return fits && event.date !== null
        ? [{ event, days: boundsOf(event.date), parties: partiesIn(event, parties), line }]
        : [];
    })
    .filter(({ days }) => Number.isFinite(days.first) && Number.isFinite(days.last))
    .sort((a, b) => a.days.first - b.days.first || a.days.last - b.days.last || (a.event.id < b.event.id ? -1 : 1));
}

const sumsUp = ({ line }: Round): boolean => line.tellings.some(({ mention }) => mention.sums !== null);

/** Whose round it is: its parties; where none are told, those of the only dialogue that has numbered rounds. */
function sidesKey(round: Round, keys: ReadonlySet<string>): string {
  const own = [...round.parties].sort().join("+");
  const [only] = keys;
  if (round.parties.size < 2) return keys.size === 0 ? "" : keys.size === 1 && only !== undefined ? only : own;
  // A round with a mediator beside its sides is one of theirs.
  const within = [...keys].filter((key) => key.split("+").every((party) => round.parties.has(party as ActorId)));
  return within.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? own;
}

/** Whether a report tells a round by a noun of the dialogue: "talks", "negotiations". */
const isTalks = ({ line }: Round, nouns: ReadonlySet<string>): boolean =>
  line.tellings.some(({ input, mention }) => wordsOf(wordsIn(input, mention.trigger)).some((word) => nouns.has(word)));

/** A chain with talks of its sides told without their number: at a round's own date, or for a later day in the place of one that lapsed. */
function withUnnumbered(
  chain: readonly Round[],
  key: string,
  rounds: readonly Round[],
  nouns: ReadonlySet<string>,
): Round[] {
  const open = rounds.filter(
    (other) => other.event.kind === "meeting" && other.event.round === null && !chain.includes(other) && !sumsUp(other),
  );
  return chain.flatMap((round, index) => {
    const next = chain[index + 1]?.days.first ?? Number.POSITIVE_INFINITY;
    const bare = open.filter(({ event, parties }) => parties.size === 0 && event.date === round.event.date);
    const own = open.filter((other) => [...other.parties].sort().join("+") === key && isTalks(other, nouns));
    const same = own.filter(({ event }) => event.date === round.event.date);
    const later = own.filter(({ days }) => days.first > round.days.last && days.last < next);
    const instead = round.event.plan?.fate === "lapsed" && later.length === 1 ? later : [];
    return [
      round,
      ...bare.filter((other) => isTalks(other, nouns) || other.days.last - other.days.first > 1),
      ...same,
      ...instead,
    ];
  });
}

/** Rounds of the same parties whose numbers go up with their dates. */
function numbered(rounds: readonly Round[], nouns: ReadonlySet<string>): Round[][] {
  const told = rounds.filter((round) => round.event.round !== null && !sumsUp(round));
  const sides = told.filter(({ parties }) => parties.size > 1).map(({ parties }) => [...parties].sort());
  const isLeast = (key: readonly ActorId[]): boolean =>
    !sides.some((other) => other.length < key.length && other.every((party) => key.includes(party)));
  const keys = new Set(sides.filter(isLeast).map((key) => key.join("+")));
  const byParties = new Map<string, Round[][]>();
  for (const round of told) {
    const key = sidesKey(round, keys);
    const chains = byParties.get(key) ?? [];
    const last = chains.at(-1)?.at(-1);
    const goesOn =
      last && (last.event.round ?? 0) < (round.event.round ?? 0) && round.days.first - last.days.last <= longestPause;
    // A round that was planned for an earlier day gives its place to the one that was held.
    const replaces = last && last.event.round === round.event.round && last.event.status !== "happened";
    if (replaces) chains.at(-1)?.splice(-1, 1, round);
    else if (goesOn) chains.at(-1)?.push(round);
    else chains.push([round]);
    byParties.set(key, chains);
  }
  return [...byParties.entries()].flatMap(([key, chains]) =>
    chains.map((chain) => withUnnumbered(withGapsFilled(chain, key, rounds), key, rounds, nouns)),
  );
}

/** A chain with the rounds that its numbers skip, where exactly so many meetings of its parties lie between. */
function withGapsFilled(chain: readonly Round[], key: string, rounds: readonly Round[]): Round[] {
  return chain.flatMap((round, index) => {
    const before = chain[index - 1];
    const missing = before ? (round.event.round ?? 0) - (before.event.round ?? 0) - 1 : 0;
    if (!before || missing < 1) return [round];
    const between = rounds.filter((other) => {
      const inside = before.days.last < other.days.first && other.days.last < round.days.first;
      const same = key === "" ? other.parties.size > 1 : [...other.parties].sort().join("+") === key;
      return inside && same && other.event.round === null && other.event.status === "happened" && !sumsUp(other);
    });
    return between.length === missing ? [...between, round] : [round];
  });
}

/** Whether a report tells a round as one more of its kind ("are to meet again"). */
function isAgain({ line }: Round, again: ReadonlySet<string>): boolean {
  return line.tellings.some(({ input, mention }) => {
    const home = input.reading.sentences.find(
      ({ start, end }) => start <= mention.trigger.start && mention.trigger.start < end,
    );
    if (!home) return false;
    const near = { start: mention.trigger.start, end: Math.min(home.end, mention.trigger.end + nearAgain) };
    return wordsOf(wordsIn(input, near)).some((word) => again.has(word));
  });
}

/** Characters behind the verb within which "again" belongs to it. */
const nearAgain = 24;

/** The round before `round` that it is one more of: of the same people, or, where a side is named by nobody, told last before it in its report. */
function beforeAgain(round: Round, rounds: readonly Round[]): Round | null {
  const earlier = rounds.filter(
    (other) =>
      other !== round &&
      !sumsUp(other) &&
      other.event.kind === "meeting" &&
      other.days.last < round.days.first &&
      round.days.first - other.days.last <= longestPause,
  );
  const people = (one: Round): string =>
    one.event.participants
      .map(({ actor }) => actor)
      .sort()
      .join("+");
  if (round.event.participants.length > 1) {
    const same = earlier.filter((other) => people(other) === people(round));
    return same.at(-1) ?? null;
  }
  const inReport = round.line.tellings.flatMap(({ doc, mention }) =>
    earlier.flatMap((other) =>
      other.line.tellings
        .filter((told) => told.doc === doc && told.mention.start < mention.start)
        .map((told) => ({ other, at: told.mention.start, gap: mention.start - told.mention.start })),
    ),
  );
  return inReport.sort((a, b) => a.gap - b.gap)[0]?.other ?? null;
}

/** Chains of meetings that reports tell as one more of their kind. */
function repeated(rounds: readonly Round[], again: ReadonlySet<string>): Round[][] {
  const chains: Round[][] = [];
  for (const round of rounds) {
    if (round.event.kind !== "meeting" || sumsUp(round) || !isAgain(round, again)) continue;
    const before = beforeAgain(round, rounds);
    if (!before) continue;
    const chain = chains.find((known) => known.includes(before));
    if (chain) chain.push(round);
    else chains.push([before, round]);
  }
  return chains;
}

type HubRounds = { readonly own: number; readonly chosen: readonly Round[] };

/** Of a sum's candidates those of one party with each of the others; a meeting of one of the others alone fills a gap. */
function roundsOfHub(among: readonly Round[], sum: Round, hub: ActorId): HubRounds {
  const own = among.filter(({ parties }) => parties.has(hub) && parties.size > 1);
  const met = new Set(own.flatMap(({ parties }) => [...parties]));
  const gaps = [...sum.parties].filter((party) => !met.has(party));
  const alone = gaps.flatMap((party) => {
    const its = among.filter(
      ({ parties }) => parties.has(party) && [...parties].every((other) => other === party || !sum.parties.has(other)),
    );
    return its.length === 1 ? its : [];
  });
  return { own: own.length, chosen: among.filter((round) => own.includes(round) || alone.includes(round)) };
}

/** The meetings that a report sums up: those of its parties inside its time, or those that it tells next, if they are just so many. */
function summed(sum: Round, rounds: readonly Round[], parties: Parties): Round[] {
  const telling = sum.line.tellings.find(({ mention }) => mention.sums !== null);
  const count = telling?.mention.sums;
  if (!telling || !count || count < 2) return [];
  const among = rounds.filter((round) => {
    const inside = sum.days.first <= round.days.first && round.days.last <= sum.days.last;
    const shares = sum.parties.size === 0 || [...round.parties].some((party) => sum.parties.has(party));
    return (
      round !== sum &&
      !sumsUp(round) &&
      inside &&
      shares &&
      round.event.status === "happened" &&
      round.event.kind === "meeting"
    );
  });
  const sums = sum.line.tellings.filter(({ mention }) => mention.sums !== null);
  const agents = new Set(sums.flatMap((one) => [...one.agents].map(parties.partyOf)));
  const hubs = agents.size === 1 ? [...agents] : [...sum.parties];
  const fits = hubs.map((hub) => roundsOfHub(among, sum, hub)).filter(({ chosen }) => chosen.length === count);
  const most = Math.max(0, ...fits.map(({ own }) => own));
  const [first, ...others] = fits.filter(({ own }) => own === most);
  if (first && others.every(({ chosen }) => chosen.every((round) => first.chosen.includes(round))))
    return [...first.chosen];
  return toldNext(telling, among, count);
}

/** The meetings that a report tells in the paragraph of its sum, behind it, if they are just so many. */
function toldNext(telling: Telling, among: readonly Round[], count: number): Round[] {
  const paragraphOf = (at: number): number | undefined =>
    telling.input.reading.sentences.find(({ start, end }) => start <= at && at < end)?.paragraph;
  const own = paragraphOf(telling.mention.start);
  const next = among.filter(({ line }) =>
    line.tellings.some(
      ({ doc, mention }) =>
        doc === telling.doc && mention.start > telling.mention.start && paragraphOf(mention.start) === own,
    ),
  );
  return next.length === count ? next : [];
}

/** All series, by their first round. A series that lies within another is left out. */
export function linkSeries(lines: readonly EventLine[], parties: Parties, words: LinkWords): Series[] {
  const rounds = roundsOf(lines, parties);
  const found = [
    ...numbered(rounds, words.dialogueNouns),
    ...repeated(rounds, words.again),
    ...rounds.filter(sumsUp).map((sum) => summed(sum, rounds, parties)),
  ].filter((chain) => chain.length > 1);
  const idsOf = (chain: readonly Round[]): EventId[] => chain.map(({ event }) => event.id);
  const whole = found.filter(
    (chain, index) =>
      !found.some((other, at) => {
        const holds = chain.every((round) => other.includes(round));
        return at !== index && holds && (other.length > chain.length || at < index);
      }),
  );
  const makeId = idMaker("r");
  whole.sort(
    (a, b) => (a[0]?.days.first ?? 0) - (b[0]?.days.first ?? 0) || (idsOf(a).join() < idsOf(b).join() ? -1 : 1),
  );
  return whole.map((chain): Series => {
    const names = [...new Set(chain.flatMap(({ parties: sides }) => [...sides]))].map(
      (id) => parties.actor(id)?.name ?? id,
    );
    const label = fillTemplate(
      words.seriesLabel,
      new Map([
        ["parties", names.join("–")],
        ["count", String(chain.length)],
      ]),
    );
    return {
      id: makeId(chain.flatMap(({ event }) => event.reports.map(({ span }) => span))),
      label,
      events: idsOf(chain),
    };
  });
}
