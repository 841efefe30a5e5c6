// Ids that no other line of the record has: of the first evidence, of the next one where two lines begin with the same
// words; slugs of names with a number added on collision.
import anyAscii from "any-ascii";
import { evidenceId, sha256 } from "../model/ids.js";
import type { Span } from "../model/span.js";

/** A maker of evidence ids for one kind of line. Throws RangeError without evidence: such a line is a bug. */
export function idMaker(prefix: string): (evidence: readonly Span[]) => string {
  const taken = new Set<string>();
  return (evidence) => {
    const first = evidence[0];
    if (!first) throw new RangeError(`${prefix}: a line of the record without evidence`);
    const ids = evidence.map((span) => evidenceId(prefix, span.doc, span.start, span.end));
    let id = ids.find((candidate) => !taken.has(candidate));
    for (let nth = 2; id === undefined; nth++) {
      const again = `${prefix}-${sha256(`${ids[0]},${nth}`).slice(0, 12)}`;
      if (!taken.has(again)) id = again;
    }
    taken.add(id);
    return id;
  };
}

/** A maker of readable ids: "Sergei Ryabkov" → "sergei-ryabkov", the second one "sergei-ryabkov-2". */
export function slugMaker(longest = 60): (name: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (name) => {
    const words = anyAscii(name)
      .toLowerCase()
      .replace(/['’]/g, "")
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== "");
    let base = "";
    for (const word of words) {
      if (base !== "" && base.length + 1 + word.length > longest) break;
      base = base === "" ? word.slice(0, longest) : `${base}-${word}`;
    }
    if (base === "") base = "unnamed";
    let id = base;
    let nth = next.get(base) ?? 2;
    for (; taken.has(id); nth++) id = `${base}-${nth}`;
    next.set(base, nth);
    taken.add(id);
    return id;
  };
}
