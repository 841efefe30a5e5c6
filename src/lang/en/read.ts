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
import { viewModel } from "./views.js";

/** English for `read`. Reads the tables: call once. */
export function english(): ReadLanguage {
  const names = nameWords();
  const views = viewModel();
  return {
    sentence: sentenceWords(),
    layer: languageModel(),
    time: timeWords(),
    names,
    actors: actorWords(names),
    attribution: views ? { ...attributionWords(), views } : attributionWords(),
    events: eventWords(),
    stances: stanceWords(),
  };
}
