// The tense beside a phrase, from the words of its sentence alone: auxiliaries, forms and endings of the calendar table. The
// nearest marker decides; one beyond a comma or a quotation mark counts as farther away.
import type { Range } from "../model/span.js";
import type { Tense } from "./meaning.js";
import type { Lexicon } from "./pattern.js";

type Marker = { readonly at: number; readonly end: number; readonly tense: Tense };
/** The markers and breaks of one sentence, by token index. */
export type TenseMap = {
  readonly tokens: readonly Range[];
  readonly markers: readonly Marker[];
  readonly breaks: readonly number[];
};

const word = /[\p{L}\p{N}']+|[,;:"()]/gu;

/** Reads a sentence's tense markers once. `sentence`: folded text; `offset`: where it starts. */
export function tenseMap(sentence: string, offset: number, lexicon: Lexicon): TenseMap {
  const forms = lexicon.get("tense");
  const endings = [...(lexicon.get("tense-ending")?.keys() ?? [])];
  const tokens: Range[] = [];
  const markers: Marker[] = [];
  const breaks: number[] = [];
  let bare = false; // behind "to" or "be" a participle tells no past
  for (const match of sentence.matchAll(word)) {
    const text = match[0];
    const lower = text.toLowerCase();
    const at = tokens.length;
    tokens.push({ start: offset + match.index, end: offset + match.index + text.length });
    if (!/[\p{L}\p{N}]/u.test(text)) {
      breaks.push(at);
      continue;
    }
    const known = forms?.get(lower);
    const ends = text === lower && lower.length > 4 && endings.some((ending) => lower.endsWith(ending));
    const tense = known === "future" ? "future" : !bare && (known === "past" || ends) ? "past" : null;
    if (tense) markers.push({ at, end: at, tense });
    bare = known === "bare" || (bare && lower.endsWith("ly"));
  }
  return { tokens, markers, breaks };
}

/** The tense beside a range; null where the sentence has no marker. */
export function tenseBeside({ tokens, markers, breaks }: TenseMap, range: Range): Tense | null {
  const first = tokens.findIndex((token) => token.end > range.start);
  let last = first;
  while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? range.end) < range.end) last++;
  let found: Tense | null = null;
  let least = Infinity;
  for (const { at, tense } of markers) {
    if (at >= first && at <= last) continue;
    const [from, to] = at < first ? [at, first] : [last, at];
    const crossed = breaks.filter((place) => place > from && place < to).length;
    const cost = (to - from) * (at < first ? 1 : 1.2) + crossed * 4;
    if (cost < least) [found, least] = [tense, cost];
  }
  return found;
}
