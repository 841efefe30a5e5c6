// Names that are missed, invented, or of another extent or type: counted by kind, with the words and places of each.
import type { TaggedName } from "../../../src/learn/iob2.js";
import { isAmong, type ToldSentence } from "./score.js";

const most = 40; // names a kind

type Miss = { readonly kind: string; readonly name: string; readonly place: string };

const overlaps = (a: TaggedName, b: TaggedName): boolean => a.first < b.last && b.first < a.last;

function missesIn({ sentence, gold, own }: ToldSentence): readonly Miss[] {
  const { forms } = sentence;
  const words = ({ first, last }: TaggedName): string => forms.slice(first, last).join(" ");
  const place = (name: TaggedName): string =>
    `…${forms.slice(Math.max(0, name.first - 7), name.first).join(" ")} [${words(name)}] ${forms.slice(name.last, name.last + 6).join(" ")}…`;
  const lost = gold.filter((name) => !isAmong(name, own));
  const invented = own.filter((name) => !isAmong(name, gold) && !gold.some((each) => overlaps(each, name)));
  return [
    ...lost.map((name): Miss => {
      const over = own.find((each) => overlaps(each, name));
      if (!over) return { kind: `missed ${name.type}`, name: words(name), place: place(name) };
      if (over.first === name.first && over.last === name.last)
        return { kind: `type ${name.type} → ${over.type}`, name: words(name), place: place(name) };
      return { kind: `extent ${name.type}`, name: `${words(name)} → ${words(over)} ${over.type}`, place: place(name) };
    }),
    ...invented.map((name): Miss => ({ kind: `invented ${name.type}`, name: words(name), place: place(name) })),
  ];
}

/** One block a kind, the most frequent first: its count, then each name with how often and where. */
export function nameMisses(told: readonly ToldSentence[]): readonly string[] {
  const kinds = new Map<string, Map<string, Miss[]>>();
  for (const miss of told.flatMap(missesIn)) {
    const names = kinds.get(miss.kind) ?? new Map<string, Miss[]>();
    names.set(miss.name, [...(names.get(miss.name) ?? []), miss]);
    kinds.set(miss.kind, names);
  }
  const countOf = (names: ReadonlyMap<string, readonly Miss[]>): number =>
    [...names.values()].reduce((n, misses) => n + misses.length, 0);
  return [...kinds]
    .sort((a, b) => countOf(b[1]) - countOf(a[1]) || (a[0] < b[0] ? -1 : 1))
    .flatMap(([kind, names]) => [
      "",
      `${kind}: ${countOf(names)}`,
      ...[...names]
        .sort((a, b) => b[1].length - a[1].length)
        .slice(0, most)
        .map(([name, misses]) => `  ×${misses.length} ${name}   ${misses[0]?.place ?? ""}`),
    ]);
}
