// docs/api.md names every address that the description has, and no other.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readOnlyAccess } from "../../src/serve/access.js";
import { apiOf } from "../../src/serve/api/api.js";
import type { ChangedDossier } from "../../src/serve/api/writing.js";

test("every route stands in docs/api.md", async () => {
  const nobody = {} as ChangedDossier; // nothing is asked of it
  const api = apiOf({
    dossier: { version: async () => 1 },
    viewOf: () => Promise.reject(new Error("nothing is asked")),
    show: async (c) => c.text(""),
    onError: () => {},
    writing: { dossier: nobody, access: readOnlyAccess(), now: () => "" },
  });
  const { paths } = (await (await api.request("/openapi.json")).json()) as { paths: Record<string, object> };
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const rows = [...readFileSync("docs/api.md", "utf8").matchAll(/^\| `(GET|POST) [^|]*\|/gm)];
  const told = rows.flatMap(([row, method]) =>
    [...row.matchAll(/(\/[^\s`]+)/g)].map((match) => `${method} ${match[1]}`),
  );
  expect(told.sort()).toEqual(routes.sort());
});
