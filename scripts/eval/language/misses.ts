// What goes wrong most, for whoever trains or mends: confusions of tags, relations, heads, tokens and sentences, each with its
// count, the words that it happens to most, and places to look at.
import type { Range } from "../../../src/model/span.js";
import { type Judged, judge, type Told, universal } from "./judge.js";
import type { GoldDocument } from "./treebank.js";

type Tally = { count: number; readonly words: Map<string, number>; readonly places: string[] };

const most = 25; // lines a table
const examples = 3;

/** Counts by key, with the words and the first places of each. */
class Confusions {
  readonly #tallies = new Map<string, Tally>();

  add(key: string, word: string, place: () => string): void {
    const tally: Tally = this.#tallies.get(key) ?? { count: 0, words: new Map(), places: [] };
    tally.count++;
    tally.words.set(word, (tally.words.get(word) ?? 0) + 1);
    // every 7th place, so that examples do not all come from the first document
    if (tally.places.length < examples && (tally.count % 7 === 1 || tally.count <= 2)) tally.places.push(place());
    this.#tallies.set(key, tally);
  }

  /** The most frequent, one line each and the places under it; `whole` gives how many a key could have had. */
  lines(title: string, whole: (key: string) => number = () => 0): readonly string[] {
    const sorted = [...this.#tallies].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
    const total = sorted.reduce((n, [, { count }]) => n + count, 0);
    return [
      "",
      `${title}: ${total}`,
      ...sorted.slice(0, most).flatMap(([key, { count, words, places }]) => {
        const common = [...words].sort((a, b) => b[1] - a[1]).slice(0, 8);
        const of = whole(key) ? ` of ${whole(key)} (${((100 * count) / whole(key)).toFixed(1)} %)` : "";
        return [
          `  ${key.padEnd(28)} ${count}${of}   ${common.map(([word, n]) => (n > 1 ? `${word} ×${n}` : word)).join(", ")}`,
          ...places.map((place) => `      ${place}`),
        ];
      }),
    ];
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/** The words in brackets among what is around them; a mere boundary as a bar. */
function around({ text }: GoldDocument, { start, end }: Range): string {
  const marked = start === end ? " ‖ " : `[${text.slice(start, end)}]`;
  return oneLine(`…${text.slice(Math.max(0, start - 40), start)}${marked}${text.slice(end, end + 30)}…`);
}

/** The words of a sentence, the word in brackets, and its heads behind it. */
function headsOf({ gold, ours, sentence, ownSentence }: Judged): string {
  const words = sentence.words.map((word) => (word.start === gold.start ? `[${word.form}]` : word.form));
  const from = Math.max(0, sentence.words.findIndex((word) => word.start === gold.start) - 9);
  const [goldHead, ownHead] = [
    sentence.words[gold.head]?.form ?? "ROOT",
    ownSentence.tokens[ours.head]?.form ?? "ROOT",
  ];
  return `${goldHead} (${gold.relation}) → ${ownHead} (${ours.relation}): ${words.slice(from, from + 20).join(" ")}`;
}

/** Tables of what is wrong on gold tokens. */
export function goldTokenMisses(told: readonly Told[]): readonly string[] {
  const [tags, fine, lemmas, relations, heads] = [1, 2, 3, 4, 5].map(() => new Confusions()) as [
    Confusions,
    Confusions,
    Confusions,
    Confusions,
    Confusions,
  ];
  const byRelation = new Map<string, number>();
  for (const one of told) {
    for (const pair of judge([one]).pairs) {
      const { gold, ours, headRight } = pair;
      const word = gold.form.toLowerCase();
      const place = () => around(one.document, gold);
      const relation = universal(gold.relation);
      byRelation.set(relation, (byRelation.get(relation) ?? 0) + 1);
      if (gold.upos !== ours.upos) tags.add(`${gold.upos} → ${ours.upos}`, word, place);
      else if (gold.xpos !== ours.xpos) fine.add(`${gold.xpos} → ${ours.xpos}`, word, place);
      if (gold.lemma !== "_" && gold.lemma !== ours.lemma)
        lemmas.add(`${gold.upos}`, `${gold.form}: ${gold.lemma} → ${ours.lemma}`, place);
      if (!headRight) heads.add(relation, word, () => headsOf(pair));
      else if (relation !== universal(ours.relation))
        relations.add(`${relation} → ${universal(ours.relation)}`, word, () => headsOf(pair));
    }
  }
  return [
    ...tags.lines("UPOS, gold → ours"),
    ...fine.lines("XPOS where UPOS is right, gold → ours"),
    ...lemmas.lines("lemmas by gold UPOS"),
    ...heads.lines("wrong heads by gold relation", (relation) => byRelation.get(relation) ?? 0),
    ...relations.lines("relations where the head is right, gold → ours"),
  ];
}

/** Tables of tokens and sentences that the raw text is split into otherwise than the gold. */
export function rawTextMisses(told: readonly Told[]): readonly string[] {
  const [tokens, ends] = [new Confusions(), new Confusions()];
  for (const { document, own } of told) {
    const words = own.flatMap(({ tokens: own }) => own);
    const ours = new Set(words.map(({ start, end }) => `${start}-${end}`));
    let next = 0;
    for (const word of document.sentences.flatMap(({ words: gold }) => gold)) {
      if (ours.has(`${word.start}-${word.end}`)) continue;
      while ((words[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++;
      let last = next;
      while ((words[last]?.start ?? Number.POSITIVE_INFINITY) < word.end) last++;
      const pieces = words.slice(next, last).map(({ form }) => form);
      const kind = pieces.length > 1 ? "gold has one token" : "gold has several tokens";
      tokens.add(kind, `${word.form} → ${pieces.join(" | ")}`, () => around(document, word));
    }
    const endOf = (list: readonly (readonly Range[])[]): Set<number> =>
      new Set(list.map((each) => each.at(-1)?.end ?? -1));
    const [goldEnds, ownEnds] = [
      endOf(document.sentences.map(({ words: gold }) => gold)),
      endOf(own.map(({ tokens: own }) => own)),
    ];
    const boundary = (at: number) => ({ start: at, end: at });
    const lastChar = (at: number): string => oneLine(document.text.slice(Math.max(0, at - 1), at + 2));
    for (const at of goldEnds)
      if (!ownEnds.has(at)) ends.add("missed end", lastChar(at), () => around(document, boundary(at)));
    for (const at of ownEnds)
      if (!goldEnds.has(at)) ends.add("invented end", lastChar(at), () => around(document, boundary(at)));
  }
  return [...tokens.lines("tokens, gold → ours"), ...ends.lines("ends of sentences")];
}
