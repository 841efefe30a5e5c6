// ECB+ (Cybulska and Vossen 2014): articles as tokens, with event mentions over them and chains of mentions across articles.
// Only the sentences of the list that was checked are scored (ECBplus_coreference_sentences.csv, beside or above the folder).
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../../../src/model/errors.js";
import type { Range } from "../../../src/model/span.js";

export type EcbToken = Range & { readonly id: string; readonly sentence: number };
export type EcbMention = Range & {
  readonly id: string; // m_id
  readonly tokens: readonly string[]; // t_id
  readonly chain: string;
};
export type EcbDocument = {
  readonly name: string; // "12_10ecb"
  readonly subtopic: string; // "12_ecb", "12_ecbplus"
  readonly text: string;
  readonly tokens: readonly EcbToken[];
  readonly mentions: readonly EcbMention[];
  readonly scored: ReadonlySet<number> | null; // sentences; null: all
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? "");
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

/** Signs that stand without a space before them, and those that stand without one behind. */
const closing = /^(?:[.,;:!?%)\]}]|'s|n't|'(?:re|ve|ll|d|m)|'')$/;
const opening = /^(?:[([{$£€]|``)$/;

/** The tokens as text: a paragraph a sentence. */
function textOf(source: string): { text: string; tokens: EcbToken[] } {
  let [text, last, before] = ["", -1, ""];
  const tokens: EcbToken[] = [];
  for (const [, head = "", body = ""] of source.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)) {
    const sentence = Number(attribute(head, "sentence"));
    const word = decoded(body);
    if (last >= 0 && sentence !== last) text += "\n\n";
    else if (text !== "" && !closing.test(word) && !opening.test(before)) text += " ";
    tokens.push({ id: attribute(head, "t_id"), sentence, start: text.length, end: text.length + word.length });
    text += word;
    [last, before] = [sentence, word];
  }
  return { text, tokens };
}

/** The chain of each mention: that across documents, that inside one, or itself alone. */
function chainsOf(source: string, name: string): Map<string, string> {
  const chains = new Map<string, string>();
  const relations = /<(CROSS|INTRA)_DOC_COREF ([^>]*)>([\s\S]*?)<\/(?:CROSS|INTRA)_DOC_COREF>/g;
  for (const [, sort, head = "", body = ""] of source.matchAll(relations)) {
    const chain = sort === "CROSS" ? attribute(head, "note") : `${name}#${attribute(head, "r_id")}`;
    for (const [, id = ""] of body.matchAll(/<source m_id="(\d+)"/g)) chains.set(id, chain);
  }
  return chains;
}

/** An article from its XML. */
export function parseEcb(source: string, name: string, scored: ReadonlySet<number> | null): EcbDocument {
  const { text, tokens } = textOf(source);
  const byId = new Map(tokens.map((token) => [token.id, token]));
  const chains = chainsOf(source, name);
  const mentions: EcbMention[] = [];
  for (const [, , head = "", body = ""] of source.matchAll(/<((?:NEG_)?ACTION_[A-Z]+) ([^>]*[^/])>([\s\S]*?)<\/\1>/g)) {
    const own = [...body.matchAll(/t_id="(\d+)"/g)].map(([, id = ""]) => id);
    const ranges = own.flatMap((id) => byId.get(id) ?? []);
    const sentence = ranges[0]?.sentence ?? -1;
    if (ranges.length === 0 || (scored !== null && !scored.has(sentence))) continue;
    const id = attribute(head, "m_id");
    const range = { start: Math.min(...ranges.map((r) => r.start)), end: Math.max(...ranges.map((r) => r.end)) };
    mentions.push({ ...range, id, tokens: own, chain: chains.get(id) ?? `${name}@${id}` });
  }
  const [topic = "", file = ""] = name.split("_");
  return { name, subtopic: `${topic}_${file.replace(/^\d+/, "")}`, text, tokens, mentions, scored };
}

/** The list of checked sentences: beside the folder or in one above it; by "topic_file". Null where there is none. */
function checkedSentences(folder: string): ReadonlyMap<string, ReadonlySet<number>> | null {
  const places = [folder, dirname(folder), dirname(dirname(folder))].map((place) =>
    join(place, "ECBplus_coreference_sentences.csv"),
  );
  const path = places.find((place) => existsSync(place));
  if (!path) return null;
  const checked = new Map<string, Set<number>>();
  for (const line of readFileSync(path, "utf8").split(/\r?\n/).slice(1)) {
    const [topic = "", file = "", sentence = ""] = line.split(",").map((cell) => cell.trim());
    const name = `${topic}_${file}`;
    checked.set(name, (checked.get(name) ?? new Set()).add(Number(sentence)));
  }
  return checked;
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return path.endsWith(".xml") ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** The articles at or under a folder, by name. */
export function readEcb(data: string): EcbDocument[] {
  const checked = checkedSentences(resolve(data));
  const files = filesUnder(data);
  if (files.length === 0) throw new InputError(`${data}: no .xml of ECB+ there. Name a folder of topics.`);
  return files.map((path) => {
    const name = basename(path, ".xml");
    return parseEcb(readFileSync(path, "utf8"), name, checked === null ? null : (checked.get(name) ?? new Set()));
  });
}
