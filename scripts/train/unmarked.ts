// Gold trees without their punctuation, as the parser learns them.

/** Heads among the words that are no marks, numbered among themselves: what hangs on a mark hangs on the mark's head. */
export function unmarkedHeads(heads: Int32Array, isMark: Uint8Array): Int32Array {
  const length = heads.length;
  const number = new Int32Array(length + 1);
  let count = 0;
  for (let i = 0; i < length; i++) {
    number[i] = count;
    if (isMark[i] === 0) count++;
  }
  number[length] = count;
  const unmarked = new Int32Array(count);
  let root = -1;
  for (let i = 0; i < length; i++) {
    if (isMark[i] === 1) continue;
    let head = heads[i] ?? length;
    for (let step = 0; head < length && isMark[head] === 1 && step < length; step++) head = heads[head] ?? length;
    const own = number[i] ?? 0;
    if (head === length) {
      if (root >= 0) {
        unmarked[own] = root;
        continue;
      }
      root = own;
    }
    unmarked[own] = number[head] ?? count;
  }
  return unmarked;
}
