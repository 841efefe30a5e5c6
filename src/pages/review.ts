// Review: one line after the other of what reader and linker were least sure of, with its words, why it was doubted, and the ways
// to accept it, to correct it, or to skip it. What was skipped stands in the address; what was accepted in the log.
import type { ActorId, EventId, StatementId } from "../model/ids.js";
import type { RecordProblem } from "../model/record.js";
import { placeOf } from "../query/place.js";
import type { ReviewLine } from "../query/review.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { corrections } from "./decide-forms.js";
import { shownLine } from "./decide-line.js";
import { documentCorrections } from "./decide-things.js";
import { outletMarks, quoted } from "./evidence.js";
import { type Html, html, nothing } from "./html.js";
import { linkTo } from "./places.js";
import { counted } from "./words.js";

const mostSkipped = 200; // ids in an address
const kinds = ["statement", "event", "position", "actor", "problem"] as const;
const kindWords: Readonly<Record<ReviewLine["kind"], string>> = {
  statement: "statement",
  event: "event",
  position: "position",
  actor: "actor",
  problem: "place that is not decided",
};

function problemView(context: PageContext, { span, stage, candidates }: RecordProblem): Html {
  const names = candidates.map((id) => context.index.actors.get(id as ActorId)?.name ?? id);
  return html`<ol class="lines"><li class="line"><div class="when">${stage}</div><div class="what"><p class="words">${quoted(context, span)}</p>${names.length > 0 ? html`<p class="about">Could be: ${names.join(", ")}</p>` : nothing}<p class="told">${outletMarks(context, [span], null)}</p></div></li></ol>`;
}

/** The words of a line in their report. */
function wordsLink(context: PageContext, { kind, id }: ReviewLine): string | null {
  const { index } = context;
  const statement = index.statements.get(id as StatementId);
  const span =
    kind === "problem"
      ? index.record.problems.find((one) => one.id === id)?.span
      : kind === "position"
        ? index.record.positions.find((one) => one.id === id)?.evidence[0]
        : kind === "event"
          ? index.events.get(id as EventId)?.reports[0]?.span
          : statement
            ? placeOf(statement)
            : index.record.actors.find((one) => one.id === id)?.mentions[0];
  return span ? linkTo(context, span) : null;
}

/** What accepting says: of a position what it holds, of all others that they are right. */
function acceptance(context: PageContext, { kind, id }: ReviewLine): [string, string][] {
  const position = kind === "position" ? context.index.record.positions.find((one) => one.id === id) : undefined;
  return position
    ? [
        ["kind", "set-position"],
        ["arg", id],
        ["arg", position.stance],
      ]
    : [
        ["kind", "confirm"],
        ["arg", id],
      ];
}

type Asked = { readonly query: URLSearchParams; readonly token: string };

/** The page of the queue, at the first line that was not skipped; asked for in the address: kind, skip. */
export function reviewPage(context: PageContext, queue: readonly ReviewLine[], { query, token }: Asked): PageContent {
  const kind = kinds.find((one) => one === query.get("kind")) ?? null;
  const skipped = (query.get("skip") ?? "").split(" ").filter((id) => id !== "");
  const chosen = queue.filter((line) => kind === null || line.kind === kind);
  const left = chosen.filter(({ id }) => !skipped.includes(id));
  const [line] = left;
  const address = (skip: readonly string[]): string =>
    context.links.page("review", "", { kind, skip: skip.slice(-mostSkipped).join(" ") || null });
  const self: Self = { name: "review", id: "", query: { kind } };
  const choices = kinds.map((one) => {
    const count = queue.filter((other) => other.kind === one).length;
    return count === 0
      ? nothing
      : html`<li><a href="${context.links.page("review", "", { kind: one })}"${one === kind ? html` aria-current="true"` : nothing}>${counted(count, kindWords[one], one === "problem" ? "places that are not decided" : undefined)}</a></li>`;
  });
  const head = html`<h1>Review</h1>
<p class="sum">${counted(left.length, "line")} to look at${skipped.length > 0 ? html`, ${skipped.length} skipped (<a href="${address([])}">show them again</a>)` : nothing}: what the reader was least sure of and most rests on comes first.</p>
<ul class="inline">${kind === null ? nothing : html`<li><a href="${context.links.page("review")}">all</a></li>`}${choices}</ul>`;
  if (!line) return { title: "Review", self, body: html`${head}<p class="empty">Nothing is left to look at here.</p>` };
  const back = address(skipped);
  const problem = line.kind === "problem" ? context.index.record.problems.find(({ id }) => id === line.id) : undefined;
  const document = problem && context.index.documents.get(problem.span.doc);
  const shown = problem ? null : shownLine(context, line.id);
  const list = shown?.list ?? (document ? documentCorrections(context, document) : []);
  const accept = new URLSearchParams([...acceptance(context, line), ["back", back]]);
  const words = wordsLink(context, line);
  const body = html`${head}
<section class="review" data-line="${line.id}" aria-labelledby="doubt"><h2 id="doubt">Is this ${kindWords[line.kind]} right?</h2>
<p class="doubt">${line.why}</p>
${problem ? problemView(context, problem) : (shown?.line ?? nothing)}
<div class="answers"><form method="post" action="${context.links.page("decide")}?${accept.toString()}"><input type="hidden" name="token" value="${token}"><button class="main accept"><kbd>a</kbd> ${problem ? "Nothing to decide" : "Right"}</button></form>
<a class="skip-line" href="${address([...skipped, line.id])}"><kbd>s</kbd> Skip</a>${words === null ? nothing : html` <a class="open-line" href="${words}"><kbd>o</kbd> In its report</a>`}</div>
${corrections(context, back, list, { isOpen: true, title: "Wrong:" })}</section>`;
  return { title: "Review", self, body };
}
