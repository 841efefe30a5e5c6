// The only file that knows linkedom and Readability. It gives a plain tree of the page, and which of its texts the article
// extractor keeps: every text is marked with a character of a private plane before the extractor rebuilds the page.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { flattenDeep } from "./html-depth.js";

export type HtmlText = { readonly text: string };
export type HtmlElement = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
};
export type HtmlNode = HtmlText | HtmlElement;
/** A parsed page. `article`: the texts that the extractor keeps; null where it found no article. */
export type OpenedPage = { readonly root: HtmlElement; readonly article: ReadonlySet<HtmlNode> | null };

/** Levels of nesting kept; real pages stay under 60. */
export const deepest = 256;
const marks = 0x10000; // texts that the two private planes can mark
const firstMark = 0xf0000;

/** The few properties of a DOM node that are used here. */
type DomNode = {
  readonly nodeType: number;
  readonly localName: string;
  data: string;
  readonly childNodes: ArrayLike<DomNode>;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
  readonly textContent: string | null;
};

function copyTree(node: DomNode, texts: Map<HtmlText, DomNode>): HtmlElement {
  const attributes: Record<string, string> = {};
  for (const { name, value } of Array.from(node.attributes)) attributes[name.toLowerCase()] = value;
  const children: HtmlNode[] = [];
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeType === 3) {
      const text = { text: child.data };
      children.push(text);
      if (child.data.trim() !== "") texts.set(text, child);
    } else if (child.nodeType === 1) children.push(copyTree(child, texts));
  }
  return { tag: node.localName.toLowerCase(), attributes, children };
}

/** Texts that Readability keeps, or null. Whatever it throws means that it found nothing. */
function extractArticle(
  document: unknown,
  texts: ReadonlyMap<HtmlText, DomNode>,
  skip: (text: HtmlText) => boolean,
): ReadonlySet<HtmlNode> | null {
  if (texts.size > marks) return null;
  const order = [...texts.keys()];
  order.forEach((text, index) => {
    const node = texts.get(text);
    if (node) node.data = skip(text) ? "" : String.fromCodePoint(firstMark + index) + node.data;
  });
  try {
    const found = new Readability<DomNode>(document as never, {
      serializer: (node) => node as unknown as DomNode,
      charThreshold: 250,
    }).parse();
    const kept = new Set<HtmlNode>();
    for (const mark of found?.content?.textContent?.match(/[\u{f0000}-\u{fffff}]/gu) ?? []) {
      const text = order[(mark.codePointAt(0) ?? 0) - firstMark];
      if (text) kept.add(text);
    }
    return kept.size > 0 ? kept : null;
  } catch {
    return null;
  }
}

/**
 * A page as a tree. `aside` says which texts the extractor is not to see (comments under the report, for one).
 * Pages without a body are wrapped; nesting beyond `deepest` is flattened. Never throws on any string.
 */
export function openPage(html: string, aside: (root: HtmlElement) => ReadonlySet<HtmlNode>): OpenedPage {
  const flat = flattenDeep(html, deepest);
  const whole = /<body[\s>]/i.test(flat) ? flat : `<!doctype html><html><body>${flat}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: { documentElement: DomNode | null } };
  const texts = new Map<HtmlText, DomNode>();
  const root = document.documentElement
    ? copyTree(document.documentElement, texts)
    : { tag: "html", attributes: {}, children: [] };
  const hidden = aside(root);
  return { root, article: extractArticle(document, texts, (text) => hidden.has(text)) };
}
