// What the structure of a page says of a block: tags, roles and the words of class and id that page makers use for what is
// no part of the report. Knowledge of HTML, the same for every language.
import type { HtmlElement } from "./html-dom.js";

const tags: Readonly<Record<string, string>> = {
  nav: "navigation",
  footer: "footer",
  aside: "aside",
  form: "form",
  button: "form",
  label: "form",
  textarea: "form",
  figcaption: "caption",
  menu: "navigation",
  address: "contact",
  dialog: "notice",
};
const roles: Readonly<Record<string, string>> = {
  navigation: "navigation",
  banner: "navigation",
  contentinfo: "footer",
  complementary: "aside",
  dialog: "notice",
  alertdialog: "notice",
  search: "form",
  form: "form",
  menu: "navigation",
  toolbar: "share",
  menubar: "navigation",
};

/** Words of class and id. A row is a reason and the words (parts between "-", "_" and capitals) or runs of words that give it. */
const rows: readonly (readonly [string, string])[] = [
  ["comments", "comments comment commentlist respond disqus discussion"],
  ["share", "share sharing social socials sharebar addthis sharedaddy follow"],
  [
    "related",
    "related recirc teasers teaser recommended recommendations readmore read-more read-also see-also more-on more-stories most-read most-popular popular trending outbrain taboola also",
  ],
  [
    "navigation",
    "nav navbar navigation menu breadcrumb breadcrumbs pagination pager topbar masthead skip-link sitemap",
  ],
  ["subscription", "newsletter subscribe subscription paywall signup sign-up promo"],
  ["notice", "cookie cookies consent gdpr banner disclaimer"],
  ["advertisement", "ad ads advert advertisement sponsored sponsor"],
  ["tags", "tags tag-list taglist topics keywords"],
  ["caption", "caption wp-caption-text figcaption photo-caption"],
  ["credit", "credit credits photo-credit copyright"],
  ["byline", "byline author authors author-info"],
  [
    "header",
    "dateline-top timestamp pubdate publish-date post-date entry-date dateline-date post-meta entry-meta article-meta",
  ],
  ["section", "kicker eyebrow overline rubric category section-name section-label"],
  ["aside", "sidebar widget"],
  ["footer", "footer colophon"],
];
const hints = new Map(rows.flatMap(([reason, words]) => words.split(" ").map((word) => [word, reason] as const)));

/** A class such as "storyReadMore_x1" as words: "story-read-more-x1". */
const wordsOfName = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .replace(/_+/g, "-")
    .toLowerCase();

function hintOfName(name: string): string | null {
  const parts = wordsOfName(name)
    .split("-")
    .filter((part) => part !== "");
  if (parts.length > 6) return null;
  const whole = hints.get(parts.join("-"));
  if (whole) return whole;
  // "no-comments", "has-sidebar", "with-share" describe the page, they do not name a part of it.
  if (/^(?:no|has|with|without|is|show|hide)$/.test(parts[0] ?? "")) return null;
  for (let i = 0; i < parts.length; i++) {
    const found = hints.get(`${parts[i]}-${parts[i + 1]}`) ?? hints.get(parts[i] ?? "");
    if (found) return found;
  }
  return null;
}

/** The reason why an element's text is no part of the report, by its tag, role, class or id; null where nothing says so. */
export function structureReason(element: HtmlElement): string | null {
  const byTag = tags[element.tag] ?? roles[element.attributes.role ?? ""];
  if (byTag) return byTag;
  if (element.tag === "body" || element.tag === "html" || element.tag === "main" || element.tag === "h1") return null;
  const names = `${element.attributes.id ?? ""} ${element.attributes.class ?? ""}`
    .split(/\s+/)
    .filter((name) => name !== "");
  for (const name of names.slice(0, 12)) {
    const reason = hintOfName(name);
    if (reason) return reason;
  }
  return null;
}

const unseen = new Set([
  "head",
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "iframe",
  "object",
  "select",
  "datalist",
  "audio",
  "video",
  "canvas",
  "math",
]);

/** Whether an element's text is not shown on the page. */
export function isHidden({ tag, attributes }: HtmlElement): boolean {
  if (unseen.has(tag) || "hidden" in attributes) return true;
  if (tag === "dialog" && !("open" in attributes)) return true;
  if (attributes.type === "hidden") return true;
  return /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i.test(attributes.style ?? "");
}
