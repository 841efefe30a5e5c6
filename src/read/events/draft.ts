// A found event before its day, parties and details are collected: the trigger, the rule, and the phrases that hold the parties.
import type { EventKind, EventStatus, ParticipantRole } from "../../model/words.js";
import type { Clause, Stretch } from "./clauses.js";
import type { Dated } from "./dates.js";
import type { Party } from "./phrases.js";

export type RolledParty = Party & { readonly role: ParticipantRole };
export type EventDraft = {
  readonly clause: Clause | null;
  readonly trigger: Stretch; // tokens
  readonly rule: string;
  readonly kind: EventKind;
  readonly plover: string | null;
  readonly dates: readonly Dated[]; // several: "in 2015, 2018 and 2021" tells one event each
  readonly status: EventStatus;
  readonly parties: readonly RolledParty[];
  readonly object: Stretch | null;
  readonly frame: Stretch | null; // the noun phrase that belongs to the telling though it names nobody
  readonly noun: {
    readonly at: number;
    readonly plural: boolean;
    readonly definite: boolean;
    readonly pointed?: boolean;
  } | null; // pointed: "that meeting"
  readonly scope: Stretch; // where place, duration, form and outcome are looked for
  readonly last: boolean; // tells only how an event went on that was told before ("They lasted …")
  readonly score: number;
};
