// The same thing said on the same occasion, told by several reports in other wordings and translations.
import { boundsOf, compareDates, compatible, type DayBounds, type Edtf } from "../model/edtf.js";
import type { ActorId, StatementId } from "../model/ids.js";
import type { Statement, Utterance } from "../model/record.js";
import { overlaps } from "../model/span.js";
import { cluster, type Pair, pairsByKey } from "./cluster.js";
import { type Bag, bagOf, jaccardOf, overlapOf } from "./compare-words.js";
import { idMaker } from "./ids.js";
import type { Corpus, LinkInput } from "./input.js";
import type { Parties } from "./parties.js";

type Telling = {
  readonly statement: Statement;
  readonly doc: number;
  readonly text: string;
  readonly bag: Bag;
  readonly days: DayBounds | null; // when it was said; undated news: the days before its report
};

const daysBefore = 4;

/**
 * Score from which two tellings are one utterance: higher where one of them has no date, within one report, where somebody
 * else of the same side is named, where nobody is, and where only the words speak against two occasions.
 */
const floors = { sameDay: 0.5, undated: 0.62, sameSide: 0.66, oneReport: 0.75, unnamed: 0.8, farApart: 0.85 };

function sameSpeaker(a: Statement, b: Statement, parties: Parties): boolean {
  if (a.speakers.length === 0 && b.speakers.length === 0) return true;
  return a.speakers.some((x) =>
    b.speakers.some((y) => x === y || parties.circleOf(x).has(y) || parties.circleOf(y).has(x)),
  );
}

/** How sure it is that two tellings are of one utterance; 0 where they cannot be. */
function compareTellings(a: Telling, b: Telling, parties: Parties): number {
  const [x, y] = [a.statement, b.statement];
  const dated = x.date !== null && y.date !== null;
  const farApart = a.days !== null && b.days !== null && (a.days.first > b.days.last || b.days.first > a.days.last);
  if (dated && farApart) return 0;
  if (a.doc === b.doc && x.content.some((one) => y.content.some((other) => overlaps(one, other)))) return 0;
  if (x.negated !== y.negated || !sameSpeaker(x, y, parties)) return 0;
  const alike = 0.7 * overlapOf(a.bag, b.bag, 3) + 0.3 * jaccardOf(a.bag, b.bag);
  const applying = [dated ? floors.sameDay : floors.undated];
  if (a.doc === b.doc) applying.push(floors.oneReport);
  if (x.speakers.length === 0) applying.push(floors.unnamed);
  else if (!x.speakers.some((speaker) => y.speakers.includes(speaker))) applying.push(floors.sameSide);
  if (farApart) applying.push(floors.farApart);
  return alike >= Math.max(...applying) ? alike : 0;
}

/** The days on which something was said: its date; of fresh news without one, the days before its report; else unknown. */
function daysOf({ document, reading }: LinkInput, { date, content }: Statement): DayBounds | null {
  if (date !== null) return boundsOf(date);
  const first = content[0];
  const isPast = first !== undefined && reading.background.some((past) => overlaps(past, first));
  if (document.published.value === null || isPast) return null;
  const day = boundsOf(document.published.value).last;
  return { first: day - daysBefore, last: day };
}

function tellingsOf(corpus: Corpus, statements: readonly Statement[], stopwords: ReadonlySet<string>): Telling[] {
  const docOf = new Map(corpus.map(({ document }, index) => [document.id, index]));
  return statements.flatMap((statement): Telling[] => {
    const doc = docOf.get(statement.content[0]?.doc ?? statement.cueSpan?.doc ?? ("" as never));
    const input = doc === undefined ? undefined : corpus[doc];
    if (doc === undefined || !input || statement.content.length === 0) return [];
    const text = statement.content
      .map((span) => input.document.text.slice(span.start, span.end).replace(/\s+/g, " ").trim())
      .join(" … ");
    return [{ statement, doc, text, bag: bagOf(text, stopwords), days: daysOf(input, statement) }];
  });
}

/** How many stems of a telling are keys, with how many tellings each brings it together, and how many two of them must share. */
const meeting = { stems: 8, most: 16, least: 2 };

/**
 * Tellings meet under the speaker's party and a stem: the rarest of those that another telling has too, so that what
 * everybody says brings nobody together and one more telling costs about one telling.
 */
function meetingKeys(tellings: readonly Telling[], parties: Parties): string[][] {
  const holders = new Map<string, number>();
  for (const { bag } of tellings) for (const stem of bag) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const held = (stem: string): number => holders.get(stem) ?? 0;
  return tellings.map(({ statement, bag }) => {
    const named = [...new Set<string>(statement.speakers.map(parties.partyOf))].slice(0, 3);
    const who = named.length > 0 ? named : [""];
    const stems = [...bag].filter((stem) => held(stem) > 1).sort((a, b) => held(a) - held(b) || (a < b ? -1 : 1));
    return who.flatMap((party) => stems.slice(0, meeting.stems).map((stem) => `${party}|${stem}`));
  });
}

function wordingsOf(members: readonly Telling[]): Utterance["wordings"] {
  const byText = new Map<string, { text: string; statements: StatementId[] }>();
  for (const { text, statement } of members) {
    const signature = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const wording = byText.get(signature) ?? { text, statements: [] };
    wording.statements.push(statement.id);
    byText.set(signature, wording);
  }
  return [...byText.values()].sort((a, b) => b.statements.length - a.statements.length);
}

const earliest = (dates: readonly (Edtf | null)[]): Edtf | null =>
  [...dates].sort((a, b) => compareDates(a, b)).find((date) => date !== null) ?? null;

/** Utterances, each with all its tellings; a statement that only one report tells is an utterance with one wording. */
export function linkUtterances(
  corpus: Corpus,
  statements: readonly Statement[],
  parties: Parties,
  stopwords: ReadonlySet<string>,
): Utterance[] {
  const tellings = tellingsOf(corpus, statements, stopwords);
  const pairs: Pair[] = [];
  for (const [a, b] of pairsByKey(meetingKeys(tellings, parties), meeting.most, meeting.least)) {
    const [left, right] = [tellings[a], tellings[b]];
    const score = left && right ? compareTellings(left, right, parties) : 0;
    if (score > 0) pairs.push({ a, b, score });
  }
  const datesAgree = (left: readonly number[], right: readonly number[]): boolean =>
    left.every((i) =>
      right.every((j) => {
        const [x, y] = [tellings[i]?.statement.date ?? null, tellings[j]?.statement.date ?? null];
        return x === null || y === null || compatible(x, y);
      }),
    );
  const makeId = idMaker("u");
  return cluster(tellings.length, pairs, datesAgree).flatMap((indices): Utterance[] => {
    const members = indices.flatMap((index) => tellings[index] ?? []);
    const first = members[0]?.statement;
    const firstSpan = first?.content[0];
    if (!first || !firstSpan) return [];
    const speakers = [...new Set<ActorId>(members.flatMap(({ statement }) => statement.speakers))];
    return [
      {
        id: makeId(members.flatMap(({ statement }) => statement.content)),
        speakers,
        date: earliest(members.map(({ statement }) => statement.date)),
        statements: members.map(({ statement }) => statement.id),
        first: firstSpan.doc,
        wordings: wordingsOf(members),
      },
    ];
  });
}
