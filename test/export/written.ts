// What an exporter writes, whole: for tests that read it back.
import { exporters, piecesOf } from "../../src/export/index.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { record as pagesFixture } from "../pages/fixture.js";

/** The pages' record, with its one deliberately impossible actor id made a slug. */
const odd = pagesFixture.actors.find(({ id }) => !/^[a-z0-9-]+$/.test(id))?.id ?? "no such id";
export const fixture = JSON.parse(
  JSON.stringify(pagesFixture).replaceAll(JSON.stringify(odd), '"odd-name"'),
) as ParleyRecord;

/** The bytes of an export. */
export async function bytesOf(name: string, record: ParleyRecord): Promise<Buffer> {
  const exporter = exporters.find((one) => one.name === name);
  if (!exporter) throw new Error(`no exporter is called ${name}`);
  return Buffer.concat([...(await piecesOf(exporter, record))].map((piece) => Buffer.from(piece)));
}

/** The text of an export. */
export const textOf = async (name: string, record: ParleyRecord): Promise<string> =>
  (await bytesOf(name, record)).toString("utf8");
