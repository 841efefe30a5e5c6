// What sentences, tokens, their trees and quotation marks cost on texts that nobody wrote: ten million characters without a space, without a
// full stop, of quotation marks alone … Each is measured in a process of its own, so that its peak memory is its own.
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { languageModel } from "../../src/lang/en/language.js";
import { sentenceWords } from "../../src/lang/en/sentences.js";
import { quotations } from "../../src/text/quotemarks.js";
import { paragraphRanges, sentenceRanges } from "../../src/text/sentences.js";
import { tokenRanges } from "../../src/text/tokens.js";
import { hostileTimes, timeLine } from "./hostile-time.js";

const characters = 10_000_000;
const of = (unit: string): string => unit.repeat(Math.ceil(characters / unit.length));

/** The texts, by what they are. Ten million characters each, but for the brackets. */
const inputs: Readonly<Record<string, () => string>> = {
  "no space": () => of("a"),
  "no full stop": () => of("the talks went on "),
  "only quotes": () => of('"'),
  "only single quotes": () => of("'"),
  "only emoji": () => of("😀"),
  Chinese: () => of("谈判继续"),
  "Chinese sentences": () => of("谈判继续。"),
  "only newlines": () => of("\n"),
  "a million open brackets": () => "(".repeat(1_000_000),
  "only full stops": () => of("."),
  "full stops apart": () => of(". "),
  hyphens: () => of("a-b"),
  "dotted letters": () => of("a.b."),
  "mail without its site": () => of("a.b@"),
  "single quotes that open": () => of(" 'as' 'b"),
  "one quotation, line by line": () => of('"No\n'),
  abbreviations: () => of("Gen. "),
  "nothing but prose": () => of("Vale said the talks would go on. Orr said no.\n"),
};

/** How many tokens and quotations a text has. Sentences are not kept: a reader sees one at a time. */
function readAll(text: string): { readonly sentences: number; readonly tokens: number; readonly quotations: number } {
  const words = sentenceWords();
  const layer = languageModel();
  const paragraphs = paragraphRanges(text);
  let [sentences, tokens] = [0, 0];
  for (const paragraph of paragraphs)
    for (const { start, end } of sentenceRanges(text, paragraph, words)) {
      sentences++;
      const forms = tokenRanges(text, start, end, words).map((token) => text.slice(token.start, token.end));
      tokens += layer.analyse(forms).length;
    }
  return { sentences, tokens, quotations: quotations(text, paragraphs).length };
}

/** Measures one input in this process. */
function measure(name: string): void {
  const time = /^time: (.*)$/.exec(name)?.[1];
  if (time !== undefined) {
    console.log(timeLine(time, characters));
    return;
  }
  const text = inputs[name]?.() ?? "";
  const start = performance.now();
  const counts = readAll(text);
  const seconds = (performance.now() - start) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB at most (${counts.sentences} sentences, ${counts.tokens} tokens, ${counts.quotations} quotations)`,
  );
}

/** Prints one line an input: seconds and peak memory of the process. */
export function benchHostile(print: (name: string, figure: string) => void): void {
  for (const name of [...Object.keys(inputs), ...hostileTimes.map((time) => `time: ${time}`)]) {
    const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: "utf8" });
    print(
      `hostile: ${name}`,
      run.status === 0 ? run.stdout.trim() : `failed: ${run.stderr.trim().split("\n")[0] ?? ""}`,
    );
  }
}

const isCalled = process.argv[1] === fileURLToPath(import.meta.url);
const [, , asked] = process.argv;
if (isCalled && asked !== undefined) measure(asked);
else if (isCalled) benchHostile((name, figure) => console.log(`${name.padEnd(40)} ${figure}`));
