// The English tables of linking: every kind has its label, every class of words is there.
import { expect, test } from "vitest";
import { linkWords } from "../../../src/lang/en/link.js";
import { fillTemplate } from "../../../src/link/event-label.js";
import { eventKinds } from "../../../src/model/words.js";

const words = linkWords();
const places = [
  "parties",
  "agent",
  "target",
  "others",
  "object",
  "place",
  "trigger",
  "noun",
  "saying",
  "round",
  "doers",
];

test.each([...eventKinds])("a %s has a label whose places all are known", (kind) => {
  const template = words.labels.get(kind) ?? "";
  const named = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  expect(template).not.toBe("");
  expect(named.filter((name) => !places.includes(name))).toEqual([]);
  const filled = fillTemplate(template, new Map(places.map((name) => [name, name.toUpperCase()])));
  expect(filled).not.toMatch(/[[\]{}]/);
});

test.each([
  ["stopwords", "the", "treaty"],
  ["dialogueNouns", "negotiations", "weather"],
  ["encounterNouns", "dinner", "treaty"],
  ["hypothetical", "would", "will"],
  ["summing", "all", "three"],
  ["again", "again", "first"],
  ["joining", "and", "with"],
  ["polarity", "not", "more"],
] as const)("%s holds %s and not %s", (name, inside, outside) => {
  expect(words[name].has(inside)).toBe(true);
  expect(words[name].has(outside)).toBe(false);
});
