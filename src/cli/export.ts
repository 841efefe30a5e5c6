// parley export: the record in a format, to a file or standard output.
import { exporters, piecesOf } from "../export/index.js";
import { InputError } from "../model/errors.js";
import { openDossier } from "../parley.js";
import { type Action, exit } from "./io.js";
import { asOfOption } from "./options.js";
import { tellView } from "./show.js";
import { writeWhole } from "./write-file.js";

type Flags = {
  readonly dossier: string;
  readonly format: string;
  readonly output?: string;
  readonly asOf?: string;
  readonly list?: boolean;
};

export const exportCommand: Action = async (io, _args, raw) => {
  const flags = raw as unknown as Flags;
  if (flags.list) {
    const width = Math.max(...exporters.map(({ name }) => name.length));
    io.out(exporters.map(({ name, about }) => `${name.padEnd(width)} ${about}\n`).join(""));
    return exit.done;
  }
  const exporter = exporters.find(({ name }) => name === flags.format);
  if (!exporter)
    throw new InputError(
      `--format: "${flags.format}" is no format. There are: ${exporters.map(({ name }) => name).join(", ")}`,
    );
  const output = flags.output === "-" ? undefined : flags.output;
  if (exporter.binary && output === undefined && !io.outBytes)
    throw new InputError(
      `--format ${exporter.name} is no text for a terminal. Name a file: -o FILE.${exporter.extension}`,
    );
  const asOf = asOfOption(flags.asOf);
  const dossier = await openDossier(flags.dossier, { mode: "read" });
  try {
    const view = await dossier.view({ asOf });
    tellView(io, view, asOf, flags.dossier);
    const pieces = await piecesOf(exporter, view.record);
    if (output !== undefined) writeWhole(output, pieces);
    else for (const piece of pieces) typeof piece === "string" ? io.out(piece) : io.outBytes?.(piece);
    return exit.done;
  } finally {
    await dossier.close();
  }
};
