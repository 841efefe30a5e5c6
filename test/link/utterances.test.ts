// One saying in several wordings: the same speaker or side, the same occasion, much the same words.
import { expect, test } from "vitest";
import { linkWords } from "../../src/lang/en/link.js";
import { link } from "../../src/link/link.js";
import { type ActorDraft, report } from "./reports.js";

const options = { title: "A test", reader: "by hand", words: linkWords() };
const veldonia: ActorDraft = { name: "Veldonia", key: "state:VE" };
const marlow: ActorDraft = { name: "Ida Marlow", kind: "person", of: "Veldonia" };
const tessen: ActorDraft = { name: "Piet Tessen", kind: "person" };

type Said = { who: string; words: string; published?: string; on?: [string, string]; negated?: boolean };
const says = (uri: string, { who, words, published = "2031-03-06", on, negated = false }: Said) =>
  report({
    uri,
    published,
    text: `${who} of Veldonia said${on ? ` on ${on[1]}` : ""} that ${words}. Piet Tessen listened.`,
    actors: [veldonia, marlow, tessen].filter(({ name }) => name !== "Ida Marlow" || who === name),
    says: [{ who: [who], cue: "said", content: [words], negated, ...(on ? { date: on[0], on: on[1] } : {}) }],
  });
const wordings = (a: Said, b: Said): number[] =>
  link([says("a", a), says("b", b)], [], options).utterances.map((utterance) => utterance.wordings.length);

const plain = "the northern border will never be closed to grain ships from the east";
const other = "the border in the north would not ever be closed to grain ships from the east";
const marched: [string, string] = ["2031-03-05", "March 5"];

test.each([
  [
    "two wordings of a day",
    { who: "Ida Marlow", words: plain, on: marched },
    { who: "Ida Marlow", words: other, on: marched },
    [2],
  ],
  [
    "the same words",
    { who: "Ida Marlow", words: plain, on: marched },
    { who: "Ida Marlow", words: plain, on: marched },
    [1],
  ],
  ["the envoy and the state", { who: "Ida Marlow", words: plain }, { who: "Veldonia", words: other }, [2]],
  [
    "two speakers",
    { who: "Ida Marlow", words: plain, on: marched },
    { who: "Piet Tessen", words: other, on: marched },
    [1, 1],
  ],
  [
    "two days",
    { who: "Ida Marlow", words: plain, on: marched },
    { who: "Ida Marlow", words: other, on: ["2031-03-06", "March 6"] as [string, string] },
    [1, 1],
  ],
  [
    "told and denied",
    { who: "Ida Marlow", words: plain, on: marched },
    { who: "Ida Marlow", words: other, on: marched, negated: true },
    [1, 1],
  ],
  [
    "news of other weeks",
    { who: "Ida Marlow", words: plain },
    { who: "Ida Marlow", words: other, published: "2031-04-20" },
    [1, 1],
  ],
  [
    "other matters",
    { who: "Ida Marlow", words: plain, on: marched },
    { who: "Ida Marlow", words: "the western railway needs new bridges before the winter", on: marched },
    [1, 1],
  ],
])("%s", (_, a, b, expected) => expect(wordings(a, b)).toEqual(expected));
