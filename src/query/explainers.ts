// What stands behind each kind of line: heading, facts, evidence, rules, and the lines that it hangs together with.

import type { ActorId } from "../model/ids.js";
import type { Why } from "../model/reading.js";
import type { ParleyRecord, RecordDocument } from "../model/record.js";
import { overlaps, type Span } from "../model/span.js";
import type { Citation, Lookup } from "./lookup.js";
import { impliedParts, saidParts } from "./timex-parts.js";

/** A score as a sentence; null: the rule is exact. */
export function scoreInWords(score: number | null): string {
  if (score === null) return "exact: the rule leaves no doubt";
  const sure =
    score >= 0.9 ? "all but sure" : score >= 0.75 ? "likely" : score >= 0.6 ? "more likely than not" : "doubtful";
  return `${score.toFixed(2)} of 1: ${sure}`;
}

export type Reason = {
  readonly rule: string;
  readonly because: string | null;
  readonly score: number | null;
  readonly sentence: string;
};

/** A rule's name, what it went by where that is told, and how sure it is. */
export function reasonOf({ rule, score }: Why): Reason {
  const colon = rule.indexOf(": ");
  const because = colon < 0 ? null : rule.slice(colon + 2);
  return { rule: colon < 0 ? rule : rule.slice(0, colon), because, score, sentence: scoreInWords(score) };
}

export type Evidence = { readonly of: string; readonly citation: Citation };

export type Draft = {
  readonly heading: string;
  readonly evidence: readonly Evidence[];
  readonly rules: readonly Reason[];
  readonly facts: readonly (readonly [string, string | number | boolean | null])[];
  readonly related?: readonly (string | null)[];
  readonly decidedBy?: string | undefined;
};
/** How the lines of one list of the record are explained. */
export type Explainer = {
  readonly kind: string;
  readonly ids: (record: ParleyRecord) => readonly string[];
  readonly explain: (id: string, look: Lookup) => Draft | null;
};

const find = <Line extends { readonly id: string }>(lines: readonly Line[], id: string): Line | undefined =>
  lines.find((line) => line.id === id);

/** An explainer of one list of the record. */
function of<Line extends { readonly id: string }>(
  kind: string,
  list: (record: ParleyRecord) => readonly Line[],
  draft: (line: Line, look: Lookup) => Draft,
): Explainer {
  return {
    kind,
    ids: (record) => list(record).map(({ id }) => id),
    explain: (id, look) => {
      const line = find(list(look.record), id);
      return line ? draft(line, look) : null;
    },
  };
}

const cited = (name: string, spans: readonly (Span | null)[], look: Lookup): Evidence[] =>
  spans.flatMap((span) => (span ? [{ of: name, citation: look.cite(span) }] : []));
const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
const sameSpan = (a: Span | null, b: Span): boolean =>
  a !== null && a.doc === b.doc && a.start === b.start && a.end === b.end;
const meet = (a: Span, b: Span): boolean => a.doc === b.doc && overlaps(a, b);
const list = (values: readonly string[]): string => values.join(", ");
const rulesOf = (why: readonly Why[]): readonly Reason[] => why.map(reasonOf);

