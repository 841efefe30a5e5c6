// Statements: the ledger of who said what, tellings of the same words as one line; with an actor chosen, one speaker over time.
import type { Edtf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { Statement } from "../model/record.js";
import { statementKinds } from "../model/words.js";
import { foldName } from "../query/names.js";
import { placeOf } from "../query/place.js";
import { statementsPicture } from "./actor-picture.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { monthHeading } from "./dates.js";
import { outletOf } from "./evidence.js";
import { type Choice, dateAsked, dateField, filterForm, isBetween, select } from "./filters.js";
import { type Html, html, nothing } from "./html.js";
import { paged, pager } from "./paging.js";
import { actorChoices, actorsAsked } from "./parties.js";
import type { RecordIndex } from "./record-index.js";
import { contentText, statementLine } from "./statement-line.js";
import { dateOfGroup, type Group, groupsOf } from "./utterances.js";
import { counted } from "./words.js";

const linesPerPage = 60;
const kindChoices: readonly Choice[] = statementKinds.map((kind) => ({
  value: kind,
  words: { direct: "quoted", indirect: "reported", mixed: "partly quoted" }[kind],
}));

type Asked = {
  readonly from: Edtf | null;
  readonly to: Edtf | null;
  readonly actor: string | null;
  readonly kind: string | null;
  readonly outlet: string | null;
  readonly grep: string | null;
  readonly utterance: string | null;
};

function readAsked(query: URLSearchParams): Asked {
  const text = (name: string): string | null => query.get(name)?.trim() || null;
  return {
    from: dateAsked(query, "from"),
    to: dateAsked(query, "to"),
    actor: text("actor"),
    kind: text("kind"),
    outlet: text("outlet"),
    grep: text("grep"),
    utterance: text("utterance"),
  };
}

const outletNameOf = (index: RecordIndex, statement: Statement): string | null => {
  const document = index.documents.get(placeOf(statement)?.doc ?? ("" as never));
  return document ? outletOf(document) : null;
};

/** Whether a statement is what was asked for. */
function fitting(context: PageContext, asked: Asked): (statement: Statement) => boolean {
  const { index } = context;
  const wanted = actorsAsked(index, asked.actor);
  const grep = asked.grep === null ? null : foldName(asked.grep);
  return (statement) =>
    isBetween(statement.date, asked.from, asked.to) &&
    (wanted === null || statement.speakers.some((speaker) => wanted.has(speaker))) &&
    (asked.kind === null || statement.kind === asked.kind) &&
    (asked.outlet === null || outletNameOf(index, statement) === asked.outlet) &&
    (asked.utterance === null || index.utteranceOf.get(statement.id)?.id === asked.utterance) &&
    (grep === null || foldName(contentText(context, statement) ?? "").includes(grep));
}

function form(context: PageContext, self: Self, asked: Asked): Html {
  const { index } = context;
  const names = [...new Set(index.record.documents.map(outletOf))]
    .toSorted()
    .map((name) => ({ value: name, words: name }));
  const fields = [
    dateField("from", "From", asked.from),
    dateField("to", "To", asked.to),
    select("actor", "Speaker", "Anybody", actorChoices(index, index.statementsOf, asked.actor), asked.actor),
    select("kind", "Manner", "Any", kindChoices, asked.kind),
    select("outlet", "Outlet", "Any outlet", names, asked.outlet),
    html`<label>Words <input type="search" name="grep" value="${asked.grep ?? ""}" size="14"></label>`,
  ];
  return filterForm(
    context,
    self,
    fields,
    Object.values(asked).some((value) => value !== null),
  );
}

function byMonth(context: PageContext, groups: readonly Group[]): Html[] {
  const months = new Map<string, Group[]>();
  for (const group of groups) {
    const date = dateOfGroup(group);
    const month = date === null ? "Undated" : monthHeading(date);
    months.set(month, [...(months.get(month) ?? []), group]);
  }
  return [...months].map(
    ([month, own]) =>
      html`<section><h2>${month}</h2><ol class="lines">${own.map((group) => statementLine(context, group))}</ol></section>`,
  );
}

/** The ledger, as asked for in the address: from, to, actor, kind, outlet, grep, utterance, page. */
export function statementsPage(context: PageContext, query: URLSearchParams): PageContent {
  const asked = readAsked(query);
  const self: Self = { name: "statements", id: "", query: asked };
  const chosen = context.index.record.statements.filter(fitting(context, asked));
  const groups = groupsOf(context.index, chosen);
  const part = paged(groups, query.get("page"), linesPerPage);
  const speaker = asked.actor === null ? undefined : context.index.actors.get(asked.actor as ActorId);
  const title = speaker ? `Statements of ${speaker.name}` : "Statements";
  const lines =
    chosen.length === groups.length
      ? ""
      : `; tellings of the same words stand together, in ${counted(groups.length, "line")}`;
  const isFiltered = Object.values(asked).some((value) => value !== null);
  const sum =
    groups.length > 0
      ? html`<p class="sum">${counted(chosen.length, "statement")}${lines}.</p>`
      : html`<p class="empty">No statement ${isFiltered ? "fits what was asked for" : "was read from the reports"}.</p>`;
  const body = html`<h1 dir="auto">${title}</h1>
${form(context, self, asked)}
${speaker && part.page === 1 ? statementsPicture(context, chosen) : nothing}${sum}${byMonth(context, part.lines)}
${pager(context, self, part)}`;
  return { title, self, body };
}
