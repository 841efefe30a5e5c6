// Lines by what they belong to, so that a listing is one pass, whatever the size of the record.

/** Lines by each of their keys, in their order; of an unknown key: none. */
export function groupBy<Line, Key>(
  lines: readonly Line[],
  keysOf: (line: Line) => Iterable<Key>,
): (key: Key) => readonly Line[] {
  const groups = new Map<Key, Line[]>();
  for (const line of lines)
    for (const key of new Set(keysOf(line))) {
      const group = groups.get(key);
      if (group) group.push(line);
      else groups.set(key, [line]);
    }
  return (key) => groups.get(key) ?? [];
}
