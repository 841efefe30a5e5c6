// Positions: what a party, at one time, is reported to hold on an issue; what others say of it stands apart. A spokesman's
// stance is his party's. A party that rejects a thing it elsewhere demands turned round ("no expansion") demands that.
import { compareDates, type Edtf } from "../model/edtf.js";
import type { ActorId, IssueId, StatementId } from "../model/ids.js";
import type { Why } from "../model/reading.js";
import type { Issue, Position } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { Stance } from "../model/words.js";
import { idMaker } from "./ids.js";
import { type ActorOf, type Corpus, spanIn } from "./input.js";
import type { LinkedIssues } from "./issues.js";
import type { Parties } from "./parties.js";

export type StatementOf = (doc: number, index: number | null) => StatementId | null;

/** One stance of one document, with the issue, the party and the date of the record. */
export type Held = {
  readonly doc: number;
  readonly index: number; // in Reading.stances
  readonly issue: IssueId;
  readonly dispute: number;
  readonly negative: boolean;
  readonly against: boolean; // speaks of the opposite of the issue's name
  readonly actor: ActorId;
  readonly stance: Stance;
  readonly by: readonly ActorId[];
  readonly date: Edtf | null;
  readonly statement: StatementId | null;
  readonly evidence: readonly Span[];
  readonly why: Why;
};

/** The stances of all documents, by document and place. */
export function heldOf(
  corpus: Corpus,
  actorOf: ActorOf,
  statementOf: StatementOf,
  parties: Parties,
  linked: LinkedIssues,
): Held[] {
  const held = corpus.flatMap((input, doc) =>
    input.reading.stances.flatMap((stance, index): Held[] => {
      const matter = linked.matterAt(doc, index);
      const actor = actorOf(doc, stance.actor);
      if (!matter || actor === null) return [];
      const { holder: party = parties.partyOf(actor), ...about } = matter;
      const by = new Set(
        stance.by
          .flatMap((teller) => actorOf(doc, teller) ?? [])
          .filter((teller) => parties.partyOf(teller) !== parties.partyOf(actor)),
      );
      const { attributions, events } = input.reading;
      const said = stance.attribution === null ? null : (attributions[stance.attribution]?.date?.value ?? null);
      const told = stance.event === null ? null : (events[stance.event]?.date ?? null);
      const apart =
        stance.term.start >= stance.start && stance.term.end <= stance.end ? [] : [spanIn(input, stance.term)];
      return [
        {
          doc,
          index,
          ...about,
          actor: party,
          stance: stance.stance,
          by: [...by],
          date: stance.date ?? (by.size === 0 ? said : null) ?? told,
          statement: statementOf(doc, stance.attribution),
          evidence: [spanIn(input, stance), ...apart],
          why: stance.why,
        },
      ];
    }),
  );
  return turned(held);
}

const asked: ReadonlySet<Stance> = new Set<Stance>(["demands", "proposes"]);

/** By issue that is asked for both ways round: the way that fewer ask for ("no new taxes" where others want the tax), to be told as a rejection. */
function contestedSigns(held: readonly Held[]): ReadonlyMap<IssueId, boolean> {
  const lines = new Map<IssueId, Held[]>();
  for (const line of held) {
    if (!asked.has(line.stance)) continue;
    const known = lines.get(line.issue);
    if (known) known.push(line);
    else lines.set(line.issue, [line]);
  }
  const found = new Map<IssueId, boolean>();
  for (const [issue, asking] of lines) {
    const turned = asking.filter(({ negative }) => negative);
    const straight = asking.filter(({ negative }) => !negative);
    const straightOnes = new Set(straight.map(({ actor }) => actor));
    const apart = turned.every(({ actor }) => !straightOnes.has(actor));
    if (turned.length > 0 && straight.length > 0 && apart) found.set(issue, turned.length <= straight.length);
  }
  return found;
}

