// What is wrong with a machine or a dossier, and what to do: checks that each give one line.

import { placeDecisions } from "../decide/apply.js";
import type { Document } from "../model/document.js";
import { sha256 } from "../model/ids.js";
import type { Store } from "../store/store.js";
import type { DossierKit } from "./kit.js";

/** "bad": something is wrong; "note": worth knowing. `todo` says what to do; null: nothing. */
export type Check = {
  readonly name: string;
  readonly state: "good" | "note" | "bad";
  readonly found: string;
  readonly todo: string | null;
};

const good = (name: string, found: string): Check => ({ name, state: "good", found, todo: null });

/** Whether a version of Node ("v20.19.0") is one that this works on: `least` or later. Gives what to do where it is not. */
export function checkNode(version: string, least = "20.19.0"): Check {
  const numbers = (text: string): number[] => text.replace(/^v/, "").split(".").map(Number);
  const [have, want] = [numbers(version), numbers(least)];
  const order = have.map((part, index) => part - (want[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return order >= 0
    ? good("node", `${version}`)
    : { name: "node", state: "bad", found: `${version} is too old`, todo: `Install Node ${least} or newer` };
}

/** Checks of a dossier: its file, hashes, readings and decisions. */
export async function checkDossier(store: Store, kit: DossierKit): Promise<readonly Check[]> {
  const damage = await store.damage();
  const documents: Document[] = [];
  const changed: Document[] = [];
  let [unread, older, textOnly] = [0, 0, 0];
  for await (const { document, reading, maker, bytes } of store.all()) {
    documents.push(document);
    if (sha256(document.text) !== document.textHash) changed.push(document);
    if (!bytes) textOnly++;
    if (!reading) unread++;
    else if (maker !== kit.readerMaker) older++;
  }
  const imported = (await store.importedRecord()) !== null;
  const decisions = await store.decisions();
  const { unmatched } = placeDecisions(documents, decisions);
  return [
    good("dossier", `${store.place}: ${documents.length} documents${store.readOnly ? ", cannot be written here" : ""}`),
    ...(damage.length === 0
      ? [good("file", "database, indexes and full text are whole; original bytes have their hashes")]
      : []),
    ...damage.map(({ what, todo }): Check => ({ name: "file", state: "bad", found: what, todo })),
    ...(changed.length === 0 ? [good("texts", "every text has its hash")] : []),
    ...changed.map(
      ({ uri, id }): Check => ({
        name: "texts",
        state: "bad",
        found: `${uri} (${id}): its text is not the one that was taken in`,
        todo: "Go back to a copy of the file",
      }),
    ),
    ...(textOnly === 0
      ? []
      : [
          {
            name: "originals",
            state: "note" as const,
            found: `${textOnly} documents came with a record, without their original bytes`,
            todo: "Take in the original files to keep them too: parley read FOLDER",
          },
        ]),
    unread === 0 || imported
      ? good("readings", `${documents.length - unread} kept`)
      : {
          name: "readings",
          state: "bad",
          found: `${unread} documents have no reading`,
          todo: "Read them: parley read --again",
        },
    ...(older === 0
      ? []
      : [
          {
            name: "readings",
            state: "note" as const,
            found: `${older} were made by another version of the reader`,
            todo: "Read them anew: parley read --again",
          },
        ]),
    unmatched.length === 0
      ? good("decisions", `${decisions.length} in the log, all matched`)
      : {
          name: "decisions",
          state: "note",
          found: `${unmatched.length} of ${decisions.length} have no effect: their words are not there`,
          todo: "They are kept, and hold again when those documents are taken in. Why: parley decisions",
        },
  ];
}
