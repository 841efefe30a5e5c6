// Runtime schemas of the record, pinned to its types: data from outside is parsed with them at the door, and the published
// JSON Schema (schema/parley-record-1.json) is made from them.
import { z } from "zod";
import { asEdtf, type Edtf } from "./edtf.js";
import { InputError } from "./errors.js";
import type { ActorId, DocumentId, EventId, IssueId, StatementId } from "./ids.js";
import type { ParleyRecord } from "./record.js";
import { isTimexValue } from "./timex.js";
import * as words from "./words.js";

/** A string schema whose type is a branded string. */
const branded = <T extends string>(schema: z.ZodString): z.ZodType<T> => schema as unknown as z.ZodType<T>;
const evidenced = <T extends string>(prefix: string) =>
  branded<T>(z.string().regex(new RegExp(`^${prefix}-[0-9a-f]{12}$`)));
const slug = <T extends string>() => branded<T>(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));

const documentId = evidenced<DocumentId>("d");
const statementId = evidenced<StatementId>("s");
const eventId = evidenced<EventId>("e");
const actorId = slug<ActorId>();
const issueId = slug<IssueId>();
const lineId = (prefix: string) => z.string().regex(new RegExp(`^${prefix}-[0-9a-f]{12}$`));

const isEdtf = (text: string): boolean => asEdtf(text) !== null;
const edtfText = z
  .string()
  .regex(/^[-\d.T:Z+/~?%]+$/)
  .refine(isEdtf, "is no EDTF date");
const date = branded<Edtf>(edtfText as unknown as z.ZodString).describe("EDTF level 1");
const offset = z.int().min(0);
const span = z
  .object({ doc: documentId, start: offset, end: offset })
  .refine((value) => value.start < value.end, "start must be less than end")
  .describe("UTF-16 code units in the document's text, end exclusive");
const spans = z.array(span);
const evidence = spans.min(1);
const score = z.number().min(0).max(1).nullable();
const why = z.object({ rule: z.string(), score });
const decidedBy = z.string().optional();
const text = z.string();
const nullableText = z.string().nullable();

const documentSchema = z.object({
  id: documentId,
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  uri: text,
  title: nullableText,
  outlet: nullableText,
  byline: nullableText,
  published: z.object({ value: date.nullable(), basis: z.enum(words.dateBases), evidence: spans }),
  language: text,
  translatedFrom: nullableText,
  text,
  furniture: z.array(z.object({ span, reason: text })),
  duplicateOf: documentId.nullable(),
  replaces: documentId.nullable(),
  novelty: z.array(z.object({ span, kind: z.enum(["new", "recycled", "background"]), earlier: span.nullable() })),
  decidedBy,
});

const actorSchema = z.object({
  id: actorId,
  kind: z.enum(words.actorKinds),
  name: text,
  aliases: z.array(text),
  roles: z.array(
    z.object({ title: text, of: actorId.nullable(), from: date.nullable(), to: date.nullable(), evidence }),
  ),
  memberOf: z.array(z.object({ actor: actorId, from: date.nullable(), to: date.nullable(), evidence })),
  mentions: evidence,
  why: z.array(why),
  decidedBy,
});

const timexSchema = z.object({
  id: lineId("t"),
  span,
  type: z.enum(words.timexTypes),
  value: text.refine(isTimexValue, "is no TIMEX3 value"),
  mod: nullableText,
  range: nullableText,
  implied: z.array(text),
  why,
});

const statementSchema = z.object({
  id: statementId,
  speakers: z.array(actorId),
  speakerSpan: span.nullable(),
  cueSpan: span.nullable(),
  mode: z.enum(words.statementModes),
  content: spans,
  kind: z.enum(words.statementKinds),
  negated: z.boolean(),
  refusal: z.boolean(),
  within: statementId.nullable(),
  via: z.array(z.object({ actor: actorId.nullable(), name: text, evidence: span })),
  addressee: actorId.nullable(),
  channel: nullableText,
  date: date.nullable(),
  headline: z.boolean(),
  evidence: z.object({ date: span.nullable(), channel: span.nullable() }),
  why,
  decidedBy,
});

const utteranceSchema = z.object({
  id: lineId("u"),
  speakers: z.array(actorId),
  date: date.nullable(),
  statements: z.array(statementId).min(1),
  first: documentId,
  wordings: z.array(z.object({ text, statements: z.array(statementId).min(1) })).min(1),
});

