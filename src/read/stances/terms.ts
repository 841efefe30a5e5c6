// The words that name the matter: noun phrases, infinitives and clauses with what hangs on them, cut where another clause,
// a time or an occasion begins, and split where several matters are joined in one form ("the expansion … and the inclusion …").
import { type Chunk, is, isHyphened, isMention, isNominal, lower, type Scene, sentenceOf, upos } from "./scene.js";

const longest = 45;
const isMark = (scene: Scene, index: number): boolean =>
  /^[;:()[\]–—]$/.test(lower(scene, index)) || /^(?:<…>|<\.\.\.>)$/.test(lower(scene, index));
/** The point of "€3.4bn", which tokens may cut. */
const isDecimal = (scene: Scene, index: number): boolean => {
  const [before, point, behind] = [scene.tokens[index - 1], scene.tokens[index], scene.tokens[index + 1]];
  return before?.end === point?.start && behind?.start === point?.end && /^\d/.test(behind?.lower ?? "");
};
const isDash = (scene: Scene, index: number): boolean =>
  lower(scene, index) === "-" && (scene.tokens[index]?.start ?? 0) > (scene.tokens[index - 1]?.end ?? 0);

/** Whether the quotation that token `index` would close was opened before token `from`. */
function leavesQuote(scene: Scene, from: number, index: number): boolean {
  const token = scene.tokens[index];
  if (token?.lower !== '"') return false;
  const start = scene.tokens[from]?.start ?? 0;
  return scene.quotes.some((quote) => quote.inner.end === token.start && quote.start < start);
}

/** The next comma behind token `from`, or the end. */
function commaAfter(scene: Scene, from: number, end: number): number {
  let i = from;
  while (i < end && lower(scene, i) !== ",") i++;
  return i;
}

/** Whether a clause of its own begins behind the joining word at `at`: a finite verb comes before anything that ends it. */
function joinsClause(scene: Scene, at: number, end: number): boolean {
  for (let i = at + 1; i < end && i < at + 16; i++) {
    const word = lower(scene, i);
    if (word === "," && is(scene, "relative", i + 1)) {
      i = commaAfter(scene, i + 1, end);
      continue;
    }
    if (
      word === "," ||
      isMark(scene, i) ||
      is(scene, "that", i) ||
      is(scene, "relative", i) ||
      is(scene, "infinitive", i)
    )
      return false;
    if (isMention(scene, i) || isHyphened(scene, i)) continue;
    if (is(scene, "finite", i)) return true;
    if (upos(scene, i) !== "VERB" || is(scene, "determiner", i - 1) || word.endsWith("ing")) continue;
    const attributive = ["NUM", "ADJ", "ADP", "DET"].includes(upos(scene, i - 1)) && upos(scene, i + 1) === "NOUN"; // "two sacked drivers"
    if (attributive) continue;
    return word !== scene.tokens[i]?.lemma || i > at + 1;
  }
  return false;
}

/** Where a term that begins at token `from` ends. `clause`: finite verbs are part of it. */
export function extent(scene: Scene, from: number, clause: boolean): number {
  const end = Math.min(sentenceOf(scene, from).last, from + longest);
  let within = clause;
  let i = from;
  for (; i < end; i++) {
    const word = lower(scene, i);
    if (i === from && !is(scene, "clause", i)) continue;
    if (word === "," && (joinsName(scene, i, end) || joinsBareNoun(scene, from, i))) continue;
    if (word === "." && isDecimal(scene, i)) continue;
    if (word === "," || /^[.!?…]+$/.test(word) || isMark(scene, i) || isDash(scene, i) || leavesQuote(scene, from, i))
      break;
    if (
      is(scene, "clause", i) &&
      !isMention(scene, i) &&
      !isHyphened(scene, i) && // "the so-called question"
      !(
        is(scene, "as", i) &&
        !joinsClause(scene, i, end) &&
        !(is(scene, "like", i) && !within && tieAt(scene, i) === 0)
      ) &&
      !(upos(scene, i) === "ADP" && (scene.timexOf[i + 1] ?? -1) >= 0)
    )
      break;
    if (!within && i > from && (isDated(scene, from, i) || isPurpose(scene, i))) break;
    if (i > from && isUnder(scene, i)) break;
    if ((is(scene, "by", i) || is(scene, "lacking", i)) && shapeOf(scene, i + 1) === "ing") break;
    if (is(scene, "relative", i) || is(scene, "that", i)) within = true;
    else if (!within && is(scene, "finite", i) && !isMention(scene, i) && i > from) break;
    else if (is(scene, "conjunction", i) && (is(scene, "that", i + 1) || isContrast(scene, i + 1))) break;
    else if (is(scene, "conjunction", i) && (within ? joinsOwnSubject(scene, i, end) : joinsClause(scene, i, end)))
      break;
  }
  return i;
}

