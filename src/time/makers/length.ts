// Makers of durations: amounts of units, with what is said of them ("almost", "more than") as the modifier.
import { type Ground, type Maker, type Meaning, meant, meantNumber, type Phrase, slotOf } from "../meaning.js";
import type { Lexicon } from "../pattern.js";

/** The amount that number words or digits mean: a number, "X" where it is not told, null where they are none. */
export function amountOf(word: string, lexicon: Lexicon): number | "X" | null {
  const whole = lexicon.get("number")?.get(word);
  if (whole !== undefined) return whole === "X" ? "X" : Number(whole);
  if (/^\d/.test(word)) {
    const [number, half] = word.replaceAll(",", "").split(" ");
    return Number(number) + (half ? 0.5 : 0);
  }
  let total = 0;
  for (const part of word.split(/[- ]/)) {
    const value = lexicon.get("number")?.get(part);
    if (value === "X") return "X";
    if (value === undefined) continue;
    total = Number(value) >= 100 ? Math.max(total, 1) * Number(value) : total + Number(value);
  }
  return total === 0 ? null : total;
}

/** ISO duration of an amount of a unit code of the calendar table; days stand for nights, two weeks for a fortnight. */
export function lengthOf(amount: number | "X", unit: string): string {
  if (unit === "FN") return amount === "X" ? "PXW" : `P${2 * amount}W`;
  if (unit === "WE") return `P${amount}WE`;
  if (unit === "NI") return `PT${amount}NI`;
  const time = { S: "S", MIN: "M", H: "H" }[unit];
  const [prefix, letter] = time ? ["PT", time] : ["P", unit];
  if (amount === "X" || Number.isInteger(amount)) return `${prefix}${amount}${letter}`;
  const smaller = { H: ["M", 60], MIN: ["S", 60], Y: ["M", 12], W: ["D", 7] }[unit] as
    | readonly [string, number]
    | undefined;
  const [whole, rest] = [Math.floor(amount), amount % 1];
  return smaller && Number.isInteger(rest * smaller[1])
    ? `${prefix}${whole ? `${whole}${letter}` : ""}${rest * smaller[1]}${smaller[0]}`
    : `${prefix}${amount}${letter}`;
}

export const unitOf = (phrase: Phrase, ground: Ground): string | null =>
  meant(phrase, ground, "units") ?? meant(phrase, ground, "unit");

/** The amount in the slots n or one; "X" is an amount that is not told. */
export function amountSaid(phrase: Phrase, ground: Ground): number | "X" | null {
  const word = slotOf(phrase, "n");
  if (word !== undefined) return amountOf(word, ground.lexicon);
  return meantNumber(phrase, ground, "one");
}

const duration = (value: string, phrase: Phrase, ground: Ground): Meaning => ({
  type: "DURATION",
  value,
  mod: meant(phrase, ground, "approx"),
});

/** "two to three weeks": the amount is not one number. */
export const durationRangeMaker: Maker = (phrase, ground) => {
  const unit = unitOf(phrase, ground);
  const [least, most] = [phrase.slots.n, phrase.slots.n2].map((word) => amountOf(word ?? "", ground.lexicon));
  return unit !== null && typeof least === "number" && typeof most === "number" && least < most
    ? duration(lengthOf("X", unit), phrase, ground)
    : null;
};

export const durationMaker: Maker = (phrase, ground) => {
  const [amount, unit] = [amountSaid(phrase, ground), unitOf(phrase, ground)];
  if (amount === null || unit === null) return null;
  const half = Number(meant(phrase, ground, "half") ?? 0);
  return duration(lengthOf(amount === "X" ? amount : amount + half, unit), phrase, ground);
};

/** "two hours and 15 minutes", "a year and three months". */
export const compoundMaker: Maker = (phrase, ground) => {
  const unit = (word: string | undefined): string | null =>
    word === undefined
      ? null
      : (ground.lexicon.get("units")?.get(word) ?? ground.lexicon.get("unit")?.get(word) ?? null);
  const first = unit(phrase.slots.units ?? phrase.slots.unit);
  const second = unit(
    phrase.slots.units2 ??
      phrase.slots.unit2 ??
      (phrase.slots.units === undefined ? phrase.slots.units : phrase.slots.unit),
  );
  const [a, b] = [amountOf(phrase.slots.n ?? "", ground.lexicon), amountOf(phrase.slots.n2 ?? "", ground.lexicon)];
  if (!first || !second || first === second || typeof a !== "number" || typeof b !== "number") return null;
  const [left, right] = [lengthOf(a, first), lengthOf(b, second)];
  return duration(
    right.startsWith("PT") && left.startsWith("PT") ? left + right.slice(2) : left + right.slice(1),
    phrase,
    ground,
  );
};

export const halfUnitMaker: Maker = (phrase, ground) => {
  const unit = meant(phrase, ground, "unit");
  const value = unit && { H: "PT30M", MIN: "PT30S", Y: "P6M", DE: "P5Y", CE: "P50Y", D: "PT12H" }[unit];
  return value ? duration(value, phrase, ground) : null;
};

/** "a quarter of an hour", "three-quarters of an hour". */
export const quarterUnitMaker: Maker = (phrase, ground) => {
  const [quarters, unit] = [amountSaid(phrase, ground), meant(phrase, ground, "unit")];
  const values: Readonly<Record<string, (quarters: number) => string>> = {
    H: (count) => `PT${15 * count}M`,
    Y: (count) => `P${3 * count}M`,
    CE: (count) => `P${25 * count}Y`,
  };
  const value = unit === null ? undefined : values[unit];
  const fits = typeof quarters === "number" && Number.isInteger(quarters) && quarters >= 1 && quarters <= 3;
  return value && fits ? duration(value(quarters), phrase, ground) : null;
};

/** "the past few days": a length that ends or begins at the reference. */
export const spanMaker: Maker = (phrase, ground) => {
  const [amount, unit] = [amountSaid(phrase, ground), unitOf(phrase, ground)];
  if (amount === null || unit === null) return null;
  if (phrase.slots.n !== undefined && phrase.slots.n2 !== undefined)
    return duration(lengthOf("X", unit), phrase, ground);
  const anchor = meant(phrase, ground, "span");
  const length = duration(amount === 24 && unit === "H" ? "P1D" : lengthOf(amount, unit), phrase, ground);
  return ground.reference && (anchor === "begin" || anchor === "end") ? { ...length, anchor } : length;
};

export const bareUnitsMaker: Maker = (phrase, ground) => {
  const unit = unitOf(phrase, ground);
  return unit === null ? null : duration(lengthOf("X", unit), phrase, ground);
};

/** "month-long", "for the year ended March 31". */
export const longMaker: Maker = (phrase, ground) => {
  const unit = unitOf(phrase, ground) ?? meant(phrase, ground, "annual");
  return unit === null ? null : duration(lengthOf(1, unit), phrase, ground);
};
