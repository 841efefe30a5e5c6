// Figures and lengths of an event out of its sentences: who gives them, of what, and what is none.
import { expect, test } from "vitest";
import { linkWords } from "../../src/lang/en/link.js";
import { type FigureUnit, figuresOfTelling, lengthOfTelling } from "../../src/link/figures.js";
import type { Telling } from "../../src/link/tellings.js";
import type { EventKind } from "../../src/model/words.js";

const { figures: words } = linkWords();

/** A telling whose trigger stands in the first sentence of a text; sentences end in full stops. `times`: words that are time expressions. */
function telling(text: string, trigger: string, kind: EventKind, times: readonly [string, string][] = []): Telling {
  const ends = [...text.matchAll(/\.(?= |$)/g)].map(({ index }) => index + 1);
  const sentences = ends.map((end, at) => ({ start: at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, end, paragraph: 0 }));
  const place = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const mention = { ...place(text), trigger: place(trigger), kind, date: null, dateEvidence: null, duration: null };
  const timexes = times.map(([part, value]) => ({ ...place(part), type: "DURATION", value, mod: null }));
  const reading = { sentences, timexes, attributions: [], events: [mention] };
  return { doc: 0, index: 0, input: { document: { id: "d", text }, reading }, mention } as unknown as Telling;
}

test.each<[string, string, EventKind, readonly [number, FigureUnit][]]>([
  ["Crews walked out. Some 4,000 staff took part.", "walked out", "strike", [[4000, "count"]]],
  ["Shells hit the market, killing at least 13 people.", "hit", "use-of-force", [[13, "dead"]]],
  ["Eleven people died when the market was shelled.", "shelled", "use-of-force", [[11, "dead"]]],
  ["Twenty-three sailors were wounded in the clash.", "clash", "use-of-force", [[23, "hurt"]]],
  ["Members approved the deal by 83.1 percent.", "approved", "vote", [[83.1, "percent"]]],
  ["Owners voted on the deal. The threshold was 75 percent.", "voted", "vote", []],
  ["The board offered €44.50 a share.", "offered", "proposal", [[44.5, "money"]]],
  ["The board offered a rise. Some 900 members downed tools.", "offered", "proposal", []],
  ["The envoys met in hall 7.", "met", "meeting", []],
])("%s", (text, trigger, kind, expected) => {
  expect(figuresOfTelling(telling(text, trigger, kind), words).map(({ amount, unit }) => [amount, unit])).toEqual(
    expected,
  );
});

test.each<[string, string, readonly [string, string][], string | null]>([
  ["The ministers talked for two hours.", "talked", [["two hours", "PT2H"]], "PT2H"],
  ["The ministers met two hours later.", "met", [["two hours", "PT2H"]], null],
  ["The ministers met after three hours.", "met", [["three hours", "PT3H"]], "PT3H"],
  ["The ministers met for the first time in six years.", "met", [["six years", "P6Y"]], null],
])("%s", (text, trigger, times, expected) => {
  expect(lengthOfTelling(telling(text, trigger, "meeting", times), words)?.value ?? null).toBe(expected);
});
