// Decisions as programs write and read them, as schemas: what is asked, and what is told of the log. REST and MCP describe and
// check with them.
import { z } from "zod";
import { decisionSchema } from "../model/decision.js";
import { pageShape } from "./params.js";

const text = z.string();
const reason = text.max(2000).nullable().optional().describe("why");
const dryRun = z.boolean().optional().describe("only say what would change");

/** What is decided: a kind with what it takes. */
export const draftSchema = z.strictObject({
  kind: text.max(100).describe("kind of decision"),
  args: z.array(text.max(10_000)).max(100).describe("ids, names or words of a report, as the kind takes them"),
  date: text.max(100).nullable().optional().describe("the day, for add-statement and set-position"),
  inDocument: text.max(1000).nullable().optional().describe("the one report in which words are looked for"),
  reason,
  dryRun,
});
/** Checked parameters of a decision apart: what is decided, why, and whether it is only tried. */
export function draftIn({
  reason = null,
  dryRun = false,
  date = null,
  inDocument = null,
  ...rest
}: z.output<typeof draftSchema>) {
  return { draft: { ...rest, date, inDocument }, reason, dryRun };
}
/** What is taken back, beside the id of its decision. */
export const undoSchema = z.strictObject({ reason, dryRun });
export const decisionIdShape = { id: text.min(1).max(200).describe("id of the decision, as the log gives it") };

const states = ["in force", "superseded", "without effect"] as const;
export const decisionFilterSchema = z.strictObject({
  state: z.enum(states).optional().describe("only entries of which this became"),
  author: text.max(200).optional().describe("only this person's"),
  kind: text.max(100).optional().describe("only of this kind"),
  ...pageShape,
});

export const logSchema = z.array(decisionSchema);
export const entrySchema = z.object({
  decision: decisionSchema,
  state: z.enum(states),
  why: text.nullable().describe("which entry superseded it; what is not there any more"),
});
export const entriesSchema = z.object({
  total: z.int(),
  offset: z.int(),
  next: z.int().nullable(),
  rows: z.array(entrySchema),
});
const changeSchema = z.object({
  list: text,
  id: text,
  what: z.enum(["new", "gone", "changed"]),
  line: text,
  fields: z.array(z.object({ name: text, before: text.describe("JSON"), after: text.describe("JSON") })),
});
export const decidedSchema = z.object({
  saved: z.boolean(),
  decision: decisionSchema,
  changes: z.array(changeSchema).describe("lines of the record that are new, gone or other"),
});
const alpha = z
  .number()
  .nullable()
  .describe("Krippendorff's alpha; null: nothing differs, or nothing was decided twice");
export const agreementSchema = z.object({
  conflicts: z.array(
    z.object({ field: text, words: text, says: z.array(z.object({ id: text, author: text, value: text })) }),
  ),
  agreement: z.object({
    coders: z.array(text),
    fields: z.array(z.object({ field: text, units: z.int(), alpha })),
    units: z.int(),
    alpha,
  }),
});

type Entry = {
  readonly decision: { readonly author: string; readonly action: { readonly kind: string } };
  readonly state: string;
};

/** The entries that a filter lets through. */
export const filteredEntries = <T extends Entry>(
  entries: readonly T[],
  { state, author, kind }: Omit<z.output<typeof decisionFilterSchema>, "offset" | "limit">,
): readonly T[] =>
  entries.filter(
    (entry) =>
      (state === undefined || entry.state === state) &&
      (author === undefined || entry.decision.author === author) &&
      (kind === undefined || entry.decision.action.kind === kind),
  );
