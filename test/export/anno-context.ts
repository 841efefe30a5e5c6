// The terms of the Web Annotation context (www.w3.org/ns/anno.jsonld) that the export uses, with the IRIs of the vocabulary
// (www.w3.org/TR/annotation-vocab), so that the processor can read the export without a network.
const one = (id: string): object => ({ "@id": id, "@type": "@id" });
const motivation = { "@id": "oa:motivatedBy", "@type": "@vocab" };
const motivations = ["assessing", "classifying", "describing", "identifying", "linking", "questioning", "tagging"];
const classes = ["Annotation", "SpecificResource", "TextualBody", "TextPositionSelector", "TextQuoteSelector"];

export const annoContext = {
  "@context": {
    oa: "http://www.w3.org/ns/oa#",
    as: "http://www.w3.org/ns/activitystreams#",
    dc: "http://purl.org/dc/elements/1.1/",
    dcterms: "http://purl.org/dc/terms/",
    dctypes: "http://purl.org/dc/dcmitype/",
    foaf: "http://xmlns.com/foaf/0.1/",
    rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    rdfs: "http://www.w3.org/2000/01/rdf-schema#",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    id: { "@id": "@id", "@type": "@id" },
    type: { "@id": "@type", "@type": "@vocab" },
    ...Object.fromEntries([...classes, ...motivations].map((name) => [name, `oa:${name}`])),
    Software: "as:Application",
    AnnotationPage: "as:OrderedCollectionPage",
    AnnotationCollection: "as:OrderedCollection",
    motivation,
    purpose: { "@id": "oa:hasPurpose", "@type": "@vocab" },
    body: one("oa:hasBody"),
    target: one("oa:hasTarget"),
    source: one("oa:hasSource"),
    selector: one("oa:hasSelector"),
    start: { "@id": "oa:start", "@type": "xsd:nonNegativeInteger" },
    end: { "@id": "oa:end", "@type": "xsd:nonNegativeInteger" },
    exact: "oa:exact",
    prefix: "oa:prefix",
    suffix: "oa:suffix",
    value: "rdf:value",
    format: "dc:format",
    name: "foaf:name",
    label: "rdfs:label",
    generator: one("as:generator"),
    partOf: one("as:partOf"),
    items: { "@id": "as:items", "@type": "@id", "@container": "@list" },
    startIndex: { "@id": "as:startIndex", "@type": "xsd:nonNegativeInteger" },
  },
};
