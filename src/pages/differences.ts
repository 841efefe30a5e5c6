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

/** `text` cut into what it shares with `other` and what it does not, in order; the pieces together are `text`. */
export function differences(text: string, other: string): Piece[] {
  const words = text.match(/\s*\S+/g) ?? [];
  const a = words.slice(0, mostWords).map(plain);
  const b = (other.match(/\S+/g) ?? []).slice(0, mostWords).map(plain);
  const table = tableOf(a, b);
  const pieces: { text: string; isShared: boolean }[] = [];
  const add = (piece: string, isShared: boolean): void => {
    const last = pieces.at(-1);
    if (last && last.isShared === isShared) last.text += piece;
    else pieces.push({ text: piece, isShared });
  };
  let j = 0;
  for (const [i, word] of words.entries()) {
    while (i < a.length && j < b.length && a[i] !== b[j] && (table[i]?.[j + 1] ?? 0) > (table[i + 1]?.[j] ?? 0)) j++;
    const isShared = i >= mostWords || a[i] === "" ? (pieces.at(-1)?.isShared ?? true) : j < b.length && a[i] === b[j];
    if (isShared && a[i] !== "" && a[i] === b[j]) j++;
    add(word, isShared);
  }
  const rest = text.slice(words.join("").length);
  if (rest !== "") add(rest, pieces.at(-1)?.isShared ?? true);
  return pieces;
}
