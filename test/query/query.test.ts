// Rows and filters on a record made by hand: what each filter keeps, and what it must not keep.
import { describe, expect, test } from "vitest";
import { edtf } from "../../src/model/edtf.js";
import type { ActorId } from "../../src/model/ids.js";
import type { Position } from "../../src/model/record.js";
import { actorRows, stateRows } from "../../src/query/actors.js";
import { discrepancyRows, documentRows, problemRows } from "../../src/query/documents.js";
import { chronicleRows, meetingRows } from "../../src/query/events.js";
import { explain, nearIds, reasonOf, scoreInWords } from "../../src/query/explain.js";
import { actorsNamed, everything, type Filter, issuesNamed } from "../../src/query/filter.js";
import { lookupOf } from "../../src/query/lookup.js";
import { nearest, UnknownNameError } from "../../src/query/names.js";
import { issueRows, latestOf, positionRows } from "../../src/query/positions.js";
import { openRows, proposalRows } from "../../src/query/proposals.js";
import { statementRows } from "../../src/query/statements.js";
import { ids, record } from "./record.js";

const look = lookupOf(record);
const filter = (part: Partial<Record<keyof Filter, string>>): Filter => ({
  ...everything,
  ...part,
  from: part.from === undefined ? null : edtf(part.from),
  to: part.to === undefined ? null : edtf(part.to),
});
const listings = {
  chronicle: chronicleRows,
  meetings: meetingRows,
  statements: statementRows,
  positions: positionRows,
  proposals: proposalRows,
  open: openRows,
  actors: actorRows,
  issues: issueRows,
  documents: documentRows,
  problems: problemRows,
  discrepancies: discrepancyRows,
  state: stateRows,
};
const idsOf = (name: keyof typeof listings, part: Parameters<typeof filter>[0] = {}): readonly string[] =>
  listings[name](look, filter(part)).map(({ id }) => id.replace(/-0+/, ""));

describe("filters", () => {
  const cases: readonly (readonly [keyof typeof listings, Parameters<typeof filter>[0], readonly string[]])[] = [
    ["chronicle", {}, ["e1", "e2", "e3"]],
    ["chronicle", { from: "2031-03-11" }, ["e2"]],
    ["chronicle", { to: "2031-03" }, ["e1"]],
    ["chronicle", { from: "2031-04-15", to: "2031-04-20" }, ["e2"]],
    ["chronicle", { actor: "Arvania" }, ["e1"]], // Tolland speaks for the ministry, and it for Arvania
    ["chronicle", { actor: "Belmora" }, ["e1"]],
    ["chronicle", { issue: "quota" }, ["e3"]],
    ["chronicle", { outlet: "corin wire" }, ["e1", "e2"]],
    ["chronicle", { outlet: "d-000000000002.txt" }, ["e1", "e3"]],
    ["chronicle", { grep: "TWO HOURS" }, ["e1"]],
    ["meetings", {}, ["e1", "e2"]],
    ["statements", {}, ["s1", "s2"]],
    ["statements", { actor: "mira-tolland" }, ["s1"]],
    ["statements", { actor: "mia tolland" }, ["s1"]],
    ["statements", { issue: "passage" }, ["s1"]],
    ["statements", { grep: "diplomat" }, ["s2"]],
    ["statements", { from: "2031" }, ["s1"]],
    ["positions", { actor: "Arvania" }, ["p1", "p2", "p4", "p5"]],
    ["positions", { issue: "quota", to: "2031-03-10" }, ["p3", "p4"]],
    ["proposals", {}, ["o1", "o2"]],
    ["proposals", { issue: "free passage" }, ["o1"]],
    ["proposals", { grep: "harbour" }, []],
    ["chronicle", { grep: "on march 10" }, ["e1"]], // the sentence shown, beyond the clause
    ["actors", { from: "2031-03-10", to: "2031-03-10" }, ["mira-tolland", "belmora"]],
    ["actors", { actor: "Arvania" }, ["arvania", "arvanian-foreign-ministry", "mira-tolland"]],
    ["actors", { outlet: "d-000000000002.txt" }, []],
    ["issues", {}, ["free-passage", "quota"]],
    ["issues", { actor: "Arvania", from: "2031-03-11" }, ["quota"]],
    ["issues", { grep: "free" }, ["free-passage", "quota"]], // the hand-made positions all cite those words
    ["documents", { actor: "Tolland" }, ["d1"]],
    ["documents", { from: "2031" }, ["d1"]],
    ["documents", { grep: "diplomat" }, ["d2"]],
    ["problems", { actor: "Tolland" }, ["q1"]],
    ["problems", { outlet: "Corin Wire" }, []],
    ["discrepancies", { actor: "Belmora" }, ["x1"]],
    ["discrepancies", { from: "2031-03-11" }, []],
    ["state", { actor: "Belmora", to: "2031-03-10" }, ["g1"]],
    ["open", {}, ["free-passage"]],
  ];
  test.each(cases)("%s %j", (name, part, expected) => {
    expect(idsOf(name, part)).toEqual(expected);
  });
});

