// The kinds of decisions as people write them: what each takes, and the action that is made of it. The list that the command
// line, its help and the guide go by.
import type { Pointed } from "../model/decision.js";
import { asEdtf, type Edtf } from "../model/edtf.js";
import { InputError } from "../model/errors.js";
import { actorKinds, type DecisionKind, decisionKinds, eventKinds, stances } from "../model/words.js";
import {
  actorNamed,
  documentNamed,
  eventNamed,
  issueNamed,
  pointAtDocument,
  pointOf,
  positionNamed,
  type Scope,
  statementNamed,
  wordsAt,
} from "./subjects.js";

/** What was written after the kind, and the day given with --date (null: none). */
export type Written = { readonly args: readonly string[]; readonly date: Edtf | null };
type Maker = {
  readonly takes: string; // as a usage line shows it
  readonly about: string;
  readonly least: number; // arguments
  readonly most: number;
  readonly make: (scope: Scope, written: Written) => object; // an action without its kind
};

/** A day as people write it; "none" for none. Throws InputError. */
export function dayOf(text: string): Edtf | null {
  if (text === "none") return null;
  const date = asEdtf(text);
  if (date === null)
    throw new InputError(
      `“${text}” is no date. Write a day (2022-01-10), a month (2022-01), a span (2022-01-10/2022-01-13) or none`,
    );
  return date;
}

function oneOf<T extends string>(list: readonly T[], text: string, what: string): T {
  const found = list.find((one) => one === text);
  if (found === undefined) throw new InputError(`“${text}” is no ${what}. One of: ${list.join(", ")}`);
  return found;
}

const first = ({ args }: Written): string => args[0] ?? "";
const second = ({ args }: Written): string => args[1] ?? "";
const points = (scope: Scope, names: readonly string[], doc?: string): Pointed[] =>
  names.map((name) => actorNamed(scope, name, doc).point);

/** Two different lines at least: a thing is not merged with itself. */
function distinct<T>(names: readonly string[], ids: readonly (T | null)[]): void {
  const known = ids.filter((id) => id !== null);
  if (new Set(known).size < known.length)
    throw new InputError(`${names.join(", ")}: two of these are one already. Nothing to merge`);
}

/** The mentions of an actor that are another one: those with just these words, or in this document. */
function apart(scope: Scope, name: string, marks: readonly string[]): { on: Pointed[]; from: Pointed[] } {
  const { actor } = actorNamed({ ...scope, inDocument: null }, name);
  if (!actor) throw new InputError(`“${name}”: no actor is named so. See: parley actors`);
  const all = actor.mentions.map((span) => pointOf(scope, span));
  const uris = new Map(scope.record.documents.map(({ id, uri }) => [id as string, uri]));
  const isMarked = ({ words, span }: Pointed): boolean =>
    (scope.inDocument === null || span.doc === scope.inDocument.id) &&
    marks.some((mark) => mark === words.replace(/\s+/g, " ") || mark === span.doc || mark === uris.get(span.doc));
  return sorted(
    all,
    isMarked,
    `${name}: names it goes by: ${[...new Set(all.map(({ words }) => words))].slice(0, 8).join(", ")}`,
  );
}

function sorted(
  all: readonly Pointed[],
  isMarked: (point: Pointed) => boolean,
  known: string,
): { on: Pointed[]; from: Pointed[] } {
  const [on, from] = [all.filter(isMarked), all.filter((point) => !isMarked(point))];
  if (on.length === 0 || from.length === 0)
    throw new InputError(
      `${on.length === 0 ? "nothing of it has these words or stands in this document" : "all of it does: nothing would be left"} (${known}). Nothing to split`,
    );
  return { on, from: from.slice(0, 100) };
}

/** The reports of an event that tell another one: those of these documents, or that hold these words. */
function reportsApart(scope: Scope, name: string, marks: readonly string[]): { on: Pointed[]; from: Pointed[] } {
  const { points: all } = eventNamed(scope, name);
  const uris = new Map(scope.record.documents.map(({ id, uri }) => [id as string, uri]));
  const isMarked = ({ words, span }: Pointed): boolean =>
    marks.some((mark) => words.includes(mark) || mark === span.doc || mark === uris.get(span.doc));
  return sorted(all, isMarked, `${name} has ${all.length} reports`);
}

