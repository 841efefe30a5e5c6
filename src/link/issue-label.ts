// The line that names an issue: of its wordings the one that says most in few words, without what only leads to the matter
// ("refuse to conduct any military activity" → "No military activity"); a wording that begins with its own verb stays whole.
import type { Matter } from "./issue-terms.js";
import type { IssueWords } from "./issue-words.js";

/** A wording; `asked`: in a demand or an offer, which tells which way round the matter is asked for. */
export type Wording = {
  readonly text: string;
  readonly matter: Matter | null;
  readonly asked: boolean;
  readonly act?: boolean; // begins with a verb in its base form
  readonly outside?: boolean; // turned round by a word before it ("abandon the base and [the exercises]")
  readonly refused?: boolean; // said by one who rejects it
  readonly aboutPay?: boolean; // told in a report that speaks of pay
};

const best = { words: 6, most: 14, shown: 8 };

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Whether a word only leads to the matter. */
const leads = (word: string, words: IssueWords): boolean =>
  word === "" ||
  words.opening.has(word) ||
  words.carriers.has(word) ||
  words.turning.has(word) ||
  words.joints.has(word);

/** How many words stand before the matter: what leads to it, and what says nothing before "of" ("the issue of"). */
function leadOf(parts: readonly string[], words: IssueWords): number {
  let from = 0;
  for (let i = 0; i < parts.length - 1; i++) {
    const word = plain(parts[i] ?? "");
    if (leads(word, words)) from = i + 1;
    else if (!words.empty.has(word)) break;
  }
  return from;
}

const isFigure = (part: string): boolean => /^\p{Sc}?\d/u.test(part) && !/^(?:19|20)\d\d$/.test(plain(part));

/** "an unsolicited 2.9 billion euro takeover proposal" → "takeover proposal": the price before what is priced is one report's figure. */
function withoutPrice(parts: readonly string[], words: IssueWords): readonly string[] {
  let at = 0;
  while (words.opening.has(plain(parts[at] ?? "")) || words.empty.has(plain(parts[at] ?? ""))) at++;
  if (!isFigure(parts[at] ?? "")) return parts;
  let behind = at + 1;
  while (words.money.has(plain(parts[behind] ?? ""))) behind++;
  const next = plain(parts[behind] ?? "");
  const priced = behind > at + 1 || /^\p{Sc}/u.test(parts[at] ?? "");
  return priced && /^\p{L}/u.test(next) && !leads(next, words) && !words.empty.has(next) ? parts.slice(behind) : parts;
}

/** "increase of 4.5 percent from April" → "increase", where the wordings hold several figures: the label takes no side. */
function withoutSides(label: string, wordings: readonly Wording[], words: IssueWords): string {
  const figures = new Set(wordings.flatMap(({ text }) => text.split(/\s+/).filter(isFigure).map(plain)));
  const parts = label.split(" ");
  const at = parts.findIndex(
    (part, index) => index > 1 && isFigure(part) && words.joints.has(plain(parts[index - 1] ?? "")),
  );
  return figures.size > 1 && at > 1 ? parts.slice(0, at - 1).join(" ") : label;
}

/** Where a wording is turned round in its midst ("NATO's [no] further expansion", "the alliance [gives up] any exercise"): the first word behind; 0 where it is not. */
function behindTurn(parts: readonly string[], words: IssueWords): number {
  for (let at = 1; at < parts.length - 1; at++) {
    const [word, pair] = [plain(parts[at] ?? ""), `${plain(parts[at] ?? "")} ${plain(parts[at + 1] ?? "")}`];
    if (words.joints.has(word) || words.finite.has(word)) return 0;
    if (words.turning.has(pair)) return at + 2 < parts.length ? at + 2 : 0;
    if (words.turning.has(word)) return at + 1;
  }
  return 0;
}

