// Task `speech`: sentences of marked texts, their shapes, and when a parse of one is right.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cueVerbs, judge, shapeOf } from "../../scripts/eval/speech/convention.js";
import { ownGold, polnear } from "../../scripts/eval/speech/corpora.js";
import type { Reported } from "../../scripts/eval/speech/reported.js";
import { judgeAll, speechLine, speechWords } from "../../scripts/eval/speech/score.js";
import { attributionWords } from "../../src/lang/en/attribution.js";
import { sentenceWords } from "../../src/lang/en/sentences.js";
import { tokenWords } from "../../src/lang/en/tokens.js";
import { tree } from "../learn/trees.js";

const words = speechWords(attributionWords());
const split = { sentence: sentenceWords(), token: tokenWords() };

/** "[The envoy] <said> {talks resumed} .": source, cue and content in brackets, tokens apart. */
function marked(sentence: string): Reported {
  const forms: string[] = [];
  const sets = { source: new Set<number>(), cue: new Set<number>(), content: new Set<number>() };
  const roles = { "[": "source", "<": "cue", "{": "content" } as const;
  let role: keyof typeof sets | null = null;
  for (const part of sentence.split(" ")) {
    const opened = roles[part.charAt(0) as keyof typeof roles];
    if (opened) role = opened;
    const form = part.replace(/^[[<{]|[\]>}]$/g, "");
    if (role) sets[role].add(forms.length);
    forms.push(form);
    if (/[\]>}]$/.test(part)) role = null;
  }
  return { doc: "test", forms, ...sets, kind: "indirect" };
}

const shape = (sentence: string): string | undefined => {
  const reported = marked(sentence);
  const [verb] = cueVerbs(reported, words);
  return verb === undefined ? undefined : shapeOf(reported, verb, words);
};

describe("shapes", () => {
  it.each([
    ["[She] <said> {that talks resumed} .", "cue first, that"],
    ["[She] <said> that {talks resumed} .", "cue first, that"],
    ["[She] <said> {talks resumed} .", "cue first, no that"],
    ["[She] <urged> {both sides to talk} .", "cue first, a phrase or an infinitive"],
    ["{The port is shut} , <said> [the mayor] .", "quotation or clause first, inverted"],
    ["{The port is shut} , [the mayor] <said> .", "quotation or clause first, not inverted"],
    ["{The port} , [she] <said> , {is shut} .", "cue in the middle"],
    ["{It} <was announced> by [the port] {yesterday} .", "passive with its agent"],
    ["<According to> [her] , {ports are shut} .", "according to"],
    ["[Officials] <claim> {ports are shut} .", "cue first, no that"],
    ["[Dockers] built their <claim> {slowly} .", undefined], // a noun
    ["[She] <ate> {the fish} .", undefined],
    ["[She] <made clear> {that ports are shut} .", "cue first, that"],
    ["[She] <made> {that noise} .", undefined], // only with its particle
  ])("%s", (sentence, wanted) => {
    expect(shape(sentence)).toBe(wanted);
  });
});

describe("judge", () => {
  const said = "[The envoy] <said> {talks would resume} .";
  it.each([
    [
      "the clause is a ccomp",
      said,
      "The/DT>2:det envoy/NN>3:nsubj said/VBD>0:root talks/NNS>6:nsubj would/MD>6:aux resume/VB>3:ccomp ./.>3:punct",
      [true, true],
    ],
    [
      "its subject is torn off",
      said,
      "The/DT>2:det envoy/NN>3:nsubj said/VBD>0:root talks/NNS>3:obj would/MD>6:aux resume/VB>3:ccomp ./.>3:punct",
      [true, false],
    ],
    [
      "the source is inside the clause",
      said,
      "The/DT>2:det envoy/NN>6:nsubj said/VBD>0:root talks/NNS>6:obj would/MD>6:aux resume/VB>3:ccomp ./.>3:punct",
      [false, false],
    ],
    [
      "the clause governs a parenthetical cue",
      "{The port} , [she] <said> , {is shut} .",
      "The/DT>2:det port/NN>8:nsubj ,/,>5:punct she/PRP>5:nsubj said/VBD>8:parataxis ,/,>5:punct is/VBZ>8:cop shut/JJ>0:root ./.>8:punct",
      [true, true],
    ],
    [
      "a parenthetical cue takes only half",
      "{The port} , [she] <said> , {is shut} .",
      "The/DT>2:det port/NN>5:obj ,/,>5:punct she/PRP>5:nsubj said/VBD>0:root ,/,>5:punct is/VBZ>8:cop shut/JJ>5:ccomp ./.>5:punct",
      [true, false],
    ],
    [
      "a passive with its agent",
      "It <was announced> by [the port] {that it closed} .",
      "It/PRP>3:expl was/VBD>3:aux:pass announced/VBN>0:root by/IN>6:case the/DT>6:det port/NN>3:obl that/IN>9:mark it/PRP>9:nsubj closed/VBD>3:ccomp ./.>3:punct",
      [true, true],
    ],
    [
      "according to, on the whole clause",
      "<According to> [her] , {ports are shut} .",
      "According/VBG>3:case to/IN>1:fixed her/PRP>7:obl ,/,>3:punct ports/NNS>7:nsubj are/VBP>7:cop shut/JJ>0:root ./.>7:punct",
      [true, true],
    ],
    [
      "according to, on a noun of the clause",
      "{Ports lost trade} , <according to> [her] .",
      "Ports/NNS>2:nsubj lost/VBD>0:root trade/NN>2:obj ,/,>7:punct according/VBG>7:case to/IN>5:fixed her/PRP>3:nmod ./.>2:punct",
      [true, false],
    ],
    [
      "a phrase that is said",
      "[Ports] <announced> {their closure} .",
      "Ports/NNS>2:nsubj announced/VBD>0:root their/PRP$>4:nmod:poss closure/NN>2:obj ./.>2:punct",
      [true, true],
    ],
    [
      "the subject of a coordinated verb",
      "[She] left and <said> {ports are shut} .",
      "She/PRP>2:nsubj left/VBD>0:root and/CC>4:cc said/VBD>2:conj ports/NNS>7:nsubj are/VBP>7:cop shut/JJ>4:ccomp ./.>2:punct",
      [true, true],
    ],
    [
      "a clause with a subject under another relation",
      "[She] <said> {ports are shut} .",
      "She/PRP>2:nsubj said/VBD>0:root ports/NNS>5:nsubj are/VBP>5:cop shut/JJ>2:obj ./.>2:punct",
      [true, false],
    ],
  ])("%s", (_, sentence, drawing, [source, content]) => {
    expect(judge(marked(sentence), tree(drawing), words)).toEqual({ source, content });
  });
});

