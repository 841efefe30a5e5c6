// TimeML 1.2.1: every report with its time expressions as TIMEX3 and the words of saying as reporting events, tied to the
// time when it was said. One <TimeML> a report, as TimeML has it; packed in one file under a root of our own.
import type { ParleyRecord, RecordDocument, RecordTimex, Statement } from "../model/record.js";
import type { Range } from "../model/span.js";
import { groupBy } from "../query/group.js";
import { attributes, escapeXml } from "./xml.js";

/** Something marked in the text of a report: where, and the tag around it. */
type Tag = Range & { readonly element: string; readonly attributes: string };

/** Modifiers that TimeML knows. */
const modifiers: ReadonlySet<string> = new Set([
  "BEFORE",
  "AFTER",
  "ON_OR_BEFORE",
  "ON_OR_AFTER",
  "LESS_THAN",
  "MORE_THAN",
  "EQUAL_OR_LESS",
  "EQUAL_OR_MORE",
  "START",
  "MID",
  "END",
  "APPROX",
]);

const timexTag = ({ span, type, value, mod, implied }: RecordTimex, tid: string): Tag => ({
  start: span.start,
  end: span.end,
  element: "TIMEX3",
  attributes: attributes({
    tid,
    type,
    value,
    mod: mod !== null && modifiers.has(mod) ? mod : null,
    functionInDocument: "NONE",
    temporalFunction: String(implied.length > 0),
  }),
});

/** Tags in order of the text, without those that would cross or hold one that stands before them. */
function apart(tags: readonly Tag[]): readonly Tag[] {
  const kept: Tag[] = [];
  for (const tag of [...tags].sort((a, b) => a.start - b.start || b.end - a.end))
    if (tag.start >= (kept.at(-1)?.end ?? 0)) kept.push(tag);
  return kept;
}

function marked(text: string, tags: readonly Tag[]): string {
  let [written, at] = ["", 0];
  for (const { start, end, element, attributes: own } of tags) {
    written += `${escapeXml(text.slice(at, start))}<${element}${own}>${escapeXml(text.slice(start, end))}</${element}>`;
    at = end;
  }
  return written + escapeXml(text.slice(at));
}

/** When the report was published: the creation time of the document, which is its t0. */
function creationTime(document: RecordDocument): string {
  const { value } = document.published;
  if (value === null) return "";
  const own = attributes({
    tid: "t0",
    type: "DATE",
    value,
    functionInDocument: "PUBLICATION_TIME",
    temporalFunction: "false",
  });
  return `<DCT><TIMEX3${own}>${escapeXml(value)}</TIMEX3></DCT>\n`;
}

/** Instances of the reporting events, and links of those that have a date of their own to the words that give it. */
function linksOf(
  reporting: readonly { readonly statement: Statement; readonly eid: string; readonly eiid: string }[],
  tidAt: ReadonlyMap<string, string>,
): string {
  const instances = reporting.map(
    ({ statement, eid, eiid }) =>
      `<MAKEINSTANCE${attributes({ eiid, eventID: eid, tense: "NONE", aspect: "NONE", pos: "VERB", polarity: statement.refusal ? "NEG" : "POS" })}/>\n`,
  );
  const links = reporting.flatMap(({ statement, eiid }) => {
    const date = statement.evidence.date;
    const tid = date ? tidAt.get(`${date.start},${date.end}`) : undefined;
    return tid === undefined ? [] : [{ eventInstanceID: eiid, relatedToTime: tid, relType: "IS_INCLUDED" }];
  });
  return [
    ...instances,
    ...links.map((link, index) => `<TLINK${attributes({ lid: `l${index + 1}`, ...link })}/>\n`),
  ].join("");
}

function documentXml(
  document: RecordDocument,
  timexes: readonly RecordTimex[],
  statements: readonly Statement[],
): string {
  const { id, title, outlet, uri, text } = document;
  const times = timexes.map((timex, index) => timexTag(timex, `t${index + 1}`));
  const tidAt = new Map(timexes.map(({ span }, index) => [`${span.start},${span.end}`, `t${index + 1}`]));
  const said = statements.flatMap((statement) => {
    const cue = statement.cueSpan;
    const isFree = cue !== null && !times.some(({ start, end }) => start < cue.end && cue.start < end);
    return cue !== null && isFree ? [{ statement, cue }] : [];
  });
  const first = new Map<number, (typeof said)[number]>(); // two statements may share one cue
  for (const one of said) if (!first.has(one.cue.start)) first.set(one.cue.start, one);
  const inOrder = [...first.values()].sort((a, b) => a.cue.start - b.cue.start);
  const cues = inOrder.map(({ statement, cue }, index) => ({
    statement,
    eid: `e${index + 1}`,
    eiid: `ei${index + 1}`,
    tag: {
      start: cue.start,
      end: cue.end,
      element: "EVENT",
      attributes: attributes({ eid: `e${index + 1}`, class: statement.mode === "belief" ? "I_STATE" : "REPORTING" }),
    },
  }));
  const tags = apart([...times, ...cues.map(({ tag }) => tag)]);
  const kept = new Set(tags);
  return [
    `<TimeML>\n<DOCID>${escapeXml(id)}</DOCID>\n`,
    creationTime(document),
    title === null ? "" : `<TITLE>${escapeXml(title)}</TITLE>\n`,
    `<EXTRAINFO${attributes({ outlet, uri, language: document.language })}/>\n`,
    `<TEXT>${marked(text, tags)}</TEXT>\n`,
    linksOf(
      cues.filter(({ tag }) => kept.has(tag)),
      tidAt,
    ),
    "</TimeML>\n",
  ].join("");
}

/** All reports, a piece each. */
export function* timeml(record: ParleyRecord): Generator<string> {
  const timexesOf = groupBy(record.timexes, ({ span }) => [span.doc]);
  const statementsOf = groupBy(record.statements, ({ cueSpan }) => (cueSpan ? [cueSpan.doc] : []));
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<TimeMLCorpus${attributes({ title: record.dossier.title })}>\n`;
  for (const document of record.documents)
    yield documentXml(document, timexesOf(document.id), statementsOf(document.id));
  yield "</TimeMLCorpus>\n";
}
