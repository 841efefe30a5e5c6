// Word: the record as a document with headings, and a footnote for each line that quotes the reports it stands on. Written
// with the library docx; its clock is taken out of it (document properties here, zip entries in zip-dates.ts).
import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  type ISectionOptions,
  type IStylesOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import type { ParleyRecord } from "../model/record.js";
import { dateWords } from "./date-words.js";
import { type Lookup, lookupOf } from "./lookup.js";
import { type Line, type Section, sectionsOf, sourceParts, summaryOf } from "./report.js";
import { escapeXml, legal } from "./xml.js";
import { withoutDates } from "./zip-dates.js";

const dim = "5D6066";
const small = 18; // half points

/** Looks by name, so that one change in Word changes them all. */
const styles: IStylesOptions = {
  default: {
    document: { run: { font: "Georgia", size: 21 } },
    footnoteText: { run: { size: small } },
  },
  paragraphStyles: [
    { id: "Line", name: "Line", basedOn: "Normal", paragraph: { spacing: { before: 120 } } },
    {
      id: "Notes",
      name: "Notes",
      basedOn: "Normal",
      run: { color: dim, size: small },
      paragraph: { indent: { left: 360 } },
    },
    { id: "Flag", name: "Flag", basedOn: "Notes", run: { color: "8F2F12", italics: true } },
  ],
  characterStyles: [{ id: "Dim", name: "Dim", run: { color: dim, size: small } }],
};

const dimly = (text: string): TextRun => new TextRun({ text: legal(text), style: "Dim" });
const inStyle = (style: string, text: string): Paragraph => new Paragraph({ style, text: legal(text) });
const heading = (text: string, level: (typeof HeadingLevel)["HEADING_1" | "TITLE"]): Paragraph =>
  new Paragraph({ heading: level, children: [new TextRun(legal(text))] });

/** Footnotes as they are needed: their numbers, and their text for the end. */
class Footnotes {
  readonly children: Record<string, { readonly children: readonly Paragraph[] }> = {};
  #count = 0;
  /** A mark for a note of some paragraphs. */
  add(lines: readonly string[]): FootnoteReferenceRun {
    this.#count++;
    this.children[this.#count] = {
      children: lines.map((line) => inStyle("FootnoteText", line)),
    };
    return new FootnoteReferenceRun(this.#count);
  }
}

function lineParagraphs(line: Line, isDated: boolean, look: Lookup, footnotes: Footnotes): readonly Paragraph[] {
  const quotes = [...new Set(line.evidence.map(look.quote))];
  const when = isDated ? [dimly(`${dateWords(line.date)}${line.status ? ` · ${line.status}` : ""}  `)] : [];
  const words = line.runs.map(({ text, strong }) => new TextRun({ text: legal(text), ...(strong && { bold: true }) }));
  const mark = quotes.length > 0 ? [footnotes.add(quotes)] : [];
  const beside = line.notes.length > 0 ? [line.notes.join(" · ")] : [];
  return [
    new Paragraph({ style: "Line", keepNext: beside.length > 0, children: [...when, ...words, ...mark] }),
    ...beside.map((text) => inStyle("Notes", text)),
    ...line.flags.map((flag) => inStyle("Flag", flag)),
  ];
}

/** Sections up to some lines in all, as no word processor opens a file of any length; what is left out is said where it is. */
function* bodyParagraphs(
  sections: readonly Section[],
  most: number,
  look: Lookup,
  footnotes: Footnotes,
): Generator<Paragraph> {
  let left = most;
  for (const section of sections) {
    yield heading(section.heading, HeadingLevel.HEADING_1);
    let written = 0;
    for (const line of section.lines()) {
      if (left === 0) break;
      yield* lineParagraphs(line, section.isDated, look, footnotes);
      left--;
      written++;
    }
    if (written < section.count)
      yield inStyle(
        "Flag",
        `${section.count - written} more: a Word file holds ${most} lines. The formats html, csv and json hold all.`,
      );
  }
}

const sourceParagraphs = (record: ParleyRecord, look: Lookup): readonly Paragraph[] => [
  heading("Sources", HeadingLevel.HEADING_1),
  ...record.documents.map((document, index) => {
    const { title, notes } = sourceParts(document, look);
    const words = [
      new TextRun({ text: legal(`${index + 1}. ${title}`), bold: true }),
      dimly(`  ${[...notes, document.uri].join(" · ")}`),
    ];
    return new Paragraph({ style: "Line", children: words });
  }),
];

/** The document's properties, with the day of the last report where the library would write the hour of its making. */
function propertiesXml({ dossier }: ParleyRecord): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(dossier.to ?? "") ? dossier.to : "1980-01-01";
  const time = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  const names = [
    `xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`,
    `xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    `xmlns:dcterms="http://purl.org/dc/terms/"`,
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${names.join(" ")}><dc:title>${escapeXml(dossier.title)}</dc:title><dc:creator>Parley</dc:creator><cp:lastModifiedBy>Parley</cp:lastModifiedBy>${time("created")}${time("modified")}</cp:coreProperties>`;
}

const pageNumber = new Paragraph({
  alignment: AlignmentType.CENTER,
  children: [new TextRun({ children: [PageNumber.CURRENT], style: "Dim" })],
});

const mostLines = 30_000; // some two thousand reports; the library takes about 50 kB of memory for each

/** The Word file, of the first `most` lines. */
export async function docx(record: ParleyRecord, most = mostLines): Promise<readonly Uint8Array[]> {
  const look = lookupOf(record);
  const footnotes = new Footnotes();
  const body: ISectionOptions = {
    footers: { default: new Footer({ children: [pageNumber] }) },
    children: [
      heading(record.dossier.title, HeadingLevel.TITLE),
      new Paragraph({ children: [dimly(summaryOf(record, "in its footnote"))] }),
      ...bodyParagraphs(sectionsOf(record, look), most, look, footnotes),
      ...sourceParagraphs(record, look),
    ],
  };
  const file = new Document({
    title: record.dossier.title,
    creator: "Parley",
    styles,
    footnotes: footnotes.children,
    sections: [body],
  });
  const archive = await Packer.toBuffer(file, undefined, [{ path: "docProps/core.xml", data: propertiesXml(record) }]);
  return [withoutDates(archive)];
}
