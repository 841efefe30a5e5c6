// A document of plain text that is no page: no furniture, headline or outlet; for corpora that come as bare sentences.
import type { LanguageModel } from "../../src/learn/annotation.js";
import type { Document } from "../../src/model/document.js";
import type { Edtf } from "../../src/model/edtf.js";
import { documentId } from "../../src/model/ids.js";
import { analyse } from "../../src/read/analyse.js";
import type { Analysis } from "../../src/read/analysis.js";
import type { SentenceWords } from "../../src/text/sentences.js";
import type { TokenWords } from "../../src/text/tokens.js";

export type PlainWords = { readonly sentence: SentenceWords & TokenWords; readonly layer: LanguageModel };

/** The text as a document, published on a day where that is known. */
export const plainDocument = (text: string, uri = "text", published: Edtf | null = null): Document => ({
  id: documentId(uri, new TextEncoder().encode(text)),
  uri,
  textHash: "",
  title: null,
  titleRange: null,
  dateline: null,
  outlet: null,
  byline: null,
  published: { value: published, basis: published === null ? "unknown" : "stated", evidence: [] },
  language: "en",
  translatedFrom: null,
  text,
  furniture: [],
});

/** Sentences and tokens of a text. */
export const analysePlain = (text: string, { sentence, layer }: PlainWords): Analysis =>
  analyse(plainDocument(text), sentence, layer);
