// Who is who in one document: grouping, roles, membership, and what a range of words resolves to.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cast } from "../names/naming.js";

describe("grouping", () => {
  test("a surname and a spelling of it join the full name", () => {
    const { resolution } = cast(
      "Deputy Minister Sigrid Orwelin came. Orwelin spoke. On Friday Orwellin warned that time was short.",
    );
    const persons = resolution.actors.filter(({ kind }) => kind === "person");
    expect(persons.map(({ forms }) => [...forms].sort())).toEqual([["Orwelin", "Orwellin", "Sigrid Orwelin"]]);
  });
  test("a surname that two people bear joins neither and is told as a problem", () => {
    const { resolution, who, text } = cast(
      "Minister Sigrid Vale met Ambassador Tarn Vale. On Friday Vale warned that time was short.",
    );
    expect(resolution.actors.filter(({ kind }) => kind === "person")).toHaveLength(2);
    expect(who("Vale", 3)).toEqual([]);
    expect(resolution.problems.map(({ start }) => start)).toEqual([text.lastIndexOf("Vale")]);
  });
  test("of two of one surname, the only one told of before is meant", () => {
    const { who } = cast("Minister Sigrid Vale came. On Friday Vale warned of a war. Ambassador Tarn Vale slept.");
    expect(who("Vale", 2)).toEqual(["Sigrid Vale"]);
  });
  test("the title of address tells two of one surname apart", () => {
    const { who } = cast("Anna Vale met Thomas Vale. On Friday Mrs. Vale warned that time was short.");
    expect(who("Mrs. Vale")).toEqual(["Anna Vale"]);
  });
  test("a state has one actor under name, capital, adjective and people", () => {
    const { actor } = cast("Norway signed. Oslo promised more. The Norwegian side left, and the Norwegians cheered.");
    expect(actor("Norway")?.forms).toEqual(["Norway", "Oslo", "The Norwegian side", "the Norwegians"]);
  });
  test("an organization has one actor under full name, first word and initials", () => {
    const { actor } = cast("The United Quarry Workers (UQZ) met Orvela Logistics. Orvela said no, and UQW said yes.");
    expect(actor("United Quarry Workers")?.forms).toEqual(["United Quarry Workers", "UQZ", "UQW"]);
    expect(actor("Orvela Logistics")?.forms).toEqual(["Orvela Logistics", "Orvela"]);
  });
  test("what only names a place is no actor", () => {
    const { resolution } = cast("The envoys met in Oslo, in Geneva, Switzerland, and near Paris.");
    expect(resolution.actors).toEqual([]);
  });
});

