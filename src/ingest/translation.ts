// Whether a report is a translation: where the page says so, in its language tag or in words ("Translated from Russian").
import type { Line } from "./page.js";
import type { IngestWords } from "./words.js";

/**
 * The language a report was translated from (BCP 47), "und" where that is not told, null where nothing speaks of a
 * translation. Only short lines and the first and last lines are asked: a report may speak of translations too.
 */
export function translationOf(
  lines: readonly Line[],
  folded: readonly string[],
  words: IngestWords,
  claimed: string | null,
): string | null {
  for (const [index, line] of folded.entries()) {
    const edge = index < 8 || index >= folded.length - 6 || lines[index]?.reason !== null;
    if (!edge || line.length > 260) continue;
    for (const pattern of words.translation) {
      const match = pattern.exec(line);
      if (!match) continue;
      const language = match.groups?.language?.toLowerCase();
      return (language === undefined ? undefined : words.languages.get(language)) ?? claimed ?? "und";
    }
  }
  return claimed;
}
