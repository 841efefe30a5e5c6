// Reporting clauses behind or inside what they report: "…", she said; "…," said the mayor, "…"; the talks, he said, had failed.
// What is said becomes one subtree. Behind it the verb of saying is the head and takes it as ccomp; inside it the verb of saying
// hangs on it as parataxis (as English treebanks have it).
import type { Word } from "../annotation.js";
import { childrenOf, isUnder, pathToRoot, subtreeOf } from "../tree.js";
import { base, type Edit, edited } from "./edits.js";
import { gather, holdsFinite, isFiniteClause, isIn, isSubordinate, type Stretch, topOf, topsIn } from "./gather.js";
import { isQuote, quotedSpans } from "./quotes.js";
import { isCue, type RepairWords } from "./words.js";

/** A reporting clause: its verb and subject, what stands before it and what goes on behind it. */
type Report = {
  readonly verb: number;
  readonly subject: number;
  readonly left: Stretch;
  readonly right: Stretch | null;
};

const boundaries: ReadonlySet<string> = new Set([",", "?", "!", "—", "–"]);
const isBoundary = (word: Word | undefined): boolean =>
  word !== undefined && (boundaries.has(word.form) || isQuote(word.form));
const isComma = (word: Word | undefined): boolean => word?.form === ",";

const relatives: ReadonlySet<string> = new Set(["WP", "WDT", "WRB", "WP$"]);

/** First token of a subject before its verb: where its phrase begins, but not before a boundary that a verb follows. */
function subjectStart(words: readonly Word[], subject: number, verb: number): number {
  const first = subtreeOf(words, subject)[0] ?? subject;
  let start = subject;
  for (let at = subject - 1; at >= first; at--) {
    if (isQuote(words[at]?.form ?? "")) return at + 1;
    start = at;
  }
  if (isBoundary(words[start - 1])) return start;
  for (let at = subject - 1; at >= 0 && at >= verb - 25; at--) {
    if (words[at]?.upos === "VERB" || words[at]?.upos === "AUX" || relatives.has(words[at]?.xpos ?? "")) break;
    if (isBoundary(words[at])) return at + 1;
  }
  return start;
}

/** The end of a sentence without its last stop and closing marks. */
function lastWord(words: readonly Word[]): number {
  let last = words.length - 1;
  while (last > 0 && words[last]?.upos === "PUNCT") last--;
  return last;
}

/** Where what is said goes on behind the reporting clause: behind a comma that follows the verb, or with a new quotation. */
function rightOf(words: readonly Word[], verb: number, end: number): Stretch | null {
  const last = lastWord(words);
  if (isComma(words[verb + 1]) && end === verb && verb + 2 <= last) {
    const next = words[verb + 2];
    return next?.xpos === "VBG" || next?.xpos === "CC" || relatives.has(next?.xpos ?? "")
      ? null
      : { from: verb + 2, to: last };
  }
  for (let at = end + 1; at < last; at++)
    if (isComma(words[at]) && isQuote(words[at + 1]?.form ?? "")) return { from: at + 1, to: last };
  return null;
}

/** The first token of what is said: the sentence's, the one behind a colon or semicolon that no quotation holds, or behind "said that". */
function leftStart(words: readonly Word[], to: number, repair: RepairWords): number {
  const quotation = quotedSpans(words).find(({ close }) => close === to || close === to - 1);
  const before = quotation ? quotation.open : to - 1;
  for (let at = before - 1; at > 0; at--) {
    if (words[at]?.form === ":" || words[at]?.form === ";") return at + 1;
    if (!quotation && isOpener(words, at, repair)) return at + 1;
  }
  return 0;
}

/** Whether a word opens a clause that another verb of saying tells. */
function isOpener(words: readonly Word[], index: number, repair: RepairWords): boolean {
  const word = words[index];
  if (word?.relation !== "mark" || !repair.complementizers.has(word.form.toLowerCase())) return false;
  return pathToRoot(words, index).some((each) => each < index && isCue(words, each, repair));
}

