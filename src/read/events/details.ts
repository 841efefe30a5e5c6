// What else is told of an event: how long, in what form, which round, how it ended, how many, where.
import { boundsOf, dayOf, edtf } from "../../model/edtf.js";
import type { EventMention, Quantity } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { Stretch } from "./clauses.js";
import type { Dated } from "./dates.js";
import type { EventDraft } from "./draft.js";
import { charsOf, type Field, inTimex, isOf, lowerAt, tagAt } from "./field.js";
import { phraseEnd } from "./phrases.js";

type Named = EventMention["format"];

/** The phrase of a field ("format", "outcome") in tokens [from, to) whose line comes first in the table. */
export function detailIn(field: Field, name: "format" | "outcome", stretch: Stretch): Named {
  let best: { readonly order: number; readonly detail: NonNullable<Named> } | null = null;
  for (let i = stretch.from; i < stretch.to; i++) {
    for (const detail of field.words.details.get(lowerAt(field, i)) ?? []) {
      if (detail.field !== name || (best && best.order <= detail.order)) continue;
      const range = detail.phrase.every((word, k) => lowerAt(field, i + k) === word)
        ? charsOf(field, i, i + detail.phrase.length)
        : null;
      if (range) best = { order: detail.order, detail: { ...range, name: detail.name } };
    }
  }
  return best?.detail ?? null;
}

/** The duration told in tokens [from, to): "lasted an hour and a half". */
export function durationIn(field: Field, stretch: Stretch): EventMention["duration"] {
  for (let i = stretch.from; i < stretch.to; i++) {
    const timex = field.ground.timexes[field.timexOf[i] ?? -1];
    // "by a week": what stands before its first word counts
    if (i > stretch.from && field.timexOf[i] === field.timexOf[i - 1]) continue;
    if (
      timex?.type !== "DURATION" ||
      !/^P(?:T?\d)/.test(timex.value) ||
      isOf(field, "ago", i - 1) ||
      isOf(field, "byword", i - 1)
    )
      continue;
    if (isOf(field, "sinceword", i - 1) || isDistance(field, i)) continue;
    return { start: timex.start, end: timex.end, value: timex.value, mod: timex.mod };
  }
  return null;
}

/** "put off by three days": how far something is moved, which is no length of it; null where nothing tells that. */
export function delayIn(field: Field, stretch: Stretch): Range | null {
  for (let i = stretch.from; i < stretch.to; i++) {
    const timex = field.ground.timexes[field.timexOf[i] ?? -1];
    if (timex?.type === "DURATION" && isOf(field, "byword", i - 1)) return { start: timex.start, end: timex.end };
  }
  return null;
}

/** "two months after", "hours before", "ten days later": how far two things lie apart is no length of either. */
function isDistance(field: Field, index: number): boolean {
  let end = index;
  while (field.timexOf[end] === field.timexOf[index]) end++;
  return isOf(field, "distance", end);
}

/** "for a fourth round of indirect talks": the round that the people of a verb meet for. */
export function roundIn(field: Field, stretch: Stretch): EventMention["round"] {
  for (let i = stretch.from; i < stretch.to; i++) {
    if (!isOf(field, "roundnoun", i)) continue;
    const round = roundAt(field, i);
    if (round) return round;
  }
  return null;
}

/** The number of a round: "second round", "the third time" hang on `noun`. */
export function roundAt(field: Field, noun: number): EventMention["round"] {
  for (let i = noun; i > noun - 6 && i >= 0; i--) {
    const joins = isOf(field, "ofword", i) && isOf(field, "roundword", i - 1);
    if (i < noun && !joins && !["ADJ", "NOUN", "NUM", "PROPN", "ADV"].includes(tagAt(field, i))) break;
    const number = field.words.numbers.get(lowerAt(field, i));
    const range = number?.kind === "ordinal" ? charsOf(field, i, noun + 1) : null;
    // "the second on September 30": an ordinal that stands for its noun
    const isRound =
      (i === noun && isOf(field, "definite", noun - 1)) ||
      [noun, noun - 1, i + 1].some((k) => isOf(field, "roundword", k));
    if (range && number && isRound) return { ...range, number: number.value };
  }
  return null;
}

