// Rows of who is who, and of what the dialogue between them was from when on.
import type { Edtf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { ActorKind, DialogueState } from "../model/words.js";
import { everything, type Filter, filterOf } from "./filter.js";
import { groupBy } from "./group.js";
import type { Citation, Lookup } from "./lookup.js";

export type ActorRow = {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  readonly roles: readonly {
    readonly title: string;
    readonly of: string | null;
    readonly from: Edtf | null;
    readonly to: Edtf | null;
  }[];
  readonly memberOf: readonly string[]; // whom it speaks for
  readonly mentions: number;
  readonly statements: number;
  readonly events: number;
  readonly documents: number;
  readonly evidence: readonly Citation[]; // where it is first named
};

/** Actors in the record's order; with a time asked for: those with a statement or event in it. */
export function actorRows(look: Lookup, filter: Filter): readonly ActorRow[] {
  const { from, to } = filter;
  const wanted = filterOf(look, { ...filter, from: null, to: null });
  const inTime = filterOf(look, { ...everything, from, to });
  const dated = ({ date }: { readonly date: Edtf | null }): boolean =>
    inTime({ date, actors: [], issues: [], documents: [], words: [] });
  const statementsOf = groupBy(look.record.statements.filter(dated), ({ speakers }) => speakers);
  const eventsOf = groupBy(look.record.events.filter(dated), ({ participants }) =>
    participants.map(({ actor }) => actor),
  );
  const positionsOf = groupBy(look.record.positions, ({ actor }) => [actor]);
  return look.record.actors.flatMap((actor): ActorRow[] => {
    const { id, name, kind, aliases, mentions } = actor;
    const [statements, events] = [statementsOf(id).length, eventsOf(id).length];
    const documents = [...new Set(mentions.map(({ doc }) => doc))];
    const issues = positionsOf(id).map(({ issue }) => issue);
    const words = [name, ...aliases, ...actor.roles.map(({ title }) => title)];
    if (!wanted({ date: null, actors: [id], issues, documents, words })) return [];
    if ((from !== null || to !== null) && statements + events === 0) return [];
    const roles = actor.roles.map((role) => ({ ...role, of: role.of && look.name(role.of) }));
    return [
      {
        id,
        name,
        kind,
        aliases,
        roles: roles.map(({ title, of, from, to }) => ({ title, of, from, to })),
        memberOf: look.names(actor.memberOf.map((membership) => membership.actor)),
        mentions: mentions.length,
        statements,
        events,
        documents: documents.length,
        evidence: mentions.slice(0, 1).map(look.cite),
      },
    ];
  });
}

export type StateRow = {
  readonly id: string;
  readonly between: readonly string[];
  readonly from: Edtf;
  readonly until: Edtf | null; // the day from which it was another
  readonly state: DialogueState;
  readonly evidence: readonly Citation[];
};

const trackOf = (between: readonly ActorId[]): string => [...between].sort().join(" ");

/** States of the dialogue in the record's order. */
export function stateRows(look: Lookup, filter: Filter): readonly StateRow[] {
  const wanted = filterOf(look, filter);
  const track = groupBy(look.record.state, ({ between }) => [trackOf(between)]);
  return look.record.state.flatMap(({ id, between, from, state, evidence }): StateRow[] => {
    const later = track(trackOf(between))
      .map((other) => other.from)
      .filter((other) => other > from)
      .sort();
    const parties = look.names(between);
    const words = [...parties, state, ...evidence.map(look.words)];
    if (
      !wanted({
        date: from,
        actors: between,
        issues: [],
        documents: evidence.map(({ doc }) => doc),
        words,
        shown: evidence,
      })
    )
      return [];
    return [{ id, between: parties, from, until: later[0] ?? null, state, evidence: evidence.map(look.cite) }];
  });
}