/** A verb that was taken for a participle behind its subject ("…," the mayor told the paper): the subject is its own again. */
function withSubject(words: readonly Word[], verb: number): readonly Word[] {
  const word = words[verb];
  const subject = word?.head ?? -1;
  const noun = words[subject];
  if (!word || !noun || subject !== verb - 1 || base(word.relation) !== "acl") return words;
  const start = subjectStart(words, subject, verb);
  if (start < 2 || !isBoundary(words[start - 1]) || !["NOUN", "PROPN", "PRON"].includes(noun.upos)) return words;
  const isQuoted = isQuote(words[start - 1]?.form ?? "");
  if (word.xpos !== "VBD" && !(isQuoted && word.xpos === "VBN")) return words;
  if (!isQuoted && !isFiniteClause(words, topOf(words, { from: 0, to: start - 1 }))) return words;
  return edited(
    words,
    new Map([
      [verb, { head: noun.head, relation: noun.relation }],
      [subject, { head: verb, relation: "nsubj" }],
    ]),
  );
}

/** The reporting clause of a verb, where it stands behind or inside what it reports. */
function reportOf(words: readonly Word[], verb: number, repair: RepairWords): Report | null {
  const word = words[verb];
  if (!word || !isCue(words, verb, repair) || word.xpos === "VBG" || word.xpos === "VB") return null;
  const children = childrenOf(words)[verb] ?? [];
  const relationOf = (child: number): string => base(words[child]?.relation ?? "");
  const isOpened = (from: number): boolean =>
    children.some((child) => child >= from && ["mark", "expl"].includes(relationOf(child)));
  const before = children.filter((child) => child < verb && words[child]?.relation === "nsubj").at(-1);
  if (before !== undefined && verb - before <= 40) {
    if (relatives.has(words[before]?.xpos ?? "")) return null;
    const start = subjectStart(words, before, verb);
    if (isOpened(start)) return null;
    if (start > 1 && isBoundary(words[start - 1])) {
      const left = { from: leftStart(words, start, repair), to: start - 1 };
      return { verb, subject: before, left, right: rightOf(words, verb, verb) };
    }
  }
  const isQuoted = isQuote(words[verb - 1]?.form ?? "");
  const behind = children.find(
    (child) =>
      child > verb &&
      (relationOf(child) === "nsubj" || (relationOf(child) === "obj" && (isQuoted || words[child]?.upos === "PROPN"))),
  );
  if (behind === undefined || !isBoundary(words[verb - 1]) || verb < 2 || isOpened(verb)) return null;
  const end = subtreeOf(words, behind).at(-1) ?? behind;
  return {
    verb,
    subject: behind,
    left: { from: leftStart(words, verb, repair), to: verb - 1 },
    right: rightOf(words, verb, end),
  };
}

/** Whether something else than a hearer or a time is said behind the verb, so that what stands before it is not what is said. */
function saysBehind(words: readonly Word[], { verb, subject, right }: Report, repair: RepairWords): boolean {
  const takesHearer = repair.hearerCues.has(words[verb]?.form.toLowerCase() ?? "");
  return (childrenOf(words)[verb] ?? []).some((child) => {
    if (child < verb || child === subject || (right && child >= right.from)) return false;
    if (words[child]?.xpos === "VBG" || words.slice(verb, child).some(isComma)) return false;
    const relation = base(words[child]?.relation ?? "");
    if (relation === "obj" || relation === "iobj") return !takesHearer;
    return ["ccomp", "xcomp", "csubj"].includes(relation);
  });
}

