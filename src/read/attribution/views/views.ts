// What somebody is told to want, hold, plan, praise or reject: views that nobody need have spoken. A trained model finds them over the trees
// where no rule of speech has found a saying; they stand apart from what is said (Reading.views), as attitudes are no statements.
import type { Range } from "../../../model/span.js";
import type { RawAttribution, RawView } from "../../draft.js";
import { contentRange, holdsClause } from "../clause.js";
import { draft } from "../draft.js";
import { type Ground, isA, lowerAt, quoteClosing, rangeOf } from "../ground.js";
import { firstFrom, quotesIn, tokensIn } from "../places.js";
import { type Arcs, arcsOf, childrenOf } from "./arcs.js";
import { bestEnd, bestStart, cueScore } from "./model.js";
import { canTell, type Start } from "./places.js";
import { phraseOf, sourceHead } from "./source.js";
import type { ViewModel } from "./weights.js";

/** By token: whether words of something said or of its cue stand there. */
export function takenBy(ground: Ground, found: readonly RawAttribution[]): Uint8Array {
  const taken = new Uint8Array(ground.tokens.length);
  const take = ({ start, end }: Range): void => {
    for (let i = firstFrom(ground.tokens, start); (ground.tokens[i]?.start ?? end) < end; i++) taken[i] = 1;
  };
  for (const { content, cue } of found) {
    for (const piece of content) take(piece);
    if (cue) take(cue);
  }
  return taken;
}

/** Where the words of a cue begin: over the verbs that lead to it ("seems to [oppose]"). */
function cueFirst(ground: Ground, arcs: Arcs, cue: number): number {
  let first = cue;
  for (let at = cue, steps = 0; steps < 4; steps++) {
    const token = ground.tokens[at];
    const above = token ? (ground.tokens[token.head] ?? null) : null;
    if (token?.relation !== "xcomp" || above === null || above.index >= at || above.upos !== "VERB") break;
    const plain = childrenOf(arcs, above.index).every((each) => each < above.index || each === at || each > at);
    if (!plain || at - above.index > 4) break;
    at = above.index;
    first = at;
  }
  return first;
}

/** Where the words of a cue end: over its particle, or up to what is viewed where that hangs on more of it. */
function cueLast(ground: Ground, arcs: Arcs, cue: number, start: Start): number {
  if (start.at > cue && start.way !== "whole") return start.at;
  const particle = childrenOf(arcs, cue).find((each) => ground.tokens[each]?.relation === "compound:prt");
  return particle === cue + 1 ? cue + 2 : cue + 1;
}

/** Behind the mark that closes a quotation which begins at or behind `from` and whose last word is before `to`. */
function overMark(ground: Ground, from: number, to: number): number {
  for (let i = to; i < to + 2; i++) {
    const quote = quoteClosing(ground, i);
    if (quote && quote.start >= (ground.tokens[from]?.start ?? 0)) return i + 1;
    if (!/^[.,!?]$/.test(lowerAt(ground, i))) return to;
  }
  return to;
}

function contentOf(ground: Ground, arcs: Arcs, model: ViewModel, cue: number, start: Start): Range[] {
  const end = bestEnd(model, ground, arcs, cue, start);
  const piece = (from: number, until: number): Range[] => {
    const to = overMark(ground, from, until);
    const behind = isA(ground, from, "complementizer") && ground.tokens[from]?.relation === "mark" ? from + 1 : from;
    const range = behind < to ? contentRange(ground, behind, to) : null;
    return range ? [range] : [];
  };
  if (start.way !== "around") return piece(start.at, end);
  return [...piece(start.at, arcs.right[start.by] as number), ...piece(start.second, end)];
}

function viewAt(ground: Ground, arcs: Arcs, model: ViewModel, cue: number, score: number): RawView | null {
  const start = bestStart(model, ground, arcs, cue);
  if (!start) return null;
  const content = contentOf(ground, arcs, model, cue, start);
  const words = rangeOf(ground, cueFirst(ground, arcs, cue), cueLast(ground, arcs, cue, start));
  if (content.length === 0 || !words) return null;
  const head = sourceHead(ground, arcs, cue);
  const source = head >= 0 && head !== start.by ? phraseOf(ground, arcs, head) : null;
  return {
    source: source && rangeOf(ground, source.first, source.last),
    cue: words,
    cueLemma: ground.tokens[cue]?.lemma ?? null,
    content,
    negated: childrenOf(arcs, cue).some((each) => isA(ground, each, "not")),
    why: { rule: `view:${ground.words.viewClasses.get(ground.tokens[cue]?.lemma ?? "")?.name ?? start.way}`, score },
  };
}

