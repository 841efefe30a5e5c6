// Figures of judged words: shares on gold tokens, F1 on raw text, and both in one row a genre.
import { type Figure, f1Of, type ShareFigure, shareOf } from "../figures.js";
import { type Judgement, judge, measures, type Told } from "./judge.js";

/** Accuracy of each measure on gold tokens. */
export const goldTokenFigures = ({ pairs, goldWords }: Judgement): readonly ShareFigure[] =>
  measures.map(([name, holds]) => shareOf(`gold tokens: ${name}`, pairs.filter(holds).length, goldWords));

/** F1 on raw text. A contraction is given as its words, so tokens and words are the same. */
export function rawTextFigures(judgement: Judgement): readonly Figure[] {
  const { pairs, goldWords, ownWords, goldSentences, ownSentences, sameSentences } = judgement;
  return [
    f1Of("raw text: tokens and words", pairs.length, ownWords, goldWords),
    f1Of("raw text: sentences", sameSentences, ownSentences, goldSentences),
    ...measures.map(([name, holds]) => f1Of(`raw text: ${name}`, pairs.filter(holds).length, ownWords, goldWords)),
  ];
}

const percent = (value: number | null): string => (value === null ? "–" : (100 * value).toFixed(1)).padStart(7);

const genresOf = (told: readonly Told[]): readonly string[] =>
  [...new Set(told.map(({ document }) => document.genre))].filter((genre) => genre !== "").sort();

/** A table of genres: accuracies on gold tokens, then F1 of sentences, words and LAS on raw text. Empty where no genre is known. */
export function genreTable(onTokens: readonly Told[], onText: readonly Told[]): readonly string[] {
  const genres = genresOf(onTokens);
  if (genres.length === 0) return [];
  const columns = ["words", "UPOS", "XPOS", "lemmas", "UAS", "LAS", "raw sents", "raw words", "raw UPOS", "raw LAS"];
  const raws = ["sentences", "tokens and words", "UPOS", "LAS"];
  const row = (genre: string): string => {
    const of = (told: readonly Told[]) => judge(told.filter(({ document }) => document.genre === genre));
    const [tokens, text] = [of(onTokens), of(onText)];
    const shares = goldTokenFigures(tokens).slice(0, 5);
    const raw = rawTextFigures(text).filter(({ name }) => raws.includes(name.replace("raw text: ", "")));
    const f1s = raws.map((name) => raw.find((figure) => figure.name === `raw text: ${name}`));
    const cells = [
      ...shares.map(({ share }) => percent(share)),
      ...f1s.map((figure) => percent(figure?.kind === "f1" ? figure.f1 : null)),
    ];
    const [first = "", ...others] = [String(tokens.goldWords).padStart(7), ...cells];
    return `${genre.padEnd(14)}${[first, ...others].map((cell) => cell.padStart(10)).join("")}`;
  };
  return [`${"genre".padEnd(14)}${columns.map((column) => column.padStart(10)).join("")}`, ...genres.map(row)];
}