/** "NATO's expansion" → "expansion of NATO": "no" stands before the thing. */
function ownedBehind(parts: readonly string[]): readonly string[] {
  const at = parts.findIndex((part) => /^\p{L}.*['’]s$/u.test(part));
  const own = parts.slice(0, at + 1).join(" ");
  return at < 0 || at > 3 || at + 1 >= parts.length ? parts : [...parts.slice(at + 1), "of", own.replace(/['’]s$/, "")];
}

/** "ease" → "easing"; "easing" stays. */
const doing = (verb: string, words: IssueWords): string => (verb.endsWith("ing") ? verb : words.gerund(verb));

/** A wording without quotation marks, and without the words before its matter; `turned`: the way round in which the issue is asked for; `outside`: a word that is none of its own turns it. */
function stripped(
  text: string,
  negative: boolean,
  { turned, outside }: { readonly turned: boolean; readonly outside: boolean },
  words: IssueWords,
): string {
  const clean = text
    .replace(/["“”„«»]/g, "")
    .replace(/\s+/g, " ")
    .replace(/[\s,.;:–-]+$/, "")
    .trim();
  const spoken = withoutPrice(clean.split(" "), words);
  const leading = leadOf(spoken, words);
  const led = spoken.slice(0, leading).some((part) => words.turning.has(plain(part)));
  const behind = negative && !led ? behindTurn(spoken, words) : 0;
  const owner = spoken.slice(0, 1).filter((part) => /['’]s$/.test(part));
  const parts = behind > 0 ? [...owner, ...spoken.slice(behind)] : spoken;
  const from = leadOf(parts, words);
  const rest = parts.slice(from);
  let open = 0;
  while (open < parts.length - 1 && words.opening.has(plain(parts[open] ?? ""))) open++;
  const verbal = from > 0 && words.infinitive.has(plain(parts[from - 1] ?? ""));
  const whole = parts.slice(open).join(" ");
  const said = behind > 0 || parts.slice(0, from).some((part) => words.turning.has(plain(part)));
  const aim = parts.findIndex(
    (part, at) =>
      at > 1 && at <= from && words.infinitive.has(plain(part)) && words.carriers.has(plain(parts[at - 1] ?? "")),
  );
  if (aim > 0 && aim + 2 < parts.length && !said && words.carriers.has(plain(parts[aim - 2] ?? "")))
    return [doing(parts[aim + 1] ?? "", words), ...parts.slice(aim + 2)].join(" "); // "take measures to ease X" → "easing X"
  if (verbal || (from > open && rest.length === 1) || !/\p{L}/u.test(rest.join(" "))) return whole;
  const no = turned && words.negator !== "" && (!negative || said || outside);
  return no ? `${words.negator} ${ownedBehind(rest).join(" ")}` : rest.join(" ");
}

/** How well a wording names its issue: what most wordings share, said in about six words; figures do worse. `shares`: by concept, how many of the wordings hold it. */
function fitness(
  { text, matter }: Wording,
  shares: ReadonlyMap<string, number>,
  turned: boolean,
  words: IssueWords,
): number {
  if (!matter) return -10;
  const told = text.split(/\s+/).some((part, at) => at > 0 && words.finite.has(plain(part))) ? 1 : 0; // a sentence, and no thing
  const shared = [...matter.weights.keys()].reduce((sum, concept) => sum + (shares.get(concept) ?? 0), 0);
  const length = text.split(/\s+/).length;
  const figures = (text.match(/\d[\d.,]*/g) ?? []).filter((figure) => !/^(?:19|20)\d\d$/.test(figure)).length;
  const round = matter.negative === turned ? 0.5 : told > 0 ? -1 : 0; // "X will not join": no "no" can be put before it
  return shared + round - Math.abs(length - best.words) * 0.15 - (length > best.most ? 2 : 0) - figures * 0.7 - told;
}

/** Whether most of those who ask for a matter ask for it turned round ("no expansion"); where nobody asks, most of all who speak of it. */
export function isTurned(wordings: readonly { readonly asked: boolean; readonly negative: boolean }[]): boolean {
  const asked = wordings.filter((wording) => wording.asked);
  const voting = asked.length > 0 ? asked : wordings;
  return voting.filter(({ negative }) => negative).length * 2 > voting.length;
}

/** The label of an issue from its wordings, in order of telling, the way round in which it is asked for; at equal fitness the first. */
export function labelOf(wordings: readonly Wording[], words: IssueWords): string {
  const shares = new Map<string, number>();
  for (const { matter } of wordings) {
    for (const concept of matter?.weights.keys() ?? [])
      shares.set(concept, (shares.get(concept) ?? 0) + 1 / wordings.length);
  }
  const turned = isTurned(wordings.map(({ asked, matter }) => ({ asked, negative: matter?.negative ?? false })));
  const ranked = wordings.map((wording, index) => ({ wording, index, score: fitness(wording, shares, turned, words) }));
  ranked.sort((a, b) => b.score - a.score || a.index - b.index);
  const top = ranked[0]?.wording;
  if (!top) return upper(wordings[0]?.text ?? "");
  const amount = amountLabel(top, wordings, words);
  if (amount !== null) return amount;
  const label = withoutSides(
    stripped(top.text, top.matter?.negative ?? false, { turned, outside: top.outside === true }, words),
    wordings,
    words,
  );
  const named = asThing(label === "" ? (wordings[0]?.text ?? "") : label, words);
  return upper(
    short(
      (top.act === true || label.split(" ", 2).some((part) => words.infinitive.has(plain(part)))) &&
        top.text.startsWith(label)
        ? acted(named, words)
        : named,
      words,
    ),
  );
}

/** "The shift patterns were changed" → "the shift patterns": a label is no sentence. Verbs of relative clauses stay. */
function asThing(label: string, words: IssueWords): string {
  const parts = label.split(" ").map(plain);
  const verb = parts.findIndex((word, at) => at > 0 && words.finite.has(word));
  if (verb === 1 && !/^\p{Lu}/u.test(label)) return label; // "figure must fall in dry years": one word says too little
  if (verb <= 0 || parts.slice(0, verb).some((word) => words.relative.has(word))) return label;
  const shown = label.split(" ");
  if (!shown.slice(0, verb).every((part) => /^\p{Lu}/u.test(part))) return shown.slice(0, verb).join(" ");
  let behind = verb + 1; // "Halden would consider selling the yard" → "selling the yard": who would is no matter
  while (
    behind < shown.length - 1 &&
    (words.carriers.has(parts[behind] ?? "") ||
      words.finite.has(parts[behind] ?? "") ||
      words.opening.has(parts[behind] ?? ""))
  )
    behind++;
  return shown.slice(behind).join(" ");
}

/** "lifts" → "lift", "carries" → "carry"; "pass" stays. */
const plainVerb = (verb: string): string =>
  verb
    .replace(/ies$/, "y")
    .replace(/(?<=sh|ch|x|ss|zz)es$/, "")
    .replace(/(?<![suy])s$/, "");

/** "release the crew" → "releasing the crew". */
function acted(label: string, words: IssueWords): string {
  const parts = label.split(" ");
  while (parts.length > 2 && (words.infinitive.has(parts[0] ?? "") || words.empty.has(parts[0] ?? ""))) parts.shift(); // "to", "immediately"
  const not = words.turning.has(parts[0] ?? "") && words.infinitive.has(parts[1] ?? "") ? parts.splice(0, 2)[0] : null; // "not to dismiss"
  const [verb = "", ...rest] = parts;
  if (not && rest.length > 0) return [not, words.gerund(verb), ...rest].join(" ");
  return /^\p{Ll}+$/u.test(verb) ? [words.gerund(plainVerb(verb)), ...rest].join(" ") : label;
}

/** A label without its last phrases, where it has more than eight words: cut before a joint, never to less than three words, never before "of" or inside a relative clause, which would leave a half. */
function short(label: string, words: IssueWords): string {
  const parts = label.split(" ");
  if (parts.length <= best.shown) return label;
  const at = (index: number): string => plain(parts[index] ?? "");
  const relative = parts.findIndex((_, index) => index > 1 && words.relative.has(at(index)));
  for (let end = relative > 0 ? Math.min(relative, best.shown) : best.shown; end > 2; end--) {
    const joint = (words.joints.has(at(end)) && !words.possession.has(at(end))) || words.infinitive.has(at(end));
    const tie = words.ties.has(at(end)) && words.empty.has(at(end + 1)); // "Ukraine | and other states"
    if (!(joint || tie) || words.joints.has(at(end - 1))) continue;
    return parts
      .slice(0, end)
      .join(" ")
      .replace(/[,;:]$/, "");
  }
  return label;
}

/** The label of an issue that only figures tell: "Pay rise of 3 percent", "Offer of 14 euros a share"; several figures: none of them. Null where words tell it. */
function amountLabel(top: Wording, wordings: readonly Wording[], words: IssueWords): string | null {
  const text = top.text.trim();
  const mostly = (head: string): boolean =>
    wordings.filter(({ matter }) => matter?.heads.has(head)).length * 4 >= wordings.length * 3;
  const figures = new Set(wordings.flatMap((wording) => wording.text.match(/\d[\d.,]*/) ?? []));
  const bare = /^[\p{Sc}\d]/u.test(text);
  if (
    bare &&
    mostly(words.bid) &&
    [...text.matchAll(/\p{L}+/gu)].some(([word]) => words.priced.has(word.toLowerCase()))
  )
    return `${words.offerLabel} ${words.amountLabel} ${text}`;
  if (figures.size === 0 || !mostly(words.rise) || !wordings.some((wording) => wording.aboutPay === true)) return null;
  const figure = text.slice(Math.max(0, text.search(/[\p{Sc}\d]/u)));
  if (figures.size === 1) return `${words.payLabel} ${words.amountLabel} ${figure}`;
  return wordings.some(({ refused }) => refused) ? words.paySizeLabel : words.payLabel; // who rejects a figure rejects no rise
}
