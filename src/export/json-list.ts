// JSON whose length lies in one list: the head at once, the list a line an entry, so that no whole of it is ever built.

/** `head` with one more field at its end: the entries of `list` under `name`, each on a line. */
export function* jsonWithList(
  head: Readonly<Record<string, unknown>>,
  name: string,
  list: Iterable<unknown>,
): Generator<string> {
  yield `{\n${Object.entries(head)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
    .join("")}${JSON.stringify(name)}: [`;
  let between = "\n";
  for (const entry of list) {
    yield between + JSON.stringify(entry);
    between = ",\n";
  }
  yield "\n]\n}\n";
}

/** A list, each entry on a line. */
export function* jsonLinesList(list: Iterable<unknown>): Generator<string> {
  let between = "[\n";
  for (const entry of list) {
    yield between + JSON.stringify(entry);
    between = ",\n";
  }
  yield between === "[\n" ? "[]\n" : "\n]\n";
}
