// "said on the 9th that the talks would go on": a clause that a phrase behind the cue has swallowed hangs on the cue again; and
// "was announced on Monday by the ministry": an agent that a date has swallowed hangs on its verb again.
import type { Word } from "../annotation.js";
import { attach, childrenOf, pathToRoot } from "../tree.js";
import { base } from "./edits.js";
import { isCue, type RepairWords } from "./words.js";

const nominal: ReadonlySet<string> = new Set("obl obj iobj nmod appos advmod nummod compound flat conj dep".split(" "));
const swallowing: ReadonlySet<string> = new Set("acl advcl ccomp dep appos parataxis conj".split(" "));

const lower = (word: Word | undefined): string => word?.form.toLowerCase() ?? "";
const isDate = (word: Word, { months, weekdays, times }: RepairWords): boolean =>
  /^\d/.test(word.form) || [months, weekdays, times].some((set) => set.has(lower(word)));

/** The verb of saying before `before` on which a phrase at `from` hangs through nominal relations only; -1 for none. */
function cueAbove(words: readonly Word[], from: number, before: number, repair: RepairWords): number {
  for (const index of pathToRoot(words, from)) {
    if (words[index]?.upos === "VERB") return index < before && isCue(words, index, repair) ? index : -1;
    const word = words[index];
    const isDay = word !== undefined && base(word.relation) === "nsubj" && isDate(word, repair);
    if (!isDay && !nominal.has(base(word?.relation ?? ""))) return -1;
  }
  return -1;
}

/** Whether a clause has a subject beside the word that opens it. */
const hasOwnSubject = (words: readonly Word[], clause: number, opener: number): boolean =>
  (childrenOf(words)[clause] ?? []).some(
    (child) => child !== opener && ["nsubj", "expl", "csubj"].includes(base(words[child]?.relation ?? "")),
  );

/** Whether a clause is whole without the word that opens it, so that this word is no relative pronoun. */
function isWhole(words: readonly Word[], clause: number, opener: number): boolean {
  const relation = base(words[opener]?.relation ?? "");
  if (relation === "mark") return true;
  const others = (childrenOf(words)[clause] ?? [])
    .filter((child) => child !== opener)
    .map((child) => base(words[child]?.relation ?? ""));
  return relation === "nsubj" || others.some((each) => ["obj", "ccomp", "cop"].includes(each));
}

/** Whether something is said already: behind the verb, before it, or by the clause that the verb hangs on. */
function hasContent(words: readonly Word[], verb: number): boolean {
  const relation = base(words[verb]?.relation ?? "");
  if (relation === "parataxis" || words[verb]?.relation === "acl:relcl") return true;
  return (childrenOf(words)[verb] ?? []).some((child) =>
    ["ccomp", "xcomp", "obj", "parataxis", "csubj"].includes(base(words[child]?.relation ?? "")),
  );
}

/** Gives a verb of saying the clause with "that" that a phrase behind it has swallowed. */
export function freeClauses(words: readonly Word[], repair: RepairWords): readonly Word[] {
  let changed = words;
  for (const [opener, mark] of words.entries()) {
    if (!repair.complementizers.has(lower(mark))) continue;
    const clause = changed[opener]?.head ?? -1;
    const top = changed[clause];
    if (!top || clause < opener || !swallowing.has(base(top.relation))) continue;
    const phrase = changed[top.head];
    if (!phrase || top.head > opener || phrase.upos === "VERB" || repair.contentNouns.has(phrase.lemma)) continue;
    const cue = cueAbove(changed, top.head, opener, repair);
    if (cue < 0 || !hasOwnSubject(changed, clause, opener)) continue;
    if (!isDate(phrase, repair) && !isWhole(changed, clause, opener) && hasContent(changed, cue)) continue;
    const others = (childrenOf(changed)[cue] ?? []).filter(
      (child) => child < clause && base(changed[child]?.relation ?? "") === "ccomp",
    );
    if (others.length > 0) continue;
    changed = attach(changed, clause, cue, "ccomp").map((word, index) =>
      index === opener
        ? { ...word, upos: "SCONJ", xpos: "IN", relation: "mark" }
        : index > cue && index < opener && word.head === cue && base(word.relation) === "nsubj"
          ? { ...word, relation: "obl:unmarked" }
          : word,
    );
  }
  return changed;
}

/** Gives a passive verb the agent that a date behind it has swallowed. */
export function freeAgents(words: readonly Word[], repair: RepairWords): readonly Word[] {
  let changed = words;
  for (const [mark, by] of words.entries()) {
    if (!repair.agentMarks.has(lower(by)) || base(by.relation) !== "case") continue;
    const agent = changed[by.head];
    const date = agent && changed[agent.head];
    if (!agent || !date || agent.head > mark || base(agent.relation) !== "nmod" || !isDate(date, repair)) continue;
    const verb = pathToRoot(changed, agent.head).find((index) => changed[index]?.upos === "VERB");
    if (verb === undefined || verb > mark) continue;
    const children = (childrenOf(changed)[verb] ?? []).map((child) => changed[child]?.relation ?? "");
    const isPassive = children.some((relation) => relation === "aux:pass" || relation === "nsubj:pass");
    if (isPassive && !children.includes("obl:agent")) changed = attach(changed, by.head, verb, "obl:agent");
  }
  return changed;
}
