// Proposals: provisions of one party at one time, and the answers that they got; nobody there yet: pending.
import { expect, test } from "vitest";
import { linkedOf, type StanceDraft, told } from "./told.js";

const actors = [
  { name: "Kestrel Yards", kind: "organization" as const },
  { name: "Pilots Union", kind: "organization" as const },
];
const text =
  "Kestrel Yards offered a rise of 3 percent and free meals, then a rise of 4.5 percent. Pilots Union wants a rise of 9 percent.";
const proposalsOf = (...reports: readonly (readonly StanceDraft[])[]) =>
  linkedOf(
    reports.map((stances, index) => told({ uri: `${index}.txt`, published: "2031-03-20", text, actors }, stances)),
  ).proposals;
const offer = (term: string, date?: string): StanceDraft => ({
  who: "Kestrel Yards",
  stance: "proposes",
  term,
  ...(date ? { date } : {}),
});
const answer = (stance: StanceDraft["stance"], date?: string): StanceDraft => ({
  who: "Pilots Union",
  stance,
  term: "a rise of 3 percent",
  ...(date ? { date } : {}),
});

test("what a party puts forward on one day is one proposal with its provisions", () => {
  const [proposal, ...more] = proposalsOf([
    offer("a rise of 3 percent", "2031-03-06"),
    offer("free meals", "2031-03-06"),
  ]);
  expect(more).toEqual([]);
  expect(proposal).toMatchObject({ by: ["kestrel-yards"], date: "2031-03-06", answers: [] });
  expect(proposal?.provisions).toHaveLength(2);
  expect(proposal?.label).toBe("Kestrel Yards: Rise of 3 percent; Free meals");
});

test("an answer goes to the last offer before it, not to a later one", () => {
  const proposals = proposalsOf([
    offer("a rise of 3 percent", "2031-03-06"),
    offer("a rise of 4.5 percent", "2031-03-16"),
    answer("rejects", "2031-03-06"),
    answer("accepts", "2031-03-18"),
  ]);
  expect(proposals.map(({ date, answers }) => [date, answers.map(({ stance }) => stance)])).toEqual([
    ["2031-03-06", ["rejects"]],
    ["2031-03-16", ["accepts"]],
  ]);
});

test("an undated telling joins the offer with its figures; one that can mean two stands alone", () => {
  const dated = [offer("a rise of 3 percent", "2031-03-06"), offer("a rise of 4.5 percent", "2031-03-16")];
  expect(
    proposalsOf(dated, [offer("a rise of 3 percent")]).map(({ provisions }) => provisions[0]?.evidence.length),
  ).toEqual([2, 1]);
  expect(proposalsOf(dated, [offer("a rise")]).map(({ date }) => date)).toEqual(["2031-03-06", "2031-03-16", null]);
});

test("an undated answer goes with the offers of its own report", () => {
  const proposals = proposalsOf(
    [offer("a rise of 3 percent", "2031-03-06"), answer("rejects")],
    [offer("a rise of 4.5 percent", "2031-03-16")],
  );
  expect(proposals.map(({ answers }) => answers.length)).toEqual([1, 0]);
});

test("a demand alone is no proposal, and nobody answers himself", () => {
  expect(proposalsOf([{ who: "Pilots Union", stance: "demands", term: "a rise of 9 percent" }])).toEqual([]);
  const [proposal] = proposalsOf([
    offer("a rise of 3 percent", "2031-03-06"),
    { who: "Kestrel Yards", stance: "supports", term: "a rise of 3 percent", date: "2031-03-07" },
  ]);
  expect(proposal?.answers).toEqual([]);
});

test("of two parties' offers an answer means the one that its report tells, else the one made to it, else the later", () => {
  const three = [...actors, { name: "Harbour Board", kind: "organization" as const }];
  const words = `${text} Harbour Board offered a rise of 4 percent. Pilots Union rejected Kestrel Yards' rise of 3 percent.`;
  const rejection = { ...answer("rejects", "2031-03-12"), term: "Kestrel Yards' rise of 3 percent" };
  const proposals = (...stances: readonly (readonly StanceDraft[])[]) =>
    linkedOf(
      stances.map((drafts, index) =>
        told({ uri: `${index}.txt`, published: "2031-03-20", text: words, actors: three }, drafts),
      ),
    ).proposals.map(({ by, answers }) => [by[0], answers.length]);
  const board: StanceDraft = {
    who: "Harbour Board",
    stance: "proposes",
    term: "a rise of 4 percent",
    date: "2031-03-10",
  };
  const yards = offer("a rise of 3 percent", "2031-03-06");
  expect(proposals([board], [yards, rejection])).toEqual([
    ["kestrel-yards", 1],
    ["harbour-board", 0],
  ]);
  expect(proposals([board, yards], [rejection])).toEqual([
    ["harbour-board", 1],
    ["kestrel-yards", 0],
  ]);
});

test("an undated answer is no answer to an offer made after its report", () => {
  const rejected = "Pilots Union rejected Kestrel Yards' rise of 3 percent.";
  const { proposals } = linkedOf([
    told({ uri: "a.txt", published: "2031-03-08", text: rejected, actors }, [
      { ...answer("rejects"), term: "Kestrel Yards' rise of 3 percent" },
    ]),
    told({ uri: "b.txt", published: "2031-03-20", text, actors }, [
      offer("a rise of 3 percent", "2031-03-06"),
      offer("a rise of 4.5 percent", "2031-03-16"),
    ]),
  ]);
  expect(proposals.map(({ date, answers }) => [date, answers.length])).toEqual([
    ["2031-03-06", 1],
    ["2031-03-16", 0],
  ]);
});
