// Task `statements`: sources, cues and contents of PolNeAR's attributions; all, those with a verb of speech, and by kind.
import { writeFileSync } from "node:fs";
import { attributionWords } from "../../../src/lang/en/attribution.js";
import { english } from "../../../src/lang/en/read.js";
import { InputError } from "../../../src/model/errors.js";
import { read } from "../../../src/read/read.js";
import { printFigure } from "../figures.js";
import type { Options } from "../options.js";
import { plainDocument } from "../plain.js";
import { type Marked, type MarkedText, type Piece, readMarkedTexts } from "./brat.js";
import { asMarked, type Converted } from "./convention.js";
import { likeness, roleFigures, roles, type Told } from "./score.js";

type Print = (line: string) => void;
type ToldText = Told & { readonly converted: readonly Converted[] };

const wordsOf = (text: string, pieces: readonly Piece[]): string => {
  const points = [...text];
  return pieces.map(([start, end]) => points.slice(start, end).join("")).join(" … ");
};

const quoteMarks = /["“”«»]|''|[‘’]/;

/** direct, mixed or indirect by the marks in the content's words. */
export function kindOfWords(words: string): "direct" | "mixed" | "indirect" {
  const pieces = words.split(" … ");
  if (pieces.every((piece) => /^(?:["“«‘']|'')/.test(piece) && /(?:["”»’']|'')$/.test(piece))) return "direct";
  return quoteMarks.test(words.replace(/\p{L}[’']\p{L}/gu, "")) ? "mixed" : "indirect";
}

/** The forms of verbs of saying and writing, by which a cue is one of speech. */
function speechForms(): ReadonlySet<string> {
  const speech = [...attributionWords().cues].filter(([, readings]) =>
    readings.some(({ cue }) => cue.mode !== "belief"),
  );
  return new Set(speech.map(([form]) => form));
}

const isSpeech = (forms: ReadonlySet<string>, marked: Marked, { text }: MarkedText): boolean => {
  const words = wordsOf(text, marked.cue).toLowerCase();
  return words.includes("according to") || words.split(/[^\p{L}'-]+/u).some((word) => forms.has(word));
};

function printMisses(told: readonly ToldText[], print: Print): void {
  for (const { text, said, converted } of told) {
    const cut = (pieces: readonly Piece[]): string => wordsOf(text.text, pieces).replace(/\s+/g, " ");
    const line = (marked: Marked): string => `${cut(marked.source)} | ${cut(marked.cue)} | ${cut(marked.content)}`;
    const best = (marked: Marked, among: readonly Marked[]): number =>
      Math.max(0, ...among.map((each) => likeness(each.content, marked.content)));
    for (const marked of text.attributions) if (best(marked, said) < 0.5) print(`missed: ${text.doc}: ${line(marked)}`);
    for (const { rule, marked } of converted) {
      const likest = best(marked, text.attributions);
      const gold = text.attributions.find((each) => likeness(each.content, marked.content) === likest);
      if (likest < 0.5) print(`spurious: ${text.doc}: ${rule}: ${line(marked)}`);
      else if (likest < 1 && gold) print(`inexact: ${text.doc}: ${rule}: ${line(marked)} GOLD ${line(gold)}`);
    }
  }
}

/** Scores a folder; gives whether any attribution was there to score. */
export async function runStatements(options: Options, print: Print): Promise<boolean> {
  if (!options.data)
    throw new InputError("statements needs --data DIR: a folder with attributions/*.ann and text/*.txt.");
  if (options.by === "genre") throw new InputError("--by genre: PolNeAR is grouped by kind (printed always) or rule.");
  const language = english();
  const told = readMarkedTexts(options.data).map((text): ToldText => {
    const converted = asMarked(text.text, read(plainDocument(text.text, text.doc), language));
    return { text, converted, said: converted.map(({ marked }) => marked) };
  });
  const count = told.reduce((n, { text }) => n + text.attributions.length, 0);
  print(`${told.length} texts, ${count} attributions`);
  const forms = speechForms();
  const part = (name: string, keep: (marked: Marked, text: MarkedText) => boolean): void => {
    for (const role of roles) for (const figure of roleFigures(told, role, keep, name)) print(printFigure(figure));
  };
  part("", () => true);
  part("speech cues: ", (marked, text) => isSpeech(forms, marked, text));
  for (const kind of ["direct", "mixed", "indirect"] as const) {
    part(`${kind}: `, (marked, text) => kindOfWords(wordsOf(text.text, marked.content)) === kind);
  }
  if (options.by === "rule") printRules(told, print);
  if (options.misses) printMisses(told, print);
  if (options.predictions) {
    const lines = told.map(({ text, said }) => JSON.stringify({ doc: text.doc, attributions: said }));
    writeFileSync(options.predictions, `${lines.join("\n")}\n`);
  }
  return count > 0;
}

/** How many of each rule's contents are in the gold, exactly and by half. */
function printRules(told: readonly ToldText[], print: Print): void {
  const counts = new Map<string, [number, number, number]>();
  for (const { text, converted } of told) {
    for (const { rule, marked } of converted) {
      const best = Math.max(0, ...text.attributions.map((gold) => likeness(gold.content, marked.content)));
      const [all, half, exact] = counts.get(rule) ?? [0, 0, 0];
      counts.set(rule, [all + 1, half + (best >= 0.5 ? 1 : 0), exact + (best === 1 ? 1 : 0)]);
    }
  }
  for (const [rule, [all, half, exact]] of [...counts].sort((a, b) => b[1][0] - a[1][0]))
    print(`${rule.padEnd(36)} ${all} said, ${half} by half, ${exact} exact`);
}