const longestOwner = 5; // characters between an owner and the noun

/** How surely, as a share: a margin of the model pressed between 0 and 1. */
const share = (margin: number): number => Math.round(100 / (1 + Math.exp(-margin / 4))) / 100;

/** The views of a document in order of place, none inside another or inside what is said. */
export function findViews(ground: Ground, found: readonly RawAttribution[], model: ViewModel): readonly RawView[] {
  const arcs = arcsOf(ground.tokens);
  const taken = takenBy(ground, found);
  const asked = ground.tokens.flatMap((token) => {
    if (taken[token.index] === 1 || !canTell(token) || !model.lemmas.has(token.lemma)) return [];
    const score = cueScore(model, ground, arcs, token.index);
    return score >= model.least ? [{ cue: token.index, score }] : [];
  });
  const views: RawView[] = [];
  for (const { cue, score } of asked.sort((a, b) => b.score - a.score || a.cue - b.cue)) {
    if (taken[cue] === 1) continue;
    const view = viewAt(ground, arcs, model, cue, share(score));
    if (!view || !claims(ground, taken, view)) continue;
    views.push(view);
  }
  return views.sort((a, b) => a.cue.start - b.cue.start);
}

/** Takes the words of a view, if none of them is taken. */
function claims(ground: Ground, taken: Uint8Array, { cue, content }: RawView): boolean {
  const places: number[] = [];
  for (const { start, end } of [cue, ...content])
    for (let i = firstFrom(ground.tokens, start); (ground.tokens[i]?.start ?? end) < end; i++) places.push(i);
  if (places.some((place) => taken[place] === 1)) return false;
  for (const place of places) taken[place] = 1;
  return true;
}

/** Whether a source is somebody that can be asked for his view: not "who", "nobody", "we", "ten". */
function isSomebody(ground: Ground, source: Range): boolean {
  const first = firstFrom(ground.tokens, source.start);
  const alone = (ground.tokens[first]?.end ?? 0) >= source.end;
  if (isA(ground, first, "relative") || isA(ground, first, "anybody") || isA(ground, first, "self")) return false;
  if (isA(ground, first, "neither") || isA(ground, first, "existential") || ground.tokens[first]?.upos === "NUM")
    return false;
  return !alone || !isA(ground, first, "expletive") || isA(ground, first, "dummy subject");
}

/** Whether a view is told as something said: with a clause, a quotation or a figure. */
function isSaid(ground: Ground, { content }: RawView): boolean {
  return content.some((range) => {
    const words = tokensIn(ground, range);
    const [first, second] = words;
    if (!first) return false;
    const figure = first.upos === "NUM" || second?.upos === "NUM";
    return figure || quotesIn(ground, range).length > 0 || holdsClause(ground, first.index, first.index + words.length);
  });
}

/** Whether a cue is a verb, or a noun that its owner stands before ("his hint"). */
function isOwned(ground: Ground, { cue, source }: RawView): boolean {
  const words = tokensIn(ground, cue);
  return (
    words.some(({ upos }) => upos === "VERB") ||
    (source !== null && source.end <= cue.start && cue.start - source.end < longestOwner)
  );
}

/** `found` and those of `views` that are statements as well, and the views that are not. */
export function withToldViews(
  ground: Ground,
  found: readonly RawAttribution[],
  views: readonly RawView[],
): { readonly said: readonly RawAttribution[]; readonly views: readonly RawView[] } {
  const told = (view: RawView): RawAttribution | null => {
    const sort = ground.words.viewClasses.get(view.cueLemma ?? "");
    if (ground.tokens[firstFrom(ground.tokens, view.cue.start) - 1]?.relation === "mark") return null; // "has until Friday to announce an offer"
    if (!sort || sort.told === "no" || !view.source || !isSomebody(ground, view.source) || !isOwned(ground, view))
      return null;
    if (sort.told === "clause" && !isSaid(ground, view)) return null;
    return draft(ground, {
      rule: view.why.rule,
      source: view.source,
      cue: view.cue,
      cueLemma: view.cueLemma,
      mode: sort.mode,
      content: view.content,
      negated: view.negated,
      score: view.why.score ?? 0.5,
    });
  };
  const made = views.map((view) => ({ view, said: told(view) }));
  return {
    said: [...found, ...made.flatMap(({ said }) => said ?? [])],
    views: made.flatMap(({ view, said }) => (said ? [] : [view])),
  };
}
