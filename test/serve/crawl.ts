// Follows every internal link of an app, as a reader could, and tells which lead nowhere.
import { parseHTML } from "linkedom";

type Page = ReturnType<typeof parseHTML>["document"];
export type Crawl = {
  readonly pages: ReadonlyMap<string, Page>;
  readonly sizes: ReadonlyMap<string, number>;
  readonly broken: readonly string[];
};

/** Pages by path from `start` on; links of each to pages, files and places on pages are checked. At most `most` pages. */
export async function crawl(get: (path: string) => Promise<Response>, start: string, most = 2000): Promise<Crawl> {
  const pages = new Map<string, Page>();
  const sizes = new Map<string, number>();
  const places = new Map<string, ReadonlySet<string | null>>();
  const links: { from: string; path: string; fragment: string }[] = [{ from: "", path: start, fragment: "" }];
  const broken: string[] = [];
  const fetched = new Set<string>();
  for (const { from, path } of links) {
    if (fetched.has(path) || fetched.size >= most) continue;
    fetched.add(path);
    const response = await get(path);
    if (response.status !== 200) broken.push(`${from} → ${path}: ${response.status}`);
    const text = await response.text();
    if (!response.headers.get("content-type")?.startsWith("text/html")) continue;
    if (response.headers.get("content-disposition")?.startsWith("attachment")) continue; // a download, no page
    const { document } = parseHTML(text);
    pages.set(path, document);
    sizes.set(path, text.length);
    places.set(path, new Set([...document.querySelectorAll("[id]")].map((element) => element.getAttribute("id"))));
    for (const link of document.querySelectorAll("a[href], link[href]")) {
      if (link.parentElement?.classList.contains("steps")) continue; // the same page on a day when it may not have been there yet
      const href = link.getAttribute("href") ?? "";
      if (/^(?:https?:|data:)/.test(href)) continue;
      const url = new URL(href, `http://localhost${path}`);
      links.push({ from: path, path: url.pathname + url.search, fragment: decodeURIComponent(url.hash.slice(1)) });
    }
  }
  for (const { from, path, fragment } of links) {
    if (fragment !== "" && places.has(path) && !places.get(path)?.has(fragment))
      broken.push(`${from} → ${path}#${fragment}`);
  }
  return { pages, sizes, broken };
}
