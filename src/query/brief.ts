// The brief: what a person who comes new to a dossier must know, in a paragraph of lines that each say who tells it. Nothing is
// written that the record does not hold; the wording is the record's own, never a sentence of a report.
import { boundsOf, compareDates, type Edtf } from "../model/edtf.js";
import type { ActorId, DocumentId } from "../model/ids.js";
import type { Event, Position } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { DialogueState, Stance } from "../model/words.js";
import { groupBy } from "./group.js";
import type { Citation, Lookup } from "./lookup.js";
import { heldBy, latestOf } from "./positions.js";

/** A line with the numbers of the sources that tell it, and the first places in them that do. */
export type BriefLine = {
  readonly text: string;
  readonly sources: readonly number[];
  readonly evidence: readonly Citation[];
};
export type BriefSource = {
  readonly number: number;
  readonly document: DocumentId;
  readonly outlet: string;
  readonly title: string | null;
  readonly published: Edtf | null;
};
export type Brief = {
  readonly title: string;
  readonly background: readonly BriefLine[];
  readonly fresh: readonly BriefLine[]; // what reports since the day tell for the first time; empty without one
  readonly moved: readonly BriefLine[]; // who has changed its stance (since the day, where one is given)
  readonly ahead: readonly BriefLine[]; // what is planned behind the last report
  readonly sources: readonly BriefSource[]; // those that the lines cite, by number
};
export type BriefOptions = {
  readonly since: Edtf | null;
  readonly words: number; // about how many words of background
  readonly dateText: (date: Edtf) => string;
};

const most = 6; // events, and issues, of a background

const stanceWords: Readonly<Record<Stance, string>> = {
  demands: "demands",
  proposes: "proposes",
  supports: "supports",
  accepts: "accepts",
  conditional: "makes conditions for",
  rejects: "rejects",
  ignores: "leaves unanswered",
  noncommittal: "leaves open",
};
const stateWords: Readonly<Record<DialogueState, string>> = {
  open: "open",
  scheduled: "scheduled",
  "under-way": "under way",
  inconclusive: "without a result",
  agreed: "ended in agreement",
  suspended: "suspended",
  closed: "closed",
};

