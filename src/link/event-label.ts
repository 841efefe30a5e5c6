// The line that names an event: a template of its kind, filled with what the evidence holds.
import type { Actor, Event } from "../model/record.js";
import type { Range } from "../model/span.js";
import type { EventKind } from "../model/words.js";
import { wordsOf } from "../text/shingles.js";
import { leading } from "./event-facts.js";
import { wordsIn } from "./input.js";
import type { Parties } from "./parties.js";
import type { Telling } from "./tellings.js";
import type { LinkWords } from "./words.js";

type Named = {
  readonly round: number | null;
  readonly kind: EventKind;
  readonly participants: Event["participants"];
  readonly place: string | null;
  readonly tellings: readonly Telling[];
};

const longestObject = 90;

/** The object of an event as told, without "the" or "its" before it, cut at a word where it is long; what only names the kind again is left out. */
function objectOf(tellings: readonly Telling[], kind: string, stopwords: ReadonlySet<string>): string {
  const telling = tellings.find(({ mention }) => mention.object !== null);
  if (!telling?.mention.object) return "";
  if (telling.mention.kind === "statement") return cut(sayingOf(telling, stopwords));
  const told = wordsIn(telling.input, telling.mention.object);
  const parts = told.split(" ");
  const first = parts.findIndex((part) => !stopwords.has(part.toLowerCase()));
  const words = first < 0 ? "" : parts.slice(first).join(" ");
  const rest = words.split(" ").filter((part) => !stopwords.has(part.toLowerCase()));
  return rest.join(" ").toLowerCase() === kind ? "" : cut(words);
}

/** Words that a saying needs to say something by itself. */
const sayingWords = 5;

