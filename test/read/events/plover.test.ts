// Every root of the PLOVER lexicon by its own example, and no root by its counter-example.
import { describe, expect, it } from "vitest";
import { analysePlain } from "../../../scripts/eval/plain.js";
import { languageModel } from "../../../src/lang/en/language.js";
import { ploverRows, ploverWords } from "../../../src/lang/en/plover.js";
import { sentenceWords } from "../../../src/lang/en/sentences.js";
import { codeBetween } from "../../../src/read/events/plover.js";

const words = ploverWords();
const plain = { sentence: sentenceWords(), layer: languageModel() };

function rootOf(text: string): string | null {
  const at = (name: string) => {
    const start = text.indexOf(name);
    return start < 0 ? null : { start, end: start + name.length };
  };
  return codeBetween(analysePlain(text, plain).tokens, at("Norway"), at("Sweden"), words)?.root ?? null;
}

describe("events-plover.txt", () => {
  it.each(ploverRows().map(({ root, example, counter }) => [root, example, counter] as const))(
    "%s: %s",
    (root, example, counter) => {
      expect(rootOf(example)).toBe(root);
      expect(rootOf(counter)).not.toBe(root);
    },
  );
});

describe("tense, mood and negation turn a root", () => {
  it.each([
    ["Norway will meet Sweden.", "AGREE"],
    ["Norway will attack Sweden.", "THREATEN"],
    ["Norway did not help Sweden.", "REJECT"],
    ["Norway is ready to talk with Sweden.", "AGREE"],
    ["Norway threatened to attack Sweden.", "THREATEN"],
    ["Norway refused to help Sweden.", "REJECT"],
  ])("%s", (text, root) => expect(rootOf(text)).toBe(root));
});
