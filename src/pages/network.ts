// Who met whom: a picture of those who meet most, and the table of all pairs behind it.
import type { ActorId } from "../model/ids.js";
import { type Pair, pairsIn } from "../query/company.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText } from "./dates.js";
import { eventLine } from "./event-line.js";
import { filterForm, select } from "./filters.js";
import { type Html, html, joined, nothing } from "./html.js";
import { isMeeting } from "./meetings.js";
import { actorLink } from "./names.js";
import { networkPicture } from "./network-picture.js";
import { paged, pager } from "./paging.js";
import { partiesOf } from "./parties.js";
import { counted } from "./words.js";

const mostNodes = 16;
const rowsPerPage = 60;
const mostEvents = 5;

const pairLink = (context: PageContext, self: Self, { a, b }: Pick<Pair, "a" | "b">): string =>
  context.links.page("network", "", { ...self.query, pair: `${a}--${b}` });

function picture(context: PageContext, self: Self, pairs: readonly Pair[]): Html {
  const weights = new Map<ActorId, number>();
  for (const { a, b, events } of pairs)
    for (const id of [a, b]) weights.set(id, (weights.get(id) ?? 0) + events.length);
  const shown = [...weights].toSorted((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, mostNodes);
  const name = (id: ActorId): string => context.index.actors.get(id)?.name ?? id;
  const nodes = shown.map(([id, weight]) => ({ id, label: name(id), weight, link: context.links.page("actor", id) }));
  const ids = new Set(shown.map(([id]) => id));
  const edges = pairs
    .filter(({ a, b }) => ids.has(a) && ids.has(b))
    .map(({ a, b, events }) => ({
      a,
      b,
      count: events.length,
      words: `${name(a)} and ${name(b)}: ${counted(events.length, "meeting")}`,
      link:
        events.length === 1 && events[0]
          ? context.links.page("event", events[0].id)
          : pairLink(context, self, { a, b }),
    }));
  if (nodes.length < 2) return nothing;
  return html`<figure class="picture network"><a class="skip inner" href="#pairs">Skip the picture</a>${networkPicture(nodes, edges, "Who met whom: lines between those who met")}
<figcaption><span>The thicker a line, the more often they met; it leads to the meetings.${weights.size > mostNodes ? ` Of ${weights.size} the ${mostNodes} that meet most.` : ""} The table below tells the same.</span></figcaption></figure>`;
}

function row(context: PageContext, self: Self, { a, b, events }: Pair): Html {
  const lines = events
    .slice(0, mostEvents)
    .map(
      (event) =>
        html`<a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a>${event.date === null ? nothing : html` <span class="about">${dateText(event.date, "short")}</span>`}`,
    );
  const more = events.length - mostEvents;
  return html`<tr id="${a}--${b}"><th scope="row">${actorLink(context, a)} – ${actorLink(context, b)}</th><td class="number">${events.length}</td><td>${joined(lines, html`<br>`)}${more > 0 ? html`<br><a class="about" href="${pairLink(context, self, { a, b })}">all ${events.length}</a>` : nothing}</td></tr>
`;
}

/** All meetings of two that met. */
function pairPage(context: PageContext, self: Self, { a, b, events }: Pair, page: string | null): PageContent {
  const name = (id: ActorId): string => context.index.actors.get(id)?.name ?? id;
  const title = `${name(a)} and ${name(b)}`;
  const own: Self = { ...self, query: { ...self.query, pair: `${a}--${b}` } };
  const part = paged(events, page, rowsPerPage);
  const body = html`<p class="crumb"><a href="${context.links.page("network", "", self.query)}">Who met whom</a></p><h1 dir="auto">${title}</h1>
<p class="sum">${counted(events.length, "meeting")} of <span>${actorLink(context, a)} and ${actorLink(context, b)}</span>, calls and visits counted.</p>
<ol class="lines">${part.lines.map((event) => eventLine(context, event))}</ol>${pager(context, own, part)}`;
  return { title: `${title}: meetings`, self: own, body };
}

/** The page, as asked for in the address: by ("party", else "person": as the reports name them), page; or pair (two ids with "--" between: their meetings alone). */
export function networkPage(context: PageContext, query: URLSearchParams): PageContent {
  const { index } = context;
  const by = query.get("by") === "party" ? "party" : "person";
  const self: Self = { name: "network", id: "", query: { by: by === "party" ? by : null } };
  const held = index.record.events.filter((event) => isMeeting(event) && event.status === "happened");
  const known = new Map<ActorId, readonly ActorId[]>();
  const standFor = (id: ActorId): readonly ActorId[] => {
    const found = known.get(id) ?? (by === "person" ? [id] : [...partiesOf(index, id)]);
    known.set(id, found);
    return found;
  };
  const pairs = pairsIn(held, standFor);
  const alone = pairs.find(({ a, b }) => `${a}--${b}` === query.get("pair"));
  if (alone) return pairPage(context, self, alone, query.get("page"));
  const part = paged(pairs, query.get("page"), rowsPerPage);
  const other = html`<a href="${context.links.page("network", "", { by: by === "party" ? null : "party" })}">${by === "party" ? "as the reports name them" : "by party"}</a>`;
  const body = html`<h1>Who met whom</h1>
${filterForm(context, self, [select("by", "Counted", "as named", [{ value: "party", words: "by party" }], by)], false)}
${
  pairs.length === 0
    ? html`<p class="empty">No meeting with two named sides was read from the reports.</p>`
    : html`<p class="sum">${counted(pairs.length, "pair")} in ${counted(held.length, "meeting")} held; calls and visits count too. The same ${other}.</p>
${part.page === 1 ? picture(context, self, pairs) : nothing}
<h2 id="pairs">Pairs</h2><table><caption class="unseen">Pairs that met, the most often first</caption><thead><tr><th scope="col">Who</th><th scope="col" class="number">Meetings</th><th scope="col">Which</th></tr></thead><tbody>${part.lines.map((pair) => row(context, self, pair))}</tbody></table>
${pager(context, self, part)}`
}`;
  return { title: "Who met whom", self, body };
}
