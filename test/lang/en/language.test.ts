// The language layer as it is shipped: what it says of plain press sentences, and what holds for any text whatever the weights.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AnnotatedSentence,
  type Annotation,
  annotate,
  languageModel,
  type Word,
} from "../../../src/lang/en/language.js";
import { isTree } from "../../../src/learn/tree.js";

/** "dependent relation head" of each word; the root's head is "-". */
const arcsOf = ({ tokens }: Pick<AnnotatedSentence, "tokens">): string[] =>
  tokens.map(({ form, relation, head }) => `${form} ${relation.split(":")[0]} ${tokens[head]?.form ?? "-"}`);

/** Arcs without their subtypes; each sentence is one, and has each of them. */
const trees: readonly (readonly [sentence: string, ...arcs: string[]])[] = [
  [
    "The union said on Tuesday that the talks would resume on March 16.",
    "said root -",
    "union nsubj said",
    "Tuesday obl said",
    "resume ccomp said",
    "talks nsubj resume",
    "that mark resume",
  ],
  [
    "The minister told reporters that Moscow had not received an answer.",
    "told root -",
    "minister nsubj told",
    "reporters iobj told",
    "received ccomp told",
    "answer obj received",
    "not advmod received",
  ],
  [
    "The agreement was signed by the ministers in Geneva.",
    "signed root -",
    "agreement nsubj signed",
    "was aux signed",
    "ministers obl signed",
    "by case ministers",
  ],
  [
    "The union's leader, Maria Lindqvist, rejected the offer on Friday.",
    "rejected root -",
    "leader nsubj rejected",
    "union nmod leader",
    "Maria appos leader",
    "Lindqvist flat Maria",
    "offer obj rejected",
    "Friday obl rejected",
  ],
  [
    "They have been negotiating since January.",
    "negotiating root -",
    "They nsubj negotiating",
    "January obl negotiating",
  ],
  ["I think that we can reach a deal.", "think root -", "reach ccomp think", "we nsubj reach", "deal obj reach"],
  [
    "If the board accepts the offer, the strike will end.",
    "end root -",
    "accepts advcl end",
    "board nsubj accepts",
    "strike nsubj end",
  ],
  ["The workers want higher wages.", "want root -", "workers nsubj want", "wages obj want", "higher amod wages"],
  [
    "Ministers agreed to hold a second round of talks.",
    "agreed root -",
    "hold xcomp agreed",
    "round obj hold",
    "talks nmod round",
  ],
  [
    "The delegation that arrived on Monday includes three generals.",
    "includes root -",
    "arrived acl delegation",
    "generals obj includes",
    "three nummod generals",
  ],
  [
    "He did not rule out further sanctions.",
    "rule root -",
    "out compound rule",
    "sanctions obj rule",
    "not advmod rule",
  ],
  [
    "Germany and France want the United Nations to send observers.",
    "want root -",
    "Germany nsubj want",
    "France conj Germany",
    "observers obj send",
  ],
  [
    "The French president will visit Beijing in April.",
    "visit root -",
    "president nsubj visit",
    "Beijing obj visit",
    "will aux visit",
  ],
  [
    "The judge ruled that the merger was illegal.",
    "ruled root -",
    "illegal ccomp ruled",
    "merger nsubj illegal",
    "was cop illegal",
  ],
  [
    "The minister's visit to Washington was announced by his office.",
    "announced root -",
    "visit nsubj announced",
    "minister nmod visit",
    "office obl announced",
  ],
  [
    "Ukraine, Georgia and Moldova have asked to join the bloc.",
    "asked root -",
    "Ukraine nsubj asked",
    "Georgia conj Ukraine",
    "Moldova conj Ukraine",
    "join xcomp asked",
  ],
  [
    "Microsoft offered to buy the company.",
    "offered root -",
    "Microsoft nsubj offered",
    "buy xcomp offered",
    "company obj buy",
  ],
  [
    "A court in Oslo has ordered the report.",
    "ordered root -",
    "court nsubj ordered",
    "Oslo nmod court",
    "report obj ordered",
  ],
  [
    "The two sides will meet again next week.",
    "meet root -",
    "sides nsubj meet",
    "two nummod sides",
    "week obl meet",
    "next amod week",
  ],
  ["“We are ready,” she said.", "said root -", "she nsubj said", "ready ccomp said", "We nsubj ready"],
];

describe("trees", () => {
  const missed = (sentence: string, arcs: readonly string[]): string[] => {
    const { sentences } = annotate(sentence);
    expect(sentences).toHaveLength(1);
    const found = new Set(sentences.flatMap(arcsOf));
    return arcs.filter((arc) => !found.has(arc)).map((arc) => `${arc} in: ${sentence}`);
  };
  test("who said what, and when", () => {
    const [first = [""]] = trees;
    expect(missed(first[0], first.slice(1))).toEqual([]);
  });
  test("of plain sentences are right: at most 5 arcs of nearly 100 are missed, whichever weights are shipped", () => {
    const all = trees.flatMap(([sentence, ...arcs]) => missed(sentence, arcs));
    expect(all.slice(5)).toEqual([]);
    expect(trees.reduce((count, { length }) => count + length - 1, 0)).toBeGreaterThan(80);
  });
});

