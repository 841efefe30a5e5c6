// The notation of furniture.txt: "(share/tweet) [this] *" → a linear regular expression for one whole folded line.
//   (a/b) one of; [a] may be missing; * anything; # a number; <name> one to five capitalised words; <words> one to six words;
//   <outlet> the same as <name>, figures allowed, kept as the group "outlet".
// Words match in lower case, capitals, or with a capital initial; a backslash takes the next sign as it is.

const signs: Readonly<Record<string, string>> = {
  "*": "[^\\n]*",
  "#": "\\d[\\d.,]*",
  "(": "(?:",
  ")": ")",
  "[": "(?:",
  "]": ")?",
  "/": "|",
  "<name>": "\\p{Lu}[\\p{L}.'&-]*(?: (?:of |and |the |& )?\\p{Lu}[\\p{L}.'&-]*){0,4}",
  "<outlet>":
    "(?<outlet>(?:The )?\\p{Lu}[\\p{L}\\p{N}'&-]*(?:\\.(?=\\p{L})[\\p{L}]+)*(?: (?:of |and |the |& |de |du |la )?[\\p{Lu}\\p{N}][\\p{L}\\p{N}'&-]*(?:\\.(?=\\p{L})[\\p{L}]+)*){0,6})",
  "<words>": "[\\p{L}\\p{N}'&-]+(?: [\\p{L}\\p{N}'&-]+){0,5}",
};
// A space may be missing beside an optional piece, but not between two letters.
const gap = "(?<!\\p{L}(?=\\p{L})) ?";
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

function word(text: string): string {
  if (!/\p{L}/u.test(text)) return literal(text);
  const forms = [text, text.charAt(0).toUpperCase() + text.slice(1), text.toUpperCase()];
  return `(?:${[...new Set(forms)].map(literal).join("|")})`;
}

/** The regular expression of a pattern; it matches a whole line (folded, trimmed). */
export function linePattern(notation: string): RegExp {
  const pieces = notation.match(/\\.|<name>|<outlet>|<words>|[\p{L}\p{N}]+|[\s\S]/gu) ?? [];
  let source = "";
  for (const piece of pieces) {
    if (piece.startsWith("\\")) source += literal(piece.slice(1));
    else source += signs[piece] ?? (piece === " " ? gap : word(piece));
  }
  return new RegExp(`^${source}$`, "u");
}
