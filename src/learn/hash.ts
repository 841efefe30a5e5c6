// Features as exact 32-bit hashes: no dictionary of feature names is kept, and with fewer than a million features in a space
// of four billion hardly any two meet (Ganchev & Dredze 2008). Mixing steps of MurmurHash3 (Appleby, public domain).

/** Hash of a text, 32 bits, signed. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** The feature of template `template` with up to three values; never 0, which stands for "none". */
export function feature(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  hash ^= hash >>> 15;
  return hash === 0 ? 1 : hash;
}
