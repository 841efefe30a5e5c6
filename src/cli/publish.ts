// parley publish: the dossier as a site of files.
import { resolve } from "node:path";
import type { Edtf } from "../model/edtf.js";
import { InputError } from "../model/errors.js";
import type { ParleyRecord } from "../model/record.js";
import { openDossier } from "../parley.js";
import { checkFolder, writeSite } from "../publish/folder.js";
import { siteOf } from "../publish/site.js";
import { reportDays } from "../query/days.js";
import { type Action, exit } from "./io.js";
import { asOfOption, numberOption } from "./options.js";
import { tellView } from "./show.js";

type Flags = { readonly dossier: string; readonly asOf?: string; readonly days?: string };

const mostDays = 8;
const mostReports = 600; // reports times days: a site of a large dossier shows fewer days, or none, unless it is asked to

/** Days of reports that the site shows the record as of: the first, the last but one, and so many between them, evenly. */
function daysShown(record: ParleyRecord, asked: string | undefined): readonly Edtf[] {
  const usual = Math.min(mostDays, Math.floor(mostReports / Math.max(1, record.documents.length)));
  const count = asked === undefined ? usual : numberOption("--days", asked, 0, 1000);
  const days = reportDays(record).slice(0, -1);
  if (days.length <= count) return days;
  const places = Array.from({ length: count }, (_, at) =>
    Math.round((at * (days.length - 1)) / Math.max(1, count - 1)),
  );
  return [...new Set(places)].flatMap((place) => days[place] ?? []);
}

export const publishCommand: Action = async (io, [folder], raw) => {
  const flags = raw as unknown as Flags;
  if (folder === undefined || folder === "") throw new InputError("Name the folder to write the site into");
  const asOf = asOfOption(flags.asOf);
  checkFolder(folder);
  const dossier = await openDossier(flags.dossier, { mode: "read" });
  try {
    const view = await dossier.view({ asOf });
    tellView(io, view, asOf, flags.dossier);
    const days = asOf === null ? daysShown(view.record, flags.days) : [];
    const at = (day: Edtf) => dossier.view({ asOf: day });
    const site = siteOf(view.record, { title: await dossier.title(), asOf, undated: view.undated, days, at });
    const { files, bytes } = await writeSite(folder, site);
    const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
    io.out(`${folder} holds ${files.toLocaleString("en-GB")} files, ${size}. Open ${resolve(folder, "index.html")}\n`);
    return exit.done;
  } finally {
    await dossier.close();
  }
};
