// Names: what must be found with its edges and kind, and what must not; edges hold whatever the tagger says.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cast } from "./naming.js";

const found: [text: string, name: string, kind: string, key: string | null, title: string | null][] = [
  ["Orvelia closed the border. The Orvelian army left.", "Orvelia", "state", "state:own-orvelia", null],
  [
    "Orvelia slept. The Orvelian defence ministry said no.",
    "Orvelian defence ministry",
    "body",
    "body:own-orvelia/defence-ministry",
    null,
  ],
  ["The Republic of Orvelia said no to Orvelian officials.", "Republic of Orvelia", "state", "state:own-orvelia", null],
  [
    "Tarnova and Orvelia spoke. Orvelian troops and a Tarnovan baker left.",
    "Tarnova",
    "state",
    "state:own-tarnova",
    null,
  ],
  ["On Friday Orvela and an Orvelan baker slept. Orvela said no.", "Orvela", "person", null, null],
  ["Minister of Foreign Affairs Tarn Orvik said no.", "Tarn Orvik", "person", null, "Minister of Foreign Affairs"],
  ["South Korean President Tarn Orvik said no.", "Tarn Orvik", "person", null, "South Korean President"],
  ["Tarn Orvik, the president's envoy, said no.", "Tarn Orvik", "person", null, "president's envoy"],
  [
    "On Friday Norway's fisheries commission said no.",
    "fisheries commission",
    "body",
    "body:NO/fisheries-commission",
    null,
  ],
  ["On Friday Norway's hard commission said no.", "Norway", "state", "state:NO", null],
  ["He told OrvelPress that it was late.", "OrvelPress", "organization", null, null],
  [
    "Shares in Orvela rose. Obtained by Orvela, chief executive Tarn Orr said so.",
    "Tarn Orr",
    "person",
    null,
    "chief executive",
  ],
  ["Anna Vale, who heads Orvela, met the company. Orvela said no.", "Orvela", "organization", null, null],
  [
    "The Orvela Unified School District raised its offer.",
    "Orvela Unified School District",
    "organization",
    null,
    null,
  ],
  ["On Friday the Florida Tomato Exchange said no.", "Florida Tomato Exchange", "organization", null, null],
  ["On Friday the Sindicato Orvela Norte said no.", "Sindicato Orvela Norte", "organization", null, null],
  [
    "The United Quarry and Harbour Workers walked out.",
    "United Quarry and Harbour Workers",
    "organization",
    null,
    null,
  ],
  ["On Friday UQZ Local 555 president Tarn Orr left.", "UQZ Local 555", "organization", null, null],
  ["The crews' union, UQZ, is in a dispute.", "UQZ", "organization", null, null],
  ["On Friday shadow minister Tarn Orr left.", "Tarn Orr", "person", null, "shadow minister"],
  ["On Friday Petra Orvik left the hall.", "Petra Orvik", "person", null, null],
  ["The main party, the UQZ, said no.", "UQZ", "organization", null, null],
  ["The company slept. Tarn Bank met Orvela. Orvela on Monday raised its offer.", "Orvela", "organization", null, null],
  [
    "US Deputy Secretary of State Orla Vance met the envoy.",
    "Orla Vance",
    "person",
    null,
    "US Deputy Secretary of State",
  ],
  ["US Deputy Secretary of State Orla Vance met the envoy.", "US", "state", "state:US", null],
  ["NATO Secretary-General Vance met the envoy.", "Vance", "person", null, "NATO Secretary-General"],
  [
    "The press secretary of the President of Norway Tarn Orvik said no.",
    "Tarn Orvik",
    "person",
    null,
    "press secretary of the President of Norway",
  ],
  [
    "The representative of Norway to the organization, Tarn Orvik, said no.",
    "Tarn Orvik",
    "person",
    null,
    "representative of Norway to the organization",
  ],
  [
    "Orla Vance, general secretary of the United Quarry Workers, said no.",
    "Orla Vance",
    "person",
    null,
    "general secretary of the United Quarry Workers",
  ],
  [
    "Orla Vance, an assistant secretary of state, said no.",
    "Orla Vance",
    "person",
    null,
    "assistant secretary of state",
  ],
  ["Orvela's chief executive Tarn Orvik said no.", "Tarn Orvik", "person", null, "Orvela's chief executive"],
  ["Farid Orvik, the head of the Exporters' Chamber, left.", "Exporters' Chamber", "organization", null, null],
  ["On Monday Mr. Orvik left.", "Orvik", "person", null, "Mr."],
  ["On Monday Jennifer M. Orvik left.", "Jennifer M. Orvik", "person", null, null],
  ["The papers reached Ursula von der Orvik on Monday.", "Ursula von der Orvik", "person", null, null],
  ["The Russian foreign ministry said no.", "Russian foreign ministry", "body", "body:RU/foreign-ministry", null],
  ["The foreign ministry in Paris said no.", "foreign ministry in Paris", "body", "body:FR/foreign-ministry", null],
  ["France's Defence Ministry said no.", "Defence Ministry", "body", "body:FR/defence-ministry", null],
  ["The State Department said no.", "State Department", "body", "body:US/foreign-ministry", null],
  ["The Norway — NATO Council met.", "Norway — NATO Council", "body", "body:NATO+NO/council", null],
  ["The NATO-Norway Council met.", "NATO-Norway Council", "body", "body:NATO+NO/council", null],
  [
    "The Organization for Security and Cooperation in Europe met.",
    "Organization for Security and Cooperation in Europe",
    "organization",
    "org:OSCE",
    null,
  ],
  ["The US National Grain Board met.", "US National Grain Board", "body", "body:US/national-grain-board", null],
  ["The Department of Ports and Harbours met.", "Department of Ports and Harbours", "body", null, null],
  ["Workers of Georgetown University walked out.", "Georgetown University", "organization", null, null],
  ["The US-Norway dialogue went on.", "US", "state", "state:US", null],
  ["The US-Norway dialogue went on.", "Norway", "state", "state:NO", null],
  ["The U.S. answered.", "U.S.", "state", "state:US", null],
  ["Talks began in Geneva, Switzerland, on Monday.", "Switzerland", "place", "state:CH", null],
  ["An accord with Oslo pleased Norway.", "Oslo", "state", "state:NO", null],
  ["Norway waits. The replies to Oslo's proposals came.", "Oslo", "state", "state:NO", null],
  ["Jordan Vance left the hall.", "Jordan Vance", "person", null, null],
  ["Orvela Tarn, which owns ten ships, said no.", "Orvela Tarn", "organization", null, null],
  ["The takeover of Orvela was blocked, and Orvela said no.", "Orvela", "organization", null, null],
  ["The Union of Quarry Workers said no.", "Union of Quarry Workers", "organization", null, null],
  ["Vice Premier He Orvik left. He Orvik said no.", "He Orvik", "person", null, "Vice Premier"],
  ["Kinshasa said no. Congo signed.", "Congo", "state", "state:CD", null],
  ["Congo signed after Brazzaville said yes.", "Congo", "state", "state:CG", null],
  [
    "The envoys in Brussels waited. Commission spokeswoman Orla Vance said no.",
    "Commission",
    "body",
    "body:EU/commission",
    null,
  ],
  ["Players of UQZ Scotland said no, and UQZ Scotland left.", "UQZ Scotland", "organization", null, null],
  ["Anna Vale pulled out his New Orvik Contract.", "New Orvik Contract", "other", null, null],
  ["U.S. District Judge Anna Orvik said no.", "Anna Orvik", "person", null, "U.S. District Judge"],
  ["On Monday Ahn Duk-geun said no.", "Ahn Duk-geun", "person", null, null],
  ["On Monday the Orvela-led talks went on, and Orvela said no.", "Orvela", "other", null, null],
  ["Her predecessor, Jan Orvik, left.", "Jan Orvik", "person", null, null],
  ["On Monday Labour left the talks.", "Labour", "organization", null, null],
  ["On Monday Labour secretary Anna Vale left.", "Anna Vale", "person", null, "Labour secretary"],
];

