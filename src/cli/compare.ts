// parley compare REPORT REPORT…, or --event ID: what reports tell alike, otherwise, or leave out, and in which words.
import { InputError } from "../model/errors.js";
import { openDossier } from "../parley.js";
import { type ComparedAnswer, comparedAnswer } from "../query/compared.js";
import { lookupOf } from "../query/lookup.js";
import { cut, inkOf, printable, widthOf, wrap } from "./ink.js";
import { type Action, exit } from "./io.js";
import { headLines, type Paper } from "./listing.js";
import { asOfOption } from "./options.js";
import { tellView } from "./show.js";

type Flags = {
  readonly dossier: string;
  readonly asOf?: string;
  readonly event?: string;
  readonly format: "text" | "json";
};
type ComparedEvent = ComparedAnswer["events"][number];

/** What stands under a heading, with how much it is; nothing where it is empty. */
const section = (heading: string, parts: readonly (readonly string[])[], { ink }: Paper): readonly string[] =>
  parts.length === 0 ? [] : ["", ink.bold(`${heading} (${parts.length})`), ...parts.flat()];

/** Comparisons in lines for people. */
export function comparedLines({ documents, events, words, repeated }: ComparedAnswer, paper: Paper): readonly string[] {
  const { ink, width } = paper;
  const names = new Map<string, string>(documents.map(({ id, outlet }) => [id, outlet]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const under = (text: string): readonly string[] => wrap(printable(text), width, " ".repeat(12), " ".repeat(14));
  const told = ({ id, date, label, tellings, differing }: ComparedEvent): readonly string[] => {
    const silent = documents.filter((document) => !tellings.some((telling) => telling.document === document.id));
    return [
      ...headLines(date ?? "undated", label, paper),
      ...differing.flatMap(({ attribute, values }) =>
        under(
          `${attribute}: ${values.map(({ value, evidence }) => `${value} (${[...new Set(evidence.map(({ document }) => nameOf(document)))].join(", ")})`).join(" / ")}`,
        ),
      ),
      ...tellings.flatMap(({ document, as, evidence }) =>
        under(
          `${nameOf(document)} (${[...new Set(as.map(({ status }) => status))].join(", ")}): “${cut(evidence[0]?.words ?? "", 300)}”`,
        ),
      ),
      ...(silent.length > 0 ? under(`not told by ${silent.map((one) => nameOf(one.id)).join(", ")}`) : []),
      ink.dim(`            ${id}`),
    ];
  };
  const of = (verdict: ComparedEvent["verdict"]) => events.filter((event) => event.verdict === verdict).map(told);
  const shared = words.filter(({ tellings }) => tellings.length > 1);
  return [
    ...documents.flatMap(({ id, outlet, published, title, uri }) =>
      headLines(published ?? "undated", [outlet, title, uri, id].filter(Boolean).join(" · "), paper),
    ),
    ...section("Told otherwise", of("otherwise"), paper),
    ...section("Told by all", of("together"), paper),
    ...section("Left out by some", of("left-out"), paper),
    ...section(
      "The same words",
      shared.map(({ date, speakers, tellings }) => [
        ...headLines(date ?? "undated", speakers.join(", ") || "nobody named", paper),
        ...tellings.flatMap(({ document, evidence }) =>
          evidence.flatMap((place) => under(`${nameOf(document)}: “${cut(place.words, 400)}”`)),
        ),
      ]),
      paper,
    ),
    ...section(
      "Told before",
      repeated.map(({ document, of: original, evidence }) =>
        under(
          `${nameOf(document)}: ${evidence.length} sentence${evidence.length === 1 ? "" : "s"} that ${nameOf(original)} tells`,
        ),
      ),
      paper,
    ),
  ];
}

export const compareCommand: Action = async (io, reports, raw) => {
  const flags = raw as unknown as Flags;
  if ((reports.length === 0) === (flags.event === undefined))
    throw new InputError("name two reports or more (see: parley documents), or an event with --event ID");
  const asOf = asOfOption(flags.asOf);
  const dossier = await openDossier(flags.dossier, { mode: "read" });
  try {
    const view = await dossier.view({ asOf });
    tellView(io, view, asOf, flags.dossier);
    const documents = reports.length > 0 ? reports.join(",") : undefined;
    const compared = comparedAnswer(lookupOf(view.record), { documents, event: flags.event });
    io.out(
      flags.format === "json"
        ? `${JSON.stringify(compared, null, 1)}\n`
        : `${comparedLines(compared, { ink: inkOf(io), width: widthOf(io) }).join("\n")}\n`,
    );
    return exit.done;
  } finally {
    await dossier.close();
  }
};
