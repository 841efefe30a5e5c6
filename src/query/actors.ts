// Rows of who is who, and of what the dialogue between them was from when on.
import type { Edtf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { ActorKind, DialogueState } from "../model/words.js";
import { type Filter, filterOf } from "./filter.js";
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
};

/** Actors in the record's order; by time: those with a statement or event in it. */
export function actorRows(look: Lookup, filter: Filter): readonly ActorRow[] {
  const { from, to, ...rest } = filter;
  const [wanted, inTime] = [
    filterOf(look, { ...rest, from: null, to: null }),
    filterOf(look, { from, to, actor: null, issue: null, outlet: null, grep: null }),
  ];
  const dated = (date: Edtf | null): boolean => inTime({ date, actors: [], issues: [], documents: [], words: [] });
  return look.record.actors.flatMap((actor): ActorRow[] => {
    const { id, name, kind, aliases } = actor;
    const statements = look.record.statements.filter(({ speakers, date }) => speakers.includes(id) && dated(date));
    const events = look.record.events.filter(
      ({ participants, date }) => participants.some((one) => one.actor === id) && dated(date),
    );
    const issues = look.record.positions.filter((position) => position.actor === id).map(({ issue }) => issue);
    const documents = [...new Set(actor.mentions.map(({ doc }) => doc))];
    if (
      !wanted({
        date: null,
        actors: [id],
        issues,
        documents,
        words: [name, ...aliases, ...actor.roles.map(({ title }) => title)],
      })
    )
      return [];
    if ((from !== null || to !== null) && statements.length + events.length === 0) return [];
    return [
      {
        id,
        name,
        kind,
        aliases,
        roles: actor.roles.map((role) => ({
          title: role.title,
          of: role.of && look.name(role.of),
          from: role.from,
          to: role.to,
        })),
        memberOf: look.names(actor.memberOf.map((membership) => membership.actor)),
        mentions: actor.mentions.length,
        statements: statements.length,
        events: events.length,
        documents: documents.length,
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

/** States of the dialogue in the record's order. */
export function stateRows(look: Lookup, filter: Filter): readonly StateRow[] {
  const wanted = filterOf(look, filter);
  const track = (between: readonly ActorId[]): string => [...between].sort().join(" ");
  return look.record.state.flatMap((state): StateRow[] => {
    const { id, between, from, evidence } = state;
    const next = look.record.state
      .filter((other) => other.from > from && track(other.between) === track(between))
      .map((other) => other.from)
      .sort()[0];
    const facts = {
      date: from,
      actors: between,
      issues: [],
      documents: evidence.map(({ doc }) => doc),
      words: [...look.names(between), state.state, ...evidence.map(look.words)],
    };
    return wanted(facts)
      ? [
          {
            id,
            between: look.names(between),
            from,
            until: next ?? null,
            state: state.state,
            evidence: evidence.map(look.cite),
          },
        ]
      : [];
  });
}
