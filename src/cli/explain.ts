// parley explain ID: what stands behind a line of the record.
import { InputError } from "../model/errors.js";
import { durationText } from "../pages/dates.js";
import { openDossier } from "../parley.js";
import { type Evidence, type Explanation, explain, nearIds } from "../query/explain.js";
import { groupBy } from "../query/group.js";
import { lookupOf } from "../query/lookup.js";
import { cut, inkOf, printable, widthOf, wrap, wrapParts } from "./ink.js";
import { type Action, exit } from "./io.js";
import { citationParts, type Paper } from "./listing.js";
import { asOfOption } from "./options.js";
import { tellView } from "./show.js";

type Flags = { readonly dossier: string; readonly asOf?: string; readonly format: "text" | "json" };

function section(heading: string, lines: readonly string[], { ink }: Paper): readonly string[] {
  return lines.length === 0 ? [] : ["", ink.bold(heading), ...lines];
}

/** Codes of the record in words: how long. */
const inWords = (name: string, value: string): string => (name === "duration" ? durationText(value) : value);
const shownBy = (of: string): string => {
  const colon = of.indexOf(": ");
  return colon < 0 ? of : `${of.slice(0, colon)}: ${inWords(of.slice(0, colon), of.slice(colon + 2))}`;
};

/** Evidence in lines: what it shows and its words once, then each place where just these words show it. */
function evidenceOf({ evidence }: Explanation, { ink, width }: Paper): readonly string[] {
  const headOf = ({ of, citation }: Evidence): string => `${shownBy(of)}: “${cut(citation.words, 500)}”`;
  const places = groupBy(evidence, (one) => [headOf(one)]);
  const heads = new Set(evidence.map(headOf));
  return [...heads].flatMap((head) => [
    ...wrap(printable(head), width, "  ", "    "),
    ...places(head).flatMap(({ citation }) =>
      wrapParts([...citationParts(citation).map(printable), citation.document], width, "    ").map((line) =>
        ink.dim(line),
      ),
    ),
  ]);
}

/** An explanation in lines for people. */
export function explanationLines(explanation: Explanation, paper: Paper): readonly string[] {
  const { ink, width } = paper;
  const { id, kind, heading, facts, rules, related, decidedBy } = explanation;
  const pad = Math.max(0, ...facts.map(({ name }) => name.length));
  return [
    ...wrap(printable(cut(heading, 600)), width).map((line) => ink.bold(line)),
    ink.dim(`${kind} ${id}`),
    "",
    ...facts.flatMap(({ name, value }) => wrap(printable(inWords(name, value)), width, `  ${name.padEnd(pad)}  `)),
    ...section("Evidence", evidenceOf(explanation, paper), paper),
    ...section(
      "Rules",
      rules.flatMap(({ rule, because, sentence }) =>
        wrap(printable(`${rule}${because === null ? "" : `: ${because}`} — ${sentence}`), width, "  ", "    "),
      ),
      paper,
    ),
    ...section("Decisions", decidedBy === null ? [] : [`  decided by ${printable(decidedBy)}`], paper),
    ...section(
      "See also",
      related.flatMap((other) =>
        wrap(printable(`${other.id}  ${other.kind}: ${cut(other.heading, 160)}`), width, "  ", "    "),
      ),
      paper,
    ),
  ];
}

export const explainCommand: Action = async (io, [id = ""], raw) => {
  const flags = raw as unknown as Flags;
  const asOf = asOfOption(flags.asOf);
  const dossier = await openDossier(flags.dossier, { mode: "read" });
  try {
    const view = await dossier.view({ asOf });
    tellView(io, view, asOf, flags.dossier);
    const explanation = explain(lookupOf(view.record), id);
    if (!explanation) {
      const near = nearIds(view.record, id);
      throw new InputError(
        `${id}: no line of the record has this id.${near.length > 0 ? ` Near it: ${near.join(", ")}` : " Every listing shows ids: parley chronicle"}`,
      );
    }
    io.out(
      flags.format === "json"
        ? `${JSON.stringify(explanation, null, 1)}\n`
        : `${explanationLines(explanation, { ink: inkOf(io), width: widthOf(io) }).join("\n")}\n`,
    );
    return exit.done;
  } finally {
    await dossier.close();
  }
};