/** What is said, pieces joined until they say something; a short phrase keeps its verb ("warned of swift costs"). */
function sayingOf({ input, mention }: Telling, stopwords: ReadonlySet<string>): string {
  if (!mention.object) return "";
  // "gave his verdict": told by a verb and its object, and not by a word of saying
  if (!mention.why.rule.startsWith("statement/") && mention.trigger.end <= mention.object.start)
    return `${wordsIn(input, mention.trigger)} ${wordsIn(input, mention.object)}`;
  const attribution = input.reading.attributions.find(
    ({ cue, content }) => cue?.start === mention.trigger.start && content[0]?.start === mention.object?.start,
  );
  let said = "";
  for (const part of attribution?.content ?? [mention.object]) {
    if (said.split(" ").length >= sayingWords) break;
    said = `${said} ${wordsIn(input, part)}`.trim();
  }
  if (!attribution?.cue || said.split(" ").length >= sayingWords) return said;
  const { start, end } = { start: attribution.cue.start, end: mention.object.start };
  const led = start < end ? wordsIn(input, { start, end }) : "";
  // "said: …", "said that …" only open what is said; "gave his verdict" is one phrase.
  const isPhrase = /^[\p{L} '’-]+$/u.test(led) && led.split(" ").length < 4 && attribution.kind === "indirect";
  const bare = led
    .split(" ")
    .slice(1)
    .every((word) => word === "" || stopwords.has(word.toLowerCase()));
  return isPhrase && bare ? `${led} ${said}`.replace(/\s+/g, " ") : said;
}

function cut(words: string): string {
  return words.length <= longestObject ? words : `${words.slice(0, words.lastIndexOf(" ", longestObject))} …`;
}

/** The filled template: a part "[…]" of it falls away where one of its places has nothing to stand in it. */
export function fillTemplate(template: string, values: ReadonlyMap<string, string>): string {
  const fill = (part: string): string => part.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? "");
  const kept = template.replace(/\[([^[\]]*)\]/g, (_, part: string) => {
    const names = [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
    return names.every((name) => (values.get(name) ?? "") !== "") ? part : "";
  });
  return fill(kept)
    .replace(/\s+/g, " ")
    .replace(/ ,/g, ",")
    .replace(/^[\s,:–]+|[\s,:–]+$/g, "");
}

/** A person goes by the one word of the name that reports use alone, else, as some names begin with the family's, by all of it; so does everybody else. */
function shortName({ kind, name, aliases }: Actor): string {
  if (kind !== "person") return name;
  const parts = name.split(" ");
  return aliases.find((alias) => parts.includes(alias)) ?? name;
}

/** Words that stand before the verb of what nobody named does: "Nurses at twelve hospitals" are nurses. */
function doersOf(tellings: readonly Telling[], { stopwords }: LinkWords): string {
  for (const { input, mention } of tellings) {
    if (mention.trigger.start <= mention.start || mention.why.rule.includes("/")) continue;
    if (mention.dateEvidence && mention.dateEvidence.start < mention.trigger.start) continue;
    if (mention.object && mention.object.start < mention.trigger.start) continue;
    const words = wordsIn(input, { start: mention.start, end: mention.trigger.start }).split(" ");
    const start = words.findIndex((word) => !stopwords.has(word.toLowerCase()));
    const rest = words.slice(Math.max(0, start));
    const end = rest.findIndex((word) => stopwords.has(word.toLowerCase()) || !/^\p{L}[\p{L}'-]*$/u.test(word));
    const phrase = rest.slice(0, end < 0 ? rest.length : end);
    if (
      start >= 0 &&
      start < 2 &&
      phrase.length > 0 &&
      phrase.length < 4 &&
      mention.dateEvidence?.start !== mention.start
    )
      return phrase.join(" ").replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  }
  return "";
}

/** The words of the first telling that a bare label would leave out ("Hearing on 5 June"), without an article in front. */
function ownWords(tellings: readonly Telling[], { stopwords }: LinkWords): string {
  for (const { input, mention } of tellings) {
    // "On April 24 a guard was shot": the day in front is told anyway.
    const day = mention.dateEvidence;
    const isLed = day !== null && day.start - mention.start < 4 && day.end < mention.trigger.start;
    const parts = wordsIn(input, isLed ? { start: day.end, end: mention.end } : mention)
      .trim()
      .split(" ");
    const first = parts.findIndex((part) => !stopwords.has(part.toLowerCase()));
    const own = first < 0 ? "" : parts.slice(first).join(" ");
    if (parts.length - first > 1 && first >= 0) return cut(own);
  }
  return "";
}

const [strongMark, anyMark] = [/[.;:!?()"\u201c\u201d\u2014]/u, /[.;:!?,()"\u201c\u201d\u2013\u2014]/u];
const shortestClause = 3; // words

/** The words around an event's trigger between two marks, in a sentence; a day in front is left out. */
function between({ input, mention }: Telling, sentence: Range, mark: RegExp): Range {
  const { text } = input.document;
  const day = mention.dateEvidence;
  let start = mention.trigger.start;
  while (start > sentence.start && !mark.test(text.charAt(start - 1))) start--;
  if (day && day.start - start < 5 && day.end < mention.trigger.start) start = day.end;
  while (start < mention.trigger.start && !/[\p{L}\p{N}]/u.test(text.charAt(start))) start++;
  let end = Math.max(mention.trigger.end, mention.end);
  while (end < sentence.end && !mark.test(text.charAt(end))) end++;
  return { start, end };
}

/** The clause of the first telling that has one; "" where none says enough. A clause that would be long is told from comma to comma, unless that takes what stands before its verb. */
function clauseOf(tellings: readonly Telling[]): string {
  for (const telling of tellings) {
    const { input, mention } = telling;
    const sentence = input.reading.sentences.find(
      ({ start, end }) => start <= mention.trigger.start && mention.trigger.end <= end,
    );
    if (!sentence) continue;
    const [whole, narrow] = [between(telling, sentence, strongMark), between(telling, sentence, anyMark)];
    const isWhole = whole.end - whole.start <= longestObject || narrow.start === mention.trigger.start;
    const words = wordsIn(input, isWhole ? whole : narrow);
    if (words.split(" ").length >= shortestClause) return cut(words);
  }
  return "";
}

/** "Hearing, 5 June": a bare label with the day as told, where that is a day of the calendar; "" elsewhere. */
function withDay(label: string, tellings: readonly Telling[]): string {
  for (const { input, mention } of tellings) {
    const day = mention.dateEvidence ? wordsIn(input, mention.dateEvidence) : "";
    if (/\d/.test(day)) return `${label}, ${day}`;
  }
  return "";
}

/** "shareholders meeting", "works assembly": what sort of encounter it was, where a noun tells it alone; "" elsewhere. */
function sortOf(tellings: readonly Telling[], words: LinkWords): string {
  for (const { input, mention } of tellings) {
    const told = wordsIn(input, mention.trigger);
    const parts = wordsOf(told);
    const isPlain = mention.why.rule.endsWith("/alone") && /^\p{Ll}/u.test(told) && parts.length > 1;
    if (isPlain && !parts.some((part) => words.countedNouns.has(part) || words.stopwords.has(part))) return told;
  }
  return "";
}

/** Begins with a word and a capital: no marks and no "'s" in front. */
function capital(text: string): string {
  const bare = text.replace(/^(?:['\u2019]s\s)?[^\p{L}\p{N}"\u201c]+/u, "").replace(/^['\u2019]s\s/u, "");
  return bare === "" ? text : bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** The label of an event. Never empty: at the least the words that tell it. */
export function labelOf(event: Named, words: LinkWords, parties: Parties): string {
  const nameOf = ({ actor }: Event["participants"][number]): string => {
    const found = parties.actor(actor);
    return found ? shortName(found) : "";
  };
  const joint = event.participants.filter(({ actor }) => parties.jointOf(actor).length > 0);
  const sides = joint.length > 0 ? joint : event.participants;
  const inRole = (role: string): string =>
    event.participants
      .filter((one) => one.role === role)
      .map(nameOf)
      .join(", ");
  const rest = event.participants
    .filter(({ role }) => role !== "agent")
    .map(nameOf)
    .join(", ");
  const trigger =
    leading(event.tellings.map(({ mention, input, doc }) => ({ value: wordsIn(input, mention.trigger), doc })))
      ?.value ?? "";
  const told = trigger
    .split(" ")
    .filter((word) => !words.stopwords.has(word.toLowerCase()))
    .join(" ");
  const own = ownWords(event.tellings, words);
  const nouns = wordsOf(trigger).filter((word) => words.encounterNouns.has(word) && !words.countedNouns.has(word));
  const named = new Set(
    event.participants.flatMap((one) => {
      const found = parties.actor(one.actor);
      return found ? [nameOf(one), found.name, ...found.aliases].map((name) => name.toLowerCase()) : [];
    }),
  );
  const what = objectOf(event.tellings, event.kind, words.stopwords);
  const object = named.has(what.toLowerCase()) ? "" : what;
  const values = new Map([
    [
      "parties",
      sides
        .map(nameOf)
        .filter((name) => name !== "")
        .join("–"),
    ],
    ["agent", inRole("agent") || (event.participants.length === 1 ? inRole("participant") : "")],
    ["target", inRole("target")],
    ["others", rest],
    ["object", object],
    ["round", event.round === null ? "" : String(event.round)],
    ["doers", event.participants.length > 0 ? "" : doersOf(event.tellings, words)],
    ["place", event.place ?? ""],
    ["trigger", (event.kind === "other" ? nouns.at(-1) : undefined) ?? (told || trigger)],
    ["noun", sortOf(event.tellings, words) || (nouns.at(-1) ?? event.kind)],
    ["saying", object || event.kind],
  ]);
  const template = words.labels.get(event.kind) ?? "";
  const filled = fillTemplate(template, values);
  const isEmpty =
    wordsOf(filled).length < 2 || (event.kind !== "meeting" && filled === fillTemplate(template, new Map()));
  const bare = sides.length === 0 && event.place === null && isEmpty;
  const short = wordsOf(filled).length < 2;
  // what no kind names is told by its clause: "the two sides parted without a date"
  const clause = event.kind === "other" && nouns.length === 0 ? clauseOf(event.tellings) : "";
  const ofDay = short && filled !== "" ? withDay(filled, event.tellings) : "";
  const label = clause || (bare ? ofDay || own || clauseOf(event.tellings) || filled : filled);
  return capital(label === "" ? trigger || event.kind : label);
}
