// The keys of the pages, for the page that explains them; the script of the pages reads the same list.
import { deskSections } from "./desk-bar.js";
import { sections } from "./sections.js";

export type Key = { readonly keys: string; readonly does: string };

export const keys: readonly Key[] = [
  { keys: "?", does: "show the keys" },
  { keys: "/", does: "search" },
  { keys: "j", does: "next line" },
  { keys: "k", does: "line before" },
  { keys: "Enter", does: "open the line" },
  { keys: "e", does: "to the words of the line in its report" },
  { keys: "y", does: "copy a citation of the line" },
  { keys: "f", does: "filter the list" },
  { keys: "n", does: "next page of a list" },
  { keys: "p", does: "page of a list before" },
  { keys: "[", does: "a day of reports earlier" },
  { keys: "]", does: "a day of reports later" },
  { keys: "c", does: "correct the line, or what the page is about" },
  { keys: "1 … 9", does: "choose what is wrong" },
  { keys: "Ctrl Enter", does: "save what is previewed" },
  { keys: "u", does: "take back what was saved last" },
  { keys: "a s o", does: "in review: right, skip, in its report" },
  ...[...sections.flatMap(({ pages }) => pages), ...deskSections].map(({ key, words }) => ({
    keys: `g ${key}`,
    does: words,
  })),
];
