// What is made of one source before the store has a part in it: the same here and in a thread of its own. Results are taken
// in the order of the sources, so that nothing tells how many threads there were.
import { UnreadableError } from "../ingest/unreadable.js";
import type { Document } from "../model/document.js";
import type { KeptReading } from "../store/store.js";
import type { Prepared, Preparer, Reader, Task } from "./kit.js";
import { passagesOf } from "./passages.js";

/** The document of a task: from its bytes; as it was where they are not kept, or not read any more. */
async function documentOf(task: Task, reader: Reader): Promise<Document> {
  if (task.kind === "new") return reader.ingest(task.source);
  const { document, bytes } = task;
  if (bytes === null) return document;
  try {
    return await reader.ingest({ uri: document.uri, bytes });
  } catch (error) {
    if (error instanceof UnreadableError) return document;
    throw error;
  }
}

/** The document of a task, its reading, and what the store keeps beside them. Throws UnreadableError for a new source only. */
export async function prepare(task: Task, reader: Reader): Promise<Prepared> {
  const document = await documentOf(task, reader);
  const reading = reader.read(document);
  return { document, reading, keys: reader.keysOf({ document, reading }), passages: passagesOf(document, reading) };
}

/** As the store keeps it. `document`: kept beside the reading where it is another than at intake. */
export const keptReading = (
  { reading, keys, passages }: Prepared,
  maker: string,
  document: Document | null,
): KeptReading => ({ reading, maker, document, keys, passages });

/** One task after the other, in this thread. */
export const preparerHere = (reader: () => Promise<Reader>): Preparer => ({
  window: 1,
  prepare: async (task) => prepare(task, await reader()),
  close: async () => {},
});

/**
 * What `start` gives for each input, in their order; at most `window` are begun and not yet taken. With a window of 1 each is
 * begun when the one before it is done with. What one throws is thrown in its turn.
 */
export async function* inOrder<In, Out>(
  inputs: Iterable<In>,
  window: number,
  start: (input: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const begun: Promise<Out>[] = [];
  for (const input of inputs) {
    const [first] = begun;
    if (first && begun.length >= window) {
      yield await first;
      begun.shift();
    }
    const next = start(input);
    next.catch(() => {}); // it is thrown in its turn
    begun.push(next);
  }
  for (const one of begun) yield await one;
}
