// Weight files. At rest (models/): one brotli stream of a JSON head and byte sections, keys as differences. In memory: one shared
// buffer that threads hand to each other, in which all arrays lie as they are used.
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { type PackedWeights, sizeOf, unpack, type Weights } from "./weights.js";

/** What a trained layer is made of: tables of weights by name, texts by name, and a head that says what the numbers mean. */
export type Parts = {
  readonly head: unknown;
  readonly texts: Readonly<Record<string, string>>;
  readonly weights: Readonly<Record<string, PackedWeights>>;
};

type Section = { readonly name: string; readonly length: number };
type FileHead = {
  readonly format: 3;
  readonly head: unknown;
  readonly texts: readonly Section[];
  readonly weights: readonly {
    readonly name: string;
    readonly classes: number;
    readonly scale: number;
    readonly features: number;
    readonly cells: number;
    readonly keyBytes: number;
    readonly buckets: number;
  }[];
};

/** Differences of sorted numbers, seven bits a byte. */
function deltas(keys: Int32Array): Uint8Array {
  const bytes: number[] = [];
  let last = -2_147_483_648;
  for (const key of keys) {
    let difference = key - last;
    last = key;
    while (difference >= 128) {
      bytes.push((difference % 128) + 128);
      difference = Math.floor(difference / 128);
    }
    bytes.push(difference);
  }
  return Uint8Array.from(bytes);
}

function undelta(bytes: Uint8Array, count: number): Int32Array {
  const keys = new Int32Array(count);
  let last = -2_147_483_648;
  let at = 0;
  for (let i = 0; i < count; i++) {
    let [difference, unit] = [0, 1];
    for (let byte = 128; byte >= 128; unit *= 128) {
      byte = bytes[at++] ?? 0;
      difference += (byte & 127) * unit;
    }
    last += difference;
    keys[i] = last;
  }
  return keys;
}

const frame = (head: unknown, sections: readonly Uint8Array[]): Uint8Array => {
  const text = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  return Buffer.concat([size, text, ...sections]);
};

/** The bytes of a weight file. */
export function writeParts({ head, texts, weights }: Parts): Uint8Array {
  const sections: Uint8Array[] = [];
  const textHeads = Object.entries(texts).map(([name, text]): Section => {
    const bytes = Buffer.from(text);
    sections.push(bytes);
    return { name, length: bytes.length };
  });
  const weightHeads = Object.entries(weights).map(([name, { classes, scale, keys, counts, cells, buckets }]) => {
    const keyBytes = deltas(keys);
    // classes and codes apart: each compresses better among its own kind
    sections.push(
      keyBytes,
      counts,
      cells.filter((_, i) => i % 2 === 0),
      cells.filter((_, i) => i % 2 === 1),
    );
    return { name, classes, scale, features: keys.length, cells: cells.length / 2, keyBytes: keyBytes.length, buckets };
  });
  const file: FileHead = { format: 3, head, texts: textHeads, weights: weightHeads };
  return brotliCompressSync(frame(file, sections), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

type Placed = { readonly at: number; readonly length: number };
type ImageHead = {
  readonly head: unknown;
  readonly texts: readonly (Placed & { readonly name: string })[];
  readonly weights: readonly {
    readonly name: string;
    readonly classes: number;
    readonly scale: number;
    readonly table: Placed;
    readonly cells: Placed;
  }[];
};

/** A trained layer in memory. */
export type Image = {
  readonly head: unknown;
  readonly text: (name: string) => string;
  readonly weights: (name: string) => Weights;
};

const headRoom = 65_536; // bytes for the head of an image

/** The head of a weight file, its bytes, and where its sections begin. */
function unframed(bytes: Uint8Array): { readonly file: FileHead; readonly data: Buffer; readonly sections: number } {
  try {
    const data = brotliDecompressSync(bytes);
    const sections = 4 + data.readUInt32LE(0);
    const file = JSON.parse(data.toString("utf8", 4, sections)) as FileHead;
    let end = sections;
    for (const { length } of file.texts) end += length;
    for (const { features, cells, keyBytes } of file.weights) end += keyBytes + features + 2 * cells;
    if (file.format === 3 && end === data.length) return { file, data, sections };
  } catch {
    // no brotli, no head: the same to whoever reads it
  }
  throw new Error(
    "these are no weights of this version of Parley, or damaged ones: install it again, or npm run train",
  );
}

/** The shared buffer of a weight file. Throws Error where the bytes are no such file. */
export function expand(bytes: Uint8Array): SharedArrayBuffer {
  const { file, data, sections } = unframed(bytes);
  let size = headRoom;
  const placed = (length: number): Placed => {
    const at = size;
    size = (size + length + 7) & ~7;
    return { at, length };
  };
  const head: ImageHead = {
    head: file.head,
    texts: file.texts.map(({ name, length }) => ({ name, ...placed(length) })),
    weights: file.weights.map((packed) => {
      const lengths = sizeOf(packed);
      const { name, classes, scale } = packed;
      return { name, classes, scale, table: placed(4 * lengths.table), cells: placed(lengths.cells) };
    }),
  };
  const image = new SharedArrayBuffer(size);
  const whole = new Uint8Array(image);
  whole.set(frame(head, []));
  let at = sections;
  const next = (length: number): Buffer => {
    at += length;
    return data.subarray(at - length, at);
  };
  for (const text of head.texts) whole.set(next(text.length), text.at);
  const opened = openImage(image);
  for (const { name, classes, scale, features, cells, keyBytes, buckets } of file.weights) {
    const keys = undelta(next(keyBytes), features);
    const counts = next(features);
    const labels = next(cells);
    const codes = next(cells);
    const pairs = new Uint8Array(2 * cells);
    for (let i = 0; i < cells; i++) {
      pairs[2 * i] = labels[i] as number;
      pairs[2 * i + 1] = codes[i] as number;
    }
    unpack({ classes, scale, keys, counts, cells: pairs, buckets }, opened.weights(name));
  }
  return image;
}

/** Views into a shared buffer that `expand` made, here or in another thread. */
export function openImage(image: SharedArrayBuffer): Image {
  const whole = Buffer.from(image);
  const head = JSON.parse(whole.toString("utf8", 4, 4 + whole.readUInt32LE(0))) as ImageHead;
  return {
    head: head.head,
    text: (name) => {
      const found = head.texts.find((text) => text.name === name);
      return found ? whole.toString("utf8", found.at, found.at + found.length) : "";
    },
    weights: (name) => {
      const found = head.weights.find((weights) => weights.name === name);
      if (!found) throw new Error(`the weight file has no part "${name}"`);
      const { classes, scale, table, cells } = found;
      return {
        classes,
        scale,
        table: new Int32Array(image, table.at, table.length / 4),
        cells: new Uint8Array(image, cells.at, cells.length),
      };
    },
  };
}
