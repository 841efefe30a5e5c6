// parley search WORDS: full text, each place with its report and offsets.
import { openDossier, type SearchHit } from "../parley.js";
import { type Ink, inkOf, printable, widthOf, wrap, wrapParts } from "./ink.js";
import { type Action, exit } from "./io.js";
import { headLines, type Paper } from "./listing.js";
import { asOfOption, numberOption } from "./options.js";
import { tellView } from "./show.js";

type Flags = {
  readonly dossier: string;
  readonly asOf?: string;
  readonly most: string;
  readonly format: "text" | "json";
};

/** A snippet with its marks as colour, or none; other control letters are made visible. */
function painted(snippet: string, ink: Ink): string {
  const parts = snippet.replaceAll("\u0002", "\u0001").split("\u0001");
  return parts.map((part, index) => (index % 2 === 1 ? ink.yellow(printable(part)) : printable(part))).join("");
}

function hitLines(hit: SearchHit, paper: Paper): readonly string[] {
  const { ink, width } = paper;
  const source = [hit.outlet, hit.published ?? "undated"].filter(Boolean).join(", ");
  const place = [source, `${hit.uri} ${hit.start}–${hit.end}`, hit.id].map(printable);
  const indent = " ".repeat(12);
  const plain = wrap(hit.snippet, width, indent);
  return [
    ...headLines(hit.kind, hit.title ?? hit.uri, paper, ink.bold),
    ...plain.map((line) => painted(line, ink)),
    ...wrapParts(place, width, indent).map((line) => ink.dim(line)),
    "",
  ];
}

/** A hit for programs: the marks of the snippet are asterisks. */
const bare = ({ snippet, ...hit }: SearchHit): object => ({
  ...hit,
  snippet: snippet.replaceAll("\u0001", "*").replaceAll("\u0002", "*"),
});

export const searchCommand: Action = async (io, words, raw) => {
  const flags = raw as unknown as Flags;
  const [asOf, most] = [asOfOption(flags.asOf), numberOption("--most", flags.most, 1, 1000)];
  const dossier = await openDossier(flags.dossier, { mode: "read" });
  try {
    tellView(io, await dossier.view({ asOf }), asOf, flags.dossier);
    const hits = await dossier.search(words.join(" "), { asOf, most });
    if (hits.length === 0) io.err("Nothing holds all of these words.\n");
    if (flags.format === "json") io.out(`${JSON.stringify(hits.map(bare), null, 1)}\n`);
    else
      io.out(
        hits
          .map((hit) =>
            hitLines(hit, { ink: inkOf(io), width: widthOf(io) })
              .map((line) => `${line}\n`)
              .join(""),
          )
          .join(""),
      );
    return exit.done;
  } finally {
    await dossier.close();
  }
};
