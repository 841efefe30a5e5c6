// Where a phrase can begin: at a digit, or at the first letter of a word, an apostrophe before it taken in ("'90s"). A scanner
// by character codes, since it passes over every word of a text.

const isLetterCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code > 127 && /\p{L}/u.test(String.fromCharCode(code)));
const isDigitCode = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code > 127 && /\p{N}/u.test(String.fromCharCode(code)));
const apostrophe = 39;

/** Walks over the heads of a text from left to right; after `next` its fields say where it stands. */
export class HeadScanner {
  /** Where the head begins, an apostrophe included. */
  place = 0;
  /** Where its letters or its digit begin and end. */
  start = 0;
  end = 0;
  digit = false;

  constructor(readonly text: string) {}

  /** The first head at or behind `at`, before `limit`; false where there is none. */
  next(at: number, limit: number): boolean {
    const { text } = this;
    for (let i = at; i < limit; i++) {
      const code = text.charCodeAt(i);
      const isLetter = isLetterCode(code);
      if (!isLetter && !isDigitCode(code)) continue;
      if (!this.#begins(i)) {
        i = this.#wordEnd(i, limit) - 1;
        continue;
      }
      this.place = text.charCodeAt(i - 1) === apostrophe ? i - 1 : i;
      this.start = i;
      this.digit = !isLetter;
      this.end = isLetter ? this.#lettersEnd(i, limit) : i + 1;
      if (this.place >= at) return true;
      i = this.end - 1;
    }
    return false;
  }

  /** Whether no letter, digit or apostrophe goes before; one apostrophe may, if none of these is before it. */
  #begins(i: number): boolean {
    const before = i > 0 ? this.text.charCodeAt(i - 1) : 32;
    if (before !== apostrophe) return !isLetterCode(before) && !isDigitCode(before);
    const two = i > 1 ? this.text.charCodeAt(i - 2) : 32;
    return two !== apostrophe && !isLetterCode(two) && !isDigitCode(two);
  }

  #lettersEnd(i: number, limit: number): number {
    let end = i + 1;
    while (end < limit && isLetterCode(this.text.charCodeAt(end))) end++;
    return end;
  }

  #wordEnd(i: number, limit: number): number {
    let end = i + 1;
    while (end < limit && (isLetterCode(this.text.charCodeAt(end)) || isDigitCode(this.text.charCodeAt(end)))) end++;
    return end;
  }
}
