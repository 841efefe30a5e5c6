// A reader turns bytes of one kind into a page; a new kind of file is one more value in the list of readers.
import type { Page } from "./page.js";

/** The bytes of one report. `uri` is relative to the dossier, "/"-separated, or "stdin:<hash>". */
export type Source = { readonly uri: string; readonly bytes: Uint8Array };

export type DocumentReader = {
  readonly name: string;
  readonly extensions: readonly string[]; // lower case, with the dot
  readonly mediaTypes: readonly string[];
  readonly sniff: (source: Source) => boolean; // whether the bytes look like this kind, whatever the name
  readonly read: (source: Source) => Page | Promise<Page>; // throws UnreadableError
};

/** Lower-case extension of an address, with its dot; "" where there is none. */
export const extensionOf = (uri: string): string =>
  /\.[a-z0-9]{1,8}$/i.exec(uri.split(/[?#]/)[0] ?? "")?.[0].toLowerCase() ?? "";

/** The reader for a source: the first whose bytes it is, else the one of its extension, else the last of the list. */
export function readerFor(source: Source, readers: readonly DocumentReader[]): DocumentReader | undefined {
  const extension = extensionOf(source.uri);
  return (
    readers.find((reader) => reader.sniff(source)) ??
    readers.find((reader) => reader.extensions.includes(extension)) ??
    readers.at(-1)
  );
}
