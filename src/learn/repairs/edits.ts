// Several words hung elsewhere at once, so that what stands above and what stands below can change places: all of it or, where no
// tree would remain, nothing.
import type { Word } from "../annotation.js";
import { isTree } from "../tree.js";

/** Head and relation that a word gets. */
export type Edit = { readonly head: number; readonly relation: string };

/** The words with all edits made; the same words where nothing changes or no tree would remain. */
export function edited(words: readonly Word[], edits: ReadonlyMap<number, Edit>): readonly Word[] {
  const isNew = ([index, { head, relation }]: [number, Edit]): boolean =>
    words[index]?.head !== head || words[index]?.relation !== relation;
  if (![...edits].some(isNew)) return words;
  const changed = words.map((word, index): Word => {
    const edit = edits.get(index);
    return edit ? { ...word, head: edit.head, relation: edit.head < 0 ? "root" : edit.relation } : word;
  });
  return isTree(changed) ? changed : words;
}

/** A relation without its subtype. */
export function base(relation: string): string {
  const colon = relation.indexOf(":");
  return colon < 0 ? relation : relation.slice(0, colon);
}
