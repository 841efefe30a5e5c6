// `npm run docs`: writes docs/cli.md from the command line's own definitions and the list of exporters, and docs/reference.md from
// the doc comments of the library. Tests say when they are stale.
import { writeFileSync } from "node:fs";
import { definitions, program } from "../src/cli/commands.js";
import { exporters } from "../src/export/index.js";
import { referencePage } from "./reference.js";

/** docs/cli.md: every command with its options and examples. */
export function cliPage(): string {
  const root = program("", () => {});
  const sections = definitions.map(({ name, about, examples }) => {
    const command = root.commands.find((candidate) => candidate.name() === name);
    const words = (command?.registeredArguments ?? []).map((argument) => {
      const word = `${argument.name()}${argument.variadic ? "…" : ""}`;
      return argument.required ? `<${word}>` : `[${word}]`;
    });
    const options = (command?.options ?? []).map(({ flags, description, defaultValue, argChoices }) => {
      const choices = argChoices ? ` (${argChoices.join(", ")})` : "";
      return `| \`${flags}\` | ${description}${choices} | ${typeof defaultValue === "string" ? `\`${defaultValue}\`` : ""} |`;
    });
    const width = Math.max(...examples.map(([line]) => line.length));
    return [
      `## parley ${[name, ...words].join(" ")}`,
      "",
      `${about.charAt(0).toUpperCase()}${about.slice(1)}.`,
      "",
      "| option | meaning | default |",
      "|---|---|---|",
      ...options,
      "",
      "```sh",
      ...examples.map(([line, meaning]) => `${line.padEnd(width)}   # ${meaning}`),
      "```",
      "",
    ].join("\n");
  });
  const formats = exporters.map(({ name, extension, about }) => `| \`${name}\` | .${extension} | ${about} |`);
  return [
    "<!-- Made by scripts/docs.ts (npm run docs): do not edit. -->",
    "# The command line",
    "",
    "`parley COMMAND --help` shows the same. Listings are made for people on a terminal and for programs with `--format json`.",
    "Exit codes: 0 done; 1 done, but some input was skipped or a check said no; 2 bad usage or input, nothing changed; 3 something broke.",
    "",
    ...sections,
    "## Formats of `parley export`",
    "",
    "| format | file | what it is |",
    "|---|---|---|",
    ...formats,
    "",
  ].join("\n");
}

if (process.argv[1]?.endsWith("docs.js")) {
  writeFileSync("docs/cli.md", cliPage());
  writeFileSync("docs/reference.md", referencePage());
  console.log("wrote docs/cli.md and docs/reference.md");
}
