// The ordered list of measures of task `gold`: a record against what a careful person read out of the same reports.
import type { ParleyRecord } from "../../../src/model/record.js";
import type { Measured } from "../figures.js";
import { mapActors, measureActors, toGoldOf } from "./actors.js";
import type { GoldCorpus } from "./corpus.js";
import { measureDialogue } from "./dialogue.js";
import { measureDiscrepancies } from "./discrepancies.js";
import { measureDocuments } from "./documents.js";
import { matchEvents, measureEvents } from "./events.js";
import { measureIssues } from "./issues.js";
import { measureLookAlikes } from "./look-alikes.js";
import { pagesOf } from "./pages.js";
import { measureProvenance } from "./provenance.js";
import { measureStatements } from "./statements.js";
import { measureTellings } from "./tellings.js";
import { measureTimexes } from "./timexes.js";

/** All figures and misses of a record, in the order of the reference scorer. */
export function scoreRecord(record: ParleyRecord, corpus: GoldCorpus): Measured {
  const pages = pagesOf(record);
  const actors = mapActors(corpus, record);
  const toGold = toGoldOf(actors);
  const events = matchEvents(corpus, record, pages);
  const parts = [
    measureProvenance(record, pages),
    measureDocuments(corpus, pages),
    measureTimexes(corpus, record, pages),
    measureActors(corpus, record, actors),
    measureStatements(corpus, record, pages, toGold),
    measureEvents(events, toGold),
    measureTellings(events),
    measureLookAlikes(corpus, events),
    measureDialogue(corpus, record, events),
    measureDiscrepancies(corpus, record, events),
    measureIssues(corpus, record, toGold),
  ];
  return { figures: parts.flatMap((part) => part.figures), misses: parts.flatMap((part) => part.misses) };
}
