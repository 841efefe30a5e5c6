// What queries give, as schemas: the doors for programs describe their answers with them; a test holds them to the rows' types.
import { z } from "zod";
import { recordSchema } from "../model/schema.js";
import * as vocabulary from "../model/words.js";

const text = z.string();
const orNull = text.nullable();
const texts = z.array(text);
const whole = z.int().min(0);
const flag = z.boolean();
const date = text.describe("EDTF level 1");
const dateOrNull = date.nullable();

/** A place in a report: its offsets, its words, and the sentence around them. */
export const citation = z.object({
  document: text,
  start: whole,
  end: whole,
  uri: text,
  outlet: orNull,
  published: dateOrNull,
  basis: z.enum(vocabulary.dateBases),
  words: text,
  sentence: text,
});
const evidence = z.array(citation);

export const chronicleRow = z.object({
  id: text,
  date: dateOrNull,
  status: z.enum(vocabulary.eventStatuses),
  fate: z.enum(vocabulary.fates).nullable(),
  basis: z.enum(["told", "claimed"]),
  kind: z.enum(vocabulary.eventKinds),
  label: text,
  place: orNull,
  participants: texts,
  outlets: texts,
  reports: whole,
  independent: whole,
  contradicted: z.array(z.enum(vocabulary.discrepancyAttributes)),
  evidence,
});
export const meetingRow = chronicleRow.extend({
  series: orNull,
  round: z.number().nullable(),
  format: orNull,
  duration: orNull,
  outcome: orNull,
});
export const statementRow = z.object({
  id: text,
  date: dateOrNull,
  speakers: texts,
  named: flag,
  mode: z.enum(vocabulary.statementModes),
  kind: z.enum(vocabulary.statementKinds),
  cue: orNull,
  words: text,
  negated: flag,
  refusal: flag,
  within: orNull,
  via: texts,
  addressee: orNull,
  channel: orNull,
  headline: flag,
  outlet: text,
  evidence: citation,
});
export const positionRow = z.object({
  id: text,
  issue: text,
  issueId: text,
  actor: text,
  stance: z.enum(vocabulary.stances),
  basis: z.enum(["declared", "ascribed"]),
  by: texts,
  date: dateOrNull,
  moved: flag,
  evidence,
});
export const issueRow = z.object({ id: text, label: text, terms: texts, latest: z.array(positionRow), evidence });
const answers = z.array(z.object({ actor: text, stance: z.enum(vocabulary.stances), date: dateOrNull, evidence }));
export const proposalRow = z.object({
  id: text,
  date: dateOrNull,
  label: text,
  by: texts,
  to: texts,
  event: orNull,
  provisions: texts,
  answers,
  pending: texts,
  evidence,
});
export const openRow = z.object({
  id: text,
  label: text,
  demanded: answers,
  offered: answers,
  answered: answers,
  pending: texts,
});
export const actorRow = z.object({
  id: text,
  name: text,
  kind: z.enum(vocabulary.actorKinds),
  aliases: texts,
  roles: z.array(z.object({ title: text, of: orNull, from: dateOrNull, to: dateOrNull })),
  memberOf: texts,
  mentions: whole,
  statements: whole,
  events: whole,
  documents: whole,
  evidence,
});
export const discrepancyRow = z.object({
  id: text,
  event: text,
  date: dateOrNull,
  label: text,
  attribute: z.enum(vocabulary.discrepancyAttributes),
  kind: z.enum(["contradiction", "difference-in-detail"]),
  values: z.array(z.object({ value: text, outlets: texts, evidence })),
});
export const documentRow = z.object({
  id: text,
  published: dateOrNull,
  basis: z.enum(vocabulary.dateBases),
  outlet: orNull,
  title: orNull,
  byline: orNull,
  uri: text,
  language: text,
  translatedFrom: orNull,
  duplicateOf: orNull,
  replaces: orNull,
  statements: whole,
  events: whole,
  sentences: z.object({ new: whole, recycled: whole, background: whole }),
});
export const stateRow = z.object({
  id: text,
  between: texts,
  from: date,
  until: dateOrNull,
  state: z.enum(vocabulary.dialogueStates),
  evidence,
});
export const problemRow = z.object({ id: text, stage: text, reason: text, candidates: texts, evidence: citation });
export const variantRow = z.object({
  id: text,
  date: dateOrNull,
  speakers: texts,
  reports: whole,
  first: text.describe("report that told it first"),
  wordings: z.array(z.object({ text, outlets: texts, statements: texts, evidence })),
});
export const coverageRow = z.object({
  id: text,
  date: dateOrNull,
  label: text,
  told: z.array(
    z.object({ outlet: text, first: flag, otherwise: z.array(z.enum(vocabulary.discrepancyAttributes)), evidence }),
  ),
  leftOut: texts,
});
export const outletRow = z.object({
  outlet: text,
  reports: whole,
  reprints: whole,
  events: whole,
  first: whole.describe("events that it is the first to tell, of those that several outlets tell"),
  alone: whole.describe("events that only it tells"),
  statements: whole,
  documents: texts,
});
export const seriesRow = z.object({
  id: text,
  label: text,
  from: dateOrNull,
  rounds: z.array(
    z.object({ event: text, date: dateOrNull, status: z.enum(vocabulary.eventStatuses), label: text, evidence }),
  ),
});
export const reviewRow = z.object({
  kind: z.enum(["statement", "event", "position", "actor", "problem"]),
  id: text,
  heading: text,
  why: text,
  doubt: z.number().min(0).max(1),
  weight: z.number().describe("how many tellings rest on it"),
  evidence,
});
const attribute = z.enum(vocabulary.discrepancyAttributes);
const differenceKind = z.enum(["contradiction", "difference-in-detail"]);
const as = z.array(z.object({ date: dateOrNull, status: text }));
export const comparison = z.object({
  documents: z.array(z.object({ id: text, outlet: text, title: orNull, published: dateOrNull, uri: text })),
  events: z.array(
    z.object({
      id: text,
      date: dateOrNull,
      label: text,
      verdict: z.enum(["otherwise", "together", "left-out"]),
      statusDisputed: flag,
      differing: z.array(
        z.object({ attribute, kind: differenceKind, values: z.array(z.object({ value: text, evidence })) }),
      ),
      tellings: z.array(
        z.object({
          document: text,
          silent: texts.describe("what another report tells and this one does not"),
          as,
          evidence,
        }),
      ),
    }),
  ),
  words: z.array(
    z.object({
      utterance: orNull,
      date: dateOrNull,
      speakers: texts,
      tellings: z.array(z.object({ document: text, statements: texts, evidence })),
    }),
  ),
  repeated: z
    .array(z.object({ document: text, of: text, evidence }))
    .describe("sentences that an earlier report tells"),
});
export const foundRow = z.object({
  kind: z.enum(["event", "statement", "actor", "issue", "document"]),
  id: text,
  head: text,
  evidence,
});