const members: [text: string, person: string, roles: [string, string | null][], chain: string[]][] = [
  ["The army of Norway at the US embassy, led by Tarn Orr, left.", "Tarn Orr", [], ["Norwegian Army", "Norway"]],
  ["On Friday Anna Vale, who leads the delegation at the US embassy, said no.", "Anna Vale", [], []],
  ["On Friday Anna Vale, who leads the delegation of Norway, said no.", "Anna Vale", [], ["Norway"]],
  ["Anna Vale of Norway's Foreign Ministry said no.", "Anna Vale", [], ["Norwegian Foreign Ministry", "Norway"]],
  [
    "Orvelia slept. Orvelian Foreign Minister Tom Vale said no.",
    "Tom Vale",
    [["Foreign Minister", "Orvelian Foreign Ministry"]],
    ["Orvelian Foreign Ministry", "Orvelia"],
  ],
  [
    "Norway slept, and Denmark slept. The Norwegian Foreign Ministry said no. Foreign Minister Tom Vale said yes.",
    "Tom Vale",
    [["Foreign Minister", null]],
    [],
  ],
  [
    "The talks with Norway are late. Deputy Prime Minister Tom Vale said so.",
    "Tom Vale",
    [["Deputy Prime Minister", null]],
    [],
  ],
  [
    "Norway slept. Deputy Prime Minister Tom Vale said so.",
    "Tom Vale",
    [["Deputy Prime Minister", "Norway"]],
    ["Norway"],
  ],
  [
    "Norwegian President Anna Orr's security adviser Tom Vale said so.",
    "Tom Vale",
    [["security adviser", "Norway"]],
    ["Norway"],
  ],
  [
    "Norwegian envoy Tom Vale and Danish envoy Anna Orr met. Vale is here, and the Swedish representative is late.",
    "Tom Vale",
    [["envoy", "Norway"]],
    ["Norway"],
  ],
  [
    "Norwegian Deputy Foreign Minister Tarn Orvik left.",
    "Tarn Orvik",
    [["Deputy Foreign Minister", "Norwegian Foreign Ministry"]],
    ["Norwegian Foreign Ministry", "Norway"],
  ],
  [
    "US Secretary of State Orla Vance left.",
    "Orla Vance",
    [["Secretary of State", "US State Department"]],
    ["US State Department", "United States"],
  ],
  ["NATO Secretary General Orla Vance left.", "Orla Vance", [["Secretary General", "NATO"]], ["NATO"]],
  ["Norwegian President Orla Vance left.", "Orla Vance", [["President", "Norway"]], ["Norway"]],
  [
    "White House press secretary Orla Vance left.",
    "Orla Vance",
    [["press secretary", "White House"]],
    ["White House", "United States"],
  ],
  [
    "The United Quarry Workers met. Orla Vance, the general secretary of the union, left.",
    "Orla Vance",
    [["general secretary", "United Quarry Workers"]],
    ["United Quarry Workers"],
  ],
  [
    "Orvela Logistics met the miners. Its chief negotiator, Orla Vance, left.",
    "Orla Vance",
    [["chief negotiator", "Orvela Logistics"]],
    ["Orvela Logistics"],
  ],
  [
    "Orla Vance, Orvela Logistics' chief executive, left.",
    "Orla Vance",
    [["chief executive", "Orvela Logistics"]],
    ["Orvela Logistics"],
  ],
  [
    "The US ambassador to Norway, Orla Vance, left.",
    "Orla Vance",
    [["ambassador", "United States"]],
    ["United States"],
  ],
  ["Mediator Orla Vance left.", "Orla Vance", [["Mediator", null]], []],
  ["Orvela Air chief executive Sir Tom Vale said no.", "Tom Vale", [["chief executive", "Orvela Air"]], ["Orvela Air"]],
  ["The union UQZ, whose leader Tarn Orr came, said no.", "Tarn Orr", [["leader", "UQZ"]], ["UQZ"]],
  ["Anna Vale met her counterpart at Orvela Air, Tarn Orr.", "Tarn Orr", [], ["Orvela Air"]],
  ["The officer of the envoy of Norway, Anna Vale, said no.", "Anna Vale", [["officer", "Norway"]], ["Norway"]],
  ["Anna Vale, who leads Orvela Logistics, said no.", "Anna Vale", [], ["Orvela Logistics"]],
  [
    "Orvela Logistics slept. Anna Vale, who chairs Orvela's works council, said no.",
    "Anna Vale",
    [],
    ["Orvela Logistics works council", "Orvela Logistics"],
  ],
  [
    "Orvela's works council met. Works council chairman Tarn Orr said no. Orvela Logistics slept.",
    "Tarn Orr",
    [["chairman", "Orvela Logistics works council"]],
    ["Orvela Logistics works council", "Orvela Logistics"],
  ],
  ["The army of Norway, led by Tarn Orr, left.", "Tarn Orr", [], ["Norwegian Army", "Norway"]],
  [
    "Norway met Denmark. President Anna Vale came. On Friday the Norwegian president said no.",
    "Anna Vale",
    [["President", null]],
    ["Norway"],
  ],
  [
    "Opposition leader Anna Vale of the Centre Party said no.",
    "Anna Vale",
    [["Opposition leader", null]],
    ["Centre Party"],
  ],
];
test.each(members)("%s: the role of %s", (text, person, roles, chain) => {
  const { actor, nameOf, resolution } = cast(text);
  const found = actor(person);
  expect(found?.roles.map((role) => [role.title, nameOf(role.of)])).toEqual(roles);
  const above: string[] = [];
  for (let next = found?.memberOf[0]?.actor; next !== undefined; next = resolution.actors[next]?.memberOf[0]?.actor)
    above.push(nameOf(next) ?? "");
  expect(above).toEqual(chain);
});

