// Task `crossdoc`: the grouping of event mentions on ECB+, over all topics at once and inside each sub-topic, on the gold's mentions
// and on those that reading finds, beside one group for each head lemma.
import { writeFileSync } from "node:fs";
import { linkWords } from "../../../src/lang/en/link.js";
import { english } from "../../../src/lang/en/read.js";
import { groupByWords, type Weights } from "../../../src/link/alike-told.js";
import { wordKeys } from "../../../src/link/word-keys.js";
import { InputError } from "../../../src/model/errors.js";
import { analyse } from "../../../src/read/analyse.js";
import { read } from "../../../src/read/read.js";
import type { Options } from "../options.js";
import { plainDocument } from "../plain.js";
import { bcubed, conll, type Grouping } from "./coreference.js";
import { type EcbDocument, readEcb } from "./ecb.js";
import { type Analysed, type Asked, documentWeights, wordMention } from "./mentions.js";

type Print = (line: string) => void;
type Setting = {
  readonly analysed: readonly Analysed[];
  readonly weights: readonly Weights[];
  readonly stopwords: ReadonlySet<string>;
};

/** The grouping of `asked` by linking, or by head lemma; `apart` keeps sub-topics apart. */
function grouped(asked: readonly Asked[], setting: Setting, how: "linked" | "lemma", apart: boolean): Grouping {
  const subtopic = (doc: number): string => (apart ? (setting.analysed[doc]?.document.subtopic ?? "") : "");
  const mentions = asked.map((one) => wordMention(one, setting.analysed, wordKeys, setting.stopwords));
  const grouping = new Map<string, string>();
  if (how === "lemma") {
    for (const [index, { key, doc }] of asked.entries())
      grouping.set(key, `${subtopic(doc)}|${mentions[index]?.trigger}`);
    return grouping;
  }
  const own = mentions.map((mention) => ({
    ...mention,
    keys: mention.keys.map((key) => `${subtopic(mention.doc)}|${key}`),
  }));
  for (const [group, members] of groupByWords(own, setting.weights).entries())
    for (const member of members) grouping.set(asked[member]?.key ?? "", String(group));
  return grouping;
}

function printRow(name: string, gold: Grouping, said: Grouping, print: Print): void {
  const { precision, recall, f1 } = bcubed(gold, said);
  const percent = (value: number): string => (100 * value).toFixed(1).padStart(5);
  print(
    `${name.padEnd(52)} BCubed P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}   CoNLL ${percent((100 * conll(gold, said)) / 100)}`,
  );
}

const goldMentions = (documents: readonly EcbDocument[]): Asked[] =>
  documents.flatMap(({ name, mentions }, doc) =>
    mentions.map(({ id, start, end }) => ({ key: `${name}#${id}`, doc, start, end })),
  );

const goldGrouping = (documents: readonly EcbDocument[]): Grouping =>
  new Map(
    documents.flatMap(({ name, mentions }) => mentions.map(({ id, chain }) => [`${name}#${id}`, chain] as const)),
  );

/** What reading finds in the scored sentences; one that touches a mention of the gold goes by its name. */
function ownMentions(setting: Setting, language: ReturnType<typeof english>): Asked[] {
  return setting.analysed.flatMap(({ document }, doc) => {
    const scored = document.scored;
    const triggers = read(plainDocument(document.text, document.name), language).events.map(({ trigger }) => trigger);
    const taken = new Set<string>();
    return triggers.flatMap(({ start, end }): Asked[] => {
      const token = document.tokens.find((one) => one.start < end && start < one.end);
      if (!token || (scored !== null && !scored.has(token.sentence))) return [];
      const gold = document.mentions.find((one) => one.start < end && start < one.end && !taken.has(one.id));
      if (gold) taken.add(gold.id);
      return [{ key: gold ? `${document.name}#${gold.id}` : `${document.name}@${start}`, doc, start, end }];
    });
  });
}

/** Scores the topics at or under --data. Gives whether there was something to score. */
export async function runCrossdoc(options: Options, print: Print): Promise<boolean> {
  if (!options.data) throw new InputError("crossdoc needs --data DIR: a folder of ECB+ topics.");
  const language = english();
  const documents = readEcb(options.data);
  const analysed = documents.map((document) => ({
    document,
    analysis: analyse(plainDocument(document.text, document.name), language.sentence, language.layer),
  }));
  const { stopwords } = linkWords();
  const setting: Setting = { analysed, weights: documentWeights(documents, stopwords), stopwords };
  const gold = goldGrouping(documents);
  print(`${documents.length} articles, ${gold.size} mentions, ${new Set(gold.values()).size} chains`);
  const sets: readonly (readonly [string, readonly Asked[]])[] = [
    ["gold mentions", goldMentions(documents)],
    ["own mentions", ownMentions(setting, language)],
  ];
  for (const [name, asked] of sets) {
    print(`${name}: ${asked.length}`);
    for (const apart of [false, true]) {
      const where = apart ? "inside the sub-topic" : "all topics at once";
      printRow(`  ${where}: same head lemma`, gold, grouped(asked, setting, "lemma", apart), print);
      printRow(`  ${where}: linked`, gold, grouped(asked, setting, "linked", apart), print);
    }
  }
  if (options.predictions) {
    const lines = [...grouped(goldMentions(documents), setting, "linked", false)].map(([key, cluster]) => {
      const [doc, mention] = key.split("#");
      return JSON.stringify({ doc, mention, cluster });
    });
    writeFileSync(options.predictions, `${lines.join("\n")}\n`);
  }
  return gold.size > 0;
}