/** "the merger | on June 27 with 81 percent of the votes": a day behind a noun tells when the stance was taken; not "a ban on [Sunday] work". */
function isDated(scene: Scene, from: number, at: number): boolean {
  const time = scene.timexOf[at + 1] ?? -1;
  if (time < 0 || !is(scene, "tail-before", at) || scene.timexes[time]?.type !== "DATE") return false;
  let behind = at + 1;
  while (scene.timexOf[behind] === time) behind++;
  const aim = is(scene, "infinitive", behind) && upos(scene, from) !== "VERB"; // "two billion | on Monday to settle"
  return aim || (upos(scene, behind) === "ADP" && !is(scene, "infinitive", behind));
}

/** Where the clause of a proviso begins whose words stand at `at`: "provided (that) [the road is safe]", "as long as", "only if"; null where none does. */
export function provisoAt(scene: Scene, at: number): number | null {
  for (const size of [4, 3, 2, 1]) {
    const words = Array.from({ length: size }, (_, nth) => lower(scene, at + nth)).join(" ");
    if (!scene.words.is("proviso", words)) continue;
    const from = is(scene, "that", at + size) ? at + size + 1 : at + size;
    return opensPhrase(scene, from) ? from : null;
  }
  return null;
}

/** Whether the words at `at` put what stands before them under a condition: "subject to", "provided". */
const isUnder = (scene: Scene, at: number): boolean =>
  provisoAt(scene, at) !== null ||
  (is(scene, "infinitive", at + 1) && scene.words.is("condition", `${lower(scene, at)} ${lower(scene, at + 1)}`));

/** "a duty-free quota | in (a) bid to end the row": what it is for is no matter of it. */
const isPurpose = (scene: Scene, at: number): boolean =>
  upos(scene, at) === "ADP" &&
  [at + 1, at + 2].some((noun) => is(scene, "purpose", noun) && is(scene, "infinitive", noun + 1));

/** Whether "not" sets another thing against the matter ("a result and [not] talks"), and does not turn an infinitive. */
const isContrast = (scene: Scene, index: number): boolean =>
  is(scene, "not", index) && !is(scene, "infinitive", index + 1);

/** Whether a comma joins a further name to a row of names: "Russia, France and Germany". */
function joinsName(scene: Scene, at: number, end: number): boolean {
  const isName = (index: number): boolean => isMention(scene, index) || upos(scene, index) === "PROPN";
  if (!isName(at - 1) || !isName(at + 1)) return false;
  let i = at + 1;
  while (i < end && i < at + 12 && (isName(i) || lower(scene, i) === ",")) i++;
  const tie = is(scene, "ties", i) && lower(scene, i) !== ",";
  return tie && (isName(i + 1) || is(scene, "determiner", i + 1)) && !joinsClause(scene, i, end);
}

/** Whether a comma joins a further bare noun to a row: "tax cheese[,] wine and machinery". */
function joinsBareNoun(scene: Scene, from: number, at: number): boolean {
  const next = scene.tokens[at + 1];
  const head = next?.relation === "conj" ? scene.tokens[next.head] : undefined;
  const bare = (index: number): boolean =>
    !(scene.children[index] ?? []).some((child) => is(scene, "determiner", child) || upos(scene, child) === "NUM");
  return (
    next?.upos === "NOUN" &&
    head?.upos === "NOUN" &&
    next.head > from &&
    next.head < at &&
    bare(at + 1) &&
    bare(next.head) &&
    (lower(scene, at + 2) === "," || is(scene, "ties", at + 2))
  );
}

/** Whether "and" brings a new subject with a finite verb into a clause that has its own. */
function joinsOwnSubject(scene: Scene, at: number, end: number): boolean {
  return (
    (isMention(scene, at + 1) || upos(scene, at + 1) === "PRON" || is(scene, "that", at + 1)) &&
    joinsClause(scene, at, end)
  );
}

