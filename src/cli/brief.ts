// parley brief: the background of a dossier with numbered sources, what is new since a day, who moved, and what is ahead.
import { dateText } from "../pages/dates.js";
import { openDossier } from "../parley.js";
import { type Brief, type BriefLine, type BriefSource, briefOf } from "../query/brief.js";
import { lookupOf } from "../query/lookup.js";
import { cut, inkOf, printable, widthOf, wrap } from "./ink.js";
import { type Action, exit } from "./io.js";
import type { Paper } from "./listing.js";
import { asOfOption, dateOption, numberOption } from "./options.js";
import { tellView } from "./show.js";

type Flags = {
  readonly dossier: string;
  readonly since?: string;
  readonly asOf?: string;
  readonly words: string;
  readonly format: "text" | "md" | "json";
};

const marks = ({ sources }: BriefLine): string => (sources.length === 0 ? "" : ` [${sources.join("][")}]`);
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const said = (line: BriefLine): string => `${printable(upper(line.text))}${marks(line)}.`;

const sourceText = ({ number, outlet, title, published }: BriefSource): string =>
  `[${number}] ${[
    outlet,
    published === null ? "no date" : dateText(published),
    title === null ? null : `“${cut(title, 120)}”`,
  ]
    .filter((part) => part !== null)
    .map(printable)
    .join(", ")}`;

const sections = (brief: Brief, since: string | null): readonly (readonly [string, readonly string[]])[] => [
  [since === null ? "New" : `New since ${since}`, brief.fresh.map(said)],
  ["Who moved", brief.moved.map(said)],
  ["Ahead", brief.ahead.map(said)],
  ["Sources", brief.sources.map(sourceText)],
];

/** A brief in lines for people: the background as a paragraph, then lists. */
export function briefLines(brief: Brief, since: string | null, { ink, width }: Paper): readonly string[] {
  return [
    ...wrap(printable(brief.title), width).map((line) => ink.bold(line)),
    "",
    ...wrap(brief.background.map(said).join(" "), width),
    ...sections(brief, since).flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : ["", ink.bold(heading), ...lines.flatMap((line) => wrap(line, width, "  ", "    "))],
    ),
  ];
}

/** A brief in Markdown. */
export function briefMarkdown(brief: Brief, since: string | null): string {
  const lists = sections(brief, since).flatMap(([heading, lines]) =>
    lines.length === 0 ? [] : ["", `## ${heading}`, "", ...lines.map((line) => `- ${line}`)],
  );
  return `${[`# ${printable(brief.title)}`, "", brief.background.map(said).join(" "), ...lists].join("\n")}\n`;
}

export const briefCommand: Action = async (io, _args, raw) => {
  const flags = raw as unknown as Flags;
  const asOf = asOfOption(flags.asOf);
  const since = flags.since === undefined ? null : dateOption("--since", flags.since);
  const words = numberOption("--words", flags.words, 20, 2000);
  const dossier = await openDossier(flags.dossier, { mode: "read" });
  try {
    const view = await dossier.view({ asOf });
    tellView(io, view, asOf, flags.dossier);
    const brief = briefOf(lookupOf(view.record), { since, words, dateText: (date) => dateText(date) });
    const day = since === null ? null : dateText(since);
    if (flags.format === "json") io.out(`${JSON.stringify(brief, null, 1)}\n`);
    else if (flags.format === "md") io.out(briefMarkdown(brief, day));
    else io.out(`${briefLines(brief, day, { ink: inkOf(io), width: widthOf(io) }).join("\n")}\n`);
    return exit.done;
  } finally {
    await dossier.close();
  }
};
