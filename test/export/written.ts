// What an exporter writes, whole: for tests that read it back.
import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { exporters, piecesOf } from "../../src/export/index.js";
import type { DocumentId } from "../../src/model/ids.js";
import type { Event, ParleyRecord } from "../../src/model/record.js";
import { parseRecord } from "../../src/model/schema.js";
import { record as pagesFixture } from "../pages/fixture.js";

/** The record that the pages are tested with, kept as it was once: invented, small and nasty. Its one impossible id is made a slug. */
export const keptFixture = "test/golden/record.json";
const fixtureOfPages = (): string => {
  const odd = pagesFixture.actors.find(({ id }) => !/^[a-z0-9-]+$/.test(id))?.id ?? "no such id";
  const record = JSON.parse(JSON.stringify(pagesFixture).replaceAll(JSON.stringify(odd), '"odd-name"')) as ParleyRecord;
  return `${JSON.stringify(record, null, 1)}\n`;
};
if (process.env.UPDATE_GOLDEN === "records") writeFileSync(keptFixture, fixtureOfPages());
export const fixture = parseRecord(JSON.parse(readFileSync(keptFixture, "utf8")), keptFixture);

/** The bytes of an export. */
export async function bytesOf(name: string, record: ParleyRecord): Promise<Buffer> {
  const exporter = exporters.find((one) => one.name === name);
  if (!exporter) throw new Error(`no exporter is called ${name}`);
  return Buffer.concat([...(await piecesOf(exporter, record))].map((piece) => Buffer.from(piece)));
}

/** The text of an export. */
export const textOf = async (name: string, record: ParleyRecord): Promise<string> =>
  (await bytesOf(name, record)).toString("utf8");

/** The record of some sample reports, kept as it was read once: a better reader changes no golden file. */
export const keptSample = "test/golden/sample/record.json";
export const sample = (): ParleyRecord => parseRecord(JSON.parse(readFileSync(keptSample, "utf8")), keptSample);

/** Texts that formats stumble over: markup, formulas, quotes, lines, controls, halves of pairs, beyond U+FFFF. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "<b>",
        "&amp;",
        "]]>",
        '"',
        "'",
        "\\",
        "{",
        "}",
        "=1+1",
        "\n",
        "\r\n",
        "\t",
        "\u0000",
        "\u000b",
        "\ufffe",
        "\ud83d",
        "\udc00",
        "🕊",
        "%",
        "$",
        "é",
        "\u202e",
        ";",
        ",",
        "DTSTART:",
        "a",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

/** The fixture with one event changed, and its title. */
export function withEvent(change: Partial<Event>, title = fixture.dossier.title): ParleyRecord {
  const [first, ...rest] = fixture.events;
  if (!first) throw new Error("the fixture has no events");
  return { ...fixture, dossier: { ...fixture.dossier, title }, events: [{ ...first, ...change }, ...rest] };
}

/** The fixture with a report whose text is as given, and somebody named in the whole of it. */
export function withText(text: string): ParleyRecord {
  const [document, ...rest] = fixture.documents;
  const [actor, ...others] = fixture.actors;
  if (!document || !actor) throw new Error("the fixture has no documents or actors");
  const span = { doc: "d-0000000000aa" as DocumentId, start: 0, end: text.length };
  return {
    ...fixture,
    documents: [{ ...document, id: span.doc, text, title: text, novelty: [], furniture: [] }, document, ...rest],
    actors: [{ ...actor, mentions: [span, ...actor.mentions] }, ...others],
  };
}
