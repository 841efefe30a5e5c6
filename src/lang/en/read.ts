// English as the reader takes it: each stage's words from the tables of this folder.
import type { ReadLanguage } from "../../read/read.js";
import { actorWords } from "./actors.js";
import { attributionWords } from "./attribution.js";
import { eventWords } from "./events.js";
import { languageModel } from "./language.js";
import { nameWords } from "./names.js";
import { sentenceWords } from "./sentences.js";
import { stanceWords } from "./stances.js";
import { timeWords } from "./time.js";

/** English for `read`. Reads the tables: call once. */
export function english(): ReadLanguage {
  const names = nameWords();
  return {
    sentence: sentenceWords(),
    layer: languageModel(),
    time: timeWords(),
    names,
    actors: actorWords(names),
    attribution: attributionWords(),
    events: eventWords(),
    stances: stanceWords(),
  };
}
