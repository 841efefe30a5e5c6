// One `parley read` that stops dead at a point of its intake, for processes.test.ts to kill: killed.mjs BUILD POINT ARGS…
// Points are counted over the run; a negative one counts reports instead: it stops after so many were told as taken in.
import { writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [build, stopAt, ...args] = process.argv.slice(2);
const { run } = await import(pathToFileURL(`${build}/src/cli/run.js`).href);

/** Says so and waits for the end. */
function stop() {
  writeSync(1, "STOPPED\n");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

let [points, told] = [0, 0];
process.exitCode = await run(args, {
  out: (text) => {
    writeSync(1, text);
    if (text.startsWith("taken in") && --told === Number(stopAt)) stop();
  },
  err: (text) => writeSync(2, text),
  stdin: async () => new Uint8Array(),
  terminal: { in: false, out: false, err: false },
  columns: null,
  env: {},
  nodeVersion: process.version,
  ended: async () => {},
  at: () => {
    if (++points === Number(stopAt)) stop();
  },
});
