// The desk: where the record is corrected. What is filled in stands in the address, so that asking for it (GET) shows its effect
// and sending it with the token (POST) keeps it; then one is back where one came from.
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Draft } from "../dossier.js";
import type { Decision } from "../model/decision.js";
import { InputError } from "../model/errors.js";
import type { PageContext } from "../pages/context.js";
import { decideLinePage } from "../pages/decide-line.js";
import { decisionsPage } from "../pages/decisions.js";
import { type Html, html } from "../pages/html.js";
import { pathOf } from "../pages/links.js";
import { previewPage, savedNote } from "../pages/preview.js";
import { reviewPage } from "../pages/review.js";
import { reviewQueue } from "../query/review.js";
import { refusedSite, type Writer } from "./access.js";
import type { Writing } from "./api/writing.js";
import { backTo } from "./back.js";
import { ownPath } from "./gate.js";
import type { Screen } from "./screen.js";

export type Desk = {
  readonly route: Hono;
  /** What was just saved, to be shown above the page that one came back to; null: nothing was. */
  readonly told: (c: Context, context: PageContext) => Promise<Html | null>;
};

const largest = 20_000; // bytes of a form: all but token and reason stand in the address
const searchOf = (c: Context): URLSearchParams => new URL(c.req.url).searchParams;
const addressOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
};

/** What is decided, as an address has it; empty fields were not filled in. */
function draftOf(query: URLSearchParams): Draft | null {
  const kind = query.get("kind");
  if (kind === null) return null;
  const args = query.getAll("arg").filter((text) => text.trim() !== "");
  return { kind, args, date: query.get("date")?.trim() || null, inDocument: query.get("in") || null };
}

/** Where one came from: as the form says, else the page that linked here. */
function backOf(c: Context): string {
  const asked = searchOf(c).get("back");
  if (asked !== null) return ownPath(asked);
  const from = c.req.header("referer") ?? "";
  if (!URL.canParse(from)) return "/";
  const { host, pathname, search } = new URL(from);
  return host === c.req.header("host") && pathname !== pathOf.decide ? pathname + search : "/";
}

/** An address with what was decided there, so that it is told, at the line that was corrected. */
function withDecided(address: string, { id }: Decision, line: string | null): string {
  const url = new URL(address, "http://own.invalid");
  url.searchParams.set("decided", id);
  const at = line === null ? "" : `#fix-${encodeURIComponent(line)}`;
  return `${url.pathname}${url.search}${at}`;
}

const withoutDecided = (address: string): string => {
  const url = new URL(address, "http://own.invalid");
  url.searchParams.delete("decided");
  return url.pathname + url.search;
};

