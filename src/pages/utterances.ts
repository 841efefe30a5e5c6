// Statements of one utterance together: the same words told by several reports are one line.
import { compareDates, type Edtf } from "../model/edtf.js";
import type { Statement } from "../model/record.js";
import type { RecordIndex } from "./record-index.js";

export type Group = readonly [Statement, ...Statement[]];

/** The date of the first statement that has one. */
export const dateOfGroup = (group: Group): Edtf | null => group.find(({ date }) => date !== null)?.date ?? null;

/** Groups by date, undated last, in the order of the record where dates are the same. */
export function groupsOf(index: RecordIndex, statements: readonly Statement[]): Group[] {
  const groups = new Map<string, [Statement, ...Statement[]]>();
  for (const statement of statements) {
    const key = index.utteranceOf.get(statement.id)?.id ?? statement.id;
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return [...groups.values()].toSorted((a, b) => compareDates(dateOfGroup(a), dateOfGroup(b)));
}
