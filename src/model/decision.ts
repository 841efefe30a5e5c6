// A person's correction: an entry of the append-only decisions log. It points at spans with their words, never at derived
// ids, so that it holds after the documents are read again.
import type { Span } from "./span.js";

export type Pointed = { readonly span: Span; readonly words: string };
export type Decision = {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly reason: string | null;
  readonly supersedes: string | null;
  readonly action: { readonly kind: string; readonly on: readonly Pointed[]; readonly value: string | null };
};
