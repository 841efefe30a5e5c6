// The interface for programs as a page for people: every address with what it gives and takes, and a form that tries it.
import type { PageContent } from "../../pages/context.js";
import { type Html, html, nothing } from "../../pages/html.js";

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: { readonly description?: string };
};
type Operation = { readonly summary?: string; readonly operationId?: string; readonly parameters?: readonly unknown[] };
type Description = {
  readonly paths?: Readonly<Record<string, { readonly get?: Operation; readonly post?: Operation }>>;
};

const base = "/api/v1";

const wordsOf = ({ description, schema }: Parameter): string => description ?? schema?.description ?? "";

function parameterRow(parameter: Parameter): Html {
  const need = parameter.required === true ? " (needed)" : "";
  return html`<tr><th scope="row"><code>${parameter.name}</code></th><td>${wordsOf(parameter)}${need}</td></tr>`;
}

/** A form that asks the address, where no part of the path is open and nothing is written. */
function tryForm(path: string, id: string, parameters: readonly Parameter[]): Html {
  if (path.includes("{")) return nothing;
  const fields = parameters
    .filter(({ required }) => required === true)
    .map(
      ({ name }) =>
        html`<label for="${id}-${name}">${name}</label> <input id="${id}-${name}" name="${name}" required> `,
    );
  return html`<form method="get" action="${base}${path}"><p>${fields}<button>Ask ${path}</button></p></form>`;
}

function section(
  method: "GET" | "POST",
  path: string,
  { summary = "", operationId = "", parameters = [] }: Operation,
): Html {
  const known = parameters as readonly Parameter[];
  const table =
    known.length === 0
      ? nothing
      : html`<table><thead><tr><th scope="col">parameter</th><th scope="col">meaning</th></tr></thead><tbody>${known.map(parameterRow)}</tbody></table>`;
  return html`<section><h2 id="${operationId}"><code>${method} ${base}${path}</code></h2><p>${summary}</p>${table}${method === "GET" ? tryForm(path, operationId, known) : nothing}</section>`;
}

/** The page of an OpenAPI document. */
export function apiPage({ paths = {} }: Description): PageContent {
  const sections = Object.entries(paths).flatMap(([path, { get, post }]) => [
    get === undefined ? nothing : section("GET", path, get),
    post === undefined ? nothing : section("POST", path, post),
  ]);
  const body = html`<h1>For programs</h1>
<p>Everything that the pages show, as JSON, each row with the places in the reports that it was read from. <a href="${base}/openapi.json">openapi.json</a> describes it for machines (OpenAPI 3.1). Answers carry an ETag: ask again with If-None-Match, and nothing is sent while the dossier stands. Listings come in pages (offset, limit; the next one is in the Link header). What is wrong is told as problem details (RFC 9457). Who writes (POST) sends a token: Authorization: Bearer.</p>
${sections}`;
  return { title: "For programs", self: { name: "about", id: "", query: {} }, body };
}
