// The named queries asked of a dossier by a language model: parameters in, answer or error in words out. Knows no protocol.
import type { Edtf } from "../model/edtf.js";
import { InputError } from "../model/errors.js";
import type { ParleyRecord } from "../model/record.js";
import { type Lookup, lookupOf } from "../query/lookup.js";
import { UnknownNameError } from "../query/names.js";
import { asOfIn } from "../query/params.js";
import { type Query, unknownId } from "../query/queries.js";

/** The part of a dossier that is asked. */
export type AskedDossier = {
  readonly title: () => Promise<string>;
  readonly version: () => Promise<number>;
  readonly record: (options?: { readonly asOf?: Edtf | null }) => Promise<ParleyRecord>;
};
/** An answer; `error`: why there is none, and what would have worked. */
export type Told = { readonly answer: object } | { readonly error: string };

const mostKept = 4;

/** Gives what is asked of the record as of a day; records asked for last are kept until the dossier changes. */
export function looksOf(dossier: AskedDossier): (asOf: Edtf | null) => Promise<Lookup> {
  const kept = new Map<string, Promise<Lookup>>();
  return async (asOf) => {
    const key = `${await dossier.version()} ${asOf ?? ""}`;
    const look = kept.get(key) ?? dossier.record({ asOf }).then(lookupOf);
    kept.delete(key);
    kept.set(key, look);
    look.catch(() => kept.delete(key));
    for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
    return look;
  };
}

const nearText = (near: readonly string[]): string => (near.length === 0 ? "" : ` Near it: ${near.join(", ")}.`);

/** A query's answer to parameters that its schema has passed. Throws only what is no fault of who asks. */
export async function ask(
  query: Query,
  params: Readonly<Record<string, unknown>>,
  lookAt: (asOf: Edtf | null) => Promise<Lookup>,
): Promise<Told> {
  const asOf = asOfIn(params);
  const look = await lookAt(asOf);
  try {
    const answer = query.run(look, params);
    if (answer !== null) return { answer };
    const { detail, near } = unknownId(look, String(params.id ?? ""), asOf);
    return { error: `${detail}${nearText(near)}` };
  } catch (error) {
    if (error instanceof InputError) return { error: error.message };
    if (error instanceof UnknownNameError) return { error: `${error.message}.${nearText(error.near)}` };
    throw error;
  }
}
