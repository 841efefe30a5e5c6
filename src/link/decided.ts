// What persons decided across documents, as linking asks for it: decisions by kind, with the documents that their words stand
// in, and who decided on a line. Their words stand where they point (src/decide finds moved ones again); what does not name
// anything there is a problem, and changes nothing.
import type { Action, Decision, KnownDecision, Pointed } from "../model/decision.js";
import { isKnown } from "../model/decision-log.js";
import type { RecordDocument } from "../model/record.js";
import type { Range } from "../model/span.js";
import type { Corpus } from "./input.js";
import type { OpenProblem } from "./problems.js";

type Of<Kind extends Action["kind"]> = Omit<KnownDecision, "action"> & {
  readonly action: Extract<Action, { kind: Kind }>;
};
export type Decided = {
  readonly corpus: Corpus;
  /** Decisions of some kinds, in the order in which they take effect. */
  readonly of: <Kind extends Action["kind"]>(...kinds: readonly Kind[]) => readonly Of<Kind>[];
  /** The index of the document that words stand in; null: it is not in the corpus, or the words are not at their place. */
  readonly docOf: (pointed: Pointed) => number | null;
  /** Says that a decision found nothing to change. */
  readonly missed: (decision: { readonly id: string }, pointed: Pointed | undefined, why: string) => void;
  readonly problems: readonly OpenProblem[];
};

/** Decisions over a corpus. */
export function decidedOver(corpus: Corpus, decisions: readonly Decision[]): Decided {
  const indexOf = new Map<string, number>(corpus.map(({ document }, index) => [document.id, index]));
  const known = decisions.filter(isKnown);
  const problems: OpenProblem[] = [];
  const docOf = ({ span, words }: Pointed): number | null => {
    const doc = indexOf.get(span.doc);
    return doc !== undefined && corpus[doc]?.document.text.slice(span.start, span.end) === words ? doc : null;
  };
  return {
    corpus,
    of: <Kind extends Action["kind"]>(...kinds: readonly Kind[]) => {
      const wanted: ReadonlySet<string> = new Set(kinds);
      return known.filter((decision): decision is Of<Kind> & KnownDecision => wanted.has(decision.action.kind));
    },
    docOf,
    missed: ({ id }, pointed, why) => {
      if (pointed && docOf(pointed) !== null)
        problems.push({ span: pointed.span, stage: "decisions", reason: `Decision ${id}: ${why}.`, candidates: [] });
    },
    problems,
  };
}

/** Adds a name to those who decided on a line. */
export const decidedTogether = (known: string | undefined, author: string): string =>
  known === undefined || known === author || known.split(", ").includes(author)
    ? (known ?? author)
    : `${known}, ${author}`;

/** Who decided on each line, by its key. */
export function authors(): {
  readonly add: (key: string, author: string) => void;
  readonly of: (key: string) => { decidedBy?: string };
} {
  const found = new Map<string, string>();
  return {
    add: (key, author) => void found.set(key, decidedTogether(found.get(key), author)),
    of: (key) => {
      const decidedBy = found.get(key);
      return decidedBy === undefined ? {} : { decidedBy };
    },
  };
}

/** The one line that is most like some words; null where none is near them, or two are equally near. */
export function nearestTo<T extends Range>(lines: readonly T[], { span }: Pointed, least = 0.4): T | null {
  const likeness = ({ start, end }: Range): number => {
    const shared = Math.min(end, span.end) - Math.max(start, span.start);
    return shared <= 0 ? 0 : shared / (Math.max(end, span.end) - Math.min(start, span.start));
  };
  const scored = lines.map((line) => ({ line, score: likeness(line) })).filter(({ score }) => score >= least);
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return !best || (second && second.score === best.score) ? null : best.line;
}

/** The documents with the names of those who set their day or outlet, or marked furniture. */
export function decidedDocuments(documents: readonly RecordDocument[], decided: Decided): RecordDocument[] {
  const by = authors();
  for (const { author, action } of decided.of("mark-furniture", "set-published", "set-outlet"))
    for (const { span } of action.on) by.add(span.doc, author);
  return documents.map((document) => ({ ...document, ...by.of(document.id) }));
}
