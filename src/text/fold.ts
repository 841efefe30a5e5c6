// Same-length folding: quotes, dashes and odd spaces become one form each, so that rules match one form and offsets never move.

const table: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "«": '"',
  "»": '"',
  "″": '"',
  "＂": '"',
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  "`": "'",
  "´": "'",
  ʼ: "'",
  "′": "'",
  "–": "-",
  "—": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "―": "-",
  "\u00a0": " ",
  "\u2007": " ",
  "\u202f": " ",
  "\u2009": " ",
  "\u200a": " ",
  "\u2002": " ",
  "\u2003": " ",
  "\u3000": " ",
  "\t": " ",
  "\u00ad": "\u200b",
  "\u200c": "\u200b",
  "\u200d": "\u200b",
  "\ufeff": "\u200b",
  "…": "…",
};
const foldable = new RegExp(
  `[${Object.keys(table)
    .join("")
    .replace(/[-\]\\]/g, "\\$&")}]`,
  "g",
);

/** The text with quotes, dashes and spaces in one form each; the same length, so every offset holds in both. */
export const fold = (text: string): string => text.replace(foldable, (c) => table[c] ?? c);

/** A form for comparing words: folded, lower case, soft hyphens out, white space collapsed. Not the same length. */
export const foldWords = (text: string): string =>
  fold(text).replaceAll("\u200b", "").toLowerCase().replace(/\s+/g, " ").trim();
