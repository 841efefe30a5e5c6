// What every page is made from: the record with its index, where links lead, and the day that the record is seen from.
import type { Edtf } from "../model/edtf.js";
import type { Html } from "./html.js";
import type { Links, PageName, Query } from "./links.js";
import type { RecordIndex } from "./record-index.js";

/** An export that is offered for download, as the list of exporters tells it. */
export type Offered = { readonly name: string; readonly extension: string; readonly about: string };

/** Who sees a page of a server. */
export type Viewer = {
  readonly name: string | null;
  readonly mayWrite: boolean;
  readonly signsIn: boolean; // whether people sign in here
};

export type PageContext = {
  readonly index: RecordIndex;
  readonly links: Links;
  /** Name of the dossier. */
  readonly title: string;
  /** Only what had been reported by this day is in the record; null: everything. */
  readonly asOf: Edtf | null;
  /** Reports without a date of publication, which no view as of a day can hold. */
  readonly undated: number;
  /** Days on which reports of the whole dossier were published, in order. */
  readonly days: readonly Edtf[];
  readonly exports: readonly Offered[];
  /** In a folder of files: the days that it shows the record as of, and whether there is such a page on a day (null: of everything). */
  readonly views?: { readonly days: readonly Edtf[]; readonly has: (day: Edtf | null, self: Self) => boolean };
  /** Whether somebody answers forms: true on a server, false in a folder of files. */
  readonly live: boolean;
  /** Who sees it; absent: nobody in particular (a folder of files), so that nothing can be corrected. */
  readonly viewer?: Viewer;
};

/** Which page it is and what it was asked for, so that it can be linked to as of another day. */
export type Self = { readonly name: PageName; readonly id: string; readonly query: Query };

export type PageContent = {
  readonly title: string;
  readonly self: Self;
  readonly body: Html;
  /** Whether the page is a work sheet that uses the whole width of the window. */
  readonly isWide?: boolean;
  /** Whether it stands alone, without the way to other pages: for who is not let in yet. */
  readonly isBare?: boolean;
};
