// English press for comparing names: the table name-forms.txt as typed values.
import type { NameFormClass, NameForms } from "../../link/compare-names-words.js";
import { listCell, parseTable } from "../../text/tables.js";
import { tableText } from "./index.js";

const rowsOf = () => parseTable(tableText("name-forms.txt"), ["class", "words"], "lang/en/name-forms.txt");

/** Each form of a line of one class, to the first of its line. */
function toFirst(classes: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of rowsOf()) {
    if (!classes.includes(row.class)) continue;
    const forms = listCell(row.words);
    for (const form of forms) found.set(form, forms[0] ?? form);
  }
  return found;
}

/** The words of comparing names. Reads the table: call once. */
export function nameForms(): NameForms {
  const classes = new Map(rowsOf().map((row) => [row.class, new Set(listCell(row.words))]));
  const nicknames = new Map<string, Set<string>>();
  for (const row of rowsOf()) {
    if (row.class !== "nickname") continue;
    const forms = listCell(row.words);
    for (const form of forms) {
      const known = nicknames.get(form) ?? new Set();
      for (const other of forms) known.add(other);
      nicknames.set(form, known);
    }
  }
  return {
    is: (kind: NameFormClass, word) => classes.get(kind)?.has(word) ?? false,
    legal: toFirst(["legal"]),
    spellings: toFirst(["number", "spelling"]),
    nicknames,
  };
}
