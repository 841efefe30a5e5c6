// Positions: declared apart from ascribed, a spokesman for his party, one for each issue, party, stance and day; movements.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkedOf, type StanceDraft, told } from "./told.js";

const actors = [
  { name: "Norland", kind: "state" as const },
  { name: "Veldonia", kind: "state" as const },
  { name: "Ida Marlow", kind: "person" as const, of: "Norland", office: "minister" },
  { name: "Piet Tessen", kind: "person" as const },
];
const text =
  "Norland, its minister Ida Marlow and Piet Tessen spoke of the embargo. Veldonia keeps the embargo for now. No embargo, said Norland. Norland lives with the embargo.";
const input = (stances: readonly StanceDraft[], uri = "a.txt") =>
  told({ uri, published: "2031-03-11", text, actors }, stances);
const report = (words: string, stances: readonly StanceDraft[]) =>
  told({ uri: "c.txt", published: "2031-03-11", text: words, actors }, stances);
const positionsOf = (stances: readonly StanceDraft[]) => linkedOf([input(stances)]).positions;
const embargo = { term: "the embargo" } as const;

describe("whose position", () => {
  test("a body that decides for itself holds its own", () => {
    const bodies = [
      { name: "Norland", kind: "state" as const },
      { name: "National Assembly", kind: "body" as const, of: "Norland" },
      { name: "Foreign Ministry", kind: "body" as const, of: "Norland" },
    ];
    const words = "Norland, its Foreign Ministry and the National Assembly spoke of the embargo on ships.";
    const { positions } = linkedOf([
      told({ uri: "d.txt", published: "2031-03-11", text: words, actors: bodies }, [
        { who: "National Assembly", stance: "rejects", term: "the embargo on ships" },
        { who: "Foreign Ministry", stance: "supports", term: "the embargo on ships" },
      ]),
    ]);
    expect(positions.map(({ actor, stance }) => [actor, stance])).toEqual([
      ["national-assembly", "rejects"],
      ["norland", "supports"],
    ]);
  });

  test("a spokesman's is his party's, a private person's his own", () => {
    const positions = positionsOf([
      { who: "Ida Marlow", stance: "demands", ...embargo },
      { who: "Piet Tessen", stance: "rejects", ...embargo },
    ]);
    expect(positions.map(({ actor, stance }) => [actor, stance])).toEqual([
      ["norland", "demands"],
      ["piet-tessen", "rejects"],
    ]);
  });

  test("what another says of it is ascribed, and says by whom; what its own spokesman says is declared", () => {
    const positions = positionsOf([
      { who: "Veldonia", stance: "ignores", ...embargo, by: "Ida Marlow" },
      { who: "Norland", stance: "demands", ...embargo, by: "Ida Marlow" },
    ]);
    expect(positions.map(({ actor, basis, by }) => [actor, basis, by])).toEqual([
      ["norland", "declared", []],
      ["veldonia", "ascribed", ["ida-marlow"]],
    ]);
  });
});

describe("one line for each issue, party, stance and day", () => {
  test("two reports of one day are one position with two evidences; another day is another", () => {
    const stance = { who: "Norland", stance: "demands" as const, ...embargo };
    const { positions } = linkedOf([
      input([{ ...stance, date: "2031-03-10" }]),
      input(
        [
          { ...stance, date: "2031-03-10" },
          { ...stance, date: "2031-03-11" },
        ],
        "b.txt",
      ),
    ]);
    expect(positions.map(({ date, evidence }) => [date, evidence.length])).toEqual([
      ["2031-03-10", 2],
      ["2031-03-11", 1],
    ]);
  });

  test("a declared stance that differs from the last declared one has moved; the same again has not", () => {
    const at = (date: string, stance: StanceDraft["stance"]) => ({ who: "Veldonia", stance, date, ...embargo });
    const positions = positionsOf([
      at("2031-03-01", "rejects"),
      at("2031-03-05", "rejects"),
      at("2031-03-09", "accepts"),
    ]);
    expect(positions.map(({ date, moved }) => [date, moved])).toEqual([
      ["2031-03-01", false],
      ["2031-03-05", false],
      ["2031-03-09", true],
    ]);
  });

  test("an ascribed stance moves nobody", () => {
    const positions = positionsOf([
      { who: "Veldonia", stance: "rejects", date: "2031-03-01", ...embargo },
      { who: "Veldonia", stance: "ignores", date: "2031-03-05", by: "Norland", ...embargo },
    ]);
    expect(positions.some(({ moved }) => moved)).toBe(false);
  });
});

test("to reject a matter is to demand it turned round, where the party demands just that", () => {
  const positions = positionsOf([
    { who: "Norland", stance: "demands", term: "No embargo", date: "2031-03-01" },
    { who: "Norland", stance: "rejects", term: "the embargo for now", date: "2031-03-05" },
    { who: "Veldonia", stance: "rejects", term: "the embargo", date: "2031-03-05" },
  ]);
  expect(positions.map(({ actor, stance, date }) => [actor, stance, date])).toEqual([
    ["norland", "demands", "2031-03-01"],
    ["norland", "demands", "2031-03-05"],
    ["veldonia", "supports", "2031-03-05"],
  ]);
});

test.each([
  ["rejects", "the embargo", "supports"], // it agrees with what the name says
  ["supports", "the embargo", "rejects"],
  ["rejects", "a compromise on the embargo", "rejects"], // speaks for neither way
  ["rejects", "no embargo", "rejects"],
] as const)("where no embargo is asked for, who %s %s", (stance, term, told) => {
  const sentence =
    "Norland, its minister Ida Marlow, Piet Tessen and Veldonia spoke. No embargo, said Norland. On the embargo, no embargo, a compromise on the embargo.";
  const { positions } = linkedOf([
    report(sentence, [
      { who: "Norland", stance: "demands", term: "No embargo" },
      { who: "Veldonia", stance, term },
    ]),
  ]);
  expect(positions.map((position) => position.stance)).toEqual(["demands", told]);
});

test("to propose what one demands is no movement; to reject it on another day is", () => {
  const stances = (["demands", "proposes", "rejects"] as const).map((stance, day) => ({
    who: "Norland",
    stance,
    ...embargo,
    date: `2031-03-0${day + 1}`,
  }));
  expect(positionsOf(stances).map(({ stance, moved }) => [stance, moved])).toEqual([
    ["demands", false],
    ["proposes", false],
    ["rejects", true],
  ]);
});

test("the same positions in any order of reports", () => {
  const reports = ["2031-03-01", "2031-03-05", "2031-03-09"].map((date, index) =>
    input(
      [{ who: index === 1 ? "Veldonia" : "Norland", stance: index === 2 ? "accepts" : "rejects", date, ...embargo }],
      `${index}.txt`,
    ),
  );
  const whole = JSON.stringify(linkedOf(reports).positions);
  fc.assert(
    fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
      expect(JSON.stringify(linkedOf(shuffled).positions)).toBe(whole);
    }),
    { numRuns: 20 },
  );
});
