// Learns lemma rules: for each tag, from short endings to long ones, a rule wherever the shorter ending would be wrong.

import { keepsCase, longestEnding } from "../../src/learn/lemmatiser.js";
import { fold } from "../../src/text/fold.js";

export type LemmaExample = { readonly form: string; readonly xpos: string; readonly lemma: string };

/** "cut TAB add TAB capital" that makes the lemma of the word. */
function scriptOf(word: string, lemma: string, keeps: boolean): string {
  const target = keeps ? lemma : lemma.toLowerCase();
  let same = 0;
  while (same < word.length && word[same] === target[same]) same++;
  return `${word.length - same}\t${target.slice(same)}\t${!keeps && /^\p{Lu}/u.test(lemma) ? "A" : ""}`;
}

const fewest = 2; // cases of an ending shorter than the word

/** The rules as text, as readLemmaRules of src/learn/lemmatiser.ts takes them. */
export function trainLemmas(examples: readonly LemmaExample[]): string {
  const counts = new Map<string, Map<string, number>>(); // tag, ending → script → cases
  const words = new Map<string, { key: string; word: string; xpos: string; count: number }>();
  for (const { form, xpos, lemma } of examples) {
    if (lemma === "_" || lemma === "" || !/^\S*[\p{L}\p{N}]\S*$/u.test(form)) continue;
    const folded = fold(form);
    const word = keepsCase(xpos) ? folded : folded.toLowerCase();
    const script = scriptOf(word, fold(lemma), keepsCase(xpos));
    const known = words.get(`${xpos}\t${word}`);
    words.set(`${xpos}\t${word}`, { key: `${xpos}\t${word}`, word, xpos, count: (known?.count ?? 0) + 1 });
    const own = counts.get(`=${xpos}\t${word}`) ?? new Map<string, number>();
    own.set(script, (own.get(script) ?? 0) + 1);
    counts.set(`=${xpos}\t${word}`, own);
  }
  const best = (scripts: ReadonlyMap<string, number> | undefined): string =>
    [...(scripts ?? [])].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? "0\t\t";
  // each word counts once for its endings, with what it mostly becomes
  const chosen = [...words.values()].map(({ key, word, xpos }) => ({
    word,
    xpos,
    script: best(counts.get(`=${key}`)),
  }));
  const endings = new Map<string, Map<string, number>>();
  for (const { word, xpos, script } of chosen) {
    for (let length = 0; length <= Math.min(word.length, longestEnding); length++) {
      const key = `${xpos}\t${word.slice(word.length - length)}`;
      const scripts = endings.get(key) ?? new Map<string, number>();
      scripts.set(script, (scripts.get(script) ?? 0) + 1);
      endings.set(key, scripts);
    }
  }
  const rules = new Map<string, string>();
  const ruled = (xpos: string, word: string): string | undefined => {
    for (let from = Math.max(0, word.length - longestEnding); from <= word.length; from++) {
      const script = rules.get(`${xpos}\t${word.slice(from)}`);
      if (script !== undefined) return script;
    }
    return undefined;
  };
  const keys = [...endings.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const key of keys) {
    const [xpos = "", ending = ""] = key.split("\t");
    const script = best(endings.get(key));
    if (ending !== "" && (endings.get(key)?.get(script) ?? 0) < fewest) continue;
    if (ruled(xpos, ending) !== script) rules.set(key, script);
  }
  for (const { word, xpos, script } of chosen) if (ruled(xpos, word) !== script) rules.set(`${xpos}\t^${word}`, script);
  return [...rules]
    .map(([key, script]) => `${key}\t${script}`)
    .sort()
    .join("\n");
}
