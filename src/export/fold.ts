// Lines of iCalendar (RFC 5545, 3.1): at most 75 bytes each, what is longer goes on behind CR LF and a space.

const longest = 75; // bytes

const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

function foldLine(line: string): string {
  if (line.length * 3 <= longest) return line;
  let [folded, start, bytes] = ["", 0, 0];
  for (let at = 0; at < line.length; ) {
    const point = line.codePointAt(at) ?? 0;
    const more = bytesOf(point);
    if (bytes + more > longest) {
      folded += `${line.slice(start, at)}\r\n `;
      start = at;
      bytes = 1; // the space
    }
    bytes += more;
    at += point > 0xffff ? 2 : 1;
  }
  return folded + line.slice(start);
}

/** Content lines that end in CR LF, folded; no character is cut in two. */
export const folded = (lines: string): string => lines.split("\r\n").map(foldLine).join("\r\n");
