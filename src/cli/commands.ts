// The list of commands: names, options, help and examples. What a command does is imported when it is run, so that help is quick.
import { Command, Option } from "commander";
import type { Action } from "./io.js";
import { defaultDossier, withDossier, withFilters } from "./options.js";

type Definition = {
  readonly name: string;
  readonly about: string;
  readonly build: (command: Command) => Command;
  readonly examples: readonly (readonly [line: string, about: string])[];
  readonly load: () => Promise<Action>;
};

const listingAction = (name: string) => async (): Promise<Action> => (await import("./show.js")).showListing(name);

const listing = (name: string, about: string, ...examples: Definition["examples"]): Definition => ({
  name,
  about,
  build: withFilters,
  examples,
  load: listingAction(name),
});

const more = (text: string) => (command: Command) => withDossier(command).argument(text);

const withDecider = (command: Command): Command =>
  withDossier(command)
    .option("--by <name>", "who decides (PARLEY_AUTHOR)")
    .option("--reason <text>", "why")
    .addOption(new Option("--format <format>", "how to show what changes").choices(["text", "json"]).default("text"));

/** Every command, in the order of the help. */
export const definitions: readonly Definition[] = [
  {
    name: "read",
    about: "take in files and folders of reports, read them, and say what is new",
    build: (command) =>
      withDossier(command)
        .argument("[path...]", "files; folders with their .txt, .md and .html files; - for standard input")
        .option("--title <title>", "title of the dossier")
        .option(
          "--again",
          "read anew what an older reader has read, and say what changed because of the reader and of decisions",
        )
        .option("--no-news", "do not say what is new")
        .option("--workers <number>", "read in so many threads (1: in one); else in as many as it takes"),
    examples: [
      ["parley read clippings/", "take in a folder"],
      ["parley read monday.html tuesday.txt -d strike.parley", "two files, into a dossier of their own"],
      ["pbpaste | parley read -", "a report from the clipboard"],
      ["parley read --again", "after an update of Parley"],
    ],
    load: async () => (await import("./read.js")).readCommand,
  },
  listing(
    "chronicle",
    "what happened and what is planned, in order of time",
    ["parley chronicle --from 2022-01 --to 2022-01", "one month"],
    ["parley chronicle --as-of 2022-01-09", "as it looked on that day"],
  ),
  listing(
    "statements",
    "who said what",
    ["parley statements --actor Ryabkov", "of one speaker"],
    ["parley statements --grep missiles --format csv", "for a spreadsheet"],
  ),
  listing(
    "positions",
    "who demands, offers, accepts or rejects what",
    ["parley positions --issue enlargement", "on one issue"],
    ["parley positions --actor Russia", "of one party and whoever speaks for it"],
  ),
  listing("proposals", "what was proposed, what it provides for, who answered how", [
    "parley proposals",
    "all of them",
  ]),
  listing("open", "issues that are demanded or offered and not settled: answered, pending", [
    "parley open --as-of 2022-01-09",
    "what was open on that day",
  ]),
  listing(
    "meetings",
    "meetings, calls and visits: planned, held, moved, cancelled",
    ["parley meetings --from 2022-01-10", "from a day on"],
    ["parley meetings --actor Sherman", "of one person"],
  ),
  listing("actors", "people, states, organizations: names, roles, whom they speak for", [
    "parley actors --grep minister",
    "by a role",
  ]),
  listing("issues", "what is under discussion, and where everybody stands", [
    "parley issues --format md",
    "as a table to paste",
  ]),
  listing("discrepancies", "where reports contradict each other or differ in detail", [
    "parley discrepancies",
    "all of them",
  ]),
  listing("documents", "the reports: outlet, date, what is new in each", [
    "parley documents --outlet Nordwire",
    "of one outlet",
  ]),
  listing("state", "what the dialogue was, from which day on", [
    "parley state --as-of 2022-01-14",
    "as it was known on that day",
  ]),
  listing("problems", "what could not be decided, and why", ["parley problems --format json", "for a program"]),
  {
    name: "brief",
    about: "a background paragraph with numbered sources; what is new since a day, who moved, what is ahead",
    build: (command) =>
      withDossier(command)
        .option("--since <date>", "say what reports since this day tell for the first time")
        .option("--as-of <date>", "only what had been reported by then")
        .option("--words <number>", "about how many words of background", "220")
        .addOption(new Option("--format <format>", "how to write it").choices(["text", "md", "json"]).default("text")),
    examples: [
      ["parley brief", "for somebody who comes new to it"],
      ["parley brief --since 2022-01-12 --format md", "what changed, to paste into a note"],
    ],
    load: async () => (await import("./brief.js")).briefCommand,
  },
  {
    name: "explain",
    about: "what stands behind a line: evidence, rules, scores in words",
    build: (command) =>
      more("<id>")(command)
        .option("--as-of <date>", "in the record as of that day")
        .addOption(new Option("--format <format>", "how to write it").choices(["text", "json"]).default("text")),
    examples: [
      ["parley explain e-0a1b2c3d4e5f", "an event"],
      ["parley explain sergei-ryabkov", "an actor"],
    ],
    load: async () => (await import("./explain.js")).explainCommand,
  },
  {
    name: "compare",
    about: "reports side by side: what they tell alike, otherwise, or leave out, and in which words",
    build: (command) =>
      withDossier(command)
        .argument("[report...]", "ids or addresses of reports, as parley documents shows them")
        .option("--event <id>", "all reports of this event")
        .option("--as-of <date>", "in the record as of that day")
        .addOption(new Option("--format <format>", "how to write it").choices(["text", "json"]).default("text")),
    examples: [
      ["parley compare monday.html tuesday.txt", "two reports"],
      ["parley compare --event e-0a1b2c3d4e5f", "all that tell one event"],
    ],
    load: async () => (await import("./compare.js")).compareCommand,
  },
  {
    name: "decide",
    about:
      "put the record right: who is who, who said what, which event, which day; every correction can be taken back",
    build: (command) =>
      withDecider(command)
        .argument("[kind]", "what is decided (see: parley decide --list)")
        .argument("[what...]", "ids of the record, names, or words of a report")
        .option("--in <document>", "look for the words in this document only")
        .option("--date <date>", "when it was said or held, for add-statement and set-position")
        .option("--dry-run", "only show what would change")
        .option("--list", "list the kinds with what each takes"),
    examples: [
      ["parley decide --list", "every kind"],
      ["parley decide merge-actors tolland mira-tolland --dry-run", "see what would change"],
      ["parley decide date-statement s-0a1b2c3d4e5f 2022-01-10", "when it was said"],
      ['parley decide add-statement "Nothing is agreed" Brandt --in 04.txt', "one that was missed, by its words"],
    ],
    load: async () => (await import("./decide.js")).decideCommand,
  },
  {
    name: "undecide",
    about: "take a decision back; it stays in the log",
    build: (command) =>
      withDecider(command).argument("<id>", "id of the decision").option("--dry-run", "only show what would change"),
    examples: [["parley undecide c-0a1b2c3d4e5f", "its id: parley decisions"]],
    load: async () => (await import("./decide.js")).undecideCommand,
  },
  {
    name: "decisions",
    about: "the log of decisions: list, export, import; conflicts and agreement between persons",
    build: (command) =>
      withDossier(command)
        .argument("[action]", "list, export or import", "list")
        .argument("[file]", "the log to import (- for standard input)")
        .option("-o, --output <file>", "export to this file; without it to standard output")
        .addOption(new Option("--format <format>", "how to list them").choices(["text", "json"]).default("text")),
    examples: [
      ["parley decisions", "what was decided, by whom, and what became of it"],
      ["parley decisions export -o mine.json", "to hand them on"],
      ["parley decisions import theirs.json", "a colleague's, beside one's own"],
    ],
    load: async () => (await import("./decisions.js")).decisionsCommand,
  },
  {
    name: "search",
    about: "full text over documents, statements and events",
    build: (command) =>
      withDossier(command)
        .argument("<words...>", 'words that must all be there; "in quotes": in this order')
        .option("--as-of <date>", "only what had been reported by then")
        .option("-n, --most <number>", "at most so many places", "20")
        .addOption(new Option("--format <format>", "how to write it").choices(["text", "json"]).default("text")),
    examples: [
      ["parley search missiles Europe", "both words"],
      ["parley search '\"no breakthrough\"'", "these words in this order"],
    ],
    load: async () => (await import("./search.js")).searchCommand,
  },
  {
    name: "export",
    about: "write the record in a format: json, csv, html, docx, ical and more",
    build: (command) =>
      withDossier(command)
        .option("--format <format>", "which format (see: parley export --list)", "json")
        .option("-o, --output <file>", "write to this file, whole or not at all; without it to standard output")
        .option("--as-of <date>", "the record as of that day")
        .option("--list", "list the formats"),
    examples: [
      ["parley export -o record.json", "the whole record"],
      ["parley export --format csv -o coded.csv", "a table for those who count"],
      ["parley export --format html -o talks.html", "one page to send, to read and to print"],
      ["parley export --format md --as-of 2022-01-09", "a note as of that day"],
      ["parley export --list", "every format"],
    ],
    load: async () => (await import("./export.js")).exportCommand,
  },
  {
    name: "import",
    about: "take in an exported record; into a new dossier without loss",
    build: more("<record.json>"),
    examples: [
      ["parley import record.json -d copy.parley", "into a new dossier"],
      ["parley import - -d copy.parley < record.json", "from standard input"],
    ],
    load: async () => (await import("./import.js")).importCommand,
  },
  {
    name: "publish",
    about: "write the dossier as a site of files, which works from disk and at any address",
    build: (command) =>
      more("<folder>")(command)
        .option("--as-of <date>", "the record as of that day")
        .option("--days <number>", "show it as of so many days of reports too (else up to 8, fewer the more reports)"),
    examples: [
      ["parley publish site", "into the folder site; open site/index.html"],
      ["parley publish site --as-of 2022-01-09", "as it looked on that day"],
    ],
    load: async () => (await import("./publish.js")).publishCommand,
  },
  {
    name: "serve",
    about: "show the dossier in a browser",
    build: (command) =>
      withDossier(command)
        .option("--port <number>", "port (PARLEY_PORT)")
        .option("--host <address>", "listen here; without it on this machine only", "127.0.0.1")
        .option("--users <file>", "only users of this file read and correct (see: parley users)")
        .option("--by <name>", "who corrects on this machine (PARLEY_AUTHOR)"),
    examples: [
      ["parley serve", "at http://localhost:4780"],
      ["parley serve --port 8080 -d strike.parley", "another port and dossier"],
      ["parley serve --host 0.0.0.0 --users desk.json", "on the network, for those who sign in"],
    ],
    load: async () => (await import("./serve.js")).serveCommand,
  },
  {
    name: "users",
    about: "who signs in to a server: list, add, remove, give programs a token",
    build: (command) =>
      command
        .argument("[action]", "list, add, remove or token", "list")
        .argument("[file]", "the file of users")
        .argument("[name]", "of the user")
        .addOption(
          new Option("--role <role>", "what an added user may do").choices(["reader", "editor"]).default("editor"),
        ),
    examples: [
      ["parley users add desk.json ada", "asks for a password; without a terminal its first line of input is one"],
      ["parley users add desk.json guest --role reader", "reads, and corrects nothing"],
      ["parley users token desk.json ada", "a token for programs of hers"],
      ["parley users remove desk.json ada", "she is out at once"],
    ],
    load: async () => (await import("./users.js")).usersCommand,
  },
  {
    name: "mcp",
    about: "give the dossier to a language model: a server of the Model Context Protocol on standard input and output",
    build: (command) =>
      withDossier(command)
        .option("--write", "let it correct the record, under the name of --by")
        .option("--by <name>", "who decides (PARLEY_AUTHOR)"),
    examples: [
      ["parley mcp -d strike.parley", "the command that a client is told to start"],
      ['parley mcp --write --by "Ada, with an assistant"', "it may propose corrections and make them"],
    ],
    load: async () => (await import("./mcp.js")).mcpCommand,
  },
  {
    name: "doctor",
    about: "what is wrong with this machine or dossier, and what to do",
    build: (command) =>
      withDossier(command).addOption(
        new Option("--format <format>", "how to write it").choices(["text", "json"]).default("text"),
      ),
    examples: [["parley doctor", `checks this machine and ${defaultDossier}`]],
    load: async () => (await import("./doctor.js")).doctorCommand,
  },
];