/** Behind what is said: the verb takes it as ccomp. */
function linkBehind(words: readonly Word[], report: Report, top: number, edits: Map<number, Edit>): void {
  const { verb, left, right } = report;
  for (const [index, { head }] of words.entries())
    if (index > left.to && index !== verb && isIn(left, head) && !(right && isIn(right, index)))
      edits.set(index, { head: verb, relation: words[index]?.relation ?? "dep" });
  if (words[verb]?.head === top && words[verb]?.relation === "parataxis") return;
  const above = words.findIndex(
    (word, index) => isIn(left, index) && !isIn(left, word.head) && isUnder(words, verb, index),
  );
  const outer = words[above];
  if (outer) edits.set(verb, { head: outer.head, relation: outer.relation });
  const isLinked = words[top]?.head === verb && ["ccomp", "parataxis"].includes(base(words[top]?.relation ?? ""));
  if (!isLinked || outer) edits.set(top, { head: verb, relation: "ccomp" });
}

/** Inside what is said: the verb hangs on it, and what stood before the verb belongs to what stands behind it, or the other way round. */
export function linkInside(
  words: readonly Word[],
  { verb, left, right }: { readonly verb: number; readonly left: Stretch; readonly right: Stretch },
  relation: string,
  edits: Map<number, Edit>,
): void {
  const isLeftWhole = holdsFinite(words, left) && isFiniteClause(words, topOf(words, left));
  const top = topOf(words, isLeftWhole ? left : right);
  if (top < 0) return;
  gather(words, left, isLeftWhole ? top : -1, edits, verb);
  gather(words, right, isLeftWhole ? -1 : top, edits, verb);
  const hasSubject = (childrenOf(words)[top] ?? []).some((child) => base(words[child]?.relation ?? "") === "nsubj");
  for (const index of [...topsIn(words, left), ...topsIn(words, right)]) {
    if (index === top) continue;
    const word = words[index];
    const isBare = !(childrenOf(words)[index] ?? []).some((child) => base(words[child]?.relation ?? "") === "case");
    const isSubject = index < verb && !hasSubject && isBare && ["NOUN", "PROPN", "PRON"].includes(word?.upos ?? "");
    edits.set(index, {
      head: top,
      relation: isSubject ? "nsubj" : (edits.get(index)?.relation ?? word?.relation ?? "dep"),
    });
  }
  for (const [index, edit] of edits) if (edit.head < 0) edits.set(index, { ...edit, head: top });
  const outer = isUnder(words, top, verb) ? words[verb] : words[top];
  if (outer) edits.set(top, { head: outer.head, relation: outer.relation });
  edits.set(verb, { head: top, relation });
}

function mended(words: readonly Word[], report: Report, repair: RepairWords): readonly Word[] {
  const { verb, subject, left, right } = report;
  const isQuoted = [left.to, left.to - 1].some((index) => isQuote(words[index]?.form ?? ""));
  if (saysBehind(words, report, repair) || (!isQuoted && !holdsFinite(words, left) && !right)) return words;
  const top = topOf(words, left);
  if (top < 0 || (!isQuoted && !right && !isFiniteClause(words, top))) return words;
  const edits = new Map<number, Edit>();
  if (subject > verb) edits.set(subject, { head: verb, relation: "nsubj" });
  const isCut = [left.to, left.to - 1].some((index) => isComma(words[index]));
  if (right && !isCut && !holdsFinite(words, left)) return words;
  if (right && !(isQuoted && holdsFinite(words, left))) linkInside(words, { verb, left, right }, "parataxis", edits);
  else {
    if (!isQuoted && isSubordinate(words, top)) return words;
    gather(words, left, top, edits, verb);
    linkBehind(words, report, top, edits);
  }
  return edited(words, edits);
}

/** Gives every reporting clause behind or inside what it reports the whole of it. */
export function joinReported(words: readonly Word[], repair: RepairWords): readonly Word[] {
  let changed = words;
  for (let verb = 1; verb < words.length; verb++) {
    if (isCue(changed, verb, repair)) changed = withSubject(changed, verb);
    const report = reportOf(changed, verb, repair);
    if (report) changed = mended(changed, report, repair);
  }
  return changed;
}
