// Figures of an event as its reports tell them: how many took part, died or voted. Read from the words of the telling and of the
// sentence behind it, so that "some 4,000 staff took part, the union said; the company put the number at 2,600" gives two voices.
import type { Attribution } from "../model/reading.js";
import { overlaps, type Range } from "../model/span.js";
import type { EventKind } from "../model/words.js";
import type { LinkInput } from "./input.js";
import { isEncounter, type Telling } from "./tellings.js";

/** The words that reading figures needs of a language. */
export type FigureWords = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly is: (
    kind:
      | "dead"
      | "hurt"
      | "percent"
      | "money"
      | "people"
      | "loose"
      | "least"
      | "most"
      | "lasting"
      | "taking"
      | "distant"
      | "needed",
    word: string,
  ) => boolean;
};

export type FigureUnit = "dead" | "hurt" | "percent" | "money" | "count";
/** A figure with its unit; `bound`: "at least 13" leaves it open upwards, "under 20" downwards. `voice`: whoever gives it. */
export type ToldFigure = {
  readonly amount: number;
  readonly unit: FigureUnit;
  readonly bound: "least" | "most" | "loose" | null;
  readonly about: string; // the word that it counts; "" where none stands there
  readonly range: Range;
  readonly voice: string;
};

type Word = Range & { readonly text: string };
const near = 6; // words

function wordsAt(text: string, { start, end }: Range): Word[] {
  const found = text.slice(start, end).matchAll(/\d+(?:[.,]\d+)*|%|\p{L}+|[.;:!?]/gu);
  return [...found].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    text: match[0].toLowerCase(),
  }));
}

/** The amount that begins at word `at`, with how many words tell it; null where none does. "An hour and a half" is no amount. */
function amountAt(row: readonly Word[], at: number, words: FigureWords): { amount: number; size: number } | null {
  const word = row[at]?.text ?? "";
  const digits = /^\d/.test(word) ? Number(word.replace(/,(?=\d{3}\b)/g, "").replace(",", ".")) : null;
  const plain = digits ?? words.numbers.get(word) ?? null;
  if (plain === null || !Number.isFinite(plain)) return null;
  let [amount, size] = [plain, 1];
  const unit = digits === null && plain >= 20 && plain < 100 ? words.numbers.get(row[at + 1]?.text ?? "") : undefined;
  if (unit !== undefined && unit < 10) [amount, size] = [plain + unit, 2];
  const scale = words.scales.get(row[at + size]?.text ?? "");
  return scale === undefined ? { amount, size } : { amount: amount * scale, size: size + 1 };
}

const around = (row: readonly Word[], at: number, size: number): readonly Word[] =>
  row.slice(Math.max(0, at - near), at + size + near);

function unitOf(row: readonly Word[], at: number, size: number, words: FigureWords): FigureUnit {
  const [next, before] = [row[at + size]?.text ?? "", row[at - 1]?.text ?? ""];
  const second = row[at + size + 1]?.text ?? "";
  if (words.is("percent", next) || (next === "per" && words.is("percent", second))) return "percent";
  if (words.is("money", next) || words.is("money", before)) return "money";
  const told = around(row, at, size);
  if (told.some(({ text }) => words.is("dead", text))) return "dead";
  return told.some(({ text }) => words.is("hurt", text)) ? "hurt" : "count";
}

function boundOf(row: readonly Word[], at: number, words: FigureWords): ToldFigure["bound"] {
  for (const { text } of row.slice(Math.max(0, at - 2), at)) {
    if (words.is("least", text)) return "least";
    if (words.is("most", text)) return "most";
    if (words.is("loose", text)) return "loose";
  }
  return null;
}

/** Whoever gives the words at a place: the speakers of the saying that holds them, else the report. */
export function voiceAt(input: LinkInput, doc: number, place: Range): string {
  const holding = input.reading.attributions.filter(({ content }) => content.some((part) => overlaps(part, place)));
  const inner: Attribution | undefined = holding.at(-1);
  return `${doc}:${(inner?.speakers ?? []).join("+")}`;
}

/** The figures among the words of a range: those that count people or things, and shares; times and dates are none. */
function figuresAt(input: LinkInput, doc: number, range: Range, words: FigureWords): ToldFigure[] {
  const row = wordsAt(input.document.text, range);
  const found: ToldFigure[] = [];
  for (let at = 0; at < row.length; at++) {
    const told = amountAt(row, at, words);
    const [first, last] = [row[at], told && row[at + told.size - 1]];
    if (!told || !first || !last) continue;
    const place = { start: first.start, end: last.end };
    const timed =
      input.reading.timexes.some((timex) => overlaps(timex, place)) ||
      input.reading.events.some(({ dateEvidence }) => dateEvidence !== null && overlaps(dateEvidence, place));
    const sign = input.document.text[first.start - 1] ?? "";
    const unit = /\p{Sc}/u.test(sign) ? "money" : unitOf(row, at, told.size, words);
    const counted = row.slice(at + told.size, at + told.size + 4).find(({ text }) => words.is("people", text));
    const telling = around(row, at, told.size).some(({ text }) => words.is("taking", text));
    const needed = around(row, at, told.size).some(({ text }) => words.is("needed", text)); // "75 percent must say yes"
    const says = !needed && (unit !== "count" || counted !== undefined || (telling && told.amount >= 10));
    if (!timed && says)
      found.push({
        amount: told.amount,
        unit,
        bound: boundOf(row, at, words),
        about: counted?.text ?? "",
        range: place,
        voice: voiceAt(input, doc, place),
      });
    at += told.size - 1;
  }
  return found;
}

