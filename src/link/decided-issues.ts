// What persons decided on issues and positions: what an issue is called, which are one, which words are one of their own; what
// an actor holds on it, or does not.
import type { Pointed } from "../model/decision.js";
import type { IssueId } from "../model/ids.js";
import type { Issue, Position } from "../model/record.js";
import type { Span } from "../model/span.js";
import { authors, type Decided, nearestTo } from "./decided.js";
import { actorNamedAt } from "./decided-actors.js";
import { slugMaker } from "./ids.js";
import type { ActorOf } from "./input.js";
import type { LinkedIssues, StanceMatter } from "./issues.js";
import type { Parties } from "./parties.js";
import type { Held } from "./positions.js";

type Draft = { label: string; terms: string[]; evidence: Span[]; author: string | undefined };

const sameSpan = (a: Span, b: Span): boolean => a.doc === b.doc && a.start === b.start && a.end === b.end;

/** The issues with their decisions, by number. An issue that is merged into another leaves an empty place. */
class Issues {
  readonly drafts: (Draft | null)[];
  readonly movedStances = new Map<string, number>(); // "doc,stance" → issue of its own
  readonly #into = new Map<number, number>();
  readonly #places: { doc: string; start: number; end: number; issue: number }[];

  constructor(issues: readonly Issue[]) {
    this.drafts = issues.map(({ label, terms, evidence }) => ({
      label,
      terms: [...terms],
      evidence: [...evidence],
      author: undefined,
    }));
    this.#places = issues.flatMap(({ evidence }, issue) => evidence.map((span) => ({ ...span, issue })));
  }
  /** The number of an issue after merges. */
  at(number: number): number {
    let current = number;
    for (let next = this.#into.get(current); next !== undefined; next = this.#into.get(current)) current = next;
    return current;
  }
  named(pointed: Pointed): number | null {
    const near = nearestTo(
      this.#places.filter(({ doc }) => doc === pointed.span.doc),
      pointed,
      0.3,
    );
    return near ? this.at(near.issue) : null;
  }
  merge(into: number, from: number): void {
    const [target, source] = [this.drafts[into], this.drafts[from]];
    if (!target || !source || into === from) return;
    target.terms = [...new Set([...target.terms, ...source.terms])];
    target.evidence.push(...source.evidence.filter((span) => !target.evidence.some((own) => sameSpan(own, span))));
    this.drafts[from] = null;
    this.#into.set(from, into);
  }
  define(label: string, on: readonly Pointed[]): number {
    const spans = on.map(({ span }) => span);
    for (const draft of this.drafts)
      if (draft) draft.evidence = draft.evidence.filter((span) => !spans.some((own) => sameSpan(own, span)));
    const number = this.drafts.length;
    const terms = [...new Set(on.map(({ words }) => words.replace(/\s+/g, " ")))];
    this.drafts.push({ label, terms, evidence: spans, author: undefined });
    for (let index = this.#places.length - 1; index >= 0; index--) {
      const place = this.#places[index];
      if (place && spans.some(({ doc, start, end }) => place.doc === doc && place.start === start && place.end === end))
        this.#places.splice(index, 1);
    }
    this.#places.push(...spans.map((span) => ({ ...span, issue: number })));
    for (const [index, draft] of this.drafts.entries()) if (draft?.evidence.length === 0) this.drafts[index] = null;
    return number;
  }
}

/** Stances whose words for the matter are those pointed at: they are about the issue that a person defined. */
function moveStances(issues: Issues, number: number, on: readonly Pointed[], decided: Decided): void {
  for (const pointed of on) {
    const doc = decided.docOf(pointed);
    for (const [index, { term }] of (doc === null ? [] : (decided.corpus[doc]?.reading.stances ?? [])).entries())
      if (nearestTo([term], pointed, 0.5)) issues.movedStances.set(`${doc},${index}`, number);
  }
}

/** Issues and the matter of each stance after decisions. */
export function decidedIssues(linked: LinkedIssues, decided: Decided): LinkedIssues {
  const decisions = decided.of("name-issue", "merge-issues", "define-issue");
  if (decisions.length === 0) return linked;
  const issues = new Issues(linked.issues);
  const by = authors();
  for (const decision of decisions) {
    const { action, author } = decision;
    if (action.kind === "define-issue") {
      const number = issues.define(action.name, action.on);
      moveStances(issues, number, action.on, decided);
      by.add(String(number), author);
      continue;
    }
    const numbers = [...new Set(action.on.flatMap((pointed) => issues.named(pointed) ?? []))];
    const [first, ...others] = numbers;
    const draft = first === undefined ? undefined : issues.drafts[first];
    if (first === undefined || !draft) {
      decided.missed(decision, action.on[0], "no issue, or more than one, is told at these words");
      continue;
    }
    if (action.kind === "name-issue") draft.label = action.name;
    else for (const other of others) issues.merge(first, other);
    by.add(String(first), author);
  }
  const slug = slugMaker();
  const idOf = new Map<number, IssueId>();
  const lines = issues.drafts.flatMap((draft, number): Issue[] => {
    if (!draft) return [];
    const id = slug(draft.label) as IssueId;
    idOf.set(number, id);
    const { label, terms, evidence } = draft;
    return [{ id, label, terms, evidence, ...by.of(String(number)) }];
  });
  const numberOf = new Map(linked.issues.map(({ id }, number) => [id, number]));
  const matterAt = (doc: number, stance: number): StanceMatter | null => {
    const old = linked.matterAt(doc, stance);
    const moved = issues.movedStances.get(`${doc},${stance}`);
    const number = moved ?? (old ? numberOf.get(old.issue) : undefined);
    const issue = number === undefined ? undefined : idOf.get(issues.at(number));
    if (issue === undefined) return null;
    return moved === undefined && old
      ? { ...old, issue }
      : {
          issue,
          dispute: old?.dispute ?? -1,
          negative: false,
          against: false,
          ...(old?.holder === undefined ? {} : { holder: old.holder }),
        };
  };
  return { issues: lines, matterAt };
}

export type HeldGround = {
  readonly actorOf: ActorOf;
  readonly parties: Parties;
  readonly issues: readonly Issue[];
};

/** What is held after decisions: without what a person rejected, with what a person set. */
export function decidedHeld(held: readonly Held[], ground: HeldGround, decided: Decided): readonly Held[] {
  const terms = ground.issues.flatMap(({ id, evidence }) => evidence.map((span) => ({ ...span, issue: id })));
  let changed = held;
  for (const decision of decided.of("set-position", "reject-position")) {
    const { action } = decision;
    const [first] = action.on;
    const named = actorNamedAt(action.actor, ground.actorOf, decided);
    const issue = nearestTo(
      terms.filter(({ doc }) => doc === action.issue.span.doc),
      action.issue,
      0.3,
    )?.issue;
    const doc = first ? decided.docOf(first) : null;
    if (named === null || issue === undefined || doc === null || !first) {
      decided.missed(decision, first, named === null ? "its actor is not named there" : "its issue is not told there");
      continue;
    }
    const actor = ground.parties.partyOf(named);
    const isIt = (line: Held): boolean =>
      line.actor === actor && line.issue === issue && action.on.some((pointed) => stands(line, pointed));
    const left = changed.filter((line) => !isIt(line));
    if (action.kind === "reject-position") {
      if (left.length === changed.length) decided.missed(decision, first, "no such position is told at these words");
      changed = left;
      continue;
    }
    const line: Held = {
      doc,
      index: -1,
      issue,
      dispute: -1,
      negative: false,
      against: false,
      actor,
      stance: action.stance,
      by: changed.find(isIt)?.by ?? [],
      date: action.date,
      statement: changed.find(isIt)?.statement ?? null,
      evidence: action.on.map(({ span }) => span),
      why: { rule: "decision", score: null },
    };
    changed = [...left, line];
  }
  return changed;
}

/** Whether a stance is told at some words. */
const stands = ({ evidence }: Held, pointed: Pointed): boolean =>
  evidence.some((span) => span.doc === pointed.span.doc && nearestTo([span], pointed, 0.5) !== null);

/** Positions with the names of those who set them. */
export function decidedPositions(positions: readonly Position[], decided: Decided): readonly Position[] {
  const set = decided.of("set-position");
  return positions.map((position) => {
    const by = authors();
    for (const { author, action } of set) {
      const own = action.stance === position.stance && action.date === position.date;
      if (own && action.on.some(({ span }) => position.evidence.some((one) => sameSpan(one, span)))) by.add("", author);
    }
    return { ...position, ...by.of("") };
  });
}
