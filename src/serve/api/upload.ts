// Reports in the body of a request: one as it is, or several as a form sends files. Bytes are taken as they come; what kind of
// file they are is for intake to see, as it does for files of a folder.
import type { SourceFile } from "../../dossier.js";
import { sha256 } from "../../model/ids.js";
import { problem } from "./problems.js";

/** Media types of a single report, with the ending that a name gets which has none. */
export const reportTypes: Readonly<Record<string, string>> = {
  "text/plain": ".txt",
  "text/markdown": ".md",
  "text/html": ".html",
  "application/xhtml+xml": ".xhtml",
  "application/octet-stream": "",
};
export const formType = "multipart/form-data";
const mostFiles = 500; // of one request

export type Upload = { readonly sources: readonly SourceFile[]; readonly bytes: number };

const control = /\p{Cc}/u;

/** A name as an address in the dossier: parts apart by "/", none of them "..", none empty; null where nothing is left of it. */
export function addressOf(name: string): string | null {
  const parts = name
    .normalize("NFC")
    .split(/[/\\]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "." && part !== "..");
  const address = parts.join("/");
  return address === "" || address.length > 400 || control.test(address) ? null : address;
}

/** Bytes as a source, named as they are, else by their hash. */
function sourceOf(name: string | null, bytes: Uint8Array, ending: string): SourceFile {
  const uri = (name === null ? null : addressOf(name)) ?? `upload:${sha256(bytes).slice(0, 12)}${ending}`;
  return { uri, path: null, load: async () => bytes };
}

async function formSources(request: Request): Promise<Upload | Response> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    return problem(400, "The form cannot be read: it is cut off, or is no multipart/form-data.");
  }
  const files = [...form.values()].filter((value) => typeof value !== "string");
  if (files.length === 0)
    return problem(400, "There is no file in the form. Send each report as a part with a file name.");
  if (files.length > mostFiles)
    return problem(413, `${files.length} files are more than the ${mostFiles} of one request. Send several requests.`);
  const sources: SourceFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const content = new Uint8Array(await file.arrayBuffer());
    bytes += content.length;
    sources.push(sourceOf(file.name, content, ""));
  }
  return { sources, bytes };
}

/** The reports of a request, or what is wrong with it. `name`: what a single one is called. */
export async function uploadOf(request: Request, name: string | null): Promise<Upload | Response> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === formType) return formSources(request);
  const ending = reportTypes[type];
  if (ending === undefined || !Object.hasOwn(reportTypes, type))
    return problem(
      415,
      `Reports of the type "${type.slice(0, 60)}" are not taken. Send one of ${Object.keys(reportTypes).join(", ")}, or files as ${formType}.`,
    );
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length === 0) return problem(400, "The body is empty. Send the report in it.");
  return { sources: [sourceOf(name, bytes, ending)], bytes: bytes.length };
}
