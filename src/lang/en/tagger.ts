// Parts of speech and lemmas of English tokens. For the time being by wink-nlp's small model (MIT), aligned to our own
// tokens by their offsets; whatever takes its place keeps this signature.
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Range } from "../../model/span.js";
import type { Tag, Upos } from "../../read/analysis.js";

const nlp = winkNLP(model, ["sbd", "pos"]);
const longest = 60; // wink is quadratic in the length of one token

/** A tag for each of `tokens` (ranges of `text`, in order). */
export function tagEnglish(text: string, tokens: readonly Range[]): Tag[] {
  const words = tokens.map((token) => {
    const word = text.slice(token.start, token.end).replace(/[\u00ad\u200b]/g, "");
    return word.length > longest ? word.slice(0, longest) : word === "" ? "-" : word;
  });
  const spaced = words.join(" ");
  const document = nlp.readDoc(spaced);
  const pos = document.tokens().out(nlp.its.pos) as string[];
  const lemma = document.tokens().out(nlp.its.lemma as typeof nlp.its.pos) as string[];
  const values = document.tokens().out() as string[];
  const tags: Tag[] = [];
  let at = 0; // offset in `spaced` behind the last wink token
  let next = 0; // next wink token
  let offset = 0;
  for (const word of words) {
    const [from, to] = [offset, offset + word.length];
    let tag: Tag = { upos: "X", lemma: word.toLowerCase() };
    let first = true;
    while (next < values.length) {
      const value = values[next] ?? "";
      const found = spaced.indexOf(value, at);
      const start = found < 0 ? at : found;
      if (start >= to) break;
      if (first) {
        const whole = start <= from && start + value.length >= to;
        tag = {
          upos: (pos[next] ?? "X") as Upos,
          lemma: whole ? (lemma[next] ?? word.toLowerCase()) : word.toLowerCase(),
        };
        first = false;
      }
      at = start + value.length;
      if (at > to) break;
      next++;
    }
    tags.push(tag);
    offset = to + 1;
  }
  return tags;
}
