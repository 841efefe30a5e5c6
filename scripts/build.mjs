// `npm run build`: compiles src and scripts into dist/ and copies the tables beside them.
import { spawnSync } from "node:child_process";

const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"], {
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);
await import("./copy-tables.mjs");
