// What people name when they decide, found in the record: an id, a name, or words of a report. Each is given as words with their
// place, since a decision never points at an id. Where nothing or several things are meant, an InputError says which.
import type { Pointed } from "../model/decision.js";
import { InputError } from "../model/errors.js";
import type { Actor, Event, Issue, ParleyRecord, Position, RecordDocument, Statement } from "../model/record.js";
import { covers, overlaps, type Span } from "../model/span.js";
import { placesOf, pointAt } from "./anchor.js";

/** The record to look in, and the one document in which words are looked for (null: all). */
export type Scope = { readonly record: ParleyRecord; readonly inDocument: RecordDocument | null };

const fold = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();
const few = (names: readonly string[]): string =>
  `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;

/** A span of the record with its words. */
export function pointOf({ record }: Pick<Scope, "record">, { doc, start, end }: Span): Pointed {
  const document = record.documents.find(({ id }) => id === doc);
  if (!document) throw new RangeError(`no document ${doc}`);
  return pointAt(document, start, end);
}

/** The one place of some words. A reprint of a report counts only where it alone has them. */
export function wordsAt({ record, inDocument }: Scope, words: string): Pointed {
  const found = (inDocument ? [inDocument] : record.documents).flatMap((document) =>
    placesOf(document.text, words).map(({ start, end }) => ({ document, start, end })),
  );
  const first = found.filter(({ document }) => document.duplicateOf === null);
  const places = first.length > 0 ? first : found;
  const [place] = places;
  if (!place)
    throw new InputError(
      `“${words}”: ${inDocument ? `${inDocument.uri} has no such words` : "no document has these words, and no line this id or name"}. Ids are in every listing: parley chronicle`,
    );
  if (places.length > 1)
    throw new InputError(
      `“${words}”: these words stand at ${places.length} places (${few([...new Set(places.map(({ document }) => document.uri))])}). Give more of them, or say in which document: --in FILE`,
    );
  return pointAt(place.document, place.start, place.end);
}

/** A document by its id, its uri or the end of it. */
export function documentNamed(record: ParleyRecord, name: string): RecordDocument {
  const exact = record.documents.find(({ id, uri }) => id === name || uri === name);
  const ending = record.documents.filter(({ uri, title }) => uri.endsWith(`/${name}`) || title === name);
  const [found] = exact ? [exact] : ending;
  if (!found) throw new InputError(`${name}: no document has this id, uri or title. See: parley documents`);
  if (!exact && ending.length > 1)
    throw new InputError(`${name}: several documents are called so: ${few(ending.map(({ uri }) => uri))}. Give an id`);
  return found;
}

/** The first line of a document, by which it is pointed at. */
export function pointAtDocument(document: RecordDocument): Pointed {
  const start = document.text.search(/\S/);
  if (start < 0) throw new InputError(`${document.uri}: it has no words to point at`);
  const line = document.text.indexOf("\n", start);
  const end = Math.min(line < 0 ? document.text.length : line, start + 160);
  return pointAt(document, start, end);
}

/** Words that name an actor: its id or one of its names, else words at a place. `doc`: where they are wanted best. */
export function actorNamed(scope: Scope, name: string, doc?: string): { point: Pointed; actor: Actor | null } {
  const { record } = scope;
  const byId = record.actors.find(({ id }) => id === name);
  const named = byId
    ? [byId]
    : record.actors.filter((one) => [one.name, ...one.aliases].some((form) => fold(form) === fold(name)));
  const [actor] = named;
  if (!actor || (scope.inDocument && !byId)) {
    const point = wordsAt(scope, name);
    const own = record.actors.find(({ mentions }) =>
      mentions.some((span) => span.doc === point.span.doc && overlaps(span, point.span)),
    );
    return { point, actor: own ?? null };
  }
  if (named.length > 1)
    throw new InputError(`${name}: several actors are called so: ${few(named.map(({ id }) => id))}. Give an id`);
  const points = actor.mentions.map((span) => pointOf(scope, span));
  const worth = ({ span, words }: Pointed): number =>
    (span.doc === doc ? 4 : 0) + (fold(words) === fold(actor.name) ? 2 : 0) + Math.min(words.length, 99) / 100;
  const [best] = [...points].sort((a, b) => worth(b) - worth(a));
  if (!best) throw new InputError(`${name}: nothing in the reports names this actor`);
  return { point: best, actor };
}

/** The line whose evidence holds words, the narrowest first. */
function lineAt<T>(lines: readonly T[], spansOf: (line: T) => readonly Span[], { span }: Pointed): T | null {
  const holding = lines.flatMap((line) =>
    spansOf(line)
      .filter((own) => own.doc === span.doc && (covers(own, span) || covers(span, own)))
      .map((own) => ({ line, far: Math.abs(own.end - own.start - (span.end - span.start)) })),
  );
  const [best] = holding.sort((a, b) => a.far - b.far);
  return best?.line ?? null;
}

/** A line by its id, or by words that it tells. */
function lineNamed<T>(
  scope: Scope,
  what: string,
  name: string,
  lines: readonly T[],
  look: { readonly is: (line: T) => boolean; readonly spansOf: (line: T) => readonly Span[] },
): T {
  const exact = lines.find(look.is);
  if (exact) return exact;
  const line = lineAt(lines, look.spansOf, wordsAt(scope, name));
  if (!line) throw new InputError(`“${name}”: no ${what} is told at these words. See: parley ${what}s`);
  return line;
}

const spansOfStatement = ({ content, cueSpan, speakerSpan }: Statement): readonly Span[] =>
  content.length > 0 ? content : [cueSpan, speakerSpan].filter((span) => span !== null);

/** The words of a statement, by which it is pointed at. */
export function statementNamed(scope: Scope, name: string): { point: Pointed; statement: Statement } {
  const statement = lineNamed(scope, "statement", name, scope.record.statements, {
    is: ({ id }) => id === name,
    spansOf: spansOfStatement,
  });
  const [span] = [...spansOfStatement(statement)].sort((a, b) => b.end - b.start - (a.end - a.start));
  if (!span) throw new InputError(`${name}: this statement has no words to point at`);
  return { point: pointOf(scope, span), statement };
}

/** The words of each report of an event. */
export function eventNamed(scope: Scope, name: string): { points: readonly Pointed[]; event: Event } {
  const event = lineNamed(scope, "event", name, scope.record.events, {
    is: ({ id, formerly }) => id === name || formerly.some((former) => former === name),
    spansOf: ({ reports }) => reports.map(({ span }) => span),
  });
  return { points: event.reports.map(({ span }) => pointOf(scope, span)), event };
}

/** The words that tell an issue. */
export function issueNamed(scope: Scope, name: string): { point: Pointed; issue: Issue } {
  const issue = lineNamed(scope, "issue", name, scope.record.issues, {
    is: ({ id, label }) => id === name || fold(label) === fold(name),
    spansOf: ({ evidence }) => evidence,
  });
  const [span] = issue.evidence;
  if (!span) throw new InputError(`${name}: this issue has no words to point at`);
  return { point: pointOf(scope, span), issue };
}

/** A position: its words, its actor's and its issue's. */
export function positionNamed(
  scope: Scope,
  id: string,
): { on: Pointed[]; actor: Pointed; issue: Pointed; position: Position } {
  const position = scope.record.positions.find((one) => one.id === id);
  const issue = position && scope.record.issues.find((one) => one.id === position.issue);
  if (!position || !issue) throw new InputError(`${id}: no position has this id. See: parley positions`);
  const own = issue.evidence.find((span) =>
    position.evidence.some((one) => one.doc === span.doc && overlaps(one, span)),
  );
  const span = own ?? issue.evidence[0];
  if (!span) throw new InputError(`${id}: its issue has no words to point at`);
  return {
    on: position.evidence.map((one) => pointOf(scope, one)),
    actor: actorNamed({ ...scope, inDocument: null }, position.actor, position.evidence[0]?.doc).point,
    issue: pointOf(scope, span),
    position,
  };
}