const resolved: [text: string, words: string, actors: string[]][] = [
  ["Anna Vale of Norway's Foreign Ministry said no.", "Anna Vale of Norway's Foreign Ministry", ["Anna Vale"]],
  ["Norway's fisheries commission said no.", "Norway's fisheries commission", ["Norwegian fisheries commission"]],
  ["The talks with Norway are late. The government said so.", "The government", ["government"]],
  ["Orvelia slept. On Friday the Orvelian side said no.", "the Orvelian side", ["Orvelia"]],
  ["He spoke to Reuters. The paper said no.", "The paper", []],
  ["By TARN ORVIK. On Friday TARN ORVIK said no.", "TARN ORVIK", ["Tarn Orvik"]],
  ["The United States and NATO answered.", "The United States and NATO", ["United States", "NATO"]],
  [
    "Deputy Minister Orvik and US Deputy Secretary of State Vance met.",
    "Deputy Minister Orvik and US Deputy Secretary of State Vance",
    ["Orvik", "Vance"],
  ],
  [
    "Norwegian Deputy Foreign Minister Tarn Orvik left.",
    "Norwegian Deputy Foreign Minister Tarn Orvik",
    ["Tarn Orvik"],
  ],
  ["The White House and its allies answered.", "The White House and its allies", ["White House"]],
  ["NATO member states met.", "NATO member states", ["NATO"]],
  ["The Norwegian and US delegations met.", "The Norwegian and US delegations", ["Norway", "United States"]],
  [
    "On Monday delegations of Norway and the United States met.",
    "delegations of Norway and the United States",
    ["Norway", "United States"],
  ],
  ["A spokesman for Orvela Logistics said no.", "A spokesman for Orvela Logistics", ["Orvela Logistics"]],
  ["A senior US official said no.", "A senior US official", []],
  ["Officials in Oslo said no.", "Officials in Oslo", []],
  ["Norway's demands were long.", "Norway's demands", []],
  ["NATO expansion went on.", "NATO expansion", []],
  ["Orla Vance, who spoke for Norway, said no.", "Orla Vance, who spoke for Norway,", ["Orla Vance"]],
  ["Orla Vance spoke for Norway.", "Norway", ["Norway"]],
];
test.each(resolved)("%s: %s", (text, words, actors) => expect(cast(text).who(words)).toEqual(actors));

const later: [text: string, words: string, nth: number, actors: string[]][] = [
  ["Orvela Air said it was late. A spokesman declined to say more.", "A spokesman", 1, ["Orvela Air"]],
  ["Orvela Air met Tarn Bank, and Tarn Bank said no. A farmer slept. A spokesman said no.", "A spokesman", 1, []],
  ['Orvela Air confirmed the meeting. "No," a company spokesman said.', "a company spokesman", 1, ["Orvela Air"]],
  ["Orvela Air's offer stands. It will talk in June, it says.", "it", 1, ["Orvela Air"]],
  [
    "The Orvela Air board met. A former Tarn Bank manager who knows the board said no.",
    "A former Tarn Bank manager who knows the board",
    1,
    [],
  ],
  ["Minister Tom Vale met Ambassador Anna Orr. She said little.", "She", 1, ["Anna Orr"]],
  ["Minister Tom Vale accused Lord Orr of a lie. He said it was late.", "He", 1, ["Tom Vale"]],
  ["Minister Tom Vale came. An official of the union spoke too. He said little.", "He", 1, []],
  [
    "Foreign Minister Anna Vale came with Deputy Foreign Minister Tarn Orr. The minister said little.",
    "The minister",
    1,
    ["Anna Vale"],
  ],
  [
    "Norwegian President Anna Vale met US President Tarn Orr. The Norwegian president said little.",
    "The Norwegian president",
    1,
    ["Anna Vale"],
  ],
  [
    "Norwegian President Anna Vale met US President Tarn Orr. The head of state said little.",
    "The head of state",
    1,
    ["Anna Vale"],
  ],
  [
    "Anna Vale arrived on Friday. The Norwegian chancellor said little. The chancellor left.",
    "The chancellor",
    1,
    ["Anna Vale"],
  ],
  ["NATO met the European Union. Both sides said little.", "Both sides", 1, ["NATO", "European Union"]],
  [
    "Orvela Logistics met the United Quarry Workers. The union said no, and the company said nothing.",
    "the company",
    1,
    ["Orvela Logistics"],
  ],
  [
    "Orvela Logistics met the United Quarry Workers. The union said no, and the company said nothing.",
    "The union",
    1,
    ["United Quarry Workers"],
  ],
  ['Minister Tom Vale came. "We will not sign," he said.', "We", 1, ["Tom Vale"]],
  ['Minister Tom Vale came. "He slept," Vale said of the captain.', "He", 1, []],
  ["The talks were brief, the union said. It will meet again.", "the union", 1, ["union"]],
  ["Orvela Air met the pilots' union UQZ. The union said no.", "The union", 1, ["UQZ"]],
  ["Orvela Air met UQZ, and UQZ said no. The union left.", "The union", 1, ["UQZ"]],
  ["The union UQZ and the union TRV met. The union said no.", "The union", 2, []],
  [
    "The union UQZ spoke. Orvela Air, which owns Tarnau, said no, and Tarnau's board left. The union wants the airline's word.",
    "The union",
    1,
    ["UQZ"],
  ],
  ["Orvela Group and Tarn Air spoke. Orvela raised its price for the company.", "the company", 1, ["Tarn Air"]],
  ["Orvela Group met Tarn Air. The combined company said nothing.", "The combined company", 1, []],
  ["The Q23 rebel group spoke. On Friday the rebels left.", "the rebels", 1, ["Q23"]],
  [
    "Tarnfolk, the largest of the farm unions, spoke. Its leader Anna Vale said no.",
    "Its leader Anna Vale",
    1,
    ["Anna Vale"],
  ],
  [
    "Norwegian President Anna Vale met US President Tarn Orr. The two presidents left.",
    "The two presidents",
    1,
    ["Anna Vale", "Tarn Orr"],
  ],
  ["Envoy Anna Vale met envoy Tarn Orr. The presidents spoke by telephone.", "The presidents", 1, []],
  ["Norway met Denmark and Sweden. The three parties left.", "The three parties", 1, []],
  [
    "The government of Norway met the miners, and Denmark looked on. The government said no.",
    "The government",
    2,
    ["Norway"],
  ],
  ["The miners met on Monday. The government said no.", "The government", 1, ["government"]],
  ["Norway's negotiator, Anna Vale, said no.", "Norway's negotiator", 1, ["Anna Vale"]],
  ["The army of Norway left. Brigadier Anna Vale told Orvela television that it was late.", "Orvela", 1, ["Orvela"]],
  ["UQZ said no. The regulator Tarnova said it would look closely.", "The regulator Tarnova", 1, ["Tarnova"]],
  [
    "Orvela Port said it had an offer from the private firm Tarn Capital. The bidder owns ten ships.",
    "The bidder",
    1,
    ["Tarn Capital"],
  ],
  ["The two negotiators, Anna Vale and Tarn Orr, shook hands.", "The two negotiators", 1, ["Anna Vale", "Tarn Orr"]],
  [
    "The leader of the farmers' party UQZ, Anna Vale, said no.",
    "The leader of the farmers' party UQZ",
    1,
    ["Anna Vale"],
  ],
  ["The Quarry Union of Norway spoke. The QUN left the hall.", "QUN", 1, ["Quarry Union of Norway"]],
  [
    "The French carrier Orvela met Tarn Air weeks after the Swedish airline left.",
    "the Swedish airline",
    1,
    ["Tarn Air"],
  ],
  ["The union UQZ met Orvela Air. Its chairman, Per Orvik, left. Orvik said no.", "Orvik said", 1, ["Per Orvik"]],
];
test.each(later)("%s: %s", (text, words, nth, actors) => expect(cast(text).who(words, nth)).toEqual(actors));

