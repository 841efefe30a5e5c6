// English words of ingest: header.txt, agencies.txt, furniture.txt, imprint.txt and translation.txt as typed values.
import { linePattern } from "../../ingest/line-rules.js";
import type { HeaderField, ImprintRule, IngestWords, LinePlace, LineRule, LineRun } from "../../ingest/words.js";
import { listCell, parseTable } from "../../text/tables.js";
import { tableText } from "./index.js";

const headerRows = () => parseTable(tableText("header.txt"), ["kind", "words", "value"], "lang/en/header.txt");

function headerMap(kind: string): ReadonlyMap<string, string> {
  return new Map(
    headerRows()
      .filter((row) => row.kind === kind)
      .flatMap((row) => listCell(row.words).map((word) => [word, row.value] as const)),
  );
}
const numbers = (map: ReadonlyMap<string, string>): ReadonlyMap<string, number> =>
  new Map([...map].map(([word, value]) => [word, Number(value)]));

const furnitureColumns = ["name", "reason", "place", "run", "pattern", "example", "counter"] as const;
export type LineRuleRow = { readonly rule: LineRule; readonly example: string; readonly counter: string };

// A cell cannot hold "|": tables write it as "\|", which the line notation reads as the sign itself.
const unescapedRows = (text: string): string => text.replaceAll("\\|", "\\\u0001");
const escapedCell = (cell: string): string => cell.replaceAll("\u0001", "|");

/** The lines of furniture.txt with their example and counter-example, for the tests that run them. */
export const furnitureRows = (): LineRuleRow[] =>
  parseTable(unescapedRows(tableText("furniture.txt")), furnitureColumns, "lang/en/furniture.txt").map((row) => ({
    rule: {
      name: row.name,
      reason: row.reason,
      place: row.place as LinePlace,
      run: row.run as LineRun,
      pattern: linePattern(escapedCell(row.pattern)),
    },
    example: escapedCell(row.example).replaceAll("\\|", "|"),
    counter: escapedCell(row.counter).replaceAll("\\|", "|"),
  }));

/** One line of translation.txt as a pattern that may stand anywhere in a line; LANGUAGE becomes the group "language". */
function translationPattern(notation: string, languages: Iterable<string>): RegExp {
  const source = linePattern(notation.replaceAll("LANGUAGE", "zzlanguagezz")).source.slice(1, -1);
  const names = [...languages].map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join("|");
  return new RegExp(source.replace(/\(\?:zzlanguagezz\|[^)]*\)/, `(?<language>${names})`), "u");
}

export const translationRows = (): { readonly pattern: RegExp; readonly example: string; readonly counter: string }[] =>
  parseTable(tableText("translation.txt"), ["name", "pattern", "example", "counter"], "lang/en/translation.txt").map(
    (row) => ({
      pattern: translationPattern(row.pattern, headerMap("language").keys()),
      example: row.example,
      counter: row.counter,
    }),
  );

const imprintColumns = ["name", "kind", "pattern", "example", "counter"] as const;
export type ImprintRow = {
  readonly rule: ImprintRule;
  readonly example: string;
  readonly outlet: string;
  readonly counter: string;
};

/** The lines of imprint.txt with their example, the name in it and their counter-example, for the tests that run them. */
export const imprintRows = (): ImprintRow[] =>
  parseTable(unescapedRows(tableText("imprint.txt")), imprintColumns, "lang/en/imprint.txt").map((row) => {
    const [example = "", outlet = ""] = escapedCell(row.example).split(" => ");
    return {
      rule: { name: row.name, kind: row.kind as ImprintRule["kind"], pattern: linePattern(escapedCell(row.pattern)) },
      example,
      outlet,
      counter: row.counter,
    };
  });

const linesOf = (file: string): ReadonlySet<string> =>
  new Set(
    tableText(file)
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.toLowerCase()),
  );

function givenNames(): ReadonlySet<string> {
  const rows = parseTable(tableText("given-names.txt"), ["gender", "names"], "lang/en/given-names.txt");
  return new Set(rows.flatMap(({ names }) => listCell(names)).map((name) => name.toLowerCase()));
}

/** Names of states, their capitals, regions and cities. */
function places(): ReadonlySet<string> {
  const columns = ["code", "adjective", "people", "capital", "forms"] as const;
  const states = parseTable(tableText("states.txt"), columns, "lang/en/states.txt");
  const regions = parseTable(tableText("places.txt"), ["names"], "lang/en/places.txt");
  return new Set([
    ...[...states.flatMap((row) => [row.capital, row.forms]), ...regions.map(({ names }) => names)]
      .flatMap((cell) => listCell(cell))
      .map((name) => name.toLowerCase()),
    ...linesOf("gazetteer/cities.txt"),
  ]);
}

/** The words that ingest needs, of English. Reads the tables: call once. */
export function ingestWords(): IngestWords {
  return {
    months: numbers(headerMap("month")),
    weekdays: numbers(headerMap("weekday")),
    labels: headerMap("label") as ReadonlyMap<string, HeaderField>,
    mailLabels: headerMap("mail") as ReadonlyMap<string, HeaderField>,
    headerWords: new Set(headerMap("beside").keys()),
    sections: new Set(headerMap("section").keys()),
    editions: new Set(headerMap("edition").keys()),
    live: new Set(headerMap("live").keys()),
    joiners: new Set(headerMap("joiner").keys()),
    bywords: new Set(headerMap("byword").keys()),
    media: new Set(headerMap("medium").keys()),
    staff: new Set(headerMap("staff").keys()),
    straps: new Set(headerMap("strap").keys()),
    givenNames: givenNames(),
    places: places(),
    knownMedia: linesOf("gazetteer/media.txt"),
    firms: new Set(headerMap("firm").keys()),
    since: new Set(headerMap("since").keys()),
    languages: headerMap("language"),
    translation: translationRows().map(({ pattern }) => pattern),
    agencies: parseTable(tableText("agencies.txt"), ["name", "forms"], "lang/en/agencies.txt").map((row) => ({
      name: row.name,
      forms: [...new Set([row.name.toLowerCase(), ...listCell(row.forms)])],
    })),
    furniture: furnitureRows().map(({ rule }) => rule),
    imprints: imprintRows().map(({ rule }) => rule),
  };
}