describe("tags and lemmas", () => {
  test.each([
    ["The talks ended.", "The/the/DT talks/talk/NNS ended/end/VBD ././."],
    ["He talks too much.", "He/he/PRP talks/talk/VBZ too/too/RB much/much/RB ././."],
    ["I went home.", "I/I/PRP went/go/VBD home/home/RB ././."],
    ["They weren't told.", "They/they/PRP were/be/VBD n't/not/RB told/tell/VBN ././."],
    [
      "Russians met Germans in Geneva.",
      "Russians/Russian/NNPS met/meet/VBD Germans/German/NNPS in/in/IN Geneva/Geneva/NNP ././.",
    ],
    ["The women have spoken.", "The/the/DT women/woman/NNS have/have/VBP spoken/speak/VBN ././."],
    [
      "Both parties' offers were better.",
      "Both/both/DT parties/party/NNS '/'/POS offers/offer/NNS were/be/VBD better/good/JJR ././.",
    ],
    ["She is leaving.", "She/she/PRP is/be/VBZ leaving/leave/VBG ././."],
    ["Three countries have agreed.", "Three/three/CD countries/country/NNS have/have/VBP agreed/agree/VBN ././."],
    ["We must wait for them.", "We/we/PRP must/must/MD wait/wait/VB for/for/IN them/they/PRP ././."],
  ])("%s", (sentence, expected) => {
    const words = annotate(sentence).sentences.flatMap(({ tokens }) => tokens);
    expect(words.map(({ form, lemma, xpos }) => `${form}/${lemma}/${xpos}`).join(" ")).toBe(expected);
  });
});

const namesIn = (text: string): string[] =>
  annotate(text).names.map(({ start, end, type }) => `${text.slice(start, end)} ${type}`);

const named: readonly (readonly [sentence: string, ...names: string[]])[] = [
  ["Maria Lindqvist rejected the offer.", "Maria Lindqvist PER"],
  ["The agreement was signed in Geneva.", "Geneva LOC"],
  ["Ukraine, Georgia and Moldova have asked to join the bloc.", "Ukraine LOC", "Georgia LOC", "Moldova LOC"],
  [
    "The World Health Organization and the European Union called for a treaty.",
    "World Health Organization ORG",
    "European Union ORG",
  ],
  ["Microsoft offered to buy the company.", "Microsoft ORG"],
  ["Germany and France want the United Nations to send observers.", "Germany LOC", "France LOC", "United Nations ORG"],
  ["President Volodymyr Zelenskyy spoke in Kyiv.", "Volodymyr Zelenskyy PER", "Kyiv LOC"],
  ["He will visit the United States in May.", "United States LOC"],
];

describe("names", () => {
  test("of plain sentences are found, and nothing else: at most one of them is wrong, whichever weights are shipped", () => {
    const wrong = named.flatMap(([sentence, ...names]) => {
      const found = namesIn(sentence);
      return [
        ...names.filter((name) => !found.includes(name)).map((name) => `- ${name}`),
        ...found.filter((name) => !names.includes(name)).map((name) => `+ ${name}`),
      ];
    });
    expect(wrong.filter((line) => line.startsWith("-")).slice(1)).toEqual([]);
    expect(wrong.filter((line) => line.startsWith("+")).slice(1)).toEqual([]);
  });
  test.each([
    ["The talks ended without a deal."],
    ["On Tuesday the workers will vote."],
    ["They said it was too late."],
    ["2022, 16.5 and 300."],
    ["“No,” he said."],
  ])("none in %s", (sentence) => {
    expect(namesIn(sentence)).toEqual([]);
  });
});

/** Whatever the text: tokens print their words, in order, inside of their sentence; each sentence is a tree; names are runs of tokens. */
function check(text: string, { sentences, names }: Annotation): void {
  let end = 0;
  for (const sentence of sentences) {
    expect(sentence.start).toBeGreaterThanOrEqual(end);
    let at = sentence.start;
    for (const token of sentence.tokens) {
      expect(token.start).toBeGreaterThanOrEqual(at);
      expect(token.end).toBeGreaterThan(token.start);
      expect(text.slice(token.start, token.end)).toBe(token.form);
      at = token.end;
    }
    expect(at).toBeLessThanOrEqual(sentence.end);
    end = sentence.end;
    expect(isTree(sentence.tokens)).toBe(true);
    for (const { relation, head, lemma } of sentence.tokens) {
      expect(relation === "root").toBe(head === -1);
      expect(lemma).not.toBe("");
    }
  }
  expect(end).toBeLessThanOrEqual(text.length);
  const [starts, ends] = [new Set<number>(), new Set<number>()];
  for (const token of sentences.flatMap(({ tokens }) => tokens)) {
    starts.add(token.start);
    ends.add(token.end);
  }
  let last = 0;
  for (const name of names) {
    expect(starts.has(name.start) && ends.has(name.end) && name.start >= last).toBe(true);
    expect(["PER", "ORG", "LOC"]).toContain(name.type);
    last = name.end;
  }
}

