// BibTeX and CSL-JSON: read back with citation-js, the one by its BibTeX parser, the other as what it works with.
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import { Cite, plugins } from "@citation-js/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeLatex } from "../../src/export/bib.js";
import { legal } from "../../src/export/xml.js";
import { edtf } from "../../src/model/edtf.js";
import type { ParleyRecord, RecordDocument } from "../../src/model/record.js";
import { anyText, fixture, sample, textOf } from "./written.js";

type Csl = {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly "container-title"?: string;
  readonly author?: readonly object[];
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly URL?: string;
  readonly annote?: string;
};
const fromBib = async (record: ParleyRecord): Promise<readonly Csl[]> =>
  new Cite(await textOf("bib", record)).data as readonly Csl[];
const fromCsl = async (record: ParleyRecord): Promise<readonly Csl[]> =>
  new Cite(await textOf("csl", record)).data as readonly Csl[];

/** The fixture with its first report changed. */
function withReport(change: Partial<RecordDocument>): ParleyRecord {
  const [first, ...rest] = fixture.documents;
  if (!first) throw new Error("the fixture has no documents");
  return { ...fixture, documents: [{ ...first, ...change }, ...rest] };
}

test("the readers are there", () => {
  expect(plugins.list()).toEqual(expect.arrayContaining(["@bibtex", "@csl"]));
});

describe.each([
  ["BibTeX", "bib", fromBib],
  ["CSL-JSON", "csl", fromCsl],
] as const)("%s", (_, name, read) => {
  test.each([
    ["the fixture", fixture, 4], // one report of five is cited nowhere
    ["the sample", sample(), 2],
  ])("%s: an entry for each cited report", async (_name, record, count) => {
    const entries = await read(record);
    expect(entries).toHaveLength(count);
    for (const entry of entries) {
      const document = record.documents.find(({ id }) => id === entry.id);
      expect(entry.title).toBe(document?.title);
      expect(entry["container-title"]).toBe(document?.outlet);
      expect(entry.issued?.["date-parts"][0]?.map((part) => String(part).padStart(2, "0")).join("-")).toBe(
        document?.published.value,
      );
      expect(await textOf(name, record)).toContain("“");
    }
  });
  test.each([
    ["2023", [2023]],
    ["2023-03", [2023, 3]],
  ])("a report of %s has no day", async (value, parts) => {
    const [entry] = await read(withReport({ published: { value: edtf(value), basis: "stated", evidence: [] } }));
    expect(entry?.issued?.["date-parts"]).toEqual([parts]);
  });
  test("what is not known is left out; an address is one only where a browser may follow it", async () => {
    const bare = { outlet: null, title: null, published: { value: null, basis: "unknown", evidence: [] } } as const;
    const [entry] = await read(withReport({ ...bare, uri: "javascript:alert(1)" }));
    expect([entry?.title, entry?.["container-title"], entry?.issued, entry?.URL]).toEqual([
      "javascript:alert(1)",
      undefined,
      undefined,
      undefined,
    ]);
    const [linked] = await read(withReport({ uri: "https://example.org/a_b?c=1&d=2" }));
    expect(linked?.URL).toBe("https://example.org/a_b?c=1&d=2");
  });
  test.each(["A''B", "A``B", "A--B", "A---B", "A?`B", "A'B"])("%s comes back", async (title) => {
    expect((await read(withReport({ title, byline: null })))[0]?.title).toBe(title);
  });

  test("any headline comes back", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const title = `A${text}B`;
        const entries = await read(withReport({ title, byline: "Jane Roe and John Doe" }));
        expect(entries).toHaveLength(4);
        expect(entries[0]?.author).toHaveLength(1);
        expect(entries[0]?.title).toBe(name === "csl" ? title : legal(title).replace(/\s+/g, " "));
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  ["50% of R&D_2 costs $3 #1", "50\\% of R\\&D\\_2 costs \\$3 \\#1"],
  ["{a} \\ ~^", "\\{a\\} \\textbackslash{} \\textasciitilde{}\\textasciicircum{}"],
  ["two\nlines", "two lines"],
  ["''a'' -- `` ?` don't", "'{}'a'{}' -{}- `{}` ?{}` don't"],
])("LaTeX sets %j as it stands", (text, latex) => {
  expect(escapeLatex(text)).toBe(latex);
});
