// The parts of the site: what the navigation shows, and which pages stand together under one heading.
import type { PageName } from "./links.js";

export type SectionPage = {
  readonly name: PageName;
  readonly words: string;
  /** Pages of one thing that are reached from it. */
  readonly holds?: readonly PageName[];
  /** The key that leads there after "g". */
  readonly key: string;
};
export type Section = { readonly words: string; readonly pages: readonly [SectionPage, ...SectionPage[]] };

export const sections: readonly Section[] = [
  {
    words: "Chronicle",
    pages: [
      { name: "chronicle", words: "Chronicle", holds: ["event", "compare", "why"], key: "c" },
      { name: "brief", words: "Brief", key: "b" },
      { name: "new", words: "What is new", key: "n" },
      { name: "state", words: "State of the dialogue", key: "t" },
      { name: "discrepancies", words: "Discrepancies", key: "x" },
    ],
  },
  {
    words: "Statements",
    pages: [
      { name: "statements", words: "All statements", key: "s" },
      { name: "variants", words: "Variants", holds: ["utterance"], key: "v" },
    ],
  },
  {
    words: "Positions",
    pages: [
      { name: "positions", words: "Issues and parties", holds: ["issue"], key: "p" },
      { name: "open", words: "Open issues", key: "o" },
      { name: "proposals", words: "Proposals", key: "r" },
    ],
  },
  {
    words: "Meetings",
    pages: [
      { name: "meetings", words: "Series and rounds", key: "m" },
      { name: "calendar", words: "Calendar", key: "k" },
      { name: "network", words: "Who met whom", key: "w" },
    ],
  },
  { words: "Actors", pages: [{ name: "actors", words: "Actors", holds: ["actor"], key: "a" }] },
  {
    words: "Documents",
    pages: [
      { name: "documents", words: "Reports", holds: ["document"], key: "d" },
      { name: "compareReports", words: "Side by side", key: "i" },
      { name: "outlets", words: "Outlets", key: "l" },
      { name: "problems", words: "Not decided", key: "u" },
    ],
  },
  {
    words: "About",
    pages: [
      { name: "about", words: "How to read", key: "h" },
      { name: "search", words: "Search", key: "f" },
      { name: "downloads", words: "Downloads", key: "e" },
    ],
  },
];

const holdsPage = ({ name, holds = [] }: SectionPage, page: PageName): boolean => name === page || holds.includes(page);

/** The part of the site that a page stands in, and the page of the navigation that it belongs to. */
export function placeOfPage(page: PageName): { readonly section: Section; readonly entry: SectionPage } | null {
  for (const section of sections) {
    const entry = section.pages.find((one) => holdsPage(one, page));
    if (entry) return { section, entry };
  }
  return null;
}
