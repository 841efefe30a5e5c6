// parley publish: the dossier as a site of files.
import { resolve } from "node:path";
import { InputError } from "../model/errors.js";
import { openDossier } from "../parley.js";
import { checkFolder, writeSite } from "../publish/folder.js";
import { siteOf } from "../publish/site.js";
import { type Action, exit } from "./io.js";
import { asOfOption } from "./options.js";
import { tellView } from "./show.js";

type Flags = { readonly dossier: string; readonly asOf?: string };

export const publishCommand: Action = async (io, [folder], raw) => {
  const flags = raw as unknown as Flags;
  if (folder === undefined || folder === "") throw new InputError("Name the folder to write the site into");
  const asOf = asOfOption(flags.asOf);
  checkFolder(folder);
  const dossier = await openDossier(flags.dossier, { mode: "read" });
  try {
    const view = await dossier.view({ asOf });
    tellView(io, view, asOf, flags.dossier);
    const site = siteOf(view.record, { title: await dossier.title(), asOf, undated: view.undated });
    const { files, bytes } = await writeSite(folder, site);
    const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
    io.out(`${folder} holds ${files.toLocaleString("en-GB")} files, ${size}. Open ${resolve(folder, "index.html")}\n`);
    return exit.done;
  } finally {
    await dossier.close();
  }
};
