// docs/reference.md: what the library exports, made from the sources' own doc comments and types (`npm run docs`).
import { resolve } from "node:path";
import { type ExportedDeclarations, type JSDoc, Node, Project } from "ts-morph";

/** The entries of package.json's exports that are code, with the file that each is made from. */
export const entries = [
  { name: "parley", file: "src/parley.ts", about: "Dossiers, records, single reports." },
  {
    name: "parley/read",
    file: "src/read/read.ts",
    about: "Reading alone: a document and a language in, a reading out. Loads no store, server or exporter.",
  },
  { name: "parley/time", file: "src/lang/en/timex.ts", about: "Time expressions alone ([more](time.md))." },
  {
    name: "parley/language",
    file: "src/lang/en/language.ts",
    about: "Sentences, tokens, parts of speech, trees and names of English text.",
  },
  { name: "parley/lang/en", file: "src/lang/en/read.ts", about: "English, as `parley/read` takes it." },
] as const;

export type Described = {
  readonly entry: string;
  readonly name: string;
  readonly kind: "function" | "value" | "type";
  /** As the source writes it, without a body. */
  readonly code: string;
  readonly comment: string;
};

/** A doc comment in one paragraph, links to names as code. */
const commentOf = (docs: readonly JSDoc[]): string =>
  docs
    .map((doc) =>
      doc
        .getDescription()
        .trim()
        .replace(/\s*\n\s*/g, " "),
    )
    .join(" ")
    .trim();

/** Whether a value is a function, whatever way it is written. */
const isFunction = (node: Node): boolean =>
  Node.isFunctionDeclaration(node) ||
  (Node.isVariableDeclaration(node) && node.getType().getCallSignatures().length > 0);

/** What a declaration looks like from outside. */
function codeOf(node: ExportedDeclarations, name: string): string {
  if (Node.isFunctionDeclaration(node)) {
    const text = node.getText();
    const body = node.getBody();
    return `${text
      .slice(0, (body ? body.getStart() : node.getEnd()) - node.getStart())
      .replace(/^export (?:default )?/, "")
      .trim()};`;
  }
  if (Node.isVariableDeclaration(node)) {
    const value = node.getInitializer();
    if (Node.isArrowFunction(value)) {
      const end = value.getEqualsGreaterThan().getStart() - value.getStart();
      return `function ${name}${value.getText().slice(0, end).trim()};`;
    }
    return `const ${name}: ${node.getType().getText(node)};`;
  }
  if (Node.isClassDeclaration(node)) {
    const base = node.getExtends()?.getText();
    return `class ${name}${base === undefined ? "" : ` extends ${base}`}`;
  }
  const body = bodyOf(node);
  return `type ${name} =${body.startsWith("|") ? "\n  " : " "}${body};`;
}

/** What a type is, followed through names that it only has elsewhere. */
function bodyOf(node: Node): string {
  const written = Node.isTypeAliasDeclaration(node) ? node.getTypeNode() : undefined;
  if (!Node.isTypeReference(written) || written.getTypeArguments().length > 0)
    return written?.getText() ?? node.getText();
  const symbol = written.getTypeName().getSymbol();
  const [other] = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? [];
  return other && Node.isTypeAliasDeclaration(other) ? bodyOf(other) : written.getText();
}

/** Doc comments of a declaration; of a variable those of its statement. */
function docsOf(node: ExportedDeclarations): readonly JSDoc[] {
  if (Node.isVariableDeclaration(node)) return node.getVariableStatement()?.getJsDocs() ?? [];
  return Node.isJSDocable(node) ? node.getJsDocs() : [];
}

/** Everything that the library exports, entry by entry, functions first. */
export function described(root = "."): readonly Described[] {
  const project = new Project({ tsConfigFilePath: resolve(root, "tsconfig.json"), skipAddingFilesFromTsConfig: true });
  return entries.flatMap(({ name: entry, file }) => {
    const source = project.addSourceFileAtPath(resolve(root, file));
    const found = [...source.getExportedDeclarations()].flatMap(([name, [node]]): Described[] => {
      if (!node) return [];
      const isType = Node.isTypeAliasDeclaration(node) || Node.isInterfaceDeclaration(node);
      const kind = isType ? "type" : isFunction(node) ? "function" : "value";
      return [{ entry, name, kind, code: codeOf(node, name), comment: commentOf(docsOf(node)) }];
    });
    const rank = { function: 0, value: 1, type: 2 };
    return found.sort((a, b) => rank[a.kind] - rank[b.kind] || (a.name < b.name ? -1 : 1));
  });
}

const mostLines = 60; // of a type: longer ones are told elsewhere

/** A declaration with its comment. */
function section({ name, kind, code, comment }: Described): string {
  const lines = code.split("\n");
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), "  // …"] : lines;
  const head = kind === "function" ? `${name}()` : name;
  return [
    `### ${head}`,
    "",
    ...(comment === "" ? [] : [`${comment}${/[.:?!)]$/.test(comment) ? "" : "."}`, ""]),
    "```ts",
    ...shown,
    "```",
    "",
  ].join("\n");
}

/** docs/reference.md. */
export function referencePage(all = described()): string {
  const told = entries.flatMap(({ name, about }) => {
    const own = all.filter(({ entry }) => entry === name);
    return [`## ${name}`, "", about, "", ...own.map(section)];
  });
  return [
    "<!-- Made by scripts/reference.ts (npm run docs): do not edit. -->",
    "# Reference of the library",
    "",
    "What each entry of the package exports, from the doc comments of the sources. How it is used, step by step: [Parley in a notebook](library.md).",
    "What a record holds: [the record](record.md).",
    "",
    ...told,
  ].join("\n");
}
