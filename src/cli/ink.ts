// Text for people: colours only where a terminal takes them, lines wrapped to its width.
import pc from "picocolors";
import type { Io } from "./io.js";

export type Ink = ReturnType<typeof pc.createColors>;

/** Colours where standard output is a terminal that wants them (NO_COLOR, FORCE_COLOR and TERM=dumb are heeded). */
export function inkOf({ env, terminal }: Io): Ink {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "" && env.FORCE_COLOR !== "0";
  const refused = (env.NO_COLOR !== undefined && env.NO_COLOR !== "") || env.TERM === "dumb";
  return pc.createColors(!refused && (terminal.out || forced));
}

/** Width of lines: the terminal's, at most 120, at least 40; 100 where there is none. */
export const widthOf = ({ columns }: Io): number => Math.max(40, Math.min(120, columns ?? 100));

/** Text without what a terminal would obey: news text is hostile input. Line feeds stay. */
export function printable(text: string): string {
  let safe = "";
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const obeyed =
      (code < 32 && char !== "\n") ||
      (code >= 127 && code < 160) ||
      (code >= 0x202a && code <= 0x202e) ||
      (code >= 0x2066 && code <= 0x2069);
    safe += obeyed ? "\u{fffd}" : char;
  }
  return safe;
}

/** `text` in lines of at most `width` letters, the first after `first`, the others after `rest`; a longer word is not broken. */
export function wrap(text: string, width: number, first = "", rest = " ".repeat(first.length)): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** Parts joined by " · ", a line broken between two parts rather than within one; a part longer than a line is wrapped. */
export function wrapParts(parts: readonly string[], width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 3 + part.length <= width) lines[lines.length - 1] = `${last} · ${part}`;
    else lines.push(...wrap(part, width, indent));
  }
  return lines;
}

/** `text` cut to about `most` letters at a word's end. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(" ", most - 1);
  return `${text.slice(0, space > most / 2 ? space : most - 1).toWellFormed()}…`;
}
