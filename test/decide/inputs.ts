// The invented dossier of the tests of linking, with a report on two issues, and what is made of decisions on it.
import { type Applied, applyDecisions } from "../../src/decide/apply.js";
import { draftOf } from "../../src/decide/draft.js";
import { linkWords } from "../../src/lang/en/link.js";
import type { LinkInput } from "../../src/link/input.js";
import { link } from "../../src/link/link.js";
import { type Action, type Decision, parseAction } from "../../src/model/decision.js";
import type { Edtf } from "../../src/model/edtf.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { dossier } from "../link/dossier.js";
import { told } from "../link/told.js";

const bay = told(
  {
    uri: "f-bay.txt",
    published: "2031-06-05",
    outlet: "The Anvil",
    text:
      "Veldonia demands free passage for trawlers. Ostrania rejects free passage for trawlers. Ostrania demands a fishing ban in the bay. " +
      "Share this page with friends of Veldonia. “Nothing is agreed,” Tessen told a radio on June 4. The bay remains closed, Marlow added.",
    actors: [
      { name: "Veldonia", key: "state:VE" },
      { name: "Ostrania", key: "state:OS" },
      { name: "Tessen", kind: "person" },
      { name: "Marlow", kind: "person" },
    ],
    says: [{ who: ["Marlow"], cue: "added", content: ["The bay remains closed"] }],
  },
  [
    { who: "Veldonia", stance: "demands", term: "free passage for trawlers" },
    { who: "Ostrania", stance: "rejects", term: "free passage for trawlers" },
    { who: "Ostrania", stance: "demands", term: "a fishing ban in the bay" },
  ],
);
export const inputs: readonly LinkInput[] = [...dossier, bay];
const options = { title: "A test", reader: "by hand", words: linkWords() };

/** What decisions make of inputs. */
export function decided(
  decisions: readonly Decision[],
  given: readonly LinkInput[] = inputs,
): { readonly record: ParleyRecord; readonly applied: Applied<LinkInput> } {
  const applied = applyDecisions(given, decisions);
  return { record: link(applied.inputs, applied.decisions, options), applied };
}
export const base = decided([]).record;

/** The action that is written so about a record. */
export const actionOf = (
  kind: string,
  args: readonly string[],
  more: { readonly record?: ParleyRecord; readonly in?: string; readonly date?: string } = {},
): Action => {
  const record = more.record ?? base;
  const inDocument = record.documents.find(({ uri }) => uri === more.in) ?? null;
  return parseAction(draftOf({ record, inDocument }, kind, { args, date: (more.date as Edtf | undefined) ?? null }));
};

/** Entry number `nth` of a log. */
export const entry = (
  nth: number,
  action: Decision["action"],
  more: { readonly author?: string; readonly supersedes?: string | null } = {},
): Decision => ({
  id: `c-${String(nth).padStart(4, "0")}`,
  at: new Date(Date.UTC(2031, 5, 10) + nth * 1000).toISOString(),
  author: more.author ?? "Ada",
  reason: null,
  supersedes: more.supersedes ?? null,
  action,
});

/** The id of the one statement, event or position with these words in its evidence. */
export function lineWith(words: string, list: "statements" | "events" | "positions", record = base): string {
  const textOf = new Map<string, string>(record.documents.map(({ id, text }) => [id, text]));
  const spansOf = (line: (typeof record)[typeof list][number]) =>
    "content" in line ? line.content : "reports" in line ? line.reports.map(({ span }) => span) : line.evidence;
  const found = record[list].filter((line) =>
    spansOf(line).some(({ doc, start, end }) => textOf.get(doc)?.slice(start, end).includes(words)),
  );
  if (found.length !== 1 || !found[0]) throw new RangeError(`${found.length} ${list} have “${words}”`);
  return found[0].id;
}
