// Made-up reports for the bench: invented people, companies and towns in talks, put together from parts by a seeded source
// of numbers. The same count gives the same reports; scripts/bench.ts checks how many sentences differ and how few repeat.
import { dayNumber, dayOf } from "../../src/model/edtf.js";

/** A seeded source of numbers from 0 to 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const list = (text: string): readonly string[] => text.split(", ");
const given = list(
  "Anna, Boris, Clara, David, Elena, Farid, Greta, Henrik, Ines, Jonas, Katya, Lars, Mona, Nikos, Olga, Pedro, Rana, Stefan, Tomoko, Viktor, Wanda, Yusuf, Zora, Mirela",
);
const family = list(
  "Valk, Orl, Mens, Lindgr, Petr, Hadd, Okaf, Brandt, Cast, Dimitr, Eriks, Font, Grabowsk, Has, Ivanesc, Jans, Kowal, Lundqv, Mor, Novak, Odel, Papad, Quir, Ross, Sant, Tak, Ulr, Varg, Web, Yilm",
).flatMap((stem) =>
  list("en, ova, ic, son, mann, idis, etti, ari, berg, ez, ulu, ander").map((end) => `${stem}${end}`),
);
const firms = list(
  "Kestrel, Orvane, Halden, Brightwater, Norling, Castor, Meridian, Palisade, Tessera, Vantor, Eastmark, Quill, Ravensgate, Solenne, Umbra, Wexford",
);
const trades = list(
  "Terminals, Logistics, Steel, Railways, Airlines, Mining, Foods, Energy, Shipping, Motors, Textiles, Telecom",
);
const crafts = list(
  "Dockers, Railwaymen, Pilots, Nurses, Miners, Drivers, Electricians, Printers, Welders, Teachers, Postal Workers, Bakers",
);
const towns = list(
  "Bern, Oslo, Porto, Lyon, Graz, Turku, Gdansk, Leeds, Bari, Ghent, Malmo, Split, Varna, Cork, Aarhus, Trieste, Bilbao, Linz, Brno, Tartu",
);
const matters = list(
  "overtime pay, the pension fund, night shifts, the closure of the northern yard, a pay rise, automation of the cranes, holiday bonuses, safety rules, subcontracting, the length of the contract, training places, sick pay, the sale of the depot, a hiring freeze, parental leave, rest days",
);
const moods = list("difficult, useful, frank, calm, tense, businesslike, short, constructive, sobering, cordial");
const verbs = list("said, stressed, noted, added, warned, explained, insisted, argued, pointed out, acknowledged");
const outlets = list(
  "Quaywire, Northern Ledger, The Tidewater, Eastbrief, Harbour Post, The Almont Courier, Lantern, Continental Report",
);
const months = list("January, February, March, April, May, June, July, August, September, October, November, December");
const numbers = list("two, three, four, five, six, seven, eight, nine, ten, eleven");

type Draw = { readonly of: (from: readonly string[]) => string; readonly below: (most: number) => number };
type Scene = {
  readonly union: string;
  readonly firm: string;
  readonly town: string;
  readonly matter: string;
  readonly other: string;
  readonly leader: string;
  readonly chief: string;
  readonly mediator: string;
  readonly day: number;
};

const named = (day: number): string => {
  const date = new Date(day * 864e5);
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}`;
};
const dated = (day: number): string => `${named(day)}, ${new Date(day * 864e5).getUTCFullYear()}`;
const surname = (name: string): string => name.split(" ").at(-1) ?? name;

/** Sentences of a report; each line draws its own words. */
const lines: readonly ((scene: Scene, draw: Draw) => string)[] = [
  (s, d) =>
    `${s.leader}, the general secretary of ${s.union}, ${d.of(verbs)} on ${named(s.day)} that ${s.firm} had offered ${1 + d.below(9)}.${d.below(10)} percent and that ${s.matter} was still open.`,
  (s, d) =>
    `“We came to ${s.town} to speak about ${s.matter}, and we heard ${d.below(90) + 10} pages on ${s.other},” ${surname(s.leader)} ${d.of(verbs)}.`,
  (s, d) =>
    `According to ${s.chief}, the chief executive of ${s.firm}, the ${d.of(moods)} meeting in ${d.of(towns)} lasted ${d.of(numbers)} hours.`,
  (s, d) =>
    `${s.firm} rejected the demand for ${s.matter} and proposed ${d.below(40) + 2} talks on ${s.other} instead.`,
  (s, d) =>
    `On ${dated(s.day - 20 - d.below(200))}, the two sides held a ${d.of(moods)} round of negotiations in ${d.of(towns)} on ${d.of(matters)}.`,
  (s, d) =>
    `The next meeting will take place on ${named(s.day + 3 + d.below(40))} in ${d.of(towns)}, ${s.mediator}, the mediator, ${d.of(verbs)}.`,
  (s, d) =>
    `${surname(s.chief)} told reporters in ${s.town} that the company would not make concessions on ${s.matter} before ${named(s.day + 10 + d.below(60))}.`,
  (s, d) =>
    `“Nobody at ${s.firm} believes that ${d.of(matters)} can be settled in ${d.of(numbers)} days,” he ${d.of(verbs)}, “but nobody wants to leave the table.”`,
  (s, d) =>
    `${s.union} demands ${d.of(matters)} and insists on ${s.other}, while ${s.firm} offered ${d.below(700) + 100} euros for each of the ${d.below(9000) + 500} workers.`,
  (s, d) =>
    `Last ${d.of(months)}, ${d.below(800) + 200} members of ${s.union} walked out for ${d.of(numbers)} days over ${d.of(matters)}.`,
  (s, d) =>
    `${s.mediator} described the exchange as ${d.of(moods)} and ${d.of(moods)} and called on both parties to return to ${d.of(towns)} within ${d.of(numbers)} days.`,
  (s, d) =>
    `The ballot of ${named(s.day - 5 - d.below(20))} ended with ${d.below(40) + 55} percent for a strike at the ${d.of(towns)} site of ${s.firm}.`,
  (s, d) =>
    `In a statement published on ${named(s.day - 1 - d.below(3))}, ${s.firm} announced its readiness to discuss ${s.other} for the ${d.of(numbers)} sites in ${d.of(towns)} and ${d.of(towns)}.`,
  (s, d) =>
    `${s.leader} and ${s.chief} had a telephone call on ${named(s.day - 2)}; it lasted ${d.below(50) + 10} minutes and turned on ${d.of(matters)}.`,
];

