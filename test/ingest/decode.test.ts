import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/ingest/decode.js";
import { UnreadableError } from "../../src/ingest/unreadable.js";

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
const decoded = (bytes: Uint8Array): string => decode({ uri: "report.txt", bytes });

describe("bytes become text", () => {
  const russian = "Переговоры завершились в Женеве, сообщили «Вести».";
  const western = "“The café talks” – Gérard’s côté – cost €20";
  test.each([
    ["UTF-8", utf8(western), western],
    ["UTF-8 with a mark", utf8(`\ufeff${western}`), western],
    ["UTF-16 little-endian with a mark", iconv.encode(western, "utf-16le", { addBOM: true }), western],
    ["UTF-16 big-endian with a mark", iconv.encode(western, "utf-16be", { addBOM: true }), western],
    ["windows-1252 with curly quotes and dashes", iconv.encode(western, "windows-1252"), western],
    ["windows-1251", iconv.encode(russian, "windows-1251"), russian],
    ["carriage returns", utf8("One.\r\nTwo.\r\n"), "One.\nTwo.\n"],
    ["a null character and a mark inside", utf8("One\u0000 two\ufeff three"), "One two three"],
    [
      "soft hyphens and odd spaces stay where they are",
      utf8("nego\u00adtiation at\u00a0noon"),
      "nego\u00adtiation at\u00a0noon",
    ],
  ])("%s", (_name, bytes, text) => {
    expect(decoded(bytes)).toBe(text);
  });

  test("a page's declared encoding is believed where it is no UTF-8", () => {
    const page = '<meta charset="iso-8859-2"><p>Łódź i Kraków</p>';
    expect(decoded(iconv.encode(page, "iso-8859-2"))).toBe(page);
  });

  test("a broken pair of surrogates never reaches the text", () => {
    expect(decoded(iconv.encode("ok \ud800 ok", "utf-16le", { addBOM: true })).isWellFormed()).toBe(true);
  });

  test.each([
    ["a PDF file", Buffer.from("%PDF-1.7 …")],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ["a ZIP or Office file", Buffer.from("PK\u0003\u0004rest")],
    ["a binary file", Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 7) % 32))],
    ["a binary file", Buffer.from([0, 159, 146, 150, 0, 1])],
    ["a binary file", Buffer.from([1, 2, 3])],
    ["a binary file", Buffer.from("The talks were to resume \u0000 on Monday in \u00ff", "latin1")],
  ])("%s is named, not read", (kind, bytes) => {
    expect(() => decoded(bytes)).toThrow(UnreadableError);
    expect(() => decoded(bytes)).toThrow(new RegExp(`^report\\.txt: it is ${kind}`));
  });
});
