// What was predicted, as CoNLL-U, so that somebody else's scorer can check it.
import type { Told } from "./judge.js";

const cell = (text: string): string => text.replace(/\s+/g, " ") || "_";

/** Documents in order, each with its id; the text of a sentence runs from its first to its last word. */
export function conlluOf(told: readonly Told[]): string {
  const lines: string[] = [];
  for (const { document, own } of told) {
    lines.push(`# newdoc id = ${document.id || "document"}`);
    own.forEach(({ tokens }, number) => {
      if (tokens.length === 0) return;
      lines.push(`# sent_id = ${document.id || "document"}-${number + 1}`);
      lines.push(`# text = ${cell(document.text.slice(tokens[0]?.start, tokens.at(-1)?.end))}`);
      tokens.forEach((token, index) => {
        const glued = tokens[index + 1]?.start === token.end;
        const columns = [
          index + 1,
          cell(token.form),
          cell(token.lemma),
          token.upos,
          token.xpos,
          "_",
          token.head + 1,
          token.relation,
          "_",
          glued ? "SpaceAfter=No" : "_",
        ];
        lines.push(columns.join("\t"));
      });
      lines.push("");
    });
  }
  return `${lines.join("\n")}\n`;
}
