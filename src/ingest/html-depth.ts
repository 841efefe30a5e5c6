// Deep nesting hangs every HTML parser: the depth is counted in one linear scan, and tags beyond the cap are left out before
// any tree is built. Their text stays.

const voids = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "param",
  "source",
  "track",
  "wbr",
]);
const selfClosing = new Set(["p", "li", "td", "th", "tr", "dt", "dd", "option"]);
const rawText = new Set(["script", "style", "textarea", "title", "noscript"]);

/** Where a tag or comment that begins at `open` ends, or -1. */
function tagEnd(html: string, open: number): number {
  if (!html.startsWith("<!--", open)) return html.indexOf(">", open + 1);
  const end = html.indexOf("-->", open + 4);
  return end < 0 ? -1 : end + 2;
}

/** The page without the tags that open deeper than `cap` levels (and without what closes them). Linear in the length. */
export function flattenDeep(html: string, cap: number): string {
  const stack: string[] = [];
  const counts = new Map<string, number>();
  const kept: string[] = [];
  let from = 0; // behind the last thing kept
  let beyond = 0; // tags open beyond the cap
  const pop = (): void => {
    const name = stack.pop();
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 1) - 1);
  };
  const drop = (start: number, end: number): void => {
    kept.push(html.slice(from, start), " ");
    from = end;
  };
  for (let open = html.indexOf("<"); open >= 0; ) {
    const last = tagEnd(html, open);
    if (last < 0) break;
    const name = /^<\/?([a-z][a-z0-9:-]{0,30})/i.exec(html.slice(open, open + 34))?.[1]?.toLowerCase();
    let next = last + 1;
    if (name !== undefined && html.charAt(open + 1) === "/") {
      if (beyond > 0) {
        beyond--;
        drop(open, next);
      } else if ((counts.get(name) ?? 0) > 0) {
        while (stack.length > 0 && stack.at(-1) !== name) pop();
        pop();
      }
    } else if (name !== undefined && !voids.has(name) && html.charAt(last - 1) !== "/") {
      if (rawText.has(name)) {
        const close = html.indexOf(`</${name}`, next);
        next = close < 0 ? html.length : close + 2 + name.length;
      } else {
        if (selfClosing.has(name) && stack.at(-1) === name) pop();
        if (stack.length >= cap) {
          beyond++;
          drop(open, next);
        } else {
          stack.push(name);
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      }
    }
    open = html.indexOf("<", next);
  }
  return kept.length === 0 ? html : kept.join("") + html.slice(from);
}
