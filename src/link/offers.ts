// What a party put forward at one time: its lines by day; what is told without a day joins the one offer that it can mean,
// by issue and figures ("3 percent" is not "4.5 percent"), else stands alone.
import { boundsOf, type DayBounds, type Edtf, precisionOf } from "../model/edtf.js";
import type { ActorId, EventId } from "../model/ids.js";
import { type ActorOf, type Corpus, wordsIn } from "./input.js";
import type { Parties } from "./parties.js";
import type { Held } from "./positions.js";

export type Offer = {
  readonly by: ActorId;
  readonly date: Edtf | null;
  readonly event: EventId | null;
  readonly lines: readonly Held[];
  readonly to: ReadonlySet<ActorId>;
};
export type OfferOptions = {
  readonly parties: Parties;
  /** The event of the record that an event mention of a document tells. */
  readonly eventOf: (doc: number, index: number) => EventId | null;
};

const carrying = new Set(["proposal", "publication", "response", "agreement"]);

/** Whether a stance puts something forward: an offer, or a demand that a proposal or published paper carries. */
function putsForward(corpus: Corpus, line: Held): boolean {
  if (line.stance === "proposes") return true;
  const reading = corpus[line.doc]?.reading;
  const event = reading?.stances[line.index]?.event ?? null;
  return line.stance === "demands" && event !== null && carrying.has(reading?.events[event]?.kind ?? "");
}

type Group = { readonly lines: Held[]; readonly date: Edtf | null; readonly days: DayBounds | null };
/** The offers of a party on an issue: all, by the figures told of them, and by date. */
type Filed = {
  readonly all: Set<Group>;
  readonly byFigure: Map<string, Set<Group>>;
  readonly byDate: Map<Edtf | null, Set<Group>>;
};

/** Figures in the words of a stance's matter ("a rise of [3] percent"). */
function figuresOf(corpus: Corpus, line: Held): readonly string[] {
  const input = corpus[line.doc];
  const term = input?.reading.stances[line.index]?.term;
  return input && term ? (wordsIn(input, term).match(/\d+(?:[.,]\d+)*/g) ?? []) : [];
}

const only = <T>(set: ReadonlySet<T> | undefined): T | undefined => (set?.size === 1 ? [...set][0] : undefined);

/** The one group that a line without an exact day can mean; undefined where there is none or more than one. */
function meantBy(line: Held, figures: readonly string[], filed: Filed): Group | undefined {
  const days = line.date === null ? null : boundsOf(line.date);
  const fitting = (groups: Iterable<Group>): ReadonlySet<Group> =>
    new Set(
      [...groups].filter(
        (group) =>
          days === null || (group.days !== null && group.days.first <= days.last && days.first <= group.days.last),
      ),
    );
  const alike = only(fitting(figures.flatMap((figure) => [...(filed.byFigure.get(figure) ?? [])])));
  const same = only(filed.byDate.get(line.date));
  if (alike || same) return alike ?? same;
  if (figures.length > 0) return undefined;
  return only(days === null ? filed.all : fitting(filed.all));
}

function file<K>(filed: Map<K, Set<Group>>, key: K, group: Group): void {
  const groups = filed.get(key);
  if (groups) groups.add(group);
  else filed.set(key, new Set([group]));
}

/** How exact a date is: days first, then months and years, then none. */
const exactness = (date: Edtf | null): number =>
  date === null ? 2 : ["time", "day"].includes(precisionOf(date)) ? 0 : 1;

function groupLines(corpus: Corpus, forward: readonly Held[]): readonly Group[] {
  const groups: Group[] = [];
  const byDay = new Map<string, Group>();
  const byIssue = new Map<string, Filed>();
  for (const line of [...forward].sort((a, b) => exactness(a.date) - exactness(b.date))) {
    const { actor, dispute, issue, date } = line;
    const figures = figuresOf(corpus, line);
    const isExact = exactness(date) === 0;
    const day = `${actor}|${dispute}|${date}`;
    const matter = `${actor}|${issue}`;
    const filed = byIssue.get(matter) ?? { all: new Set(), byFigure: new Map(), byDate: new Map() };
    byIssue.set(matter, filed);
    const told = isExact ? byDay.get(day) : meantBy(line, figures, filed);
    const group = told ?? { lines: [], date, days: date === null ? null : boundsOf(date) };
    if (!told) groups.push(group);
    group.lines.push(line);
    filed.all.add(group);
    file(filed.byDate, group.date, group);
    for (const figure of figures) file(filed.byFigure, figure, group);
    if (isExact) byDay.set(day, group);
  }
  return groups;
}

/** The offers of all parties, the exactly dated ones first. */
export function offersOf(
  corpus: Corpus,
  actorOf: ActorOf,
  held: readonly Held[],
  { parties, eventOf }: OfferOptions,
): Offer[] {
  const forward = held.filter((line) => putsForward(corpus, line));
  return groupLines(corpus, forward).flatMap(({ lines, date }): Offer[] => {
    const by = lines[0]?.actor;
    if (by === undefined) return [];
    const to = new Set<ActorId>();
    const told: EventId[] = [];
    for (const { doc, index } of lines) {
      const reading = corpus[doc]?.reading;
      const at = reading?.stances[index]?.event ?? null;
      if (!reading || at === null) continue;
      const event = eventOf(doc, at);
      if (event !== null) told.push(event);
      for (const { actor, role } of reading.events[at]?.participants ?? []) {
        const id = role === "target" || role === "counterpart" ? actorOf(doc, actor) : null;
        if (id !== null && parties.partyOf(id) !== by) to.add(parties.partyOf(id));
      }
    }
    return [{ by, date, event: told[0] ?? null, lines, to }];
  });
}
