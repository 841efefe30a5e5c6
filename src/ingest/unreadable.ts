// What cannot be taken in: one named error with one line, so that an intake can report the file and go on with the rest.

/** A source that gives no document. `message` is "<uri>: <reason>". */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
  readonly uri: string;
  readonly reason: string;
  constructor(uri: string, reason: string) {
    super(`${uri}: ${reason}`);
    this.uri = uri;
    this.reason = reason;
  }
}
