// Short names of organizations: one that several of them bear brings none of them together.
import { expect, test } from "vitest";
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
  return linkActors(inOrder(inputs))
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
