// From invented reports to events: what only tells one again joins the one it fits, and no other; the side that a report leaves out.
import { describe, expect, test } from "vitest";
import { ingest } from "../../src/ingest/ingest.js";
import { ingestWords } from "../../src/lang/en/ingest.js";
import { linkWords } from "../../src/lang/en/link.js";
import { english } from "../../src/lang/en/read.js";
import { link } from "../../src/link/link.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { outlets } from "../../src/outlets/index.js";
import { read } from "../../src/read/read.js";

const language = english();
const kit = { words: ingestWords(), outlets, detectLanguage: () => "en", inferPublished: () => null };

async function recordOf(reports: readonly (readonly [string, string])[], turned = false): Promise<ParleyRecord> {
  const inputs = [];
  for (const [index, [day, text]] of reports.entries()) {
    const bytes = new TextEncoder().encode(` date ${day} ${text}`);
    const document = await ingest({ uri: `report-${index}.txt`, bytes }, kit);
    inputs.push({ document, reading: read(document, language) });
  }
  return link(turned ? inputs.reverse() : inputs, [], { title: "A test", reader: "test", words: linkWords() });
}

/** Each event's day with the words of its reports. */
const told = (record: ParleyRecord): Record<string, string[]> =>
  Object.fromEntries(
    record.events.map(({ date, kind, reports }) => [
      `${kind} ${date}`,
      reports.map(({ span }) => {
        const text = record.documents.find(({ id }) => id === span.doc)?.text ?? "";
        return text.slice(span.start, span.end);
      }),
    ]),
  );

const rounds = [
  ["2021-03-02", "Norway and Sweden held a first round of talks in Oslo on March 1."],
  ["2021-03-10", "Norway and Sweden held a second round of talks in Geneva on March 9."],
  ["2021-03-20", "Diplomats still speak of the Geneva session. The first round was forgotten."],
] as const;

describe("retellings", () => {
  test("by place and by number", async () => {
    const record = told(await recordOf(rounds));
    expect(record["meeting 2021-03-09"]?.join("|")).toContain("the Geneva session");
    expect(record["meeting 2021-03-01"]?.join("|")).toContain("The first round");
    expect(record["meeting 2021-03-01"]?.join("|")).not.toContain("Geneva session");
  });

  test("the order of intake decides nothing", async () => {
    expect(JSON.stringify(await recordOf(rounds, true))).toBe(JSON.stringify(await recordOf(rounds)));
  });

  test("where two fit alike, none is meant", async () => {
    const record = told(
      await recordOf([
        ["2021-03-02", "Nurses walked out in Oslo on March 1. Drivers walked out in Bergen on March 1."],
        ["2021-06-02", "Nobody has forgotten the stoppage."],
      ]),
    );
    expect(Object.values(record).flat().join("|")).not.toContain("the stoppage");
  });

  test("what fits no event is in no event", async () => {
    const record = told(
      await recordOf([["2021-03-02", "Norway and Sweden held talks in Oslo on March 1. The ultimatum was forgotten."]]),
    );
    expect(Object.values(record).flat().join("|")).not.toContain("ultimatum");
  });

  test("a noun that only names an event changes nothing of it", async () => {
    const alone = await recordOf([rounds[1]]);
    const more = await recordOf([rounds[1], ["2021-03-20", "The Geneva session left a bitter taste."]]);
    const facts = ({ events }: ParleyRecord) =>
      events.map(({ date, status, participants }) => [date, status, participants]);
    expect(facts(more)).toEqual(facts(alone));
    expect(more.events[0]?.sources.reports).toBe(2);
  });
});

describe("the side that is left out", () => {
  const both = [
    ["2021-03-02", "Norway and Sweden held talks in Oslo on March 1."],
    ["2021-03-10", "Norway and Sweden met in Geneva on March 9."],
    ["2021-03-12", "Norway and Sweden signed a protocol on March 11."],
  ] as const;
  const parties = (record: ParleyRecord, kind: string): string[][] =>
    record.events
      .filter((event) => event.kind === kind)
      .map(({ participants }) => participants.map(({ actor }) => actor).sort());

  test("an offer of one of the two goes to the other, and says why", async () => {
    const record = await recordOf([
      ...both,
      ["2021-03-20", "Norway proposed a new treaty on March 19. Sweden is silent."],
    ]);
    expect(parties(record, "proposal")).toEqual([["norway", "sweden"]]);
    const offer = record.events.find(({ kind }) => kind === "proposal");
    expect(offer?.why.map(({ rule }) => rule)).toContain("events/the other side of the dossier's main pair");
  });

  test("not where a third party offers, or no pair leads, or the report does not name both", async () => {
    const alone = await recordOf([...both, ["2021-03-20", "Norway proposed a new treaty on March 19."]]);
    expect(parties(alone, "proposal")).toEqual([["norway"]]);
    const third = await recordOf([...both, ["2021-03-20", "Denmark proposed a new treaty on March 19."]]);
    expect(parties(third, "proposal")).toEqual([["denmark"]]);
    const few = await recordOf([
      both[0],
      ["2021-03-20", "Norway proposed a new treaty on March 19. Sweden is silent."],
    ]);
    expect(parties(few, "proposal")).toEqual([["norway"]]);
  });

  test("a clause that tells it by its day alone", async () => {
    const record = told(
      await recordOf([
        ["2021-03-13", "Train drivers in Norway walked out on March 12."],
        ["2021-03-20", "On March 12 hardly a train moved in Norway."],
      ]),
    );
    expect(record["strike 2021-03-12"]?.join("|")).toContain("hardly a train moved");
  });

  test("a page's note of its dates tells nothing", async () => {
    const record = told(
      await recordOf([["2021-03-20", "Norway and Sweden met in Oslo on March 18. Published on March 19."]]),
    );
    expect(Object.keys(record)).toEqual(["meeting 2021-03-18"]);
  });
});