const pieces = fc.oneof(
  fc.constantFrom(
    "said",
    "The union",
    "Maria Lindqvist",
    "in",
    "Bern",
    "that",
    ".",
    ",",
    '"',
    "“",
    "”",
    "’s",
    "n't",
    "(",
    ")",
  ),
  fc.constantFrom(
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\u00a0",
    "\u2028",
    "\u0000",
    "\u200b",
    "\ufeff",
    "\u202e",
    "...",
    "—",
    "-",
    "/",
  ),
  fc.constantFrom(
    "\ud800",
    "\udc00",
    "🙂",
    "👩‍👩‍👧",
    "🇺🇦",
    "e\u0301",
    "שלום",
    "مرحبا",
    "中国",
    "Ǆ",
    "İ",
    "ß",
    "ﬁ",
    "²",
    "٣",
    "x".repeat(150),
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const anyText = fc
  .array(fc.tuple(pieces, fc.constantFrom("", " ", " ")), { maxLength: 30 })
  .map((all) => all.flat().join(""));

describe("any text", () => {
  test("is annotated: spans print their words, sentences are trees in order, nothing throws", () => {
    fc.assert(
      fc.property(anyText, (text) => check(text, annotate(text))),
      { numRuns: 300 },
    );
  });
  test.each([
    ["nothing", ""],
    ["white space", " \n\t \n\n"],
    ["one mark", "."],
    ["marks only", "?! ... \" “ ” ( ) — ; : '"],
    ["quotation marks that never close", '" “ " '.repeat(30)],
    ["half a character", "\ud83d"],
    ["halves in the wrong order", "The \udc00\ud800 said"],
    ["no space", "x".repeat(3000)],
    ["no full stop", "word ".repeat(1500)],
    ["from right to left", "הנשיא אמר כי השיחות ייפתחו ביום שני."],
    ["faces", "🙂🙃 ".repeat(200)],
  ])("%s", (_, text) => {
    check(text, annotate(text));
  });
  test("without words has no sentences", () => {
    expect(annotate("")).toEqual({ sentences: [], names: [] });
    expect(annotate(" \n\n\t")).toEqual({ sentences: [], names: [] });
  });
});

describe("what was annotated before does not matter", () => {
  const lindqvist = "The union's leader, Maria Lindqvist, rejected the offer. Lindqvist left Bern on Friday.";
  const texts = [lindqvist, ...trees.map(([sentence]) => sentence), "Talks 12/5 — “no”, 300 km"];
  const alone = texts.map((text) => JSON.stringify(annotate(text)));
  test("the same text twice", () => {
    expect(texts.map((text) => JSON.stringify(annotate(text)))).toEqual(alone);
  });
  test("other texts, in any order, between", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...texts.keys()]), anyText, (order, other) => {
        annotate(other);
        for (const at of order) expect(JSON.stringify(annotate(texts[at] ?? ""))).toBe(alone[at]);
      }),
      { numRuns: 25 },
    );
  });
  test("not even so many words that known ones are forgotten", () => {
    const others = Array.from({ length: 101_000 }, (_, i): Word => {
      const form = `w${i.toString(36)}q`;
      return { form, lemma: form, upos: "X", xpos: "FW", head: -1, relation: "root" };
    });
    expect(languageModel().names([others])).toEqual([]);
    expect(JSON.stringify(annotate(lindqvist))).toBe(alone[0]);
  });
});

test("paragraphs are annotated alike, however many there are", () => {
  const paragraph = "The union said on Tuesday that talks would resume. “We are ready,” said its leader.";
  const times = 40;
  const { sentences } = annotate(`${paragraph}\n\n`.repeat(times));
  const [one, two, ...more] = annotate(paragraph).sentences.map(arcsOf);
  expect(more).toEqual([]);
  expect(sentences.map(arcsOf)).toEqual(Array.from({ length: times }, () => [one, two]).flat());
  for (const [i, { start }] of sentences.entries())
    if (i % 2 === 0) expect(start).toBe((i / 2) * (paragraph.length + 2));
});

test("the model takes tokens as they are given, one word each", () => {
  const forms = ["The", "union", "'s", "leader", "said", "“", "no", "”", "."];
  const words = languageModel().analyse(forms);
  expect(words.map(({ form }) => form)).toEqual(forms);
  expect(isTree(words)).toBe(true);
  expect(languageModel().analyse([])).toEqual([]);
  expect(languageModel().names([])).toEqual([]);
  expect(languageModel()).toBe(languageModel());
});