/** A position set anew by its id and stance; else by actor, issue, stance and the words that tell it. */
function position(scope: Scope, { args, date }: Written): object {
  const [one = "", two = "", three, words] = args;
  if (three === undefined) {
    const { on, actor, issue, position: old } = positionNamed(scope, one);
    return { on, actor, issue, stance: oneOf(stances, two, "stance"), date: date ?? old.date };
  }
  if (words === undefined)
    throw new InputError("set-position takes a position and a stance, or an actor, an issue, a stance and words");
  const on = wordsAt(scope, words);
  const everywhere = { ...scope, inDocument: null };
  return {
    on: [on],
    actor: actorNamed(everywhere, one, on.span.doc).point,
    issue: issueNamed(everywhere, two).point,
    stance: oneOf(stances, three, "stance"),
    date,
  };
}

const many = 50;
const makers: Readonly<Record<DecisionKind, Maker>> = {
  "merge-actors": {
    takes: "ACTOR ACTOR…",
    about: "these are one",
    least: 2,
    most: many,
    make: (scope, { args }) => {
      const found = args.map((name) => actorNamed(scope, name));
      distinct(
        args,
        found.map(({ actor }) => actor?.id ?? null),
      );
      return { on: found.map(({ point }) => point) };
    },
  },
  "split-actor": {
    takes: "ACTOR NAME|DOCUMENT…",
    about: "where it is called so, or in this document, it is another",
    least: 2,
    most: many,
    make: (scope, { args: [name = "", ...marks] }) => apart(scope, name, marks),
  },
  "rename-actor": {
    takes: "ACTOR NAME",
    about: "what it is called",
    least: 2,
    most: 2,
    make: (scope, written) => ({ on: points(scope, [first(written)]), name: second(written) }),
  },
  "retype-actor": {
    takes: "ACTOR KIND",
    about: `what it is: ${actorKinds.join(", ")}`,
    least: 2,
    most: 2,
    make: (scope, written) => ({
      on: points(scope, [first(written)]),
      to: oneOf(actorKinds, second(written), "kind of actor"),
    }),
  },
  "speaks-for": {
    takes: "ACTOR [ACTOR…]",
    about: "whom it speaks for (nobody named: for itself)",
    least: 1,
    most: many,
    make: (scope, { args: [name = "", ...groups] }) => {
      const { point } = actorNamed(scope, name);
      return { on: [point], groups: points(scope, groups, point.span.doc) };
    },
  },
  "reject-statement": {
    takes: "STATEMENT",
    about: "nobody said this",
    least: 1,
    most: 1,
    make: (scope, written) => ({ on: [statementNamed(scope, first(written)).point] }),
  },
  "attribute-statement": {
    takes: "STATEMENT [ACTOR…]",
    about: "who said it (nobody named: nobody whom the report names)",
    least: 1,
    most: many,
    make: (scope, { args: [name = "", ...speakers] }) => {
      const { point } = statementNamed(scope, name);
      return { on: [point], speakers: points({ ...scope, inDocument: null }, speakers, point.span.doc) };
    },
  },
  "date-statement": {
    takes: "STATEMENT DATE",
    about: "when it was said (none: the report does not say)",
    least: 2,
    most: 2,
    make: (scope, written) => ({ on: [statementNamed(scope, first(written)).point], date: dayOf(second(written)) }),
  },
  "add-statement": {
    takes: "WORDS [ACTOR…]",
    about: "words that somebody said, and who; with --date, when",
    least: 1,
    most: many,
    make: (scope, { args: [words = "", ...speakers], date }) => {
      const point = wordsAt(scope, words);
      return { on: [point], speakers: points({ ...scope, inDocument: null }, speakers, point.span.doc), date };
    },
  },
  "merge-events": {
    takes: "EVENT EVENT…",
    about: "these are one",
    least: 2,
    most: many,
    make: (scope, { args }) => {
      const found = args.map((name) => eventNamed(scope, name));
      distinct(
        args,
        found.map(({ event }) => event.id),
      );
      return { on: found.flatMap(({ points: [point] }) => point ?? []) };
    },
  },
  "split-event": {
    takes: "EVENT DOCUMENT|WORDS…",
    about: "what this document, or these words, tell is another",
    least: 2,
    most: many,
    make: (scope, { args: [name = "", ...marks] }) => reportsApart(scope, name, marks),
  },
  "date-event": {
    takes: "EVENT DATE",
    about: "when it was or is to be (none: nothing says)",
    least: 2,
    most: 2,
    make: (scope, written) => ({ on: eventNamed(scope, first(written)).points, date: dayOf(second(written)) }),
  },
  "retype-event": {
    takes: "EVENT KIND",
    about: `what it is: ${eventKinds.join(", ")}`,
    least: 2,
    most: 2,
    make: (scope, written) => ({
      on: eventNamed(scope, first(written)).points,
      to: oneOf(eventKinds, second(written), "kind of event"),
    }),
  },
  "reject-event": {
    takes: "EVENT",
    about: "this is none",
    least: 1,
    most: 1,
    make: (scope, written) => ({ on: eventNamed(scope, first(written)).points }),
  },
  "name-issue": {
    takes: "ISSUE NAME",
    about: "what it is called",
    least: 2,
    most: 2,
    make: (scope, written) => ({ on: [issueNamed(scope, first(written)).point], name: second(written) }),
  },
  "merge-issues": {
    takes: "ISSUE ISSUE…",
    about: "these are one",
    least: 2,
    most: many,
    make: (scope, { args }) => {
      const found = args.map((name) => issueNamed(scope, name));
      distinct(
        args,
        found.map(({ issue }) => issue.id),
      );
      return { on: found.map(({ point }) => point) };
    },
  },
  "define-issue": {
    takes: "NAME WORDS…",
    about: "an issue that these words tell",
    least: 2,
    most: many,
    make: (scope, { args: [name = "", ...words] }) => ({ name, on: words.map((one) => wordsAt(scope, one)) }),
  },
  "set-position": {
    takes: "POSITION STANCE | ACTOR ISSUE STANCE WORDS",
    about: `who holds what, as these words tell: ${stances.join(", ")}`,
    least: 2,
    most: 4,
    make: position,
  },
  "reject-position": {
    takes: "POSITION",
    about: "nobody holds this",
    least: 1,
    most: 1,
    make: (scope, written) => {
      const { on, actor, issue } = positionNamed(scope, first(written));
      return { on, actor, issue };
    },
  },
  "mark-furniture": {
    takes: "WORDS…",
    about: "these words are no part of the report",
    least: 1,
    most: many,
    make: (scope, { args }) => ({ on: args.map((words) => wordsAt(scope, words)) }),
  },
  "set-published": {
    takes: "DOCUMENT DATE",
    about: "when it was published (none: nothing says)",
    least: 2,
    most: 2,
    make: ({ record }, written) => ({
      on: [pointAtDocument(documentNamed(record, first(written)))],
      date: dayOf(second(written)),
    }),
  },
  "set-outlet": {
    takes: "DOCUMENT NAME",
    about: "who published it (none: nothing says)",
    least: 2,
    most: 2,
    make: ({ record }, written) => ({
      on: [pointAtDocument(documentNamed(record, first(written)))],
      outlet: second(written) === "none" ? null : second(written),
    }),
  },
  confirm: {
    takes: "STATEMENT|EVENT|ACTOR|PROBLEM",
    about: "what was read there is right (of a problem: there is nothing to decide)",
    least: 1,
    most: 1,
    make: (scope, written) => confirmed(scope, first(written)),
  },
};

