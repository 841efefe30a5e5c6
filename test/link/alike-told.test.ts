// Mentions of which only words are known: joined by their trigger, their reports and what stands around.
import fc from "fast-check";
import { expect, test } from "vitest";
import { groupByWords, likeness, type WordMention, weightsOf } from "../../src/link/alike-told.js";
import { wordKeys } from "../../src/link/word-keys.js";

const documents = weightsOf([
  ["acme", "bolt", "takeover", "shares"],
  ["acme", "bolt", "takeover", "price"],
  ["farmer", "windmill", "paint", "auction"],
]);

const mention = (doc: number, trigger: string, around: readonly string[] = []): WordMention => ({
  doc,
  trigger,
  keys: wordKeys(trigger),
  around: new Set(around),
});

test("documents are like themselves most, and unlike those that share nothing", () => {
  const [a, b, c] = documents;
  if (!a || !b || !c) throw new Error("three documents");
  expect(likeness(a, a)).toBeCloseTo(1);
  expect(likeness(a, b)).toBeGreaterThan(0.1);
  expect(likeness(a, c)).toBe(0);
});

test("one trigger in like reports is one event, in unlike ones two", () => {
  const mentions = [mention(0, "buy", ["acme"]), mention(1, "buy", ["acme"]), mention(2, "buy", ["windmi"])];
  expect(groupByWords(mentions, documents, { near: 0.1, join: 0.2, around: 0.3, same: 0.1 })).toEqual([[0, 1], [2]]);
});

test("verb and noun of one root meet; other roots do not", () => {
  expect(wordKeys("negotiate")).toEqual(wordKeys("negotiation"));
  expect(wordKeys("buy")).not.toEqual(wordKeys("sell"));
});

test("every mention is in one group, and none in two", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom("buy", "sell", "sale", "buyer"))),
      (drafts) => {
        const groups = groupByWords(
          drafts.map(([doc, trigger]) => mention(doc, trigger)),
          documents,
        );
        expect(groups.flat().sort((a, b) => a - b)).toEqual(drafts.map((_, index) => index));
      },
    ),
  );
});
