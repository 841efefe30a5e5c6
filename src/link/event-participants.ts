// Who takes part in an event: persons where persons are named as meeting, otherwise the parties, never both.
import type { ActorId } from "../model/ids.js";
import type { Event } from "../model/record.js";
import type { EventKind, ParticipantRole } from "../model/words.js";
import { leading, type Told } from "./event-facts.js";
import type { Parties } from "./parties.js";
import { isEncounter, type Telling } from "./tellings.js";

type Participants = Event["participants"];

/** Every actor once, in the order told, in the role that most documents give it. */
function merged(told: readonly { actor: ActorId; role: ParticipantRole; doc: number }[]): Participants {
  const roles = new Map<ActorId, Told<ParticipantRole>[]>();
  for (const { actor, role, doc } of told) roles.set(actor, [...(roles.get(actor) ?? []), { value: role, doc }]);
  return [...roles].map(([actor, values]) => ({ actor, role: leading(values)?.value ?? "participant" }));
}

/** Those for whom nobody more particular stands beside them: "Russia" goes where its ministry is named. */
function withoutThoseSpokenFor(participants: Participants, parties: Parties): Participants {
  return participants.filter(
    ({ actor }) => !participants.some((other) => other.actor !== actor && parties.above(other.actor).has(actor)),
  );
}

/** Persons that a telling names as meeting: two or more, of two parties where their parties are known. */
function personsMeeting(telling: Telling, parties: Parties): boolean {
  const persons = telling.participants.filter(({ actor }) => telling.persons.has(actor));
  return persons.length > 1 && new Set(persons.map(({ actor }) => parties.partyOf(actor))).size > 1;
}

/** The parties that met: states and organizations; an organ stands for itself where only one side is told. */
function partiesMeeting(tellings: readonly Telling[], parties: Parties): Participants {
  const told = tellings.flatMap((telling) =>
    telling.participants.map((participant) => ({ ...participant, doc: telling.doc })),
  );
  const expanded = told.flatMap(({ actor, role, doc }) => {
    const joint = parties.jointOf(actor);
    if (joint.length > 0)
      return [...joint.map((part) => ({ actor: part, role: "participant" as const, doc })), { actor, role, doc }];
    return [{ actor, role, doc }];
  });
  const sides = merged(
    expanded.map((one) =>
      parties.jointOf(one.actor).length > 0 ? one : { ...one, actor: parties.partyOf(one.actor) },
    ),
  );
  return sides.filter(({ actor }) => parties.jointOf(actor).length === 0).length > 1
    ? sides
    : withoutThoseSpokenFor(merged(told), parties);
}

/** What parties do, whoever does it for them: "Lars Holm rejected the offer" is the company's rejection. */
const byParties: ReadonlySet<EventKind> = new Set([
  "proposal",
  "rejection",
  "publication",
  "deadline",
  "suspension",
  "expulsion",
  "sanction",
  "strike",
  "vote",
] as const);

/** The party that a person speaks for; the person where none is known. */
function behind(actor: ActorId, parties: Parties): ActorId {
  if (parties.actor(actor)?.kind !== "person") return actor;
  const party = parties.partyOf(actor);
  return parties.actor(party)?.kind === "person" ? actor : party;
}

/** The participants of an event out of all its tellings, in the order told. */
export function participantsOf(told: readonly Telling[], kind: EventKind, parties: Parties): Participants {
  const named = told.filter(({ byPronoun }) => !byPronoun);
  const tellings = named.some(({ participants }) => participants.length > 1) ? named : told;
  if (!isEncounter(kind)) {
    const acting = tellings.flatMap((telling) =>
      telling.participants.map(({ actor, role }) => ({
        actor: byParties.has(kind) ? behind(actor, parties) : actor,
        role,
        doc: telling.doc,
      })),
    );
    return withoutThoseSpokenFor(merged(acting), parties);
  }
  const naming = tellings.filter((telling) => personsMeeting(telling, parties));
  if (naming.length === 0) return partiesMeeting(tellings, parties);
  return merged(
    naming.flatMap((telling) =>
      telling.participants
        .filter(({ actor }) => telling.persons.has(actor))
        .map((one) => ({ ...one, doc: telling.doc })),
    ),
  );
}