const [first] = record.positions;
/** A position like the first of the record, by another and at another time; null: the report (of March 11) gives none. */
function held(actor: ActorId, stance: Position["stance"], date: string | null): Position {
  if (!first) throw new Error("the record has positions");
  return { ...first, actor, stance, date: date === null ? null : edtf(date), issue: ids.quota, basis: "declared" };
}

describe("rows", () => {
  test("of the chronicle begin with the report that tells it as it was, and flag contradictions", () => {
    const [talks, next, offer] = chronicleRows(look, everything);
    expect(talks).toMatchObject({
      status: "happened",
      outlets: ["Corin Wire", "d-000000000002.txt"],
      participants: ["Mira Tolland", "Belmora"],
      contradicted: ["duration"],
    });
    expect(talks?.evidence.map(({ words }) => words)).toEqual([
      "The envoys met in Lasse for two hours",
      "Tolland met Belmora's envoys in Lasse",
    ]);
    expect(next?.fate).toBe("pending");
    expect([offer?.basis, offer?.date]).toEqual(["claimed", null]);
  });
  test("of meetings have their series", () => {
    expect(meetingRows(look, everything).map(({ series, round, duration }) => [series, round, duration])).toEqual([
      ["Fishing talks", 1, "PT2H"],
      ["Fishing talks", null, null],
    ]);
  });
  test("of statements name the speaker, or keep the words that do not", () => {
    expect(statementRows(look, everything).map(({ speakers, named, words }) => [speakers, named, words])).toEqual([
      [["Mira Tolland"], true, "We demand free passage"],
      [["A diplomat"], false, "the quota would be raised"],
    ]);
  });
  test("of issues have everybody's latest, what is declared before what is ascribed", () => {
    const latest = Object.fromEntries(
      issueRows(look, everything).map((row) => [
        row.label,
        row.latest.map(({ actor, stance, basis }) => `${actor} ${stance} ${basis}`),
      ]),
    );
    expect(latest).toEqual({
      "free passage": ["Arvania demands declared", "Belmora rejects ascribed"],
      quota: ["Belmora proposes declared", "Arvania accepts declared"],
    });
  });
  test.each([
    ["2031-03-20", "accepts"], // dated after the report
    ["2031-03-10", "demands"], // dated before it
  ])("a position without a date was held by the day of its report (%s: %s)", (date, stance) => {
    const positions = [held(ids.belmora, "accepts", date), held(ids.belmora, "demands", null)];
    for (const some of [positions, positions.toReversed()])
      expect(latestOf(some, look).map((position) => position.stance)).toEqual([stance]);
  });
  test("what all who asked have accepted in the end is not open", () => {
    const open = (...positions: Position[]) =>
      openRows(lookupOf({ ...record, positions, proposals: [] }), everything).map(({ answered }) =>
        answered.map(({ stance }) => stance),
      );
    const claim = held(ids.arvania, "demands", "2031-03-01");
    const offer = held(ids.belmora, "proposes", "2031-03-02");
    expect(open(claim, offer)).toEqual([[]]);
    expect(open(claim, offer, held(ids.arvania, "rejects", "2031-03-03"))).toEqual([["rejects"]]);
    expect(
      open(claim, offer, held(ids.arvania, "accepts", "2031-03-04"), held(ids.belmora, "accepts", "2031-03-04")),
    ).toEqual([]);
    expect(open(claim, offer, held(ids.arvania, "supports", "2031-03-04"))).toEqual([[]]); // of its own claim: no answer
  });
  test("of what is open leave out what is settled; an ascribed answer is none", () => {
    expect(openRows(look, everything)).toMatchObject([
      { label: "free passage", demanded: [{ actor: "Arvania" }], offered: [], answered: [], pending: ["Belmora"] },
    ]);
  });
  test("of proposals tell who has not answered", () => {
    expect(
      proposalRows(look, everything).map(({ pending, answers }) => [pending, answers.map(({ stance }) => stance)]),
    ).toEqual([
      [["Belmora"], []],
      [[], ["accepts"]],
    ]);
  });
  test("of the state tell until when, whatever the order of the parties", () => {
    expect(stateRows(look, everything).map(({ from, until, state }) => [from, until, state])).toEqual([
      ["2031-03-10", "2031-03-11", "under-way"],
      ["2031-03-11", null, "scheduled"],
    ]);
  });
  test("of actors, documents and problems count and name", () => {
    expect(actorRows(look, everything).find(({ id }) => id === ids.tolland)).toMatchObject({
      memberOf: ["Arvanian Foreign Ministry"],
      statements: 1,
      events: 1,
      mentions: 1,
      documents: 1,
    });
    expect(documentRows(look, everything)[0]).toMatchObject({
      statements: 1,
      events: 2,
      sentences: { new: 1, recycled: 0, background: 0 },
    });
    expect(problemRows(look, everything)[0]?.candidates).toEqual(["Mira Tolland", "someone"]);
  });
});

