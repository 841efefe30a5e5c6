// Datelines: "MOSCOW, November 30. /TASS/.", "GENEVA, Jan 10 (Reuters) -", "BRUSSELS (AP) —", "LONDON — ". Read piece by piece;
// a place alone is never enough: a dateline needs an agency, or a place in capitals with a date or a dash.
import type { Range } from "../model/span.js";
import type { DayFinder, PrintedDay } from "./days.js";
import { kindOfName } from "./outlet-names.js";
import type { IngestWords } from "./words.js";

export type Dateline = Range & {
  readonly place: string | null;
  readonly day: PrintedDay | null; // offsets in the text
  readonly agency: (Range & { readonly name: string }) | null;
};

const capitals = /\p{Lu}[\p{Lu}'.-]*\p{Lu}(?: (?:\p{Lu}[\p{Lu}'.-]*\p{Lu}|D\.C\.))*(?:\/\p{Lu}[\p{Lu}' .-]*\p{Lu})*/uy;
const mixed = /\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,3}/uy;
const country = /, (?!\d)\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,2}/uy;
const agencyMark = /(?:[,.]? ?)(?:\/ ?([^/\n]{2,40}?) ?\/|\(([^()\n]{2,40})\)|\[([^[\]\n]{2,40})\])/uy;
const dash = /[.,:]?\s?-{1,2}(?=\s)/uy;
const stop = /[.:]?/uy;

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** A name between slashes or brackets that an agency may have: begins with a capital, few words, no digits. */
const namesAgency = (name: string, words: IngestWords): boolean =>
  (/^\p{Lu}[\p{L}&.' -]*$/u.test(name) && name.split(" ").length <= 4) || knownAgency(name, words) !== null;

/** The agency's usual name, if it is a known one. */
const knownAgency = (name: string, words: IngestWords): string | null =>
  words.agencies.find(({ forms }) => forms.includes(name.toLowerCase().trim()))?.name ?? null;

/** Where a day begins right behind `index` of the line, if one does. */
function dayAt(line: string, index: number, days: readonly PrintedDay[], words: IngestWords): PrintedDay | null {
  return (
    days.find((day) => {
      const between = line.slice(index, day.start);
      if (day.start < index || between.length > 16) return false;
      const left = between
        .replace(/[\s,.-]+/g, " ")
        .trim()
        .toLowerCase();
      return left === "" || words.weekdays.has(left);
    }) ?? null
  );
}

/**
 * The dateline at the beginning of a line, or null. `line` is folded; `offset` is where it stands in the text.
 */
export function readDateline(line: string, offset: number, words: IngestWords, findDays: DayFinder): Dateline | null {
  const head = line.slice(0, 140);
  const leading = leadingAgency(head, offset, words);
  if (leading) return leading;
  const caps = at(capitals, head, 0);
  const place = caps && !/^\p{Ll}/u.test(head.slice(caps[0].length)) ? caps : at(mixed, head, 0);
  if (!place) return null;
  const known = knownAgency(place[0], words);
  let index = place[0].length;
  const days = findDays(head);
  let day = dayAt(head, index, days, words);
  if (!day) {
    const land = at(country, head, index);
    if (land && !words.months.has((land[0].slice(2).split(/[ .]/)[0] ?? "").toLowerCase())) {
      index += land[0].length;
      day = dayAt(head, index, days, words);
    }
  }
  const placeEnd = index;
  if (day) index = day.end;
  const mark = at(agencyMark, head, index);
  const name = (mark?.[1] ?? mark?.[2] ?? mark?.[3])?.trim();
  let agency: Dateline["agency"] = null;
  if (mark && name !== undefined && namesAgency(name, words)) {
    const start = index + mark[0].indexOf(name);
    agency = { start: offset + start, end: offset + start + name.length, name: knownAgency(name, words) ?? name };
    index += mark[0].length;
    if (!day) {
      day = dayAt(head, index, days, words);
      if (day) index = day.end;
    }
  }
  const isSure = agency !== null && (words.places.has(place[0].toLowerCase()) || knownAgency(agency.name, words));
  const closing = at(dash, head, index) ?? (isSure ? /^[.:](?=\s)/.exec(head.slice(index)) : null);
  const isCaps = place === caps;
  const enough =
    agency !== null
      ? (day !== null || closing !== null) && (isCaps || closing !== null || mark?.[1] !== undefined)
      : isCaps &&
        (day !== null
          ? closing !== null || /^\s?[.:]/.test(head.slice(index))
          : closing !== null && place[0].length >= 4);
  if (!enough || known !== null) return null;
  let end = index + (closing?.[0].length ?? at(stop, head, index)?.[0].length ?? 0);
  if (agency === null && closing) agency = agencyBehind(head, end, offset, words);
  if (agency !== null && agency.start >= offset + end)
    end = agency.end - offset + (at(stop, head, agency.end - offset)?.[0].length ?? 0);
  return {
    start: offset,
    end: offset + end,
    place: head.slice(0, placeEnd),
    agency,
    day: day && { ...day, start: offset + day.start, end: offset + day.end },
  };
}

const inFront = /^(?:\/ ?([^/\n]{2,40}?) ?\/|\(([^()\n]{2,40})\)|\[([^[\]\n]{2,40})\])\s*(-{1,2}(?=\s))?/u;

/** "(Quaywire) - The crews …", "/Quaywire/ The crews …": an agency in front, no place. */
function leadingAgency(head: string, offset: number, words: IngestWords): Dateline | null {
  const match = inFront.exec(head);
  const name = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim();
  if (!match || name === undefined || !namesAgency(name, words)) return null;
  const sure = match[4] !== undefined || match[1] !== undefined || knownAgency(name, words) !== null;
  if (!sure || kindOfName(name, words) === "place" || kindOfName(name, words) === "section") return null;
  const start = offset + match[0].indexOf(name);
  const agency = { start, end: start + name.length, name: knownAgency(name, words) ?? name };
  return { start: offset, end: offset + match[0].trimEnd().length, place: null, day: null, agency };
}

/** "MOSCOW, 10 Jan — RIA Novosti.": a known agency behind the dash, with a full stop behind it. */
function agencyBehind(head: string, index: number, offset: number, words: IngestWords): Dateline["agency"] {
  const match = /^\s*(\p{Lu}[\p{L} ]{1,30})\./u.exec(head.slice(index));
  const name = match?.[1] === undefined ? null : knownAgency(match[1], words);
  if (!match || name === null) return null;
  const start = offset + index + match[0].indexOf(match[1] ?? "");
  return { start, end: start + (match[1] ?? "").length, name };
}
