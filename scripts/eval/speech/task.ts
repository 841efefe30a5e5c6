// Task `speech`: of the sentences with reported speech, the share whose parse has the right source head and the whole
// content clause, as the parser gives it and after the repairs; by kind and by the shape of the sentence.
import { attributionWords } from "../../../src/lang/en/attribution.js";
import { rawModel } from "../../../src/lang/en/language.js";
import { repairWords } from "../../../src/lang/en/repairs.js";
import { sentenceWords } from "../../../src/lang/en/sentences.js";
import { tokenWords } from "../../../src/lang/en/tokens.js";
import { withRepairs } from "../../../src/learn/repairs/repairs.js";
import { InputError } from "../../../src/model/errors.js";
import type { Options } from "../options.js";
import { ownGold, polnear } from "./corpora.js";
import { judgeAll, printMisses, printShares, speechWords } from "./score.js";

/** Scores a folder of PolNeAR or, with --gold, a gold of our own; gives whether there was anything to score. */
export async function runSpeech(options: Options, print: (line: string) => void): Promise<boolean> {
  const words = { sentence: sentenceWords(), token: tokenWords() };
  if (!options.data && !options.gold)
    throw new InputError("speech needs --data DIR (attributions/*.ann and text/*.txt) or --gold DIR (gold.json).");
  const corpus = options.data ? polnear(options.data, words) : ownGold(options.gold ?? "", options.reports, words);
  const raw = rawModel();
  const repaired = withRepairs(raw, repairWords());
  const judged = judgeAll(corpus.reported, raw, repaired, speechWords(attributionWords()));
  const otherCue = corpus.reported.length - judged.length;
  print(
    `${judged.length} sentences with a cue of speech; left out: ${otherCue} with another cue, ${corpus.leftOut} without cue, source and content in one sentence`,
  );
  printShares(judged, print);
  if (options.misses) printMisses(judged, repaired, print);
  return judged.length > 0;
}