/** How many events the noun at `noun` tells at once: "three rounds"; or the "three stages" of [from, to). */
export function sumsAt(field: Field, noun: number, plural: boolean, stretch: Stretch): number | null {
  const countBefore = (index: number): number | null => {
    for (let i = index - 1; i > index - 4 && i >= stretch.from; i--) {
      const word = field.words.numbers.get(lowerAt(field, i));
      if (word?.kind === "cardinal" && word.value > 1) return word.value;
      if (/^\d{1,2}$/.test(lowerAt(field, i)) && !inTimex(field, i)) return Number(lowerAt(field, i));
      if (!["ADJ", "NOUN", "NUM"].includes(tagAt(field, i))) break;
    }
    return null;
  };
  if (plural) {
    const own = countBefore(noun);
    if (own !== null) return own;
  }
  for (let i = stretch.from; i < stretch.to; i++) {
    if (!isOf(field, "stages", i)) continue;
    const parts = countBefore(i);
    if (parts !== null) return parts;
  }
  return null;
}

/** Votes, shares and sums told in tokens [from, to): a number with its unit. `counts`: people too, who strike or vote. */
export function quantitiesIn(field: Field, stretch: Stretch, counts = false): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let i = stretch.from; i < stretch.to && found.length < 8; i++) {
    if (inTimex(field, i) || !/^\d[\d,.]*$/.test(lowerAt(field, i))) continue;
    const value = Number(lowerAt(field, i).replace(/,/g, ""));
    if (!Number.isFinite(value)) continue;
    const percent = isOf(field, "percent", i + 1) || lowerAt(field, i + 1) === "%";
    const money = isOf(field, "money", i - 1) || isOf(field, "money", i + 1) || isOf(field, "scale", i + 1);
    const votes =
      isOf(field, "votes", i + 1) ||
      isOf(field, "votes", i + 2) ||
      (counts && (isOf(field, "voters", i + 1) || isOf(field, "voters", i + 3))) ||
      (isOf(field, "toword", i + 1) && /^\d/.test(lowerAt(field, i + 2))) ||
      (isOf(field, "toword", i - 1) && /^\d/.test(lowerAt(field, i - 2)));
    const people = isOf(field, "workers", i + 1) || isOf(field, "workers", i + 2) || isBareCount(field, i);
    if (!percent && !money && !votes && !(people && counts)) continue;
    const end = percent || money ? Math.min(stretch.to, i + 2) : i + 1;
    const evidence = charsOf(field, i, end);
    if (!evidence) continue;
    const unit = percent ? "percent" : money ? "money" : votes ? "votes" : "people";
    found.push({ value, unit, what: field.ground.analysis.text.slice(evidence.start, evidence.end), evidence });
  }
  return found;
}

/** "some 900 downed tools", "the company counted 600": a figure that stands alone before or behind its verb. */
const isBareCount = (field: Field, index: number): boolean => {
  const before = tagAt(field, index - 1);
  const behind = tagAt(field, index + 1);
  if (isOf(field, "scale", index + 1) || isOf(field, "money", index - 1)) return false;
  return (
    behind === "VERB" || (isOf(field, "counting", index - 1) && (behind === "PUNCT" || behind === "" || before === ""))
  );
};

type Place = EventMention["place"];

