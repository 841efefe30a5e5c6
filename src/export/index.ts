// The formats that a record can be written in: the one list that command line, server, site, pages and docs read.
import type { Exporter } from "./exporter.js";

export { type Exporter, type Piece, piecesOf } from "./exporter.js";

export const exporters: readonly Exporter[] = [
  {
    name: "json",
    mediaType: "application/json",
    extension: "json",
    about: "the whole record, with every text and its evidence (schema parley-record/1)",
    load: async () => (await import("./json.js")).json,
  },
  {
    name: "csv",
    mediaType: "text/csv",
    extension: "csv",
    about: "one row for each report of an event and each statement, with both clocks and offsets",
    load: async () => (await import("./csv.js")).csv,
  },
  {
    name: "md",
    mediaType: "text/markdown",
    extension: "md",
    about: "chronicle, statements and positions as Markdown with numbered sources",
    load: async () => (await import("./md.js")).md,
  },
  {
    name: "html",
    mediaType: "text/html",
    extension: "html",
    about: "the whole record as one page that needs nothing else: no scripts, light and dark, for paper too",
    load: async () => (await import("./html.js")).html5,
  },
  {
    name: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
    about: "the whole record as a Word document, each line with a footnote that quotes its reports",
    binary: true,
    load: async () => (await import("./docx.js")).docx,
  },
  {
    name: "timelinejs",
    mediaType: "application/json",
    extension: "timeline.json",
    about: "the dated events for TimelineJS, in lanes by what became of them",

    load: async () => (await import("./timelinejs.js")).timelinejs,
  },
  {
    name: "ical",
    mediaType: "text/calendar",
    extension: "ics",
    about: "a calendar: planned tentative, held confirmed, cancelled cancelled; all-day where no time is told",

    load: async () => (await import("./ical.js")).ics,
  },
  {
    name: "jsonld",
    mediaType: "application/ld+json",
    extension: "jsonld",
    about: "linked data in the words of schema.org and PROV, its context in the file",

    load: async () => (await import("./jsonld.js")).jsonld,
  },
  {
    name: "graphml",
    mediaType: "application/graphml+xml",
    extension: "graphml",
    about: "a network: who took part in what, who met whom, who spoke to whom, who speaks for whom",

    load: async () => (await import("./graphml.js")).graphml,
  },
  {
    name: "plover",
    mediaType: "text/tab-separated-values",
    extension: "tsv",
    about: "coded events, one line an event: PLOVER root, mode and quad code, source and target",

    load: async () => (await import("./plover.js")).plover,
  },
  {
    name: "webannotation",
    mediaType: "application/ld+json",
    extension: "annotations.jsonld",
    about: "everything that was read as W3C Web Annotations on the words it was read from",

    load: async () => (await import("./webannotation.js")).webannotation,
  },
  {
    name: "timeml",
    mediaType: "application/xml",
    extension: "timeml.xml",
    about: "every report as TimeML, with its times as TIMEX3 and its words of saying as events",

    load: async () => (await import("./timeml.js")).timeml,
  },
  {
    name: "bib",
    mediaType: "text/x-bibtex",
    extension: "bib",
    about: "the cited reports as BibTeX, with the sentences that are cited",

    load: async () => (await import("./bib.js")).bib,
  },
  {
    name: "csl",
    mediaType: "application/vnd.citationstyles.csl+json",
    extension: "csl.json",
    about: "the cited reports as CSL-JSON for Zotero, pandoc and citeproc",

    load: async () => (await import("./csl.js")).csl,
  },
];
