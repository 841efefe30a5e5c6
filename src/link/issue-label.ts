// The line that names an issue: of its wordings the noun phrase that says most in few words, without article and owner.
import type { Matter } from "./issue-terms.js";
import type { IssueWords } from "./words.js";

export type Wording = { readonly text: string; readonly matter: Matter | null };

const best = { words: 6, most: 14 };

/** A wording without the words no label begins with, quotation marks and stops at its ends. */
function trimmed(text: string, words: IssueWords): string {
  let rest = text
    .replace(/["“”„«»]/g, "")
    .replace(/[\s,.;:–-]+$/, "")
    .trim();
  for (
    let head = /^[\p{L}'’]+/u.exec(rest)?.[0];
    head !== undefined && words.opening.has(head.toLowerCase());
    head = /^[\p{L}'’]+/u.exec(rest)?.[0]
  ) {
    const next = rest.slice(head.length).trim();
    if (next === "") break;
    rest = next;
  }
  return rest;
}

/** How well a wording names its issue: what most wordings share, said in about six words; figures and bare heads do worse. */
function fitness(wording: Wording, all: readonly Wording[]): number {
  const { text, matter } = wording;
  if (!matter) return -10;
  const shared = [...matter.weights.keys()].reduce(
    (sum, concept) => sum + all.filter((other) => other.matter?.weights.has(concept)).length / all.length,
    0,
  );
  const length = text.split(/\s+/).length;
  const figures = (text.match(/\d/g) ?? []).length > 0 && !/\b(?:19|20)\d\d\b/.test(text) ? 1 : 0;
  return shared - Math.abs(length - best.words) * 0.15 - (length > best.most ? 2 : 0) - figures;
}

/** The label of an issue from its wordings, in order of telling; at equal fitness the first. */
export function labelOf(wordings: readonly Wording[], words: IssueWords): string {
  const ranked = wordings.map((wording, index) => ({ wording, index, score: fitness(wording, wordings) }));
  ranked.sort((a, b) => b.score - a.score || a.index - b.index);
  const text = trimmed(ranked[0]?.wording.text ?? "", words);
  return text === "" ? (wordings[0]?.text ?? "") : text.charAt(0).toUpperCase() + text.slice(1);
}
