// Shows a listing of the record.
import { openDossier, type View } from "../parley.js";
import { lookupOf } from "../query/lookup.js";
import { inkOf, widthOf } from "./ink.js";
import { type Action, exit, type Io } from "./io.js";
import { writeRows } from "./listing.js";
import { listings } from "./listings/index.js";
import { asOfOption, defaultDossier, filterOption, type ListingFlags } from "./options.js";

/** Says on standard error what a view leaves out, and that readings are old. */
export function tellView(io: Io, { record, undated, later, older }: View, asOf: string | null, dossier: string): void {
  const documents = (number: number): string => `${number} document${number === 1 ? "" : "s"}`;
  if (asOf !== null) {
    const left = [
      later > 0 ? `${documents(later)} published later` : null,
      undated > 0 ? `${documents(undated)} without a date` : null,
    ];
    const told = left.filter((part) => part !== null).join(" and ");
    io.err(`As of ${asOf}: ${documents(record.documents.length)}${told === "" ? "" : `; left out: ${told}`}.\n`);
  }
  if (older > 0)
    io.err(
      `${older} of these documents ${older === 1 ? "was" : "were"} read by another version of the reader. Read anew with: parley read --again${dossier === defaultDossier ? "" : ` -d ${dossier}`}\n`,
    );
}

/** The action of a listing command. */
export function showListing(name: string): Action {
  return async (io, _args, raw) => {
    const flags = raw as unknown as ListingFlags;
    const one = listings[name];
    if (!one) throw new RangeError(`no listing ${name}`);
    const [filter, asOf] = [filterOption(flags), asOfOption(flags.asOf)];
    const dossier = await openDossier(flags.dossier, { mode: "read" });
    try {
      const view = await dossier.view({ asOf });
      tellView(io, view, asOf, flags.dossier);
      const rows = one.rows(lookupOf(view.record), filter);
      if (rows.length === 0)
        io.err(`Nothing to show of ${name}${view.record.documents.length === 0 ? ": no document is there" : ""}.\n`);
      if (rows.length > 0 || flags.format !== "text")
        io.out(writeRows(rows, one, flags.format, { ink: inkOf(io), width: widthOf(io) }));
      return exit.done;
    } finally {
      await dossier.close();
    }
  };
}