describe("names", () => {
  test.each([
    ["Arvania", ["arvania"]], // exact goes before "Arvanian Foreign Ministry"
    ["foreign ministry", ["arvanian-foreign-ministry"]],
    ["toll", ["mira-tolland"]],
    ["mira-tolland", ["mira-tolland"]],
  ])("%s", (asked, expected) => {
    expect(actorsNamed(look, asked).map(({ id }) => id)).toEqual(expected);
  });
  test.each(["Brandt", "", "  ", "arvania!"])("%j names nobody", (asked) => {
    if (asked === "arvania!") expect(actorsNamed(look, asked)).toHaveLength(1);
    else expect(() => actorsNamed(look, asked)).toThrow(UnknownNameError);
  });
  test("near names are offered, nearest first, and none that is far", () => {
    expect(nearest("Tolande", ["Tolland", "Belmora", "Toland"])).toEqual(["Toland", "Tolland"]);
    expect(nearest("xyz", ["Tolland"])).toEqual([]);
    expect(() => issuesNamed(look, "quotas")).toThrow(expect.objectContaining({ near: ["quota"] }));
  });
});

describe("explain", () => {
  test("an event by its id and by a former one", () => {
    const talks = explain(look, ids.talks);
    expect(talks).toMatchObject({ id: ids.talks, kind: "event", heading: "Arvania–Belmora talks, Lasse" });
    expect(talks?.evidence.map(({ of }) => of)).toEqual(["told as planned, undated", "told as happened, undated"]);
    expect(talks?.related.map(({ kind }) => kind)).toEqual(["discrepancy", "series"]);
    expect(explain(look, "e-00000000000f")).toEqual(talks);
  });
  test("every line that has an id", () => {
    const lines = Object.values(record).flatMap((list) => (Array.isArray(list) ? (list as { id: string }[]) : []));
    expect(lines.length).toBeGreaterThan(25);
    for (const { id } of lines) expect(explain(look, id)).toMatchObject({ id });
  });
  test("an unknown id is none; ids that begin like it are near, else those that look like it", () => {
    expect(explain(look, "e-none")).toBeNull();
    expect(nearIds(record, "p-")).toHaveLength(5);
    expect(nearIds(record, "mira-toland")[0]).toBe("mira-tolland");
  });
  test.each([
    [null, "exact"],
    [0.95, "all but sure"],
    [0.8, "likely"],
    [0.61, "more likely than not"],
    [0.2, "doubtful"],
  ])("a score of %s in words", (score, words) => {
    expect(scoreInWords(score)).toContain(words);
  });
  test("a rule's reason stands apart from its name", () => {
    expect(reasonOf({ rule: "actors/name: same name: twice", score: 0.9 })).toMatchObject({
      rule: "actors/name",
      because: "same name: twice",
    });
    expect(reasonOf({ rule: "direct-before", score: null })).toMatchObject({ rule: "direct-before", because: null });
  });
});
