// Makes sure that what package-lock.json locks is installed, and does nothing where it is: so a second run needs no network.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";

const lock = "package-lock.json";
const hidden = "node_modules/.package-lock.json"; // npm writes it last
const stamp = "node_modules/.parley-lock";

const lockHash = () => createHash("sha256").update(readFileSync(lock)).digest("hex");

/** Whether node_modules holds what is locked: installed here before, or by hand after the lock file was written. */
export function isInstalled() {
  if (!existsSync(hidden)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") === lockHash();
  return statSync(hidden).mtimeMs >= statSync(lock).mtimeMs;
}

/** Installs what is locked unless it is there; ends the process with npm's own words where that fails. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Parley needs Node 20.19 or newer; this is ${process.version}. Install a newer Node and run the same command again.`,
    );
    process.exit(2);
  }
  if (!isInstalled()) {
    console.log("Installing what package-lock.json locks …");
    const npm = process.env.npm_execpath;
    const [command, args] = npm ? [process.execPath, [npm, "ci"]] : ["npm", ["ci"]];
    const { status } = spawnSync(command, [...args, "--no-audit", "--no-fund"], {
      stdio: "inherit",
      shell: !npm && process.platform === "win32",
    });
    if (status !== 0) {
      console.error("npm ci failed: see above. With the network back, run the same command again.");
      process.exit(status ?? 3);
    }
  }
  writeFileSync(stamp, lockHash());
}
