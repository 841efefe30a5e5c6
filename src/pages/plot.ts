// The one door to @observablehq/plot: drawn on linkedom into SVG that a page may hold. What Plot writes is made smaller (no
// inline style, rounded numbers) and its links get their names; colours are those of the page around it.
import * as Plot from "@observablehq/plot";
import { raw } from "hono/html";
import { parseHTML } from "linkedom";
import type { Html } from "./html.js";

export { Plot };

type Element = {
  readonly tagName: string;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
  querySelectorAll(selector: string): Iterable<Element>;
  querySelector(selector: string): Element | null;
  readonly attributes: Iterable<{ name: string; value: string }>;
  prepend(child: Element): void;
  readonly outerHTML: string;
};

const numeric = /^(?:d|transform|[xyr][12]?|c[xy]|width|height)$/;

function tidy(svg: Element, title: string, isImage: boolean): string {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of svg.querySelectorAll("*")) {
    if (element.tagName.toLowerCase() === "g") element.removeAttribute("aria-label");
    for (const { name, value } of [...element.attributes]) {
      if (numeric.test(name))
        element.setAttribute(
          name,
          value.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10)),
        );
    }
  }
  for (const link of svg.querySelectorAll("a")) {
    const name = link.querySelector("title");
    if (name) link.prepend(name);
    link.removeAttribute("fill");
  }
  for (const name of ["class", "font-family", "font-size", "width", "height"]) svg.removeAttribute(name);
  svg.setAttribute("role", isImage ? "img" : "group");
  svg.setAttribute("aria-label", title);
  return svg.outerHTML;
}

/**
 * The plot as SVG that scales to its container. `title` is what it is called. With links in it, each link is named by the
 * title of its mark; without (`isImage`), the whole is one image with that name, and a table beside it must tell the same.
 */
export function plotted(options: Plot.PlotOptions, title: string, isImage = false): Html {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg: unknown = Plot.plot({ ...options, document: document as never });
  return raw(tidy(svg as Element, title, isImage)) as unknown as Html;
}
