// JSON of any length: V8 makes no string of more than about half a billion characters, and the record of some twenty thousand
// reports is longer. It is written in pieces, and read from bytes list by list.

const pieceLength = 1 << 16; // characters from which a piece is handed out
const deepest = 3; // levels that are taken apart: what lies deeper is a part of one line of a record
const longestString = 500_000_000; // bytes that are read as one string

const isLeftOut = (value: unknown): boolean =>
  value === undefined || typeof value === "function" || typeof value === "symbol";

/** The JSON of a value at some depth, in parts. */
function* partsOf(value: unknown, indent: number, depth: number): Generator<string> {
  const lineOf = (level: number): string => (indent > 0 ? `\n${" ".repeat(indent * level)}` : "");
  if (typeof value !== "object" || value === null || depth >= deepest) {
    yield JSON.stringify(isLeftOut(value) ? null : value, null, indent).replaceAll("\n", lineOf(depth));
    return;
  }
  const isList = Array.isArray(value);
  let between = "";
  yield isList ? "[" : "{";
  for (const [key, each] of isList ? value.entries() : Object.entries(value)) {
    if (!isList && isLeftOut(each)) continue;
    yield between + lineOf(depth + 1);
    if (!isList) yield `${JSON.stringify(key)}:${indent > 0 ? " " : ""}`;
    yield* partsOf(each, indent, depth + 1);
    between = ",";
  }
  yield `${between === "" ? "" : lineOf(depth)}${isList ? "]" : "}"}`;
}

/** The characters of `JSON.stringify(value, null, indent)` in pieces, for a plain value (no `toJSON`). */
export function* jsonPieces(value: unknown, indent = 0): Generator<string> {
  let piece = "";
  for (const part of partsOf(value, indent, 0)) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Reads JSON from bytes with a place in them. */
class Scanner {
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  /** The whole, or a value at some depth. Throws SyntaxError. */
  whole(): unknown {
    const value = this.#value(0);
    this.#skipSpace();
    if (this.#at < this.#bytes.length) throw this.#error();
    return value;
  }

  #error(): SyntaxError {
    return new SyntaxError(`no JSON at byte ${this.#at}`);
  }
  #skipSpace(): void {
    for (let byte = this.#bytes[this.#at]; byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13); )
      byte = this.#bytes[++this.#at];
  }
  /** Steps over a byte that must stand here, or may. */
  #step(byte: number): boolean {
    this.#skipSpace();
    if (this.#bytes[this.#at] !== byte) return false;
    this.#at++;
    return true;
  }
  #value(depth: number): unknown {
    this.#skipSpace();
    const first = this.#bytes[this.#at];
    if (depth >= deepest || (first !== openList && first !== openObject)) return this.#slice();
    this.#at++;
    const list: unknown[] = [];
    const entries: [string, unknown][] = [];
    const close = first === openList ? closeList : closeObject;
    if (!this.#step(close)) {
      do {
        if (first === openList) list.push(this.#value(depth + 1));
        else entries.push([this.#key(), this.#value(depth + 1)]);
      } while (this.#step(comma));
      if (!this.#step(close)) throw this.#error();
    }
    return first === openList ? list : Object.fromEntries(entries);
  }
  #key(): string {
    this.#skipSpace();
    const key = this.#bytes[this.#at] === quote ? this.#slice() : null;
    if (typeof key !== "string" || !this.#step(colon)) throw this.#error();
    return key;
  }
  /** The value that begins here, as one string. */
  #slice(): unknown {
    const start = this.#at;
    let open = 0;
    for (; this.#at < this.#bytes.length; this.#at++) {
      const byte = this.#bytes[this.#at];
      if (byte === quote) this.#skipString();
      else if (byte === openList || byte === openObject) open++;
      else if (byte === closeList || byte === closeObject) open--;
      if (open < 0 || (open === 0 && (byte === comma || byte === colon))) break;
    }
    return JSON.parse(this.#decoder.decode(this.#bytes.subarray(start, this.#at))) as unknown;
  }
  /** To the quotation mark that ends the string that begins here. */
  #skipString(): void {
    for (this.#at++; this.#at < this.#bytes.length && this.#bytes[this.#at] !== quote; this.#at++)
      if (this.#bytes[this.#at] === backslash) this.#at++;
  }
}

/** The value that UTF-8 bytes hold as JSON. Throws SyntaxError for no JSON, TypeError for no UTF-8. `longest`: bytes read as one string. */
export function parseJson(bytes: Uint8Array, longest = longestString): unknown {
  return bytes.length > longest
    ? new Scanner(bytes).whole()
    : (JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown);
}
