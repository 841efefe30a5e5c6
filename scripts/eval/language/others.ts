// Other taggers on the same gold tokens. Each reads a sentence as it is written (or its tokens set apart by spaces, whichever
// suits it better) and says which characters have which part of speech; a gold word takes the first tag on its characters.
import { type ShareFigure, shareOf } from "../figures.js";
import { compromise } from "./compromise.js";
import { type GoldDocument, writtenText } from "./treebank.js";
import { wink } from "./wink.js";

/** Characters [start, end) with a universal part of speech. Several tags on the same characters are those of a contraction's words. */
export type TaggedSpan = { readonly start: number; readonly end: number; readonly upos: string };

export type OtherTagger = {
  readonly name: string;
  /** Whether its figure is better where a sentence's tokens are set apart by spaces. */
  readonly spaced: boolean;
  /** The tags of a sentence, in the order of its characters. */
  readonly tag: (text: string) => readonly TaggedSpan[];
  /** Everything that it has to say of sentences and tags of a document's raw text; gives a number so that nothing is left undone. */
  readonly work: (text: string) => number;
};

export const otherTaggers: readonly OtherTagger[] = [wink, compromise];

/** The tag of each of the words (ranges of the text, in order); punctuation where a tagger leaves characters untagged, as mere marks are. */
export function tagsOnto(
  spans: readonly TaggedSpan[],
  words: readonly { readonly start: number; readonly end: number; readonly form: string }[],
): readonly string[] {
  let next = 0;
  let used: TaggedSpan | undefined;
  return words.map(({ start, end, form }) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const span = spans[next];
    if (!span || span.start >= end) return /[\p{L}\p{N}]/u.test(form) ? "X" : "PUNCT";
    const following = spans[next + 1];
    // the words of a contraction take its tags one by one
    if (used === span && following && following.start === span.start) next++;
    used = spans[next];
    return used?.upos ?? "X";
  });
}

/** The share of gold words that a tagger gives the gold's part of speech. */
export function otherFigure(tagger: OtherTagger, documents: readonly GoldDocument[]): ShareFigure {
  let [right, total] = [0, 0];
  for (const { sentences } of documents) {
    for (const { words } of sentences) {
      const written = tagger.spaced ? words.map((word) => ({ ...word, spaceAfter: true })) : words;
      let at = 0;
      const placed = written.map(({ form, spaceAfter }) => {
        const start = at;
        at += form.length + (spaceAfter ? 1 : 0);
        return { form, start, end: start + form.length };
      });
      const tags = tagsOnto(tagger.tag(writtenText(written)), placed);
      right += words.filter(({ upos }, index) => upos === tags[index]).length;
      total += words.length;
    }
  }
  return shareOf(`gold tokens: UPOS, ${tagger.name}`, right, total);
}
