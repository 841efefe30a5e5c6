// Who met whom as a picture: those who meet most stand on a ring, lines between them as thick as they met often.
import type { Html } from "./html.js";
import { html } from "./html.js";
import { Plot, plotted } from "./plot.js";

export type Node = { readonly id: string; readonly label: string; readonly weight: number; readonly link: string };
export type Edge = {
  readonly a: string;
  readonly b: string;
  readonly count: number;
  readonly words: string;
  readonly link: string;
};

const size = { wide: { width: 960, height: 560 }, narrow: { width: 400, height: 440 } } as const;
const ink = "currentColor";

type Placed = Node & { readonly x: number; readonly y: number; readonly angle: number };

/** Places on a ring, the first on top; beginning half a step aside, so that no name stands right above another. */
function ring(nodes: readonly Node[]): ReadonlyMap<string, Placed> {
  const places = nodes.map((node, index): [string, Placed] => {
    const angle = ((index + 0.5) / nodes.length) * 2 * Math.PI;
    return [node.id, { ...node, angle, x: Math.sin(angle), y: Math.cos(angle) }];
  });
  return new Map(places);
}

/** The figure's drawings, for wide and for narrow screens. */
export function networkPicture(nodes: readonly Node[], edges: readonly Edge[], title: string): Html {
  const places = ring(nodes);
  const lines = edges.flatMap(({ a, b, ...edge }) => {
    const [from, to] = [places.get(a), places.get(b)];
    return from && to ? [{ ...edge, x1: from.x, y1: from.y, x2: to.x, y2: to.y }] : [];
  });
  const dots = [...places.values()];
  const most = Math.max(1, ...edges.map(({ count }) => count));
  const drawn = (form: "wide" | "narrow"): Html => {
    const { width, height } = size[form];
    const isNarrow = form === "narrow";
    const side = (right: boolean): Plot.Markish =>
      Plot.text(
        dots.filter(({ x }) => x >= 0 === right),
        {
          x: "x",
          y: "y",
          text: (node: Placed) => (isNarrow && node.label.length > 18 ? `${node.label.slice(0, 17)}…` : node.label),
          textAnchor: right ? "start" : "end",
          dx: right ? 10 : -10,
          href: "link",
          fill: ink,
          fontWeight: 600,
        },
      );
    const margin = isNarrow ? 118 : 250;
    return html`<div class="${form}">${plotted(
      {
        width,
        height,
        marginLeft: margin,
        marginRight: margin,
        marginTop: 24,
        marginBottom: 24,
        x: { axis: null, domain: [-1, 1] },
        y: { axis: null, domain: [-1, 1] },
        r: { type: "identity" },
        marks: [
          Plot.link(lines, {
            x1: "x1",
            y1: "y1",
            x2: "x2",
            y2: "y2",
            stroke: ink,
            strokeOpacity: 0.45,
            strokeWidth: (line: { count: number }) => 1 + (line.count / most) * 6,
            strokeLinecap: "round",
            href: "link",
            title: "words",
          }),
          Plot.dot(dots, { x: "x", y: "y", r: 5, fill: ink, stroke: "var(--paper)", strokeWidth: 2 }),
          side(true),
          side(false),
        ],
      },
      title,
    )}</div>`;
  };
  return html`${drawn("wide")}${drawn("narrow")}`;
}
