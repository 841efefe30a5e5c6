// Signing in, and the account of who has: the only page that a server with users shows to strangers.
import type { PageContent, PageContext, Self } from "./context.js";
import { type Html, html, nothing } from "./html.js";

const self: Self = { name: "account", id: "", query: {} };

const alert = (text: string | null): Html =>
  text === null ? nothing : html`<p class="refused" role="alert">${text}</p>`;

/** The form to sign in; `next`: the address to go to then, `why`: what was wrong. */
export function signInPage(context: PageContext, next: string, name: string, why: string | null): PageContent {
  const body = html`<h1>Sign in</h1>
${alert(why)}
<form class="account" method="post" action="${context.links.page("account", "", { as_of: null })}">
<input type="hidden" name="next" value="${next}">
<p><label for="name">Name</label><input id="name" name="name" value="${name}" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="100"></p>
<p><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"></p>
<p><button>Sign in</button></p></form>
<p class="about">You are signed in already, and came from another site? <a href="${next}">Go on</a>.</p>`;
  return { title: "Sign in", self, body, isBare: true };
}

/** Who is signed in, and the way out. */
export function accountPage(context: PageContext): PageContent {
  const { name = null, mayWrite = false } = context.viewer ?? {};
  const body = html`<h1>Your account</h1>
<p>Signed in as <strong dir="auto">${name}</strong>, ${mayWrite ? "who reads and corrects: every correction bears this name." : "who reads."}</p>
<form class="account" method="post" action="${context.links.page("account", "", { as_of: null })}">
<input type="hidden" name="leave" value="yes">
<p><button>Sign out</button></p></form>`;
  return { title: "Your account", self, body };
}
