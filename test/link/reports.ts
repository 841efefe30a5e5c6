// Hand-made readings for the tests of linking: a report's text with what a reader would have found in it, named by its words.

import type { LinkInput } from "../../src/link/input.js";
import { edtf } from "../../src/model/edtf.js";
import type { Attribution, EventMention, LocalActor, Reading } from "../../src/model/reading.js";
import type { Range } from "../../src/model/span.js";
import type { ActorKind, EventKind, EventStatus, ParticipantRole } from "../../src/model/words.js";
import { paragraphRanges, plainSentenceWords, sentenceRanges } from "../../src/text/sentences.js";
import { ingestlessDocument } from "./documents.js";

export type ActorDraft = {
  readonly name: string;
  readonly kind?: ActorKind;
  readonly key?: string;
  readonly forms?: readonly string[];
  readonly of?: string;
  readonly office?: string; // the name of another actor of the report; the words of its office
};
export type EventDraft = {
  readonly clause: string;
  readonly trigger: string;
  readonly kind?: EventKind;
  readonly date?: string;
  readonly on?: string;
  readonly status?: EventStatus;
  readonly who?: readonly (string | readonly [string, ParticipantRole])[];
  readonly place?: string;
  readonly lasted?: readonly [words: string, value: string, mod?: string];
  readonly round?: readonly [words: string, number: number];
  readonly outcome?: string;
  readonly object?: string;
  readonly sums?: number;
  readonly counts?: readonly (readonly [words: string, value: number, unit: string, what: string])[];
  readonly within?: number;
  readonly refersTo?: number;
  readonly format?: string;
};
export type SayingDraft = {
  readonly who: readonly string[];
  readonly source?: string;
  readonly cue: string;
  readonly content: readonly string[];
  readonly date?: string;
  readonly on?: string;
  readonly via?: string;
  readonly negated?: boolean;
};
export type ReportDraft = {
  readonly uri: string;
  readonly published: string | null;
  readonly outlet?: string;
  readonly text: string;
  readonly actors?: readonly ActorDraft[];
  readonly events?: readonly EventDraft[];
  readonly says?: readonly SayingDraft[];
  readonly past?: readonly string[];
};

const sentenceWords = {
  ...plainSentenceWords,
  saying: new Set(["said", "told"]),
};

/** Where words stand in a text. Throws where they do not: a mistake of the test. */
function find(text: string, words: string, from = 0): Range {
  const start = text.indexOf(words, from);
  if (start < 0) throw new RangeError(`"${words}" is not in the report`);
  return { start, end: start + words.length };
}

function occurrences(text: string, words: string): Range[] {
  const ranges: Range[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (!/\p{L}/u.test(text.charAt(start - 1)) && !/\p{L}/u.test(text.charAt(end))) ranges.push({ start, end });
  }
  return ranges;
}

function actorsOf(text: string, drafts: readonly ActorDraft[]): LocalActor[] {
  const local = (name: string): number => drafts.findIndex((draft) => draft.name === name);
  return drafts.map(({ name, kind = "state", key, forms = [], of, office }) => ({
    kind,
    name,
    key: key ?? null,
    forms: [name, ...forms],
    roles: office ? [{ title: office, of: of ? local(of) : null, ...find(text, office) }] : [],
    memberOf: of ? [{ actor: local(of), evidence: find(text, office ?? name) }] : [],
  }));
}

const rule = { rule: "by hand", score: null };

/** A document with the reading that a draft describes. */
export function report(draft: ReportDraft): LinkInput {
  const { text, actors: actorDrafts = [] } = draft;
  const document = ingestlessDocument(draft);
  const actors = actorsOf(text, actorDrafts);
  const local = (name: string): number => {
    const index = actorDrafts.findIndex((actor) => actor.name === name || actor.forms?.includes(name));
    if (index < 0) throw new RangeError(`nobody is called "${name}"`);
    return index;
  };
  const taken: Range[] = [];
  const mentions = actors
    .flatMap((actor, index) =>
      actor.forms.flatMap((form) =>
        occurrences(text, form).map((range) => ({ ...range, form: "name" as const, actor: index, why: rule })),
      ),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter(
      (mention) =>
        !taken.some((other) => other.start < mention.end && mention.start < other.end) && taken.push(mention) > 0,
    )
    .sort((a, b) => a.start - b.start);
  const events = (draft.events ?? []).map((event): EventMention => {
    const clause = find(text, event.clause);
    const inside = (words: string): Range => find(text, words, clause.start);
    const at = <T extends object>(words: string | undefined, more: T): (Range & T) | null =>
      words === undefined ? null : { ...inside(words), ...more };
    return {
      ...clause,
      trigger: inside(event.trigger),
      kind: event.kind ?? "meeting",
      plover: null,
      date: event.date ? edtf(event.date) : null,
      dateEvidence: event.on ? inside(event.on) : null,
      status: event.status ?? "happened",
      participants: (event.who ?? []).map((one) => {
        const [name, role] = typeof one === "string" ? [one, "participant" as const] : one;
        return { actor: local(name), role, evidence: find(text, name, 0) };
      }),
      place: at(event.place, { name: event.place ?? "" }),
      duration: at(event.lasted?.[0], { value: event.lasted?.[1] ?? "", mod: event.lasted?.[2] ?? null }),
      format: at(event.format, { name: event.format ?? "" }),
      round: at(event.round?.[0], { number: event.round?.[1] ?? 0 }),
      outcome: at(event.outcome, { name: event.outcome ?? "" }),
      quantities: (event.counts ?? []).map(([words, value, unit, what]) => ({
        value,
        unit,
        what,
        evidence: inside(words),
      })),
      object: event.object ? inside(event.object) : null,
      sums: event.sums ?? null,
      attribution: event.within ?? null,
      refersTo: event.refersTo ?? null,
      why: rule,
    };
  });
  const attributions = (draft.says ?? []).map(
    (saying): Attribution => ({
      speakers: saying.who.map(local),
      source: find(text, saying.source ?? saying.who[0] ?? saying.cue),
      cue: find(text, saying.cue),
      cueLemma: null,
      mode: "speech",
      content: saying.content.map((words) => find(text, words)),
      kind: "indirect",
      negated: saying.negated ?? false,
      refusal: false,
      within: null,
      via: saying.via ? [{ actor: null, name: saying.via, evidence: find(text, saying.via) }] : [],
      addressee: null,
      channel: null,
      date: saying.date && saying.on ? { value: edtf(saying.date), evidence: find(text, saying.on) } : null,
      headline: false,
      why: rule,
    }),
  );
  const sentences = paragraphRanges(text).flatMap((within, paragraph) =>
    sentenceRanges(text, within, sentenceWords).map((range) => ({ ...range, paragraph, role: "body" as const })),
  );
  const reading: Reading = {
    document: document.id,
    reader: "by hand",
    sentences,
    timexes: [],
    actors,
    mentions,
    attributions,
    events,
    stances: [],
    background: (draft.past ?? []).map((words) => find(text, words)),
    problems: [],
  };
  return { document, reading };
}
