// peek FILE… [--json]: what ingest and read make of files, for people at work on the reader.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { ingest } from "../src/ingest/ingest.js";
import { detectLanguage } from "../src/ingest/language.js";
import { ingestWords } from "../src/lang/en/ingest.js";
import { english } from "../src/lang/en/read.js";
import { outlets } from "../src/outlets/index.js";
import type { Range } from "../src/model/span.js";
import { read } from "../src/read/read.js";
import { inferPublished } from "../src/time/published.js";

const language = english();
const kit = { words: ingestWords(), outlets, detectLanguage, inferPublished: (text: string, skip: readonly Range[]) => inferPublished(text, skip, language.time) };
for (const path of process.argv.slice(2)) {
  const document = await ingest({ uri: basename(path), bytes: readFileSync(path) }, kit);
  const { text, ...head } = document;
  console.log(JSON.stringify({ ...head, furniture: head.furniture.map((f) => [f.reason, text.slice(f.start, f.end).slice(0, 80)]) }, null, 1));
  const reading = read(document, language);
  const cut = (r: { start: number; end: number } | null) => (r ? text.slice(r.start, r.end) : null);
  console.log("TIMEXES", reading.timexes.map((t) => `${cut(t)} = ${t.value}`));
  console.log("ACTORS", reading.actors.map((a) => `${a.kind} ${a.name} [${a.forms.join("; ")}]`));
  for (const a of reading.attributions) console.log("SAYS", cut(a.source), "|", cut(a.cue), "|", a.content.map(cut), a.kind, a.date?.value ?? "", a.speakers.map((s) => reading.actors[s]?.name));
  for (const e of reading.events) console.log("EVENT", e.kind, e.date, e.status, cut(e.trigger), "|", cut(e), e.participants.map((p) => `${p.role}:${reading.actors[p.actor]?.name}`), cut(e.place), e.duration?.value ?? "");
  for (const s of reading.stances) console.log("STANCE", reading.actors[s.actor]?.name, s.stance, cut(s.term));
}
