// IOB2 as Universal NER gives it (https://www.universalner.org): five columns (index, form, tag, -, annotator), sentences apart
// by blank lines → sentences with their tags, and the names in them. Only PER, ORG and LOC are names; any other label is none.
import type { NameType } from "./annotation.js";

export type NamedSentence = {
  readonly id: string;
  readonly document: string; // id of the last "# newdoc", "" before the first
  readonly forms: readonly string[];
  readonly tags: readonly string[]; // as they stand: "B-PER", "I-OTH", "O"
};

/** Tokens [first … last) of one sentence that are a name. */
export type TaggedName = { readonly first: number; readonly last: number; readonly type: NameType };

const types: ReadonlySet<string> = new Set<NameType>(["PER", "ORG", "LOC"]);

type Draft = { id: string; forms: string[]; tags: string[] };

/** Form and tag of a line; null for a contraction or an empty node, whose words follow. "form TAB tag" is understood too. */
function tokenOf(line: string, at: number): { readonly form: string; readonly tag: string } | null {
  const columns = line.split("\t");
  const [form, tag] = columns.length === 2 ? columns : columns.slice(1, 3);
  if (columns.length > 2 && /^\d+[-.]\d+$/.test(columns[0] ?? "")) return null;
  if (form === undefined || form === "" || tag === undefined || !/^(?:O|[BI]-\S+)$/.test(tag))
    throw new Error(`line ${at}: no IOB2: write index, form and tag (B-PER, I-PER, O), separated by tabs`);
  return { form, tag };
}

/** Sentences of an IOB2 file, in order. Throws Error, with its number, on a line that is no IOB2. */
export function readIob2(source: string): NamedSentence[] {
  const sentences: NamedSentence[] = [];
  let document = "";
  let draft: Draft = { id: "", forms: [], tags: [] };
  const close = (): void => {
    if (draft.forms.length > 0) sentences.push({ document, ...draft });
    draft = { id: "", forms: [], tags: [] };
  };
  for (const [index, line] of source
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "") close();
    else if (/^#($|\s)/.test(line) && !/\t(?:O|[BI]-\S+)(?:\t|$)/.test(line)) {
      const [, key = "", value = ""] = /^#\s*([^=]*?)\s*(?:=\s*(.*))?$/.exec(line) ?? [];
      if (key === "newdoc id" || key === "newdoc") document = value.trim();
      else if (key === "sent_id") draft.id = value.trim();
    } else {
      const token = tokenOf(line, index + 1);
      if (!token) continue;
      draft.forms.push(token.form);
      draft.tags.push(token.tag);
    }
  }
  close();
  return sentences;
}

/** The names that the tags of a sentence mark. An I- that continues nothing of its label begins a name, as in conlleval. */
export function namesOfTags(tags: readonly string[]): TaggedName[] {
  const names: TaggedName[] = [];
  let open: { first: number; label: string } | null = null;
  const close = (last: number): void => {
    if (open && types.has(open.label)) names.push({ first: open.first, last, type: open.label as NameType });
    open = null;
  };
  tags.forEach((tag, index) => {
    const label = tag.slice(2);
    if (tag.startsWith("I-") && open?.label === label) return;
    close(index);
    if (tag.startsWith("B-") || tag.startsWith("I-")) open = { first: index, label };
  });
  close(tags.length);
  return names;
}

/** The tags of names that do not overlap; the other way round than `namesOfTags`. */
export function tagsOfNames(length: number, names: readonly TaggedName[]): string[] {
  const tags = new Array<string>(length).fill("O");
  for (const { first, last, type } of names)
    for (let index = first; index < last; index++) tags[index] = `${index === first ? "B" : "I"}-${type}`;
  return tags;
}
