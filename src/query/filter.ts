// What a reader asks to see: a time that lines are about, an actor with whoever speaks for it, an issue, an outlet, words.
import { compatible, type Edtf, edtf } from "../model/edtf.js";
import type { ActorId, DocumentId, IssueId } from "../model/ids.js";
import type { Actor, Issue } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { Lookup } from "./lookup.js";
import { foldName, named } from "./names.js";

/** As asked for; null: everything. `from` and `to` are days, months or years, both included. */
export type Filter = {
  readonly from: Edtf | null;
  readonly to: Edtf | null;
  readonly actor: string | null;
  readonly issue: string | null;
  readonly outlet: string | null;
  readonly grep: string | null; // words that the line holds, whatever their case
};
export const everything: Filter = { from: null, to: null, actor: null, issue: null, outlet: null, grep: null };

/** What a line of a listing is tested on. */
export type Facts = {
  readonly date: Edtf | null;
  readonly actors: readonly ActorId[];
  readonly issues: readonly IssueId[];
  readonly documents: readonly DocumentId[];
  readonly words: readonly string[];
  /** Places whose sentence is shown with the line: their words are the line's as well. */
  readonly shown?: readonly Span[];
};

/** Actors of a name, or of an id. Throws UnknownNameError. */
export const actorsNamed = (look: Lookup, asked: string): readonly Actor[] =>
  named("actor", look.record.actors, ({ name, aliases }) => [name, ...aliases], asked);

/** Issues of a label or term, or of an id. Throws UnknownNameError. */
export const issuesNamed = (look: Lookup, asked: string): readonly Issue[] =>
  named("issue", look.record.issues, ({ label, terms }) => [label, ...terms], asked);

/** Documents of an outlet. Throws UnknownNameError. */
function documentsOf(look: Lookup, asked: string): ReadonlySet<DocumentId> {
  const ids = look.record.documents.map(({ id }) => id);
  const outlets = look.outlets(ids).map((id) => ({ id }));
  const found = new Set(named("outlet", outlets, ({ id }) => [id], asked).map(({ id }) => id));
  return new Set(ids.filter((id) => found.has(look.outlet(id))));
}

/** Some actors with all that speak for them, however far: Russia, its Foreign Ministry, the minister. */
export function withSpokesmen(look: Lookup, ids: readonly ActorId[]): ReadonlySet<ActorId> {
  const all = new Set(ids);
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const { id, memberOf } of look.record.actors) if (memberOf.some(({ actor }) => all.has(actor))) all.add(id);
  }
  return all;
}

function within(date: Edtf | null, from: Edtf | null, to: Edtf | null): boolean {
  if (from === null && to === null) return true;
  return date !== null && compatible(date, edtf(`${from ?? ".."}/${to ?? ".."}`));
}

/** Whether a line is wanted. Throws UnknownNameError where the filter names what the record does not hold. */
export function filterOf(look: Lookup, filter: Filter): (facts: Facts) => boolean {
  const actors =
    filter.actor === null
      ? null
      : withSpokesmen(
          look,
          actorsNamed(look, filter.actor).map(({ id }) => id),
        );
  const issues = filter.issue === null ? null : new Set(issuesNamed(look, filter.issue).map(({ id }) => id));
  const documents = filter.outlet === null ? null : documentsOf(look, filter.outlet);
  const grep = filter.grep === null ? null : foldName(filter.grep);
  return (facts) =>
    within(facts.date, filter.from, filter.to) &&
    (actors === null || facts.actors.some((id) => actors.has(id))) &&
    (issues === null || facts.issues.some((id) => issues.has(id))) &&
    (documents === null || facts.documents.some((id) => documents.has(id))) &&
    (grep === null ||
      facts.words.some((words) => foldName(words).includes(grep)) ||
      (facts.shown ?? []).some((span) => foldName(look.cite(span).sentence).includes(grep)));
}
