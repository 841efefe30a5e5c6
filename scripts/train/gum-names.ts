// Names in GUM: of each entity that is a person, place or organization, and whose head is a proper noun, the words of its name as
// Universal NER cuts them: without determiners, titles, and the names inside of others.

import { phraseClasses } from "../../src/lang/en/gazetteer.js";
import type { TreebankSentence } from "../../src/learn/conllu.js";
import type { NameKind } from "../../src/learn/names.js";
import { type PhraseTree, phraseBits } from "../../src/learn/phrases.js";

type Entity = { readonly type: string; readonly first: number; last: number };

/** Entities that begin and end in a sentence, from the MISC column: "Entity=(1-person-new…(2-place…)1)". */
function entitiesOf({ words }: TreebankSentence): Entity[] {
  const open = new Map<string, Entity[]>();
  const closed: Entity[] = [];
  for (const [i, { misc }] of words.entries()) {
    const marks = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "";
    for (const mark of marks.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
      const id = /\d+/.exec(mark)?.[0] ?? "";
      if (mark.startsWith("(")) {
        const entity = { type: mark.slice(1).split("-")[1] ?? "", first: i, last: i + 1 };
        if (mark.endsWith(")")) closed.push(entity);
        else open.set(id, [...(open.get(id) ?? []), entity]);
      } else {
        const entity = open.get(id)?.pop();
        if (entity) closed.push({ ...entity, last: i + 1 });
      }
    }
  }
  return closed;
}

const kinds: Readonly<Record<string, NameKind>> = { person: "PER", place: "LOC", organization: "ORG" };
const titleBits = (1 << phraseClasses.indexOf("title")) | (1 << phraseClasses.indexOf("office"));

export function gumNames(
  sentence: TreebankSentence,
  phrases: PhraseTree,
): { first: number; last: number; kind: NameKind }[] {
  const { words } = sentence;
  const proper = (i: number): boolean => words[i]?.upos === "PROPN";
  const entities = entitiesOf(sentence).sort((a, b) => a.last - a.first - (b.last - b.first));
  const taken = new Set<number>();
  const names: { first: number; last: number; kind: NameKind }[] = [];
  for (const { type, first, last } of entities) {
    const kind = kinds[type] ?? (type === "event" || type === "object" || type === "abstract" ? "OTH" : undefined);
    const head = words.findIndex((word, i) => i >= first && i < last && (word.head < first || word.head >= last));
    if (kind === undefined || head < 0 || !proper(head)) continue;
    let from = head;
    let to = head + 1;
    const joins = (i: number): boolean => kind !== "PER" && /^(?:of|for|and|the|-|&|'s|’s)$/.test(words[i]?.form ?? "");
    while (from > first && (proper(from - 1) || (kind !== "PER" && words[from - 1]?.xpos === "NNP"))) from--;
    while (
      to < last &&
      (proper(to) || (joins(to) && to + 1 < last && (proper(to + 1) || (joins(to + 1) && proper(to + 2)))))
    )
      to++;
    if (kind === "PER")
      while (from < to - 1 && (phraseBits(phrases, [words[from]?.form ?? ""]) & titleBits) !== 0) from++;
    while (from < to - 1 && kind === "PER" && taken.has(from)) from++;
    if ([...Array(to - from).keys()].some((i) => taken.has(from + i))) {
      // a longer name that holds a shorter one of another kind ("University of Leeds") takes its place
      if (kind === "PER") continue;
      for (const inner of names.filter((name) => name.first >= from && name.last <= to))
        names.splice(names.indexOf(inner), 1);
    }
    for (let i = from; i < to; i++) taken.add(i);
    names.push({ first: from, last: to, kind });
  }
  return names.sort((a, b) => a.first - b.first);
}
