// Task `timelines`: the heaviest days of a topic's reports against timelines that journalists made, beside PubCount and
// MentionCount over the same reading. Nothing is trained on them.
import { readFileSync, writeFileSync } from "node:fs";
import { english } from "../../../src/lang/en/read.js";
import { boundsOf } from "../../../src/model/edtf.js";
import { InputError } from "../../../src/model/errors.js";
import { dayNamed, rankDays } from "../../../src/query/days.js";
import { analyse } from "../../../src/read/analyse.js";
import type { ReadLanguage } from "../../../src/read/read.js";
import { findTimexes } from "../../../src/time/time.js";
import type { Options } from "../options.js";
import { plainDocument } from "../plain.js";
import { chosen, dateF1, mentionCount, pubCount, type Ranked, type TopicReport } from "./score.js";
import { type Article, plainText, readTopics, type Topic } from "./t17.js";

type Print = (line: string) => void;

/** An article with the days that it names; its time expressions are those of reading. */
function reportOf({ uri, day, path }: Article, language: ReadLanguage): TopicReport {
  const document = plainDocument(plainText(readFileSync(path, "utf8")), uri, day);
  const { text, sentences } = analyse(document, language.sentence, language.layer);
  const timexes = findTimexes(text, { reference: day, sentences }, language.time);
  const daysIn = ({ start, end }: { readonly start: number; readonly end: number }): number[] =>
    timexes.filter((timex) => start <= timex.start && timex.start < end).flatMap(({ value }) => dayNamed(value) ?? []);
  return { published: boundsOf(day).first, sentences: sentences.map(daysIn) };
}

type Scored = { readonly topic: Topic; readonly days: Ranked; readonly f1: readonly [number, number, number] };

function scored(topic: Topic, language: ReadLanguage): Scored {
  const reports = topic.articles.map((article) => reportOf(article, language));
  const days = rankDays(reports.map(({ published, sentences }) => ({ published, named: sentences.flat() })));
  const mean = (ranking: Ranked): number =>
    topic.timelines.reduce((sum, { days: gold }) => sum + dateF1(ranking, gold), 0) / (topic.timelines.length || 1);
  return { topic, days, f1: [mean(days), mean(pubCount(reports)), mean(mentionCount(reports))] };
}

/** Scores the topics at or in --data. Gives whether there was something to score. */
export async function runTimelines(options: Options, print: Print): Promise<boolean> {
  if (!options.data)
    throw new InputError("timelines needs --data DIR: a folder of topics with InputDocs/ and timelines/.");
  const language = english();
  const rows: Scored[] = [];
  for (const topic of readTopics(options.data)) {
    const row = scored(topic, language);
    rows.push(row);
    const [own, pub, mentions] = row.f1.map((value) => value.toFixed(3));
    print(
      `${topic.name.padEnd(28)} Date-F1 ${own}   PubCount ${pub}   MentionCount ${mentions}   (${topic.articles.length} articles, ${topic.timelines.length} timelines)`,
    );
    if (options.misses)
      for (const { name, days: gold } of topic.timelines) {
        const said = chosen(row.days, gold);
        print(
          `  ${name}: missed ${gold.filter((day) => !said.includes(day)).join(" ")}; wrong ${said
            .filter((day) => !gold.includes(day))
            .sort()
            .join(" ")}`,
        );
      }
  }
  const mean = (at: 0 | 1 | 2): number => rows.reduce((sum, { f1 }) => sum + f1[at], 0) / (rows.length || 1);
  const better = Math.max(mean(1), mean(2));
  const above = rows.filter(({ f1: [own, pub, mentions] }) => own > pub && own > mentions).length;
  print(
    `mean: Date-F1 ${mean(0).toFixed(3)}, PubCount ${mean(1).toFixed(3)}, MentionCount ${mean(2).toFixed(3)}; ${(mean(0) / (better || 1)).toFixed(3)} of the better; above both on ${above} of ${rows.length}`,
  );
  if (options.predictions) {
    const lines = rows.flatMap(({ topic, days }) =>
      topic.timelines.map(({ name, days: gold }) =>
        JSON.stringify({ topic: topic.name, timeline: name, dates: chosen(days, gold) }),
      ),
    );
    writeFileSync(options.predictions, `${lines.join("\n")}\n`);
  }
  return rows.some(({ topic }) => topic.timelines.length > 0);
}
