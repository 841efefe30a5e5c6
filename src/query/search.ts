// Search over a record alone: lines that hold all words asked for, whatever their case and accents; words in quotation marks in
// this order. Best first: more of the words in the line's own name, then the shorter line.
import type { ParleyRecord } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { Lookup } from "./lookup.js";
import { foldName } from "./names.js";

export type SearchKind = "event" | "statement" | "actor" | "issue" | "document";
/** A line as search sees it: `head` is what it is called, `words` what it holds, `place` where its words stand. */
export type Entry = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly head: string;
  readonly words: string;
  readonly place: Span | null;
};
/** A line with its head and its words as they are compared. */
type Folded = { readonly entry: Entry; readonly head: string; readonly words: string };
export type Found = { readonly entry: Entry; readonly score: number };

/** Every line of a record that can be found, in the record's order. */
export function searchEntries({ record, words, names }: Lookup): readonly Entry[] {
  const { events, statements, actors, issues, documents } = record;
  return [
    ...events.map(({ id, label, reports }): Entry => {
      const first = reports[0]?.span ?? null;
      return { kind: "event", id, head: label, words: first === null ? "" : words(first), place: first };
    }),
    ...statements.flatMap(({ id, speakers, speakerSpan, content }): Entry[] => {
      const first = content[0];
      const who = speakers.length > 0 ? names(speakers).join(", ") : speakerSpan === null ? "" : words(speakerSpan);
      return first ? [{ kind: "statement", id, head: who, words: content.map(words).join(" … "), place: first }] : [];
    }),
    ...actors.map(
      ({ id, name, aliases, roles }): Entry => ({
        kind: "actor",
        id,
        head: name,
        words: [...aliases, ...roles.map(({ title }) => title)].join(", "),
        place: null,
      }),
    ),
    ...issues.map(
      ({ id, label, terms }): Entry => ({ kind: "issue", id, head: label, words: terms.join(", "), place: null }),
    ),
    ...documents.map(
      ({ id, title, uri, outlet, text }): Entry => ({
        kind: "document",
        id,
        head: title ?? uri,
        words: `${outlet ?? ""} ${text}`,
        place: null,
      }),
    ),
  ];
}

/** The parts of what was asked for: words, and phrases in quotation marks, folded. */
export function termsOf(asked: string): readonly string[] {
  const parts = asked.match(/"[^"]*"|[^\s"]+/g) ?? [];
  return [...new Set(parts.map((part) => foldName(part.replaceAll('"', ""))).filter((part) => part !== ""))].slice(
    0,
    12,
  );
}

const foldedOf = new WeakMap<ParleyRecord, readonly Folded[]>();

function folded(look: Lookup): readonly Folded[] {
  const known = foldedOf.get(look.record);
  if (known) return known;
  const made = searchEntries(look).map(
    (entry): Folded => ({ entry, head: foldName(entry.head), words: foldName(entry.words) }),
  );
  foldedOf.set(look.record, made);
  return made;
}

const weight: Readonly<Record<SearchKind, number>> = { event: 5, actor: 5, issue: 5, statement: 3, document: 1 };

/** Lines that hold all words asked for, best first. Nothing asked for: none. */
export function searchRecord(look: Lookup, asked: string): readonly Found[] {
  const terms = termsOf(asked);
  if (terms.length === 0) return [];
  return folded(look)
    .flatMap(({ entry, head, words }): Found[] => {
      let inHead = 0;
      for (const term of terms) {
        if (head.includes(term)) inHead++;
        else if (!words.includes(term)) return [];
      }
      const length = head.length + words.length;
      return [{ entry, score: weight[entry.kind] + 4 * (inHead / terms.length) + 1 / (1 + length / 400) }];
    })
    .toSorted((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}
