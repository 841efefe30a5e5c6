// When a bare number is a year. The press writes amounts over a thousand with a comma, so that a number of this or the last
// century that nothing counts is a year, unless it is round; others must be introduced by a word, or stand alone.
import type { Beside, Written } from "./beside.js";

type Has = (name: string, word: string) => boolean;

const far = /^(?:1[4-9]|20[0-4])/;
const near = /^(?:19|20[0-4])/;
const round = /00$/;

/** Whether `words` is a year. `written`: with capitals, since "the 2011 Vienna Document" is a name. */
export function isYear(words: string, { before, after, left, right }: Beside, written: Written, has: Has): boolean {
  if (words.startsWith("'")) return false;
  if (!/^\d/.test(words)) return true;
  if (/^-\p{L}/u.test(right) || has("countable", after) || (/the $/.test(left) && isTitle(written.right, has)))
    return false;
  const introduced = has("preposition", before);
  const ranged = /(?<!\d)(?:1[4-9]|20)\d\d ?- ?$/.test(left) || /^ ?- ?(?:1[4-9]|20)?\d\d(?!\d)/.test(right);
  const heading = /(?:^|\n)\s*$/.test(left) && /^\s*(?:\n|$|:\s)/.test(right);
  const listed = /^(?:1[89]|20)\d\d$/.test(before) || left.endsWith("(") || has("article", before);
  if (far.test(words) && (introduced || ranged || heading)) return true;
  if (far.test(words) && listed && !round.test(words)) return true;
  if (near.test(words) && (listed || has("possessive", before.slice(-2)))) return true;
  // Behind a small word, or where a sentence begins; behind a name it is the name's ("Vision 2030").
  return near.test(words) && !round.test(words) && isFree(written.left);
}

/** No sign but a bracket or a quotation mark stands before, and the word before has no capital; a full stop ends a sentence. */
const isFree = (left: string): boolean => /(?:^|[.?!"“(\n]\s*|(?<![\p{L}\p{N}])\p{Ll}+\s+)$/u.test(left);

/** Whether the words behind a year are the name of a document: "Vienna Document", "Freedom of Access Act". */
function isTitle(right: string, has: Has): boolean {
  const name = /^(?:\s(?:\p{Lu}[\p{L}'-]*|of|on|and|for|to)){1,6}/u.exec(right)?.[0] ?? "";
  const words = name.trim().split(/\s/);
  const at = words.findIndex((word) => has("titled", word.toLowerCase()));
  return at > 0;
}
