// Invented reports on an invented dispute, for tests of the dossier and the command line.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const reports: Readonly<Record<string, string>> = {
  "01-call.txt":
    "Tolland and Brandt agree to meet\n\nPORT CORIN, March 3, 2031. /Corin Wire/. Arvanian Foreign Minister Mira Tolland and Belmoran Foreign Minister Otto Brandt held a telephone call on Monday, March 3, the Arvanian Foreign Ministry said.\n\nThe ministers will meet in Lasse on March 10, 2031, the ministry said.\n",
  "02-preview.txt":
    'Fishing talks next week\n\nLASSE, March 8, 2031. /Nordic Ledger/. Tolland and Brandt are expected to meet in Lasse on March 10, 2031. "We demand free passage for our trawlers," Tolland said on Friday.\n\nBelmora rejects free passage, Brandt told reporters.\n',
  "sub/03-meeting.md":
    '# No result in Lasse\n\nLASSE, March 10, 2031. /Corin Wire/. Foreign Ministers Mira Tolland of Arvania and Otto Brandt of Belmora held talks in Lasse on Monday, March 10. The meeting lasted three hours. "The quotas remain open," Brandt said after the meeting.\n',
  "sub/04-page.html":
    '<!doctype html><html><head><title>Two hours in Lasse</title><meta property="og:site_name" content="Lasse Echo"><meta property="article:published_time" content="2031-03-11"></head><body><nav>Home | Sport</nav><article><h1>Two hours in Lasse</h1><p>Arvanian Foreign Minister Mira Tolland and Belmoran Foreign Minister Otto Brandt held talks in Lasse on March 10, 2031. The meeting lasted two hours, diplomats said.</p><p>According to Brandt, Belmora will propose a new quota for trawlers by the end of March.</p></article></body></html>',
  "05-undated.txt": "A quiet harbour\n\nThe trawlers lay at anchor, a fisherman said.\n",
};

/** Writes reports into a folder. */
export function writeReports(folder: string, files: Readonly<Record<string, string | Uint8Array>> = reports): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
