// CoNLL-U: words, heads, contractions and their spaces, documents and paragraphs; what is no CoNLL-U is an error that says where.
import { expect, test } from "vitest";
import { parseConllu } from "../../src/learn/conllu.js";

const row = (id: string, form: string, head = "0", relation = "dep", misc = "_"): string =>
  [id, form, form.toLowerCase(), "NOUN", "NN", "_", head, relation, "_", misc].join("\t");

const source = [
  "# newdoc id = harbour",
  "# newpar",
  "# sent_id = harbour-1",
  "# text = They don't wait.",
  row("1", "They", "4", "nsubj"),
  row("2-3", "don't"),
  row("2", "do", "4", "aux"),
  row("3", "n't", "4", "advmod"),
  row("4", "wait", "0", "root", "SpaceAfter=No"),
  row("4.1", "ghost"),
  row("5", ".", "4", "punct", "Note=x|SpaceAfter=No"),
  "",
  "# sent_id = harbour-2",
  "# text = (can't)",
  row("1", "(", "2", "punct", "SpaceAfter=No"),
  row("2-3", "can't", "0", "root", "SpaceAfter=No"),
  row("2", "ca", "0", "root"),
  row("3", "n't", "2", "advmod"),
  row("4", ")", "2", "punct"),
].join("\n");

test("words, heads from 0, spaces, documents and paragraphs", () => {
  const [one, two, ...more] = parseConllu(source);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ id: "harbour-1", document: "harbour", startsParagraph: true, text: "They don't wait." });
  expect(two).toMatchObject({ id: "harbour-2", document: "harbour", startsParagraph: false, text: "(can't)" });
  expect(one?.words.map(({ form, head, relation }) => `${form}<${head}:${relation}`)).toEqual([
    "They<3:nsubj",
    "do<3:aux",
    "n't<3:advmod",
    "wait<-1:root",
    ".<3:punct",
  ]);
  expect(one?.words.map(({ spaceAfter }) => spaceAfter)).toEqual([true, false, true, false, false]);
  expect(two?.words.map(({ spaceAfter }) => spaceAfter)).toEqual([false, false, false, true]);
  expect(one?.words[4]?.misc).toBe("Note=x|SpaceAfter=No");
});

test("lines may end as on Windows, and blank lines be many", () => {
  expect(parseConllu(`\r\n\r\n${source.replaceAll("\n", "\r\n")}\r\n\r\n`)).toEqual(parseConllu(source));
  expect(parseConllu("")).toEqual([]);
});

test.each([
  ["a column too few", "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_"],
  ["a column too many", `${row("1", "They")}\tx`],
  ["spaces for tabs", row("1", "They").replaceAll("\t", " ")],
])("%s is an error with its sentence", (_, line) => {
  expect(() => parseConllu(`# sent_id = harbour-9\n${line}\n`)).toThrow(/^harbour-9: a line of \d+ columns/);
});
