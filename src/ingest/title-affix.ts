// What stands in a headline's line beside the headline: the outlet, a section, a day, behind a bar or a dash at its end, or in
// front of it ("Offer refused | The Quay", "QUAY | Offer refused", "[Quay] Offer refused").
import type { Range } from "../model/span.js";
import type { DayFinder } from "./days.js";
import { readHeadLine } from "./head-line.js";
import { isName, isSite, kindOfName } from "./outlet-names.js";
import type { IngestWords } from "./words.js";

export type Affixes = {
  readonly title: Range; // within the line
  readonly outlet: Range | null;
};

const leastTitle = 4; // words that the headline must keep
const sign = /\s+([|\u00b7\u2022-]|\/\/|::)\s+/gu;
const isBar = (ahead: string): boolean => ahead !== "-";

type Piece = Range & { readonly text: string; readonly ahead: string };

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let [from, ahead] = [0, ""];
  for (const match of [...line.matchAll(sign), null]) {
    const end = match?.index ?? line.length;
    if (end > from) pieces.push({ start: from, end, text: line.slice(from, end), ahead });
    if (!match) break;
    from = match.index + match[0].length;
    ahead = match[1] ?? "";
  }
  return pieces;
}

type Affix = "outlet" | "other" | null;

/** What a piece beside a headline is. `barred`: a bar parts it from the headline; a dash may be part of the headline itself. */
function affixOf(
  text: string,
  barred: boolean,
  words: IngestWords,
  findDays: DayFinder,
  isOutlet: (name: string) => boolean,
): Affix {
  if (isSite(text)) return "outlet";
  const known = readHeadLine(text, words, findDays).pieces.every(({ kind }) => kind === "day" || kind === "stamp");
  if (known) return "other";
  if (!isName(text, words)) return null;
  if (isOutlet(text)) return "outlet";
  const kind = kindOfName(text, words);
  if (kind === "outlet") return "outlet";
  if (kind === "section") return barred ? "other" : null;
  if (/^The \p{Lu}/u.test(text) && kind === "open") return "outlet";
  return barred ? (kind === "open" ? "outlet" : "other") : null;
}

/** The headline of a line (folded) without what stands beside it; null where nothing does. */
export function affixesOf(
  line: string,
  words: IngestWords,
  findDays: DayFinder,
  isOutlet: (name: string) => boolean,
): Affixes | null {
  const bracket = /^[[(]([^\])]{2,40})[\])]:?\s+(?=\p{Lu})/u.exec(line);
  const label = bracket?.[1] ?? "";
  if (bracket && isName(label, words) && kindOfName(label, words) !== "person") {
    const outlet = kindOfName(label, words) === "section" ? null : { start: 1, end: 1 + label.length };
    return { title: { start: bracket[0].length, end: line.length }, outlet };
  }
  const pieces = piecesOf(line);
  let [first, last] = [0, pieces.length - 1];
  let outlet: Range | null = null;
  const judge = (piece: Piece | undefined, barred: boolean): Affix =>
    piece ? affixOf(piece.text.trim(), barred, words, findDays, isOutlet) : null;
  while (last > first) {
    const piece = pieces[last];
    const found = judge(piece, isBar(piece?.ahead ?? ""));
    if (!piece || found === null) break;
    if (found === "outlet") outlet ??= { start: piece.start, end: piece.end };
    last--;
  }
  while (first < last) {
    const [piece, next] = [pieces[first], pieces[first + 1]];
    const found = judge(piece, isBar(next?.ahead ?? ""));
    const capitals = piece !== undefined && piece.text === piece.text.toUpperCase();
    if (!piece || found === null || (found === "outlet" && !capitals && !isBar(next?.ahead ?? ""))) break;
    if (found === "outlet") outlet ??= { start: piece.start, end: piece.end };
    first++;
  }
  const [from, to] = [pieces[first], pieces[last]];
  if (!from || !to || (first === 0 && last === pieces.length - 1)) return null;
  const title = { start: from.start, end: to.end };
  return line.slice(title.start, title.end).trim().split(" ").length >= leastTitle ? { title, outlet } : null;
}
