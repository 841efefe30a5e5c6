// The words that ingest needs of a language: given in by lang/, never imported from here.

/** Where on the page a line may stand for a rule to hold: anywhere, above the report's first paragraph, below its last. */
export type LinePlace = "any" | "top" | "end";
/** How far a mark runs on: this line alone; the short lines that follow; everything to the end. */
export type LineRun = "line" | "list" | "rest";

/** A line that is no part of a report. `pattern` matches the whole folded line. */
export type LineRule = {
  readonly name: string;
  readonly reason: string;
  readonly place: LinePlace;
  readonly run: LineRun;
  readonly pattern: RegExp;
};

/** A line in which a page names its outlet, in the pattern's group "outlet". */
export type ImprintRule = {
  readonly name: string;
  readonly kind: "copyright" | "first" | "own" | "sign";
  readonly pattern: RegExp;
};

/** A news agency or outlet as it signs its reports. `forms` are lower case, the name among them. */
export type Agency = { readonly name: string; readonly forms: readonly string[] };

/** What a header label announces: "Published:", "Updated", "Title:", "By", "Source:". */
export type HeaderField = "published" | "updated" | "title" | "byline" | "source" | "section" | "place" | "caption";

export type IngestWords = {
  readonly months: ReadonlyMap<string, number>; // "january", "jan" → 1
  readonly weekdays: ReadonlyMap<string, number>; // "monday", "mon" → 1 … 7
  readonly labels: ReadonlyMap<string, HeaderField>; // lower case, without colon
  readonly mailLabels: ReadonlyMap<string, HeaderField>; // labels of a letter's head, lower case: "from", "to"
  readonly since: ReadonlySet<string>; // words behind which a year lies far back: "since 2016"
  readonly headerWords: ReadonlySet<string>; // lower-case words that may stand beside a header's date
  readonly sections: ReadonlySet<string>; // lower-case words that name a section of a paper or page
  readonly editions: ReadonlySet<string>; // lower-case words of editions, issues and access: "issue", "service", "subscribers"
  readonly live: ReadonlySet<string>; // lower-case words of a live report: "live", "updates"
  readonly joiners: ReadonlySet<string>; // lower-case words inside names
  readonly bywords: ReadonlySet<string>; // lower-case words of bylines without a name: "our", "desk"
  readonly media: ReadonlySet<string>; // lower-case words, or ends of words, that names of outlets are made of
  readonly staff: ReadonlySet<string>; // lower-case words behind an outlet's name in a byline: "staff", "newsroom"
  readonly straps: ReadonlySet<string>; // lower-case words of what a paper says of itself below its name: "established"
  readonly givenNames: ReadonlySet<string>; // lower-case first names of persons
  readonly places: ReadonlySet<string>; // lower-case names of states, cities and regions
  readonly knownMedia: ReadonlySet<string>; // lower-case names of outlets
  readonly firms: ReadonlySet<string>; // lower-case words behind an outlet's name in a copyright line: "ltd", "group"
  readonly languages: ReadonlyMap<string, string>; // "russian" → "ru"
  readonly translation: readonly RegExp[]; // on a folded line; group "language" where it is named
  readonly agencies: readonly Agency[];
  readonly furniture: readonly LineRule[];
  readonly imprints: readonly ImprintRule[];
};
