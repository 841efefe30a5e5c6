// What a language model may write: a person's corrections, under the name of whoever gave it the token. Each is a tool with its
// effect as the answer. Knows no protocol.
import type { z } from "zod";
import { kindsOfDecisions } from "../decide/draft.js";
import type { Dossier } from "../dossier.js";
import { InputError } from "../model/errors.js";
import {
  decidedSchema,
  decisionFilterSchema,
  decisionIdShape,
  draftIn,
  draftSchema,
  entriesSchema,
  filteredEntries,
  undoSchema,
} from "../query/decisions.js";
import { limitOf } from "../query/params.js";
import { page } from "../query/queries.js";
import type { Told } from "./ask.js";

export type Writing = {
  readonly dossier: Pick<Dossier, "decide" | "undecide" | "decisionLog">;
  /** Under whose name decisions are kept. */
  readonly author: string;
  /** Now, as ISO time in UTC. */
  readonly now: () => string;
};
export type WritingTool = {
  readonly name: string;
  readonly about: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  readonly writes: boolean;
  readonly run: (params: unknown) => Promise<Told>;
};

export const writingInstructions = `You may correct the record, as {author}. Do so only when you are asked to. Call "decide" with dryRun first, show what would change, and decide when it is agreed; say why in "reason". Every decision can be taken back with "undecide".`;

const kindLines = kindsOfDecisions.map(({ kind, takes, about }) => `${kind}: ${takes} (${about})`).join("\n");
const logInput = decisionFilterSchema.extend({ limit: limitOf(20) });
const undoInput = undoSchema.extend(decisionIdShape);

/** What is no fault of the tool, in words. */
async function told(run: () => Promise<object>): Promise<Told> {
  try {
    return { answer: await run() };
  } catch (error) {
    if (error instanceof InputError) return { error: error.message };
    throw error;
  }
}

/** The tools of who may write. */
export const writingTools = ({ dossier, author, now }: Writing): readonly WritingTool[] => [
  {
    name: "decisions",
    about: "the log of corrections, with what became of each",
    input: logInput,
    output: entriesSchema,
    writes: false,
    run: (params) =>
      told(async () => {
        const filter = logInput.parse(params);
        return page(filteredEntries((await dossier.decisionLog()).entries, filter), filter);
      }),
  },
  {
    name: "decide",
    about: `corrects the record; with dryRun only says what that would change. Kinds, and what the arguments of each are:\n${kindLines}\nA line is named by its id, an actor by its name too, words of a report as they stand in it`,
    input: draftSchema,
    output: decidedSchema,
    writes: true,
    run: (params) =>
      told(async () => {
        const { draft, reason, dryRun } = draftIn(draftSchema.parse(params));
        return { saved: !dryRun, ...(await dossier.decide(draft, { author, at: now(), reason, dryRun })) };
      }),
  },
  {
    name: "undecide",
    about: "takes a correction back; it stays in the log",
    input: undoInput,
    output: decidedSchema,
    writes: true,
    run: (params) =>
      told(async () => {
        const { id, reason = null, dryRun = false } = undoInput.parse(params);
        return { saved: !dryRun, ...(await dossier.undecide(id, { author, at: now(), reason, dryRun })) };
      }),
  },
];
