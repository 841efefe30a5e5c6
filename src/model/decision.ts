// A person's correction: an entry of the append-only decisions log. It points at spans with their words (and a little of what
// stands around them, as a TextQuoteSelector of Web Annotation does), never at derived ids, so that it holds after the
// documents are read again. The schema is for what comes from outside; entries of older versions are kept as they are.
import { z } from "zod";
import { asEdtf, type Edtf } from "./edtf.js";
import { InputError } from "./errors.js";
import type { DocumentId } from "./ids.js";
import { actorKinds, confirmedKinds, eventKinds, stances } from "./words.js";

const branded = <T extends string>(schema: z.ZodString): z.ZodType<T> => schema as unknown as z.ZodType<T>;
const offset = z.int().min(0);
const span = z
  .object({ doc: branded<DocumentId>(z.string().regex(/^d-[0-9a-f]{12}$/)), start: offset, end: offset })
  .refine(({ start, end }) => start < end, "start must be less than end");
const pointed = z.object({
  span,
  words: z.string().min(1),
  before: z.string().optional(),
  after: z.string().optional(),
});
const some = z.array(pointed).min(1);
const several = z.array(pointed).min(2);
const any = z.array(pointed);
const date = branded<Edtf>(
  z.string().refine((text) => asEdtf(text) !== null, "is no EDTF date") as unknown as z.ZodString,
).nullable();
const name = z.string().trim().min(1).max(200);

const actionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("merge-actors"), on: several }),
  z.object({ kind: z.literal("split-actor"), on: some, from: any }), // `on` is an actor apart from `from`
  z.object({ kind: z.literal("rename-actor"), on: some, name }),
  z.object({ kind: z.literal("retype-actor"), on: some, to: z.enum(actorKinds) }),
  z.object({ kind: z.literal("speaks-for"), on: some, groups: any }), // no groups: for itself
  z.object({ kind: z.literal("reject-statement"), on: some }),
  z.object({ kind: z.literal("attribute-statement"), on: some, speakers: any }), // no speakers: nobody named
  z.object({ kind: z.literal("date-statement"), on: some, date }),
  z.object({ kind: z.literal("add-statement"), on: some, speakers: any, date }),
  z.object({ kind: z.literal("merge-events"), on: several }),
  z.object({ kind: z.literal("split-event"), on: some, from: any }),
  z.object({ kind: z.literal("date-event"), on: some, date }),
  z.object({ kind: z.literal("retype-event"), on: some, to: z.enum(eventKinds) }),
  z.object({ kind: z.literal("reject-event"), on: some }),
  z.object({ kind: z.literal("name-issue"), on: some, name }),
  z.object({ kind: z.literal("merge-issues"), on: several }),
  z.object({ kind: z.literal("define-issue"), on: some, name }),
  z.object({
    kind: z.literal("set-position"),
    on: some,
    actor: pointed,
    issue: pointed,
    stance: z.enum(stances),
    date,
  }),
  z.object({ kind: z.literal("reject-position"), on: some, actor: pointed, issue: pointed }),
  z.object({ kind: z.literal("mark-furniture"), on: some }),
  z.object({ kind: z.literal("set-published"), on: some, date }),
  z.object({ kind: z.literal("set-outlet"), on: some, outlet: name.nullable() }),
  z.object({ kind: z.literal("confirm"), on: some, line: z.enum(confirmedKinds) }), // what was read here is right
  z.object({ kind: z.literal("withdraw"), on: z.array(pointed).max(0) }), // only ends what it supersedes
]);
/** An entry of an older version, or of a newer one: kept and listed, without effect. */
const otherSchema = z.looseObject({ kind: z.string(), on: any, value: z.string().nullable() });

const entry = {
  id: z.string().min(1).max(100),
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/, "is no time in UTC"),
  author: z.string().trim().min(1).max(200),
  reason: z.string().nullable(),
  supersedes: z.string().nullable(),
};
/** An entry of the log, as programs describe it. */
export const decisionSchema = z.object({ ...entry, action: z.union([actionSchema, otherSchema]) });

type Fixed<T> = T extends string | number | null | undefined ? T : { readonly [K in keyof T]: Fixed<T[K]> };

/** A stretch of text with its words, and up to 32 characters before and after it, by which the right one of several is found. */
export type Pointed = Fixed<z.infer<typeof pointed>>;
/** What is decided, by `kind`. `on`: the words that it is about. */
export type Action = Fixed<z.infer<typeof actionSchema>>;
export type OtherAction = { readonly kind: string; readonly on: readonly Pointed[]; readonly value: string | null };
/** An entry of the log: what somebody decided, when and why; `supersedes`: the entry in whose place it stands. */
export type Decision = {
  readonly id: string;
  readonly at: string; // UTC
  readonly author: string;
  readonly reason: string | null;
  readonly supersedes: string | null;
  readonly action: Action | OtherAction;
};
/** A decision of a kind that this version knows. */
export type KnownDecision = Omit<Decision, "action"> & { readonly action: Action };

const faultOf = (error: z.ZodError): string => {
  const [issue] = error.issues;
  const path = issue && issue.path.length > 0 ? `${issue.path.map(String).join(".")}: ` : "";
  return `${path}${issue?.message ?? "invalid"}`;
};

/** `input` as an action that this version knows. Throws InputError. */
export function parseAction(input: unknown): Action {
  const parsed = actionSchema.safeParse(input);
  if (!parsed.success) throw new InputError(`no decision can be made of this: ${faultOf(parsed.error)}`);
  return parsed.data;
}

/** `input` (parsed JSON) as a log of decisions. Throws InputError with the place of the first fault; `where` names the file. */
export function parseDecisions(input: unknown, where: string): readonly Decision[] {
  const parsed = z.array(decisionSchema).safeParse(input);
  if (!parsed.success)
    throw new InputError(
      `${where}: no log of decisions: ${faultOf(parsed.error)}. Write one with: parley decisions export > FILE`,
    );
  return parsed.data as readonly Decision[];
}
