// JSON in pieces: the same characters as JSON.stringify gives, the same values as JSON.parse reads.
import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPieces, parseJson } from "../../src/model/json.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Read without the help of one long string. */
const scanned = (text: string): unknown => parseJson(bytesOf(text), 0);
const value = fc.jsonValue({ maxDepth: 6, depthSize: "large" });

test.each([0, 1, 2])("pieces with indent %i are what JSON.stringify writes", (indent) => {
  fc.assert(
    fc.property(value, (any) => {
      expect([...jsonPieces(any, indent)].join("")).toBe(JSON.stringify(any, null, indent));
    }),
  );
});

test.each([
  ["what JSON leaves out", { a: undefined, b: [undefined, () => 1, null], c: { d: undefined } }],
  ["line feeds in strings", { a: ["one\ntwo", { b: "\n\n" }] }],
  ["nothing in it", { a: [], b: {}, c: [[], {}], d: [[[[]]]] }],
  ["numbers that are none", [Number.NaN, Infinity, -0]],
  ["half a surrogate", ["\ud800"]],
])("pieces: %s", (_name, any) => {
  for (const indent of [0, 1]) expect([...jsonPieces(any, indent)].join("")).toBe(JSON.stringify(any, null, indent));
});

test("a long value comes in several pieces, none of them long", () => {
  const pieces = [...jsonPieces({ list: Array.from({ length: 20_000 }, (_, index) => ({ index })) }, 1)];
  expect(pieces.length).toBeGreaterThan(3);
  for (const piece of pieces) expect(piece.length).toBeLessThan(200_000);
});

test("bytes are read as JSON.parse reads their text", () => {
  fc.assert(
    fc.property(value, fc.constantFrom(0, 1), (any, indent) => {
      const text = JSON.stringify(any, null, indent);
      expect(scanned(text)).toEqual(JSON.parse(text));
      expect(scanned(`\ufeff ${text}\r\n`)).toEqual(JSON.parse(text));
      expect(parseJson(bytesOf(text))).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ['{"a":"\\"]},:[{"}', { a: '"]},:[{' }],
  ['{"a\\"b" : [ 1 , {"c":[]} ] , "__proto__": 2}', JSON.parse('{"a\\"b":[1,{"c":[]}],"__proto__":2}')],
  ['"alone"', "alone"],
  [" 12.5e3 ", 12500],
  ['[[["ж",[["—"]]]]]', [[["ж", [["—"]]]]]],
])("%s is read", (text, read) => {
  expect(scanned(text)).toEqual(read);
});

test.each([
  "",
  " ",
  "{",
  "[1,",
  "[1,]",
  '{"a"}',
  '{"a":}',
  '{"a":1,}',
  "{a:1}",
  "[1] 2",
  "[1}",
  '"a',
  "1 2",
  "{'a':1}",
  "[1 2]",
  '{"a":1 "b":2}',
  "]",
])("%j is no JSON", (text) => {
  expect(() => scanned(text)).toThrow(SyntaxError);
  expect(() => parseJson(bytesOf(text))).toThrow(SyntaxError);
});

test("bytes that are no UTF-8 are no JSON", () => {
  for (const longest of [0, 100])
    expect(() => parseJson(new Uint8Array([0x22, 0xff, 0x22]), longest)).toThrow(TypeError);
});
