// Plain text and Markdown: the decoded file as it is; its blocks are its lines, or paragraphs where lines were broken at a width.
import { fold } from "../text/fold.js";
import { paragraphRanges } from "../text/sentences.js";
import { decode } from "./decode.js";
import { type Line, noClaims, type Page } from "./page.js";
import type { DocumentReader } from "./reader.js";

/** The page of a plain text. */
export function plainPage(text: string): Page {
  const lines = paragraphRanges(text).map((range): Line => {
    const level = /^(#{1,6})[ \t]+(?=\S)/.exec(fold(text.slice(range.start, range.start + 20)));
    const element = level ? `h${level[1]?.length ?? 1}` : "";
    return {
      start: range.start + (level?.[0].length ?? 0),
      end: range.end,
      element,
      reason: null,
      article: null,
      links: 0,
    };
  });
  return { text, lines, claims: noClaims };
}

export const plain: DocumentReader = {
  name: "plain",
  extensions: [".txt", ".text", ".md", ".markdown"],
  mediaTypes: ["text/plain", "text/markdown"],
  sniff: () => false,
  read: (source) => plainPage(decode(source)),
};
