// CoNLL-U (https://universaldependencies.org/format.html): a treebank file → its sentences, with how the text was written.
import type { Upos, Word } from "./annotation.js";

/** A word of a treebank, with whether white space follows it in the text, and its MISC column. */
export type TreebankWord = Word & { readonly spaceAfter: boolean; readonly misc: string };

export type TreebankSentence = {
  readonly id: string;
  readonly document: string; // id of the last "# newdoc", "" before the first
  readonly startsParagraph: boolean;
  readonly text: string; // "# text", with the spelling of contractions
  readonly words: readonly TreebankWord[];
};

type Draft = { id: string; text: string; startsParagraph: boolean; lines: string[][] };

/** Words of a sentence's lines; a contraction ("don't", 3-4) puts its missing space between its words and its own behind the last. */
function wordsOf(lines: readonly string[][], where: string): TreebankWord[] {
  const words: TreebankWord[] = [];
  let joinedUntil = 0;
  let joinedSpace = true;
  for (const columns of lines) {
    const [id = "", form = "", lemma = "", upos = "X", xpos = "_", , head = "0", relation = "dep", , misc = "_"] =
      columns;
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) {
      joinedUntil = Number(range[2]);
      joinedSpace = !misc.includes("SpaceAfter=No");
      continue;
    }
    if (id.includes(".")) continue;
    if (columns.length !== 10) throw new Error(`${where}: a line of ${columns.length} columns; CoNLL-U has 10`);
    const index = Number(id);
    const own = !misc.includes("SpaceAfter=No");
    const spaceAfter = index < joinedUntil ? false : index === joinedUntil ? joinedSpace : own;
    words.push({ form, lemma, upos: upos as Upos, xpos, head: Number(head) - 1, relation, spaceAfter, misc });
  }
  return words;
}

/** Sentences of a CoNLL-U file, in order. Contractions are given as their words; empty nodes are left out. Throws Error on a line that is no CoNLL-U. */
export function parseConllu(source: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let document = "";
  let draft: Draft = { id: "", text: "", startsParagraph: false, lines: [] };
  const close = (): void => {
    if (draft.lines.length > 0) {
      const { id, text, startsParagraph, lines } = draft;
      sentences.push({ id, document, startsParagraph, text, words: wordsOf(lines, id) });
    }
    draft = { id: "", text: "", startsParagraph: false, lines: [] };
  };
  for (const line of source.split(/\r?\n/)) {
    if (line === "") close();
    else if (line.startsWith("#")) {
      const [, key = "", value = ""] = /^#\s*([^=]*?)\s*(?:=\s*(.*))?$/.exec(line) ?? [];
      if (key === "newdoc id") document = value;
      else if (key === "newpar id" || key === "newpar") draft.startsParagraph = true;
      else if (key === "sent_id") draft.id = value;
      else if (key === "text") draft.text = value;
    } else draft.lines.push(line.split("\t"));
  }
  close();
  return sentences;
}
