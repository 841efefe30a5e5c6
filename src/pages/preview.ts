// What a correction would change, before it is kept: the same page whether it was asked for the first time or its saving was
// refused, so that nothing is lost that was filled in.
import type { Decided } from "../model/decision-log.js";
import type { PageContent, PageContext } from "./context.js";
import { changeList, decisionText, pointedWords } from "./decided-words.js";
import { html, nothing } from "./html.js";

export type Preview = {
  readonly decided: Decided;
  /** The address that asked for it, which holds the correction; saving sends it once more, with the token. */
  readonly address: string;
  readonly back: string;
  readonly token: string;
  readonly reason?: string;
  /** Why it was not saved. */
  readonly refused?: string | null;
};

/** The page of a preview. */
export function previewPage(context: PageContext, preview: Preview): PageContent {
  const { decided, address, back, token, reason = "", refused = null } = preview;
  const { action, supersedes } = decided.decision;
  const former =
    supersedes === null
      ? nothing
      : html`<p class="about">It takes the place of your decision <code>${supersedes}</code>.</p>`;
  const body = html`<p class="crumb"><a class="back" href="${back}">Back</a> · not saved yet</p>
<h1>${decisionText(action)}</h1>
${refused === null ? nothing : html`<p class="refused" role="alert">${refused}</p>`}
${pointedWords(action)}${former}
<form class="save" method="post" action="${address}"><input type="hidden" name="token" value="${token}">
<p><label>Why, if it needs saying <input name="reason" value="${reason}" maxlength="2000" autocomplete="off"></label></p>
<p><button class="main" autofocus>Save</button> <a href="${back}">Do not save</a> <span class="about">as ${context.viewer?.name ?? ""}; it can be taken back</span></p></form>
<section aria-labelledby="changes"><h2 id="changes">What it changes</h2>${changeList(context, decided.changes)}</section>`;
  return { title: "Preview", self: { name: "decide", id: "", query: {} }, body };
}

export type Saved = {
  readonly decision: Decided["decision"];
  readonly address: string; // that takes it back
  readonly token: string;
};

/** What stands above a page that one comes back to: what was saved, and the way to take it back. */
export function savedNote({ decision, address, token }: Saved) {
  const isBack = decision.action.kind === "withdraw";
  const told = isBack ? html`Taken back.` : html`Saved: ${decisionText(decision.action)}.`;
  return html`<div class="saved" role="status"><p>${told} <span class="about">${decision.author}</span></p>
<form method="post" action="${address}"><input type="hidden" name="token" value="${token}"><button class="undo">${isBack ? "Have it again" : "Undo"}</button></form></div>`;
}
