// Ids of the record: branded strings, so that one kind is never taken for another. Their form is fixed in docs/record.md.
import { createHash } from "node:crypto";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type DocumentId = Branded<"DocumentId">;
export type StatementId = Branded<"StatementId">;
export type EventId = Branded<"EventId">;
export type ActorId = Branded<"ActorId">;
export type IssueId = Branded<"IssueId">;

/** SHA-256 of a string (UTF-8) or bytes, in hex. */
export const sha256 = (input: string | Uint8Array): string => createHash("sha256").update(input).digest("hex");

/** Id of a document: of its uri and its original bytes, so the same bytes from two outlets are two documents. */
export const documentId = (uri: string, bytes: Uint8Array): DocumentId => {
  const hash = createHash("sha256").update(uri).update("\0").update(bytes);
  return `d-${hash.digest("hex").slice(0, 12)}` as DocumentId;
};

/** Id of a line of the record: prefix and 12 hex digits of the SHA-256 of its first evidence. */
export const evidenceId = (prefix: string, doc: DocumentId, start: number, end: number): string =>
  `${prefix}-${sha256(`${doc},${start},${end}`).slice(0, 12)}`;
