// By which channel something was said, and when: every shape of channels.txt by its example and counter-example, and a table of days.
import { describe, expect, test } from "vitest";
import { tableText } from "../../src/lang/en/index.js";
import { readText } from "../../src/parley.js";
import { parseTable } from "../../src/text/tables.js";

const rows = parseTable(tableText("channels.txt"), ["shape", "example", "counter"], "lang/en/channels.txt");

/** Channel and day of what the last of a report's sayings. The report was published on Thursday, 14 May 2026. */
async function lastSaid(sentences: string): Promise<{ channel: string | null; date: string | null }> {
  const head = "Harbour Gazette\nThursday, 14 May 2026\n\nDockers and owners still far apart over pay\n\n";
  const { reading } = await readText(`${head}${sentences}`, { uri: "report.txt" });
  const said = reading.attributions.filter(({ headline, within }) => !headline && within === null).at(-1);
  return { channel: said?.channel?.name ?? null, date: said?.date?.value ?? null };
}

describe("channels", () => {
  test.each(rows.map(({ shape, example, counter }) => [shape, example, counter] as const))(
    "%s",
    async (_shape, example, counter) => {
      const [sentence = "", channel = ""] = example.split(" => ");
      expect((await lastSaid(sentence)).channel).toContain(channel);
      expect((await lastSaid(counter)).channel).toBeNull();
    },
  );
});

/** Sentences and the day of their last saying. */
const days: readonly (readonly [sentences: string, date: string | null])[] = [
  ["Keller said on Tuesday that the offer was too low.", "2026-05-12"],
  ["On Tuesday Keller said that the offer was too low.", "2026-05-12"],
  ["Keller on Tuesday said that the offer was too low.", "2026-05-12"],
  ["A company spokesman confirmed on Wednesday, 13 May, that the round had been put off.", "2026-05-13"],
  ["Keller said that the talks on Tuesday had failed.", null],
  ["Keller said the talks would go on next Monday.", null],
  ["The union said in a statement issued on Monday that the offer was too low.", "2026-05-11"],
  ["Wages will rise, according to a report that the bank published on Monday.", "2026-05-11"],
  ["At Monday's hearing, which took three hours, counsel for the union argued that the ships were safe.", "2026-05-11"],
  ['Keller had called the proposal "a serious one" on Monday.', "2026-05-11"],
  ['"No ship will sail," the union leader Anna Brodt told a small crowd outside the hall this morning.', "2026-05-14"],
  ["Keller told reporters on Tuesday that the offer was too low. He added that the crews would wait.", "2026-05-12"],
  [
    "The owners met the crews on Tuesday. The talks lasted an hour and a half. Keller told reporters after the talks that the offer was too low.",
    "2026-05-12",
  ],
  ["The owners met the crews on Tuesday. Keller told them that the offer was too low.", "2026-05-12"],
  [
    "Brodt said on Tuesday that the crews would wait. Keller said on the same day that the offer was too low.",
    "2026-05-12",
  ],
  [
    "Keller said on Monday that he was tired. The owners said nothing new. The offer was too low, Keller added.",
    "2026-05-11",
  ],
  ["Halden Lines, which offered 4 percent on May 5, says it cannot go higher.", null],
  ["Keller has often said that the offer was too low.", null],
];

describe("days of sayings", () => {
  test.each(days)("%s", async (sentences, date) => {
    expect((await lastSaid(sentences)).date).toBe(date);
  });

  test("in a live report what is said in the present is said on its day", async () => {
    const head =
      "Harbour Gazette | Thursday 14 May 2026 | Last updated 18:05\n\nOwners and crews of the ferries to talk again\n\n";
    const entries =
      "17:52\n\nThe offer is too low, says Anna Keller.\n\n16:10\n\nNothing moves in the port.\n\n15:33\n\nThe crews are at the gate.";
    const { reading } = await readText(head + entries, { uri: "live.txt" });
    expect(reading.attributions.map(({ date }) => date?.value)).toEqual(["2026-05-14"]);
  });
});