/** Whether another event than a saying is told in a range: one of another kind, or of the same but of another time. */
const tellsOther = ({ input, index, mention }: Telling, range: Range): boolean =>
  input.reading.events.some(
    ({ trigger, kind, refersTo, date }, other) =>
      other !== index &&
      refersTo !== index &&
      kind !== "statement" &&
      (kind !== mention.kind || (date !== null && date !== mention.date)) &&
      overlaps(trigger, range),
  );

/** What is counted of an event of a kind: "4 percent" of an offer, and not how many struck over it. */
const counted: Readonly<Partial<Record<EventKind, readonly FigureUnit[]>>> = {
  proposal: ["percent", "money"],
  agreement: ["percent", "money"],
  response: [],
  statement: [],
  publication: [],
  call: [],
  visit: [],
  deadline: [],
  meeting: ["count"],
  vote: ["percent", "count"],
  ratification: ["percent", "count"],
  strike: ["count", "percent"],
  sanction: ["money", "count"],
  expulsion: ["count"],
  deployment: ["count"],
  "use-of-force": ["dead", "hurt", "count"],
  other: ["dead", "hurt", "count"],
};

const ahead = 3; // sentences behind the telling that may still count for it

/** The figures that a report gives of an event: from its clause, from its sentence where that tells nothing else, and from the next ones as long as they tell no other event. */
export function figuresOfTelling(telling: Telling, words: FigureWords): ToldFigure[] {
  const { input, doc, mention } = telling;
  const { sentences } = input.reading;
  const at = sentences.findIndex(({ start, end }) => start <= mention.trigger.start && mention.trigger.start < end);
  const own: Range = sentences[at] ?? { start: mention.start, end: mention.end };
  const units = counted[mention.kind] ?? ["percent", "money"];
  const people = units.includes("count") || units.includes("dead");
  const alone = !tellsOther(telling, own);
  const ranges: Range[] = [alone ? own : { start: mention.start, end: mention.end }];
  for (const next of alone && people && at >= 0 ? sentences.slice(at + 1, at + 1 + ahead) : []) {
    if (tellsOther(telling, next)) break;
    ranges.push(next);
  }
  return ranges.flatMap((range) => figuresAt(input, doc, range, words)).filter(({ unit }) => units.includes(unit));
}

type Length = { readonly value: string; readonly mod: string | null; readonly range: Range };

/** The length that the sentence of a telling, or of a meeting the next one, gives, where its reading has none and nothing else is told there: "talked for two hours". */
export function lengthOfTelling(telling: Telling, words: FigureWords): Length | null {
  const { input, mention } = telling;
  if (mention.duration) return { ...mention.duration, range: mention.duration };
  const { sentences } = input.reading;
  const at = sentences.findIndex(({ start, end }) => start <= mention.trigger.start && mention.trigger.start < end);
  const [own, next] = [sentences[at], sentences[at + 1]];
  if (!own) return null;
  const range = tellsOther(telling, own) ? { start: mention.start, end: mention.end } : own;
  const told = lengthIn(input, range, words);
  if (told !== null || !next || next.paragraph !== own.paragraph || !isEncounter(mention.kind)) return told;
  // "They dined at a club. The pair talked for two hours."
  return tellsOther(telling, own) || tellsOther(telling, next) ? null : lengthIn(input, next, words);
}

/** The one length that a range gives as lasting. */
function lengthIn(input: LinkInput, range: Range, words: FigureWords): Length | null {
  const lengths = input.reading.timexes.filter(
    ({ type, value, start, end }) =>
      type === "DURATION" && /^P(?:T\d|[1-9]D)/.test(value) && start >= range.start && end <= range.end,
  );
  const [length] = lengths;
  if (!length || lengths.length > 1) return null;
  const before = wordsAt(input.document.text, { start: Math.max(range.start, length.start - 40), end: length.start });
  const led = before.slice(-3).some(({ text }) => words.is("lasting", text));
  const follows = wordsAt(input.document.text, { start: length.end, end: Math.min(range.end, length.end + 14) })[0];
  const distant = words.is("distant", follows?.text ?? "");
  return led && !distant ? { value: length.value, mod: length.mod, range: length } : null;
}
