// Short names of organizations: one that several of them bear brings none of them together.

import { expect, test } from "vitest";
import { nameForms } from "../../src/lang/en/link-names.js";
import { linkActors } from "../../src/link/actors.js";
import { inOrder } from "../../src/link/input.js";
import { report } from "./reports.js";

/** The organizations of a dossier of reports that each name one, in full and in short. */
function actorsOf(names: readonly (readonly [name: string, ...forms: string[]])[]): string[] {
  const inputs = names.map(([name, ...forms], index) =>
    report({
      uri: `${index}.txt`,
      published: "2031-03-10",
      text: [name, ...forms].map((form) => `${form} met.`).join(" "),
      actors: [{ name, kind: "organization", forms }],
    }),
  );
  return linkActors(inOrder(inputs), nameForms())
    .actors.map(({ aliases }) => aliases.toSorted().join(" = "))
    .sort();
}

test.each([
  [
    "three that bear one: apart",
    [
      ["Marsk Dockers Union", "Marsk"],
      ["Marsk Bakers Union", "Marsk"],
      ["Marsk Pilots Guild", "Marsk"],
    ],
    ["Marsk = Marsk Bakers Union", "Marsk = Marsk Dockers Union", "Marsk = Marsk Pilots Guild"],
  ],
  [
    "and who bears it alone goes with none of them",
    [["Marsk Dockers Union", "Marsk"], ["Marsk Bakers Union", "Marsk"], ["Marsk Pilots Guild", "Marsk"], ["Marsk"]],
    ["Marsk", "Marsk = Marsk Bakers Union", "Marsk = Marsk Dockers Union", "Marsk = Marsk Pilots Guild"],
  ],
  [
    "names that add words to one another are one bearer",
    [["Marsk Ports", "Marsk"], ["Marsk Ports Holding", "Marsk"], ["Marsk Ports Holding Group", "Marsk"], ["Marsk"]],
    ["Marsk = Marsk Ports = Marsk Ports Holding = Marsk Ports Holding Group"],
  ],
] as const)("%s", (_name, names, actors) => {
  expect(actorsOf(names)).toEqual(actors);
});

type Named = readonly [name: string, kind: "organization" | "body" | "person", rule?: string];

/** The actors of a dossier of reports that each name one, found by a rule. */
function linked(names: readonly Named[]): string[] {
  const inputs = names.map(([name, kind, rule = "lexicon"], index) => {
    const text = `On that day ${name} met.`;
    const input = report({ uri: `${index}.txt`, published: "2031-03-10", text, actors: [{ name, kind }] });
    const why = { rule: `actors/name/${rule}`, score: null };
    const mentions = input.reading.mentions.map((mention) => ({ ...mention, why }));
    return { ...input, reading: { ...input.reading, mentions } };
  });
  return linkActors(inOrder(inputs), nameForms())
    .actors.map(({ kind, name, aliases }) => `${kind} ${name}: ${aliases.toSorted().join(" = ")}`)
    .sort();
}

test.each<[string, readonly Named[], string[]]>([
  [
    "the same words in another order, one organization",
    [
      ["Marsk Cooperation Council", "organization"],
      ["Council of Cooperation of Marsk", "organization"],
    ],
    ["organization Council of Cooperation of Marsk: Council of Cooperation of Marsk = Marsk Cooperation Council"],
  ],
  [
    "other words: apart",
    [
      ["Marsk Cooperation Council", "organization"],
      ["Council of Fisheries of Marsk", "organization"],
    ],
    [
      "organization Council of Fisheries of Marsk: Council of Fisheries of Marsk",
      "organization Marsk Cooperation Council: Marsk Cooperation Council",
    ],
  ],
  [
    "an organization without the word for its kind",
    [
      ["Tarn Marsk Capital", "organization"],
      ["Tarn Marsk", "organization"],
    ],
    ["organization Tarn Marsk Capital: Tarn Marsk = Tarn Marsk Capital"],
  ],
  [
    "two that would be called so: apart",
    [
      ["Tarn Marsk Capital", "organization"],
      ["Tarn Marsk Air", "organization"],
      ["Tarn Marsk", "organization"],
    ],
    [
      "organization Tarn Marsk Air: Tarn Marsk Air",
      "organization Tarn Marsk Capital: Tarn Marsk Capital",
      "organization Tarn Marsk: Tarn Marsk",
    ],
  ],
  [
    "an own body by its noun, where the dossier has one such",
    [
      ["Marsk SE works council", "body"],
      ["Marsk works council", "body"],
      ["works council", "body"],
    ],
    ["body Marsk SE works council: Marsk SE works council = Marsk works council = works council"],
  ],
  [
    "of two such bodies it is neither",
    [
      ["Marsk works council", "body"],
      ["Orvela works council", "body"],
      ["works council", "body"],
    ],
    [
      "body Marsk works council: Marsk works council",
      "body Orvela works council: Orvela works council",
      "body works council: works council",
    ],
  ],
  [
    "a surname that capitals made an organization",
    [
      ["Anna Marsk", "person", "title-before"],
      ["Marsk", "organization", "acts-alone"],
    ],
    ["person Anna Marsk: Anna Marsk = Marsk"],
  ],
  [
    "not where something else tells that it is one",
    [
      ["Anna Marsk", "person", "title-before"],
      ["Marsk", "organization", "noun-before"],
    ],
    ["organization Marsk: Marsk", "person Anna Marsk: Anna Marsk"],
  ],
  [
    "an organization that capitals made a person",
    [
      ["Tarn Marsk", "organization", "organization-signs"],
      ["Tarn Marsk", "person", "two-names"],
    ],
    ["organization Tarn Marsk: Tarn Marsk"],
  ],
])("%s", (_name, names, actors) => expect(linked(names)).toEqual(actors));