/** Numbers sources in the order in which lines cite them. At most three for a line: the first that tell it. */
function citer(look: Lookup): {
  readonly cite: (spans: readonly Span[]) => number[];
  readonly sources: () => BriefSource[];
} {
  const numbers = new Map<DocumentId, number>();
  const cite = (spans: readonly Span[]): number[] => {
    const documents = [...new Set(spans.map(({ doc }) => doc))].slice(0, 3);
    return documents
      .map((doc) => {
        const known = numbers.get(doc) ?? numbers.size + 1;
        numbers.set(doc, known);
        return known;
      })
      .sort((a, b) => a - b);
  };
  const sources = (): BriefSource[] =>
    [...numbers].map(([document, number]) => {
      const known = look.document(document);
      const published = known?.published.value ?? null;
      return { number, document, outlet: look.outlet(document), title: known?.title ?? null, published };
    });
  return { cite, sources };
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** The first letter small where the label begins with no name: labels stand inside a sentence. */
const inside = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** The first day on which one of some documents was published, as a number; none: infinity. */
function firstTold(documents: readonly DocumentId[], look: Lookup): number {
  const days = documents.flatMap((id) => {
    const date = look.document(id)?.published.value ?? null;
    return date === null ? [] : [boundsOf(date).first];
  });
  return Math.min(...days, Number.POSITIVE_INFINITY);
}

const docsOf = (event: Event): readonly DocumentId[] => event.reports.map(({ span }) => span.doc);
const spansOf = (event: Event): readonly Span[] => event.reports.map(({ span }) => span);

/** An event in a line: "on 10 January 2022: Russia–US talks, Geneva (claimed)". */
function eventText({ label, date, status, basis }: Event, dateText: BriefOptions["dateText"]): string {
  const when = date === null ? "at an unknown date" : dateText(date);
  const how = [
    status === "planned" || status === "cancelled" || status === "denied" ? status : null,
    basis === "claimed" ? "as claimed" : null,
  ].filter((part) => part !== null);
  return `${when}: ${label}${how.length > 0 ? ` (${how.join(", ")})` : ""}`;
}

/** Events that a background names: what happened, told by most reports, in order of time; sayings are left to the statements. */
function mainEvents(look: Lookup, most: number): readonly Event[] {
  const happened = look.record.events.filter(
    ({ kind, status, date }) => kind !== "statement" && kind !== "other" && status === "happened" && date !== null,
  );
  const ranked = [...happened].sort(
    (a, b) => b.sources.independent - a.sources.independent || compareDates(b.date, a.date),
  );
  const chosen = new Set(ranked.slice(0, most).map(({ id }) => id));
  return happened.filter(({ id }) => chosen.has(id));
}

const side: Readonly<Record<Stance, number>> = {
  demands: 0,
  proposes: 1,
  accepts: 2,
  supports: 3,
  conditional: 4,
  noncommittal: 5,
  ignores: 6,
  rejects: 7,
};

/** Where the parties stand on an issue: "on the quota: Norland demands it; Sudmark rejects it". What is only ascribed says so. */
function standText(label: string, latest: readonly Position[], look: Lookup): string {
  const groups = groupBy(latest, ({ stance, basis }) => [`${side[stance]}|${stance}|${basis}`]);
  const keys = [...new Set(latest.map(({ stance, basis }) => `${side[stance]}|${stance}|${basis}`))].sort();
  const told = keys.flatMap((key) => {
    const of = groups(key);
    const [first] = of;
    if (!first) return [];
    const names = listed(look.names([...new Set(of.map(({ actor }) => actor))]));
    const by = [...new Set(of.flatMap((position) => position.by))];
    const says = first.basis === "ascribed" && by.length > 0 ? `, says ${listed(look.names(by))}` : "";
    const verb = of.length > 1 ? stanceWords[first.stance].replace(/^(\w+?)s\b/, "$1") : stanceWords[first.stance];
    return [`${names} ${verb} it${says}`];
  });
  return `On ${inside(label)}: ${told.join("; ")}`;
}

/** The issues that most parties take a stand on, with everybody's latest position. */
function stands(look: Lookup): { readonly text: string; readonly spans: readonly Span[] }[] {
  const positionsOn = groupBy(look.record.positions, ({ issue }) => [issue]);
  return look.record.issues
    .map((issue) => ({ issue, latest: latestOf(positionsOn(issue.id), look) }))
    .filter(({ latest }) => latest.length > 0)
    .sort((a, b) => b.latest.length - a.latest.length || b.issue.evidence.length - a.issue.evidence.length)
    .map(({ issue, latest }) => ({
      text: standText(issue.label, latest, look),
      spans: latest.flatMap(({ evidence }) => evidence),
    }));
}

type Drafted = { readonly text: string; readonly spans: readonly Span[] };

/** What the dossier is about: how many reports, of which time, between whom, and how the dialogue stands. */
function opening(look: Lookup, dateText: BriefOptions["dateText"]): Drafted[] {
  const { dossier, state } = look.record;
  const time =
    dossier.from === null || dossier.to === null ? "" : `, ${dateText(dossier.from)} to ${dateText(dossier.to)}`;
  const about = { text: `${dossier.documents} report${dossier.documents === 1 ? "" : "s"}${time}`, spans: [] };
  const latest = new Map<string, (typeof state)[number]>();
  for (const line of state) latest.set(line.between.join("+"), line);
  const tracks = [...latest.values()].slice(-3).map(({ between, from, state: now, evidence }) => ({
    text: `Talks of ${listed(look.names(between))}: ${stateWords[now]}, as reported from ${dateText(from)}`,
    spans: evidence,
  }));
  return [about, ...tracks];
}

/** Where reports of the main events contradict each other. */
function disputes(look: Lookup): Drafted[] {
  return look.record.discrepancies.flatMap(({ event, attribute, kind, values }): Drafted[] => {
    const label = look.event(event)?.label;
    if (kind !== "contradiction" || label === undefined) return [];
    const told = values.map(({ value }) => value).join(" against ");
    return [
      {
        text: `Reports differ on the ${attribute} of ${label}: ${told}`,
        spans: values.flatMap(({ evidence }) => evidence),
      },
    ];
  });
}

/** As many lines as hold about so many words; the first always. */
function within(lines: readonly Drafted[], words: number): readonly Drafted[] {
  let left = words;
  return lines.filter(({ text }, index) => {
    left -= text.split(/\s+/).length;
    return index === 0 || left >= 0;
  });
}

/** Moves: a position on another side than the party's declared one before. */
function moves(look: Lookup, since: number, dateText: BriefOptions["dateText"]): Drafted[] {
  return look.record.positions.flatMap((position): Drafted[] => {
    const held = heldBy(position, look);
    const told = firstTold(
      position.evidence.map(({ doc }) => doc),
      look,
    );
    if (!position.moved || told < since) return [];
    const actor: ActorId = position.actor;
    const when = held === null ? "" : `, ${dateText(held)}`;
    return [
      {
        text: `${look.name(actor)} now ${stanceWords[position.stance]} ${inside(look.label(position.issue))}${when}`,
        spans: position.evidence,
      },
    ];
  });
}

/** What lies ahead: planned, and not before the last report. */
function plans(look: Lookup, dateText: BriefOptions["dateText"]): Drafted[] {
  const last = look.record.dossier.to === null ? Number.NEGATIVE_INFINITY : boundsOf(look.record.dossier.to).first;
  return look.record.events
    .filter(({ status, date }) => status === "planned" && date !== null && boundsOf(date).last >= last)
    .map((event) => ({ text: eventText(event, dateText), spans: spansOf(event) }));
}

/** Whether an event is of a day or later, and was told first then: what a later report recalls is not new. */
const isFresh = (event: Event, day: number, look: Lookup): boolean =>
  event.date !== null && boundsOf(event.date).last >= day && firstTold(docsOf(event), look) >= day;

/** The brief of a record. Pure: the same record and options give the same lines. */
export function briefOf(look: Lookup, { since, words, dateText }: BriefOptions): Brief {
  const day = since === null ? Number.NEGATIVE_INFINITY : boundsOf(since).first;
  const { cite, sources } = citer(look);
  const lined = (drafts: readonly Drafted[]): BriefLine[] =>
    drafts.map(({ text, spans }) => ({ text, sources: cite(spans), evidence: spans.slice(0, 3).map(look.cite) }));
  const told = mainEvents(look, most).map((event) => ({ text: eventText(event, dateText), spans: spansOf(event) }));
  const background = lined(
    within([...opening(look, dateText), ...told, ...stands(look).slice(0, most), ...disputes(look)], words),
  );
  const fresh =
    since === null
      ? []
      : look.record.events
          .filter((event) => event.kind !== "statement" && isFresh(event, day, look))
          .map((event) => ({ text: eventText(event, dateText), spans: spansOf(event) }));
  return {
    title: look.record.dossier.title,
    background,
    fresh: lined(fresh),
    moved: lined(moves(look, day, dateText)),
    ahead: lined(plans(look, dateText)),
    sources: sources(),
  };
}
