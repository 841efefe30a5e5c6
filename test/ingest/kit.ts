// The kit that the ingest tests read with: English, no outlets but invented ones, nothing inferred unless a test says so.
import { type IngestKit, ingest } from "../../src/ingest/ingest.js";
import { ingestWords } from "../../src/lang/en/ingest.js";
import type { Document } from "../../src/model/document.js";

export const words = ingestWords();
export const kit: IngestKit = {
  words,
  outlets: [{ name: "Port Herald", forms: ["the port herald"], hosts: ["portherald.example"], titleSuffixes: [] }],
  detectLanguage: (_text, fallback) => fallback,
  inferPublished: () => null,
};

/** Takes in a text or bytes under a name. */
export const take = (
  content: string | Uint8Array,
  uri = "report.txt",
  own: Partial<IngestKit> = {},
): Promise<Document> =>
  ingest({ uri, bytes: typeof content === "string" ? Buffer.from(content, "utf8") : content }, { ...kit, ...own });

/** The words of a document's furniture, by reason. */
export const furnitureOf = (document: Document): [reason: string, words: string][] =>
  document.furniture.map(({ start, end, reason }) => [reason, document.text.slice(start, end)]);
