// The visible text of a whole page, one line a block, white space collapsed; and for each line what the page's structure
// and the article extractor make of it.
import type { HtmlElement, HtmlNode } from "./html-dom.js";
import { isHidden, structureReason } from "./html-hints.js";
import type { Line } from "./page.js";

const blocks = new Set(
  (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Share of a page's own article (or prose) above which an element cannot be furniture, whatever it is called. */
const tooMuch = 0.4;

/** Characters of text in a node, counting only `weigh`ed ones. */
function weightOf(node: HtmlNode, weigh: (text: HtmlNode) => number): number {
  if ("text" in node) return weigh(node);
  return isHidden(node) ? 0 : node.children.reduce((sum, child) => sum + weightOf(child, weigh), 0);
}

const holds = (node: HtmlElement, tag: string): boolean =>
  node.children.some((child) => !("text" in child) && (child.tag === tag || holds(child, tag)));

/** Whether cells of a table are read along the row: a table with headings or a caption holds figures, any other is layout. */
const isFigures = (table: HtmlElement): boolean => holds(table, "th") || holds(table, "caption");

type Place = {
  readonly element: string;
  readonly reason: string | null;
  readonly link: boolean;
  readonly pre: boolean;
  readonly figures: boolean;
};
type Building = {
  text: string;
  element: string;
  reason: string | null;
  reasonWeight: number;
  kept: number;
  linked: number;
  total: number;
  gap: boolean;
};

/** Collects the lines of a page. State lives for one page only. */
class LineWriter {
  readonly lines: Line[] = [];
  text = "";
  private line: Building | null = null;
  constructor(private readonly article: ReadonlySet<HtmlNode> | null) {}

  write(words: string, place: Place, node: HtmlNode): void {
    const collapsed = words.replace(/[ \t\n\r\f]+/g, " ");
    if (this.line === null) {
      if (collapsed.trim() === "") return;
      this.line = {
        text: "",
        element: place.element,
        reason: place.reason,
        reasonWeight: 0,
        kept: 0,
        linked: 0,
        total: 0,
        gap: false,
      };
    }
    const line = this.line;
    const bare = collapsed.trim();
    if (bare === "") {
      line.gap = true;
      return;
    }
    if (line.text !== "" && (line.gap || collapsed.startsWith(" "))) line.text += " ";
    line.text += collapsed.replace(/^ | $/g, "");
    line.gap = collapsed.endsWith(" ");
    line.total += bare.length;
    if (place.reason !== null) line.reasonWeight += bare.length;
    line.reason ??= place.reason;
    if (this.article?.has(node)) line.kept += bare.length;
    if (place.link) line.linked += bare.length;
  }

  close(): void {
    const line = this.line;
    this.line = null;
    if (line === null || line.text.trim() === "") return;
    const start = this.text.length + (this.text === "" ? 0 : 1) + (line.text.length - line.text.trimStart().length);
    this.text += (this.text === "" ? "" : "\n") + line.text;
    this.lines.push({
      start,
      end: start + line.text.trim().length,
      element: line.element,
      reason: line.reasonWeight * 2 > line.total ? line.reason : null,
      article: this.article === null ? null : line.kept * 2 > line.total,
      links: line.total === 0 ? 0 : line.linked / line.total,
    });
  }
}

/** Whether an element that is called furniture may be it: it holds no headline and not the better part of the report. */
function reasonOf(element: HtmlElement, weigh: (text: HtmlNode) => number, whole: number): string | null {
  const reason = structureReason(element);
  if (reason === null || element.tag === "h1" || holds(element, "h1")) return null;
  return whole > 0 && weightOf(element, weigh) > whole * tooMuch ? null : reason;
}

/** The text of a page and its lines. `article`: the texts that the extractor keeps. */
export function pageLines(
  root: HtmlElement,
  article: ReadonlySet<HtmlNode> | null,
): { text: string; lines: readonly Line[] } {
  const weigh = (node: HtmlNode): number =>
    "text" in node && (article === null || article.has(node)) ? node.text.trim().length : 0;
  const whole = weightOf(root, weigh);
  const writer = new LineWriter(article);
  const walk = (node: HtmlNode, place: Place): void => {
    if ("text" in node) {
      const parts = place.pre ? node.text.split("\n") : [node.text];
      parts.forEach((part, index) => {
        if (index > 0) writer.close();
        writer.write(part, place, node);
      });
      return;
    }
    if (isHidden(node)) return;
    if (node.tag === "br" || node.tag === "hr") {
      writer.close();
      return;
    }
    const isBlock = blocks.has(node.tag) && !(place.figures && (node.tag === "td" || node.tag === "th"));
    if (isBlock) writer.close();
    if (!isBlock && (node.tag === "td" || node.tag === "th")) writer.write(" ", place, node);
    const inner: Place = {
      element: isBlock ? node.tag : place.element,
      reason: place.reason ?? reasonOf(node, weigh, whole),
      link: place.link || node.tag === "a",
      pre: place.pre || node.tag === "pre",
      figures: node.tag === "table" ? isFigures(node) : place.figures,
    };
    for (const child of node.children) walk(child, inner);
    if (isBlock) writer.close();
  };
  walk(root, { element: "", reason: null, link: false, pre: false, figures: false });
  writer.close();
  return { text: writer.text, lines: writer.lines };
}
