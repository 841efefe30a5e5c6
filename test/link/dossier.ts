// An invented dossier for the tests of linking: two states, a council and four reports on the same three rounds of talks.
import type { LinkInput } from "../../src/link/input.js";
import { type ActorDraft, report } from "./reports.js";

const veldonia: ActorDraft = { name: "Veldonia", key: "state:VE", forms: ["Veldonian"] };
const ostrania: ActorDraft = { name: "Ostrania", key: "state:OS", forms: ["Ostranian"] };
const league: ActorDraft = { name: "League", key: "org:LEAGUE", kind: "organization" };
const council: ActorDraft = { name: "Veldonia-League Council", kind: "body", key: "body:COUNCIL" };
const marlow: ActorDraft = {
  name: "Ida Marlow",
  kind: "person",
  forms: ["Marlow"],
  of: "Veldonia",
  office: "envoy of Veldonia",
};
const tessen: ActorDraft = {
  name: "Piet Tessen",
  kind: "person",
  forms: ["Tessen"],
  of: "Ostrania",
  office: "envoy of Ostrania",
};

const preview = report({
  uri: "a-preview.txt",
  published: "2031-03-08",
  outlet: "The Lamp",
  text:
    "On March 10, Veldonia and Ostrania will hold talks in Brennick. On the 12th, Veldonia and the League will hold a dialogue in Corrow. " +
    "The envoy of Veldonia, Ida Marlow, said that nobody should expect a quick success on the border. " +
    "Marlow and Piet Tessen, the envoy of Ostrania, will have dinner on the evening of the 9th.",
  actors: [veldonia, ostrania, league, marlow, tessen],
  events: [
    {
      clause: "On March 10, Veldonia and Ostrania will hold talks in Brennick",
      trigger: "talks",
      date: "2031-03-10",
      on: "March 10",
      status: "planned",
      who: ["Veldonia", "Ostrania"],
      place: "Brennick",
    },
    {
      clause: "On the 12th, Veldonia and the League will hold a dialogue in Corrow",
      trigger: "dialogue",
      date: "2031-03-12",
      on: "the 12th",
      status: "planned",
      who: ["Veldonia", "League"],
      place: "Corrow",
    },
    {
      clause: "Marlow and Piet Tessen, the envoy of Ostrania, will have dinner on the evening of the 9th",
      trigger: "dinner",
      date: "2031-03-09",
      on: "the 9th",
      status: "planned",
      who: ["Marlow", "Piet Tessen"],
    },
  ],
  says: [{ who: ["Ida Marlow"], cue: "said", content: ["nobody should expect a quick success on the border"] }],
});

const wire = report({
  uri: "b-wire.txt",
  published: "2031-03-13",
  outlet: "Corrow Wire",
  text:
    "On March 10, Veldonia and Ostrania held talks in Brennick. They lasted almost eight hours. " +
    "On March 12, a meeting of the Veldonia-League Council was held in Corrow. It ended without concrete results. " +
    "The day before the talks, Ida Marlow and Piet Tessen held preliminary consultations.",
  actors: [veldonia, ostrania, league, council, marlow, tessen].map(({ office: _office, of: _of, ...plain }) => plain),
  events: [
    {
      clause: "On March 10, Veldonia and Ostrania held talks in Brennick",
      trigger: "talks",
      date: "2031-03-10",
      on: "March 10",
      who: ["Veldonia", "Ostrania"],
      place: "Brennick",
    },
    {
      clause: "They lasted almost eight hours",
      trigger: "lasted",
      date: "2031-03-10",
      lasted: ["almost eight hours", "PT8H", "LESS_THAN"],
      refersTo: 0,
    },
    {
      clause: "On March 12, a meeting of the Veldonia-League Council was held in Corrow",
      trigger: "meeting",
      date: "2031-03-12",
      on: "March 12",
      who: ["Veldonia-League Council"],
      place: "Corrow",
    },
    {
      clause: "The day before the talks, Ida Marlow and Piet Tessen held preliminary consultations",
      trigger: "consultations",
      date: "2031-03-09",
      on: "The day before",
      who: ["Ida Marlow", "Piet Tessen"],
    },
  ],
});

const other = report({
  uri: "c-other.txt",
  published: "2031-03-15",
  outlet: "The Anvil",
  text:
    "Two rounds of negotiations between Veldonia, Ostrania and the League were held from March 10 to 12. " +
    "On March 10, delegations of Veldonia and Ostrania met in Brennick for about six hours. Marlow said on March 7 that a quick success on the border was not to be expected by anybody. " +
    "On March 12 the Veldonia-League Council met in Corrow.",
  actors: [veldonia, ostrania, league, council, { name: "Marlow", kind: "person" }],
  events: [
    {
      clause: "Two rounds of negotiations between Veldonia, Ostrania and the League were held from March 10 to 12",
      trigger: "negotiations",
      date: "2031-03-10/2031-03-12",
      on: "March 10 to 12",
      who: ["Veldonia", "Ostrania", "League"],
      sums: 2,
    },
    {
      clause: "On March 10, delegations of Veldonia and Ostrania met in Brennick for about six hours",
      trigger: "met",
      date: "2031-03-10",
      on: "March 10",
      who: ["Veldonia", "Ostrania"],
      place: "Brennick",
      lasted: ["about six hours", "PT6H", "APPROX"],
    },
    {
      clause: "On March 12 the Veldonia-League Council met in Corrow",
      trigger: "met",
      date: "2031-03-12",
      on: "March 12",
      who: ["Veldonia-League Council"],
      place: "Corrow",
    },
  ],
  says: [
    {
      who: ["Marlow"],
      cue: "said",
      content: ["a quick success on the border was not to be expected by anybody"],
      date: "2031-03-07",
      on: "March 7",
    },
  ],
});

const reprint = report({
  uri: "d-reprint.txt",
  published: "2031-03-14",
  outlet: "Northern Post",
  text:
    "On March 10, Veldonia and Ostrania held talks in Brennick. They lasted almost eight hours. " +
    "On March 12, a meeting of the Veldonia-League Council was held in Corrow. It ended without concrete results. " +
    "The day before the talks, Ida Marlow and Piet Tessen held preliminary consultations in private.",
  actors: [veldonia, ostrania, league, council],
  events: [
    {
      clause: "On March 10, Veldonia and Ostrania held talks in Brennick",
      trigger: "talks",
      date: "2031-03-10",
      on: "March 10",
      who: ["Veldonia", "Ostrania"],
      place: "Brennick",
    },
  ],
});

const later = report({
  uri: "e-later.txt",
  published: "2031-06-02",
  outlet: "The Lamp",
  text: "Ostrania must take the first step to revive contacts with Veldonia, Tessen said. A new dialogue with Veldonia is excluded, the envoy of Ostrania, Piet Tessen, added on June 2.",
  actors: [veldonia, ostrania, tessen],
  says: [
    { who: ["Tessen"], cue: "said", content: ["Ostrania must take the first step to revive contacts with Veldonia"] },
    {
      who: ["Tessen"],
      cue: "added",
      content: ["A new dialogue with Veldonia is excluded"],
      date: "2031-06-02",
      on: "June 2",
    },
  ],
});

/** The reports of the invented dossier, by name. */
export const reports = { preview, wire, other, reprint, later };
export const dossier: readonly LinkInput[] = Object.values(reports);
