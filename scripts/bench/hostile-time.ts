// What the temporal tagger costs on texts that nobody wrote: ten million characters of digits, of "the the", of dates without
// end in one sentence … Each is measured at a tenth of the length too: linear time takes ten times as long for ten times as much.
import { timeWords } from "../../src/lang/en/time.js";
import { edtf } from "../../src/model/edtf.js";
import { findTimexes } from "../../src/time/time.js";

const units: Readonly<Record<string, string>> = {
  digits: "7",
  "the the": "the the ",
  "1/1/1/1": "1/1/",
  "numbers apart": "1 ",
  "numbers in words": "a hundred thousand ",
  years: "2021 ",
  "ranges of years": "2021-22-",
  "ranges of months": "May to ",
  "lists of days": "January 10, 12 and 13, ",
  "words before units": "the first week of ",
  "last last": "last ",
  "clock times": "10:30 ",
  apostrophes: "'9",
  "years before our era": "480-",
};

export const hostileTimes: readonly string[] = Object.keys(units);

/** Seconds of the processor, and how many time expressions were found, on `characters` characters of a unit in one sentence. */
export function costOf(name: string, characters: number): { readonly seconds: number; readonly found: number } {
  const unit = units[name] ?? "";
  const text = unit.repeat(Math.ceil(characters / unit.length));
  const words = timeWords();
  const before = process.cpuUsage();
  const found = findTimexes(
    text,
    { reference: edtf("2022-01-12"), sentences: [{ start: 0, end: text.length }] },
    words,
  ).length;
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, found };
}

/** "0.3 s (0.03 s for a tenth), 0 time expressions". */
export function timeLine(name: string, characters: number): string {
  const [tenth, whole] = [costOf(name, characters / 10), costOf(name, characters)];
  return `${whole.seconds.toFixed(1)} s (${tenth.seconds.toFixed(2)} s for a tenth), ${whole.found} time expressions`;
}