/** A line that is right, by its id: the words that tell it. */
function confirmed(scope: Scope, id: string): object {
  const { record } = scope;
  const problem = record.problems.find((one) => one.id === id);
  if (problem) return { line: "problem", on: [pointOf(scope, problem.span)] };
  if (record.events.some((one) => one.id === id)) return { line: "event", on: eventNamed(scope, id).points };
  if (record.statements.some((one) => one.id === id))
    return { line: "statement", on: [statementNamed(scope, id).point] };
  return { line: "actor", on: [actorNamed(scope, id).point] };
}

/** Every kind, with what it takes and what it says. */
export const kindsOfDecisions = decisionKinds.map((kind) => ({ kind, ...makers[kind] }));

/** What is decided, as data for parseAction. Throws InputError where what is written names nothing, or several things. */
export function draftOf(scope: Scope, kind: string, written: Written): object {
  const known = decisionKinds.find((one) => one === kind);
  if (known === undefined)
    throw new InputError(`“${kind}” is no kind of decision. One of: ${decisionKinds.join(", ")}`);
  const { takes, least, most, make } = makers[known];
  const { length } = written.args;
  if (length < least || length > most || written.args.some((text) => text.trim() === ""))
    throw new InputError(`${kind} takes: ${takes}. See: parley decide --list`);
  return { kind: known, ...make(scope, written) };
}
