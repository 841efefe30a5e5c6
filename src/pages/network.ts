// Who met whom: a picture of those who meet most, and the table of all pairs behind it.
import type { ActorId } from "../model/ids.js";
import { type Pair, pairsIn } from "../query/company.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText } from "./dates.js";
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

function picture(context: PageContext, pairs: readonly Pair[]): Html {
  const rows = new Set(pairs.slice(0, rowsPerPage).map(({ a, b }) => `${a}--${b}`));
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
          : rows.has(`${a}--${b}`)
            ? `#${a}--${b}`
            : "#pairs",
    }));
  if (nodes.length < 2) return nothing;
  return html`<figure class="picture network"><a class="skip inner" href="#pairs">Skip the picture</a>${networkPicture(nodes, edges, "Who met whom: lines between those who met")}
<figcaption><span>The thicker a line, the more often they met; it leads to the meetings.${weights.size > mostNodes ? ` Of ${weights.size} the ${mostNodes} that meet most.` : ""} The table below tells the same.</span></figcaption></figure>`;
}

function row(context: PageContext, { a, b, events }: Pair): Html {
  const lines = events
    .slice(0, mostEvents)
    .map(
      (event) =>
        html`<a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a>${event.date === null ? nothing : html` <span class="about">${dateText(event.date, "short")}</span>`}`,
    );
  const more = events.length - mostEvents;
  return html`<tr id="${a}--${b}"><th scope="row">${actorLink(context, a)} – ${actorLink(context, b)}</th><td class="number">${events.length}</td><td>${joined(lines, html`<br>`)}${more > 0 ? html`<br><span class="about">and ${more} more</span>` : nothing}</td></tr>
`;
}

/** The page, as asked for in the address: by ("party", else "person": as the reports name them), page. */
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
  const part = paged(pairs, query.get("page"), rowsPerPage);
  const other = html`<a href="${context.links.page("network", "", { by: by === "party" ? null : "party" })}">${by === "party" ? "as the reports name them" : "by party"}</a>`;
  const body = html`<h1>Who met whom</h1>
${filterForm(context, self, [select("by", "Counted", "as named", [{ value: "party", words: "by party" }], by)], false)}
${
  pairs.length === 0
    ? html`<p class="empty">No meeting with two named sides was read from the reports.</p>`
    : html`<p class="sum">${counted(pairs.length, "pair")} in ${counted(held.length, "meeting")} held; calls and visits count too. The same ${other}.</p>
${part.page === 1 ? picture(context, pairs) : nothing}
<h2 id="pairs">Pairs</h2><table><caption class="unseen">Pairs that met, the most often first</caption><thead><tr><th scope="col">Who</th><th scope="col" class="number">Meetings</th><th scope="col">Which</th></tr></thead><tbody>${part.lines.map((pair) => row(context, pair))}</tbody></table>
${pager(context, self, part)}`
}`;
  return { title: "Who met whom", self, body };
}
