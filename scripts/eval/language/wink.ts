// wink-nlp (MIT) with its small English model: sentences and universal parts of speech, to be measured beside ours.
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { OtherTagger, TaggedSpan } from "./others.js";

const nlp = winkNLP(model, ["sbd", "pos"]);

function tag(text: string): readonly TaggedSpan[] {
  const tokens = nlp.readDoc(text).tokens();
  const values = tokens.out() as string[];
  const tags = tokens.out(nlp.its.pos) as string[];
  let at = 0;
  return values.flatMap((value, index) => {
    const start = text.indexOf(value, at);
    if (start < 0) return [];
    at = start + value.length;
    return [{ start, end: at, upos: tags[index] ?? "X" }];
  });
}

function work(text: string): number {
  const document = nlp.readDoc(text);
  const sentences = document.sentences().out() as string[];
  const tags = document.tokens().out(nlp.its.pos) as string[];
  return sentences.length + tags.length;
}

export const wink: OtherTagger = { name: "wink-nlp", spaced: true, tag, work };
