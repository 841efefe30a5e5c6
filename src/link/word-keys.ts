// Keys under which the words that tell one event meet: verb and noun of one root ("acquire", "acquisition") share their first letters.

/** Letters that forms of one root share as a rule. */
const rootLength = 5;

/** The keys of a trigger's lemma. */
export const wordKeys = (lemma: string): readonly string[] => [lemma.slice(0, rootLength)];
