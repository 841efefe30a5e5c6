// The outlet that a byline names beside the writer: "By Ana Petrova, The Quay", "Ana Petrova for Quay News", "Quay staff report",
// "Quay News Staff Writer" in the line below.
import type { Range } from "../model/span.js";
import { isName, kindOfName } from "./outlet-names.js";
import type { IngestWords } from "./words.js";

type Part = Range & { readonly text: string; readonly ahead: string };

const longest = 120; // characters of a line that can be a byline
const parting = /\s*[,|/;\u00b7\u2022()]\s*|\s+-\s+|\s+for\s+(?=\p{Lu}|the\s)|\s+of\s+(?=the\s|The\s)/gu;

function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let [from, ahead] = [0, ""];
  const take = (end: number): void => {
    const text = line.slice(from, end);
    const start = from + (text.length - text.trimStart().length);
    if (text.trim() !== "") parts.push({ start, end: start + text.trim().length, text: text.trim(), ahead });
  };
  for (const match of line.matchAll(parting)) {
    take(match.index);
    from = match.index + match[0].length;
    ahead = match[0].trim();
  }
  take(line.length);
  return parts;
}

/** The name of a part without the words of a staff behind it, and the word of a byline in front of it. */
function coreOf(
  part: Part,
  words: IngestWords,
): { readonly name: string; readonly start: number; readonly staff: boolean } {
  const all = part.text.split(" ");
  let from = 0;
  while (from < all.length - 1) {
    const word = (all[from] ?? "").toLowerCase().replace(/:$/, "");
    const label = words.labels.get(word) === "byline" || words.labels.get(word) === "source";
    if (!label && !(word === "of" && from === 0)) break;
    from++;
  }
  if (all[from] === "the") from++;
  let to = all.length;
  let staff = false;
  for (; to > from; to--) {
    const word = (all[to - 1] ?? "").toLowerCase();
    if (words.staff.has(word)) staff = true;
    else if (!words.bywords.has(word) || words.joiners.has(word)) break;
  }
  const before = all.slice(0, from).join(" ");
  return { name: all.slice(from, to).join(" "), start: part.start + (before === "" ? 0 : before.length + 1), staff };
}

/**
 * Where a byline (folded) names its outlet; null where it names none. `below`: the line stands below one that names the writer.
 * `isOutlet`: whether the rest of the page shows a name to be the outlet's.
 */
export function outletInByline(
  line: string,
  below: boolean,
  words: IngestWords,
  isOutlet: (name: string) => boolean,
): Range | null {
  if (line.length > longest) return null;
  for (const [index, part] of partsOf(line).entries()) {
    const { name, start, staff } = coreOf(part, words);
    if (name === "" || !isName(name, words)) continue;
    const kind = isOutlet(name) ? "outlet" : kindOfName(name, words);
    if (kind === "person" || kind === "place" || kind === "section") continue;
    const beside = index > 0 || below;
    const named = kind === "outlet" || (beside && /^The \p{Lu}/u.test(name));
    const written = part.ahead === "for" || (part.ahead === "of" && staff);
    const ofStaff = staff && (beside || !name.includes(" "));
    if (named || written || ofStaff) return { start, end: start + name.length };
  }
  return null;
}
