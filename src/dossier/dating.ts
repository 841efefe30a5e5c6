// A report that names days and no year takes its year from the other reports of the dossier that date the same days, and is
// read again with it. What is kept stays as it was: this is a view, the same for any order of intake.
import type { LinkInput } from "../link/input.js";
import type { Published } from "../model/document.js";
import { type Edtf, plainOf, precisionOf } from "../model/edtf.js";
import type { DossierKit, Reader } from "./kit.js";

const isUndated = ({ document }: LinkInput): boolean => document.published.value === null;

/** The days that dated reports are of, and tell. */
function daysOf(inputs: readonly LinkInput[]): ReadonlySet<Edtf> {
  const dates = inputs
    .filter((input) => !isUndated(input))
    .flatMap(({ document, reading }) => [document.published.value, ...reading.timexes.map(({ edtf }) => edtf)]);
  return new Set(
    dates
      .filter((date) => date !== null)
      .filter((date) => precisionOf(date) === "day")
      .map(plainOf),
  );
}

function dated<T extends LinkInput>(input: T, published: Published | null, reader: Reader): T {
  if (!published) return input;
  const document = { ...input.document, published };
  return { ...input, document, reading: reader.read(document) };
}

/** The inputs in their order; the undated ones with the day that the others let them infer, where they do. */
export async function datedByOthers<T extends LinkInput>(
  inputs: readonly T[],
  kit: Pick<DossierKit, "reader">,
): Promise<readonly T[]> {
  if (!inputs.some(isUndated)) return inputs;
  const days = daysOf(inputs);
  if (days.size === 0) return inputs;
  const reader = await kit.reader();
  return inputs.map((input) =>
    isUndated(input) ? dated(input, reader.publishedAmong(input.document, days), reader) : input,
  );
}