/** Every kind of line that has an id. */
export const explainers: readonly Explainer[] = [
  of(
    "event",
    (record) => record.events,
    (event, look) => ({
      heading: event.label,
      facts: [
        ["kind", event.kind],
        ["date", event.date ?? "undated"],
        ["status", event.status],
        ["basis", event.basis === "claimed" ? "claimed: told only inside somebody's words" : "told by the reports"],
        ["taking part", list(event.participants.map(({ actor, role }) => `${look.name(actor)} (${role})`))],
        ["place", event.place],
        ["duration", event.duration],
        ["format", event.format],
        ["round", event.round],
        ["outcome", event.outcome],
        ["plan", event.plan && `announced in ${list(look.outlets(event.plan.announced))}; ${event.plan.fate}`],
        [
          "sources",
          `${counted(event.sources.reports, "report")}, ${counted(event.sources.outlets, "outlet")}, ${event.sources.independent} independent`,
        ],
      ],
      evidence: [
        ...event.reports.flatMap((report) =>
          cited(`told as ${report.statusAsTold}, ${report.dateAsTold ?? "undated"}`, [report.span], look),
        ),
        ...event.facts.flatMap(({ field, value, evidence }) =>
          cited(
            `${field === "participants" ? `taking part: ${look.name(value as ActorId)}` : `${field}: ${value}`}`,
            evidence,
            look,
          ),
        ),
        ...event.quantities.flatMap(({ value, unit, what, evidence }) =>
          cited(`${value} ${unit} ${what}`.trim(), [evidence], look),
        ),
      ],
      rules: rulesOf(event.why),
      decidedBy: event.decidedBy,
      related: [
        ...event.reports.map(({ statement }) => statement),
        ...look.record.discrepancies.filter((discrepancy) => discrepancy.event === event.id).map(({ id }) => id),
        ...look.record.series.filter(({ events }) => events.includes(event.id)).map(({ id }) => id),
        ...look.record.proposals.filter((proposal) => proposal.event === event.id).map(({ id }) => id),
      ],
    }),
  ),
  of(
    "statement",
    (record) => record.statements,
    (statement, look) => ({
      heading: `${list(look.names(statement.speakers)) || (statement.speakerSpan ? look.words(statement.speakerSpan) : "nobody named")}: ${statement.content.map(look.words).join(" … ")}`,
      facts: [
        ["date", statement.date ?? "undated"],
        ["form", `${statement.kind}, ${statement.mode}`],
        ["negated", statement.negated || null],
        ["refusal", statement.refusal || null],
        ["to", statement.addressee && look.name(statement.addressee)],
        ["channel", statement.channel],
        ["via", list(statement.via.map(({ name }) => name))],
      ],
      evidence: [
        ...cited("speaker", [statement.speakerSpan], look),
        ...cited("cue", [statement.cueSpan], look),
        ...cited("words", statement.content, look),
        ...statement.via.flatMap(({ name, evidence }) => cited(`via ${name}`, [evidence], look)),
        ...cited("date", [statement.evidence.date], look),
        ...cited("channel", [statement.evidence.channel], look),
      ],
      rules: rulesOf([statement.why]),
      decidedBy: statement.decidedBy,
      related: [
        statement.within,
        ...look.record.utterances.filter(({ statements }) => statements.includes(statement.id)).map(({ id }) => id),
        ...look.record.positions.filter((position) => position.statement === statement.id).map(({ id }) => id),
      ],
    }),
  ),
  of(
    "utterance",
    (record) => record.utterances,
    (utterance, look) => ({
      heading: `${list(look.names(utterance.speakers)) || "nobody named"}: ${utterance.wordings[0]?.text ?? ""}`,
      facts: [
        ["date", utterance.date ?? "undated"],
        ["first told by", look.outlet(utterance.first)],
        ["wordings", utterance.wordings.length],
      ],
      evidence: utterance.statements.flatMap((id) => cited("told as", look.statement(id)?.content ?? [], look)),
      rules: [],
      related: utterance.statements,
    }),
  ),
  of(
    "position",
    (record) => record.positions,
    (position, look) => ({
      heading: `${look.name(position.actor)} ${position.stance === "conditional" ? "accepts on conditions" : position.stance}: ${look.label(position.issue)}`,
      facts: [
        ["date", position.date ?? "undated"],
        [
          "basis",
          position.basis === "ascribed" ? `ascribed by ${list(look.names(position.by)) || "the report"}` : "declared",
        ],
        ["moved", position.moved || null],
      ],
      evidence: cited("words", position.evidence, look),
      rules: rulesOf([position.why]),
      decidedBy: position.decidedBy,
      related: [position.statement, position.issue, position.actor],
    }),
  ),
  of(
    "actor",
    (record) => record.actors,
    (actor, look) => ({
      heading: actor.name,
      facts: [
        ["kind", actor.kind],
        ["also called", list(actor.aliases.filter((alias) => alias !== actor.name))],
        [
          "roles",
          list([
            ...new Set(actor.roles.map(({ title, of: whose }) => (whose ? `${title} (${look.name(whose)})` : title))),
          ]),
        ],
        ["speaks for", list(look.names(actor.memberOf.map((membership) => membership.actor)))],
        ["mentions", actor.mentions.length],
      ],
      evidence: [
        ...firstOfEach(actor.mentions, look),
        ...actor.roles.flatMap(({ title, evidence }) => cited(`role: ${title}`, evidence.slice(0, 1), look)),
        ...actor.memberOf.flatMap((membership) =>
          cited(`speaks for ${look.name(membership.actor)}`, membership.evidence.slice(0, 1), look),
        ),
      ],
      rules: rulesOf(actor.why),
      decidedBy: actor.decidedBy,
    }),
  ),
  of(
    "document",
    (record) => record.documents,
    (document, look) => ({
      heading: document.title ?? document.uri,
      facts: [
        ["file", document.uri],
        ["outlet", document.outlet],
        ["byline", document.byline],
        ["published", `${document.published.value ?? "undated"} (${document.published.basis})`],
        ["sentences", noveltyOf(document)],
        ["language", document.language],
        ["translated from", document.translatedFrom],
        ["repeats", document.duplicateOf && look.outlet(document.duplicateOf)],
        ["replaces", document.replaces],
        ["text SHA-256", document.textHash],
      ],
      evidence: [
        ...cited("published", document.published.evidence, look),
        ...document.furniture.flatMap(({ span, reason }) => cited(`furniture: ${reason}`, [span], look)),
      ],
      rules: [],
      related: [document.duplicateOf, document.replaces],
    }),
  ),
  of(
    "issue",
    (record) => record.issues,
    (issue, look) => ({
      heading: issue.label,
      facts: [["called", list(issue.terms)]],
      evidence: cited("words", issue.evidence, look),
      rules: [],
      decidedBy: issue.decidedBy,
      related: look.record.positions.filter((position) => position.issue === issue.id).map(({ id }) => id),
    }),
  ),
  of(
    "proposal",
    (record) => record.proposals,
    (proposal, look) => ({
      heading: proposal.label,
      facts: [
        ["date", proposal.date ?? "undated"],
        ["by", list(look.names(proposal.by))],
        ["to", list(look.names(proposal.to))],
      ],
      evidence: [
        ...proposal.provisions.flatMap(({ issue, evidence }) =>
          cited(`provides for ${look.label(issue)}`, evidence, look),
        ),
        ...proposal.answers.flatMap(({ actor, stance, evidence }) =>
          cited(`${look.name(actor)} ${stance}`, evidence, look),
        ),
      ],
      rules: [],
      related: [proposal.event],
    }),
  ),
  of(
    "discrepancy",
    (record) => record.discrepancies,
    (discrepancy, look) => ({
      heading: `${look.event(discrepancy.event)?.label ?? discrepancy.event}: ${discrepancy.attribute}`,
      facts: [
        ["kind", discrepancy.kind.replaceAll("-", " ")],
        ["values", discrepancy.values.map(({ value }) => value).join(" | ")],
      ],
      evidence: discrepancy.values.flatMap(({ value, evidence }) => cited(value, evidence, look)),
      rules: [],
      related: [discrepancy.event],
    }),
  ),
  of(
    "state",
    (record) => record.state,
    (state, look) => ({
      heading: `${look.names(state.between).join(" – ")}: ${state.state}`,
      facts: [["from", state.from]],
      evidence: cited("words", state.evidence, look),
      rules: [],
      related: [
        ...look.record.events
          .filter(({ reports }) => reports.some(({ span }) => state.evidence.some((one) => meet(one, span))))
          .map(({ id }) => id),
        ...state.between,
      ],
    }),
  ),
  of(
    "series",
    (record) => record.series,
    (series) => ({
      heading: series.label,
      facts: [["rounds", series.events.length]],
      evidence: [],
      rules: [],
      related: series.events,
    }),
  ),
  of(
    "time",
    (record) => record.timexes,
    (timex, look) => ({
      heading: `${look.words(timex.span)} = ${timex.value}`,
      facts: [
        ["type", timex.type],
        ["modifier", timex.mod],
        ["range", timex.range],
        ["said by the words", list(saidParts(timex))],
        ["taken from elsewhere", list(impliedParts(timex))],
      ],
      evidence: cited("words", [timex.span], look),
      rules: rulesOf([timex.why]),
      related: [
        ...look.record.statements.filter(({ evidence }) => sameSpan(evidence.date, timex.span)).map(({ id }) => id),
        ...look.record.events
          .filter(({ facts }) => facts.some(({ evidence }) => evidence.some((one) => sameSpan(one, timex.span))))
          .map(({ id }) => id),
      ],
    }),
  ),
  of(
    "problem",
    (record) => record.problems,
    (problem, look) => ({
      heading: problem.reason,
      facts: [
        ["stage", problem.stage],
        ["candidates", list(problem.candidates.map((candidate) => look.name(candidate as ActorId)))],
      ],
      evidence: cited("words", [problem.span], look),
      rules: [],
    }),
  ),
];

/** How much of a report is new: "20: 15 new, 3 recycled, 2 background". */
function noveltyOf({ novelty }: RecordDocument): string | null {
  const parts = (["new", "recycled", "background"] as const).flatMap((kind) => {
    const count = novelty.filter((part) => part.kind === kind).length;
    return count > 0 ? [`${count} ${kind}`] : [];
  });
  return parts.length > 0 ? `${novelty.length}: ${list(parts)}` : null;
}

/** The first of some spans in each document. */
function firstOfEach(spans: readonly Span[], look: Lookup): Evidence[] {
  const firsts = new Map<string, Span>();
  for (const span of spans) if (!firsts.has(span.doc)) firsts.set(span.doc, span);
  return cited("named", [...firsts.values()], look);
}
