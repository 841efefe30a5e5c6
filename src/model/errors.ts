// Errors that people see: one line that says what is wrong, where, and what to do. Text itself never throws.

/** Bad usage or bad input: nothing was changed; the command line exits with 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** A check on data from outside failed, with the place in it. */
export const inputError = (what: string, where: string, todo: string): InputError =>
  new InputError(`${where}: ${what}. ${todo}`);
