// What a decision changes: two records compared line by line. A line that only got another id, because its name or its first
// words changed, is the same line; that others now name it so is no change of theirs.
import { type Change, changedLists as lists } from "../model/decision-log.js";
import type { ParleyRecord } from "../model/record.js";

export type { Change } from "../model/decision-log.js";

type Line = { readonly id: string } & Readonly<Record<string, unknown>>;
const linesOf = (record: ParleyRecord, list: Change["list"]): readonly Line[] =>
  record[list] as unknown as readonly Line[];

/** Fields that follow from others, or show how a line came about. */
const derived: ReadonlySet<string> = new Set(["why", "novelty", "text", "textHash", "formerly", "facts", "sources"]);

/** Where a line is told first: by it a line with another id is known again. */
function placeOf(line: Line): string {
  for (const name of ["mentions", "evidence"]) {
    const [first] = Array.isArray(line[name]) ? (line[name] as unknown[]) : [];
    if (first !== undefined) return JSON.stringify(first);
  }
  return line.id;
}

/** A few words that tell which line it is. */
function nameOf(line: Line, record: ParleyRecord): string {
  for (const name of ["label", "name", "title", "uri"]) {
    const value = line[name];
    if (typeof value === "string" && value !== "") return value;
  }
  if (typeof line.attribute === "string") return `${line.attribute}: ${line.kind}`;
  const spans = (line.content ?? line.evidence) as readonly { doc: string; start: number; end: number }[] | undefined;
  const span = Array.isArray(spans) ? spans[0] : undefined;
  const text = span && record.documents.find(({ id }) => id === span.doc)?.text.slice(span.start, span.end);
  return text ? `“${text.replace(/\s+/g, " ").slice(0, 100)}”` : line.id;
}

/** New ids of actors and issues that bear another id in `after`. */
export function renamedIds(before: ParleyRecord, after: ParleyRecord): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const list of ["actors", "issues"] as const) {
    const now = new Map(linesOf(after, list).map((line) => [placeOf(line), line.id]));
    const ids = new Set<string>(linesOf(after, list).map(({ id }) => id));
    for (const line of linesOf(before, list)) {
      const id = now.get(placeOf(line));
      if (id !== undefined && id !== line.id && !ids.has(line.id)) found.set(line.id, id);
    }
  }
  return found;
}

/** A value as JSON, with ids as they are now; lists of ids in one order. */
const shown = (value: unknown, ids: ReadonlyMap<string, string>): string =>
  JSON.stringify(value ?? null, (_, inner: unknown) => (typeof inner === "string" ? (ids.get(inner) ?? inner) : inner));

/** What is other in `after` than in `before`. */
export function changesBetween(before: ParleyRecord, after: ParleyRecord): readonly Change[] {
  const ids = renamedIds(before, after);
  return lists.flatMap((list): Change[] => {
    const now = new Map(linesOf(after, list).map((line) => [line.id, line]));
    const known = new Set<string>();
    const old = linesOf(before, list).flatMap((line): Change[] => {
      const id = ids.get(line.id) ?? line.id;
      const other = now.get(id);
      known.add(id);
      if (!other) return [{ list, id: line.id, what: "gone", line: nameOf(line, before), fields: [] }];
      const names = [...new Set([...Object.keys(line), ...Object.keys(other)])].filter((name) => !derived.has(name));
      const fields = names.flatMap((name) => {
        const was = name === "id" ? JSON.stringify(line.id) : shown(line[name], ids);
        const is = shown(other[name], new Map());
        return was === is ? [] : [{ name, before: was, after: is }];
      });
      return fields.length > 0 ? [{ list, id, what: "changed", line: nameOf(other, after), fields }] : [];
    });
    const fresh = [...now.values()].filter(({ id }) => !known.has(id));
    return [
      ...old,
      ...fresh.map((line): Change => ({ list, id: line.id, what: "new", line: nameOf(line, after), fields: [] })),
    ];
  });
}
