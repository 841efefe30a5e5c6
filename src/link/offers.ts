// What a party put forward at one time: its lines by day; what is told without a day joins the one offer that it can mean,
// by issue and figures ("3 percent" is not "4.5 percent"), else stands alone.
import { compatible, type Edtf, precisionOf } from "../model/edtf.js";
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

type Group = { readonly lines: Held[]; readonly date: Edtf | null; readonly figures: Set<string> };

/** Figures in the words of a stance's matter ("a rise of [3] percent"). */
function figuresOf(corpus: Corpus, line: Held): readonly string[] {
  const input = corpus[line.doc];
  const term = input?.reading.stances[line.index]?.term;
  return input && term ? (wordsIn(input, term).match(/\d+(?:[.,]\d+)*/g) ?? []) : [];
}

/** The one group that a line without an exact day can mean; undefined where there is none or more than one. */
function meantBy(line: Held, figures: readonly string[], groups: readonly Group[]): Group | undefined {
  const fits = groups.filter(({ date }) => line.date === null || (date !== null && compatible(line.date, date)));
  const alike = fits.filter((group) => figures.some((figure) => group.figures.has(figure)));
  if (alike.length === 1) return alike[0];
  const same = fits.filter(({ date }) => date === line.date);
  if (same.length === 1) return same[0];
  return figures.length === 0 && fits.length === 1 ? fits[0] : undefined;
}

/** How exact a date is: days first, then months and years, then none. */
const exactness = (date: Edtf | null): number =>
  date === null ? 2 : ["time", "day"].includes(precisionOf(date)) ? 0 : 1;

function groupLines(corpus: Corpus, forward: readonly Held[]): readonly Group[] {
  const groups: Group[] = [];
  const byDay = new Map<string, Group>();
  const byIssue = new Map<string, Set<Group>>();
  for (const line of [...forward].sort((a, b) => exactness(a.date) - exactness(b.date))) {
    const figures = figuresOf(corpus, line);
    const day = `${line.actor}|${line.date}`;
    const issue = `${line.actor}|${line.issue}`;
    const told = exactness(line.date) === 0 ? byDay.get(day) : undefined;
    const group = told ??
      (exactness(line.date) === 0 ? undefined : meantBy(line, figures, [...(byIssue.get(issue) ?? [])])) ?? {
        lines: [],
        date: line.date,
        figures: new Set<string>(),
      };
    if (group.lines.length === 0) groups.push(group);
    group.lines.push(line);
    for (const figure of figures) group.figures.add(figure);
    if (exactness(line.date) === 0) byDay.set(day, group);
    byIssue.set(issue, (byIssue.get(issue) ?? new Set()).add(group));
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
