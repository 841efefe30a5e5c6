// HTML: the visible text of the whole page. The article extractor only decides what of it is furniture.
import { decode } from "./decode.js";
import { pageClaims } from "./html-claims.js";
import { type HtmlElement, type HtmlNode, openPage } from "./html-dom.js";
import { structureReason } from "./html-hints.js";
import { pageLines } from "./html-lines.js";
import type { Page } from "./page.js";
import type { DocumentReader } from "./reader.js";

/** Texts of comments: they can be longer than the report, and an extractor that sees them may take them for it. */
function commentTexts(root: HtmlElement): ReadonlySet<HtmlNode> {
  const found = new Set<HtmlNode>();
  const walk = (node: HtmlNode, inside: boolean): void => {
    if ("text" in node) {
      if (inside) found.add(node);
      return;
    }
    const begins = structureReason(node) === "comments" && !hasHeadline(node);
    for (const child of node.children) walk(child, inside || begins);
  };
  walk(root, false);
  return found;
}
const hasHeadline = (node: HtmlElement): boolean =>
  node.children.some((child) => !("text" in child) && (child.tag === "h1" || hasHeadline(child)));

/** The page of an HTML text. */
export function htmlPage(html: string): Page {
  const { root, article } = openPage(html, commentTexts);
  return { ...pageLines(root, article), claims: pageClaims(root) };
}

const opening = /^\s*(?:<!--|<\?xml|<!doctype html|<html|<head|<body|<meta|<article|<div)/i;

export const html: DocumentReader = {
  name: "html",
  extensions: [".html", ".htm", ".xhtml", ".shtml"],
  mediaTypes: ["text/html", "application/xhtml+xml"],
  sniff: ({ bytes }) =>
    opening.test(
      Buffer.from(bytes.subarray(0, 400))
        .toString("latin1")
        .replace(/^(?:ï»¿|ÿþ|þÿ)/, "")
        .replaceAll("\u0000", ""),
    ),
  read: (source) => htmlPage(decode(source)),
};
