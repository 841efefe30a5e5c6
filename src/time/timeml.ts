// Time expressions as TimeML 1.2.1 writes them: TIMEX3 tags around the words of a text. A range adds an empty DURATION whose
// begin and end points are its two ends; a length that touches the day of publication ("the past few days") points at it (t0).
import type { Timex } from "../model/reading.js";
import { dayOfDate, numberOf } from "./days.js";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

type Attributes = readonly (readonly [string, string | null])[];
const attributesOf = (attributes: Attributes): string =>
  attributes.flatMap(([name, value]) => (value === null ? [] : [` ${name}="${escaped(value)}"`])).join("");

/** The length of a range of days, both counted; "PXD" where its ends are no days. */
function lengthBetween(first: Timex, second: Timex): string {
  const [from, to] = [dayOfDate(first.edtf), dayOfDate(second.edtf)];
  const days = from && to ? numberOf(to) - numberOf(from) + 1 : 0;
  return days > 0 ? `P${days}D` : "PXD";
}

/**
 * The text with a TIMEX3 tag around each of `timexes` (in order, none overlapping, as findTimexes gives them). Signs of XML in
 * the text are written as entities.
 */
export function asTimeml(text: string, timexes: readonly Timex[]): string {
  let [written, at, next] = ["", 0, timexes.length + 1];
  const begun = new Map<number, { readonly tid: string; readonly timex: Timex }>();
  for (const [index, timex] of timexes.entries()) {
    const { start, end, type, value, mod, anchor, rangeId } = timex;
    const tid = `t${index + 1}`;
    const points: Attributes = [
      ["beginPoint", anchor === "begin" ? "t0" : null],
      ["endPoint", anchor === "end" ? "t0" : null],
    ];
    const tag = attributesOf([["tid", tid], ["type", type], ["value", value], ["mod", mod], ...points]);
    written += `${escaped(text.slice(at, start))}<TIMEX3${tag}>${escaped(text.slice(start, end))}</TIMEX3>`;
    at = end;
    const first = rangeId === null ? undefined : begun.get(rangeId);
    if (first) {
      const length = lengthBetween(first.timex, timex);
      const range: Attributes = [
        ["tid", `t${next++}`],
        ["type", "DURATION"],
        ["value", length],
        ["beginPoint", first.tid],
        ["endPoint", tid],
      ];
      written += `<TIMEX3${attributesOf(range)}/>`;
    } else if (rangeId !== null) begun.set(rangeId, { tid, timex });
  }
  return written + escaped(text.slice(at));
}
