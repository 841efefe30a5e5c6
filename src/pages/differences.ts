// Which words of one wording stand in another: the longest common subsequence of words (Hunt & McIlroy 1976, by table).

export type Piece = { readonly text: string; readonly isShared: boolean };

const mostWords = 300; // longer wordings are compared up to here; the rest counts as shared

const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function tableOf(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [here, below] = [rows[i], rows[i + 1]];
      if (here && below) here[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  }
  return rows;
}

const wordsIn = (text: string): readonly string[] => text.match(/\s*\S+/g) ?? [];

/** For each word of `text` whether it stands in `other` too, in an order that keeps as many as possible. */
function sharedWords(text: string, other: string): boolean[] {
  const words = wordsIn(text);
  const a = words.slice(0, mostWords).map(plain);
  const b = wordsIn(other).slice(0, mostWords).map(plain);
  const table = tableOf(a, b);
  const shared: boolean[] = [];
  let j = 0;
  for (const i of words.keys()) {
    while (i < a.length && j < b.length && a[i] !== b[j] && (table[i]?.[j + 1] ?? 0) > (table[i + 1]?.[j] ?? 0)) j++;
    const isWord = i < mostWords && a[i] !== "";
    shared.push(isWord ? j < b.length && a[i] === b[j] : (shared.at(-1) ?? true));
    if (isWord && a[i] === b[j]) j++;
  }
  return shared;
}

/** A piece without the white space before it, and that white space: a mark should not begin with a blank. */
export function unspaced(text: string): readonly [space: string, words: string] {
  const words = text.trimStart();
  return [text.slice(0, text.length - words.length), words];
}

/** `text` cut into what it shares with any of `others` and what it does not, in order; the pieces together are `text`. */
export function differences(text: string, others: readonly string[]): Piece[] {
  const words = wordsIn(text);
  const shared = others.map((other) => sharedWords(text, other));
  const pieces: { text: string; isShared: boolean }[] = [];
  for (const [index, word] of words.entries()) {
    const isShared = shared.some((flags) => flags[index]);
    const last = pieces.at(-1);
    if (last && last.isShared === isShared) last.text += word;
    else pieces.push({ text: word, isShared });
  }
  const rest = text.slice(words.join("").length);
  return rest === "" ? pieces : [...pieces, { text: rest, isShared: true }];
}
