// English stances: the tables stances.txt, stances-nouns.txt and stances-words.txt as the words that reading stances works with.
import type { IssueWords } from "../../link/issue-words.js";
import { type Stance, stances } from "../../model/words.js";
import type {
  CueForm,
  InflectedStanceCue,
  StanceCue,
  StanceFrame,
  StanceNoun,
  StanceWords,
  WordClass,
} from "../../read/stances/words.js";
import { wordClasses } from "../../read/stances/words.js";
import { listCell, parseTable } from "../../text/tables.js";
import { tableText } from "./index.js";
import { regularForms } from "./inflect.js";

const cueColumns = ["name", "stance", "negated", "frames", "score", "cues", "example", "counter"] as const;
const nounColumns = ["name", "stance", "score", "nouns", "leads", "example", "counter"] as const;

export type StanceRow = { readonly name: string; readonly example: string; readonly counter: string };

/** The lines of both tables with their example and counter-example, for the tests that run them. */
export const stanceRows = (): StanceRow[] =>
  [
    ...parseTable(tableText("stances.txt"), cueColumns, "lang/en/stances.txt"),
    ...parseTable(tableText("stances-nouns.txt"), nounColumns, "lang/en/stances-nouns.txt"),
  ].map(({ name, example, counter }) => ({ name, example, counter }));

const asStance = (cell: string): Stance | null => stances.find((stance) => stance === cell) ?? null;
const leading = new Set(["there", "it", "not", "would", "will", "can"]);
const beForms: readonly [string, CueForm][] = [
  ["be", "base"],
  ["is", "present"],
  ["are", "present"],
  ["am", "present"],
  ["'s", "present"],
  ["'re", "present"],
  ["'m", "present"],
  ["was", "past"],
  ["were", "past"],
  ["been", "participle"],
  ["being", "ing"],
];

/** Forms of a verb written "see=saw=seen" or "demand". */
function formsOf(cell: string): readonly (readonly [string, CueForm])[] {
  const [lemma = "", past, participle] = cell.split("=");
  if (lemma === "be") return beForms;
  const usual = regularForms(lemma);
  const forms: (readonly [string, CueForm])[] = [
    [lemma, "base"],
    [lemma === "have" ? "has" : usual.present, "present"],
    [past ?? usual.past, "past"],
    [usual.ing, "ing"],
  ];
  const last = participle ?? past;
  if (last !== undefined && participle !== undefined && participle !== past) forms.push([last, "participle"]);
  return forms;
}

function cueMap(): Map<string, InflectedStanceCue[]> {
  const cues = new Map<string, InflectedStanceCue[]>();
  for (const row of parseTable(tableText("stances.txt"), cueColumns, "lang/en/stances.txt")) {
    for (const cell of listCell(row.cues)) {
      const parts = cell.split(" ");
      let at = 0;
      while (at < parts.length - 1 && leading.has(parts[at] ?? "")) at++;
      const cue: StanceCue = {
        rule: row.name,
        before: parts.slice(0, at),
        words: parts.slice(at + 1),
        stance: asStance(row.stance),
        negated: asStance(row.negated),
        frames: new Set(listCell(row.frames) as StanceFrame[]),
        score: Number(row.score),
      };
      for (const [form, kind] of formsOf(parts[at] ?? ""))
        cues.set(form, [...(cues.get(form) ?? []), { cue, form: kind }]);
    }
  }
  const length = ({ cue }: InflectedStanceCue): number => cue.words.length + cue.before.length;
  for (const list of cues.values()) list.sort((a, b) => length(b) - length(a));
  return cues;
}

function nounMap(): Map<string, StanceNoun> {
  const nouns = new Map<string, StanceNoun>();
  for (const row of parseTable(tableText("stances-nouns.txt"), nounColumns, "lang/en/stances-nouns.txt")) {
    const stance = asStance(row.stance);
    if (stance === null) continue;
    for (const noun of listCell(row.nouns))
      nouns.set(noun, { rule: row.name, stance, leads: new Set(listCell(row.leads)), score: Number(row.score) });
  }
  return nouns;
}

/** The English words of stances. Reads the tables: call once. */
export function stanceWords(): StanceWords {
  const classes = new Map(
    parseTable(tableText("stances-words.txt"), ["class", "words"], "lang/en/stances-words.txt").map((row) => [
      row.class,
      new Set(listCell(row.words)),
    ]),
  );
  const missing = wordClasses.filter((name) => !classes.has(name));
  if (missing.length > 0) throw new RangeError(`lang/en/stances-words.txt: no line for ${missing.join(", ")}`);
  return {
    cues: cueMap(),
    nouns: nounMap(),
    is: (kind: WordClass, word: string) => classes.get(kind)?.has(word) ?? false,
    ordinal: (word: string) => {
      const at = [...(classes.get("ordinals") ?? [])].indexOf(word);
      return at < 0 ? null : at + 1;
    },
  };
}

const vowels = /[aeiou]+/g;

/** The -ing form of a verb in its base form. */
export function gerund(verb: string): string {
  if (/ie$/.test(verb)) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(verb) && verb.length > 2) return `${verb.slice(0, -1)}ing`;
  const short =
    (verb.match(vowels) ?? []).length === 1 || /(?:(?<!li|vo)mit|(?:re|de|pre|trans|con|in)fer|begin|abet)$/.test(verb);
  return short && /(?:^|[^aeiou])[aeiou][bdgmnprt]$/.test(verb) ? `${verb}${verb.slice(-1)}ing` : `${verb}ing`;
}

/** The English words of issues. Reads the tables: call once. */
export function issueWords(): IssueWords {
  const families = new Map(
    parseTable(tableText("stances-families.txt"), ["family", "words"], "lang/en/stances-families.txt").flatMap((row) =>
      listCell(row.words).map((word) => [word, row.family] as const),
    ),
  );
  const classes = new Map(
    parseTable(tableText("stances-issues.txt"), ["class", "words"], "lang/en/stances-issues.txt").map((row) => [
      row.class,
      new Set(listCell(row.words)),
    ]),
  );
  const of = (name: string): ReadonlySet<string> => classes.get(name) ?? new Set();
  const one = (name: string): string => [...of(name)][0] ?? "";
  const conceptOf = (word: string): string => families.get(word) ?? word;
  return {
    families,
    bettering: of("bettering"),
    bidding: of("bidding"),
    otherKind: of("another kind"),
    finite: of("finite"),
    priced: of("priced"),
    money: of("money"),
    bid: conceptOf(one("bid")),
    pay: conceptOf(one("pay")),
    rise: conceptOf(one("rise")),
    payLabel: one("pay label"),
    paySizeLabel: one("pay size label"),
    offerLabel: one("offer label"),
    amountLabel: one("amount label"),
    gerund,
    turning: of("turning"),
    neutral: of("neutral"),
    empty: of("empty"),
    carriers: of("carrier"),
    wrappers: of("wrapper"),
    joints: of("joint"),
    vague: of("vague"),
    whole: of("whole"),
    about: of("about"),
    relative: of("relative"),
    leading: of("leading"),
    possession: of("possession"),
    ties: of("ties"),
    infinitive: of("infinitive"),
    opening: of("opening"),
    negator: one("negator"),
    means: of("means"),
    standsAlone: of("stands alone"),
    dialogue: "dialogue",
  };
}