describe("corpora", () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-speech-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  // 😀 is one code point and two UTF-16 units: offsets of the data count it once
  const text = "😀 The union said that the port is shut. It rained. “Come down,” the mayor added.\n";
  const at = (part: string): string => {
    const start = [...text.slice(0, text.indexOf(part))].length;
    return `${start} ${start + [...part].length}`;
  };
  const lines = [
    ["T1", "Source", "The union"],
    ["T2", "Cue", "said"],
    ["T3", "Content", "that the port is shut"],
    ["T4", "Cue", "added"],
    ["T5", "Content", "It rained"],
  ].map(([id, role, part]) => `${id}\t${role} ${at(part ?? "")}\t${part}`);
  mkdirSync(join(folder, "attributions"));
  mkdirSync(join(folder, "text"));
  writeFileSync(join(folder, "text", "harbour.txt"), text);
  writeFileSync(
    join(folder, "attributions", "harbour_0a1b.ann"),
    [...lines, "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3", "E2\tAttribution:T4 Cue:T4 Content:T5"].join("\n"),
  );
  mkdirSync(join(folder, "reports"));
  writeFileSync(join(folder, "reports", "harbour.txt"), text);
  const statement = {
    file: "harbour.txt",
    speakerText: "the mayor",
    cue: "added",
    content: ["Come down"],
    kind: "direct",
  };
  const gold = { documents: [{ file: "harbour.txt" }], statements: [statement, { ...statement, cue: null }] };
  writeFileSync(join(folder, "gold.json"), JSON.stringify(gold));

  const written = ({ forms }: Reported, set: ReadonlySet<number>): string =>
    forms.filter((_, index) => set.has(index)).join(" ");

  it("finds the sentence that holds cue, source and content, in code points", () => {
    const { reported, leftOut } = polnear(folder, split);
    expect(leftOut).toBe(1);
    expect(
      reported.map((each) => [written(each, each.source), written(each, each.cue), written(each, each.content)]),
    ).toEqual([["The union", "said", "that the port is shut"]]);
  });

  it("finds the words of a gold of ours", () => {
    const { reported, leftOut } = ownGold(folder, null, split);
    expect(leftOut).toBe(1);
    expect(reported.map((each) => [written(each, each.source), written(each, each.content), each.kind])).toEqual([
      ["the mayor", "Come down", "direct"],
    ]);
  });

  it("judges before and after", () => {
    const { reported } = polnear(folder, split);
    const torn =
      "😀/:>4:punct The/DT>3:det union/NN>4:nsubj said/VBD>0:root that/IN>8:mark the/DT>7:det port/NN>4:obj is/VBZ>9:cop shut/JJ>4:ccomp ./.>4:punct";
    const whole = torn.replace("port/NN>4:obj", "port/NN>9:nsubj");
    const model = (drawing: string) => ({
      analyseAll: () => [tree(drawing)],
      tagAll: () => [],
      analyse: () => tree(drawing),
      names: () => [],
    });
    const judged = judgeAll(reported, model(torn), model(whole), words);
    expect(judged.map(({ before, after }) => [before.content, after.content])).toEqual([[false, true]]);
    expect(speechLine("all", judged).replace(/\s+/g, " ")).toBe("all 1 100.0 → 100.0 0.0 → 100.0 0.0 → 100.0");
  });
});
