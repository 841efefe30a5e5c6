// HTML that cannot be unescaped by mistake: every value put into a template is escaped unless it was made by a template.
// The escaping is hono/html's; what is added is a closed type of values, so that no promise and no stray value gets in.
import { html as tagged } from "hono/html";

/** A piece of HTML, made by `html` only. */
export type Html = { readonly isEscaped: true; toString(): string };

/** What a template takes: text and numbers are escaped, HTML stands as it is, the rest is left out. */
export type Value = Html | string | number | null | undefined | false | readonly Value[];

/** A template: html`<b>${text}</b>`. Attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const made = tagged(strings, ...values);
  if (made instanceof Promise) throw new TypeError("a page waits for nothing");
  return made as unknown as Html;
}

/** Nothing. */
export const nothing: Html = html``;

/** Values with a separator between them; those that are left out leave no separator. */
export function joined(values: readonly Value[], separator: Value = " · "): Value[] {
  const kept = values.filter((value) => value !== null && value !== undefined && value !== false && value !== "");
  return kept.flatMap((value, index) => (index === 0 ? [value] : [separator, value]));
}

/** The address if a browser may follow it from a page (http, https); null for anything else ("javascript:", "data:", files). */
export function outsideUrl(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).href;
}
