// What added reports bring, in lines for people: what a command prints after it has taken reports in.
import type { LinkInput } from "./input.js";
import type { LinkOptions } from "./link.js";
import { type Brought, linkNeighbourhood } from "./neighbourhood.js";

/** One thing that is new, in one line. */
export type NewsLine = {
  readonly kind: "event" | "statement" | "position" | "contradiction" | "duplicate";
  readonly line: string;
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

function linesOf(brought: Brought, uriOf: (id: string) => string): NewsLine[] {
  const uri = uriOf(brought.document);
  if (brought.duplicateOf !== null)
    return [{ kind: "duplicate", line: `${uri} repeats ${uriOf(brought.duplicateOf)}` }];
  const events = brought.events.map(({ event, earlier }): NewsLine => {
    const head = `${event.date ?? "undated"} ${event.label} (${event.status})`;
    const reports = new Set(earlier.map(({ span }) => span.doc)).size;
    const changed = earlier.length > 0 && !earlier.some(({ statusAsTold }) => statusAsTold === event.status);
    const tail =
      reports === 0
        ? "first told"
        : `${changed ? `now ${event.status}; ` : ""}told before by ${count(reports, "report")}`;
    return { kind: "event", line: `${head}: ${tail}` };
  });
  const contradictions = brought.discrepancies
    .filter(({ discrepancy }) => discrepancy.kind === "contradiction")
    .map(
      ({ discrepancy, event }): NewsLine => ({
        kind: "contradiction",
        line: `${event.date ?? "undated"} ${event.label}: ${discrepancy.attribute} told as ${discrepancy.values.map(({ value }) => value).join(" and as ")}`,
      }),
    );
  const said = brought.statements.length;
  return [
    ...contradictions,
    ...events,
    ...(said > 0
      ? [{ kind: "statement" as const, line: `${uri}: ${count(said, "statement")} told for the first time` }]
      : []),
  ];
}

/** What `fresh` documents tell that their neighbours did not: contradictions first, each line once. */
export function newsOf(
  fresh: readonly LinkInput[],
  neighbours: readonly LinkInput[],
  options: LinkOptions,
): NewsLine[] {
  const uris = new Map<string, string>([...neighbours, ...fresh].map(({ document }) => [document.id, document.uri]));
  const lines = linkNeighbourhood(fresh, neighbours, options).flatMap((brought) =>
    linesOf(brought, (id) => uris.get(id) ?? id),
  );
  return [...new Map(lines.map((line) => [line.line, line])).values()];
}
