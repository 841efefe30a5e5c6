// parley explain ID: what stands behind a line of the record.
import { InputError } from "../model/errors.js";
import { openDossier } from "../parley.js";
import { type Explanation, explain, nearIds } from "../query/explain.js";
import { lookupOf } from "../query/lookup.js";
import { cut, inkOf, printable, widthOf, wrap } from "./ink.js";
import { type Action, exit } from "./io.js";
import { citationText, type Paper } from "./listing.js";
import { asOfOption } from "./options.js";
import { tellView } from "./show.js";

type Flags = { readonly dossier: string; readonly asOf?: string; readonly format: "text" | "json" };

function section(heading: string, lines: readonly string[], { ink }: Paper): readonly string[] {
  return lines.length === 0 ? [] : ["", ink.bold(heading), ...lines];
}

/** An explanation in lines for people. */
export function explanationLines(explanation: Explanation, paper: Paper): readonly string[] {
  const { ink, width } = paper;
  const { id, kind, heading, facts, evidence, rules, related, decidedBy } = explanation;
  const pad = Math.max(0, ...facts.map(({ name }) => name.length));
  return [
    ...wrap(printable(cut(heading, 600)), width).map((line) => ink.bold(line)),
    ink.dim(`${kind} ${id}`),
    "",
    ...facts.flatMap(({ name, value }) => wrap(printable(value), width, `  ${name.padEnd(pad)}  `)),
    ...section(
      "Evidence",
      evidence.flatMap(({ of, citation }) => [
        ...wrap(printable(`${of}: “${cut(citation.words, 500)}”`), width, "  ", "    "),
        ...wrap(printable(`${citationText(citation)} · ${citation.document}`), width, "    ").map((line) =>
          ink.dim(line),
        ),
      ]),
      paper,
    ),
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
    tellView(io, view, asOf);
    const explanation = explain(lookupOf(view.record), id);
    if (!explanation) {
      const near = nearIds(view.record, id);
      throw new InputError(
        `${id}: no line of the record has this id.${near.length > 0 ? ` Near it: ${near.join(", ")}` : " Ids stand in every listing: parley chronicle"}`,
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
