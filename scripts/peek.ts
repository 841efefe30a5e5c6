// peek FILE…: what ingest and read make of files, for people at work on the reader. peek --json FOLDER: the record of a folder.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Range } from "../src/model/span.js";
import { readFolder, readText } from "../src/parley.js";

async function peek(path: string): Promise<void> {
  const { document, reading } = await readText(readFileSync(path, "utf8"), { uri: basename(path) });
  const { text, ...head } = document;
  const cut = (range: Range | null): string | null => (range ? text.slice(range.start, range.end) : null);
  const nameOf = (actor: number): string | undefined => reading.actors[actor]?.name;
  const furniture = head.furniture.map((mark) => [mark.reason, cut(mark)?.slice(0, 80)]);
  console.log(JSON.stringify({ ...head, furniture }, null, 1));
  console.log(
    "TIMEXES",
    reading.timexes.map((timex) => `${cut(timex)} = ${timex.value}`),
  );
  console.log(
    "ACTORS",
    reading.actors.map((actor) => `${actor.kind} ${actor.name} [${actor.forms.join("; ")}]`),
  );
  for (const said of reading.attributions)
    console.log(
      "SAYS",
      cut(said.source),
      "|",
      cut(said.cue),
      "|",
      said.content.map(cut),
      said.kind,
      said.date?.value ?? "",
      said.speakers.map(nameOf),
    );
  for (const event of reading.events) {
    const who = event.participants.map(({ role, actor }) => `${role}:${nameOf(actor)}`);
    console.log(
      "EVENT",
      event.kind,
      event.date,
      event.status,
      cut(event.trigger),
      "|",
      cut(event),
      who,
      cut(event.place),
      event.duration?.value ?? "",
    );
  }
  for (const stance of reading.stances) console.log("STANCE", nameOf(stance.actor), stance.stance, cut(stance.term));
}

const paths = process.argv.slice(2).filter((argument) => argument !== "--json");
for (const path of paths) {
  if (process.argv.includes("--json")) console.log(JSON.stringify(await readFolder(path)));
  else await peek(path);
}
