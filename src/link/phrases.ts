// Matching of the phrases of a language's tables against words: "a/b" for either word, "*" for up to four words between.
// Linear in the words for phrases of bounded length: no backtracking over more than the gap.
import type { StatePhrase } from "./words.js";

type Step = { readonly words: ReadonlySet<string>; readonly gap: boolean };
export type CompiledPhrase = StatePhrase & { readonly steps: readonly Step[] };

const longestGap = 4;

/** A phrase as steps. Done once a table. */
export function compilePhrase(phrase: StatePhrase): CompiledPhrase {
  const steps: Step[] = [];
  let gap = false;
  for (const part of phrase.phrase.split(/\s+/)) {
    if (part === "*") gap = true;
    else {
      steps.push({ words: new Set(part.split("/")), gap });
      gap = false;
    }
  }
  return { ...phrase, steps };
}

function matchesAt(words: readonly string[], at: number, steps: readonly Step[]): boolean {
  let places = [at];
  for (const [index, step] of steps.entries()) {
    const reach = step.gap ? longestGap : 0;
    const next = new Set<number>();
    for (const place of places) {
      for (let skip = 0; skip <= (index === 0 ? 0 : reach); skip++) {
        if (step.words.has(words[place + skip] ?? "")) next.add(place + skip + 1);
      }
    }
    if (next.size === 0) return false;
    places = [...next];
  }
  return true;
}

/** The first phrase of the list that the words (lower case, in order) hold; null where none is there. */
export function findPhrase(words: readonly string[], phrases: readonly CompiledPhrase[]): CompiledPhrase | null {
  for (const phrase of phrases) {
    const first = phrase.steps[0];
    if (!first) continue;
    for (let at = 0; at < words.length; at++) {
      if (first.words.has(words[at] ?? "") && matchesAt(words, at, phrase.steps)) return phrase;
    }
  }
  return null;
}
