// Rows of the ledger of who said what.
import type { Edtf } from "../model/edtf.js";
import type { StatementId } from "../model/ids.js";
import type { Statement } from "../model/record.js";
import type { StatementKind, StatementMode } from "../model/words.js";
import { type Facts, type Filter, filterOf } from "./filter.js";
import type { Citation, Lookup } from "./lookup.js";

export type StatementRow = {
  readonly id: StatementId;
  readonly date: Edtf | null;
  readonly speakers: readonly string[]; // names; the words of the report where nobody is named
  readonly named: boolean;
  readonly mode: StatementMode;
  readonly kind: StatementKind;
  readonly cue: string | null;
  readonly words: string; // the content, parts joined by " … "
  readonly negated: boolean;
  readonly refusal: boolean;
  readonly within: StatementId | null;
  readonly via: readonly string[]; // outermost first
  readonly addressee: string | null;
  readonly channel: string | null;
  readonly headline: boolean;
  readonly outlet: string;
  readonly evidence: Citation; // of the content; of the cue or the speaker where there is none
};

/** Where a statement stands: its content, else its cue, else its speaker. */
function placeOf({ content, cueSpan, speakerSpan }: Statement): Statement["speakerSpan"] {
  const [first, last] = [content[0], content.at(-1)];
  return first && last
    ? { doc: first.doc, start: first.start, end: Math.max(first.end, last.end) }
    : (cueSpan ?? speakerSpan);
}

function speakersOf({ speakers, speakerSpan }: Statement, look: Lookup): readonly string[] {
  return speakers.length > 0 ? look.names(speakers) : speakerSpan ? [look.words(speakerSpan)] : [];
}

/** What a statement is tested on by a filter. */
export function statementFacts(statement: Statement, look: Lookup): Facts {
  const place = placeOf(statement);
  return {
    date: statement.date,
    actors: statement.speakers,
    issues: look.issuesOfStatement(statement.id),
    documents: place ? [place.doc] : [],
    words: [...speakersOf(statement, look), ...statement.content.map(look.words), statement.channel ?? ""],
  };
}

/** One statement as a row; null where it stands nowhere (which the record does not allow). */
export function statementRow(statement: Statement, look: Lookup): StatementRow | null {
  const place = placeOf(statement);
  if (!place) return null;
  const { id, date, mode, kind, negated, refusal, within, channel, headline } = statement;
  return {
    id,
    date,
    speakers: speakersOf(statement, look),
    named: statement.speakers.length > 0,
    mode,
    kind,
    cue: statement.cueSpan && look.words(statement.cueSpan),
    words: statement.content.map(look.words).join(" … "),
    negated,
    refusal,
    within,
    via: statement.via.map(({ name }) => name),
    addressee: statement.addressee && look.name(statement.addressee),
    channel,
    headline,
    outlet: look.outlet(place.doc),
    evidence: look.cite(place),
  };
}

/** Statements in the record's order. */
export function statementRows(look: Lookup, filter: Filter): readonly StatementRow[] {
  const wanted = filterOf(look, filter);
  return look.record.statements
    .filter((statement) => wanted(statementFacts(statement, look)))
    .map((statement) => statementRow(statement, look))
    .filter((row) => row !== null);
}
