// A real Chromium for tests: the one from the package registry on Linux x64, elsewhere an installed Chrome or Edge.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const args = ["--no-sandbox", "--headless=shell"]; // the package's own args switch web security off

/** Unpacks the packaged Chromium into a folder of its own inside node_modules, where no stranger can put a file. */
async function packagedPath(): Promise<string> {
  const home = dirname(dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"))));
  const { version } = createRequire(import.meta.url)(join(home, "package.json")) as { version: string };
  const folder = join(dirname(dirname(home)), ".cache", `chromium-${version}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x"; // makes it bring its own system libraries
  const { TMPDIR: usual } = process.env;
  process.env.TMPDIR = folder;
  const { default: packaged } = await import("@sparticuz/chromium");
  const path = await packaged.executablePath();
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  // Its own list of font folders names /tmp; without any font the browser dies at the first form.
  const fonts = join(folder, "fonts");
  const config = `<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>`;
  writeFileSync(join(fonts, "parley.conf"), config);
  process.env.FONTCONFIG_FILE = join(fonts, "parley.conf");
  return path;
}

/** A browser. Throws one line that says what to install where there is none. */
export async function launchBrowser(): Promise<Browser> {
  if (process.env.PARLEY_BROWSER) return chromium.launch({ executablePath: process.env.PARLEY_BROWSER });
  if (process.platform === "linux" && process.arch === "x64")
    return chromium.launch({ executablePath: await packagedPath(), args });
  for (const channel of ["chrome", "msedge"]) {
    const browser = await chromium.launch({ channel }).catch(() => null);
    if (browser) return browser;
  }
  throw new Error(
    "These tests need a browser: install Google Chrome, or set PARLEY_BROWSER to the path of a Chromium.",
  );
}