/** What a stance on the opposite of an issue is on the issue: who rejects an expansion supports that there be none. */
const reversed: ReadonlyMap<Stance, Stance> = new Map<Stance, Stance>([
  ["rejects", "supports"],
  ["supports", "rejects"],
  ["accepts", "rejects"],
]);

/** Rejecting a matter is demanding it turned round, where the party demands just that elsewhere and never the matter itself. */
function turned(held: readonly Held[]): Held[] {
  const signs = new Map<string, Set<boolean>>();
  for (const { issue, actor, stance, negative } of held) {
    if (!asked.has(stance)) continue;
    const key = `${issue}|${actor}`;
    signs.set(key, (signs.get(key) ?? new Set()).add(negative));
  }
  const contested = contestedSigns(held);
  return held.map((line) => {
    if (asked.has(line.stance) && contested.get(line.issue) === line.negative) return { ...line, stance: "rejects" };
    const own = signs.get(`${line.issue}|${line.actor}`);
    const opposite = own?.size === 1 && own.has(!line.negative);
    if (opposite && line.stance === "rejects") return { ...line, stance: "demands" };
    return line.against && own === undefined ? { ...line, stance: reversed.get(line.stance) ?? line.stance } : line;
  });
}

/** Positions, one for each issue, actor, stance and date, in the order of issues, then actors, then dates. */
export function linkPositions(held: readonly Held[], issues: readonly Issue[]): Position[] {
  const groups = new Map<string, Held[]>();
  for (const line of held) {
    const key = `${line.issue}|${line.actor}|${line.stance}|${line.date ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const makeId = idMaker("p");
  const positions = [...groups.values()].flatMap((lines): Position[] => {
    const declared = lines.filter(({ by }) => by.length === 0);
    const first = declared[0] ?? lines[0];
    if (!first) return [];
    const told = declared.length > 0 ? declared : lines;
    return [
      {
        id: makeId(lines.flatMap(({ evidence }) => evidence)),
        issue: first.issue,
        actor: first.actor,
        stance: first.stance,
        basis: declared.length > 0 ? "declared" : "ascribed",
        by: declared.length > 0 ? [] : [...new Set(lines.flatMap(({ by }) => by))],
        date: first.date,
        evidence: distinct(lines.flatMap(({ evidence }) => evidence)),
        statement: told.find(({ statement }) => statement !== null)?.statement ?? null,
        moved: false,
        why: first.why,
      },
    ];
  });
  return withMoves(positions, issues);
}

function distinct(spans: readonly Span[]): Span[] {
  const seen = new Map(spans.map((span) => [`${span.doc},${span.start},${span.end}`, span]));
  return [...seen.values()];
}

/** Demanding and proposing, accepting and supporting stand on one side: to pass from one to the other is no movement. */
const sideOf = (stance: Stance): Stance =>
  stance === "proposes" ? "demands" : stance === "supports" ? "accepts" : stance;

/** Marks where a party's declared stance on an issue is on another side than the one it declared on an earlier day. */
function withMoves(positions: readonly Position[], issues: readonly Issue[]): Position[] {
  const order = new Map(issues.map(({ id }, index) => [id, index]));
  const sorted = [...positions].sort(
    (a, b) =>
      (order.get(a.issue) ?? 0) - (order.get(b.issue) ?? 0) ||
      (a.actor < b.actor ? -1 : a.actor > b.actor ? 1 : 0) ||
      compareDates(a.date, b.date),
  );
  const last = new Map<string, { stances: Set<Stance>; before: Set<Stance> | null; date: Edtf }>();
  return sorted.map((position) => {
    const { issue, actor, basis, date } = position;
    const stance = sideOf(position.stance);
    if (basis !== "declared" || date === null) return position;
    const key = `${issue}|${actor}`;
    const known = last.get(key);
    if (known?.date === date) {
      known.stances.add(stance);
      return { ...position, moved: known.before !== null && !known.before.has(stance) };
    }
    last.set(key, { stances: new Set([stance]), before: known?.stances ?? null, date });
    return { ...position, moved: known !== undefined && !known.stances.has(stance) };
  });
}
