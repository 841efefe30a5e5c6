// IOB2: sentences, documents and tags of a file, and names of tags and back.
import fc from "fast-check";
import { expect, test } from "vitest";
import { namesOfTags, readIob2, type TaggedName, tagsOfNames } from "../../src/learn/iob2.js";

const file = [
  "\ufeff# newdoc id = reviews-1",
  "# sent_id = reviews-1-1",
  "# text = Ann lives in New Lund = fine",
  "1\tAnn\tB-PER\t-\tkim",
  "2\tlives\tO\t-\t-",
  "3\tin\tO\t-\t-",
  "4\tNew\tB-LOC\t-\tkim",
  "5\tLund\tI-LOC\t-\tkim",
  "",
  "  ",
  "# sent_id = reviews-1-2",
  "1-2\tdon't\t_\t-\t-",
  "1\tdo\tO\t-\t-",
  "2\tn't\tB-O\t-\t-",
  "3\t#\tO\t-\t-",
  "",
  "# newdoc id = email-2",
  "# sent_id = email-2-1",
  "1\tGlobex\tI-ORG\t-\t-",
].join("\r\n");

test("sentences with their document, forms and tags", () => {
  expect(readIob2(file)).toEqual([
    {
      id: "reviews-1-1",
      document: "reviews-1",
      forms: ["Ann", "lives", "in", "New", "Lund"],
      tags: ["B-PER", "O", "O", "B-LOC", "I-LOC"],
    },
    { id: "reviews-1-2", document: "reviews-1", forms: ["do", "n't", "#"], tags: ["O", "B-O", "O"] },
    { id: "email-2-1", document: "email-2", forms: ["Globex"], tags: ["I-ORG"] },
  ]);
  expect(readIob2("# Ann\tB-PER\n#\tO\nsaid\tO\n")[0]?.forms).toEqual(["# Ann", "#", "said"]);
  expect(readIob2("")).toEqual([]);
});

test.each(["1\tAnn", "1\tAnn\tPER\t-\t-", "Ann B-PER", "1\t\tO", "1\tAnn\tB-\t-\t-"])("no IOB2: %j", (line) => {
  expect(() => readIob2(`1\tWe\tO\t-\t-\n${line}\n`)).toThrow(/^line 2: no IOB2/);
});

test.each<[string, TaggedName[]]>([
  ["O O", []],
  ["B-PER I-PER O", [{ first: 0, last: 2, type: "PER" }]],
  [
    "B-PER B-PER",
    [
      { first: 0, last: 1, type: "PER" },
      { first: 1, last: 2, type: "PER" },
    ],
  ],
  ["O I-LOC I-LOC", [{ first: 1, last: 3, type: "LOC" }]],
  [
    "B-PER I-ORG",
    [
      { first: 0, last: 1, type: "PER" },
      { first: 1, last: 2, type: "ORG" },
    ],
  ],
  ["B-OTH I-OTH B-O I-O", []],
  [
    "B-ORG I-OTH I-ORG",
    [
      { first: 0, last: 1, type: "ORG" },
      { first: 2, last: 3, type: "ORG" },
    ],
  ],
])("names of %s", (tags, names) => {
  expect(namesOfTags(tags.split(" "))).toEqual(names);
});

const manyNames = fc
  .array(
    fc.record({ gap: fc.nat(2), length: fc.integer({ min: 1, max: 3 }), type: fc.constantFrom("PER", "ORG", "LOC") }),
  )
  .map((pieces) => {
    let at = 0;
    return pieces.map(({ gap, length, type }): TaggedName => {
      const first = at + gap;
      at = first + length;
      return { first, last: at, type: type as TaggedName["type"] };
    });
  });

test("tags of names give the names again", () => {
  fc.assert(
    fc.property(manyNames, (names) => {
      expect(namesOfTags(tagsOfNames(names.at(-1)?.last ?? 0, names))).toEqual(names);
    }),
  );
});