const words = fc.constantFrom(
  "Norway",
  "NATO",
  "Oslo",
  "Orvik",
  "Orla",
  "Vance",
  "the",
  "The",
  "said",
  ",",
  ".",
  "-",
  "'s",
  "President",
  "of",
  "and",
  "US",
  "union",
  "the union",
  "the two sides",
  "he",
  "She",
  "they",
  "it",
  '"',
  "Mr.",
  "in",
  "the minister",
  "Russian",
  "Norwegians",
  "spokesman for",
  "\n\n",
);
const texts = fc.array(words, { maxLength: 50 }).map((list) => list.join(" "));

test("the words of a name or epithet are a form of its actor, and every index is an actor", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { resolution, cut } = cast(text);
      const { actors, mentions } = resolution;
      for (const mention of mentions) {
        expect(mention.end).toBeGreaterThan(mention.start);
        const actor = mention.actor === null ? undefined : actors[mention.actor];
        expect(actor).toBeDefined();
        if (mention.form === "name" || mention.form === "epithet")
          expect(actor?.forms).toContain(cut(mention).replace(/\s+/g, " "));
      }
      for (const actor of actors)
        for (const of of [...actor.roles.map((role) => role.of), ...actor.memberOf.map((group) => group.actor)])
          expect(of === null || actors[of] !== undefined).toBe(true);
    }),
  );
});

test("membership has no circles, and any range resolves without throwing, twice alike", () => {
  fc.assert(
    fc.property(texts, fc.nat(200), fc.nat(60), (text, start, length) => {
      const { resolution } = cast(text);
      const range = { start: Math.min(start, text.length), end: Math.min(start + length, text.length) };
      expect(resolution.resolve(range)).toEqual(cast(text).resolution.resolve(range));
      for (const [index] of resolution.actors.entries()) {
        const seen = new Set<number>();
        const stack = [index];
        for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
          for (const { actor } of resolution.actors[next]?.memberOf ?? []) {
            expect(actor).not.toBe(index);
            if (!seen.has(actor)) stack.push(actor);
            seen.add(actor);
          }
        }
      }
    }),
  );
});
