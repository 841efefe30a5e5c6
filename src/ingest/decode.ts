// Bytes → text. UTF-8 is tried strictly first; then what the bytes declare; then a scored choice between windows-1251 and
// windows-1252, because chardet alone mistakes one for the other; chardet is asked only about encodings of other families.
import { isUtf8 } from "node:buffer";
import chardet from "chardet";
import iconv from "iconv-lite";
import type { Source } from "./reader.js";
import { UnreadableError } from "./unreadable.js";

const magics: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF file"],
  ["PK\u0003\u0004", "a ZIP or Office file"],
  ["\u0089PNG", "a picture"],
  ["GIF8", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["\u001f\u008b", "a compressed file"],
  ["\u007fELF", "a program"],
  ["SQLite format 3", "a database"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Office file"],
  ["RIFF", "a media file"],
  ["ID3", "a media file"],
  ["7z\u00bc\u00af", "an archive"],
  ["{\\rtf", "an RTF file"],
];
const others = new Set([
  "KOI8-R",
  "Big5",
  "GB18030",
  "EUC-JP",
  "EUC-KR",
  "Shift_JIS",
  "ISO-2022-JP",
  "windows-1256",
  "windows-1255",
  "windows-1253",
]);

const latin = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString("latin1");

/** What kind of binary file the bytes are, or null for text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = latin(bytes, 8192);
  const known = magics.find(([magic]) => head.startsWith(magic));
  if (known) return known[1];
  if (markOf(bytes) !== null || wideWithoutMark(bytes) !== null) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what binary files are known by
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  const many = controls > Math.max(3, head.length * 0.05) || controls * 5 > head.length;
  return many || (head.includes("\u0000") && !isUtf8(bytes)) ? "a binary file" : null; // a stray U+0000 is in texts of UTF-8 only
}

function markOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** UTF-16 that lost its mark: nearly every second byte is zero. */
function wideWithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, 2000) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even, odd] = [zeros[0] ?? 0, zeros[1] ?? 0];
  if (length < 20) return null;
  if (odd > length * 0.35 && even < length * 0.02) return "utf-16le";
  return even > length * 0.35 && odd < length * 0.02 ? "utf-16be" : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding that a page declares in its first bytes, if iconv knows it. */
function declared(bytes: Uint8Array): string | null {
  const head = latin(bytes, 4096);
  const name =
    /<meta[^<>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^<>]{0,100}encoding=["']([\w-]+)/i.exec(head)?.[1];
  return name && !/^utf-?(?:8|16)/i.test(name) && iconv.encodingExists(name) ? name : null;
}

/** windows-1251 or windows-1252: Cyrillic stands in runs of high letters, Western accents between letters of ASCII. */
export function guessWindows(bytes: Uint8Array): "windows-1251" | "windows-1252" {
  const letter = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xc0;
  const ascii = (byte: number | undefined): boolean => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
  let runs = 0;
  let accents = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (!letter(bytes[i])) continue;
    if (letter(bytes[i - 1]) || letter(bytes[i + 1])) runs++;
    else if (ascii(bytes[i - 1]) || ascii(bytes[i + 1])) accents++;
  }
  return runs > accents ? "windows-1251" : "windows-1252";
}

function otherFamily(bytes: Uint8Array): string | null {
  const high = bytes.reduce((n, byte) => n + (byte >= 0x80 ? 1 : 0), 0);
  if (high < bytes.length * 0.2) return null;
  const best = chardet.analyse(bytes.subarray(0, 65536))[0];
  return best && best.confidence >= 80 && others.has(best.name) && iconv.encodingExists(best.name) ? best.name : null;
}

function decoded(bytes: Uint8Array): string {
  const mark = markOf(bytes) ?? wideWithoutMark(bytes);
  if (mark === "utf-16le" || mark === "utf-16be") return iconv.decode(Buffer.from(bytes), mark);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return utf8;
  if (mark === "utf-8") return new TextDecoder("utf-8").decode(bytes);
  return iconv.decode(Buffer.from(bytes), declared(bytes) ?? otherFamily(bytes) ?? guessWindows(bytes));
}

/**
 * The text of a source: decoded, "\r\n" → "\n", without byte order marks and U+0000. Soft hyphens and odd spaces stay.
 * Throws UnreadableError for binary files and for bytes that are no text in any encoding tried.
 */
export function decode(source: Source): string {
  const kind = binaryKind(source.bytes);
  if (kind !== null) throw new UnreadableError(source.uri, `it is ${kind}, which cannot be read as text`);
  const text = decoded(source.bytes).replace(/\r\n/g, "\n").replaceAll("\u0000", "").replaceAll("\ufeff", "");
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  if (broken > 3 && broken > text.length * 0.01)
    throw new UnreadableError(source.uri, "its encoding is unknown. Save it as UTF-8");
  return text.isWellFormed() ? text : text.toWellFormed();
}
