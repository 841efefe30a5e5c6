// What a page's own metadata says: meta tags, JSON-LD (schema.org), <time>, canonical address, declared language.
// "Modified" is never read as "published".
import type { HtmlElement, HtmlNode } from "./html-dom.js";
import { structureReason } from "./html-hints.js";
import type { Claims, DayClaim } from "./page.js";

/** Every element of a tree, in order. */
function* elementsOf(node: HtmlElement): Generator<HtmlElement> {
  yield node;
  for (const child of node.children) if (!("text" in child)) yield* elementsOf(child);
}

/** All text inside a node. */
export const textOf = (node: HtmlNode): string => ("text" in node ? node.text : node.children.map(textOf).join(""));
const tidy = (text: string | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

const publishedNames = new Set([
  "article:published_time",
  "og:article:published_time",
  "article:published",
  "datepublished",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date.created",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "published",
  "published_time",
  "date.published",
  "cxenseparse:recs:publishtime",
  "article.published",
  "datecreated",
  "originalpublicationdate",
]);
const datedNames = new Set(["date", "dc.date", "dcterms.date", "article:date", "article_date", "displaydate"]);
const outletNames = [
  "og:site_name",
  "dc.publisher",
  "dcterms.publisher",
  "citation_journal_title",
  "application-name",
  "publisher",
  "article:publisher_name",
  "source",
];
const authorNames = ["author", "dc.creator", "article:author", "parsely-author", "sailthru.author", "byl"];
const titleNames = ["og:title", "dc.title", "twitter:title", "parsely-title", "headline"];

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthNamed = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const dayFirst = new RegExp(
  `^\\s*(?:[a-z]{3,9},?\\s+)?(\\d{1,2})[\\s-]+${monthNamed},?[\\s-]+(\\d{4})\\b(.{0,30})`,
  "i",
);
const monthFirst = new RegExp(`^\\s*(?:[a-z]{3,9},?\\s+)?${monthNamed}\\s+(\\d{1,2}),?\\s+(\\d{4})\\b(.{0,30})`, "i");

/** The stamp of mail and feeds ("Wed, 12 Mar 2031 09:00:00 GMT"), and of pages that print it month first, with its day in figures. */
function inFigures(stamp: string): string {
  const [first, second] = [dayFirst.exec(stamp), monthFirst.exec(stamp)];
  const [day, month, year, rest] = first
    ? [first[1], first[2], first[3], first[4]]
    : [second?.[2], second?.[1], second?.[3], second?.[4]];
  if (day === undefined || month === undefined) return stamp;
  const number = months.indexOf(month.toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}${/GMT|UTC|Z$/.test(rest ?? "") ? " +00:00" : ""}`;
}

/** A claim of a day from a stamp, ISO's or that of mail, or a numeric date; null where it is none. */
export function dayClaim(stamp: string, kind: DayClaim["kind"]): DayClaim | null {
  const match = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?![\d])(.{0,30})/.exec(inFigures(stamp).replaceAll("/", "-"));
  const day = match ? `${match[1]}-${match[2]}-${match[3]}` : null;
  if (match === null || day === null) return null;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return null;
  return { day, kind, utc: /(?:Z|\+00:?00)\s*$/.test(match[4] ?? "") };
}

type Json = { readonly [key: string]: unknown };
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const articleType = /(?:Article|Posting|Report|LiveBlogPosting|WebPage)$/;

/** The JSON-LD objects of a page, those of an article first. What does not parse is left out. */
function linkedData(elements: readonly HtmlElement[]): Json[] {
  const found: Json[] = [];
  const take = (value: unknown, depth: number): void => {
    if (depth > 4 || found.length > 200) return;
    if (Array.isArray(value)) for (const entry of value) take(entry, depth + 1);
    else if (isJson(value)) {
      found.push(value);
      take(value["@graph"], depth + 1);
      take(value.mainEntity, depth + 1);
    }
  };
  for (const element of elements) {
    if (element.tag !== "script" || !/ld\+json/i.test(element.attributes.type ?? "")) continue;
    try {
      take(JSON.parse(textOf(element).replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, "")), 0);
    } catch {
      // metadata that is not JSON says nothing
    }
  }
  const rank = (object: Json): number => (/WebPage$/.test(String(object["@type"])) ? 1 : 0);
  return found
    .filter((object) => [object["@type"]].flat().some((type) => articleType.test(String(type))))
    .sort((a, b) => rank(a) - rank(b));
}

const text = (value: unknown): string => (typeof value === "string" ? tidy(value) : "");
const nameOf = (value: unknown): string =>
  Array.isArray(value)
    ? value
        .map(nameOf)
        .filter((name) => name !== "")
        .join(", ")
    : isJson(value)
      ? text(value.name)
      : text(value);

/** The days of <time datetime>: those outside comments and related stories; itemprop or pubdate makes them "published". */
function timeClaims(node: HtmlElement, published: DayClaim[], dated: DayClaim[]): void {
  const reason = structureReason(node);
  if (
    reason === "comments" ||
    reason === "related" ||
    reason === "aside" ||
    reason === "footer" ||
    reason === "navigation"
  )
    return;
  const stamp =
    node.attributes.datetime ?? (node.attributes.itemprop === "datePublished" ? node.attributes.content : undefined);
  const says = `${node.attributes.itemprop ?? ""} ${node.attributes.class ?? ""} ${"pubdate" in node.attributes ? "published" : ""}`;
  if (stamp !== undefined && node.tag !== "meta" && !/modif|updat/i.test(says)) {
    const sure = /datePublished|published/i.test(says);
    const claim = dayClaim(stamp, sure ? "published" : "dated");
    if (claim) (sure ? published : dated).push(claim);
  }
  for (const child of node.children) if (!("text" in child)) timeClaims(child, published, dated);
}

/** The day that an address spells out ("/2022/01/11/", "/2022/jan/11/"). */
export function dayOfAddress(address: string): DayClaim | null {
  const named =
    /[/_-]((?:19|20)\d{2})[/-](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[/-](\d{1,2})(?=[/_.-]|$)/i.exec(
      address,
    );
  if (named) return dayClaim(`${named[3]} ${named[2]} ${named[1]}`, "address");
  const match =
    /[/_-]((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/.exec(address) ??
    /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/.exec(address);
  return match ? dayClaim(`${match[1]}-${match[2]?.padStart(2, "0")}-${match[3]?.padStart(2, "0")}`, "address") : null;
}

/** What the metadata of a page claims. Strings are tidied, duplicates out, the most trusted first. */
export function pageClaims(root: HtmlElement): Claims {
  const elements = [...elementsOf(root)];
  const metas = new Map<string, string>();
  for (const { tag, attributes } of elements) {
    const name = (attributes.property ?? attributes.name ?? attributes.itemprop ?? "").toLowerCase();
    if (tag === "meta" && name !== "" && attributes.content && !metas.has(name))
      metas.set(name, tidy(attributes.content));
  }
  const first = (names: readonly string[]): string[] => names.flatMap((name) => metas.get(name) ?? []);
  const linked = linkedData(elements);
  const stamps = (names: ReadonlySet<string>, kind: DayClaim["kind"]): DayClaim[] =>
    [...metas].flatMap(([name, value]) => (names.has(name) ? (dayClaim(value, kind) ?? []) : []));
  const published: DayClaim[] = [];
  const dated: DayClaim[] = [];
  timeClaims(root, published, dated);
  const canonical = elements.find(({ tag, attributes }) => tag === "link" && attributes.rel === "canonical")?.attributes
    .href;
  const address = canonical ?? metas.get("og:url") ?? null;
  const lang = root.attributes.lang ?? "";
  const title = elements.find(({ tag }) => tag === "title");
  const h1 = elements.filter(({ tag }) => tag === "h1").map((element) => tidy(textOf(element)));
  const unique = (list: readonly string[]): string[] => [...new Set(list.filter((entry) => entry !== ""))];
  return {
    titles: unique([
      ...linked.map((object) => text(object.headline)),
      ...first(titleNames),
      ...h1,
      tidy(title ? textOf(title) : ""),
    ]),
    outlets: unique([
      ...first(["og:site_name"]),
      ...linked.map((object) => nameOf(object.publisher)),
      ...first(outletNames),
    ]).filter((name) => !/^https?:/.test(name)),
    byline:
      unique([...linked.map((object) => nameOf(object.author)), ...first(authorNames)]).find(
        (name) => !/^https?:/.test(name),
      ) ?? null,
    days: [
      ...linked.flatMap((object) => dayClaim(text(object.datePublished), "published") ?? []),
      ...stamps(publishedNames, "published"),
      ...published,
      ...dated,
      ...stamps(datedNames, "dated"),
      ...[address === null ? null : dayOfAddress(address)].filter((claim) => claim !== null),
    ],
    address,
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(lang) ? lang : null,
    translatedFrom:
      /-x-mtfrom-([a-z]{2,3})/.exec(lang)?.[1] ??
      (/\btranslated-(?:ltr|rtl)\b/.test(root.attributes.class ?? "") ? "und" : null),
  };
}