const factFields = ["date", "place", "duration", "format", "round", "outcome", "participants"] as const;
const eventSchema = z.object({
  id: eventId,
  formerly: z.array(eventId),
  kind: z.enum(words.eventKinds),
  plover: nullableText,
  label: text,
  date: date.nullable(),
  status: z.enum(words.eventStatuses),
  basis: z.enum(["told", "claimed"]),
  participants: z.array(z.object({ actor: actorId, role: z.enum(words.participantRoles) })),
  place: nullableText,
  duration: nullableText,
  format: nullableText,
  round: z.number().nullable(),
  outcome: nullableText,
  quantities: z.array(z.object({ value: z.number(), unit: text, what: text, evidence: span })),
  facts: z.array(z.object({ field: z.enum(factFields), value: text, evidence })),
  plan: z.object({ announced: z.array(documentId), fate: z.enum(words.fates) }).nullable(),
  sources: z.object({ reports: z.int().min(1), outlets: z.int().min(0), independent: z.int().min(1) }),
  reports: z
    .array(
      z.object({
        span,
        dateAsTold: date.nullable(),
        statusAsTold: z.enum(words.eventStatuses),
        statement: statementId.nullable(),
      }),
    )
    .min(1),
  why: z.array(why),
  decidedBy,
});

const seriesSchema = z.object({ id: lineId("r"), label: text, events: z.array(eventId).min(1) });
const proposalSchema = z.object({
  id: lineId("o"),
  label: text,
  by: z.array(actorId),
  to: z.array(actorId),
  date: date.nullable(),
  event: eventId.nullable(),
  provisions: z.array(z.object({ issue: issueId, evidence })),
  answers: z.array(z.object({ actor: actorId, stance: z.enum(words.stances), date: date.nullable(), evidence })),
});
const issueSchema = z.object({ id: issueId, label: text, terms: z.array(text), evidence, decidedBy });
const positionSchema = z.object({
  id: lineId("p"),
  issue: issueId,
  actor: actorId,
  stance: z.enum(words.stances),
  basis: z.enum(["declared", "ascribed"]),
  by: z.array(actorId),
  date: date.nullable(),
  evidence,
  statement: statementId.nullable(),
  moved: z.boolean(),
  why,
  decidedBy,
});
const discrepancySchema = z.object({
  id: lineId("x"),
  event: eventId,
  attribute: z.enum(words.discrepancyAttributes),
  kind: z.enum(["contradiction", "difference-in-detail"]),
  values: z.array(z.object({ value: text, evidence })).min(2),
});
const stateSchema = z.object({
  id: lineId("k"),
  between: z.array(actorId).min(1),
  from: date,
  state: z.enum(words.dialogueStates),
  evidence,
});
const problemSchema = z.object({ id: lineId("q"), span, stage: text, reason: text, candidates: z.array(text) });

/** The whole record. */
export const recordSchema = z.object({
  schema: z.literal("parley-record/1"),
  dossier: z.object({ title: text, documents: z.int().min(0), from: date.nullable(), to: date.nullable() }),
  reader: z.object({ version: text, models: z.array(z.object({ name: text, sha256: text })) }),
  documents: z.array(documentSchema),
  actors: z.array(actorSchema),
  timexes: z.array(timexSchema),
  statements: z.array(statementSchema),
  utterances: z.array(utteranceSchema),
  events: z.array(eventSchema),
  series: z.array(seriesSchema),
  proposals: z.array(proposalSchema),
  issues: z.array(issueSchema),
  positions: z.array(positionSchema),
  discrepancies: z.array(discrepancySchema),
  state: z.array(stateSchema),
  problems: z.array(problemSchema),
});

// Pinned: the schema's type and the record's type are each assignable to the other, read-only or not.
type Read<T> = T extends string | number | boolean | null | undefined ? T : { readonly [K in keyof T]: Read<T[K]> };
type Inferred = z.infer<typeof recordSchema>;
type Pinned<A extends B, B> = A;
export type RecordIsSchema = Pinned<Read<ParleyRecord>, Read<Loose<Inferred>>>;
export type SchemaIsRecord = Pinned<Read<Loose<Inferred>>, Read<Loose<ParleyRecord>>>;
/** Optional fields as zod infers them, where undefined may stand. */
type Loose<T> = T extends string | number | boolean | null | undefined
  ? T
  : { [K in keyof T]: undefined extends T[K] ? Loose<Exclude<T[K], undefined>> | undefined : Loose<T[K]> };

/** The JSON Schema (draft 2020-12) that is published as schema/parley-record-1.json; fields may be added, so more are allowed. */
export const recordJsonSchema = (): object => ({
  $id: "https://parley.invalid/schema/parley-record-1.json",
  title: "Parley record, version 1",
  ...z.toJSONSchema(recordSchema, { io: "input" }),
});

/** `input` (parsed JSON) as a record. Throws InputError with the place of the first fault; `where` names the file. */
export function parseRecord(input: unknown, where: string): ParleyRecord {
  const parsed = recordSchema.safeParse(input);
  if (parsed.success) return input as ParleyRecord;
  const [issue] = parsed.error.issues;
  const path = issue && issue.path.length > 0 ? issue.path.map(String).join(".") : "the file";
  throw new InputError(
    `${where}: not a parley-record/1: ${path}: ${issue?.message ?? "invalid"}. Write one with: parley export --format json -o FILE`,
  );
}