function sceneOf(draw: Draw, day: number): Scene {
  const person = (): string => `${draw.of(given)} ${draw.of(family)}`;
  return {
    union: `the ${draw.of(towns)} ${draw.of(crafts)} Union`,
    firm: `${draw.of(firms)} ${draw.of(trades)}`,
    town: draw.of(towns),
    matter: draw.of(matters),
    other: draw.of(matters),
    leader: person(),
    chief: person(),
    mediator: person(),
    day,
  };
}

export type MadeReport = { readonly uri: string; readonly bytes: Uint8Array };

/** Report number `index` (0-based): dateline, eight to twelve sentences in four paragraphs. */
export function reportOf(index: number): MadeReport {
  const random = randomOf(index * 7919 + 17);
  const draw: Draw = {
    of: (from) => from[Math.floor(random() * from.length)] ?? "",
    below: (most) => Math.floor(random() * most),
  };
  const day = dayNumber(2015, 1, 1) + draw.below(3650);
  const scene = sceneOf(draw, day);
  const order = lines.map((line) => ({ line, at: random() })).sort((a, b) => a.at - b.at);
  const sentences = order.slice(0, 8 + draw.below(5)).map(({ line }) => line(scene, draw));
  const [outlet, lead] = [
    draw.of(outlets),
    `${scene.town.toUpperCase()}, ${dated(day)}. /${draw.of(outlets).toUpperCase()}/. `,
  ];
  const paragraphs = [0, 1, 2, 3].map((part) => sentences.filter((_, at) => at % 4 === part).join(" "));
  const text = `${scene.firm} and ${scene.union} ${draw.of(list("far apart, closer, meet again, trade blame, talk"))} on ${scene.matter}\n\n${lead}${paragraphs.join("\n\n")}\n\n${outlet}\n`;
  return { uri: `made/${String(index).padStart(5, "0")}-${dayOf(day)}.txt`, bytes: Buffer.from(text, "utf8") };
}
