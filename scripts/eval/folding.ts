// Text as the gold compares it: white space, quotation marks and dashes folded, with a way back to the offsets of the text.

export type FoldedText = { readonly folded: string; readonly at: readonly number[] };

const forms: ReadonlyMap<string, string> = new Map([
  ...[..."“”„«»″"].map((mark) => [mark, '"'] as const),
  ...[..."‘’`´"].map((mark) => [mark, "'"] as const),
  ...[..."–—−"].map((mark) => [mark, "-"] as const),
]);

/** The folded text and, for each of its characters (and its end), the offset in `text`. White space runs become one space. */
export function foldText(text: string): FoldedText {
  let folded = "";
  const at: number[] = [];
  let afterSpace = true;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const space = /[\s\u00a0\u200b]/.test(char);
    if (space && afterSpace) continue;
    afterSpace = space;
    folded += space ? " " : (forms.get(char) ?? char);
    at.push(i);
  }
  at.push(text.length);
  return { folded, at };
}

/** Start and end in the text of the nth (from 1) occurrence of `words`, or null. Occurrences may overlap. */
export function findWords(
  text: FoldedText,
  words: string,
  nth: number,
): { readonly start: number; readonly end: number } | null {
  const needle = foldText(words).folded.trim();
  if (!needle) return null;
  let from = -1;
  for (let k = 0; k < nth; k++) {
    from = text.folded.indexOf(needle, from + 1);
    if (from < 0) return null;
  }
  return { start: text.at[from] ?? 0, end: (text.at[from + needle.length - 1] ?? 0) + 1 };
}

/** A name or title as it is compared: folded, lower case, without a leading article or a possessive ending. */
export const plainName = (name: string | null | undefined): string =>
  foldText(name ?? "")
    .folded.trim()
    .toLowerCase()
    .replace(/^(the|a|an) /, "")
    .replace(/['’]s$/, "");

/** A date without the marks ~ ? % at its end. */
export const plainDate = (date: string | null | undefined): string => (date ?? "").replace(/[~?%]$/, "");