/** Whether a place can be named at `index`: a name that names no person, or that the lexicon knows as a place. */
function placeName(field: Field, from: number, to: number): Place {
  for (let i = from; i < to; i++) {
    const name = field.ground.names[field.nameOf[i] ?? -1];
    const mention = field.mentions[field.mentionOf[i] ?? -1];
    const actor = mention ? field.ground.resolution.actors[mention.actors[0] ?? -1] : undefined;
    if (!name || inTimex(field, i)) continue;
    if (name.kind === "person" || actor?.kind === "person") continue;
    if (name.kind === "place")
      return { start: name.start, end: name.end, name: field.ground.analysis.text.slice(name.start, name.end) };
    if (i > from && tagAt(field, i - 1) !== "DET") continue;
    if (
      name.kind === "organization" ||
      name.kind === "body" ||
      actor?.kind === "organization" ||
      actor?.kind === "body"
    )
      continue;
    return { start: name.start, end: name.end, name: field.ground.analysis.text.slice(name.start, name.end) };
  }
  return null;
}

/** "the situation in Ukraine": whether the words at `preposition` hang on a thing and do not say where it was. */
function hangsOnThing(field: Field, preposition: number, trigger: number): boolean {
  const before = preposition - 1;
  if (before < trigger || tagAt(field, before) !== "NOUN" || inTimex(field, before)) return false;
  if ((field.words.nouns.get(lowerAt(field, before)) ?? []).length > 0) return false;
  let i = before;
  while (i > trigger && ["NOUN", "ADJ", "PROPN", "DET"].includes(tagAt(field, i))) i--;
  return i > trigger && !isOf(field, "placeprep", i) && tagAt(field, i) === "ADP";
}

/** Where it was: "in Geneva" before "at the Customs House"; behind `trigger` before in front of it. */
export function placeIn(field: Field, stretch: Stretch, trigger: number): Place {
  const found: { readonly place: NonNullable<Place>; readonly cost: number }[] = [];
  for (let i = stretch.from; i < stretch.to; i++) {
    if (!isOf(field, "placeprep", i) || inTimex(field, i + 1)) continue;
    const end = phraseEnd(field, i + 1, stretch.to);
    const place =
      isOf(field, "destination", i) || hangsOnThing(field, i, trigger) ? null : placeName(field, i + 1, end);
    if (!place || isOf(field, "possess", end - 1)) continue;
    const rank = isOf(field, "inplace", i) ? 0 : isOf(field, "atplace", i) ? 2 : 4;
    found.push({ place, cost: rank + (i > trigger ? 0 : 1) + Math.abs(i - trigger) / 100 });
  }
  found.sort((a, b) => a.cost - b.cost);
  return found[0]?.place ?? barePlace(field, stretch, trigger);
}

/** "On December 5, local time, Brussels, Belgium, the two sides met": a place that stands alone between commas in front. */
function barePlace(field: Field, stretch: Stretch, trigger: number): Place {
  for (let i = stretch.from + 1; i < trigger; i++) {
    // "left Geneva after ten days of talks"
    if (isOf(field, "leaving", i - 1) && field.ground.names[field.nameOf[i] ?? -1]?.kind === "place")
      return placeName(field, i, i + 1);
    if (lowerAt(field, i - 1) !== "," || (field.mentionOf[i] ?? -1) >= 0) continue;
    const name = field.ground.names[field.nameOf[i] ?? -1];
    let end = i;
    while (name && field.nameOf[end] === field.nameOf[i]) end++;
    if (name?.kind === "place" && lowerAt(field, end) === ",")
      return { start: name.start, end: name.end, name: field.ground.analysis.text.slice(name.start, name.end) };
  }
  return null;
}

/** "ended on Wednesday after two days": what ended then began so many days before. */
export function daysOf({ rule }: EventDraft, date: Dated["date"], duration: EventMention["duration"]): Dated["date"] {
  const days = Number(/^P(\d{1,2})D$/.exec(duration?.value ?? "")?.[1] ?? 1);
  if (date === null || days < 2 || days > 14 || duration?.mod || !rule.endsWith("/end")) return date;
  const { first, last } = boundsOf(date);
  return first === last ? edtf(`${dayOf(last - days + 1)}/${dayOf(last)}`) : date;
}
