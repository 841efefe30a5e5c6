// Offsets in code points, as the Web Annotation model counts them, from those in UTF-16 code units, as the record does.

const isHigh = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Converts offsets of one text. Each costs the logarithm of the number of characters beyond U+FFFF in it. */
export function codePointsOf(text: string): (offset: number) => number {
  const pairs = [...text.matchAll(isHigh)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
