// Features as exact 32-bit hashes: no dictionary of feature names is kept, and with fewer than a million features in a space
// of four billion hardly any two meet (Ganchev & Dredze 2008). Mixing steps of MurmurHash3 (Appleby, public domain).

/** Hash of a text, 32 bits, signed. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** The feature of template `template` with up to three values; never 0, which stands for "none". The products do not wait for each other. */
export function feature(template: number, a: number, b = 0, c = 0): number {
  let hash =
    (Math.imul(template + 1, 0x9e3779b1) +
      Math.imul(a, 0x85ebca6b) +
      Math.imul(b, 0xc2b2ae35) +
      Math.imul(c, 0x27d4eb2f)) |
    0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash === 0 ? 1 : hash;
}
