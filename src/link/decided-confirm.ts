// What persons looked at and found right: lines that bear their name from then on, and problems that nobody has to decide any more.
import type { Actor, Event, RecordProblem, Statement } from "../model/record.js";
import type { Span } from "../model/span.js";
import { authors, type Decided, nearestTo } from "./decided.js";

type Lines = {
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly actors: readonly Actor[];
};
type Line = { readonly id: string; readonly decidedBy?: string };

const spansOf = {
  statement: ({ statements }: Lines) =>
    statements.map(({ id, content, cueSpan, speakerSpan }) => ({
      id,
      spans: content.length > 0 ? content : [cueSpan, speakerSpan].filter((span) => span !== null),
    })),
  event: ({ events }: Lines) => events.map(({ id, reports }) => ({ id, spans: reports.map(({ span }) => span) })),
  actor: ({ actors }: Lines) => actors.map(({ id, mentions }) => ({ id, spans: mentions })),
} as const satisfies Record<string, (lines: Lines) => readonly { id: string; spans: readonly Span[] }[]>;

const like = 0.5; // of the words of a line that must be those pointed at

/** The lines with the names of those who found them right. */
export function confirmedLines<L extends Lines>(lines: L, decided: Decided): L {
  const decisions = decided.of("confirm");
  if (decisions.length === 0) return lines;
  const by = authors();
  for (const decision of decisions) {
    const { action, author } = decision;
    if (action.line === "problem") continue;
    const places = spansOf[action.line](lines).flatMap(({ id, spans }) => spans.map((span) => ({ ...span, id })));
    const found = action.on.flatMap((pointed) => {
      const own = places.filter(({ doc }) => doc === pointed.span.doc && decided.docOf(pointed) !== null);
      return nearestTo(own, pointed, like)?.id ?? [];
    });
    const [id] = found;
    if (id === undefined)
      decided.missed(decision, action.on[0], `no ${action.line}, or more than one, stands at these words`);
    else by.add(`${action.line} ${id}`, author);
  }
  const named = <T extends Line>(kind: string, list: readonly T[]): T[] =>
    list.map((line) => {
      const confirmed = by.of(`${kind} ${line.id}`).decidedBy;
      return confirmed === undefined || line.decidedBy !== undefined ? line : { ...line, decidedBy: confirmed };
    });
  return {
    ...lines,
    statements: named("statement", lines.statements),
    events: named("event", lines.events),
    actors: named("actor", lines.actors),
  };
}

/** The problems that nobody has set aside. */
export function openProblems(problems: readonly RecordProblem[], decided: Decided): RecordProblem[] {
  const aside = new Set(
    decided.of("confirm").flatMap(({ action }) => (action.line === "problem" ? action.on.map(keyOf) : [])),
  );
  return problems.filter((problem) => !aside.has(keyOf(problem)));
}

const keyOf = ({ span: { doc, start, end } }: { readonly span: Span }): string => `${doc},${start},${end}`;
