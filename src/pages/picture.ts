// The picture of the span as SVG: lanes, each event at its date and its precision, its status told by shape. Drawn by
// @observablehq/plot, which only this file imports, on linkedom; what Plot writes is made smaller and given links and names.
import * as Plot from "@observablehq/plot";
import { raw } from "hono/html";
import { parseHTML } from "linkedom";
import type { EventStatus } from "../model/words.js";
import type { Html } from "./html.js";
import type { Days } from "./lanes.js";

/** A mark: days from–to (a bar) or one day (a point), in lane and row. `words` is its name and what hovering shows. */
export type Mark = Days & {
  readonly lane: number;
  readonly row: number;
  readonly isPoint: boolean;
  readonly status: EventStatus;
  readonly words: string;
  readonly link: string;
  /** How many events it stands for; more than one is drawn as a disc with the number in it. */
  readonly count: number;
};
export type Drawing = {
  readonly width: number;
  readonly days: Days;
  readonly lanes: readonly { readonly label: string; readonly rows: number }[];
  readonly marks: readonly Mark[];
  readonly asOf: number | null;
  /** Whether lane names stand above their lanes (narrow screens) or beside them. */
  readonly isNarrow: boolean;
  readonly title: string;
};

const rowHeight = 17;
const ink = "currentColor";
const timeOfDay = (day: number): Date => new Date(day * 864e5);

type Placed = Mark & { readonly y: number };
type Lines = { readonly y: number; readonly labelY: number; readonly label: string }[];

function place(drawing: Drawing): { readonly marks: Placed[]; readonly lines: Lines; readonly height: number } {
  const head = drawing.isNarrow ? 19 : 6;
  const tops: number[] = [];
  let height = 4;
  const lines = drawing.lanes.map(({ label, rows }) => {
    const top = height + head;
    tops.push(top);
    height = top + rows * rowHeight + 6;
    return { y: height, labelY: drawing.isNarrow ? top - 6 : top + rowHeight / 2, label };
  });
  const marks = drawing.marks.map((mark) => ({
    ...mark,
    y: (tops[mark.lane] ?? 0) + mark.row * rowHeight + rowHeight / 2,
  }));
  return { marks, lines, height };
}

const isHollow = ({ status }: Mark): boolean => status !== "happened";
const isCrossed = ({ status }: Mark): boolean => status === "cancelled" || status === "denied";
const isDoubtful = ({ status }: Mark): boolean => status === "hypothetical" || status === "unknown";

function layers(marks: readonly Placed[]): Plot.Markish[] {
  const common = { href: "link", title: "words" } as const;
  const middle = (mark: Mark): Date => timeOfDay((mark.first + mark.last + 1) / 2);
  const bars = marks.filter((mark) => !mark.isPoint && mark.count === 1);
  const points = marks.filter((mark) => mark.isPoint && mark.count === 1);
  const many = marks.filter((mark) => mark.count > 1);
  const bar = {
    ...common,
    x1: (mark: Mark) => timeOfDay(mark.first),
    x2: (mark: Mark) => timeOfDay(mark.last + 1),
    y1: (mark: Placed) => mark.y - 4,
    y2: (mark: Placed) => mark.y + 4,
    rx: 2,
  };
  const dot = { ...common, x: middle, y: "y", r: 4.5 } as const;
  return [
    Plot.rect(
      bars.filter((mark) => !isHollow(mark)),
      { ...bar, fill: ink, fillOpacity: 0.55 },
    ),
    Plot.rect(bars.filter(isHollow), {
      ...bar,
      fill: "var(--paper)",
      stroke: ink,
      strokeWidth: 1.3,
      strokeDasharray: "3 2",
    }),
    Plot.dot(
      points.filter((mark) => !isHollow(mark)),
      { ...dot, fill: ink },
    ),
    Plot.dot(
      points.filter((mark) => mark.status === "planned"),
      { ...dot, fill: "var(--paper)", stroke: ink },
    ),
    Plot.dot(points.filter(isDoubtful), { ...dot, fill: "var(--paper)", stroke: ink, symbol: "diamond" }),
    Plot.dot(
      marks.filter((mark) => isCrossed(mark) && mark.count === 1),
      { ...dot, stroke: ink, symbol: "times", strokeWidth: 2 },
    ),
    Plot.dot(many, { ...common, x: middle, y: "y", r: (mark: Mark) => mark.count, fill: ink, fillOpacity: 0.85 }),
    Plot.text(many, {
      x: middle,
      y: "y",
      text: (mark: Mark) => String(mark.count),
      fill: "var(--paper)",
      fontSize: 10,
      fontWeight: 600,
      pointerEvents: "none",
    }),
  ];
}

type Element = {
  readonly tagName: string;
  textContent: string;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  remove(): void;
  querySelectorAll(selector: string): Iterable<Element>;
  querySelector(selector: string): Element | null;
  readonly attributes: Iterable<{ name: string; value: string }>;
  prepend(child: Element): void;
  readonly outerHTML: string;
};

/** Leaves out what pages may not have (inline style) or do not need, rounds numbers, and names the links. */
function tidy(svg: Element, title: string): string {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of svg.querySelectorAll("*")) {
    if (element.tagName.toLowerCase() === "g") element.removeAttribute("aria-label");
    for (const { name, value } of [...element.attributes]) {
      if (/^(?:d|transform|[xyr][12]?|c[xy]|width|height)$/.test(name))
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
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", title);
  return svg.outerHTML;
}

/** The drawing as SVG that scales to its container; colours are those of the page around it. */
export function picture(drawing: Drawing): Html {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const { marks, lines, height } = place(drawing);
  const marginLeft = drawing.isNarrow ? 10 : 128;
  const marginRight = 14;
  const perTick = drawing.isNarrow ? 90 : 80;
  const marksOfAsOf =
    drawing.asOf === null
      ? []
      : [
          Plot.ruleX([timeOfDay(drawing.asOf + 1)], {
            stroke: "var(--accent)",
            strokeWidth: 1.5,
            strokeDasharray: "4 3",
          }),
        ];
  const svg: unknown = Plot.plot({
    document: document as never,
    width: drawing.width,
    height: height + 34,
    marginLeft,
    marginRight,
    marginTop: 0,
    marginBottom: 34,
    x: {
      type: "utc",
      domain: [timeOfDay(drawing.days.first), timeOfDay(drawing.days.last + 1)],
      label: null,
      axis: null,
    },
    y: { type: "identity", axis: null },
    r: { type: "sqrt", range: [6, 11], domain: [1, Math.max(2, ...drawing.marks.map(({ count }) => count))] },
    marks: [
      Plot.gridX({ ticks: Math.floor(drawing.width / perTick), stroke: ink, strokeOpacity: 0.1 }),
      Plot.axisX({ anchor: "bottom", ticks: Math.floor(drawing.width / perTick), tickSize: 4, label: null }),
      Plot.ruleY(lines, { y: "y", stroke: ink, strokeOpacity: 0.2 }),
      Plot.text(lines, {
        y: "labelY",
        text: "label",
        frameAnchor: "left",
        textAnchor: "start",
        dx: 8 - marginLeft,
        fontWeight: 600,
      }),
      ...marksOfAsOf,
      ...layers(marks),
    ],
  });
  return raw(tidy(svg as Element, drawing.title)) as unknown as Html;
}
