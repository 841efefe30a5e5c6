// Where sentences end, and where not: a table for each kind of difficulty, "¦" between the sentences of one line, "‖" where no
// space stands between them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentenceWords } from "../../src/lang/en/sentences.js";
import {
  isHardWrapped,
  paragraphRanges,
  plainSentenceWords,
  type SentenceWords,
  sentenceRanges,
} from "../../src/text/sentences.js";
import { anyText } from "./any-text.js";

const words = sentenceWords();
const sentencesOf = (text: string, language: SentenceWords = words): string[] =>
  paragraphRanges(text)
    .flatMap((paragraph) => sentenceRanges(text, paragraph, language))
    .map(({ start, end }) => text.slice(start, end));

const tables: Readonly<Record<string, readonly string[]>> = {
  abbreviations: [
    "He spoke with Gen. Vale.¦They met on Jan. 10.¦It ended.",
    "The U.S. said no.¦The talks ended.",
    "They fly to the U.S.¦He will follow.",
    "It was No. 5 on the list.¦He left.",
    "The answer was no.¦Vale left.",
    "They meet on Tuesday at 9 a.m.¦Vale has called it a last try.",
    "They meet at 9 a.m. Moscow time on Friday.",
    "It was bought by Acme Inc.¦The price is not known.",
    "Acme Inc. Chairman Tom Orr left.",
    "Cranes, boats, etc.¦They were all sold.",
    "On Sat. Vale rested.",
    "There he sat.¦Vale rested.",
    "Some groups (e.g. The Dockers) agreed.",
    "It cost approx. five crowns.",
    "P.S. I came back.",
  ],
  initials: [
    "J. R. Vale left.¦So did he.",
    "Jonathan M. Stann owns it.",
    "She wrote it on X.¦He read it.",
    "A letter by B. Orr (b. May 1950) was read.",
  ],
  quotations: [
    "“Will it hold?” the ministry asked.¦Nobody knew.",
    "“Will it hold?” Vale asked.¦Nobody knew.",
    "“It will hold.”¦Nobody knew.",
    "“It will hold.” Vale said on Friday.",
    "“It will hold.”¦Vale told the union a price.",
    "“It will hold!”¦In the evening, Orr said that it had not.",
    "“Will it hold?¦Nobody knows,” he said.",
    "“It will not hold”, Orr said.¦“Never.”",
    "He said: “No.”¦They left.",
    "« It holds. »¦They left.",
    "(They had met before.)¦They left.",
    "(They had met before.¦It was in May.)",
  ],
  ellipses: [
    "They talked … and talked.",
    "They talked…¦It was late.",
    "It was late.¦<…> They left.",
    "It was late <…>.¦They left.",
    "They went on... to the end.",
  ],
  "lists, notes and headings": [
    "1. The first point.¦2. The second point.",
    "a) The first point.",
    "She named two things: 1. The price.",
    "It began in May.[17]¦He was there. [2] [3]¦She was not.",
    "In the play Who Goes There? (A Farce, 1950) he fell.",
    "Did he fall?¦(He did.)",
    "It is over.¦- They left.¦• They came back.",
    "It cost 12.5 crowns in 2019.¦2020 was worse.",
  ],
  "small letters and forgotten spaces": [
    "They left early.¦they came back.",
    "Who left?¦they did.",
    "Who left? and when?",
    "“Who left?” they asked.",
    "They left early.‖The talks went on.",
    "They read terms.Final and left.",
    "The dept. head and the intl. desk spoke.",
  ],
  datelines: [
    "GENEVA, Jan 10 (Quaywire) -¦The talks began.",
    "GENEVA (Quaywire) —¦The talks began.",
    "GENEVA —¦The talks began.",
    "NORTHMERE, Norland, May 3 --¦The talks began.",
    "MOSCOW, May 3. /QUAYWIRE/.¦The talks began.",
    "Northmere (Quaywire) -¦The talks began.",
    // no datelines
    "EXCLUSIVE - The talks begin",
    "Norland - a small state - said no.",
    "Vale (Norland) - who left early - said no.",
  ],
  "other scripts": ["谈判继续。‖他们离开了。", "Talks went on.¦他们离开了。"],
};

for (const [name, rows] of Object.entries(tables))
  describe(name, () => {
    test.each(rows)("%s", (row) =>
      expect(sentencesOf(row.replaceAll("¦", " ").replaceAll("‖", ""))).toEqual(row.split(/[¦‖]/)),
    );
  });

describe("paragraphs", () => {
  test("a line is one; sentences do not run over it", () => {
    expect(sentencesOf("Talks begin\nNorland said yes. Sudmark\n\nsaid no.")).toEqual([
      "Talks begin",
      "Norland said yes.",
      "Sudmark",
      "said no.",
    ]);
  });
  test("lines broken at a fixed width are none", () => {
    const line = "the talks went on in the old customs house above the river";
    const text = `${Array.from({ length: 9 }, () => line).join("\n")}\n\n${line}`;
    expect(isHardWrapped(text)).toBe(true);
    expect(paragraphRanges(text)).toHaveLength(2);
    expect(isHardWrapped(Array.from({ length: 9 }, () => `On Friday ${line}.`).join("\n"))).toBe(false);
  });
});

test("without a language a sentence ends at every stop before a capital", () => {
  expect(sentencesOf("Gen. Vale left. So did Mr. Orr.", plainSentenceWords)).toEqual([
    "Gen.",
    "Vale left.",
    "So did Mr.",
    "Orr.",
  ]);
});

describe("any text", () => {
  test("every character that is no white space lies in exactly one sentence, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const paragraph of paragraphRanges(text))
          for (const { start, end } of sentenceRanges(text, paragraph, words)) {
            expect(end).toBeGreaterThan(start);
            expect(start).toBeGreaterThanOrEqual(at);
            expect(text.slice(at, start)).toMatch(/^\s*$/);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            at = end;
          }
        expect(text.slice(at)).toMatch(/^\s*$/);
      }),
    );
  });
});
