// Documents for the tests of linking, without ingest: the text is all there is.

import type { Document } from "../../src/model/document.js";
import { edtf } from "../../src/model/edtf.js";
import { documentId, sha256 } from "../../src/model/ids.js";

export type DocumentDraft = {
  readonly uri: string;
  readonly published: string | null;
  readonly outlet?: string;
  readonly text: string;
};

/** A plain document, published on the day given. */
export function ingestlessDocument({ uri, published, outlet, text }: DocumentDraft): Document {
  return {
    id: documentId(uri, new TextEncoder().encode(text)),
    uri,
    textHash: sha256(text),
    title: null,
    titleRange: null,
    dateline: null,
    outlet: outlet ?? null,
    byline: null,
    published: {
      value: published === null ? null : edtf(published),
      basis: published === null ? "unknown" : "stated",
      evidence: [],
    },
    language: "en",
    translatedFrom: null,
    text,
    furniture: [],
  };
}
