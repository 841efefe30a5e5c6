// Decisions on documents and their readings, before linking: whose words stand where, what is furniture, of which outlet and
// day a report is. What crosses documents is left to link/, with its words where they stand now. Pure.
import type { Action, Decision, KnownDecision, Pointed } from "../model/decision.js";
import { inForce, isKnown, supersededBy } from "../model/decision-log.js";
import type { Document } from "../model/document.js";
import type { LocalActor, Reading } from "../model/reading.js";
import { placed } from "./anchor.js";
import { movedAction } from "./points.js";
import { unread } from "./prune.js";
import { actorAt, decidedReading, type Input, type InReading } from "./readings.js";

/** A decision that has no effect, and why, in one sentence. */
export type Unmatched = { readonly id: string; readonly why: string };
export type Applied<T> = {
  readonly inputs: readonly T[];
  /** The decisions in force that were found, their words where they stand now. */
  readonly decisions: readonly KnownDecision[];
  readonly unmatched: readonly Unmatched[];
};
/** Reads a document anew, whose day or furniture a person has set. */
type Read = (document: Document) => Reading;

const inDocument = ["mark-furniture", "set-published", "set-outlet"] as const;
const inReading: ReadonlySet<string> = new Set([
  "reject-statement",
  "attribute-statement",
  "date-statement",
  "add-statement",
  "split-actor",
]);
const isInReading = (action: Action): action is InReading => inReading.has(action.kind);

function changedDocument(document: Document, action: Action, { span }: Pointed): Document {
  switch (action.kind) {
    case "mark-furniture": {
      const furniture = [...document.furniture, { start: span.start, end: span.end, reason: "decision" }];
      return { ...document, furniture: furniture.sort((a, b) => a.start - b.start || b.end - a.end) };
    }
    case "set-published":
      return {
        ...document,
        published: { value: action.date, basis: action.date === null ? "unknown" : "stated", evidence: [] },
      };
    case "set-outlet":
      return { ...document, outlet: action.outlet };
    default:
      return document;
  }
}

/** The inputs with what persons decided on documents as a whole; `read` reads those anew whose day they set. */
function withDocuments<T extends Input>(inputs: readonly T[], decisions: readonly KnownDecision[], read: Read | null) {
  const changed = new Map(inputs.map((input) => [input.document.id, input]));
  for (const kind of inDocument)
    for (const { action } of decisions) {
      if (action.kind !== kind) continue;
      for (const point of kind === "mark-furniture" ? action.on : action.on.slice(0, 1)) {
        const input = changed.get(point.span.doc);
        if (!input) continue;
        const document = changedDocument(input.document, action, point);
        const reading = kind === "mark-furniture" ? unread(input.reading, point.span) : input.reading;
        const again = kind === "set-published" && read ? read(document) : reading;
        changed.set(document.id, { ...input, document, reading: again });
      }
    }
  return changed;
}

/** The inputs on the days that persons set, their readings as they were: for what only asks when reports are of. */
export function withDays<T extends Input>(inputs: readonly T[], decisions: readonly Decision[]): readonly T[] {
  const { found } = placeDecisions(
    inputs.map(({ document }) => document),
    decisions.filter(({ action }) => action.kind === "set-published" || action.kind === "withdraw"),
  );
  if (found.length === 0) return inputs;
  const changed = withDocuments(inputs, found, null);
  return inputs.map((input) => changed.get(input.document.id) ?? input);
}

/** Why a decision has no effect on any document; null: it is not of a kind that would. */
function applyOne<T extends Input>(inputs: Map<string, T>, { id, author, action }: KnownDecision): Unmatched[] {
  if (!isInReading(action)) return [];
  const elsewhere = (pointed: Pointed): LocalActor | null => {
    const reading = inputs.get(pointed.span.doc)?.reading;
    const actor = reading ? actorAt(reading, pointed) : null;
    return actor === null ? null : (reading?.actors[actor] ?? null);
  };
  const documents = new Set(action.on.map(({ span }) => span.doc));
  return [...documents].flatMap((doc): Unmatched[] => {
    const input = inputs.get(doc);
    if (!input) return [];
    const reading = decidedReading(input, action, author, elsewhere);
    if (typeof reading === "string") return [{ id, why: `${reading} (“${action.on[0]?.words ?? ""}”)` }];
    inputs.set(doc, { ...input, reading });
    return [];
  });
}

const quote = (words: string): string => `“${words.length > 80 ? `${words.slice(0, 80)}…` : words}”`;

/** The decisions in force with their words where they stand now, and those whose words are not there. */
export function placeDecisions(
  documents: readonly Document[],
  decisions: readonly Decision[],
): { readonly found: readonly KnownDecision[]; readonly unmatched: readonly Unmatched[] } {
  const byId = new Map<string, Document>(documents.map((document) => [document.id, document]));
  const ended = supersededBy(decisions);
  const found: KnownDecision[] = [];
  const unmatched: Unmatched[] = decisions
    .filter((decision) => !isKnown(decision) && !ended.has(decision.id))
    .map(({ id, action }) => ({ id, why: `this version of Parley does not know what “${action.kind}” does` }));
  for (const decision of inForce(decisions)) {
    const action = movedAction(decision.action, (pointed) => placed(pointed, byId));
    if ("missing" in action)
      unmatched.push({
        id: decision.id,
        why: `its words are in no document, or not for sure: ${action.missing.map(quote).join(", ")}`,
      });
    else found.push({ ...decision, action });
  }
  return { found, unmatched };
}

/** Inputs of linking after all decisions on documents and readings, and what is left for linking. */
export function applyDecisions<T extends Input>(
  inputs: readonly T[],
  decisions: readonly Decision[],
  read: Read | null = null,
): Applied<T> {
  if (decisions.length === 0) return { inputs, decisions: [], unmatched: [] };
  const { found, unmatched } = placeDecisions(
    inputs.map(({ document }) => document),
    decisions,
  );
  const changed = withDocuments(inputs, found, read);
  const more = found.flatMap((decision) => applyOne(changed, decision));
  return {
    inputs: inputs.map((input) => changed.get(input.document.id) ?? input),
    decisions: found,
    unmatched: [...unmatched, ...more],
  };
}