/** The desk over what can be changed. */
export function deskOf({ dossier, access, now }: Writing, screen: Screen): Desk {
  const route = new Hono();
  const refuse = (c: Context, why: string, status: 403 | 413): Promise<Response> =>
    screen.say(c, "Refused", [why], status);
  const limited = bodyLimit({ maxSize: largest, onError: (c) => refuse(c, "This form is too large.", 413) });
  /** The page's token, for who may write; else the answer that says why not. */
  const tokenFor = (c: Context): string | Promise<Response> => {
    const { token } = access.viewerOf(c);
    if (token !== null) return token;
    const refusal = access.writerOf(c);
    return refuse(c, refusal.may ? "Pages write with the token of a session." : refusal.why, 403);
  };
  const deciding = (writer: Writer, reason: string | null) => ({
    author: writer.author,
    at: now(),
    reason: reason === null || reason.trim() === "" ? null : reason.trim().slice(0, 2000),
  });
  /** The token and the reason that a form sent. */
  const sent = async (c: Context): Promise<{ readonly token: string | null; readonly reason: string }> => {
    const { token, reason } = await c.req.parseBody();
    return { token: typeof token === "string" ? token : null, reason: typeof reason === "string" ? reason : "" };
  };
  /** What a draft would change, as a page. */
  const preview = async (c: Context, draft: Draft, token: string, more: { reason?: string; refused?: string } = {}) => {
    const author = access.viewerOf(c).name ?? "";
    const decided = await dossier.decide(draft, { author, at: now(), reason: null, dryRun: true });
    const context = await screen.context(c, null);
    const page = previewPage(context, { decided, address: addressOf(c), back: backOf(c), token, ...more });
    return screen.once(c, context, page, more.refused === undefined ? 200 : 403);
  };

  route.get(pathOf.decide, async (c) => {
    const token = tokenFor(c);
    if (typeof token !== "string") return token;
    const site = refusedSite(c);
    const query = searchOf(c);
    const draft = draftOf(query);
    if (draft !== null) return site ? refuse(c, site.why, 403) : preview(c, draft, token);
    const context = await screen.context(c, null);
    const page = decideLinePage(context, query.get("line") ?? "", backOf(c));
    return page === null
      ? screen.say(c, "Not found", ["The record has no such line any more: it may have been corrected meanwhile."], 404)
      : screen.once(c, context, page);
  });

  route.post(pathOf.decide, limited, async (c) => {
    const draft = draftOf(searchOf(c));
    if (draft === null) throw new InputError("nothing was filled in");
    const { token, reason } = await sent(c);
    const writer = access.writerOf(c, token);
    const shown = access.viewerOf(c).token;
    if (!writer.may) {
      const ownPage = refusedSite(c) === null && shown !== null;
      return ownPage ? preview(c, draft, shown, { reason, refused: writer.why }) : refuse(c, writer.why, 403);
    }
    const { decision } = await dossier.decide(draft, deciding(writer, reason));
    const { index } = await screen.viewOf(null);
    const line = draft.args[0] ?? null;
    return c.redirect(withDecided(backTo(index, decision, backOf(c)), decision, line), 303);
  });

  route.get(pathOf.decisions, async (c) => {
    const token = tokenFor(c);
    if (typeof token !== "string") return token;
    const [context, log] = await Promise.all([screen.context(c, null), dossier.decisionLog()]);
    const note = await told(c, context);
    const page = decisionsPage(context, log, { query: searchOf(c), token });
    return screen.once(c, context, note === null ? page : { ...page, body: html`${note}${page.body}` });
  });

  route.post(pathOf.decisions, limited, async (c) => {
    const { token, reason } = await sent(c);
    const writer = access.writerOf(c, token);
    if (!writer.may) return refuse(c, writer.why, 403);
    const query = searchOf(c);
    const { decision } = await dossier.undecide(query.get("undo") ?? "", deciding(writer, reason));
    const back = query.get("back") === null ? pathOf.decisions : ownPath(query.get("back"));
    const { index } = await screen.viewOf(null);
    const log = await dossier.decisions();
    const former = log.find(({ id }) => id === decision.supersedes) ?? decision;
    return c.redirect(withDecided(backTo(index, former, back), decision, null), 303);
  });

  route.get(pathOf.review, async (c) => {
    const token = tokenFor(c);
    if (typeof token !== "string") return token;
    const context = await screen.context(c, null);
    const note = await told(c, context);
    const page = reviewPage(context, reviewQueue(context.index.record), { query: searchOf(c), token });
    return screen.once(c, context, note === null ? page : { ...page, body: html`${note}${page.body}` });
  });

  const told = async (c: Context, context: PageContext): Promise<Html | null> => {
    const id = c.req.query("decided");
    const { token } = access.viewerOf(c);
    if (id === undefined || token === null || context.asOf !== null) return null;
    const decision = (await dossier.decisions()).find((one) => one.id === id);
    if (!decision) return null;
    const back = withoutDecided(addressOf(c));
    const address = `${pathOf.decisions}?${new URLSearchParams({ undo: id, back })}`;
    return savedNote({ decision, address, token });
  };
  return { route, told };
}
