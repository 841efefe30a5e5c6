// Background: sentences that the report itself tells as past: dated well before its day, told in the pluperfect or with "earlier", "previously",
// and what goes on about such a sentence in the same paragraph. The first sentence is news.
import { boundsOf } from "../../model/edtf.js";
import type { Range } from "../../model/span.js";
import type { AnalysedSentence } from "../analysis.js";
import type { EventGround } from "../ground.js";
import { type Clause, clauseAt, clausesOf } from "./clauses.js";
import { type Dated, pointedDates } from "./dates.js";
import { type Field, fieldOf, inTimex, isOf, lowerAt } from "./field.js";
import type { EventWords } from "./words.js";

/** Days between what is news and what is told as past: two days before the report are still its news. */
const newsDays = 3;
const weekOfNews = 7;

type Age = "old" | "recent" | "undated";

/** The dates of the main clauses of a sentence, not those inside somebody's words or a relative clause. */
function reportersDates(field: Field, clauses: readonly Clause[], sentence: AnalysedSentence): readonly Dated[] {
  const outside = pointedDates(field, { from: sentence.first, to: sentence.last });
  return outside.filter(({ token }) => {
    const clause = clauseAt(clauses, token);
    return (field.contentOf[token] ?? -1) < 0 && clause?.kind !== "relative" && clause?.kind !== "subordinate";
  });
}

/** Whether a date lies before what is news: a weekday named alone ("on Tuesday") is news for a week. */
function isOld(field: Field, { date, evidence }: Dated, news: number, follows: boolean): boolean {
  if (date === null) return false;
  const numbered = /\d/.test(field.ground.analysis.text.slice(evidence.start, evidence.end));
  return boundsOf(date).last <= news - (follows ? newsDays - 1 : numbered ? newsDays : weekOfNews);
}

function ageOf(field: Field, sentence: AnalysedSentence, clauses: readonly Clause[], follows: boolean): Age {
  const published = field.ground.analysis.document.published.value;
  const dates = reportersDates(field, clauses, sentence).filter(({ date }) => date !== null);
  if (published === null || dates.length === 0) return "undated";
  const news = boundsOf(published).first;
  return dates.every((dated) => isOld(field, dated, news, follows)) ? "old" : "recent";
}

/** Whether a word says that this lay before ("earlier", "previously"), outside time expressions and somebody's words. */
function hasCue(field: Field, sentence: AnalysedSentence): boolean {
  for (let i = sentence.first; i < sentence.last; i++) {
    if ((field.contentOf[i] ?? -1) < 0 && !inTimex(field, i) && isOf(field, "pastcue", i)) return true;
  }
  return opensPast(field, sentence);
}

/** Whether a sentence begins by saying that it looks back ("Earlier, …", "Background: …", "Recently, …"). */
const opensPast = (field: Field, sentence: AnalysedSentence): boolean =>
  [sentence.first, sentence.first + 1].some((i) => isOf(field, "pastopening", i)) ||
  isOf(field, "pastcue", sentence.first);

const isReported = (field: Field, sentence: AnalysedSentence): boolean =>
  field.ground.attributions.some(({ cue }) => cue !== null && cue.start >= sentence.start && cue.end <= sentence.end);

/** Whether somebody is told to have said it then: the verb of saying is in the past. */
const saidThen = (field: Field, sentence: AnalysedSentence): boolean =>
  field.ground.attributions.some(
    ({ cue }) =>
      cue !== null &&
      field.ground.analysis.tokens
        .slice(sentence.first, sentence.last)
        .some(({ start, xpos }) => start === cue.start && xpos === "VBD"),
  );

const mainOf = (clauses: readonly Clause[]): Clause | undefined =>
  clauses.find(({ kind }) => kind === "main") ?? clauses[0];

/** "Negotiations were held in three stages in January": several events at once, which began well before the report. */
function sumsUp(field: Field, events: EventGround["events"], sentence: AnalysedSentence): boolean {
  const published = field.ground.analysis.document.published.value;
  return (
    published !== null &&
    events.some(
      (event) =>
        event.sums !== null &&
        event.date !== null &&
        event.status === "happened" &&
        event.start >= sentence.start &&
        event.end <= sentence.end &&
        event.attribution === null &&
        boundsOf(event.date).first <= boundsOf(published).first - newsDays,
    )
  );
}

function tellsPast(
  field: Field,
  events: EventGround["events"],
  sentence: AnalysedSentence,
  clauses: readonly Clause[],
): boolean {
  const age = ageOf(field, sentence, clauses, opensPast(field, sentence));
  const main = mainOf(clauses);
  if (sumsUp(field, events, sentence)) return true;
  if (age === "recent" || main === undefined || main.group.mood === "will" || main.group.planned) return false;
  const told = clauses.filter(({ kind }) => kind === "main");
  const among = told.length > 0 && !saidThen(field, sentence) ? told : clauses;
  if (age === "old") return among.some(({ group }) => group.past || group.perfect);
  return hasCue(field, sentence) || (main.group.pluperfect && !isReported(field, sentence));
}

/** Whether an undated sentence goes on about the one before: it begins with a pronoun or a joining word, or tells in the past or of a duty. */
function goesOn(field: Field, sentence: AnalysedSentence, clauses: readonly Clause[]): boolean {
  if (ageOf(field, sentence, clauses, true) === "recent" || lowerAt(field, sentence.first) === '"') return false;
  const main = mainOf(clauses);
  if (main === undefined || main.group.mood === "will" || main.group.planned) return false;
  if (isOf(field, "pronoun", sentence.first) || isOf(field, "joining", sentence.first)) return true;
  return (
    (main.group.past || main.group.mood === "ought" || isReported(field, sentence)) &&
    !(main.group.perfect && !main.group.pluperfect)
  );
}

/** The sentences that the report tells as past, in order. */
export function findBackground(ground: EventGround, words: EventWords): readonly Range[] {
  const field = fieldOf(ground, words);
  const body = ground.analysis.sentences.filter(({ role }) => role === "body");
  const found: Range[] = [];
  let before: AnalysedSentence | null = null;
  for (const [order, sentence] of body.entries()) {
    const clauses = clausesOf(field, sentence, 0);
    const follows: boolean =
      before !== null && before.paragraph === sentence.paragraph && before.index === sentence.index - 1;
    const isPast: boolean =
      order > 0 &&
      (tellsPast(field, ground.events, sentence, clauses) || (follows && goesOn(field, sentence, clauses)));
    if (isPast) found.push({ start: sentence.start, end: sentence.end });
    before = isPast ? sentence : null;
  }
  return found;
}
