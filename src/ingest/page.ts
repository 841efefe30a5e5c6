// What a reader makes of bytes: the text with its lines, and what the page's own metadata claims.
import type { Range } from "../model/span.js";

/** One block of the page, trimmed and never empty. */
export type Line = Range & {
  readonly element: string; // "h1", "p", "li" …; "" for plain text
  readonly reason: string | null; // the page's structure marks it as furniture, and why
  readonly article: boolean | null; // whether the article extractor keeps it; null: it was not asked or found nothing
  readonly links: number; // share of its characters that are links, 0–1
};

/** A day that metadata states. `kind` says how far to trust it: "published" outranks "dated" (a bare date field). */
export type DayClaim = {
  readonly day: string;
  readonly utc: boolean;
  readonly kind: "published" | "dated" | "address";
};

/** What metadata says, best first. Empty for plain text. */
export type Claims = {
  readonly titles: readonly string[];
  readonly outlets: readonly string[];
  readonly byline: string | null;
  readonly days: readonly DayClaim[];
  readonly address: string | null; // the page's own address
  readonly language: string | null; // as declared
  readonly translatedFrom: string | null;
};

export type Page = { readonly text: string; readonly lines: readonly Line[]; readonly claims: Claims };

export const noClaims: Claims = {
  titles: [],
  outlets: [],
  byline: null,
  days: [],
  address: null,
  language: null,
  translatedFrom: null,
};
