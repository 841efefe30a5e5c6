// JSON from a file or standard input, for what takes something in. Errors say what was wanted.
import { readFileSync } from "node:fs";
import { inputError } from "../model/errors.js";
import { parseJson } from "../model/json.js";
import type { Io } from "./io.js";

/** The JSON in a file ("-": standard input). Throws InputError; `todo` says how such a file is made. */
export async function readJson(path: string, io: Io, todo: string): Promise<unknown> {
  let bytes: Uint8Array;
  try {
    bytes = path === "-" ? await io.stdin() : readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw inputError(
      code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : "it cannot be read",
      path,
      todo,
    );
  }
  try {
    return parseJson(bytes);
  } catch (error) {
    throw inputError(error instanceof SyntaxError ? "it is no JSON" : "it cannot be read as text", path, todo);
  }
}
