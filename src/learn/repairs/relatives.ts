// "Maria Keller, who leads the union, said": a relative clause that was given the subject of the main verb beside its own gives
// it back; one that was hung on the main verb hangs on the subject.
import type { Word } from "../annotation.js";
import { childrenOf } from "../tree.js";
import { base, type Edit, edited } from "./edits.js";
import { isFiniteClause } from "./gather.js";
import { isCue, type RepairWords } from "./words.js";

const pronouns: ReadonlySet<string> = new Set(["WP", "WDT"]);
const nominal: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON"]);

/** A clause with a relative pronoun as (or in) its subject, and the other subject before that, -1 for none. */
type Relative = { readonly clause: number; readonly noun: number; readonly pronoun: number };

function relativeAt(words: readonly Word[], clause: number, all: readonly (readonly number[])[]): Relative | null {
  const isRelative = (index: number): boolean =>
    pronouns.has(words[index]?.xpos ?? "") || (all[index] ?? []).some((child) => words[child]?.xpos === "WP$");
  const subjects = (all[clause] ?? []).filter(
    (child) => child < clause && base(words[child]?.relation ?? "") === "nsubj",
  );
  const pronoun = subjects.find(isRelative);
  if (pronoun === undefined) return null;
  const noun = subjects.find((child) => child < pronoun && nominal.has(words[child]?.upos ?? "")) ?? -1;
  return { clause, noun, pronoun };
}

/** The verb that the noun is the subject of, if there is one: what the clause hangs on, or a finite clause that hangs on it. */
function verbOf(words: readonly Word[], { clause, noun }: Relative, repair: RepairWords): number {
  const all = childrenOf(words);
  const lacksSubject = (index: number): boolean =>
    !(all[index] ?? []).some((child) => base(words[child]?.relation ?? "") === "nsubj");
  const head = words[clause]?.head ?? -1;
  if (head >= 0)
    return words[head]?.upos === "VERB" && lacksSubject(head) && (head > clause || head < noun) ? head : -1;
  return (
    (all[clause] ?? []).find(
      (child) =>
        child > clause && (isFiniteClause(words, child, all) || isCue(words, child, repair)) && lacksSubject(child),
    ) ?? -1
  );
}

function returned(words: readonly Word[], found: Relative, verb: number): readonly Word[] {
  const edits = new Map<number, Edit>([
    [found.noun, { head: verb, relation: "nsubj" }],
    [found.clause, { head: found.noun, relation: "acl:relcl" }],
  ]);
  if (words[verb]?.head === found.clause) edits.set(verb, { head: -1, relation: "root" });
  for (const child of childrenOf(words)[found.clause] ?? [])
    if (child < found.noun) edits.set(child, { head: verb, relation: words[child]?.relation ?? "dep" });
  return edited(words, edits);
}

/** A clause with "who" that hangs on a verb, behind a comma: on the subject of that verb, where it stands before "who". */
function lowered(words: readonly Word[], { clause, pronoun }: Relative): readonly Word[] {
  const verb = words[clause]?.head ?? -1;
  const isLoose = ["advcl", "parataxis", "conj", "ccomp"].includes(base(words[clause]?.relation ?? ""));
  if (!isLoose || words[verb]?.upos !== "VERB" || words[pronoun - 1]?.form !== ",") return words;
  const subject = (childrenOf(words)[verb] ?? []).find((child) => base(words[child]?.relation ?? "") === "nsubj");
  if (subject === undefined || subject > pronoun || (verb < pronoun && verb > subject)) return words;
  return edited(words, new Map([[clause, { head: subject, relation: "acl:relcl" }]]));
}

/** Gives main verbs the subjects back that relative clauses behind them took. */
export function returnSubjects(words: readonly Word[], repair: RepairWords): readonly Word[] {
  if (!words.some(({ xpos }) => xpos === "WP$" || pronouns.has(xpos))) return words;
  let changed = words;
  for (let clause = 2; clause < words.length; clause++) {
    const found = relativeAt(changed, clause, childrenOf(changed));
    if (!found) continue;
    const verb = found.noun < 0 ? -1 : verbOf(changed, found, repair);
    changed = verb >= 0 ? returned(changed, found, verb) : found.noun < 0 ? lowered(changed, found) : changed;
  }
  return changed;
}
