// Judges parses of reported sentences, before and after the repairs, and prints the shares and what is missed.
import type { LanguageModel, Word } from "../../../src/learn/annotation.js";
import type { AttributionWords, InflectedCue } from "../../../src/read/attribution/words.js";
import { cueVerbs, judge, type SpeechWords, shapeOf, shapes, type Verdict } from "./convention.js";
import type { Reported } from "./reported.js";

type Print = (line: string) => void;

/** The words of the conventions, from the cue tables. */
export function speechWords({ cues, classes, accordingTo }: AttributionWords): SpeechWords {
  const clausal = new Set(["that", "bare", "quote"]);
  const spoken = [...cues].flatMap(([form, readings]) => {
    const said = readings.filter(({ cue }) => cue.mode !== "belief");
    return said.length > 0 ? [{ form, said }] : [];
  });
  const particlesOf = (said: readonly InflectedCue[]): ReadonlySet<string> =>
    new Set(said.flatMap(({ cue }) => cue.particle ?? []));
  return {
    verbs: new Set(spoken.filter(({ said }) => said.some(({ cue }) => cue.particle === null)).map(({ form }) => form)),
    particles: new Map(spoken.map(({ form, said }) => [form, particlesOf(said)])),
    phrasal: new Set(
      spoken
        .filter(({ said }) => said.some(({ cue }) => [...cue.frames].some((frame) => !clausal.has(frame))))
        .map(({ form }) => form),
    ),
    nominal: new Set([...classes.determiner, ...classes.possessive, ...classes["owner mark"]]),
    according: new Set(accordingTo.filter((words) => words.length === 2).flatMap(([first]) => first ?? [])),
    complementizers: classes.complementizer,
    be: classes.be,
    agentMarks: classes["agent mark"],
  };
}

export type Judged = {
  readonly reported: Reported;
  readonly shape: string;
  readonly before: Verdict;
  readonly after: Verdict;
};

/** Every sentence whose cue is one of speech, judged as `raw` and as `repaired` parse it. */
export function judgeAll(
  reported: readonly Reported[],
  raw: LanguageModel,
  repaired: LanguageModel,
  words: SpeechWords,
): Judged[] {
  return reported.flatMap((each) => {
    const [verb] = cueVerbs(each, words);
    if (verb === undefined) return [];
    return {
      reported: each,
      shape: shapeOf(each, verb, words),
      before: judge(each, raw.analyse(each.forms), words),
      after: judge(each, repaired.analyse(each.forms), words),
    };
  });
}

const percent = (part: number, whole: number): string => (whole ? ((100 * part) / whole).toFixed(1) : "–").padStart(6);

/** One line: how many, then source, clause and both, before → after. */
export function speechLine(name: string, judged: readonly Judged[]): string {
  const share = (test: (verdict: Verdict) => boolean): string => {
    const count = (when: "before" | "after"): number => judged.filter((each) => test(each[when])).length;
    return `${percent(count("before"), judged.length)} →${percent(count("after"), judged.length)}`;
  };
  const columns = [
    share(({ source }) => source),
    share(({ content }) => content),
    share(({ source, content }) => source && content),
  ];
  return `${name.padEnd(42)}${String(judged.length).padStart(6)}   ${columns.join("    ")}`;
}

const missing = ({ source, content }: Verdict): string =>
  [source ? "" : "source", content ? "" : "clause"].join(" ").trim();

function draw(words: readonly Word[]): string {
  return words.map(({ form, head, relation }, index) => `${index}:${form}/${relation}>${head}`).join(" ");
}

export function printMisses(judged: readonly Judged[], repaired: LanguageModel, print: Print): void {
  const marked = ({ forms, source, cue, content }: Reported): string =>
    forms
      .map((form, index) =>
        cue.has(index) ? `<${form}>` : source.has(index) ? `[${form}]` : content.has(index) ? `{${form}}` : form,
      )
      .join(" ");
  for (const { reported, shape, before, after } of judged) {
    const now = missing(after);
    const was = missing(before);
    if (now === "" && was === "") continue;
    const change = was === now ? "missed" : now.length < was.length ? "mended" : "broken";
    print(`${change}: ${shape}: ${now || was}: ${reported.doc}: ${marked(reported)}`);
    if (now !== "") print(`    ${draw(repaired.analyse(reported.forms))}`);
  }
}

/** The table: all, by kind, by shape. */
export function printShares(judged: readonly Judged[], print: Print): void {
  print(
    `${"".padEnd(42)}${"of".padStart(6)}   ${["source head", "whole clause", "both"].map((name) => name.padEnd(19)).join("")}`,
  );
  print(speechLine("all", judged));
  for (const kind of ["direct", "mixed", "indirect"] as const)
    print(
      speechLine(
        kind,
        judged.filter(({ reported }) => reported.kind === kind),
      ),
    );
  for (const shape of shapes)
    print(
      speechLine(
        shape,
        judged.filter((each) => each.shape === shape),
      ),
    );
}