test.each(found)("%s → %s", (text, words, kind, key, title) => {
  const { names, cut } = cast(text);
  const name = names.find((candidate) => cut(candidate) === words);
  expect(name && [name.kind, name.key, name.title && cut(name.title)]).toEqual([kind, key, title]);
});

const notFound: [text: string, name: string][] = [
  ["BOTTOM LINE. The price is settled.", "BOTTOM LINE"],
  ["Negotiations went on. The negotiations were long.", "Negotiations"],
  ["On Monday, January 10, the hall was empty.", "Monday"],
  ["Mediator Tarn Orvik left.", "Mediator"],
  ["The Deputy Foreign Minister left.", "Deputy Foreign Minister"],
  ["According to the envoys, it rained.", "According"],
  ["He told us that we must go.", "us"],
  ["The Russian proposals were long.", "Russian"],
  ["Secretary of State Orla Vance left.", "Secretary"],
  ["The mediator says yes.\n\nDOHA, 19 July. The envoys met.", "Qatar"],
  ["After the Oslo talks Norway said no.", "Tarn"],
  ["In Jan Orvela Group left the hall.", "Jan Orvela Group"],
];
test.each(notFound)("%s, not: %s", (text, words) => {
  const { names, cut } = cast(text);
  expect(names.map(cut)).not.toContain(words);
});

test("a headline in title case names only what the lexicon or the text below knows", () => {
  const { names, cut } = cast(
    "Quarry Talks Collapse As Orvik Walks Out\n\nUnion leader Tarn Orvik left the talks on Monday.",
    "Quarry Talks Collapse As Orvik Walks Out",
  );
  expect(names.map((name) => [cut(name), name.kind])).toEqual([
    ["Orvik", "person"],
    ["Tarn Orvik", "person"],
  ]);
});

const words = fc.constantFrom(
  "Norway",
  "NATO",
  "Oslo",
  "Orvik",
  "Orla",
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
  "Council",
  "al",
  "\n\n",
  '"',
  "(",
  ")",
  "Mr.",
  "in",
  "foreign ministry",
  "2021",
);
const texts = fc.oneof(
  fc.array(words, { maxLength: 40 }).map((list) => list.join(" ")),
  fc.string({ maxLength: 200, unit: "grapheme" }),
);

test("names lie in the text in order, do not overlap and are not empty", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { names } = cast(text);
      let end = 0;
      for (const name of names) {
        expect(name.start).toBeGreaterThanOrEqual(end);
        expect(name.end).toBeGreaterThan(name.start);
        end = name.end;
        if (name.title) expect(name.title.end).toBeGreaterThan(name.title.start);
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});
