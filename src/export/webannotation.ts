// W3C Web Annotation (JSON-LD): everything that was read, on the words that it was read from, by position (in code points, as
// the model asks) and by quotation. One page of annotations; who published what stands with the reports in front of them.
import type { ParleyRecord, RecordDocument } from "../model/record.js";
import type { Span } from "../model/span.js";
import { codePointsOf } from "./code-points.js";
import { jsonWithList } from "./json-list.js";
import { actorUrn, type Lookup, lookupOf, urn } from "./lookup.js";

const context = 32; // characters of the text before and behind a quotation

/** What is said of some words: an identified thing, a value, or a line of text. */
type Body = { readonly purpose: string; readonly source?: string; readonly value?: string };
type Told = {
  readonly id: string;
  readonly motivation: string;
  readonly bodies: readonly Body[];
  readonly spans: readonly Span[];
};

const textual = (purpose: string, value: string): Body => ({ purpose, value });
const thing = (purpose: string, source: string): Body => ({ purpose, source });

/** Everything that a record says of words. */
function* toldOf(record: ParleyRecord, look: Lookup): Generator<Told> {
  for (const { id, name, kind, mentions } of record.actors)
    for (const [index, span] of mentions.entries())
      yield {
        id: `${id}-mention-${index + 1}`,
        motivation: "identifying",
        bodies: [thing("identifying", actorUrn(id)), textual("tagging", name), textual("classifying", kind)],
        spans: [span],
      };
  for (const { id, span, type, value } of record.timexes)
    yield {
      id,
      motivation: "classifying",
      bodies: [textual("classifying", type), textual("describing", value)],
      spans: [span],
    };
  for (const statement of record.statements) {
    const { id, content, cueSpan, kind, date, negated, refusal, speakers } = statement;
    const who = look.speakers(statement).join(", ") || "somebody";
    const line = `${who} ${refusal ? "declines to say" : negated ? "denies" : "says"}${date ? `, ${date}` : ""}`;
    yield {
      id,
      motivation: "describing",
      bodies: [
        ...speakers.map((speaker) => thing("identifying", actorUrn(speaker))),
        textual("describing", line),
        textual("classifying", kind),
      ],
      spans: content.length > 0 ? content : cueSpan ? [cueSpan] : [],
    };
  }
  for (const { id, label, kind, reports } of record.events)
    for (const [index, { span, statusAsTold, dateAsTold }] of reports.entries())
      yield {
        id: `${id}-report-${index + 1}`,
        motivation: "describing",
        bodies: [
          thing("identifying", urn(id)),
          textual("describing", [label, statusAsTold, dateAsTold].filter(Boolean).join(", ")),
          textual("classifying", kind),
        ],
        spans: [span],
      };
  for (const { id, actor, issue, stance, evidence } of record.positions)
    yield {
      id,
      motivation: "assessing",
      bodies: [
        thing("identifying", actorUrn(actor)),
        textual("assessing", `${look.name(actor)} ${stance} ${look.label(issue)}`),
      ],
      spans: evidence,
    };
  for (const { id, reason, span } of record.problems)
    yield { id, motivation: "questioning", bodies: [textual("questioning", reason)], spans: [span] };
}

const bodyOf = ({ purpose, source, value }: Body): object =>
  source === undefined
    ? { type: "TextualBody", value, format: "text/plain", purpose }
    : { type: "SpecificResource", source, purpose };

/** A start that does not cut a character in two. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at);

/** Targets in texts of a record; converts offsets once for each text. */
function targets(look: Lookup): (span: Span) => readonly object[] {
  const converters = new Map<string, (offset: number) => number>();
  return ({ doc, start, end }) => {
    const text = look.document(doc)?.text;
    if (text === undefined) return [];
    const convert = converters.get(doc) ?? codePointsOf(text);
    converters.set(doc, convert);
    return [
      {
        type: "SpecificResource",
        source: urn(doc),
        selector: [
          { type: "TextPositionSelector", start: convert(start), end: convert(end) },
          {
            type: "TextQuoteSelector",
            exact: text.slice(start, end),
            prefix: text.slice(whole(text, Math.max(0, start - context)), start),
            suffix: text.slice(end, whole(text, Math.min(text.length, end + context))),
          },
        ],
      },
    ];
  };
}

/** A report as what annotations point at: its outlet, its day and its address. */
const sourceOf = ({ id, title, outlet, uri, published, language }: RecordDocument): object => ({
  id: urn(id),
  type: "dctypes:Text",
  "dc:title": title ?? uri,
  ...(outlet && { "dc:publisher": outlet }),
  ...(published.value && { "dc:date": published.value }),
  "dc:identifier": uri,
  "dc:language": language,
});

function* annotations(record: ParleyRecord, look: Lookup): Generator<object> {
  const targetsOf = targets(look);
  for (const { id, motivation, bodies, spans } of toldOf(record, look)) {
    const target = spans.flatMap(targetsOf);
    if (target.length === 0) continue;
    yield { id: urn(`annotation-${id}`), type: "Annotation", motivation, body: bodies.map(bodyOf), target };
  }
}

/** One page that holds all annotations. */
export function* webannotation(record: ParleyRecord): Generator<string> {
  const look = lookupOf(record);
  const head = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "urn:parley:annotations-1",
    type: "AnnotationPage",
    generator: { id: "urn:parley:reader", type: "Software", name: `Parley ${record.reader.version}` },
    partOf: { id: "urn:parley:annotations", type: "AnnotationCollection", label: record.dossier.title },
    "dcterms:references": record.documents.map(sourceOf),
    startIndex: 0,
  };
  yield* jsonWithList(head, "items", annotations(record, look));
}