export const eventLine = meetingRow.omit({ id: true }).extend({
  id: text,
  formerly: texts,
  roles: z.array(z.object({ actor: text, name: text, role: z.enum(vocabulary.participantRoles) })),
  facts: z.array(z.object({ field: text, value: text, evidence })),
  quantities: z.array(z.object({ value: z.number(), unit: text, what: text, evidence: citation })),
  discrepancies: z.array(discrepancyRow),
});
export const actorLine = actorRow.extend({
  statementIds: texts,
  eventIds: texts,
  positions: z.array(positionRow),
});
/** A report as the record has it, with its text and what is furniture or new in it. */
export const documentLine = recordSchema.shape.documents.element;
export const explanation = z.object({
  id: text,
  kind: text,
  heading: text,
  facts: z.array(z.object({ name: text, value: text })),
  evidence: z.array(z.object({ of: text, citation })),
  rules: z.array(z.object({ rule: text, because: orNull, score: z.number().nullable(), sentence: text })),
  decidedBy: orNull,
  related: z.array(z.object({ id: text, kind: text, heading: text })),
});
const briefLines = z.array(z.object({ text, sources: z.array(whole), evidence }));
export const brief = z.object({
  title: text,
  background: briefLines,
  fresh: briefLines,
  moved: briefLines,
  ahead: briefLines,
  sources: z.array(z.object({ number: whole, document: text, outlet: text, title: orNull, published: dateOrNull })),
});