const examplesText = (examples: Definition["examples"]): string => {
  const width = Math.max(...examples.map(([line]) => line.length));
  return `\nExamples:\n${examples.map(([line, about]) => `  ${line.padEnd(width)}   ${about}`).join("\n")}\n`;
};

const exitText = `
Exit codes:
  0   done
  1   done, but some input was skipped or a check said no
  2   bad usage or input, nothing changed
  3   something broke
`;

/** The program. `onRun` is told of the command to run. */
export function program(
  version: string,
  onRun: (load: () => Promise<Action>, args: readonly string[], flags: Record<string, unknown>) => void,
): Command {
  const root = new Command("parley")
    .description(
      "Reads the press on a negotiation and writes its record: who said what, when, to whom, and who says so.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help of a command")
    .addHelpText(
      "after",
      examplesText([
        ["parley read clippings/", "take in a folder of reports"],
        ["parley chronicle", "what happened"],
        ["parley serve", "the same in a browser"],
      ]) + exitText,
    );
  for (const { name, about, build, examples, load } of definitions) {
    const command = build(root.command(name).description(about).helpOption("-h, --help", "show help")).addHelpText(
      "after",
      examplesText(examples),
    );
    command.action(() => onRun(load, command.args, command.opts()));
  }
  return root;
}
