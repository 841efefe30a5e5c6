// Task `time`: the temporal tagger on TimeML files. Sentences come from text/, the reference is the document's own time.
import { writeFileSync } from "node:fs";
import { sentenceWords } from "../../../src/lang/en/sentences.js";
import { timeWords } from "../../../src/lang/en/time.js";
import { asEdtf } from "../../../src/model/edtf.js";
import { InputError } from "../../../src/model/errors.js";
import { paragraphRanges, type SentenceWords, sentenceRanges } from "../../../src/text/sentences.js";
import { findTimexes, type TimeWords } from "../../../src/time/time.js";
import { itemsOf, printFigure } from "../figures.js";
import type { Options } from "../options.js";
import { type Found, figuresByRule, figuresOf, missesOf, type Scored } from "./score.js";
import { developmentOf, readTmlFile, type TmlDocument, tmlFolders } from "./tml.js";

function foundIn({ text, reference }: TmlDocument, words: TimeWords, sentence: SentenceWords): readonly Found[] {
  const sentences = paragraphRanges(text).flatMap((range, paragraph) =>
    sentenceRanges(text, range, sentence).map((own) => ({ ...own, paragraph })),
  );
  return findTimexes(text, { reference: reference === null ? null : asEdtf(reference), sentences }, words);
}

/** Scores every folder of .tml files at or under --data together, and prints the figures. Gives whether anything was scored. */
export async function runTime(options: Options, print: (line: string) => void): Promise<boolean> {
  if (!options.data) throw new InputError("--data DIR: name a folder of .tml files.");
  if (options.by && options.by !== "rule") throw new InputError(`--by ${options.by}: task time is grouped by rule.`);
  const words = timeWords();
  const sentence = { ...sentenceWords(), saying: new Set<string>() };
  const scored: Scored[] = tmlFolders(options.data).flatMap(({ folder, files }) =>
    (options.all ? files : developmentOf(files)).map((file) => {
      const document = readTmlFile(folder, file);
      return { document, found: foundIn(document, words, sentence) };
    }),
  );
  print(`${scored.length} documents`);
  const figures = figuresOf(scored);
  for (const figure of [...figures, ...(options.by ? figuresByRule(scored) : [])]) print(printFigure(figure));
  if (options.misses) for (const line of ["", ...missesOf(scored)]) print(line);
  if (options.predictions) {
    const lines = scored.map(({ document, found }) =>
      JSON.stringify({
        doc: document.name,
        timexes: found.map(({ start, end, type, value, mod }) => ({ start, end, type, value, mod })),
      }),
    );
    writeFileSync(options.predictions, `${lines.join("\n")}\n`);
  }
  return figures.some((figure) => itemsOf(figure) > 0);
}
