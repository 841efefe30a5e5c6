// The subjects of verbs of saying: "Keller admitted" with the name taken for an adverb, "hacking specialists say" with the noun
// taken for the object of the participle, "a poll released Saturday found" with the participle taken for the main verb.
import type { Word } from "../annotation.js";
import { childrenOf } from "../tree.js";
import { base, type Edit, edited } from "./edits.js";
import { isCue, type RepairWords } from "./words.js";

const nominal: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON"]);
const finite: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP"]);
const mistaken: ReadonlySet<string> = new Set(
  "advmod aux compound obl vocative obj nmod dep appos discourse amod".split(" "),
);

const isTime = (word: Word | undefined, { weekdays, months, times }: RepairWords): boolean => {
  const form = word?.form.toLowerCase() ?? "";
  return weekdays.has(form) || months.has(form) || times.has(form) || /^\d/.test(form);
};

const hasComma = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from + 1, to).some(({ form }) => form === "," || form === ":");

/** A bare noun before a verb without a subject is its subject; so is the object of a participle before it. */
function named(words: readonly Word[], verb: number, repair: RepairWords): readonly Word[] {
  const all = childrenOf(words);
  const has = (index: number, relation: string): boolean =>
    (all[index] ?? []).some((child) => base(words[child]?.relation ?? "") === relation);
  const isBare = (index: number): boolean => nominal.has(words[index]?.upos ?? "") && !has(index, "case");
  const before = (all[verb] ?? []).filter((child) => child < verb);
  const subject = before.findLast(
    (child) => isBare(child) && mistaken.has(base(words[child]?.relation ?? "")) && !isTime(words[child], repair),
  );
  if (subject !== undefined) return edited(words, new Map([[subject, { head: verb, relation: "nsubj" }]]));
  for (const participle of before) {
    if (!["VBG", "VBN", "JJ"].includes(words[participle]?.xpos ?? "") || hasComma(words, participle, verb)) continue;
    if (has(participle, "mark")) continue;
    const object = (all[participle] ?? []).find(
      (child) => child > participle && words[child]?.relation === "obj" && isBare(child),
    );
    if (object === undefined) continue;
    const edits = new Map<number, Edit>([
      [object, { head: verb, relation: "nsubj" }],
      [participle, { head: object, relation: "amod" }],
    ]);
    for (const child of all[participle] ?? [])
      if (child !== object && words[child]?.upos !== "ADV")
        edits.set(child, { head: object, relation: words[child]?.relation ?? "dep" });
    return edited(words, edits);
  }
  return words;
}

/** "a poll released Saturday found": the verb of saying hangs below the participle, and has a day for its subject or none. */
function overtaken(words: readonly Word[], verb: number, repair: RepairWords): readonly Word[] {
  const all = childrenOf(words);
  const participle = words[verb]?.head ?? -1;
  const outer = words[participle];
  if (!outer || participle > verb || !["VBD", "VBN"].includes(outer.xpos) || isCue(words, participle, repair))
    return words;
  if (
    hasComma(words, participle, verb) ||
    words.slice(participle + 1, verb).some(({ upos }) => upos === "SCONJ" || upos === "CCONJ")
  )
    return words;
  const subject = (all[participle] ?? []).find((child) => base(words[child]?.relation ?? "") === "nsubj");
  if (subject === undefined || subject !== participle - 1 || words[subject]?.upos === "PRON") return words;
  const own = (all[verb] ?? []).filter((child) => child < verb && base(words[child]?.relation ?? "") === "nsubj");
  if (own.some((child) => !isTime(words[child], repair))) return words;
  const edits = new Map<number, Edit>([
    [verb, { head: outer.head, relation: outer.relation }],
    [subject, { head: verb, relation: "nsubj" }],
    [participle, { head: subject, relation: "acl" }],
  ]);
  for (const child of own) edits.set(child, { head: participle, relation: "obl:unmarked" });
  for (const child of all[participle] ?? [])
    if (child < subject || child > verb) edits.set(child, { head: verb, relation: words[child]?.relation ?? "dep" });
  return edited(words, edits);
}

/** Gives verbs of saying their subjects. */
export function nameSubjects(words: readonly Word[], repair: RepairWords): readonly Word[] {
  let changed = words;
  for (let verb = 1; verb < words.length; verb++) {
    if (!finite.has(words[verb]?.xpos ?? "") || !isCue(changed, verb, repair)) continue;
    changed = overtaken(changed, verb, repair);
    const relations = (childrenOf(changed)[verb] ?? []).map((child) => base(changed[child]?.relation ?? ""));
    const lacksSubject = !relations.some((relation) => ["nsubj", "csubj", "expl"].includes(relation));
    const isFirst = ["root", "ccomp", "parataxis", "advcl"].includes(base(changed[verb]?.relation ?? ""));
    if (lacksSubject && isFirst) changed = named(changed, verb, repair);
  }
  return changed;
}
