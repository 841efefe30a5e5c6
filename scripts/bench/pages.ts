// What pages cost: for one page of every route, and the other views that people open, the size of its HTML and the time of the
// server: opened for the first time after the record was loaded, made afresh once the program is warm, and opened again.
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { pathOf, servedLinks } from "../../src/pages/links.js";
import { openDossier } from "../../src/parley.js";
import { appOf } from "../../src/serve/app.js";
import { everyKindOfPage } from "../every-kind-of-page.js";
import { reportOf } from "./corpus.js";

const heaviest = 150; // kB of HTML
const slowest = 100; // milliseconds
const afresh = 5; // runs

type App = ReturnType<typeof appOf>;
/** `processor`: milliseconds of the processor, all threads; less than on the clock where others are at work on the machine. */
type Opened = {
  readonly milliseconds: number;
  readonly processor: number;
  readonly bytes: number;
  readonly status: number;
};

async function open(app: App, address: string): Promise<Opened> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const response = await app.request(address);
  const body = await response.arrayBuffer();
  const { user, system } = process.cpuUsage(used);
  return {
    milliseconds: performance.now() - start,
    processor: (user + system) / 1000,
    bytes: body.byteLength,
    status: response.status,
  };
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const cell = (text: string | number, width: number): string => String(text).padStart(width);

/** Fills a dossier in `folder` with so many made-up reports and opens every kind of page of it; true where all keep the limits. */
export async function benchPages(size: number, folder: string): Promise<boolean> {
  const dossier = await openDossier(join(folder, `pages-${size}.parley`));
  await dossier.takeIn(
    Array.from({ length: size }, (_, index) => {
      const { uri, bytes } = reportOf(index);
      return { uri, path: null, load: async () => bytes };
    }),
  );
  const record = await dossier.record();
  const app = appOf(dossier);
  const links = servedLinks(null, { stylesheet: "", script: "" });
  const loaded = await open(app, pathOf.about);
  await setTimeout(500); // nobody opens the second page at once: what is made ahead is made by then
  const counts = [record.documents, record.actors, record.statements, record.events, record.positions];
  console.log(
    `dossier of ${size}: ${counts.map(({ length }) => length).join(", ")} documents, actors, statements, events, positions; first page of all, index made: ${loaded.milliseconds.toFixed(0)} ms`,
  );
  console.log(
    `${"page".padEnd(28)} ${cell("kB", 7)} ${cell("first ms", 9)} ${cell("processor", 9)} ${cell("afresh ms", 9)} ${cell("again ms", 9)}`,
  );
  let isGood = true;
  for (const { label, name, id, query } of everyKindOfPage(record)) {
    const address = links.page(name, id, query);
    const first = await open(app, address);
    const again = await open(app, address);
    const more: number[] = [];
    for (let run = 0; run < afresh; run++)
      more.push((await open(app, `${address}${address.includes("?") ? "&" : "?"}run=${run}`)).milliseconds);
    const kilobytes = first.bytes / 1000;
    const isOver =
      kilobytes >= heaviest || Math.min(first.milliseconds, first.processor) >= slowest || first.status !== 200;
    isGood &&= !isOver;
    console.log(
      `${label.padEnd(28)} ${cell(kilobytes.toFixed(1), 7)} ${cell(first.milliseconds.toFixed(1), 9)} ${cell(first.processor.toFixed(1), 9)} ${cell(median(more).toFixed(1), 9)} ${cell(again.milliseconds.toFixed(1), 9)}${isOver ? `  over (${first.status})` : ""}`,
    );
  }
  await dossier.close();
  return isGood;
}
