// A treebank as the task sees it: documents with their raw text, and every word's place in it.
import { parseConllu, type TreebankSentence, type TreebankWord } from "../../../src/learn/conllu.js";
import type { Range } from "../../../src/model/span.js";
import { type CorpusFile, genreOf, parsedFile } from "../corpora.js";

export type GoldSentence = Range & {
  readonly id: string;
  readonly words: readonly (TreebankWord & Range)[]; // offsets in the document's text
};
export type GoldDocument = {
  readonly id: string;
  readonly genre: string; // "" where the id carries none
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
};
export type Treebank = { readonly name: string; readonly documents: readonly GoldDocument[] };

/** The words as they are written, by what follows each. */
export const writtenText = (words: readonly TreebankWord[]): string =>
  words
    .map(({ form, spaceAfter }) => (spaceAfter ? `${form} ` : form))
    .join("")
    .trim();

/** Where each form stands in the text, white space aside; null where the text is not made of these forms. */
export function placesOf(text: string, forms: readonly string[]): readonly Range[] | null {
  const places: Range[] = [];
  let at = 0;
  const skipSpace = (): void => {
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
  };
  for (const form of forms) {
    skipSpace();
    const start = at;
    for (const char of form.replace(/\s/g, "")) {
      skipSpace();
      if (!text.startsWith(char, at)) return null;
      at += char.length;
    }
    places.push({ start, end: at });
  }
  skipSpace();
  return at === text.length ? places : null;
}

/** The text of a sentence and the places of its words: "# text", or where that is made of other forms, the words as written. */
function placed(sentence: TreebankSentence): { readonly text: string; readonly places: readonly Range[] } {
  const forms = sentence.words.map(({ form }) => form);
  const places = placesOf(sentence.text, forms);
  if (places) return { text: sentence.text, places };
  const text = writtenText(sentence.words);
  return { text, places: placesOf(text, forms) ?? [] };
}

/** One document of consecutive sentences: joined by a space, or a blank line where a paragraph starts. */
function documentOf(id: string, sentences: readonly TreebankSentence[]): GoldDocument {
  let text = "";
  const gold = sentences.map((sentence): GoldSentence => {
    const own = placed(sentence);
    if (text !== "") text += sentence.startsParagraph ? "\n\n" : " ";
    const base = text.length;
    text += own.text;
    const words = sentence.words.map((word, index) => {
      const { start, end } = own.places[index] ?? { start: 0, end: 0 };
      return { ...word, start: base + start, end: base + end };
    });
    return { id: sentence.id, words, start: words[0]?.start ?? base, end: words.at(-1)?.end ?? base };
  });
  return { id, genre: genreOf(id), text, sentences: gold };
}

/** Throws Error where a head is no word of the sentence. */
function checkHeads({ id, words }: TreebankSentence): void {
  words.forEach(({ head, form }, index) => {
    if (!Number.isInteger(head) || head < -1 || head >= words.length || head === index)
      throw new Error(`sentence ${id}: the head of word ${index + 1} ("${form}") is no other word of the sentence`);
  });
}

/** The documents of a CoNLL-U source, in order. Throws Error on what is no treebank. */
export function goldDocuments(source: string): readonly GoldDocument[] {
  const groups: { readonly id: string; readonly sentences: TreebankSentence[] }[] = [];
  for (const sentence of parseConllu(source)) {
    checkHeads(sentence);
    const last = groups.at(-1);
    if (last && last.id === sentence.document) last.sentences.push(sentence);
    else groups.push({ id: sentence.document, sentences: [sentence] });
  }
  return groups.map(({ id, sentences }) => documentOf(id, sentences));
}

/** The treebank in a file. Throws InputError, naming the file, on what is none. */
export const readTreebank = (file: CorpusFile): Treebank => ({
  name: file.name,
  documents: parsedFile(file, goldDocuments),
});
