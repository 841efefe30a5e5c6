// Which outlet a report is from: only what the page itself shows. Metadata, its address, a masthead or the name in a date line,
// whose copyright it is, a dateline's agency, a "Source:" line, where it appeared first, how it is signed, or furniture that
// names a known outlet ("Subscribe to … RBC"); otherwise null.
import type { Furniture } from "../model/document.js";
import { type Range, sliceOf } from "../model/span.js";
import { fold, foldWords } from "../text/fold.js";
import type { Header } from "./header.js";
import type { Imprint } from "./imprint.js";
import { kindOfName } from "./outlet-names.js";
import type { Claims } from "./page.js";
import type { IngestWords } from "./words.js";

/** What is known of one outlet: a data file in outlets/. */
export type OutletData = {
  readonly name: string;
  readonly forms: readonly string[]; // other names that its pages use
  readonly hosts: readonly string[]; // "reuters.com": its subdomains too
  readonly titleSuffixes: readonly string[];
};

const ownReasons = new Set(["subscription", "copyright", "contact", "footer", "navigation", "share"]);

/** Host of an address, without "www."; null where it has none. */
export function hostOf(address: string): string | null {
  const match = /^(?:https?:)?\/\/(?:[^/@\s]*@)?([^/:?#\s]+)/i.exec(address);
  return match?.[1]?.toLowerCase().replace(/^www\./, "") ?? null;
}

export const outletOfHost = (host: string | null, outlets: readonly OutletData[]): OutletData | null =>
  (host === null
    ? undefined
    : outlets.find(({ hosts }) => hosts.some((own) => host === own || host.endsWith(`.${own}`)))) ?? null;

/** The usual name of an outlet or agency called so. */
function usualName(name: string, outlets: readonly OutletData[], words: IngestWords): string | null {
  const plain = foldWords(name);
  const outlet = outlets.find((known) => [known.name, ...known.forms].some((form) => foldWords(form) === plain));
  return outlet?.name ?? words.agencies.find(({ forms }) => forms.includes(plain))?.name ?? null;
}

/** A name printed in capitals in the form that the text itself uses elsewhere; "THE PORT HERALD" → "The Port Herald". */
export function uncapitalised(name: string, text: string): string {
  if (!/\p{Lu}{2}/u.test(name) || name !== name.toUpperCase()) return name;
  const wanted = name.toLowerCase();
  const folded = fold(text);
  const lower = folded.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0 && lower.length === folded.length; at = lower.indexOf(wanted, at + 1)) {
    const form = folded.slice(at, at + name.length);
    const whole = !/\p{L}/u.test(folded.charAt(at - 1)) && !/\p{L}/u.test(folded.charAt(at + name.length));
    if (whole && form !== name && /^\p{Lu}/u.test(form)) return form;
  }
  const parts = name.split(" ");
  if (parts.length === 1) return name;
  return parts
    .map((part, index) =>
      index > 0 && /^(?:AND|OF|THE|IN|FOR|ON)$/.test(part)
        ? part.toLowerCase()
        : /[AEIOUY]/.test(part) && (part.length > 2 || /^(?:OF|IN|ON|TO|AT|BY)$/.test(part))
          ? part.charAt(0) + part.slice(1).toLowerCase()
          : part,
    )
    .join(" ");
}

/** What stands behind "|" or " - " in a page title whose front is the headline. */
function titleSuffix(claims: Claims, title: string | null): string | null {
  if (title === null) return null;
  for (const candidate of claims.titles) {
    const match = /^(.*\S)\s*(?:[|\u00bb\u00b7]|\s[-\u2013\u2014])\s+([^|]{2,40})$/u.exec(candidate);
    if (match && foldWords(match[1] ?? "") === foldWords(title)) return match[2]?.trim() ?? null;
  }
  return null;
}

function fromFurniture(text: string, furniture: readonly Furniture[], outlets: readonly OutletData[]): string | null {
  for (const mark of furniture) {
    if (!ownReasons.has(mark.reason)) continue;
    const line = ` ${foldWords(sliceOf(text, mark)).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
    const named = outlets.filter(({ name, forms }) =>
      [name, ...forms].some((form) => line.includes(` ${foldWords(form)} `)),
    );
    if (named.length === 1) return named[0]?.name ?? null;
  }
  return null;
}

/** Whether two names are one, but for an article in front, or one begins the other. */
export function isSameName(a: string, b: string): boolean {
  const [one, two] = [a, b].map((name) => foldWords(name).replace(/^the /, ""));
  if (one === undefined || two === undefined || one === "" || two === "") return false;
  return `${one} `.startsWith(`${two} `) || `${two} `.startsWith(`${one} `);
}

/** What shows whose report it is. */
export type Shown = {
  readonly text: string;
  readonly uri: string;
  readonly claims: Claims;
  readonly header: Header;
  readonly imprints: readonly Imprint[];
  readonly furniture: readonly Furniture[];
  readonly title: string | null;
};

/** The name of the head, in the shorter form that the copyright line gives it: "Metals Post Daily" of "© Metals Post". */
function headName({ text, header, imprints }: Shown): string | null {
  const range = header.masthead ?? header.names[0] ?? null;
  const name = range ? sliceOf(text, range) : null;
  if (name === null) return null;
  const shorter = imprints.find(
    (imprint) =>
      imprint.kind === "copyright" &&
      imprint.name.includes(" ") &&
      name.toLowerCase().startsWith(`${imprint.name.toLowerCase()} `),
  );
  return shorter?.name ?? name;
}

/** The outlet's name, or null where nothing shows it. */
export function outletOf(shown: Shown, outlets: readonly OutletData[], words: IngestWords): string | null {
  const { text, uri, claims, header, imprints, furniture, title } = shown;
  const named = (name: string | null | undefined): string | null =>
    name ? (usualName(name, outlets, words) ?? uncapitalised(name, text)) : null;
  const at = (range: Range | null): string | null => (range ? sliceOf(text, range) : null);
  const imprint = (kind: Imprint["kind"]): string | null => imprints.find((each) => each.kind === kind)?.name ?? null;
  const signed = imprints.find(
    ({ kind, name }) =>
      kind === "sign" &&
      (kindOfName(name, words) === "outlet" || /^The \p{Lu}/u.test(name) || usualName(name, outlets, words) !== null),
  );
  const host = outletOfHost(hostOf(claims.address ?? ""), outlets) ?? outletOfHost(hostOf(uri), outlets);
  return (
    named(claims.outlets[0]) ??
    host?.name ??
    named(headName(shown)) ??
    named(titleSuffix(claims, title)) ??
    named(at(header.source)) ??
    named(imprint("copyright")) ??
    named(imprint("own")) ??
    named(imprint("first")) ??
    named(at(header.beside)) ??
    named(header.dateline?.agency?.name) ??
    named(signed?.name) ??
    fromFurniture(text, furniture, outlets)
  );
}
