// Where the dateline at the head of a paragraph ends: "GENEVA, Jan 10 (Reuters) -", "BRUSSELS (AP) —", "LONDON —". It is no part of
// the sentence that follows. Only its shape is known here: a place in capitals, or any place with an agency in brackets.

const capitals = "\\p{Lu}[\\p{Lu}'./-]*\\p{Lu}(?: \\p{Lu}[\\p{Lu}'.-]*\\p{Lu}){0,3}";
const mixed = "\\p{Lu}[\\p{L}'.-]{2,}(?: \\p{Lu}[\\p{L}'.-]+){0,3}";
const more = "[,/] ?[\\p{L}\\p{N} .,'/]{1,40}?"; // the country, the day
const agency = "[\\s,.]{0,2}[([]\\p{Lu}[\\p{L}&/. -]{1,28}[)\\]]";
const dash = "[.,:]?\\s?-{1,2}(?=\\s)"; // folded
const patterns = [
  new RegExp(`^${capitals}(?:${more})?${agency}(?:${dash}|:(?=\\s))`, "u"),
  new RegExp(`^${mixed}(?:${more})?${agency}${dash}`, "u"),
  new RegExp(`^${capitals}${more}${dash}`, "u"),
];
const withDash = new RegExp(`^${capitals}(?: ?[–—]| ?--)(?=\\s)`, "u"); // not folded: "EXCLUSIVE - …" has a hyphen

/** Where the dateline of a paragraph ends, or 0. `head`: how it begins, not folded. */
export function datelineEnd(folded: string, head: string): number {
  const begin = folded.slice(0, 140);
  if (!/^\p{Lu}[^\n]{2,130}[-:]\s/u.test(begin)) return 0;
  const match = patterns.map((pattern) => pattern.exec(begin)).find((found) => found !== null) ?? withDash.exec(head);
  const end = match?.[0].length ?? 0;
  return /^\s+["'([]?[\p{Lu}\p{N}\p{Sc}]/u.test(folded.slice(end, end + 10)) ? end : 0;
}
