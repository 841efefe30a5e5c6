// Disputes: reports of one negotiation share their issues; those of another one do not, however alike their words are.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameForms } from "../../src/lang/en/link-names.js";
import { linkActors } from "../../src/link/actors.js";
import { disputesOf } from "../../src/link/disputes.js";
import { inOrder, type LinkInput } from "../../src/link/input.js";
import { linkedOf, told } from "./told.js";

/** Report number `index`: each party that it names asks for a pay rise. */
const reportOf = (names: readonly string[], index: number): LinkInput =>
  told(
    {
      uri: `${String(index).padStart(3, "0")}.txt`,
      published: `2031-03-${String(1 + (index % 28)).padStart(2, "0")}`,
      text: names.map((name) => `${name} asks for a pay rise of workers.`).join(" "),
      actors: names.map((name) => ({ name, kind: "organization" as const })),
    },
    names.map((who) => ({ who, stance: "demands" as const, term: "a pay rise of workers" })),
  );

/** The reports that are of one dispute, by their uri. */
function disputesIn(reports: readonly (readonly string[])[]): string[] {
  const corpus = inOrder(reports.map(reportOf));
  const disputeOf = disputesOf(corpus, linkActors(corpus, nameForms()).actorOf);
  const groups = new Map<number, string[]>();
  for (const [doc, { document }] of corpus.entries()) {
    const dispute = disputeOf(doc);
    groups.set(dispute, [...(groups.get(dispute) ?? []), String(Number.parseInt(document.uri, 10))]);
  }
  return [...groups.values()].map((group) => group.sort().join(" ")).sort();
}

const [norlan, veldon, ostmar, teyra, garde, hollin] = [
  "Norlan Yards",
  "Veldon Union",
  "Ostmar Steel",
  "Teyra Guild",
  "Garde Lines",
  "Hollin Board",
];

describe("which reports are of one dispute", () => {
  test.each([
    [
      "two disputes",
      [
        [norlan, veldon],
        [norlan, veldon],
        [ostmar, teyra],
        [ostmar, teyra],
      ],
      ["0 1", "2 3"],
    ],
    [
      "two parties shared, from report to report",
      [
        [norlan, veldon],
        [norlan, veldon, garde],
        [garde, norlan],
        [ostmar, teyra],
        [ostmar, teyra, hollin],
        [hollin, teyra],
      ],
      ["0 1 2", "3 4 5"],
    ],
    [
      "one party is enough where it is of one dispute",
      [[norlan, veldon], [norlan, veldon], [norlan], [ostmar, teyra], [ostmar, teyra], [teyra, hollin]],
      ["0 1 2", "3 4 5"],
    ],
    [
      "most reports of one: so are all",
      [[norlan, veldon], [norlan, veldon], [norlan, veldon], [ostmar, teyra], []],
      ["0 1 2 3 4"],
    ],
    [
      "the parties of a report are of two disputes: it stands alone",
      [
        [norlan, veldon],
        [norlan, veldon],
        [ostmar, teyra],
        [ostmar, teyra],
        [veldon, teyra],
      ],
      ["0 1", "2 3", "4"],
    ],
    [
      "who deals with everybody makes no dispute",
      [
        [norlan, veldon],
        [norlan, teyra],
        [norlan, ostmar],
        [norlan, garde],
        [norlan, hollin],
      ],
      ["0", "1", "2", "3", "4"],
    ],
    ["nobody is named", [[], []], ["0 1"]],
  ])("%s", (_name, reports, disputes) => {
    expect(disputesIn(reports)).toEqual(disputes);
  });

  test("in any order of intake the same", () => {
    const party = fc.constantFrom(norlan, veldon, ostmar, teyra, garde, hollin);
    const reports = fc.array(fc.uniqueArray(party, { maxLength: 3 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(reports, (tables) => {
        const inputs = tables.map(reportOf);
        const disputes = (all: readonly LinkInput[]): string[] => {
          const corpus = inOrder(all);
          const disputeOf = disputesOf(corpus, linkActors(corpus, nameForms()).actorOf);
          return corpus.map(({ document }, doc) => `${document.uri} ${corpus[disputeOf(doc)]?.document.uri}`);
        };
        expect(disputes([...inputs].reverse())).toEqual(disputes(inputs));
      }),
      { numRuns: 50 },
    );
  });
});

test("the same words in two disputes are two issues, in one they are one", () => {
  const apart = [
    [norlan, veldon],
    [norlan, veldon],
    [ostmar, teyra],
    [ostmar, teyra],
  ].map(reportOf);
  const { issues } = linkedOf(apart);
  expect(issues.map(({ evidence }) => new Set(evidence.map(({ doc }) => doc)).size)).toEqual([2, 2]);
  expect(issues.map(({ id, label }) => [id, label])).toEqual([
    ["pay-rise-of-workers-norlan-yards", "Pay rise of workers (Norlan Yards)"],
    ["pay-rise-of-workers-ostmar-steel", "Pay rise of workers (Ostmar Steel)"],
  ]);
  const one = [
    [norlan, veldon],
    [norlan, veldon],
    [norlan, garde],
  ].map(reportOf);
  expect(linkedOf(one).issues).toHaveLength(1);
});
