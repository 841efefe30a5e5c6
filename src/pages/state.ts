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
import { counted, stateWords } from "./words.js";

const tracksPerPage = 20;
const mostChanges = 20;

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
  return html`<li class="line" id="${id}"><div class="when">${timeOf(from, "short")}</div><div class="what"><p class="label">${stateMark(state)}</p>${evidence[0] ? html`<p class="words">${quoted(context, evidence[0])}</p>` : nothing}<p class="told">${outletMarks(context, evidence)}</p></div></li>
`;
}

function track(context: PageContext, { changes }: Track): Html {
  const last = changes.at(-1) ?? changes[0];
  const more = changes.length - mostChanges;
  return html`<section><h2>${actorList(context, last.between)}</h2><p class="lead">${stateMark(last.state)} <span class="about">since ${timeOf(last.from)}</span></p>
${more > 0 ? html`<p class="about">${counted(more, "earlier change")} left out here.</p>` : nothing}<ol class="lines">${changes.slice(-mostChanges).map((change) => changeLine(context, change))}</ol></section>`;
}

/** The page, as asked for in the address: page. */
export function statePage(context: PageContext, query: URLSearchParams): PageContent {
  const self: Self = { name: "state", id: "", query: {} };
  const tracks = tracksOf(context.index.record.state);
  const part = paged(tracks, query.get("page"), tracksPerPage);
  const shown = new Set(part.lines.map(({ key }) => key));
  const lanes = part.lines.map(
    ({ changes }): EntryLane => ({
      label: namesText(context, changes[0].between).replaceAll(", ", "–"),
      entries: changes.slice(-mostChanges).map(({ id, from, state }) => ({
        date: from,
        sign: signs[state],
        words: `${dateText(from, "short")}: ${stateWords[state]}`,
        link: `#${id}`,
      })),
    }),
  );
  const used = dialogueStates.filter((state) => context.index.record.state.some((one) => one.state === state));
  const caption = html`<span class="legend">${joined(
    used.map((state) => stateMark(state)),
    " ",
  )}</span>`;
  const body = html`<h1>State of the dialogue</h1>
${
  shown.size === 0
    ? html`<p class="empty">No state of a dialogue between parties was read from the reports.</p>`
    : html`<p class="sum">${counted(tracks.length, "dialogue")}, ${context.asOf === null ? "as last reported" : `as it was known on ${dateText(context.asOf)}`}. It is what it was from a day on, until something else is reported.</p>
${laneFigure(context, lanes, { title: "Changes of state by dialogue", caption })}
${part.lines.map((one) => track(context, one))}
${pager(context, self, part)}`
}`;
  return { title: "State of the dialogue", self, body };
}
