// What people type into a search, as an FTS5 query that cannot fail: every word must be there, "in quotes" in this order.

/** The FTS5 query for some words; null where they hold none. Nothing typed is taken as FTS5 syntax. */
export function ftsQuery(words: string): string | null {
  const terms: string[] = [];
  for (const match of words.matchAll(/"([^"]*)"|[^\s"]+/g)) {
    const quoted = match[1] !== undefined;
    const term = (match[1] ?? match[0]).match(/[\p{L}\p{N}\p{M}]+/gu)?.join(" ");
    if (term !== undefined) terms.push(`"${term}"${quoted ? "" : " *"}`);
  }
  return terms.length === 0 ? null : terms.join(" ");
}

/** Text as the store keeps it for search: without U+0000 and half surrogates, which SQLite cannot hold. */
export const searchable = (text: string): string => text.replaceAll("\0", " ").toWellFormed();
