// State of the dialogue: for each pair of parties what it is as last reported, and every change of it with its words.
import { compareDates } from "../model/edtf.js";
import type { StateOfDialogue } from "../model/record.js";
import { type DialogueState, dialogueStates } from "../model/words.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText, timeOf } from "./dates.js";
import { outletMarks, quoted } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { type EntryLane, laneFigure } from "./lane-picture.js";
import { actorList, namesText } from "./names.js";
import { paged, pager } from "./paging.js";
import { drawnSign, type SignName } from "./signs.js";
import { whyLink } from "./why.js";
import { counted, stateWords } from "./words.js";

const tracksPerPage = 8;
const mostChanges = 10; // of a track among others; a track alone is shown in pages of
const changesPerPage = 60;

const signs: Readonly<Record<DialogueState, SignName>> = {
  open: "ring",
  scheduled: "triangle-ring",
  "under-way": "triangle",
  inconclusive: "diamond",
  agreed: "full",
  suspended: "square-ring",
  closed: "cross",
};
const stateMark = (state: DialogueState): Html =>
  html`<span class="stance">${drawnSign(signs[state])} ${stateWords[state]}</span>`;

type Track = { readonly key: string; readonly changes: readonly [StateOfDialogue, ...StateOfDialogue[]] };

/** Changes by the set of parties, in order of time; the track that changed last first. */
function tracksOf(states: readonly StateOfDialogue[]): readonly Track[] {
  const tracks = new Map<string, [StateOfDialogue, ...StateOfDialogue[]]>();
  for (const state of states.toSorted((a, b) => compareDates(a.from, b.from))) {
    const key = [...state.between].sort().join("--");
    const track = tracks.get(key);
    if (track) track.push(state);
    else tracks.set(key, [state]);
  }
  return [...tracks]
    .map(([key, changes]) => ({ key, changes }))
    .toSorted((a, b) => compareDates(b.changes.at(-1)?.from ?? null, a.changes.at(-1)?.from ?? null));
}

function changeLine(context: PageContext, { id, from, state, evidence }: StateOfDialogue): Html {
  return html`<li class="line" id="${id}"><div class="when">${timeOf(from, "short")}</div><div class="what"><p class="label">${stateMark(state)}</p>${evidence[0] ? html`<p class="words">${quoted(context, evidence[0])}</p>` : nothing}<p class="told">${outletMarks(context, evidence, () => whyLink(context, id))}</p></div></li>
`;
}

function track(context: PageContext, { key, changes }: Track): Html {
  const last = changes.at(-1) ?? changes[0];
  const more = changes.length - mostChanges;
  const earlier =
    more > 0
      ? html`<p><a href="${context.links.page("state", "", { between: key })}">All ${counted(changes.length, "change")}</a></p>`
      : nothing;
  return html`<section><h2>${actorList(context, last.between)}</h2><p class="lead">${stateMark(last.state)} <span class="about">since ${timeOf(last.from)}</span></p>
${earlier}<ol class="lines">${changes.slice(-mostChanges).map((change) => changeLine(context, change))}</ol></section>`;
}

/** Tracks as lanes of a picture, the last changes of each. */
const lanesOf = (context: PageContext, tracks: readonly Track[]): EntryLane[] =>
  tracks.map(({ changes }) => ({
    label: namesText(context, changes[0].between).replaceAll(", ", "–"),
    entries: changes.slice(-mostChanges).map(({ id, from, state }) => ({
      date: from,
      sign: signs[state],
      words: `${dateText(from, "short")}: ${stateWords[state]}`,
      link: `#${id}`,
    })),
  }));

const legend = (context: PageContext): Html => {
  const used = dialogueStates.filter((state) => context.index.record.state.some((one) => one.state === state));
  return html`<span class="legend">${joined(
    used.map((state) => stateMark(state)),
    " ",
  )}</span>`;
};

/** One dialogue alone, all its changes. */
function trackPage(context: PageContext, { key, changes }: Track, page: string | null): PageContent {
  const self: Self = { name: "state", id: "", query: { between: key } };
  const part = paged(changes, page, changesPerPage);
  const title = `State of the dialogue: ${namesText(context, changes[0].between)}`;
  const body = html`<p class="crumb"><a href="${context.links.page("state")}">All dialogues</a></p><h1 dir="auto">${title}</h1>
<p class="sum">${counted(changes.length, "change")}.</p><ol class="lines">${part.lines.map((change) => changeLine(context, change))}</ol>${pager(context, self, part)}`;
  return { title, self, body };
}

/** The page, as asked for in the address: between (ids of the parties, sorted, "--" between them), page. */
export function statePage(context: PageContext, query: URLSearchParams): PageContent {
  const self: Self = { name: "state", id: "", query: {} };
  const tracks = tracksOf(context.index.record.state);
  const asked = tracks.find(({ key }) => key === query.get("between"));
  if (asked) return trackPage(context, asked, query.get("page"));
  const part = paged(tracks, query.get("page"), tracksPerPage);
  const figure = laneFigure(context, lanesOf(context, part.lines), {
    title: "Changes of state by dialogue",
    caption: legend(context),
  });
  const body = html`<h1>State of the dialogue</h1>
${
  tracks.length === 0
    ? html`<p class="empty">No state of a dialogue between parties was read from the reports.</p>`
    : html`<p class="sum">${counted(tracks.length, "dialogue")}, ${context.asOf === null ? "as last reported" : `as it was known on ${dateText(context.asOf)}`}. It is what it was from a day on, until something else is reported.</p>
${figure}
${part.lines.map((one) => track(context, one))}
${pager(context, self, part)}`
}`;
  return { title: "State of the dialogue", self, body };
}
