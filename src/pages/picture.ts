// Lanes over time as SVG: each mark at its date and its precision, what it is told by its shape.
import type { Html } from "./html.js";
import type { Days } from "./lanes.js";
import { Plot, plotted } from "./plot.js";
import type { SignName } from "./signs.js";

/** A mark: days from–to (a bar) or one day (a point), in lane and row. `words` is its name and what hovering shows. */
export type Mark = Days & {
  readonly lane: number;
  readonly row: number;
  readonly isPoint: boolean;
  readonly sign: SignName;
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

/** Room for the names of lanes beside them, in the unit of the drawing. */
export const marginFor = (labels: readonly string[]): number =>
  Math.max(128, 22 + 7 * Math.max(0, ...labels.map(({ length }) => length)));

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

const isHollow = ({ sign }: Mark): boolean => sign !== "full" && sign !== "square" && sign !== "triangle";
const isCrossed = ({ sign }: Mark): boolean => sign === "cross" || sign === "slashed";
const symbols = ["circle", "square", "triangle", "diamond"] as const;
const symbolOf = ({ sign }: Mark): (typeof symbols)[number] =>
  sign.startsWith("square")
    ? "square"
    : sign.startsWith("triangle")
      ? "triangle"
      : sign === "diamond"
        ? "diamond"
        : "circle";

/** Dots of one symbol each: Plot's constant symbols need no scale. */
function dots(marks: readonly Placed[], dot: object): Plot.Markish[] {
  return symbols.flatMap((symbol) => {
    const own = marks.filter((mark) => symbolOf(mark) === symbol && !isCrossed(mark));
    return [
      Plot.dot(
        own.filter((mark) => !isHollow(mark)),
        { ...dot, symbol, fill: ink },
      ),
      Plot.dot(own.filter(isHollow), { ...dot, symbol, fill: "var(--paper)", stroke: ink }),
    ];
  });
}

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
    ...dots(points, dot),
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

/** How many ticks there is room for; days where there are so few that hours would be shown. */
function ticksFor({ width, days, isNarrow }: Drawing): number | "day" {
  const most = Math.floor(width / (isNarrow ? 90 : 80));
  return days.last - days.first + 1 <= most * 1.3 ? "day" : most;
}

/** The drawing as SVG that scales to its container; colours are those of the page around it. */
export function picture(drawing: Drawing): Html {
  const { marks, lines, height } = place(drawing);
  const marginLeft = drawing.isNarrow ? 10 : marginFor(drawing.lanes.map(({ label }) => label));
  const marginRight = 14;
  const ticks = ticksFor(drawing);
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
  const options: Plot.PlotOptions = {
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
      Plot.gridX({ ticks, stroke: ink, strokeOpacity: 0.1 }),
      Plot.axisX({ anchor: "bottom", ticks, tickSize: 4, label: null }),
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
  };
  return plotted(options, drawing.title);
}
