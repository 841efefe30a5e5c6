import { expect, test } from "vitest";
import { lookupOf } from "../../src/query/lookup.js";
import { sentenceAround } from "../../src/query/sentence.js";
import { at, ids, record } from "./record.js";

const look = lookupOf(record);

test.each([
  [ids.wire, "Belmora's envoys", "Tolland met Belmora's envoys in Lasse on March 10."],
  [ids.wire, "free passage", '"We demand free passage," Tolland said.'],
  [ids.echo, "quota", "A diplomat said the quota would be raised."],
  [
    ids.echo,
    "two hours.\nA diplomat",
    "The envoys met in Lasse for two hours. A diplomat said the quota would be raised.",
  ],
])("a citation shows the whole sentence: %s “%s”", (doc, words, sentence) => {
  const citation = look.cite(at(doc, words));
  expect(citation.sentence).toBe(sentence);
  expect(citation.words).toBe(words.replace("\n", " "));
});

test("the sentences that the record knows come before any guess at full stops", () => {
  const document = record.documents[0];
  if (!document) throw new RangeError("the record has no document");
  const span = { doc: document.id, start: 0, end: document.text.length };
  const known = { ...document, novelty: [{ span, kind: "new" as const, earlier: null }] };
  expect(sentenceAround(known, { start: 5, end: 9 })).toEqual({ start: 0, end: document.text.length });
});