/** Drops what only tells when or on which occasion from the end: "on Monday", "at the second round of talks", "in an interview". */
export function trimTail(scene: Scene, chunk: Chunk): Chunk {
  let { last } = chunk;
  for (let steps = 0; steps < 4; steps++) {
    while (
      last > chunk.first &&
      (/^["',-]$/.test(lower(scene, last - 1)) || is(scene, "conjunction", last - 1)) &&
      !(lower(scene, last - 1) === '"' && opensInside(scene, chunk.first, last - 1))
    )
      last--;
    if (last - 2 > chunk.first && is(scene, "pronoun", last - 1) && is(scene, "finite", last)) last--; // "the workers | they have been holding"
    if (
      last - 2 > chunk.first &&
      upos(scene, last - 1) === "ADV" &&
      !["ADV", "ADJ"].includes(upos(scene, last - 2)) && // "unpaid [overtime]"
      !isHyphened(scene, last - 1) &&
      !is(scene, "tail-before", last - 1)
    )
      last--; // not "bring in"
    const cut = tailStart(scene, chunk.first, last);
    if (cut === last) break;
    last = cut;
  }
  return { first: chunk.first, last };
}

function opensInside(scene: Scene, from: number, index: number): boolean {
  const at = scene.tokens[index]?.start ?? 0;
  return scene.quotes.some((quote) => quote.inner.end === at && quote.start >= (scene.tokens[from]?.start ?? 0));
}

function tailStart(scene: Scene, first: number, last: number): number {
  if (last - 1 > first && (scene.timexOf[last - 1] ?? -1) >= 0) {
    let begin = last - 1;
    while (begin > first && scene.timexOf[begin - 1] === scene.timexOf[last - 1]) begin--;
    const type = scene.timexes[scene.timexOf[last - 1] ?? -1]?.type;
    if (type !== "DATE" && type !== "TIME") return last;
    if (upos(scene, begin - 1) !== "ADP" && upos(scene, begin - 1) !== "SCONJ") return begin > first ? begin : last;
    return is(scene, "tail-before", begin - 1) && begin - 1 > first ? begin - 1 : last;
  }
  for (let i = last - 1; i > first && i > last - 9; i--) {
    if (!is(scene, "tail-before", i) || upos(scene, i) === "VERB") continue;
    for (let k = i + 1; k < last; k++) if (is(scene, "tail", k) || is(scene, "meeting", k)) return i;
  }
  return last;
}

type Shape = "article" | "no" | "ing" | "to" | "verb" | "number" | "bare" | "other";
const shapeOf = (scene: Scene, index: number): Shape => {
  const word = lower(scene, index);
  if (is(scene, "infinitive", index) || (is(scene, "not", index) && is(scene, "infinitive", index + 1))) return "to";
  if (word.endsWith("ing") && (upos(scene, index) === "VERB" || is(scene, "determiner", index + 1))) return "ing";
  if (is(scene, "not", index)) return "other";
  if (is(scene, "nobody", index)) return "no";
  if (is(scene, "determiner", index)) return "article";
  if (/^\d/.test(word)) return "number";
  if (["NOUN", "ADJ"].includes(upos(scene, index)) && !isMention(scene, index)) return "bare";
  return upos(scene, index) === "VERB" ? "verb" : "other";
};

const alike = (a: Shape, b: Shape): boolean =>
  a !== "other" &&
  b !== "bare" &&
  (a === b ||
    (a === "bare" && b === "article") || // "autonomy for the islands, the release of the crew and a share of the tolls"
    (a === "number" && b === "article") || // "8 percent and a shorter week"
    (a === "article" && b === "number") ||
    (a === "no" && b === "article") ||
    (a === "article" && b === "no") ||
    (a === "verb" && b === "to") ||
    (a === "to" && b === "verb"));

/** How many tokens the joining words at `at` take: ",", "and", ", and", "as well as"; 0 where none stands there. */
function tieAt(scene: Scene, at: number): number {
  const comma = lower(scene, at) === "," ? 1 : 0;
  if (
    scene.words.is(
      "ties",
      `${lower(scene, at + comma)} ${lower(scene, at + comma + 1)} ${lower(scene, at + comma + 2)}`,
    )
  )
    return comma + 3;
  return is(scene, "ties", at + comma) ? comma + 1 : comma;
}

/** The forms in which a list may go on: that of its first word, and of the object of its first verb; a clause has none. */
function shapesFrom(scene: Scene, first: number, clause: boolean): Shape[] {
  if (clause) return [];
  const shape = shapeOf(scene, first);
  const object = shape === "to" ? first + 2 : first + 1;
  const held = shape === "verb" || shape === "to" || shape === "ing" ? shapeOf(scene, object) : "other";
  return held === "article" ? [shape, held] : [shape];
}

/** Whether the word at `index` repeats the preposition of a talk or an idea ("ideas [on] A and [on] B"). */
function repeats(scene: Scene, first: number, last: number, index: number): boolean {
  if (!is(scene, "about", index)) return false;
  for (let i = first; i < last; i++) if (lower(scene, i) === lower(scene, index)) return true;
  return false;
}

/** The matters joined in one form from token `from` on, each trimmed; at least one unless nothing stands there. */
export function termsFrom(scene: Scene, from: number, clause = false): Chunk[] {
  let first = from;
  while (
    lower(scene, first) === '"' ||
    ((scene.timexOf[first] ?? -1) >= 0 &&
      !isMention(scene, first) &&
      upos(scene, first) !== "NUM" &&
      !((scene.timexOf[first + 1] ?? -1) < 0 && upos(scene, first + 1) === "NOUN")) // "[Sunday shifts]"
  )
    first++;
  const shapes = shapesFrom(scene, first, clause);
  const lead = upos(scene, first - 1) === "ADP" && !is(scene, "infinitive", first - 1) ? lower(scene, first - 1) : null;
  const goesOn = (index: number): boolean => shapes.some((one) => alike(one, shapeOf(scene, index)));
  const { last: end } = sentenceOf(scene, from);
  const chunks: Chunk[] = [];
  let begin = first;
  for (let i = first; i < end; ) {
    const stop = extent(scene, begin, clause);
    let tie = 0;
    for (i = begin + 1; i < stop; i++) {
      tie = tieAt(scene, i);
      const led = tie > 0 && lead !== null && lower(scene, i + tie) === lead && opensPhrase(scene, i + tie + 1); // "asks for a rise and [for] a car"
      if (tie > 0 && (goesOn(i + tie) || led || repeats(scene, begin, i, i + tie))) break;
      tie = 0;
    }
    if (tie === 0) {
      const joined = lower(scene, stop) === "," ? tieAt(scene, stop) : 0;
      const article = shapeOf(scene, stop + joined) === "article";
      const bare = article && joined === 1 && !listGoesOn(scene, stop + 1, end);
      const further = joined > 0 && joinsThing(scene, begin, stop, stop + joined);
      const source = joined === 1 && is(scene, "tail", stop + 1); // ", according to a memo"
      if (
        joined > 0 &&
        !source &&
        (goesOn(stop + joined) || further) &&
        !bare &&
        !(article && joinsClause(scene, stop + joined - 1, end))
      )
        [tie, i] = [joined, stop];
      else i = stop;
    }
    const chunk = trimTail(scene, { first: begin, last: i });
    if (chunk.last > chunk.first && upos(scene, chunk.first) !== "PUNCT") chunks.push(chunk);
    if (tie === 0) break;
    const led = lead !== null && lower(scene, i + tie) === lead;
    begin = led || repeats(scene, begin, i, i + tie) ? i + tie + 1 : i + tie;
    i = begin;
  }
  return chunks;
}

/** Whether behind a comma a further noun phrase hangs on the noun of the last one: "a rise, [smaller classes] and an end to overtime". */
function joinsThing(scene: Scene, begin: number, comma: number, from: number): boolean {
  for (let i = from; i < from + 7; i++) {
    const token = scene.tokens[i];
    if (!token || is(scene, "finite", i) || lower(scene, i) === ",") return false;
    const row =
      token.relation === "appos" &&
      is(scene, "ties", i + 1) &&
      isNominal(scene, i + 2) &&
      !joinsClause(scene, i + 1, i + 12);
    const joined = token.relation === "conj" || row; // of "a rise, smaller crews and an end" the second is taken for an apposition
    if (joined && token.upos === "NOUN" && token.head >= begin && token.head < comma)
      return upos(scene, token.head) === "NOUN" && !is(scene, "finite", i + 1) && upos(scene, i + 1) !== "VERB";
  }
  return false;
}

/** Whether a list goes on to an "and" behind token `from`. */
function listGoesOn(scene: Scene, from: number, end: number): boolean {
  for (let i = from; i < end && i < from + 25; i++) {
    if (lower(scene, i) === "," && is(scene, "ties", i + 1)) return true;
    if (is(scene, "ties", i) && ["article", "number"].includes(shapeOf(scene, i + 1)))
      return !joinsClause(scene, i, end);
    if (is(scene, "finite", i) || is(scene, "clause", i)) return false;
  }
  return false;
}

/** Whether a noun phrase can begin at token `index`. */
export function opensPhrase(scene: Scene, index: number): boolean {
  const at = lower(scene, index) === '"' ? index + 1 : index;
  if (is(scene, "clause", at) || (is(scene, "that", at) && upos(scene, at) === "SCONJ")) return false;
  const plural = is(scene, "infinitive", at - 1) && /[^su]s$/.test(lower(scene, at)); // "open to [talks]": no infinitive ends so
  return (
    (isNominal(scene, at) ||
      plural ||
      is(scene, "nobody", at) ||
      (lower(scene, at).endsWith("ing") && upos(scene, at) === "VERB") ||
      (upos(scene, at) === "VERB" && scene.tokens[at]?.relation === "amod" && isNominal(scene, at + 1)) || // "forced redundancies"
      (upos(scene, at) === "VERB" && /[A-Z]/.test(scene.tokens[at]?.text.charAt(0) ?? ""))) &&
    !(upos(scene, at) === "PUNCT")
  );
}
