// Lists of matters behind a colon: "asked for three things: A, B and C", "two conditions: the price must fall, and …"; and what names no matter.
import { type Chunk, is, isMention, lower, type Scene, sentenceOf } from "./scene.js";
import { termsFrom } from "./terms.js";

const longestItem = 9; // tokens

/** "an answer", "a figure": what may be told or not, and no matter. */
const isBareThing = (scene: Scene, first: number, last: number): boolean =>
  is(scene, "bare-thing", last - 1) && last - first === (is(scene, "determiner", first) ? 2 : 1);

/** "anything except …", "it signed", "to meet in the hall": no matter, or the meeting itself and not what it is about. */
export const namesNothing = (scene: Scene, { first, last }: Chunk): boolean =>
  (is(scene, "nothing-named", first) && last - first !== 1) ||
  is(scene, "nothing-named", is(scene, "determiner", first) ? first + 1 : last) ||
  isBareThing(scene, is(scene, "telling", first) ? first + 1 : first, last) ||
  (is(scene, "meeting-act", first) && is(scene, "infinitive", first - 1) && !is(scene, "about", first + 1));

/** Short items between commas that tell nothing by a verb: "jobs to 2030, no closure, the old rosters"; null where there are fewer than two, or a clause. */
function items(scene: Scene, from: number, end: number): Chunk[] | null {
  const found: Chunk[] = [];
  let first = from;
  for (let i = from; i <= end; i++) {
    if (is(scene, "finite", i) && i < end) return null;
    if (i < end && !/^[,;.]$/.test(lower(scene, i))) continue;
    while (first < i && is(scene, "conjunction", first)) first++;
    if (i - first > longestItem) return null;
    if (i > first && !namesNothing(scene, { first, last: i })) found.push({ first, last: i });
    first = i + 1;
  }
  return found.length > 1 ? found : null;
}

/** Duties behind a colon: "two conditions: the price must fall, and Norland must [pay for the dam]"; null where not each clause tells one. */
export function dutiesBehind(scene: Scene, from: number): Chunk[] | null {
  const { last: end } = sentenceOf(scene, from);
  let at = from;
  while (at < end && at < from + 6 && lower(scene, at) !== ":") at++;
  if (lower(scene, at) !== ":" || !is(scene, "thing", from)) return null;
  const found: Chunk[] = [];
  let first = at + 1;
  for (let i = first; i <= end; i++) {
    if (i < end && !(/^[,;.]$/.test(lower(scene, i)) && (lower(scene, i) !== "," || is(scene, "conjunction", i + 1))))
      continue;
    while (first < i && is(scene, "conjunction", first)) first++;
    let duty = first;
    while (duty < i && !is(scene, "plain-duty", duty)) duty++;
    if (i > first + 1 && duty === i) return null;
    if (i > first + 1) found.push({ first: isMention(scene, duty - 1) ? duty + 1 : first, last: i });
    first = i + 1;
  }
  return found.length > 0 ? found : null;
}

/** The items of a list behind a colon: "asked for three things: A, B and C"; null where no such list stands there. */
export function listed(scene: Scene, from: number): Chunk[] | null {
  const duties = dutiesBehind(scene, from);
  if (duties) return duties;
  const { last: end } = sentenceOf(scene, from);
  let thing = false;
  for (let i = from; i < end && i < from + 10; i++) {
    if (lower(scene, i) === ":") {
      const [alike, short] = [termsFrom(scene, i + 1), items(scene, i + 1, end)];
      return thing ? (short && short.length > alike.length ? short : alike) : null;
    }
    if (is(scene, "thing", i)) thing = true;
    else if (is(scene, "finite", i) || /^[,;.]$/.test(lower(scene, i))) return null;
  }
  return null;
}
